// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <report/books.h>
#include <report/statistics.h>

// Inside of the report room.

namespace huiyin {

/// countStatistics() with books that are open.
[[nodiscard]] Result<Statistics> countFigures(const CaseReader &reader,
                                              const Books &books,
                                              const Period &period,
                                              Instant now,
                                              const Progress &progress);

/// Adds to counted figures the groups that only some tables show: handlers, products, causes and
/// short clocks. There may be thousands of them, so that the figures alone do without.
[[nodiscard]] Result<Done> countNamed(const Books &books, Statistics &statistics);

/// The figures of one dimension of a period, frozen or as the register stands.
[[nodiscard]] Result<FigureTable> figuresBy(
    const Books &books, Dimension dimension, const Period &period, Instant now, bool live = false);

/// Tells of the period's declined cases those received before it, wherever accepted ones are shown.
[[nodiscard]] Result<Done> countEarlierDeclines(const CaseReader &reader, Statistics &statistics);

/// Tells what of these figures belongs to months closed before, by group and by case.
[[nodiscard]] Result<Done>
countCorrections(const CaseReader &reader, const Books &books, Statistics &statistics);

/// Adds the units sold, as known when a month was closed, else as entered by now.
[[nodiscard]] Result<Done>
countSold(const CaseReader &reader, const Books &books, Statistics &statistics);

} // namespace huiyin
