// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/people.h>
#include <store/indexmerges.h>
#include <store/projection.h>
#include <store/searchtext.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype kBriefLength = 200;

QString textOr(const CaseFile &caseFile, QStringView field, QStringView other)
{
    QString text = caseFile.text(field);
    return text.isEmpty() ? caseFile.text(other).left(kBriefLength) : text;
}

qint64 flag(bool value) { return value ? 1 : 0; }

bool hasConflict(const CaseFile &caseFile)
{
    return std::any_of(caseFile.heads.cbegin(), caseFile.heads.cend(), [](const auto &heads) {
        return heads.size() > 1;
    });
}

qint64 earliestRunning(const CaseFile &caseFile)
{
    qint64 due = kNeverDue;
    for (const Clock &clock : caseFile.clocks) {
        if (clock.state == ClockState::Running && clock.due) {
            due = std::min(due, clock.due->utcMs());
        }
    }
    return due;
}

const Clock *shownClock(const CaseFile &caseFile)
{
    const Clock *clock = caseFile.nextClock();
    return clock != nullptr ? clock : caseFile.handlingClock();
}

void appendClock(Cells &cells, const CaseFile &caseFile)
{
    const Clock *clock = shownClock(caseFile);
    if (clock == nullptr) {
        cells.insert(cells.end(),
                     {QString(),
                      QString(),
                      QString(),
                      Value(),
                      Value(),
                      Value(),
                      qint64{0},
                      Value(),
                      Value()});
    } else {
        cells.insert(cells.end(),
                     {clock->id,
                      clock->label,
                      clock->rules.value(0),
                      clock->startedAt.utcMs(),
                      cellOf(clock->due),
                      clock->dueDay ? Value(clock->dueDay->toString()) : Value(),
                      flag(clock->provisional),
                      clockStateId(clock->state),
                      cellOf(clock->stoppedAt)});
    }
    cells.emplace_back(caseFile.voided ? kNeverDue : earliestRunning(caseFile));
}

/// The columns of a table in the order of its insert.
QByteArrayList columnsOf(const char *insert)
{
    const QByteArray text = sqlText(u"queries/"_s + QLatin1StringView(insert) + u".sql"_s);
    const qsizetype from = text.indexOf('(') + 1;
    QByteArrayList columns = text.mid(from, text.indexOf(')') - from).split(',');
    for (QByteArray &column : columns) {
        column = column.trimmed();
    }
    return columns;
}

/// Writes the cells that have changed: an index over columns that stay is left alone. The first
/// `keys` cells name the row.
Result<Done> updateRow(Database &database,
                       const QByteArray &table,
                       const QByteArrayList &columns,
                       size_t keys,
                       const Cells &before,
                       const Cells &after)
{
    QByteArrayList changes;
    std::vector<const Value *> values;
    for (size_t i = keys; i < after.size(); ++i) {
        if (before[i] != after[i]) {
            changes.append(columns.at(static_cast<qsizetype>(i)) + " = ?");
            values.push_back(&after[i]);
        }
    }
    if (changes.isEmpty()) {
        return Done{};
    }
    QByteArrayList named;
    for (size_t i = 0; i < keys; ++i) {
        named.append(columns.at(static_cast<qsizetype>(i)) + " = ?");
        values.push_back(&after[i]);
    }
    Query query(database,
                "UPDATE " + table + " SET " + changes.join(", ") + " WHERE " + named.join(" AND "));
    int place = 1;
    for (const Value *value : values) {
        query.bindAt(place++, *value);
    }
    return query.run();
}

Result<Done> runWith(Database &database, const char *name, const Cells &cells)
{
    Query query(database, name);
    int place = 1;
    for (const Value &cell : cells) {
        query.bindAt(place++, cell);
    }
    return query.run();
}

} // namespace

Cells complaintCells(const CaseFile &caseFile, qint64 key)
{
    const auto text = [&caseFile](QStringView field) { return caseFile.text(field); };
    const QString assigned = text(u"assignedDept");
    const QString respondent = text(u"respondentDept");
    const QString unit = text(u"receivingUnit");
    const OpenSpan *last = caseFile.spans.isEmpty() ? nullptr : &caseFile.spans.last();
    const Instant received = caseFile.instant(u"receivedAt")
                                 .value_or(last == nullptr ? instantOf(caseFile.lastHlc)
                                                           : caseFile.spans.first().openedAt);
    const auto reopened = std::count_if(caseFile.spans.cbegin(),
                                        caseFile.spans.cend(),
                                        [](const OpenSpan &span) { return span.reopened; });
    Cells cells{
        key,
        caseFile.id.bytes(),
        caseFile.caseNo,
        caseFile.originalNo,
        caseFile.office,
        text(u"kind"),
        text(u"channel"),
        text(u"category"),
        text(u"subcategory"),
        text(u"severity"),
        text(u"urgency"),
        text(u"complainantName"),
        text(u"phone"),
        text(u"title"),
        textOr(caseFile, u"contentBrief", u"content"),
        unit,
        respondent,
        text(u"respondentPerson"),
        assigned,
        assigned.isEmpty() ? respondent : assigned,
        text(u"handler"),
        unit.isEmpty() ? caseFile.office : unit,
        stageId(caseFile.stage),
        flag(caseFile.voided),
        flag(caseFile.isOpen()),
        received.utcMs(),
        cellOf(caseFile.instant(u"replyAt")),
        last == nullptr ? Value() : cellOf(last->closedAt),
        textOr(caseFile, u"resultBrief", u"resultSummary"),
        text(u"satisfaction"),
        text(u"foundedness"),
        text(u"archiveNo"),
        text(u"remark"),
    };
    appendClock(cells, caseFile);
    const Cells rest{
        flag(caseFile.value(u"repeatFlag").toBool()),
        flag(caseFile.value(u"confidential").toBool()),
        flag(!caseFile.missing.isEmpty()),
        flag(hasConflict(caseFile)),
        static_cast<qint64>(reopened),
        caseFile.batch,
        static_cast<qint64>(caseFile.eventCount),
        static_cast<qint64>(caseFile.unknownEvents),
        u'、' + involvedIn(caseFile).join(u'、') + u'、',
        packOf(caseFile),
        text(u"productName"),
        text(u"causeCode"),
    };
    cells.insert(cells.end(), rest.begin(), rest.end());
    return cells;
}

std::vector<Cells> spanCells(const CaseFile &caseFile, qint64 key)
{
    std::vector<Cells> rows;
    if (caseFile.voided) {
        return rows;
    }
    qint64 no = 0;
    for (const OpenSpan &span : caseFile.spans) {
        rows.push_back({key,
                        no++,
                        span.openedAt.utcMs(),
                        flag(span.reopened),
                        cellOf(span.closedAt),
                        span.closedAs ? Value(stageId(*span.closedAs)) : Value(),
                        span.onTime ? Value(flag(*span.onTime)) : Value(),
                        cellOf(span.handlingDue),
                        cellOf(span.handlingStopped),
                        countedIn(caseFile, span)});
    }
    return rows;
}

bool Projector::hasSameWords(const CaseFile &before, const CaseFile &after) const
{
    const auto isSame = [&](const QString &field) {
        const auto old = before.heads.constFind(field);
        const auto fresh = after.heads.constFind(field);
        if (old == before.heads.constEnd() || fresh == after.heads.constEnd()) {
            return old == before.heads.constEnd() && fresh == after.heads.constEnd();
        }
        return std::equal(
            old->cbegin(), old->cend(), fresh->cbegin(), fresh->cend(), [](auto &a, auto &b) {
                return a.event == b.event;
            });
    };
    return before.voided == after.voided && before.caseNo == after.caseNo &&
           before.originalNo == after.originalNo &&
           std::all_of(m_searchFields.cbegin(), m_searchFields.cend(), isSame);
}

void Projection::setKey(qint64 to)
{
    key = to;
    row.front() = to;
    for (Cells &span : spans) {
        span.front() = to;
    }
}

Projection
Projector::prepare(const std::optional<CaseFile> &before, const CaseFile &after, qint64 key)
{
    Projection projection{.key = key,
                          .isNew = !before,
                          .row = complaintCells(after, key),
                          .spans = spanCells(after, key)};
    const bool newWords = !before || !hasSameWords(*before, after);
    if (newWords && !after.voided) {
        projection.text = searchTextOf(after, m_searchFields);
    }
    if (before) {
        projection.rowBefore = complaintCells(*before, key);
        projection.spansBefore = spanCells(*before, key);
        if (newWords && !before->voided) {
            projection.textBefore = searchTextOf(*before, m_searchFields);
        }
        m_sums.takeOff(*before);
    }
    m_sums.add(after);
    return projection;
}

Result<Done> Projector::putSpans(const Projection &projection)
{
    static const QByteArrayList columns = columnsOf("span-insert");
    Result<Done> done = Done{};
    auto before = projection.spansBefore;
    if (before.size() > projection.spans.size()) {
        done = runWith(m_database, "span-remove", {projection.key});
        before.clear();
    }
    for (size_t i = 0; done && i < projection.spans.size(); ++i) {
        const Cells &span = projection.spans[i];
        done = i < before.size() ? updateRow(m_database, "span", columns, 2, before[i], span)
                                 : runWith(m_database, "span-insert", span);
    }
    return done;
}

Result<Done> Projector::put(const Projection &projection)
{
    static const QByteArrayList columns = columnsOf("complaint-insert");
    auto done =
        projection.isNew
            ? runWith(m_database, "complaint-insert", projection.row)
            : updateRow(m_database, "complaint", columns, 1, projection.rowBefore, projection.row);
    if (done) {
        done = putSpans(projection);
    }
    if (projection.text == projection.textBefore) {
        return done;
    }
    ++m_texts;
    // A contentless index forgets only what it is told word for word.
    if (done && !projection.textBefore.isEmpty()) {
        done = runWith(m_database, "fts-remove", {projection.key, projection.textBefore});
    }
    if (done && !projection.text.isEmpty()) {
        done = runWith(m_database, "fts-insert", {projection.key, projection.text});
    }
    return done;
}

Result<Done> Projector::projectHouse(const Event &event)
{
    const QJsonObject body = QJsonDocument::fromJson(event.body).object();
    if (event.kind == QLatin1StringView(event::kConfigPublished)) {
        return Query(m_database, "config-set")
            .bind("name", body.value("name"_L1).toString())
            .bind("value", body.value("value"_L1).toString())
            .bind("hlc", event.hlc)
            .bind("event_id", event.id)
            .run();
    }
    if (event.kind == QLatin1StringView(event::kRosterGranted)) {
        const QJsonObject person = body.value("person"_L1).toObject();
        const QByteArray roles =
            QJsonDocument(person.value("roles"_L1).toArray()).toJson(QJsonDocument::Compact);
        return Query(m_database, "roster-grant")
            .bind("person_id", person.value("id"_L1).toString())
            .bind("name", person.value("name"_L1).toString())
            .bind("department", person.value("department"_L1).toString())
            .bind("roles", QString::fromUtf8(roles))
            .bind("enabled", qint64{1})
            .bind("hlc", event.hlc)
            .bind("event_id", event.id)
            .run();
    }
    if (event.kind == QLatin1StringView(event::kRosterRevoked)) {
        const QJsonValue person = body.value("person"_L1);
        return Query(m_database, "roster-revoke")
            .bind("person_id",
                  person.isObject() ? person.toObject().value("id"_L1).toString()
                                    : person.toString())
            .bind("hlc", event.hlc)
            .bind("event_id", event.id)
            .run();
    }
    return Done{};
}

Result<Done> Projector::flush()
{
    auto done = m_sums.write(m_database);
    return done ? mergeAfter(m_database, std::exchange(m_texts, 0)) : done;
}

} // namespace huiyin
