// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/assessment.h>

namespace huiyin {

/// The months in which what is proposed is taken: under the cap of the pack, with what earlier
/// penalties still take. Penalties of one person share one cap, in the order they are planned.
class ProposedMonths
{
public:
    explicit ProposedMonths(Assessment &about)
        : m_case(about)
    {
    }

    /// Gives a proposal with an amount its schedule.
    void plan(const PenaltyRule &rule, const PenaltyParty &party, Proposal &proposal);

    /// Hints at whoever loses more of a month's wage than the law's usual line.
    void hintWages(const QVector<Proposal> &list);

private:
    Assessment &m_case;
    QMap<QString, QMap<QString, qint64>> m_taken; ///< person → month → fen under the cap
};

} // namespace huiyin
