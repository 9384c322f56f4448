// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/attachments.h>
#include <store/erasure.h>
#include <store/rows.h>

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct KeptFile
{
    QString hash;
    qint64 size = 0;
};

Result<QVector<KeptFile>> filesOf(Database &database, const CaseId &id)
{
    const auto events = eventsOfCase(database, id);
    if (!events) {
        return events.error();
    }
    QVector<KeptFile> files;
    for (const Event &event : *events) {
        if (event.kind == QLatin1StringView(event::kFileAttached)) {
            const QJsonObject body = QJsonDocument::fromJson(event.body).object();
            files.append({body.value("hash"_L1).toString(), body.value("size"_L1).toInteger()});
        }
    }
    return files;
}

} // namespace

Result<Done> eraseCase(Database &database, const CaseId &id)
{
    const auto files = filesOf(database, id);
    if (!files) {
        return files.error();
    }
    for (const KeptFile &file : *files) {
        Query query(database, "file-used-elsewhere");
        query.bind("case_id", id.bytes())
            .bind("kind", QString(QLatin1StringView(event::kFileAttached)))
            .bind("hash", file.hash);
        const bool used = query.next() && query.integer("uses") > 0;
        if (query.failure()) {
            return *query.failure();
        }
        if (used) {
            continue;
        }
        auto gone = Query(database, "file-keep")
                        .bind("hash", file.hash)
                        .bind("size", file.size)
                        .bind("have", qint64{0})
                        .run();
        if (!gone) {
            return gone;
        }
    }
    auto drafts = Query(database, "draft-remove-of-case").bind("case_id", id.bytes()).run();
    if (!drafts) {
        return drafts;
    }
    return Query(database, "event-erase")
        .bind("case_id", id.bytes())
        .bind("kept_kind", QString(QLatin1StringView(event::kBodyErased)))
        .run();
}

Result<Done> sweepErased(Database &database)
{
    auto swept = Query(database, "usage-sweep").run();
    if (!swept) {
        return swept;
    }
    // Words taken out of the index lie in its older segments until these are merged.
    return Query(database, "fts-optimize").run();
}

void removeErasedFiles(Database &database)
{
    Query query(database, "file-all");
    while (query.next()) {
        const QString path = attachmentFile(database.path(), query.text("hash"));
        if (!query.flag("have") && !path.isEmpty()) {
            QFile::remove(path);
        }
    }
}

} // namespace huiyin
