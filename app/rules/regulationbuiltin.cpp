// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/packtext.h>

#include <QDir>
#include <QFile>

#include <future>
#include <vector>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kFolder = u":/huiyin/regulations"_s;

std::optional<QByteArray> builtinText(const QString &id)
{
    QFile file(kFolder + u'/' + id + u".toml"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.readAll();
}

} // namespace

PackSource builtinPacks() { return builtinText; }

Result<QVector<Regulation>> loadRegulations(const FieldCatalogue &catalogue)
{
    // A test checks the shipped packs against the rule list; reading it at each start would cost
    // more than the packs.
    const PackSource withoutRules = [](const QString &id) {
        return id == u"rules" ? std::nullopt : builtinText(id);
    };
    QStringList ids;
    for (const QString &name : QDir(kFolder).entryList({u"*.toml"_s}, QDir::Files, QDir::Name)) {
        if (name != u"rules.toml") {
            ids.append(name.chopped(5));
        }
    }
    // Every second pack on a thread of its own: the window waits for them all.
    std::vector<RegulationReading> readings(static_cast<size_t>(ids.size()));
    const auto readFrom = [&](size_t first) {
        ReadBefore before;
        for (size_t i = first; i < readings.size(); i += 2) {
            const auto text = builtinText(ids.at(static_cast<qsizetype>(i)));
            readings[i] =
                readRegulation(text.value_or(QByteArray()), catalogue, withoutRules, before);
        }
    };
    auto others = std::async(std::launch::async, readFrom, 1);
    readFrom(0);
    others.get();
    QVector<Regulation> regulations;
    std::optional<Error> fault;
    for (size_t i = 0; i < readings.size(); ++i) {
        RegulationReading &reading = readings[i];
        const QString &id = ids.at(static_cast<qsizetype>(i));
        if (!reading.regulation) {
            // One faulty pack must not keep the desks of all others from opening.
            const Finding &first = reading.findings.first();
            qWarning("regulation pack %s left out: %s, line %d",
                     qUtf8Printable(id),
                     qUtf8Printable(first.code),
                     first.line);
            fault = Error{u"pack.builtin.faulty"_s,
                          {{u"pack"_s, id}, {u"line"_s, QString::number(first.line)}},
                          first.code};
        } else if (!reading.regulation->shared) {
            regulations.append(std::move(*reading.regulation));
        }
    }
    if (regulations.isEmpty() && fault) {
        return *fault;
    }
    return regulations;
}

} // namespace huiyin
