// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storylibrary.h"

#include <rules/catalogue.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include "storydesk.h"

namespace huiyin::support {

namespace {

using namespace Qt::StringLiterals;

std::optional<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

/// What does not change with the packs, read once.
struct Ground
{
    Result<std::shared_ptr<const Library>> built = Library::load();
    CatalogueReading catalogue;
};

const Ground &ground()
{
    static const Ground once = [] {
        const auto source = [](const QString &name) {
            return bytesOf(QStringLiteral(HUIYIN_SOURCE_DIR "/resources/") + name)
                .value_or(QByteArray());
        };
        Ground read;
        read.catalogue = readCatalogue(source(u"fields.toml"_s), source(u"codes.toml"_s));
        return read;
    }();
    return once;
}

} // namespace

QString shown(const Findings &findings)
{
    QStringList all;
    for (const Finding &finding : findings) {
        QStringList args;
        for (auto it = finding.args.cbegin(); it != finding.args.cend(); ++it) {
            args.append(it.key() + u'=' + it.value());
        }
        all.append(
            u"%1 %2 [%3] %4"_s.arg(finding.code, finding.field, finding.clause, args.join(u' ')));
    }
    return all.join(u"; "_s);
}

QString sourcePacks() { return QStringLiteral(HUIYIN_SOURCE_DIR "/resources/regulations"); }

std::shared_ptr<const Library> libraryOf(const QString &folder, QMap<QString, QString> &faults)
{
    const auto &[built, catalogue] = ground();
    if (!built) {
        faults.insert({}, built.error().code + u' ' + built.error().detail);
        return nullptr;
    }
    if (!catalogue.catalogue) {
        faults.insert({}, u"fields.toml: "_s + shown(catalogue.findings));
        return nullptr;
    }
    const QDir packsOf(folder);
    const PackSource shared = [&](const QString &id) {
        return bytesOf(packsOf.filePath(id + u".toml"_s));
    };
    QMap<QString, Regulation> packs;
    for (const QString &file : packsOf.entryList({u"*.toml"_s}, QDir::Files)) {
        if (file == u"rules.toml") {
            continue;
        }
        const auto reading = readRegulation(
            bytesOf(packsOf.filePath(file)).value_or(QByteArray()), *catalogue.catalogue, shared);
        if (reading.regulation && !reading.regulation->shared) {
            packs.insert(reading.regulation->id, *reading.regulation);
        } else if (!reading.regulation) {
            faults.insert(file.chopped(5), shown(reading.findings));
        }
    }
    return std::make_shared<const Library>(Library{*catalogue.catalogue,
                                                   (*built)->sheets,
                                                   std::move(packs),
                                                   (*built)->calendar,
                                                   (*built)->texts});
}

QStringList
tellStory(const QString &path, const std::shared_ptr<const Library> &library, bool firstOnly)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {path + u": "_s + file.errorString()};
    }
    std::unique_ptr<StoryDesk> desk;
    QStringList faults;
    int acts = 0;
    int expectations = 0;
    for (int number = 1; !file.atEnd() && (faults.isEmpty() || !firstOnly); ++number) {
        const QByteArray text = file.readLine().trimmed();
        if (text.isEmpty()) {
            continue;
        }
        const QString place = u"%1:%2 "_s.arg(path.section(u'/', -2)).arg(number);
        QJsonParseError error{};
        const QJsonObject line = QJsonDocument::fromJson(text, &error).object();
        if (error.error != QJsonParseError::NoError) {
            return faults << place + error.errorString();
        }
        if (!desk) {
            desk = std::make_unique<StoryDesk>(library, line);
        }
        acts += line.contains(u"do") ? 1 : 0;
        expectations += line.contains(u"do") || line.contains(u"story") ? 0 : 1;
        expectations += line.contains(u"refused") ? 1 : 0;
        for (const QString &fault : desk->tell(line)) {
            faults.append(place + fault);
        }
    }
    if (faults.isEmpty() && (acts == 0 || expectations == 0)) {
        faults.append(path.section(u'/', -2) + u": a story needs acts and expectations"_s);
    }
    return faults;
}

} // namespace huiyin::support
