// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <rules/regulation.h>
#include <rules/sheet.h>

#include <QMap>
#include <QStringList>

namespace huiyin {

/// The forms of one case that its pack has use for, each once: the one it was taken down on, those
/// the pack lists, those its steps and extensions name. Registers of many cases
/// are none of them. \param known the sheets there are
[[nodiscard]] QStringList offeredSheets(const CaseFile &caseFile,
                                        const Regulation &regulation,
                                        const QMap<QString, Sheet> &known);

/// The forms a complaint can be taken down on under a pack: the pack's own first, then the record
/// and the registration form every office knows.
[[nodiscard]] QStringList intakeSheets(const Regulation &regulation,
                                       const QMap<QString, Sheet> &known);

} // namespace huiyin
