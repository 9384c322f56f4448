// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <forms/cell.h>

#include <QFont>
#include <QFontMetrics>
#include <QRect>
#include <QString>
#include <QVector>

#include <vector>

namespace huiyin {

class InlineMessage;

/// One editor of the grid with what belongs to it.
struct PaperUnit
{
    QString field;
    QString label;        ///< accessible name, one line
    Cell *cell = nullptr; ///< nothing for read-only cells that only show words
    InlineMessage *message = nullptr;
    QString shown; ///< words of a read-only cell
    QString inner; ///< small label inside the box, empty if the label cell says it
    bool required = false;
    bool wide = false; ///< takes a whole row when pairs reflow
    bool grow = false;
    bool signs = false; ///< stands in the right half, as signatures do on paper
    int share = 1;      ///< of its line
    int fastKey = 0;    ///< order on the fast path, 0 = not on it
    Severity severity = Severity::Hint;
    bool spoken = false; ///< a message stands below it
};

/// One box of the paper: a label, or lines of units.
struct PaperBox
{
    int row = 0, column = 0, rowSpan = 1, columnSpan = 1;
    QString text;   ///< of a label box
    QString labels; ///< field the label box speaks for
    bool vertical = false;
    bool grow = false;
    QVector<QVector<int>> lines; ///< units
};

/// Letters of an alphabet are turned on their side where Chinese stands upright.
[[nodiscard]] inline bool liesOnItsSide(const QString &text)
{
    return !text.isEmpty() && text.front() < QChar(0x2E80);
}

/// Room kept on both sides of a label for the star of a required field, px.
[[nodiscard]] inline int starRoom(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(u'*') + 3;
}

struct PaperLayout
{
    int columns = 12;
    int rows = 0;
    QVector<PaperBox> boxes;
};

/// Where everything stands at one width.
struct PaperPlan
{
    struct Tint
    {
        QRect rect;
        QString text;
        bool vertical = false;
        bool required = false;
        int unit = -1; ///< clicked, this unit takes the focus
    };

    struct Inner
    {
        QRect rect;
        QString text;
        bool required = false;
    };

    QVector<QRect> boxes; ///< outlines
    QVector<Tint> tints;
    QVector<Inner> inners;
    QVector<QRect> editors;  ///< per unit
    QVector<QRect> messages; ///< per unit, empty if none
    int height = 0;
};

/// Lays the boxes as on paper. \param height  px to fill if more than needed: goes to the boxes
/// that grow
[[nodiscard]] PaperPlan planPaper(const PaperLayout &layout,
                                  const std::vector<PaperUnit> &units,
                                  int width,
                                  int height,
                                  const QFont &font);

/// Lays label–field pairs, `pairs` a row.
[[nodiscard]] PaperPlan
planPairs(const std::vector<PaperUnit> &units, int pairs, int width, int height, const QFont &font);

} // namespace huiyin
