// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tables.h>

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace huiyin {

namespace {

const QString kDash = QStringLiteral("—");

QString withSign(double hundredths)
{
    const double rounded = std::round(hundredths * 100) / 100;
    const QString text = QString::number(std::abs(rounded), 'f', 2);
    if (rounded > 0) {
        return QStringLiteral("↑") + text;
    }
    return rounded < 0 ? QStringLiteral("↓") + text : text;
}

/// Composes one table: knows the period, the words and how a group narrows a filter.
class Composer
{
public:
    Composer(const Statistics &statistics, const TableWords &words)
        : m_statistics(statistics)
        , m_words(words)
    {
    }

    [[nodiscard]] QString say(const QString &zh, const QString &en) const
    {
        return m_words.language == Language::Chinese ? zh : en;
    }

    TableDocument begin(const QString &id, Dimension dimension, const QVector<TableColumn> &columns)
    {
        m_dimension = dimension;
        TableDocument table;
        table.id = id;
        for (const ReportName &name : reportNames()) {
            if (name.id == id) {
                table.title = say(name.zh, name.en);
            }
        }
        table.organisation = m_words.organisation;
        table.period = say(QStringLiteral("报表期：%1"), QStringLiteral("Period: %1"))
                           .arg(m_statistics.period.toText(m_words.language == Language::Chinese));
        table.unit = say(QStringLiteral("单位：件"), QStringLiteral("Unit: cases"));
        table.columns = columns;
        table.landscape = true;
        return table;
    }

    void finish(TableDocument &table) const
    {
        const Figures &f = m_statistics.total;
        table.check =
            say(QStringLiteral("核对：上期结转 %1 ＋ 接收 %2 － 办结 %3 ＝ 在办 %4"),
                QStringLiteral("Check: carried over %1 + received %2 − closed %3 = open %4"))
                .arg(f.carriedOver)
                .arg(f.received)
                .arg(f.closed)
                .arg(f.open);
        table.checkHolds = f.carriedOver + f.received - f.closed == f.open;
        table.signOff = {
            say(QStringLiteral("填报人："), QStringLiteral("Prepared by:")),
            say(QStringLiteral("审核人："), QStringLiteral("Checked by:")),
            say(QStringLiteral("单位负责人（总经理）："), QStringLiteral("General manager:")),
            say(QStringLiteral("填报日期：    年  月  日"), QStringLiteral("Date:"))};
        table.notes.prepend(
            say(QStringLiteral("核对式中的办结含不予受理 %1 件、撤诉 %2 件；接收含重办 %3 件。"),
                QStringLiteral("Closed in the check includes %1 declined and %2 withdrawn; "
                               "received includes %3 reopened."))
                .arg(f.declined)
                .arg(f.withdrawn)
                .arg(f.reopened));
        table.notes.prepend(
            say(QStringLiteral("计数口径：接收、重复按受理日期，办结、成立、满意度、损失按办结日期"
                               "；受理＝接收－不予受理。"),
                QStringLiteral("Counting basis: received and repeated by date of receipt; closed, "
                               "founded, satisfaction and "
                               "loss by date of closing; accepted = received − declined.")));
        if (m_statistics.running) {
            table.notes.append(say(QStringLiteral("本期尚未结束，超期按打印时间计算。"),
                                   QStringLiteral("The period is not over: overdue cases are "
                                                  "counted as of the time of printing.")));
        }
        table.notes.append(say(QStringLiteral("打印时间：%1"), QStringLiteral("Printed: %1"))
                               .arg(QString(m_statistics.at.toLocalText())
                                        .replace(QLatin1Char('T'), QLatin1Char(' '))
                                        .left(16)));
    }

    /// The keys of a dimension's rows: code lists in their order, free names by cases received,
    /// "not given" last.
    [[nodiscard]] QStringList keys(const FigureTable &table, bool wholeList) const
    {
        QStringList keys;
        if (const CodeList *list = codeList()) {
            for (const Choice &choice : list->choices) {
                if (wholeList || table.contains(choice.id)) {
                    keys.append(choice.id);
                }
            }
        }
        QStringList free;
        for (auto it = table.cbegin(); it != table.cend(); ++it) {
            if (!keys.contains(it.key())) {
                free.append(it.key());
            }
        }
        std::stable_sort(free.begin(), free.end(), [&](const QString &a, const QString &b) {
            if (a.isEmpty() != b.isEmpty()) {
                return b.isEmpty();
            }
            return table.value(a).received > table.value(b).received;
        });
        return keys + free;
    }

    [[nodiscard]] TableCell label(const QString &key) const
    {
        const CodeList *list = codeList();
        const Choice *choice = list == nullptr ? nullptr : list->byId(key);
        if (choice != nullptr) {
            return {say(choice->zh, choice->en)};
        }
        return {key.isEmpty() ? say(QStringLiteral("未填"), QStringLiteral("not given")) : key};
    }

    [[nodiscard]] TableCell totalLabel() const
    {
        return {say(QStringLiteral("合计"), QStringLiteral("Total")), 1, true};
    }

    /// A number with the cases behind it. \param key the group, nothing for the total
    [[nodiscard]] TableCell
    count(qint64 number, CaseFilter filter, const std::optional<QString> &key) const
    {
        if (key) {
            const QStringList one{*key};
            switch (m_dimension) {
            case Dimension::Kind:
                filter.kinds = one;
                break;
            case Dimension::Category:
                filter.categories = one;
                break;
            case Dimension::Channel:
                filter.channels = one;
                break;
            case Dimension::Department:
                filter.departments = one;
                break;
            case Dimension::Office:
                filter.offices = one;
                break;
            case Dimension::Total:
                break;
            }
        }
        TableCell cell = plain(number);
        cell.drill = filter;
        return cell;
    }

    [[nodiscard]] static TableCell plain(qint64 number)
    {
        return {QString::number(number), 1, false, {}, static_cast<double>(number)};
    }

    /// A difference of two counts has no list of its own unless what is taken off is nothing.
    [[nodiscard]] TableCell accepted(const Figures &f, const std::optional<QString> &key) const
    {
        return f.declined == 0 ? count(f.accepted(), drill::received(m_statistics.period), key)
                               : plain(f.accepted());
    }

    [[nodiscard]] TableCell
    closedAs(qint64 number, Stage stage, const std::optional<QString> &key) const
    {
        CaseFilter filter = drill::closed(m_statistics.period);
        filter.closedAs = stage;
        return count(number, filter, key);
    }

    [[nodiscard]] TableCell
    founded(qint64 number, const QStringList &values, const std::optional<QString> &key) const
    {
        CaseFilter filter = drill::closed(m_statistics.period);
        filter.foundedness = values;
        return count(number, filter, key);
    }

    [[nodiscard]] static TableCell rate(std::optional<double> value)
    {
        return {value ? percentText(value) + QLatin1Char('%') : kDash, 1, false, {}, value};
    }

    [[nodiscard]] static TableCell percent(std::optional<double> value)
    {
        return {
            percentText(value), 1, false, {}, value ? std::optional(*value * 100) : std::nullopt};
    }

    [[nodiscard]] const Statistics &statistics() const { return m_statistics; }

private:
    [[nodiscard]] const CodeList *codeList() const
    {
        switch (m_dimension) {
        case Dimension::Kind:
            return m_words.catalogue.choicesOf(u"kind");
        case Dimension::Channel:
            return m_words.catalogue.choicesOf(u"channel");
        default:
            return nullptr;
        }
    }

    const Statistics &m_statistics;
    const TableWords &m_words;
    Dimension m_dimension = Dimension::Total;
};

void addRow(TableDocument &table, const TableCell &label, QVector<TableCell> cells, bool total)
{
    cells.prepend(label);
    for (TableCell &cell : cells) {
        cell.bold = cell.bold || total;
    }
    table.rows.append({cells, total});
}

/// Lays `line` over every group and the total.
template <typename Line>
void addRows(Composer &composer,
             TableDocument &table,
             const FigureTable &groups,
             bool wholeList,
             const Line &line)
{
    for (const QString &key : composer.keys(groups, wholeList)) {
        addRow(table, composer.label(key), line(groups.value(key), std::optional(key)), false);
    }
    addRow(table,
           composer.totalLabel(),
           line(composer.statistics().total, std::optional<QString>()),
           true);
}

TableDocument summary(Composer &c)
{
    const auto head = [&](const QString &zh, const QString &en) {
        return TableColumn{c.say(zh, en), 1, CellAlign::Right};
    };
    TableDocument table =
        c.begin(QStringLiteral("S-01"),
                Dimension::Kind,
                {{c.say(QStringLiteral("类型"), QStringLiteral("Kind")), 1.2, CellAlign::Left},
                 head(QStringLiteral("上期结转"), QStringLiteral("Carried over")),
                 head(QStringLiteral("本期接收"), QStringLiteral("Received")),
                 head(QStringLiteral("不予受理"), QStringLiteral("Declined")),
                 head(QStringLiteral("应办"), QStringLiteral("To do")),
                 head(QStringLiteral("办结"), QStringLiteral("Closed")),
                 head(QStringLiteral("结案率"), QStringLiteral("Closing rate")),
                 head(QStringLiteral("超期"), QStringLiteral("Overdue")),
                 head(QStringLiteral("结转下期"), QStringLiteral("Carried out")),
                 head(QStringLiteral("本年累计"), QStringLiteral("Year to date"))});
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
                        Composer::plain(f.toDo()),
                        c.closedAs(f.settled(), Stage::Closed, key),
                        Composer::rate(share(f.settled(), f.toDo())),
                        s.running ? c.count(f.overdueOpen, drill::overdue(s), key)
                                  : Composer::plain(f.overdueOpen),
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

TableDocument byKind(Composer &c)
{
    const auto head = [&](const QString &zh, const QString &en) {
        return TableColumn{c.say(zh, en), 1, CellAlign::Right};
    };
    TableDocument table =
        c.begin(QStringLiteral("S-02"),
                Dimension::Kind,
                {{c.say(QStringLiteral("类型"), QStringLiteral("Kind")), 1.4, CellAlign::Left},
                 head(QStringLiteral("本期（件）"), QStringLiteral("This period")),
                 head(QStringLiteral("占比（%）"), QStringLiteral("Share (%)")),
                 head(QStringLiteral("上期（件）"), QStringLiteral("Previous period")),
                 head(QStringLiteral("环比（%）"), QStringLiteral("Change (%)")),
                 head(QStringLiteral("去年同期（件）"), QStringLiteral("Same period last year")),
                 head(QStringLiteral("同比（%）"), QStringLiteral("Year on year (%)"))});
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
                        Composer::percent(share(f.received, s.total.received)),
                        c.count(previous, drill::received(s.period.previous()), key),
                        {changeText(f.received, previous)},
                        c.count(yearAgo, drill::received(s.period.sameLastYear()), key),
                        {changeText(f.received, yearAgo)}};
            });
    return table;
}

TableDocument byCategory(Composer &c)
{
    const auto head = [&](const QString &zh, const QString &en) {
        return TableColumn{c.say(zh, en), 1, CellAlign::Right};
    };
    TableDocument table = c.begin(
        QStringLiteral("S-03"),
        Dimension::Category,
        {{c.say(QStringLiteral("分类"), QStringLiteral("Category")), 2, CellAlign::Left},
         head(QStringLiteral("受理"), QStringLiteral("Accepted")),
         head(QStringLiteral("成立"), QStringLiteral("Founded")),
         head(QStringLiteral("不成立"), QStringLiteral("Unfounded")),
         head(QStringLiteral("占比（%）"), QStringLiteral("Share (%)")),
         head(QStringLiteral("上期"), QStringLiteral("Previous period")),
         head(QStringLiteral("占比变化（百分点）"), QStringLiteral("Change of share (points)"))});
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
                return {
                    c.accepted(f, key),
                    c.founded(f.founded + f.partlyFounded,
                              {QStringLiteral("Founded"), QStringLiteral("PartlyFounded")},
                              key),
                    c.founded(f.unfounded, {QStringLiteral("Unfounded")}, key),
                    Composer::percent(now),
                    previous.declined == 0
                        ? c.count(previous.accepted(), drill::received(s.period.previous()), key)
                        : Composer::plain(previous.accepted()),
                    {key ? pointsText(now, then) : kDash}};
            });
    table.notes.append(c.say(QStringLiteral("成立含部分成立。"),
                             QStringLiteral("Founded includes partly founded.")));
    return table;
}

TableDocument byChannel(Composer &c)
{
    const auto head = [&](const QString &zh, const QString &en) {
        return TableColumn{c.say(zh, en), 1, CellAlign::Right};
    };
    TableDocument table =
        c.begin(QStringLiteral("S-04"),
                Dimension::Channel,
                {{c.say(QStringLiteral("渠道"), QStringLiteral("Channel")), 1.8, CellAlign::Left},
                 head(QStringLiteral("接收总数"), QStringLiteral("Received")),
                 head(QStringLiteral("正式受理"), QStringLiteral("Accepted")),
                 head(QStringLiteral("不予受理"), QStringLiteral("Declined")),
                 head(QStringLiteral("受理率"), QStringLiteral("Acceptance rate")),
                 head(QStringLiteral("结案数"), QStringLiteral("Closed")),
                 head(QStringLiteral("结案率"), QStringLiteral("Closing rate")),
                 head(QStringLiteral("正在办理"), QStringLiteral("Open")),
                 head(QStringLiteral("占比"), QStringLiteral("Share"))});
    const Statistics &s = c.statistics();
    addRows(c,
            table,
            s.table(Dimension::Channel),
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                return {c.count(f.received, drill::received(s.period), key),
                        c.accepted(f, key),
                        c.closedAs(f.declined, Stage::Declined, key),
                        Composer::rate(share(f.accepted(), f.received)),
                        c.closedAs(f.settled(), Stage::Closed, key),
                        Composer::rate(share(f.settled(), f.toDo())),
                        c.count(f.open, drill::open(s), key),
                        Composer::rate(share(f.received, s.total.received))};
            });
    return table;
}

TableDocument byDepartment(Composer &c)
{
    const auto head = [&](const QString &zh, const QString &en) {
        return TableColumn{c.say(zh, en), 1, CellAlign::Right};
    };
    TableDocument table = c.begin(
        QStringLiteral("S-05"),
        Dimension::Department,
        {{c.say(QStringLiteral("责任部门"), QStringLiteral("Department")), 2, CellAlign::Left},
         head(QStringLiteral("受理"), QStringLiteral("Accepted")),
         head(QStringLiteral("成立"), QStringLiteral("Founded")),
         head(QStringLiteral("办结"), QStringLiteral("Closed")),
         head(QStringLiteral("及时率"), QStringLiteral("On time")),
         head(QStringLiteral("超期"), QStringLiteral("Overdue")),
         head(QStringLiteral("满意率"), QStringLiteral("Satisfied")),
         head(QStringLiteral("重复"), QStringLiteral("Repeated")),
         head(QStringLiteral("损失（元）"), QStringLiteral("Loss (yuan)"))});
    const Statistics &s = c.statistics();
    addRows(c,
            table,
            s.table(Dimension::Department),
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                // A list by opening shows a repeated complaint again for its reopening, the count
                // does not.
                CaseFilter repeated = drill::received(s.period);
                repeated.repeat = true;
                return {c.accepted(f, key),
                        c.founded(f.founded + f.partlyFounded,
                                  {QStringLiteral("Founded"), QStringLiteral("PartlyFounded")},
                                  key),
                        c.closedAs(f.settled(), Stage::Closed, key),
                        Composer::rate(share(f.onTime, f.onTime + f.late)),
                        s.running ? c.count(f.overdueOpen, drill::overdue(s), key)
                                  : Composer::plain(f.overdueOpen),
                        Composer::rate(share(f.rated() - f.dissatisfied, f.rated())),
                        f.reopened == 0 ? c.count(f.repeat, repeated, key)
                                        : Composer::plain(f.repeat),
                        {yuanText(f.lossFen), 1, false, {}, static_cast<double>(f.lossFen) / 100}};
            });
    const Figures &f = s.total;
    table.notes.append(
        c.say(QStringLiteral("满意率含基本满意；不含基本满意为 %1。成立含部分成立。"),
              QStringLiteral("Satisfied includes basically satisfied; without it: %1. Founded "
                             "includes partly founded."))
            .arg(Composer::rate(share(f.verySatisfied + f.satisfied, f.rated())).text));
    return table;
}

} // namespace

const QVector<ReportName> &reportNames()
{
    static const QVector<ReportName> names{{QStringLiteral("statistics"),
                                            QStringLiteral("投诉统计（综合数据）"),
                                            QStringLiteral("Complaint statistics"),
                                            QStringLiteral("A4-landscape")},
                                           {QStringLiteral("S-01"),
                                            QStringLiteral("投诉受理办结总表"),
                                            QStringLiteral("Intake and Closing Summary"),
                                            QStringLiteral("A4-landscape")},
                                           {QStringLiteral("S-02"),
                                            QStringLiteral("按类型统计表"),
                                            QStringLiteral("By Type"),
                                            QStringLiteral("A4-landscape")},
                                           {QStringLiteral("S-03"),
                                            QStringLiteral("按投诉分类统计表"),
                                            QStringLiteral("By Category"),
                                            QStringLiteral("A4-landscape")},
                                           {QStringLiteral("S-04"),
                                            QStringLiteral("按投诉渠道统计表"),
                                            QStringLiteral("By Channel"),
                                            QStringLiteral("A4-landscape")},
                                           {QStringLiteral("S-05"),
                                            QStringLiteral("按责任部门统计表"),
                                            QStringLiteral("By Responsible Department"),
                                            QStringLiteral("A4-landscape")}};
    return names;
}

std::optional<TableDocument>
statisticsTable(const QString &id, const Statistics &statistics, const TableWords &words)
{
    Composer composer(statistics, words);
    std::optional<TableDocument> table;
    if (id == QStringLiteral("S-01") || id == QStringLiteral("statistics")) {
        table = summary(composer);
    } else if (id == QStringLiteral("S-02")) {
        table = byKind(composer);
    } else if (id == QStringLiteral("S-03")) {
        table = byCategory(composer);
    } else if (id == QStringLiteral("S-04")) {
        table = byChannel(composer);
    } else if (id == QStringLiteral("S-05")) {
        table = byDepartment(composer);
    }
    if (table) {
        composer.finish(*table);
    }
    return table;
}

QString percentText(std::optional<double> share)
{
    return share ? QString::number(*share * 100, 'f', 2) : kDash;
}

QString changeText(qint64 now, qint64 before)
{
    const auto change = share(now - before, before);
    return change ? withSign(*change * 100) : kDash;
}

QString pointsText(std::optional<double> now, std::optional<double> before)
{
    return now && before ? withSign((*now - *before) * 100) : kDash;
}

QString yuanText(qint64 fen)
{
    const QString yuan = QLocale(QLocale::English).toString(std::abs(fen) / 100);
    return QStringLiteral("%1%2.%3")
        .arg(fen < 0 ? QStringLiteral("-") : QString(), yuan)
        .arg(std::abs(fen) % 100, 2, 10, QLatin1Char('0'));
}

} // namespace huiyin
