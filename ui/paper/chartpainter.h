// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/inkpage.h>
#include <report/document.h>

#include <QRectF>

namespace huiyin {

/// The most a printed chart is high, mm.
inline constexpr double kChartHeight = 90;

/// Whether there is anything to draw: one value above zero.
[[nodiscard]] bool hasMarks(const Chart &chart);

/// Draws a chart of lines and greys that stay apart in black and white: bars by shade, lines by
/// dashes and marks. Counts on the left scale, shares on the right one. Of very many labels the
/// first 24 are shown and the title says so. \param box mm on the page
void inkChart(InkPage &page, PrintFonts &fonts, const Chart &chart, const QRectF &box);

} // namespace huiyin
