// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/period.h>

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace huiyin {

namespace {

Day dayOf(int year, int month, int day)
{
    return Day::fromNumber(QDate(year, month, day).toJulianDay());
}

Day lastOfMonth(int year, int month)
{
    const QDate first(year, month, 1);
    return Day::fromNumber(QDate(year, month, first.daysInMonth()).toJulianDay());
}

// Monday of an ISO week, or nothing if the year has no such week.
std::optional<Day> mondayOf(int year, int week)
{
    const Day fourth = dayOf(year, 1, 4); // always in week 1
    const Day monday = fourth.addDays(1 - fourth.dayOfWeek() + (week - 1) * 7LL);
    int weekYear = 0;
    if (monday.toDate().weekNumber(&weekYear) != week || weekYear != year) {
        return std::nullopt;
    }
    return monday;
}

Day yearEarlier(Day day)
{
    const QDate date = day.toDate();
    return dayOf(date.year() - 1,
                 date.month(),
                 std::min(date.day(), QDate(date.year() - 1, date.month(), 1).daysInMonth()));
}

/// One end of a range: a day, or a month, quarter or year that it begins or ends with.
Result<Day> boundOf(QStringView text, bool begins)
{
    const auto day = Day::parse(text);
    if (day || text.contains(u"..")) {
        return day;
    }
    const auto span = Period::parse(text);
    return span ? Result<Day>(begins ? span->from() : span->to()) : day;
}

} // namespace

Result<Period> Period::parse(QStringView text)
{
    const QString trimmed = text.trimmed().toString();
    const Error malformed{QStringLiteral("period.malformed"), {{QStringLiteral("text"), trimmed}}};
    static const QRegularExpression form(QStringLiteral(
        "^(?<y>[1-9]\\d{3})(?:-(?:(?<m>\\d{2})|[Ww](?<w>\\d{2})|[Qq](?<q>[1-4])))?$"));
    if (const auto dots = trimmed.indexOf(QStringLiteral("..")); dots >= 0) {
        const auto from = boundOf(QStringView(trimmed).left(dots), true);
        if (!from) {
            return from.error();
        }
        const auto to = boundOf(QStringView(trimmed).mid(dots + 2), false);
        if (!to) {
            return to.error();
        }
        if (*to < *from) {
            return Error{QStringLiteral("period.reversed"), {{QStringLiteral("text"), trimmed}}};
        }
        return Period(PeriodKind::Range, *from, *to);
    }
    const auto match = form.match(trimmed);
    if (!match.hasMatch()) {
        return malformed;
    }
    const int year = match.capturedView(u"y").toInt();
    if (match.hasCaptured(QStringLiteral("m"))) {
        const int m = match.capturedView(u"m").toInt();
        if (m < 1 || m > 12) {
            return malformed;
        }
        return month(year, m);
    }
    if (match.hasCaptured(QStringLiteral("w"))) {
        const auto monday = mondayOf(year, match.capturedView(u"w").toInt());
        if (!monday) {
            return malformed;
        }
        return Period(PeriodKind::Week, *monday, monday->addDays(6));
    }
    if (match.hasCaptured(QStringLiteral("q"))) {
        const int q = match.capturedView(u"q").toInt();
        return Period(PeriodKind::Quarter, dayOf(year, q * 3 - 2, 1), lastOfMonth(year, q * 3));
    }
    return Period(PeriodKind::Year, dayOf(year, 1, 1), dayOf(year, 12, 31));
}

Period Period::month(int year, int month)
{
    return Period(PeriodKind::Month, dayOf(year, month, 1), lastOfMonth(year, month));
}

Period Period::lastMonthBefore(Day today)
{
    const QDate last = today.toDate().addDays(-today.dayOfMonth());
    return month(last.year(), last.month());
}

Period Period::previous() const
{
    const Day last = m_from.addDays(-1);
    switch (m_kind) {
    case PeriodKind::Month:
        return month(last.year(), last.month());
    case PeriodKind::Week:
        return Period(m_kind, m_from.addDays(-7), last);
    case PeriodKind::Quarter:
        return Period(m_kind, dayOf(last.year(), last.month() - 2, 1), last);
    case PeriodKind::Year:
        return Period(m_kind, dayOf(last.year(), 1, 1), last);
    case PeriodKind::Range:
        break;
    }
    return Period(m_kind, m_from.addDays(-(m_to - m_from) - 1), last);
}

Period Period::sameLastYear() const
{
    switch (m_kind) {
    case PeriodKind::Month:
        return month(m_from.year() - 1, m_from.month());
    case PeriodKind::Week: {
        int year = 0;
        const int week = m_from.toDate().weekNumber(&year);
        const Day monday = mondayOf(year - 1, week).value_or(m_from.addDays(-53 * 7));
        return Period(m_kind, monday, monday.addDays(6));
    }
    case PeriodKind::Quarter:
        return Period(m_kind,
                      dayOf(m_from.year() - 1, m_from.month(), 1),
                      lastOfMonth(m_to.year() - 1, m_to.month()));
    case PeriodKind::Year:
    case PeriodKind::Range:
        break;
    }
    return Period(m_kind, yearEarlier(m_from), yearEarlier(m_to));
}

Period Period::yearToDate() const
{
    return Period(PeriodKind::Range, dayOf(m_to.year(), 1, 1), m_to);
}

QString Period::toString() const
{
    const auto two = [](int number) {
        return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
    };
    const QString year = QStringLiteral("%1").arg(m_from.year(), 4, 10, QLatin1Char('0'));
    switch (m_kind) {
    case PeriodKind::Month:
        return year + QLatin1Char('-') + two(m_from.month());
    case PeriodKind::Week: {
        int weekYear = 0;
        const int week = m_from.toDate().weekNumber(&weekYear);
        return QStringLiteral("%1-W%2").arg(weekYear, 4, 10, QLatin1Char('0')).arg(two(week));
    }
    case PeriodKind::Quarter:
        return QStringLiteral("%1-Q%2").arg(year).arg((m_from.month() + 2) / 3);
    case PeriodKind::Year:
        return year;
    case PeriodKind::Range:
        break;
    }
    return m_from.toString() + QStringLiteral("..") + m_to.toString();
}

QString Period::toText(bool chinese) const
{
    const QDate from = m_from.toDate();
    const QDate to = m_to.toDate();
    const QLocale locale(chinese ? QLocale::Chinese : QLocale::English);
    switch (m_kind) {
    case PeriodKind::Month:
        return locale.toString(from,
                               chinese ? QStringLiteral("yyyy年M月") : QStringLiteral("MMMM yyyy"));
    case PeriodKind::Week: {
        int year = 0;
        const int week = from.weekNumber(&year);
        return chinese ? QStringLiteral("%1年第%2周（%3—%4）")
                             .arg(year)
                             .arg(week)
                             .arg(locale.toString(from, QStringLiteral("M月d日")),
                                  locale.toString(to, QStringLiteral("M月d日")))
                       : QStringLiteral("week %1 of %2 (%3 to %4)")
                             .arg(week)
                             .arg(year)
                             .arg(m_from.toString(), m_to.toString());
    }
    case PeriodKind::Quarter:
        return (chinese ? QStringLiteral("%1年第%2季度") : QStringLiteral("%1, quarter %2"))
            .arg(from.year())
            .arg((from.month() + 2) / 3);
    case PeriodKind::Year:
        return chinese ? QStringLiteral("%1年").arg(from.year()) : QString::number(from.year());
    case PeriodKind::Range:
        break;
    }
    const QString form = chinese ? QStringLiteral("yyyy年M月d日") : QStringLiteral("yyyy-MM-dd");
    return locale.toString(from, form) + (chinese ? QStringLiteral("—") : QStringLiteral(" to ")) +
           locale.toString(to, form);
}

} // namespace huiyin
