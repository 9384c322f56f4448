// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/people.h>
#include <domain/remnant.h>
#include <rules/erase.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

const QString kProposed = u"destructionProposedAt"_s;
const QString kApproved = u"destructionApprovedAt"_s;

const Step *lastOf(const QVector<const Step *> &steps, const MoveRule *move)
{
    const auto it = std::find_if(steps.crbegin(), steps.crend(), [&](const Step *step) {
        return move != nullptr && step->action == move->id;
    });
    return it == steps.crend() ? nullptr : *it;
}

/// Whoever stood behind the hand that signed.
QString signerOf(const Step &step)
{
    return step.actingFor.isEmpty() ? step.actor : step.actingFor;
}

bool sharesHand(const Step &one, const Step &other)
{
    const QStringList hands{one.actor, one.actingFor};
    return hands.contains(other.actor) ||
           (!other.actingFor.isEmpty() && hands.contains(other.actingFor));
}

void checkSignatures(steps::Course &course, const Regulation &regulation)
{
    const MoveRule *proposal = destructionMove(regulation, false);
    const MoveRule *approval = destructionMove(regulation, true);
    const auto taken = steps::movesOfSpan(course.caseFile);
    const Step *proposed = lastOf(taken, proposal);
    const Step *approved = lastOf(taken, approval);
    if (proposed == nullptr || approved == nullptr ||
        taken.indexOf(approved) < taken.indexOf(proposed)) {
        const MoveRule *wanted = proposed == nullptr ? proposal : approval;
        course.refuse(u"erase.unsigned"_s,
                      {},
                      {{u"step"_s, wanted == nullptr ? QString() : wanted->zh},
                       {u"stepEn"_s, wanted == nullptr ? QString() : wanted->en}},
                      wanted == nullptr ? QStringList() : wanted->rules);
        return;
    }
    // Without a roster one person does everything, this one thing excepted.
    if (sharesHand(*proposed, *approved)) {
        course.refuse(
            u"erase.sameHand"_s, {}, {{u"person"_s, signerOf(*approved)}}, approval->rules);
    }
    const bool mayDo =
        steps::mayAct(course.actor, proposal->by) || steps::mayAct(course.actor, approval->by);
    if (!mayDo) {
        course.refuse(
            u"erase.role"_s,
            {},
            {{u"roles"_s, steps::rolesText(regulation, proposal->by + approval->by, true)},
             {u"rolesEn"_s, steps::rolesText(regulation, proposal->by + approval->by, false)}},
            approval->rules);
    }
}

void checkTerm(steps::Course &course)
{
    const Ground &ground = course.ground;
    const MoveRule *proposal = destructionMove(ground.regulation, false);
    const QStringList rules = proposal == nullptr ? QStringList() : proposal->rules;
    const auto until = keptUntil(ground.regulation, course.caseFile);
    if (!until || *until > ground.now.localDay()) {
        course.refuse(
            u"erase.term"_s, {}, {{u"until"_s, until ? until->toString() : u"—"_s}}, rules);
    }
    for (const Loan &loan : loansOf(ground.hours, course.caseFile)) {
        if (!loan.returnedAt) {
            course.refuse(u"erase.lent"_s, {}, {{u"person"_s, loan.borrower}}, rules);
        }
    }
}

} // namespace

const MoveRule *destructionMove(const Regulation &regulation, bool approval)
{
    const QString &stamp = approval ? kApproved : kProposed;
    const auto it = std::find_if(regulation.moves.cbegin(),
                                 regulation.moves.cend(),
                                 [&](const MoveRule &move) { return move.stamps == stamp; });
    return it == regulation.moves.cend() ? nullptr : &*it;
}

Destruction destructionOf(const Regulation &regulation, const CaseFile &caseFile)
{
    Destruction stand;
    const auto taken = steps::movesOfSpan(caseFile);
    const Step *proposed = lastOf(taken, destructionMove(regulation, false));
    const Step *approved = lastOf(taken, destructionMove(regulation, true));
    if (proposed == nullptr) {
        return stand;
    }
    stand.state = Destruction::State::Proposed;
    stand.proposedBy = signerOf(*proposed);
    stand.proposedAt = proposed->at;
    if (approved != nullptr && taken.indexOf(approved) > taken.indexOf(proposed)) {
        stand.state = Destruction::State::Approved;
        stand.approvedBy = signerOf(*approved);
        stand.approvedAt = approved->at;
        stand.witness = signedName(caseFile.value(u"witnessSign"));
    }
    return stand;
}

std::optional<Day> keptUntil(const Regulation &regulation, const CaseFile &caseFile)
{
    if (caseFile.spans.isEmpty() || !caseFile.spans.last().closedAt) {
        return std::nullopt;
    }
    if (const auto given = Day::parse(caseFile.text(u"retainUntil"))) {
        return *given;
    }
    const auto rule = std::find_if(
        regulation.retention.cbegin(), regulation.retention.cend(), [&](const RetentionRule &one) {
            return one.id == caseFile.text(u"retention");
        });
    if (rule == regulation.retention.cend() || rule->years == 0) {
        return std::nullopt;
    }
    const Day closed = caseFile.spans.last().closedAt->localDay();
    const QDate until = closed.toDate().addYears(rule->years);
    return Day::of(until.year(), until.month(), until.day());
}

Decision decideErase(const Ground &ground,
                     const Actor &actor,
                     const CaseFile &caseFile,
                     const QString &legalGround,
                     const QStringList &backups)
{
    steps::Course course{ground, actor, caseFile, {}, ground.now};
    if (caseFile.voided || caseFile.erased) {
        course.refuse(caseFile.voided ? u"step.voided"_s : u"step.erased"_s);
        return course.decision;
    }
    const QString person = actor.name.isEmpty() ? actor.id : actor.name;
    if (keptOut(ground, actor, caseFile)) {
        course.refuse(
            u"step.keptOut"_s, {}, {{u"person"_s, person}}, ground.regulation.people.rules);
        return course.decision;
    }
    if (!mayKnow(ground, actor, caseFile)) {
        course.refuse(u"step.notConcerned"_s,
                      {},
                      {{u"person"_s, person}},
                      ground.regulation.people.knowRules);
        return course.decision;
    }
    const QString reason = normalizedText(legalGround, true);
    if (reason.isEmpty()) {
        course.refuse(u"erase.ground"_s);
    }
    if (caseFile.isOpen()) {
        course.refuse(u"erase.stage"_s);
        return course.decision;
    }
    checkTerm(course);
    checkSignatures(course, ground.regulation);
    if (refuses(course.decision.findings)) {
        return course.decision;
    }
    QJsonArray ids;
    for (const Step &step : caseFile.steps) {
        ids.append(QString::fromLatin1(step.event.toHex()));
    }
    const Destruction signatures = destructionOf(ground.regulation, caseFile);
    QJsonObject keeps = remnantOf(caseFile);
    QJsonObject fields = keeps.value(u"fields"_s).toObject();
    fields.insert(u"destroyedAt"_s, ground.now.localDay().toString());
    // What the list of destroyed files says of it: its number, the verdict, who signed.
    for (const auto &field :
         {u"fileCode"_s, u"archiveNo"_s, u"appraisal"_s, u"approverSign"_s, u"witnessSign"_s}) {
        if (hasValue(caseFile.fields(), field)) {
            fields.insert(field, caseFile.value(field));
        }
    }
    if (!backups.isEmpty()) {
        fields.insert(u"backupsHolding"_s, backups.join(u'、'));
    }
    keeps.insert(u"fields"_s, fields);
    course.decision.events.append(
        {QLatin1StringView(event::kBodyErased),
         caseFile.id,
         QJsonObject{{u"events"_s, ids},
                     {u"ground"_s, reason},
                     {u"reason"_s, reason},
                     {u"proposedBy"_s, signatures.proposedBy},
                     {u"approvedBy"_s, signatures.approvedBy},
                     {u"witness"_s, signatures.witness},
                     {u"rules"_s,
                      QJsonArray::fromStringList(destructionMove(ground.regulation, true)->rules)},
                     {u"at"_s, ground.now.utcMs()},
                     {u"recordedAt"_s, ground.now.utcMs()},
                     {u"keeps"_s, keeps}}});
    return course.decision;
}

QVector<Loan> loansOf(const OfficeHours &hours, const CaseFile &caseFile)
{
    QVector<Loan> loans;
    for (const Step &step : caseFile.steps) {
        if (step.struck || step.kind != QLatin1StringView(event::kCaseMoved)) {
            continue;
        }
        const auto text = [&](const QString &field) { return step.fields.value(field).toString(); };
        if (step.fields.contains(u"lentAt"_s) && step.fields.contains(u"borrower"_s)) {
            Loan loan{text(u"borrower"_s),
                      text(u"borrowerDept"_s),
                      text(u"loanMode"_s),
                      text(u"purpose"_s),
                      step.actor};
            loan.lentAt = step.at;
            loan.dueBack = momentOf(hours, step.fields.value(u"dueBack"_s));
            loans.append(loan);
        } else if (step.fields.contains(u"givenBackAt"_s) && !loans.isEmpty()) {
            loans.last().returnedAt = step.at;
            loans.last().condition = text(u"condition"_s);
        }
    }
    return loans;
}

} // namespace huiyin
