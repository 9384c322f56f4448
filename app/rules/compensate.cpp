// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/compensationcompute.h>
#include <rules/moneysteps.h>

#include <algorithm>

namespace huiyin::steps {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Keys of the sheet; everything else is a field of the case.
bool isSheetKey(const Regulation &regulation, const QString &key)
{
    static const QStringList keys{u"items"_s, u"parameters"_s, u"paidBeforeFen"_s};
    const auto isBase = [&](const QString &base) {
        return !base.isEmpty() && key == base + u"Fen"_s;
    };
    return keys.contains(key) ||
           std::any_of(regulation.compensations.cbegin(),
                       regulation.compensations.cend(),
                       [&](const CompensationRule &rule) { return isBase(rule.base); }) ||
           std::any_of(regulation.parameters.cbegin(),
                       regulation.parameters.cend(),
                       [&](const ParameterRule &rule) { return isBase(rule.id); });
}

/// Above the ceiling one of those who approve has signed: in the field of his role, or as approver.
void checkSigned(Course &course, const CompensationLine &line, const QJsonObject &all)
{
    QStringList fields{u"approverSign"_s};
    for (const QString &role : line.approve) {
        fields.append(role + u"Sign"_s);
    }
    const bool given = std::any_of(fields.cbegin(), fields.cend(), [&](const QString &field) {
        return !all.value(field).toObject().value(u"name"_s).toString().isEmpty();
    });
    if (line.aboveCeiling && !given) {
        course.refuse(u"compensation.unsigned"_s,
                      {},
                      {{u"item"_s, line.zh},
                       {u"itemEn"_s, line.en},
                       {u"amount"_s, yuanText(line.amountFen.value_or(0))},
                       {u"ceiling"_s, yuanText(line.ceilingFen.value_or(0))},
                       {u"roles"_s, rolesText(course.ground.regulation, line.approve, true)},
                       {u"rolesEn"_s, rolesText(course.ground.regulation, line.approve, false)},
                       {u"fields"_s, fields.join(u", ")}},
                      line.rules);
    }
}

void keepIfKnown(const Course &course, QJsonObject &fields, const QString &id, qint64 fen)
{
    const FieldDef *field = course.ground.catalogue.field(id);
    if (field != nullptr && field->type == FieldType::Money) {
        fields.insert(id, fen);
    }
}

/// An item this sheet no longer has leaves no amount behind; one typed since stays.
void dropEarlierItems(const Course &course, const CompensationSheet &sheet, QJsonObject &fields)
{
    const QJsonArray earlier = course.caseFile.value(u"compensationItems").toArray();
    for (const QJsonValue &item : earlier) {
        const QString field = item[u"field"_s].toString();
        const bool stays =
            std::any_of(sheet.lines.cbegin(),
                        sheet.lines.cend(),
                        [&](const CompensationLine &line) { return line.field == field; });
        if (!field.isEmpty() && !stays && !fields.contains(field) &&
            course.caseFile.value(field) == item[u"amountFen"_s]) {
            fields.insert(field, QJsonValue::Null);
        }
    }
}

/// On a case a multiplier left open is a refusal, and an item that does not apply says why.
void explain(const Course &course, const QJsonObject &fields, Finding &finding)
{
    if (finding.code == u"compensation.times.choose") {
        finding.severity = Severity::Refusal;
    }
    const CompensationRule *rule =
        course.ground.regulation.compensation(finding.args.value(u"id"_s));
    if (finding.code == u"compensation.condition" && rule != nullptr) {
        const StepWords unmet = unmetText(course.ground, rule->when, fields);
        finding.args.insert(u"unmet"_s, u'：' + unmet.zh);
        finding.args.insert(u"unmetEn"_s, u": "_s + unmet.en);
    }
}

} // namespace

void compensate(Course &course)
{
    const Regulation &regulation = course.ground.regulation;
    Findings &findings = course.decision.findings;
    QJsonObject sheetInput;
    QStringList own{u"reason"_s};
    for (auto it = course.input.constBegin(); it != course.input.constEnd(); ++it) {
        if (isSheetKey(regulation, it.key())) {
            sheetInput.insert(it.key(), it.value());
            own.append(it.key());
        }
    }
    keepOutOfMoney(course, {}, {});
    QJsonObject fields = course.readStepFields(own);
    CompensationInput input =
        readCompensationInput(regulation, course.ground.catalogue, sheetInput, findings);
    QJsonObject all = course.caseFile.fields();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        all.insert(it.key(), it.value());
    }
    input.fields = withOverdue(all, course.caseFile, course.at);
    if (refuses(findings)) {
        return;
    }
    CompensationSheet sheet = compensationSheet(regulation, input);
    for (Finding &finding : sheet.findings) {
        explain(course, *input.fields, finding);
    }
    QJsonArray items;
    const QJsonObject claims = sheetInput.value(u"items"_s).toObject();
    for (const CompensationLine &line : sheet.lines) {
        QJsonObject item = compensationLineJson(line, true);
        // What it was computed from, so that the sheet can be taken up again.
        item.insert(u"claim"_s, claims.value(line.item));
        items.append(item);
        const bool isTold =
            std::any_of(sheet.findings.cbegin(), sheet.findings.cend(), [&](const Finding &one) {
                return one.severity == Severity::Refusal && one.field == line.field;
            });
        if (!line.amountFen && !isTold) {
            course.refuse(u"compensation.amount.missing"_s,
                          line.field,
                          {{u"item"_s, line.zh}, {u"itemEn"_s, line.en}},
                          line.rules);
        } else if (line.amountFen) {
            keepIfKnown(course, fields, line.field, *line.amountFen);
        }
        checkSigned(course, line, all);
    }
    findings += sheet.findings;
    const QJsonValue receipt = all.value(u"receiptAmount"_s);
    if (receipt.isDouble() && fields.contains(u"receiptAmount"_s) &&
        receipt.toInteger() != sheet.payableFen) {
        course.refuse(u"compensation.receipt.differs"_s,
                      u"receiptAmount"_s,
                      {{u"receipt"_s, yuanText(receipt.toInteger())},
                       {u"payable"_s, yuanText(std::max<qint64>(sheet.payableFen, 0))}},
                      sheet.rules);
    }
    if (refuses(findings)) {
        return;
    }
    for (auto it = input.basesFen.cbegin(); it != input.basesFen.cend(); ++it) {
        keepIfKnown(course, fields, it.key(), *it);
    }
    dropEarlierItems(course, sheet, fields);
    fields.insert(u"compensationItems"_s, items);
    keepIfKnown(course, fields, u"paidBefore"_s, input.paidBeforeFen);
    keepIfKnown(course, fields, u"dmgTotal"_s, sheet.totalFen);
    keepIfKnown(course, fields, u"dmgPayable"_s, sheet.payableFen);
    recordMoney(
        course, u"compensate"_s, fields, course.input.value(u"reason"_s).toString(), sheet.rules);
}

} // namespace huiyin::steps
