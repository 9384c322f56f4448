// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/deadlinestate.h>

#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

constexpr qint64 kMinuteMs = 60000;
constexpr qint64 kHourMs = 60 * kMinuteMs;

/// What is needed of a clock, from a list row or from the ledger.
struct Facts
{
    Instant started;
    std::optional<Instant> due;
    std::optional<Instant> stopped;
    ClockState state;
    bool provisional;
    DeadlineState::Basis basis;
    QVector<PauseSpan> pauses;
    QString pauseReason;
};

DeadlineState::Basis basisOf(const QJsonObject &limit,
                             const Instant &started,
                             const std::optional<Instant> &due,
                             const OfficeHours &hours)
{
    for (const QString &unit : limit.keys()) {
        if (unit == QLatin1String("hours") || unit == QLatin1String("minutes")) {
            return DeadlineState::Basis::Natural;
        }
        if (unit == QLatin1String("workhours") || unit == QLatin1String("workminutes")) {
            return DeadlineState::Basis::OfficeTime;
        }
    }
    if (!limit.isEmpty() || !due) {
        return DeadlineState::Basis::Days;
    }
    // A list row does not carry the limit: limits in days end at the close of business, limits in
    // hours end on the minute they began.
    const qint64 ofDay = due->localMsOfDay();
    if (ofDay == hours.closeMs || ofDay == 0) {
        return DeadlineState::Basis::Days;
    }
    return (*due - started) % kHourMs == 0 || *due - started < kHourMs
               ? DeadlineState::Basis::Natural
               : DeadlineState::Basis::OfficeTime;
}

qint64 minutesPerDay(const OfficeHours &hours)
{
    qint64 ms = 0;
    for (const OfficePeriod &period : hours.periods) {
        ms += period.toMs - period.fromMs;
    }
    return std::max<qint64>(1, ms / kMinuteMs);
}

bool isOfficeTime(Instant now, const WorkCalendar &calendar, const OfficeHours &hours)
{
    if (!calendar.isWorkingDay(now.localDay())) {
        return false;
    }
    const qint64 ofDay = now.localMsOfDay();
    return std::any_of(
        hours.periods.cbegin(), hours.periods.cend(), [ofDay](const OfficePeriod &period) {
            return ofDay >= period.fromMs && ofDay < period.toMs;
        });
}

Instant nextOpening(Instant now, const WorkCalendar &calendar, const OfficeHours &hours)
{
    const Day today = now.localDay();
    if (calendar.isWorkingDay(today)) {
        for (const OfficePeriod &period : hours.periods) {
            if (period.fromMs > now.localMsOfDay()) {
                return Instant::fromLocal(today, period.fromMs);
            }
        }
    }
    return Instant::fromLocal(calendar.nextWorkingDay(today),
                              hours.periods.isEmpty() ? 0 : hours.periods.first().fromMs);
}

QString clockText(qint64 msOfDay)
{
    return QStringLiteral("%1:%2")
        .arg(msOfDay / kHourMs)
        .arg(msOfDay / kMinuteMs % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

static QString spanText(qint64 minutes, qint64 dayMinutes, bool natural)
{
    if (minutes < 60) {
        return DeadlineState::tr("%1 min").arg(minutes);
    }
    if (minutes >= dayMinutes) {
        const double days = std::floor(double(minutes) * 10 / double(dayMinutes)) / 10;
        const QString number = QString::number(days, 'f', days == std::floor(days) ? 0 : 1);
        return natural ? DeadlineState::tr("%1 days").arg(number)
                       : DeadlineState::tr("%1 working days").arg(number);
    }
    if (minutes % 60 == 0) {
        return DeadlineState::tr("%1 h").arg(minutes / 60);
    }
    return DeadlineState::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString DeadlineState::dayText(Day day, Day today)
{
    static const char *const kWeekdays[] = {QT_TR_NOOP("Mon"),
                                            QT_TR_NOOP("Tue"),
                                            QT_TR_NOOP("Wed"),
                                            QT_TR_NOOP("Thu"),
                                            QT_TR_NOOP("Fri"),
                                            QT_TR_NOOP("Sat"),
                                            QT_TR_NOOP("Sun")};
    const QString weekday = tr(kWeekdays[day.dayOfWeek() - 1]);
    if (day.year() == today.year()) {
        return tr("%1/%2 %3", "month, day, weekday")
            .arg(day.month())
            .arg(day.dayOfMonth())
            .arg(weekday);
    }
    return tr("%1/%2/%3 %4", "year, month, day, weekday")
        .arg(day.year())
        .arg(day.month())
        .arg(day.dayOfMonth())
        .arg(weekday);
}

QString DeadlineState::momentText(Instant moment, Instant now)
{
    Day day = moment.localDay();
    QString time = clockText(moment.localMsOfDay());
    if (moment.localMsOfDay() == 0) {
        day = day.addDays(-1);
        time = QStringLiteral("24:00");
    }
    const Day today = now.localDay();
    switch (day - today) {
    case -1:
        return tr("yesterday %1").arg(time);
    case 0:
        return tr("today %1").arg(time);
    case 1:
        return tr("tomorrow %1").arg(time);
    default:
        break;
    }
    if (day.year() == today.year()) {
        return tr("%1/%2 %3", "month, day, time").arg(day.month()).arg(day.dayOfMonth()).arg(time);
    }
    return tr("%1/%2/%3 %4", "year, month, day, time")
        .arg(day.year())
        .arg(day.month())
        .arg(day.dayOfMonth())
        .arg(time);
}

static QString wordOf(DeadlineState::Kind kind)
{
    switch (kind) {
    case DeadlineState::Kind::Ample:
        return DeadlineState::tr("on track");
    case DeadlineState::Kind::Soon:
        return DeadlineState::tr("due soon");
    case DeadlineState::Kind::Urgent:
        return DeadlineState::tr("urgent");
    case DeadlineState::Kind::Overdue:
        return DeadlineState::tr("overdue");
    case DeadlineState::Kind::Paused:
        return DeadlineState::tr("paused");
    case DeadlineState::Kind::OffHours:
        return DeadlineState::tr("off hours");
    case DeadlineState::Kind::Met:
        return DeadlineState::tr("met");
    case DeadlineState::Kind::MetLate:
        return DeadlineState::tr("met late");
    case DeadlineState::Kind::None:
        break;
    }
    return {};
}

static DeadlineState
stateOf(const Facts &facts, const WorkCalendar &calendar, const OfficeHours &hours, Instant now)
{
    using Kind = DeadlineState::Kind;
    using Basis = DeadlineState::Basis;
    DeadlineState state;
    const bool natural = facts.basis == Basis::Natural;
    const qint64 dayMinutes = natural ? 48 * 60 : minutesPerDay(hours);
    // Pauses matter only between start and now: a running clock's due time already contains them.
    const auto minutes = [&](Instant from, Instant to, const QVector<PauseSpan> &pauses) -> qint64 {
        if (to <= from) {
            return 0;
        }
        return natural ? (to - from) / kMinuteMs : workedMinutes(calendar, from, to, hours, pauses);
    };
    const auto span = [&](qint64 count) {
        return natural && count >= dayMinutes ? spanText(count, 24 * 60, true)
                                              : spanText(count, dayMinutes, natural);
    };

    state.provisional = facts.provisional;
    if (facts.due) {
        state.dueText = DeadlineState::momentText(*facts.due, now);
    }
    switch (facts.state) {
    case ClockState::Met:
        state.kind = Kind::Met;
        state.text = wordOf(Kind::Met);
        break;
    case ClockState::MetLate: {
        state.kind = Kind::MetLate;
        const qint64 late =
            facts.due && facts.stopped ? minutes(*facts.due, *facts.stopped, {}) : 0;
        state.text =
            late > 0 ? DeadlineState::tr("met %1 late").arg(span(late)) : wordOf(Kind::MetLate);
        break;
    }
    case ClockState::Cancelled:
        return {};
    case ClockState::Paused:
        state.kind = Kind::Paused;
        state.text = facts.pauseReason.isEmpty()
                         ? wordOf(Kind::Paused)
                         : DeadlineState::tr("paused: %1").arg(facts.pauseReason);
        break;
    case ClockState::Running: {
        if (!facts.due) {
            state.kind = Kind::Paused;
            state.text = wordOf(Kind::Paused);
            break;
        }
        const Instant due = *facts.due;
        if (now > due) {
            state.kind = Kind::Overdue;
            const qint64 over = minutes(due, now, {});
            state.text = over > 0 ? DeadlineState::tr("%1 over").arg(span(over))
                                  : DeadlineState::tr("just overdue");
            break;
        }
        const qint64 left = minutes(now, due, {});
        const qint64 whole = std::max<qint64>(1, minutes(facts.started, due, facts.pauses));
        state.share = std::clamp(double(left) / double(whole), 0.0, 1.0);
        const bool minuteClock = facts.basis != Basis::Days && whole <= 120;
        if (!natural && !isOfficeTime(now, calendar, hours)) {
            state.kind = Kind::OffHours;
            state.text = DeadlineState::tr("from %1").arg(
                DeadlineState::momentText(nextOpening(now, calendar, hours), now));
            break;
        }
        const bool days = facts.basis == Basis::Days;
        if (state.share <= 0.15 || (days && left <= 60) || (minuteClock && left <= 5)) {
            state.kind = Kind::Urgent;
        } else if (state.share <= 0.4 || (days && left <= dayMinutes)) {
            state.kind = Kind::Soon;
        } else {
            state.kind = Kind::Ample;
        }
        state.text = DeadlineState::tr("%1 left").arg(span(left));
        break;
    }
    }
    state.word = wordOf(state.kind);
    QStringList spoken{state.word};
    if (state.text != state.word) {
        spoken.append(state.text);
    }
    if (!state.dueText.isEmpty() && state.kind != Kind::Met) {
        spoken.append(DeadlineState::tr("due %1").arg(state.dueText));
    }
    if (state.provisional) {
        spoken.append(DeadlineState::tr("provisional"));
    }
    state.spoken = spoken.join(DeadlineState::tr(", ", "between parts of a spoken state"));
    return state;
}

DeadlineState DeadlineState::of(const CaseRow &row,
                                const WorkCalendar &calendar,
                                const OfficeHours &hours,
                                Instant now)
{
    if (!row.clockState || !row.clockStarted) {
        return {};
    }
    return stateOf(Facts{*row.clockStarted,
                         row.due,
                         row.clockStopped,
                         *row.clockState,
                         row.provisional,
                         basisOf({}, *row.clockStarted, row.due, hours),
                         {},
                         {}},
                   calendar,
                   hours,
                   now);
}

DeadlineState DeadlineState::of(const Clock &clock,
                                const WorkCalendar &calendar,
                                const OfficeHours &hours,
                                Instant now)
{
    Facts facts{clock.startedAt,
                clock.due,
                clock.stoppedAt,
                clock.state,
                clock.provisional,
                basisOf(clock.limit, clock.startedAt, clock.due, hours),
                {},
                {}};
    for (const ClockPause &pause : clock.pauses) {
        facts.pauses.append(PauseSpan{pause.from, pause.to});
        if (!pause.to) {
            facts.pauseReason = pause.reason;
        }
    }
    return stateOf(facts, calendar, hours, now);
}

} // namespace huiyin
