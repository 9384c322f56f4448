// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/taskmodel.h>
#include <window/page.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace huiyin {

class DeadlineChip;
class DrawPane;
class Heading;
class QuietLabel;

/// One task beside the list: what, when, who, its clauses, what the regulation leaves open, and
/// what can be done with it – open the case, say that a duty is done, draw the cases to be
/// verified.
class TaskSide : public QWidget
{
    Q_OBJECT

public:
    explicit TaskSide(Shell &shell, QWidget *parent = nullptr);

    /// \param row  of the model; below 0: nothing is chosen
    void showTask(const TaskModel &model, int row);

    /// Asks for a note on what was done; only of a duty.
    void askNote();

    /// As wide as its widest button, with room for a scroll bar.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void openWanted();
    void doneWanted(const QString &note); ///< the duty shown is done
    void left();                          ///< the note was put away
    void caseWanted(const huiyin::CaseId &id);

private:
    void build();
    void buildNote();
    void showDuty(const QString &taskId);
    [[nodiscard]] QString leftOpen(const Task &task) const;

    Shell &m_shell;
    bool m_duty = false; ///< a duty is shown
    Heading *m_what = nullptr;
    DeadlineChip *m_chip = nullptr;
    QLabel *m_facts = nullptr, *m_clauses = nullptr;
    QuietLabel *m_open = nullptr;
    QPushButton *m_openCase = nullptr, *m_finish = nullptr;
    QWidget *m_inside = nullptr, *m_noteRow = nullptr;
    QLineEdit *m_note = nullptr;
    DrawPane *m_draw = nullptr;
};

} // namespace huiyin
