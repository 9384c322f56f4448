// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/pagetabs.h>

#include <QAccessible>
#include <QTabBar>

namespace huiyin {

PageTabs::PageTabs(QWidget *parent)
    : QTabWidget(parent)
{
    connect(tabBar(), &QTabBar::tabMoved, this, &PageTabs::forgetAccess);
}

void PageTabs::tabInserted(int) { forgetAccess(); }

void PageTabs::tabRemoved(int) { forgetAccess(); }

void PageTabs::forgetAccess()
{
    if (!QAccessible::isActive()) {
        return;
    }
    QAccessibleInterface *known = QAccessible::queryAccessibleInterface(tabBar());
    QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
    QAccessibleEvent event(tabBar(), QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

} // namespace huiyin
