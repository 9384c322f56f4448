// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <domain/instant.h>
#include <domain/result.h>
#include <rules/workcalendar.h>

#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

enum class Unit {
    Workdays,
    Days,
    Hours,
    Minutes,
    Workhours,
    Workminutes,
    SameDay,
    MonthDay,
    EndOfWeek,
    EndOfMonth
};
enum class Roll { Next, Previous, None };

/// A limit as a regulation states it, e.g. {"workdays":3}, {"hours":24}, {"sameDay":true},
/// {"monthDay":10,"months":1}, {"endOfWeek":true}; optional "roll":"next|prev|none".
struct Limit
{
    Unit unit = Unit::Workdays;
    qint64 n = 0;                   ///< amount; day of month for MonthDay
    int months = 1;                 ///< MonthDay only
    std::optional<Roll> roll;       ///< nothing = the unit's default
    std::optional<qint64> extendTo; ///< extended to this total, from the original receipt

    /// \error limit.malformed, limit.unknownUnit, limit.range
    static Result<Limit> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    /// `3个工作日` / `3 working days`
    [[nodiscard]] QString toText(bool chinese) const;
};

struct OfficePeriod
{
    qint64 fromMs; ///< of the local day, inclusive
    qint64 toMs;   ///< of the local day, exclusive; 86 400 000 = 24:00

    friend bool operator==(const OfficePeriod &, const OfficePeriod &) = default;
};

struct OfficeHours
{
    qint64 closeMs =
        (17 * 60 + 30) * 60000LL; ///< end of business for limits in days; 86 400 000 = 24:00
    QVector<OfficePeriod> periods = {{(8 * 60 + 30) * 60000LL, 12 * 3600000LL},
                                     {(13 * 60 + 30) * 60000LL, (17 * 60 + 30) * 60000LL}};

    friend bool operator==(const OfficeHours &, const OfficeHours &) = default;
};

struct PauseSpan
{
    Instant from;
    std::optional<Instant> to; ///< nothing = still stopped
};

/// One line of the explanation of a due time.
struct CountedDay
{
    Day day;
    DayFact fact;
    qint64 number = 0; ///< 1, 2, 3 … if the day counts
    QString reason;    ///< code of why it does not count: receipt, weekend, holiday, paused,
                       ///< outsideHours; or rolled, makeup
    qint64 usedMs = 0; ///< office time of the day that counted (Workhours, Workminutes)
    std::optional<Instant> at = {}; ///< receipt on the first line, due time on the last
};

struct Deadline
{
    std::optional<Instant> due; ///< nothing: never reached, the clock is stopped
    std::optional<Day> dueDay;
    bool provisional = false; ///< beyond the published calendar
    friend bool operator==(const Deadline &, const Deadline &) = default;
};

/// Counts a deadline by ../calendar rules 1–8. O(1) for working days without pauses.
/// \error calendar.beforeStart  the receipt precedes the calendar
/// \error limit.range           an amount below 1, or a due time after the year 9999
/// \error hours.empty, hours.overlap, hours.close, pause.reversed
/// \source 民法典 第200至204条
[[nodiscard]] Result<Deadline> deadline(const WorkCalendar &calendar,
                                        Instant receipt,
                                        const Limit &limit,
                                        const OfficeHours &hours,
                                        const QVector<PauseSpan> &pauses);

/// Gives the days walked from receipt to due, each with why it counted or not; pauses and the roll
/// included.
[[nodiscard]] Result<QVector<CountedDay>> explain(const WorkCalendar &calendar,
                                                  Instant receipt,
                                                  const Limit &limit,
                                                  const OfficeHours &hours,
                                                  const QVector<PauseSpan> &pauses);

/// Checks and sorts the periods. \error hours.empty, hours.overlap, hours.close
[[nodiscard]] Result<OfficeHours> checkedHours(OfficeHours hours);

/// The words of a command line or a settings page.
/// \error hours.unreadable, hours.empty, hours.overlap
[[nodiscard]] Result<QVector<OfficePeriod>>
parsePeriods(QStringView text); ///< `08:30-12:00,13:30-17:30`
[[nodiscard]] Result<qint64>
parseTimeOfDay(QStringView text); ///< `17:30`, `24:00` → ms \error hours.unreadable
[[nodiscard]] Result<OfficeHours>
parseHours(QStringView close, QStringView periods); ///< an empty text keeps the default
[[nodiscard]] Result<PauseSpan>
parsePause(QStringView text); ///< `FROM..TO`, `FROM..` = still stopped \error pause.malformed,
                              ///< pause.reversed
[[nodiscard]] Result<Roll> parseRoll(QStringView text); ///< next, prev, none \error limit.roll
[[nodiscard]] Result<Unit>
parseUnit(QStringView text);             ///< `same_day` or `sameDay` \error limit.unknownUnit
[[nodiscard]] QString unitId(Unit unit); ///< `same_day`

/// Why the day counted or not, in a few words: `第2个工作日（调休上班，补春节假期）`.
[[nodiscard]] QString countedDayText(const CountedDay &day, bool chinese);

/// The smallest number of working days whose limit, begun at `from`, is not over at `to`; 1 = the
/// first. Nothing beyond kMostWorkdays, or where the calendar does not reach.
[[nodiscard]] std::optional<qint64> workdaysUsed(const WorkCalendar &calendar,
                                                 Instant from,
                                                 Instant to,
                                                 const OfficeHours &hours,
                                                 const QVector<PauseSpan> &pauses);

/// The most working days told apart by workdaysUsed().
inline constexpr qint64 kMostWorkdays = 60;

/// Office minutes (whole, rounded down) between two moments, pauses taken out.
[[nodiscard]] qint64 workedMinutes(const WorkCalendar &calendar,
                                   Instant from,
                                   Instant to,
                                   const OfficeHours &hours,
                                   const QVector<PauseSpan> &pauses);

} // namespace huiyin
