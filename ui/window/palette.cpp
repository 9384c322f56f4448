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
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kWidthHan = 30;
constexpr int kRows = 12;

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

void CommandPalette::open()
{
    m_before = QApplication::focusWidget();
    const auto han = hanWidth(font());
    const auto wide = std::min(kWidthHan * han, parentWidget()->width() - 2 * han);
    resize(wide, (kRows + 3) * fontMetrics().height() * 3 / 2);
    move((parentWidget()->width() - wide) / 2, 3 * fontMetrics().height());
    m_box->clear();
    filter({});
    show();
    raise();
    m_box->setFocus();
}

void CommandPalette::filter(const QString &typed)
{
    m_list->clear();
    const auto room = width() - layout()->contentsMargins().left() * 2 -
                      m_list->iconSize().width() -
                      style()->pixelMetric(QStyle::PM_ScrollBarExtent) - hanWidth(font()) * 5 / 2;
    // A command without a picture keeps its place: the words stand in one column.
    QPixmap blank(m_list->iconSize().isValid() ? m_list->iconSize() : QSize(16, 16));
    blank.fill(Qt::transparent);
    for (const auto &id : m_commands.ids()) {
        const auto words = m_commands.words(id);
        if (id == QLatin1String("commands.open") ||
            (!typed.isEmpty() && !findsWord(typed, words))) {
            continue;
        }
        const auto *action = m_commands.action(id);
        auto *item = new QListWidgetItem(
            action->icon().isNull() ? QIcon(blank) : action->icon(), words, m_list);
        const auto keys = action->shortcut().toString(QKeySequence::NativeText);
        item->setText(keys.isEmpty() ? words : QStringLiteral("%1    %2").arg(words, keys));
        item->setData(Qt::UserRole, id);
        if (!action->isEnabled()) {
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
            const auto reason = m_commands.reason(id);
            item->setToolTip(reason);
            item->setText(reason.isEmpty() ? item->text()
                                           : QStringLiteral("%1  —  %2").arg(item->text(), reason));
        }
        item->setData(Qt::AccessibleTextRole, item->text());
        item->setText(m_list->fontMetrics().elidedText(item->text(), Qt::ElideRight, room));
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

void CommandPalette::run()
{
    const auto *item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled)) {
        return;
    }
    const auto id = item->data(Qt::UserRole).toString();
    leave();
    m_commands.action(id)->trigger();
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
