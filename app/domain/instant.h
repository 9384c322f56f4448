// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/result.h>

#include <QDate>
#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace huiyin {

/// A calendar date of the office (not an instant). Proleptic Gregorian, years 1 to 9999.
class Day
{
public:
    /// Gives the date, or nothing if the calendar has no such day.
    static std::optional<Day> of(int year, int month, int day);

    /// Gives the date of a text `2026-02-13`. \error day.malformed, day.impossible
    static Result<Day> parse(QStringView text);

    /// Gives the day with this Julian day number.
    static constexpr Day fromNumber(qint64 number) { return Day(number); }

    [[nodiscard]] constexpr qint64 number() const { return m_number; }

    [[nodiscard]] int year() const { return toDate().year(); }

    [[nodiscard]] int month() const { return toDate().month(); }

    [[nodiscard]] int dayOfMonth() const { return toDate().day(); }

    /// 1 = Monday … 7 = Sunday.
    [[nodiscard]] constexpr int dayOfWeek() const { return static_cast<int>(m_number % 7) + 1; }

    [[nodiscard]] constexpr Day addDays(qint64 days) const { return Day(m_number + days); }

    [[nodiscard]] QDate toDate() const { return QDate::fromJulianDay(m_number); }

    /// `2026-02-13`
    [[nodiscard]] QString toString() const;

    friend constexpr qint64 operator-(Day a, Day b) { return a.m_number - b.m_number; }

    friend constexpr bool operator==(Day, Day) = default;
    friend constexpr auto operator<=>(Day, Day) = default;

    friend size_t qHash(Day day, size_t seed = 0) { return ::qHash(day.m_number, seed); }

private:
    constexpr explicit Day(qint64 number)
        : m_number(number)
    {
    }

    qint64 m_number;
};

/// The office's clock is China Standard Time: UTC+8 all year, no summer time since 1992.
inline constexpr qint64 kOfficeOffsetMs = 8LL * 3600 * 1000;
inline constexpr qint64 kDayMs = 24LL * 3600 * 1000;

/// A moment: whole milliseconds of UTC since 1970-01-01T00:00:00Z.
class Instant
{
public:
    static constexpr Instant fromUtcMs(qint64 ms) { return Instant(ms); }

    /// Gives the moment `msOfDay` (0 … 86 400 000) after local midnight of the day; 86 400 000 is
    /// 24:00.
    static Instant fromLocal(Day day, qint64 msOfDay);

    /// Gives the moment of an office-local text `2026-02-13T17:00:00`, `2026-02-13T17:00`,
    /// `2026-02-13 17:00`, also with a single-digit hour or seconds left out. \error
    /// instant.malformed, day.impossible
    static Result<Instant> parseLocal(QStringView text);

    [[nodiscard]] constexpr qint64 utcMs() const { return m_ms; }

    [[nodiscard]] Day localDay() const;

    /// Milliseconds since local midnight, 0 … 86 399 999.
    [[nodiscard]] qint64 localMsOfDay() const;

    /// Office-local text without offset, whole seconds: `2026-02-13T17:00:00`.
    [[nodiscard]] QString toLocalText() const;

    [[nodiscard]] constexpr Instant addMs(qint64 ms) const { return Instant(m_ms + ms); }

    friend constexpr qint64 operator-(Instant a, Instant b) { return a.m_ms - b.m_ms; }

    friend constexpr bool operator==(Instant, Instant) = default;
    friend constexpr auto operator<=>(Instant, Instant) = default;

private:
    constexpr explicit Instant(qint64 ms)
        : m_ms(ms)
    {
    }

    qint64 m_ms;
};

} // namespace huiyin
