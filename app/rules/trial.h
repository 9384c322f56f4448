// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <rules/decide.h>

#include <optional>

namespace huiyin {

/// What a case that is over would have been under some pack: the answer to “what if”.
struct Trial
{
    bool hasClock = false;      ///< a handling clock would have run
    std::optional<bool> onTime; ///< stopped by its due time; nothing without a handling clock
    std::optional<Instant> due; ///< of the handling clock
    int clocks = 0;             ///< clocks that would have run
    int lateClocks = 0;         ///< of them, stopped after their due time or never
    int told = 0;               ///< rungs of the ladders reached before the clocks stopped

    friend bool operator==(const Trial &, const Trial &) = default;
};

/// Replays the case under ground.regulation: its values, the times of its steps, its pauses. An
/// extension it was granted counts as granted again as far as the pack allows one. Steps the pack
/// has and the case never took start nothing and stop nothing; a closing stops every clock.
/// \error as startClock()
[[nodiscard]] Result<Trial> replay(const Ground &ground, const CaseFile &caseFile);

} // namespace huiyin
