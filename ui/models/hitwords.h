// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/uiground.h>

namespace huiyin {

/// The field of a case in which a search found one of the words, by its label, and what it says:
/// 网格员：孙八. Empty where only names, numbers and addresses hold them, which lists mask.
[[nodiscard]] QString
fieldWith(const UiGround &ground, const CaseFile &caseFile, const QStringList &words);

} // namespace huiyin
