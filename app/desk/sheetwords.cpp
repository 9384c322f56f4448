// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/sheetwords.h>
#include <rules/sheetedit.h>
#include <rules/signing.h>

#include <functional>

namespace huiyin {

namespace {

/// Each field a sheet words otherwise than the built-in form, with its word.
void eachOwnWord(const Desk &desk,
                 const Sheet &sheet,
                 bool chinese,
                 const std::function<void(const QString &, const QString &)> &take)
{
    const auto built = desk.library().sheets.constFind(sheet.id);
    if (built == desk.library().sheets.cend() ||
        (sheet.version == built->version && sheet.edition == built->edition)) {
        return;
    }
    for (const QString &field : sheet.shownFields()) {
        const QString word = signWord(sheet, field, chinese);
        if (!word.isEmpty() && word != signWord(*built, field, chinese)) {
            take(field, word);
        }
    }
}

} // namespace

QHash<QString, QString> ownFieldWords(const Desk &desk, bool chinese, const CaseFile *caseFile)
{
    QHash<QString, QString> words;
    const auto take = [&](const Sheet &sheet, bool all) {
        eachOwnWord(desk, sheet, chinese, [&](const QString &field, const QString &word) {
            if (!words.contains(field) && (all || SheetEdit::isOwnField(field))) {
                words.insert(field, word);
            }
        });
    };
    if (caseFile != nullptr) {
        take(desk.sheetFor(*caseFile, caseFile->sheet.section(u'/', 0, 0)), true);
    }
    for (const Sheet &sheet : desk.sheets()) {
        take(sheet, false);
    }
    return words;
}

QMap<QString, QString> ownRegisterWords(const Desk &desk, bool chinese)
{
    QMap<QString, QString> words;
    const QHash<QString, QString> fields = ownFieldWords(desk, chinese);
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        words.insert(it.key(), it.value());
    }
    eachOwnWord(desk,
                desk.sheets().value(QStringLiteral("F-03")),
                chinese,
                [&](const QString &field, const QString &word) { words.insert(field, word); });
    return words;
}

QHash<QString, QString> ownHeads(const Desk &desk)
{
    QHash<QString, QString> heads;
    for (const Sheet &sheet : desk.sheets()) {
        for (const bool chinese : {true, false}) {
            eachOwnWord(desk, sheet, chinese, [&](const QString &field, const QString &word) {
                if (!heads.contains(word)) {
                    heads.insert(word, field);
                }
            });
        }
    }
    return heads;
}

} // namespace huiyin
