// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/event.h>
#include <domain/result.h>
#include <store/database.h>

namespace huiyin {

/// Destroys salt and body of all events of the case but its erasures, its drafts, and notes as gone
/// the attachments no other case holds. Headers, hashes and chain stay. Inside the transaction that
/// records the erasure.
[[nodiscard]] Result<Done> eraseCase(Database &database, const CaseId &id);

/// Takes out of the search index and the counts what erased cases left there; once a transaction.
[[nodiscard]] Result<Done> sweepErased(Database &database);

/// Removes from the folder the attachments that are noted as gone. What cannot be removed now is
/// removed by the next call.
void removeErasedFiles(Database &database);

} // namespace huiyin
