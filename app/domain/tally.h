// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>

#include <QString>
#include <QVector>

#include <array>

namespace huiyin {

/// What statistics add up, one column each, per day and dimension value.
enum class Count {
    Received, ///< spans opened that day (a reopened case counts again)
    Reopened, ///< of those, reopenings
    Closed,   ///< all closings: closed, declined, withdrawn
    Declined,
    Withdrawn,
    OnTime, ///< closings whose handling clock stopped not later than due
    Late,
    OverdueIn,  ///< spans whose handling clock came due that day without having stopped before
    OverdueOut, ///< closings that day of spans counted in OverdueIn before or on that day
    WorkedMin,  ///< sum of office minutes of closings that have them
    WorkedCases,
    Founded, ///< by day of closing
    PartlyFounded,
    Unfounded,
    VerySatisfied, ///< by day of closing
    Satisfied,
    BasicallySatisfied,
    Dissatisfied,
    NotRated,
    Repeat,  ///< by day of receipt
    LossFen, ///< by day of closing
};

inline constexpr int kCountCount = 21;

using Counts = std::array<qint64, kCountCount>;

/// The dimensions of the tally: what a table can be broken down by.
enum class Dimension { Total, Kind, Category, Channel, Department, Office };

/// One addition to the tally. `value` is the identifier or name in the dimension, empty for Total
/// and for "not given".
struct TallyEntry
{
    Day day;
    Dimension dimension;
    QString value;
    Counts counts = {};
};

/// What one case contributes to the statistics; the store adds the new and takes off the old
/// contribution in the transaction that changes the case. Voided cases contribute nothing. At most
/// one entry per (day, dimension, value).
[[nodiscard]] QVector<TallyEntry> tallyOf(const CaseFile &caseFile);

} // namespace huiyin
