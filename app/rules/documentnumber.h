// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <rules/regulation.h>
#include <rules/sheet.h>

#include <QString>
#include <QVector>

namespace huiyin {

/// The extension that a sheet of the pack approves (F-24), the latest one; nullptr before the
/// first.
[[nodiscard]] const ClockExtension *
extensionOnSheet(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet);

/// Places in caseFile.steps of the steps that began a document on this sheet: moves naming it,
/// unless they go on with one (approve, answer, return) because a move of the same sheet they come
/// after was taken before.
[[nodiscard]] QVector<qsizetype>
documentStarts(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet);

/// The number of a follow-up document, `TS202405-0012-ZB01`: the case's number, the sheet's code
/// and the count of documents (steps that began one, extensions approved on it). It comes from the
/// case alone, so printing again gives the same number. A slip printed before its first step bears
/// the number that step will have. Empty for sheets that go by the case's own number. \source
/// forms catalogue 1.4
[[nodiscard]] QString
documentNumber(const CaseFile &caseFile, const Regulation &regulation, const Sheet &sheet);

} // namespace huiyin
