// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

namespace huiyin {

/// The line one searches in: a lens before the words, a cross behind them, both with a name of
/// their own. The lens starts the search like Enter.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *m_lens = nullptr;
};

} // namespace huiyin
