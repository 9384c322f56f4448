// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <store/chainwriter.h>
#include <store/database.h>

namespace huiyin {

/// Seals the chain, copies the live file page by page and its attachments into `folder`, checks the
/// copy and only then gives it its name, which holds office and local time. Gives the path. \error
/// store.cancelled, store.disk, store.disk.full, store.backup.faulty
[[nodiscard]] Result<QString> backupTo(Database &database,
                                       const RandomBytes &random,
                                       const QString &folder,
                                       Instant now,
                                       const Progress &progress);

/// The note in which the file remembers its backups.
inline constexpr QStringView kBackups = u"backups";

/// The backups that note tells of, without those that were seen to be gone.
[[nodiscard]] QVector<BackupNote> backupsOf(const QString &note);

} // namespace huiyin
