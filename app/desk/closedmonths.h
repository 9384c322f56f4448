// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>

#include <QMap>
#include <QString>

#include <optional>

namespace huiyin {

/// Sums of the tally by value, for each dimension.
using TallySums = QMap<Dimension, QMap<QString, Counts>>;

/// A month whose figures were frozen. The sums run from the beginning to the end of the month, so
/// that the difference of two closed months is what was reported for the later one.
struct ClosedMonth
{
    QString month; ///< yyyy-MM
    QString by, byName;
    Instant at = Instant::fromUtcMs(0);
    TallySums sums;   ///< to the end of the month
    TallySums before; ///< to its beginning; only in the first month ever closed

    [[nodiscard]] QString toJson() const;
    /// Nothing for a text that is none of ours.
    static std::optional<ClosedMonth> fromJson(const QString &month, const QString &json);
};

/// Names of the settings closed months are published under: + yyyy-MM.
inline constexpr auto kClosedMonth = "month:";

/// The closed months by yyyy-MM, as published; their sums are unpacked by fromJson().
[[nodiscard]] Result<QMap<QString, QString>> closedMonths(const CaseReader &reader);

/// Freezes the figures of a month that is over, yyyy-MM, as a fact of its own: who closed it and
/// when. What changes later counts in the next month. Findings: month.malformed, month.running,
/// month.closed, month.order \error actor.unknown, store.busy, store.disk
[[nodiscard]] Result<Outcome> closeMonth(Desk &desk, const QString &month);

/// How urgent it is to close the month that has ended.
struct MonthToClose
{
    enum class Urgency { NotYet, Remind, Urgent, Overdue };
    QString month;
    Urgency urgency = Urgency::NotYet;
    Instant since = Instant::fromUtcMs(0); ///< the 5th
    Instant due = Instant::fromUtcMs(0);   ///< the end of the 10th
};

/// The earliest month that is over and not closed: the last one while none was ever closed, nothing
/// where everything is closed or nothing happened in it.
[[nodiscard]] Result<std::optional<MonthToClose>> monthToClose(const CaseReader &reader,
                                                               Instant now);

/// `notYet`, `remind`, `urgent`, `overdue`
[[nodiscard]] QString urgencyId(MonthToClose::Urgency urgency);

} // namespace huiyin
