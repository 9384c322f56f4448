// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace huiyin {

class PaneJob;

/// 试算: the closed cases of a period under another pack, side by side with what they were. Writes
/// nothing.
class TrialPane : public QWidget
{
    Q_OBJECT

public:
    explicit TrialPane(Shell &shell, QWidget *parent = nullptr);

    /// The pack to try, its overlays laid over it; nothing: none can be tried.
    void setPack(const std::optional<Regulation> &pack);
    void setPeriod(const QString &period);
    void run();

    [[nodiscard]] QTableWidget *sums() const { return m_sums; }

    [[nodiscard]] QTableWidget *changes() const { return m_changes; }

    [[nodiscard]] bool running() const;

signals:
    void caseWanted(const huiyin::CaseId &id);

private:
    void take(const Result<TrialReport> &report);
    void openCase(int row);

    Shell &m_shell;
    std::optional<Regulation> m_pack;
    QLineEdit *m_period = nullptr;
    QPushButton *m_run = nullptr;
    QLabel *m_words = nullptr;
    QWidget *m_found = nullptr;
    QTableWidget *m_sums = nullptr;
    QTableWidget *m_changes = nullptr;
    PaneJob *m_busy = nullptr;
};

} // namespace huiyin
