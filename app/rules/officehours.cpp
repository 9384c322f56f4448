// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/deadlines.h>

#include <QRegularExpression>

#include <algorithm>

namespace huiyin {

namespace {

Error fault(const char16_t *code, QStringView text)
{
    return {QString::fromUtf16(code), {{QStringLiteral("text"), text.toString()}}};
}

QString timeText(qint64 ms)
{
    const qint64 minutes = ms / 60000;
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString periodText(const OfficePeriod &period)
{
    return timeText(period.fromMs) + QLatin1Char('-') + timeText(period.toMs);
}

} // namespace

Result<OfficeHours> checkedHours(OfficeHours hours)
{
    if (hours.closeMs < 1 || hours.closeMs > kDayMs) {
        return fault(u"hours.close", timeText(hours.closeMs));
    }
    if (hours.periods.isEmpty()) {
        return Error{QStringLiteral("hours.empty"), {{QStringLiteral("text"), QString()}}};
    }
    const auto byStart = [](const OfficePeriod &a, const OfficePeriod &b) {
        return a.fromMs < b.fromMs;
    };
    if (!std::is_sorted(hours.periods.cbegin(), hours.periods.cend(), byStart)) {
        std::sort(hours.periods.begin(), hours.periods.end(), byStart);
    }
    qint64 free = 0;
    for (const auto &period : std::as_const(hours.periods)) {
        if (period.fromMs < 0 || period.toMs > kDayMs || period.toMs <= period.fromMs) {
            return fault(u"hours.empty", periodText(period));
        }
        if (period.fromMs < free) {
            return fault(u"hours.overlap", periodText(period));
        }
        free = period.toMs;
    }
    return hours;
}

Result<qint64> parseTimeOfDay(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral("\\A([0-9]{1,2})[:：]([0-9]{2})\\z"));
    const auto match = shape.match(text.toString());
    const int hour = match.capturedView(1).toInt();
    const int minute = match.capturedView(2).toInt();
    if (!match.hasMatch() || minute > 59 || hour * 60 + minute > 24 * 60) {
        return fault(u"hours.unreadable", text);
    }
    return (hour * 60LL + minute) * 60000;
}

Result<QVector<OfficePeriod>> parsePeriods(QStringView text)
{
    OfficeHours hours;
    hours.periods.clear();
    for (const auto part : text.split(u',')) {
        const auto ends = part.trimmed().split(u'-');
        if (ends.size() != 2) {
            return fault(u"hours.unreadable", part);
        }
        const auto from = parseTimeOfDay(ends.at(0).trimmed());
        const auto to = parseTimeOfDay(ends.at(1).trimmed());
        if (!from || !to) {
            return fault(u"hours.unreadable", part);
        }
        hours.periods.append({*from, *to});
    }
    auto checked = checkedHours(std::move(hours));
    if (!checked) {
        return checked.error();
    }
    return checked->periods;
}

Result<OfficeHours> parseHours(QStringView close, QStringView periods)
{
    OfficeHours hours;
    if (!close.isEmpty()) {
        const auto ms = parseTimeOfDay(close);
        if (!ms) {
            return ms.error();
        }
        hours.closeMs = *ms;
    }
    if (!periods.isEmpty()) {
        auto list = parsePeriods(periods);
        if (!list) {
            return list.error();
        }
        hours.periods = std::move(*list);
    }
    return checkedHours(std::move(hours));
}

Result<PauseSpan> parsePause(QStringView text)
{
    const qsizetype dots = text.indexOf(u"..");
    if (dots < 0) {
        return fault(u"pause.malformed", text);
    }
    const auto from = Instant::parseLocal(text.left(dots).trimmed());
    if (!from) {
        return fault(u"pause.malformed", text);
    }
    const QStringView end = text.mid(dots + 2).trimmed();
    if (end.isEmpty()) {
        return PauseSpan{*from, std::nullopt};
    }
    const auto to = Instant::parseLocal(end);
    if (!to) {
        return fault(u"pause.malformed", text);
    }
    if (*to < *from) {
        return Error{QStringLiteral("pause.reversed"),
                     {{QStringLiteral("from"), from->toLocalText()},
                      {QStringLiteral("to"), to->toLocalText()}}};
    }
    return PauseSpan{*from, *to};
}

} // namespace huiyin
