// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/spent.h>

#include <algorithm>

namespace huiyin {

namespace {

bool isMove(const Step &step)
{
    return step.kind == QLatin1StringView(event::kCaseMoved) && !step.struck;
}

/// Place of the last step that `begins` a round, -1 if none did.
template <typename Begins> qsizetype lastOf(const CaseFile &caseFile, const Begins &begins)
{
    for (qsizetype i = caseFile.steps.size() - 1; i >= 0; --i) {
        if (isMove(caseFile.steps.at(i)) && begins(caseFile.steps.at(i))) {
            return i;
        }
    }
    return -1;
}

/// Whether the present value was given by a step before `round`.
bool isOfEarlier(const CaseFile &caseFile, const QString &field, qsizetype round)
{
    for (qsizetype i = caseFile.steps.size() - 1; i >= 0; --i) {
        const Step &step = caseFile.steps.at(i);
        if (!step.struck && step.fields.contains(field)) {
            return i < round && isMove(step);
        }
    }
    return false;
}

/// The only stage the step is taken in, if it is one where the case waits for a decision.
std::optional<Stage> decidesIn(const MoveRule &rule)
{
    const bool decides = rule.from.size() == 1 && (rule.from.first() == Stage::InApproval ||
                                                   rule.from.first() == Stage::InReview);
    return decides ? std::optional(rule.from.first()) : std::nullopt;
}

} // namespace

QStringList spentFields(const CaseFile &caseFile, const MoveRule &rule)
{
    QStringList spent;
    const auto takeFrom = [&](const QStringList &fields, qsizetype round) {
        for (const QString &field : fields) {
            if (!spent.contains(field) && isOfEarlier(caseFile, field, round)) {
                spent.append(field);
            }
        }
    };
    if (const auto stage = decidesIn(rule); stage && caseFile.stage == *stage) {
        takeFrom(rule.needs, lastOf(caseFile, [&](const Step &step) {
                     return step.to == stage && step.from != stage;
                 }));
    }
    const bool closes = rule.to && isClosing(*rule.to) && !isClosing(caseFile.stage);
    const qsizetype reopening = !closes ? -1 : lastOf(caseFile, [](const Step &step) {
        return step.from && step.to && isClosing(*step.from) && !isClosing(*step.to);
    });
    if (reopening < 0) {
        return spent;
    }
    takeFrom(rule.needs, reopening);
    for (const OneOfRule &group : rule.oneOf) {
        const QStringList asked = group.when.fields();
        const bool isOld = std::any_of(asked.cbegin(), asked.cend(), [&](const QString &field) {
            return isOfEarlier(caseFile, field, reopening);
        });
        if (!isOld) {
            takeFrom(group.fields, reopening);
        }
    }
    return spent;
}

} // namespace huiyin
