// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The order in which a document is signed, however a signature comes: typed into a step or a
// correction, or written by the step itself.

#include <rules/documentnumber.h>
#include <rules/signing.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

using Forms = QVector<const Sheet *>;

QStringList placesOf(const Sheet &sheet)
{
    QStringList places;
    for (const SignPlace &place : sheet.signOrder) {
        places.append(place.field);
    }
    return places;
}

/// The document that is signed now, the latest that is not void; nullopt where none was begun.
std::optional<CaseDocument>
liveDocument(const Ground &ground, const CaseFile &caseFile, const Sheet &sheet)
{
    const QVector<CaseDocument> documents = caseDocuments(caseFile, ground.regulation, sheet);
    for (auto one = documents.crbegin(); one != documents.crend(); ++one) {
        if (!one->isVoid()) {
            return *one;
        }
    }
    return std::nullopt;
}

/// The forms whose order a signature keeps: the one the step is about, or those that steps before
/// it began; else the one the case was taken down on; else, of a step about no form, any begun.
/// Nothing where that form gives its place no order. What is filled in on a form itself is about
/// any of the case. \param rule  nullptr = no step of the pack
Forms formsMeant(const Ground &ground,
                 const CaseFile &caseFile,
                 const MoveRule *rule,
                 const QString &field)
{
    const QString caseSheet = caseFile.sheet.section(u'/', 0, 0);
    QStringList named;
    if (rule != nullptr) {
        for (const QString &id : movesBefore(ground.regulation, *rule)) {
            const MoveRule *before = ground.regulation.move(id);
            named.append(before == nullptr ? QString() : before->sheet);
        }
    }
    Forms begun;
    Forms before;
    const Sheet *own = nullptr;
    bool isOwn = false;
    for (const Sheet &sheet : *ground.sheets) {
        const bool ordered = placesOf(sheet).contains(field);
        const bool meant = rule != nullptr && (sheet.id == rule->sheet || sheet.id == caseSheet);
        const bool shown = ordered || (meant && sheet.shownFields().contains(field));
        if (shown && rule != nullptr && sheet.id == rule->sheet) {
            return ordered ? Forms{&sheet} : Forms();
        }
        if (sheet.id == caseSheet) {
            own = ordered ? &sheet : nullptr;
            isOwn = shown;
        }
        if (ordered && liveDocument(ground, caseFile, sheet)) {
            begun.append(&sheet);
            if (named.contains(sheet.id)) {
                before.append(&sheet);
            }
        }
    }
    if (!before.isEmpty()) {
        return before;
    }
    if (rule != nullptr && (isOwn || !rule->sheet.isEmpty())) {
        return own != nullptr ? Forms{own} : Forms();
    }
    if (own != nullptr && !begun.contains(own)) {
        begun.append(own);
    }
    return begun;
}

/// Place in steps of the step that began the copy of a form: the step itself, not taken yet, or one
/// before; nullopt for the form of the case.
std::optional<qsizetype>
copyBegun(const Ground &ground, const CaseFile &caseFile, const MoveRule *rule, const Sheet &sheet)
{
    if (rule != nullptr && !sheet.docCode.isEmpty() &&
        beginsDocument(caseFile, ground.regulation, sheet, *rule)) {
        return caseFile.steps.size();
    }
    const auto document = liveDocument(ground, caseFile, sheet);
    if (!document) {
        return std::nullopt;
    }
    qsizetype begun = document->begun;
    if (!document->penalty.isEmpty()) {
        const QVector<qsizetype> starts = documentStarts(caseFile, ground.regulation, sheet);
        begun = starts.isEmpty() ? -1 : starts.last();
    }
    return begun < 0 ? std::nullopt : std::optional(begun);
}

/// What the copy of a form shows once the step has written.
QJsonObject onCopy(const Ground &ground,
                   const CaseFile &caseFile,
                   const MoveRule *rule,
                   const Sheet &sheet,
                   const QJsonObject &written,
                   QJsonObject all)
{
    if (const auto begun = copyBegun(ground, caseFile, rule, sheet)) {
        all = withoutEarlierSignatures(std::move(all), placesOf(sheet), caseFile, *begun);
        for (auto it = written.constBegin(); it != written.constEnd(); ++it) {
            all.insert(it.key(), it.value());
        }
    }
    return all;
}

} // namespace

void checkSigning(Course &course,
                  const QJsonObject &written,
                  const QJsonObject &all,
                  const MoveRule *rule)
{
    const Ground &ground = course.ground;
    if (ground.sheets == nullptr) {
        return;
    }
    for (auto it = written.constBegin(); it != written.constEnd(); ++it) {
        if (!isSigned(it.value())) {
            continue;
        }
        // A place of the same name stands on several forms: one whose order is kept is enough.
        const Sheet *broken = nullptr;
        const SignPlace *missing = nullptr;
        bool kept = false;
        for (const Sheet *sheet : formsMeant(ground, course.caseFile, rule, it.key())) {
            const QJsonObject copy = onCopy(ground, course.caseFile, rule, *sheet, written, all);
            const SignPlace *earlier = signedTooEarly(*sheet, copy, it.key());
            kept = kept || earlier == nullptr;
            broken = sheet;
            missing = earlier;
        }
        if (broken != nullptr && !kept) {
            course.refuse(u"step.sign.order"_s,
                          it.key(),
                          {{u"sheet"_s, broken->zh},
                           {u"sheetEn"_s, broken->en},
                           {u"later"_s, signWord(*broken, it.key(), true)},
                           {u"laterEn"_s, signWord(*broken, it.key(), false)},
                           {u"earlier"_s, signWord(*broken, missing->field, true)},
                           {u"earlierEn"_s, signWord(*broken, missing->field, false)}},
                          broken->rules);
        }
    }
}

QStringList signPlacesBefore(const Ground &ground, const CaseFile &caseFile, const MoveRule &rule)
{
    QStringList places;
    if (ground.sheets == nullptr) {
        return places;
    }
    const QStringList set = rule.sets.keys();
    for (const QString &field : rule.needs + rule.offers + set) {
        const FieldDef *def = ground.catalogue.field(field);
        if (def == nullptr || def->type != FieldType::Sign) {
            continue;
        }
        for (const Sheet *sheet : formsMeant(ground, caseFile, &rule, field)) {
            const QJsonObject copy = onCopy(ground, caseFile, &rule, *sheet, {}, caseFile.fields());
            for (const SignPlace &place : sheet->signOrder) {
                if (place.field == field) {
                    break;
                }
                const bool asked = !place.optional && !place.byHand && !set.contains(place.field) &&
                                   !isSigned(copy.value(place.field));
                if (asked && !places.contains(place.field)) {
                    places.append(place.field);
                }
            }
        }
    }
    return places;
}

} // namespace huiyin::steps
