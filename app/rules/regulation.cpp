// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/regulation.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename List, typename Test>
auto found(const List &list, Test test) -> decltype(list.data())
{
    const auto it = std::find_if(list.cbegin(), list.cend(), test);
    return it == list.cend() ? nullptr : &*it;
}

} // namespace

const MoveRule *Regulation::move(QStringView wanted) const
{
    return found(moves, [&](const MoveRule &rule) { return rule.id == wanted; });
}

const ClockRule *Regulation::clock(QStringView wanted) const
{
    return found(clocks, [&](const ClockRule &rule) { return rule.id == wanted; });
}

const StageRule *Regulation::stage(Stage wanted) const
{
    return found(stages, [&](const StageRule &rule) { return rule.stage == wanted; });
}

const RoleRule *Regulation::role(QStringView wanted) const
{
    return found(roles, [&](const RoleRule &rule) { return rule.id == wanted; });
}

const ChainRule *Regulation::chainOf(QStringView moveId) const
{
    return found(chains, [&](const ChainRule &chain) {
        return std::any_of(chain.links.cbegin(), chain.links.cend(), [&](const ChainLink &link) {
            return link.move == moveId;
        });
    });
}

const GroundRule *Regulation::ground(QStringView wanted) const
{
    return found(grounds, [&](const GroundRule &rule) { return rule.id == wanted; });
}

const PenaltyRule *Regulation::penalty(QStringView wanted) const
{
    return found(penalties, [&](const PenaltyRule &rule) { return rule.id == wanted; });
}

const CompensationRule *Regulation::compensation(QStringView wanted) const
{
    return found(compensations, [&](const CompensationRule &rule) { return rule.id == wanted; });
}

const ParameterRule *Regulation::parameter(QStringView wanted) const
{
    return found(parameters, [&](const ParameterRule &rule) { return rule.id == wanted; });
}

const RuleNote *Regulation::note(QStringView ruleId) const
{
    return found(notes, [&](const RuleNote &note) { return note.rule == ruleId; });
}

} // namespace huiyin
