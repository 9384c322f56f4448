// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>

#include <QHash>
#include <QMap>
#include <QString>

namespace huiyin {

class Desk;

/// Fields by the words the organisation gave them on sheets of its own: of the sheet the case was
/// recorded on, in that version, whatever it words otherwise than the built-in form; of the sheets
/// in force the fields that are the organisation's alone. \param caseFile  nullptr = of no case
[[nodiscard]] QHash<QString, QString>
ownFieldWords(const Desk &desk, bool chinese, const CaseFile *caseFile = nullptr);

/// What the organisation calls the columns of its register, by field: the heads it worded itself on
/// its ledger, and each field of its own that a sheet in force shows.
[[nodiscard]] QMap<QString, QString> ownRegisterWords(const Desk &desk, bool chinese);

/// The words of the sheets in force that are the organisation's own, in both languages, each with
/// its field: heads of a register it may bring.
[[nodiscard]] QHash<QString, QString> ownHeads(const Desk &desk);

} // namespace huiyin
