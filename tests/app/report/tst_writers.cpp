// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/guardedcell.h>
#include <desk/registerfile.h>
#include <report/tables.h>
#include <report/writers.h>

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <zlib.h>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// One member of a zip file, unpacked.
QByteArray member(const QByteArray &zip, const QByteArray &name)
{
    const auto number = [&](qsizetype at, int bytes) {
        quint32 value = 0;
        for (int i = bytes - 1; i >= 0; --i) {
            value = value << 8 | static_cast<quint8>(zip.at(at + i));
        }
        return static_cast<qsizetype>(value);
    };
    for (qsizetype at = zip.indexOf("PK\x01\x02"); at >= 0;
         at = zip.indexOf("PK\x01\x02", at + 4)) {
        if (zip.mid(at + 46, number(at + 28, 2)) != name) {
            continue;
        }
        const qsizetype local = number(at + 42, 4);
        QByteArray packed =
            zip.mid(local + 30 + number(local + 26, 2) + number(local + 28, 2), number(at + 20, 4));
        QByteArray bytes(number(at + 24, 4), Qt::Uninitialized);
        z_stream stream{};
        stream.next_in = reinterpret_cast<Bytef *>(packed.data());
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
        stream.avail_out = static_cast<uInt>(bytes.size());
        constexpr int kBareStream = -15;
        if (inflateInit2(&stream, kBareStream) != Z_OK ||
            inflate(&stream, Z_FINISH) != Z_STREAM_END) {
            qFatal("no deflated member");
        }
        inflateEnd(&stream);
        return bytes;
    }
    return {};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A table of every kind of cell.
TableDocument mixedTable()
{
    TableDocument table;
    table.title = QStringLiteral("清单");
    table.columns = {{QStringLiteral("编号")},
                     {QStringLiteral("日期")},
                     {QStringLiteral("件")},
                     {QStringLiteral("率")},
                     {QStringLiteral("元")}};
    TableCell day{QStringLiteral("2026-03-05")};
    day.day = *Day::parse(u"2026-03-05");
    table.rows = {{{{QStringLiteral("=HYPERLINK(1)")},
                    day,
                    {QStringLiteral("3"), 1, false, {}, 3.0},
                    {QStringLiteral("40.00%"), 1, false, {}, 0.4},
                    {QStringLiteral("1,234.50"), 1, false, {}, 1234.5}},
                   false},
                  {{{QStringLiteral("合计"), 5, true}}, true}};
    table.notes = {QStringLiteral("注")};
    return table;
}

} // namespace

class TestWriters : public QObject
{
    Q_OBJECT

private slots:

    void writesSpreadsheetCellsSafely_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << "王某"
                               << "王某";
        QTest::newRow("comma") << "a,b"
                               << "\"a,b\"";
        QTest::newRow("quote") << "说\"好\""
                               << "\"说\"\"好\"\"\"";
        QTest::newRow("two lines") << "a\nb"
                                   << "\"a\nb\"";
        QTest::newRow("formula") << "=1+1"
                                 << "'=1+1";
        QTest::newRow("command") << "@SUM(A1)"
                                 << "'@SUM(A1)";
        QTest::newRow("full-width formula") << "＝cmd"
                                            << "'＝cmd";
        QTest::newRow("tab before formula") << "\t=1"
                                            << "\"'\t=1\"";
        QTest::newRow("foreign phone") << "+86-138"
                                       << "'+86-138";
        QTest::newRow("negative number") << "-12.50"
                                         << "-12.50";
        QTest::newRow("mobile") << "13800138000"
                                << "13800138000";
        QTest::newRow("leading zero") << "057188886666"
                                      << "\"\t057188886666\"";
        QTest::newRow("long digits") << "330102199001011234"
                                     << "\"\t330102199001011234\"";
    }

    void writesSpreadsheetCellsSafely()
    {
        QFETCH(QString, cell);
        QFETCH(QString, written);
        QCOMPARE(QString::fromUtf8(spreadsheetLine({cell})), written + QStringLiteral("\r\n"));
    }

    /// Whatever stands in a cell comes back from our own file as it was, apostrophes of its own
    /// too. No text of a case holds a carriage return.
    void everyCellComesBackAsItWas()
    {
        QRandomGenerator random(20261122);
        const QString alphabet = u"'''==+-@\t\n\"，,;0123456789 ＝张a"_s;
        for (int i = 0; i < 20'000; ++i) {
            QString cell;
            for (int length = random.bounded(8); length > 0; --length) {
                cell += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            }
            const QString guarded = guardedCell(cell);
            QVERIFY2(!isRunnable(guarded) || guarded.startsWith(u"\t0"_s) || guarded.size() > 12,
                     qPrintable(guarded));
            QCOMPARE(unguardedCell(guarded), cell);
            RegisterReader reader(QString::fromUtf8(spreadsheetLine({u"x"_s, cell, u"y"_s})), u',');
            const auto record = reader.next();
            QVERIFY(record && record->cells.size() == 3);
            QCOMPARE(unguardedCell(record->cells.at(1)), cell);
        }
    }

    void saysHowAFigureChanged_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("before");
        QTest::addColumn<QString>("text");
        QTest::newRow("up") << qint64{9} << qint64{8} << "↑12.50";
        QTest::newRow("down") << qint64{2} << qint64{3} << "↓33.33";
        QTest::newRow("same") << qint64{5} << qint64{5} << "0.00";
        QTest::newRow("from nothing") << qint64{5} << qint64{0} << "—";
    }

    void saysHowAFigureChanged()
    {
        QFETCH(qint64, now);
        QFETCH(qint64, before);
        QTEST(changeText(now, before), "text");
    }

    void printsADashForNoDenominator() { QCOMPARE(percentText(share(0, 0)), QStringLiteral("—")); }

    void printsYuanOfFen() { QCOMPARE(moneyText(-123456), QStringLiteral("-1,234.56")); }

    void escapesWordsInHtml()
    {
        TableDocument table;
        table.title = QStringLiteral("<script>");
        const QByteArray html = tableHtml(table);
        QVERIFY(html.contains("&lt;script&gt;"));
        QVERIFY(!html.contains("<script>"));
    }

    void leavesTheOldFileWhenItCannotWrite()
    {
        const QTemporaryDir dir;
        const auto done = writeWhole(dir.filePath(QStringLiteral("missing/table.csv")), "x");
        QCOMPARE(done.error().code, QStringLiteral("report.write"));
    }

    void aSpreadsheetHoldsDatesNumbersAndWordsAsSuch()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("table.xlsx"));
        QVERIFY(writeTableXlsx(mixedTable(), path).ok());
        const QByteArray zip = bytesOf(path);
        const QByteArray sheet = member(zip, "xl/worksheets/sheet1.xml");
        const QByteArray styles = member(zip, "xl/styles.xml");
        QVERIFY(!sheet.contains("<f>")); // no formula
        QVERIFY(sheet.contains("<is><t>=HYPERLINK(1)</t></is>"));
        QVERIFY(sheet.contains("<v>46086</v>")); // 2026-03-05
        QVERIFY(sheet.contains("<v>0.4</v>"));
        QVERIFY(sheet.contains("<v>1234.5</v>"));
        for (const char *shape : {"\"yyyy-mm-dd\"", "\"0.00%\"", "\"#,##0.00\"", "\"@\""}) {
            QVERIFY2(styles.contains(shape), shape);
        }
    }

    void aSpreadsheetIsReadyToFilterAndPrint()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("table.xlsx"));
        QVERIFY(writeTableXlsx(mixedTable(), path).ok());
        const QByteArray zip = bytesOf(path);
        const QByteArray sheet = member(zip, "xl/worksheets/sheet1.xml");
        // Title in row 1, heads in row 2, one row, the total, the note.
        QVERIFY(sheet.contains("<autoFilter ref=\"A2:E3\"/>"));
        QVERIFY(sheet.contains("ySplit=\"2\""));
        QVERIFY(sheet.contains(
            "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\""));
        QVERIFY(sheet.contains("<cols>"));
        QVERIFY(member(zip, "xl/workbook.xml").contains("Print_Titles"));
        QVERIFY(member(zip, "xl/workbook.xml").contains("$2:$2"));
    }

    void aSpreadsheetSaysWhatItHolds()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("table.xlsx"));
        QVERIFY(writeTableXlsx(mixedTable(),
                               path,
                               {{QStringLiteral("说明"), {}},
                                {QStringLiteral("筛选"), QStringLiteral("2026年3月")}})
                    .ok());
        const QByteArray zip = bytesOf(path);
        QVERIFY(member(zip, "xl/workbook.xml").contains("name=\"说明\""));
        const QByteArray page = member(zip, "xl/worksheets/sheet2.xml");
        QVERIFY(page.contains("筛选"));
        QVERIFY(page.contains("2026年3月"));
    }

    void charactersXmlHasNoPlaceForAreLeftOut()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("table.xlsx"));
        TableDocument table = mixedTable();
        const QString words = QStringLiteral("甲") + QChar(0x01) + QChar(0x1B) + QChar(0xFFFE) +
                              QStringLiteral("𠮷😀乙");
        table.notes.append(words);
        QVERIFY(writeTableXlsx(table, path, {{QStringLiteral("说明"), {}}, {words, words}}).ok());
        const QByteArray zip = bytesOf(path);
        for (const char *page : {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}) {
            QXmlStreamReader xml(member(zip, page));
            QString read;
            while (!xml.atEnd()) {
                xml.readNext();
                read += xml.text();
            }
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            QVERIFY(read.contains(QStringLiteral("甲𠮷😀乙")));
        }
    }

    void aSheetLeftUnfinishedLeavesNoFile()
    {
        const QTemporaryDir dir;
        {
            XlsxSheet sheet(dir.filePath(QStringLiteral("table.xlsx")), QStringLiteral("1"));
            sheet.heading({QStringLiteral("编号")});
            sheet.text(QStringLiteral("TS1"));
            sheet.endRow();
        }
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList());
    }

    void pastedWordsStayWords()
    {
        const QByteArray html = cellsHtml(mixedTable());
        QVERIFY(html.contains("<td class=\"center text\" sdnum=\"2052;0;@\">=HYPERLINK(1)</td>"));
        QVERIFY(html.contains("<td class=\"center\">3</td>"));
        QVERIFY(html.contains("mso-number-format:'\\@'"));
        QVERIFY(!html.contains("编号")); // heads only where they are asked for
    }

    void pastedLinesRunNothing()
    {
        TableDocument table;
        table.columns = {{QStringLiteral("编号\n类型")}, {QStringLiteral("件")}};
        table.rows = {
            {{TableCell{QStringLiteral("=1+1")}, TableCell{QStringLiteral("@a\tb\nc")}}, false},
            {{TableCell{QStringLiteral("-5"), 2}}, true}};
        QCOMPARE(tableText(table, true), QStringLiteral("编号类型\t件\n'=1+1\t'@a b c\n-5\t\n"));
        QCOMPARE(tableText(table, false), QStringLiteral("'=1+1\t'@a b c\n-5\t\n"));
    }

    void aSpreadsheetShowsChangesAndThousandthsAsTheTableDoes()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("table.xlsx"));
        TableDocument table;
        table.columns = {
            {QStringLiteral("环比")}, {QStringLiteral("投诉率")}, {QStringLiteral("均")}};
        table.rows = {{{TableCell{QStringLiteral("↓12.50"), 1, false, {}, -12.5},
                        TableCell{QStringLiteral("3.25‰"), 1, false, {}, 3.25},
                        TableCell{QStringLiteral("2.5"), 1, false, {}, 2.47}},
                       false}};
        QVERIFY(writeTableXlsx(table, path).ok());
        const QByteArray zip = bytesOf(path);
        QVERIFY(member(zip, "xl/worksheets/sheet1.xml").contains("<v>-12.5</v>"));
        const QByteArray styles = member(zip, "xl/styles.xml");
        for (const char *shape : {"↑", "0.00&quot;‰&quot;", "\"0.0\""}) {
            QVERIFY2(styles.contains(shape), shape);
        }
    }

    void writesAWholeXlsx()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("table.xlsx"));
        TableDocument table;
        table.columns = {{QStringLiteral("类型")}, {QStringLiteral("件")}};
        table.rows = {
            {{{QStringLiteral("=1+1")}, {QStringLiteral("3"), 1, false, {}, 3.0}}, false}};
        QVERIFY(writeTableXlsx(table, path).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("PK"));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files),
                 QStringList{QStringLiteral("table.xlsx")});
    }
};

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
