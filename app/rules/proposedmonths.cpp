// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/pointshares.h>
#include <rules/proposedmonths.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

__extension__ using Wide = __int128;

constexpr qint64 kUsualHintPercent = 20 * Figure::kScale;

} // namespace

void ProposedMonths::plan(const PenaltyRule &rule, const PenaltyParty &party, Proposal &proposal)
{
    if (rule.capOf.isEmpty()) {
        proposal.schedule =
            deductionSchedule(*proposal.amountFen, 0, m_case.facts.month, {}, std::nullopt).months;
        return;
    }
    if (!party.basesFen.contains(rule.capOf) && party.bonusOfMonth.isEmpty()) {
        m_case.add(u"penalty.base.missing"_s,
                   Severity::Warning,
                   &rule,
                   {{u"name"_s, party.name}, {u"base"_s, rule.capOf}});
        return;
    }
    const auto share = m_case.figure(rule, rule.capShare);
    if (!share) {
        return;
    }
    // Two penalties of one person share one cap: the second takes what the first leaves.
    const bool first = !m_taken.contains(party.name);
    QMap<QString, qint64> &taken = m_taken[party.name];
    const DeductionPlan plan =
        deductionSchedule(*proposal.amountFen,
                          first ? party.carriedFen : 0,
                          m_case.facts.month,
                          {party.basesFen.value(rule.capOf), party.bonusOfMonth, taken},
                          *share);
    proposal.leftFen = plan.leftFen;
    for (const MonthlyDeduction &month : plan.months) {
        if (rule.carries || month.month == m_case.facts.month) {
            proposal.schedule.append(month);
            taken[month.month] += month.amountFen;
        } else {
            proposal.leftFen += month.amountFen - month.carriedFen;
        }
    }
    if (plan.leftFen > 0) {
        m_case.add(u"penalty.bonus.none"_s,
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

void ProposedMonths::hintWages(const QVector<Proposal> &list)
{
    const auto percent =
        valueOf(m_case.regulation, m_case.facts.parameters, {0, u"wageHintPercent"_s})
            .value_or(kUsualHintPercent);
    QStringList seen;
    for (const PenaltyParty &party : allPersons(m_case.facts.parties)) {
        const qint64 wage = party.basesFen.value(u"monthlyWage"_s);
        if (wage <= 0 || seen.contains(party.name)) {
            continue;
        }
        seen.append(party.name);
        QMap<QString, qint64> months;
        for (const Proposal &proposal : list) {
            if (proposal.name == party.name && !proposal.alternative) {
                for (const MonthlyDeduction &month : proposal.schedule) {
                    months[month.month] += month.amountFen;
                }
            }
        }
        for (auto it = months.cbegin(); it != months.cend(); ++it) {
            if (Wide(*it) * 100 * Figure::kScale > Wide(wage) * percent) {
                m_case.add(u"penalty.hint.wage"_s,
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

} // namespace huiyin
