// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <support/windowbench.h>
#include <window/banner.h>
#include <window/caselistpage.h>
#include <window/inkview.h>
#include <window/panejob.h>
#include <window/reportpage.h>
#include <window/soldpane.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QListWidget>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

void record(support::WindowBench &bench, const QString &name, const QString &received = {})
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, name},
                    {u"phone"_s, u"13800138000"_s},
                    {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};
    if (!received.isEmpty()) {
        draft.fields.insert(u"receivedAt"_s, received);
    }
    draft.sheet = u"F-01/1"_s;
    const auto outcome = bench.desk->record(draft);
    if (!outcome || !outcome->caseFile) {
        qFatal("not recorded");
    }
}

QPushButton *button(const QWidget &page, const QString &words)
{
    for (auto *one : page.findChildren<QPushButton *>()) {
        if (one->text() == words) {
            return one;
        }
    }
    return nullptr;
}

QString said(const ReportPage &page)
{
    QString words;
    for (const auto *banner : page.findChildren<Banner *>()) {
        words += banner->isVisibleTo(&page) ? banner->text() : QString();
    }
    return words;
}

} // namespace

class TestReportPage : public QObject
{
    Q_OBJECT

private slots:

    void theWindowIsFreeWhileAPeriodIsCounted()
    {
        support::WindowBench bench;
        record(bench, u"王某"_s);
        bench.holdJobs(true);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 4));
        QVERIFY(page.counting());
        QVERIFY(!page.table());
        QVERIFY(!page.state(u"case.print"_s)->enabled);
        QVERIFY(!page.state(u"case.print"_s)->reason.isEmpty());
        bench.holdJobs(false);
        QTRY_VERIFY(page.table());
        QVERIFY(!page.counting());
        QVERIFY(page.table()->checkHolds);
        QVERIFY(!page.marks().isEmpty());
        QVERIFY(page.state(u"case.print"_s)->enabled);
    }

    void aLaterPeriodReplacesTheOneBeingCounted()
    {
        support::WindowBench bench;
        record(bench, u"王某"_s);
        bench.holdJobs(true);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 4));
        page.setPeriod(Period::month(2025, 12));
        QSignalSpy ended(page.findChild<PaneJob *>(), &PaneJob::ended);
        bench.holdJobs(false);
        QTRY_COMPARE(bench.shell().jobs.jobs().size(), 0);
        QVERIFY(page.table());
        QCOMPARE(ended.size(), 1);
        QVERIFY(page.table()->period.contains(u"2025"_s));
    }

    void aStoppedCountNeverShows()
    {
        support::WindowBench bench;
        record(bench, u"王某"_s);
        bench.holdJobs(true);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 4));
        auto *busy = page.findChild<PaneJob *>();
        busy->cancel();
        QVERIFY(!page.counting());
        QVERIFY(!said(page).isEmpty());
        bench.holdJobs(false);
        QTRY_COMPARE(bench.shell().jobs.jobs().size(), 0);
        QVERIFY(!page.table());
        QVERIFY(page.findChild<InkView *>()->document().pages.isEmpty());
        button(page, u"Count again"_s)->click();
        QTRY_VERIFY(page.table());
    }

    void theBusyStateStaysInThePaneOfThePreview()
    {
        support::WindowBench bench;
        bench.holdJobs(true);
        ReportPage page(bench.shell());
        page.resize(1000, 600);
        page.show();
        auto *busy = page.findChild<PaneJob *>();
        QVERIFY(!busy->isVisible());
        QTRY_VERIFY(busy->isVisible());
        QCOMPARE(busy->parentWidget(), page.findChild<InkView *>());
        QVERIFY(page.findChild<QListWidget *>()->isEnabled());
        bench.holdJobs(false);
        QTRY_VERIFY(!busy->isVisible());
    }

    void theLedgerIsReadWhenItIsLookedAt()
    {
        support::WindowBench bench;
        record(bench, u"王某"_s);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 4));
        QTRY_VERIFY(page.table());
        auto *list = page.findChild<QListWidget *>();
        list->setCurrentRow(list->count() - 1);
        QTRY_VERIFY(!page.counting());
        QVERIFY(!page.table());
        QVERIFY(page.state(u"file.pdf"_s)->enabled);
        list->setCurrentRow(0);
        QTRY_VERIFY(page.table());
    }

    void unitsSoldAreEnteredBesideTheTableThatReckonsWithThem()
    {
        support::WindowBench bench;
        record(bench, u"王某"_s);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 3));
        QTRY_VERIFY(page.table());
        auto *open = button(page, u"Units sold…"_s);
        QVERIFY(!open->isVisibleTo(&page));
        auto *list = page.findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole) == u"S-06"_s) {
                list->setCurrentRow(row);
            }
        }
        QVERIFY(open->isVisibleTo(&page));
        open->click();
        auto *pane = page.findChild<SoldPane *>();
        QVERIFY(pane->isVisibleTo(&page));
        const auto type = [&](const QString &quantity) {
            pane->table()->item(0, 0)->setText(u"水壶"_s);
            pane->table()->item(0, 1)->setText(quantity);
            return pane->record();
        };
        QVERIFY(!type(u"很多"_s));
        QVERIFY(said(page).contains(u"很多"));
        QVERIFY(type(u"1200"_s));
        const auto units = soldUnits(bench.desk->reader());
        QCOMPARE(units->value(u"2026-03"_s).value(u"水壶"_s), 1200);
        button(page, u"Back to the report"_s)->click();
        QVERIFY(!pane->isVisibleTo(&page));
        QTRY_VERIFY(page.table());
    }

    void figuresOfASpreadsheetArePastedIntoTheirCells()
    {
        support::WindowBench bench;
        SoldPane pane(bench.shell());
        pane.open(u"2026-03"_s, {});
        pane.table()->setCurrentCell(0, 0);
        QApplication::clipboard()->setText(u"水壶\t1,200\n茶杯\t7\n"_s);
        QTest::keySequence(pane.table(), QKeySequence::Paste);
        QCOMPARE(pane.table()->rowCount(), 3); // and one to type into
        QVERIFY(pane.record());
        const auto units = soldUnits(bench.desk->reader())->value(u"2026-03"_s);
        QCOMPARE(units.value(u"水壶"_s), 1200);
        QCOMPARE(units.value(u"茶杯"_s), 7);
    }

    void aMonthIsClosedOnceThePersonHasConfirmedIt()
    {
        support::WindowBench bench;
        record(bench, u"王某"_s, u"2026-03-20T10:00:00"_s);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 4));
        QTRY_VERIFY(page.table());
        auto *close = button(page, u"Close 2026-03…"_s);
        QVERIFY(close != nullptr &&
                !close->isVisibleTo(&page)); // it is another month that is shown
        page.setPeriod(Period::month(2026, 3));
        QTRY_VERIFY(page.table());
        QVERIFY(close->isVisibleTo(&page));
        close->click();
        QVERIFY(closedMonths(bench.desk->reader())->isEmpty()); // only asked
        QVERIFY(!said(page).isEmpty());
        button(page, u"Close 2026-03"_s)->click();
        QTRY_COMPARE(closedMonths(bench.desk->reader())->keys(), QStringList{u"2026-03"_s});
        QTRY_VERIFY(page.table() && !page.counting());
        QVERIFY(!close->isVisibleTo(&page));
        QVERIFY(page.table()->notes.join(QString()).contains(u"已由"_s));
    }

    void thePapersForAMeetingAreOneFile()
    {
        support::WindowBench bench;
        record(bench, u"王某"_s, u"2026-03-20T10:00:00"_s);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 3));
        QTRY_VERIFY(page.table());
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"meeting.pdf"_s);
        button(page, u"Meeting papers…"_s)->click();
        auto *dialog = page.findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr);
        emit dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(said(page).contains(path));
        QFile pdf(path);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
        // The pages bear the numbers of the contents, though each table counts its own.
        QProcess text;
        text.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        QVERIFY(text.waitForFinished());
        const QStringList pages = QString::fromUtf8(text.readAllStandardOutput()).split(u'\f');
        QVERIFY(pages.size() > 3);
        for (qsizetype i = 1; i + 1 < pages.size(); ++i) {
            QVERIFY2(pages.at(i).contains(QRegularExpression(
                         u"(Meeting papers, page %1 of|会议材料 第 *%1 *页)"_s.arg(i + 1))),
                     qPrintable(pages.at(i)));
        }
    }

    void aTableIsCopiedWithOrWithoutItsHeads()
    {
        support::WindowBench bench;
        record(bench, u"王某"_s);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 4));
        QTRY_VERIFY(page.table());
        const QString head = page.table()->columns.first().head;
        const auto copied = [&](const QKeySequence &keys) {
            for (auto *action : page.actions()) {
                if (action->shortcut() == keys) {
                    action->trigger();
                }
            }
            return QApplication::clipboard()->mimeData();
        };
        const auto *bare = copied(QKeySequence::Copy);
        QVERIFY(bare->hasHtml());
        QVERIFY(!bare->text().startsWith(head));
        const auto *whole = copied(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
        QVERIFY(whole->text().startsWith(head));
        QVERIFY(whole->html().contains(page.table()->title));
    }

    void theCasesBehindANumberComeFromAnotherThread()
    {
        support::WindowBench bench;
        record(bench, u"王某"_s);
        record(bench, u"李某"_s);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 4));
        QTRY_VERIFY(page.table());
        const auto &marks = page.marks();
        const auto mark = std::find_if(marks.cbegin(), marks.cend(), [&](const DrillMark &one) {
            return one.filter.receivedFrom && bench.desk->reader().count(one.filter).value() == 2;
        });
        QVERIFY(mark != marks.cend());
        auto *list = bench.window->listPage();
        list->showList(mark->filter, mark->words, u"found"_s, u"files"_s);
        QVERIFY(list->model().loading());
        QCOMPARE(list->model().rowCount(), 0);
        QTRY_COMPARE(list->model().rowCount(), 2);
        list->showList(mark->filter, mark->words, u"found"_s, u"files"_s);
        list->model().stop();
        QTest::qWait(100);
        QCOMPARE(list->model().rowCount(), 0);
    }
};

QTEST_MAIN(TestReportPage)
#include "tst_reportpage.moc"
