// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/publishedyear.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace huiyin {

QByteArray yearToJson(const YearTable &year)
{
    QJsonArray days;
    for (const SpecialDay &day : year.days) {
        days.append(QJsonObject{
            {u"day"_s, day.day.toString()}, {u"working"_s, day.working}, {u"name"_s, day.name}});
    }
    return QJsonDocument(QJsonObject{{u"year"_s, year.year},
                                     {u"notices"_s, QJsonArray::fromStringList(year.notices)},
                                     {u"days"_s, days}})
        .toJson(QJsonDocument::Compact);
}

Result<YearTable> yearFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    YearTable year;
    year.year = object.value("year"_L1).toInt();
    const Error malformed{u"calendar.year.malformed"_s, {{u"year"_s, QString::number(year.year)}}};
    if (year.year < 1949 || year.year > 9999 || !object.value("days"_L1).isArray()) {
        return malformed;
    }
    const QJsonArray notices = object.value("notices"_L1).toArray();
    for (const auto &notice : notices) {
        year.notices.append(notice.toString());
    }
    const QJsonArray days = object.value("days"_L1).toArray();
    for (const auto &item : days) {
        const QJsonObject entry = item.toObject();
        const auto day = Day::parse(entry.value("day"_L1).toString());
        if (!day) {
            return malformed;
        }
        year.days.append(
            {*day, entry.value("working"_L1).toBool(), entry.value("name"_L1).toString()});
    }
    return year;
}

} // namespace huiyin
