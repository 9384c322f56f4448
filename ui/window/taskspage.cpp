// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinechip.h>
#include <forms/theme.h>
#include <window/banner.h>
#include <window/drawpane.h>
#include <window/emptystate.h>
#include <window/heading.h>
#include <window/panejob.h>
#include <window/taskspage.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr double kSideHan = 20;
constexpr double kSideAboveHan = 62;
constexpr double kKindAboveHan = 110;
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
    , m_side(new QWidget(this))
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
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    buildSide();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_stack, 1);
    middle->addWidget(m_side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addLayout(row);
    column->addLayout(middle, 1);
    setFocusProxy(m_table);

    connect(m_mine, &QCheckBox::toggled, this, &TasksPage::refresh);
    connect(m_table, &QTableView::activated, this, &TasksPage::openCase);
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &TasksPage::showTask);
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

void TasksPage::buildSide()
{
    const auto unit = spacingUnit(font());
    m_what = new Heading(1.1, m_side);
    m_what->setWordWrap(true);
    m_chip = new DeadlineChip(m_side);
    m_facts = new QLabel(m_side);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_clauses = new QLabel;
    m_clauses->setWordWrap(true);
    m_clauses->setTextFormat(Qt::PlainText);
    m_clauses->setAlignment(Qt::AlignTop);
    m_clauses->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open = new QPushButton(
        Theme::icon(QStringLiteral("folder-open")), tr("Open the case  Enter"), m_side);
    m_finish = new QPushButton(Theme::icon(QStringLiteral("check")), tr("Done…"), m_side);
    m_noteRow = new QWidget(m_side);
    m_note = new QLineEdit(m_noteRow);
    m_note->setPlaceholderText(tr("What was done, in a few words"));
    m_note->setAccessibleName(tr("Note on what was done"));
    auto *keep = new QPushButton(tr("Record"), m_noteRow);
    auto *leave = new QPushButton(tr("Not yet"), m_noteRow);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(keep);
    buttons->addWidget(leave);
    buttons->addStretch();
    auto *notes = new QVBoxLayout(m_noteRow);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->addWidget(m_note);
    notes->addLayout(buttons);
    m_draw = new DrawPane(m_shell, m_side);
    auto *scroll = new QScrollArea(m_side);
    scroll->setWidget(m_clauses);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout;
    row->addWidget(m_open);
    row->addWidget(m_finish);
    row->addStretch();
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(unit * 3, 0, unit * 3, unit * 2);
    side->setSpacing(unit * 2);
    side->addWidget(m_what);
    side->addWidget(m_chip);
    side->addWidget(m_facts);
    side->addLayout(row);
    side->addWidget(m_noteRow);
    side->addWidget(m_draw, 2);
    side->addWidget(scroll, 1);

    connect(m_open, &QPushButton::clicked, this, &TasksPage::openCase);
    connect(m_finish, &QPushButton::clicked, this, &TasksPage::askNote);
    connect(m_note, &QLineEdit::returnPressed, this, &TasksPage::finish);
    connect(keep, &QPushButton::clicked, this, &TasksPage::finish);
    const auto away = [this] {
        m_noteRow->hide();
        m_finish->show();
        m_table->setFocus();
    };
    connect(leave, &QPushButton::clicked, this, away);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_noteRow);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, away);
    connect(m_draw, &DrawPane::caseWanted, this, &Page::caseWanted);
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

QList<QWidget *> TasksPage::panes() const { return {m_table, m_side}; }

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
    for (const auto column : {TaskModel::Deadline,
                              TaskModel::Due,
                              TaskModel::Kind,
                              TaskModel::Who,
                              TaskModel::CaseNo,
                              TaskModel::Clause}) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(
            column,
            std::min(m_table->columnWidth(column),
                     hanWidth(font()) * (column == TaskModel::Who        ? 7
                                         : column == TaskModel::Clause   ? 6
                                         : column == TaskModel::Deadline ? 14
                                                                         : 11)));
    }
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

std::optional<Task> TasksPage::current() const
{
    const auto row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.tasks().size() ? std::optional(m_model.tasks().at(row))
                                                    : std::nullopt;
}

void TasksPage::showTask()
{
    const auto task = current();
    for (auto *part : {static_cast<QWidget *>(m_what),
                       static_cast<QWidget *>(m_facts),
                       static_cast<QWidget *>(m_clauses)}) {
        part->setVisible(task.has_value());
    }
    m_noteRow->hide();
    m_chip->setVisible(task && task->due);
    m_open->setVisible(task && task->caseId);
    m_finish->setVisible(task && task->kind == TaskKind::Duty);
    m_draw->hide();
    emit statesChanged();
    if (!task) {
        return;
    }
    const auto &words = m_model.words();
    m_what->setText(m_model.what(*task));
    m_chip->setState(m_model.deadlineState(m_table->currentIndex().row()));
    QStringList facts = {
        tr("Kind: %1").arg(TaskModel::kindWord(task->kind)),
        tr("Due: %1").arg(
            m_model.index(m_table->currentIndex().row(), static_cast<int>(TaskModel::Due))
                .data()
                .toString())};
    if (!task->who.isEmpty()) {
        facts.append(tr("Who: %1").arg(words.who(task->who)));
    }
    if (!task->caseNo.isEmpty()) {
        facts.append(tr("Case: %1").arg(task->caseNo));
    }
    if (task->kind == TaskKind::Duty) {
        const auto id = task->id.section(QLatin1Char(':'), 1, 1);
        for (const auto &duty : m_shell.desk.regulation().duties) {
            if (duty.id != id) {
                continue;
            }
            if (!duty.needsConfirmation.isEmpty()) {
                facts.append(RegulationWords::confirmation(duty.needsConfirmation));
            }
            if (!duty.draw.isEmpty()) {
                m_draw->setDuty(duty, task->id.section(QLatin1Char(':'), 2));
                m_draw->show();
            }
        }
    }
    m_facts->setText(facts.join(QLatin1Char('\n')));
    m_clauses->setText(words.clauses(task->rules));
}

void TasksPage::openCase()
{
    const auto task = current();
    if (task && task->caseId) {
        emit caseWanted(*task->caseId);
    } else if (task && task->kind == TaskKind::Duty) {
        askNote();
    }
}

void TasksPage::askNote()
{
    const auto task = current();
    if (!task || task->kind != TaskKind::Duty) {
        return;
    }
    m_finish->hide();
    m_note->clear();
    m_noteRow->show();
    m_note->setFocus();
}

void TasksPage::finish()
{
    const auto task = current();
    if (!task || task->kind != TaskKind::Duty || waits([this] { finish(); })) {
        return;
    }
    const auto outcome = m_shell.desk.finishDuty(task->id.section(QLatin1Char(':'), 1, 1),
                                                 task->id.section(QLatin1Char(':'), 2),
                                                 m_note->text());
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
    m_side->setFixedWidth(
        static_cast<int>((han < kSideAboveHan ? kSideHan * 0.75 : kSideHan) * hanWidth(font())));
    m_table->setColumnHidden(TaskModel::Clause, han < kSideAboveHan);
    m_table->setColumnHidden(TaskModel::Kind, han < kKindAboveHan);
}

} // namespace huiyin
