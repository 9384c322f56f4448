// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the print dialog hands over: the pages chosen, a file whole or not at all.

#include <paper/sheetpainter.h>
#include <support/windowbench.h>
#include <window/printing.h>

#include <QDir>
#include <QFile>
#include <QPrinter>
#include <QTemporaryDir>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// Two pages: front and back of a form.
InkDocument twoPages(const support::WindowBench &bench)
{
    SheetValues values;
    values.blank = true;
    const Library &library = bench.desk->library();
    return layOutSheet(library.sheets.value(u"F-01"_s), library.catalogue, values);
}

qsizetype pagesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count("/Type /Page\n") : -1;
}

} // namespace

class TestPrinting : public QObject
{
    Q_OBJECT

private slots:

    void onlyTheChosenPagesArePrinted()
    {
        const support::WindowBench bench;
        const QTemporaryDir folder;
        const InkDocument document = twoPages(bench);
        QCOMPARE(document.pages.size(), 2);
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(u"all.pdf"_s));
        QCOMPARE(printOn(document, printer).value(), 2);
        QCOMPARE(pagesOf(printer.outputFileName()), 2);
        printer.setOutputFileName(folder.filePath(u"back.pdf"_s));
        printer.setPrintRange(QPrinter::PageRange);
        printer.setFromTo(2, 2);
        QCOMPARE(printOn(document, printer).value(), 1);
        QCOMPARE(pagesOf(printer.outputFileName()), 1);
    }

    void aFileThatCannotBeWrittenIsNamedAndLeavesNothing()
    {
        const support::WindowBench bench;
        const QTemporaryDir folder;
        const InkDocument document = twoPages(bench);
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        for (const QString &path : {folder.filePath(u"none/form.pdf"_s), folder.path()}) {
            printer.setOutputFileName(path);
            const auto printed = printOn(document, printer);
            QVERIFY(!printed);
            QCOMPARE(printed.error().code, u"paper.unwritable"_s);
            QCOMPARE(printed.error().args.value(u"path"_s), path);
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void nothingChosenIsSaid()
    {
        const support::WindowBench bench;
        const QTemporaryDir folder;
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(u"none.pdf"_s));
        printer.setPrintRange(QPrinter::PageRange);
        printer.setFromTo(7, 9);
        const auto printed = printOn(twoPages(bench), printer);
        QVERIFY(!printed);
        QCOMPARE(printed.error().code, u"paper.nothing"_s);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
