// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/registers.h>
#include <report/tables.h>

#include <array>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One field of a form: a count, or a share.
struct FigureField
{
    const char *id;
    qint64 (*count)(const Figures &) = nullptr;
    std::optional<double> (*rate)(const Figures &) = nullptr;
};

constexpr std::array kFields{
    FigureField{"countReceived", [](const Figures &f) { return f.received; }},
    FigureField{"countAccepted", [](const Figures &f) { return f.accepted(); }},
    FigureField{"countCarriedIn", [](const Figures &f) { return f.carriedOver; }},
    FigureField{"countDeclined", [](const Figures &f) { return f.declined; }},
    FigureField{"countClosed", [](const Figures &f) { return f.settled(); }},
    FigureField{"countCarriedOut", [](const Figures &f) { return f.open; }},
    FigureField{"countDue", [](const Figures &f) { return f.toDo(); }},
    FigureField{"countOverdue", [](const Figures &f) { return f.overdueOpen; }},
    FigureField{"rateClosed", nullptr, [](const Figures &f) { return f.closingRate(); }},
    FigureField{"rateOnTime", nullptr, [](const Figures &f) { return f.onTimeRate(); }},
    FigureField{"rateOnTime3", nullptr, [](const Figures &f) { return f.in3DaysRate(); }},
    FigureField{"rateOnTime7", nullptr, [](const Figures &f) { return f.in7DaysRate(); }},
    FigureField{"rateSatisfied", nullptr, [](const Figures &f) { return f.satisfactionRate(); }},
    FigureField{
        "rateRepeat", nullptr, [](const Figures &f) { return share(f.repeat, f.accepted()); }},
};

QString percentOf(std::optional<double> share)
{
    return share ? percentText(share) + u'%' : percentText(share);
}

QJsonObject valuesOf(const Figures &figures)
{
    QJsonObject values;
    for (const FigureField &field : kFields) {
        const QString id = QString::fromLatin1(field.id);
        if (field.count != nullptr) {
            values.insert(id, field.count(figures));
        } else {
            values.insert(id, percentOf(field.rate(figures)));
        }
    }
    return values;
}

/// 环比, 同比: counts in percent of what they were, shares in points; `—` where there is nothing to
/// compare with.
QJsonObject changesOf(const Figures &now, const Figures &before)
{
    QJsonObject changes;
    for (const FigureField &field : kFields) {
        const bool counts = field.count != nullptr;
        const QString text = counts ? changeText(field.count(now), field.count(before))
                                    : pointsText(field.rate(now), field.rate(before));
        const bool known = text != percentText(std::nullopt);
        changes.insert(QString::fromLatin1(field.id),
                       known ? text + (counts ? u'%' : u'点') : text);
    }
    return changes;
}

} // namespace

QJsonObject figureFields(const Statistics &statistics)
{
    QJsonObject fields = valuesOf(statistics.total);
    fields.insert(u"previous"_s, valuesOf(statistics.previous));
    fields.insert(u"lastYear"_s, valuesOf(statistics.lastYear));
    fields.insert(u"change"_s, changesOf(statistics.total, statistics.previous));
    fields.insert(u"yearChange"_s, changesOf(statistics.total, statistics.lastYear));
    return fields;
}

} // namespace huiyin
