// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/parameters.h>
#include <rules/penaltybuild.h>
#include <rules/tomlaccess.h>

#include <algorithm>
#include <cmath>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;
using namespace tomlaccess;

namespace {

qint64 scaledOf(double number)
{
    return std::llround(number * static_cast<double>(Figure::kScale));
}

Figure figureOf(const TomlValue &value)
{
    if (value.kind == TomlValue::Kind::String) {
        return {0, value.string};
    }
    return {scaledOf(value.number), {}};
}

int wholeOf(const TomlValue &table, QStringView key)
{
    const TomlValue *value = table.find(key);
    return value == nullptr ? 0 : static_cast<int>(value->integer);
}

} // namespace

bool MoneyReader::isFaulty(const QString &shape) const
{
    return std::any_of(m_faulty.cbegin(), m_faulty.cend(), [&](const QString &key) {
        return key.startsWith(shape);
    });
}

void MoneyReader::refuse(const QString &code, const TomlValue &at, const QString &label, Args args)
{
    args.insert(u"entry"_s, m_source.isEmpty() ? label : m_source + u": "_s + label);
    m_findings.append(Finding{code, Severity::Refusal, {}, args, {}, at.line, at.column});
}

GroundRule MoneyReader::ground(const TomlValue &entry)
{
    GroundRule rule{text(entry, u"id"),
                    text(entry, u"zh"),
                    text(entry, u"en"),
                    text(entry, u"penalty"),
                    texts(entry, u"rule")};
    const QString tier = text(entry, u"tier");
    if (!tier.isEmpty() && !rule.penalty.isEmpty()) {
        refuse(u"pack.ground.two"_s, *entry.find(u"tier"), u"[[ground]] "_s + rule.id);
    }
    if (rule.penalty.isEmpty()) {
        rule.penalty = tier;
    }
    return rule;
}

AmountRule MoneyReader::amount(const TomlValue &table, const QString &label)
{
    using Way = AmountRule::Way;
    AmountRule rule;
    const QVector<std::pair<QString, Way>> ways{{u"fixed"_s, Way::Fixed},
                                                {u"from"_s, Way::Range},
                                                {u"atLeast"_s, Way::AtLeast},
                                                {u"method"_s, Way::BasePointShare},
                                                {u"percentOfBase"_s, Way::PercentOfBase},
                                                {u"whole"_s, Way::Whole}};
    int given = 0;
    for (const auto &[key, way] : ways) {
        if (const TomlValue *value = table.find(key)) {
            rule.way = way;
            rule.least = figureOf(*value);
            ++given;
        }
    }
    const TomlValue *to = table.find(u"to");
    if (given != 1 || (to != nullptr) != (rule.way == Way::Range)) {
        if (!isFaulty(u"amount."_s)) {
            refuse(u"pack.amount.ways"_s, table, label);
        }
        return {};
    }
    const TomlValue *of = table.find(u"of");
    if (of != nullptr && rule.way != Way::PercentOfBase) {
        refuse(u"pack.amount.idle"_s, *of, label);
    }
    switch (rule.way) {
    case Way::Range:
        rule.most = figureOf(*to);
        if (rule.least.parameter.isEmpty() && rule.most.parameter.isEmpty() &&
            rule.least.scaled > rule.most.scaled) {
            refuse(u"pack.span.reversed"_s,
                   table,
                   label,
                   {{u"least"_s, figureText(rule.least.scaled)},
                    {u"most"_s, figureText(rule.most.scaled)}});
        }
        break;
    case Way::PercentOfBase:
        rule.base = of == nullptr ? u"monthlyBonus"_s : of->string;
        break;
    case Way::Whole:
        rule.base = text(table, u"whole");
        rule.least = {};
        break;
    case Way::BasePointShare:
        rule.least = {};
        break;
    case Way::None:
    case Way::Fixed:
    case Way::AtLeast:
        break;
    }
    return rule;
}

void MoneyReader::cap(const TomlValue &entry, PenaltyRule &rule, const QString &label)
{
    const TomlValue *table = entry.find(u"cap");
    const TomlValue *carry = entry.find(u"carry");
    if (carry != nullptr && table == nullptr) {
        refuse(u"pack.carry.idle"_s, *carry, label);
    }
    if (table == nullptr || table->kind != TomlValue::Kind::Table || isFaulty(u"cap."_s)) {
        return;
    }
    rule.capOf = text(*table, u"of");
    if (const TomlValue *share = table->find(u"share")) {
        bool isNumber = true;
        const double number = share->kind == TomlValue::Kind::String
                                  ? share->string.toDouble(&isNumber)
                                  : share->number;
        if (!isNumber && m_entries.isParameter(share->string)) {
            rule.capShare = {0, share->string};
        } else if (!isNumber || !(number > 0 && number <= 1)) {
            refuse(u"pack.share.range"_s, *share, label, {{u"value"_s, share->string}});
        } else {
            rule.capShare.scaled = scaledOf(number);
        }
    }
    rule.carries = text(entry, u"carry") == u"monthly";
}

PenaltyRule MoneyReader::penalty(const TomlValue &entry)
{
    PenaltyRule rule;
    rule.id = text(entry, u"id");
    const QString label = u"[[penalty]] "_s + rule.id;
    rule.zh = text(entry, u"zh");
    rule.en = text(entry, u"en");
    rule.party = text(entry, u"party");
    rule.when = m_entries.condition(entry);
    rule.grounds = texts(entry, u"grounds");
    rule.itself = m_entries.condition(entry, u"itself");
    const TomlValue *money = entry.find(u"amount");
    if (money != nullptr && money->kind == TomlValue::Kind::Table) {
        rule.amount = amount(*money, label);
    }
    rule.points = wholeOf(entry, u"points");
    rule.discipline = text(entry, u"discipline");
    rule.circular = flag(entry, u"circular");
    rule.per = text(entry, u"per");
    cap(entry, rule, label);
    rule.approve = texts(entry, u"approve");
    rule.sheet = text(entry, u"sheet");
    if (const TomlValue *objection = entry.find(u"objection")) {
        rule.objectionDays = wholeOf(*objection, u"days");
    }
    rule.rules = texts(entry, u"rule");
    rule.needsConfirmation = text(entry, u"needsConfirmation");
    return rule;
}

std::optional<Span> MoneyReader::span(const TomlValue &value, const QString &label)
{
    if (value.kind != TomlValue::Kind::Array) {
        return Span{figureOf(value), figureOf(value)};
    }
    if (value.items.size() != 2) {
        return std::nullopt;
    }
    const Span both{figureOf(value.items.first()), figureOf(value.items.last())};
    if (both.least.scaled > both.most.scaled) {
        refuse(u"pack.span.reversed"_s,
               value,
               label,
               {{u"least"_s, figureText(both.least.scaled)},
                {u"most"_s, figureText(both.most.scaled)}});
    }
    return both;
}

CompensationRule MoneyReader::compensation(const TomlValue &entry)
{
    using Method = CompensationRule::Method;
    CompensationRule rule;
    rule.id = text(entry, u"id");
    const QString label = u"[[compensation]] "_s + rule.id;
    rule.zh = text(entry, u"zh");
    rule.en = text(entry, u"en");
    rule.base = text(entry, u"base");
    if (const TomlValue *times = entry.find(u"times");
        times != nullptr && !isFaulty(u"compensation."_s)) {
        rule.times = span(*times, label);
    }
    rule.years = wholeOf(entry, u"years");
    rule.untilAge = wholeOf(entry, u"untilAge");
    if (const TomlValue *ceiling = entry.find(u"ceiling")) {
        rule.ceiling = figureOf(*ceiling);
    }
    rule.when = m_entries.condition(entry);
    rule.approve = texts(entry, u"approve");
    rule.sheet = text(entry, u"sheet");
    rule.field = text(entry, u"field");
    rule.rules = texts(entry, u"rule");
    rule.needsConfirmation = text(entry, u"needsConfirmation");
    const auto method = compensationMethodOf(text(entry, u"method"));
    if (!method) {
        return rule;
    }
    rule.method = *method;
    const auto needs = [&](const QString &key, bool there) {
        if (!there && entry.find(key) == nullptr) {
            refuse(u"pack.compensation.needs"_s,
                   entry,
                   label,
                   {{u"method"_s, compensationMethodId(rule.method)}, {u"key"_s, key}});
        }
    };
    switch (rule.method) {
    case Method::AnnualTimes:
        needs(u"base"_s, false);
        needs(u"times"_s, false);
        break;
    case Method::Dependants:
        needs(u"base"_s, false);
        needs(u"untilAge"_s, rule.years > 0);
        break;
    case Method::GoodsMultiple:
        needs(u"times"_s, false);
        break;
    case Method::Goodwill:
        needs(u"ceiling"_s, false);
        break;
    case Method::Actual:
    case Method::PropertyEstimate:
    case Method::OneSum:
        break;
    }
    return rule;
}

ParameterRule MoneyReader::parameter(const TomlValue &entry) const
{
    ParameterRule rule;
    rule.id = text(entry, u"id");
    rule.zh = text(entry, u"zh");
    rule.en = text(entry, u"en");
    if (const TomlValue *value = entry.find(u"value")) {
        rule.written = scaledOf(value->number);
        rule.scaled = rule.written;
    }
    rule.unit = text(entry, u"unit");
    rule.rules = texts(entry, u"rule");
    rule.needsConfirmation = text(entry, u"needsConfirmation");
    return rule;
}

void checkMoney(const Regulation &regulation,
                const EntryPlaces &places,
                const QSet<QString> &faulty,
                Findings &findings)
{
    const bool blind = std::any_of(faulty.cbegin(), faulty.cend(), [](const QString &key) {
        return key.startsWith(u"penalty.") || key.startsWith(u"ground.") ||
               key.startsWith(u"file.");
    });
    if (blind) {
        return;
    }
    const auto refuse = [&](const QString &code, const QString &entry, Args args = {}) {
        const EntryPlace place = places.value(entry);
        args.insert(u"entry"_s, place.label);
        findings.append(Finding{code, Severity::Refusal, {}, args, {}, place.line, place.column});
    };
    for (const ReversedRange &range : reversedRanges(regulation)) {
        refuse(u"pack.span.reversed"_s,
               range.entry,
               {{u"least"_s, range.least}, {u"most"_s, range.most}});
    }
    for (const ParameterRule &parameter : regulation.parameters) {
        if (const auto fault = parameterFault(parameter); !fault.code.isEmpty()) {
            refuse(u"pack.parameter.value"_s, u"parameter:"_s + parameter.id, fault.args);
        }
        // Whoever reads it may be what was refused before.
        if (!refuses(findings) && !isParameterUsed(regulation, parameter.id)) {
            refuse(u"pack.parameter.idle"_s, u"parameter:"_s + parameter.id);
        }
    }
    for (const GroundRule &ground : regulation.grounds) {
        const bool used =
            !ground.penalty.isEmpty() ||
            std::any_of(regulation.penalties.cbegin(),
                        regulation.penalties.cend(),
                        [&](const PenaltyRule &rule) { return rule.grounds.contains(ground.id); });
        if (used) {
            continue;
        }
        refuse(u"pack.ground.idle"_s, u"ground:"_s + ground.id);
    }
}

} // namespace huiyin
