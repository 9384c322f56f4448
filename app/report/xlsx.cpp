// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/writers.h>
#include <report/xlsx.h>

#include <QDate>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <optional>
#include <utility>
#include <xlsxwriter.h>

namespace huiyin {

namespace {
// What one cell may hold by the file format.
constexpr qsizetype kLongestText = 32767;
constexpr double kMostLines = 27; // a row is at most 409 pt high
constexpr double kLineHeight = 15;
constexpr double kDefaultWidth = 8.43;
} // namespace

struct XlsxSheet::State
{
    QString path;
    QString reason; ///< why nothing could be begun
    // Away from the target: the library has words of its own for the terminal when the disk is
    // full, and the bytes are taken over the way every other file is replaced.
    QTemporaryFile place{QDir::tempPath() + QStringLiteral("/huiyin-XXXXXX.xlsx")};
    lxw_workbook *book = nullptr;
    lxw_worksheet *sheet = nullptr;
    lxw_format *bold = nullptr, *head = nullptr, *moment = nullptr, *day = nullptr;
    lxw_format *asText = nullptr, *wrapped = nullptr, *right = nullptr, *title = nullptr;
    QVector<double> widths;              ///< of the columns, in characters
    int lines = 1;                       ///< of the present row
    QMap<QString, lxw_format *> numbers; ///< by bold, format
    lxw_row_t row = 0;
    lxw_col_t column = 0;
    std::optional<lxw_row_t> headRow;
    lxw_col_t columns = 0;

    /// Words that need several lines make the row higher; what stands beside them begins above.
    /// Cells are ruled for the printer.
    lxw_format *added()
    {
        lxw_format *format = workbook_add_format(book);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_border(format, LXW_BORDER_THIN);
        return format;
    }

    /// A4 landscape, as wide as one page; the width counts, so the margins are narrow (inches).
    static void forPaper(lxw_worksheet *page)
    {
        constexpr uint8_t kA4 = 9;
        worksheet_set_paper(page, kA4);
        worksheet_set_landscape(page);
        worksheet_set_margins(page, 0.5, 0.4, 0.6, 0.6);
        worksheet_fit_to_pages(page, 1, 0);
        worksheet_set_footer(page, "&C&P / &N");
    }

    void write(const QString &words, lxw_format *format);

    lxw_format *formatted(const char *shape, bool isBold)
    {
        lxw_format *&format = numbers[QLatin1Char(isBold ? 'b' : 'n') + QLatin1String(shape)];
        if (format == nullptr) {
            format = added();
            format_set_num_format(format, shape);
            if (isBold) {
                format_set_bold(format);
            }
        }
        return format;
    }
};

namespace {

/// Digits a spreadsheet would shorten, and what it would take for a formula once somebody edits the
/// cell, are told to be text.
bool mustStayText(const QString &text)
{
    constexpr qsizetype kLongestCode = 40;
    if (text.isEmpty() || text.size() > kLongestCode) {
        return false;
    }
    static const QString formulaStarts = QStringLiteral("=+-@＝＋－＠");
    return formulaStarts.contains(text.front()) || text.front().isDigit();
}

/// What a cell may hold: no more characters than the format allows, and none that XML has no place
/// for, which would spoil the whole file.
QByteArray cellText(const QString &text)
{
    QString kept = text.left(kLongestText);
    kept.removeIf([](QChar c) {
        return c.isNonCharacter() || (c < u' ' && c != u'\n' && c != u'\t') || c == u'\u007F';
    });
    return kept.toUtf8();
}

/// The format that shows a number as the table does; nothing for a whole one.
const char *shapeOf(const QString &shown)
{
    const qsizetype point = shown.lastIndexOf(QLatin1Char('.'));
    return shown.endsWith(QLatin1Char('%')) ? "0.00%"
           : shown.endsWith(QChar(u'‰'))    ? "0.00\"‰\""
           : shown.startsWith(QChar(u'↑')) || shown.startsWith(QChar(u'↓'))
               ? "\"↑\"0.00;\"↓\"0.00;0.00"
           : point < 0                 ? nullptr
           : shown.size() - point == 2 ? "0.0"
                                       : "#,##0.00";
}

/// How many lines words take in a column, a Chinese character as wide as two others. Not every
/// program that opens the file makes a row high enough by itself.
int linesOf(const QString &words, double width)
{
    constexpr double kSlack = 1.1; // typefaces differ
    double lines = 0;
    for (const QString &part : words.split(QLatin1Char('\n'))) {
        const auto wide = std::count_if(
            part.cbegin(), part.cend(), [](QChar c) { return c.unicode() >= 0x2E80; });
        lines += std::max(1.0, std::ceil(static_cast<double>(part.size() + wide) * kSlack / width));
    }
    return static_cast<int>(std::min(lines, kMostLines));
}

/// Days since 1899-12-30 as spreadsheets count them; right from March 1900 on.
double serial(Day day)
{
    return static_cast<double>(day.number() - QDate(1899, 12, 30).toJulianDay());
}

} // namespace

void XlsxSheet::State::write(const QString &words, lxw_format *format)
{
    if (book != nullptr && !words.isEmpty()) {
        worksheet_write_string(sheet, row, column, cellText(words).constData(), format);
    } else if (book != nullptr && format != nullptr) {
        worksheet_write_blank(sheet, row, column, format);
    }
    if (format == wrapped || format == head) {
        lines = std::max(lines, linesOf(words, widths.value(column, kDefaultWidth)));
    }
    ++column;
}

XlsxSheet::XlsxSheet(const QString &path, const QString &sheetName)
    : m_state(std::make_unique<State>())
{
    State &s = *m_state;
    s.path = path;
    // Nobody waits for a file that its folder will not take.
    QTemporaryFile probe(path + QStringLiteral(".XXXXXX"));
    if (!probe.open()) {
        s.reason = probe.errorString();
        return;
    }
    if (!s.place.open()) {
        s.reason = s.place.errorString();
        return;
    }
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    s.book = workbook_new_opt(QFile::encodeName(s.place.fileName()).constData(), &options);
    s.sheet = workbook_add_worksheet(s.book, sheetName.left(31).toUtf8().constData());
    s.bold = s.added();
    format_set_bold(s.bold);
    s.title = workbook_add_format(s.book);
    format_set_bold(s.title);
    s.head = s.added();
    format_set_bold(s.head);
    format_set_text_wrap(s.head);
    format_set_align(s.head, LXW_ALIGN_CENTER);
    format_set_align(s.head, LXW_ALIGN_VERTICAL_CENTER);
    s.moment = s.formatted("yyyy-mm-dd hh:mm", false);
    s.day = s.formatted("yyyy-mm-dd", false);
    s.asText = s.formatted("@", false);
    s.wrapped = s.added();
    format_set_text_wrap(s.wrapped);
    s.right = s.added();
    format_set_align(s.right, LXW_ALIGN_RIGHT);
    s.forPaper(s.sheet);
}

XlsxSheet::~XlsxSheet()
{
    if (m_state->book != nullptr) {
        workbook_close(m_state->book);
    }
}

void XlsxSheet::setWidths(const QVector<double> &characters)
{
    m_state->widths = characters;
    for (qsizetype i = 0; m_state->book != nullptr && i < characters.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(m_state->sheet, column, column, characters.at(i), nullptr);
    }
}

void XlsxSheet::heading(const QStringList &cells)
{
    State &s = *m_state;
    for (const QString &cell : cells) {
        s.write(cell, s.head);
    }
    s.headRow = s.row;
    s.columns = static_cast<lxw_col_t>(cells.size());
    endRow();
    if (s.book != nullptr) {
        worksheet_freeze_panes(s.sheet, s.row, 0);
        worksheet_repeat_rows(s.sheet, *s.headRow, *s.headRow);
    }
}

void XlsxSheet::endOfFilter()
{
    State &s = *m_state;
    // The library takes the range only while its last row is the one being written.
    if (s.book != nullptr && s.headRow && s.columns > 0) {
        worksheet_autofilter(
            s.sheet, *s.headRow, 0, s.row - 1, static_cast<lxw_col_t>(s.columns - 1));
    }
}

void XlsxSheet::text(const QString &text, TextLook look)
{
    State &s = *m_state;
    s.write(text,
            look == TextLook::Title   ? s.title
            : look == TextLook::Bold  ? s.bold
            : look == TextLook::Right ? s.right
            : look == TextLook::Line  ? nullptr
            : mustStayText(text)      ? s.asText
                                      : s.wrapped);
}

void XlsxSheet::number(double number, bool bold, const QString &shown)
{
    State &s = *m_state;
    if (s.book != nullptr) {
        const char *shape = shapeOf(shown);
        lxw_format *format = s.formatted(shape == nullptr ? "General" : shape, bold);
        worksheet_write_number(s.sheet, s.row, s.column, number, format);
    }
    ++s.column;
}

void XlsxSheet::moment(Instant instant)
{
    State &s = *m_state;
    if (s.book != nullptr) {
        const double part =
            static_cast<double>(instant.localMsOfDay()) / static_cast<double>(kDayMs);
        worksheet_write_number(
            s.sheet, s.row, s.column, serial(instant.localDay()) + part, s.moment);
    }
    ++s.column;
}

void XlsxSheet::day(Day day)
{
    State &s = *m_state;
    if (s.book != nullptr) {
        worksheet_write_number(s.sheet, s.row, s.column, serial(day), s.day);
    }
    ++s.column;
}

void XlsxSheet::blank() { m_state->write({}, m_state->wrapped); }

void XlsxSheet::endRow()
{
    State &s = *m_state;
    if (s.book != nullptr && s.lines > 1) {
        worksheet_set_row(s.sheet, s.row, kLineHeight * s.lines, nullptr);
    }
    s.lines = 1;
    ++m_state->row;
    m_state->column = 0;
}

void XlsxSheet::remarks(const QString &sheetName, const QVector<Remark> &lines)
{
    State &s = *m_state;
    if (s.book == nullptr || lines.isEmpty()) {
        return;
    }
    constexpr double kWhat = 16;
    constexpr double kWords = 90;
    lxw_worksheet *page = workbook_add_worksheet(s.book, sheetName.toUtf8().constData());
    s.forPaper(page);
    worksheet_set_column(page, 0, 0, kWhat, nullptr);
    worksheet_set_column(page, 1, 1, kWords, nullptr);
    lxw_row_t row = 0;
    for (const Remark &line : lines) {
        worksheet_write_string(page, row, 0, cellText(line.what).constData(), s.bold);
        worksheet_write_string(page, row, 1, cellText(line.words).constData(), s.wrapped);
        ++row;
    }
}

Result<Done> XlsxSheet::finish()
{
    State &s = *m_state;
    Error error{QStringLiteral("report.write"), {{QStringLiteral("path"), s.path}}, s.reason};
    if (s.book == nullptr) {
        return error;
    }
    errno = 0;
    const lxw_error closed = workbook_close(s.book);
    s.book = nullptr;
    if (closed != LXW_NO_ERROR) {
        if (errno != 0) {
            error.detail = qt_error_string(errno);
        }
        return error;
    }
    QFile written(s.place.fileName());
    if (!written.open(QIODevice::ReadOnly)) {
        return error;
    }
    return writeWhole(s.path, written.readAll());
}

Result<Done>
writeTableXlsx(const TableDocument &table, const QString &path, const QVector<Remark> &remarks)
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
            sheet.text(line, line == table.title ? TextLook::Title : TextLook::Line);
            sheet.endRow();
        }
    }
    sheet.heading(heads);
    bool filtered = true;
    for (const TableRow &row : table.rows) {
        if (row.total && std::exchange(filtered, false)) {
            sheet.endOfFilter();
        }
        qsizetype column = 0;
        for (const TableCell &cell : row.cells) {
            const bool right =
                column < table.columns.size() && table.columns.at(column).align == CellAlign::Right;
            column += cell.columnSpan;
            if (cell.number) {
                sheet.number(*cell.number, cell.bold, cell.text);
            } else if (cell.day) {
                sheet.day(*cell.day);
            } else {
                sheet.text(cell.text,
                           cell.bold ? TextLook::Bold
                           : right   ? TextLook::Right
                                     : TextLook::Wrapped);
            }
            for (int i = 1; i < cell.columnSpan; ++i) {
                sheet.blank();
            }
        }
        sheet.endRow();
    }
    if (filtered) {
        sheet.endOfFilter();
    }
    for (const QString &line : QStringList(table.check) + table.notes) {
        if (!line.isEmpty()) {
            sheet.text(line, TextLook::Line);
            sheet.endRow();
        }
    }
    sheet.remarks(remarks.isEmpty() ? QString() : remarks.first().what, remarks.mid(1));
    return sheet.finish();
}

} // namespace huiyin
