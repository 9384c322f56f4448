// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array kDimensions{Dimension::Total,
                                 Dimension::Kind,
                                 Dimension::Category,
                                 Dimension::Channel,
                                 Dimension::Department,
                                 Dimension::Office};

const Day kFirstDay = Day::fromNumber(QDate(1900, 1, 1).toJulianDay()); // no case is older

/// Sparse: {"dimension": {"value": [place, count, place, count …]}}.
QJsonObject packed(const TallySums &sums)
{
    QJsonObject json;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        QJsonObject values;
        for (auto one = it->cbegin(); one != it->cend(); ++one) {
            QJsonArray counts;
            for (int place = 0; place < kCountCount; ++place) {
                if (const qint64 count = one->at(static_cast<size_t>(place)); count != 0) {
                    counts.append(place);
                    counts.append(count);
                }
            }
            values.insert(one.key(), counts);
        }
        json.insert(QString::number(static_cast<int>(it.key())), values);
    }
    return json;
}

TallySums unpacked(const QJsonObject &json)
{
    TallySums sums;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        auto &values = sums[static_cast<Dimension>(it.key().toInt())];
        const QJsonObject groups = it->toObject();
        for (auto one = groups.constBegin(); one != groups.constEnd(); ++one) {
            Counts counts{};
            const QJsonArray places = one->toArray();
            for (qsizetype i = 0; i + 1 < places.size(); i += 2) {
                const auto place = static_cast<size_t>(places.at(i).toInteger());
                if (place < counts.size()) {
                    counts[place] = places.at(i + 1).toInteger();
                }
            }
            values.insert(one.key(), counts);
        }
    }
    return sums;
}

/// A year of closings lies among the settings: packed they stay small.
QString squeezed(const QJsonObject &json)
{
    return QString::fromLatin1(
        qCompress(QJsonDocument(json).toJson(QJsonDocument::Compact), 9).toBase64());
}

QJsonObject spread(const QJsonValue &text)
{
    const QByteArray bytes = QByteArray::fromBase64(text.toString().toLatin1());
    return bytes.size() < 4 ? QJsonObject() : QJsonDocument::fromJson(qUncompress(bytes)).object();
}

QString monthOf(QDate day) { return day.toString(u"yyyy-MM"_s); }

std::optional<QDate> firstDayOf(const QString &month)
{
    const QDate day = QDate::fromString(month + u"-01"_s, u"yyyy-MM-dd"_s);
    return day.isValid() && month.size() == 7 ? std::optional(day) : std::nullopt;
}

Day dayOf(QDate date) { return Day::fromNumber(date.toJulianDay()); }

Finding refused(const QString &code, const QMap<QString, QString> &args)
{
    return {code, Severity::Refusal, {}, args};
}

Result<Done> sumUp(const CaseReader &reader, Day from, Day to, TallySums &sums)
{
    for (const Dimension dimension : kDimensions) {
        auto values = reader.tally(dimension, from, to);
        if (!values) {
            return values.error();
        }
        sums.insert(dimension, *std::move(values));
    }
    return Done{};
}

} // namespace

QString ClosedMonth::toJson() const
{
    QJsonObject json{{u"by"_s, by},
                     {u"name"_s, byName},
                     {u"at"_s, at.utcMs()},
                     {u"sums"_s, squeezed(packed(sums))}};
    if (!before.isEmpty()) {
        json.insert(u"before"_s, squeezed(packed(before)));
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<ClosedMonth> ClosedMonth::fromJson(const QString &month, const QString &json)
{
    const QJsonObject body = QJsonDocument::fromJson(json.toUtf8()).object();
    if (!body.contains(u"sums"_s)) {
        return std::nullopt;
    }
    return ClosedMonth{month,
                       body.value(u"by"_s).toString(),
                       body.value(u"name"_s).toString(),
                       Instant::fromUtcMs(body.value(u"at"_s).toInteger()),
                       unpacked(spread(body.value(u"sums"_s))),
                       unpacked(spread(body.value(u"before"_s)))};
}

Result<QMap<QString, QString>> closedMonths(const CaseReader &reader)
{
    const auto settings = reader.config();
    if (!settings) {
        return settings.error();
    }
    QMap<QString, QString> months;
    const auto prefix = QLatin1StringView(kClosedMonth);
    for (auto it = settings->lowerBound(prefix);
         it != settings->cend() && it.key().startsWith(prefix);
         ++it) {
        months.insert(it.key().mid(prefix.size()), it.value());
    }
    return months;
}

Result<Outcome> closeMonth(Desk &desk, const QString &month)
{
    const CaseReader &reader = desk.reader();
    const auto people = desk.people();
    const bool known = std::any_of(people.cbegin(), people.cend(), [&](const Person &one) {
        return one.id == desk.actor().id && one.enabled;
    });
    if (!people.isEmpty() && !known) {
        return Error{u"actor.unknown"_s, {{u"person"_s, desk.actor().id}}};
    }
    Outcome outcome;
    const auto first = firstDayOf(month);
    const auto months = closedMonths(reader);
    if (!months) {
        return months.error();
    }
    if (!first) {
        outcome.findings.append(refused(u"month.malformed"_s, {{u"month"_s, month}}));
        return outcome;
    }
    const QDate next = first->addMonths(1);
    if (next > desk.now().localDay().toDate()) {
        outcome.findings.append(refused(
            u"month.running"_s, {{u"month"_s, month}, {u"from"_s, dayOf(next).toString()}}));
        return outcome;
    }
    if (const auto closed = months->constFind(month); closed != months->cend()) {
        const auto earlier = ClosedMonth::fromJson(month, *closed);
        outcome.findings.append(refused(
            u"month.closed"_s,
            {{u"month"_s, month},
             {u"by"_s, earlier ? earlier->byName : QString()},
             {u"at"_s,
              earlier ? earlier->at.toLocalText().left(16).replace(u'T', u' ') : QString()}}));
        return outcome;
    }
    if (!months->isEmpty()) {
        const QString due = monthOf(firstDayOf(months->lastKey()).value_or(*first).addMonths(1));
        if (due != month) {
            outcome.findings.append(
                refused(u"month.order"_s,
                        {{u"month"_s, month}, {u"last"_s, months->lastKey()}, {u"due"_s, due}}));
            return outcome;
        }
    }
    ClosedMonth closing{month, desk.actor().id, desk.actor().name, desk.now(), {}, {}};
    if (closing.byName.isEmpty()) {
        closing.byName = closing.by;
    }
    const Day begin = dayOf(*first);
    const Day end = dayOf(next.addDays(-1));
    auto done = sumUp(reader, kFirstDay, end, closing.sums);
    if (done && months->isEmpty()) {
        done = sumUp(reader, kFirstDay, begin.addDays(-1), closing.before);
    }
    if (!done) {
        return done.error();
    }
    const NewEvent published{QLatin1StringView(event::kConfigPublished),
                             std::nullopt,
                             QJsonObject{{u"name"_s, QLatin1StringView(kClosedMonth) + month},
                                         {u"value"_s, closing.toJson()}}};
    const auto recorded = desk.log().append({desk.actor().id, desk.now(), {published}, {}}, {});
    if (!recorded) {
        return recorded.error();
    }
    desk.reread();
    return outcome;
}

Result<std::optional<MonthToClose>> monthToClose(const CaseReader &reader, Instant now)
{
    constexpr int kRemindDay = 5;
    constexpr int kUrgentDay = 9;
    constexpr int kDueDay = 10;
    const auto months = closedMonths(reader);
    if (!months) {
        return months.error();
    }
    const QDate today = now.localDay().toDate();
    const QDate thisMonth = today.addDays(1 - today.day());
    const auto afterLast =
        months->isEmpty() ? std::optional(thisMonth.addMonths(-1)) : firstDayOf(months->lastKey());
    if (!afterLast) {
        return std::optional<MonthToClose>();
    }
    const QDate first = months->isEmpty() ? *afterLast : afterLast->addMonths(1);
    if (first >= thisMonth) {
        return std::optional<MonthToClose>();
    }
    const auto sums =
        reader.tally(Dimension::Total, dayOf(first), dayOf(first.addMonths(1).addDays(-1)));
    if (!sums) {
        return sums.error();
    }
    if (sums->isEmpty() && months->isEmpty()) {
        return std::optional<MonthToClose>();
    }
    const QDate next = first.addMonths(1);
    MonthToClose open{monthOf(first),
                      MonthToClose::Urgency::NotYet,
                      Instant::fromLocal(dayOf(next.addDays(kRemindDay - 1)), 0),
                      Instant::fromLocal(dayOf(next.addDays(kDueDay - 1)), kDayMs)};
    if (now >= open.due) {
        open.urgency = MonthToClose::Urgency::Overdue;
    } else if (today >= next.addDays(kUrgentDay - 1)) {
        open.urgency = MonthToClose::Urgency::Urgent;
    } else if (today >= next.addDays(kRemindDay - 1)) {
        open.urgency = MonthToClose::Urgency::Remind;
    }
    return std::optional(open);
}

QString urgencyId(MonthToClose::Urgency urgency)
{
    static const std::array kIds{u"notYet"_s, u"remind"_s, u"urgent"_s, u"overdue"_s};
    return kIds.at(static_cast<size_t>(urgency));
}

} // namespace huiyin
