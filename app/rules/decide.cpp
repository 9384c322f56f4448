// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/clocks.h>
#include <rules/decide.h>
#include <rules/repeats.h>
#include <rules/steps.h>

#include <QJsonArray>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kBriefLength = 60;

Finding warning(const Ground &ground, const QString &code, const QString &field, Args args = {})
{
    return {code, Severity::Warning, field, fieldArgs(ground.catalogue, field, std::move(args))};
}

Finding refusal(const Ground &ground,
                const QString &code,
                const QString &field,
                Args args = {},
                const QStringList &rules = {})
{
    return {code,
            Severity::Refusal,
            field,
            fieldArgs(ground.catalogue, field, std::move(args)),
            rules.value(0)};
}

/// What the pack asks for today was not asked of an old register.
void checkLeast(const Ground &ground, const QJsonObject &fields, bool imported, Findings &findings)
{
    for (const OneOfRule &group : groupsToRegister(imported ? Regulation() : ground.regulation)) {
        const auto has = [&](const QString &id) { return hasValue(fields, id); };
        if (std::none_of(group.fields.cbegin(), group.fields.cend(), has)) {
            findings.append(refusal(ground,
                                    u"intake.oneOf"_s,
                                    group.fields.value(0),
                                    groupArgs(ground.catalogue, group),
                                    group.rules));
        }
    }
}

void checkTimes(const Ground &ground, const QJsonObject &fields, Findings &findings)
{
    const auto receivedAt = momentOf(ground.hours, fields.value(u"receivedAt"_s));
    if (!receivedAt) {
        return;
    }
    if (*receivedAt > ground.now) {
        findings.append(
            refusal(ground,
                    u"intake.receivedAt.future"_s,
                    u"receivedAt"_s,
                    {{u"at"_s, receivedAt->toLocalText()}, {u"now"_s, ground.now.toLocalText()}}));
    }
    if (receivedAt->localDay() < ground.calendar.coverageFrom()) {
        findings.append(refusal(ground,
                                u"intake.receivedAt.beforeCalendar"_s,
                                u"receivedAt"_s,
                                {{u"at"_s, receivedAt->toLocalText()},
                                 {u"from"_s, ground.calendar.coverageFrom().toString()}}));
    }
    if (const auto occurredAt = momentOf(ground.hours, fields.value(u"occurredAt"_s));
        occurredAt && *occurredAt > *receivedAt) {
        findings.append(warning(
            ground,
            u"intake.occurredAt.afterReceipt"_s,
            u"occurredAt"_s,
            {{u"at"_s, occurredAt->toLocalText()}, {u"received"_s, receivedAt->toLocalText()}}));
    }
    for (const auto &field : {u"closedAt"_s, u"replyAt"_s, u"firstReplyAt"_s}) {
        const auto at = momentOf(ground.hours, fields.value(field));
        if (!at) {
            continue;
        }
        const Args args = {{u"at"_s, at->toLocalText()},
                           {u"received"_s, receivedAt->toLocalText()},
                           {u"now"_s, ground.now.toLocalText()}};
        if (*at < *receivedAt) {
            findings.append(refusal(ground, u"intake.time.beforeReceipt"_s, field, args));
        } else if (fields.value(field).isDouble() && *at > ground.now) {
            findings.append(refusal(ground, u"intake.time.future"_s, field, args));
        }
    }
}

/// Puts in what the desk knows by itself; says so where it had to guess.
QJsonObject completed(
    const Ground &ground, const Actor &actor, QJsonObject fields, bool imported, Findings &findings)
{
    for (auto it = fields.begin(); it != fields.end();) {
        it = it.value().isNull() ? fields.erase(it) : std::next(it);
    }
    if (!hasValue(fields, u"receivedAt"_s)) {
        fields.insert(u"receivedAt"_s, ground.now.utcMs());
    }
    if (!hasValue(fields, u"kind"_s)) {
        fields.insert(u"kind"_s, u"Complaint"_s);
        findings.append(warning(ground, u"intake.kind.assumed"_s, u"kind"_s));
    }
    if (!hasValue(fields, u"channel"_s) && !imported) {
        fields.insert(u"channel"_s, u"Phone"_s);
        findings.append(warning(ground, u"intake.channel.assumed"_s, u"channel"_s));
    }
    if (!hasValue(fields, u"contentBrief"_s) && hasValue(fields, u"content"_s)) {
        fields.insert(u"contentBrief"_s,
                      fields.value(u"content"_s).toString().left(kBriefLength).simplified());
    }
    if (!imported) {
        if (!hasValue(fields, u"receivingUnit"_s) && !ground.officeName.isEmpty()) {
            fields.insert(u"receivingUnit"_s, ground.officeName);
        }
        for (const auto &field : {u"registeredBy"_s, u"receivedBy"_s}) {
            if (!hasValue(fields, field)) {
                fields.insert(field, actor.name.isEmpty() ? actor.id : actor.name);
            }
        }
        if (!hasValue(fields, u"registeredAt"_s)) {
            fields.insert(u"registeredAt"_s, ground.now.utcMs());
        }
    }
    for (const auto &field : {u"registeredBy"_s, u"receivedBy"_s, u"registeredAt"_s}) {
        if (ground.catalogue.field(field) == nullptr) {
            fields.remove(field);
        }
    }
    return fields;
}

/// Stops the clocks that the fields themselves say have ended: by their own field, or by the
/// closing.
void stopByFields(const Ground &ground,
                  const QJsonObject &fields,
                  bool closed,
                  QVector<Clock> &clocks)
{
    for (Clock &clock : clocks) {
        auto stop = momentOf(ground.hours, fields.value(clock.stops));
        if (closed) {
            const auto closedAt = momentOf(ground.hours, fields.value(u"closedAt"_s));
            if (closedAt && (!stop || *closedAt < *stop)) {
                stop = closedAt;
            }
        }
        if (stop) {
            stopClock(ground, clock, *stop);
        }
    }
}

/// What cannot be written before a step, or by this person, cannot be written at intake either.
Findings intakeRefusals(const Ground &ground,
                        const Actor &actor,
                        const CaseId &id,
                        const QJsonObject &fields,
                        const QString &sheet)
{
    const CaseFile unborn{.id = id, .sheet = sheet};
    steps::Course course{ground, actor, unborn, fields, ground.now};
    steps::checkWrites(course, fields, fields, {});
    steps::checkTimesWritten(course, fields);
    steps::checkSigning(course, fields, fields, nullptr);
    steps::checkRespondent(course, fields, fields, nullptr);
    return course.decision.findings;
}

QString numberPrefix(const Ground &ground, Instant receivedAt)
{
    return u"TS"_s + ground.office + receivedAt.localDay().toDate().toString(u"yyyyMM"_s);
}

} // namespace

Decision decideRecord(const Ground &ground,
                      const Actor &actor,
                      const CaseId &id,
                      const QJsonObject &input,
                      const QString &sheet,
                      const RecordOrigin &origin)
{
    Decision decision;
    const bool imported = !origin.batch.isEmpty();
    checkLeast(ground, input, imported, decision.findings);
    QJsonObject fields = completed(ground, actor, input, imported, decision.findings);
    if (!imported) {
        proposeRepeat(ground, fields, decision.findings);
        decision.findings += intakeRefusals(ground, actor, id, fields, sheet);
    }
    checkTimes(ground, fields, decision.findings);
    const Stage stage = origin.stage.value_or(Stage::New);
    const bool closed = isClosing(stage);

    // An old closed case is as it is; nobody will complete it.
    const QStringList missing = imported && closed ? QStringList() : missingFields(ground, fields);
    if (!imported) {
        for (const QString &field : missing) {
            decision.findings.append(warning(ground, u"intake.missing"_s, field));
            decision.findings.last().clause = ground.regulation.intakeRules.value(0);
        }
        const QString kind = fields.value(u"kind"_s).toString();
        const auto &kinds = ground.regulation.kinds;
        if (!kinds.isEmpty() &&
            std::none_of(kinds.cbegin(), kinds.cend(), [&](const KindRule &rule) {
                return rule.id == kind;
            })) {
            decision.findings.append(
                warning(ground,
                        u"intake.kind.notInPack"_s,
                        u"kind"_s,
                        {{u"kind"_s, kind}, {u"regulation"_s, ground.regulation.zh}}));
        }
    }
    if (refuses(decision.findings)) {
        return decision;
    }
    auto clocks = clocksOfFields(ground, fields);
    if (!clocks) {
        decision.findings.append({clocks.error().code, Severity::Refusal, {}, clocks.error().args});
        return decision;
    }
    stopByFields(ground, fields, closed, *clocks);
    QJsonArray clockList;
    for (const Clock &clock : std::as_const(*clocks)) {
        clockList.append(clock.toJson());
    }
    const Instant receivedAt =
        momentOf(ground.hours, fields.value(u"receivedAt"_s)).value_or(ground.now);
    QJsonObject body{
        {u"caseNo"_s, QString()},
        {u"office"_s, ground.office},
        {u"regulation"_s,
         regulationJson({ground.regulation.id, ground.regulation.version},
                        ground.regulation.overlays)},
        {u"stage"_s, stageId(stage)},
        {u"fields"_s, fields},
        {u"clocks"_s, clockList},
        {u"missing"_s, QJsonArray::fromStringList(missing)},
        {u"at"_s, receivedAt.utcMs()},
        {u"recordedAt"_s, ground.now.utcMs()},
    };
    if (!sheet.isEmpty()) {
        body.insert(u"sheet"_s, sheet);
    }
    if (hasValue(fields, u"originalNo"_s)) {
        body.insert(u"originalNo"_s, fields.value(u"originalNo"_s));
    }
    if (imported) {
        body.insert(u"batch"_s, origin.batch);
    }
    decision.events.append({QLatin1StringView(event::kCaseOpened),
                            id,
                            body,
                            NumberSeries{numberPrefix(ground, receivedAt)}});
    return decision;
}

QVector<Clock> previewClocks(const Ground &ground, const QJsonObject &input)
{
    Findings ignored;
    const QJsonObject fields = completed(ground, {}, input, true, ignored);
    auto clocks = clocksOfFields(ground, fields);
    return clocks ? *clocks : QVector<Clock>();
}

Decision decideRecount(const Ground &ground, const CaseFile &caseFile, const QString &reason)
{
    Decision decision;
    if (!caseFile.isOpen()) {
        return decision;
    }
    for (const Clock &clock : caseFile.clocks) {
        if (!runs(clock)) {
            continue;
        }
        const auto fresh = recounted(ground, clock);
        if (!fresh) {
            decision.findings.append(
                {fresh.error().code, Severity::Warning, {}, fresh.error().args});
            continue;
        }
        if (fresh->due == clock.due && fresh->provisional == clock.provisional) {
            continue;
        }
        decision.events.append({QLatin1StringView(event::kDeadlineSet),
                                caseFile.id,
                                QJsonObject{{u"clock"_s, fresh->toJson()},
                                            {u"reason"_s, reason},
                                            {u"at"_s, ground.now.utcMs()}}});
    }
    return decision;
}

} // namespace huiyin
