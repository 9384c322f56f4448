// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/deadlines.h>
#include <rules/officetime.h>

#include <algorithm>

namespace huiyin {

namespace {

constexpr qint64 kHourMs = 3600LL * 1000;
constexpr qint64 kMinuteMs = 60LL * 1000;

Error outOfRange(const Limit &limit)
{
    return {QStringLiteral("limit.range"),
            {{QStringLiteral("n"), QString::number(limit.extendTo.value_or(limit.n))}}};
}

bool isWallClock(Unit unit) { return unit == Unit::Hours || unit == Unit::Minutes; }

bool isFixedDay(Unit unit)
{
    return unit == Unit::SameDay || unit == Unit::MonthDay || unit == Unit::EndOfWeek ||
           unit == Unit::EndOfMonth;
}

Roll rollOf(const Limit &limit)
{
    const bool backward = limit.unit == Unit::EndOfWeek || limit.unit == Unit::EndOfMonth;
    return limit.roll.value_or(backward ? Roll::Previous : Roll::Next);
}

/// All that the counting of one limit looks at.
struct Count
{
    const WorkCalendar &calendar;
    Instant receipt;
    const Limit &limit;
    const OfficeHours &hours;
    const QVector<StoppedSpan> &spans;

    [[nodiscard]] qint64 amount() const { return limit.extendTo.value_or(limit.n); }

    [[nodiscard]] Instant closeOf(Day day) const { return Instant::fromLocal(day, hours.closeMs); }

    [[nodiscard]] Result<Deadline> on(Day day, Instant due) const
    {
        if (day > kLastDay) {
            return outOfRange(limit);
        }
        return Deadline{due, day, !isWallClock(limit.unit) && day > calendar.coverageTo()};
    }

    [[nodiscard]] Result<Deadline> inDays() const;
    [[nodiscard]] Result<Deadline> onTheWall() const;
    [[nodiscard]] Result<Deadline> inOfficeTime() const;
    [[nodiscard]] Result<Deadline> onFixedDay() const;
};

/// Workdays and Days: rules 1, 2, 3 and 7. The stopped days cut the time line into free stretches,
/// each of which is counted at once.
Result<Deadline> Count::inDays() const
{
    const bool working = limit.unit == Unit::Workdays;
    const auto stopped = stoppedDays(spans, hours.closeMs);
    Day day = receipt.localDay();
    qint64 left = amount();
    for (const auto &stop : stopped) {
        const Day free = stop.first.addDays(-1);
        if (free > day) {
            const qint64 counted = working ? calendar.workingDaysBetween(day, free) : free - day;
            if (counted >= left) {
                break;
            }
            left -= counted;
        }
        if (stop.last == kLastDay) {
            return Deadline{};
        }
        day = std::max(day, stop.last);
    }
    day = working ? calendar.addWorkingDays(day, left) : day.addDays(left);
    if (!working && rollOf(limit) == Roll::Next && day <= kLastDay && !calendar.isWorkingDay(day)) {
        day = calendar.nextWorkingDay(day);
        for (const auto &stop : stopped) {
            if (stop.first <= day && day <= stop.last) {
                if (stop.last == kLastDay) {
                    return Deadline{};
                }
                day = calendar.nextWorkingDay(stop.last);
            }
        }
    }
    return on(day, closeOf(day));
}

/// Hours and Minutes: rules 6 and 7.
Result<Deadline> Count::onTheWall() const
{
    qint64 left = amount() * (limit.unit == Unit::Hours ? kHourMs : kMinuteMs);
    Instant at = receipt;
    for (const auto &span : spans) {
        if (span.to <= at) {
            continue;
        }
        if (span.from > at) {
            if (span.from - at >= left) {
                break;
            }
            left -= span.from - at;
        }
        if (span.to == kNever) {
            return Deadline{};
        }
        at = span.to;
    }
    const Instant due = at.addMs(left);
    return on(due.localDay(), due);
}

/// Workhours and Workminutes: rules 5 and 7.
Result<Deadline> Count::inOfficeTime() const
{
    const OfficeTime office(calendar, hours);
    qint64 left = amount() * (limit.unit == Unit::Workhours ? kHourMs : kMinuteMs);
    Instant at = receipt;
    for (const auto &span : spans) {
        if (span.to <= at) {
            continue;
        }
        const qint64 passed = office.between(at, span.from);
        if (passed >= left) {
            break;
        }
        left -= passed;
        if (span.to == kNever) {
            return Deadline{};
        }
        at = span.to;
    }
    const DayMoment due = office.after(at, left);
    if (due.day > kLastDay) {
        return outOfRange(limit); // its moment may not even fit an Instant
    }
    return on(due.day, due.instant());
}

Day fixedDay(Day receipt, const Limit &limit)
{
    switch (limit.unit) {
    case Unit::EndOfWeek:
        return receipt.addDays(7 - receipt.dayOfWeek());
    case Unit::EndOfMonth:
        return receipt.addDays(receipt.toDate().daysInMonth() - receipt.dayOfMonth());
    case Unit::MonthDay: {
        const QDate first = QDate(receipt.year(), receipt.month(), 1).addMonths(limit.months);
        const qint64 offset = std::min<qint64>(limit.n, first.daysInMonth()) - 1;
        return Day::fromNumber(first.toJulianDay() + offset);
    }
    default:
        return receipt;
    }
}

/// Rules 3 and 4; no pauses, no extension.
Result<Deadline> Count::onFixedDay() const
{
    const Day found = fixedDay(receipt.localDay(), limit);
    if (found > kLastDay) {
        return outOfRange(limit);
    }
    const Roll roll = rollOf(limit);
    Day day = found;
    if (roll != Roll::None && !calendar.isWorkingDay(found)) {
        day = roll == Roll::Next ? calendar.nextWorkingDay(found)
                                 : calendar.previousWorkingDay(found);
    }
    if (closeOf(day) > receipt) {
        return on(day, closeOf(day));
    }
    if (roll == Roll::None) {
        return on(day, Instant::fromLocal(day, kDayMs));
    }
    day = receipt.localDay();
    if (!calendar.isWorkingDay(day) || closeOf(day) <= receipt) {
        day = calendar.nextWorkingDay(day);
    }
    return on(day, closeOf(day));
}

Result<Done> checkLimit(const Limit &limit)
{
    // 10^9 keeps every product within 64 bits; what is due after 9999 is refused when it is found.
    constexpr qint64 kMost = 1'000'000'000;
    if (limit.unit == Unit::MonthDay) {
        if (limit.n < 1 || limit.n > 31 || limit.months < 0 || limit.months > 1200) {
            return outOfRange(limit);
        }
        return Done{};
    }
    if (isFixedDay(limit.unit)) {
        return Done{};
    }
    if (limit.n < 1 || limit.n > kMost ||
        (limit.extendTo && (*limit.extendTo < 1 || *limit.extendTo > kMost))) {
        return outOfRange(limit);
    }
    if (limit.unit == Unit::Days && limit.roll == Roll::Previous) {
        return Error{QStringLiteral("limit.rollPrevDays")};
    }
    return Done{};
}

} // namespace

Result<Deadline> deadline(const WorkCalendar &calendar,
                          Instant receipt,
                          const Limit &limit,
                          const OfficeHours &hours,
                          const QVector<PauseSpan> &pauses)
{
    if (const auto checked = checkLimit(limit); !checked) {
        return checked.error();
    }
    const auto spans = stoppedSpans(pauses);
    if (!spans) {
        return spans.error();
    }
    const auto office = checkedHours(hours);
    if (!office) {
        return office.error();
    }
    const Count count{calendar, receipt, limit, *office, *spans};
    if (isWallClock(limit.unit)) {
        return count.onTheWall();
    }
    if (receipt.localDay() < calendar.coverageFrom()) {
        return Error{QStringLiteral("calendar.beforeStart"),
                     {{QStringLiteral("day"), receipt.localDay().toString()},
                      {QStringLiteral("from"), calendar.coverageFrom().toString()}}};
    }
    switch (limit.unit) {
    case Unit::Workdays:
    case Unit::Days:
        return count.inDays();
    case Unit::Workhours:
    case Unit::Workminutes:
        return count.inOfficeTime();
    default:
        return count.onFixedDay();
    }
}

std::optional<qint64> workdaysUsed(const WorkCalendar &calendar,
                                   Instant from,
                                   Instant to,
                                   const OfficeHours &hours,
                                   const QVector<PauseSpan> &pauses)
{
    const auto dueOf = [&](qint64 n) {
        const auto limit =
            deadline(calendar, from, {.unit = Unit::Workdays, .n = n}, hours, pauses);
        return limit ? limit->due : std::nullopt;
    };
    qint64 over = 0; // the most working days that were over by then
    qint64 within = 1;
    for (;;) {
        const auto due = dueOf(within);
        if (!due) {
            return std::nullopt;
        }
        if (to <= *due) {
            break;
        }
        if (within >= kMostWorkdays) {
            return std::nullopt;
        }
        over = within;
        within = std::min(2 * within, kMostWorkdays);
    }
    while (within - over > 1) {
        const qint64 middle = (over + within) / 2;
        const auto due = dueOf(middle);
        if (!due) {
            return std::nullopt;
        }
        (to <= *due ? within : over) = middle;
    }
    return within;
}

qint64 workedMinutes(const WorkCalendar &calendar,
                     Instant from,
                     Instant to,
                     const OfficeHours &hours,
                     const QVector<PauseSpan> &pauses)
{
    const auto spans = stoppedSpans(pauses);
    const auto checked = checkedHours(hours);
    if (!spans || !checked) {
        return 0;
    }
    const OfficeTime office(calendar, *checked);
    qint64 sum = 0;
    Instant at = from;
    for (const auto &span : *spans) {
        sum += office.between(at, std::min(span.from, to));
        at = std::max(at, span.to);
        if (at >= to) {
            break;
        }
    }
    sum += office.between(at, to);
    return sum / kMinuteMs;
}

} // namespace huiyin
