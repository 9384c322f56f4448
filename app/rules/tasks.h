// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <domain/instant.h>
#include <rules/decide.h>
#include <rules/regulation.h>

#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

enum class TaskKind {
    Escalation, ///< a clock has used up the share at which its ladder tells somebody
    FollowUp,   ///< what the pack wants after a step of the case
    Duty,       ///< due by the calendar, without a case
    Advice,     ///< what the pack advises for a case like this and nobody has done yet
    Count,      ///< a counter over cases has reached its mark
};

/// `escalation`, `followUp`, `duty`, `advice`, `count`
[[nodiscard]] QString taskKindId(TaskKind kind);

/// Something somebody owes. Never stored: it follows from the pack, the case and the moment, so it
/// cannot be forgotten and cannot outlive its cause.
struct Task
{
    QString id; ///< `escalation:handling:0.8`, `followUp:returnVisit`, `duty:statistics:2026-03`
    TaskKind kind = TaskKind::Duty;
    QString zh, en;
    QStringList who; ///< roles of the pack, or a department or person the case names
    std::optional<CaseId> caseId;
    QString caseNo;
    Instant since = Instant::fromUtcMs(0); ///< when it arose
    std::optional<Instant> due;
    bool provisional = false; ///< counted beyond the published calendar
    QStringList rules;

    [[nodiscard]] bool overdue(Instant now) const { return due && *due < now; }
};

/// The rungs of the clock's ladder reached by `now`, lowest first, of clocks that still run. `at`
/// is the used share of the span from start to due: 0.8 = a fifth is left, 1 and `due` = the due
/// time, `overdue` = past it, 2 = as long again.
[[nodiscard]] QVector<Task>
escalations(const Regulation &regulation, const CaseFile &caseFile, Instant now);

/// What the pack wants after steps already taken and nobody has done yet: a duty `every = "case"`
/// arises with its `after` and ends with a step of `doneBy`. Withdrawn, declined and voided cases
/// owe nothing.
[[nodiscard]] QVector<Task> followUps(const Ground &ground, const CaseFile &caseFile);

/// The pack's advice that holds for an open case: proposals whose values do not stand yet, and
/// checklists of steps already taken.
[[nodiscard]] QVector<Task>
advised(const Regulation &regulation, const CaseFile &caseFile, Instant now);

/// A day, week, month, quarter or year a duty is owed for: `2026-03-05`, `2026-W10`, `2026-03`,
/// `2026-Q1`, `2026`.
struct DutyPeriod
{
    QString id;
    Day from;
    Day to; ///< included

    friend bool operator==(const DutyPeriod &, const DutyPeriod &) = default;
};

/// The period of `every` (day, week, month, quarter, year) that `day` lies in; weeks by ISO 8601.
[[nodiscard]] DutyPeriod dutyPeriod(const QString &every, Day day);

/// The duties by the calendar open at ground.now. A limit that ends inside the period (end of the
/// week) is owed from the period's first day; one that ends after it (by the 10th of the next
/// month) from the day after its last. \param since  first day the pack was in force here: nothing
/// is owed for periods before \param done   ids of periods done: `statistics:2026-03`
[[nodiscard]] QVector<Task> duties(const Ground &ground, Day since, const QSet<QString> &done);

/// What a counter looks at of one case.
struct CountedCase
{
    Instant receivedAt = Instant::fromUtcMs(0);
    QJsonObject fields;
};

/// The first day a counter of the pack looks back to; nothing if it has none.
[[nodiscard]] std::optional<Day> countedFrom(const Regulation &regulation, Day today);

/// The counters whose mark is reached. Calendar units look at the present month, quarter or year
/// and the `span` − 1 before, together; `running` asks the mark of each of `span` months running,
/// the last of them the present or the past one.
[[nodiscard]] QVector<Task>
counts(const Regulation &regulation, const QVector<CountedCase> &cases, Instant now);

/// Whether the task is this person's: by role, by department or by name.
[[nodiscard]] bool concerns(const Task &task, const Actor &actor);

/// The order of lists: what is due comes first, what has no end follows by age.
[[nodiscard]] bool comesBefore(const Task &a, const Task &b);

} // namespace huiyin
