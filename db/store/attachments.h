// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <store/database.h>

namespace huiyin {

/// Folder of a case file's attachments: `<case file>.files`.
[[nodiscard]] QString attachmentFolder(const QString &caseFilePath);

/// `<case file>.files/ab/cdef…`; empty for a text that is no hash.
[[nodiscard]] QString attachmentFile(const QString &caseFilePath, const QString &hash);

/// BLAKE2b-256 of a file in hex, or nothing if it cannot be read.
[[nodiscard]] std::optional<QString> hashOfFile(const QString &path);

/// Copies a file to its hash-named place, synced, and notes it. Kept once however often it is
/// attached. \error store.file.unreadable, store.disk, store.disk.full
[[nodiscard]] Result<Attachment> keepAttachment(Database &database, const QString &path);

/// Copies kept bytes from one place to another: temporary name, sync, rename. \error store.disk
[[nodiscard]] Result<Done> copySynced(const QString &from, const QString &to);

} // namespace huiyin
