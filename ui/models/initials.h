// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace huiyin {

/// The first letters of a Chinese text's sounds, lower case: 包装损坏 → bzsh. Letters and digits
/// stay, other signs go. One reading per character, the usual one; characters outside the common
/// 3755 give nothing.
[[nodiscard]] QString initials(QStringView text);

/// Whether the typed text finds the word: it is part of it, or begins its initials.
[[nodiscard]] bool findsWord(QStringView typed, QStringView word);

} // namespace huiyin
