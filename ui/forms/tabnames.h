// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTabBar>
#include <QTabWidget>

namespace huiyin {

/// Names tabs for an assistive tool, which stops at the widget and at its bar.
inline void nameTabs(QTabWidget &tabs, const QString &name)
{
    tabs.setAccessibleName(name);
    tabs.tabBar()->setAccessibleName(name);
}

} // namespace huiyin
