// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/regulation.h>

namespace huiyin {

/// `R-TRD-15  …`: each clause with its words, one a line; the id alone where the pack has no words
/// for it.
[[nodiscard]] QString
clauseWords(const Regulation &regulation, const QStringList &rules, bool chinese);

} // namespace huiyin
