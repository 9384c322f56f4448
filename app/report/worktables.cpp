// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tablemakers.h>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

/// The head of a short clock's column; nothing for the line a fine begins at.
/// \param value  as in the tally: four digits of minutes, a blank, the clock's name
std::optional<QString> headOf(const TableComposer &c, const QString &value)
{
    constexpr int kDayMin = 24 * 60;
    const int minutes = value.left(4).toInt();
    const QString name = value.mid(5);
    QString label = name;
    if (c.words().regulation != nullptr) {
        for (const ClockRule &rule : c.words().regulation->clocks) {
            if (rule.zh == name && rule.line == u"penalty") {
                return std::nullopt;
            }
            if (rule.zh == name) {
                label = c.say(rule.zh, rule.en);
            }
        }
    }
    const QString limit =
        minutes >= kDayMin ? c.say(QStringLiteral("当日"), QStringLiteral("same day"))
        : minutes % 60 == 0
            ? c.say(QStringLiteral("%1小时"), QStringLiteral("%1 h")).arg(minutes / 60)
            : c.say(QStringLiteral("%1分"), QStringLiteral("%1 min")).arg(minutes);
    return limit + QLatin1Char('\n') + label;
}

} // namespace

TableDocument timelinessTable(TableComposer &c)
{
    TableDocument table =
        c.begin(QStringLiteral("S-08"),
                Dimension::Department,
                {{c.say(QStringLiteral("部门"), QStringLiteral("Department")), 2, CellAlign::Left},
                 c.head(QStringLiteral("到期件"), QStringLiteral("Due")),
                 c.head(QStringLiteral("24小时内"), QStringLiteral("Within 24 h")),
                 c.head(QStringLiteral("3日内"), QStringLiteral("Within 3 days")),
                 c.head(QStringLiteral("3日及时率"), QStringLiteral("3-day rate")),
                 c.head(QStringLiteral("4—7日"), QStringLiteral("4–7 days")),
                 c.head(QStringLiteral("7日及时率"), QStringLiteral("7-day rate")),
                 c.head(QStringLiteral("超7日"), QStringLiteral("Over 7 days")),
                 c.head(QStringLiteral("特殊延期"), QStringLiteral("Special")),
                 c.head(QStringLiteral("平均（日）"), QStringLiteral("Average (days)"))});
    const Statistics &s = c.statistics();
    addRows(c,
            table,
            s.table(Dimension::Department),
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                const auto due = [&](qint64 number, Count count) {
                    return c.count(number, drill::due(s.period, count), key);
                };
                return {due(f.dueIn, Count::DueIn),
                        due(f.in24h, Count::In24h),
                        due(f.in3Days, Count::In3Days),
                        TableComposer::rate(f.in3DaysRate()),
                        due(f.in7Days, Count::In7Days),
                        TableComposer::rate(f.in7DaysRate()),
                        due(f.over7Days, Count::Over7Days),
                        due(f.special, Count::Special),
                        c.averageDays(f)};
            });
    const Figures &f = s.total;
    table.notes.append(
        c.say(QStringLiteral(
                  "到期件按办理时限届满日计，其中 %1 件尚未答复；日为工作日。3日及时率不含特殊和"
                  "经批准延期的件；平均按本期办结件的工作时间计。"),
              QStringLiteral(
                  "Due: cases whose handling limit ended in the period, %1 of them not "
                  "answered yet; days are working days. The 3-day rate leaves out special "
                  "and extended cases; the average is over the closings of the period."))
            .arg(std::max<qint64>(0, f.dueIn - f.in3Days - f.in7Days - f.over7Days)));
    chartShares(
        c,
        table,
        c.say(QStringLiteral("各部门3日、7日及时率"), QStringLiteral("Timeliness by department")),
        s.table(Dimension::Department),
        {{c.say(QStringLiteral("3日及时率"), QStringLiteral("3-day rate")),
          [](const Figures &one) { return one.in3DaysRate(); }},
         {c.say(QStringLiteral("7日及时率"), QStringLiteral("7-day rate")),
          [](const Figures &one) { return one.in7DaysRate(); }}});
    return table;
}

TableDocument handlerTable(TableComposer &c)
{
    TableDocument table = c.begin(
        QStringLiteral("S-14"),
        Dimension::Handler,
        {{c.say(QStringLiteral("承办人"), QStringLiteral("Handler")), 1.4, CellAlign::Left},
         {c.say(QStringLiteral("部门"), QStringLiteral("Department")), 1.6, CellAlign::Left},
         c.head(QStringLiteral("接收"), QStringLiteral("Received")),
         c.head(QStringLiteral("办结"), QStringLiteral("Closed")),
         c.head(QStringLiteral("在办"), QStringLiteral("Open")),
         c.head(QStringLiteral("超期"), QStringLiteral("Overdue")),
         c.head(QStringLiteral("平均时长（日）"), QStringLiteral("Average (days)")),
         c.head(QStringLiteral("及时率"), QStringLiteral("On time")),
         c.head(QStringLiteral("满意率"), QStringLiteral("Satisfaction")),
         c.head(QStringLiteral("回访"), QStringLiteral("Visited"))});
    const Statistics &s = c.statistics();
    addRows(c,
            table,
            c.withUnnamed(s.table(Dimension::Handler)),
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                return {{key ? s.lists.departmentOf.value(*key) : QString()},
                        c.count(f.received, drill::received(s.period), key),
                        c.closedAs(f.settled(), Stage::Closed, key),
                        c.count(f.open, drill::open(s), key),
                        c.count(f.overdueOpen, drill::overdue(s), key),
                        c.averageDays(f),
                        TableComposer::rate(f.onTimeRate()),
                        TableComposer::rate(f.satisfactionRate()),
                        c.count(f.visited,
                                drill::counted(drill::closed(s.period), Count::Visited),
                                key)};
            });
    table.notes.append(
        c.say(QStringLiteral("未填为还没有承办人的件；部门按人员名册。"),
              QStringLiteral("“not given”: cases without a handler; departments as in the "
                             "roster.")));
    return table;
}

TableDocument minuteTable(TableComposer &c)
{
    const Statistics &s = c.statistics();
    const FigureTable pairs = s.table(Dimension::Clock);
    const FigureTable all = secondParts(pairs);
    QMap<QString, QString> columns; // as in the tally, in the order of their minutes → head
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (const auto head = headOf(c, it.key())) {
            columns.insert(it.key(), *head);
        }
    }
    QVector<TableColumn> heads{
        {c.say(QStringLiteral("部门"), QStringLiteral("Department")), 2, CellAlign::Left},
        c.head(QStringLiteral("件数"), QStringLiteral("Cases"))};
    for (const QString &head : std::as_const(columns)) {
        heads.append(c.head(head, head));
    }
    heads.append(c.head(QStringLiteral("按时办结"), QStringLiteral("Closed on time")));
    TableDocument table = c.begin(QStringLiteral("S-19"), Dimension::Department, heads);
    FigureTable groups = s.table(Dimension::Department);
    const FigureTable stopped = firstParts(pairs);
    for (auto it = stopped.cbegin(); it != stopped.cend(); ++it) {
        groups.insert(it.key(), groups.value(it.key())); // received earlier, stopped now
    }
    addRows(c,
            table,
            groups,
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                QVector<TableCell> cells{c.count(f.received, drill::received(s.period), key)};
                for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
                    const Figures kept =
                        key ? pairs.value(tallyPair(*key, it.key())) : all.value(it.key());
                    cells.append(TableComposer::rate(kept.onTimeRate()));
                }
                cells.append(TableComposer::rate(f.onTimeRate()));
                return cells;
            });
    table.notes.append(
        columns.isEmpty()
            ? c.say(QStringLiteral("本期没有按分钟、小时计的时限停止。"),
                    QStringLiteral("No limit counted in minutes or hours ended in the period."))
            : c.say(QStringLiteral("各时限的达标率＝按时停止÷本期停止；还在走的不计。"),
                    QStringLiteral(
                        "Rates: kept ÷ stopped in the period; those still running are left out.")));
    return table;
}

} // namespace huiyin
