// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/packed.h>
#include <support/windowbench.h>
#include <window/banner.h>
#include <window/importpage.h>
#include <window/panejob.h>

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// Four rows: two good ones, one without a readable date, one that stands there twice.
QString registerFile(const support::WindowBench &bench)
{
    const auto path = bench.folder() + u"/old.csv"_s;
    QFile file(path);
    const QByteArray text =
        "登记日期,投诉人,联系电话,投诉内容\n2026-02-27,张三,13800138000,送货迟到\n"
        "2026-02-27,李四,13800138001,少货\n3月32,王五,13800138002,破损\n"
        "2026-02-27,张三,13800138000,送货迟到\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write the register");
    }
    return path;
}

QString cell(const ImportPage &page, int row, int column)
{
    const auto *item = page.table()->item(row, column);
    return item ? item->text() : QString();
}

/// The row of the table whose first cell says this, -1 if none.
int rowOf(const ImportPage &page, const QString &first)
{
    for (int row = 0; row < page.table()->rowCount(); ++row) {
        if (cell(page, row, 0) == first) {
            return row;
        }
    }
    return -1;
}

} // namespace

class TestImportPage : public QObject
{
    Q_OBJECT

private slots:

    void theCheckWritesNothingAndSaysWhatIsWrongWhere()
    {
        support::WindowBench bench;
        ImportPage page(bench.shell(), registerFile(bench));
        page.start();
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Checked);
        QCOMPARE(bench.desk->reader().count({}).value(), 0);
        QCOMPARE(page.summary().refused, 1);
        QCOMPARE(page.summary().duplicate, 1);
        const int bad = rowOf(page, u"4"_s);
        QVERIFY(bad >= 0);
        QCOMPARE(cell(page, bad, 2), u"登记日期"_s);
        QVERIFY(cell(page, bad, 3).contains(u"3月32"_s));
    }

    void theWordsOfARowKeepADistanceFromItsHead()
    {
        support::WindowBench bench;
        ImportPage page(bench.shell(), registerFile(bench));
        page.resize(1200, 560);
        page.show();
        page.start();
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Checked);
        QCOMPARE(page.table()->rowViewportPosition(0), 0);
        QVERIFY(page.table()->rowHeight(0) >= page.fontMetrics().height() * 3 / 2);
        for (int column = 0; column < page.table()->columnCount(); ++column) {
            const auto alignment = page.table()->item(0, column)->textAlignment();
            QVERIFY(alignment == 0 || (alignment & Qt::AlignVCenter));
        }
    }

    void aRegisterWithoutFaultsShowsHowFarItIs()
    {
        support::WindowBench bench;
        const auto path = bench.folder() + u"/good.csv"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("登记日期,姓名,投诉内容,联系电话,类型,投诉方式\n"
                   "2026-03-02,王某,外箱破损,13800138000,投诉,电话\n");
        file.close();
        ImportPage page(bench.shell(), path);
        page.resize(1200, 560);
        page.show();
        page.start();
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Checked);
        page.table()->hide(); // as where nothing is to be looked at
        bench.holdJobs(true);
        page.take();
        const auto stops = [&page] {
            const auto buttons = page.findChildren<QPushButton *>();
            return std::any_of(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) {
                return button->isVisible() && button->text() == u"Stop"_s;
            });
        };
        QTRY_VERIFY(stops());
        bench.holdJobs(false);
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Imported);
    }

    void onlyTheGroupAskedForIsShown()
    {
        support::WindowBench bench;
        ImportPage page(bench.shell(), registerFile(bench));
        page.start();
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Checked);
        const int refused = rowOf(page, u"4"_s);
        const int twice = rowOf(page, u"5"_s);
        QVERIFY(refused >= 0 && twice >= 0);
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (button->text() == u"Refused  1"_s) {
                button->click();
            }
        }
        QVERIFY(!page.table()->isRowHidden(refused));
        QVERIFY(page.table()->isRowHidden(twice));
    }

    void theImportIsTakenBackAndTheCasesWorkedOnAreNamed()
    {
        support::WindowBench bench;
        ImportPage page(bench.shell(), registerFile(bench));
        page.start();
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Checked);
        QSignalSpy changed(bench.desk.get(), &Desk::registerChanged);
        page.take();
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Imported);
        QCOMPARE(bench.desk->reader().count({}).value(), 2);
        QCOMPARE(changed.size(), 1);

        const auto ids = bench.desk->reader().casesOfBatch(page.summary().batch).value();
        const auto worked = bench.desk->act(ids.first(), u"note"_s, {{u"text"_s, u"已核实"_s}});
        QVERIFY(worked && worked->caseFile);
        page.takeBack();
        QTRY_COMPARE(page.stage(), ImportPage::Stage::TakenBack);
        QCOMPARE(bench.desk->reader().count({}).value(), 1);
        QCOMPARE(page.table()->rowCount(), 1);
        QCOMPARE(cell(page, 0, 0), worked->caseFile->caseNo);
        QVERIFY(cell(page, 0, 2).contains(worked->caseFile->caseNo));
        QStringList wanted;
        connect(&page, &Page::caseWanted, this, [&wanted](const CaseId &id) {
            wanted.append(id.toString());
        });
        emit page.table()->itemActivated(page.table()->item(0, 0));
        QCOMPARE(wanted, QStringList{ids.first().toString()});
    }

    void anImportThatIsStoppedLeavesNothing()
    {
        support::WindowBench bench;
        const auto path = bench.folder() + u"/long.csv"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("登记日期,投诉人,联系电话,投诉内容\n");
        for (int i = 0; i < 1000; ++i) {
            const auto digits = QString::number(i).rightJustified(4, u'0');
            file.write(u"2026-02-27,客户%1,1380013%1,第%1次破损\n"_s.arg(digits).toUtf8());
        }
        file.close();
        ImportPage page(bench.shell(), path);
        page.start();
        QTRY_COMPARE_WITH_TIMEOUT(page.stage(), ImportPage::Stage::Checked, 20000);
        bench.holdJobs(true);
        page.take();
        page.findChild<PaneJob *>()->cancel();
        bench.holdJobs(false);
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Checked);
        QCOMPARE(bench.desk->reader().count({}).value(), 0);
        QVERIFY(page.state(u"form.submit"_s)->enabled);
        // Asked for and done: nothing that sounds like a fault.
        const auto cancelled = bench.shell().sentence(Error{u"store.cancelled"_s});
        QCOMPARE(page.findChild<Banner *>()->text(), cancelled);
    }

    void aStoppedCheckOffersAnother()
    {
        support::WindowBench bench;
        bench.holdJobs(true);
        ImportPage page(bench.shell(), registerFile(bench));
        page.start();
        page.findChild<PaneJob *>()->cancel();
        bench.holdJobs(false);
        QTRY_COMPARE(bench.shell().jobs.jobs().size(), 0);
        QCOMPARE(page.stage(), ImportPage::Stage::Checking);
        QVERIFY(!page.state(u"form.submit"_s)->enabled);
        page.start();
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Checked);
    }

    void aFileThatIsNoRegisterIsRefusedInOneSentence()
    {
        support::WindowBench bench;
        ImportPage page(bench.shell(), bench.folder() + u"/nowhere.csv"_s);
        page.start();
        QTRY_VERIFY(!page.findChild<Banner *>()->text().isEmpty());
        QVERIFY(!page.state(u"form.submit"_s)->enabled);
        QCOMPARE(page.table()->rowCount(), 0);
    }

    void aWorkbookOfSeveralSheetsAsksWhich()
    {
        support::WindowBench bench;
        const auto path = bench.folder() + u"/old.xlsx"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(support::packed(
            {{u"xl/workbook.xml"_s,
              R"(<workbook xmlns:r="urn:r"><sheets><sheet name="说明" r:id="a"/><sheet name="台账" r:id="b"/></sheets></workbook>)"},
             {u"xl/_rels/workbook.xml.rels"_s,
              R"(<Relationships><Relationship Id="a" Target="worksheets/a.xml"/><Relationship Id="b" Target="worksheets/b.xml"/></Relationships>)"},
             {u"xl/worksheets/a.xml"_s,
              R"(<worksheet><row><c t="str"><v>甲公司</v></c></row></worksheet>)"},
             {u"xl/worksheets/b.xml"_s,
              R"(<worksheet><row><c t="str"><v>登记日期</v></c><c t="str"><v>投诉人</v></c><c t="str"><v>投诉内容</v></c></row>
                 <row><c t="str"><v>2026-02-27</v></c><c t="str"><v>张三</v></c><c t="str"><v>送货迟到</v></c></row></worksheet>)"}}));
        file.close();
        ImportPage page(bench.shell(), path);
        auto *sheet = page.findChild<QComboBox *>();
        QVERIFY(sheet->isVisibleTo(&page));
        page.start();
        QVERIFY(!sheet->isEnabled());
        QTRY_VERIFY(!page.findChild<Banner *>()->text().isEmpty());
        QTRY_VERIFY(sheet->isEnabled());
        sheet->setFocus();
        QTest::keyClick(sheet, Qt::Key_Down);
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Checked);
        QCOMPARE(page.summary().taken + page.summary().warned, 1);
        page.take();
        QTRY_COMPARE(page.stage(), ImportPage::Stage::Imported);
        QVERIFY(!sheet->isEnabled());
    }

    void aRegisterOfOneSheetAsksNothing()
    {
        support::WindowBench bench;
        const ImportPage page(bench.shell(), registerFile(bench));
        QVERIFY(!page.findChild<QComboBox *>()->isVisibleTo(&page));
    }

    void everyReasonOfAMessyRegisterIsReadable()
    {
        support::WindowBench bench;
        ImportPage page(bench.shell(), QStringLiteral(HUIYIN_TEST_DATA "/ledger-messy.csv"));
        page.start();
        QTRY_COMPARE_WITH_TIMEOUT(page.stage(), ImportPage::Stage::Checked, 20000);
        QVERIFY(page.table()->rowCount() > 20);
        for (int row = 0; row < page.table()->rowCount(); ++row) {
            const auto words = cell(page, row, 3);
            QVERIFY2(words.endsWith(u'。'), qPrintable(words));
            QVERIFY2(!words.contains(u'{') && !words.contains(u"import."_s), qPrintable(words));
            QVERIFY(!cell(page, row, 2).isEmpty());
        }
    }
};

QTEST_MAIN(TestImportPage)
#include "tst_importpage.moc"
