// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinechip.h>
#include <forms/followselection.h>
#include <forms/tabnames.h>
#include <forms/theme.h>
#include <window/banner.h>
#include <window/columnfit.h>
#include <window/emptystate.h>
#include <window/filedpane.h>
#include <window/loanpane.h>
#include <window/panejob.h>
#include <window/taskside.h>
#include <window/taskspage.h>

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr double kSideHan = 20;
constexpr double kSideAboveHan = 62;
constexpr double kNarrowHan = 40;
constexpr double kLeastWhatHan = 8;
constexpr int kTickMs = 30000;

} // namespace

TasksPage::TasksPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_model(shell.ground(), RegulationWords(shell.desk, shell.language))
    , m_said(new Banner(this))
    , m_mine(new QCheckBox(tr("Only &mine"), this))
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_busy(new PaneJob(shell.jobs, m_stack))
    , m_side(new TaskSide(shell, this))
    , m_tabs(new QTabWidget(this))
    , m_filed(new FiledPane(shell, m_tabs))
    , m_loans(new LoanPane(shell, m_tabs))
{
    const auto unit = spacingUnit(font());
    m_mine->setAccessibleName(tr("Only mine"));
    m_mine->setChecked(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    row->addWidget(m_mine);
    row->addStretch();
    row->addWidget(m_count);

    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Tasks"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setItemDelegateForColumn(TaskModel::Deadline, new DeadlineDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    m_table->horizontalHeader()->setSectionResizeMode(TaskModel::What, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_fit = new ColumnFit(
        m_table,
        TaskModel::What,
        kLeastWhatHan,
        {TaskModel::Kind, TaskModel::Clause, TaskModel::Who, TaskModel::CaseNo, TaskModel::Due});
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_stack, 1);
    middle->addWidget(m_side);
    auto *list = new QWidget(m_tabs);
    auto *inside = new QVBoxLayout(list);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addLayout(row);
    inside->addLayout(middle, 1);
    addTabs(list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addWidget(m_tabs, 1);
    setFocusProxy(m_table);

    connect(m_mine, &QCheckBox::toggled, this, &TasksPage::refresh);
    connect(m_side, &TaskSide::openWanted, this, &TasksPage::openCase);
    connect(m_side, &TaskSide::doneWanted, this, &TasksPage::finish);
    connect(m_side, &TaskSide::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_side, &TaskSide::caseWanted, this, &Page::caseWanted);
    connect(m_table, &QTableView::activated, this, &TasksPage::openCase);
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &TasksPage::showTask);
    followSelection(m_table);
    connect(m_empty, &EmptyState::acted, this, [this] { m_mine->setChecked(false); });
    connect(m_busy, &PaneJob::stopped, this, [this] {
        m_said->say(tr("Looking up the tasks was stopped. F5 begins anew."), Severity::Hint);
        m_said->offerDismissal();
    });
    // What changes while the page lies behind another one is counted when it is looked at again.
    const auto changed = [this] {
        m_stale = true;
        if (isVisible()) {
            refresh();
        }
    };
    connect(&shell.desk, &Desk::caseChanged, this, [this] { m_stale = true; });
    connect(&shell.desk, &Desk::registerChanged, this, changed);
    connect(&shell.desk, &Desk::regulationChanged, this, changed);
    connect(&shell.desk, &Desk::actorChanged, this, changed);
    connect(&m_tick, &QTimer::timeout, &m_model, &TaskModel::tick);
    m_tick.start(kTickMs);
    showTask();
}

void TasksPage::addTabs(QWidget *list)
{
    m_tabs->setDocumentMode(true);
    nameTabs(*m_tabs, tr("Lists"));
    m_tabs->addTab(list, tr("Tasks"));
    m_tabs->addTab(m_filed, tr("Filed, term over"));
    m_tabs->addTab(m_loans, tr("Lent files"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &TasksPage::look);
    connect(m_filed, &FiledPane::caseWanted, this, &Page::caseWanted);
    connect(m_loans, &LoanPane::caseWanted, this, &Page::caseWanted);
}

/// The lists of filed cases read every one of them: only when somebody looks.
void TasksPage::look()
{
    if (m_tabs->currentWidget() == m_filed) {
        m_filed->refresh();
    } else if (m_tabs->currentWidget() == m_loans) {
        m_loans->refresh();
    }
}

QString TasksPage::title() const { return tr("Tasks"); }

QString TasksPage::iconName() const { return QStringLiteral("checks"); }

std::optional<CommandState> TasksPage::state(const QString &command) const
{
    if (command == QLatin1String("case.open")) {
        const auto task = current();
        return CommandState{task && task->caseId, tr("This task belongs to no case.")};
    }
    return std::nullopt;
}

void TasksPage::perform(const QString &command)
{
    if (command == QLatin1String("case.open")) {
        openCase();
    }
}

QList<QWidget *> TasksPage::panes() const
{
    return m_tabs->currentIndex() == 0 ? QList<QWidget *>{m_table, m_side}
                                       : QList<QWidget *>{m_tabs->currentWidget()};
}

bool TasksPage::counting() const { return m_busy->running(); }

void TasksPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale && !counting()) {
        refresh();
    }
}

void TasksPage::refresh()
{
    look();
    m_stale = false;
    m_model.setGround(m_shell.ground(), RegulationWords(m_shell.desk, m_shell.language));
    m_busy->start(
        tr("Looking up the tasks"),
        [here = QPointer<TasksPage>(this),
         mine = m_mine->isChecked()](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            return [here, tasks = desk.tasks(mine, progress)] {
                if (here) {
                    here->take(tasks);
                }
            };
        },
        [here = QPointer<TasksPage>(this)](const Error &error) {
            if (here) {
                here->refuse(here->m_shell.sentence(error));
            }
        });
}

void TasksPage::take(const Result<QVector<Task>> &tasks)
{
    if (!tasks) {
        refuse(m_shell.sentence(tasks.error()));
        return;
    }
    // The same task stays the current one.
    const auto before = current();
    m_model.setTasks(*tasks);
    fitColumns();
    const auto now = m_shell.desk.now();
    const auto late = std::count_if(
        tasks->cbegin(), tasks->cend(), [now](const Task &task) { return task.overdue(now); });
    m_count->setText(tr("%n task(s)", nullptr, static_cast<int>(tasks->size())) +
                     (late > 0 ? tr(", %n overdue", nullptr, static_cast<int>(late)) : QString()));
    const bool mine = m_mine->isChecked();
    m_stack->setCurrentIndex(tasks->isEmpty() ? 1 : 0);
    m_empty->say(mine ? tr("Nothing waits for you: no reminder, follow-up, duty or counter is due.")
                      : tr("Nothing is owed by anybody at this moment."),
                 mine ? tr("Show everybody's tasks") : QString());
    int row = 0;
    for (int i = 0; before && i < tasks->size(); ++i) {
        if (tasks->at(i).id == before->id && tasks->at(i).caseId == before->caseId) {
            row = i;
        }
    }
    m_table->setCurrentIndex(m_model.index(row, 0));
    showTask();
    emit counted(static_cast<int>(tasks->size()));
}

void TasksPage::fitColumns()
{
    const auto han = hanWidth(font());
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    m_fit->release();
    for (const auto column : {TaskModel::Deadline,
                              TaskModel::Due,
                              TaskModel::Kind,
                              TaskModel::Who,
                              TaskModel::CaseNo,
                              TaskModel::Clause}) {
        m_table->resizeColumnToContents(column);
    }
    // Lists of roles and clauses may be long; the side says them in full.
    for (const auto column : {TaskModel::Who, TaskModel::Clause}) {
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), han * 9));
    }
    m_table->setColumnWidth(
        TaskModel::Deadline,
        std::max(m_table->columnWidth(TaskModel::Deadline), deadlineChipRoom(font()) + han));
    m_fit->fit();
}

void TasksPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_fit) {
        fitColumns();
    }
}

std::optional<Task> TasksPage::current() const
{
    const auto row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.tasks().size() ? std::optional(m_model.tasks().at(row))
                                                    : std::nullopt;
}

void TasksPage::showTask()
{
    m_side->showTask(m_model, m_table->currentIndex().row());
    fitSide();
    emit statesChanged();
}

void TasksPage::openCase()
{
    const auto task = current();
    if (task && task->caseId) {
        emit caseWanted(*task->caseId);
    } else {
        m_side->askNote();
    }
}

void TasksPage::finish(const QString &note)
{
    const auto task = current();
    if (!task || task->kind != TaskKind::Duty || waits([this, note] { finish(note); })) {
        return;
    }
    const auto outcome = m_shell.desk.finishDuty(
        task->id.section(QLatin1Char(':'), 1, 1), task->id.section(QLatin1Char(':'), 2), note);
    if (!outcome) {
        refuse(m_shell.sentence(outcome.error()));
    } else if (refuses(outcome->findings)) {
        refuse(m_shell.sentence(outcome->findings.first()));
    } else {
        emit said(tr("Recorded as done: %1").arg(m_model.what(*task)));
        emit dutyDone();
        m_table->setFocus();
        refresh();
    }
}

void TasksPage::refuse(const QString &sentence)
{
    m_said->say(sentence, Severity::Refusal);
    m_said->offerDismissal();
}

void TasksPage::setWidthInHan(double han)
{
    const auto part = han < kNarrowHan ? 0.55 : han < kSideAboveHan ? 0.75 : 1;
    m_sideWidth = static_cast<int>(part * kSideHan * hanWidth(font()));
    fitSide();
}

void TasksPage::fitSide()
{
    m_side->setFixedWidth(std::max(m_sideWidth, m_side->minimumSizeHint().width()));
}

} // namespace huiyin
