// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/decide.h>

#include <optional>

namespace huiyin {

/// Nothing when the actor – or somebody absent he stands in for – may decide for the house: put a
/// pack in force, set figures, take running cases over, switch recusal, keep the roster. Else why
/// not: house.role. While nobody on the roster has such a role everybody may: somebody must be able
/// to enter the first who has.
[[nodiscard]] std::optional<Finding>
mayNotGovern(const Regulation &pack, const Actor &actor, const QVector<Actor> &people);

/// Whether anybody among these people may in his own right.
[[nodiscard]] bool isGoverned(const Regulation &pack, const QVector<Actor> &people);

} // namespace huiyin
