// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/signorder.h>
#include <rules/signing.h>

namespace huiyin {

QString signOrderText(const Sheet &sheet, const QJsonObject *signs, const FieldWords &words)
{
    if (sheet.signOrder.size() < 2) {
        return {};
    }
    const bool chinese = words.language() == Language::Chinese;
    QStringList names;
    for (const SignPlace &place : sheet.signOrder) {
        QString name = signWord(sheet, place.field, chinese);
        if (place.byHand && signs != nullptr && !isSigned(signs->value(place.field))) {
            name += chinese ? QStringLiteral("（手签）") : QStringLiteral(" (by hand)");
        }
        names << name;
    }
    return words.labelWithColon(chinese ? QStringLiteral("签署次序")
                                        : QStringLiteral("Order of signing")) +
           names.join(QStringLiteral(" → "));
}

Findings signOrderFindings(const Sheet &sheet, const QJsonObject &fields, const FieldWords &words)
{
    Findings findings;
    const bool chinese = words.language() == Language::Chinese;
    for (const SignPlace &later : sheet.signOrder) {
        const SignPlace *earlier = isSigned(fields.value(later.field))
                                       ? signedTooEarly(sheet, fields, later.field)
                                       : nullptr;
        if (earlier != nullptr) {
            findings.append(
                {QStringLiteral("paper.sign.order"),
                 Severity::Warning,
                 {},
                 {{QStringLiteral("later"), signWord(sheet, later.field, chinese)},
                  {QStringLiteral("earlier"), signWord(sheet, earlier->field, chinese)}}});
        }
    }
    return findings;
}

} // namespace huiyin
