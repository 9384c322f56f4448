// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/remnant.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

/// Values that statistics, archive and the register of destructions go on needing.
const QStringList &keptFields()
{
    static const QStringList fields{u"kind"_s,
                                    u"channel"_s,
                                    u"category"_s,
                                    u"subcategory"_s,
                                    u"severity"_s,
                                    u"urgency"_s,
                                    u"receivedAt"_s,
                                    u"replyAt"_s,
                                    u"closedAt"_s,
                                    u"receivingUnit"_s,
                                    u"respondentDept"_s,
                                    u"assignedDept"_s,
                                    u"satisfaction"_s,
                                    u"foundedness"_s,
                                    u"repeatFlag"_s,
                                    u"special"_s,
                                    u"productName"_s,
                                    u"causeCode"_s,
                                    u"returnDemand"_s,
                                    u"returnedQuantity"_s,
                                    u"visitState"_s,
                                    u"returnVisitAt"_s,
                                    u"repeatKind"_s,
                                    u"relatedNo"_s,
                                    u"respScope"_s,
                                    u"respDept"_s,
                                    u"lossAmount"_s,
                                    u"refundAmount"_s,
                                    u"dmgTotal"_s,
                                    u"damages"_s,
                                    u"claimedAmount"_s,
                                    u"amount"_s,
                                    u"recourse"_s,
                                    u"settlementNo"_s,
                                    u"orderedAt"_s,
                                    u"onSiteAt"_s,
                                    u"rectifyDueAt"_s,
                                    u"completedAt"_s,
                                    u"acceptanceResult"_s,
                                    u"emergencyRepair"_s,
                                    u"verifiedAt"_s,
                                    u"verification"_s,
                                    u"chkArchive"_s,
                                    u"retention"_s,
                                    u"retainUntil"_s,
                                    u"archiveNo"_s,
                                    u"archivedAt"_s,
                                    u"destructionProposedAt"_s,
                                    u"destructionApprovedAt"_s,
                                    u"destroyedAt"_s,
                                    u"backupsHolding"_s};
    return fields;
}

QJsonValue cell(const std::optional<Instant> &at)
{
    return at ? QJsonValue(at->utcMs()) : QJsonValue();
}

std::optional<Instant> instantIn(const QJsonObject &json, QLatin1StringView key)
{
    const QJsonValue value = json.value(key);
    return value.isDouble() ? std::optional(Instant::fromUtcMs(value.toInteger())) : std::nullopt;
}

QJsonObject spanJson(const OpenSpan &span)
{
    return {{u"openedAt"_s, span.openedAt.utcMs()},
            {u"reopened"_s, span.reopened},
            {u"closedAt"_s, cell(span.closedAt)},
            {u"closedAs"_s, span.closedAs ? QJsonValue(stageId(*span.closedAs)) : QJsonValue()},
            {u"hasClock"_s, span.hasClock},
            {u"due"_s, cell(span.handlingDue)},
            {u"dueDay"_s,
             span.handlingDueDay ? QJsonValue(span.handlingDueDay->toString()) : QJsonValue()},
            {u"stopped"_s, cell(span.handlingStopped)},
            {u"onTime"_s, span.onTime ? QJsonValue(*span.onTime) : QJsonValue()},
            {u"workedMin"_s, span.workedMin ? QJsonValue(*span.workedMin) : QJsonValue()},
            {u"workdays"_s, span.workdays ? QJsonValue(*span.workdays) : QJsonValue()},
            {u"special"_s, span.special}};
}

OpenSpan spanFrom(const QJsonObject &json)
{
    OpenSpan span;
    span.openedAt = instantIn(json, "openedAt"_L1).value_or(Instant::fromUtcMs(0));
    span.reopened = json.value("reopened"_L1).toBool();
    span.closedAt = instantIn(json, "closedAt"_L1);
    span.closedAs = stageOf(json.value("closedAs"_L1).toString());
    span.hasClock = json.value("hasClock"_L1).toBool();
    span.handlingDue = instantIn(json, "due"_L1);
    if (const auto day = Day::parse(json.value("dueDay"_L1).toString())) {
        span.handlingDueDay = *day;
    }
    span.handlingStopped = instantIn(json, "stopped"_L1);
    if (json.value("onTime"_L1).isBool()) {
        span.onTime = json.value("onTime"_L1).toBool();
    }
    if (json.value("workedMin"_L1).isDouble()) {
        span.workedMin = json.value("workedMin"_L1).toInteger();
    }
    if (json.value("workdays"_L1).isDouble()) {
        span.workdays = json.value("workdays"_L1).toInteger();
    }
    span.special = json.value("special"_L1).toBool();
    return span;
}

/// Times and limits stay; who owed, who approved and why does not.
QJsonArray clocksOf(const CaseFile &caseFile)
{
    QJsonArray clocks;
    for (Clock clock : caseFile.clocks) {
        clock.owner.clear();
        for (ClockPause &pause : clock.pauses) {
            pause.reason.clear();
            pause.approver.clear();
        }
        for (ClockExtension &extension : clock.extensions) {
            extension.reason.clear();
            extension.approver.clear();
        }
        clocks.append(clock.toJson());
    }
    return clocks;
}

/// Sums and months of penalties stay in the ledger, without a name.
QJsonArray penaltiesOf(const CaseFile &caseFile)
{
    static const QStringList kept{u"id"_s,
                                  u"penalty"_s,
                                  u"label"_s,
                                  u"party"_s,
                                  u"department"_s,
                                  u"discipline"_s,
                                  u"state"_s,
                                  u"at"_s,
                                  u"amountFen"_s,
                                  u"points"_s,
                                  u"schedule"_s};
    QJsonArray penalties;
    const QJsonArray entries = caseFile.value(u"penalties").toArray();
    for (const auto &item : entries) {
        const QJsonObject entry = item.toObject();
        QJsonObject rest;
        for (const QString &key : kept) {
            if (entry.contains(key)) {
                rest.insert(key, entry.value(key));
            }
        }
        penalties.append(rest);
    }
    return penalties;
}

} // namespace

QJsonObject remnantOf(const CaseFile &caseFile)
{
    QJsonObject fields;
    for (const QString &field : keptFields()) {
        const QJsonValue value = caseFile.value(field);
        if (!value.isUndefined() && !value.isNull()) {
            fields.insert(field, value);
        }
    }
    // Why nobody could be reached is told in words that go; that nobody was must not go with them.
    if (!caseFile.text(u"noVisitReason").isEmpty()) {
        fields.remove(u"returnVisitAt"_s);
    }
    if (const QJsonArray penalties = penaltiesOf(caseFile); !penalties.isEmpty()) {
        fields.insert(u"penalties"_s, penalties);
    }
    QJsonArray spans;
    for (const OpenSpan &span : caseFile.spans) {
        spans.append(spanJson(span));
    }
    return {
        {u"caseNo"_s, caseFile.caseNo},
        {u"originalNo"_s, caseFile.originalNo},
        {u"office"_s, caseFile.office},
        {u"regulation"_s,
         regulationJson({caseFile.regulationId, caseFile.regulationVersion}, caseFile.overlays)},
        {u"sheet"_s, caseFile.sheet},
        {u"batch"_s, caseFile.batch},
        {u"stage"_s, stageId(caseFile.stage)},
        {u"voided"_s, caseFile.voided},
        {u"fields"_s, fields},
        {u"clocks"_s, clocksOf(caseFile)},
        {u"spans"_s, spans}};
}

void takeRemnant(CaseFile &caseFile, const QJsonObject &remnant, const Event &erasure)
{
    caseFile.erased = true;
    takeRegulation(caseFile, remnant.value("regulation"_L1).toObject());
    caseFile.caseNo = remnant.value("caseNo"_L1).toString();
    caseFile.originalNo = remnant.value("originalNo"_L1).toString();
    caseFile.office = remnant.value("office"_L1).toString();
    caseFile.sheet = remnant.value("sheet"_L1).toString();
    caseFile.batch = remnant.value("batch"_L1).toString();
    caseFile.stage = stageOf(remnant.value("stage"_L1).toString()).value_or(Stage::Archived);
    caseFile.voided = remnant.value("voided"_L1).toBool();
    const QJsonObject fields = remnant.value("fields"_L1).toObject();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        caseFile.heads[it.key()] = {{it.value(), erasure.id, erasure.hlc, erasure.actor}};
    }
    const QJsonArray clocks = remnant.value("clocks"_L1).toArray();
    for (const auto &clock : clocks) {
        caseFile.clocks.append(Clock::fromJson(clock.toObject()));
    }
    const QJsonArray spans = remnant.value("spans"_L1).toArray();
    for (const auto &span : spans) {
        caseFile.spans.append(spanFrom(span.toObject()));
    }
}

} // namespace huiyin
