// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QTableWidget;

namespace huiyin {

class PaneJob;

/// The register of lent files: who has which file since when, and which should be back by now.
class LoanPane : public QWidget
{
    Q_OBJECT

public:
    explicit LoanPane(Shell &shell, QWidget *parent = nullptr);

    void refresh();

    [[nodiscard]] QTableWidget *table() const { return m_table; }

signals:
    void counted(int overdue);
    void caseWanted(const huiyin::CaseId &id);

private:
    void take(const Result<QVector<LoanRow>> &rows);

    Shell &m_shell;
    QVector<LoanRow> m_rows;
    QCheckBox *m_openOnly = nullptr;
    QLabel *m_words = nullptr;
    QTableWidget *m_table = nullptr;
    PaneJob *m_busy = nullptr;
};

} // namespace huiyin
