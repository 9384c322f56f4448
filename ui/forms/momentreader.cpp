// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/momentreader.h>
#include <rules/fieldinput.h>

#include <QRegularExpression>

namespace huiyin {

namespace {

constexpr qint64 kHourMs = 3600000;
constexpr qint64 kMinuteMs = 60000;

QRegularExpressionMatch eat(QString &text, const QString &pattern)
{
    const QRegularExpression expression(QStringLiteral("^(?:%1)\\s*").arg(pattern));
    const QRegularExpressionMatch match = expression.match(text);
    if (match.hasMatch()) {
        text.remove(0, match.capturedLength());
    }
    return match;
}

std::optional<Day> nearest(int month, int dayOfMonth, Day today)
{
    const auto thisYear = Day::of(today.year(), month, dayOfMonth);
    if (thisYear && *thisYear - today > 60) {
        return Day::of(today.year() - 1, month, dayOfMonth);
    }
    if (!thisYear || today - *thisYear > 300) {
        const auto next = Day::of(today.year() + 1, month, dayOfMonth);
        return next ? next : thisYear;
    }
    return thisYear;
}

int digitOf(QChar sign)
{
    static const QString kDigits = QStringLiteral("零一二三四五六七八九");
    return int(kDigits.indexOf(sign));
}

/// 十五 → 15, 三 → 3, 二十 → 20; -1 if it is no number below 60.
int smallNumber(const QString &word)
{
    bool plain = false;
    const int digits = word.toInt(&plain);
    if (plain) {
        return digits;
    }
    QString text = word;
    text.replace(u'两', u'二');
    const qsizetype ten = text.indexOf(u'十');
    if (ten < 0) {
        return text.size() == 1 ? digitOf(text[0]) : -1;
    }
    const int tens = ten == 0 ? 1 : digitOf(text[0]);
    const int ones = ten + 1 == text.size() ? 0 : digitOf(text[ten + 1]);
    return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

struct DayPart
{
    bool found = false;
    bool valid = true;
    std::optional<Day> day;
};

DayPart eatDay(QString &text, Day today)
{
    static const std::pair<QString, int> kWords[] = {
        {QStringLiteral("大前天"), -3},
        {QStringLiteral("前天|前日"), -2},
        {QStringLiteral("昨天|昨日"), -1},
        {QStringLiteral("今天|今日|当天"), 0},
        {QStringLiteral("明天|明日"), 1},
        {QStringLiteral("大后天"), 3},
        {QStringLiteral("后天"), 2},
    };
    for (const auto &[pattern, days] : kWords) {
        if (eat(text, pattern).hasMatch()) {
            return {true, true, today.addDays(days)};
        }
    }
    if (const auto match =
            eat(text, QStringLiteral("(上|本|这|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])"));
        match.hasMatch()) {
        static const QString kDays = QStringLiteral("一二三四五六日");
        const QString name =
            match.captured(2) == QStringLiteral("天") ? QStringLiteral("日") : match.captured(2);
        const qint64 ofWeek = kDays.indexOf(name) + 1;
        const qint64 weeks = match.captured(1) == QStringLiteral("上")   ? -1
                             : match.captured(1) == QStringLiteral("下") ? 1
                                                                         : 0;
        return {true, true, today.addDays(ofWeek - today.dayOfWeek() + weeks * 7)};
    }
    if (const auto match =
            eat(text,
                QStringLiteral(
                    "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?:日|号|(?!\\d))"));
        match.hasMatch()) {
        const auto day = Day::of(
            match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        return {true, day.has_value(), day};
    }
    if (const auto match = eat(text, QStringLiteral("(\\d{4})(\\d{2})(\\d{2})(?!\\d)"));
        match.hasMatch()) {
        const auto day = Day::of(
            match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        return {true, day.has_value(), day};
    }
    if (const auto match =
            eat(text, QStringLiteral("(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?:日|号|(?!\\d))"));
        match.hasMatch()) {
        const auto day = nearest(match.captured(1).toInt(), match.captured(2).toInt(), today);
        return {true, day.has_value(), day};
    }
    // Four digits are month and day; only after a day they are a time.
    if (const auto match = eat(text, QStringLiteral("(\\d{2})(\\d{2})(?!\\d|:)"));
        match.hasMatch()) {
        const auto day = nearest(match.captured(1).toInt(), match.captured(2).toInt(), today);
        return {true, day.has_value(), day};
    }
    if (const auto match = eat(text, QStringLiteral("(\\d{1,2})[日号]")); match.hasMatch()) {
        const auto day = Day::of(today.year(), today.month(), match.captured(1).toInt());
        return {true, day.has_value(), day};
    }
    return {};
}

struct TimePart
{
    bool found = false;
    bool valid = true;
    qint64 ms = 0;
};

TimePart eatTime(QString &text)
{
    const QString half =
        eat(text, QStringLiteral("凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里"))
            .captured(0)
            .trimmed();
    int hour = -1;
    int minute = 0;
    if (const auto match = eat(text, QStringLiteral("(\\d{1,2}):(\\d{2})(?::\\d{2})?(?!\\d)"));
        match.hasMatch()) {
        hour = match.captured(1).toInt();
        minute = match.captured(2).toInt();
    } else if (const auto words = eat(
                   text,
                   QStringLiteral("([0-9]{1,2}|[一二两三四五六七八九十]{1,3})[点时](钟|整|半|一刻|"
                                  "三刻)?(?:([0-9]{1,2}|[零一二三四五六七八九十]{1,3})分?)?"));
               words.hasMatch()) {
        hour = smallNumber(words.captured(1));
        const QString mark = words.captured(2);
        minute = mark == QStringLiteral("半")     ? 30
                 : mark == QStringLiteral("一刻") ? 15
                 : mark == QStringLiteral("三刻") ? 45
                                                  : 0;
        if (!words.captured(3).isEmpty()) {
            minute = smallNumber(words.captured(3));
        }
    } else if (const auto digits = eat(text, QStringLiteral("(\\d{2})(\\d{2})(?!\\d)"));
               digits.hasMatch()) {
        hour = digits.captured(1).toInt();
        minute = digits.captured(2).toInt();
    } else if (half == QStringLiteral("中午")) {
        hour = 12;
    } else {
        return {!half.isEmpty(), half.isEmpty(), 0};
    }
    static const QString kAfternoon = QStringLiteral("下午|傍晚|晚上|夜里");
    if (hour < 12 && !half.isEmpty() &&
        (kAfternoon.contains(half) || (half == QStringLiteral("中午") && hour < 3))) {
        hour += 12;
    }
    const bool valid =
        hour >= 0 && minute >= 0 && minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
    return {true, valid, hour * kHourMs + minute * kMinuteMs};
}

} // namespace

std::optional<MomentReading> readMoment(const QString &text, Instant now)
{
    QString rest = halfWidth(text).trimmed();
    rest.replace(u'：', u':');
    rest.replace(u'T', u' ');
    const Day today = now.localDay();
    if (eat(rest, QStringLiteral("刚才|刚刚|现在|此刻")).hasMatch()) {
        return rest.isEmpty()
                   ? std::optional(MomentReading{today, now.localMsOfDay() / kMinuteMs * kMinuteMs})
                   : std::nullopt;
    }
    const DayPart day = eatDay(rest, today);
    if (!day.valid) {
        return std::nullopt;
    }
    const TimePart time = eatTime(rest);
    if (!time.valid || !rest.isEmpty() || (!day.found && !time.found)) {
        return std::nullopt;
    }
    return MomentReading{day.day.value_or(today),
                         time.found ? std::optional(time.ms) : std::nullopt};
}

QString minuteText(Instant moment)
{
    const QString text = moment.toLocalText().left(16);
    return text.endsWith(QLatin1String("T00:00")) ? text.left(10)
                                                  : QString(text).replace(u'T', u' ');
}

} // namespace huiyin
