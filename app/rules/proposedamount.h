// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/assessment.h>

namespace huiyin {

/// Puts into the proposal what the penalty comes to: chosen within a range, a fixed sum, a share
/// of a base. What cannot be known or was chosen outside the range goes to the findings; a share
/// of a loss is not worked out here.
void settleAmount(Assessment &about,
                  const PenaltyRule &rule,
                  const PenaltyParty &party,
                  Proposal &proposal);

} // namespace huiyin
