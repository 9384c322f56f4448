// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/pointshares.h>
#include <rules/proposals.h>
#include <rules/proposedamount.h>
#include <rules/proposedmonths.h>
#include <rules/tomlshape.h>

#include <algorithm>
#include <utility>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isPerson(const QString &kind) { return kind == u"person" || kind == u"staff"; }

bool suits(const QString &wanted, const QString &kind)
{
    return wanted == kind || (isPerson(wanted) && isPerson(kind));
}

class Proposing
{
public:
    Proposing(const Regulation &regulation,
              const std::optional<QJsonObject> &fields,
              const PenaltyFacts &facts)
        : m_regulation(regulation)
        , m_fields(fields)
        , m_facts(facts)
    {
        // What the loss is said to be here counts for conditions on it, too.
        if (m_fields && facts.lossFen) {
            m_fields->insert(u"lossAmount"_s, *facts.lossFen);
        }
    }

    Proposals run()
    {
        checkNames();
        if (refuses(m_result.findings)) {
            return std::move(m_result);
        }
        for (const PenaltyRule &rule : m_regulation.penalties) {
            if (applies(rule)) {
                propose(rule);
            }
        }
        markAlternatives();
        m_months.hintWages(m_result.list);
        return std::move(m_result);
    }

private:
    void checkNames()
    {
        QStringList known;
        for (const GroundRule &ground : m_regulation.grounds) {
            known.append(ground.id);
        }
        QStringList given = m_facts.grounds;
        for (const PenaltyParty &party : m_facts.parties) {
            given += party.grounds;
        }
        for (const QString &id : std::as_const(given)) {
            if (!known.contains(id)) {
                m_case.add(u"penalty.ground.unknown"_s,
                           Severity::Refusal,
                           nullptr,
                           {{u"value"_s, id}, {u"known"_s, nearestWords(id, known)}});
            }
        }
        if (!m_facts.penalty.isEmpty() && m_regulation.penalty(m_facts.penalty) == nullptr) {
            QStringList ids;
            for (const PenaltyRule &rule : m_regulation.penalties) {
                ids.append(rule.id);
            }
            m_case.add(
                u"penalty.unknown"_s,
                Severity::Refusal,
                nullptr,
                {{u"value"_s, m_facts.penalty}, {u"known"_s, nearestWords(m_facts.penalty, ids)}});
        }
    }

    [[nodiscard]] bool named(const PenaltyRule &rule) const { return m_facts.penalty == rule.id; }

    [[nodiscard]] bool applies(const PenaltyRule &rule)
    {
        if (!m_facts.penalty.isEmpty() && !named(rule)) {
            return false;
        }
        if (!m_facts.scope.isEmpty() && !suits(rule.party, m_facts.scope)) {
            return false;
        }
        if (m_fields && !conditionOf(rule).holds(*m_fields)) {
            return false;
        }
        if (rule.amount.way != AmountRule::Way::BasePointShare) {
            return true;
        }
        if (!m_facts.lossFen) {
            if (named(rule)) {
                m_case.add(u"penalty.loss.missing"_s, Severity::Refusal, &rule);
            }
            return false;
        }
        // A loss is shared out once, whoever the shares are charged to: groups that are named are
        // charged as groups, unless the question says otherwise.
        const bool grouped = m_facts.scope.isEmpty() &&
                             std::any_of(m_facts.parties.cbegin(),
                                         m_facts.parties.cend(),
                                         [](const auto &party) { return party.kind == u"group"; });
        const bool other = std::any_of(
            m_regulation.penalties.cbegin(), m_regulation.penalties.cend(), [&](const auto &one) {
                return one.amount.way == AmountRule::Way::BasePointShare && one.party == u"group" &&
                       (!m_fields || one.when.holds(*m_fields));
            });
        if (grouped && other && rule.party != u"group" && !named(rule)) {
            return false;
        }
        return !std::exchange(m_lossShared, true);
    }

    /// A clock in the condition lets the program propose by itself; who names a ground vouches for
    /// the lateness, which may be that of an earlier case.
    [[nodiscard]] Condition conditionOf(const PenaltyRule &rule) const
    {
        return groundsOf(rule).isEmpty() || namesNothing()
                   ? rule.when
                   : rule.when.apartFrom({QLatin1StringView(kOverdue)});
    }

    /// What leads to the penalty, from both sides.
    [[nodiscard]] QStringList groundsOf(const PenaltyRule &rule) const
    {
        QStringList grounds = rule.grounds;
        for (const GroundRule &ground : m_regulation.grounds) {
            if (ground.penalty == rule.id && !grounds.contains(ground.id)) {
                grounds.append(ground.id);
            }
        }
        return grounds;
    }

    [[nodiscard]] bool namesNothing() const
    {
        return m_facts.grounds.isEmpty() && m_facts.penalty.isEmpty() &&
               std::all_of(m_facts.parties.cbegin(),
                           m_facts.parties.cend(),
                           [](const PenaltyParty &party) { return party.grounds.isEmpty(); });
    }

    void propose(const PenaltyRule &rule)
    {
        if (rule.amount.way == AmountRule::Way::BasePointShare) {
            shareLoss(rule);
            return;
        }
        QVector<PenaltyParty> parties;
        for (const PenaltyParty &party : m_facts.parties) {
            if (suits(rule.party, party.kind)) {
                parties.append(party);
            }
        }
        if (m_facts.parties.isEmpty()) {
            parties.append(PenaltyParty{.kind = rule.party});
        }
        for (const PenaltyParty &party : std::as_const(parties)) {
            for (const QString &ground : groundsFor(rule, party)) {
                proposeOne(rule, party, ground);
            }
        }
    }

    /// The grounds by which the penalty hits the party; an empty one stands for the condition.
    [[nodiscard]] QStringList groundsFor(const PenaltyRule &rule, const PenaltyParty &party) const
    {
        const QStringList own = groundsOf(rule);
        const QStringList &given = party.grounds.isEmpty() ? m_facts.grounds : party.grounds;
        QStringList fitting;
        for (const QString &id : given) {
            if (own.contains(id)) {
                fitting.append(id);
            }
        }
        if (!fitting.isEmpty() || named(rule)) {
            return fitting.isEmpty() ? QStringList{QString()} : fitting;
        }
        if (m_fields && namesNothing() && !own.isEmpty() &&
            (rule.when.fields().contains(QLatin1StringView(kOverdue)) ||
             (!rule.itself.isEmpty() && rule.itself.holds(*m_fields)))) {
            return {own.first()};
        }
        const bool byCondition = m_fields && own.isEmpty() && !rule.when.isEmpty();
        // Somebody named outright, without a word about the ground: clear only where the pack has
        // one entry for such a party.
        const bool byParty = !m_fields && given.isEmpty() && !party.name.isEmpty() &&
                             !m_facts.lossFen && entriesFor(party.kind) == 1;
        return byCondition || byParty ? QStringList{QString()} : QStringList();
    }

    [[nodiscard]] qsizetype entriesFor(const QString &kind) const
    {
        return std::count_if(m_regulation.penalties.cbegin(),
                             m_regulation.penalties.cend(),
                             [&](const PenaltyRule &rule) {
                                 return suits(rule.party, kind) &&
                                        rule.amount.way != AmountRule::Way::BasePointShare;
                             });
    }

    [[nodiscard]] Proposal
    begun(const PenaltyRule &rule, const PenaltyParty &party, const QString &ground) const
    {
        Proposal proposal;
        proposal.penalty = rule.id;
        proposal.zh = rule.zh;
        proposal.en = rule.en;
        proposal.ground = ground;
        proposal.party = party.name.isEmpty() ? rule.party : party.kind;
        proposal.name = party.name;
        proposal.department = party.department;
        proposal.events = rule.per == u"month" ? 1 : std::max(1, party.events);
        proposal.points = rule.points * proposal.events;
        proposal.discipline = rule.discipline;
        proposal.circular = rule.circular;
        proposal.takesMoney = rule.amount.way != AmountRule::Way::None;
        proposal.basePoints = party.points;
        proposal.rules = rule.rules;
        proposal.approve = rule.approve;
        proposal.sheet = rule.sheet;
        proposal.objectionDays = rule.objectionDays;
        proposal.needsConfirmation = rule.needsConfirmation;
        if (const GroundRule *fact = m_regulation.ground(ground)) {
            proposal.explainZh.append(u"情形："_s + fact->zh);
            proposal.explainEn.append(u"Ground: "_s + fact->en);
            for (const QString &clause : fact->rules) {
                if (!proposal.rules.contains(clause)) {
                    proposal.rules.append(clause);
                }
            }
        }
        return proposal;
    }

    void proposeOne(const PenaltyRule &rule, const PenaltyParty &party, const QString &ground)
    {
        Proposal proposal = begun(rule, party, ground);
        settleAmount(m_case, rule, party, proposal);
        finish(rule, party, std::move(proposal));
    }

    void shareLoss(const PenaltyRule &rule)
    {
        const auto shares = pointShares(m_facts);
        if (!shares.fault.isEmpty()) {
            m_case.add(shares.fault, Severity::Refusal, &rule, shares.args);
            return;
        }
        for (const PointShare &share : shares.list) {
            Proposal proposal = begun(rule, *share.party, {});
            proposal.amountFen = share.fen;
            proposal.department =
                share.party->department.isEmpty() ? share.group : share.party->department;
            explain(proposal, share.zh, share.en, {});
            finish(rule, *share.party, std::move(proposal));
        }
    }

    void finish(const PenaltyRule &rule, const PenaltyParty &party, Proposal proposal)
    {
        if (proposal.amountFen && !m_facts.month.isEmpty()) {
            m_months.plan(rule, party, proposal);
        }
        m_result.list.append(std::move(proposal));
    }

    /// Several disciplines for one fact are a choice, not a heap.
    void markAlternatives()
    {
        for (Proposal &one : m_result.list) {
            one.alternative =
                !one.discipline.isEmpty() &&
                std::any_of(
                    m_result.list.cbegin(), m_result.list.cend(), [&](const Proposal &other) {
                        return other.penalty != one.penalty && other.name == one.name &&
                               other.ground == one.ground && !other.discipline.isEmpty() &&
                               other.discipline != one.discipline;
                    });
        }
    }

    const Regulation &m_regulation;
    std::optional<QJsonObject> m_fields;
    const PenaltyFacts &m_facts;
    Proposals m_result;
    Assessment m_case{m_regulation, m_facts, m_result.findings};
    ProposedMonths m_months{m_case};
    bool m_lossShared = false;
};

} // namespace

Proposals proposePenalties(const Regulation &regulation,
                           const std::optional<QJsonObject> &fields,
                           const PenaltyFacts &facts)
{
    return Proposing(regulation, fields, facts).run();
}

namespace {

void carryOver(QVector<PenaltyParty> &parties,
               const QString &month,
               const QVector<CarriedDeduction> &carried,
               Findings &findings)
{
    for (PenaltyParty &party : parties) {
        const qint64 fen = carriedFrom(carried, party.name, party.department, month);
        if (party.carriedFen > 0 && party.carriedFen != fen) {
            findings.append({u"penalty.carried.given"_s,
                             Severity::Refusal,
                             u"carriedFen"_s,
                             {{u"name"_s, party.name}, {u"amount"_s, yuanText(fen)}}});
        }
        party.carriedFen = fen;
        carryOver(party.members, month, carried, findings);
    }
}

} // namespace

void carryOver(PenaltyFacts &facts, const QVector<CarriedDeduction> &carried, Findings &findings)
{
    if (!facts.month.isEmpty()) {
        carryOver(facts.parties, facts.month, carried, findings);
    }
}

PointSums cumulatedPoints(const QVector<PointEntry> &entries)
{
    PointSums sums;
    for (const PointEntry &entry : entries) {
        if (entry.unfounded || entry.points == 0) {
            continue;
        }
        if (!entry.name.isEmpty()) {
            sums.byPerson[entry.name] += entry.points;
        }
        if (!entry.department.isEmpty()) {
            sums.byDepartment[entry.department] += entry.points;
        }
    }
    return sums;
}

std::optional<qint64>
valueOf(const Regulation &regulation, const ParameterValues &given, const Figure &figure)
{
    if (figure.parameter.isEmpty()) {
        return figure.scaled;
    }
    if (given.contains(figure.parameter)) {
        return given.value(figure.parameter);
    }
    const ParameterRule *rule = regulation.parameter(figure.parameter);
    return rule == nullptr ? std::nullopt : rule->scaled;
}

} // namespace huiyin
