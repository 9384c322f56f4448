// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/compensationsheet.h>
#include <rules/proposals.h>
#include <rules/tomlshape.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

using Method = CompensationRule::Method;

constexpr int kDaysOfYear = 365;

class SheetWriter
{
public:
    SheetWriter(const Regulation &regulation, const CompensationInput &input)
        : m_regulation(regulation)
        , m_input(input)
    {
    }

    CompensationSheet run()
    {
        checkItems();
        if (refuses(m_sheet.findings)) {
            return std::move(m_sheet);
        }
        for (const CompensationRule &rule : m_regulation.compensations) {
            for (const CompensationClaim &claim : m_input.claims) {
                if (claim.item == rule.id) {
                    write(rule, claim);
                }
            }
        }
        m_sheet.payableFen = m_sheet.totalFen - m_input.paidBeforeFen;
        if (m_sheet.payableFen < 0) {
            refuse(u"compensation.paid.over"_s,
                   nullptr,
                   {{u"paid"_s, yuanText(m_input.paidBeforeFen)},
                    {u"total"_s, yuanText(m_sheet.totalFen)}});
        }
        return std::move(m_sheet);
    }

private:
    void say(const QString &code, Severity severity, const CompensationRule *rule, Args args)
    {
        if (rule != nullptr) {
            args.insert(u"item"_s, rule->zh);
            args.insert(u"itemEn"_s, rule->en);
            args.insert(u"id"_s, rule->id);
        }
        m_sheet.findings.append({code,
                                 severity,
                                 rule == nullptr ? QString() : rule->field,
                                 args,
                                 rule == nullptr ? QString() : rule->rules.value(0)});
    }

    void refuse(const QString &code, const CompensationRule *rule, const Args &args = {})
    {
        say(code, Severity::Refusal, rule, args);
    }

    void checkItems()
    {
        QStringList known;
        for (const CompensationRule &rule : m_regulation.compensations) {
            known.append(rule.id);
        }
        QStringList seen;
        for (const CompensationClaim &claim : m_input.claims) {
            const CompensationRule *rule = m_regulation.compensation(claim.item);
            if (rule == nullptr) {
                refuse(u"compensation.item.unknown"_s,
                       nullptr,
                       {{u"value"_s, claim.item}, {u"known"_s, nearestWords(claim.item, known)}});
            } else if (seen.contains(claim.item)) {
                refuse(u"compensation.item.twice"_s, rule);
            }
            seen.append(claim.item);
        }
    }

    void write(const CompensationRule &rule, const CompensationClaim &claim)
    {
        if (m_input.fields && !rule.when.holds(*m_input.fields)) {
            refuse(u"compensation.condition"_s,
                   &rule,
                   {{u"unmet"_s, QString()}, {u"unmetEn"_s, QString()}});
            return;
        }
        CompensationLine line;
        line.item = rule.id;
        line.zh = rule.zh;
        line.en = rule.en;
        line.method = rule.method;
        line.evidence = claim.evidence;
        line.rules = rule.rules;
        line.approve = rule.approve;
        line.field = rule.field;
        line.sheet = rule.sheet;
        line.needsConfirmation = rule.needsConfirmation;
        if (rule.base.isEmpty() || claim.baseFen) {
            line.baseFen = claim.baseFen;
        }
        switch (rule.method) {
        case Method::Actual:
        case Method::PropertyEstimate:
            actual(rule, claim, line);
            break;
        case Method::AnnualTimes:
            line.baseFen = baseOf(rule, claim);
            times(rule, claim, line);
            break;
        case Method::GoodsMultiple:
            line.baseFen = claim.amountFen ? claim.amountFen : claim.baseFen;
            if (!line.baseFen && !rule.base.isEmpty()) {
                line.baseFen = baseOf(rule, claim);
            } else if (!line.baseFen) {
                refuse(u"compensation.amount.missing"_s, &rule);
            }
            times(rule, claim, line);
            break;
        case Method::Dependants:
            dependants(rule, claim, line);
            break;
        case Method::Goodwill:
            line.amountFen = claim.amountFen;
            if (!line.amountFen) {
                refuse(u"compensation.amount.missing"_s, &rule);
            } else {
                line.formulaZh = u"让步 %1 元"_s.arg(yuanText(*line.amountFen));
                line.formulaEn = u"goodwill %1 yuan"_s.arg(yuanText(*line.amountFen));
            }
            break;
        case Method::OneSum:
            line.amountFen = m_sheet.totalFen;
            line.formulaZh = u"以上各项一次性支付，合计 %1 元"_s.arg(yuanText(m_sheet.totalFen));
            line.formulaEn =
                u"the items above in one sum, %1 yuan"_s.arg(yuanText(m_sheet.totalFen));
            break;
        }
        checkCeiling(rule, line);
        keep(rule, line);
    }

    void keep(const CompensationRule &rule, const CompensationLine &line)
    {
        if (line.amountFen && rule.method != Method::OneSum &&
            __builtin_add_overflow(m_sheet.totalFen, *line.amountFen, &m_sheet.totalFen)) {
            refuse(u"compensation.tooLarge"_s, &rule);
        }
        for (const QString &clause : line.rules) {
            if (!m_sheet.rules.contains(clause)) {
                m_sheet.rules.append(clause);
            }
        }
        m_sheet.lines.append(line);
    }

    [[nodiscard]] std::optional<qint64> baseOf(const CompensationRule &rule,
                                               const CompensationClaim &claim)
    {
        if (claim.baseFen) {
            return claim.baseFen;
        }
        if (m_input.basesFen.contains(rule.base)) {
            return m_input.basesFen.value(rule.base);
        }
        if (const auto yuan = valueOf(m_regulation, m_input.parameters, {0, rule.base})) {
            return fenOfYuan(*yuan);
        }
        const QJsonValue stored = m_input.fields.value_or(QJsonObject()).value(rule.base);
        if (stored.isDouble()) {
            return stored.toInteger();
        }
        const ParameterRule *parameter = m_regulation.parameter(rule.base);
        refuse(u"compensation.base.missing"_s,
               &rule,
               {{u"base"_s, parameter == nullptr ? rule.base : parameter->zh},
                {u"baseEn"_s, parameter == nullptr ? rule.base : parameter->en},
                {u"key"_s, rule.base + u"Fen"_s}});
        return std::nullopt;
    }

    void
    actual(const CompensationRule &rule, const CompensationClaim &claim, CompensationLine &line)
    {
        if (claim.amountFen) {
            line.amountFen = claim.amountFen;
            line.formulaZh = u"实际 %1 元"_s.arg(yuanText(*claim.amountFen));
            line.formulaEn = u"actual, %1 yuan"_s.arg(yuanText(*claim.amountFen));
            return;
        }
        if (!claim.days || (!claim.dailyFen && rule.base.isEmpty())) {
            refuse(u"compensation.amount.missing"_s, &rule);
            return;
        }
        const QString days = QString::number(*claim.days);
        if (claim.dailyFen) {
            line.amountFen = shareOf(*claim.dailyFen, *claim.days, 1);
            setFormula(line, u"%1 × %2"_s, {yuanText(*claim.dailyFen), days}, rule);
            return;
        }
        line.baseFen = baseOf(rule, claim);
        if (line.baseFen) {
            line.amountFen = shareOf(*line.baseFen, *claim.days, kDaysOfYear);
            setFormula(line, u"%1 ÷ 365 × %2"_s, {yuanText(*line.baseFen), days}, rule);
        }
    }

    void setFormula(CompensationLine &line,
                    const QString &pattern,
                    const QStringList &blanks,
                    const CompensationRule &rule)
    {
        if (!line.amountFen) {
            refuse(u"compensation.tooLarge"_s, &rule);
            return;
        }
        QString formula = pattern;
        for (qsizetype i = 0; i < blanks.size(); ++i) {
            formula.replace(u'%' + QString::number(i + 1), blanks.at(i));
        }
        formula += u" = "_s + yuanText(*line.amountFen);
        line.formulaZh = formula + u" 元"_s;
        line.formulaEn = formula + u" yuan"_s;
    }

    void times(const CompensationRule &rule, const CompensationClaim &claim, CompensationLine &line)
    {
        if (!line.baseFen || !rule.times) {
            return;
        }
        line.leastTimes = valueOf(m_regulation, m_input.parameters, rule.times->least);
        line.mostTimes = valueOf(m_regulation, m_input.parameters, rule.times->most);
        if (!line.leastTimes || !line.mostTimes) {
            refuse(u"compensation.base.missing"_s,
                   &rule,
                   {{u"base"_s, rule.times->least.parameter},
                    {u"baseEn"_s, rule.times->least.parameter},
                    {u"key"_s, u"parameters."_s + rule.times->least.parameter}});
            return;
        }
        line.times = claim.times;
        if (!line.times && *line.leastTimes == *line.mostTimes) {
            line.times = line.leastTimes;
        }
        line.minFen = timesScaled(*line.baseFen, *line.leastTimes);
        line.maxFen = timesScaled(*line.baseFen, *line.mostTimes);
        const Args range{{u"least"_s, figureText(*line.leastTimes)},
                         {u"most"_s, figureText(*line.mostTimes)},
                         {u"value"_s, line.times ? figureText(*line.times) : QString()}};
        if (!line.times) {
            say(u"compensation.times.choose"_s, Severity::Warning, &rule, range);
            line.formulaZh = u"%1 ×（%2 至 %3）"_s.arg(
                yuanText(*line.baseFen), range[u"least"_s], range[u"most"_s]);
            line.formulaEn = u"%1 × (%2 to %3)"_s.arg(
                yuanText(*line.baseFen), range[u"least"_s], range[u"most"_s]);
            return;
        }
        if (*line.times < *line.leastTimes || *line.times > *line.mostTimes) {
            refuse(u"compensation.times.range"_s, &rule, range);
            return;
        }
        line.amountFen = timesScaled(*line.baseFen, *line.times);
        setFormula(line, u"%1 × %2"_s, {yuanText(*line.baseFen), figureText(*line.times)}, rule);
    }

    /// Years one dependant is kept for, or nothing where the pack gives none.
    [[nodiscard]] std::optional<int> yearsOf(const CompensationRule &rule, const Dependant &one)
    {
        std::optional<int> years;
        if (one.unableToWork && rule.years > 0) {
            years = rule.years;
        } else if (one.age && *one.age < rule.untilAge) {
            years = rule.untilAge - *one.age;
        }
        const Args args{{u"name"_s, one.name},
                        {u"untilAge"_s, QString::number(rule.untilAge)},
                        {u"years"_s, QString::number(years.value_or(0))}};
        if (!years) {
            refuse(u"compensation.dependant.neither"_s, &rule, args);
        } else if (one.years && *one.years > *years) {
            refuse(u"compensation.dependant.years"_s, &rule, args);
        }
        return one.years && years ? one.years : years;
    }

    void
    dependants(const CompensationRule &rule, const CompensationClaim &claim, CompensationLine &line)
    {
        if (claim.dependants.isEmpty()) {
            refuse(u"compensation.dependants.missing"_s, &rule);
            return;
        }
        line.baseFen = baseOf(rule, claim);
        int years = 0;
        QStringList parts;
        for (const Dependant &one : claim.dependants) {
            const auto own = yearsOf(rule, one);
            if (!own) {
                return;
            }
            years += *own;
            parts.append(QString::number(*own));
        }
        if (!line.baseFen) {
            return;
        }
        line.years = years;
        line.amountFen = shareOf(*line.baseFen, years, 1);
        const QString sum = parts.size() == 1 ? parts.first() : u'(' + parts.join(u" + ") + u')';
        setFormula(line, u"%1 × %2"_s, {yuanText(*line.baseFen), sum}, rule);
    }

    void checkCeiling(const CompensationRule &rule, CompensationLine &line)
    {
        if (!rule.ceiling) {
            return;
        }
        if (const auto yuan = valueOf(m_regulation, m_input.parameters, *rule.ceiling)) {
            line.ceilingFen = fenOfYuan(*yuan);
        }
        line.aboveCeiling =
            line.amountFen && (!line.ceilingFen || *line.amountFen > *line.ceilingFen);
        if (!line.aboveCeiling) {
            return;
        }
        m_sheet.needsApproval = true;
        QStringList zh;
        QStringList en;
        for (const QString &id : rule.approve) {
            const RoleRule *role = m_regulation.role(id);
            zh.append(role == nullptr ? id : role->zh);
            en.append(role == nullptr ? id : role->en);
        }
        say(u"compensation.ceiling"_s,
            Severity::Warning,
            &rule,
            {{u"amount"_s, yuanText(*line.amountFen)},
             {u"ceiling"_s, yuanText(line.ceilingFen.value_or(0))},
             {u"roles"_s, zh.join(u'、')},
             {u"rolesEn"_s, en.join(u", ")}});
    }

    const Regulation &m_regulation;
    const CompensationInput &m_input;
    CompensationSheet m_sheet;
};

} // namespace

QString compensationNote(bool chinese)
{
    return chinese ? u"按本单位制度核算，仅供协商参考"_s
                   : u"Computed by this organisation's regulation, for negotiation only"_s;
}

CompensationSheet compensationSheet(const Regulation &regulation, const CompensationInput &input)
{
    return SheetWriter(regulation, input).run();
}

} // namespace huiyin
