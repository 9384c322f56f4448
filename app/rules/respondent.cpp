// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/people.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

const QString kRespondent = u"respondentPerson"_s;

bool bars(const MoveRule &rule) { return rule.forbidden.contains(kRespondent); }

/// The clauses that keep the person complained about away from a field; nothing where nobody does.
std::optional<QStringList>
barringRules(const Ground &ground, const QString &field, const MoveRule *rule)
{
    if (ground.recusal || ground.regulation.people.recusal) {
        return ground.regulation.people.rules;
    }
    if (rule != nullptr && bars(*rule)) {
        return rule->rules;
    }
    const auto &moves = ground.regulation.moves;
    const auto asking = std::find_if(moves.cbegin(), moves.cend(), [&](const MoveRule &move) {
        return bars(move) && (move.needs.contains(field) || move.offers.contains(field));
    });
    const auto any =
        asking != moves.cend() ? asking : std::find_if(moves.cbegin(), moves.cend(), bars);
    return any == moves.cend() ? std::nullopt : std::optional(any->rules);
}

/// The fields in question: those written; where the person complained about is named anew, whoever
/// holds the case as well. A signature of the past is no reason to leave a name unwritten.
QStringList fieldsAsked(const QJsonObject &written)
{
    QStringList fields;
    for (const QString &field : assigningFields()) {
        if (written.contains(field) || written.contains(kRespondent)) {
            fields.append(field);
        }
    }
    for (const QString &field : signingFields()) {
        if (written.contains(field)) {
            fields.append(field);
        }
    }
    return fields;
}

} // namespace

QString sharedName(const Ground &ground, const QString &names, const QString &others)
{
    if (names.isEmpty() || others.isEmpty()) {
        return {};
    }
    for (const Actor &person : ground.people) {
        if (isNamed(person, names) && isNamed(person, others)) {
            return person.name.isEmpty() ? person.id : person.name;
        }
    }
    for (const QString &name : namesIn(names)) {
        if (isAmong(name, name, others)) {
            return name;
        }
    }
    return {};
}

void checkRespondent(Course &course,
                     const QJsonObject &written,
                     const QJsonObject &all,
                     const MoveRule *rule)
{
    const QString respondents = signedName(all.value(kRespondent));
    for (const QString &field : fieldsAsked(written)) {
        const QString person = sharedName(course.ground, signedName(all.value(field)), respondents);
        if (person.isEmpty()) {
            continue;
        }
        const auto rules = barringRules(course.ground, field, rule);
        if (!rules) {
            continue;
        }
        if (written.contains(field)) {
            course.refuse(u"step.respondentWorks"_s, field, {{u"person"_s, person}}, *rules);
        } else {
            Args args = fieldArgs(course.ground.catalogue, field);
            args = {{u"person"_s, person},
                    {u"role"_s, args.value(u"field"_s)},
                    {u"roleEn"_s, args.value(u"fieldEn"_s)}};
            course.refuse(u"step.workerAccused"_s, kRespondent, args, *rules);
        }
    }
}

} // namespace huiyin::steps
