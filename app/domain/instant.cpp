// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/instant.h>

#include <QRegularExpression>

namespace huiyin {

namespace {

constexpr qint64 kUnixEpochJulianDay = 2440588;

Error impossible(QStringView text)
{
    return {QStringLiteral("day.impossible"), {{QStringLiteral("text"), text.toString()}}};
}

/// An import writes and reads ten days a row: no format is interpreted for them.
void writeDigits(QString &text, qsizetype at, int count, int number)
{
    for (qsizetype i = at + count - 1; i >= at; --i) {
        text[i] = QChar(static_cast<char16_t>(u'0' + number % 10));
        number /= 10;
    }
}

} // namespace

std::optional<Day> Day::of(int year, int month, int day)
{
    if (year < 1 || year > 9999 || !QDate::isValid(year, month, day)) {
        return std::nullopt;
    }
    return Day(QDate(year, month, day).toJulianDay());
}

Result<Day> Day::parse(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral("\\A(\\d{4})-(\\d{1,2})-(\\d{1,2})\\z"));
    const auto match = shape.match(text.toString());
    if (!match.hasMatch()) {
        return Error{QStringLiteral("day.malformed"), {{QStringLiteral("text"), text.toString()}}};
    }
    const auto day = of(match.capturedView(1).toInt(),
                        match.capturedView(2).toInt(),
                        match.capturedView(3).toInt());
    if (!day) {
        return impossible(text);
    }
    return *day;
}

QString Day::toString() const
{
    int year = 0;
    int month = 0;
    int day = 0;
    toDate().getDate(&year, &month, &day);
    if (year < 1 || year > 9999) { // reached by counting only
        return toDate().toString(Qt::ISODate);
    }
    QString text(10, u'-');
    writeDigits(text, 0, 4, year);
    writeDigits(text, 5, 2, month);
    writeDigits(text, 8, 2, day);
    return text;
}

Instant Instant::fromLocal(Day day, qint64 msOfDay)
{
    return Instant((day.number() - kUnixEpochJulianDay) * kDayMs + msOfDay - kOfficeOffsetMs);
}

Result<Instant> Instant::parseLocal(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral(
        "\\A(\\d{4}-\\d{1,2}-\\d{1,2})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.0+)?)?\\z"));
    const auto match = shape.match(text.toString());
    if (!match.hasMatch()) {
        return Error{QStringLiteral("instant.malformed"),
                     {{QStringLiteral("text"), text.toString()}}};
    }
    const auto day = Day::parse(match.capturedView(1));
    if (!day) {
        return day.error();
    }
    const int hour = match.capturedView(2).toInt();
    const int minute = match.capturedView(3).toInt();
    const int second = match.capturedView(4).toInt();
    if (hour > 23 || minute > 59 || second > 59) {
        return impossible(text);
    }
    return fromLocal(*day, ((hour * 60LL + minute) * 60 + second) * 1000);
}

Day Instant::localDay() const
{
    const qint64 local = m_ms + kOfficeOffsetMs;
    const qint64 days = local >= 0 ? local / kDayMs : -((-local + kDayMs - 1) / kDayMs);
    return Day::fromNumber(days + kUnixEpochJulianDay);
}

qint64 Instant::localMsOfDay() const
{
    const qint64 rest = (m_ms + kOfficeOffsetMs) % kDayMs;
    return rest < 0 ? rest + kDayMs : rest;
}

QString Instant::toLocalText() const
{
    const int second = static_cast<int>(localMsOfDay() / 1000);
    QString text = localDay().toString() + QStringLiteral("T00:00:00");
    const qsizetype hour = text.size() - 8;
    writeDigits(text, hour, 2, second / 3600);
    writeDigits(text, hour + 3, 2, second / 60 % 60);
    writeDigits(text, hour + 6, 2, second % 60);
    return text;
}

} // namespace huiyin
