// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QTreeWidget;

namespace huiyin {

/// All commands with their keys, by menu, and the keys inside forms and lists.
class KeyCardPage : public Page
{
    Q_OBJECT

public:
    explicit KeyCardPage(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;

private:
    QTreeWidget *m_tree = nullptr;
};

} // namespace huiyin
