// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <rules/sheet.h>

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace huiyin {

/// A signature by the word the sheet prints at its place, on one line.
[[nodiscard]] QString signWord(const Sheet &sheet, const QString &field, bool chinese);

/// Whether somebody signed, refused to before a witness, or need not.
[[nodiscard]] bool isSigned(const QJsonValue &signature);

/// The values without what was signed at these places before a document was begun: a slip drawn up
/// again, or sent back, is signed anew. \param begun  place in steps of the step that began it
[[nodiscard]] QJsonObject withoutEarlierSignatures(QJsonObject fields,
                                                   const QStringList &places,
                                                   const CaseFile &caseFile,
                                                   qsizetype begun);

/// The place of the sheet's order that should have been signed before this one: a required one
/// that is empty, unless it is signed by hand, or one signed later. nullptr where the order is
/// kept. \source forms catalogue 1.5
[[nodiscard]] const SignPlace *
signedTooEarly(const Sheet &sheet, const QJsonObject &fields, const QString &field);

} // namespace huiyin
