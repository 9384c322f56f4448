// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/page.h>

namespace huiyin {

Page::Page(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
{
}

std::optional<CommandState> Page::state(const QString &) const { return std::nullopt; }

void Page::perform(const QString &) {}

QList<QWidget *> Page::panes() const { return {}; }

void Page::keep() {}

void Page::refresh() {}

void Page::setWidthInHan(double) {}

} // namespace huiyin
