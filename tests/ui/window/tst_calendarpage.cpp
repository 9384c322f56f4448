// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/windowbench.h>
#include <window/calendarpage.h>
#include <window/caselistpage.h>
#include <window/mainwindow.h>
#include <window/panejob.h>
#include <window/yeargrid.h>

#include <QAction>
#include <QPushButton>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// The days after New Year 2027 become days off: what was due then is due later.
QByteArray notice()
{
    return QStringLiteral("国务院办公厅关于2027年部分节假日安排的通知\n"
                          "一、元旦：1月1日（周五）至5日（周二）放假调休，共5天。\n")
        .toUtf8();
}

CaseFile recorded(support::WindowBench &bench)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"王某"_s},
                    {u"phone"_s, u"13800138000"_s},
                    {u"content"_s, u"外箱破损"_s}};
    draft.sheet = u"F-01/1"_s;
    const auto outcome = bench.desk->record(draft);
    if (!outcome || !outcome->caseFile) {
        qFatal("not recorded");
    }
    return *outcome->caseFile;
}

CaseFile recordedAtYearsEnd(support::WindowBench &bench)
{
    *bench.now = *Instant::parseLocal(u"2026-12-30T10:31:00");
    return recorded(bench);
}

} // namespace

class TestCalendarPage : public QObject
{
    Q_OBJECT

private slots:

    void theWindowIsFreeWhileANoticeIsRead()
    {
        support::WindowBench bench;
        const auto caseFile = recordedAtYearsEnd(bench);
        bench.holdJobs(true);
        CalendarPage page(bench.shell());
        page.plan(notice());
        QVERIFY(page.busy());
        QVERIFY(!page.planned());
        QVERIFY(!page.state(u"form.submit"_s)->enabled);
        bench.holdJobs(false);
        QTRY_VERIFY(page.planned());
        QCOMPARE(page.planned()->moved.size(), 1);
        QCOMPARE(page.planned()->moved.first().caseNo, caseFile.caseNo);
        QVERIFY(page.state(u"form.submit"_s)->enabled);
    }

    void aStoppedReadingShowsNothing()
    {
        support::WindowBench bench;
        recordedAtYearsEnd(bench);
        bench.holdJobs(true);
        CalendarPage page(bench.shell());
        page.plan(notice());
        page.findChild<PaneJob *>()->cancel();
        bench.holdJobs(false);
        QTRY_COMPARE(bench.shell().jobs.jobs().size(), 0);
        QVERIFY(!page.planned());
        QVERIFY(!page.state(u"form.submit"_s)->enabled);
    }

    /// Day, turn, apply: a make-up workday in three clicks, with what it moves before the third.
    void aMakeUpWorkdayTakesThreeClicks()
    {
        support::WindowBench bench;
        *bench.now = *Instant::parseLocal(u"2026-11-25T10:00:00"); // due on Monday the 30th
        const auto caseFile = recorded(bench);
        const auto saturday = *Day::of(2026, 11, 28);
        QVERIFY(!bench.desk->calendar().isWorkingDay(saturday));
        bench.shell().commands.action(u"calendar.open"_s)->trigger();
        auto *page = qobject_cast<CalendarPage *>(bench.window->currentPage());
        QVERIFY(page);
        auto *grid = page->findChild<YearGrid *>();
        auto *turn = page->findChild<QPushButton *>(u"turn"_s);
        QTRY_VERIFY(!grid->visibleRegion().isEmpty());
        // The month of today is in sight without scrolling.
        QTRY_VERIFY(grid->visibleRegion().contains(grid->rectOf(saturday)));

        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->rectOf(saturday).center());
        QCOMPARE(grid->day(), saturday);
        QTest::mouseClick(turn, Qt::LeftButton);
        QTRY_VERIFY(page->planned());
        QCOMPARE(page->planned()->added,
                 (QVector<SpecialDay>{{saturday, true, u"arranged here"_s}}));
        QVERIFY(page->planned()->removed.isEmpty());
        QCOMPARE(page->planned()->moved.size(), 1);
        QCOMPARE(page->planned()->moved.first().caseNo, caseFile.caseNo);
        QCOMPARE(page->planned()->moved.first().after->localDay(), saturday);
        QVERIFY(!bench.desk->calendar().isWorkingDay(saturday)); // nothing before it is applied
        QTest::mouseClick(page->findChild<QPushButton *>(u"apply"_s), Qt::LeftButton);
        QTRY_VERIFY(bench.desk->calendar().isWorkingDay(saturday));

        // And back with the keyboard: Space, F8.
        QTRY_VERIFY(!page->busy());
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Space);
        QTRY_VERIFY(page->planned());
        QCOMPARE(page->planned()->removed.size(), 1);
        bench.shell().commands.action(u"form.submit"_s)->trigger();
        QTRY_VERIFY(!bench.desk->calendar().isWorkingDay(saturday));
    }

    void turnedTwiceADayIsAsItWas()
    {
        support::WindowBench bench;
        *bench.now = *Instant::parseLocal(u"2026-11-25T10:00:00");
        CalendarPage page(bench.shell());
        auto *turn = page.findChild<QPushButton *>(u"turn"_s);
        const auto words = turn->text();
        turn->click();
        QTRY_VERIFY(page.planned());
        QCOMPARE(page.planned()->added.size(), 1);
        QVERIFY(turn->text() != words);
        turn->click();
        QTRY_VERIFY(page.planned() && page.planned()->added.isEmpty());
        QCOMPARE(turn->text(), words);
        QVERIFY(!page.state(u"form.submit"_s)->enabled);
    }

    void aYearWithoutANoticeIsNotTurnedDayByDay()
    {
        support::WindowBench bench;
        CalendarPage page(bench.shell());
        page.findChild<YearGrid *>()->setDay(bench.desk->calendar().coverageTo().addDays(1));
        const auto *turn = page.findChild<QPushButton *>(u"turn"_s);
        QVERIFY(!turn->isEnabled());
        QVERIFY(!turn->toolTip().isEmpty());
    }

    void aLaterNoticeReplacesTheOneBeingRead()
    {
        support::WindowBench bench;
        recordedAtYearsEnd(bench);
        bench.holdJobs(true);
        CalendarPage page(bench.shell());
        page.plan(notice());
        page.plan("hello");
        bench.holdJobs(false);
        QTRY_COMPARE(bench.shell().jobs.jobs().size(), 0);
        QVERIFY(page.planned());
        QVERIFY(refuses(page.planned()->findings));
    }

    void theListShowsTheNewDeadlineAtOnce()
    {
        support::WindowBench bench;
        const auto caseFile = recordedAtYearsEnd(bench);
        const auto covered = bench.desk->calendar().coverageTo();
        auto *list = bench.window->listPage();
        list->refresh();
        QTRY_COMPARE(list->model().rowCount(), 1);
        const auto before = list->model().row(0)->due;
        QCOMPARE(before, caseFile.handlingClock()->due);
        CalendarPage page(bench.shell());
        page.plan(notice());
        QTRY_VERIFY(page.planned());
        const auto after = page.planned()->moved.first().after;
        QVERIFY(after > before);
        page.apply();
        QVERIFY(page.busy());
        QTRY_VERIFY(bench.desk->calendar().coverageTo() > covered);
        QTRY_COMPARE(list->model().row(0)->due, after);
        QVERIFY(!page.planned());
    }

    void applyingGoesOnWhenThePageIsClosed()
    {
        support::WindowBench bench;
        recordedAtYearsEnd(bench);
        const auto covered = bench.desk->calendar().coverageTo();
        {
            CalendarPage page(bench.shell());
            page.plan(notice());
            QTRY_VERIFY(page.planned());
            bench.holdJobs(true);
            page.apply();
        }
        QCOMPARE(bench.desk->calendar().coverageTo(), covered);
        bench.holdJobs(false);
        QTRY_VERIFY(bench.desk->calendar().coverageTo() > covered);
    }
};

QTEST_MAIN(TestCalendarPage)
#include "tst_calendarpage.moc"
