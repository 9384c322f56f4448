// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/clausewords.h>

namespace huiyin {

QString clauseWords(const Regulation &regulation, const QStringList &rules, bool chinese)
{
    QStringList lines;
    for (const QString &id : rules) {
        const RuleNote *note = regulation.note(id);
        const QString words = note == nullptr ? QString() : chinese ? note->zh : note->en;
        lines.append(words.isEmpty() ? id : id + QStringLiteral("  ") + words);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace huiyin
