// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/attachments.h>
#include <store/chainwriter.h>
#include <store/log.h>
#include <store/opening.h>
#include <store/projection.h>
#include <store/reader.h>
#include <store/refold.h>
#include <store/rows.h>
#include <store/store.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace huiyin {

struct Store::Parts
{
    QString path;
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<Database> database;
    std::unique_ptr<Reader> reader;
    std::unique_ptr<Log> log;
};

namespace {

RandomBytes randomOf(const StoreOptions &options)
{
    if (options.random) {
        return options.random;
    }
    return [](int n) {
        QByteArray bytes(n, '\0');
        randombytes_buf(bytes.data(), static_cast<size_t>(n));
        return bytes;
    };
}

Result<std::unique_ptr<QLockFile>> lockFor(const QString &path, int patienceMs)
{
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    // Only the death of its owner frees a lock, never the time that has passed.
    lock->setStaleLockTime(0);
    if (lock->tryLock(patienceMs)) {
        return lock;
    }
    if (lock->error() == QLockFile::LockFailedError) {
        qint64 pid = 0;
        QString host;
        QString program;
        lock->getLockInfo(&pid, &host, &program);
        return Error{u"store.locked"_s,
                     {{u"path"_s, path},
                      {u"program"_s, program},
                      {u"pid"_s, QString::number(pid)},
                      {u"host"_s, host}}};
    }
    return Error{u"store.readonly"_s, {{u"path"_s, path}}};
}

Result<Done> foundIn(Database &database,
                     const Founding &founding,
                     const StoreOptions &options,
                     Watermark &watermark)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    for (const auto &step :
         {std::function([&] { return layTables(database, u":/huiyin/sql/schema/0001"_s); }),
          std::function([&] { return stamp(database, kSchemaVersion); }),
          std::function([&] { return writeFoldRecord(database, options.searchFields); }),
          std::function(
              [&] { return setMeta(database, u"sample"_s, founding.sample ? u"1"_s : u"0"_s); }),
          std::function([&] { return setMeta(database, u"machine"_s, machineMark()); })}) {
        auto done = step();
        if (!done) {
            return done;
        }
    }
    ChainWriter chain(database, randomOf(options));
    auto begun = chain.begin(
        {.office = founding.officeCode, .officeName = founding.officeName, .reason = u"founded"_s},
        founding.actor,
        founding.now);
    if (!begun) {
        return begun;
    }
    Projector projector(database, options.searchFields);
    const auto publish = [&](const QString &name, const QString &value) -> Result<Done> {
        const QJsonObject body{{u"name"_s, name}, {u"value"_s, value}};
        auto published = chain.write({.kind = QLatin1StringView(event::kConfigPublished),
                                      .caseId = std::nullopt,
                                      .body = body},
                                     QJsonDocument(body).toJson(QJsonDocument::Compact),
                                     founding.actor,
                                     founding.now);
        return published ? projector.projectHouse(*published) : Result<Done>(published.error());
    };
    for (const auto &step :
         {std::function([&] { return publish(u"regulation"_s, founding.regulationId); }),
          std::function([&]() -> Result<Done> {
              return founding.headquarters ? publish(u"headquarters"_s, u"true"_s)
                                           : Result<Done>(Done{});
          }),
          std::function([&] { return chain.sealDaily(founding.now); }),
          std::function([&] { return chain.save(); }),
          std::function([&] { return (*transaction)->commit(); })}) {
        auto done = step();
        if (!done) {
            return done;
        }
    }
    watermark.write(chain.uid(), {chain.seq(), chain.link()});
    return Done{};
}

} // namespace

Store::Store(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Store::~Store()
{
    // The writer goes last: closing it writes the log back into the file and removes it.
    m_parts->reader.reset();
    m_parts->log.reset();
    m_parts->database.reset();
}

CaseLog &Store::log() { return *m_parts->log; }

CaseReader &Store::reader() { return *m_parts->reader; }

QString Store::path() const { return m_parts->path; }

QString Store::attachmentPath(const QString &hash) const
{
    return attachmentFile(m_parts->path, hash);
}

Result<std::unique_ptr<Store>>
Store::create(const QString &givenPath, const Founding &founding, const StoreOptions &options)
{
    const QString path = QFileInfo(givenPath).absoluteFilePath();
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink()) {
        return Error{u"store.exists"_s, {{u"path"_s, path}}};
    }
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder)) {
        return Error{u"store.folder"_s, {{u"path"_s, folder}}};
    }
    auto local = refuseNetwork(folder, path);
    if (!local) {
        return local.error();
    }
    auto parts = std::make_unique<Parts>();
    parts->path = path;
    auto lock = lockFor(path, options.lockPatienceMs);
    if (!lock) {
        return lock.error();
    }
    parts->lock = std::move(*lock);
    const QString fresh = path + u".new"_s;
    for (const QString &left : {fresh, fresh + u"-wal"_s, fresh + u"-shm"_s}) {
        QFile::remove(left);
    }
    Watermark watermark(options.stateDir);
    Result<Done> made = Done{};
    {
        auto database = Database::open(fresh, Access::Create);
        made = database ? foundIn(**database, founding, options, watermark)
                        : Result<Done>(database.error());
    }
    if (made && (!syncFile(fresh) || !QFile::rename(fresh, path))) {
        made = Error{u"store.disk"_s, {{u"path"_s, path}}};
    }
    if (!made) {
        for (const QString &left : {fresh, fresh + u"-wal"_s, fresh + u"-shm"_s}) {
            QFile::remove(left);
        }
        Error error = made.error();
        error.args.insert(u"path"_s, path);
        return error;
    }
    syncFolder(folder);
    return assemble(std::move(parts), options);
}

Result<std::unique_ptr<Store>> Store::open(const QString &givenPath, const StoreOptions &options)
{
    const QString path = QFileInfo(givenPath).absoluteFilePath();
    auto head = inspect(path, options.mode);
    if (!head) {
        return head.error();
    }
    auto parts = std::make_unique<Parts>();
    parts->path = path;
    if (options.mode == OpenMode::ReadWrite) {
        auto lock = lockFor(path, options.lockPatienceMs);
        if (!lock) {
            return lock.error();
        }
        parts->lock = std::move(*lock);
    }
    return assemble(std::move(parts), options);
}

Result<std::unique_ptr<Store>> Store::assemble(std::unique_ptr<Parts> parts,
                                               const StoreOptions &options)
{
    const bool writes = options.mode == OpenMode::ReadWrite;
    Access reading = Access::ReadOnly;
    const QFileInfo info(parts->path);
    if (!writes && !QFileInfo(info.absolutePath()).isWritable() &&
        QFileInfo(parts->path + u"-wal"_s).size() == 0) {
        reading = Access::Immutable;
    }
    auto database = Database::open(parts->path, writes ? Access::ReadWrite : reading);
    if (!database) {
        return database.error();
    }
    parts->database = std::move(*database);
    auto version = parts->database->pragma("PRAGMA user_version");
    if (!version) {
        return version.error();
    }
    if (writes && version->toInt() < kSchemaVersion) {
        auto migrated =
            migrate(*parts->database, version->toInt(), kSchemaVersion, u":/huiyin/sql/schema"_s);
        if (!migrated) {
            return migrated.error();
        }
    }
    auto record = foldRecord(*parts->database);
    if (!record) {
        return record.error();
    }
    if (writes && record->version != kFoldVersion) {
        auto refolded = refoldAll(*parts->database, options.searchFields, {});
        if (!refolded) {
            return refolded.error();
        }
        record->searchFields = options.searchFields;
    }
    parts->log = std::make_unique<Log>(
        *parts->database, randomOf(options), options.stateDir, record->searchFields);
    parts->log->setWantedSearchFields(options.searchFields);
    if (writes) {
        auto compared = parts->log->compareWatermark();
        if (!compared) {
            return compared.error();
        }
    }
    auto reader = Reader::open(parts->path, reading, writes, parts->log->turn());
    if (!reader) {
        return reader.error();
    }
    parts->reader = std::move(*reader);
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

} // namespace huiyin
