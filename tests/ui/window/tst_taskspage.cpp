// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <support/windowbench.h>
#include <window/caseview.h>
#include <window/drawpane.h>
#include <window/inboxpage.h>
#include <window/navpane.h>
#include <window/steppane.h>
#include <window/taskspage.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

CaseFile record(support::WindowBench &bench)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"王某"_s},
                    {u"phone"_s, u"13800138000"_s},
                    {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};
    draft.sheet = u"F-01/1"_s;
    const auto outcome = bench.desk->record(draft);
    if (!outcome || !outcome->caseFile) {
        qFatal("not recorded");
    }
    return *outcome->caseFile;
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

template <typename PageType> PageType *opened(support::WindowBench &bench, const QString &command)
{
    emit bench.shell().commands.triggered(command);
    return qobject_cast<PageType *>(bench.window->currentPage());
}

bool isAllowed(const support::WindowBench &bench, const CaseView &view, const QString &action)
{
    const auto steps = bench.desk->steps(view.caseFile());
    return std::any_of(steps.cbegin(), steps.cend(), [&](const StepOffer &one) {
        return one.action == action && one.allowed;
    });
}

/// Fills the form of a step and records it.
void take(CaseView &view, const QString &action, const QJsonObject &fields)
{
    view.openStep(action);
    auto *form = view.findChild<StepPane *>()->form();
    if (!form || form->offer().action != action) {
        qFatal("no form for %s", qPrintable(action));
    }
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        form->grid()->setFieldValue(it.key(), it.value());
    }
    form->submit();
}

/// The tab of the tasks themselves.
QWidget *list(const TasksPage &page) { return page.tabs()->widget(0); }

int rowOf(const TaskModel &model, TaskKind kind)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.tasks().at(row).kind == kind) {
            return row;
        }
    }
    return -1;
}

} // namespace

class TestTasksPage : public QObject
{
    Q_OBJECT

private slots:

    void whatIsOwedIsLookedUpWhileTheWindowIsFree()
    {
        support::WindowBench bench;
        const auto caseFile = record(bench);
        *bench.now = bench.now->addMs(20 * kDayMs);
        bench.holdJobs(true);
        auto *page = opened<TasksPage>(bench, u"tasks.open"_s);
        QVERIFY(page);
        QVERIFY(page->counting());
        QCOMPARE(page->model().rowCount(), 0);
        bench.holdJobs(false);
        QTRY_VERIFY(!page->counting());
        const auto tasks = bench.desk->tasks(true);
        QVERIFY(tasks && !tasks->isEmpty());
        QCOMPARE(page->model().rowCount(), static_cast<int>(tasks->size()));
        const auto row = rowOf(page->model(), TaskKind::Escalation);
        QVERIFY(row >= 0);
        QCOMPARE(page->model().index(row, TaskModel::CaseNo).data().toString(), caseFile.caseNo);
        QVERIFY(page->model().deadlineState(row).kind == DeadlineState::Kind::Overdue);
        QVERIFY(!page->model().index(row, TaskModel::Due).data().toString().isEmpty());
    }

    void whatIsDueStandsBeforeWhatHasNoEnd()
    {
        support::WindowBench bench(u"trd"_s);
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Complaint"_s},
                        {u"channel"_s, u"Phone"_s},
                        {u"complainantName"_s, u"王某"_s},
                        {u"content"_s, u"柜门有裂纹。"_s}};
        QVERIFY(bench.desk->record(draft)->caseFile);
        const auto tasks = bench.desk->tasks(false);
        QVERIFY(tasks);
        const auto due = [](const Task &task) { return task.due.has_value(); };
        QVERIFY(std::any_of(tasks->cbegin(), tasks->cend(), due));
        QVERIFY(!std::all_of(tasks->cbegin(), tasks->cend(), due));
        QVERIFY(std::is_partitioned(tasks->cbegin(), tasks->cend(), due));
    }

    void theClausesOwnWordsStandBesideItsNumber()
    {
        support::WindowBench bench(u"tob"_s);
        record(bench);
        *bench.now = bench.now->addMs(20 * kDayMs);
        auto *page = opened<TasksPage>(bench, u"tasks.open"_s);
        QTRY_VERIFY(page->model().rowCount() > 0);
        const auto row = rowOf(page->model(), TaskKind::Escalation);
        QVERIFY(row >= 0);
        const auto rule = page->model().tasks().at(row).rules.first();
        const auto *note = bench.desk->regulation().note(rule);
        QVERIFY(note);
        const auto index = page->model().index(row, TaskModel::Clause);
        QVERIFY(index.data(Qt::ToolTipRole).toString().contains(note->zh));
        QVERIFY(index.data(Qt::AccessibleDescriptionRole).toString().contains(note->zh));
        list(*page)->findChild<QTableView *>()->setCurrentIndex(index);
        bool shown = false;
        for (const auto *label : page->findChildren<QLabel *>()) {
            shown = shown || label->text().contains(note->zh);
        }
        QVERIFY(shown);
    }

    void enterOpensTheCase()
    {
        support::WindowBench bench;
        const auto caseFile = record(bench);
        *bench.now = bench.now->addMs(20 * kDayMs);
        auto *page = opened<TasksPage>(bench, u"tasks.open"_s);
        QTRY_VERIFY(page->model().rowCount() > 0);
        const auto row = rowOf(page->model(), TaskKind::Escalation);
        auto *table = list(*page)->findChild<QTableView *>();
        table->setCurrentIndex(page->model().index(row, 0));
        emit table->activated(table->currentIndex());
        auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
        QVERIFY(view);
        QCOMPARE(view->caseId(), caseFile.id);
    }

    void aDutyIsRecordedAsDoneWithANoteAndGoes()
    {
        support::WindowBench bench;
        *bench.now = bench.now->addMs(40 * kDayMs);
        auto *page = opened<TasksPage>(bench, u"tasks.open"_s);
        QTRY_VERIFY(rowOf(page->model(), TaskKind::Duty) >= 0);
        const auto row = rowOf(page->model(), TaskKind::Duty);
        const auto id = page->model().tasks().at(row).id;
        list(*page)->findChild<QTableView *>()->setCurrentIndex(page->model().index(row, 0));
        button(*page, u"Done…"_s)->click();
        list(*page)->findChild<QLineEdit *>()->setText(u"已报经理"_s);
        button(*page, u"Record"_s)->click();
        QTRY_VERIFY(!page->counting());
        for (const auto &task : page->model().tasks()) {
            QVERIFY(task.id != id);
        }
        const auto settings = bench.desk->reader().config();
        QVERIFY(settings->value(id).contains(u"已报经理"_s));
    }

    void theCountStandsBesideTheQueue()
    {
        support::WindowBench bench;
        record(bench);
        *bench.now = bench.now->addMs(20 * kDayMs);
        const auto tasks = bench.desk->tasks(true);
        QVERIFY(tasks && !tasks->isEmpty());
        auto *model = bench.window->findChild<NavPane *>()->model();
        emit bench.shell().commands.triggered(u"view.refresh"_s);
        QTRY_COMPARE(model->index(1, 0).data(QueueModel::CountRole).toInt(),
                     static_cast<int>(tasks->size()));
        QCOMPARE(model->index(1, 0).data(QueueModel::QueueIdRole).toString(), u"tasks"_s);
    }

    void aSampleIsDrawnBySeedAndItsCasesOpen()
    {
        support::WindowBench bench;
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Inquiry"_s},
                        {u"channel"_s, u"Phone"_s},
                        {u"complainantName"_s, u"李某"_s},
                        {u"phone"_s, u"13800138001"_s},
                        {u"content"_s, u"询问送货时间。"_s}};
        draft.sheet = u"F-01/1"_s;
        const auto closed = bench.desk->recordAndClose(draft,
                                                       {{u"replyText"_s, u"明天送到"_s},
                                                        {u"satisfaction"_s, u"Satisfied"_s},
                                                        {u"replyMode"_s, u"Phone"_s}});
        QVERIFY(closed && closed->caseFile);
        DrawPane pane(bench.shell());
        DutyRule duty;
        duty.id = u"verify"_s;
        duty.draw = {{u"share"_s, 1.0}};
        pane.setDuty(duty, u"2026-04"_s);
        QSignalSpy wanted(&pane, &DrawPane::caseWanted);
        button(pane, u"Draw cases"_s)->click();
        QTRY_COMPARE(pane.table()->rowCount(), 1);
        QCOMPARE(pane.table()->item(0, 0)->text(), closed->caseFile->caseNo);
        emit pane.table()->cellActivated(0, 0);
        QCOMPARE(wanted.size(), 1);
    }

    void aRectificationIsOrderedFromTheDraw()
    {
        support::WindowBench bench(u"tob"_s);
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Inquiry"_s},
                        {u"channel"_s, u"Phone"_s},
                        {u"complainantName"_s, u"李某"_s},
                        {u"phone"_s, u"13800138001"_s},
                        {u"content"_s, u"询问送货时间。"_s}};
        draft.sheet = u"F-01/1"_s;
        QVERIFY(bench.desk->recordAndClose(
            draft, {{u"replyText"_s, u"明天送到"_s}, {u"replyMode"_s, u"Phone"_s}}));
        DrawPane pane(bench.shell());
        DutyRule duty;
        duty.id = u"sampling"_s;
        duty.draw = {{u"share"_s, 1.0}};
        pane.setDuty(duty, u"2026-04"_s);
        connect(&pane, &DrawPane::caseWanted, bench.window.get(), &MainWindow::openCase);
        button(pane, u"Draw cases"_s)->click();
        QTRY_COMPARE(pane.table()->rowCount(), 1);
        emit pane.table()->cellActivated(0, 0);
        auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
        QVERIFY(view);
        QVERIFY(!isAllowed(bench, *view, u"orderRectification"_s));
        take(*view, u"verify"_s, {{u"verification"_s, u"Mismatch"_s}});
        QTRY_VERIFY(isAllowed(bench, *view, u"orderRectification"_s));
        take(*view,
             u"orderRectification"_s,
             {{u"respDept"_s, u"物流部"_s},
              {u"nonconformity"_s, u"答复与登记不符"_s},
              {u"requirement"_s, u"五日内核对全部登记"_s},
              {u"rectifyDueAt"_s, bench.now->utcMs() + 5 * 24 * 3600 * qint64(1000)}});
        QTRY_VERIFY(view->caseFile().clock(u"rectification"_s) != nullptr);
        const CaseFile &ordered = view->caseFile();
        QCOMPARE(ordered.stage, Stage::Closed);
        QCOMPARE(ordered.value(u"origin").toString(), u"SamplingMismatch"_s);
        QCOMPARE(ordered.clock(u"rectification"_s)->state, ClockState::Running);
    }

    void anEmptyInboxNamesItsReason()
    {
        support::WindowBench bench;
        record(bench);
        auto *page = opened<InboxPage>(bench, u"inbox.open"_s);
        QVERIFY(page);
        QTRY_VERIFY(!page->counting());
        QCOMPARE(page->table()->rowCount(), 0);
        bool said = false;
        for (const auto *label : page->findChildren<QLabel *>()) {
            said = said || label->text() == u"No case is in approval now."_s;
        }
        QVERIFY(said);
    }
};

QTEST_MAIN(TestTasksPage)
#include "tst_taskspage.moc"
