// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/attachments.h>
#include <store/backup.h>
#include <store/opening.h>
#include <store/rows.h>
#include <store/verify.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int kPagesPerStep = 512;
constexpr unsigned long kWaitMs = 20;

/// Removes what was half written unless it is released.
class HalfWritten
{
public:
    explicit HalfWritten(QString path)
        : m_path(std::move(path))
    {
    }

    ~HalfWritten()
    {
        if (!m_kept) {
            QFile::remove(m_path);
            QFile::remove(m_path + u"-wal"_s);
            QFile::remove(m_path + u"-shm"_s);
            QFile::remove(m_path + u"-journal"_s);
            QDir(attachmentFolder(m_path)).removeRecursively();
        }
    }

    HalfWritten(const HalfWritten &) = delete;
    HalfWritten &operator=(const HalfWritten &) = delete;

    void keep() { m_kept = true; }

private:
    QString m_path;
    bool m_kept = false;
};

Result<QString> sealForBackup(Database &database, const RandomBytes &random, Instant now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    ChainWriter chain(database, random);
    for (const auto &step : {std::function([&] { return chain.load(); }),
                             std::function([&] { return chain.seal(now); }),
                             std::function([&] { return chain.save(); })}) {
        auto done = step();
        if (!done) {
            return done.error();
        }
    }
    auto done = (*transaction)->commit();
    if (!done) {
        return done.error();
    }
    const QString name =
        chain.origin().officeName.isEmpty() ? chain.origin().office : chain.origin().officeName;
    return name.isEmpty() ? u"huiyin"_s : name;
}

QString fileName(const QString &office, Instant now)
{
    QString name = office;
    for (QChar &c : name) {
        if (c.category() == QChar::Other_Control || QStringView(u"/\\:*?\"<>|").contains(c)) {
            c = u'_';
        }
    }
    QString time = now.toLocalText();
    time.remove(u'-').remove(u':').replace(u'T', u'-');
    // A name of more than 255 bytes cannot be written; a Chinese character takes three.
    return name.left(60) + u'-' + time;
}

QString freePath(const QString &folder, const QString &name)
{
    QString path = u"%1/%2.huiyin"_s.arg(folder, name);
    for (int i = 2; QFileInfo::exists(path); ++i) {
        path = u"%1/%2-%3.huiyin"_s.arg(folder, name).arg(i);
    }
    return path;
}

Result<Done> copyPages(Database &from, Database &to, const Progress &progress)
{
    sqlite3_backup *copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (copy == nullptr) {
        return to.error(u"backup"_s);
    }
    int code = SQLITE_OK;
    bool cancelled = false;
    while (!cancelled && code != SQLITE_DONE) {
        code = sqlite3_backup_step(copy, kPagesPerStep);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
            QThread::msleep(kWaitMs);
        } else if (code != SQLITE_OK && code != SQLITE_DONE) {
            break;
        }
        const int total = sqlite3_backup_pagecount(copy);
        cancelled = progress && !progress(total - sqlite3_backup_remaining(copy), total);
    }
    const int finished = sqlite3_backup_finish(copy);
    if (cancelled) {
        return Error{u"store.cancelled"_s};
    }
    return finished == SQLITE_OK ? Result<Done>(Done{}) : Result<Done>(to.error(u"backup"_s));
}

Result<Done> copyFiles(Database &database, const QString &target)
{
    Query query(database, "file-all");
    while (query.next()) {
        const QString hash = query.text("hash");
        const QString source = attachmentFile(database.path(), hash);
        if (query.flag("have") && QFileInfo::exists(source)) {
            auto done = copySynced(source, attachmentFile(target, hash));
            if (!done) {
                return done;
            }
        }
    }
    return query.failure() ? Result<Done>(*query.failure()) : Result<Done>(Done{});
}

Result<Done> checkCopy(const QString &path, const Progress &progress)
{
    auto copy = Database::open(path, Access::Immutable);
    if (!copy) {
        return copy.error();
    }
    auto report = verifyFile(**copy, false, progress);
    if (!report) {
        return report.error();
    }
    if (report->firstFault) {
        return Error{u"store.backup.faulty"_s, {{u"path"_s, path}}, report->firstFault->code};
    }
    return Done{};
}

/// Remembers where the copy lies: it goes on holding what is destroyed here later.
Result<Done> noteBackup(Database &database, const QString &path, Instant now)
{
    const auto known = metaValue(database, kBackups.toString());
    if (!known) {
        return known.error();
    }
    QJsonArray notes;
    for (const BackupNote &note : backupsOf(*known)) {
        notes.append(QJsonObject{{u"path"_s, note.path}, {u"at"_s, note.at.utcMs()}});
    }
    notes.append(QJsonObject{{u"path"_s, path}, {u"at"_s, now.utcMs()}});
    return setMeta(database,
                   kBackups.toString(),
                   QString::fromUtf8(QJsonDocument(notes).toJson(QJsonDocument::Compact)));
}

} // namespace

QVector<BackupNote> backupsOf(const QString &setting)
{
    QVector<BackupNote> backups;
    const QJsonArray notes = QJsonDocument::fromJson(setting.toUtf8()).array();
    for (const QJsonValue &note : notes) {
        const QString path = note[u"path"_s].toString();
        const QFileInfo file(path);
        // In a folder that is not there – a stick pulled out – it may still exist.
        if (file.exists() || !file.dir().exists()) {
            backups.append({path, Instant::fromUtcMs(note[u"at"_s].toInteger())});
        }
    }
    return backups;
}

Result<QString> backupTo(Database &database,
                         const RandomBytes &random,
                         const QString &folder,
                         Instant now,
                         const Progress &progress)
{
    if (!QDir().mkpath(folder)) {
        return Error{u"store.disk"_s, {{u"path"_s, folder}}};
    }
    auto office = sealForBackup(database, random, now);
    if (!office) {
        return office.error();
    }
    const QString path = freePath(QDir(folder).absolutePath(), fileName(*office, now));
    const QString part = path + u".part"_s;
    HalfWritten half(part);
    {
        QFile::remove(part);
        auto target = Database::open(part, Access::Create);
        if (!target) {
            return target.error();
        }
        auto copied = copyPages(database, **target, progress);
        if (!copied) {
            return copied.error();
        }
    }
    auto files = copyFiles(database, part);
    if (!files) {
        return files.error();
    }
    if (!syncFile(part)) {
        return Error{u"store.disk"_s, {{u"path"_s, part}}};
    }
    auto checked = checkCopy(part, progress);
    if (!checked) {
        return checked.error();
    }
    const bool hasFiles = QFileInfo::exists(attachmentFolder(part));
    if (hasFiles && !QDir().rename(attachmentFolder(part), attachmentFolder(path))) {
        return Error{u"store.disk"_s, {{u"path"_s, attachmentFolder(path)}}};
    }
    if (!QFile::rename(part, path)) {
        QDir(attachmentFolder(path)).removeRecursively();
        return Error{u"store.disk"_s, {{u"path"_s, path}}};
    }
    half.keep();
    syncFolder(folder);
    auto noted = setMeta(database, u"last_backup"_s, QString::number(now.utcMs()));
    if (noted) {
        noted = noteBackup(database, path, now);
    }
    if (!noted) {
        return noted.error();
    }
    return path;
}

} // namespace huiyin
