// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tablecomposer.h>

#include <algorithm>

namespace huiyin {

QString TableComposer::say(const QString &zh, const QString &en) const
{
    return m_words.language == Language::Chinese ? zh : en;
}

TableDocument
TableComposer::begin(const QString &id, Dimension dimension, const QVector<TableColumn> &columns)
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

void TableComposer::finish(TableDocument &table) const
{
    const Figures &f = m_statistics.total;
    table.check = say(QStringLiteral("核对：上期结转 %1 ＋ 接收 %2 － 办结 %3 ＝ 在办 %4"),
                      QStringLiteral("Check: carried over %1 + received %2 − closed %3 = open %4"))
                      .arg(f.carriedOver)
                      .arg(f.received)
                      .arg(f.closed)
                      .arg(f.open);
    table.checkHolds = f.carriedOver + f.received - f.closed == f.open;
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
    sign(table);
}

void TableComposer::sign(TableDocument &table) const
{
    const Regulation *pack = m_words.regulation;
    if (pack != nullptr && !pack->signOff.isEmpty()) {
        const bool english = m_words.language == Language::English && !pack->signOffEn.isEmpty();
        table.signOff = english ? pack->signOffEn : pack->signOff;
    } else {
        table.signOff = {
            say(QStringLiteral("填报人："), QStringLiteral("Prepared by:")),
            say(QStringLiteral("审核人："), QStringLiteral("Checked by:")),
            say(QStringLiteral("单位负责人（总经理）："), QStringLiteral("General manager:")),
            say(QStringLiteral("填报日期：    年  月  日"), QStringLiteral("Date:"))};
    }
    if (m_takenOff) {
        noteTakenOff(table);
    }
    if (const QString missing = unmergedText(m_statistics, m_words.language); !missing.isEmpty()) {
        table.notes.append(missing);
    }
    if (m_statistics.closedAt) {
        table.notes.append(
            say(QStringLiteral(
                    "本月已由 %1 于 %2 结账，本表是结账时的情况；点开看到的是现在的案件。"),
                QStringLiteral("Closed by %1 at %2: this is what was known then; what a click "
                               "shows are the cases of today."))
                .arg(m_statistics.closedBy,
                     m_statistics.closedAt->toLocalText().left(16).replace(QLatin1Char('T'),
                                                                           QLatin1Char(' '))));
    }
    table.notes.append(say(QStringLiteral("打印时间：%1"), QStringLiteral("Printed: %1"))
                           .arg(QString(m_statistics.at.toLocalText())
                                    .replace(QLatin1Char('T'), QLatin1Char(' '))
                                    .left(16)));
}

TableColumn TableComposer::head(const QString &zh, const QString &en, double weight) const
{
    return {say(zh, en), weight, CellAlign::Right};
}

FigureTable TableComposer::withUnnamed(const FigureTable &groups) const
{
    Figures rest = m_statistics.total;
    for (const Figures &group : groups) {
        rest = rest - group;
    }
    if (!carriesOver(m_dimension)) {
        // Of these only receipts and returns are kept by name.
        rest = Figures{.received = rest.received, .returned = rest.returned};
    }
    FigureTable all = groups;
    if (!rest.isEmpty()) {
        all.insert(QString(), rest);
    }
    return all;
}

TableCell TableComposer::averageDays(const Figures &f) const
{
    qint64 dayMs = 0;
    for (const OfficePeriod &period : m_words.hours.periods) {
        dayMs += period.toMs - period.fromMs;
    }
    if (f.workedCases == 0 || dayMs == 0) {
        return {percentText(std::nullopt)};
    }
    constexpr double kMinuteMs = 60000;
    const double days = static_cast<double>(f.workedMin) * kMinuteMs /
                        (static_cast<double>(f.workedCases) * static_cast<double>(dayMs));
    return {QString::number(days, 'f', 1), 1, false, {}, days};
}

TableCell TableComposer::money(qint64 fen)
{
    return {moneyText(fen), 1, false, {}, static_cast<double>(fen) / 100};
}

QString TableComposer::choice(QStringView field, const QString &id) const
{
    const CodeList *list = m_words.catalogue.choicesOf(field);
    const Choice *choice = list == nullptr ? nullptr : list->byId(id);
    return choice == nullptr ? id : say(choice->zh, choice->en);
}

QStringList TableComposer::keys(const FigureTable &table, bool wholeList) const
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

TableCell TableComposer::label(const QString &key) const
{
    const CodeList *list = codeList();
    const Choice *choice = list == nullptr ? nullptr : list->byId(key);
    if (choice != nullptr) {
        return {say(choice->zh, choice->en)};
    }
    return {key.isEmpty() ? say(QStringLiteral("未填"), QStringLiteral("not given")) : key};
}

TableCell TableComposer::totalLabel() const
{
    return {say(QStringLiteral("合计"), QStringLiteral("Total")), 1, true};
}

TableCell
TableComposer::count(qint64 number, CaseFilter filter, const std::optional<QString> &key) const
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
        case Dimension::Handler:
            filter.handler = *key;
            filter.unhandled = key->isEmpty();
            break;
        case Dimension::Product:
            filter.products = one;
            break;
        case Dimension::Cause:
            filter.causes = one;
            break;
        case Dimension::Clock:
        case Dimension::Subject:
            return plain(number); // no list has these cases
        case Dimension::Total:
            break;
        }
    }
    TableCell cell = plain(number);
    cell.drill = filter;
    return cell;
}

TableCell TableComposer::plain(qint64 number)
{
    return {QString::number(number), 1, false, {}, static_cast<double>(number)};
}

TableCell TableComposer::accepted(const Figures &f,
                                  const std::optional<QString> &key,
                                  const std::optional<Period> &period)
{
    TableCell cell =
        count(f.accepted(), drill::accepted(period.value_or(m_statistics.period)), key);
    cell.takenOff = f.declinedEarlier;
    m_takenOff = m_takenOff || cell.takenOff != 0;
    return cell;
}

TableCell TableComposer::caseNumber(const QString &caseNo)
{
    TableCell cell{caseNo};
    cell.drill = drill::numbers({caseNo});
    return cell;
}

TableCell TableComposer::listed(const QStringList &numbers)
{
    TableCell cell = plain(numbers.size());
    cell.drill = drill::numbers(numbers);
    return cell;
}

TableCell TableComposer::closedIn(qint64 number,
                                  const Period &period,
                                  const std::optional<QString> &key) const
{
    CaseFilter filter = drill::closed(period);
    filter.closedAs = Stage::Closed;
    return count(number, filter, key);
}

TableCell
TableComposer::closedAs(qint64 number, Stage stage, const std::optional<QString> &key) const
{
    CaseFilter filter = drill::closed(m_statistics.period);
    filter.closedAs = stage;
    return count(number, filter, key);
}

TableCell TableComposer::founded(qint64 number,
                                 const QStringList &values,
                                 const std::optional<QString> &key) const
{
    CaseFilter filter = drill::closed(m_statistics.period);
    filter.foundedness = values;
    return count(number, filter, key);
}

TableCell TableComposer::rate(std::optional<double> value)
{
    // percentText has the dash of a share that does not exist.
    const QString text = percentText(value);
    return {value ? text + QLatin1Char('%') : text, 1, false, {}, value};
}

TableCell TableComposer::percent(std::optional<double> value)
{
    return {percentText(value), 1, false, {}, value ? std::optional(*value * 100) : std::nullopt};
}

TableCell TableComposer::change(qint64 now, qint64 before)
{
    const auto change = share(now - before, before);
    return {changeText(now, before),
            1,
            false,
            {},
            change ? std::optional(*change * 100) : std::nullopt};
}

TableCell TableComposer::points(std::optional<double> now, std::optional<double> before)
{
    return {pointsText(now, before),
            1,
            false,
            {},
            now && before ? std::optional((*now - *before) * 100) : std::nullopt};
}

const CodeList *TableComposer::codeList() const
{
    switch (m_dimension) {
    case Dimension::Kind:
        return m_words.catalogue.choicesOf(u"kind");
    case Dimension::Channel:
        return m_words.catalogue.choicesOf(u"channel");
    case Dimension::Cause:
        return m_words.catalogue.choicesOf(u"causeCode");
    default:
        return nullptr;
    }
}

void chartShares(TableComposer &composer,
                 TableDocument &table,
                 const QString &title,
                 const FigureTable &groups,
                 const QVector<ShareSeries> &series)
{
    table.chart.title = title;
    for (const ShareSeries &one : series) {
        table.chart.series.append({one.name, ChartSeries::Shape::Bars, true, {}});
    }
    for (const QString &key : composer.keys(groups, false)) {
        const Figures figures = groups.value(key);
        QVector<std::optional<double>> values;
        for (const ShareSeries &one : series) {
            values.append(one.share(figures));
        }
        if (std::none_of(values.cbegin(), values.cend(), [](const auto &value) {
                return value.has_value();
            })) {
            continue; // a department without a share has no place on the axis
        }
        table.chart.labels.append(composer.label(key).text);
        for (qsizetype i = 0; i < values.size(); ++i) {
            table.chart.series[i].values.append(values.at(i));
        }
    }
}

void addRow(TableDocument &table, const TableCell &label, QVector<TableCell> cells, bool total)
{
    cells.prepend(label);
    for (TableCell &cell : cells) {
        cell.bold = cell.bold || total;
    }
    table.rows.append({cells, total});
}

} // namespace huiyin
