// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/registerfile.h>

#include <QVector>

namespace huiyin {

/// Whether the bytes are a packed spreadsheet that workbookRecords() may read.
[[nodiscard]] bool looksLikeWorkbook(const QByteArray &bytes);

/// The sheets of an .xlsx workbook that are in sight, in order; none if the file is no workbook.
[[nodiscard]] QStringList workbookSheets(const QString &path);

/// The filled rows of one sheet of an .xlsx workbook as text, `line` = the sheet's row from 1.
/// Formulas give the value last computed, dates `2025-01-02`, `2025-01-02 10:30` or `10:30`, truth
/// values 是 and 否, whole numbers all their digits.
/// \param sheet name of the sheet; empty = the first that is not hidden
/// \error import.format, import.workbook, import.workbook.tooLarge, import.sheet.unknown
[[nodiscard]] Result<QVector<RegisterRecord>>
workbookRecords(const QByteArray &bytes, const QString &sheet, const QString &path);

} // namespace huiyin
