// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/signing.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

QString signWord(const Sheet &sheet, const QString &field, bool chinese)
{
    QString found;
    const auto look = [&](const SheetCell &cell) {
        if (!found.isEmpty()) {
            return;
        }
        if (cell.sign == field) {
            found = chinese ? cell.signZh : cell.signEn;
        } else if (cell.field == field) {
            found = chinese || cell.en.isEmpty() ? cell.zh : cell.en;
        }
    };
    for (const SheetCell &cell : sheet.cells) {
        look(cell);
        std::for_each(cell.parts.cbegin(), cell.parts.cend(), look);
    }
    return found.remove(u'\n');
}

bool isSigned(const QJsonValue &signature)
{
    const QJsonObject sign = signature.toObject();
    return !signature.toString().isEmpty() || !sign.value(u"name"_s).toString().isEmpty() ||
           sign.value(u"waived"_s).toBool();
}

QJsonObject withoutEarlierSignatures(QJsonObject fields,
                                     const QStringList &places,
                                     const CaseFile &caseFile,
                                     qsizetype begun)
{
    const auto rewrites = [](const QString &place) {
        return [&place](const Step &step) { return !step.struck && step.fields.contains(place); };
    };
    for (const QString &place : places) {
        if (std::none_of(caseFile.steps.cbegin() + begun, caseFile.steps.cend(), rewrites(place))) {
            fields.remove(place);
        }
    }
    return fields;
}

const SignPlace *signedTooEarly(const Sheet &sheet, const QJsonObject &fields, const QString &field)
{
    const QJsonValue given = fields.value(field);
    const auto timeOf = [](const QJsonValue &sign) { return sign.toObject().value(u"at"_s); };
    for (const SignPlace &place : sheet.signOrder) {
        if (place.field == field) {
            return nullptr;
        }
        const QJsonValue before = fields.value(place.field);
        const bool missing = !isSigned(before) && !place.optional && !place.byHand;
        const bool turned = timeOf(before).isDouble() && timeOf(given).isDouble() &&
                            timeOf(before).toInteger() > timeOf(given).toInteger();
        if (missing || turned) {
            return &place;
        }
    }
    return nullptr;
}

} // namespace huiyin
