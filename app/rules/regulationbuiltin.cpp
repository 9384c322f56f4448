// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/regulation.h>

#include <QDir>
#include <QFile>

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
    QVector<Regulation> regulations;
    std::optional<Error> fault;
    const QStringList names = QDir(kFolder).entryList({u"*.toml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString id = name.chopped(5);
        if (id == u"rules") {
            continue;
        }
        const RegulationReading reading =
            readRegulation(builtinText(id).value_or(QByteArray()), catalogue, withoutRules);
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
            continue;
        }
        if (!reading.regulation->shared) {
            regulations.append(*reading.regulation);
        }
    }
    if (regulations.isEmpty() && fault) {
        return *fault;
    }
    return regulations;
}

} // namespace huiyin
