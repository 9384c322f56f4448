// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tablemakers.h>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

const QString kDash = QStringLiteral("—");

CaseFilter rated(const Statistics &s, const QString &value)
{
    CaseFilter filter = drill::closed(s.period);
    filter.satisfactions = {value};
    return filter;
}

/// The second parts that stand with each first part, the one with the most cases first.
QMap<QString, QStringList> partnersOf(const FigureTable &pairs)
{
    QMap<QString, QVector<std::pair<qint64, QString>>> found;
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it) {
        const auto [first, second] = tallyParts(it.key());
        if (!second.isEmpty() && it->received > 0) {
            found[first].append({-it->received, second});
        }
    }
    QMap<QString, QStringList> partners;
    for (auto it = found.begin(); it != found.end(); ++it) {
        std::sort(it->begin(), it->end());
        for (const auto &[cases, name] : std::as_const(*it)) {
            partners[it.key()].append(name);
        }
    }
    return partners;
}

} // namespace

TableDocument productTable(TableComposer &c)
{
    TableDocument table = c.begin(
        QStringLiteral("S-06"),
        Dimension::Product,
        {{c.say(QStringLiteral("商品／型号"), QStringLiteral("Product")), 2, CellAlign::Left},
         c.head(QStringLiteral("投诉（件）"), QStringLiteral("Complaints")),
         c.head(QStringLiteral("退换货（件）"), QStringLiteral("Returned")),
         c.head(QStringLiteral("销量"), QStringLiteral("Sold")),
         c.head(QStringLiteral("投诉率"), QStringLiteral("Complaint rate")),
         c.head(QStringLiteral("退换货率"), QStringLiteral("Return rate")),
         c.head(QStringLiteral("连续超2%月数"), QStringLiteral("Months above 2 %")),
         {c.say(QStringLiteral("供应商"), QStringLiteral("Supplier")), 2, CellAlign::Left}});
    const Statistics &s = c.statistics();
    const FigureTable pairs = s.table(Dimension::Product);
    const auto suppliers = partnersOf(pairs);
    addRows(c,
            table,
            c.withUnnamed(firstParts(pairs)),
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                return {c.count(f.received, drill::received(s.period), key),
                        TableComposer::plain(f.returned),
                        {kDash},
                        {kDash},
                        {kDash},
                        {kDash},
                        {key ? suppliers.value(*key).join(QStringLiteral("、")) : QString()}};
            });
    table.notes.append(c.say(QStringLiteral("本期没有录入销量，按销量计算的各栏为“—”。"),
                             QStringLiteral("No sales figures are entered for the period: the "
                                            "columns that need them show “—”.")));
    return table;
}

TableDocument officeTable(TableComposer &c)
{
    TableDocument table =
        c.begin(QStringLiteral("S-07"),
                Dimension::Office,
                {{c.say(QStringLiteral("单位"), QStringLiteral("Office")), 2, CellAlign::Left},
                 c.head(QStringLiteral("结转"), QStringLiteral("Carried over")),
                 c.head(QStringLiteral("受理"), QStringLiteral("Accepted")),
                 c.head(QStringLiteral("应办"), QStringLiteral("To do")),
                 c.head(QStringLiteral("办结"), QStringLiteral("Closed")),
                 c.head(QStringLiteral("办结率"), QStringLiteral("Closing rate")),
                 c.head(QStringLiteral("排名"), QStringLiteral("Rank")),
                 c.head(QStringLiteral("累计受理"), QStringLiteral("Accepted, year")),
                 c.head(QStringLiteral("累计办结"), QStringLiteral("Closed, year")),
                 c.head(QStringLiteral("超期"), QStringLiteral("Overdue"))});
    const Statistics &s = c.statistics();
    FigureTable groups = s.table(Dimension::Office);
    for (auto it = s.yearToDateByOffice.cbegin(); it != s.yearToDateByOffice.cend(); ++it) {
        groups.insert(it.key(), groups.value(it.key())); // had cases earlier in the year
    }
    const auto rateOf = [](const Figures &f) { return f.closingRate(); };
    QStringList keys = groups.keys();
    std::stable_sort(keys.begin(), keys.end(), [&](const QString &a, const QString &b) {
        return rateOf(groups.value(a)).value_or(-1) > rateOf(groups.value(b)).value_or(-1);
    });
    const auto line =
        [&](const Figures &f, const std::optional<QString> &key, const QString &rank) {
            const Figures year = key ? s.yearToDateByOffice.value(*key) : s.yearToDate;
            return QVector<TableCell>{c.count(f.carriedOver, drill::carriedOver(s), key),
                                      c.accepted(f, key),
                                      TableComposer::plain(f.toDo()),
                                      c.closedAs(f.settled(), Stage::Closed, key),
                                      TableComposer::rate(rateOf(f)),
                                      {rank},
                                      TableComposer::plain(year.accepted()),
                                      TableComposer::plain(year.settled()),
                                      c.count(f.overdueOpen, drill::overdue(s), key)};
        };
    int rank = 0;
    std::optional<double> above;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const Figures f = groups.value(keys.at(i));
        const auto rate = rateOf(f);
        if (rate != above || rank == 0) {
            rank = static_cast<int>(i) + 1;
        }
        above = rate;
        addRow(table,
               c.label(keys.at(i)),
               line(f, keys.at(i), rate ? QString::number(rank) : kDash),
               false);
    }
    addRow(table, c.totalLabel(), line(s.total, std::nullopt, QString()), true);
    table.notes.append(
        c.say(QStringLiteral("按办结率排名，办结率相同的名次相同；本期没有应办的不排名。"),
              QStringLiteral("Ranked by closing rate; equal rates share a rank, offices with "
                             "nothing to do have none.")));
    return table;
}

TableDocument satisfactionTable(TableComposer &c)
{
    TableDocument table = c.begin(
        QStringLiteral("S-10"),
        Dimension::Department,
        {{c.say(QStringLiteral("部门／项目"), QStringLiteral("Department")), 2, CellAlign::Left},
         c.head(QStringLiteral("应回访"), QStringLiteral("To visit")),
         c.head(QStringLiteral("已回访"), QStringLiteral("Visited")),
         c.head(QStringLiteral("回访率"), QStringLiteral("Visit rate")),
         c.head(QStringLiteral("非常满意"), QStringLiteral("Very satisfied")),
         c.head(QStringLiteral("满意"), QStringLiteral("Satisfied")),
         c.head(QStringLiteral("基本满意"), QStringLiteral("Basically satisfied")),
         c.head(QStringLiteral("不满意"), QStringLiteral("Dissatisfied")),
         c.head(QStringLiteral("满意率"), QStringLiteral("Satisfaction"))});
    const Statistics &s = c.statistics();
    addRows(c,
            table,
            s.table(Dimension::Department),
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                return {c.closedAs(f.settled(), Stage::Closed, key),
                        TableComposer::plain(f.visited),
                        TableComposer::rate(share(f.visited, f.settled())),
                        c.count(f.verySatisfied, rated(s, QStringLiteral("VerySatisfied")), key),
                        c.count(f.satisfied, rated(s, QStringLiteral("Satisfied")), key),
                        c.count(f.basicallySatisfied,
                                rated(s, QStringLiteral("BasicallySatisfied")),
                                key),
                        c.count(f.dissatisfied, rated(s, QStringLiteral("Dissatisfied")), key),
                        TableComposer::rate(f.satisfactionRate())};
            });
    const Figures &f = s.total;
    table.notes.append(
        c.say(QStringLiteral("应回访为本期办结件；已回访为回访到客户或客户作出评价的。满意率含基本"
                             "满意，不含基本满意"
                             "为 %1。"),
              QStringLiteral("To visit: cases closed in the period; visited: the customer was "
                             "reached or gave an opinion. "
                             "Satisfaction includes basically satisfied; without it: %1."))
            .arg(TableComposer::rate(share(f.verySatisfied + f.satisfied, f.rated())).text));
    table.chart.title =
        c.say(QStringLiteral("各部门满意率"), QStringLiteral("Satisfaction by department"));
    ChartSeries series{c.say(QStringLiteral("满意率"), QStringLiteral("Satisfaction")),
                       ChartSeries::Shape::Bars,
                       true,
                       {}};
    for (const QString &key : c.keys(s.table(Dimension::Department), false)) {
        table.chart.labels.append(c.label(key).text);
        series.values.append(s.table(Dimension::Department).value(key).satisfactionRate());
    }
    table.chart.series.append(series);
    return table;
}

} // namespace huiyin
