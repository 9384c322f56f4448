// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/rowheights.h>

#include <algorithm>
#include <numeric>

namespace huiyin {

namespace {

/// Raises `heights` of the chosen rows towards their needs, all by the same share of what is there.
double raise(QVector<double> &heights,
             const QVector<double> &need,
             const QVector<bool> &chosen,
             double spare)
{
    QVector<qsizetype> lacking;
    for (qsizetype i = 0; i < heights.size(); ++i) {
        if (chosen.at(i) && need.at(i) > heights.at(i)) {
            lacking << i;
        }
    }
    std::sort(lacking.begin(), lacking.end(), [&](qsizetype a, qsizetype b) {
        return need.at(a) - heights.at(a) < need.at(b) - heights.at(b);
    });
    for (qsizetype k = 0; k < lacking.size(); ++k) {
        const qsizetype row = lacking.at(k);
        const double share = std::min(need.at(row) - heights.at(row),
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
    QVector<bool> fixed;
    for (const bool one : grows) {
        fixed << !one;
    }
    if (!firm.isEmpty()) {
        spare = raise(heights, firm, QVector<bool>(least.size(), true), spare);
    }
    spare = raise(heights, need, fixed, spare);
    spare = raise(heights, need, grows, spare);
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
