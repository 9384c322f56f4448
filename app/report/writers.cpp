// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/guardedcell.h>
#include <desk/wholefile.h>
#include <report/writers.h>

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace huiyin {

namespace {

/// Words stay words when the table is pasted into a spreadsheet.
const QString kTextStyle = QStringLiteral(".text{mso-number-format:'\\@'}");

QString csvCell(const QString &text)
{
    QString cell = guardedCell(text);
    static const QRegularExpression special(QStringLiteral("[\",\r\n\t]"));
    if (cell.contains(special)) {
        cell.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        return QLatin1Char('"') + cell + QLatin1Char('"');
    }
    return cell;
}

QStringList headTexts(const TableDocument &table)
{
    QStringList heads;
    for (const TableColumn &column : table.columns) {
        heads.append(QString(column.head).remove(QLatin1Char('\n')));
    }
    return heads;
}

/// The texts of a row, with empty ones for the columns a cell spans.
QStringList cellTexts(const TableRow &row)
{
    QStringList cells;
    for (const TableCell &cell : row.cells) {
        cells.append(cell.text);
        for (int i = 1; i < cell.columnSpan; ++i) {
            cells.append(QString());
        }
    }
    return cells;
}

QString alignName(CellAlign align)
{
    switch (align) {
    case CellAlign::Left:
        return QStringLiteral("left");
    case CellAlign::Right:
        return QStringLiteral("right");
    case CellAlign::Centre:
        break;
    }
    return QStringLiteral("center");
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString htmlRow(const TableDocument &table, const TableRow &row)
{
    QString html = row.total ? QStringLiteral("<tr class=\"total\">") : QStringLiteral("<tr>");
    qsizetype column = 0;
    for (const TableCell &cell : row.cells) {
        const CellAlign align =
            column < table.columns.size() ? table.columns.at(column).align : CellAlign::Centre;
        const QString span = cell.columnSpan > 1
                                 ? QStringLiteral(" colspan=\"%1\"").arg(cell.columnSpan)
                                 : QString();
        const QString text =
            cell.bold ? QStringLiteral("<b>%1</b>").arg(escaped(cell.text)) : escaped(cell.text);
        const QString kind = cell.number ? QString() : QStringLiteral(" text");
        const QString words = cell.number ? QString() : QString::fromLatin1(kStaysWords);
        html += QStringLiteral("<td class=\"%1%2\"%3%4>").arg(alignName(align), kind, span, words) +
                text + QStringLiteral("</td>");
        column += cell.columnSpan;
    }
    return html + QStringLiteral("</tr>\n");
}

} // namespace

QByteArray spreadsheetLine(const QStringList &cells)
{
    QStringList written;
    written.reserve(cells.size());
    std::transform(cells.cbegin(), cells.cend(), std::back_inserter(written), csvCell);
    return written.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

QString pastedLine(const QStringList &cells)
{
    QStringList written;
    written.reserve(cells.size());
    std::transform(cells.cbegin(), cells.cend(), std::back_inserter(written), [](QString text) {
        static const QRegularExpression breaks(QStringLiteral("[\t\r\n]+"));
        return harmlessText(text).replace(breaks, QStringLiteral(" "));
    });
    return written.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

QByteArray tableCsv(const TableDocument &table)
{
    QByteArray csv("\xEF\xBB\xBF");
    csv += spreadsheetLine(headTexts(table));
    for (const TableRow &row : table.rows) {
        csv += spreadsheetLine(cellTexts(row));
    }
    return csv;
}

QString tableText(const TableDocument &table, bool withHeads)
{
    QString text = withHeads ? pastedLine(headTexts(table)) : QString();
    for (const TableRow &row : table.rows) {
        text += pastedLine(cellTexts(row));
    }
    return text;
}

QByteArray tableHtml(const TableDocument &table)
{
    QString html =
        QStringLiteral(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta "
            "charset=\"utf-8\">\n<title>%1</title>\n"
            "<style>\nbody{font-family:SimSun,'Songti SC','AR PL UMing CN',serif;margin:15mm}\n"
            "h1{font-size:18pt;text-align:center;margin:0 0 "
            "4pt}\n.organisation{font-size:12pt;text-align:center}\n"
            ".line{display:flex;justify-content:space-between;font-size:10.5pt;margin:4pt 0}\n"
            "table{border-collapse:collapse;width:100%;border:1pt solid #000;font-size:10.5pt}\n"
            "td,th{border:.5pt solid #000;padding:3pt "
            "5pt}\nth{font-weight:normal;text-align:center}\n"
            ".left{text-align:left}\n.right{text-align:right;font-variant-numeric:tabular-nums}\n."
            "center{text-align:center}\n"
            "%3\n"
            "tr.total td{border-top:1pt solid #000;font-weight:bold}\n.notes{font-size:9pt}\n"
            "@page{size:A4 %2}\n</style>\n</head>\n<body>\n")
            .arg(escaped(table.title),
                 table.landscape ? QStringLiteral("landscape") : QStringLiteral("portrait"),
                 kTextStyle);
    if (!table.organisation.isEmpty()) {
        html += QStringLiteral("<div class=\"organisation\">%1</div>\n")
                    .arg(escaped(table.organisation));
    }
    html += QStringLiteral("<h1>") + escaped(table.title) +
            QStringLiteral("</h1>\n<div class=\"line\"><span>") + escaped(table.organisation) +
            QStringLiteral("</span><span>") + escaped(table.period) +
            QStringLiteral("</span><span>") + escaped(table.unit) +
            QStringLiteral("</span></div>\n<table>\n<thead>\n");
    if (!table.groups.isEmpty()) {
        html += QStringLiteral("<tr>");
        for (const HeadCell &head : table.groups) {
            html += QStringLiteral("<th colspan=\"%1\">").arg(head.columnSpan) +
                    escaped(head.text) + QStringLiteral("</th>");
        }
        html += QStringLiteral("</tr>\n");
    }
    html += QStringLiteral("<tr>");
    for (const TableColumn &column : table.columns) {
        html += QStringLiteral("<th>") + escaped(column.head) + QStringLiteral("</th>");
    }
    html += QStringLiteral("</tr>\n</thead>\n<tbody>\n");
    for (const TableRow &row : table.rows) {
        html += htmlRow(table, row);
    }
    html += QStringLiteral("</tbody>\n</table>\n");
    if (!table.check.isEmpty()) {
        html += QStringLiteral("<p class=\"check\">") + escaped(table.check) +
                (table.checkHolds ? QStringLiteral(" ✓") : QStringLiteral(" ✗")) +
                QStringLiteral("</p>\n");
    }
    if (!table.signOff.isEmpty()) {
        html += QStringLiteral("<div class=\"line sign\">");
        for (const QString &place : table.signOff) {
            html += QStringLiteral("<span>") + escaped(place) + QStringLiteral("</span>");
        }
        html += QStringLiteral("</div>\n");
    }
    for (const QString &note : table.notes) {
        html += QStringLiteral("<p class=\"notes\">") + escaped(note) + QStringLiteral("</p>\n");
    }
    return (html + QStringLiteral("</body>\n</html>\n")).toUtf8();
}

QByteArray cellsHtml(const TableDocument &table)
{
    QString html = QStringLiteral("<html><head><meta charset=\"utf-8\"><style>%1</style></head>"
                                  "<body><table border=\"1\">\n")
                       .arg(kTextStyle);
    for (const TableRow &row : table.rows) {
        html += htmlRow(table, row);
    }
    return (html + QStringLiteral("</table></body></html>\n")).toUtf8();
}

QJsonObject tableJson(const TableDocument &table)
{
    QJsonArray columns;
    for (const TableColumn &column : table.columns) {
        columns.append(QString(column.head).remove(QLatin1Char('\n')));
    }
    QJsonArray rows;
    for (const TableRow &row : table.rows) {
        QJsonArray cells;
        for (const TableCell &cell : row.cells) {
            cells.append(cell.number ? QJsonValue(*cell.number) : QJsonValue(cell.text));
        }
        rows.append(
            QJsonObject{{QStringLiteral("cells"), cells}, {QStringLiteral("total"), row.total}});
    }
    return {{QStringLiteral("report"), table.id},
            {QStringLiteral("title"), table.title},
            {QStringLiteral("organisation"), table.organisation},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("check"), table.check},
            {QStringLiteral("checkHolds"), table.checkHolds},
            {QStringLiteral("notes"), QJsonArray::fromStringList(table.notes)}};
}

Result<Done> writeWhole(const QString &path, const QByteArray &bytes)
{
    WholeFile file(path);
    const Error error{QStringLiteral("report.write"), {{QStringLiteral("path"), path}}};
    if (!file.open()) {
        return Error{error.code, error.args, file.errorString()};
    }
    file.write(bytes);
    if (!file.commit()) {
        return Error{error.code, error.args, file.errorString()};
    }
    return Done{};
}

} // namespace huiyin
