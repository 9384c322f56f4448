// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "measure.h"

namespace huiyin::bench {

/// Durable commits of one plain row in a table of its own, in this folder: WAL, synchronous=FULL.
[[nodiscard]] Sample bareCommits(const QString &folder, int commits);

/// Counting a share of `rows` narrow rows through a covering index, in this folder.
[[nodiscard]] Sample bareIndexCount(const QString &folder, int rows, int counted, int repeats);

} // namespace huiyin::bench
