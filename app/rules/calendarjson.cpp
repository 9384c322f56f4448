// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/workcalendar.h>

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

#include <algorithm>

namespace huiyin {

namespace {

Error malformed(const QString &place, int line = 0)
{
    return {QStringLiteral("calendar.json.malformed"),
            {{QStringLiteral("place"), place}, {QStringLiteral("line"), QString::number(line)}}};
}

/// Appends the days of one list. \param nameKey the key that names the festival
Result<Done> appendDays(const QJsonObject &json,
                        const QString &key,
                        const QString &nameKey,
                        bool working,
                        const QString &place,
                        YearTable &table)
{
    if (!json.value(key).isArray()) {
        return malformed(place + QLatin1Char('.') + key);
    }
    const QJsonArray list = json.value(key).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject entry = list.at(i).toObject();
        const auto day = Day::parse(entry.value(QLatin1StringView("date")).toString());
        if (!day || !entry.value(nameKey).isString()) {
            return malformed(QStringLiteral("%1.%2[%3]").arg(place, key).arg(i));
        }
        if (working && day->dayOfWeek() < 6) {
            return Error{QStringLiteral("calendar.makeup.notWeekend"),
                         {{QStringLiteral("day"), day->toString()}}};
        }
        table.days.append({*day, working, entry.value(nameKey).toString()});
    }
    return Done{};
}

QString noticeTitle(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QString title = value.toObject().value(QLatin1StringView("title")).toString();
    const QString number = value.toObject().value(QLatin1StringView("number")).toString();
    return number.isEmpty() ? title : QStringLiteral("%1（%2）").arg(title, number);
}

} // namespace

Result<YearTable> yearTableFromJson(const QJsonObject &json, const QString &place)
{
    YearTable table;
    table.year = json.value(QLatin1StringView("year")).toInt();
    if (table.year < 1900 || table.year > 9998) {
        return malformed(place + QStringLiteral(".year"));
    }
    for (const QJsonValue value : json.value(QLatin1StringView("notices")).toArray()) {
        table.notices.append(noticeTitle(value));
    }
    const auto off =
        appendDays(json, QStringLiteral("holidays"), QStringLiteral("name"), false, place, table);
    if (!off) {
        return off.error();
    }
    const auto made =
        appendDays(json, QStringLiteral("makeup"), QStringLiteral("for"), true, place, table);
    if (!made) {
        return made.error();
    }
    std::stable_sort(table.days.begin(),
                     table.days.end(),
                     [](const SpecialDay &a, const SpecialDay &b) { return a.day < b.day; });
    const auto twice =
        std::adjacent_find(table.days.cbegin(),
                           table.days.cend(),
                           [](const SpecialDay &a, const SpecialDay &b) { return a.day == b.day; });
    if (twice != table.days.cend()) {
        return Error{QStringLiteral("calendar.day.doubled"),
                     {{QStringLiteral("day"), twice->day.toString()}}};
    }
    return table;
}

Result<WorkCalendar> WorkCalendar::fromJson(const QByteArray &json)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError || !document.isObject()) {
        return malformed(QString::fromUtf8(json.mid(fault.offset, 24)).simplified(),
                         static_cast<int>(json.left(fault.offset).count('\n')) + 1);
    }
    const QJsonObject root = document.object();
    if (root.value(QLatin1StringView("format")).toInt() != 1) {
        return malformed(QStringLiteral("format"));
    }
    const QJsonObject coverage = root.value(QLatin1StringView("coverage")).toObject();
    const auto from = Day::parse(coverage.value(QLatin1StringView("from")).toString());
    const auto to = Day::parse(coverage.value(QLatin1StringView("to")).toString());
    if (!from || !to || *to < *from) {
        return malformed(QStringLiteral("coverage"));
    }
    if (!root.value(QLatin1StringView("years")).isArray()) {
        return malformed(QStringLiteral("years"));
    }
    QVector<YearTable> years;
    QHash<qint64, int> seen;
    const QJsonArray list = root.value(QLatin1StringView("years")).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto table = yearTableFromJson(list.at(i).toObject(), QStringLiteral("years[%1]").arg(i));
        if (!table) {
            return table.error();
        }
        if (!years.isEmpty() && years.constLast().year >= table->year) {
            return malformed(QStringLiteral("years[%1].year").arg(i));
        }
        for (const auto &special : std::as_const(table->days)) {
            // A table reaches at most one year beside its own: a slip of the pen would else blow up
            // the flat table.
            if (std::abs(special.day.year() - table->year) > 1) {
                return malformed(special.day.toString());
            }
            if (seen.contains(special.day.number())) {
                return Error{QStringLiteral("calendar.day.doubled"),
                             {{QStringLiteral("day"), special.day.toString()}}};
            }
            seen.insert(special.day.number(), table->year);
        }
        years.append(std::move(*table));
    }
    return ofYears(*from, *to, years);
}

QByteArray WorkCalendar::toJson() const
{
    QJsonArray list;
    for (const auto &table : years()) {
        QJsonArray notices;
        for (const auto &title : table.notices) {
            notices.append(QJsonObject{{QStringLiteral("title"), title}});
        }
        QJsonArray holidays;
        QJsonArray makeup;
        for (const auto &special : table.days) {
            if (special.working) {
                makeup.append(QJsonObject{{QStringLiteral("date"), special.day.toString()},
                                          {QStringLiteral("for"), special.name}});
            } else {
                holidays.append(QJsonObject{{QStringLiteral("date"), special.day.toString()},
                                            {QStringLiteral("name"), special.name}});
            }
        }
        list.append(QJsonObject{{QStringLiteral("year"), table.year},
                                {QStringLiteral("notices"), notices},
                                {QStringLiteral("holidays"), holidays},
                                {QStringLiteral("makeup"), makeup}});
    }
    const QJsonObject root{
        {QStringLiteral("format"), 1},
        {QStringLiteral("region"), QStringLiteral("CN")},
        {QStringLiteral("timezone"), QStringLiteral("Asia/Shanghai")},
        {QStringLiteral("weekend"), QJsonArray{QStringLiteral("sat"), QStringLiteral("sun")}},
        {QStringLiteral("coverage"),
         QJsonObject{{QStringLiteral("from"), coverageFrom().toString()},
                     {QStringLiteral("to"), coverageTo().toString()}}},
        {QStringLiteral("years"), list}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace huiyin
