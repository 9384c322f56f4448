// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/inkpage.h>
#include <paper/surround.h>

#include <QVector>

namespace huiyin {

inline constexpr int kLetterLines = 22; ///< of a page of an official letter \source GB/T 9704-2012

/// Distance from line to line of a letter, mm: 22 lines fill the text block.
[[nodiscard]] double letterPitch(const Sheet &sheet);

/// The pages of a sheet in the style 公文: organisation, title and header line, then the rows as
/// lines without rules, over as many pages as they need.
[[nodiscard]] QVector<InkPage> letterPages(const SheetInput &input);

/// The page number of a letter between dashes, 7 mm below the text block: outer edge, one character
/// in. \source GB/T 9704-2012 7.5
void inkLetterNumber(
    InkPage &page, PrintFonts &fonts, double left, double width, double bottom, int number);

} // namespace huiyin
