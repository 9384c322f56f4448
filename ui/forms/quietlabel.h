// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/theme.h>

#include <QLabel>

namespace huiyin {

/// A line of plain words in a colour of the theme; follows the theme.
class QuietLabel : public QLabel
{
    Q_OBJECT

public:
    explicit QuietLabel(const QString &text,
                        QWidget *parent = nullptr,
                        Theme::Role role = Theme::Role::Secondary);

    void setRole(Theme::Role role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintWords();

    Theme::Role m_role;
    bool m_painting = false;
};

} // namespace huiyin
