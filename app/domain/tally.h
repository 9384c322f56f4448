// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>

#include <QString>
#include <QVector>

#include <array>
#include <utility>

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
    DueIn,   ///< spans whose handling limit is that day, kept or not
    In24h,   ///< of those: answered within 24 hours …
    In3Days, ///< … within three working days
    In7Days, ///< … after the third and within the seventh
    Over7Days,
    Special,    ///< of DueIn: with a limit extended, or marked special
    SpecialIn3, ///< of Special: within three working days all the same
    Visited,    ///< closings of cases whose return visit reached the customer, by day of closing
    Returned,   ///< goods taken back or exchanged, by day of receipt
};

inline constexpr int kCountCount = 30;

using Counts = std::array<qint64, kCountCount>;

/// The dimensions of the tally: what a table can be broken down by. The first six add up to the
/// total; of the others only named values are kept, what is missing to the total is "not given".
enum class Dimension {
    Total,
    Kind,
    Category,
    Channel,
    Department,
    Office,
    Handler,
    Product, ///< product and supplier, see tallyPair(); Received, Reopened and Returned only
    Cause,   ///< cause code and department; Received and Reopened only
    Clock,   ///< department and `minutes label` of a short clock; OnTime and Late only, by the day
             ///< it stopped
    Subject, ///< category and department; Received and Reopened only
};

inline constexpr int kDimensionCount = 11;

/// Whether the groups of a dimension carry open cases over: of the others only what happened in a
/// period is known.
[[nodiscard]] constexpr bool carriesOver(Dimension dimension)
{
    return dimension < Dimension::Product;
}

/// The value of a dimension of two parts, and its parts again.
[[nodiscard]] QString tallyPair(const QString &first, const QString &second);
[[nodiscard]] std::pair<QString, QString> tallyParts(const QString &pair);

/// One addition to the tally. `value` is the identifier or name in the dimension, empty for Total
/// and for "not given".
struct TallyEntry
{
    Day day;
    Dimension dimension;
    QString value;
    Counts counts = {};
};

/// The counts one stay of a case adds to, a bit (1 << Count) for each: a list finds by them the
/// cases behind a number.
[[nodiscard]] qint64 countedIn(const CaseFile &caseFile, const OpenSpan &span);

/// What one case contributes to the statistics; the store adds the new and takes off the old
/// contribution in the transaction that changes the case. Voided cases contribute nothing. At most
/// one entry per (day, dimension, value).
[[nodiscard]] QVector<TallyEntry> tallyOf(const CaseFile &caseFile);

} // namespace huiyin
