// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/assessment.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

void Assessment::add(const QString &code, Severity severity, const PenaltyRule *rule, Args args)
{
    if (rule != nullptr) {
        args.insert(u"penalty"_s, rule->zh);
        args.insert(u"penaltyEn"_s, rule->en);
    }
    findings.append({code, severity, {}, args, rule == nullptr ? QString() : rule->rules.value(0)});
}

std::optional<qint64> Assessment::figure(const PenaltyRule &rule, const Figure &wanted)
{
    const auto value = valueOf(regulation, facts.parameters, wanted);
    const ParameterRule *parameter = regulation.parameter(wanted.parameter);
    if (!value) {
        add(u"penalty.parameter.missing"_s,
            Severity::Warning,
            &rule,
            {{u"parameter"_s, parameter == nullptr ? wanted.parameter : parameter->zh},
             {u"parameterEn"_s, parameter == nullptr ? wanted.parameter : parameter->en},
             {u"id"_s, wanted.parameter}});
    }
    return value;
}

void explain(Proposal &proposal, const QString &zh, const QString &en, const QStringList &blanks)
{
    QString chinese = zh;
    QString english = en;
    for (qsizetype i = blanks.size(); i > 0; --i) {
        chinese.replace(u'%' + QString::number(i), blanks.at(i - 1));
        english.replace(u'%' + QString::number(i), blanks.at(i - 1));
    }
    proposal.explainZh.append(chinese);
    proposal.explainEn.append(english);
}

} // namespace huiyin
