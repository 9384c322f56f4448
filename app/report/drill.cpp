// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/statistics.h>

#include <algorithm>
#include <iterator>

namespace huiyin {

QVector<OfficeState> unmerged(const Statistics &statistics)
{
    const Instant needed = std::min(statistics.at, statistics.period.end());
    QVector<OfficeState> missing;
    std::copy_if(statistics.sources.cbegin(),
                 statistics.sources.cend(),
                 std::back_inserter(missing),
                 [&](const OfficeState &office) {
                     // A bundle of the last day is as new as can be.
                     return !office.own && office.lastFact.localDay() < needed.addMs(-1).localDay();
                 });
    return missing;
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
    filter.overdueThen = std::min(statistics.at, statistics.period.end());
    return filter;
}

CaseFilter accepted(const Period &period)
{
    CaseFilter filter = received(period);
    filter.notDeclinedFrom = period.begin();
    filter.notDeclinedBefore = period.end();
    return filter;
}

CaseFilter toDo(const Period &period)
{
    CaseFilter filter;
    filter.atWorkFrom = filter.notDeclinedFrom = period.begin();
    filter.atWorkBefore = filter.notDeclinedBefore = period.end();
    filter.sort = CaseSort::Received;
    return filter;
}

CaseFilter due(const Period &period, Count count)
{
    CaseFilter filter;
    filter.limitFrom = period.begin();
    filter.limitBefore = period.end();
    filter.sort = CaseSort::Received;
    return counted(filter, count);
}

CaseFilter counted(CaseFilter filter, Count count)
{
    filter.countedIn = count;
    return filter;
}

CaseFilter numbers(const QStringList &numbers)
{
    CaseFilter filter;
    filter.numbers = numbers;
    filter.sort = CaseSort::Number;
    return filter;
}

} // namespace drill

} // namespace huiyin
