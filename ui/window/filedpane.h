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

/// Filed cases whose term is over, and their destruction: proposed by one person, signed by another
/// with a witness, then – named by its legal ground – carried out. Counted on another thread.
class FiledPane : public QWidget
{
    Q_OBJECT

public:
    explicit FiledPane(Shell &shell, QWidget *parent = nullptr);

    void refresh();

    [[nodiscard]] QTableWidget *table() const { return m_table; }

    [[nodiscard]] bool counting() const;

signals:
    void counted(int cases);
    void caseWanted(const huiyin::CaseId &id);

private:
    void take(const Result<QVector<RetentionRow>> &rows, const Result<Finding> &copies);
    void showButtons();
    void sign(bool approval);
    void destroy();
    void tell(const Result<QVector<CaseAnswer>> &answers, const Findings &more = {});
    [[nodiscard]] QString stateWords(const Destruction &destruction) const;
    [[nodiscard]] QVector<CaseId> chosen(Destruction::State state) const;

    Shell &m_shell;
    QVector<RetentionRow> m_rows;
    QLabel *m_words = nullptr, *m_copies = nullptr, *m_said = nullptr;
    QTableWidget *m_table = nullptr;
    QWidget *m_editor = nullptr;
    QLineEdit *m_witness = nullptr, *m_ground = nullptr;
    QPushButton *m_propose = nullptr, *m_approve = nullptr, *m_destroy = nullptr;
    PaneJob *m_busy = nullptr;
};

} // namespace huiyin
