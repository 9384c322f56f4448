// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/compensationcompute.h>
#include <rules/fieldinput.h>
#include <rules/moneyinput.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The pack's id for what was written: the id itself, a letter an overlay has put its name before,
/// or the field that receives the amount.
QString itemOf(const Regulation &regulation, const QString &word)
{
    for (const CompensationRule &rule : regulation.compensations) {
        if (rule.id.compare(word, Qt::CaseInsensitive) == 0) {
            return rule.id;
        }
    }
    for (const CompensationRule &rule : regulation.compensations) {
        if (rule.id.endsWith(u'-' + word, Qt::CaseInsensitive) || rule.field == word) {
            return rule.id;
        }
    }
    return word;
}

class InputReader
{
public:
    InputReader(const Regulation &regulation, Findings &findings)
        : m_regulation(regulation)
        , m_findings(findings)
    {
    }

    CompensationInput read(const FieldCatalogue &catalogue, const QJsonObject &object)
    {
        CompensationInput answer;
        ObjectInput input(object, {}, m_findings);
        static_cast<void>(input.text(u"regulation"_s));
        readFigures(input, answer);
        if (input.has(u"fields"_s)) {
            FieldsReading reading = readFields(catalogue, input.object(u"fields"_s));
            m_findings += reading.findings;
            answer.fields = reading.fields;
        }
        answer.paidBeforeFen = input.fen(u"paidBeforeFen"_s).value_or(0);
        readItems(input, answer);
        input.finish();
        return answer;
    }

private:
    void readFigures(ObjectInput &input, CompensationInput &answer)
    {
        const QJsonObject given = input.object(u"parameters"_s);
        ObjectInput parameters(given, u"parameters"_s, m_findings);
        for (const ParameterRule &rule : m_regulation.parameters) {
            if (const auto value = parameters.scaled(rule.id)) {
                answer.parameters.insert(rule.id, *value);
            }
            if (rule.unit == u"yuan") {
                readBase(input, rule.id, answer);
            }
        }
        parameters.finish();
        for (const CompensationRule &rule : m_regulation.compensations) {
            if (!rule.base.isEmpty() && !answer.basesFen.contains(rule.base)) {
                readBase(input, rule.base, answer);
            }
        }
    }

    static void readBase(ObjectInput &input, const QString &base, CompensationInput &answer)
    {
        if (const auto fen = input.fen(base + u"Fen"_s)) {
            answer.basesFen.insert(base, *fen);
            answer.parameters.insert(base, *fen * (Figure::kScale / 100));
        }
    }

    void readItems(ObjectInput &input, CompensationInput &answer)
    {
        const QString key = u"items"_s;
        const QJsonValue items = input.value(key);
        if (items.isUndefined()) {
            input.refuse(u"compensation.items.none"_s, key);
            return;
        }
        if (items.isObject()) {
            const QJsonObject named = items.toObject();
            for (auto it = named.constBegin(); it != named.constEnd(); ++it) {
                const QJsonObject claim = it.value().isObject()
                                              ? it.value().toObject()
                                              : QJsonObject{{u"amountFen"_s, it.value()}};
                answer.claims.append(claimOf(claim, u"items."_s + it.key(), it.key()));
            }
            return;
        }
        const QJsonArray list = input.objects(key);
        for (qsizetype i = 0; i < list.size(); ++i) {
            answer.claims.append(claimOf(list.at(i).toObject(), u"items[%1]"_s.arg(i), QString()));
        }
        if (list.isEmpty() && items.isArray()) {
            input.refuse(u"compensation.items.none"_s, key);
        }
    }

    CompensationClaim claimOf(const QJsonObject &object, const QString &path, const QString &name)
    {
        ObjectInput input(object, path, m_findings);
        CompensationClaim claim;
        QString word = name;
        if (name.isEmpty()) {
            word = input.text(input.has(u"item"_s) ? u"item"_s : u"id"_s);
            if (word.isEmpty()) {
                input.refuse(u"money.input.name"_s, u"item"_s);
            }
        }
        claim.item = itemOf(m_regulation, word);
        claim.amountFen = input.fen(input.has(u"priceFen"_s) ? u"priceFen"_s : u"amountFen"_s);
        if (input.has(u"receipts"_s)) {
            claim.amountFen = receipts(input);
        }
        claim.baseFen = input.fen(u"baseFen"_s);
        claim.times = input.scaled(input.has(u"multiplier"_s) ? u"multiplier"_s : u"times"_s);
        if (const auto days = input.whole(u"days"_s, 1, 36500)) {
            claim.days = static_cast<int>(*days);
        }
        claim.dailyFen = input.fen(u"dailyFen"_s);
        claim.evidence = input.text(u"evidence"_s);
        const QJsonArray people = input.objects(u"dependants"_s);
        for (qsizetype i = 0; i < people.size(); ++i) {
            claim.dependants.append(
                dependantOf(people.at(i).toObject(), u"%1.dependants[%2]"_s.arg(path).arg(i)));
        }
        input.finish();
        return claim;
    }

    Dependant dependantOf(const QJsonObject &object, const QString &path)
    {
        ObjectInput input(object, path, m_findings);
        Dependant one;
        one.name = input.text(u"name"_s);
        if (const auto age = input.whole(u"age"_s, 0, 150)) {
            one.age = static_cast<int>(*age);
        }
        one.unableToWork = input.flag(u"unableToWork"_s).value_or(false);
        if (const auto years = input.whole(u"years"_s, 1, 100)) {
            one.years = static_cast<int>(*years);
        }
        input.finish();
        return one;
    }

    /// The sum of several papers: amounts, or objects with label and amountFen.
    std::optional<qint64> receipts(ObjectInput &input)
    {
        const QJsonArray papers = input.value(u"receipts"_s).toArray();
        qint64 sum = 0;
        for (qsizetype i = 0; i < papers.size(); ++i) {
            const QJsonObject paper = papers.at(i).isObject()
                                          ? papers.at(i).toObject()
                                          : QJsonObject{{u"amountFen"_s, papers.at(i)}};
            ObjectInput one(
                paper, u"%1[%2]"_s.arg(input.placeOf(u"receipts"_s)).arg(i), m_findings);
            static_cast<void>(one.text(u"label"_s));
            sum += one.fen(u"amountFen"_s).value_or(0);
            one.finish();
        }
        if (papers.isEmpty()) {
            input.refuse(u"money.input.objects"_s, u"receipts"_s);
        }
        return sum;
    }

    const Regulation &m_regulation;
    Findings &m_findings;
};

QJsonValue numberJson(qint64 scaled)
{
    if (scaled % Figure::kScale == 0) {
        return scaled / Figure::kScale;
    }
    return static_cast<double>(scaled) / static_cast<double>(Figure::kScale);
}

} // namespace

CompensationInput readCompensationInput(const Regulation &regulation,
                                        const FieldCatalogue &catalogue,
                                        const QJsonObject &input,
                                        Findings &findings)
{
    return InputReader(regulation, findings).read(catalogue, input);
}

QJsonObject compensationLineJson(const CompensationLine &line, bool chinese)
{
    QJsonObject json{{u"item"_s, line.item},
                     {u"label"_s, chinese ? line.zh : line.en},
                     {u"method"_s, compensationMethodId(line.method)},
                     {u"formula"_s, chinese ? line.formulaZh : line.formulaEn},
                     {u"clauses"_s, QJsonArray::fromStringList(line.rules)},
                     {u"needsConfirmation"_s, !line.needsConfirmation.isEmpty()}};
    const auto put = [&](const QString &key, const std::optional<qint64> &fen) {
        if (fen) {
            json.insert(key, *fen);
        }
    };
    put(u"baseFen"_s, line.baseFen);
    put(u"amountFen"_s, line.amountFen);
    if (line.leastTimes && line.mostTimes) {
        json.insert(u"timesRange"_s,
                    QJsonArray{numberJson(*line.leastTimes), numberJson(*line.mostTimes)});
    }
    if (line.times) {
        json.insert(u"times"_s, numberJson(*line.times));
    }
    if (!line.amountFen) {
        put(u"minFen"_s, line.minFen);
        put(u"maxFen"_s, line.maxFen);
    }
    if (line.years) {
        json.insert(u"years"_s, *line.years);
    }
    put(u"ceilingFen"_s, line.ceilingFen);
    if (line.ceilingFen || line.aboveCeiling) {
        json.insert(u"needsApproval"_s, line.aboveCeiling);
        json.insert(u"approve"_s, QJsonArray::fromStringList(line.approve));
    }
    for (const auto &[key, text] : {std::pair(u"field"_s, line.field),
                                    std::pair(u"sheet"_s, line.sheet),
                                    std::pair(u"evidence"_s, line.evidence),
                                    std::pair(u"confirmation"_s, line.needsConfirmation)}) {
        if (!text.isEmpty()) {
            json.insert(key, text);
        }
    }
    return json;
}

Computation computeCompensation(const Regulation &regulation,
                                const FieldCatalogue &catalogue,
                                const QJsonObject &input,
                                bool chinese)
{
    Computation answer;
    if (regulation.compensations.isEmpty()) {
        answer.findings.append(
            {u"compensation.none"_s,
             Severity::Refusal,
             {},
             {{u"regulation"_s, regulation.zh}, {u"regulationEn"_s, regulation.en}}});
        return answer;
    }
    const CompensationInput question =
        readCompensationInput(regulation, catalogue, input, answer.findings);
    if (refuses(answer.findings)) {
        return answer;
    }
    const CompensationSheet sheet = compensationSheet(regulation, question);
    answer.findings += sheet.findings;
    if (refuses(answer.findings)) {
        return answer;
    }
    QJsonArray items;
    for (const CompensationLine &line : sheet.lines) {
        items.append(compensationLineJson(line, chinese));
    }
    answer.result = {{u"regulation"_s, regulation.id},
                     {u"items"_s, items},
                     {u"sumFen"_s, sheet.totalFen},
                     {u"paidBeforeFen"_s, question.paidBeforeFen},
                     {u"payableFen"_s, sheet.payableFen},
                     {u"needsApproval"_s, sheet.needsApproval},
                     {u"clauses"_s, QJsonArray::fromStringList(sheet.rules)},
                     {u"note"_s, compensationNote(chinese)}};
    return answer;
}

} // namespace huiyin
