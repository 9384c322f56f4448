// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>

#include <QString>

#include <optional>

namespace huiyin {

/// An earlier complaint, as far as telling a repeated one needs it.
struct EarlierCase
{
    QString caseNo;
    QString phone, name, unit; ///< of the complainant
    QString category, subcategory;
    Instant receivedAt = Instant::fromUtcMs(0);
    std::optional<Instant> answeredAt; ///< reply or closing
    bool open = false;
};

} // namespace huiyin
