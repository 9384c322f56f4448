// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/regulation.h>

#include <QJsonArray>

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

QString word(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

bool meets(const QJsonValue &value, const QStringList &words)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::any_of(items.cbegin(), items.cend(), [&](const QJsonValue &item) {
            return words.contains(word(item));
        });
    }
    // A box nobody ticked is not ticked: packs write `false` for it.
    if (value.isUndefined() || value.isNull()) {
        return words.contains(u"false"_s);
    }
    return words.contains(word(value));
}

} // namespace

bool Condition::holds(const QJsonObject &fields) const
{
    for (auto it = anyOf.cbegin(); it != anyOf.cend(); ++it) {
        if (!meets(fields.value(it.key()), it.value())) {
            return false;
        }
    }
    return true;
}

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

const RuleNote *Regulation::note(QStringView ruleId) const
{
    return found(notes, [&](const RuleNote &note) { return note.rule == ruleId; });
}

} // namespace huiyin
