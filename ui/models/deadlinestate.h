// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <domain/casefile.h>
#include <rules/deadlines.h>
#include <rules/workcalendar.h>

#include <QCoreApplication>
#include <QMetaType>
#include <QString>

#include <optional>

namespace huiyin {

/// How a clock stands at one moment: state, word, remaining working time and due time as people
/// read them.
struct DeadlineState
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::DeadlineState)

public:
    enum class Kind { None, Ample, Soon, Urgent, Overdue, Paused, OffHours, Met, MetLate };
    /// What the limit is counted in.
    enum class Basis { Days, OfficeTime, Natural };

    Kind kind = Kind::None;
    double share = 0;         ///< remaining share of the clock, 0 … 1
    QString word;             ///< 临近
    QString text;             ///< 剩 6 时 10 分, 超 1 时 20 分, 达成
    QString dueText;          ///< 明天 17:30, 4月16日 17:30; empty if never reached
    bool provisional = false; ///< 暂定: counted beyond the published calendar
    QString spoken;           ///< for screen readers: word, text and due in one sentence

    /// The state of a list row's clock.
    static DeadlineState
    of(const CaseRow &row, const WorkCalendar &calendar, const OfficeHours &hours, Instant now);

    /// The state of a clock of the ledger or of a preview.
    static DeadlineState
    of(const Clock &clock, const WorkCalendar &calendar, const OfficeHours &hours, Instant now);

    /// `今天 16:20`, `4月16日 17:30`; midnight reads 24:00 of the day before.
    static QString momentText(Instant moment, Instant now);

    /// `4月16日 周四`, with the year if it is not this one.
    static QString dayText(Day day, Day today);

    friend bool operator==(const DeadlineState &, const DeadlineState &) = default;
};

} // namespace huiyin

Q_DECLARE_METATYPE(huiyin::DeadlineState)
