// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace huiyin {

/// Whether a spreadsheet would run the text, or read it as a sum: it begins with = + - @ or a
/// control of the line, and is no number.
[[nodiscard]] bool isRunnable(const QString &text);

/// Text that a spreadsheet takes for what it is: what it would run gets an apostrophe in front.
[[nodiscard]] QString harmlessText(const QString &text);

/// The same for a cell of a CSV file; digits it would shorten (leading zero, more than eleven) get
/// a tab.
[[nodiscard]] QString guardedCell(const QString &text);

/// What guardedCell() was given, also where nothing was put in front.
[[nodiscard]] QString unguardedCell(const QString &cell);

} // namespace huiyin
