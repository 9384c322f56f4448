// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/people.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace steps {

namespace {

const QString kRespondent = u"respondentPerson"_s;

} // namespace

bool mayAct(const Actor &actor, const QStringList &roles)
{
    return actor.unrestricted || roles.isEmpty() ||
           std::any_of(roles.cbegin(), roles.cend(), [&](const QString &role) {
               return actor.roles.contains(role);
           });
}

Right rightOf(const Actor &actor,
              const QStringList &roles,
              const std::function<bool(const Actor &)> &barred)
{
    if (mayAct(actor, roles)) {
        return {true, nullptr};
    }
    for (const Actor &absent : actor.deputyFor) {
        if (mayAct(absent, roles) && !(barred && barred(absent))) {
            return {true, &absent};
        }
    }
    return {};
}

bool isNamed(const Actor &actor, const QString &names)
{
    return isAmong(actor.id, actor.name, names);
}

QString rolesText(const Regulation &regulation, const QStringList &roles, bool chinese)
{
    QStringList words;
    for (const QString &id : roles) {
        const RoleRule *role = regulation.role(id);
        words.append(role == nullptr ? id : chinese || role->en.isEmpty() ? role->zh : role->en);
    }
    return words.join(chinese ? u"、"_s : u", "_s);
}

QString recusal(const Ground &ground,
                const Actor &actor,
                const CaseFile &caseFile,
                const QJsonObject &fields,
                const QStringList &forbidden)
{
    for (const QString &entry : forbidden) {
        if (entry.startsWith("move:"_L1)) {
            const QVector<const Step *> moves = movesOfSpan(caseFile);
            const bool took = std::any_of(moves.cbegin(), moves.cend(), [&](const Step *step) {
                return step->action == QStringView(entry).mid(5) &&
                       (step->actor == actor.id || step->actingFor == actor.id);
            });
            if (took && !actor.unrestricted) {
                return entry;
            }
        } else if (ground.regulation.role(entry) != nullptr) {
            if (!actor.unrestricted && actor.roles.contains(entry)) {
                return entry;
            }
        } else if (isNamed(actor, signedName(fields.value(entry)))) {
            return entry;
        }
    }
    return {};
}

void noteActingFor(QJsonObject &body, const Right &right)
{
    if (right.through != nullptr) {
        body.insert(u"actingFor"_s,
                    QJsonObject{{u"id"_s, right.through->id}, {u"name"_s, right.through->name}});
    }
}

} // namespace steps

bool keptOut(const Ground &ground, const Actor &actor, const CaseFile &caseFile)
{
    return (ground.recusal || ground.regulation.people.recusal) && !actor.unrestricted &&
           steps::isNamed(actor, caseFile.text(steps::kRespondent));
}

bool mayKnow(const Ground &ground, const Actor &actor, const CaseFile &caseFile)
{
    if (!ground.regulation.people.needToKnow || actor.unrestricted) {
        return true;
    }
    const QStringList involved = involvedIn(caseFile);
    const auto may = [&](const Actor &one) {
        return std::any_of(one.roles.cbegin(),
                           one.roles.cend(),
                           [&](const QString &role) {
                               return ground.regulation.people.sees.contains(role);
                           }) ||
               involved.contains(one.id) || involved.contains(one.name) ||
               (!one.department.isEmpty() && involved.contains(one.department));
    };
    // Nobody looks through somebody at the cases against him.
    const QString respondents = caseFile.text(steps::kRespondent);
    const auto &others = actor.deputyFor;
    return may(actor) || std::any_of(others.cbegin(), others.cend(), [&](const Actor &absent) {
               return !steps::isNamed(absent, respondents) && may(absent);
           });
}

} // namespace huiyin
