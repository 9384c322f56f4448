// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/writers.h>
#include <report/xlsx.h>

#include <QDate>
#include <QFile>
#include <QTemporaryFile>

#include <xlsxwriter.h>

namespace huiyin {

namespace {
// What one cell may hold by the file format.
constexpr qsizetype kLongestText = 32767;
} // namespace

struct XlsxSheet::State
{
    QString path;
    QTemporaryFile place; // in the target's folder: the last step is a rename
    lxw_workbook *book = nullptr;
    lxw_worksheet *sheet = nullptr;
    lxw_format *bold = nullptr, *percent = nullptr, *boldPercent = nullptr, *moment = nullptr;
    lxw_row_t row = 0;
    lxw_col_t column = 0;
};

XlsxSheet::XlsxSheet(const QString &path, const QString &sheetName)
    : m_state(std::make_unique<State>())
{
    State &s = *m_state;
    s.path = path;
    s.place.setFileTemplate(path + QStringLiteral(".XXXXXX"));
    if (!s.place.open()) {
        return;
    }
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    s.book = workbook_new_opt(QFile::encodeName(s.place.fileName()).constData(), &options);
    s.sheet = workbook_add_worksheet(s.book, sheetName.left(31).toUtf8().constData());
    s.bold = workbook_add_format(s.book);
    format_set_bold(s.bold);
    s.percent = workbook_add_format(s.book);
    format_set_num_format(s.percent, "0.00%");
    s.boldPercent = workbook_add_format(s.book);
    format_set_bold(s.boldPercent);
    format_set_num_format(s.boldPercent, "0.00%");
    s.moment = workbook_add_format(s.book);
    format_set_num_format(s.moment, "yyyy-mm-dd hh:mm");
}

XlsxSheet::~XlsxSheet()
{
    if (m_state->book != nullptr) {
        workbook_close(m_state->book);
    }
}

void XlsxSheet::setWidths(const QVector<double> &characters)
{
    for (qsizetype i = 0; m_state->book != nullptr && i < characters.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(m_state->sheet, column, column, characters.at(i), nullptr);
    }
}

void XlsxSheet::heading(const QStringList &cells)
{
    for (const QString &cell : cells) {
        text(cell, true);
    }
    endRow();
    if (m_state->book != nullptr) {
        worksheet_freeze_panes(m_state->sheet, m_state->row, 0);
    }
}

void XlsxSheet::text(const QString &text, bool bold)
{
    State &s = *m_state;
    if (s.book != nullptr && !text.isEmpty()) {
        worksheet_write_string(s.sheet,
                               s.row,
                               s.column,
                               text.left(kLongestText).toUtf8().constData(),
                               bold ? s.bold : nullptr);
    }
    ++s.column;
}

void XlsxSheet::number(double number, bool bold, bool percent)
{
    State &s = *m_state;
    if (s.book != nullptr) {
        lxw_format *format =
            percent ? (bold ? s.boldPercent : s.percent) : (bold ? s.bold : nullptr);
        worksheet_write_number(s.sheet, s.row, s.column, number, format);
    }
    ++s.column;
}

void XlsxSheet::moment(Instant instant)
{
    State &s = *m_state;
    if (s.book != nullptr) {
        // Days since 1899-12-30 as spreadsheets count them; right from March 1900 on.
        const qint64 days = instant.localDay().number() - QDate(1899, 12, 30).toJulianDay();
        const double part =
            static_cast<double>(instant.localMsOfDay()) / static_cast<double>(kDayMs);
        worksheet_write_number(
            s.sheet, s.row, s.column, static_cast<double>(days) + part, s.moment);
    }
    ++s.column;
}

void XlsxSheet::blank() { ++m_state->column; }

void XlsxSheet::endRow()
{
    ++m_state->row;
    m_state->column = 0;
}

Result<Done> XlsxSheet::finish()
{
    State &s = *m_state;
    const Error error{
        QStringLiteral("report.write"), {{QStringLiteral("path"), s.path}}, s.place.errorString()};
    if (s.book == nullptr) {
        return error;
    }
    const lxw_error closed = workbook_close(s.book);
    s.book = nullptr;
    if (closed != LXW_NO_ERROR) {
        return error;
    }
    // The library wrote through its own handle: take the bytes over the way every other file is
    // replaced.
    QFile written(s.place.fileName());
    if (!written.open(QIODevice::ReadOnly)) {
        return error;
    }
    return writeWhole(s.path, written.readAll());
}

Result<Done> writeTableXlsx(const TableDocument &table, const QString &path)
{
    XlsxSheet sheet(path, table.id.isEmpty() ? QStringLiteral("1") : table.id);
    QVector<double> widths;
    QStringList heads;
    for (const TableColumn &column : table.columns) {
        widths.append(column.weight * 14);
        heads.append(QString(column.head).remove(QLatin1Char('\n')));
    }
    sheet.setWidths(widths);
    for (const QString &line : {table.organisation, table.title, table.period, table.unit}) {
        if (!line.isEmpty()) {
            sheet.text(line, line == table.title);
            sheet.endRow();
        }
    }
    sheet.heading(heads);
    for (const TableRow &row : table.rows) {
        for (const TableCell &cell : row.cells) {
            if (cell.number) {
                sheet.number(*cell.number, cell.bold, cell.text.endsWith(QLatin1Char('%')));
            } else {
                sheet.text(cell.text, cell.bold);
            }
            for (int i = 1; i < cell.columnSpan; ++i) {
                sheet.blank();
            }
        }
        sheet.endRow();
    }
    for (const QString &line : QStringList(table.check) + table.notes) {
        if (!line.isEmpty()) {
            sheet.text(line);
            sheet.endRow();
        }
    }
    return sheet.finish();
}

} // namespace huiyin
