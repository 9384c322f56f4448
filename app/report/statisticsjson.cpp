// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/statistics.h>

#include <QJsonArray>

namespace huiyin {

namespace {

QJsonValue number(std::optional<double> value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject groupsJson(const FigureTable &table)
{
    QJsonObject json;
    for (auto it = table.cbegin(); it != table.cend(); ++it) {
        if (it->received == 0 && it->closed == 0) {
            continue; // only carried over or open: nothing happened in the period
        }
        json.insert(it.key(),
                    QJsonObject{{QStringLiteral("received"), it->received},
                                {QStringLiteral("closed"), it->closed},
                                {QStringLiteral("onTime"), it->onTime},
                                {QStringLiteral("late"), it->late}});
    }
    return json;
}

QJsonObject figuresJson(const Period &period, const Figures &f)
{
    return {{QStringLiteral("period"), period.toString()},
            {QStringLiteral("from"), period.from().toString()},
            {QStringLiteral("to"), period.to().toString()},
            {QStringLiteral("carriedOver"), f.carriedOver},
            {QStringLiteral("received"), f.received},
            {QStringLiteral("closed"), f.closed},
            {QStringLiteral("declined"), f.declined},
            {QStringLiteral("withdrawn"), f.withdrawn},
            {QStringLiteral("open"), f.open},
            {QStringLiteral("onTime"), f.onTime},
            {QStringLiteral("late"), f.late},
            {QStringLiteral("onTimeRate"), number(f.onTimeRate())},
            {QStringLiteral("overdueOpen"), f.overdueOpen},
            {QStringLiteral("satisfaction"),
             QJsonObject{{QStringLiteral("VerySatisfied"), f.verySatisfied},
                         {QStringLiteral("Satisfied"), f.satisfied},
                         {QStringLiteral("BasicallySatisfied"), f.basicallySatisfied},
                         {QStringLiteral("Dissatisfied"), f.dissatisfied},
                         {QStringLiteral("NotRated"), f.notRated},
                         {QStringLiteral("rated"), f.rated()},
                         {QStringLiteral("satisfiedRate"), number(f.satisfactionRate())}}},
            {QStringLiteral("founded"), f.founded},
            {QStringLiteral("partlyFounded"), f.partlyFounded},
            {QStringLiteral("unfounded"), f.unfounded},
            {QStringLiteral("repeat"), f.repeat},
            {QStringLiteral("reopened"), f.reopened},
            {QStringLiteral("lossFen"), f.lossFen},
            {QStringLiteral("averageHandlingWorkingMinutes"),
             number(share(f.workedMin, f.workedCases))}};
}

} // namespace

QJsonObject statisticsJson(const Statistics &statistics)
{
    QJsonObject json = figuresJson(statistics.period, statistics.total);
    json.insert(QStringLiteral("offices"), QJsonArray::fromStringList(statistics.offices));
    json.insert(QStringLiteral("byKind"), groupsJson(statistics.table(Dimension::Kind)));
    json.insert(QStringLiteral("byCategory"), groupsJson(statistics.table(Dimension::Category)));
    json.insert(QStringLiteral("byChannel"), groupsJson(statistics.table(Dimension::Channel)));
    json.insert(QStringLiteral("byDepartment"),
                groupsJson(statistics.table(Dimension::Department)));
    json.insert(QStringLiteral("byOffice"), groupsJson(statistics.table(Dimension::Office)));
    json.insert(QStringLiteral("previousPeriod"),
                figuresJson(statistics.period.previous(), statistics.previous));
    json.insert(QStringLiteral("samePeriodLastYear"),
                figuresJson(statistics.period.sameLastYear(), statistics.lastYear));
    if (statistics.closedAt) {
        json.insert(QStringLiteral("monthClosed"),
                    QJsonObject{{QStringLiteral("by"), statistics.closedBy},
                                {QStringLiteral("at"), statistics.closedAt->toLocalText()}});
    }
    if (!statistics.corrections.isEmpty()) {
        const Figures &f = statistics.corrections;
        json.insert(QStringLiteral("corrections"),
                    QJsonObject{{QStringLiteral("received"), f.received},
                                {QStringLiteral("closed"), f.closed},
                                {QStringLiteral("declined"), f.declined},
                                {QStringLiteral("withdrawn"), f.withdrawn},
                                {QStringLiteral("onTime"), f.onTime},
                                {QStringLiteral("late"), f.late}});
    }
    json.insert(QStringLiteral("countedAt"), statistics.at.toLocalText());
    return json;
}

} // namespace huiyin
