// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace huiyin {

/// The case file to use when none is named: $HUIYIN_FILE, else `$XDG_DATA_HOME/huiyin/desk.huiyin`.
/// Window and command line agree on it. \param named the path of `--file`, empty if not given
[[nodiscard]] QString caseFilePath(const QString &named = {});

/// Where the watermark of case files lies, outside of them: `$XDG_STATE_HOME/huiyin`.
[[nodiscard]] QString stateFolder();

/// The account this program runs under: the acting person until a roster exists.
[[nodiscard]] QString systemUser();

/// n bytes of the system's chance: the RandomSource of both programs.
[[nodiscard]] QByteArray randomBytes(int n);

/// Fields of the catalogue that are part of the full-text index.
[[nodiscard]] QStringList searchFields(const FieldCatalogue &catalogue);

} // namespace huiyin
