// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace huiyin {

class CommandRegistry;

/// All commands in one list (Ctrl+K): type part of a name or its initials, Enter does it, Esc goes
/// back to where the cursor was. Lies over the window, never a window of its own.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(CommandRegistry &commands, QWidget *over);

    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void run();
    void leave();

    CommandRegistry &m_commands;
    QLineEdit *m_box = nullptr;
    QListWidget *m_list = nullptr;
    QPointer<QWidget> m_before;
};

} // namespace huiyin
