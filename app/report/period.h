// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>
#include <domain/result.h>

#include <QString>

namespace huiyin {

enum class PeriodKind { Month, Week, Quarter, Year, Range };

/// A span of whole days of the office a report is about, both ends included.
class Period
{
public:
    /// Gives the period of `2026-03`, `2026-W10` (Monday to Sunday, ISO 8601), `2026-Q1`, `2026` or
    /// `2026-01-05..2026-02-07` or `2025-11..2026-02`. \error period.malformed, period.reversed
    static Result<Period> parse(QStringView text);

    static Period month(int year, int month);

    /// The last month that was over on `today`: what a report opens with.
    static Period lastMonthBefore(Day today);

    [[nodiscard]] PeriodKind kind() const { return m_kind; }

    [[nodiscard]] Day from() const { return m_from; }

    /// The last day, included.
    [[nodiscard]] Day to() const { return m_to; }

    [[nodiscard]] Instant begin() const { return Instant::fromLocal(m_from, 0); }

    /// The first moment after the period.
    [[nodiscard]] Instant end() const { return Instant::fromLocal(m_to, kDayMs); }

    /// The month before a month, the week before a week …; a range: as many days just before it.
    [[nodiscard]] Period previous() const;

    /// The same month, week, quarter or year one year earlier; week 53 has week 52 where there is
    /// none, 29 February has 28 February.
    [[nodiscard]] Period sameLastYear() const;

    /// 1 January of the year of the last day to the last day: 本年累计.
    [[nodiscard]] Period yearToDate() const;

    /// `2026-03`, as parsed.
    [[nodiscard]] QString toString() const;

    /// `2026年3月`, `2026年第10周(3月2日—3月8日)`; `March 2026` …
    [[nodiscard]] QString toText(bool chinese) const;

    friend bool operator==(const Period &, const Period &) = default;

private:
    Period(PeriodKind kind, Day from, Day to)
        : m_kind(kind)
        , m_from(from)
        , m_to(to)
    {
    }

    PeriodKind m_kind;
    Day m_from;
    Day m_to;
};

} // namespace huiyin
