// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace huiyin {

/// An amount in the capitals of vouchers: 壹仟零伍元零陆分. \param fen 0 to below 10^18; nothing
/// for a negative amount. \source forms catalogue 1.6
[[nodiscard]] QString capitals(qint64 fen);

} // namespace huiyin
