// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/namedgroups.h>

#include <utility>

namespace huiyin {

namespace {

/// Where a list row stands in the groups of a table of accepted cases.
QVector<std::pair<Dimension, QString>> placesOf(const CaseRow &row)
{
    return {
        {Dimension::Kind, row.kind},
        {Dimension::Category, row.category},
        {Dimension::Channel, row.channel},
        {Dimension::Department, row.assignedDept.isEmpty() ? row.respondentDept : row.assignedDept},
        {Dimension::Office, row.receivingUnit.isEmpty() ? row.office : row.receivingUnit}};
}

/// One span of time whose accepted cases some table shows.
struct Shown
{
    Period period;
    Figures *total;
    QVector<std::pair<Dimension, FigureTable *>> groups;
    QStringList *numbers = nullptr; ///< of the cases, where they are named
};

Result<Done> countEarlier(const CaseReader &reader, const Shown &one)
{
    if (one.total->declined == 0) {
        return Done{};
    }
    CaseFilter filter = drill::closed(one.period);
    filter.closedAs = Stage::Declined;
    filter.receivedBefore = one.period.begin();
    return eachRow(reader, filter, [&](const CaseRow &row) -> Result<Done> {
        ++one.total->declinedEarlier;
        if (one.numbers != nullptr) {
            one.numbers->append(row.caseNo);
        }
        for (const auto &[dimension, value] : placesOf(row)) {
            for (const auto &[grouped, table] : one.groups) {
                if (grouped == dimension && table->contains(value)) {
                    ++(*table)[value].declinedEarlier;
                }
            }
        }
        return Done{};
    });
}

} // namespace

Result<Done> countEarlierDeclines(const CaseReader &reader, Statistics &s)
{
    QVector<std::pair<Dimension, FigureTable *>> groups;
    for (auto it = s.by.begin(); it != s.by.end(); ++it) {
        groups.append({it.key(), &it.value()});
    }
    QVector<std::pair<Dimension, FigureTable *>> before;
    for (auto it = s.previousBy.begin(); it != s.previousBy.end(); ++it) {
        before.append({it.key(), &it.value()});
    }
    QVector<Shown> shown{
        {s.period, &s.total, groups, &s.declinedEarlier},
        {s.period.previous(), &s.previous, before},
        {s.period.sameLastYear(), &s.lastYear, {}},
        {s.period.yearToDate(), &s.yearToDate, {{Dimension::Office, &s.yearToDateByOffice}}},
        {s.period.sameLastYear().yearToDate(), &s.lastYearToDate, {}}};
    for (TrendMonth &month : s.trend) {
        shown.append({month.month, &month.figures, {}});
    }
    for (const Shown &one : std::as_const(shown)) {
        if (const auto done = countEarlier(reader, one); !done) {
            return done;
        }
    }
    if (!s.trend.isEmpty()) {
        CaseFilter filter;
        filter.closedAs = Stage::Declined;
        filter.closedFrom = filter.receivedBefore = s.trend.first().month.begin();
        filter.closedBefore = s.trend.last().month.end();
        const auto earlier = reader.count(filter);
        if (!earlier) {
            return earlier.error();
        }
        s.trendDeclinedEarlier = *earlier;
    }
    return Done{};
}

Result<Done> countCorrections(const CaseReader &reader, const Books &books, Statistics &s)
{
    const QStringList months = Books::wholeMonths(s.period);
    if (!books.anyClosed() || months.isEmpty()) {
        return Done{};
    }
    for (const QString &month : months) {
        if (const ClosedMonth *closing = books.month(month)) {
            s.corrected += closing->corrected;
        } else if (books.followsTheLast(month)) {
            const auto corrected = correctedSince(reader, books.closings());
            if (!corrected) {
                return corrected.error();
            }
            s.corrected += *corrected;
        }
    }
    if (s.closedAt) {
        return Done{}; // its corrections would be those of later months
    }
    for (auto it = s.by.cbegin(); it != s.by.cend(); ++it) {
        const Dimension dimension = it.key();
        const auto live = figuresBy(books, dimension, s.period, s.at, true);
        if (!live) {
            return live.error();
        }
        FigureTable changes = it.value();
        for (auto one = live->cbegin(); one != live->cend(); ++one) {
            changes[one.key()] = changes.value(one.key()) - one.value();
        }
        for (Figures &one : changes) {
            // Stocks are no events of the period.
            one.carriedOver = one.open = one.overdueOpen = one.declinedEarlier = 0;
        }
        changes.removeIf([](const std::pair<const QString &, Figures &> &entry) {
            return entry.second.isEmpty();
        });
        s.correctionsBy.insert(dimension, changes);
    }
    return Done{};
}

} // namespace huiyin
