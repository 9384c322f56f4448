// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/printing.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPageSize>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QStandardPaths>

#include <algorithm>
#include <memory>

namespace huiyin {

namespace {

constexpr auto kContext = "Printing";

QString words(const char *text) { return QCoreApplication::translate(kContext, text); }

QString exportFolder(const Shell &shell)
{
    const auto last = shell.settings.last(QStringLiteral("exportFolder"));
    if (!last.isEmpty() && QFileInfo(last).isDir()) {
        return last;
    }
    const auto documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

/// The pages the person chose in the dialog.
InkDocument chosenPages(InkDocument document, const QPrinter &printer)
{
    if (printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0) {
        const auto from = printer.fromPage() - 1;
        const auto to = std::max(printer.toPage(), printer.fromPage());
        document.pages = document.pages.mid(from, to - from);
    }
    return document;
}

void logAccess(Shell &shell, const PrintOrder &order, const QString &what)
{
    // A failing access log must not keep the paper from the caller; the next write shows the same
    // trouble.
    const auto logged = shell.desk.log().logAccess(
        {shell.desk.actor().id, order.caseId, what, order.kind, shell.desk.now()});
    Q_UNUSED(logged)
}

} // namespace

Result<int> printOn(const InkDocument &document, QPrinter &printer)
{
    const auto pages = chosenPages(document, printer);
    if (printer.outputFormat() == QPrinter::PdfFormat) {
        // Written whole or not at all, unlike by the printer's own engine.
        return writePdf(pages, printer.outputFileName());
    }
    const Args name{{QStringLiteral("printer"), printer.printerName()}};
    if (QPrinterInfo::printerInfo(printer.printerName()).isNull()) {
        return Error{QStringLiteral("paper.printer.gone"), name};
    }
    const auto printed = printPages(pages, printer);
    if (!printed && printed.error().code == QLatin1String("paper.unwritable")) {
        return Error{QStringLiteral("paper.printer.failed"), name};
    }
    return printed;
}

void askWhere(Shell &shell,
              QWidget *over,
              const QString &title,
              const QString &fileName,
              const QString &filter,
              std::function<void(const QString &path)> chosen)
{
    auto *dialog = new QFileDialog(over, title, exportFolder(shell), filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->selectFile(fileName);
    dialog->setDefaultSuffix(QFileInfo(fileName).suffix());
    QObject::connect(dialog,
                     &QFileDialog::fileSelected,
                     over,
                     [&shell, chosen = std::move(chosen)](const QString &path) {
                         shell.settings.setLast(QStringLiteral("exportFolder"),
                                                QFileInfo(path).path());
                         chosen(path);
                     });
    dialog->open();
}

void printWithDialog(Shell &shell, QWidget *over, const PrintOrder &order, const PrintEnd &end)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const auto last = shell.settings.last(QStringLiteral("printer.") + order.kind);
    if (!last.isEmpty() && !QPrinterInfo::printerInfo(last).isNull()) {
        printer->setPrinterName(last);
    }
    if (printer->printerName().isEmpty()) {
        // No printer is set up: the dialog then offers a file, in a place that exists.
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(
            QDir(exportFolder(shell)).filePath(order.fileName + QStringLiteral(".pdf")));
        end(std::nullopt,
            words(QT_TRANSLATE_NOOP("Printing",
                                    "No printer is set up on this computer. A PDF file can be "
                                    "saved instead and printed elsewhere; a printer added in the "
                                    "settings of the system stands here the next time.")));
    }
    printer->setFullPage(true);
    const auto &paper = order.document.paper;
    printer->setPageSize(QPageSize(
        QSizeF(std::min(paper.width(), paper.height()), std::max(paper.width(), paper.height())),
        QPageSize::Millimeter));
    printer->setPageOrientation(paper.width() > paper.height() ? QPageLayout::Landscape
                                                               : QPageLayout::Portrait);
    printer->setDocName(order.document.title);
    auto *dialog = new QPrintDialog(printer.get(), over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintToFile);
    dialog->setMinMax(1, static_cast<int>(order.document.pages.size()));
    QObject::connect(dialog, &QDialog::accepted, over, [&shell, printer, order, end] {
        const auto printed = printOn(order.document, *printer);
        if (!printed) {
            end(shell.sentence(printed.error()), {});
            return;
        }
        shell.settings.setLast(QStringLiteral("printer.") + order.kind, printer->printerName());
        logAccess(shell, order, QStringLiteral("print"));
        end(std::nullopt,
            printer->outputFormat() == QPrinter::PdfFormat
                ? words(QT_TRANSLATE_NOOP("Printing", "Saved as %1."))
                      .arg(printer->outputFileName())
                : words(QT_TRANSLATE_NOOP("Printing", "Sent to %1.")).arg(printer->printerName()));
    });
    dialog->open();
}

std::optional<QString> savePdf(Shell &shell, const PrintOrder &order, const QString &path)
{
    const auto written = writePdf(order.document, path);
    if (!written) {
        return shell.sentence(written.error());
    }
    logAccess(shell, order, QStringLiteral("print"));
    return std::nullopt;
}

void savePdfWithDialog(Shell &shell, QWidget *over, const PrintOrder &order, const PrintEnd &end)
{
    askWhere(shell,
             over,
             words(QT_TRANSLATE_NOOP("Printing", "Save as PDF")),
             order.fileName + QStringLiteral(".pdf"),
             words(QT_TRANSLATE_NOOP("Printing", "PDF (*.pdf)")),
             [&shell, order, end](const QString &path) {
                 const auto trouble = savePdf(shell, order, path);
                 end(trouble,
                     trouble ? QString()
                             : words(QT_TRANSLATE_NOOP("Printing", "Saved as %1.")).arg(path));
             });
}

} // namespace huiyin
