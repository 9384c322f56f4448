// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/rowheights.h>

#include <algorithm>
#include <numeric>

namespace huiyin {

namespace {

/// Raises `heights` of the chosen rows towards their needs, all by the same share of what is there.
double raise(QVector<double> &heights, const RowHeights &rows, bool growing, double spare)
{
    QVector<qsizetype> lacking;
    for (qsizetype i = 0; i < heights.size(); ++i) {
        if (rows.grows.at(i) == growing && rows.need.at(i) > heights.at(i)) {
            lacking << i;
        }
    }
    std::sort(lacking.begin(), lacking.end(), [&](qsizetype a, qsizetype b) {
        return rows.need.at(a) - heights.at(a) < rows.need.at(b) - heights.at(b);
    });
    for (qsizetype k = 0; k < lacking.size(); ++k) {
        const qsizetype row = lacking.at(k);
        const double share = std::min(rows.need.at(row) - heights.at(row),
                                      spare / static_cast<double>(lacking.size() - k));
        heights[row] += share;
        spare -= share;
    }
    return spare;
}

} // namespace

QVector<double> RowHeights::fitted(double room) const
{
    QVector<double> heights = least;
    double spare = room - std::accumulate(least.cbegin(), least.cend(), 0.0);
    if (spare <= 0) {
        return heights;
    }
    spare = raise(heights, *this, false, spare);
    spare = raise(heights, *this, true, spare);
    double growing = 0;
    for (qsizetype i = 0; i < least.size(); ++i) {
        growing += grows.at(i) ? least.at(i) : 0;
    }
    for (qsizetype i = 0; growing > 0 && i < least.size(); ++i) {
        heights[i] += grows.at(i) ? spare * least.at(i) / growing : 0;
    }
    return heights;
}

} // namespace huiyin
