// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>
#include <report/tables.h>
#include <report/xlsx.h>

namespace huiyin {

/// The words of a table or register of this desk.
[[nodiscard]] TableWords tableWords(const Desk &desk, Language language);

/// What a filter lets through, in words: `全部` for one that holds nothing back.
[[nodiscard]] QString filterWords(const CaseFilter &filter, const TableWords &words);

/// The page 说明 of a spreadsheet: its name (the first one), what was chosen, by whom and when it
/// was written, under which regulation. \param chosen  a period, or what filterWords() says
[[nodiscard]] QVector<Remark>
fileRemarks(const Desk &desk, Language language, const QString &chosen);

} // namespace huiyin
