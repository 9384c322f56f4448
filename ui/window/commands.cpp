// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/commands.h>

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace huiyin {

namespace {

constexpr auto kContext = "Commands";

// clang-format off
const QVector<CommandEntry> &entries()
{
    static const QVector<CommandEntry> kEntries = {
        {"case.new", "file", QT_TRANSLATE_NOOP("Commands", "&New case"), "clipboard-plus", "F2; Ctrl+N", "new", true},
        {"case.print", "file", QT_TRANSLATE_NOOP("Commands", "&Print…"), "printer", "Ctrl+P", "print", true},
        {"case.preview", "file", QT_TRANSLATE_NOOP("Commands", "Print pre&view"), "eye", "Ctrl+Shift+P", "print"},
        {"file.pdf", "file", QT_TRANSLATE_NOOP("Commands", "Save as P&DF…"), "file-type-pdf", "", "print"},
        {"list.export", "file", QT_TRANSLATE_NOOP("Commands", "&Export list…"), "file-export", "Ctrl+E", "exchange", true},
        {"register.import", "file", QT_TRANSLATE_NOOP("Commands", "&Import register…"), "file-import", "", "exchange"},
        {"tab.close", "file", QT_TRANSLATE_NOOP("Commands", "&Close tab"), "x", "Ctrl+W", "quit"},
        {"app.quit", "file", QT_TRANSLATE_NOOP("Commands", "&Quit"), "door-exit", "Ctrl+Q", "quit"},

        {"edit.undo", "edit", QT_TRANSLATE_NOOP("Commands", "&Undo the last step"), "arrow-back-up", "Ctrl+Z", "undo"},
        {"edit.copy", "edit", QT_TRANSLATE_NOOP("Commands", "&Copy rows"), "copy", "", "copy"},
        {"case.amend", "edit", QT_TRANSLATE_NOOP("Commands", "&Amend…"), "pencil", "", "amend"},
        {"search.open", "edit", QT_TRANSLATE_NOOP("Commands", "&Search"), "search", "Ctrl+F", "find"},
        {"commands.open", "edit", QT_TRANSLATE_NOOP("Commands", "All co&mmands"), "command", "Ctrl+K", "find"},

        {"view.refresh", "view", QT_TRANSLATE_NOOP("Commands", "&Refresh"), "refresh", "F5", "move"},
        {"view.nextPane", "view", QT_TRANSLATE_NOOP("Commands", "Next &pane"), "arrow-right", "F6", "move"},
        {"view.previousPane", "view", QT_TRANSLATE_NOOP("Commands", "Pre&vious pane"), "arrow-left", "Shift+F6", "move"},
        {"tab.next", "view", QT_TRANSLATE_NOOP("Commands", "Next &tab"), "", "Ctrl+Tab", "move"},
        {"view.side", "view", QT_TRANSLATE_NOOP("Commands", "&Side panel"), "layout-sidebar-right", "Ctrl+B", "look"},
        {"view.caller", "view", QT_TRANSLATE_NOOP("Commands", "C&aller panel"), "", "Alt+1", "look"},
        {"view.deadlines", "view", QT_TRANSLATE_NOOP("Commands", "&Deadline panel"), "", "Alt+2", "look"},
        {"list.columns", "view", QT_TRANSLATE_NOOP("Commands", "C&olumns…"), "columns", "", "look"},
        {"view.larger", "view", QT_TRANSLATE_NOOP("Commands", "&Larger text"), "text-increase", "Ctrl+=; Ctrl++", "text"},
        {"view.smaller", "view", QT_TRANSLATE_NOOP("Commands", "S&maller text"), "text-decrease", "Ctrl+-", "text"},
        {"view.normal", "view", QT_TRANSLATE_NOOP("Commands", "&Normal text"), "text-size", "Ctrl+0", "text"},
        {"view.fullScreen", "view", QT_TRANSLATE_NOOP("Commands", "&Full screen"), "", "F11", "text"},

        {"case.open", "case", QT_TRANSLATE_NOOP("Commands", "&Open case"), "folder-open", "", "open"},
        {"case.take", "case", QT_TRANSLATE_NOOP("Commands", "&Take over"), "user-check", "F9", "step", true},
        {"case.forward", "case", QT_TRANSLATE_NOOP("Commands", "&Forward"), "send", "F12", "step", true},
        {"case.visit", "case", QT_TRANSLATE_NOOP("Commands", "&Return visit"), "phone-call", "Ctrl+R", "step", true},
        {"case.attach", "case", QT_TRANSLATE_NOOP("Commands", "&Attach file…"), "paperclip", "", "step"},
        {"form.submit", "case", QT_TRANSLATE_NOOP("Commands", "Register or &save"), "check", "F8", "form"},
        {"form.submitAndNew", "case", QT_TRANSLATE_NOOP("Commands", "Register and start a &new one"), "plus", "Shift+F8", "form"},
        {"form.resolve", "case", QT_TRANSLATE_NOOP("Commands", "Resolve no&w"), "checks", "Ctrl+Return; Ctrl+Enter", "form"},
        {"form.saveDraft", "case", QT_TRANSLATE_NOOP("Commands", "Save &draft"), "device-floppy", "Ctrl+S", "form"},
        {"tasks.open", "case", QT_TRANSLATE_NOOP("Commands", "Tas&ks"), "checks", "", "queues"},
        {"inbox.open", "case", QT_TRANSLATE_NOOP("Commands", "To a&pprove"), "rubber-stamp", "", "queues"},

        {"caller.find", "caller", QT_TRANSLATE_NOOP("Commands", "&Find caller"), "user-search", "F3", "caller", true},
        {"caller.take", "caller", QT_TRANSLATE_NOOP("Commands", "&Take the call"), "phone", "F4", "caller"},
        {"caller.append", "caller", QT_TRANSLATE_NOOP("Commands", "&Add the call to the open case"), "message-plus", "Shift+F4", "caller"},
        {"caller.cases", "caller", QT_TRANSLATE_NOOP("Commands", "&Cases of this caller"), "list-details", "", "caller"},

        {"report.open", "report", QT_TRANSLATE_NOOP("Commands", "&Monthly report"), "report-analytics", "", "report", true},

        {"calendar.open", "tools", QT_TRANSLATE_NOOP("Commands", "Working &calendar"), "calendar-cog", "", "office"},
        {"regulation.open", "tools", QT_TRANSLATE_NOOP("Commands", "&Regulations"), "book", "", "office"},
        {"sheets.open", "tools", QT_TRANSLATE_NOOP("Commands", "&Paper forms"), "file-text", "", "office"},
        {"drafts.open", "tools", QT_TRANSLATE_NOOP("Commands", "&Drafts"), "notes", "", "office"},
        {"file.backup", "tools", QT_TRANSLATE_NOOP("Commands", "&Back up…"), "database-export", "", "keep"},
        {"file.verify", "tools", QT_TRANSLATE_NOOP("Commands", "&Verify the case file"), "shield-check", "", "keep"},

        {"help.keys", "help", QT_TRANSLATE_NOOP("Commands", "&Key card"), "keyboard", "Ctrl+/", "help"},
        {"help.field", "help", QT_TRANSLATE_NOOP("Commands", "Help for this &field"), "help-circle", "F1", "help"},
        {"help.about", "help", QT_TRANSLATE_NOOP("Commands", "&About"), "info-circle", "", "help"},
    };
    return kEntries;
}

// clang-format on

QString latin(const char *text) { return QString::fromLatin1(text); }

QString translated(const char *text) { return QCoreApplication::translate(kContext, text); }

/// Chinese menus carry "(&N)" behind the word; English ones mark a letter inside it.
QString withoutMnemonic(QString text)
{
    const auto open = text.indexOf(QLatin1String("(&"));
    if (open >= 0 && text.indexOf(QLatin1Char(')'), open) == open + 3) {
        text.remove(open, 4);
    }
    text.remove(QLatin1Char('&'));
    text.remove(QChar(0x2026));
    return text;
}

} // namespace

CommandRegistry::CommandRegistry(QObject *parent)
    : QObject(parent)
{
    for (const auto &entry : entries()) {
        const auto id = latin(entry.id);
        auto *action = new QAction(translated(entry.text), this);
        action->setObjectName(id);
        QList<QKeySequence> keys;
        for (const auto &part : latin(entry.keys).split(QLatin1String("; "), Qt::SkipEmptyParts)) {
            keys.append(QKeySequence::fromString(part, QKeySequence::PortableText));
        }
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, [this, id] { emit triggered(id); });
        m_actions.insert(id, action);
        describe(action, {});
    }
    paintIcons();
}

const QVector<CommandEntry> &CommandRegistry::table() { return entries(); }

const QVector<QKeySequence> &CommandRegistry::neverBound()
{
    static const QVector<QKeySequence> kKeys = [] {
        QVector<QKeySequence> keys;
        for (const auto *text : {"Ctrl+Space",
                                 "Shift+Space",
                                 "Ctrl+.",
                                 "Ctrl+;",
                                 "Ctrl+Shift+F",
                                 "F10",
                                 "Shift+F10"}) {
            keys.append(QKeySequence::fromString(latin(text), QKeySequence::PortableText));
        }
        return keys;
    }();
    return kKeys;
}

QVector<QPair<QString, QString>> CommandRegistry::menus()
{
    return {
        {QStringLiteral("file"), translated(QT_TRANSLATE_NOOP("Commands", "&File"))},
        {QStringLiteral("edit"), translated(QT_TRANSLATE_NOOP("Commands", "&Edit"))},
        {QStringLiteral("view"), translated(QT_TRANSLATE_NOOP("Commands", "&View"))},
        {QStringLiteral("case"), translated(QT_TRANSLATE_NOOP("Commands", "&Case"))},
        {QStringLiteral("caller"), translated(QT_TRANSLATE_NOOP("Commands", "C&ustomer"))},
        {QStringLiteral("report"), translated(QT_TRANSLATE_NOOP("Commands", "&Reports"))},
        {QStringLiteral("tools"), translated(QT_TRANSLATE_NOOP("Commands", "&Tools"))},
        {QStringLiteral("help"), translated(QT_TRANSLATE_NOOP("Commands", "&Help"))},
    };
}

QAction *CommandRegistry::action(const QString &id) const
{
    auto *action = m_actions.value(id);
    Q_ASSERT_X(action, "CommandRegistry::action", qPrintable(id));
    return action;
}

QStringList CommandRegistry::ids() const
{
    QStringList ids;
    for (const auto &entry : entries()) {
        ids.append(latin(entry.id));
    }
    return ids;
}

QString CommandRegistry::words(const QString &id) const
{
    return withoutMnemonic(action(id)->text());
}

void CommandRegistry::describe(QAction *action, const QString &reason) const
{
    auto tip = withoutMnemonic(action->text());
    if (!action->shortcut().isEmpty()) {
        tip += QStringLiteral("  ") + action->shortcut().toString(QKeySequence::NativeText);
    }
    if (!reason.isEmpty()) {
        tip += QLatin1Char('\n') + reason;
    }
    action->setToolTip(tip);
    action->setStatusTip({});
    for (auto *widget : action->associatedObjects()) {
        if (auto *button = qobject_cast<QToolButton *>(widget)) {
            button->setAccessibleDescription(reason);
        }
    }
}

void CommandRegistry::setState(const QString &id, bool enabled, const QString &reason)
{
    auto *command = action(id);
    const auto why = enabled ? QString() : reason;
    if (command->isEnabled() == enabled && m_reasons.value(id) == why) {
        return;
    }
    command->setEnabled(enabled);
    m_reasons.insert(id, why);
    describe(command, why);
}

QString CommandRegistry::reason(const QString &id) const { return m_reasons.value(id); }

void CommandRegistry::fillMenuBar(QMenuBar *bar) const
{
    for (const auto &[menuId, title] : menus()) {
        auto *menu = bar->addMenu(title);
        menu->setObjectName(QStringLiteral("menu.") + menuId);
        menu->setToolTipsVisible(true);
        QString group;
        for (const auto &entry : entries()) {
            if (latin(entry.menu) != menuId) {
                continue;
            }
            if (!group.isEmpty() && group != latin(entry.group)) {
                menu->addSeparator();
            }
            group = latin(entry.group);
            menu->addAction(action(latin(entry.id)));
        }
    }
}

void CommandRegistry::fillToolBar(QToolBar *bar, QAction *before, const QStringList &spared) const
{
    for (const auto &entry : entries()) {
        if (!entry.toolbar) {
            continue;
        }
        auto *command = action(latin(entry.id));
        bar->removeAction(command);
        if (spared.contains(latin(entry.id))) {
            continue;
        }
        const auto keys = command->shortcut().toString(QKeySequence::NativeText);
        const auto shown = words(latin(entry.id));
        // Only single function keys stand on the button; combinations are in the menu and the
        // tooltip.
        command->setIconText(keys.isEmpty() || keys.contains(QLatin1Char('+'))
                                 ? shown
                                 : shown + QLatin1Char(' ') + keys);
        bar->insertAction(before, command);
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(command))) {
            button->setAccessibleName(shown);
            button->setFocusPolicy(Qt::TabFocus);
        }
    }
}

void CommandRegistry::paintIcons()
{
    for (const auto &entry : entries()) {
        if (*entry.icon) {
            action(latin(entry.id))->setIcon(Theme::icon(latin(entry.icon)));
        }
    }
}

} // namespace huiyin
