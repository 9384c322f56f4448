// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/deadlinestate.h>

#include <QRectF>
#include <QStyledItemDelegate>
#include <QWidget>

class QPainter;

namespace huiyin {

class Theme;

/// Draws the shape of a state into a square: ring with pie, triangles, octagon, bars, crescent,
/// check.
void paintDeadlineShape(QPainter &painter,
                        const QRectF &square,
                        const DeadlineState &state,
                        const Theme &theme);

/// Draws shape and text as a rounded chip; gives the width used.
int paintDeadlineChip(QPainter &painter,
                      const QRect &rect,
                      const DeadlineState &state,
                      const Theme &theme,
                      const QFont &font,
                      bool selected);

/// The width a chip takes in a list, px: years of working days overdue still stand in it.
[[nodiscard]] int deadlineChipRoom(const QFont &font);

/// Shape, word and remaining time of a clock.
class DeadlineChip : public QWidget
{
    Q_OBJECT

public:
    explicit DeadlineChip(QWidget *parent = nullptr);

    void setState(const DeadlineState &state);

    [[nodiscard]] const DeadlineState &state() const { return m_state; }

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    DeadlineState m_state;
};

/// Paints the deadline column of case lists from CaseListModel::DeadlineRole.
class DeadlineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace huiyin
