// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVector>

class QAction;
class QMenuBar;
class QToolBar;
class QWidget;

namespace huiyin {

/// What a command is called, where it stands and which keys call it. Each command is described
/// once, here.
struct CommandEntry
{
    const char *id;    ///< `case.new`
    const char *menu;  ///< id of its menu: file edit view case caller report tools help; empty =
                       ///< only in the list of all commands
    const char *text;  ///< English source text with mnemonic
    const char *icon;  ///< name below :/huiyin/icons, empty for none
    const char *keys;  ///< key sequences, separated by "; "
    const char *group; ///< commands of one group stand together between separators
    bool toolbar = false;
};

/// Every command of the window once: menu bar, toolbar, context menus, the list of all commands
/// (Ctrl+K) and the key card (Ctrl+/) are made from it. Triggering an action announces its id; the
/// window decides who acts.
class CommandRegistry : public QObject
{
    Q_OBJECT

public:
    explicit CommandRegistry(QObject *parent = nullptr);

    /// The table all the rest is made from.
    [[nodiscard]] static const QVector<CommandEntry> &table();

    /// Key sequences input methods and desktops own; never bound.
    [[nodiscard]] static const QVector<QKeySequence> &neverBound();

    /// The menus in their order: id and translated title.
    [[nodiscard]] static QVector<QPair<QString, QString>> menus();

    [[nodiscard]] QAction *action(const QString &id) const;
    [[nodiscard]] QStringList ids() const;

    /// The translated words without mnemonic and dots.
    [[nodiscard]] QString words(const QString &id) const;

    /// Sets whether the command can be used now; a disabled one says why in its tooltip.
    void setState(const QString &id, bool enabled, const QString &reason = {});

    /// Why the command cannot be used now, empty if it can.
    [[nodiscard]] QString reason(const QString &id) const;

    void fillMenuBar(QMenuBar *bar) const;

    /// Puts the toolbar's commands before `before` (nothing: at the end), anew if they stand there
    /// already. \param spared ids that are left out; they stay in their menus
    void
    fillToolBar(QToolBar *bar, QAction *before = nullptr, const QStringList &spared = {}) const;

    /// Gives the icons anew in the palette's text colour.
    void paintIcons();

signals:
    void triggered(const QString &id);

private:
    void describe(QAction *action, const QString &reason) const;

    QMap<QString, QAction *> m_actions;
    QMap<QString, QString> m_reasons;
};

} // namespace huiyin
