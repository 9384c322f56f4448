// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace huiyin {

/// One entry of the roster: puts a person on it, changes department and roles, or takes one out of
/// office with a reason.
class RosterForm : public QWidget
{
    Q_OBJECT

public:
    explicit RosterForm(Shell &shell, QWidget *parent = nullptr);

    /// Shows a person of the roster; nothing: an empty entry, of oneself while nobody is on it.
    void showPerson(const std::optional<Person> &person);

    /// The reason for going out of office is recorded: it goes.
    void recorded();

signals:
    void wanted(const huiyin::Person &person);
    void unwanted(const QString &id, const QString &reason);
    void refused(const QString &sentence); ///< nothing was asked of the desk
    void cleared();                        ///< the person begins a new entry

private:
    void showRoles(const QStringList &held);
    void submit();

    Shell &m_shell;
    bool m_known = false; ///< the entry is of somebody on the roster
    QLineEdit *m_id = nullptr, *m_name = nullptr, *m_department = nullptr, *m_reason = nullptr;
    QListWidget *m_roles = nullptr;
    QPushButton *m_new = nullptr, *m_keep = nullptr, *m_disable = nullptr;
};

} // namespace huiyin
