// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>

#include <QSet>
#include <QString>

#include <optional>

namespace huiyin {

/// When a rectification was ordered of the case, if ever: 责令整改, or the step that set its date.
[[nodiscard]] std::optional<Instant> rectificationOrdered(const CaseFile &caseFile);

/// The lists of a month a case stands in, as `list:yyyy-MM`: `penalty` (confirmed or taken then),
/// `repeat` (repeated and skip-level complaints, by receipt), `money` (loss, refund or
/// compensation, by closing) and `rectify` (orders, by the day given). Few cases have any, so that
/// a list costs the others nothing.
[[nodiscard]] QSet<QString> listMarks(const CaseFile &caseFile);

} // namespace huiyin
