// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <models/initials.h>
#include <window/commands.h>
#include <window/palette.h>

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSet>
#include <QVBoxLayout>

#include <utility>

namespace huiyin {

namespace {

constexpr int kWidthHan = 30;
constexpr int kRows = 12;
constexpr int kIdRole = Qt::UserRole;          ///< of a command of the window
constexpr int kOfferedRole = Qt::UserRole + 1; ///< place among what the page offers

} // namespace

CommandPalette::CommandPalette(CommandRegistry &commands, QWidget *over)
    : QFrame(over)
    , m_commands(commands)
    , m_box(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_box);
    column->addWidget(m_list);
    m_box->setPlaceholderText(tr("Command or its initials"));
    m_box->setAccessibleName(tr("All commands"));
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true); // the sentence where nothing is found; commands are elided
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_box->installEventFilter(this);
    connect(m_box, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::setOffering(std::function<QVector<OfferedCommand>()> offering)
{
    m_offering = std::move(offering);
}

void CommandPalette::open()
{
    m_offered = m_offering ? m_offering() : QVector<OfferedCommand>();
    m_before = QApplication::focusWidget();
    const auto han = hanWidth(font());
    const auto wide = std::min(kWidthHan * han, parentWidget()->width() - 2 * han);
    resize(wide, (kRows + 3) * fontMetrics().height() * 3 / 2);
    move((parentWidget()->width() - wide) / 2, 3 * fontMetrics().height());
    const auto side = fontMetrics().height() * 5 / 4;
    m_list->setIconSize(QSize(side, side));
    m_box->clear();
    filter({});
    show();
    raise();
    m_box->setFocus();
}

void CommandPalette::filter(const QString &typed)
{
    m_list->clear();
    // A command without a picture keeps its place: the words stand in one column.
    QPixmap blank(m_list->iconSize());
    blank.fill(Qt::transparent);
    QSet<QString> named;
    for (const auto &id : m_commands.ids()) {
        named.insert(m_commands.words(id));
    }
    for (int at = 0; at < m_offered.size(); ++at) {
        const auto &offered = m_offered.at(at);
        // What a command of the window stands for is in the list already, with its key.
        if (named.contains(offered.words) ||
            (!typed.isEmpty() && !findsWord(typed, offered.words) &&
             !findsWord(typed, offered.alsoCalled))) {
            continue;
        }
        addRow(Theme::icon(QStringLiteral("arrow-right")),
               offered.words,
               {},
               offered.enabled,
               offered.reason);
        m_list->item(m_list->count() - 1)->setData(kOfferedRole, at);
    }
    for (const auto &id : m_commands.ids()) {
        const auto words = m_commands.words(id);
        if (id == QLatin1String("commands.open") ||
            (!typed.isEmpty() && !findsWord(typed, words))) {
            continue;
        }
        const auto *action = m_commands.action(id);
        addRow(action->icon().isNull() ? QIcon(blank) : action->icon(),
               words,
               action->shortcut().toString(QKeySequence::NativeText),
               action->isEnabled(),
               m_commands.reason(id));
        m_list->item(m_list->count() - 1)->setData(kIdRole, id);
    }
    if (m_list->count() == 0) {
        auto *none = new QListWidgetItem(
            tr("No command is called so. Type part of its name or its initials."), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->flags().testFlag(Qt::ItemIsEnabled)) {
            m_list->setCurrentRow(row);
            break;
        }
    }
}

void CommandPalette::addRow(const QIcon &icon,
                            const QString &words,
                            const QString &keys,
                            bool enabled,
                            const QString &reason)
{
    const auto room = width() - layout()->contentsMargins().left() * 2 -
                      m_list->iconSize().width() -
                      style()->pixelMetric(QStyle::PM_ScrollBarExtent) - hanWidth(font()) * 5 / 2;
    auto whole = keys.isEmpty() ? words : QStringLiteral("%1    %2").arg(words, keys);
    auto *item = new QListWidgetItem(icon, whole, m_list);
    if (!enabled) {
        item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        item->setToolTip(reason);
        whole = reason.isEmpty() ? whole : QStringLiteral("%1  —  %2").arg(whole, reason);
    }
    item->setData(Qt::AccessibleTextRole, whole);
    // Who looks for one that cannot be used is told why, in as many lines as it takes.
    item->setText(!enabled && !m_box->text().isEmpty()
                      ? whole
                      : m_list->fontMetrics().elidedText(whole, Qt::ElideRight, room));
}

void CommandPalette::run()
{
    const auto *item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled)) {
        return;
    }
    const auto id = item->data(kIdRole).toString();
    const auto offered = item->data(kOfferedRole);
    leave();
    if (offered.isValid()) {
        m_offered.at(offered.toInt()).run();
    } else {
        m_commands.action(id)->trigger();
    }
}

void CommandPalette::leave()
{
    hide();
    if (m_before) {
        m_before->setFocus();
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
            leave();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QApplication::sendEvent(m_list, event);
            return true;
        default:
            break;
        }
    }
    if (event->type() == QEvent::FocusOut) {
        hide();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace huiyin
