// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/boxtext.h>
#include <paper/inkpage.h>

#include <QRectF>
#include <QVector>

#include <functional>

namespace huiyin {

inline constexpr double kPadAcross = 1.2; ///< mm from a rule to text beside it
inline constexpr double kPadDown = 1.3;   ///< mm from a rule to text below or above it
inline constexpr double kFramePoints = 1;
inline constexpr double kRulePoints = 0.5;

enum class Across { Left, Centre, Right };
enum class Down { Top, Middle, Bottom };

/// Puts lines `from` … `from + count` of a text into a box, mm.
void inkBox(InkPage &page,
            const BoxText &text,
            const QRectF &box,
            Across across,
            Down down,
            qsizetype from = 0,
            qsizetype count = -1);

/// Puts one line so that it ends or begins at a point; y is the middle of its characters.
void inkLine(InkPage &page, const QVector<InkLine> &lines, double x, double y, Across across);

/// The left and upper edge of a cell.
void inkEdges(InkPage &page, const QRectF &box);

/// The frame around a table.
void inkFrame(InkPage &page, const QRectF &box);

struct FlowCell
{
    double x = 0, width = 0; ///< mm from the frame's left edge
    BoxText text;
    Across across = Across::Left;
    bool again = false; ///< whole on every page its row goes over to
};

struct FlowRow
{
    QVector<FlowCell> cells;
    double least = 8;      ///< mm
    double pad = kPadDown; ///< mm above and below its text
    bool startsPage = false;
    bool ruleAbove = false; ///< a heavy rule: totals
    bool topped = false;    ///< text from the top of the row instead of its middle
};

/// The height of a row that stands whole, mm.
[[nodiscard]] double heightOf(const FlowRow &row);

/// A table that runs over as many pages as it needs. Rows stay whole where a page can hold them; a
/// higher row goes on by lines, so nothing is ever cut. Head and foot are drawn on every page.
struct Flow
{
    double left = 25, width = 167;
    double firstTop = 45, nextTop = 30, bottom = 279; ///< mm
    double headHeight = 0, footHeight = 0;
    double lastFootHeight = 0; ///< of the foot, the part that stands on the last page only
    std::function<void(InkPage &, double y)> head;
    /// `firstRow` and `rows` are those begun on the page: one that goes on is told once
    std::function<void(InkPage &, double y, qsizetype firstRow, qsizetype rows, bool last)> foot;
    QVector<FlowRow> rows;
    bool keepWhole = true;           ///< a row that fits on a page of its own is not broken
    const FlowRow *filler = nullptr; ///< empty rows down to the foot of the last page: a ledger
};

struct Flowed
{
    QVector<InkPage> pages;
    QVector<int> pageOfRow; ///< page, from 0, each row begins on
    double end = 0;         ///< mm, where the last page's table ends
};

[[nodiscard]] Flowed flowOver(const Flow &flow);

/// Spreads `total` mm over columns by weight, none narrower than its need while there is room.
[[nodiscard]] QVector<double>
sharedWidths(const QVector<double> &weights, const QVector<double> &needs, double total);

} // namespace huiyin
