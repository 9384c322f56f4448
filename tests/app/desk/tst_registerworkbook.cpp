// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerworkbook.h>
#include <support/packed.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

QByteArray sheetOf(const QByteArray &rows)
{
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

/// Two sheets, the first one hidden; style 1 is a date, 2 a built-in date and time, 3 an elapsed
/// time, 4 money.
Parts workbook(const QByteArray &rows)
{
    return {
        {u"xl/workbook.xml"_s,
         R"(<workbook xmlns:r="urn:relations"><workbookPr/><sheets>
            <sheet name="旧的" sheetId="1" state="hidden" r:id="rId1"/>
            <sheet name="台账" sheetId="2" r:id="rId2"/></sheets></workbook>)"},
        {u"xl/_rels/workbook.xml.rels"_s,
         R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>)"},
        {u"xl/styles.xml"_s,
         R"x(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
            <numFmt numFmtId="165" formatCode="[h]:mm"/>
            <numFmt numFmtId="166" formatCode="&quot;days &quot;#,##0.00_);[Red](0)"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/>
            <xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>)x"},
        {u"xl/sharedStrings.xml"_s,
         R"(<sst><si><t>投诉人</t></si><si><r><t>服务</t></r><r><t>态度</t></r><rPh><t>fu wu</t></rPh></si>
            <si><t>一行_x000D_
二行</t></si></sst>)"},
        {u"xl/worksheets/sheet1.xml"_s, sheetOf(R"(<row r="1"><c t="s"><v>0</v></c></row>)")},
        {u"xl/worksheets/sheet2.xml"_s, sheetOf(rows)}};
}

Result<QVector<RegisterRecord>> recordsOf(const Parts &parts, const QString &sheet = {})
{
    return workbookRecords(packed(parts), sheet, u"台账.xlsx"_s);
}

QString faultOf(const Parts &parts, const QString &sheet = {})
{
    const auto records = recordsOf(parts, sheet);
    return records ? QString() : records.error().code;
}

} // namespace

class TestRegisterWorkbook : public QObject
{
    Q_OBJECT

private slots:

    void aCellReadsAsPeopleWriteIt_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *cell, const QString &text) {
            QTest::newRow(name) << QByteArray(cell) << text;
        };
        row("shared text", R"(<c t="s"><v>0</v></c>)", u"投诉人"_s);
        row("runs without their sound", R"(<c t="s"><v>1</v></c>)", u"服务态度"_s);
        row("lines", R"(<c t="s"><v>2</v></c>)", u"一行\n二行"_s);
        row("no such shared text", R"(<c t="s"><v>9</v></c>)", QString());
        row("inline text", R"(<c t="inlineStr"><is><t>张三</t></is></c>)", u"张三"_s);
        row("phone as a number", "<c><v>13800138000</v></c>", u"13800138000"_s);
        row("phone with an exponent", "<c><v>1.3800138E10</v></c>", u"13800138000"_s);
        row("decimals", "<c><v>0.1</v></c>", u"0.1"_s);
        row("money", R"(<c s="4"><v>12.5</v></c>)", u"12.5"_s);
        row("date", R"(<c s="1"><v>45689</v></c>)", u"2025-02-01"_s);
        row("date and time", R"(<c s="2"><v>45689.4375</v></c>)", u"2025-02-01 10:30"_s);
        row("seconds", R"(<c s="2"><v>45689.437511574</v></c>)", u"2025-02-01 10:30:01"_s);
        row("time", R"(<c s="3"><v>0.4375</v></c>)", u"10:30"_s);
        row("beyond the calendar", R"(<c s="1"><v>99999999</v></c>)", u"99999999"_s);
        row("no number in a cell of dates", R"(<c s="1"><v>abc</v></c>)", u"abc"_s);
        row("ISO date", R"(<c t="d"><v>2025-02-01T10:30:00</v></c>)", u"2025-02-01 10:30:00"_s);
        row("yes", R"(<c t="b"><v>1</v></c>)", u"是"_s);
        row("no", R"(<c t="b"><v>0</v></c>)", u"否"_s);
        row("formula", R"(<c t="str"><f>A1&amp;B1</f><v>甲乙</v></c>)", u"甲乙"_s);
        row("error", R"(<c t="e"><v>#N/A</v></c>)", u"#N/A"_s);
    }

    void aCellReadsAsPeopleWriteIt()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, text);
        const auto records =
            recordsOf(workbook("<row>" + cell + R"(<c t="str"><v>末</v></c></row>)"));
        QVERIFY2(records.ok(), records ? "" : qPrintable(records.error().code));
        QCOMPARE(records->constFirst().cells, (QStringList{text, u"末"_s}));
    }

    void daysOfTheOtherCalendarAreLater()
    {
        Parts parts = workbook(R"(<row><c s="1"><v>44227</v></c></row>)");
        parts[u"xl/workbook.xml"_s].replace("<workbookPr/>", R"(<workbookPr date1904="1"/>)");
        QCOMPARE(recordsOf(parts)->constFirst().cells, QStringList{u"2025-02-01"_s});
    }

    void rowsKeepTheirNumbersAndCellsTheirColumns()
    {
        const auto records = recordsOf(workbook(
            R"(<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>
               <row r="3"><c r="A3" s="1"/></row>
               <row r="7"><c r="AA7"><v>3</v></c><c><v>4</v></c></row>)"));
        QVERIFY(records.ok());
        QCOMPARE(records->size(), 2);
        QCOMPARE(records->at(0).line, 2);
        QCOMPARE(records->at(0).cells, (QStringList{QString(), u"1"_s, QString(), u"2"_s}));
        QCOMPARE(records->at(1).line, 7);
        QCOMPARE(records->at(1).cells.size(), 28);
        QCOMPARE(records->at(1).cells.mid(26), (QStringList{u"3"_s, u"4"_s}));
    }

    void theFirstSheetInSightIsReadOrTheOneNamed()
    {
        const Parts parts = workbook("<row><c><v>2</v></c></row>");
        QCOMPARE(recordsOf(parts)->constFirst().cells, QStringList{u"2"_s});
        QCOMPARE(recordsOf(parts, u"旧的"_s)->constFirst().cells, QStringList{u"投诉人"_s});
        const auto unknown = recordsOf(parts, u"2025"_s);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, u"import.sheet.unknown"_s);
        QCOMPARE(unknown.error().args.value(u"known"_s), u"旧的、台账"_s);
    }

    void theSheetsInSightAreListed()
    {
        QTemporaryDir dir;
        const auto listed = [&](const QByteArray &bytes) {
            QFile file(dir.filePath(u"a.xlsx"_s));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
                           file.flush()
                       ? workbookSheets(file.fileName())
                       : QStringList{u"cannot write"_s};
        };
        Parts parts = workbook({});
        QCOMPARE(listed(packed(parts)), QStringList{u"台账"_s});
        parts[u"xl/workbook.xml"_s].replace("hidden", "visible");
        QCOMPARE(listed(packed(parts)), (QStringList{u"旧的"_s, u"台账"_s}));
        QCOMPARE(listed("登记日期,投诉人"), QStringList());
        QCOMPARE(workbookSheets(dir.filePath(u"none.xlsx"_s)), QStringList());
    }

    void aWorkbookMayDoWithoutStylesAndSharedTexts()
    {
        Parts parts = workbook("<row><c><v>2</v></c></row>");
        parts.remove(u"xl/styles.xml"_s);
        parts.remove(u"xl/sharedStrings.xml"_s);
        QCOMPARE(recordsOf(parts)->constFirst().cells, QStringList{u"2"_s});
    }

    void whatIsNoWholeWorkbookIsSaidSo()
    {
        const Parts whole = workbook("<row><c><v>2</v></c></row>");
        Parts parts = whole;
        parts.remove(u"xl/worksheets/sheet2.xml"_s);
        QCOMPARE(faultOf(parts), u"import.workbook"_s);
        parts = whole;
        parts[u"xl/worksheets/sheet2.xml"_s].chop(20);
        QCOMPARE(faultOf(parts), u"import.workbook"_s);
        parts = whole;
        parts[u"xl/sharedStrings.xml"_s] = "<sst><si></sst>";
        QCOMPARE(faultOf(parts), u"import.workbook"_s);
        parts = whole;
        parts.remove(u"xl/_rels/workbook.xml.rels"_s);
        QCOMPARE(faultOf(parts), u"import.workbook"_s);
        QCOMPARE(faultOf({{u"content.xml"_s, "<office/>"}}), u"import.format"_s);
        const QByteArray bytes = packed(whole);
        const auto cut = workbookRecords(bytes.left(bytes.size() / 2), {}, u"a.xlsx"_s);
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, u"import.workbook"_s);
    }

    void aTextFarToTheRightIsRefused()
    {
        QCOMPARE(faultOf(workbook(R"(<row><c r="ZZZ1"><v>2</v></c></row>)")),
                 u"import.workbook.tooLarge"_s);
        QCOMPARE(faultOf(workbook(R"(<row><c r="ZZZZZZZZZZ1"><v>2</v></c></row>)")),
                 u"import.workbook.tooLarge"_s);
    }
};

QTEST_GUILESS_MAIN(TestRegisterWorkbook)
#include "tst_registerworkbook.moc"
