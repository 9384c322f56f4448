// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/tablemarks.h>

#include <QMap>

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

constexpr double kSameMm = 0.3;
constexpr double kTenths = 10;

/// Different positions in order; rules drawn twice count once.
QVector<double> distinct(QVector<double> places)
{
    std::sort(places.begin(), places.end());
    QVector<double> kept;
    for (const auto place : places) {
        if (kept.isEmpty() || place - kept.last() > kSameMm) {
            kept.append(place);
        }
    }
    return kept;
}

struct Lattice
{
    QVector<double> across; ///< y of rules from the left to the right edge
    QVector<double> down;   ///< x of rules
};

/// Rows end where rules run from the left to the right edge; they are drawn box by box, so pieces
/// are added up.
Lattice latticeOf(const InkPage &page)
{
    QVector<double> downs;
    QMap<qint64, QMap<qint64, double>> pieces; // y → left end → length, in tenths of a mm
    for (const auto &rule : page.rules) {
        if (std::abs(rule.from.x() - rule.to.x()) < kSameMm) {
            downs.append(rule.from.x());
        } else {
            const auto left = std::min(rule.from.x(), rule.to.x());
            auto &length = pieces[qRound64(rule.from.y() * kTenths)][qRound64(left * kTenths)];
            length = std::max(length, std::abs(rule.from.x() - rule.to.x()));
        }
    }
    Lattice lattice{{}, distinct(downs)};
    if (lattice.down.size() < 2) {
        return lattice;
    }
    const auto width = lattice.down.last() - lattice.down.first();
    QVector<double> acrosses;
    for (auto line = pieces.cbegin(); line != pieces.cend(); ++line) {
        double covered = 0;
        double longest = 0;
        for (const auto length : *line) {
            covered += length;
            longest = std::max(longest, length);
        }
        if (covered >= width - kSameMm || longest >= width - kSameMm) {
            acrosses.append(static_cast<double>(line.key()) / kTenths);
        }
    }
    lattice.across = distinct(acrosses);
    return lattice;
}

QString plain(QString text) { return text.remove(QLatin1Char('\n')); }

/// What stands inside a box of the page, read line by line.
QString textIn(const InkPage &page, const QRectF &box)
{
    QString text;
    for (const auto &ink : page.texts) {
        const auto middle = ink.at.x() + ink.line.width / 2;
        if (middle > box.left() && middle < box.right() && ink.at.y() > box.top() &&
            ink.at.y() < box.bottom() + kSameMm) {
            text += ink.line.text;
        }
    }
    return text;
}

} // namespace

QVector<DrillMark> drillMarks(const TableDocument &table, const InkDocument &document)
{
    QVector<DrillMark> marks;
    const auto columns = table.columns.size();
    qsizetype row = 0;
    for (int at = 0; at < document.pages.size() && row < table.rows.size(); ++at) {
        const auto &page = document.pages.at(at);
        const auto lattice = latticeOf(page);
        if (lattice.down.size() != columns + 1) {
            continue;
        }
        for (int band = 0; band + 1 < lattice.across.size() && row < table.rows.size(); ++band) {
            const auto top = lattice.across.at(band);
            const auto bottom = lattice.across.at(band + 1);
            const auto &cells = table.rows.at(row).cells;
            // A band is this row if it says what the row says; heads and joined heads say something
            // else.
            QVector<QRectF> boxes;
            qsizetype column = 0;
            bool same = true;
            for (const auto &cell : cells) {
                const auto left = lattice.down.at(column);
                column = std::min<qsizetype>(column + cell.columnSpan, columns);
                boxes.append(QRectF(QPointF(left, top), QPointF(lattice.down.at(column), bottom)));
                same = same && plain(textIn(page, boxes.last())) == plain(cell.text);
            }
            if (!same) {
                continue;
            }
            column = 0;
            for (qsizetype i = 0; i < cells.size(); ++i) {
                const auto &cell = cells.at(i);
                if (cell.drill) {
                    const auto words = QStringLiteral("%1 %2").arg(
                        plain(cells.first().text), plain(table.columns.at(column).head));
                    marks.append({{at, boxes.at(i), static_cast<int>(marks.size()), words},
                                  *cell.drill,
                                  words});
                }
                column += cell.columnSpan;
            }
            ++row;
        }
    }
    return marks;
}

} // namespace huiyin
