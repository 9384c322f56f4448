// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/database.h>

namespace huiyin {

// A search looks into each segment of the full-text index, and each save adds one. Sixteen of a
// size become one of the next size: a text is rewritten once a size, and what an import left, which
// is large, only when as many of its kind have come together.

/// Of how many segments the index consists.
struct IndexShape
{
    qint64 newest = 0; ///< one for each save since the last merge, and small imports
    qint64 all = 0;
};

[[nodiscard]] Result<IndexShape> indexShape(Database &database);

/// Within a save, where no idle moment has come for long: merges a little. After many texts at once
/// (an import, a refold) all that they have left behind.
/// \param texts  put into the index by this transaction
Result<Done> mergeAfter(Database &database, qint64 texts);

/// A transaction of its own that merges about so many pages. Gives whether more is to be done.
Result<bool> mergeStep(Database &database, qint64 pages);

} // namespace huiyin
