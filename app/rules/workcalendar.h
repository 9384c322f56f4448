// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>
#include <domain/result.h>

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

namespace huiyin {

/// What one day is and why.
enum class DayKind { WorkingDay, Weekend, Holiday, MakeupDay };

struct DayFact
{
    DayKind kind = DayKind::WorkingDay;
    QString name;       ///< festival of a holiday, or the festival a make-up day pays for
    int noticeYear = 0; ///< year of the notice that says so, 0 for plain weekdays and weekends
    bool known = true;  ///< false beyond the published calendar: a forecast
};

/// One special day of a yearly notice.
struct SpecialDay
{
    Day day;
    bool working = false; ///< make-up working day, else day off
    QString name;

    friend bool operator==(const SpecialDay &, const SpecialDay &) = default;
};

/// Holidays and make-up days as one notice (or one year's notices) print them.
struct YearTable
{
    int year = 0;
    QStringList notices; ///< titles with numbers
    QVector<SpecialDay> days;

    friend bool operator==(const YearTable &, const YearTable &) = default;
};

/// The working calendar of mainland China, immutable. Working-day arithmetic takes O(1) by a prefix
/// table.
class WorkCalendar
{
public:
    /// Reads the shipped JSON (see resources/calendars/README.md).
    /// \error calendar.json.malformed (line, key), calendar.day.doubled, calendar.makeup.notWeekend
    static Result<WorkCalendar> fromJson(const QByteArray &json);

    /// Gives a calendar of these tables (sorted by year, days unique). Days beyond `to` are a
    /// forecast.
    static WorkCalendar ofYears(Day from, Day to, const QVector<YearTable> &years);

    /// Gives the same calendar with the year's table put in place of what stood for that notice
    /// year; coverage grows to 31 December of that year when it joins on.
    [[nodiscard]] WorkCalendar with(const YearTable &year) const;

    [[nodiscard]] QByteArray toJson() const;

    [[nodiscard]] Day coverageFrom() const;
    [[nodiscard]] Day coverageTo() const;
    [[nodiscard]] const QVector<YearTable> &years() const;

    /// Beyond the coverage: Monday to Friday except 1 January.
    [[nodiscard]] bool isWorkingDay(Day day) const;

    [[nodiscard]] DayFact fact(Day day) const;

    /// The n-th working day after `day` (n ≥ 1), `day` itself not counted.
    [[nodiscard]] Day addWorkingDays(Day day, qint64 n) const;

    /// Working days in (from, to].
    [[nodiscard]] qint64 workingDaysBetween(Day from, Day to) const;

    [[nodiscard]] Day nextWorkingDay(Day day) const;     ///< first working day after `day`
    [[nodiscard]] Day previousWorkingDay(Day day) const; ///< last working day before `day`

    struct Table; ///< private to workcalendar.cpp

private:
    std::shared_ptr<const Table> m_table;
    explicit WorkCalendar(std::shared_ptr<const Table> table);
};

/// What a new table would change in the calendar.
struct CalendarDifference
{
    QVector<SpecialDay> added; ///< days of the table which the calendar lacks or has otherwise
    QVector<SpecialDay>
        removed; ///< days of the same notice year which the table lacks or has otherwise
    friend bool operator==(const CalendarDifference &, const CalendarDifference &) = default;
};

/// Compares the table with what the calendar has for the same notice year, both lists sorted by
/// day.
[[nodiscard]] CalendarDifference difference(const WorkCalendar &calendar, const YearTable &year);

/// Reads one year of the JSON form {"year","notices","holidays","makeup"}; `place` names it in
/// errors. \error calendar.json.malformed
[[nodiscard]] Result<YearTable> yearTableFromJson(const QJsonObject &json, const QString &place);

} // namespace huiyin
