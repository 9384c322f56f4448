// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/tablepainter.h>
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
    Period period = Period::lastMonthBefore(Shell::now().localDay());
    if (arguments.has(QStringLiteral("--period"))) {
        const auto parsed = Period::parse(arguments.value(QStringLiteral("--period")));
        if (!parsed) {
            return shell.wrongValue(parsed.error());
        }
        period = *parsed;
    }
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Desk &desk = **opened;
    const auto statistics = countStatistics(desk.reader(), period, desk.now());
    if (!statistics) {
        return shell.fail(statistics.error());
    }
    const auto table = statisticsTable(
        id, *statistics, {desk.library().catalogue, shell.globals().language, desk.officeName()});
    if (format == QStringLiteral("text")) {
        printPlain(shell, *table);
        return Fine;
    }
    Result<Done> written = Done{};
    if (format == QStringLiteral("pdf")) {
        const auto pages = writePdf(layOutTable(*table), out);
        written = pages ? Result<Done>(Done{}) : Result<Done>(pages.error());
    } else if (format == QStringLiteral("xlsx")) {
        written = writeTableXlsx(*table, out);
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
