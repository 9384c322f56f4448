// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/moneysteps.h>

namespace huiyin::steps {

using namespace Qt::Literals::StringLiterals;

QStringList moneyActions(const Regulation &regulation)
{
    QStringList actions;
    if (!regulation.penalties.isEmpty()) {
        actions += {u"penalize"_s, u"objectPenalty"_s, u"reversePenalty"_s, u"executePenalty"_s};
    }
    if (!regulation.compensations.isEmpty()) {
        actions += u"compensate"_s;
    }
    return actions;
}

bool money(Course &course, const QString &action)
{
    if (!moneyActions(course.ground.regulation).contains(action)) {
        return false;
    }
    if (action == u"penalize") {
        penalize(course);
    } else if (action == u"compensate") {
        compensate(course);
    } else {
        changePenalty(course, action);
    }
    return true;
}

bool isTypedMoneyFault(const QString &code)
{
    static const QStringList firm{u"penalty.finding.missing"_s,
                                  u"penalty.unfounded"_s,
                                  u"penalty.recusal"_s,
                                  u"penalty.nothing"_s};
    return !firm.contains(code) &&
           (code.startsWith(u"penalty.") || code.startsWith(u"compensation.") ||
            code.startsWith(u"money.input."));
}

void recordMoney(Course &course,
                 const QString &action,
                 const QJsonObject &fields,
                 const QString &reason,
                 const QStringList &rules)
{
    QJsonObject body{{u"action"_s, action},
                     {u"from"_s, stageId(course.caseFile.stage)},
                     {u"fields"_s, fields},
                     {u"started"_s, QJsonArray()},
                     {u"stopped"_s, QJsonArray()},
                     {u"at"_s, course.at.utcMs()},
                     {u"recordedAt"_s, course.ground.now.utcMs()},
                     {u"rules"_s, QJsonArray::fromStringList(rules)}};
    if (!reason.isEmpty()) {
        body.insert(u"reason"_s, reason);
    }
    course.complete(body, fields);
    course.decision.events.append({QLatin1StringView(event::kCaseMoved), course.caseFile.id, body});
}

void keepOutOfMoney(Course &course, const QStringList &names, const QStringList &rules)
{
    const Actor &actor = course.actor;
    const QString respondent = course.caseFile.text(u"respondentPerson");
    const auto isActor = [&](const QString &name) {
        return !name.isEmpty() && (name == actor.id || name == actor.name);
    };
    for (const QString &name : QStringList{respondent} + names) {
        if (isActor(name)) {
            course.refuse(u"penalty.recusal"_s,
                          {},
                          {{u"person"_s, actor.name.isEmpty() ? actor.id : actor.name}},
                          rules);
            return;
        }
    }
}

} // namespace huiyin::steps
