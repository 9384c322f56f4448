// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/regulation.h>
#include <rules/regulationcheck.h>
#include <rules/toml.h>
#include <rules/tomlshape.h>

#include <QHash>
#include <QSet>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// One file of a pack: the pack itself or one it uses.
struct PackText
{
    QString source; ///< `base.toml`; empty for the file the person is looking at
    TomlValue root;
};

/// What reading one pack leaves for the next: shared files parsed once, the names of fields.
struct ReadBefore
{
    QHash<QString, TomlValue> shared; ///< id of a pack named in `uses` → its file
    std::optional<KnownNames> fieldNames;
};

/// Reads a pack and all packs it uses, the used ones first. Findings: toml.syntax,
/// pack.uses.unknown, pack.uses.cyclic, pack.uses.faulty.
[[nodiscard]] QVector<PackText> readPackTexts(const QByteArray &toml,
                                              const PackSource &shared,
                                              Findings &findings,
                                              ReadBefore &before);

/// As readRegulation(), for many packs one after the other.
[[nodiscard]] RegulationReading readRegulation(const QByteArray &toml,
                                               const FieldCatalogue &catalogue,
                                               const PackSource &shared,
                                               ReadBefore &before);

/// Puts the files together: later entries replace earlier ones of the same id. The files may hold
/// faults already found; what does not fit is left out. Adds pack.limit.units and limit.*.
/// \param parameters  ids of the figures that conditions may name
/// \param places  receives where each entry stands
[[nodiscard]] Regulation buildRegulation(const QVector<PackText> &texts,
                                         const FieldCatalogue &catalogue,
                                         const QStringList &parameters,
                                         EntryPlaces &places,
                                         QSet<QString> &faulty,
                                         Findings &findings);

} // namespace huiyin
