// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/statistics.h>

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

constexpr std::array kDimensions{Dimension::Kind,
                                 Dimension::Category,
                                 Dimension::Channel,
                                 Dimension::Department,
                                 Dimension::Office};

// Nothing is older than this; the tally before a period is the sum of all days up to it.
const Day kFirstDay = Day::fromNumber(QDate(1900, 1, 1).toJulianDay());

qint64 at(const Counts &counts, Count count) { return counts.at(static_cast<std::size_t>(count)); }

Figures figuresOf(const Counts &before, const Counts &during)
{
    Figures figures;
    figures.carriedOver = at(before, Count::Received) - at(before, Count::Closed);
    figures.received = at(during, Count::Received);
    figures.reopened = at(during, Count::Reopened);
    figures.closed = at(during, Count::Closed);
    figures.declined = at(during, Count::Declined);
    figures.withdrawn = at(during, Count::Withdrawn);
    figures.open = figures.carriedOver + figures.received - figures.closed;
    figures.onTime = at(during, Count::OnTime);
    figures.late = at(during, Count::Late);
    figures.overdueOpen = at(before, Count::OverdueIn) - at(before, Count::OverdueOut) +
                          at(during, Count::OverdueIn) - at(during, Count::OverdueOut);
    figures.workedMin = at(during, Count::WorkedMin);
    figures.workedCases = at(during, Count::WorkedCases);
    figures.founded = at(during, Count::Founded);
    figures.partlyFounded = at(during, Count::PartlyFounded);
    figures.unfounded = at(during, Count::Unfounded);
    figures.verySatisfied = at(during, Count::VerySatisfied);
    figures.satisfied = at(during, Count::Satisfied);
    figures.basicallySatisfied = at(during, Count::BasicallySatisfied);
    figures.dissatisfied = at(during, Count::Dissatisfied);
    figures.notRated = at(during, Count::NotRated);
    figures.repeat = at(during, Count::Repeat);
    figures.lossFen = at(during, Count::LossFen);
    return figures;
}

Result<FigureTable>
figuresBy(const CaseReader &reader, Dimension dimension, const Period &period, Instant now)
{
    const auto before = reader.tally(dimension, kFirstDay, period.from().addDays(-1));
    if (!before) {
        return before.error();
    }
    const auto during = reader.tally(dimension, period.from(), period.to());
    if (!during) {
        return during.error();
    }
    FigureTable table;
    for (auto it = before->cbegin(); it != before->cend(); ++it) {
        table.insert(it.key(), figuresOf(it.value(), during->value(it.key(), Counts())));
    }
    for (auto it = during->cbegin(); it != during->cend(); ++it) {
        if (!table.contains(it.key())) {
            table.insert(it.key(), figuresOf(Counts(), it.value()));
        }
    }
    if (period.end() > now) {
        const auto overdue = reader.overdueAt(dimension, now);
        if (!overdue) {
            return overdue.error();
        }
        for (auto it = table.begin(); it != table.end(); ++it) {
            it->overdueOpen = overdue->value(it.key(), 0);
        }
    }
    table.removeIf(
        [](const std::pair<const QString &, Figures &> &entry) { return entry.second.isEmpty(); });
    return table;
}

Result<Figures> figuresTotal(const CaseReader &reader, const Period &period, Instant now)
{
    auto table = figuresBy(reader, Dimension::Total, period, now);
    if (!table) {
        return table.error();
    }
    return table->value(QString());
}

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
            {QStringLiteral("onTimeRate"), number(share(f.onTime, f.onTime + f.late))},
            {QStringLiteral("overdueOpen"), f.overdueOpen},
            {QStringLiteral("satisfaction"),
             QJsonObject{{QStringLiteral("VerySatisfied"), f.verySatisfied},
                         {QStringLiteral("Satisfied"), f.satisfied},
                         {QStringLiteral("BasicallySatisfied"), f.basicallySatisfied},
                         {QStringLiteral("Dissatisfied"), f.dissatisfied},
                         {QStringLiteral("NotRated"), f.notRated},
                         {QStringLiteral("rated"), f.rated()},
                         {QStringLiteral("satisfiedRate"),
                          number(share(f.rated() - f.dissatisfied, f.rated()))}}},
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

std::optional<double> share(qint64 part, qint64 whole)
{
    if (whole == 0) {
        return std::nullopt;
    }
    return static_cast<double>(part) / static_cast<double>(whole);
}

Result<Statistics> countStatistics(const CaseReader &reader,
                                   const Period &period,
                                   Instant now,
                                   const Progress &progress)
{
    constexpr qint64 kSteps = 4 + 1 + 3 * qint64(std::size(kDimensions)) + 1;
    qint64 done = 0;
    const auto goesOn = [&] { return !progress || progress(done++, kSteps); };
    const Error cancelled{QStringLiteral("store.cancelled")};
    Statistics statistics{period, now, period.end() > now, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    const Period previous = period.previous();
    const Period lastYear = period.sameLastYear();
    const Period yearToDate = period.yearToDate();
    for (const auto &[target, span] : {std::pair(&statistics.total, period),
                                       std::pair(&statistics.previous, previous),
                                       std::pair(&statistics.lastYear, lastYear),
                                       std::pair(&statistics.yearToDate, yearToDate)}) {
        if (!goesOn()) {
            return cancelled;
        }
        const auto figures = figuresTotal(reader, span, now);
        if (!figures) {
            return figures.error();
        }
        *target = *figures;
    }
    // The tally is kept up change by change; the list is asked anew, so that a drift of either
    // shows.
    if (!goesOn()) {
        return cancelled;
    }
    const auto open = reader.count(drill::open(statistics));
    if (!open) {
        return open.error();
    }
    if (*open != statistics.total.open) {
        return Error{
            QStringLiteral("report.unbalanced"),
            {{QStringLiteral("carriedOver"), QString::number(statistics.total.carriedOver)},
             {QStringLiteral("received"), QString::number(statistics.total.received)},
             {QStringLiteral("closed"), QString::number(statistics.total.closed)},
             {QStringLiteral("open"), QString::number(*open)}}};
    }
    for (const Dimension dimension : kDimensions) {
        for (const auto &[target, span] : {std::pair(&statistics.by, period),
                                           std::pair(&statistics.previousBy, previous),
                                           std::pair(&statistics.lastYearBy, lastYear)}) {
            if (!goesOn()) {
                return cancelled;
            }
            auto table = figuresBy(reader, dimension, span, now);
            if (!table) {
                return table.error();
            }
            target->insert(dimension, *std::move(table));
        }
    }
    if (!goesOn()) {
        return cancelled;
    }
    const auto ofYear = figuresBy(reader, Dimension::Kind, yearToDate, now);
    if (!ofYear) {
        return ofYear.error();
    }
    statistics.yearToDateByKind = *ofYear;
    statistics.offices = statistics.by.value(Dimension::Office).keys();
    return statistics;
}

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
    json.insert(QStringLiteral("countedAt"), statistics.at.toLocalText());
    return json;
}

namespace drill {

CaseFilter carriedOver(const Statistics &statistics)
{
    CaseFilter filter;
    filter.openAt = statistics.period.begin();
    return filter;
}

CaseFilter received(const Period &period)
{
    CaseFilter filter;
    filter.receivedFrom = period.begin();
    filter.receivedBefore = period.end();
    filter.sort = CaseSort::Received;
    return filter;
}

CaseFilter closed(const Period &period)
{
    CaseFilter filter;
    filter.closedFrom = period.begin();
    filter.closedBefore = period.end();
    filter.sort = CaseSort::Received;
    return filter;
}

CaseFilter open(const Statistics &statistics)
{
    CaseFilter filter;
    filter.openAt = statistics.period.end();
    return filter;
}

CaseFilter overdue(const Statistics &statistics)
{
    CaseFilter filter;
    filter.overdueAt = std::min(statistics.at, statistics.period.end());
    return filter;
}

} // namespace drill

} // namespace huiyin
