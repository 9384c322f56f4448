// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace huiyin {

/// What stands where a list has nothing: the reason, and one thing to do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void say(const QString &reason, const QString &action);

signals:
    void acted();

private:
    QLabel *m_reason = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace huiyin
