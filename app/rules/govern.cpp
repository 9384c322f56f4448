// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/govern.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

bool isGoverned(const Regulation &pack, const QVector<Actor> &people)
{
    return std::any_of(people.cbegin(), people.cend(), [&](const Actor &one) {
        return steps::mayAct(one, pack.people.governs);
    });
}

std::optional<Finding>
mayNotGovern(const Regulation &pack, const Actor &actor, const QVector<Actor> &people)
{
    const QStringList &roles = pack.people.governs;
    if (!isGoverned(pack, people) || steps::rightOf(actor, roles).given) {
        return std::nullopt;
    }
    return Finding{u"house.role"_s,
                   Severity::Refusal,
                   {},
                   {{u"person"_s, actor.name.isEmpty() ? actor.id : actor.name},
                    {u"roles"_s, steps::rolesText(pack, roles, true)},
                    {u"rolesEn"_s, steps::rolesText(pack, roles, false)}},
                   pack.people.governRules.value(0)};
}

} // namespace huiyin
