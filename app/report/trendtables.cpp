// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tablemakers.h>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

/// An indicator of a period: a count, or a share of two.
struct Indicator
{
    const char16_t *zh;
    const char *en;
    std::optional<double> (*share)(const Figures &);
    qint64 (*count)(const Figures &);
    TableCell (*cell)(TableComposer &, const Figures &, const Period &) = nullptr;
};

TableCell receivedCell(TableComposer &c, const Figures &f, const Period &period)
{
    return c.count(f.received, drill::received(period), std::nullopt);
}

TableCell acceptedCell(TableComposer &c, const Figures &f, const Period &period)
{
    return c.accepted(f, std::nullopt, period);
}

TableCell closedCell(TableComposer &c, const Figures &f, const Period &period)
{
    return c.closedIn(f.settled(), period, std::nullopt);
}

constexpr std::array kIndicators{
    Indicator{
        u"接收", "Received", nullptr, [](const Figures &f) { return f.received; }, &receivedCell},
    Indicator{
        u"受理", "Accepted", nullptr, [](const Figures &f) { return f.accepted(); }, &acceptedCell},
    Indicator{
        u"办结", "Closed", nullptr, [](const Figures &f) { return f.settled(); }, &closedCell},
    Indicator{u"结案率", "Closing rate", [](const Figures &f) { return f.closingRate(); }, nullptr},
    Indicator{u"及时率", "On time", [](const Figures &f) { return f.onTimeRate(); }, nullptr},
    Indicator{
        u"满意率", "Satisfaction", [](const Figures &f) { return f.satisfactionRate(); }, nullptr},
    Indicator{u"成立率",
              "Founded",
              [](const Figures &f) { return share(f.founded + f.partlyFounded, f.settled()); },
              nullptr},
    Indicator{u"重复投诉率",
              "Repeated",
              [](const Figures &f) { return share(f.repeat, f.accepted()); },
              nullptr},
};

TableCell
valueOf(TableComposer &c, const Indicator &indicator, const Figures &f, const Period &period)
{
    return indicator.share != nullptr ? TableComposer::rate(indicator.share(f))
                                      : indicator.cell(c, f, period);
}

TableCell changeOf(const Indicator &indicator, const Figures &now, const Figures &before)
{
    return indicator.share != nullptr
               ? TableComposer::points(indicator.share(now), indicator.share(before))
               : TableComposer::change(indicator.count(now), indicator.count(before));
}

} // namespace

TableDocument comparisonTable(TableComposer &c)
{
    TableDocument table =
        c.begin(QStringLiteral("S-12"),
                Dimension::Total,
                {{c.say(QStringLiteral("指标"), QStringLiteral("Indicator")), 1.4, CellAlign::Left},
                 c.head(QStringLiteral("本期"), QStringLiteral("This period")),
                 c.head(QStringLiteral("上期"), QStringLiteral("Previous period")),
                 c.head(QStringLiteral("环比"), QStringLiteral("Change")),
                 c.head(QStringLiteral("去年同期"), QStringLiteral("Same period last year")),
                 c.head(QStringLiteral("同比"), QStringLiteral("Year on year")),
                 c.head(QStringLiteral("本年累计"), QStringLiteral("Year to date")),
                 c.head(QStringLiteral("去年累计"), QStringLiteral("Last year to date")),
                 c.head(QStringLiteral("累计同比"), QStringLiteral("Change to date"))});
    const Statistics &s = c.statistics();
    for (const Indicator &indicator : kIndicators) {
        const QString name = QString::fromUtf16(indicator.zh);
        addRow(table,
               {c.say(name, QString::fromLatin1(indicator.en))},
               {valueOf(c, indicator, s.total, s.period),
                valueOf(c, indicator, s.previous, s.period.previous()),
                changeOf(indicator, s.total, s.previous),
                valueOf(c, indicator, s.lastYear, s.period.sameLastYear()),
                changeOf(indicator, s.total, s.lastYear),
                valueOf(c, indicator, s.yearToDate, s.period.yearToDate()),
                valueOf(c, indicator, s.lastYearToDate, s.period.sameLastYear().yearToDate()),
                changeOf(indicator, s.yearToDate, s.lastYearToDate)},
               false);
    }
    table.unit = c.say(QStringLiteral("单位：件、%"), QStringLiteral("Unit: cases, %"));
    table.notes.append(
        c.say(QStringLiteral("件数的环比、同比为百分比，比率的为百分点；比较的一期没有数的为“—”。"
                             "受理＝接收－不予受理；成立率＝（成立＋部分成立）÷办结。"),
              QStringLiteral("Changes of counts in percent, of rates in points; “—” where the "
                             "compared period has nothing. Accepted = received − declined; "
                             "founded = (founded + partly founded) ÷ closed.")));
    const QVector<std::pair<QString, const Figures *>> spans{
        {c.say(QStringLiteral("去年同期"), QStringLiteral("Last year")), &s.lastYear},
        {c.say(QStringLiteral("上期"), QStringLiteral("Previous")), &s.previous},
        {c.say(QStringLiteral("本期"), QStringLiteral("This period")), &s.total}};
    for (const auto &[name, figures] : spans) {
        ChartSeries series{name, ChartSeries::Shape::Bars, false, {}};
        for (const Indicator &indicator : kIndicators) {
            if (indicator.count != nullptr) {
                series.values.append(static_cast<double>(indicator.count(*figures)));
            }
        }
        table.chart.series.append(series);
    }
    for (const Indicator &indicator : kIndicators) {
        if (indicator.count != nullptr) {
            table.chart.labels.append(
                c.say(QString::fromUtf16(indicator.zh), QString::fromLatin1(indicator.en)));
        }
    }
    table.chart.title = c.say(QStringLiteral("本期与上期、去年同期"),
                              QStringLiteral("Against the compared periods"));
    return table;
}

TableDocument trendTable(TableComposer &c)
{
    const Statistics &s = c.statistics();
    QVector<TableColumn> heads{
        {c.say(QStringLiteral("月份"), QStringLiteral("Month")), 1.2, CellAlign::Left}};
    TableDocument table;
    Chart chart;
    QVector<qint64> received;
    for (const TrendMonth &one : s.trend) {
        const QDate month = one.month.from().toDate();
        const bool newYear = heads.size() == 1 || month.month() == 1;
        const QString name = c.say(QStringLiteral("%1月"), QStringLiteral("%1")).arg(month.month());
        heads.append(
            c.head((newYear ? QString::number(month.year()) + QLatin1Char('\n') : QString()) + name,
                   (newYear ? QString::number(month.year()) + QLatin1Char('\n') : QString()) +
                       month.toString(QStringLiteral("MM"))));
        chart.labels.append(month.toString(QStringLiteral("yyyy-MM")));
    }
    heads.append(c.head(QStringLiteral("合计"), QStringLiteral("Total")));
    heads.append(c.head(QStringLiteral("均值"), QStringLiteral("Mean")));
    table = c.begin(QStringLiteral("S-20"), Dimension::Total, heads);
    Figures sum;
    const bool ahead = s.trend.last().month.from() > s.at.localDay();
    qint64 months = 0;
    for (const TrendMonth &one : s.trend) {
        if (one.month.from() <= s.at.localDay()) {
            sum = sum + one.figures;
            ++months;
        }
    }
    // Of the cases that a month takes off some were received in an earlier one of the twelve.
    sum.declinedEarlier = s.trendDeclinedEarlier;
    const Period twelve =
        Period::parse(QStringLiteral("%1..%2").arg(s.trend.first().month.from().toString(),
                                                   s.trend.last().month.to().toString()))
            .value();
    const auto shown = [&](const TrendMonth &one) { return one.month.from() <= s.at.localDay(); };
    for (const Indicator &indicator : kIndicators) {
        const QStringView name(indicator.zh);
        const bool charted =
            name == u"接收" || name == u"办结" || name == u"满意率" || name == u"及时率";
        if (!charted && name != u"受理") {
            continue;
        }
        const QString words = c.say(name.toString(), QString::fromLatin1(indicator.en));
        ChartSeries series{words, ChartSeries::Shape::Line, indicator.share != nullptr, {}};
        QVector<TableCell> cells;
        for (const TrendMonth &one : s.trend) {
            cells.append(shown(one) ? valueOf(c, indicator, one.figures, one.month)
                                    : TableCell{percentText(std::nullopt)});
            series.values.append(cells.last().number);
        }
        cells.append(valueOf(c, indicator, sum, twelve));
        if (indicator.count != nullptr) {
            const auto mean = share(indicator.count(sum), months);
            cells.append(
                {mean ? QString::number(*mean, 'f', 1) : percentText(mean), 1, false, {}, mean});
        } else {
            cells.append(valueOf(c, indicator, sum, twelve));
        }
        addRow(table, {words}, cells, false);
        if (charted) {
            chart.series.append(series);
        }
    }
    table.unit = c.say(QStringLiteral("单位：件、%"), QStringLiteral("Unit: cases, %"));
    table.notes.append(c.say(
        QStringLiteral("截至本期末的十二个月；及时率、满意率的合计和均值按十二个月全部的件计。"),
        QStringLiteral("The twelve months up to the end of the period; rates over all cases "
                       "of them.")));
    if (ahead) {
        table.notes.append(c.say(QStringLiteral("还没有到的月份为“—”。"),
                                 QStringLiteral("Months to come show “—”.")));
    }
    chart.title = c.say(QStringLiteral("接收、办结、及时率和满意率"),
                        QStringLiteral("Received, closed, on time, satisfaction"));
    table.chart = chart;
    return table;
}

TableDocument causeTable(TableComposer &c)
{
    const Statistics &s = c.statistics();
    const FigureTable causes = firstParts(s.table(Dimension::Cause));
    // Where nobody gives causes the categories say at least what the complaints are about.
    const bool byCategory = causes.isEmpty() && s.total.received > 0;
    TableDocument table = c.begin(
        QStringLiteral("S-13"),
        byCategory ? Dimension::Category : Dimension::Cause,
        {c.head(QStringLiteral("序号"), QStringLiteral("No."), 0.6),
         {byCategory ? c.say(QStringLiteral("投诉分类"), QStringLiteral("Category"))
                     : c.say(QStringLiteral("原因"), QStringLiteral("Cause")),
          2,
          CellAlign::Left},
         c.head(QStringLiteral("件数"), QStringLiteral("Cases")),
         c.head(QStringLiteral("占比（%）"), QStringLiteral("Share (%)")),
         c.head(QStringLiteral("累计（%）"), QStringLiteral("Running (%)")),
         {c.say(QStringLiteral("类（A/B/C）"), QStringLiteral("Class")), 0.8, CellAlign::Centre},
         {c.say(QStringLiteral("主要责任部门"), QStringLiteral("Main department")),
          1.6,
          CellAlign::Left},
         {c.say(QStringLiteral("措施"), QStringLiteral("Measures")), 2, CellAlign::Left}});
    // Both keep the department beside the first part.
    const FigureTable pairs = s.table(byCategory ? Dimension::Subject : Dimension::Cause);
    FigureTable groups = byCategory ? s.table(Dimension::Category) : causes;
    groups.removeIf([&](const std::pair<const QString &, Figures &> &entry) {
        return entry.second.received == 0 || entry.first.isEmpty();
    });
    QStringList keys = c.keys(groups, false); // in the order of the code list
    std::stable_sort(keys.begin(), keys.end(), [&](const QString &a, const QString &b) {
        return groups.value(a).received > groups.value(b).received;
    });
    qint64 total = 0;
    for (const Figures &f : std::as_const(groups)) {
        total += f.received;
    }
    ChartSeries bars{c.say(QStringLiteral("件数"), QStringLiteral("Cases")),
                     ChartSeries::Shape::Bars,
                     false,
                     {}};
    ChartSeries line{c.say(QStringLiteral("累计"), QStringLiteral("Running share")),
                     ChartSeries::Shape::Line,
                     true,
                     {}};
    qint64 running = 0;
    int number = 0;
    for (const QString &key : std::as_const(keys)) {
        const qint64 cases = groups.value(key).received;
        running += cases;
        const QString letter = running * 100 <= total * 80   ? QStringLiteral("A")
                               : running * 100 <= total * 95 ? QStringLiteral("B")
                                                             : QStringLiteral("C");
        QString department;
        qint64 most = 0;
        for (auto it = pairs.cbegin(); it != pairs.cend(); ++it) {
            const auto [cause, place] = tallyParts(it.key());
            if (cause == key && !place.isEmpty() && it->received > most) {
                most = it->received;
                department = place;
            }
        }
        addRow(table,
               TableComposer::plain(++number),
               {c.label(key),
                c.count(cases, drill::received(s.period), key),
                TableComposer::percent(share(cases, total)),
                TableComposer::percent(share(running, total)),
                {letter},
                {department},
                {QString()}},
               false);
        table.chart.labels.append(c.label(key).text);
        bars.values.append(static_cast<double>(cases));
        line.values.append(share(running, total));
    }
    CaseFilter given = drill::received(s.period);
    given.given = byCategory ? CaseFilter::Given::Category : CaseFilter::Given::Cause;
    addRow(table,
           c.totalLabel(),
           {{QString()},
            c.count(total, given, std::nullopt),
            TableComposer::percent(share(total, total)),
            {QString()},
            {QString()},
            {QString()},
            {QString()}},
           true);
    table.chart.title = table.title;
    table.chart.series = {bars, line};
    table.notes.append(
        c.say(
             QStringLiteral(
                 "按件数从多到少，同数按代码顺序；累计不超过80%为A类，不超过95%为B类，其余为C类。"
                 "另有 %1 件没有填写。"),
             QStringLiteral(
                 "By cases, ties in code order; A: running share up to 80 %, B: up to 95 %, C: the "
                 "rest. %1 more cases are without an entry."))
            .arg(s.total.received - total));
    if (byCategory) {
        table.notes.append(
            c.say(QStringLiteral("本期没有填写原因代码，按投诉分类排列。"),
                  QStringLiteral("No causes are given in the period: by category instead.")));
    }
    return table;
}

} // namespace huiyin
