// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/clocks.h>
#include <rules/steps.h>
#include <rules/tasks.h>
#include <rules/trial.h>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

std::optional<Instant> startOf(const Ground &ground,
                               const CaseFile &caseFile,
                               const QJsonObject &fields,
                               const ClockRule &rule)
{
    if (!rule.starts.startsWith("move:"_L1)) {
        return momentOf(ground.hours, fields.value(rule.starts));
    }
    const QString action = rule.starts.mid(5);
    for (const Step &step : caseFile.steps) {
        if (step.action == action && !step.struck) {
            return step.at;
        }
    }
    return std::nullopt;
}

/// When the case was over, or nothing while it is open.
std::optional<Instant> endOf(const CaseFile &caseFile)
{
    return caseFile.spans.isEmpty() ? std::nullopt : caseFile.spans.first().closedAt;
}

/// The case's own handling clock lends its pauses and its extension.
Result<Clock>
asGranted(const Ground &ground, const CaseFile &caseFile, const ClockRule &rule, Clock clock)
{
    const Clock *own = caseFile.handlingClock();
    if (own == nullptr || !rule.handling) {
        return clock;
    }
    clock.pauses = own->pauses;
    if (!own->extensions.isEmpty() && !rule.extend.isEmpty()) {
        clock.limit = rule.extend.last().to.toJson();
    }
    return recounted(ground, clock);
}

} // namespace

Result<Trial> replay(const Ground &ground, const CaseFile &caseFile)
{
    Trial trial;
    const QJsonObject fields = caseFile.fields();
    const auto end = endOf(caseFile);
    for (const ClockRule &rule : ground.regulation.clocks) {
        const auto startedAt = startOf(ground, caseFile, fields, rule);
        if (!startedAt || !rule.when.holds(fields) || (end && *startedAt > *end)) {
            continue;
        }
        const auto started = startClock(ground, rule, *startedAt, fields);
        if (!started) {
            return started.error();
        }
        if (!*started) {
            continue;
        }
        const auto granted = asGranted(ground, caseFile, rule, **started);
        if (!granted) {
            return granted.error();
        }
        auto stop = steps::clockStop(ground, caseFile, rule, fields, *startedAt);
        if (end && (!stop || *stop > *end)) {
            stop = end;
        }
        const bool late = granted->due && (!stop || *stop > *granted->due);
        ++trial.clocks;
        trial.lateClocks += late ? 1 : 0;
        CaseFile alone{caseFile.id};
        alone.clocks.append(*granted);
        trial.told += static_cast<int>(
            escalations(ground.regulation, alone, stop.value_or(ground.now)).size());
        if (rule.handling && !trial.hasClock) {
            trial.hasClock = true;
            trial.due = granted->due;
            trial.onTime = !late;
        }
    }
    return trial;
}

} // namespace huiyin
