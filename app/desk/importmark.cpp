// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/deskstate.h>
#include <desk/importmark.h>

#include <QJsonDocument>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

NewEvent marked(const QString &batch, const QString &value)
{
    return {
        QLatin1StringView(event::kConfigPublished),
        std::nullopt,
        QJsonObject{{u"name"_s, QLatin1StringView(config::kImport) + batch}, {u"value"_s, value}}};
}

} // namespace

Result<QVector<OpenImport>> openImports(const CaseReader &reader)
{
    QVector<OpenImport> open;
    const auto settings = reader.config();
    if (!settings) {
        return settings.error();
    }
    const auto prefix = QLatin1StringView(config::kImport);
    for (auto it = settings->lowerBound(prefix);
         it != settings->cend() && it.key().startsWith(prefix);
         ++it) {
        if (!it->isEmpty()) {
            const QJsonObject mark = QJsonDocument::fromJson(it->toUtf8()).object();
            open.append({it.key().mid(prefix.size()),
                         mark.value("file"_L1).toString(),
                         Instant::fromUtcMs(mark.value("at"_L1).toInteger())});
        }
    }
    std::sort(open.begin(), open.end(), [](const OpenImport &a, const OpenImport &b) {
        return a.begunAt < b.begunAt;
    });
    return open;
}

NewEvent importBegun(const OpenImport &begun)
{
    const QJsonObject mark{{u"file"_s, begun.path}, {u"at"_s, begun.begunAt.utcMs()}};
    return marked(begun.batch,
                  QString::fromUtf8(QJsonDocument(mark).toJson(QJsonDocument::Compact)));
}

NewEvent importEnded(const QString &batch) { return marked(batch, {}); }

} // namespace huiyin
