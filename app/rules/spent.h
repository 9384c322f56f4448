// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <rules/regulation.h>

#include <QStringList>

namespace huiyin {

/// What a step demands and the case has from an earlier round, so that it has to be given anew:
/// - for a step taken only in approval or only in review, what was needed for an earlier coming
///   there;
/// - for a closing after a reopening, what steps before the reopening wrote, unless the group asks
///   for it because of something they wrote as well.
/// What stood in the record from the intake, or was corrected, is no round's. \source GEN-03,
/// GEN-04
[[nodiscard]] QStringList spentFields(const CaseFile &caseFile, const MoveRule &rule);

} // namespace huiyin
