// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>

#include <QString>
#include <QStringList>

namespace huiyin {

/// The words of a text as the index holds them, blank separated: Chinese runs as overlapping pairs
/// plus the last character alone, Latin and digits as lower-case words. "客户投诉 ABC-12" → "客户
/// 户投 投诉 诉 abc 12".
[[nodiscard]] QString indexWords(const QString &text);

/// All of a case that can be searched: its numbers and the given fields, and every telephone number
/// a second time backwards behind a mark, so that a tail is a prefix.
[[nodiscard]] QString searchTextOf(const CaseFile &caseFile, const QStringList &searchFields);

/// The full-text expression of what a person typed: words are ANDed, each is a phrase; digits also
/// match the end of a telephone number. Empty if nothing in it can be searched.
[[nodiscard]] QString matchOf(const QString &words);

/// The expression that finds telephone numbers ending in these digits. Empty for fewer than four
/// digits.
[[nodiscard]] QString matchPhone(const QString &digits);

/// The expression that finds this telephone number and no longer one. Empty if it is too short to
/// be indexed.
[[nodiscard]] QString matchWholePhone(const QString &number);

} // namespace huiyin
