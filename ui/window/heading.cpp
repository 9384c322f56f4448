// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/heading.h>

#include <QApplication>

namespace huiyin {

Heading::Heading(double factor, QWidget *parent)
    : QLabel(parent)
    , m_factor(factor)
{
    setTextFormat(Qt::PlainText);
    fit();
}

void Heading::fit()
{
    QFont large;
    large.setBold(true);
    large.setPointSizeF(QApplication::font().pointSizeF() * m_factor);
    setFont(large);
}

} // namespace huiyin
