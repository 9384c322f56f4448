// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>

#include <vector>

namespace huiyin {

/// A row of buttons and words that goes on in further lines where it finds no room: at large text
/// sizes and on small screens nothing of it is cut. What is left over of a line goes to stretches
/// and to items that expand.
class WrapRow : public QLayout
{
    Q_OBJECT

public:
    explicit WrapRow(QWidget *parent = nullptr);
    ~WrapRow() override;

    void addSpacing(int width); ///< px; none at the beginning and the end of a line
    void addStretch();
    void addLayout(QLayout *layout);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int at) const override;
    QLayoutItem *takeAt(int at) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Lays the items into the rectangle, or only reckons how high that is, px.
    int arrange(const QRect &rect, bool place) const;

    std::vector<QLayoutItem *> m_items;
};

} // namespace huiyin
