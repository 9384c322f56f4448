// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace huiyin {

/// 启用: from when, with which overlays, and which running cases keep their version.
class UsePane : public QWidget
{
    Q_OBJECT

public:
    explicit UsePane(Shell &shell, QWidget *parent = nullptr);

    /// \param hindrance  why the pack cannot be put in force, empty if it can
    void setPack(const std::optional<Regulation> &pack,
                 const QVector<Regulation> &overlays,
                 const QString &hindrance);

    /// The overlays checked.
    [[nodiscard]] QStringList with() const;

    /// The day typed; nothing if it is none.
    [[nodiscard]] std::optional<Day> from() const;

    void setFrom(const QString &day);

    /// Says why it was not done.
    void refuse(const QString &sentence);

    [[nodiscard]] QPushButton *button() const { return m_use; }

    [[nodiscard]] QTableWidget *running() const { return m_running; }

signals:
    void wanted();
    void overlaysChanged();
    void caseWanted(const huiyin::CaseId &id);

private:
    void fillRunning();

    Shell &m_shell;
    QLineEdit *m_from = nullptr;
    QVBoxLayout *m_overlayRows = nullptr;
    QVector<QCheckBox *> m_overlays;
    QLabel *m_words = nullptr;
    QLabel *m_keeps = nullptr;
    QTableWidget *m_running = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace huiyin
