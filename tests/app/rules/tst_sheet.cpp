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

SheetReading shipped(const QString &id)
{
    const QString path = QStringLiteral(":/huiyin/sheets/%1.toml").arg(id);
    return readSheet(bytesOf(path), path, catalogue());
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
    const SheetReading reading = readSheet(toml, file, catalogue());
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
        for (const Finding &finding :
             readSheet(bytesOf(folder.filePath(file)), file, catalogue()).findings) {
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

QTEST_GUILESS_MAIN(TestSheet)
#include "tst_sheet.moc"
