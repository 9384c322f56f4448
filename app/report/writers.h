// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/result.h>
#include <report/document.h>
#include <report/xlsx.h>

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace huiyin {

/// One line of a CSV file, RFC 4180, ended by CRLF, each cell as guardedCell() gives it.
[[nodiscard]] QByteArray spreadsheetLine(const QStringList &cells);

/// One line of cells for the clipboard, parted by tabs: what a spreadsheet would run gets an
/// apostrophe, line breaks and tabs inside become blanks.
[[nodiscard]] QString pastedLine(const QStringList &cells);

/// The rows of the table as lines for the clipboard.
[[nodiscard]] QString tableText(const TableDocument &table, bool withHeads);

/// The table alone (heads, rows) as UTF-8 with a byte order mark, so that spreadsheets read it as
/// UTF-8.
[[nodiscard]] QByteArray tableCsv(const TableDocument &table);

/// Attribute of an HTML cell that LibreOffice keeps as words when the table is pasted; it knows
/// nothing of the style Excel and WPS go by.
inline constexpr auto kStaysWords = " sdnum=\"2052;0;@\"";

/// A whole page: title, table, check line, sign-off and notes. No scripts, no outside references.
[[nodiscard]] QByteArray tableHtml(const TableDocument &table);

/// The rows alone, to be pasted among cells that have their heads already.
[[nodiscard]] QByteArray cellsHtml(const TableDocument &table);

/// {id, title, organisation, period, columns, rows, check, notes}: numbers as numbers.
[[nodiscard]] QJsonObject tableJson(const TableDocument &table);

/// Writes the table as an .xlsx file; an existing file is replaced only by a whole one.
/// \param remarks  see fileRemarks() \error report.write
[[nodiscard]] Result<Done> writeTableXlsx(const TableDocument &table,
                                          const QString &path,
                                          const QVector<Remark> &remarks = {});

/// Writes bytes; an existing file is replaced only by a whole one. \error report.write
[[nodiscard]] Result<Done> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace huiyin
