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

/// The figures a regulation leaves to the organisation: the value in force, where it comes from,
/// and the organisation's own in its place, with a reason.
class ParametersPane : public QWidget
{
    Q_OBJECT

public:
    explicit ParametersPane(Shell &shell, QWidget *parent = nullptr);

    /// \param id  of the pack; empty: none, its figures cannot be changed
    void setRegulation(const QString &id);

    [[nodiscard]] QTableWidget *table() const { return m_table; }

    [[nodiscard]] int count() const { return static_cast<int>(m_states.size()); }

signals:
    void said(const QString &message);

private:
    void refresh();
    void showCurrent();
    void change(const QString &text);
    [[nodiscard]] QString valueWords(const ParameterRule &rule, std::optional<qint64> scaled) const;
    [[nodiscard]] QString sourceWords(const ParameterState &state) const;

    Shell &m_shell;
    QString m_id;
    QVector<ParameterState> m_states;
    QTableWidget *m_table = nullptr;
    QWidget *m_editor = nullptr;
    QLabel *m_name = nullptr, *m_unit = nullptr, *m_said = nullptr;
    QLineEdit *m_value = nullptr, *m_reason = nullptr;
    QPushButton *m_record = nullptr, *m_back = nullptr;
};

} // namespace huiyin
