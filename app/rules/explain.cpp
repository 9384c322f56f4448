// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/deadlines.h>
#include <rules/officetime.h>

#include <algorithm>

namespace huiyin {

namespace {

bool stopped(const QVector<StoppedDays> &stops, Day day)
{
    const auto after =
        std::upper_bound(stops.cbegin(), stops.cend(), day, [](Day d, const StoppedDays &stop) {
            return d < stop.first;
        });
    return after != stops.cbegin() && day <= std::prev(after)->last;
}

QString restReason(const DayFact &fact)
{
    switch (fact.kind) {
    case DayKind::Weekend:
        return QStringLiteral("weekend");
    case DayKind::Holiday:
        return QStringLiteral("holiday");
    default:
        return {};
    }
}

QString workReason(const DayFact &fact)
{
    return fact.kind == DayKind::MakeupDay ? QStringLiteral("makeup") : QString();
}

CountedDay lineOf(const WorkCalendar &calendar, Day day, const QString &reason)
{
    return {day, calendar.fact(day), 0, reason};
}

/// The last day worth telling: the due day, or the day on which a pause without end begins to bite.
Day lastDay(const Deadline &deadline, Day receipt, const QVector<StoppedDays> &stops)
{
    if (deadline.dueDay) {
        return *deadline.dueDay;
    }
    return std::max(receipt, stops.isEmpty() ? receipt : stops.constLast().first);
}

QVector<CountedDay> daysCounted(const WorkCalendar &calendar,
                                Day receipt,
                                const Limit &limit,
                                const Deadline &deadline,
                                const QVector<StoppedDays> &stops)
{
    const bool working = limit.unit == Unit::Workdays;
    const qint64 wanted = limit.extendTo.value_or(limit.n);
    QVector<CountedDay> lines{lineOf(calendar, receipt, QStringLiteral("receipt"))};
    const Day last = lastDay(deadline, receipt, stops);
    qint64 number = 0;
    for (Day day = receipt.addDays(1); day <= last; day = day.addDays(1)) {
        CountedDay line = lineOf(calendar, day, {});
        const bool rests = !calendar.isWorkingDay(day);
        if (number == wanted) {
            // The amount is complete: these are the days over which the limit is moved.
            line.reason = rests                 ? restReason(line.fact)
                          : stopped(stops, day) ? QStringLiteral("paused")
                                                : QStringLiteral("rolled");
        } else if (working && rests) {
            line.reason = restReason(line.fact);
        } else if (stopped(stops, day)) {
            line.reason = QStringLiteral("paused");
        } else {
            line.number = ++number;
            line.reason = workReason(line.fact);
        }
        lines.append(line);
    }
    return lines;
}

QVector<CountedDay> officeTimeCounted(const WorkCalendar &calendar,
                                      Instant receipt,
                                      const Deadline &deadline,
                                      const OfficeHours &hours,
                                      const QVector<StoppedSpan> &spans)
{
    const OfficeTime office(calendar, hours);
    Day last = receipt.localDay();
    if (deadline.dueDay) {
        last = *deadline.dueDay;
    } else if (!spans.isEmpty()) {
        last = std::max(last, spans.constLast().from.localDay());
    }
    const Instant end = deadline.due.value_or(Instant::fromLocal(last, kDayMs));
    QVector<CountedDay> lines;
    qint64 number = 0;
    for (Day day = receipt.localDay(); day <= last; day = day.addDays(1)) {
        CountedDay line = lineOf(calendar, day, {});
        const Instant from = std::max(receipt, Instant::fromLocal(day, 0));
        const Instant to = std::min(end, Instant::fromLocal(day, kDayMs));
        const qint64 open = office.between(from, to);
        line.usedMs = open;
        for (const auto &span : spans) {
            line.usedMs -= office.between(std::max(from, span.from), std::min(to, span.to));
        }
        if (line.usedMs > 0) {
            line.number = ++number;
            line.reason = workReason(line.fact);
        } else if (!calendar.isWorkingDay(day)) {
            line.reason = restReason(line.fact);
        } else {
            line.reason = open > 0 ? QStringLiteral("paused") : QStringLiteral("outsideHours");
        }
        lines.append(line);
    }
    return lines;
}

/// Start and end of a limit on the wall clock; nothing in between matters to it.
QVector<CountedDay>
wallClock(const WorkCalendar &calendar, Instant receipt, const Deadline &deadline)
{
    QVector<CountedDay> lines{lineOf(calendar, receipt.localDay(), QStringLiteral("receipt"))};
    if (deadline.dueDay) {
        lines.append(lineOf(calendar, *deadline.dueDay, {}));
        lines.last().number = 1;
    }
    return lines;
}

/// The day of receipt, the day the rule names, and the days over which it is moved, in the order of
/// the move.
QVector<CountedDay> fixedDay(const WorkCalendar &calendar,
                             Day receipt,
                             const Limit &limit,
                             const Deadline &deadline,
                             const OfficeHours &hours,
                             Instant receiptAt)
{
    Limit still = limit;
    still.roll = Roll::None;
    const auto found = huiyin::deadline(calendar, receiptAt, still, hours, {});
    if (!found || !found->dueDay || !deadline.dueDay) {
        return {};
    }
    QVector<CountedDay> lines;
    if (*found->dueDay != receipt) {
        lines.append(lineOf(calendar, receipt, QStringLiteral("receipt")));
    }
    const qint64 step = *deadline.dueDay < *found->dueDay ? -1 : 1;
    for (Day day = *found->dueDay;; day = day.addDays(step)) {
        CountedDay line = lineOf(calendar, day, {});
        if (day == *deadline.dueDay) {
            line.number = 1;
            line.reason = day == *found->dueDay ? workReason(line.fact) : QStringLiteral("rolled");
            lines.append(line);
            return lines;
        }
        line.reason = restReason(line.fact);
        if (line.reason.isEmpty()) {
            line.reason = QStringLiteral("outsideHours"); // its closing time was over at receipt
        }
        lines.append(line);
    }
}

} // namespace

Result<QVector<CountedDay>> explain(const WorkCalendar &calendar,
                                    Instant receipt,
                                    const Limit &limit,
                                    const OfficeHours &hours,
                                    const QVector<PauseSpan> &pauses)
{
    const auto result = deadline(calendar, receipt, limit, hours, pauses);
    if (!result) {
        return result.error();
    }
    const auto spans = stoppedSpans(pauses);
    const auto office = checkedHours(hours);
    if (!spans || !office) {
        return spans ? office.error() : spans.error();
    }
    const Day day = receipt.localDay();
    QVector<CountedDay> lines;
    switch (limit.unit) {
    case Unit::Workdays:
    case Unit::Days:
        lines = daysCounted(calendar, day, limit, *result, stoppedDays(*spans, office->closeMs));
        break;
    case Unit::Workhours:
    case Unit::Workminutes:
        lines = officeTimeCounted(calendar, receipt, *result, *office, *spans);
        break;
    case Unit::Hours:
    case Unit::Minutes:
        lines = wallClock(calendar, receipt, *result);
        break;
    default:
        lines = fixedDay(calendar, day, limit, *result, *office, receipt);
        break;
    }
    if (!lines.isEmpty()) {
        lines.first().at = receipt;
        if (result->due &&
            (lines.size() > 1 || !lines.constFirst().at || lines.constFirst().number > 0)) {
            lines.last().at = result->due;
        }
    }
    return lines;
}

QString countedDayText(const CountedDay &line, bool chinese)
{
    const auto say = [&](const char16_t *zh, const char16_t *en) {
        return QString::fromUtf16(chinese ? zh : en);
    };
    QString text;
    if (line.number > 0 && line.usedMs == 0) {
        text = say(u"第%1天", u"day %1").arg(line.number);
    } else if (line.usedMs > 0) {
        const qint64 minutes = line.usedMs / 60000;
        text = say(u"计入%1小时%2分", u"%1 h %2 min counted").arg(minutes / 60).arg(minutes % 60);
    }
    QString why;
    const QString &reason = line.reason;
    if (reason == QLatin1StringView("receipt")) {
        why = say(u"收到当日不计", u"day of receipt, not counted");
    } else if (reason == QLatin1StringView("weekend")) {
        why = say(u"周末", u"weekend");
    } else if (reason == QLatin1StringView("holiday")) {
        why = say(u"%1放假", u"holiday: %1").arg(line.fact.name);
    } else if (reason == QLatin1StringView("makeup")) {
        why = say(u"调休上班（%1）", u"make-up working day (%1)").arg(line.fact.name);
    } else if (reason == QLatin1StringView("paused")) {
        why = say(u"暂停计时", u"clock stopped");
    } else if (reason == QLatin1StringView("outsideHours")) {
        why = say(u"当日办公时间已过", u"office hours were over");
    } else if (reason == QLatin1StringView("rolled")) {
        why = say(u"顺移至此日", u"moved to this day");
    }
    if (!line.fact.known) {
        why += (why.isEmpty() ? QString() : say(u"，", u", ")) + say(u"暂定", u"provisional");
    }
    if (text.isEmpty() || why.isEmpty()) {
        return text + why;
    }
    return chinese ? QStringLiteral("%1（%2）").arg(text, why)
                   : QStringLiteral("%1 (%2)").arg(text, why);
}

} // namespace huiyin
