// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/pointshares.h>
#include <rules/proposals.h>
#include <rules/tomlshape.h>

#include <algorithm>
#include <utility>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

__extension__ using Wide = __int128;

constexpr qint64 kUsualHintPercent = 20 * Figure::kScale;

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
        hintWages();
        return std::move(m_result);
    }

private:
    void add(const QString &code, Severity severity, const PenaltyRule *rule, Args args = {})
    {
        if (rule != nullptr) {
            args.insert(u"penalty"_s, rule->zh);
            args.insert(u"penaltyEn"_s, rule->en);
        }
        m_result.findings.append(
            {code, severity, {}, args, rule == nullptr ? QString() : rule->rules.value(0)});
    }

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
                add(u"penalty.ground.unknown"_s,
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
            add(u"penalty.unknown"_s,
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
                add(u"penalty.loss.missing"_s, Severity::Refusal, &rule);
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
        switch (rule.amount.way) {
        case AmountRule::Way::Range:
        case AmountRule::Way::AtLeast:
            takeChosen(rule, party, proposal);
            break;
        case AmountRule::Way::Fixed:
            if (const auto yuan = figure(rule, rule.amount.least)) {
                takeComputed(rule, party, proposal, shareOf(fenOfYuan(*yuan), proposal.events, 1));
            }
            break;
        case AmountRule::Way::PercentOfBase:
        case AmountRule::Way::Whole:
            takeOfBase(rule, party, proposal);
            break;
        case AmountRule::Way::None:
        case AmountRule::Way::BasePointShare:
            break;
        }
        finish(rule, party, std::move(proposal));
    }

    [[nodiscard]] std::optional<qint64> figure(const PenaltyRule &rule, const Figure &wanted)
    {
        const auto value = valueOf(m_regulation, m_facts.parameters, wanted);
        const ParameterRule *parameter = m_regulation.parameter(wanted.parameter);
        if (!value) {
            add(u"penalty.parameter.missing"_s,
                Severity::Warning,
                &rule,
                {{u"parameter"_s, parameter == nullptr ? wanted.parameter : parameter->zh},
                 {u"parameterEn"_s, parameter == nullptr ? wanted.parameter : parameter->en},
                 {u"id"_s, wanted.parameter}});
        }
        return value;
    }

    void takeChosen(const PenaltyRule &rule, const PenaltyParty &party, Proposal &proposal)
    {
        const bool range = rule.amount.way == AmountRule::Way::Range;
        const auto least = figure(rule, rule.amount.least);
        const auto most = range ? figure(rule, rule.amount.most) : std::nullopt;
        if (!least || (range && !most)) {
            return;
        }
        proposal.minFen = shareOf(fenOfYuan(*least), proposal.events, 1);
        proposal.maxFen = most ? shareOf(fenOfYuan(*most), proposal.events, 1) : std::nullopt;
        if (most) {
            explain(proposal,
                    u"每次 %1 至 %2 元 × %3 次，数额由人确定"_s,
                    u"%1 to %2 yuan each × %3, a person decides the amount"_s,
                    {yuanText(fenOfYuan(*least)),
                     yuanText(fenOfYuan(*most)),
                     QString::number(proposal.events)});
        } else {
            explain(proposal,
                    u"不少于 %1 元，数额由批准人确定"_s,
                    u"not less than %1 yuan, the approver decides the amount"_s,
                    {yuanText(*proposal.minFen)});
        }
        if (!party.chosenFen) {
            return;
        }
        const bool low = *party.chosenFen < *proposal.minFen;
        if (low || (proposal.maxFen && *party.chosenFen > *proposal.maxFen)) {
            refuseAmount(rule, party, *proposal.minFen, proposal.maxFen);
            return;
        }
        proposal.amountFen = party.chosenFen;
    }

    void refuseAmount(const PenaltyRule &rule,
                      const PenaltyParty &party,
                      qint64 least,
                      std::optional<qint64> most)
    {
        add(most ? u"penalty.amount.range"_s : u"penalty.amount.least"_s,
            Severity::Refusal,
            &rule,
            {{u"name"_s, party.name},
             {u"amount"_s, yuanText(*party.chosenFen)},
             {u"least"_s, yuanText(least)},
             {u"most"_s, most ? yuanText(*most) : QString()}});
    }

    void takeComputed(const PenaltyRule &rule,
                      const PenaltyParty &party,
                      Proposal &proposal,
                      std::optional<qint64> fen)
    {
        if (!fen) {
            add(u"penalty.tooLarge"_s, Severity::Refusal, &rule);
            return;
        }
        if (rule.amount.way == AmountRule::Way::Fixed) {
            explain(proposal,
                    u"每次 %1 元 × %2 次 = %3 元"_s,
                    u"%1 yuan each × %2 = %3 yuan"_s,
                    {yuanText(*fen / proposal.events),
                     QString::number(proposal.events),
                     yuanText(*fen)});
        }
        if (rule.needsConfirmation.isEmpty()) {
            if (party.chosenFen && *party.chosenFen != *fen) {
                refuseAmount(rule, party, *fen, *fen);
                return;
            }
            proposal.amountFen = fen;
            return;
        }
        proposal.suggestedFen = fen;
        // A person's own figure is a yes to that figure; else somebody must say yes to the pack's.
        if (party.chosenFen) {
            proposal.amountFen = party.chosenFen;
        } else if (!m_facts.confirmedBy.isEmpty()) {
            proposal.amountFen = fen;
            explain(proposal, u"%1 已确认"_s, u"confirmed by %1"_s, {m_facts.confirmedBy});
        }
    }

    void takeOfBase(const PenaltyRule &rule, const PenaltyParty &party, Proposal &proposal)
    {
        const bool whole = rule.amount.way == AmountRule::Way::Whole;
        const auto base = baseOf(rule, party, rule.amount.base);
        const auto percent = whole ? std::nullopt : figure(rule, rule.amount.least);
        if (!base || (!whole && !percent)) {
            return;
        }
        const auto fen = whole ? std::optional(*base)
                               : shareOf(*base, *percent * proposal.events, 100 * Figure::kScale);
        if (whole) {
            explain(proposal,
                    u"当月全额 %1 元"_s,
                    u"the whole of the month, %1 yuan"_s,
                    {yuanText(*base)});
        } else if (fen) {
            explain(proposal,
                    u"%1 元 × %2% × %3 次 = %4 元"_s,
                    u"%1 yuan × %2 % × %3 = %4 yuan"_s,
                    {yuanText(*base),
                     figureText(*percent),
                     QString::number(proposal.events),
                     yuanText(*fen)});
        }
        takeComputed(rule, party, proposal, fen);
    }

    [[nodiscard]] std::optional<qint64>
    baseOf(const PenaltyRule &rule, const PenaltyParty &party, const QString &base)
    {
        if (party.basesFen.contains(base)) {
            return party.basesFen.value(base);
        }
        if (const auto yuan = valueOf(m_regulation, m_facts.parameters, {0, base})) {
            return fenOfYuan(*yuan);
        }
        add(u"penalty.base.missing"_s,
            Severity::Warning,
            &rule,
            {{u"name"_s, party.name}, {u"base"_s, base}});
        return std::nullopt;
    }

    void shareLoss(const PenaltyRule &rule)
    {
        const auto shares = pointShares(m_facts);
        if (!shares.fault.isEmpty()) {
            add(shares.fault, Severity::Refusal, &rule, shares.args);
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

    static void
    explain(Proposal &proposal, const QString &zh, const QString &en, const QStringList &blanks)
    {
        QString chinese = zh;
        QString english = en;
        for (qsizetype i = blanks.size(); i > 0; --i) {
            chinese.replace(u'%' + QString::number(i), blanks.at(i - 1));
            english.replace(u'%' + QString::number(i), blanks.at(i - 1));
        }
        proposal.explainZh.append(chinese);
        proposal.explainEn.append(english);
    }

    void finish(const PenaltyRule &rule, const PenaltyParty &party, Proposal proposal)
    {
        if (proposal.amountFen && !m_facts.month.isEmpty()) {
            plan(rule, party, proposal);
        }
        m_result.list.append(std::move(proposal));
    }

    void plan(const PenaltyRule &rule, const PenaltyParty &party, Proposal &proposal)
    {
        if (rule.capOf.isEmpty()) {
            proposal.schedule =
                deductionSchedule(*proposal.amountFen, 0, m_facts.month, {}, std::nullopt).months;
            return;
        }
        if (!party.basesFen.contains(rule.capOf) && party.bonusOfMonth.isEmpty()) {
            add(u"penalty.base.missing"_s,
                Severity::Warning,
                &rule,
                {{u"name"_s, party.name}, {u"base"_s, rule.capOf}});
            return;
        }
        const auto share = figure(rule, rule.capShare);
        if (!share) {
            return;
        }
        // Two penalties of one person share one cap: the second takes what the first leaves.
        const bool first = !m_taken.contains(party.name);
        QMap<QString, qint64> &taken = m_taken[party.name];
        const DeductionPlan plan =
            deductionSchedule(*proposal.amountFen,
                              first ? party.carriedFen : 0,
                              m_facts.month,
                              {party.basesFen.value(rule.capOf), party.bonusOfMonth, taken},
                              *share);
        proposal.leftFen = plan.leftFen;
        for (const MonthlyDeduction &month : plan.months) {
            if (rule.carries || month.month == m_facts.month) {
                proposal.schedule.append(month);
                taken[month.month] += month.amountFen;
            } else {
                proposal.leftFen += month.amountFen - month.carriedFen;
            }
        }
        if (plan.leftFen > 0) {
            add(u"penalty.bonus.none"_s,
                Severity::Warning,
                &rule,
                {{u"name"_s, party.name}, {u"left"_s, yuanText(plan.leftFen)}});
        }
        if (proposal.schedule.size() > 1) {
            explain(proposal,
                    u"每月至多扣当月奖金的 %1，分 %2 个月扣"_s,
                    u"at most %1 of a month's bonus, over %2 months"_s,
                    {figureText(*share * 100) + u'%', QString::number(proposal.schedule.size())});
        }
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

    void hintWages()
    {
        const auto percent = valueOf(m_regulation, m_facts.parameters, {0, u"wageHintPercent"_s})
                                 .value_or(kUsualHintPercent);
        QStringList seen;
        for (const PenaltyParty &party : allPersons(m_facts.parties)) {
            const qint64 wage = party.basesFen.value(u"monthlyWage"_s);
            if (wage <= 0 || seen.contains(party.name)) {
                continue;
            }
            seen.append(party.name);
            QMap<QString, qint64> months;
            for (const Proposal &proposal : std::as_const(m_result.list)) {
                if (proposal.name == party.name && !proposal.alternative) {
                    for (const MonthlyDeduction &month : proposal.schedule) {
                        months[month.month] += month.amountFen;
                    }
                }
            }
            for (auto it = months.cbegin(); it != months.cend(); ++it) {
                if (Wide(*it) * 100 * Figure::kScale > Wide(wage) * percent) {
                    add(u"penalty.hint.wage"_s,
                        Severity::Hint,
                        nullptr,
                        {{u"name"_s, party.name},
                         {u"month"_s, it.key()},
                         {u"amount"_s, yuanText(*it)},
                         {u"wage"_s, yuanText(wage)},
                         {u"percent"_s, figureText(percent)}});
                    break;
                }
            }
        }
    }

    const Regulation &m_regulation;
    std::optional<QJsonObject> m_fields;
    const PenaltyFacts &m_facts;
    Proposals m_result;
    bool m_lossShared = false;
    QMap<QString, QMap<QString, qint64>> m_taken; ///< person → month → fen under the cap
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
