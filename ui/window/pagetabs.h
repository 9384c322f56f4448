// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabWidget>

namespace huiyin {

/// Tabs that come and go. Qt 6.4 remembers the accessible tabs by position and shows vanished ones
/// as holes, on which a screen reader stumbles; here the memory is dropped whenever a tab comes,
/// goes or moves.
class PageTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit PageTabs(QWidget *parent);

protected:
    void tabInserted(int index) override;
    void tabRemoved(int index) override;

private:
    void forgetAccess();
};

} // namespace huiyin
