// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/signorder.h>

#include <algorithm>

namespace huiyin {

namespace {

/// A signature by the word the sheet prints at its place.
QString wordOf(const Sheet &sheet, const QString &field, const FieldWords &words)
{
    QString found;
    const bool chinese = words.language() == Language::Chinese;
    const auto look = [&](const SheetCell &cell) {
        if (!found.isEmpty()) {
            return;
        }
        if (cell.sign == field) {
            found = chinese ? cell.signZh : cell.signEn;
        } else if (cell.field == field) {
            found = words.label(cell);
        }
    };
    for (const SheetCell &cell : sheet.cells) {
        look(cell);
        std::for_each(cell.parts.cbegin(), cell.parts.cend(), look);
    }
    return found.remove(QLatin1Char('\n'));
}

std::optional<qint64> timeOf(const QJsonValue &sign)
{
    const QJsonValue at = sign.toObject().value(QStringLiteral("at"));
    return at.isDouble() ? std::optional(at.toInteger()) : std::nullopt;
}

} // namespace

QString signOrderText(const Sheet &sheet, const FieldWords &words)
{
    if (sheet.signOrder.size() < 2) {
        return {};
    }
    QStringList names;
    for (const SignPlace &place : sheet.signOrder) {
        names << wordOf(sheet, place.field, words);
    }
    return words.labelWithColon(words.language() == Language::Chinese
                                    ? QStringLiteral("签署次序")
                                    : QStringLiteral("Order of signing")) +
           names.join(QStringLiteral(" → "));
}

Findings signOrderFindings(const Sheet &sheet, const QJsonObject &fields, const FieldWords &words)
{
    Findings findings;
    for (qsizetype later = 1; later < sheet.signOrder.size(); ++later) {
        const QString &field = sheet.signOrder.at(later).field;
        const QJsonValue given = fields.value(field);
        if (words.signature(given).name.isEmpty()) {
            continue;
        }
        for (qsizetype i = 0; i < later; ++i) {
            const SignPlace &place = sheet.signOrder.at(i);
            const QJsonValue before = fields.value(place.field);
            const bool missing = words.signature(before).name.isEmpty() && !place.optional;
            const bool turned = timeOf(before) && timeOf(given) && *timeOf(before) > *timeOf(given);
            if (missing || turned) {
                findings.append({QStringLiteral("paper.sign.order"),
                                 Severity::Warning,
                                 {},
                                 {{QStringLiteral("later"), wordOf(sheet, field, words)},
                                  {QStringLiteral("earlier"), wordOf(sheet, place.field, words)}}});
                break;
            }
        }
    }
    return findings;
}

} // namespace huiyin
