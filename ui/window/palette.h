// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>
#include <QVector>

#include <functional>

class QLineEdit;
class QListWidget;

namespace huiyin {

class CommandRegistry;

/// What the page before the person offers besides the commands of the window: a step of its case.
struct OfferedCommand
{
    QString words;
    QString alsoCalled; ///< in the other language
    bool enabled = true;
    QString reason = {}; ///< why not now
    std::function<void()> run;
};

/// All commands in one list (Ctrl+K): type part of a name or its initials, Enter does it, Esc goes
/// back to where the cursor was. Lies over the window, never a window of its own.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(CommandRegistry &commands, QWidget *over);

    void open();

    /// Asked for every time the list opens; what it gives stands first.
    void setOffering(std::function<QVector<OfferedCommand>()> offering);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void addRow(const QIcon &icon,
                const QString &words,
                const QString &keys,
                bool enabled,
                const QString &reason);
    void run();
    void leave();

    CommandRegistry &m_commands;
    QLineEdit *m_box = nullptr;
    QListWidget *m_list = nullptr;
    QPointer<QWidget> m_before;
    std::function<QVector<OfferedCommand>()> m_offering;
    QVector<OfferedCommand> m_offered;
};

} // namespace huiyin
