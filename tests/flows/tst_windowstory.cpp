// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/intakeform.h>
#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <support/windowbench.h>
#include <window/caselistpage.h>
#include <window/caseview.h>
#include <window/intakepage.h>
#include <window/previewpage.h>
#include <window/reportpage.h>
#include <window/sheetpane.h>
#include <window/steppane.h>

#include <QFileInfo>
#include <QLineEdit>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

/// One complaint from the first key to the printed form, through the same forms and buttons a clerk
/// uses.
class TestWindowStory : public QObject
{
    Q_OBJECT

    static CaseView *view(const support::WindowBench &bench)
    {
        return qobject_cast<CaseView *>(bench.window->currentPage());
    }

    static void later(const support::WindowBench &bench, int minutes)
    {
        *bench.now = bench.now->addMs(minutes * 60000LL);
    }

    /// Fills the form of a step and hands it over; gives whether the case took it.
    static bool
    take(const support::WindowBench &bench, const QString &action, const QJsonObject &fields)
    {
        auto *page = view(bench);
        if (!page) {
            return false;
        }
        const auto before = page->caseFile().eventCount;
        page->openStep(action);
        auto *pane = page->findChild<StepPane *>();
        if (!pane->form() || pane->form()->offer().action != action) {
            qWarning("%s is not offered", qPrintable(action));
            return false;
        }
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            if (!pane->form()->grid()->cell(it.key())) {
                qWarning("%s has no cell %s", qPrintable(action), qPrintable(it.key()));
            }
            pane->form()->grid()->setFieldValue(it.key(), it.value());
        }
        pane->submit();
        return page->caseFile().eventCount > before;
    }

private slots:

    void fromTheCallToTheFile()
    {
        support::WindowBench bench;
        auto *intake = bench.window->openIntake();
        intake->form()->setFields({{u"kind"_s, u"Complaint"_s},
                                   {u"channel"_s, u"Phone"_s},
                                   {u"complainantName"_s, u"王某"_s},
                                   {u"phone"_s, u"13800138000"_s},
                                   {u"content"_s, u"送货员态度生硬，要求道歉。"_s}});
        intake->form()->submit();
        auto *page = view(bench);
        QVERIFY2(page, "registering leads to the case");
        QVERIFY(page->caseFile().caseNo.startsWith(u"TS0571202604-"_s));
        QCOMPARE(page->caseFile().clocks.size() > 0, true);

        later(bench, 5);
        QVERIFY(take(bench,
                     u"transfer"_s,
                     {{u"assignedDept"_s, u"配送部"_s}, {u"handlingOpinion"_s, u"请核实"_s}}));
        QCOMPARE(page->caseFile().stage, Stage::Transferred);
        later(bench, 60);
        QVERIFY(take(bench, u"receive"_s, {{u"handler"_s, u"李工"_s}}));
        later(bench, 60);
        QVERIFY(take(
            bench,
            u"result"_s,
            {{u"resultSummary"_s, u"情况属实，已批评教育"_s}, {u"foundedness"_s, u"Founded"_s}}));
        later(bench, 10);
        QVERIFY(take(
            bench, u"reply"_s, {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已当面致歉"_s}}));
        later(bench, 10);
        QVERIFY(take(
            bench,
            u"visit"_s,
            {{u"satisfaction"_s, u"Satisfied"_s}, {u"returnVisitSummary"_s, u"客户接受道歉"_s}}));
        later(bench, 10);
        QVERIFY(take(bench, u"close"_s, {}));
        QCOMPARE(page->caseFile().stage, Stage::Closed);

        auto *preview = PreviewPage::ofSheet(bench.shell(), page->caseFile(), u"F-02"_s);
        const auto path = bench.folder() + u"/form.pdf"_s;
        QVERIFY(!savePdf(bench.shell(), preview->order(), path));
        QVERIFY(QFileInfo(path).size() > 5000);
        QVERIFY(savePdf(bench.shell(), preview->order(), u"/proc/nowhere/form.pdf"_s).has_value());
        delete preview;

        ReportPage report(bench.shell());
        report.setPeriod(Period::month(2026, 4));
        QTRY_VERIFY(report.table());
        QVERIFY(report.table()->checkHolds);
    }

    void aRefusedRegistrationKeepsTheTextAndWritesNothing()
    {
        support::WindowBench bench;
        auto *intake = bench.window->openIntake();
        intake->form()->setFields({{u"complainantName"_s, u"王某"_s}});
        intake->form()->submit();
        QCOMPARE(bench.window->currentPage(), intake);
        QCOMPARE(intake->form()->draft().fields.value(u"complainantName"_s).toString(), u"王某"_s);
        QCOMPARE(bench.desk->reader().count(CaseFilter()).value(), 0);
    }

    void aCorrectionAsksWhyAndKeepsWhatStoodThere()
    {
        support::WindowBench bench;
        auto *intake = bench.window->openIntake();
        intake->form()->setFields({{u"kind"_s, u"Complaint"_s},
                                   {u"channel"_s, u"Phone"_s},
                                   {u"complainantName"_s, u"王某"_s},
                                   {u"phone"_s, u"13800138000"_s},
                                   {u"content"_s, u"箱子破损"_s}});
        intake->form()->submit();
        auto *page = view(bench);
        QVERIFY(page);
        const auto events = page->caseFile().eventCount;
        page->openStep(u"amend"_s);
        auto *pane = page->findChild<SheetPane *>();
        QVERIFY(pane->dirty());
        pane->findChild<PaperGrid *>()->setFieldValue(u"phone"_s, u"13900000001"_s);
        QCOMPARE(pane->changes(), (QJsonObject{{u"phone"_s, u"13900000001"_s}}));
        pane->submit();
        QCOMPARE(page->caseFile().eventCount, events);
        for (auto *line : pane->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == u"Reason for the correction"_s) {
                line->setText(u"客户更正"_s);
            }
        }
        pane->submit();
        QCOMPARE(page->caseFile().text(u"phone"), u"13900000001"_s);
        QCOMPARE(page->caseFile().steps.last().before.value(u"phone"_s).toString(),
                 u"13800138000"_s);
        QVERIFY(!pane->dirty());
    }
};

QTEST_MAIN(TestWindowStory)
#include "tst_windowstory.moc"
