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

/// Reads resources/fields.toml and resources/codes.toml; every fault with line and column:
/// schema.*, catalogue.choices.missing, catalogue.choices.idle, catalogue.word.twice (a word of an
/// old register with two meanings), catalogue.head.twice.
[[nodiscard]] CatalogueReading readCatalogue(const QByteArray &fieldsToml,
                                             const QByteArray &codesToml);

/// The catalogue the program carries.
[[nodiscard]] CatalogueReading builtinCatalogue();

} // namespace huiyin
