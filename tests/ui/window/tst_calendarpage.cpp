// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/windowbench.h>
#include <window/calendarpage.h>
#include <window/caselistpage.h>
#include <window/panejob.h>

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

CaseFile recordedAtYearsEnd(support::WindowBench &bench)
{
    *bench.now = *Instant::parseLocal(u"2026-12-30T10:31:00");
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
