// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/proposedamount.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

class Amount
{
public:
    explicit Amount(Assessment &about)
        : m_case(about)
    {
    }

    void settle(const PenaltyRule &rule, const PenaltyParty &party, Proposal &proposal)
    {
        switch (rule.amount.way) {
        case AmountRule::Way::Range:
        case AmountRule::Way::AtLeast:
            takeChosen(rule, party, proposal);
            break;
        case AmountRule::Way::Fixed:
            if (const auto yuan = m_case.figure(rule, rule.amount.least)) {
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
    }

private:
    void takeChosen(const PenaltyRule &rule, const PenaltyParty &party, Proposal &proposal)
    {
        const bool range = rule.amount.way == AmountRule::Way::Range;
        const auto least = m_case.figure(rule, rule.amount.least);
        const auto most = range ? m_case.figure(rule, rule.amount.most) : std::nullopt;
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
        m_case.add(most ? u"penalty.amount.range"_s : u"penalty.amount.least"_s,
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
            m_case.add(u"penalty.tooLarge"_s, Severity::Refusal, &rule);
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
        } else if (!m_case.facts.confirmedBy.isEmpty()) {
            proposal.amountFen = fen;
            explain(proposal, u"%1 已确认"_s, u"confirmed by %1"_s, {m_case.facts.confirmedBy});
        }
    }

    void takeOfBase(const PenaltyRule &rule, const PenaltyParty &party, Proposal &proposal)
    {
        const bool whole = rule.amount.way == AmountRule::Way::Whole;
        const auto base = baseOf(rule, party, rule.amount.base);
        const auto percent = whole ? std::nullopt : m_case.figure(rule, rule.amount.least);
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
        if (const auto yuan = valueOf(m_case.regulation, m_case.facts.parameters, {0, base})) {
            return fenOfYuan(*yuan);
        }
        m_case.add(u"penalty.base.missing"_s,
                   Severity::Warning,
                   &rule,
                   {{u"name"_s, party.name}, {u"base"_s, base}});
        return std::nullopt;
    }

    Assessment &m_case;
};

} // namespace

void settleAmount(Assessment &about,
                  const PenaltyRule &rule,
                  const PenaltyParty &party,
                  Proposal &proposal)
{
    Amount(about).settle(rule, party, proposal);
}

} // namespace huiyin
