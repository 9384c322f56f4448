// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>

#include <QString>
#include <QStringList>

namespace huiyin {

/// Fields that give a person work on a case: who holds one handles it.
[[nodiscard]] const QStringList &assigningFields();

/// Fields in which somebody decides, approves or checks by his name.
[[nodiscard]] const QStringList &signingFields();

/// The name or names in a person field or a signature, empty if there are none.
[[nodiscard]] QString signedName(const QJsonValue &value);

/// The names in a person field that holds one or several: `王姐、李工`.
[[nodiscard]] QStringList namesIn(const QString &names);

/// Whether a person stands among the names of a person field, by id or by name.
[[nodiscard]] bool isAmong(const QString &id, const QString &name, const QString &names);

/// Everybody who has to do with the case, each once: who took a step or stood behind one, whom an
/// assigning or signing field names, and the departments it was given to. The person complained
/// about is not among them for that.
[[nodiscard]] QStringList involvedIn(const CaseFile &caseFile);

} // namespace huiyin
