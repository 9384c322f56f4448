// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/decide.h>

namespace huiyin {

/// Looks whether a complaint being recorded repeats one of ground.earlier: the same complainant
/// (telephone, or name and receiving unit) and the same matter (category, or the number given as
/// related). After an answer it is repeated; by an authority, a superior body or the media before
/// an answer it is skip-level; otherwise the case at hand is named. Fills repeatFlag, repeatKind
/// and relatedNo where nobody wrote them and says so; `repeatFlag: false` or `repeatKind: None` of
/// a person stands. Codes: intake.repeat, intake.skipLevel, intake.again \source R-NET-36
void proposeRepeat(const Ground &ground, QJsonObject &fields, Findings &findings);

} // namespace huiyin
