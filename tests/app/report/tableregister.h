// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/soldunits.h>
#include <report/statistics.h>
#include <report/tables.h>
#include <support/tempstore.h>

#include <QJsonDocument>

namespace huiyin::support {

using namespace Qt::StringLiterals;

inline Instant at(QStringView text) { return Instant::parseLocal(text).value(); }

inline const Instant kLater = at(u"2026-06-01T09:00");

/// A real case file and the tables counted from it.
class Register
{
public:
    CaseReader &reader() { return m_temp.reader(); }

    CaseId open(Instant received, std::optional<Instant> due, const QJsonObject &fields = {})
    {
        const CaseId id = m_temp.newCaseId(received);
        append(opening(id,
                       fields,
                       received,
                       Stage::Accepted,
                       due ? QJsonArray{handlingClock(received, *due)} : QJsonArray()));
        return id;
    }

    void step(const CaseId &id,
              const QString &action,
              Instant when,
              Stage stage,
              const QJsonObject &fields)
    {
        append(move(id, action, stage, stage, when, fields));
    }

    void close(const CaseId &id, Instant when, const QJsonObject &fields = {})
    {
        append(move(id, u"close"_s, Stage::Handling, Stage::Closed, when, fields, {u"handling"_s}));
    }

    void end(const CaseId &id, Instant when, Stage as, const QJsonObject &fields = {})
    {
        append(move(id, u"end"_s, Stage::Handling, as, when, fields, {u"handling"_s}));
    }

    void reopen(const CaseId &id, Instant when)
    {
        append(move(id, u"reopen"_s, Stage::Closed, Stage::Reopened, when));
    }

    /// Units sold in a month, as an office publishes them.
    void sell(const QString &month, const QMap<QString, int> &units)
    {
        QJsonObject products;
        for (auto it = units.cbegin(); it != units.cend(); ++it) {
            products.insert(it.key(), QJsonObject{{u"n"_s, it.value()}});
        }
        append({QLatin1StringView(event::kConfigPublished),
                std::nullopt,
                {{u"name"_s, QLatin1StringView(kSoldUnits) + month + u"/HQ"_s},
                 {u"value"_s,
                  QString::fromUtf8(QJsonDocument(products).toJson(QJsonDocument::Compact))}}});
    }

    QString numberOf(const CaseId &id) { return reader().caseFile(id)->caseNo; }

    TableDocument table(const QString &id, QStringView period, Instant now = kLater)
    {
        const auto statistics = countReport(reader(), Period::parse(period).value(), now);
        if (!statistics) {
            qFatal("not counted: %s", qUtf8Printable(statistics.error().code));
        }
        const FieldCatalogue catalogue({}, {});
        return statisticsTable(id, *statistics, {catalogue, Language::Chinese, u"城东店"_s})
            .value();
    }

    void shortClock(const CaseId &id, const QString &label, int minutes, Instant from, Instant to)
    {
        const Instant due = from.addMs(minutes * 60000LL);
        Clock clock{.id = label, .label = label, .limit = {{u"minutes"_s, minutes}}};
        clock.startedAt = from;
        clock.due = due;
        NewEvent started = move(id, u"deliver"_s, Stage::Accepted, Stage::Accepted, from);
        started.body.insert(u"started"_s, QJsonArray{clock.toJson()});
        append(started);
        append(move(id, u"answer"_s, Stage::Accepted, Stage::Accepted, to, {}, {label}));
    }

private:
    void append(const NewEvent &event)
    {
        const auto done = m_temp.log().append({u"wang"_s, kLater, {event}, {}});
        if (!done) {
            qFatal("not appended: %s", qUtf8Printable(done.error().code));
        }
    }

    TempStore m_temp;
};

/// The cells of a row as one line of text.
inline QString line(const TableDocument &table, qsizetype row)
{
    QStringList cells;
    for (const TableCell &cell : table.rows.at(row).cells) {
        cells.append(cell.text);
    }
    return cells.join(u' ');
}

inline QStringList lines(const TableDocument &table)
{
    QStringList all;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        all.append(line(table, i));
    }
    return all;
}

inline QJsonObject of(const char *field, const QString &value)
{
    return {{QLatin1StringView(field), value}};
}

} // namespace huiyin::support
