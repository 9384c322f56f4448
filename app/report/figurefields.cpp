// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/registers.h>

#include <cmath>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

QJsonObject figureFields(const Statistics &statistics)
{
    const auto percent = [](std::optional<double> value) {
        return value ? QString::number(*value * 100, 'f', 1) + u'%' : QString();
    };
    const auto fieldsOf = [&](const Figures &figures) {
        return QJsonObject{{u"countReceived"_s, figures.received},
                           {u"countAccepted"_s, figures.accepted()},
                           {u"countCarriedIn"_s, figures.carriedOver},
                           {u"countDeclined"_s, figures.declined},
                           {u"countClosed"_s, figures.settled()},
                           {u"countCarriedOut"_s, figures.open},
                           {u"countDue"_s, figures.toDo()},
                           {u"countOverdue"_s, figures.overdueOpen},
                           {u"rateClosed"_s, percent(figures.closingRate())},
                           {u"rateOnTime"_s, percent(figures.onTimeRate())},
                           {u"rateOnTime3"_s, percent(figures.in3DaysRate())},
                           {u"rateOnTime7"_s, percent(figures.in7DaysRate())},
                           {u"rateSatisfied"_s, percent(figures.satisfactionRate())},
                           {u"rateRepeat"_s, percent(share(figures.repeat, figures.accepted()))}};
    };
    const auto changes = [](const QJsonObject &now, const QJsonObject &before) {
        QJsonObject words;
        for (auto it = now.begin(); it != now.end(); ++it) {
            const bool rate = it.value().isString();
            const auto number = [&](const QJsonValue &value) {
                return rate
                           ? value.toString().chopped(value.toString().isEmpty() ? 0 : 1).toDouble()
                           : value.toDouble();
            };
            const double was = number(before.value(it.key()));
            const double is = number(it.value());
            const bool known = rate ? !it.value().toString().isEmpty() &&
                                          !before.value(it.key()).toString().isEmpty()
                                    : was > 0;
            if (known) {
                const double change = rate ? is - was : (is - was) / was * 100;
                const QString arrow = change > 0 ? u"↑"_s : change < 0 ? u"↓"_s : QString();
                words.insert(it.key(),
                             arrow + QString::number(std::abs(change), 'f', 1) +
                                 (rate ? u"点"_s : u"%"_s));
            }
        }
        return words;
    };
    QJsonObject fields = fieldsOf(statistics.total);
    const QJsonObject previous = fieldsOf(statistics.previous);
    const QJsonObject lastYear = fieldsOf(statistics.lastYear);
    const QJsonObject change = changes(fields, previous);
    const QJsonObject yearChange = changes(fields, lastYear);
    fields.insert(u"previous"_s, previous);
    fields.insert(u"lastYear"_s, lastYear);
    fields.insert(u"change"_s, change);
    fields.insert(u"yearChange"_s, yearChange);
    return fields;
}

} // namespace huiyin
