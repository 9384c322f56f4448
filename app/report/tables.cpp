// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tablemakers.h>

#include <utility>

namespace huiyin {

namespace {
const QString kDash = QStringLiteral("—");
}

TableDocument summaryTable(TableComposer &c)
{
    TableDocument table =
        c.begin(QStringLiteral("S-01"),
                Dimension::Kind,
                {{c.say(QStringLiteral("类型"), QStringLiteral("Kind")), 1.2, CellAlign::Left},
                 c.head(QStringLiteral("上期结转"), QStringLiteral("Carried over")),
                 c.head(QStringLiteral("本期接收"), QStringLiteral("Received")),
                 c.head(QStringLiteral("不予受理"), QStringLiteral("Declined")),
                 c.head(QStringLiteral("应办"), QStringLiteral("To do")),
                 c.head(QStringLiteral("办结"), QStringLiteral("Closed")),
                 c.head(QStringLiteral("结案率"), QStringLiteral("Closing rate")),
                 c.head(QStringLiteral("超期"), QStringLiteral("Overdue")),
                 c.head(QStringLiteral("结转下期"), QStringLiteral("Carried out")),
                 c.head(QStringLiteral("本年累计"), QStringLiteral("Year to date"))});
    const Statistics &s = c.statistics();
    addRows(c,
            table,
            s.table(Dimension::Kind),
            true,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                const Figures year = key ? s.yearToDateByKind.value(*key) : s.yearToDate;
                return {c.count(f.carriedOver, drill::carriedOver(s), key),
                        c.count(f.received, drill::received(s.period), key),
                        c.closedAs(f.declined, Stage::Declined, key),
                        c.count(f.toDo(), drill::toDo(s.period), key),
                        c.closedAs(f.settled(), Stage::Closed, key),
                        TableComposer::rate(f.closingRate()),
                        c.count(f.overdueOpen, drill::overdue(s), key),
                        c.count(f.open, drill::open(s), key),
                        c.count(year.received, drill::received(s.period.yearToDate()), key)};
            });
    const Figures &f = s.total;
    table.notes.append(
        c.say(QStringLiteral(
                  "行内：上期结转＋受理－办结－撤诉＝结转下期；合计 %1＋%2－%3－%4＝%5。"),
              QStringLiteral("Across: carried over + accepted − closed − withdrawn = carried out; "
                             "total %1 + %2 − %3 − %4 = %5."))
            .arg(f.carriedOver)
            .arg(f.accepted())
            .arg(f.settled())
            .arg(f.withdrawn)
            .arg(f.open));
    return table;
}

TableDocument kindTable(TableComposer &c)
{
    TableDocument table =
        c.begin(QStringLiteral("S-02"),
                Dimension::Kind,
                {{c.say(QStringLiteral("类型"), QStringLiteral("Kind")), 1.4, CellAlign::Left},
                 c.head(QStringLiteral("本期（件）"), QStringLiteral("This period")),
                 c.head(QStringLiteral("占比（%）"), QStringLiteral("Share (%)")),
                 c.head(QStringLiteral("上期（件）"), QStringLiteral("Previous period")),
                 c.head(QStringLiteral("环比（%）"), QStringLiteral("Change (%)")),
                 c.head(QStringLiteral("去年同期（件）"), QStringLiteral("Same period last year")),
                 c.head(QStringLiteral("同比（%）"), QStringLiteral("Year on year (%)"))});
    const Statistics &s = c.statistics();
    const FigureTable before = s.previousBy.value(Dimension::Kind);
    const FigureTable lastYear = s.lastYearBy.value(Dimension::Kind);
    addRows(c,
            table,
            s.table(Dimension::Kind),
            true,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                const qint64 previous = key ? before.value(*key).received : s.previous.received;
                const qint64 yearAgo = key ? lastYear.value(*key).received : s.lastYear.received;
                return {c.count(f.received, drill::received(s.period), key),
                        TableComposer::percent(share(f.received, s.total.received)),
                        c.count(previous, drill::received(s.period.previous()), key),
                        TableComposer::change(f.received, previous),
                        c.count(yearAgo, drill::received(s.period.sameLastYear()), key),
                        TableComposer::change(f.received, yearAgo)};
            });
    return table;
}

TableDocument categoryTable(TableComposer &c)
{
    TableDocument table = c.begin(
        QStringLiteral("S-03"),
        Dimension::Category,
        {{c.say(QStringLiteral("分类"), QStringLiteral("Category")), 2, CellAlign::Left},
         c.head(QStringLiteral("受理"), QStringLiteral("Accepted")),
         c.head(QStringLiteral("成立"), QStringLiteral("Founded")),
         c.head(QStringLiteral("不成立"), QStringLiteral("Unfounded")),
         c.head(QStringLiteral("占比（%）"), QStringLiteral("Share (%)")),
         c.head(QStringLiteral("上期"), QStringLiteral("Previous period")),
         c.head(QStringLiteral("占比变化（百分点）"), QStringLiteral("Change of share (points)"))});
    const Statistics &s = c.statistics();
    const FigureTable before = s.previousBy.value(Dimension::Category);
    FigureTable groups = s.table(Dimension::Category);
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (it->received > 0 && !groups.contains(it.key())) {
            groups.insert(
                it.key(),
                Figures()); // gone this period: the change of its share belongs in the table
        }
    }
    addRows(c,
            table,
            groups,
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                const Figures previous = key ? before.value(*key) : s.previous;
                const auto now = share(f.accepted(), s.total.accepted());
                const auto then = share(previous.accepted(), s.previous.accepted());
                return {c.accepted(f, key),
                        c.founded(f.founded + f.partlyFounded,
                                  {QStringLiteral("Founded"), QStringLiteral("PartlyFounded")},
                                  key),
                        c.founded(f.unfounded, {QStringLiteral("Unfounded")}, key),
                        TableComposer::percent(now),
                        c.accepted(previous, key, s.period.previous()),
                        key ? TableComposer::points(now, then) : TableCell{kDash}};
            });
    table.notes.append(c.say(QStringLiteral("成立含部分成立。"),
                             QStringLiteral("Founded includes partly founded.")));
    return table;
}

TableDocument channelTable(TableComposer &c)
{
    TableDocument table =
        c.begin(QStringLiteral("S-04"),
                Dimension::Channel,
                {{c.say(QStringLiteral("渠道"), QStringLiteral("Channel")), 1.8, CellAlign::Left},
                 c.head(QStringLiteral("接收总数"), QStringLiteral("Received")),
                 c.head(QStringLiteral("正式受理"), QStringLiteral("Accepted")),
                 c.head(QStringLiteral("不予受理"), QStringLiteral("Declined")),
                 c.head(QStringLiteral("受理率"), QStringLiteral("Acceptance rate")),
                 c.head(QStringLiteral("结案数"), QStringLiteral("Closed")),
                 c.head(QStringLiteral("结案率"), QStringLiteral("Closing rate")),
                 c.head(QStringLiteral("正在办理"), QStringLiteral("Open")),
                 c.head(QStringLiteral("占比"), QStringLiteral("Share"))});
    const Statistics &s = c.statistics();
    addRows(c,
            table,
            s.table(Dimension::Channel),
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                return {c.count(f.received, drill::received(s.period), key),
                        c.accepted(f, key),
                        c.closedAs(f.declined, Stage::Declined, key),
                        TableComposer::rate(share(f.accepted(), f.received)),
                        c.closedAs(f.settled(), Stage::Closed, key),
                        TableComposer::rate(f.closingRate()),
                        c.count(f.open, drill::open(s), key),
                        TableComposer::rate(share(f.received, s.total.received))};
            });
    return table;
}

TableDocument departmentTable(TableComposer &c)
{
    TableDocument table = c.begin(
        QStringLiteral("S-05"),
        Dimension::Department,
        {{c.say(QStringLiteral("责任部门"), QStringLiteral("Department")), 2, CellAlign::Left},
         c.head(QStringLiteral("受理"), QStringLiteral("Accepted")),
         c.head(QStringLiteral("成立"), QStringLiteral("Founded")),
         c.head(QStringLiteral("办结"), QStringLiteral("Closed")),
         c.head(QStringLiteral("及时率"), QStringLiteral("On time")),
         c.head(QStringLiteral("超期"), QStringLiteral("Overdue")),
         c.head(QStringLiteral("满意率"), QStringLiteral("Satisfied")),
         c.head(QStringLiteral("重复"), QStringLiteral("Repeated")),
         c.head(QStringLiteral("损失（元）"), QStringLiteral("Loss (yuan)"))});
    const Statistics &s = c.statistics();
    addRows(c,
            table,
            s.table(Dimension::Department),
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                const CaseFilter repeated =
                    drill::counted(drill::received(s.period), Count::Repeat);
                return {c.accepted(f, key),
                        c.founded(f.founded + f.partlyFounded,
                                  {QStringLiteral("Founded"), QStringLiteral("PartlyFounded")},
                                  key),
                        c.closedAs(f.settled(), Stage::Closed, key),
                        TableComposer::rate(f.onTimeRate()),
                        c.count(f.overdueOpen, drill::overdue(s), key),
                        TableComposer::rate(f.satisfactionRate()),
                        c.count(f.repeat, repeated, key),
                        TableComposer::money(f.lossFen)};
            });
    chartShares(c,
                table,
                c.say(QStringLiteral("各部门及时率和满意率"),
                      QStringLiteral("On time and satisfied by department")),
                s.table(Dimension::Department),
                {{c.say(QStringLiteral("及时率"), QStringLiteral("On time")),
                  [](const Figures &f) { return f.onTimeRate(); }},
                 {c.say(QStringLiteral("满意率"), QStringLiteral("Satisfied")),
                  [](const Figures &f) { return f.satisfactionRate(); }}});
    const Figures &f = s.total;
    table.notes.append(
        c.say(QStringLiteral("满意率含基本满意；不含基本满意为 %1。成立含部分成立。"),
              QStringLiteral("Satisfied includes basically satisfied; without it: %1. Founded "
                             "includes partly founded."))
            .arg(TableComposer::rate(share(f.verySatisfied + f.satisfied, f.rated())).text));
    return table;
}

} // namespace huiyin
