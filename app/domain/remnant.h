// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>

#include <QJsonObject>

namespace huiyin {

/// What is left of a case once its contents are destroyed: number, office, pack, stage, the values
/// counts are made by, and its stays with their limits. Nothing that names or describes a person.
[[nodiscard]] QJsonObject remnantOf(const CaseFile &caseFile);

/// Puts a remnant in place of what the erased events said. \param erasure  the event that holds it
void takeRemnant(CaseFile &caseFile, const QJsonObject &remnant, const Event &erasure);

} // namespace huiyin
