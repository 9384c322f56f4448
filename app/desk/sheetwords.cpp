// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/sheetwords.h>
#include <rules/sheetedit.h>
#include <rules/signing.h>

namespace huiyin {

QHash<QString, QString> ownFieldWords(const Desk &desk, bool chinese, const CaseFile *caseFile)
{
    QHash<QString, QString> words;
    const auto take = [&](const Sheet &sheet, bool all) {
        const auto built = desk.library().sheets.constFind(sheet.id);
        if (built == desk.library().sheets.cend() ||
            (sheet.version == built->version && sheet.edition == built->edition)) {
            return;
        }
        for (const QString &field : sheet.shownFields()) {
            if (words.contains(field) || !(all || SheetEdit::isOwnField(field))) {
                continue;
            }
            const QString word = signWord(sheet, field, chinese);
            if (!word.isEmpty() && word != signWord(*built, field, chinese)) {
                words.insert(field, word);
            }
        }
    };
    if (caseFile != nullptr) {
        take(desk.sheetFor(*caseFile, caseFile->sheet.section(u'/', 0, 0)), true);
    }
    for (const Sheet &sheet : desk.sheets()) {
        take(sheet, false);
    }
    return words;
}

} // namespace huiyin
