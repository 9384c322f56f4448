// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Inside of the editing of sheets, shared by its files; not for other rooms. Inline tables and
// arrays of a sheet as text, so that what is not changed stays as it was written.

#include <QString>
#include <QStringList>

namespace huiyin::sheettext {

/// Behind the bracket that closes the one at `open`; -1 where there is none. Texts in quotes and
/// comments are gone over.
[[nodiscard]] qsizetype behindBracket(const QString &text, qsizetype open);

/// The items of an array `[ … ]`, each as it is written.
[[nodiscard]] QStringList items(const QString &array);

/// The array of these items, each on a line of its own.
[[nodiscard]] QString arrayOf(const QStringList &items, const QString &indent);

/// What an inline table `{ … }` says under a key, as it is written; empty if nothing.
[[nodiscard]] QString valueOf(const QString &table, const QString &key);

/// The table with this value under the key; an empty value takes the key away.
[[nodiscard]] QString withValue(const QString &table, const QString &key, const QString &value);

/// A text in quotes.
[[nodiscard]] QString quoted(const QString &text);

/// A text in quotes without them; anything else is empty.
[[nodiscard]] QString unquoted(const QString &value);

} // namespace huiyin::sheettext
