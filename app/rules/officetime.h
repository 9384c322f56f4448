// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/deadlines.h>

#include <limits>

namespace huiyin {

/// A moment that remembers to which day it belongs: 24:00 is the next midnight but still this day.
struct DayMoment
{
    Day day;
    qint64 msOfDay;

    [[nodiscard]] Instant instant() const { return Instant::fromLocal(day, msOfDay); }
};

/// Office time as a line that can be measured and walked, in O(1) for any length.
class OfficeTime
{
public:
    /// \param hours  checked and sorted
    OfficeTime(const WorkCalendar &calendar, const OfficeHours &hours);

    /// Office milliseconds of one working day.
    [[nodiscard]] qint64 perDay() const { return m_perDay; }

    /// Office milliseconds in [from, to).
    [[nodiscard]] qint64 between(Instant from, Instant to) const;

    /// The earliest moment at which `ms` (≥ 1) of office time have passed since `from`.
    [[nodiscard]] DayMoment after(Instant from, qint64 ms) const;

private:
    [[nodiscard]] qint64 before(qint64 msOfDay) const;

    const WorkCalendar &m_calendar;
    const OfficeHours &m_hours;
    qint64 m_perDay = 0;
};

/// Pauses joined, sorted, without empty ones. A pause without end ends at kNever.
struct StoppedSpan
{
    Instant from;
    Instant to;
};

inline constexpr Instant kNever = Instant::fromUtcMs(std::numeric_limits<qint64>::max());

/// \error pause.reversed
[[nodiscard]] Result<QVector<StoppedSpan>> stoppedSpans(const QVector<PauseSpan> &pauses);

/// Days whose closing time lies in (from, to] of a pause: they do not count.
struct StoppedDays
{
    Day first;
    Day last; ///< kLastDay if the pause never ends
};

inline constexpr Day kLastDay = Day::fromNumber(5373484); ///< 9999-12-31

/// Sorted and joined. \param closeMs closing time of a day, 86 400 000 = 24:00
[[nodiscard]] QVector<StoppedDays> stoppedDays(const QVector<StoppedSpan> &spans, qint64 closeMs);

} // namespace huiyin
