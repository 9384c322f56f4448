// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinechip.h>
#include <forms/quietlabel.h>
#include <forms/quietscroll.h>
#include <forms/wraprow.h>
#include <window/drawpane.h>
#include <window/heading.h>
#include <window/taskside.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStyle>
#include <QVBoxLayout>

namespace huiyin {

TaskSide::TaskSide(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
{
    build();
    connect(m_openCase, &QPushButton::clicked, this, &TaskSide::openWanted);
    connect(m_finish, &QPushButton::clicked, this, &TaskSide::askNote);
    connect(m_draw, &DrawPane::caseWanted, this, &TaskSide::caseWanted);
}

void TaskSide::build()
{
    const auto unit = spacingUnit(font());
    m_what = new Heading(1.1, this);
    m_what->setWordWrap(true);
    m_chip = new DeadlineChip(this);
    m_facts = new QLabel(this);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_open = new QuietLabel({}, this, Theme::Role::Warning);
    m_open->setObjectName(QStringLiteral("open"));
    m_clauses = new QLabel(this);
    m_clauses->setWordWrap(true);
    m_clauses->setTextFormat(Qt::PlainText);
    m_clauses->setAlignment(Qt::AlignTop);
    m_clauses->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_openCase =
        new QPushButton(Theme::icon(QStringLiteral("folder-open")), tr("Open  Enter"), this);
    m_finish = new QPushButton(Theme::icon(QStringLiteral("check")), tr("Done…"), this);
    m_openCase->setAccessibleName(tr("Open"));
    m_finish->setAccessibleName(m_finish->text());
    buildNote();
    m_draw = new DrawPane(m_shell, this);
    auto *row = new WrapRow;
    row->setSpacing(unit * 2);
    row->addWidget(m_openCase);
    row->addWidget(m_finish);
    row->addStretch();
    // At large letters a task's words are higher than a small screen: the whole side scrolls.
    m_inside = new QWidget;
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(unit * 3, 0, unit * 3, unit * 2);
    column->setSpacing(unit * 2);
    column->addWidget(m_what);
    column->addWidget(m_chip);
    column->addWidget(m_facts);
    column->addWidget(m_open);
    column->addLayout(row);
    column->addWidget(m_noteRow);
    column->addWidget(m_draw, 2);
    column->addWidget(m_clauses, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(quietScroll(m_inside, this));
}

QSize TaskSide::minimumSizeHint() const
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return {m_inside->minimumSizeHint().width() + bar, 0};
}

void TaskSide::buildNote()
{
    m_noteRow = new QWidget(this);
    m_note = new QLineEdit(m_noteRow);
    m_note->setPlaceholderText(tr("What was done, in a few words"));
    m_note->setAccessibleName(tr("Note on what was done"));
    auto *keep = new QPushButton(tr("Record"), m_noteRow);
    auto *leave = new QPushButton(tr("Not yet"), m_noteRow);
    for (auto *button : {keep, leave}) {
        button->setAccessibleName(button->text());
    }
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(keep);
    buttons->addWidget(leave);
    buttons->addStretch();
    auto *notes = new QVBoxLayout(m_noteRow);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->addWidget(m_note);
    notes->addLayout(buttons);
    const auto done = [this] { emit doneWanted(m_note->text()); };
    connect(m_note, &QLineEdit::returnPressed, this, done);
    connect(keep, &QPushButton::clicked, this, done);
    const auto away = [this] {
        m_noteRow->hide();
        m_finish->show();
        emit left();
    };
    connect(leave, &QPushButton::clicked, this, away);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_noteRow);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, away);
}

void TaskSide::showTask(const TaskModel &model, int row)
{
    const bool any = row >= 0 && row < model.tasks().size();
    for (auto *part : {static_cast<QWidget *>(m_what),
                       static_cast<QWidget *>(m_facts),
                       static_cast<QWidget *>(m_clauses)}) {
        part->setVisible(any);
    }
    const Task task = any ? model.tasks().at(row) : Task();
    m_duty = any && task.kind == TaskKind::Duty;
    m_noteRow->hide();
    m_chip->setVisible(any && task.due);
    m_openCase->setVisible(any && task.caseId);
    m_finish->setVisible(m_duty);
    m_draw->hide();
    m_open->hide();
    if (!any) {
        return;
    }
    const auto &words = model.words();
    m_what->setText(model.what(task));
    m_chip->setState(model.deadlineState(row));
    QStringList facts = {
        tr("Kind: %1").arg(TaskModel::kindWord(task.kind)),
        tr("Due: %1").arg(model.index(row, static_cast<int>(TaskModel::Due)).data().toString())};
    if (!task.who.isEmpty()) {
        facts.append(tr("Who: %1").arg(words.who(task.who)));
    }
    if (!task.caseNo.isEmpty()) {
        facts.append(tr("Case: %1").arg(task.caseNo));
    }
    if (m_duty) {
        facts.append(tr("Period: %1").arg(task.id.section(QLatin1Char(':'), 2)));
        showDuty(task.id);
    }
    m_facts->setText(facts.join(QLatin1Char('\n')));
    const QString open = leftOpen(task);
    m_open->setText(RegulationWords::confirmation(open));
    m_open->setVisible(!open.isEmpty());
    m_clauses->setText(words.clauses(task.rules));
}

void TaskSide::showDuty(const QString &taskId)
{
    const auto id = taskId.section(QLatin1Char(':'), 1, 1);
    for (const auto &duty : m_shell.desk.regulation().duties) {
        if (duty.id == id && !duty.draw.isEmpty()) {
            m_draw->setDuty(duty, taskId.section(QLatin1Char(':'), 2));
            m_draw->show();
        }
    }
}

QString TaskSide::leftOpen(const Task &task) const
{
    const auto id = task.id.section(QLatin1Char(':'), 1, 1);
    const auto find = [&id](const auto &rules) {
        QString open;
        for (const auto &rule : rules) {
            open = rule.id == id ? rule.needsConfirmation : open;
        }
        return open;
    };
    // What is open is told of the pack the case follows, not of the one in force by now.
    const auto caseFile = task.caseId ? m_shell.desk.reader().caseFile(*task.caseId)
                                      : Result<CaseFile>(Error{QStringLiteral("case.unknown")});
    const Regulation &pack =
        caseFile ? m_shell.desk.regulationOf(*caseFile) : m_shell.desk.regulation();
    switch (task.kind) {
    case TaskKind::Duty:
    case TaskKind::FollowUp:
        return find(pack.duties);
    case TaskKind::Escalation:
        return find(pack.clocks);
    case TaskKind::Count:
        return find(pack.counters);
    case TaskKind::Advice:
        break;
    }
    return {};
}

void TaskSide::askNote()
{
    if (!m_duty) {
        return;
    }
    m_finish->hide();
    m_note->clear();
    m_noteRow->show();
    m_note->setFocus();
}

} // namespace huiyin
