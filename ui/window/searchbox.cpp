// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/searchbox.h>

#include <QAction>
#include <QEvent>
#include <QToolButton>

namespace huiyin {

SearchBox::SearchBox(QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(tr("Search"));
    m_lens = addAction(Theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_lens->setText(tr("Start the search"));
    connect(m_lens, &QAction::triggered, this, &QLineEdit::returnPressed);
    setClearButtonEnabled(true);
    // Qt names neither of the two buttons it puts into the line.
    for (auto *button : findChildren<QToolButton *>()) {
        button->setAccessibleName(button->defaultAction() == m_lens ? m_lens->text()
                                                                    : tr("Clear the search"));
    }
}

void SearchBox::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_lens) {
        m_lens->setIcon(Theme::icon(QStringLiteral("search")));
    }
}

} // namespace huiyin
