// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/tomlshape.h>

namespace huiyin {

/// The table of a regulation pack. Kinds of names its keys refer to: field, datetime, day, role,
/// stage, move, kind, rule, sheet, retention, owner, told, start, barred, pack.
[[nodiscard]] const TableShape &packShape();

/// The table of the rule list (rules.toml).
[[nodiscard]] const TableShape &ruleListShape();

} // namespace huiyin
