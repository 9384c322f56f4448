// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/inkpage.h>
#include <window/page.h>

#include <functional>
#include <optional>

class QPrinter;

namespace huiyin {

/// What became of a try to print or save: nothing is good, else the sentence to show.
using PrintEnd = std::function<void(const std::optional<QString> &trouble, const QString &done)>;

/// What is printed, and how it is remembered and logged.
struct PrintOrder
{
    InkDocument document;
    QString kind;     ///< `F-01`, `S-01`: printer and folder are remembered per kind
    QString fileName; ///< proposed name without ending
    std::optional<CaseId> caseId = std::nullopt;
};

/// Prints the pages chosen in the printer's dialog; a file appears under its name only when it is
/// whole. Gives the number of pages. \error paper.nothing, paper.unwritable (path, reason),
/// paper.printer.gone, paper.printer.failed (printer)
[[nodiscard]] Result<int> printOn(const InkDocument &document, QPrinter &printer);

/// Opens the system's print dialog beside the work, never in front of it for good; prints when it
/// is accepted.
void printWithDialog(Shell &shell, QWidget *over, const PrintOrder &order, const PrintEnd &end);

/// Asks where to and writes a PDF.
void savePdfWithDialog(Shell &shell, QWidget *over, const PrintOrder &order, const PrintEnd &end);

/// Writes a PDF to a path already known. Gives the sentence of what went wrong, nothing if all is
/// well.
[[nodiscard]] std::optional<QString>
savePdf(Shell &shell, const PrintOrder &order, const QString &path);

/// Asks for a place to save to; calls `chosen` with the path. The proposed folder is the one last
/// used.
void askWhere(Shell &shell,
              QWidget *over,
              const QString &title,
              const QString &fileName,
              const QString &filter,
              std::function<void(const QString &path)> chosen);

} // namespace huiyin
