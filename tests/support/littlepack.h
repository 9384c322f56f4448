// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace huiyin::support {

/// How the pack of a little shop begins: one role, one kind, two stages. Moves, clocks and the rule
/// LS-01 that they name follow.
inline QByteArray littlePackHead(const QByteArray &id, int version)
{
    return QByteArray(R"(
[pack]
id = "%1"
zh = "小店制度"
en = "Little shop"
version = %2
effective = 2026-01-01
sheets = ["F-01"]

[intake]
oneOf = [{ fields = ["content"], rule = ["LS-01"] }]
rule = ["LS-01"]

[[role]]
id = "clerk"
zh = "店员"
en = "Clerk"
rule = ["LS-01"]

[[kind]]
id = "Complaint"
rule = ["LS-01"]

[[stage]]
id = "New"
zh = "待受理"
en = "New"
rule = ["LS-01"]

[[stage]]
id = "Closed"
zh = "办结"
en = "Closed"
rule = ["LS-01"]
)")
        .replace("%1", id)
        .replace("%2", QByteArray::number(version));
}

} // namespace huiyin::support
