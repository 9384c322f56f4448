// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/quietlabel.h>

#include <QEvent>

namespace huiyin {

QuietLabel::QuietLabel(const QString &text, QWidget *parent, Theme::Role role)
    : QLabel(text, parent)
    , m_role(role)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    paintWords();
}

void QuietLabel::setRole(Theme::Role role)
{
    m_role = role;
    paintWords();
}

void QuietLabel::paintWords()
{
    m_painting = true;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::current().color(m_role));
    setPalette(colours);
    m_painting = false;
}

void QuietLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_painting) {
        paintWords();
    }
    QLabel::changeEvent(event);
}

} // namespace huiyin
