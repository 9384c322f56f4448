// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace huiyin {

class PaneJob;

/// Running cases under another regulation or version: first the list of what would become of each –
/// which due times move, which clocks go or come, which case cannot go over and why –, then, with a
/// reason, the going over.
class MovePane : public QWidget
{
    Q_OBJECT

public:
    explicit MovePane(Shell &shell, QWidget *parent = nullptr);

    /// \param id  of the pack, empty: none can be gone over to; \param with  overlays beside it
    void setRegulation(const QString &id, const QStringList &with);

    [[nodiscard]] QTableWidget *table() const { return m_table; }

    [[nodiscard]] bool running() const;

signals:
    void caseWanted(const huiyin::CaseId &id);

private:
    void list();
    void take(const Result<MovePlan> &plan);
    void move();
    void moved(const Result<Outcome> &outcome);
    void say(const QString &words);
    [[nodiscard]] QString changeWords(const MoveRow &row) const;

    Shell &m_shell;
    QString m_id;
    QStringList m_with;
    std::optional<MovePlan> m_plan;
    QPushButton *m_list = nullptr, *m_move = nullptr;
    QLineEdit *m_reason = nullptr;
    QWidget *m_editor = nullptr;
    QLabel *m_words = nullptr;
    QTableWidget *m_table = nullptr;
    PaneJob *m_busy = nullptr;
};

} // namespace huiyin
