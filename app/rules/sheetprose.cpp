// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetprose.h>

#include <QRegularExpression>

namespace huiyin {

QVector<ProseBlank> proseBlanks(const QString &paragraph)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\{([A-Za-z0-9]+)(?::([A-Za-z]+)|=([A-Za-z0-9]+))?\\}"));
    QVector<ProseBlank> blanks;
    for (auto it = pattern.globalMatch(paragraph); it.hasNext();) {
        const auto match = it.next();
        blanks.append({match.capturedStart(),
                       match.capturedLength(),
                       match.captured(1),
                       match.captured(2),
                       match.captured(3)});
    }
    return blanks;
}

bool isProseWord(const QString &word)
{
    return word == QLatin1String("organisation") || word == QLatin1String("period");
}

} // namespace huiyin
