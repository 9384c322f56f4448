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

std::optional<qint64> soldOf(const SoldFigures &sold, const QString &product)
{
    const auto units = sold.units.constFind(product);
    return units == sold.units.cend() ? std::nullopt : std::optional(*units);
}

/// The units sold of all products of the table; nothing where one of them is not known, since a
/// rate over the others would be no rate of the total.
std::optional<qint64> soldOfAll(const FigureTable &products, const SoldFigures &sold)
{
    qint64 sum = 0;
    for (auto it = products.cbegin(); it != products.cend(); ++it) {
        const auto units = soldOf(sold, it.key());
        if (!units) {
            return std::nullopt;
        }
        sum += *units;
    }
    return products.isEmpty() ? std::nullopt : std::optional(sum);
}

/// Complaints of a thousand units sold.
TableCell perThousand(std::optional<double> value)
{
    if (!value) {
        return {kDash};
    }
    const double thousandths = *value * 1000;
    return {QString::number(thousandths, 'f', 2) + QStringLiteral("‰"), 1, false, {}, thousandths};
}

/// Says which figures are missing, and which were changed after their month was closed.
void noteSold(const TableComposer &c, TableDocument &table, const FigureTable &products)
{
    const SoldFigures &sold = c.statistics().sold;
    const QString comma = c.say(QStringLiteral("、"), QStringLiteral(", "));
    table.notes.append(
        c.say(QStringLiteral("投诉率＝投诉÷销量，按每千件计；退换货率＝退换货÷销量。"),
              QStringLiteral("Complaint rate: complaints of a thousand sold; return rate: returned "
                             "÷ sold.")));
    if (!sold.wholeMonths) {
        table.notes.append(
            c.say(QStringLiteral("销量按月录入，本期不是整月，用销量计算的各栏为“—”。"),
                  QStringLiteral("Units sold are entered by month; the period is not made of whole "
                                 "months, so the columns that need them show “—”.")));
        return;
    }
    QStringList without;
    for (auto it = products.cbegin(); it != products.cend(); ++it) {
        if (sold.units.contains(it.key()) || it.key().isEmpty()) {
            continue;
        }
        const QStringList months = sold.missing.value(it.key());
        without.append(months.isEmpty()
                           ? it.key()
                           : c.say(QStringLiteral("%1（缺 %2）"), QStringLiteral("%1 (not for %2)"))
                                 .arg(it.key(), months.join(comma)));
    }
    if (!without.isEmpty()) {
        constexpr qsizetype kNamed = 12;
        const qsizetype more = without.size() - kNamed;
        const QString rest =
            more > 0 ? c.say(QStringLiteral(" 等 %1 种"), QStringLiteral(" and %1 more"))
                           .arg(c.words().language == Language::Chinese ? without.size() : more)
                     : QString();
        table.notes.append(
            c.say(QStringLiteral("没有录入销量：%1，用销量计算的各栏为“—”。"),
                  QStringLiteral("Units sold are not entered for %1: the columns that need them "
                                 "show “—”."))
                .arg(without.mid(0, kNamed).join(comma) + rest));
    }
    qint64 named = 0;
    for (const Figures &one : products) {
        named += one.received;
    }
    if (const qint64 unnamed = c.statistics().total.received - named; unnamed > 0) {
        table.notes.append(
            c.say(QStringLiteral("有 %1 件没有填商品，合计的比率算不出来，为“—”。"),
                  QStringLiteral("%1 cases name no product: the rates of the total cannot be told "
                                 "and show “—”."))
                .arg(unnamed));
    }
    const auto words = [&](const std::optional<qint64> &number) {
        return number ? QString::number(*number)
                      : c.say(QStringLiteral("未录入"), QStringLiteral("not entered"));
    };
    QStringList late;
    for (const SoldFigures::Late &one : sold.late) {
        late.append(QStringLiteral("%1 %2 %3→%4")
                        .arg(one.month, one.product, words(one.before), words(one.now)));
    }
    if (!late.isEmpty()) {
        table.notes.append(c.say(QStringLiteral("对已结账月份销量的更正：%1。"),
                                 QStringLiteral("Corrections to units sold in closed months: %1."))
                               .arg(late.join(c.say(QStringLiteral("；"), QStringLiteral("; ")))));
    }
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
    const auto total = soldOfAll(c.withUnnamed(firstParts(pairs)), s.sold);
    addRows(c,
            table,
            c.withUnnamed(firstParts(pairs)),
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                const auto sold = key ? soldOf(s.sold, *key) : total;
                const auto above = s.sold.monthsAbove.constFind(key.value_or(QString()));
                const bool known = key && above != s.sold.monthsAbove.cend();
                return {c.count(f.received, drill::received(s.period), key),
                        c.count(f.returned,
                                drill::counted(drill::received(s.period), Count::Returned),
                                key),
                        sold ? TableComposer::plain(*sold) : TableCell{kDash},
                        perThousand(sold ? share(f.received, *sold) : std::nullopt),
                        TableComposer::rate(sold ? share(f.returned, *sold) : std::nullopt),
                        known ? TableComposer::plain(*above) : TableCell{kDash},
                        {key ? suppliers.value(*key).join(QStringLiteral("、")) : QString()}};
            });
    noteSold(c, table, firstParts(pairs));
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
    QMap<QString, TableCell> ranks;
    std::optional<double> above;
    qsizetype rank = 0;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const auto rate = rateOf(groups.value(keys.at(i)));
        if (rate != above || rank == 0) {
            rank = i + 1;
        }
        above = rate;
        ranks.insert(keys.at(i), rate ? TableComposer::plain(rank) : TableCell{kDash});
    }
    addRows(c,
            table,
            keys,
            groups,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                const Figures year = key ? s.yearToDateByOffice.value(*key) : s.yearToDate;
                const Period toDate = s.period.yearToDate();
                return {c.count(f.carriedOver, drill::carriedOver(s), key),
                        c.accepted(f, key),
                        c.count(f.toDo(), drill::toDo(s.period), key),
                        c.closedAs(f.settled(), Stage::Closed, key),
                        TableComposer::rate(rateOf(f)),
                        key ? ranks.value(*key) : TableCell(),
                        c.accepted(year, key, toDate),
                        c.closedIn(year.settled(), toDate, key),
                        c.count(f.overdueOpen, drill::overdue(s), key)};
            });
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
    addRows(
        c,
        table,
        s.table(Dimension::Department),
        false,
        [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
            return {
                c.closedAs(f.settled(), Stage::Closed, key),
                c.count(f.visited, drill::counted(drill::closed(s.period), Count::Visited), key),
                TableComposer::rate(share(f.visited, f.settled())),
                c.count(f.verySatisfied, rated(s, QStringLiteral("VerySatisfied")), key),
                c.count(f.satisfied, rated(s, QStringLiteral("Satisfied")), key),
                c.count(f.basicallySatisfied, rated(s, QStringLiteral("BasicallySatisfied")), key),
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
    chartShares(c,
                table,
                c.say(QStringLiteral("各部门满意率"), QStringLiteral("Satisfaction by department")),
                s.table(Dimension::Department),
                {{c.say(QStringLiteral("满意率"), QStringLiteral("Satisfaction")),
                  [](const Figures &one) { return one.satisfactionRate(); }}});
    return table;
}

} // namespace huiyin
