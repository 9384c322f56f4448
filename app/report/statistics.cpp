// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/books.h>
#include <report/namedgroups.h>
#include <report/statistics.h>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

constexpr std::array kDimensions{Dimension::Kind,
                                 Dimension::Category,
                                 Dimension::Channel,
                                 Dimension::Department,
                                 Dimension::Office};

qint64 at(const Counts &counts, Count count) { return counts.at(static_cast<std::size_t>(count)); }

struct FigureColumn
{
    qint64 Figures::*figure;
    Count count;
};

/// The figures that are sums of one count over the days of a period.
constexpr std::array kColumns{FigureColumn{&Figures::received, Count::Received},
                              FigureColumn{&Figures::reopened, Count::Reopened},
                              FigureColumn{&Figures::closed, Count::Closed},
                              FigureColumn{&Figures::declined, Count::Declined},
                              FigureColumn{&Figures::withdrawn, Count::Withdrawn},
                              FigureColumn{&Figures::onTime, Count::OnTime},
                              FigureColumn{&Figures::late, Count::Late},
                              FigureColumn{&Figures::workedMin, Count::WorkedMin},
                              FigureColumn{&Figures::workedCases, Count::WorkedCases},
                              FigureColumn{&Figures::founded, Count::Founded},
                              FigureColumn{&Figures::partlyFounded, Count::PartlyFounded},
                              FigureColumn{&Figures::unfounded, Count::Unfounded},
                              FigureColumn{&Figures::verySatisfied, Count::VerySatisfied},
                              FigureColumn{&Figures::satisfied, Count::Satisfied},
                              FigureColumn{&Figures::basicallySatisfied, Count::BasicallySatisfied},
                              FigureColumn{&Figures::dissatisfied, Count::Dissatisfied},
                              FigureColumn{&Figures::notRated, Count::NotRated},
                              FigureColumn{&Figures::repeat, Count::Repeat},
                              FigureColumn{&Figures::lossFen, Count::LossFen},
                              FigureColumn{&Figures::dueIn, Count::DueIn},
                              FigureColumn{&Figures::in24h, Count::In24h},
                              FigureColumn{&Figures::in3Days, Count::In3Days},
                              FigureColumn{&Figures::in7Days, Count::In7Days},
                              FigureColumn{&Figures::over7Days, Count::Over7Days},
                              FigureColumn{&Figures::special, Count::Special},
                              FigureColumn{&Figures::specialIn3, Count::SpecialIn3},
                              FigureColumn{&Figures::visited, Count::Visited},
                              FigureColumn{&Figures::returned, Count::Returned}};

/// Figures of a stock: they belong to a moment.
constexpr std::array kStocks{
    &Figures::carriedOver, &Figures::open, &Figures::overdueOpen, &Figures::declinedEarlier};

Figures figuresOf(const Counts &before, const Counts &during)
{
    Figures figures;
    for (const auto &[figure, count] : kColumns) {
        figures.*figure = at(during, count);
    }
    figures.carriedOver = at(before, Count::Received) - at(before, Count::Closed);
    figures.open = figures.carriedOver + figures.received - figures.closed;
    figures.overdueOpen = at(before, Count::OverdueIn) - at(before, Count::OverdueOut) +
                          at(during, Count::OverdueIn) - at(during, Count::OverdueOut);
    return figures;
}

Result<Figures>
figuresTotal(const Books &books, const Period &period, Instant now, bool live = false)
{
    auto table = figuresBy(books, Dimension::Total, period, now, live);
    if (!table) {
        return table.error();
    }
    return table->value(QString());
}

/// The months up to the one the period ends in, the oldest first.
Result<QVector<TrendMonth>> trendOf(const Books &books, const Period &period, Instant now)
{
    constexpr int kMonths = 12;
    const QDate last = period.to().toDate();
    QVector<TrendMonth> trend;
    for (int back = kMonths - 1; back >= 0; --back) {
        const QDate day = last.addDays(1 - last.day()).addMonths(-back);
        const Period month = Period::month(day.year(), day.month());
        const auto figures = figuresTotal(books, month, now);
        if (!figures) {
            return figures.error();
        }
        trend.append({month, *figures});
    }
    return trend;
}

} // namespace

Result<FigureTable>
figuresBy(const Books &books, Dimension dimension, const Period &period, Instant now, bool live)
{
    const auto sums = books.sums(dimension, period, live);
    if (!sums) {
        return sums.error();
    }
    const auto *before = &sums->before;
    const auto *during = &sums->during;
    FigureTable table;
    for (auto it = before->cbegin(); it != before->cend(); ++it) {
        table.insert(it.key(), figuresOf(it.value(), during->value(it.key(), Counts())));
    }
    for (auto it = during->cbegin(); it != during->cend(); ++it) {
        if (!table.contains(it.key())) {
            table.insert(it.key(), figuresOf(Counts(), it.value()));
        }
    }
    if (!carriesOver(dimension)) {
        for (Figures &figures : table) {
            for (qint64 Figures::*const stock : kStocks) {
                figures.*stock = 0;
            }
        }
    } else if (period.end() > now) {
        const auto overdue = books.overdue(dimension, now);
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

Figures operator+(Figures a, const Figures &b)
{
    for (const auto &[figure, count] : kColumns) {
        a.*figure += b.*figure;
    }
    for (qint64 Figures::*const figure : kStocks) {
        a.*figure += b.*figure;
    }
    return a;
}

Figures operator-(Figures a, const Figures &b)
{
    for (const auto &[figure, count] : kColumns) {
        a.*figure -= b.*figure;
    }
    for (qint64 Figures::*const figure : kStocks) {
        a.*figure -= b.*figure;
    }
    return a;
}

FigureTable firstParts(const FigureTable &pairs)
{
    FigureTable parts;
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it) {
        Figures &sum = parts[tallyParts(it.key()).first];
        sum = sum + it.value();
    }
    return parts;
}

FigureTable secondParts(const FigureTable &pairs)
{
    FigureTable parts;
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it) {
        Figures &sum = parts[tallyParts(it.key()).second];
        sum = sum + it.value();
    }
    return parts;
}

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
    const auto books = Books::open(reader);
    return books ? countFigures(reader, *books, period, now, progress)
                 : Result<Statistics>(books.error());
}

Result<Statistics> countFigures(const CaseReader &reader,
                                const Books &books,
                                const Period &period,
                                Instant now,
                                const Progress &progress)
{
    constexpr qint64 kSteps = 5 + 1 + 3 * qint64(std::size(kDimensions)) + 2 + 1;
    qint64 done = 0;
    const auto goesOn = [&] { return !progress || progress(done++, kSteps); };
    const Error cancelled{QStringLiteral("store.cancelled")};
    Statistics statistics{.period = period, .at = now, .running = period.end() > now};
    const Period previous = period.previous();
    const Period lastYear = period.sameLastYear();
    const Period yearToDate = period.yearToDate();
    for (const auto &[target, span] :
         {std::pair(&statistics.total, period),
          std::pair(&statistics.previous, previous),
          std::pair(&statistics.lastYear, lastYear),
          std::pair(&statistics.yearToDate, yearToDate),
          std::pair(&statistics.lastYearToDate, lastYear.yearToDate())}) {
        if (!goesOn()) {
            return cancelled;
        }
        const auto figures = figuresTotal(books, span, now);
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
    if (const ClosedMonth *closing = books.closing(period)) {
        statistics.closedBy = closing->byName;
        statistics.closedAt = closing->at;
    }
    if (books.anyClosed()) {
        const auto live = figuresTotal(books, period, now, true);
        if (!live) {
            return live.error();
        }
        if (!statistics.closedAt) {
            statistics.corrections = statistics.total - *live;
            statistics.corrections.overdueOpen = 0; // a stock, not something that happened
        }
    }
    // The tally counts every case, those this person must not see as well: so does the question.
    CaseFilter all = drill::open(statistics);
    all.whole = true;
    const auto open =
        books.endsClosed(period) ? Result<qint64>(statistics.total.open) : reader.count(all);
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
    const auto fill = [&](FigureTable &target, Dimension dimension, const Period &span) {
        if (!goesOn()) {
            return Result<Done>(cancelled);
        }
        auto table = figuresBy(books, dimension, span, now);
        if (!table) {
            return Result<Done>(table.error());
        }
        target = *std::move(table);
        return Result<Done>(Done{});
    };
    Result<Done> filled = Done{};
    for (const Dimension dimension : kDimensions) {
        for (const auto &[target, span] : {std::pair(&statistics.by, period),
                                           std::pair(&statistics.previousBy, previous),
                                           std::pair(&statistics.lastYearBy, lastYear)}) {
            if (filled) {
                filled = fill((*target)[dimension], dimension, span);
            }
        }
    }
    if (filled) {
        filled = fill(statistics.yearToDateByKind, Dimension::Kind, yearToDate);
    }
    if (filled) {
        filled = fill(statistics.yearToDateByOffice, Dimension::Office, yearToDate);
    }
    if (!filled) {
        return filled.error();
    }
    if (!goesOn()) {
        return cancelled;
    }
    const auto trend = trendOf(books, period, now);
    if (!trend) {
        return trend.error();
    }
    statistics.trend = *trend;
    statistics.offices = statistics.by.value(Dimension::Office).keys();
    auto sources = reader.offices();
    if (!sources) {
        return sources.error();
    }
    statistics.sources = *std::move(sources);
    return statistics;
}

Result<Done> countNamed(const Books &books, Statistics &statistics)
{
    for (const Dimension dimension : {Dimension::Handler,
                                      Dimension::Product,
                                      Dimension::Cause,
                                      Dimension::Clock,
                                      Dimension::Subject}) {
        auto table = figuresBy(books, dimension, statistics.period, statistics.at);
        if (!table) {
            return table.error();
        }
        statistics.by[dimension] = *std::move(table);
    }
    return Done{};
}

} // namespace huiyin
