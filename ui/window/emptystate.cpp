// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/emptystate.h>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace huiyin {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_reason(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    m_reason->setAlignment(Qt::AlignCenter);
    m_reason->setWordWrap(true);
    column->addWidget(m_reason);
    column->addSpacing(spacingUnit(font()) * 3);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::acted);
}

void EmptyState::say(const QString &reason, const QString &action)
{
    m_reason->setText(reason);
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    // Where there is nothing to do the sentence itself is what the keyboard comes to.
    setAccessibleName(reason);
    setFocusPolicy(action.isEmpty() ? Qt::StrongFocus : Qt::NoFocus);
    setFocusProxy(action.isEmpty() ? nullptr : m_button);
}

} // namespace huiyin
