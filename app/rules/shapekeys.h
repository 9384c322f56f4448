// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/tomlshape.h>

namespace huiyin {

// Keys that many entries of a pack share.
[[nodiscard]] KeyShape idKey(const QString &names, const QString &zh, const QString &en);
[[nodiscard]] KeyShape zhKey();
[[nodiscard]] KeyShape enKey();
[[nodiscard]] KeyShape ruleKey();
[[nodiscard]] KeyShape openKey();
[[nodiscard]] KeyShape sheetKey();
[[nodiscard]] KeyShape whenKey();
[[nodiscard]] KeyShape
fieldsKey(const QString &key, bool required, const QString &zh, const QString &en);

/// A list of texts that name something: roles, moves …
[[nodiscard]] KeyShape namesKey(
    const QString &key, const QString &names, bool required, const QString &zh, const QString &en);

/// [[move]] with its groups of fields, [[lock]], [[guard]], [people].
[[nodiscard]] const TableShape &moveShape();
[[nodiscard]] const TableShape &lockShape();
[[nodiscard]] const TableShape &guardShape();
[[nodiscard]] const TableShape &peopleShape();

/// [[advice]], [[chain]], [[count]].
[[nodiscard]] const TableShape &adviceShape();
[[nodiscard]] const TableShape &chainShape();
[[nodiscard]] const TableShape &countShape();

/// [[clock]] with its limit, extension and reminders.
[[nodiscard]] const TableShape &clockShape();

/// [[duty]] with its sampling.
[[nodiscard]] const TableShape &dutyShape();

} // namespace huiyin
