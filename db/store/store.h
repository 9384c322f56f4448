// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace huiyin {

enum class OpenMode { ReadWrite, ReadOnly };

struct StoreOptions
{
    /// Field ids of the full-text index; used for a new file and at the next refold of an old one.
    QStringList searchFields;
    /// Gives n random bytes; the system's generator if empty.
    std::function<QByteArray(int n)> random;
    /// Folder outside the case file for the watermark; empty: no watermark is kept or looked at.
    QString stateDir;
    OpenMode mode = OpenMode::ReadWrite;
    /// How long a writer waits for the one before it, so that commands started at the same moment
    /// follow one another.
    int lockPatienceMs = 2000;
};

/// What a new case file begins with.
struct Founding
{
    QString officeCode; ///< digits after `TS` in case numbers, may be empty
    QString officeName;
    QString regulationId; ///< published as config `regulation`
    bool sample = false;
    QString actor;
    Instant now = Instant::fromUtcMs(0);
    bool headquarters = false; ///< published as config `headquarters`
};

/// One case file: a database and its folder of attachments. The only writer of the file while it
/// lives.
class Store
{
public:
    /// Makes a case file under a temporary name and gives it its name when it is whole.
    /// \error store.exists, store.folder.missing, store.network, store.readonly, store.disk
    static Result<std::unique_ptr<Store>>
    create(const QString &path, const Founding &founding, const StoreOptions &options);

    /// Opens a case file; a refusal changes nothing on disk. \error store.missing, store.directory,
    /// store.unreadable, store.network, store.notCaseFile, store.foreign, store.schema.newer,
    /// store.damaged, store.locked, store.readonly, store.busy, store.disk, store.migration
    static Result<std::unique_ptr<Store>> open(const QString &path, const StoreOptions &options);

    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] CaseLog &log();
    [[nodiscard]] CaseReader &reader();
    [[nodiscard]] QString path() const;

    /// Where the bytes of an attachment lie: `<case file>.files/ab/cdef…`.
    [[nodiscard]] QString attachmentPath(const QString &hash) const;

private:
    struct Parts;
    explicit Store(std::unique_ptr<Parts> parts);
    static Result<std::unique_ptr<Store>> assemble(std::unique_ptr<Parts> parts,
                                                   const StoreOptions &options);

    std::unique_ptr<Parts> m_parts;
};

} // namespace huiyin
