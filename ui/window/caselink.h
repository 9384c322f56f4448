// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace huiyin {

/// A case one may go to: its number and, below, a few words. Both begin at the left edge; a button
/// of Qt would stand them in its middle.
class CaseLink : public QPushButton
{
    Q_OBJECT

public:
    /// \param room px for the words; longer ones end in an ellipsis and stand whole in the tooltip
    CaseLink(const QString &number, const QString &words, int room, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_number, m_words;
};

} // namespace huiyin
