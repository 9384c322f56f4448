// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/moneyinput.h>
#include <rules/parameters.h>
#include <rules/proposals.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a unit allows; whole units take no fraction.
struct UnitRange
{
    qint64 least = 0, most = 0; ///< × Figure::kScale
    qint64 step = 1;            ///< × Figure::kScale
};

constexpr qint64 kMostYuan = 100'000'000'000;
constexpr qint64 kMostTimes = 1000;
constexpr qint64 kMostWhole = 10'000;

UnitRange rangeOf(const QString &unit)
{
    constexpr qint64 kFen = Figure::kScale / 100;
    if (unit == u"yuan") {
        return {0, kMostYuan * Figure::kScale, kFen};
    }
    if (unit == u"percent") {
        return {0, 100 * Figure::kScale, 1};
    }
    if (unit == u"share") {
        return {1, Figure::kScale, 1};
    }
    if (unit == u"times") {
        return {kFen, kMostTimes * Figure::kScale, 1};
    }
    return {0, kMostWhole * Figure::kScale, Figure::kScale};
}

Error checked(const ParameterRule &rule, qint64 scaled)
{
    const UnitRange range = rangeOf(rule.unit);
    if (scaled >= range.least && scaled <= range.most && scaled % range.step == 0) {
        return {};
    }
    return {u"parameter.range"_s,
            {{u"parameter"_s, rule.zh},
             {u"parameterEn"_s, rule.en},
             {u"value"_s, figureText(scaled)},
             {u"least"_s, figureText(range.least)},
             {u"most"_s, figureText(range.most)},
             {u"step"_s, figureText(range.step)}}};
}

/// Calls `visit` with every condition of the pack.
template <typename Pack, typename Visit> void eachCondition(Pack &pack, const Visit &visit)
{
    visit(pack.appliesWhen);
    for (auto &move : pack.moves) {
        visit(move.when);
        for (auto &group : move.oneOf) {
            visit(group.when);
        }
    }
    for (auto &clock : pack.clocks) {
        visit(clock.when);
        for (auto &level : clock.extend) {
            visit(level.demands);
        }
    }
    const auto each = [&](auto &list) {
        for (auto &rule : list) {
            visit(rule.when);
        }
    };
    each(pack.duties);
    each(pack.locks);
    each(pack.guards);
    each(pack.advice);
    each(pack.chains);
    each(pack.counters);
    each(pack.penalties);
    for (auto &rule : pack.penalties) {
        visit(rule.itself);
    }
    each(pack.compensations);
}

void resolve(const Regulation &regulation, Condition &condition)
{
    for (Comparison &one : condition.comparisons) {
        if (one.parameter.isEmpty()) {
            continue;
        }
        const ParameterRule *rule = regulation.parameter(one.parameter);
        one.isOpen = rule == nullptr || !rule->scaled;
        if (!one.isOpen) {
            const qint64 scale = one.scale == Comparison::Scale::Fen ? 100 : 1;
            one.number =
                static_cast<double>(*rule->scaled * scale) / static_cast<double>(Figure::kScale);
        }
    }
}

} // namespace

void applyParameters(Regulation &regulation, const ParameterValues &own)
{
    for (ParameterRule &rule : regulation.parameters) {
        rule.own = own.contains(rule.id);
        rule.scaled = rule.own ? std::optional(own.value(rule.id)) : rule.written;
    }
    eachCondition(regulation, [&](Condition &condition) { resolve(regulation, condition); });
}

Result<qint64> readParameter(const ParameterRule &rule, const QString &text)
{
    QString number = text.trimmed();
    if (rule.unit == u"percent" && (number.endsWith(u'%') || number.endsWith(u'％'))) {
        number = number.chopped(1).trimmed();
    }
    const auto scaled = scaledOfJson(number);
    if (!scaled) {
        return Error{
            u"parameter.value"_s,
            {{u"parameter"_s, rule.zh}, {u"parameterEn"_s, rule.en}, {u"value"_s, text.left(60)}}};
    }
    const Error fault = checked(rule, *scaled);
    return fault.code.isEmpty() ? Result<qint64>(*scaled) : Result<qint64>(fault);
}

Error parameterFault(const ParameterRule &rule)
{
    return rule.scaled ? checked(rule, *rule.scaled) : Error();
}

bool isParameterUsed(const Regulation &regulation, const QString &id)
{
    bool used = id == QLatin1StringView(kWageHint);
    eachCondition(regulation, [&](const Condition &condition) {
        used = used || std::any_of(condition.comparisons.cbegin(),
                                   condition.comparisons.cend(),
                                   [&](const Comparison &one) { return one.parameter == id; });
    });
    const auto names = [&](const Figure &figure) { return figure.parameter == id; };
    for (const PenaltyRule &rule : regulation.penalties) {
        used = used || names(rule.amount.least) || names(rule.amount.most) ||
               names(rule.capShare) || rule.amount.base == id || rule.capOf == id;
    }
    for (const CompensationRule &rule : regulation.compensations) {
        used = used || rule.base == id || (rule.ceiling && names(*rule.ceiling)) ||
               (rule.times && (names(rule.times->least) || names(rule.times->most)));
    }
    return used;
}

QVector<ReversedRange> reversedRanges(const Regulation &regulation)
{
    QVector<ReversedRange> reversed;
    for (const PenaltyRule &rule : regulation.penalties) {
        const bool named =
            !rule.amount.least.parameter.isEmpty() || !rule.amount.most.parameter.isEmpty();
        if (rule.amount.way != AmountRule::Way::Range || !named) {
            continue; // written figures are told where they stand
        }
        const auto least = valueOf(regulation, {}, rule.amount.least);
        const auto most = valueOf(regulation, {}, rule.amount.most);
        if (least && most && *least > *most) {
            reversed.append({u"penalty:"_s + rule.id, figureText(*least), figureText(*most)});
        }
    }
    return reversed;
}

} // namespace huiyin
