// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/attachments.h>
#include <store/opening.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 kChunk = 1 << 20;
constexpr qsizetype kHashLength = 64;

Error diskTrouble(const QString &path, const QString &detail)
{
    return {u"store.disk"_s, {{u"path"_s, path}}, detail};
}

/// Copies the open file into a temporary file of `folder`, synced; gives the hash.
Result<QString> copyHashing(QFile &source, QTemporaryFile &target, const QString &folder)
{
    if (!QDir().mkpath(folder) || !target.open()) {
        return diskTrouble(folder, target.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    while (!source.atEnd()) {
        const QByteArray chunk = source.read(kChunk);
        if (chunk.isEmpty() && source.error() != QFileDevice::NoError) {
            return Error{
                u"store.file.unreadable"_s, {{u"path"_s, source.fileName()}}, source.errorString()};
        }
        hash.addData(chunk);
        if (target.write(chunk) != chunk.size()) {
            return diskTrouble(folder, target.errorString());
        }
    }
    if (!target.flush() || !syncFile(target.fileName())) {
        return diskTrouble(folder, target.errorString());
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<Done> moveInto(QTemporaryFile &file, const QString &place)
{
    const QString folder = QFileInfo(place).absolutePath();
    if (!QDir().mkpath(folder)) {
        return diskTrouble(folder, {});
    }
    if (QFile::exists(place)) {
        return Done{};
    }
    file.setAutoRemove(false);
    if (!file.rename(place)) {
        file.setAutoRemove(true);
        return diskTrouble(place, file.errorString());
    }
    syncFolder(folder);
    syncFolder(QFileInfo(folder).absolutePath());
    return Done{};
}

} // namespace

QString attachmentFolder(const QString &caseFilePath) { return caseFilePath + u".files"_s; }

QString attachmentFile(const QString &caseFilePath, const QString &hash)
{
    const bool hex =
        hash.size() == kHashLength && std::all_of(hash.cbegin(), hash.cend(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        });
    return hex ? attachmentFolder(caseFilePath) + u'/' + hash.left(2) + u'/' + hash.mid(2)
               : QString();
}

std::optional<QString> hashOfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return std::nullopt;
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<Attachment> keepAttachment(Database &database, const QString &path)
{
    QFile source(path);
    if (QFileInfo(path).isDir() || !source.open(QIODevice::ReadOnly)) {
        return Error{u"store.file.unreadable"_s, {{u"path"_s, path}}, source.errorString()};
    }
    const QString folder = attachmentFolder(database.path());
    QTemporaryFile copy(folder + u"/incoming-XXXXXX"_s);
    auto hash = copyHashing(source, copy, folder);
    if (!hash) {
        return hash.error();
    }
    Attachment attachment;
    attachment.hash = *hash;
    attachment.name = QFileInfo(path).fileName();
    attachment.size = copy.size();
    auto moved = moveInto(copy, attachmentFile(database.path(), *hash));
    if (!moved) {
        return moved.error();
    }
    auto noted = Query(database, "file-keep")
                     .bind("hash", attachment.hash)
                     .bind("size", attachment.size)
                     .bind("have", qint64{1})
                     .run();
    if (!noted) {
        return noted.error();
    }
    return attachment;
}

Result<Done> copySynced(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{u"store.file.unreadable"_s, {{u"path"_s, from}}, source.errorString()};
    }
    const QString folder = QFileInfo(to).absolutePath();
    QTemporaryFile copy(folder + u"/incoming-XXXXXX"_s);
    auto hash = copyHashing(source, copy, folder);
    return hash ? moveInto(copy, to) : Result<Done>(hash.error());
}

} // namespace huiyin
