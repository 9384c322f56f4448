// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "draftspool.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kMostBytes = 16 * 1024 * 1024;

QJsonObject toJson(const StoredDraft &draft)
{
    QJsonObject json{{u"id"_s, draft.id.toString()},
                     {u"actor"_s, draft.actor},
                     {u"action"_s, draft.action},
                     {u"fields"_s, draft.draft.fields},
                     {u"raw"_s, draft.draft.raw},
                     {u"sheet"_s, draft.draft.sheet},
                     {u"savedAt"_s, draft.savedAt.utcMs()},
                     {u"discarded"_s, draft.discarded}};
    if (draft.caseId) {
        json.insert(u"caseId"_s, draft.caseId->toString());
    }
    if (draft.draft.startedAt) {
        json.insert(u"startedAt"_s, draft.draft.startedAt->utcMs());
    }
    return json;
}

std::optional<StoredDraft> fromJson(const QJsonObject &json)
{
    const auto id = DraftId::parse(json.value("id"_L1).toString());
    if (!id) {
        return std::nullopt;
    }
    StoredDraft draft{.id = *id,
                      .actor = json.value("actor"_L1).toString(),
                      .caseId = std::nullopt,
                      .action = json.value("action"_L1).toString(),
                      .draft = {.fields = json.value("fields"_L1).toObject(),
                                .raw = json.value("raw"_L1).toObject(),
                                .sheet = json.value("sheet"_L1).toString(),
                                .startedAt = std::nullopt},
                      .savedAt = Instant::fromUtcMs(json.value("savedAt"_L1).toInteger()),
                      .discarded = json.value("discarded"_L1).toBool()};
    if (const auto caseId = CaseId::parse(json.value("caseId"_L1).toString())) {
        draft.caseId = *caseId;
    }
    if (const QJsonValue started = json.value("startedAt"_L1); started.isDouble()) {
        draft.draft.startedAt = Instant::fromUtcMs(started.toInteger());
    }
    return draft;
}

} // namespace

DraftSpool::DraftSpool(const QString &caseFile)
    : m_folder(caseFile + u".drafts"_s)
{
}

QString DraftSpool::fileOf(const DraftId &id) const
{
    return m_folder + u'/' + id.toString() + u".json"_s;
}

Result<Done> DraftSpool::write(const StoredDraft &draft) const
{
    const Error failed{u"store.disk"_s, {{u"path"_s, m_folder}}};
    if (!QDir().mkpath(m_folder)) {
        return failed;
    }
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(fileOf(draft.id));
    if (!file.open(QIODevice::WriteOnly)) {
        return failed;
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact));
    return file.commit() ? Result<Done>(Done{}) : Result<Done>(failed);
}

void DraftSpool::remove(const DraftId &id) const
{
    if (QFile::remove(fileOf(id))) {
        QDir().rmdir(m_folder); // only an empty folder goes
    }
}

QVector<StoredDraft> DraftSpool::left() const
{
    QVector<StoredDraft> drafts;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.size() > kMostBytes || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        if (auto draft = fromJson(QJsonDocument::fromJson(file.readAll()).object())) {
            drafts.append(std::move(*draft));
        }
    }
    return drafts;
}

} // namespace huiyin
