// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/notice.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>
#include <QStringDecoder>

namespace huiyin {

namespace {

constexpr qsizetype kMostBytes =
    8 * 1024 * 1024; ///< the shipped calendar of twenty years has 50 KB

/// The year tables of a JSON text: the shipped form, a list of years, or one year.
Result<QVector<YearTable>> tablesOf(const QByteArray &json)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return Error{
            QStringLiteral("calendar.json.malformed"),
            {{QStringLiteral("place"), QString::fromUtf8(json.mid(fault.offset, 24)).simplified()},
             {QStringLiteral("line"), QString::number(json.left(fault.offset).count('\n') + 1)}}};
    }
    QJsonArray list = document.isArray()
                          ? document.array()
                          : document.object().value(QLatin1StringView("years")).toArray();
    if (document.isObject() && !document.object().contains(QLatin1StringView("years"))) {
        list = {document.object()};
    }
    QVector<YearTable> tables;
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto table = yearTableFromJson(list.at(i).toObject(), QStringLiteral("years[%1]").arg(i));
        if (!table) {
            return table.error();
        }
        for (const auto &special : std::as_const(table->days)) {
            if (std::abs(special.day.year() - table->year) > 1) {
                return Error{QStringLiteral("calendar.json.malformed"),
                             {{QStringLiteral("place"), special.day.toString()},
                              {QStringLiteral("line"), QStringLiteral("1")}}};
            }
        }
        tables.append(std::move(*table));
    }
    return tables;
}

/// The one year to take: the only one, or the only one that differs from the calendar in force.
Result<YearTable> chosen(const QVector<YearTable> &tables, const WorkCalendar *standing)
{
    if (tables.isEmpty()) {
        return Error{QStringLiteral("calendar.file.unknown")};
    }
    if (tables.size() == 1) {
        return tables.constFirst();
    }
    QVector<YearTable> differing;
    for (const auto &table : tables) {
        if (standing == nullptr || difference(*standing, table) != CalendarDifference{}) {
            differing.append(table);
        }
    }
    if (differing.isEmpty()) {
        return tables.constLast();
    }
    if (differing.size() == 1) {
        return differing.constFirst();
    }
    QStringList years;
    for (const auto &table : std::as_const(differing)) {
        years.append(QString::number(table.year));
    }
    return Error{QStringLiteral("calendar.file.severalYears"),
                 {{QStringLiteral("years"), years.join(QStringLiteral(", "))}}};
}

/// Pages saved on Windows come as GB 18030 or UTF-16.
QString decoded(const QByteArray &contents)
{
    if (contents.startsWith("\xFF\xFE") || contents.startsWith("\xFE\xFF")) {
        return QStringDecoder(QStringDecoder::Utf16).decode(contents);
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(contents);
    if (!utf8.hasError()) {
        return text;
    }
    QStringDecoder gb18030("GB18030");
    return gb18030.isValid() ? QString(gb18030.decode(contents)) : text;
}

} // namespace

Result<YearTable>
readCalendarFile(const QByteArray &contents, Findings &findings, const WorkCalendar *standing)
{
    if (contents.size() > kMostBytes) {
        return Error{QStringLiteral("calendar.file.tooBig"),
                     {{QStringLiteral("size"), QString::number(contents.size())}}};
    }
    QByteArray start = contents.left(4096);
    if (start.startsWith("\xEF\xBB\xBF")) {
        start.remove(0, 3);
    }
    start = start.trimmed();
    if (start.startsWith('{') || start.startsWith('[')) {
        QByteArray json = contents;
        if (json.startsWith("\xEF\xBB\xBF")) {
            json.remove(0, 3);
        }
        const auto tables = tablesOf(json);
        if (!tables) {
            return tables.error();
        }
        return chosen(*tables, standing);
    }
    if (start.contains("BEGIN:VCALENDAR")) {
        return readCalendarIcs(contents, findings);
    }
    const QString text = decoded(contents);
    if (!text.contains(QStringLiteral("放假")) && !text.contains(QStringLiteral("假期")) &&
        !text.contains(QStringLiteral("上班"))) {
        return Error{QStringLiteral("calendar.file.unknown")};
    }
    auto reading = readNotice(text, standing);
    findings += reading.findings;
    return reading.table;
}

} // namespace huiyin
