// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/officetime.h>

#include <algorithm>

namespace huiyin {

OfficeTime::OfficeTime(const WorkCalendar &calendar, const OfficeHours &hours)
    : m_calendar(calendar)
    , m_hours(hours)
{
    m_perDay = before(kDayMs);
}

qint64 OfficeTime::before(qint64 msOfDay) const
{
    qint64 sum = 0;
    for (const auto &period : m_hours.periods) {
        sum += std::clamp(msOfDay, period.fromMs, period.toMs) - period.fromMs;
    }
    return sum;
}

qint64 OfficeTime::between(Instant from, Instant to) const
{
    if (to <= from) {
        return 0;
    }
    const Day firstDay = from.localDay();
    const Day lastDay = to.localDay();
    // Whole days from the first to the day before the last, less the part before `from`, plus the
    // part before `to`.
    qint64 sum =
        m_calendar.workingDaysBetween(firstDay.addDays(-1), lastDay.addDays(-1)) * m_perDay;
    if (m_calendar.isWorkingDay(firstDay)) {
        sum -= before(from.localMsOfDay());
    }
    if (m_calendar.isWorkingDay(lastDay)) {
        sum += before(to.localMsOfDay());
    }
    return sum;
}

DayMoment OfficeTime::after(Instant from, qint64 ms) const
{
    Day day = from.localDay();
    const bool works = m_calendar.isWorkingDay(day);
    const qint64 passed = works ? before(from.localMsOfDay()) : m_perDay;
    qint64 wanted =
        passed +
        ms; // office time of the day itself that must have passed, more than a day's = later
    if (wanted > m_perDay) {
        const qint64 rest = wanted - m_perDay;
        const qint64 days = (rest + m_perDay - 1) / m_perDay;
        day = m_calendar.addWorkingDays(day, days);
        wanted = rest - (days - 1) * m_perDay;
    }
    for (const auto &period : m_hours.periods) {
        const qint64 length = period.toMs - period.fromMs;
        if (wanted <= length) {
            return {day, period.fromMs + wanted};
        }
        wanted -= length;
    }
    Q_UNREACHABLE();
}

Result<QVector<StoppedSpan>> stoppedSpans(const QVector<PauseSpan> &pauses)
{
    QVector<StoppedSpan> spans;
    for (const auto &pause : pauses) {
        const Instant to = pause.to.value_or(kNever);
        if (to < pause.from) {
            return Error{QStringLiteral("pause.reversed"),
                         {{QStringLiteral("from"), pause.from.toLocalText()},
                          {QStringLiteral("to"), to.toLocalText()}}};
        }
        if (pause.from < to) {
            spans.append({pause.from, to});
        }
    }
    std::sort(spans.begin(), spans.end(), [](const StoppedSpan &a, const StoppedSpan &b) {
        return a.from < b.from;
    });
    QVector<StoppedSpan> joined;
    for (const auto &span : std::as_const(spans)) {
        if (!joined.isEmpty() && span.from <= joined.constLast().to) {
            joined.last().to = std::max(joined.constLast().to, span.to);
        } else {
            joined.append(span);
        }
    }
    return joined;
}

QVector<StoppedDays> stoppedDays(const QVector<StoppedSpan> &spans, qint64 closeMs)
{
    QVector<StoppedDays> days;
    for (const auto &span : spans) {
        Day first = span.from.localDay();
        if (Instant::fromLocal(first, closeMs) <= span.from) {
            first = first.addDays(1);
        }
        Day last = kLastDay;
        if (span.to != kNever) {
            last = span.to.localDay();
            if (Instant::fromLocal(last, closeMs) > span.to) {
                last = last.addDays(-1);
            }
        }
        if (first > last) {
            continue;
        }
        if (!days.isEmpty() && first <= days.constLast().last.addDays(1)) {
            days.last().last = std::max(days.constLast().last, last);
        } else {
            days.append({first, last});
        }
    }
    return days;
}

} // namespace huiyin
