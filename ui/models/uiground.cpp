// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/uiground.h>

namespace huiyin {

QString choiceLabel(const UiGround &ground, const QString &field, const QString &choice)
{
    const CodeList *list = ground.library->catalogue.choicesOf(field);
    const Choice *found = list ? list->byId(choice) : nullptr;
    if (!found) {
        return choice;
    }
    return ground.language == Language::Chinese ? found->zh : found->en;
}

QString fieldLabel(const UiGround &ground, const QString &field)
{
    if (const auto own = ground.ownWords.constFind(field); own != ground.ownWords.cend()) {
        return *own;
    }
    const FieldDef *def = ground.library->catalogue.field(field);
    if (!def) {
        return field;
    }
    return ground.language == Language::Chinese ? def->zh : def->en;
}

QString clockWord(const UiGround &ground, const QString &label)
{
    return ground.language == Language::Chinese ? label : ground.clockWords.value(label, label);
}

QString listSeparator(const UiGround &ground)
{
    return ground.language == Language::Chinese ? QStringLiteral("、") : QStringLiteral(", ");
}

QString stageLabel(const UiGround &ground, Stage stage, const QString &pack)
{
    if (!pack.isEmpty()) {
        // Overlays add steps, never names of stages.
        const auto own = ground.stageWords.constFind(pack.section(QLatin1Char('+'), 0, 0) +
                                                     QLatin1Char('/') + stageId(stage));
        if (own != ground.stageWords.cend()) {
            return *own;
        }
    }
    const CodeList *list = ground.library->catalogue.codeList(u"CL-16");
    const Choice *found = list ? list->byId(stageId(stage)) : nullptr;
    if (!found) {
        return stageId(stage);
    }
    return ground.language == Language::Chinese ? found->zh : found->en;
}

QString stageLabel(const UiGround &ground, const CaseFile &caseFile)
{
    return stageLabel(
        ground, caseFile.stage, packText({caseFile.regulationId, caseFile.regulationVersion}, {}));
}

QString maskedPhone(const QString &phone)
{
    QVector<qsizetype> digits;
    for (qsizetype i = 0; i < phone.size(); ++i) {
        if (phone[i].isDigit()) {
            digits.append(i);
        }
    }
    const qsizetype tail = digits.size() >= 7 ? 4 : 2;
    const qsizetype head = digits.size() >= 11 ? 3 : 0;
    const qsizetype hidden = digits.size() - head - tail;
    if (hidden <= 0) {
        return phone;
    }
    QString text = phone;
    for (qsizetype i = head; i < head + hidden; ++i) {
        text[digits[i]] = u'*';
    }
    return text;
}

} // namespace huiyin
