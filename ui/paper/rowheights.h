// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVector>

namespace huiyin {

/// Heights of the rows of one page, mm.
struct RowHeights
{
    QVector<double> least; ///< as described
    QVector<double> need;  ///< for what stands in them, at least `least`
    QVector<bool> grows;   ///< takes free height
    QVector<double> firm;  ///< for the boxes to tick, which are not torn; empty without any

    /// Heights for a page of `room` mm: every row gets its need if the page can hold all, and what
    /// is left goes to the growing rows by their height; else boxes to tick come first, then short
    /// rows before growing ones, and none falls below its least.
    [[nodiscard]] QVector<double> fitted(double room) const;
};

} // namespace huiyin
