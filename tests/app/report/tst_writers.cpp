// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tables.h>
#include <report/writers.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace huiyin;

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
