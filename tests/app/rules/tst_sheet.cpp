// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/catalogue.h>
#include <rules/sheet.h>
#include <rules/sheetkeys.h>
#include <rules/texts.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace huiyin;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const FieldCatalogue &catalogue()
{
    static const CatalogueReading reading =
        readCatalogue(bytesOf(QStringLiteral(":/huiyin/fields.toml")),
                      bytesOf(QStringLiteral(":/huiyin/codes.toml")));
    return *reading.catalogue;
}

const SheetsReading &shippedSheets()
{
    static const SheetsReading reading = [] {
        QVector<SheetFile> files;
        const QDir folder(QStringLiteral(":/huiyin/sheets"));
        for (const QString &file : folder.entryList({QStringLiteral("*.toml")})) {
            files.append({file, bytesOf(folder.filePath(file))});
        }
        return readSheets(files, catalogue());
    }();
    return reading;
}

SheetReading read(const QString &path)
{
    return readSheet(bytesOf(path), path, catalogue(), shippedSheets().sheets);
}

SheetReading shipped(const QString &id)
{
    return read(QStringLiteral(":/huiyin/sheets/%1.toml").arg(id));
}

} // namespace

class TestSheet : public QObject
{
    Q_OBJECT

private slots:
    void everyShippedSheetReadsWithoutAFinding_data();
    void everyShippedSheetReadsWithoutAFinding();
    void everyFaultIsNamedWithItsLine_data();
    void everyFaultIsNamedWithItsLine();
    void everyFaultHasItsSentences();
    void cellsGoAroundTallOnes();
    void theIntakePathOfTheRecordFormBeginsWithTheTelephone();
    void theRecordFormTurnsOverBeforeTheTransfer();
    void labelsComeFromTheCatalogueUnlessTheSheetSaysOtherwise();
    void theLedgerRepeatsItsSecondRow();
    void theSchemaNamesEveryKey();
    void aVariantIsItsBaseWithItsChanges();
    void variantsAreReadInAnyOrder();
    void aVariantOfItselfIsRefused();
    void blanksOfRunningTextBecomeFieldsOfTheScreen();
    void aLetterHas28CharactersOnALine();
};

void TestSheet::everyShippedSheetReadsWithoutAFinding_data()
{
    QTest::addColumn<QString>("id");
    const QStringList files =
        QDir(QStringLiteral(":/huiyin/sheets")).entryList({QStringLiteral("*.toml")});
    QVERIFY(files.size() >= 5);
    for (const QString &file : files) {
        const QString id = file.chopped(5);
        QTest::newRow(qPrintable(id)) << id;
    }
}

void TestSheet::everyShippedSheetReadsWithoutAFinding()
{
    QFETCH(QString, id);
    const SheetReading reading = shipped(id);
    QCOMPARE(reading.findings, Findings());
    QCOMPARE(reading.sheet->id, id);
}

void TestSheet::everyFaultIsNamedWithItsLine_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(HUIYIN_TEST_DATA "/sheets"));
    for (const QString &file : folder.entryList({QStringLiteral("*.toml")})) {
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }
}

/// The first line of a broken sheet says what must be found: `# expect: code:line …`.
void TestSheet::everyFaultIsNamedWithItsLine()
{
    QFETCH(QString, file);
    const QByteArray toml = bytesOf(file);
    QStringList expected = QString::fromUtf8(toml.left(toml.indexOf('\n')))
                               .section(QLatin1Char(':'), 1)
                               .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const SheetReading reading = read(file);
    QVERIFY(!reading.sheet);
    QStringList found;
    for (const Finding &finding : reading.findings) {
        found << QStringLiteral("%1:%2").arg(finding.code).arg(finding.line);
        QVERIFY(finding.column >= 1);
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    QCOMPARE(found, expected);
}

void TestSheet::everyFaultHasItsSentences()
{
    const auto texts = Texts::load();
    QVERIFY(texts.ok());
    const QDir folder(QStringLiteral(HUIYIN_TEST_DATA "/sheets"));
    for (const QString &file : folder.entryList({QStringLiteral("*.toml")})) {
        for (const Finding &finding : read(folder.filePath(file)).findings) {
            for (const Language language : {Language::Chinese, Language::English}) {
                const QString sentence = texts->sentence(finding, language);
                QVERIFY2(sentence != finding.code && !sentence.contains(QLatin1String("{wh")) &&
                             !sentence.contains(QLatin1String("{file")),
                         qPrintable(sentence));
            }
        }
    }
}

void TestSheet::cellsGoAroundTallOnes()
{
    const Sheet sheet = *shipped(QStringLiteral("F-01")).sheet;
    const auto phone =
        std::find_if(sheet.cells.cbegin(), sheet.cells.cend(), [](const SheetCell &cell) {
            return cell.kind == CellKind::Label && cell.field == QLatin1String("phone");
        });
    QCOMPARE(phone->column, 1);
}

void TestSheet::theIntakePathOfTheRecordFormBeginsWithTheTelephone()
{
    const Sheet sheet = *shipped(QStringLiteral("F-01")).sheet;
    QStringList path;
    for (const SheetCell *cell : sheet.fastPath()) {
        path << cell->field;
    }
    QCOMPARE(path,
             QStringList({QStringLiteral("phone"),
                          QStringLiteral("complainantName"),
                          QStringLiteral("channel"),
                          QStringLiteral("kind"),
                          QStringLiteral("content"),
                          QStringLiteral("demandKinds")}));
}

void TestSheet::theRecordFormTurnsOverBeforeTheTransfer()
{
    const Sheet sheet = *shipped(QStringLiteral("F-01")).sheet;
    const auto turn = std::find_if(sheet.rows.cbegin(), sheet.rows.cend(), [](const SheetRow &row) {
        return row.breakBefore;
    });
    QCOMPARE(turn->part, QStringLiteral("routing"));
}

void TestSheet::labelsComeFromTheCatalogueUnlessTheSheetSaysOtherwise()
{
    const Sheet sheet = *shipped(QStringLiteral("F-01")).sheet;
    const auto labelOf = [&](const QString &field) {
        return std::find_if(sheet.cells.cbegin(),
                            sheet.cells.cend(),
                            [&](const SheetCell &cell) {
                                return cell.kind == CellKind::Label && cell.field == field;
                            })
            ->zh;
    };
    QCOMPARE(labelOf(QStringLiteral("phone")), catalogue().field(u"phone")->zh);
    QCOMPARE(labelOf(QStringLiteral("complainantName")), QStringLiteral("姓名"));
}

void TestSheet::theLedgerRepeatsItsSecondRow()
{
    const Sheet sheet = *shipped(QStringLiteral("F-03")).sheet;
    QCOMPARE(sheet.listRow, 1);
    QCOMPARE(sheet.headRows, 1);
}

void TestSheet::theSchemaNamesEveryKey()
{
    const QString schema = sheetSchema();
    for (const auto &keys : {sheetkeys::file(),
                             sheetkeys::sheet(),
                             sheetkeys::variant(),
                             sheetkeys::change(),
                             sheetkeys::row(),
                             sheetkeys::cell(),
                             sheetkeys::part(),
                             sheetkeys::margins()}) {
        for (const sheetkeys::Key &key : keys) {
            QVERIFY2(schema.contains(QStringLiteral("  %1 = ").arg(key.name)) &&
                         schema.contains(key.zh),
                     qPrintable(key.name));
        }
    }
}

void TestSheet::aVariantIsItsBaseWithItsChanges()
{
    const Sheet base = *shipped(QStringLiteral("F-01")).sheet;
    const QByteArray toml =
        "[sheet]\nid = \"F-01-x\"\nbase = \"F-01\"\nversion = 3\nzh = \"客户投诉表\"\n"
        "en = \"Complaint Form\"\nrule = [\"R-DST-03\"]\n"
        "[[change]]\nfield = \"address\"\nrequired = true\nzh = \"送货地址\"\n";
    const SheetReading reading =
        readSheet(toml, QStringLiteral("F-01-x.toml"), catalogue(), shippedSheets().sheets);
    QCOMPARE(reading.findings, Findings());
    QCOMPARE(reading.sheet->key(), QStringLiteral("F-01-x/3"));
    QCOMPARE(reading.sheet->zh, QStringLiteral("客户投诉表"));
    QCOMPARE(reading.sheet->cells.size(), base.cells.size());
    QCOMPARE(reading.sheet->takesComplaints(), true);
    for (qsizetype i = 0; i < base.cells.size(); ++i) {
        const SheetCell &cell = reading.sheet->cells.at(i);
        const bool changed = cell.field == QLatin1String("address");
        QCOMPARE(cell.zh, changed ? QStringLiteral("送货地址") : base.cells.at(i).zh);
        QCOMPARE(cell.required,
                 base.cells.at(i).required || (changed && cell.kind == CellKind::Field));
    }
}

void TestSheet::variantsAreReadInAnyOrder()
{
    const QByteArray variant =
        "[sheet]\nid = \"A\"\nbase = \"B\"\nversion = 1\nzh = \"甲\"\nen = \"A\"\n"
        "rule = [\"R-TOB-08\"]\n";
    const QByteArray base = QByteArray(variant)
                                .replace("\"A\"", "\"B\"")
                                .replace("base = \"B\"",
                                         "paper = \"A4\"\ncolumns = 1\nmargins = { top = 20, right "
                                         "= 18, bottom = 18, left = 25 }") +
                            "[[row]]\nheight = 9\ncells = [{ field = \"phone\" }]\n";
    const SheetsReading reading = readSheets(
        {{QStringLiteral("A.toml"), variant}, {QStringLiteral("B.toml"), base}}, catalogue());
    QCOMPARE(reading.findings, Findings());
    QCOMPARE(reading.sheets.keys(), QStringList({QStringLiteral("A"), QStringLiteral("B")}));
    QCOMPARE(reading.sheets.value(QStringLiteral("A")).cells.size(), 1);
}

void TestSheet::aVariantOfItselfIsRefused()
{
    const QByteArray variant =
        "[sheet]\nid = \"A\"\nbase = \"A\"\nversion = 1\nzh = \"甲\"\nen = \"A\"\n"
        "rule = [\"R-TOB-08\"]\n";
    const SheetsReading reading = readSheets({{QStringLiteral("A.toml"), variant}}, catalogue());
    QVERIFY(reading.sheets.isEmpty());
    QCOMPARE(reading.findings.size(), 1);
    QCOMPARE(reading.findings.first().code, QStringLiteral("sheet.base.unknown"));
}

void TestSheet::blanksOfRunningTextBecomeFieldsOfTheScreen()
{
    const QByteArray toml =
        "[sheet]\nid = \"p\"\nversion = 1\nzh = \"甲\"\nen = \"A\"\npaper = \"A4\"\ncolumns = 1\n"
        "margins = { top = 37, right = 26, bottom = 35, left = 28 }\nstyle = \"letter\"\n"
        "rule = [\"R-TOB-08\"]\n[[row]]\nheight = 10\n"
        "cells = [{ prose = [\"{organisation}付{amount:capitals}（{amount}）\", "
        "\"{decision=Accepted}\"], "
        "proseEn = [\"{organisation} {amount} {amount}\", \"{decision=Accepted}\"] }]\n";
    const SheetReading reading = readSheet(toml, QStringLiteral("p.toml"), catalogue());
    QCOMPARE(reading.findings, Findings());
    const SheetCell &cell = reading.sheet->cells.first();
    QCOMPARE(cell.kind, CellKind::Fields);
    QCOMPARE(reading.sheet->shownFields(),
             QStringList({QStringLiteral("amount"), QStringLiteral("decision")}));
}

void TestSheet::aLetterHas28CharactersOnALine()
{
    const QByteArray toml =
        "[sheet]\nid = \"p\"\nversion = 1\nzh = \"甲\"\nen = \"A\"\npaper = \"A4\"\ncolumns = 1\n"
        "margins = { top = 37, right = 26, bottom = 35, left = 28 }\nstyle = \"letter\"\n"
        "rule = [\"R-TOB-08\"]\n[[row]]\nheight = 10\ncells = [{ field = \"phone\" }]\n";
    const Sheet sheet = *readSheet(toml, QStringLiteral("p.toml"), catalogue()).sheet;
    const double character = sheet.size * 25.4 / 72;
    QVERIFY(28 * character <= 156 && 29 * character > 156);
}

QTEST_GUILESS_MAIN(TestSheet)
#include "tst_sheet.moc"
