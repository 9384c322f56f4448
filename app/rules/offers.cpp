// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/steps.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// Obstacles the person cannot type away: stage, role, recusal, condition, time, clocks.
bool isObstacle(const Finding &finding)
{
    static const QStringList typed = {u"step.needs"_s,
                                      u"step.needsOneOf"_s,
                                      u"step.reason"_s,
                                      u"amend.reason"_s,
                                      u"amend.nothing"_s,
                                      u"note.empty"_s,
                                      u"extend.reason"_s,
                                      u"pause.reason"_s,
                                      u"extend.approver"_s};
    return finding.severity == Severity::Refusal && !typed.contains(finding.code);
}

Findings obstaclesTo(const Ground &ground,
                     const Actor &actor,
                     const CaseFile &caseFile,
                     const QString &action)
{
    Findings obstacles;
    const Decision decision = decideStep(ground, actor, caseFile, action, {}, std::nullopt);
    for (const Finding &finding : decision.findings) {
        if (isObstacle(finding)) {
            obstacles.append(finding);
        }
    }
    return obstacles;
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
    for (const QString &need : move.needs) {
        if (!hasValue(fields, need) && need != move.stamps) {
            offer.needs.append(need);
        } else if (need != move.stamps && !offer.offers.contains(need)) {
            offer.offers.append(need);
        }
    }
    for (const OneOfRule &group : move.oneOf) {
        for (const QString &field : group.fields) {
            if (!offer.needs.contains(field) && !offer.offers.contains(field)) {
                offer.offers.append(field);
            }
        }
    }
    offer.obstacles = obstaclesTo(ground, actor, caseFile, move.id);
    offer.allowed = offer.obstacles.isEmpty();
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

} // namespace

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
        return steps::extensionRule(ground.regulation, one.id) != nullptr;
    });
    if (clock != nullptr) {
        const ExtensionRule &rule = *steps::extensionRule(ground.regulation, clock->id);
        extension.needs = rule.needs;
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
    return now + otherwise;
}

} // namespace huiyin
