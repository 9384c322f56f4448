// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/regulation.h>

namespace huiyin {

/// What a step of a case is called (Step::action): by the pack the case follows, for a step taken
/// under an earlier one by whichever pack knows it, for the program's own steps by the program; the
/// id itself only where nobody knows it.
[[nodiscard]] QString stepWord(const QString &action,
                               const Regulation &own,
                               const QVector<Regulation> &packs,
                               bool chinese);

} // namespace huiyin
