// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/pickpopup.h>
#include <forms/theme.h>

#include <QEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

PickPopup::PickPopup(QWidget *editor)
    : QFrame(editor)
    , m_editor(editor)
    , m_list(new QListWidget(this))
{
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Suggestions"));
    hide();
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        const int row = m_list->row(item);
        hide();
        emit picked(row);
    });
    m_editor->installEventFilter(this);
}

PickPopup::~PickPopup() = default;

void PickPopup::offer(const QStringList &words, int current)
{
    m_list->clear();
    if (words.isEmpty()) {
        hide();
        return;
    }
    m_list->addItems(words);
    m_list->setCurrentRow(current);
    place();
    show();
    raise();
}

void PickPopup::place()
{
    QWidget *window = m_editor->window();
    if (parentWidget() != window) {
        setParent(window);
    }
    const QFontMetrics metrics(m_list->font());
    int widest = m_editor->width();
    for (int i = 0; i < m_list->count(); ++i) {
        widest = std::max(
            widest, metrics.horizontalAdvance(m_list->item(i)->text()) + spacingUnit(font()) * 8);
    }
    const int rows = std::min(kRows, m_list->count());
    const int rowHeight =
        std::max(metrics.height() + spacingUnit(font()), m_list->sizeHintForRow(0));
    const QSize size(std::min(widest, window->width()), rows * rowHeight + 4);
    QPoint at = m_editor->mapTo(window, QPoint(0, m_editor->height()));
    if (at.y() + size.height() > window->height()) {
        at.setY(std::max(0, m_editor->mapTo(window, QPoint(0, 0)).y() - size.height()));
    }
    at.setX(std::clamp(at.x(), 0, std::max(0, window->width() - size.width())));
    setGeometry(QRect(at, size));
}

int PickPopup::current() const { return m_list->currentRow(); }

int PickPopup::count() const { return m_list->count(); }

QString PickPopup::word(int row) const
{
    const QListWidgetItem *item = m_list->item(row);
    return item ? item->text() : QString();
}

void PickPopup::move(int rows)
{
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + rows, 0, m_list->count() - 1));
}

bool PickPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && (event->type() == QEvent::FocusOut ||
                                event->type() == QEvent::Hide || event->type() == QEvent::Move)) {
        hide();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace huiyin
