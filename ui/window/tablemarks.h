// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/inkpage.h>
#include <report/document.h>
#include <window/inkview.h>

namespace huiyin {

/// A number on the paper that leads to its cases.
struct DrillMark
{
    InkView::Mark mark;
    CaseFilter filter;
    QString words; ///< row and column it stands in: `咨询 受理`
};

/// Finds where the numbers of a table that have cases behind them stand on its laid-out pages, by
/// the rules that divide the rows and columns. Marks are numbered 0, 1, 2 … in their order.
[[nodiscard]] QVector<DrillMark> drillMarks(const TableDocument &table,
                                            const InkDocument &document);

} // namespace huiyin
