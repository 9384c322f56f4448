// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <domain/finding.h>

#include <QByteArray>

#include <optional>

namespace huiyin {

struct CatalogueReading
{
    std::optional<FieldCatalogue> catalogue;
    Findings findings;
};

/// Reads resources/fields.toml and resources/codes.toml; every fault with line and column.
[[nodiscard]] CatalogueReading readCatalogue(const QByteArray &fieldsToml, const QByteArray &codesToml);

} // namespace huiyin
