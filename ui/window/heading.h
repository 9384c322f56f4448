// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace huiyin {

/// A label larger than the text around it; keeps the proportion when the person changes the size of
/// letters.
class Heading : public QLabel
{
    Q_OBJECT

public:
    /// \param factor of the application's letters, 1 or more
    explicit Heading(double factor, QWidget *parent = nullptr);

    /// Takes the application's letters anew; an explicit size does not follow them by itself.
    void fit();

private:
    double m_factor;
};

} // namespace huiyin
