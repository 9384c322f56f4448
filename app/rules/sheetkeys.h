// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The one table of what a sheet description may say. The reader checks against it and the schema
// document is printed from it, so the two cannot drift apart.

#include <rules/toml.h>

#include <QString>
#include <QStringList>
#include <QVector>

namespace huiyin::sheetkeys {

enum class Want {
    Text,
    Whole,
    Number,
    Flag,
    FlagOrWhole,
    Words,
    Margins,
    Rows,
    Cells,
    Parts,
    Changes,
    Pairs,
    Sheet
};

struct Key
{
    QString name;
    Want want = Want::Text;
    bool needed = false;
    QStringList words;          ///< the only values allowed; empty = free
    double least = 0, most = 0; ///< of numbers; both 0 = free
    QString zh, en;             ///< what it says
};

using Keys = QVector<Key>;

[[nodiscard]] const QStringList &shows(); ///< printed forms of values
[[nodiscard]] const Keys &file();
[[nodiscard]] const Keys &sheet();
[[nodiscard]] const Keys &variant(); ///< [sheet] of a variant
[[nodiscard]] const Keys &change();
[[nodiscard]] const Keys &row();
[[nodiscard]] const Keys &cell();
[[nodiscard]] const Keys &part();
[[nodiscard]] const Keys &margins();

/// Checks a table against its keys: unknown, missing, of the wrong type, beyond the range, not
/// among the words. Gives true if no fault was found. \param where what the table is, for the
/// sentence: `[sheet]`, `[[row]] 3` \error sheet.key.unknown, sheet.key.missing, sheet.key.type,
/// sheet.key.range, sheet.key.word
bool check(const TomlValue &table,
           const Keys &keys,
           const QString &where,
           const QString &file,
           Findings &findings);

} // namespace huiyin::sheetkeys
