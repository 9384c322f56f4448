// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerdates.h>
#include <rules/fieldinput.h>

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;
using Kind = WrittenDate::Kind;

constexpr double kFirstSerial = 20000; ///< 1954-10-03: below it a number is no date of a register
constexpr double kLastSerial = 80000;  ///< 2119-01-11

/// Walks through a text.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    std::optional<int> number(int mostDigits)
    {
        int value = 0;
        m_digits = 0;
        while (m_at < m_text.size() && m_text.at(m_at) >= u'0' && m_text.at(m_at) <= u'9' &&
               m_digits < mostDigits) {
            value = value * 10 + (m_text.at(m_at).unicode() - u'0');
            ++m_at;
            ++m_digits;
        }
        return m_digits == 0 ? std::nullopt : std::optional(value);
    }

    [[nodiscard]] int digits() const { return m_digits; }

    bool any(QStringView chars)
    {
        if (m_at < m_text.size() && chars.contains(m_text.at(m_at))) {
            ++m_at;
            return true;
        }
        return false;
    }

    bool word(QStringView word)
    {
        if (m_text.mid(m_at).startsWith(word, Qt::CaseInsensitive)) {
            m_at += word.size();
            return true;
        }
        return false;
    }

    void blanks()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace()) {
            ++m_at;
        }
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    int m_digits = 0;
};

/// Reads the time of day behind the date; false if something else stands there.
bool readTime(Scanner &scan, WrittenDate &date)
{
    scan.blanks();
    if (scan.word(u"T")) {
        scan.blanks();
    }
    if (scan.atEnd()) {
        return true;
    }
    const bool afternoon =
        scan.word(u"下午") || scan.word(u"晚上") || scan.word(u"傍晚") || scan.word(u"pm");
    const bool noon = !afternoon && scan.word(u"中午");
    const bool morning =
        !afternoon && !noon &&
        (scan.word(u"上午") || scan.word(u"早上") || scan.word(u"凌晨") || scan.word(u"am"));
    scan.blanks();
    const auto hour = scan.number(2);
    if (!hour || !scan.any(u":：时点")) {
        return false;
    }
    const int minute = scan.number(2).value_or(0);
    int second = 0;
    if (scan.any(u":：分")) {
        second = scan.number(2).value_or(0);
        scan.any(u"秒");
    }
    scan.blanks();
    const bool late = afternoon || scan.word(u"pm");
    if (!late && !morning) {
        scan.word(u"am");
    }
    int hours = *hour;
    if ((late && hours < 12) || (noon && hours < 3)) {
        hours += 12;
    }
    if (hours > 24 || minute > 59 || second > 59 || (hours == 24 && (minute > 0 || second > 0))) {
        date.kind = Kind::Impossible;
        return true;
    }
    date.hasTime = true;
    date.msOfDay = ((hours * 60LL + minute) * 60 + second) * 1000;
    return scan.atEnd();
}

WrittenDate fromDigits(const QString &text)
{
    WrittenDate date;
    const auto part = [&](qsizetype from, qsizetype n) {
        return QStringView(text).mid(from, n).toInt();
    };
    date.day = Day::of(part(0, 4), part(4, 2), part(6, 2));
    date.kind = date.day ? Kind::Certain : Kind::Impossible;
    if (text.size() > 8) {
        date.hasTime = true;
        const int hour = part(8, 2);
        const int minute = part(10, 2);
        const int second = text.size() == 14 ? part(12, 2) : 0;
        if (hour > 23 || minute > 59 || second > 59) {
            date.kind = Kind::Impossible;
        }
        date.msOfDay = ((hour * 60LL + minute) * 60 + second) * 1000;
    }
    return date;
}

/// A spreadsheet's day number (1 = 1899-12-31, as all spreadsheets after 1900-03-01).
WrittenDate fromSerial(double serial)
{
    WrittenDate date;
    if (serial < kFirstSerial || serial >= kLastSerial) {
        date.kind = Kind::Impossible;
        return date;
    }
    const double whole = std::floor(serial);
    const Day base = *Day::of(1899, 12, 30);
    date.day = base.addDays(static_cast<qint64>(whole));
    date.kind = Kind::Certain;
    const qint64 seconds = std::llround((serial - whole) * 86400);
    if (seconds > 0 && seconds < 86400) {
        date.hasTime = true;
        date.msOfDay = seconds * 1000;
    }
    return date;
}

void take(WrittenDate &date, Kind kind, int year, int month, int dayOfMonth)
{
    date.day = Day::of(year, month, dayOfMonth);
    date.kind = date.day ? kind : Kind::Impossible;
}

/// 03/04/2025: month first or day first; one reading is certain if the other is no date.
void takeYearLast(WrittenDate &date, int first, int second, int year)
{
    const auto monthFirst = Day::of(year, first, second);
    const auto dayFirst = Day::of(year, second, first);
    if (monthFirst && dayFirst && *monthFirst != *dayFirst) {
        date.kind = Kind::Ambiguous;
        date.readings = {*monthFirst, *dayFirst};
    } else if (monthFirst || dayFirst) {
        date.kind = Kind::Guessed;
        date.day = monthFirst ? monthFirst : dayFirst;
    } else {
        date.kind = Kind::Impossible;
    }
}

} // namespace

WrittenDate readWrittenDate(const QString &written)
{
    WrittenDate date;
    const QString text = halfWidth(written).trimmed();
    if (text.isEmpty()) {
        return date;
    }
    const bool digits =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits && (text.size() == 8 || text.size() == 12 || text.size() == 14)) {
        return fromDigits(text);
    }
    const bool numeric = std::all_of(
        text.cbegin(), text.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
    if (numeric && text.count(u'.') <= 1 && text.size() <= 24) {
        const double serial = text.toDouble();
        if (digits || serial >= kFirstSerial) {
            return fromSerial(serial);
        }
    }
    date.kind = Kind::Unreadable;
    Scanner scan(text);
    const auto first = scan.number(4);
    const int firstDigits = scan.digits();
    if (!first) {
        return date;
    }
    if (firstDigits <= 2 && scan.any(u"月")) { // 3月7日
        const auto day = scan.number(2);
        scan.any(u"日号");
        if (day && scan.atEnd()) {
            date.kind = Day::of(2000, *first, *day) ? Kind::NoYear : Kind::Impossible;
            date.month = *first;
            date.dayOfMonth = *day;
        }
        return date;
    }
    if (!scan.any(u"-/.年")) {
        return date;
    }
    scan.blanks();
    const auto second = scan.number(2);
    if (!second) {
        return date;
    }
    if (!scan.any(u"-/.月")) {
        scan.any(u"日号");
        if (scan.atEnd() && firstDigits <= 2) { // 3/7
            date.kind = Day::of(2000, *first, *second) ? Kind::NoYear : Kind::Impossible;
            date.month = *first;
            date.dayOfMonth = *second;
        }
        return date;
    }
    scan.blanks();
    const auto third = scan.number(4);
    const int thirdDigits = scan.digits();
    if (!third) {
        return date;
    }
    scan.any(u"日号");
    if (firstDigits == 4 && thirdDigits <= 2) {
        take(date, Kind::Certain, *first, *second, *third);
    } else if (firstDigits <= 2 && thirdDigits == 4) {
        takeYearLast(date, *first, *second, *third);
    } else if (firstDigits == 2 && thirdDigits <= 2 && *first > 12) {
        take(date, Kind::Guessed, 2000 + *first, *second, *third);
    } else if (firstDigits <= 2 && thirdDigits == 2) {
        takeYearLast(date, *first, *second, 2000 + *third);
        if (const auto yearFirst = Day::of(2000 + *first, *second, *third)) {
            date.kind = Kind::Ambiguous;
            date.readings.append(*yearFirst);
        }
    } else {
        return date;
    }
    const bool timeRead = readTime(scan, date);
    if (!timeRead) {
        date.kind = Kind::Unreadable;
    }
    return date;
}

} // namespace huiyin
