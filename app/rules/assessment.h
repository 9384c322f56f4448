// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/proposals.h>

namespace huiyin {

/// A question about penalties while it is answered: the pack, the facts, and what is to be said.
struct Assessment
{
    const Regulation &regulation;
    const PenaltyFacts &facts;
    Findings &findings;

    /// \param rule  the penalty it is about, whose words and first clause it gets; or none
    void add(const QString &code, Severity severity, const PenaltyRule *rule, Args args = {});

    /// The value of a figure of the penalty; a parameter nobody has entered is warned of.
    [[nodiscard]] std::optional<qint64> figure(const PenaltyRule &rule, const Figure &wanted);
};

/// One more line of how a proposal came about, in both languages; `%1` … are the blanks.
void explain(Proposal &proposal, const QString &zh, const QString &en, const QStringList &blanks);

} // namespace huiyin
