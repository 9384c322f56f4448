// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ctlshell.h"

namespace huiyin::ctl {

/// Every pack there is: those of the program and, where there is a case file, its own.
[[nodiscard]] Result<QVector<Regulation>> packsKnown(Shell &shell);

/// The id of a pack as somebody typed it, in capitals or not; as typed if there is none of it.
[[nodiscard]] QString idMeant(const QVector<Regulation> &packs, const QString &typed);

[[nodiscard]] QStringList idsMeant(const QVector<Regulation> &packs, const QStringList &typed);

/// A pack by its id with overlays laid over it; an empty id means the one in force in the case
/// file. \error regulation.unknown, regulation.notOverlay
[[nodiscard]] Result<Regulation>
packNamed(Shell &shell, const QString &id, const QStringList &with = {});

/// `--with OVERLAY`, which may be repeated.
[[nodiscard]] Option withOption();

[[nodiscard]] QStringList overlaysOf(const Arguments &arguments);

/// [{"id", "version"}…]
[[nodiscard]] QJsonArray packsJson(const QVector<PackVersion> &packs);

/// `law v1 + maj v1`
[[nodiscard]] QString packWords(const PackVersion &pack, const QVector<PackVersion> &overlays);

} // namespace huiyin::ctl
