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

QString Day::toString() const { return toDate().toString(Qt::ISODate); }

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
    const qint64 second = localMsOfDay() / 1000;
    return QStringLiteral("%1T%2:%3:%4")
        .arg(localDay().toString())
        .arg(second / 3600, 2, 10, QLatin1Char('0'))
        .arg(second / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(second % 60, 2, 10, QLatin1Char('0'));
}

} // namespace huiyin
