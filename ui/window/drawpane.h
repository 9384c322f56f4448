// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/regulation.h>
#include <window/page.h>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace huiyin {

class PaneJob;

/// Draws the cases a sampling duty asks to verify: period, seed, and the cases drawn. The same seed
/// draws the same cases, so anybody can check that nobody chose.
class DrawPane : public QWidget
{
    Q_OBJECT

public:
    explicit DrawPane(Shell &shell, QWidget *parent = nullptr);

    void setDuty(const DutyRule &duty, const QString &period);

    [[nodiscard]] QTableWidget *table() const { return m_table; }

signals:
    void caseWanted(const huiyin::CaseId &id);

private:
    void draw();
    void take(const Result<QVector<SampleCandidate>> &drawn, const QStringList &found);
    void openCase(int row);

    Shell &m_shell;
    DutyRule m_duty;
    QString m_task;
    QLineEdit *m_period = nullptr;
    QLineEdit *m_seed = nullptr;
    QPushButton *m_draw = nullptr;
    QLabel *m_words = nullptr;
    QTableWidget *m_table = nullptr;
    PaneJob *m_busy = nullptr;
};

} // namespace huiyin
