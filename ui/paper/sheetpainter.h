// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>
#include <domain/casefile.h>
#include <domain/field.h>
#include <paper/inkpage.h>
#include <report/registers.h>
#include <rules/sheet.h>
#include <rules/texts.h>

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

/// What is printed into a sheet.
struct SheetValues
{
    QJsonObject fields;        ///< as CaseFile::fields(); empty for the blank form
    QVector<QJsonObject> rows; ///< of a ledger, one object of fields per line
    QString organisation;      ///< above the title
    QString caseNo;            ///< stands for `complaintNo` where fields have none
    QString docNo;             ///< number of this document: TS202405-0012-ZB01
    QString period;            ///< of a ledger: 2026年3月
    QStringList copies; ///< 联 to print, e.g. those of the sheet; empty = one without a label
    QString printedBy;  ///< in the foot line
    std::optional<Instant> printedAt;
    bool blank = false;     ///< for writing by hand: values are left out, room is left
    bool maskAll = false;   ///< 打印脱敏: names, telephones, addresses made unrecognisable
    bool watermark = false; ///< user and time across every page
    bool cancelled = false; ///< 作废 across every page
    Language language = Language::Chinese;
};

/// What the papers of cases need beside them, from the desk that has them open; the roster is read
/// once.
[[nodiscard]] CaseGround paperGround(const Desk &desk);

/// The values of the documents of a case on one sheet, at least one: several where each penalty has
/// its own notice. Organisation is the desk's, printer and time are the caller's. \param number  as
/// casePapers() takes it
[[nodiscard]] QVector<SheetValues> sheetValuesOf(const Desk &desk,
                                                 const CaseFile &caseFile,
                                                 const Sheet &sheet,
                                                 const QString &number = {});

/// The values of a register or report. \param period  in words: 2026年3月
[[nodiscard]] SheetValues registerValues(const RegisterPaper &paper, const QString &period);

/// Lays a sheet out on pages: every rule where the description puts it; boxes grow into the free
/// height of the page; what does not fit goes on on further pages and its box says （续见第 n 页）.
[[nodiscard]] InkDocument
layOutSheet(const Sheet &sheet, const FieldCatalogue &catalogue, const SheetValues &values);

/// The same for several documents, one after the other, each with page numbers of its own.
[[nodiscard]] InkDocument layOutSheets(const Sheet &sheet,
                                       const FieldCatalogue &catalogue,
                                       const QVector<SheetValues> &documents);

} // namespace huiyin
