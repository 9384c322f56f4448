// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/calendarfile.h>
#include <rules/notice.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

Finding fault(const QString &code, int line, Args args = {})
{
    return {code, Severity::Refusal, {}, std::move(args), {}, line, 0};
}

/// Long lines of an iCalendar file go on in the next line after a blank.
QVector<std::pair<int, QString>> unfolded(const QString &text)
{
    QVector<std::pair<int, QString>> lines;
    int number = 0;
    const auto parts = QStringView(text).split(u'\n');
    for (QStringView part : parts) {
        ++number;
        if (part.endsWith(u'\r')) {
            part.chop(1);
        }
        if (!lines.isEmpty() && (part.startsWith(u' ') || part.startsWith(u'\t'))) {
            lines.last().second.append(part.mid(1));
        } else {
            lines.append({number, part.toString()});
        }
    }
    return lines;
}

std::optional<Day> icsDay(const QString &value)
{
    const QString digits = value.section(u'T', 0, 0);
    if (digits.size() != 8) {
        return std::nullopt;
    }
    bool ok = false;
    const int number = digits.toInt(&ok);
    return ok ? Day::of(number / 10000, number / 100 % 100, number % 100) : std::nullopt;
}

/// The festival of a summary like 春节 假期 第1天/共8天, 国庆节（休）, 劳动节 补班.
QString festivalOf(QString summary)
{
    for (const QChar cut : {u'(', u'（', u' ', u'第'}) {
        const qsizetype at = summary.indexOf(cut);
        if (at > 0) {
            summary.truncate(at);
        }
    }
    for (const auto &word :
         {u"补班"_s, u"上班"_s, u"调休"_s, u"假期"_s, u"放假"_s, u"休"_s, u"班"_s}) {
        if (summary.size() > word.size() && summary.endsWith(word)) {
            summary.chop(word.size());
        }
    }
    return summary.trimmed();
}

bool isWorking(const QString &summary)
{
    return summary.contains(u"班"_s) || summary.contains(u"work"_s, Qt::CaseInsensitive);
}

struct IcsEvent
{
    std::optional<Day> from;
    std::optional<Day> to; ///< exclusive
    QString summary;
    int line = 0;
};

void takeEvent(const IcsEvent &event, QMap<int, YearTable> &years, Findings &findings)
{
    if (!event.from) {
        findings.append(fault(u"calendar.ics.noStart"_s, event.line));
        return;
    }
    const Day end = event.to && *event.to > *event.from ? *event.to : event.from->addDays(1);
    if (end - *event.from > 60) {
        findings.append(
            fault(u"calendar.ics.tooLong"_s, event.line, {{u"what"_s, event.summary.left(40)}}));
        return;
    }
    for (Day day = *event.from; day < end; day = day.addDays(1)) {
        YearTable &year = years[day.year()];
        year.year = day.year();
        const bool known = std::any_of(year.days.cbegin(),
                                       year.days.cend(),
                                       [&](const SpecialDay &one) { return one.day == day; });
        if (!known) {
            year.days.append({day, isWorking(event.summary), festivalOf(event.summary)});
        }
    }
}

CalendarReading readIcs(const QString &text)
{
    CalendarReading reading;
    QMap<int, YearTable> years;
    std::optional<IcsEvent> event;
    const auto lines = unfolded(text);
    for (const auto &[number, line] : lines) {
        const QString name = line.section(u':', 0, 0).section(u';', 0, 0).toUpper();
        const QString value = line.section(u':', 1).trimmed();
        if (name == u"BEGIN" && value == u"VEVENT") {
            event = IcsEvent{{}, {}, {}, number};
        } else if (name == u"END" && value == u"VEVENT" && event) {
            takeEvent(*event, years, reading.findings);
            event.reset();
        } else if (event && name == u"DTSTART") {
            event->from = icsDay(value);
        } else if (event && name == u"DTEND") {
            event->to = icsDay(value);
        } else if (event && name == u"SUMMARY") {
            event->summary = value;
        }
    }
    for (YearTable &year : years) {
        std::sort(year.days.begin(), year.days.end(), [](const SpecialDay &a, const SpecialDay &b) {
            return a.day < b.day;
        });
        reading.years.append(year);
    }
    if (reading.years.isEmpty() && reading.findings.isEmpty()) {
        reading.findings.append(fault(u"calendar.file.empty"_s, 0));
    }
    return reading;
}

CalendarReading readJson(const QByteArray &bytes)
{
    if (const auto year = yearFromJson(bytes)) {
        return {{*year}, {}};
    }
    const auto calendar = WorkCalendar::fromJson(bytes);
    if (calendar) {
        return {calendar->years(), {}};
    }
    return {{}, {Finding{calendar.error().code, Severity::Refusal, {}, calendar.error().args}}};
}

} // namespace

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

CalendarReading readCalendarFile(const QByteArray &fileOrText)
{
    QByteArray bytes = fileOrText;
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes.remove(0, 3);
    }
    const QByteArray head = bytes.left(2000).trimmed();
    if (head.startsWith('{') || head.startsWith('[')) {
        return readJson(bytes);
    }
    const QString text = QString::fromUtf8(bytes);
    if (head.toUpper().startsWith("BEGIN:VCALENDAR")) {
        return readIcs(text);
    }
    const NoticeReading notice = readNotice(text);
    CalendarReading reading{{}, notice.findings};
    if (notice.table.year != 0 && !notice.table.days.isEmpty()) {
        reading.years.append(notice.table);
    } else if (!refuses(reading.findings)) {
        reading.findings.append(fault(u"calendar.file.empty"_s, 0));
    }
    return reading;
}

} // namespace huiyin
