// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/deadlinestate.h>
#include <models/regulationwords.h>
#include <rules/tasks.h>

#include <QAbstractTableModel>
#include <QVector>

namespace huiyin {

/// Tasks as a list shows them: state of the due time, the due time, what, who, case, clause.
class TaskModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Deadline, Due, What, Kind, Who, CaseNo, Clause, ColumnCount };

    TaskModel(UiGround ground, RegulationWords words, QObject *parent = nullptr);

    void setTasks(const QVector<Task> &tasks);
    void setGround(UiGround ground, RegulationWords words);

    [[nodiscard]] const QVector<Task> &tasks() const { return m_tasks; }

    [[nodiscard]] const RegulationWords &words() const { return m_words; }

    /// Recomputes the due times' states.
    void tick();

    [[nodiscard]] DeadlineState deadlineState(int row) const;
    [[nodiscard]] QString what(const Task &task) const;
    [[nodiscard]] static QString kindWord(TaskKind kind);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString cellText(const Task &task, int row, int column) const;

    UiGround m_ground;
    RegulationWords m_words;
    QVector<Task> m_tasks;
};

} // namespace huiyin
