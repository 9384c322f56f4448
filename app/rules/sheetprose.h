// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVector>

namespace huiyin {

/// A blank in running text: `{receivedAt:date}` prints a value, `{decision=Accepted}` the box ☐ or
/// ☑ of a choice.
struct ProseBlank
{
    qsizetype begin = 0, length = 0; ///< of the blank with its braces
    QString field;                   ///< id of the field, or a word of proseWords()
    QString show;                    ///< printed form, empty = by type
    QString choice;                  ///< of a box: choice id, `true` or `false`
};

/// The blanks of a paragraph from its beginning.
[[nodiscard]] QVector<ProseBlank> proseBlanks(const QString &paragraph);

/// A word that stands for something of the whole sheet, not for a field: organisation, period.
[[nodiscard]] bool isProseWord(const QString &word);

} // namespace huiyin
