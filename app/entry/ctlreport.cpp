// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <paper/meetingpages.h>
#include <paper/tablepainter.h>
#include <report/fileremarks.h>
#include <report/statistics.h>
#include <report/tables.h>
#include <report/writers.h>

#include <QJsonDocument>

#include <algorithm>

#include "ctljson.h"
#include "ctlshell.h"

namespace huiyin::ctl {

namespace {

int list(Shell &shell, const Arguments &)
{
    for (const ReportName &name : reportNames()) {
        if (shell.globals().json) {
            shell.json(QJsonObject{{QStringLiteral("id"), name.id},
                                   {QStringLiteral("zh"), name.zh},
                                   {QStringLiteral("en"), name.en},
                                   {QStringLiteral("paper"), name.paper}});
        } else {
            shell.out(QStringLiteral("%1  %2")
                          .arg(name.id, -11)
                          .arg(shell.chinese() ? name.zh : name.en));
        }
    }
    return Fine;
}

void printPlain(Shell &shell, const TableDocument &table)
{
    shell.out(table.title);
    shell.out(QStringLiteral("%1  %2  %3").arg(table.organisation, table.period, table.unit));
    QStringList heads;
    for (const TableColumn &column : table.columns) {
        heads.append(column.head);
    }
    shell.out(heads.join(QLatin1Char('\t')));
    for (const TableRow &row : table.rows) {
        QStringList cells;
        for (const TableCell &cell : row.cells) {
            cells.append(cell.text);
        }
        shell.out(cells.join(QLatin1Char('\t')));
    }
    shell.out(table.check);
    for (const QString &note : table.notes) {
        shell.out(note);
    }
}

/// The table's bytes in a text format.
QByteArray bytesOf(const QString &format,
                   const QString &id,
                   const Statistics &statistics,
                   const TableDocument &table)
{
    if (format == QStringLiteral("html")) {
        return tableHtml(table);
    }
    if (format == QStringLiteral("csv")) {
        return tableCsv(table);
    }
    QJsonObject json = statisticsJson(statistics);
    if (id != QStringLiteral("statistics")) {
        json.insert(QStringLiteral("table"), tableJson(table));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

/// The period asked for, else the last month that is over.
Result<Period> periodOf(const Arguments &arguments)
{
    return arguments.has(QStringLiteral("--period"))
               ? Period::parse(arguments.value(QStringLiteral("--period")))
               : Result<Period>(Period::lastMonthBefore(Shell::now().localDay()));
}

int report(Shell &shell, const Arguments &arguments)
{
    const QString id = arguments.words.first();
    const auto &names = reportNames();
    if (std::none_of(
            names.cbegin(), names.cend(), [&](const ReportName &name) { return name.id == id; })) {
        QStringList known;
        for (const ReportName &name : names) {
            known.append(name.id);
        }
        return shell.wrongValue({QStringLiteral("report.unknown"),
                                 {{QStringLiteral("name"), id},
                                  {QStringLiteral("known"), known.join(QLatin1Char(' '))}}});
    }
    const QString out = arguments.value(QStringLiteral("--out"));
    const QStringList formats{QStringLiteral("json"),
                              QStringLiteral("html"),
                              QStringLiteral("pdf"),
                              QStringLiteral("xlsx"),
                              QStringLiteral("csv"),
                              QStringLiteral("text")};
    const QString format =
        arguments.has(QStringLiteral("--format"))
            ? arguments.value(QStringLiteral("--format")).toLower()
            : (shell.globals().json ? QStringLiteral("json") : QStringLiteral("text"));
    if (!formats.contains(format)) {
        return shell.wrongValue({QStringLiteral("usage.choice"),
                                 {{QStringLiteral("option"), QStringLiteral("--format")},
                                  {QStringLiteral("value"), format},
                                  {QStringLiteral("known"), formats.join(QLatin1Char(' '))}}});
    }
    if (out.isEmpty() && (format == QStringLiteral("pdf") || format == QStringLiteral("xlsx"))) {
        return shell.wrongValue({QStringLiteral("usage.missingOption"),
                                 {{QStringLiteral("option"), QStringLiteral("--out")}}});
    }
    const auto asked = periodOf(arguments);
    if (!asked) {
        return shell.wrongValue(asked.error());
    }
    const Period period = *asked;
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Desk &desk = **opened;
    // The figures alone need no list of cases.
    const auto statistics = id == QStringLiteral("statistics")
                                ? countStatistics(desk.reader(), period, desk.now())
                                : countReport(desk.reader(), period, desk.now());
    if (!statistics) {
        return shell.fail(statistics.error());
    }
    const Language language = shell.globals().language;
    const auto table = statisticsTable(id, *statistics, tableWords(desk, language));
    if (format == QStringLiteral("text")) {
        printPlain(shell, *table);
        return Fine;
    }
    Result<Done> written = Done{};
    if (format == QStringLiteral("pdf")) {
        const QString by = desk.actor().name.isEmpty() ? desk.actor().id : desk.actor().name;
        const auto pages = writePdf(layOutTable(*table, {by, desk.now(), language}), out);
        written = pages ? Result<Done>(Done{}) : Result<Done>(pages.error());
    } else if (format == QStringLiteral("xlsx")) {
        written = writeTableXlsx(
            *table, out, fileRemarks(desk, language, period.toText(shell.chinese())));
    } else {
        const QByteArray bytes = bytesOf(format, id, *statistics, *table);
        if (out.isEmpty() || out == QStringLiteral("-")) {
            shell.out(QString::fromUtf8(bytes.trimmed()));
            return Fine;
        }
        written = writeWhole(out, bytes);
    }
    if (!written) {
        return shell.fail(written.error());
    }
    shell.logAccess(
        QStringLiteral("export"), std::nullopt, id + QLatin1Char(' ') + period.toString());
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("file"), out}});
    }
    return Fine;
}

int meeting(Shell &shell, const Arguments &arguments)
{
    const QString out = arguments.value(QStringLiteral("--out"));
    const auto period = periodOf(arguments);
    if (!period) {
        return shell.wrongValue(period.error());
    }
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Desk &desk = **opened;
    const auto papers = readMeeting(desk, *period, shell.progress(QStringLiteral("meeting")));
    if (!papers) {
        return shell.fail(papers.error());
    }
    const auto pages = writePdf(layOutMeeting(desk, *papers, shell.globals().language), out);
    if (!pages) {
        return shell.fail(pages.error());
    }
    shell.logAccess(
        QStringLiteral("export"), std::nullopt, QStringLiteral("meeting ") + period->toString());
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("file"), out}, {QStringLiteral("pages"), *pages}});
    }
    return Fine;
}

int closeBooks(Shell &shell, const Arguments &arguments)
{
    const QString month = arguments.words.first();
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    Desk &desk = **opened;
    // Figures that do not add up are not frozen.
    if (const auto period = Period::parse(month); period && period->end() <= desk.now()) {
        const auto statistics = countStatistics(desk.reader(), *period, desk.now());
        if (!statistics) {
            return shell.fail(statistics.error());
        }
    }
    const auto outcome = closeMonth(desk, month);
    if (!outcome) {
        return shell.fail(outcome.error());
    }
    if (refuses(outcome->findings)) {
        return shell.refuse(outcome->findings);
    }
    const auto statistics = countStatistics(desk.reader(), *Period::parse(month), desk.now());
    if (!statistics) {
        return shell.fail(statistics.error());
    }
    const Figures &f = statistics->total;
    if (shell.globals().json) {
        shell.json(QJsonObject{
            {QStringLiteral("month"), month},
            {QStringLiteral("by"), statistics->closedBy},
            {QStringLiteral("at"), statistics->closedAt.value_or(desk.now()).toLocalText()},
            {QStringLiteral("carriedOver"), f.carriedOver},
            {QStringLiteral("received"), f.received},
            {QStringLiteral("closed"), f.closed},
            {QStringLiteral("open"), f.open}});
    } else {
        shell.out(
            shell
                .say(QStringLiteral("%1 已结账：上期结转 %2 ＋ 接收 %3 － 办结 %4 ＝ 在办 %5。"),
                     QStringLiteral(
                         "%1 is closed: carried over %2 + received %3 − closed %4 = open %5."))
                .arg(month)
                .arg(f.carriedOver)
                .arg(f.received)
                .arg(f.closed)
                .arg(f.open));
    }
    return Fine;
}

} // namespace

QVector<Command> reportCommands()
{
    return {
        {QStringLiteral("report list"),
         {},
         0,
         0,
         {},
         QStringLiteral("有哪些报表"),
         QStringLiteral("names the reports"),
         &list},
        {QStringLiteral("report meeting"),
         {},
         0,
         0,
         {option(u"--period",
                 u"P",
                 u"2026-03、2026-Q1 …（缺省上月）",
                 u"2026-03, 2026-Q1 … (default: last month)"),
          demanded(option(u"--out", u"FILE", u"写到哪里", u"where to"))},
         QStringLiteral("会议材料：封面和各表合成一个 PDF"),
         QStringLiteral("a PDF of a cover and the tables for the meeting"),
         &meeting,
         [](const Arguments &) { return true; }},
        {QStringLiteral("report close"),
         QStringLiteral("YYYY-MM"),
         1,
         1,
         {},
         QStringLiteral("结账：冻结一个月的统计数字"),
         QStringLiteral("freezes the figures of a month"),
         &closeBooks},
        {QStringLiteral("report"),
         QStringLiteral("NAME"),
         1,
         1,
         {option(u"--period",
                 u"P",
                 u"2026-03、2026-W10、2026-Q1、2026 或 起..止（缺省上月）",
                 u"2026-03, 2026-W10, 2026-Q1, 2026 or FROM..TO (default: last month)"),
          option(u"--format", u"json|html|pdf|xlsx|csv", u"格式", u"format"),
          option(u"--out", u"FILE", u"写到哪里（缺省标准输出）", u"where to (default: stdout)")},
         QStringLiteral("统计报表"),
         QStringLiteral("statistics of a period"),
         &report,
         [](const Arguments &arguments) {
             return arguments.value(QStringLiteral("--format")).toLower() == QStringLiteral("pdf");
         }}};
}

} // namespace huiyin::ctl
