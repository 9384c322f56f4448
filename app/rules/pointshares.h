// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Shared by the files that propose penalties; not for other rooms.

#include <rules/proposals.h>

namespace huiyin {

/// What one person bears of a loss. `party` points into the facts.
struct PointShare
{
    const PenaltyParty *party = nullptr;
    QString group;
    qint64 fen = 0;
    QString zh, en; ///< the formula
};

struct PointShares
{
    QVector<PointShare> list;
    QString fault; ///< penalty.points.none, penalty.points.over, penalty.tooLarge; else empty
    Args args;
};

/// Splits the loss to all parties by base points; the share of a group goes on to its members.
/// \source R-TRD-31, R-TRD-33
[[nodiscard]] PointShares pointShares(const PenaltyFacts &facts);

/// The persons, those inside groups too.
[[nodiscard]] QVector<PenaltyParty> allPersons(const QVector<PenaltyParty> &parties);

} // namespace huiyin
