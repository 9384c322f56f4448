// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/regulation.h>

namespace huiyin {

/// The host with the overlays laid over it: the overlays' own steps, clocks, duties, locks, guards,
/// advice, chains, counters, penalties and compensation join the host's, each under the condition
/// of its overlay. An entry whose id the host has stays the host's; the overlay's goes by
/// `<overlay>-<id>`. Roles, stages, sheets and clauses the host lacks are added; the id and version
/// are the host's, `overlays` names the rest.
[[nodiscard]] Regulation overlaid(const Regulation &host, const QVector<Regulation> &overlays);

/// The newest pack of this id among `packs`, with the newest overlays of these ids laid over it.
/// \error regulation.unknown, regulation.notOverlay
[[nodiscard]] Result<Regulation>
packNamed(const QVector<Regulation> &packs, const QString &id, const QStringList &with = {});

/// The newest pack of this id, nullptr if there is none.
[[nodiscard]] const Regulation *newestOf(const QVector<Regulation> &packs, const QString &id);

} // namespace huiyin
