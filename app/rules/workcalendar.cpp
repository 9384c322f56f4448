// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/workcalendar.h>

#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace huiyin {

namespace {

/// Monday to Friday, counted from a Monday far before any date: exact and without a table.
constexpr qint64 weekdaysUpTo(qint64 number)
{
    // Julian day number 0 is a Monday.
    const qint64 weeks = number / 7;
    const qint64 rest = number % 7 + 1;
    return weeks * 5 + std::min<qint64>(rest, 5);
}

constexpr bool isWeekend(Day day) { return day.dayOfWeek() >= 6; }

/// How many 1 January of the years 1 … `year` fall on Monday to Friday. The Gregorian calendar
/// repeats every 400 years, which are whole weeks, so a table of one cycle serves all years.
qint64 weekdayNewYearsUpTo(int year)
{
    static const auto cycle = [] {
        std::array<qint64, 401> sums{};
        for (int y = 1; y <= 400; ++y) {
            const int dayOfWeek = QDate(y, 1, 1).dayOfWeek();
            sums[static_cast<size_t>(y)] =
                sums[static_cast<size_t>(y - 1)] + (dayOfWeek <= 5 ? 1 : 0);
        }
        return sums;
    }();
    return year / 400 * cycle[400] + cycle[static_cast<size_t>(year % 400)];
}

/// Forecast: working days up to and with the day by the rule "Monday to Friday except 1 January".
qint64 forecastUpTo(Day day)
{
    return weekdaysUpTo(day.number()) - weekdayNewYearsUpTo(day.year());
}

bool forecastWorks(Day day)
{
    if (isWeekend(day)) {
        return false;
    }
    const QDate date = day.toDate();
    return date.month() != 1 || date.day() != 1;
}

/// Forecast: the working day up to and with which `count` days work.
Day forecastAt(qint64 count)
{
    // Each 1 January costs at most one working day in a year of some 261, less than one in 200.
    qint64 low = count / 5 * 7;
    qint64 high = low + count / 200 + 14;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        if (forecastUpTo(Day::fromNumber(middle)) >= count) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return Day::fromNumber(low);
}

} // namespace

struct WorkCalendar::Table
{
    struct Special
    {
        bool working;
        QString name;
        int year;
    };

    Day from = Day::fromNumber(0);
    Day to = Day::fromNumber(0);
    QVector<YearTable> years;
    QHash<qint64, Special> specials;

    Day first = Day::fromNumber(0); ///< first and last day of the flat table
    Day last = Day::fromNumber(0);
    std::vector<qint32> rank;     ///< working days from `first` up to and with the day
    std::vector<qint64> workdays; ///< numbers of the working days, ascending

    void build()
    {
        first = from;
        last = to;
        specials.clear();
        for (const auto &year : years) {
            for (const auto &special : year.days) {
                specials.insert(special.day.number(), {special.working, special.name, year.year});
                first = std::min(first, special.day);
                last = std::max(last, special.day);
            }
        }
        rank.clear();
        workdays.clear();
        for (Day day = first; day <= last; day = day.addDays(1)) {
            const auto special = specials.constFind(day.number());
            const bool published = day <= to;
            const bool works = special != specials.cend()
                                   ? special->working
                                   : (published ? !isWeekend(day) : forecastWorks(day));
            if (works) {
                workdays.push_back(day.number());
            }
            rank.push_back(static_cast<qint32>(workdays.size()));
        }
    }

    [[nodiscard]] bool holds(Day day) const { return first <= day && day <= last; }

    /// Working days from `first` up to and with the day, negative before it.
    [[nodiscard]] qint64 upTo(Day day) const
    {
        if (day < first) {
            return forecastUpTo(day) - forecastUpTo(first.addDays(-1));
        }
        if (day > last) {
            return static_cast<qint64>(workdays.size()) + forecastUpTo(day) - forecastUpTo(last);
        }
        return rank[static_cast<size_t>(day - first)];
    }

    /// The k-th working day of the table's own count, k from 1; beyond the table by forecast.
    [[nodiscard]] Day at(qint64 k) const
    {
        if (k >= 1 && k <= static_cast<qint64>(workdays.size())) {
            return Day::fromNumber(workdays[static_cast<size_t>(k - 1)]);
        }
        return k < 1 ? forecastAt(forecastUpTo(first.addDays(-1)) + k)
                     : forecastAt(forecastUpTo(last) + k - static_cast<qint64>(workdays.size()));
    }
};

WorkCalendar::WorkCalendar(std::shared_ptr<const Table> table)
    : m_table(std::move(table))
{
}

WorkCalendar WorkCalendar::with(const YearTable &year) const
{
    auto table = std::make_shared<Table>();
    table->from = m_table->from;
    table->to = m_table->to;
    table->years = m_table->years;
    YearTable sorted = year;
    std::sort(sorted.days.begin(), sorted.days.end(), [](const SpecialDay &a, const SpecialDay &b) {
        return a.day < b.day;
    });
    const auto place = std::lower_bound(table->years.begin(),
                                        table->years.end(),
                                        year.year,
                                        [](const YearTable &a, int y) { return a.year < y; });
    if (place != table->years.end() && place->year == year.year) {
        *place = sorted;
    } else {
        table->years.insert(place, sorted);
    }
    if (year.year == table->to.addDays(1).year()) {
        table->to = *Day::of(year.year, 12, 31);
    }
    table->build();
    return WorkCalendar(table);
}

WorkCalendar WorkCalendar::ofYears(Day from, Day to, const QVector<YearTable> &years)
{
    auto table = std::make_shared<Table>();
    table->from = from;
    table->to = to;
    table->years = years;
    table->build();
    return WorkCalendar(table);
}

Day WorkCalendar::coverageFrom() const { return m_table->from; }

Day WorkCalendar::coverageTo() const { return m_table->to; }

const QVector<YearTable> &WorkCalendar::years() const { return m_table->years; }

bool WorkCalendar::isWorkingDay(Day day) const
{
    if (!m_table->holds(day)) {
        return forecastWorks(day);
    }
    return m_table->upTo(day) != m_table->upTo(day.addDays(-1));
}

DayFact WorkCalendar::fact(Day day) const
{
    DayFact fact;
    const auto special = m_table->specials.constFind(day.number());
    if (special != m_table->specials.cend()) {
        fact.kind = special->working ? DayKind::MakeupDay : DayKind::Holiday;
        fact.name = special->name;
        fact.noticeYear = special->year;
        return fact;
    }
    fact.known = m_table->from <= day && day <= m_table->to;
    if (isWeekend(day)) {
        fact.kind = DayKind::Weekend;
    } else if (!isWorkingDay(day)) {
        fact.kind = DayKind::Holiday;
        fact.name = QStringLiteral("元旦"); // the one festival a forecast knows
    }
    return fact;
}

Day WorkCalendar::addWorkingDays(Day day, qint64 n) const
{
    return m_table->at(m_table->upTo(day) + n);
}

qint64 WorkCalendar::workingDaysBetween(Day from, Day to) const
{
    return m_table->upTo(to) - m_table->upTo(from);
}

Day WorkCalendar::nextWorkingDay(Day day) const { return addWorkingDays(day, 1); }

Day WorkCalendar::previousWorkingDay(Day day) const
{
    return m_table->at(m_table->upTo(day.addDays(-1)));
}

CalendarDifference difference(const WorkCalendar &calendar, const YearTable &year)
{
    const auto byDay = [](const SpecialDay &a, const SpecialDay &b) { return a.day < b.day; };
    CalendarDifference result;
    QVector<SpecialDay> standing;
    for (const auto &table : calendar.years()) {
        if (table.year == year.year) {
            standing = table.days;
        }
    }
    for (const auto &special : year.days) {
        if (!standing.contains(special)) {
            result.added.append(special);
        }
    }
    for (const auto &special : std::as_const(standing)) {
        if (!year.days.contains(special)) {
            result.removed.append(special);
        }
    }
    std::sort(result.added.begin(), result.added.end(), byDay);
    std::sort(result.removed.begin(), result.removed.end(), byDay);
    return result;
}

} // namespace huiyin
