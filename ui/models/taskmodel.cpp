// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/caselistmodel.h>
#include <models/taskmodel.h>

namespace huiyin {

TaskModel::TaskModel(UiGround ground, RegulationWords words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ground(std::move(ground))
    , m_words(std::move(words))
{
}

void TaskModel::setTasks(const QVector<Task> &tasks)
{
    beginResetModel();
    m_tasks = tasks;
    endResetModel();
}

void TaskModel::setGround(UiGround ground, RegulationWords words)
{
    m_ground = std::move(ground);
    m_words = std::move(words);
    tick();
}

void TaskModel::tick()
{
    if (!m_tasks.isEmpty()) {
        emit dataChanged(index(0, 0), index(static_cast<int>(m_tasks.size()) - 1, ColumnCount - 1));
    }
}

DeadlineState TaskModel::deadlineState(int row) const
{
    const auto &task = m_tasks.at(row);
    if (!task.due) {
        return {};
    }
    Clock clock;
    clock.startedAt = task.since;
    clock.due = task.due;
    clock.provisional = task.provisional;
    return DeadlineState::of(clock, m_ground.calendar, m_ground.hours, m_ground.clock());
}

QString TaskModel::what(const Task &task) const { return m_words.of(task.zh, task.en); }

QString TaskModel::kindWord(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Escalation:
        return tr("Reminder");
    case TaskKind::FollowUp:
        return tr("Follow-up");
    case TaskKind::Duty:
        return tr("Duty");
    case TaskKind::Advice:
        return tr("Advice");
    case TaskKind::Count:
        return tr("Counter");
    }
    return {};
}

QString TaskModel::cellText(const Task &task, int row, int column) const
{
    switch (column) {
    case Deadline:
        return deadlineState(row).text;
    case Due:
        return task.due ? DeadlineState::momentText(*task.due, m_ground.clock())
                        : tr("no due time");
    case What:
        return what(task);
    case Kind:
        return kindWord(task.kind);
    case Who:
        return m_words.who(task.who);
    case CaseNo:
        return task.caseNo;
    case Clause:
        return task.rules.join(QLatin1Char(' '));
    default:
        return {};
    }
}

int TaskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int TaskModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto &task = m_tasks.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(task, index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Deadline ? deadlineState(index.row()).spoken
                                          : cellText(task, index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == Deadline ? deadlineState(index.row()).spoken
               : index.column() == What   ? what(task)
                                          : m_words.clauses(task.rules);
    case Qt::AccessibleDescriptionRole:
        return m_words.clauses(task.rules);
    case CaseListModel::DeadlineRole:
        return QVariant::fromValue(deadlineState(index.row()));
    default:
        return {};
    }
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return section + 1;
    }
    switch (section) {
    case Deadline:
        return tr("Deadline");
    case Due:
        return tr("Due");
    case What:
        return tr("What");
    case Kind:
        return tr("Kind");
    case Who:
        return tr("Who");
    case CaseNo:
        return tr("Case no.");
    case Clause:
        return tr("Clause");
    default:
        return {};
    }
}

} // namespace huiyin
