// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/decide.h>

namespace huiyin {

/// What becomes of one clock of a case that goes over to another pack.
struct ClockChange
{
    enum class What { Kept, Recounted, Cancelled, Started };
    QString clock, zh, en;
    What what = What::Kept;
    std::optional<Instant> before, after; ///< due times; nothing where there is none
};

/// `kept`, `recounted`, `cancelled`, `started`
[[nodiscard]] QString clockChangeId(ClockChange::What what);

/// A running case as it would be under another pack or version.
struct Rebasing
{
    Decision decision; ///< facts to record; a refusal where the case cannot go over
    QVector<ClockChange> clocks;
};

/// Takes a running case over to the pack of `ground`. Each running clock the pack also has counts
/// anew from its own start by the pack's limit, with its pauses; an extension already granted is
/// never cut short; a clock the pack has not is cancelled; one only the pack has starts at its own
/// start. Past steps, values and stopped clocks stay. \param present  the pack the case follows now
/// \error rebase.closed, rebase.same, rebase.stage (the pack has not the stage the
/// case is in, or no step out of it), step.keptOut
[[nodiscard]] Rebasing decideRebase(const Ground &ground,
                                    const Actor &actor,
                                    const Regulation &present,
                                    const CaseFile &caseFile,
                                    const QString &reason);

} // namespace huiyin
