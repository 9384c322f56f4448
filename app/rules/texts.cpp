// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/texts.h>
#include <rules/toml.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace huiyin {

Result<Texts> Texts::load(const QString &folder)
{
    Texts texts;
    const QDir dir(folder);
    const QStringList files = dir.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        const auto malformed = [&](int line) {
            return Error{
                QStringLiteral("texts.malformed"),
                {{QStringLiteral("file"), name}, {QStringLiteral("line"), QString::number(line)}}};
        };
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return malformed(0);
        }
        Findings findings;
        const auto table = readToml(file.readAll(), findings);
        if (!table) {
            return malformed(findings.first().line);
        }
        for (const TomlEntry &entry : table->entries) {
            const TomlValue *zh = entry.value.find(u"zh");
            const TomlValue *en = entry.value.find(u"en");
            if (zh == nullptr || en == nullptr || texts.m_sentences.contains(entry.key)) {
                return malformed(entry.line);
            }
            texts.m_sentences.insert(entry.key, {zh->string, en->string});
        }
    }
    return texts;
}

namespace {

/// A moment as people write it: 2026-11-19T17:30:00 → 2026-11-19 17:30.
QString readable(const QString &value)
{
    static const QRegularExpression moment(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d):\\d\\d$"));
    const auto match = moment.match(value);
    return match.hasMatch() ? match.captured(1) + QLatin1Char(' ') + match.captured(2) : value;
}

} // namespace

QString Texts::sentence(const QString &code, const Args &args, Language language) const
{
    const auto it = m_sentences.constFind(code);
    if (it == m_sentences.cend()) {
        return code;
    }
    QString sentence = language == Language::Chinese ? it->first : it->second;
    for (auto arg = args.cbegin(); arg != args.cend(); ++arg) {
        sentence.replace(QLatin1Char('{') + arg.key() + QLatin1Char('}'), readable(arg.value()));
    }
    return sentence;
}

QString Texts::sentence(const Finding &finding, Language language) const
{
    Args args = finding.args;
    args.insert(QStringLiteral("line"), QString::number(finding.line));
    args.insert(QStringLiteral("column"), QString::number(finding.column));
    if (!args.contains(QStringLiteral("field"))) { // whoever knows the label has put it there
        args.insert(QStringLiteral("field"), finding.field);
    }
    args.insert(QStringLiteral("clause"), finding.clause);
    return sentence(finding.code, args, language);
}

QString Texts::sentence(const Error &error, Language language) const
{
    return sentence(error.code, error.args, language);
}

bool Texts::has(const QString &code, Language language) const
{
    const auto it = m_sentences.constFind(code);
    return it != m_sentences.cend() &&
           !(language == Language::Chinese ? it->first : it->second).isEmpty();
}

QStringList Texts::codes() const { return m_sentences.keys(); }

} // namespace huiyin
