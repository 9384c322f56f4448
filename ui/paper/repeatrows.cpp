// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/repeatrows.h>

#include <QJsonArray>

#include <algorithm>

namespace huiyin {

namespace {

/// A cell printed with every entry: one that lies in the group, but for a label as high as the
/// group, which stands once beside all of them.
bool isOfEntry(const SheetCell &cell, int from, int to)
{
    const bool within = cell.row >= from && cell.row + cell.rowSpan <= to;
    const bool beside = cell.row == from && cell.row + cell.rowSpan == to &&
                        (cell.kind == CellKind::Label || cell.kind == CellKind::Text);
    return within && !beside;
}

/// The rows `from` to before `to`, put in `times` times.
Sheet grown(const Sheet &sheet, int from, int to, int times)
{
    const int size = to - from;
    const int extra = size * (times - 1);
    Sheet out = sheet;
    out.cells.clear();
    for (int i = 0; i < extra; ++i) {
        out.rows.insert(to + i, sheet.rows.at(from + i % size));
    }
    for (SheetCell cell : sheet.cells) {
        if (isOfEntry(cell, from, to)) {
            cell.list = sheet.rows.at(from).repeat;
            for (cell.entry = 0; cell.entry < times; ++cell.entry) {
                out.cells.append(cell);
                cell.row += size;
            }
            continue;
        }
        const bool below = cell.row >= to;
        cell.row += below ? extra : 0;
        cell.rowSpan += !below && cell.row + cell.rowSpan >= to ? extra : 0;
        out.cells.append(cell);
    }
    std::stable_sort(
        out.cells.begin(), out.cells.end(), [](const SheetCell &a, const SheetCell &b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
    return out;
}

} // namespace

Sheet withEntries(const Sheet &sheet, const QJsonObject &fields)
{
    Sheet out = sheet;
    for (int from = 0; from < out.rows.size();) {
        const SheetRow row = out.rows.at(from);
        int to = from + 1;
        while (to < out.rows.size() && out.rows.at(to).repeat == row.repeat) {
            ++to;
        }
        if (row.repeat.isEmpty()) {
            from = to;
            continue;
        }
        const auto entries = fields.value(row.repeat).toArray().size();
        const int times = std::max(row.atLeast, static_cast<int>(entries));
        out = grown(out, from, to, times);
        from += (to - from) * times;
    }
    return out;
}

QJsonObject fieldsOf(const SheetCell &cell, const QJsonObject &fields)
{
    if (!cell.of.isEmpty()) {
        return fields.value(cell.of).toObject();
    }
    if (cell.entry < 0) {
        return fields;
    }
    QJsonObject own = fields.value(cell.list).toArray().at(cell.entry).toObject();
    own.insert(QStringLiteral("confidential"), fields.value(QStringLiteral("confidential")));
    return own;
}

} // namespace huiyin
