// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A document of a case declared void, drawn up anew where that is wished.

#include <rules/documentnumber.h>
#include <rules/moneyinput.h>
#include <rules/moneysteps.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

QString numbersOf(const QVector<CaseDocument> &documents)
{
    QStringList numbers;
    for (const CaseDocument &one : documents) {
        if (!one.isVoid()) {
            numbers.append(one.number);
        }
    }
    return numbers.join(u"、"_s);
}

/// Who began it, or may take the step that begins such a one.
void checkMayVoid(Course &course, const CaseDocument &document)
{
    const Step *begun = document.origin < 0 ? nullptr : &course.caseFile.steps.at(document.origin);
    const MoveRule *rule =
        begun == nullptr ? nullptr : course.ground.regulation.move(begun->action);
    if (!document.penalty.isEmpty()) {
        const QJsonArray entries = course.caseFile.value(u"penalties").toArray();
        for (const auto &item : entries) {
            const QJsonObject entry = item.toObject();
            if (entry.value(u"id"_s).toString() == document.penalty) {
                keepOutOfMoney(course, {entry.value(u"name"_s).toString()}, {});
            }
        }
    }
    if (rule != nullptr && document.by != course.actor.id &&
        !rightOf(course.actor, rule->by).given) {
        course.refuse(u"document.role"_s,
                      {},
                      {{u"number"_s, document.number},
                       {u"roles"_s, rolesText(course.ground.regulation, rule->by, true)},
                       {u"rolesEn"_s, rolesText(course.ground.regulation, rule->by, false)}},
                      rule->rules);
    }
}

} // namespace

void voidDocument(Course &course, const QString &action)
{
    const Ground &ground = course.ground;
    ObjectInput input(course.input, {}, course.decision.findings);
    const QString number = input.text(u"document"_s).trimmed();
    const QString reason = normalizedText(input.text(u"reason"_s), true);
    input.finish();
    const QVector<CaseDocument> documents =
        ground.sheets == nullptr
            ? QVector<CaseDocument>()
            : caseDocuments(course.caseFile, ground.regulation, *ground.sheets);
    const QString known = numbersOf(documents);
    if (known.isEmpty()) {
        course.refuse(u"document.none"_s);
        return;
    }
    const auto document =
        std::find_if(documents.cbegin(), documents.cend(), [&](const CaseDocument &one) {
            return one.number.compare(number, Qt::CaseInsensitive) == 0;
        });
    if (document == documents.cend()) {
        course.refuse(number.isEmpty() ? u"document.which"_s : u"document.unknown"_s,
                      {},
                      {{u"number"_s, number}, {u"known"_s, known}});
        return;
    }
    if (document->isVoid()) {
        course.refuse(u"document.void"_s,
                      {},
                      {{u"number"_s, document->number},
                       {u"at"_s, document->voidAt->toLocalText()},
                       {u"reason"_s, document->voidReason}});
    }
    if (reason.isEmpty()) {
        course.refuse(u"document.reason"_s, {}, {{u"number"_s, document->number}});
    }
    checkMayVoid(course, *document);
    if (refuses(course.decision.findings)) {
        return;
    }
    course.decision.events.append({QLatin1StringView(event::kCaseMoved),
                                   course.caseFile.id,
                                   QJsonObject{{u"action"_s, action},
                                               {u"from"_s, stageId(course.caseFile.stage)},
                                               {u"fields"_s, QJsonObject()},
                                               {u"started"_s, QJsonArray()},
                                               {u"stopped"_s, QJsonArray()},
                                               {u"text"_s, document->number},
                                               {u"reason"_s, reason},
                                               {u"at"_s, course.at.utcMs()},
                                               {u"recordedAt"_s, ground.now.utcMs()},
                                               {u"rules"_s, QJsonArray()}}});
}

} // namespace huiyin::steps
