// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/database.h>
#include <store/store.h>

namespace huiyin {

/// "HuiY": marks a case file of this program.
inline constexpr quint32 kApplicationId = 0x48756959;
inline constexpr int kSchemaVersion = 1;

/// What the first page of a file says, read without opening it as a database.
struct FileHead
{
    quint32 applicationId = 0;
    quint32 schemaVersion = 0;
};

/// Looks at a path before SQLite does, so that a refused file is left without a trace.
/// \error store.missing, store.directory, store.unreadable, store.network, store.notCaseFile,
/// store.foreign, store.schema.newer, store.damaged, store.readonly
[[nodiscard]] Result<FileHead> inspect(const QString &path, OpenMode mode);

/// A live case file on a network share loses its locks. \error store.network
[[nodiscard]] Result<Done> refuseNetwork(const QString &folder, const QString &path);

/// Whether a file system type means another machine: nfs, cifs, fuse.sshfs …
[[nodiscard]] bool isNetworkFileSystem(const QByteArray &type);

/// Runs the schema files of one version in the order of their names; with `wanted` only those whose
/// file name it takes.
[[nodiscard]] Result<Done> layTables(Database &database,
                                     const QString &schemaFolder,
                                     const std::function<bool(const QString &file)> &wanted = {});

/// Writes application id and schema number; part of the same transaction.
[[nodiscard]] Result<Done> stamp(Database &database, int schemaVersion);

/// Brings an older file to the newest schema: copies it aside (`<file>.v<old>-backup`), then runs
/// each version's folder below `schemaRoot` in one transaction. \error store.migration, store.disk
[[nodiscard]] Result<Done> migrate(Database &database, int from, int to, const QString &schemaRoot);

/// Makes the directory entries of a folder durable.
void syncFolder(const QString &folder);

/// Makes a file's bytes durable.
[[nodiscard]] bool syncFile(const QString &path);

} // namespace huiyin
