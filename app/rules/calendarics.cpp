// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/notice.h>
#include <rules/noticetext.h>

#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace huiyin {

namespace {

struct Line
{
    QString name;  ///< DTSTART
    QString value; ///< 20260101
    int number;
};

/// Content lines with their folded continuations joined (RFC 5545, 3.1).
QVector<Line> contentLines(const QString &text)
{
    QVector<Line> lines;
    int number = 0;
    QString joined;
    int start = 0;
    const auto flush = [&] {
        const auto colon = joined.indexOf(u':');
        if (colon > 0) {
            lines.append({joined.left(colon).section(u';', 0, 0).trimmed().toUpper(),
                          joined.mid(colon + 1).trimmed(),
                          start});
        }
    };
    for (QString raw : text.split(u'\n')) {
        ++number;
        raw.remove(u'\r');
        if (raw.startsWith(u' ') || raw.startsWith(u'\t')) {
            joined += raw.mid(1);
            continue;
        }
        flush();
        joined = raw;
        start = number;
    }
    flush();
    return lines;
}

std::optional<Day> allDay(const QString &value)
{
    static const QRegularExpression shape(
        QStringLiteral("\\A(\\d{4})(\\d{2})(\\d{2})(?:T000000)?\\z"));
    const auto match = shape.match(value);
    return match.hasMatch() ? Day::of(match.captured(1).toInt(),
                                      match.captured(2).toInt(),
                                      match.captured(3).toInt())
                            : std::nullopt;
}

struct Event
{
    QString summary;
    std::optional<Day> from, to; ///< `to` is the day after the last
    bool plain = true;           ///< no recurrence
    bool ended = false;          ///< has an end of its own
    int line = 0;
};

/// Whether the summary says worked (true), off (false), or neither.
std::optional<bool> worked(const QString &summary)
{
    static const QRegularExpression work(QStringLiteral("上班|补班|调班|班"));
    static const QRegularExpression off(QStringLiteral("休|放假|假期|假"));
    if (work.match(summary).hasMatch()) {
        return true;
    }
    if (off.match(summary).hasMatch()) {
        return false;
    }
    return std::nullopt;
}

QString nameIn(QString summary)
{
    static const QRegularExpression words(
        QStringLiteral("第\\d+天.*|[\\(（\\[【][^\\)）\\]】]*[\\)）\\]】]|调休|补休|上班|补班|调班|"
                       "放假|假期|休息|[休班假\\s:：·,，\\-—]|\\d+/\\d+"));
    summary.remove(words);
    return festivalName(summary);
}

} // namespace

Result<YearTable> readCalendarIcs(const QByteArray &ics, Findings &findings)
{
    QVector<Event> events;
    std::optional<Event> open;
    for (const auto &line : contentLines(QString::fromUtf8(ics))) {
        if (line.name == QLatin1StringView("BEGIN") && line.value == QLatin1StringView("VEVENT")) {
            open = Event{};
            open->line = line.number;
        } else if (!open) {
            continue;
        } else if (line.name == QLatin1StringView("SUMMARY")) {
            open->summary = line.value;
        } else if (line.name == QLatin1StringView("DTSTART")) {
            open->from = allDay(line.value);
        } else if (line.name == QLatin1StringView("DTEND")) {
            open->to = allDay(line.value);
            open->ended = true;
        } else if (line.name == QLatin1StringView("RRULE") ||
                   line.name == QLatin1StringView("DURATION")) {
            open->plain = false;
        } else if (line.name == QLatin1StringView("END") &&
                   line.value == QLatin1StringView("VEVENT")) {
            events.append(*open);
            open.reset();
        }
    }
    YearTable table;
    QMap<Day, SpecialDay> days;
    QMap<int, int> years;
    for (auto &event : events) {
        const auto working = worked(event.summary);
        if (event.from && (!event.ended || event.to == event.from)) {
            event.to = event.from->addDays(1);
        }
        if (!working || !event.plain || !event.from || !event.to || *event.to <= *event.from ||
            *event.to - *event.from > 20) {
            findings.append({QStringLiteral("calendar.ics.event"),
                             Severity::Refusal,
                             {},
                             {{QStringLiteral("text"), event.summary}},
                             {},
                             event.line});
            continue;
        }
        const QString name = nameIn(event.summary);
        for (Day day = *event.from; day < *event.to; day = day.addDays(1)) {
            const SpecialDay special{day, *working, name};
            const bool doubled = days.contains(day) && days.value(day, special).working != *working;
            if (doubled || (*working && day.dayOfWeek() < 6)) {
                findings.append({doubled ? QStringLiteral("notice.doubled")
                                         : QStringLiteral("notice.makeupNotWeekend"),
                                 Severity::Refusal,
                                 {},
                                 {{QStringLiteral("day"), day.toString()}},
                                 {},
                                 event.line});
                continue;
            }
            days.insert(day, special);
            // Late December belongs to the New Year of the next notice.
            years[day.year() + (day.month() == 12 && day.dayOfMonth() > 20 ? 1 : 0)] += 1;
        }
    }
    if (years.size() > 1) {
        QStringList list;
        for (const int year : years.keys()) {
            list.append(QString::number(year));
        }
        return Error{QStringLiteral("calendar.file.severalYears"),
                     {{QStringLiteral("years"), list.join(QStringLiteral(", "))}}};
    }
    if (days.isEmpty() && findings.isEmpty()) {
        findings.append({QStringLiteral("notice.nothing"), Severity::Refusal});
    }
    table.year = years.isEmpty() ? 0 : years.firstKey();
    table.days = days.values();
    return table;
}

} // namespace huiyin
