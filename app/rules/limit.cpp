// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/deadlines.h>

#include <array>
#include <cmath>

namespace huiyin {

namespace {

struct UnitWord
{
    Unit unit;
    const char16_t *id;   ///< as deadline cases and the command line write it
    const char16_t *json; ///< as regulation packs and events write it
    const char16_t *zh;   ///< %1 = amount
    const char16_t *one;
    const char16_t *many;
};

constexpr std::array<UnitWord, 10> kUnits = {{
    {Unit::Workdays,
     u"workdays",
     u"workdays",
     u"%1个工作日",
     u"%1 working day",
     u"%1 working days"},
    {Unit::Days, u"days", u"days", u"%1日", u"%1 day", u"%1 days"},
    {Unit::Hours, u"hours", u"hours", u"%1小时", u"%1 hour", u"%1 hours"},
    {Unit::Minutes, u"minutes", u"minutes", u"%1分钟", u"%1 minute", u"%1 minutes"},
    {Unit::Workhours,
     u"workhours",
     u"workhours",
     u"%1个工作小时",
     u"%1 working hour",
     u"%1 working hours"},
    {Unit::Workminutes,
     u"workminutes",
     u"workminutes",
     u"%1个工作分钟",
     u"%1 working minute",
     u"%1 working minutes"},
    {Unit::SameDay, u"same_day", u"sameDay", u"当日", u"the same day", u"the same day"},
    {Unit::MonthDay, u"month_day", u"monthDay", u"%1日", u"day %1", u"day %1"},
    {Unit::EndOfWeek,
     u"end_of_week",
     u"endOfWeek",
     u"本周内",
     u"by the end of the week",
     u"by the end of the week"},
    {Unit::EndOfMonth,
     u"end_of_month",
     u"endOfMonth",
     u"本月内",
     u"by the end of the month",
     u"by the end of the month"},
}};

const UnitWord &wordOf(Unit unit) { return kUnits[static_cast<size_t>(unit)]; }

bool takesAmount(Unit unit)
{
    return unit != Unit::SameDay && unit != Unit::EndOfWeek && unit != Unit::EndOfMonth;
}

Error malformed(const QString &key)
{
    return {QStringLiteral("limit.malformed"), {{QStringLiteral("key"), key}}};
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(0.5);
    if (!value.isDouble() || std::floor(number) != number || std::fabs(number) > 9e15) {
        return std::nullopt;
    }
    return static_cast<qint64>(number);
}

QString rollId(Roll roll)
{
    switch (roll) {
    case Roll::Next:
        return QStringLiteral("next");
    case Roll::Previous:
        return QStringLiteral("prev");
    case Roll::None:
        break;
    }
    return QStringLiteral("none");
}

Error range(qint64 n)
{
    return {QStringLiteral("limit.range"), {{QStringLiteral("n"), QString::number(n)}}};
}

/// Reads the key that names the unit into `limit`.
Result<Done> readUnit(const UnitWord &word, const QJsonValue &value, Limit &limit)
{
    limit.unit = word.unit;
    if (!takesAmount(word.unit)) {
        if (!value.toBool()) {
            return malformed(QString::fromUtf16(word.json));
        }
        return Done{};
    }
    const auto n = wholeNumber(value);
    if (!n) {
        return malformed(QString::fromUtf16(word.json));
    }
    if (*n < 1 || *n > 1'000'000'000 || (word.unit == Unit::MonthDay && *n > 31)) {
        return range(*n);
    }
    limit.n = *n;
    return Done{};
}

} // namespace

Result<Unit> parseUnit(QStringView text)
{
    for (const auto &word : kUnits) {
        if (text == QStringView(word.id) || text == QStringView(word.json)) {
            return word.unit;
        }
    }
    return Error{QStringLiteral("limit.unknownUnit"), {{QStringLiteral("unit"), text.toString()}}};
}

QString unitId(Unit unit) { return QString::fromUtf16(wordOf(unit).id); }

Result<Roll> parseRoll(QStringView text)
{
    for (const Roll roll : {Roll::Next, Roll::Previous, Roll::None}) {
        if (text == rollId(roll)) {
            return roll;
        }
    }
    return Error{QStringLiteral("limit.roll"), {{QStringLiteral("roll"), text.toString()}}};
}

Result<Limit> Limit::fromJson(const QJsonObject &json)
{
    Limit limit;
    int units = 0;
    bool months = false;
    for (auto entry = json.constBegin(); entry != json.constEnd(); ++entry) {
        const QString key = entry.key();
        const auto word = std::find_if(kUnits.cbegin(), kUnits.cend(), [&](const UnitWord &w) {
            return key == QStringView(w.json);
        });
        if (word != kUnits.cend()) {
            if (++units > 1) {
                return malformed(key);
            }
            if (const auto read = readUnit(*word, entry.value(), limit); !read) {
                return read.error();
            }
        } else if (key == QLatin1StringView("months") || key == QLatin1StringView("extendTo")) {
            const auto n = wholeNumber(entry.value());
            if (!n) {
                return malformed(key);
            }
            if (*n < (key == QLatin1StringView("months") ? 0 : 1) || *n > 1'000'000'000) {
                return range(*n);
            }
            if (key == QLatin1StringView("months")) {
                if (*n > 1200) {
                    return range(*n);
                }
                limit.months = static_cast<int>(*n);
                months = true;
            } else {
                limit.extendTo = *n;
            }
        } else if (key == QLatin1StringView("roll")) {
            const auto roll = parseRoll(entry.value().toString());
            if (!roll) {
                return roll.error();
            }
            limit.roll = *roll;
        } else {
            return Error{QStringLiteral("limit.unknownUnit"), {{QStringLiteral("unit"), key}}};
        }
    }
    if (units == 0) {
        return malformed(QStringLiteral("{}"));
    }
    if (months && limit.unit != Unit::MonthDay) {
        return malformed(QStringLiteral("months"));
    }
    if (limit.unit == Unit::Days && limit.roll == Roll::Previous) {
        return Error{QStringLiteral("limit.rollPrevDays")};
    }
    return limit;
}

QJsonObject Limit::toJson() const
{
    QJsonObject json;
    const QString key = QString::fromUtf16(wordOf(unit).json);
    if (takesAmount(unit)) {
        json.insert(key, n);
    } else {
        json.insert(key, true);
    }
    if (unit == Unit::MonthDay) {
        json.insert(QStringLiteral("months"), months);
    }
    if (roll) {
        json.insert(QStringLiteral("roll"), rollId(*roll));
    }
    if (extendTo) {
        json.insert(QStringLiteral("extendTo"), *extendTo);
    }
    return json;
}

QString Limit::toText(bool chinese) const
{
    const auto &word = wordOf(unit);
    QString text = QString::fromUtf16(chinese ? word.zh : (n == 1 ? word.one : word.many));
    if (takesAmount(unit)) {
        text = text.arg(n);
    }
    if (unit == Unit::MonthDay) {
        if (chinese) {
            text = (months == 0   ? QStringLiteral("当月")
                    : months == 1 ? QStringLiteral("次月")
                                  : QStringLiteral("%1个月后的").arg(months)) +
                   text;
        } else {
            text += months == 0   ? QStringLiteral(" of the month")
                    : months == 1 ? QStringLiteral(" of the next month")
                                  : QStringLiteral(" of the month %1 months later").arg(months);
        }
    }
    if (extendTo) {
        Limit total = *this;
        total.n = *extendTo;
        total.extendTo.reset();
        text = chinese ? QStringLiteral("%1，延长至%2").arg(text, total.toText(true))
                       : QStringLiteral("%1, extended to %2").arg(text, total.toText(false));
    }
    return text;
}

} // namespace huiyin
