// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>
#include <paper/inkpage.h>
#include <report/document.h>
#include <rules/texts.h>

#include <QString>

#include <optional>

namespace huiyin {

/// What the foot line of a printed table says beside the page number.
struct TableWordsOnPaper
{
    QString printedBy;
    std::optional<Instant> printedAt;
    Language language = Language::Chinese;
};

/// Lays a table out on A4: landscape when asked for or when its columns need it, then smaller type
/// down to 8 pt, then its columns in parts on pages of their own, each with the first column; heads
/// on every page, sign-off line and notes under the last part. Texts wrap, nothing is cut.
[[nodiscard]] InkDocument layOutTable(const TableDocument &table,
                                      const TableWordsOnPaper &words = {});

} // namespace huiyin
