// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/moneyinput.h>
#include <rules/moneysteps.h>
#include <rules/penaltycompute.h>

#include <algorithm>

namespace huiyin::steps {

using namespace Qt::Literals::StringLiterals;

namespace {

const auto kPenalties = u"penalties"_s;

/// Whose penalty it is where the step names nobody.
PenaltyParty respondentOf(const CaseFile &caseFile)
{
    PenaltyParty party{.kind = u"person"_s};
    const QString person = caseFile.text(u"respPerson");
    party.name = person.isEmpty() ? caseFile.text(u"respondentPerson") : person;
    for (const auto &field : {u"respDept"_s, u"assignedDept"_s, u"respondentDept"_s}) {
        if (party.department.isEmpty()) {
            party.department = caseFile.text(field);
        }
    }
    return party;
}

void checkFinding(Course &course)
{
    const QString founded = course.caseFile.text(u"foundedness");
    const bool open = founded.isEmpty() || founded == u"Pending";
    if (open && course.caseFile.text(u"findingNature").isEmpty()) {
        course.refuse(u"penalty.finding.missing"_s);
    } else if (founded == u"Unfounded") {
        course.refuse(u"penalty.unfounded"_s);
    }
}

/// The person who acts must have one of the roles that approve the entry.
void checkApproval(Course &course, const QStringList &approve, const QStringList &rules)
{
    if (mayAct(course.actor, approve)) {
        return;
    }
    course.refuse(u"step.role"_s,
                  {},
                  {{u"action"_s, u"处罚"_s},
                   {u"actionEn"_s, u"Penalty"_s},
                   {u"roles"_s, rolesText(course.ground.regulation, approve, true)},
                   {u"rolesEn"_s, rolesText(course.ground.regulation, approve, false)}},
                  rules);
}

QString actorName(const Course &course)
{
    return course.actor.name.isEmpty() ? course.actor.id : course.actor.name;
}

bool stands(const QJsonObject &entry) { return entry.value(u"state"_s) != u"Reversed"_s; }

void checkProposal(Course &course, const Proposal &proposal, bool proposing)
{
    const Args args{{u"name"_s, proposal.name},
                    {u"penalty"_s, proposal.zh},
                    {u"penaltyEn"_s, proposal.en},
                    {u"id"_s, proposal.penalty}};
    if (proposal.name.isEmpty()) {
        course.refuse(u"penalty.name.missing"_s, {}, args, proposal.rules);
    }
    if (proposal.alternative) {
        course.refuse(u"penalty.alternative"_s, {}, args, proposal.rules);
    }
    if (proposal.takesMoney && !proposal.amountFen && !proposing) {
        course.refuse(u"penalty.amount.open"_s, {}, args, proposal.rules);
    }
    const QJsonArray present = course.caseFile.value(kPenalties).toArray();
    for (const auto &item : present) {
        const QJsonObject other = item.toObject();
        if (stands(other) && other.value(u"penalty"_s) == proposal.penalty &&
            other.value(u"name"_s) == proposal.name &&
            other.value(u"ground"_s).toString() == proposal.ground) {
            course.refuse(u"penalty.twice"_s, {}, args, proposal.rules);
        }
    }
    if (!proposing) {
        checkApproval(course, proposal.approve, proposal.rules);
    }
}

/// What the amount was worked out from, for the notice the person gets. Money in fen, points as
/// decimal text.
QJsonObject
basisOf(const Regulation &regulation, const PenaltyFacts &facts, const Proposal &proposal)
{
    const PenaltyRule *rule = regulation.penalty(proposal.penalty);
    QJsonObject basis;
    const auto decimal = [](qint64 scaled) {
        return QString::number(static_cast<double>(scaled) / Figure::kScale, 'g', 12);
    };
    if (rule == nullptr || !proposal.takesMoney) {
        return basis;
    }
    qint64 all = facts.allPoints;
    const PenaltyParty *party = nullptr;
    const auto look = [&](const QVector<PenaltyParty> &parties, const auto &self) -> void {
        for (const PenaltyParty &one : parties) {
            all += facts.allPoints == 0 && one.members.isEmpty() ? one.points : 0;
            party = one.name == proposal.name ? &one : party;
            self(one.members, self);
        }
    };
    look(facts.parties, look);
    if (rule->amount.way == AmountRule::Way::BasePointShare) {
        basis.insert(u"lossFen"_s, facts.lossFen.value_or(0));
        basis.insert(u"allPoints"_s, decimal(all));
        basis.insert(u"points"_s, decimal(proposal.basePoints));
    }
    const QString base = rule->capOf.isEmpty() ? rule->amount.base : rule->capOf;
    if (party != nullptr && party->basesFen.contains(base)) {
        const qint64 fen = party->basesFen.value(base);
        basis.insert(u"base"_s, base);
        basis.insert(u"baseFen"_s, fen);
        if (const auto share = valueOf(regulation, facts.parameters, rule->capShare);
            share && !rule->capOf.isEmpty()) {
            basis.insert(u"capFen"_s, fen * *share / Figure::kScale);
        }
    }
    return basis;
}

QJsonObject entryOf(const Course &course,
                    const Proposal &proposal,
                    const PenaltyFacts &facts,
                    qsizetype no,
                    bool proposing)
{
    QJsonObject entry = proposalJson(proposal, true);
    entry.remove(u"person"_s);
    for (const auto &key : {u"approve"_s, u"alternative"_s, u"clauses"_s}) {
        entry.remove(key);
    }
    entry.insert(u"id"_s, QString::number(no));
    entry.insert(u"name"_s, proposal.name);
    entry.insert(u"state"_s, proposing ? u"Proposed"_s : u"Confirmed"_s);
    entry.insert(u"by"_s, actorName(course));
    entry.insert(u"at"_s, course.at.utcMs());
    entry.insert(u"rules"_s, QJsonArray::fromStringList(proposal.rules));
    if (const QJsonObject basis = basisOf(course.ground.regulation, facts, proposal);
        !basis.isEmpty()) {
        entry.insert(u"basis"_s, basis);
    }
    return entry;
}

/// Says yes to entries proposed before.
void confirmProposed(Course &course, const QStringList &ids)
{
    QJsonArray entries = course.caseFile.value(kPenalties).toArray();
    QStringList rules;
    for (const QString &id : ids) {
        const auto it = std::find_if(entries.begin(), entries.end(), [&](const auto &item) {
            return item.toObject().value(u"id"_s) == id &&
                   item.toObject().value(u"state"_s) == u"Proposed"_s;
        });
        if (it == entries.end()) {
            course.refuse(u"penalty.id.unknown"_s, {}, {{u"id"_s, id}});
            continue;
        }
        QJsonObject entry = it->toObject();
        const PenaltyRule *rule =
            course.ground.regulation.penalty(entry.value(u"penalty"_s).toString());
        if (rule == nullptr) {
            course.refuse(u"penalty.id.unknown"_s, {}, {{u"id"_s, id}});
            continue;
        }
        rules += rule->rules;
        checkApproval(course, rule->approve, rule->rules);
        keepOutOfMoney(course, {entry.value(u"name"_s).toString()}, rule->rules);
        if (rule->amount.way != AmountRule::Way::None && !entry.contains(u"amountFen"_s)) {
            course.refuse(u"penalty.amount.open"_s,
                          {},
                          {{u"penalty"_s, rule->zh},
                           {u"penaltyEn"_s, rule->en},
                           {u"name"_s, entry.value(u"name"_s).toString()}},
                          rule->rules);
        }
        entry.insert(u"state"_s, u"Confirmed"_s);
        entry.insert(u"by"_s, actorName(course));
        entry.insert(u"at"_s, course.at.utcMs());
        *it = entry;
    }
    if (!refuses(course.decision.findings)) {
        recordMoney(course, u"penalize"_s, {{kPenalties, entries}}, {}, rules);
    }
}

} // namespace

void penalize(Course &course)
{
    checkFinding(course);
    QJsonObject input = course.input;
    Findings &findings = course.decision.findings;
    ObjectInput own(course.input, {}, findings);
    const QStringList ids = own.texts(u"ids"_s);
    const bool proposing = own.flag(u"propose"_s).value_or(false);
    const bool yes = own.flag(u"confirm"_s).value_or(false);
    for (const auto &key : {u"ids"_s, u"propose"_s, u"confirm"_s, u"reason"_s}) {
        input.remove(key);
    }
    if (!ids.isEmpty()) {
        confirmProposed(course, ids);
        return;
    }
    PenaltyQuestion question =
        readPenaltyQuestion(course.ground.regulation, course.ground.catalogue, input, findings);
    PenaltyFacts &facts = question.facts;
    facts.confirmedBy = yes ? actorName(course) : QString();
    if (facts.month.isEmpty()) {
        facts.month = course.at.localDay().toString().left(7);
    }
    if (facts.parties.isEmpty()) {
        if (const PenaltyParty party = respondentOf(course.caseFile); !party.name.isEmpty()) {
            facts.parties.append(party);
        }
    }
    carryOver(facts, course.ground.carried, findings);
    if (!facts.lossFen && course.caseFile.value(u"lossAmount").isDouble()) {
        facts.lossFen = course.caseFile.value(u"lossAmount").toInteger();
    }
    if (refuses(findings)) {
        return;
    }
    const Proposals proposals =
        proposePenalties(course.ground.regulation,
                         withOverdue(course.caseFile.fields(), course.caseFile, course.at),
                         facts);
    findings += proposals.findings;
    if (proposals.list.isEmpty() && !refuses(findings)) {
        course.refuse(u"penalty.none"_s,
                      {},
                      {{u"regulation"_s, course.ground.regulation.zh},
                       {u"regulationEn"_s, course.ground.regulation.en}});
    }
    QJsonArray entries = course.caseFile.value(kPenalties).toArray();
    QStringList rules;
    QStringList names;
    for (const Proposal &proposal : proposals.list) {
        checkProposal(course, proposal, proposing);
        names.append(proposal.name);
        rules += proposal.rules;
        entries.append(entryOf(course, proposal, facts, entries.size() + 1, proposing));
    }
    keepOutOfMoney(course, names, rules);
    rules.removeDuplicates();
    if (!refuses(findings)) {
        recordMoney(course,
                    u"penalize"_s,
                    {{kPenalties, entries}},
                    course.input.value(u"reason"_s).toString(),
                    rules);
    }
}

namespace {

/// The days the pack gives to object, counted from the day after it was confirmed.
void checkObjection(Course &course, const QJsonObject &entry, const PenaltyRule &rule)
{
    if (rule.objectionDays == 0) {
        course.refuse(u"penalty.objection.none"_s,
                      {},
                      {{u"penalty"_s, rule.zh}, {u"penaltyEn"_s, rule.en}},
                      rule.rules);
        return;
    }
    const Day last =
        Instant::fromUtcMs(entry.value(u"at"_s).toInteger()).localDay().addDays(rule.objectionDays);
    if (course.at.localDay() > last) {
        course.refuse(
            u"penalty.objection.late"_s,
            {},
            {{u"days"_s, QString::number(rule.objectionDays)}, {u"last"_s, last.toString()}},
            rule.rules);
    }
}

} // namespace

void changePenalty(Course &course, const QString &action)
{
    const bool objects = action == u"objectPenalty";
    const bool reverses = action == u"reversePenalty";
    QJsonArray entries = course.caseFile.value(kPenalties).toArray();
    if (entries.isEmpty()) {
        course.refuse(u"penalty.nothing"_s);
        return;
    }
    ObjectInput input(course.input, {}, course.decision.findings);
    const QString id = input.text(u"id"_s);
    const QString reason = input.text(u"reason"_s);
    input.finish();
    const auto it = std::find_if(entries.begin(), entries.end(), [&](const auto &item) {
        return item.toObject().value(u"id"_s) == id;
    });
    if (it == entries.end()) {
        course.refuse(u"penalty.id.unknown"_s, {}, {{u"id"_s, id}});
        return;
    }
    QJsonObject entry = it->toObject();
    const QString state = entry.value(u"state"_s).toString();
    const PenaltyRule *known =
        course.ground.regulation.penalty(entry.value(u"penalty"_s).toString());
    const PenaltyRule rule = known == nullptr ? PenaltyRule() : *known;
    const bool fits = objects    ? state == u"Confirmed"
                      : reverses ? state != u"Reversed"
                                 : state == u"Confirmed" || state == u"Objected";
    if (!fits) {
        course.refuse(u"penalty.state"_s, {}, {{u"id"_s, id}, {u"state"_s, state}}, rule.rules);
    }
    // Executing against an objection is a decision about it, and says why.
    if (reason.isEmpty() && (objects || reverses || state == u"Objected")) {
        course.refuse(u"penalty.reason"_s, {}, {{u"id"_s, id}}, rule.rules);
    }
    if (objects) {
        checkObjection(course, entry, rule);
    } else {
        keepOutOfMoney(course, {entry.value(u"name"_s).toString()}, rule.rules);
        if (reverses || state == u"Objected") {
            checkApproval(course, rule.approve, rule.rules);
        }
    }
    if (refuses(course.decision.findings)) {
        return;
    }
    entry.insert(u"state"_s, objects ? u"Objected"_s : reverses ? u"Reversed"_s : u"Executed"_s);
    entry.insert(objects    ? u"objection"_s
                 : reverses ? u"reversal"_s
                            : u"execution"_s,
                 QJsonObject{{u"by"_s, actorName(course)},
                             {u"at"_s, course.at.utcMs()},
                             {u"reason"_s, reason}});
    *it = entry;
    recordMoney(course, action, {{kPenalties, entries}}, reason, rule.rules);
}

} // namespace huiyin::steps
