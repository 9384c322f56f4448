// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/hitwords.h>

#include <algorithm>

namespace huiyin {

QString fieldWith(const UiGround &ground, const CaseFile &caseFile, const QStringList &words)
{
    for (const FieldDef &field : ground.library->catalogue.fields()) {
        if (!field.search || field.privacy != Privacy::Public) {
            continue;
        }
        const QString text = caseFile.text(field.id);
        const bool found = std::any_of(words.cbegin(), words.cend(), [&](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
        if (found) {
            const bool chinese = ground.language == Language::Chinese;
            return fieldLabel(ground, field.id) +
                   (chinese ? QStringLiteral("：") : QStringLiteral(": ")) + text;
        }
    }
    return {};
}

} // namespace huiyin
