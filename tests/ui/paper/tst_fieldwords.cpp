// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/casefile.h>
#include <paper/fieldwords.h>
#include <paper/masking.h>
#include <paper/rowheights.h>
#include <paper/tablepainter.h>
#include <report/casepapers.h>
#include <support/eventbuilder.h>

#include <QTemporaryDir>
#include <QTest>

#include "samples.h"

using namespace huiyin;
using namespace huiyin::paper;

class TestFieldWords : public QObject
{
    Q_OBJECT

private slots:
    void masksKeepTheKind();
    void datesPrintInTheOfficesOwnTime();
    void aRareChoiceIsTickedToo();
    void rowsShareThePage();
    void aTableRepeatsItsHeadAndLosesNoRow();
    void aWideTableTurnsThePage();
    void aFewRowsTooManyAreSetCloser_data();
    void aFewRowsTooManyAreSetCloser();
    void aHeadIsBrokenBetweenItsWords();
    void aTableTooWideForAPageGoesOnWithItsFirstColumn();
    void whoComplainedFromAfarNeedNotSign();
};

void TestFieldWords::masksKeepTheKind()
{
    QCOMPARE(maskedText(QStringLiteral("张三丰"), Privacy::Name), QStringLiteral("张**"));
    QCOMPARE(maskedText(QStringLiteral("匿名"), Privacy::Name), QStringLiteral("匿名"));
    QCOMPARE(maskedText(QStringLiteral("13800138000"), Privacy::Phone),
             QStringLiteral("138****8000"));
}

void TestFieldWords::datesPrintInTheOfficesOwnTime()
{
    const FieldWords words(catalogue(), Language::Chinese);
    QCOMPARE(words.moment(at("2024-05-06T14:05:00"), QString()),
             QStringLiteral("2024年5月6日 14时05分"));
}

void TestFieldWords::aRareChoiceIsTickedToo()
{
    const FieldWords words(catalogue(), Language::Chinese);
    SheetCell cell;
    cell.field = QStringLiteral("channel");
    cell.options = {QStringLiteral("Phone"), QStringLiteral("Other")};
    cell.optionsZh = {QStringLiteral("来电"), QStringLiteral("其他")};
    QCOMPARE(
        words.ticks(cell, QStringLiteral("Media")),
        QStringList({QStringLiteral("☐来电"), QStringLiteral("☐其他"), QStringLiteral("☑媒体")}));
}

void TestFieldWords::rowsShareThePage()
{
    const RowHeights fits{{10, 20, 40}, {14, 20, 40}, {false, true, true}};
    QCOMPARE(fits.fitted(104), QVector<double>({14, 30, 60}));
    const RowHeights crowded{{10, 20, 40}, {14, 90, 60}, {false, true, true}};
    QCOMPARE(crowded.fitted(100), QVector<double>({14, 33, 53}));
    const RowHeights ticked{{10, 20, 40}, {14, 90, 60}, {false, true, true}, {0, 45, 0}};
    QCOMPARE(ticked.fitted(100), QVector<double>({14, 45.5, 40.5}));
}

namespace {

TableDocument table(int columns, int rows)
{
    TableDocument document;
    document.id = QStringLiteral("S-01");
    document.title = QStringLiteral("投诉受理办结总表");
    document.organisation = QStringLiteral("江南市分公司");
    for (int i = 0; i < columns; ++i) {
        document.columns.append({QStringLiteral("第%1列").arg(i), 1, CellAlign::Right});
    }
    for (int row = 0; row < rows; ++row) {
        TableRow line;
        for (int i = 0; i < columns; ++i) {
            line.cells.append({QStringLiteral("%1").arg(row * 100 + i, 6, 10, QLatin1Char('0'))});
        }
        document.rows.append(line);
    }
    document.signOff = {QStringLiteral("填报人："), QStringLiteral("审核人：")};
    return document;
}

} // namespace

void TestFieldWords::aTableRepeatsItsHeadAndLosesNoRow()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("t.pdf"));
    const auto pages = writePdf(layOutTable(table(6, 90)), path);
    QVERIFY(pages.ok() && *pages > 1);
    const QString text = textOf(path);
    QCOMPARE(text.count(QStringLiteral("第0列")), *pages);
    QCOMPARE(text.count(QStringLiteral("填报人：")), 1);
    for (int row = 0; row < 90; ++row) {
        QVERIFY(text.contains(QStringLiteral("%1").arg(row * 100 + 5, 6, 10, QLatin1Char('0'))));
    }
}

void TestFieldWords::aWideTableTurnsThePage()
{
    QCOMPARE(layOutTable(table(6, 3)).paper, QSizeF(210, 297));
    QCOMPARE(layOutTable(table(14, 3)).paper, QSizeF(297, 210));
}

void TestFieldWords::aFewRowsTooManyAreSetCloser_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pages");
    for (int rows = 12; rows <= 19; ++rows) {
        QTest::addRow("%d rows", rows) << rows << 1;
    }
    for (int rows = 23; rows <= 60; ++rows) {
        QTest::addRow("%d rows", rows) << rows << (rows < 34 ? 2 : 0);
    }
}

/// No page begins with the total alone, and none holds nothing but the places to sign.
void TestFieldWords::aFewRowsTooManyAreSetCloser()
{
    QFETCH(int, rows);
    QFETCH(int, pages);
    TableDocument document = table(6, rows);
    document.landscape = true;
    document.check = QStringLiteral("核对：1 ＋ 1 ＝ 2");
    document.notes = {QStringLiteral("计数口径。"), QStringLiteral("打印时间。")};
    const InkDocument laid = layOutTable(document);
    if (pages > 0) {
        QCOMPARE(laid.pages.size(), pages);
    }
    QSet<double> lines;
    for (const InkText &text : laid.pages.last().texts) {
        if (text.line.text.size() == 6 && text.line.text.toInt() > 0) {
            lines.insert(text.at.y());
        }
        QVERIFY(text.line.pt >= 8);
        QVERIFY(text.at.y() < 210 - 10);
    }
    QVERIFY2(lines.size() >= 4, qPrintable(QString::number(lines.size())));
    QCOMPARE(laid.pages.last().texts.last().line.text.startsWith(QStringLiteral("第 ")), true);
}

void TestFieldWords::aHeadIsBrokenBetweenItsWords()
{
    TableDocument document = table(12, 3);
    document.columns[3].head = QStringLiteral("Satisfaction");
    document.columns[4].head = QStringLiteral("占比变化（百分点）");
    QStringList words;
    const InkDocument laid = layOutTable(document);
    for (const InkText &text : laid.pages.first().texts) {
        words.append(text.line.text);
    }
    QVERIFY2(words.contains(QStringLiteral("Satisfaction")),
             qPrintable(words.join(QLatin1Char('|'))));
    QVERIFY2(words.contains(QStringLiteral("占比变化")) &&
                 words.contains(QStringLiteral("（百分点）")),
             qPrintable(words.join(QLatin1Char('|'))));
}

void TestFieldWords::aTableTooWideForAPageGoesOnWithItsFirstColumn()
{
    const int columns = 50;
    const int rows = 12;
    TableDocument wide = table(columns, rows);
    wide.groups = {{QStringLiteral("单位"), 1}, {QStringLiteral("全部栏目"), columns - 1}};
    wide.rows.append({{{QStringLiteral("合计"), 1}, {QStringLiteral("略"), columns - 1}}, true});
    const InkDocument document = layOutTable(wide);
    QCOMPARE(document.paper, QSizeF(297, 210));
    QVERIFY(document.pages.size() > 1);
    QStringList lines;
    for (const InkPage &page : document.pages) {
        QStringList here;
        for (const auto &ink : page.texts) {
            QVERIFY(ink.at.x() >= 20 && ink.at.x() + ink.line.width <= 297 - 20 + 0.1);
            here.append(ink.line.text);
        }
        QCOMPARE(here.count(QStringLiteral("单位")), 1);
        QCOMPARE(here.count(QStringLiteral("全部栏目")), 1);
        for (int row = 0; row < rows; ++row) {
            QCOMPARE(here.count(QStringLiteral("%1").arg(row * 100, 6, 10, QLatin1Char('0'))), 1);
        }
        lines += here;
    }
    for (int row = 0; row < rows; ++row) {
        for (int i = 1; i < columns; ++i) {
            QCOMPARE(lines.count(QStringLiteral("%1").arg(row * 100 + i, 6, 10, QLatin1Char('0'))),
                     1);
        }
    }
    QCOMPARE(lines.count(QStringLiteral("填报人：")), 1);
    const auto total = document.pages.size();
    QVERIFY(lines.join(u' ').contains(QStringLiteral("第 %1 页 共 %1 页").arg(total)));
}

void TestFieldWords::whoComplainedFromAfarNeedNotSign()
{
    const auto signatureOf = [](const char *channel, const QJsonValue &sign = {}) {
        QJsonObject fields{{QStringLiteral("channel"), QString::fromLatin1(channel)}};
        if (!sign.isNull()) {
            fields.insert(QStringLiteral("complainantSign"), sign);
        }
        support::EventBuilder events;
        events.add(event::kCaseOpened,
                   at("2026-03-02T09:00:00"),
                   {{QStringLiteral("fields"), fields},
                    {QStringLiteral("stage"), QStringLiteral("Accepted")}});
        const Regulation regulation;
        const auto papers = casePapers(*fold(events.events()),
                                       sheet(QStringLiteral("F-01")),
                                       {regulation, catalogue(), sheets()});
        const auto words =
            FieldWords(catalogue(), Language::Chinese)
                .signature(papers.first().fields.value(QStringLiteral("complainantSign")));
        return words.name + words.date.simplified().remove(u' ');
    };
    QCOMPARE(signatureOf("Phone"), QStringLiteral("电话/网络投诉，免签"));
    QCOMPARE(signatureOf("Web"), QStringLiteral("电话/网络投诉，免签"));
    QVERIFY(signatureOf("Visit").contains(QStringLiteral("年")));
    QVERIFY(!signatureOf("Visit").contains(QStringLiteral("免签")));
    QVERIFY(signatureOf("Phone", QStringLiteral("张三")).startsWith(QStringLiteral("张三")));

    const Sheet form = sheet(QStringLiteral("F-01"));
    SheetValues values = valuesFor(form, Fill::Typical);
    values.fields.insert(QStringLiteral("complainantSign"),
                         QJsonObject{{QStringLiteral("waived"), true}});
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f.pdf"));
    QVERIFY(writePdf(layOutSheet(form, catalogue(), values), path).ok());
    QVERIFY(textOf(path).contains(QStringLiteral("免签")));
}

QTEST_MAIN(TestFieldWords)
#include "tst_fieldwords.moc"
