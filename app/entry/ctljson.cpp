// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctljson.h"

#include <rules/fieldinput.h>

#include <QJsonDocument>

#include "ctlpack.h"

namespace huiyin::ctl {

namespace {

QJsonObject stepJson(const Step &step, const FieldCatalogue &catalogue)
{
    QJsonObject json{{QStringLiteral("kind"), step.kind},
                     {QStringLiteral("action"), step.action},
                     {QStringLiteral("actor"), step.actor},
                     {QStringLiteral("at"), step.at.toLocalText()},
                     {QStringLiteral("recordedAt"), step.recordedAt.toLocalText()},
                     {QStringLiteral("reason"), step.reason},
                     {QStringLiteral("rules"), QJsonArray::fromStringList(step.rules)},
                     {QStringLiteral("fields"), fieldsToJson(catalogue, step.fields)},
                     {QStringLiteral("eventId"), QString::fromLatin1(step.event.toHex())}};
    if (step.from) {
        json.insert(QStringLiteral("from"), stageId(*step.from));
    }
    if (step.to) {
        json.insert(QStringLiteral("to"), stageId(*step.to));
    }
    if (!step.before.isEmpty()) {
        json.insert(QStringLiteral("before"), fieldsToJson(catalogue, step.before));
    }
    if (!step.text.isEmpty()) {
        json.insert(QStringLiteral("text"), step.text);
    }
    if (step.struck) {
        json.insert(QStringLiteral("struck"), step.struckReason);
    }
    return json;
}

QJsonArray conflictsJson(const CaseFile &caseFile, const FieldCatalogue &catalogue)
{
    QJsonArray conflicts;
    for (auto it = caseFile.heads.cbegin(); it != caseFile.heads.cend(); ++it) {
        if (it->size() < 2) {
            continue;
        }
        QJsonArray values;
        for (const FieldHead &head : *it) {
            values.append(
                QJsonObject{{QStringLiteral("eventId"), QString::fromLatin1(head.event.toHex())},
                            {QStringLiteral("value"),
                             fieldsToJson(catalogue, {{it.key(), head.value}}).begin().value()},
                            {QStringLiteral("actor"), head.actor},
                            {QStringLiteral("at"), instantOf(head.hlc).toLocalText()}});
        }
        conflicts.append(
            QJsonObject{{QStringLiteral("field"), it.key()}, {QStringLiteral("values"), values}});
    }
    return conflicts;
}

} // namespace

QString dayKindId(DayKind kind)
{
    switch (kind) {
    case DayKind::WorkingDay:
        return QStringLiteral("workingDay");
    case DayKind::Weekend:
        return QStringLiteral("weekend");
    case DayKind::Holiday:
        return QStringLiteral("holiday");
    case DayKind::MakeupDay:
        break;
    }
    return QStringLiteral("makeupDay");
}

QJsonValue jsonOf(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(instant->toLocalText()) : QJsonValue(QJsonValue::Null);
}

QJsonValue jsonOf(const std::optional<Day> &day)
{
    return day ? QJsonValue(day->toString()) : QJsonValue(QJsonValue::Null);
}

QJsonObject clockJson(const Clock &clock)
{
    const bool stopped = clock.state == ClockState::Met || clock.state == ClockState::MetLate;
    QJsonObject json{
        {QStringLiteral("clock"), clock.id},
        {QStringLiteral("label"), clock.label},
        {QStringLiteral("owner"), clock.owner},
        {QStringLiteral("handling"), clock.handling},
        {QStringLiteral("limit"), clock.limit},
        {QStringLiteral("startedAt"), clock.startedAt.toLocalText()},
        {QStringLiteral("due"), jsonOf(clock.due)},
        {QStringLiteral("dueDay"), jsonOf(clock.dueDay)},
        {QStringLiteral("provisional"), clock.provisional},
        {QStringLiteral("state"), clockStateId(clock.state)},
        {QStringLiteral("stoppedAt"), jsonOf(clock.stoppedAt)},
        {QStringLiteral("onTime"),
         stopped ? QJsonValue(clock.state == ClockState::Met) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("clause"), clock.rules.value(0)},
        {QStringLiteral("rules"), QJsonArray::fromStringList(clock.rules)}};
    if (clock.workedMin) {
        json.insert(QStringLiteral("workedMin"), *clock.workedMin);
    }
    if (!clock.pauses.isEmpty()) {
        QJsonArray pauses;
        for (const ClockPause &pause : clock.pauses) {
            pauses.append(QJsonObject{{QStringLiteral("from"), pause.from.toLocalText()},
                                      {QStringLiteral("to"), jsonOf(pause.to)},
                                      {QStringLiteral("reason"), pause.reason},
                                      {QStringLiteral("approver"), pause.approver}});
        }
        json.insert(QStringLiteral("pauses"), pauses);
    }
    if (!clock.extensions.isEmpty()) {
        QJsonArray extensions;
        for (const ClockExtension &extension : clock.extensions) {
            extensions.append(QJsonObject{{QStringLiteral("limit"), extension.limit},
                                          {QStringLiteral("due"), extension.due.toLocalText()},
                                          {QStringLiteral("reason"), extension.reason},
                                          {QStringLiteral("approver"), extension.approver},
                                          {QStringLiteral("at"), extension.at.toLocalText()},
                                          {QStringLiteral("clause"), extension.rules.value(0)}});
        }
        json.insert(QStringLiteral("extensions"), extensions);
    }
    return json;
}

QJsonArray clocksJson(const QVector<Clock> &clocks)
{
    QJsonArray list;
    for (const Clock &clock : clocks) {
        list.append(clockJson(clock));
    }
    return list;
}

QJsonArray tasksJson(const QJsonArray &tasks)
{
    QJsonArray list;
    for (const QJsonValue &task : tasks) {
        QJsonObject json = task.toObject();
        if (json.value(QStringLiteral("due")).isDouble()) {
            json.insert(
                QStringLiteral("due"),
                Instant::fromUtcMs(json.value(QStringLiteral("due")).toInteger()).toLocalText());
        }
        list.append(json);
    }
    return list;
}

QJsonObject rowJson(const CaseRow &row)
{
    QJsonObject json{
        {QStringLiteral("caseNo"), row.caseNo},
        {QStringLiteral("caseId"), row.id.toString()},
        {QStringLiteral("office"), row.office},
        {QStringLiteral("stage"), stageId(row.stage)},
        {QStringLiteral("receivedAt"), row.receivedAt.toLocalText()},
        {QStringLiteral("replyAt"), jsonOf(row.replyAt)},
        {QStringLiteral("closedAt"), jsonOf(row.closedAt)},
        {QStringLiteral("clock"), row.clockId},
        {QStringLiteral("clause"), row.clockRule},
        {QStringLiteral("due"), jsonOf(row.due)},
        {QStringLiteral("dueDay"), jsonOf(row.dueDay)},
        {QStringLiteral("provisional"), row.provisional},
        {QStringLiteral("state"),
         row.clockState ? QJsonValue(clockStateId(*row.clockState)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("stoppedAt"), jsonOf(row.clockStopped)},
        {QStringLiteral("repeat"), row.repeat},
        {QStringLiteral("incomplete"), row.incomplete},
        {QStringLiteral("conflict"), row.conflict},
        {QStringLiteral("reopened"), row.reopened}};
    const std::pair<QString, QString> texts[] = {
        {QStringLiteral("originalNo"), row.originalNo},
        {QStringLiteral("kind"), row.kind},
        {QStringLiteral("channel"), row.channel},
        {QStringLiteral("category"), row.category},
        {QStringLiteral("subcategory"), row.subcategory},
        {QStringLiteral("severity"), row.severity},
        {QStringLiteral("urgency"), row.urgency},
        {QStringLiteral("complainantName"), row.complainantName},
        {QStringLiteral("phone"), row.phone},
        {QStringLiteral("title"), row.title},
        {QStringLiteral("contentBrief"), row.contentBrief},
        {QStringLiteral("receivingUnit"), row.receivingUnit},
        {QStringLiteral("respondentDept"), row.respondentDept},
        {QStringLiteral("respondentPerson"), row.respondentPerson},
        {QStringLiteral("assignedDept"), row.assignedDept},
        {QStringLiteral("handler"), row.handler},
        {QStringLiteral("resultBrief"), row.resultBrief},
        {QStringLiteral("satisfaction"), row.satisfaction},
        {QStringLiteral("foundedness"), row.foundedness},
        {QStringLiteral("archiveNo"), row.archiveNo},
        {QStringLiteral("remark"), row.remark}};
    for (const auto &[key, text] : texts) {
        if (!text.isEmpty()) {
            json.insert(key, text);
        }
    }
    return json;
}

QJsonObject caseJson(const CaseFile &caseFile, const FieldCatalogue &catalogue)
{
    QJsonArray steps;
    for (const Step &step : caseFile.steps) {
        steps.append(stepJson(step, catalogue));
    }
    QJsonArray attachments;
    for (const Attachment &file : caseFile.attachments) {
        attachments.append(QJsonObject{{QStringLiteral("hash"), file.hash},
                                       {QStringLiteral("name"), file.name},
                                       {QStringLiteral("size"), file.size},
                                       {QStringLiteral("kind"), file.kind},
                                       {QStringLiteral("pages"), file.pages},
                                       {QStringLiteral("struck"), file.struck}});
    }
    return {{QStringLiteral("caseNo"), caseFile.caseNo},
            {QStringLiteral("caseId"), caseFile.id.toString()},
            {QStringLiteral("originalNo"), caseFile.originalNo},
            {QStringLiteral("office"), caseFile.office},
            {QStringLiteral("regulation"),
             QJsonObject{{QStringLiteral("id"), caseFile.regulationId},
                         {QStringLiteral("version"), caseFile.regulationVersion},
                         {QStringLiteral("with"), packsJson(caseFile.overlays)}}},
            {QStringLiteral("erased"), caseFile.erased},
            {QStringLiteral("sheet"), caseFile.sheet},
            {QStringLiteral("stage"), stageId(caseFile.stage)},
            {QStringLiteral("voided"), caseFile.voided},
            {QStringLiteral("batch"), caseFile.batch},
            {QStringLiteral("fields"), fieldsToJson(catalogue, caseFile.fields())},
            {QStringLiteral("clocks"), clocksJson(caseFile.clocks)},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("conflicts"), conflictsJson(caseFile, catalogue)},
            {QStringLiteral("attachments"), attachments},
            {QStringLiteral("eventCount"), caseFile.eventCount},
            {QStringLiteral("unknownEvents"), caseFile.unknownEvents},
            {QStringLiteral("digest"), foldDigest(caseFile)}};
}

QJsonArray daysJson(const QVector<CountedDay> &days, bool chinese)
{
    QJsonArray list;
    for (const CountedDay &day : days) {
        QJsonObject json{{QStringLiteral("day"), day.day.toString()},
                         {QStringLiteral("weekday"), day.day.dayOfWeek()},
                         {QStringLiteral("kind"), dayKindId(day.fact.kind)},
                         {QStringLiteral("known"), day.fact.known},
                         {QStringLiteral("counted"), day.number > 0 || day.usedMs > 0},
                         {QStringLiteral("number"), day.number},
                         {QStringLiteral("reason"), day.reason},
                         {QStringLiteral("text"), countedDayText(day, chinese)}};
        if (!day.fact.name.isEmpty()) {
            json.insert(QStringLiteral("name"), day.fact.name);
        }
        if (day.usedMs > 0) {
            json.insert(QStringLiteral("countedMin"), day.usedMs / 60000);
        }
        if (day.at) {
            json.insert(QStringLiteral("at"), day.at->toLocalText());
        }
        list.append(json);
    }
    return list;
}

QStringList daysText(const QVector<CountedDay> &days, bool chinese)
{
    static const QStringList zh{QStringLiteral("周一"),
                                QStringLiteral("周二"),
                                QStringLiteral("周三"),
                                QStringLiteral("周四"),
                                QStringLiteral("周五"),
                                QStringLiteral("周六"),
                                QStringLiteral("周日")};
    static const QStringList en{QStringLiteral("Mon"),
                                QStringLiteral("Tue"),
                                QStringLiteral("Wed"),
                                QStringLiteral("Thu"),
                                QStringLiteral("Fri"),
                                QStringLiteral("Sat"),
                                QStringLiteral("Sun")};
    QStringList lines;
    for (const CountedDay &day : days) {
        QString line = QStringLiteral("  ") + day.day.toString() + QLatin1Char(' ') +
                       (chinese ? zh : en).at(day.day.dayOfWeek() - 1) + QStringLiteral("  ") +
                       countedDayText(day, chinese);
        if (day.at) {
            line += QStringLiteral("  ") + day.at->toLocalText().mid(11, 5);
        }
        lines.append(line);
    }
    return lines;
}

QString limitText(const QJsonObject &limit, bool chinese)
{
    if (const auto read = Limit::fromJson(limit)) {
        return read->toText(chinese);
    }
    return QString::fromUtf8(QJsonDocument(limit).toJson(QJsonDocument::Compact));
}

QString
choiceLabel(const FieldCatalogue &catalogue, QStringView field, const QString &id, bool chinese)
{
    const CodeList *list = catalogue.choicesOf(field);
    const Choice *choice = list == nullptr ? nullptr : list->byId(id);
    if (choice == nullptr) {
        return id;
    }
    return chinese ? choice->zh : choice->en;
}

QString stageLabel(const Desk &desk, Stage stage, bool chinese)
{
    const StageRule *rule = desk.regulation().stage(stage);
    if (rule != nullptr && !(chinese ? rule->zh : rule->en).isEmpty()) {
        return chinese ? rule->zh : rule->en;
    }
    const CodeList *list = desk.library().catalogue.codeList(u"CL-16");
    const Choice *choice = list == nullptr ? nullptr : list->byId(stageId(stage));
    if (choice == nullptr) {
        return stageId(stage);
    }
    return chinese ? choice->zh : choice->en;
}

QString shortText(const std::optional<Instant> &instant)
{
    return instant ? instant->toLocalText().replace(QLatin1Char('T'), QLatin1Char(' ')).left(16)
                   : QString();
}

} // namespace huiyin::ctl
