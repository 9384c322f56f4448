// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/moneysteps.h>
#include <rules/spent.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// Whether what is missing can only come from another step.
bool isForAnotherStep(const Regulation &regulation, const MoveRule &rule, const Finding &finding)
{
    const auto isOthers = [&](const QString &field) {
        return steps::isOthersTime(regulation, rule, field);
    };
    if (finding.code == u"step.needs") {
        return isOthers(finding.field);
    }
    return finding.code == u"step.needsOneOf" &&
           std::any_of(rule.oneOf.cbegin(), rule.oneOf.cend(), [&](const OneOfRule &group) {
               return group.fields.value(0) == finding.field &&
                      std::all_of(group.fields.cbegin(), group.fields.cend(), isOthers);
           });
}

/// Obstacles the person cannot type away: stage, role, recusal, condition, time, clocks, a step
/// that has to be taken first. \param rule  the move they stand before, nullptr for a built-in step
bool isObstacle(const Ground &ground, const MoveRule *rule, const Finding &finding)
{
    static const QStringList typed = {u"step.needs"_s,
                                      u"step.needsOneOf"_s,
                                      u"step.reason"_s,
                                      u"step.sign.order"_s,
                                      u"amend.reason"_s,
                                      u"amend.nothing"_s,
                                      u"note.empty"_s,
                                      u"extend.reason"_s,
                                      u"pause.reason"_s,
                                      u"extend.approver"_s,
                                      u"step.part.result"_s,
                                      u"step.part.unknown"_s};
    if (finding.severity != Severity::Refusal || steps::isTypedMoneyFault(finding.code)) {
        return false;
    }
    return !typed.contains(finding.code) ||
           (rule != nullptr && isForAnotherStep(ground.regulation, *rule, finding));
}

Findings obstaclesTo(const Ground &ground,
                     const Actor &actor,
                     const CaseFile &caseFile,
                     const QString &action)
{
    Findings obstacles;
    const Decision decision = decideStep(ground, actor, caseFile, action, {}, std::nullopt);
    for (const Finding &finding : decision.findings) {
        if (isObstacle(ground, ground.regulation.move(action), finding)) {
            obstacles.append(finding);
        }
    }
    return obstacles;
}

/// A condition on values that the step itself asks for is met, or not, by what will be typed.
void dropOwnConditions(StepOffer &offer, const MoveRule &move, const QJsonObject &fields)
{
    QStringList own;
    for (const QString &field : offer.needs + offer.offers) {
        if (!hasValue(fields, field)) {
            own.append(field);
        }
    }
    if (move.when.apartFrom(own).holds(fields)) {
        offer.obstacles.removeIf(
            [](const Finding &finding) { return finding.code == u"step.condition"; });
    }
}

StepOffer
offerOf(const Ground &ground, const Actor &actor, const CaseFile &caseFile, const MoveRule &move)
{
    StepOffer offer;
    offer.action = move.id;
    offer.zh = move.zh;
    offer.en = move.en;
    offer.reason = move.reason;
    offer.sheet = move.sheet;
    offer.rules = move.rules;
    offer.offers = move.offers;
    const QJsonObject fields = caseFile.fields();
    const QStringList spent = spentFields(caseFile, move);
    for (const QString &need : move.needs) {
        if (steps::isOthersTime(ground.regulation, move, need)) {
            continue; // recorded by its own step
        }
        if ((!hasValue(fields, need) || spent.contains(need)) && need != move.stamps) {
            offer.needs.append(need);
        } else if (need != move.stamps && !offer.offers.contains(need)) {
            offer.offers.append(need);
        }
    }
    for (const OneOfRule &group : move.oneOf) {
        for (const QString &field : group.fields) {
            if (!offer.needs.contains(field) && !offer.offers.contains(field) &&
                !steps::isOthersTime(ground.regulation, move, field)) {
                offer.offers.append(field);
            }
        }
    }
    for (const QString &field : steps::signPlacesBefore(ground, caseFile, move)) {
        if (!offer.needs.contains(field) && !offer.offers.contains(field)) {
            offer.offers.append(field);
        }
    }
    offer.obstacles = obstaclesTo(ground, actor, caseFile, move.id);
    const QJsonObject asked = withOverdue(fields, caseFile, ground.now);
    dropOwnConditions(offer, move, asked);
    offer.allowed = offer.obstacles.isEmpty();
    offer.advice = adviceFor(ground.regulation, move.id, asked);
    offer.chain = chainPosition(ground.regulation, caseFile, move.id);
    const steps::Right right = steps::rightOf(actor, move.by);
    offer.actingFor = right.through == nullptr ? QString() : right.through->name;
    return offer;
}

/// A step forward in the pack's own order, not one that ends or turns the case back.
bool isForward(const MoveRule &move, const CaseFile &caseFile)
{
    return move.to && *move.to != caseFile.stage && *move.to != Stage::Declined &&
           *move.to != Stage::Withdrawn && *move.to != Stage::Reopened && *move.to != Stage::New;
}

StepOffer builtIn(const Ground &ground,
                  const Actor &actor,
                  const CaseFile &caseFile,
                  const QString &action,
                  const QString &zh,
                  const QString &en,
                  bool reason)
{
    StepOffer offer;
    offer.action = action;
    offer.zh = zh;
    offer.en = en;
    offer.reason = reason;
    offer.obstacles = obstaclesTo(ground, actor, caseFile, action);
    offer.allowed = offer.obstacles.isEmpty();
    return offer;
}

/// Penalties and compensation, where the pack has them; what is done to a penalty once there is
/// one.
QVector<StepOffer> moneyOffers(const Ground &ground, const Actor &actor, const CaseFile &caseFile)
{
    struct Word
    {
        QString action, zh, en;
        bool reason;
    };

    static const QVector<Word> words{
        {u"penalize"_s, u"处罚"_s, u"Penalize"_s, false},
        {u"objectPenalty"_s, u"对处罚提出异议"_s, u"Object to a penalty"_s, true},
        {u"reversePenalty"_s, u"撤销处罚"_s, u"Reverse a penalty"_s, true},
        {u"executePenalty"_s, u"执行处罚"_s, u"Execute a penalty"_s, false},
        {u"compensate"_s, u"赔偿核算"_s, u"Compensate"_s, false}};
    const QStringList known = steps::moneyActions(ground.regulation);
    const bool penalised = !caseFile.value(u"penalties").toArray().isEmpty();
    QVector<StepOffer> offers;
    for (const Word &word : words) {
        const bool onPenalty = word.action.endsWith(u"Penalty");
        if (known.contains(word.action) && (!onPenalty || penalised)) {
            StepOffer offer =
                builtIn(ground, actor, caseFile, word.action, word.zh, word.en, word.reason);
            if (word.action == u"compensate") {
                offer.offers = {
                    u"receiptAmount"_s, u"receiptSign"_s, u"settlementNo"_s, u"paidAt"_s};
            }
            offers.append(offer);
        }
    }
    return offers;
}

} // namespace

QVector<AdviceShown>
adviceFor(const Regulation &regulation, const QString &occasion, const QJsonObject &fields)
{
    QVector<AdviceShown> shown;
    for (const AdviceRule &rule : regulation.advice) {
        if (rule.on.contains(occasion) && rule.when.holds(fields)) {
            shown.append({rule.id,
                          rule.zh,
                          rule.en,
                          rule.items,
                          rule.itemsEn,
                          rule.proposes,
                          rule.refuses,
                          rule.rules});
        }
    }
    return shown;
}

ChainPosition
chainPosition(const Regulation &regulation, const CaseFile &caseFile, const QString &move)
{
    const MoveRule *rule = regulation.move(move);
    const QJsonObject fields = caseFile.fields();
    for (const ChainRule &chain : regulation.chains) {
        const auto at = std::find_if(chain.links.cbegin(),
                                     chain.links.cend(),
                                     [&](const ChainLink &link) { return link.move == move; });
        if (rule == nullptr || at == chain.links.cend() || !chain.when.holds(fields)) {
            continue;
        }
        const QVector<const Step *> taken = steps::movesBefore(caseFile, *rule);
        const auto isTaken = [&](const ChainLink &link) {
            return std::any_of(taken.cbegin(), taken.cend(), [&](const Step *step) {
                return step->action == link.move;
            });
        };
        const auto next = std::find_if_not(chain.links.cbegin(), chain.links.cend(), isTaken);
        return {chain.id,
                static_cast<int>(at - chain.links.cbegin()) + 1,
                static_cast<int>(chain.links.size()),
                next == at && rule->from.contains(caseFile.stage)};
    }
    return {};
}

QVector<StepOffer> offeredSteps(const Ground &ground, const Actor &actor, const CaseFile &caseFile)
{
    QVector<StepOffer> now;
    QVector<StepOffer> otherwise;
    bool primary = false;
    for (const MoveRule &move : ground.regulation.moves) {
        StepOffer offer = offerOf(ground, actor, caseFile, move);
        if (!primary && offer.allowed && isForward(move, caseFile)) {
            offer.primary = true;
            primary = true;
        }
        (offer.allowed ? now : otherwise).append(offer);
    }
    std::stable_partition(
        now.begin(), now.end(), [](const StepOffer &offer) { return offer.primary; });
    StepOffer extension =
        builtIn(ground, actor, caseFile, u"extend"_s, u"延期"_s, u"Extend"_s, true);
    const Clock *clock = steps::pickClock(caseFile, {}, [&](const Clock &one) {
        return steps::extensionRule(ground.regulation, one) != nullptr;
    });
    if (clock != nullptr) {
        const ExtensionRule &rule = *steps::extensionRule(ground.regulation, *clock);
        extension.needs = rule.needs + rule.demands.fields();
        extension.needs.removeDuplicates();
        extension.needs.removeAll(u"extensionReason"_s);
        extension.needs.removeAll(u"extendedDueAt"_s);
        extension.needs.removeAll(u"approverSign"_s);
        for (const auto &field : {u"customerToldAt"_s, u"customerConsent"_s, u"progress"_s}) {
            if (!extension.needs.contains(field) && ground.catalogue.field(field) != nullptr) {
                extension.offers.append(field);
            }
        }
        extension.sheet = rule.sheet;
        extension.rules = rule.rules;
    }
    const StepOffer rest[] = {
        extension,
        builtIn(ground, actor, caseFile, u"pause"_s, u"暂停计时"_s, u"Pause the clock"_s, true),
        builtIn(ground, actor, caseFile, u"resume"_s, u"恢复计时"_s, u"Resume the clock"_s, false),
        builtIn(ground, actor, caseFile, u"amend"_s, u"更正"_s, u"Correct"_s, true),
        builtIn(ground, actor, caseFile, u"note"_s, u"记一笔"_s, u"Add a note"_s, false),
    };
    for (const StepOffer &offer : rest) {
        (offer.allowed ? now : otherwise).append(offer);
    }
    for (const StepOffer &offer : moneyOffers(ground, actor, caseFile)) {
        (offer.allowed ? now : otherwise).append(offer);
    }
    return now + otherwise;
}

} // namespace huiyin
