// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/taskmodel.h>
#include <window/page.h>

#include <QTimer>

class QCheckBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QTabWidget;

namespace huiyin {

class Banner;
class ColumnFit;
class EmptyState;
class FiledPane;
class LoanPane;
class PaneJob;
class TaskSide;

/// What somebody owes: reminders of clocks, follow-ups of steps, duties by date, advice, counters.
/// Counted on another thread; nothing of it is stored, so F5 is always the truth.
class TasksPage : public Page
{
    Q_OBJECT

public:
    explicit TasksPage(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override;
    void setWidthInHan(double han) override;

    [[nodiscard]] const TaskModel &model() const { return m_model; }

    [[nodiscard]] bool counting() const;

    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

    [[nodiscard]] FiledPane *filed() const { return m_filed; }

    [[nodiscard]] LoanPane *loans() const { return m_loans; }

signals:
    void counted(int tasks); ///< those of the acting person, or all where all are shown
    void dutyDone();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitSide();
    void addTabs(QWidget *list);
    void look();
    void take(const Result<QVector<Task>> &tasks);
    void fitColumns();
    [[nodiscard]] std::optional<Task> current() const;
    void showTask();
    void openCase();
    void finish(const QString &note);
    void refuse(const QString &sentence);

    TaskModel m_model;
    bool m_stale = true;
    Banner *m_said = nullptr;
    QCheckBox *m_mine = nullptr;
    QLabel *m_count = nullptr;
    QTableView *m_table = nullptr;
    ColumnFit *m_fit = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    PaneJob *m_busy = nullptr;
    TaskSide *m_side = nullptr;
    int m_sideWidth = 0; ///< px, as the window has room
    QTabWidget *m_tabs = nullptr;
    FiledPane *m_filed = nullptr;
    LoanPane *m_loans = nullptr;
    QTimer m_tick;
};

} // namespace huiyin
