// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/rows.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

std::optional<ClockState> clockStateOf(const QString &id)
{
    for (const ClockState state : {ClockState::Running,
                                   ClockState::Paused,
                                   ClockState::Met,
                                   ClockState::MetLate,
                                   ClockState::Cancelled}) {
        if (clockStateId(state) == id) {
            return state;
        }
    }
    return std::nullopt;
}

} // namespace

Event eventAt(Query &query)
{
    Event event;
    event.id = query.blob("id");
    event.chain = query.text("chain");
    event.seq = query.integer("seq");
    event.hlc = query.integer("hlc");
    event.actor = query.text("actor");
    event.kind = query.text("kind");
    if (!query.isNull("case_id")) {
        event.caseId = idOf<CaseTag>(query.blob("case_id"));
    }
    event.salt = query.blob("salt");
    event.body = query.blob("body");
    event.bodyHash = query.blob("body_hash");
    return event;
}

CaseRow caseRowAt(Query &query)
{
    CaseRow row{.id = *idOf<CaseTag>(query.blob("case_id"))};
    row.key = query.integer("case_key");
    row.caseNo = query.text("case_no");
    row.originalNo = query.text("original_no");
    row.office = query.text("office");
    row.kind = query.text("kind");
    row.channel = query.text("channel");
    row.category = query.text("category");
    row.subcategory = query.text("subcategory");
    row.severity = query.text("severity");
    row.urgency = query.text("urgency");
    row.complainantName = query.text("complainant_name");
    row.phone = query.text("phone");
    row.title = query.text("title");
    row.contentBrief = query.text("content_brief");
    row.receivingUnit = query.text("receiving_unit");
    row.respondentDept = query.text("respondent_dept");
    row.respondentPerson = query.text("respondent_person");
    row.assignedDept = query.text("assigned_dept");
    row.handler = query.text("handler");
    row.stage = stageOf(query.text("stage")).value_or(Stage::New);
    row.receivedAt = Instant::fromUtcMs(query.integer("received_utc_ms"));
    row.replyAt = query.instant("reply_utc_ms");
    row.closedAt = query.instant("closed_utc_ms");
    row.resultBrief = query.text("result_brief");
    row.satisfaction = query.text("satisfaction");
    row.foundedness = query.text("foundedness");
    row.archiveNo = query.text("archive_no");
    row.remark = query.text("remark");
    row.clockId = query.text("clock_id");
    row.clockLabel = query.text("clock_label");
    row.clockRule = query.text("clock_rule");
    row.clockStarted = query.instant("clock_started_utc_ms");
    row.due = query.instant("due_utc_ms");
    if (const QString day = query.text("due_day"); !day.isEmpty()) {
        if (const auto parsed = Day::parse(day)) {
            row.dueDay = *parsed;
        }
    }
    row.provisional = query.flag("provisional");
    row.clockState = clockStateOf(query.text("clock_state"));
    row.clockStopped = query.instant("clock_stopped_utc_ms");
    row.repeat = query.flag("repeat_flag");
    row.confidential = query.flag("confidential");
    row.incomplete = query.flag("incomplete");
    row.conflict = query.flag("conflict");
    row.reopened = static_cast<int>(query.integer("reopened"));
    row.involved = query.text("involved").split(u'、', Qt::SkipEmptyParts);
    row.pack = query.text("pack");
    return row;
}

Result<QVector<Event>> eventsOfCase(Database &database, const CaseId &id)
{
    QVector<Event> events;
    Query query(database, "event-of-case");
    query.bindAt(1, id.bytes());
    while (query.next()) {
        events.append(eventAt(query));
    }
    if (query.failure()) {
        return *query.failure();
    }
    return events;
}

Result<QString> metaValue(Database &database, const QString &name)
{
    Query query(database, "meta-get");
    query.bind("name", name);
    const QString value = query.next() ? query.text("value") : QString();
    if (query.failure()) {
        return *query.failure();
    }
    return value;
}

Result<Done> setMeta(Database &database, const QString &name, const QString &value)
{
    return Query(database, "meta-set").bind("name", name).bind("value", value).run();
}

} // namespace huiyin
