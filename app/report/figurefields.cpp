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

QString percentOf(double share) { return percentText(share) + u'%'; }

QJsonObject valuesOf(const Figures &figures)
{
    QJsonObject values;
    for (const FigureField &field : kFields) {
        const QString id = QString::fromLatin1(field.id);
        if (field.count != nullptr) {
            values.insert(id, field.count(figures));
        } else {
            const auto rate = field.rate(figures);
            values.insert(id, rate ? percentOf(*rate) : QString());
        }
    }
    return values;
}

/// 环比, 同比: counts in percent of what they were, shares in points; nothing where there is
/// nothing to compare with.
QJsonObject changesOf(const Figures &now, const Figures &before)
{
    QJsonObject changes;
    for (const FigureField &field : kFields) {
        const QString id = QString::fromLatin1(field.id);
        if (field.count != nullptr) {
            if (const qint64 was = field.count(before); was > 0) {
                changes.insert(id, changeText(field.count(now), was) + u'%');
            }
        } else if (const auto is = field.rate(now), was = field.rate(before); is && was) {
            changes.insert(id, pointsText(is, was) + u'点');
        }
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
