// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/keycardpage.h>

#include <QAction>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

QString keysOf(const QAction *action)
{
    QStringList keys;
    for (const auto &key : action->shortcuts()) {
        keys.append(key.toString(QKeySequence::NativeText));
    }
    return keys.join(QStringLiteral("  "));
}

} // namespace

KeyCardPage::KeyCardPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_tree(new QTreeWidget(this))
{
    const auto unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    column->addWidget(m_tree);
    m_tree->setHeaderLabels({tr("Keys"), tr("Does")});
    m_tree->setRootIsDecorated(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Key card"));
    setFocusProxy(m_tree);
    const auto addGroup = [this](const QString &words) {
        auto *group = new QTreeWidgetItem(m_tree, {words});
        auto bold = font();
        bold.setBold(true);
        group->setFont(0, bold);
        group->setFirstColumnSpanned(true);
        group->setExpanded(true);
        return group;
    };
    for (const auto &[menu, heading] : CommandRegistry::menus()) {
        QTreeWidgetItem *group = nullptr;
        for (const auto &entry : CommandRegistry::table()) {
            const auto *action = shell.commands.action(QString::fromLatin1(entry.id));
            if (QString::fromLatin1(entry.menu) != menu || action->shortcut().isEmpty()) {
                continue;
            }
            if (!group) {
                auto words = heading;
                words.remove(QLatin1Char('&'));
                group = addGroup(words);
            }
            new QTreeWidgetItem(group,
                                {keysOf(action), shell.commands.words(action->objectName())});
        }
    }
    auto *form = addGroup(tr("In a form"));
    const QVector<QPair<QString, QString>> inForm = {
        {QStringLiteral("Tab  Shift+Tab"), tr("every cell in printed order")},
        {QStringLiteral("Enter  Shift+Enter"),
         tr("the cells marked * one after the other; the last one leads to Register")},
        {QStringLiteral("1 … 9"), tr("choose in a cell with choices")},
        {QStringLiteral("Ctrl+↓"), tr("leave a cell of several lines")},
        {QStringLiteral("F7  Alt+↓"),
         tr("open the list of a cell; at a signature: refused to sign")},
        {QStringLiteral(".."), tr("repeat the same cell of the previous case")},
        {QStringLiteral("Ctrl+T"), tr("put in the present date and time")},
        {QStringLiteral("Alt+P N Q L B G X S Y"),
         tr("phone, name, channel, kind, category, severity, details, remedy, promise")},
    };
    for (const auto &[keys, words] : inForm) {
        new QTreeWidgetItem(form, {keys, words});
    }
    auto *list = addGroup(tr("In a list"));
    const QVector<QPair<QString, QString>> inList = {
        {QStringLiteral("Enter"), tr("open the case")},
        {QStringLiteral("Space"), tr("show or hide the preview")},
        {QStringLiteral("a … z"), tr("jump to a name by its initials")},
        {QStringLiteral("Ctrl+C  Ctrl+Shift+C"), tr("copy rows; with headings")},
        {QStringLiteral("Ctrl+1 … Ctrl+9"), tr("the queues")},
    };
    for (const auto &[keys, words] : inList) {
        new QTreeWidgetItem(list, {keys, words});
    }
    m_tree->resizeColumnToContents(0);
}

QString KeyCardPage::title() const { return tr("Key card"); }

QString KeyCardPage::iconName() const { return QStringLiteral("keyboard"); }

QList<QWidget *> KeyCardPage::panes() const { return {m_tree}; }

} // namespace huiyin
