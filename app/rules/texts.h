// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <domain/result.h>

#include <QHash>
#include <QString>

namespace huiyin {

enum class Language { Chinese, English };

/// The sentences of all codes, one TOML file per room in resources/texts, each with zh, en and
/// blanks like {path}. Windows, command line and reports speak with one voice.
class Texts
{
public:
    /// Loads every file of the folder (default: the built-in resource). \error texts.malformed
    static Result<Texts> load(const QString &folder = QStringLiteral(":/huiyin/texts"));

    /// The sentence of a code with its blanks filled; the code itself if there is none.
    [[nodiscard]] QString sentence(const QString &code, const Args &args, Language language) const;

    [[nodiscard]] QString sentence(const Finding &finding, Language language) const;
    [[nodiscard]] QString sentence(const Error &error, Language language) const;

    [[nodiscard]] bool has(const QString &code, Language language) const;
    [[nodiscard]] QStringList codes() const;

private:
    QHash<QString, std::pair<QString, QString>> m_sentences;
};

} // namespace huiyin
