// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/tally.h>

#include <QByteArray>

namespace huiyin {

/// The counts of one line of the tally as the tables hold them: each that is not 0 as its place in
/// Count (one byte, rising) and its value (7 bits a byte, the sign in the lowest bit). Most lines
/// have two or three of the thirty; none: no bytes.
[[nodiscard]] QByteArray packedCounts(const Counts &counts);

/// Adds the packed counts to a sum. False for bytes packedCounts() does not give; the sum is then
/// not to be used.
[[nodiscard]] bool addPacked(QByteArrayView packed, Counts &sum);

} // namespace huiyin
