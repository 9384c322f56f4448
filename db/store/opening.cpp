// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/opening.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype kHeadSize = 100;

Error trouble(const QString &code, const QString &path) { return {code, {{u"path"_s, path}}}; }

quint32 number32(const QByteArray &head, qsizetype offset)
{
    return qFromBigEndian<quint32>(head.constData() + offset);
}

// The page count of the head counts only when no log waits to be written back.
bool isCutShort(const QByteArray &head, const QFileInfo &info)
{
    const quint32 stored = qFromBigEndian<quint16>(head.constData() + 16);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0) {
        return true;
    }
    const bool current = number32(head, 24) == number32(head, 92);
    const bool hasLog = QFileInfo(info.filePath() + u"-wal"_s).size() > 0;
    return current && !hasLog && info.size() < pageSize * number32(head, 28);
}

} // namespace

bool isNetworkFileSystem(const QByteArray &type)
{
    static constexpr std::array<QByteArrayView, 12> kTypes = {"nfs",
                                                              "nfs4",
                                                              "cifs",
                                                              "smb",
                                                              "smb2",
                                                              "smb3",
                                                              "smbfs",
                                                              "fuse.sshfs",
                                                              "fuse.smbnetfs",
                                                              "afs",
                                                              "9p.remote",
                                                              "davfs"};
    const QByteArray lower = type.toLower();
    return std::find(kTypes.cbegin(), kTypes.cend(), QByteArrayView(lower)) != kTypes.cend() ||
           lower.startsWith("fuse.gvfs") || lower.startsWith("fuse.rclone") ||
           lower.startsWith("fuse.davfs");
}

Result<Done> refuseNetwork(const QString &folder, const QString &path)
{
    const QByteArray type = QStorageInfo(folder).fileSystemType();
    if (isNetworkFileSystem(type)) {
        return Error{u"store.network"_s,
                     {{u"path"_s, path}, {u"type"_s, QString::fromLatin1(type)}}};
    }
    return Done{};
}

Result<FileHead> inspect(const QString &path, OpenMode mode)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return trouble(u"store.missing"_s, path);
    }
    if (info.isDir()) {
        return trouble(u"store.directory"_s, path);
    }
    if (!info.isFile()) {
        return trouble(u"store.notCaseFile"_s, path);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return trouble(u"store.unreadable"_s, path);
    }
    const QByteArray head = file.read(kHeadSize);
    if (!head.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        return trouble(u"store.notCaseFile"_s, path);
    }
    if (head.size() < kHeadSize) {
        return trouble(u"store.damaged"_s, path);
    }
    const FileHead found{number32(head, 68), number32(head, 60)};
    if (found.applicationId != kApplicationId) {
        return trouble(u"store.foreign"_s, path);
    }
    if (found.schemaVersion > static_cast<quint32>(kSchemaVersion)) {
        return Error{u"store.schema.newer"_s,
                     {{u"path"_s, path},
                      {u"found"_s, QString::number(found.schemaVersion)},
                      {u"known"_s, QString::number(kSchemaVersion)}}};
    }
    if (isCutShort(head, info)) {
        return trouble(u"store.damaged"_s, path);
    }
    if (mode == OpenMode::ReadWrite) {
        auto local = refuseNetwork(info.absolutePath(), path);
        if (!local) {
            return local.error();
        }
        if (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable()) {
            return trouble(u"store.readonly"_s, path);
        }
    }
    return found;
}

Result<Done> layTables(Database &database,
                       const QString &schemaFolder,
                       const std::function<bool(const QString &file)> &wanted)
{
    const QDir folder(schemaFolder);
    const QStringList files = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        if (wanted && !wanted(name)) {
            continue;
        }
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return Error{u"store.migration"_s, {{u"path"_s, database.path()}}, file.fileName()};
        }
        auto done = database.run(file.readAll());
        if (!done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> stamp(Database &database, int schemaVersion)
{
    auto done = database.run("PRAGMA application_id = " + QByteArray::number(kApplicationId));
    if (!done) {
        return done;
    }
    return database.run("PRAGMA user_version = " + QByteArray::number(schemaVersion));
}

Result<Done> migrate(Database &database, int from, int to, const QString &schemaRoot)
{
    const QString path = database.path();
    const QString aside = u"%1.v%2-backup"_s.arg(path).arg(from);
    // All that is in the log goes into the file first, so that the copy aside is whole by itself.
    auto flushed = database.pragma("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!flushed) {
        return flushed.error();
    }
    if (!QFile::exists(aside) && (!QFile::copy(path, aside) || !syncFile(aside))) {
        QFile::remove(aside);
        return trouble(u"store.disk"_s, aside);
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    for (int version = from + 1; version <= to; ++version) {
        const QString folder = u"%1/%2"_s.arg(schemaRoot).arg(version, 4, 10, QLatin1Char('0'));
        auto done = layTables(database, folder);
        if (!done) {
            return Error{u"store.migration"_s,
                         {{u"path"_s, path}, {u"aside"_s, aside}},
                         done.error().detail};
        }
    }
    auto stamped = stamp(database, to);
    if (!stamped) {
        return stamped;
    }
    auto done = (*transaction)->commit();
    if (!done) {
        return done;
    }
    // The schema number is read from the first page without SQLite, so it must not stay in the log.
    auto settled = database.pragma("PRAGMA wal_checkpoint(TRUNCATE)");
    return settled ? Result<Done>(Done{}) : Result<Done>(settled.error());
}

bool syncFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    const bool done = ::fsync(fd) == 0;
    return ::close(fd) == 0 && done;
}

void syncFolder(const QString &folder)
{
    const int fd =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
}

} // namespace huiyin
