// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

/// Whether a step waits for this time: then writing it by hand would be taking the step unseen.
bool isAwaited(const Regulation &regulation, const QString &field)
{
    return std::any_of(
        regulation.moves.cbegin(), regulation.moves.cend(), [&](const MoveRule &move) {
            const auto asks = [&](const OneOfRule &group) { return group.fields.contains(field); };
            return (move.needs.contains(field) ||
                    std::any_of(move.oneOf.cbegin(), move.oneOf.cend(), asks)) &&
                   isOthersTime(regulation, move, field);
        });
}

void refuseTime(Course &course, const QString &field, const QStringList &rules)
{
    const StepWords steps = stepsTiming(course.ground.regulation, field);
    course.refuse(
        u"step.ownTime"_s, field, {{u"steps"_s, steps.zh}, {u"stepsEn"_s, steps.en}}, rules);
}

} // namespace

StepWords stepsTiming(const Regulation &regulation, const QString &field)
{
    QStringList zh;
    QStringList en;
    for (const MoveRule &move : regulation.moves) {
        if (move.stamps == field) {
            zh.append(u"“%1”"_s.arg(move.zh));
            en.append(u"“%1”"_s.arg(move.en));
        }
    }
    return {zh.join(u'、'), en.join(u", "_s)};
}

bool isOthersTime(const Regulation &regulation, const MoveRule &rule, const QString &field)
{
    return field != rule.stamps && !rule.offers.contains(field) &&
           std::any_of(regulation.moves.cbegin(),
                       regulation.moves.cend(),
                       [&](const MoveRule &move) { return move.stamps == field; });
}

QJsonObject
withoutEarlierTimes(const Regulation &regulation, const CaseFile &caseFile, QJsonObject fields)
{
    if (caseFile.spans.isEmpty() || !caseFile.spans.last().reopened) {
        return fields;
    }
    const Instant openedAt = caseFile.spans.last().openedAt;
    for (const MoveRule &move : regulation.moves) {
        const QJsonValue at = fields.value(move.stamps);
        if (at.isDouble() && Instant::fromUtcMs(at.toInteger()) < openedAt) {
            fields.remove(move.stamps);
        }
    }
    return fields;
}

QJsonObject
withoutEarlierPromises(const Ground &ground, const CaseFile &caseFile, QJsonObject fields)
{
    if (caseFile.spans.isEmpty() || !caseFile.spans.last().reopened) {
        return fields;
    }
    return withoutPromisesBefore(ground, caseFile.spans.last().openedAt, std::move(fields));
}

QJsonObject withoutPromisesBefore(const Ground &ground, const Instant &at, QJsonObject fields)
{
    for (const ClockRule &clock : ground.regulation.clocks) {
        const auto promised = momentOf(ground.hours, fields.value(clock.promisedField));
        if (promised && *promised < at) {
            fields.remove(clock.promisedField);
        }
    }
    return fields;
}

void checkTimesEntered(Course &course, const QJsonObject &entered, const MoveRule &rule)
{
    const QJsonObject present = course.caseFile.fields();
    const bool closes = rule.to && isClosing(*rule.to) && !isClosing(course.caseFile.stage);
    for (auto it = entered.constBegin(); it != entered.constEnd(); ++it) {
        const bool own = closes && it.key() == u"closedAt";
        if (!own && it.value() != present.value(it.key()) &&
            isOthersTime(course.ground.regulation, rule, it.key())) {
            refuseTime(course, it.key(), rule.rules);
        }
    }
}

void checkTimesWritten(Course &course, const QJsonObject &written)
{
    const QJsonObject present = course.caseFile.fields();
    for (auto it = written.constBegin(); it != written.constEnd(); ++it) {
        if (hasValue(written, it.key()) && !hasValue(present, it.key()) &&
            isAwaited(course.ground.regulation, it.key())) {
            refuseTime(course, it.key(), {});
        }
    }
}

} // namespace huiyin::steps
