// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheet.h>

#include <algorithm>

namespace huiyin {

QSizeF Sheet::paperSize() const
{
    return paper == QLatin1String("A4-landscape")   ? QSizeF(297, 210)
           : paper == QLatin1String("A5-landscape") ? QSizeF(210, 148)
                                                    : QSizeF(210, 297);
}

bool Sheet::takesComplaints() const
{
    return std::any_of(rows.cbegin(), rows.cend(), [](const SheetRow &row) {
        return row.part == QLatin1String("intake");
    });
}

QStringList Sheet::shownFields() const
{
    QStringList shown;
    const auto add = [&](const SheetCell &cell) {
        for (const QString &field :
             {cell.kind == CellKind::Field ? cell.field : QString(), cell.sign}) {
            if (!field.isEmpty() && !shown.contains(field)) {
                shown << field;
            }
        }
    };
    for (const SheetCell &cell : cells) {
        add(cell);
        std::for_each(cell.parts.cbegin(), cell.parts.cend(), add);
    }
    std::for_each(header.cbegin(), header.cend(), add);
    return shown;
}

QVector<const SheetCell *> Sheet::fastPath() const
{
    QVector<const SheetCell *> path;
    const auto add = [&](const SheetCell &cell) {
        if (cell.fast) {
            path.append(&cell);
        }
    };
    for (const SheetCell &cell : cells) {
        add(cell);
        std::for_each(cell.parts.cbegin(), cell.parts.cend(), add);
    }
    std::stable_sort(path.begin(), path.end(), [](const SheetCell *a, const SheetCell *b) {
        // Stops without a number come after the numbered ones, in printed order.
        const auto key = [](const SheetCell *cell) {
            return cell->fastOrder == 0 ? 1000 : cell->fastOrder;
        };
        return key(a) < key(b);
    });
    return path;
}

QString Sheet::key() const
{
    const QString named = id + QLatin1Char('/') + QString::number(version);
    return edition.isEmpty() ? named : named + QLatin1Char('-') + edition;
}

} // namespace huiyin
