// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/fieldinput.h>
#include <rules/moneyinput.h>
#include <rules/penaltycompute.h>
#include <rules/penaltyshape.h>
#include <rules/pointshares.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The incomes and bases the pack counts by, written with `Fen` behind.
QStringList basesOf(const Regulation &regulation)
{
    QStringList bases{u"monthlyBonus"_s, u"monthlyWage"_s};
    for (const PenaltyRule &rule : regulation.penalties) {
        bases += {rule.capOf, rule.amount.base};
    }
    bases.removeAll(QString());
    bases.removeDuplicates();
    return bases;
}

class QuestionReader
{
public:
    QuestionReader(const Regulation &regulation, Findings &findings)
        : m_regulation(regulation)
        , m_findings(findings)
        , m_bases(basesOf(regulation))
    {
    }

    PenaltyQuestion read(const FieldCatalogue &catalogue, const QJsonObject &object)
    {
        PenaltyQuestion question;
        PenaltyFacts &facts = question.facts;
        ObjectInput input(object, {}, m_findings);
        static_cast<void>(input.text(u"regulation"_s));
        facts.month = input.month(u"month"_s);
        facts.lossFen = input.fen(u"lossFen"_s);
        facts.allPoints =
            input.scaled(input.has(u"deptPoints"_s) ? u"deptPoints"_s : u"departmentPoints"_s)
                .value_or(0);
        facts.grounds = input.texts(u"grounds"_s);
        facts.penalty = input.text(u"penalty"_s);
        facts.scope = input.text(u"scope"_s);
        facts.confirmedBy = input.text(u"confirmedBy"_s);
        if (!facts.scope.isEmpty() && !penaltyParties().contains(facts.scope)) {
            input.refuse(
                u"money.input.word"_s, u"scope"_s, {{u"known"_s, penaltyParties().join(u", ")}});
        }
        readParameters(input, facts);
        if (input.has(u"fields"_s)) {
            FieldsReading reading = readFields(catalogue, input.object(u"fields"_s));
            m_findings += reading.findings;
            question.fields = reading.fields;
        }
        if (input.has(u"overdue"_s)) {
            readOverdue(input, question);
        }
        facts.parties = members(input, u"members"_s, true);
        facts.parties += members(input, u"parties"_s, false);
        input.finish();
        return question;
    }

private:
    void readParameters(ObjectInput &input, PenaltyFacts &facts)
    {
        const QJsonObject given = input.object(u"parameters"_s);
        ObjectInput parameters(given, u"parameters"_s, m_findings);
        for (const ParameterRule &rule : m_regulation.parameters) {
            if (const auto value = parameters.scaled(rule.id)) {
                facts.parameters.insert(rule.id, *value);
            }
        }
        parameters.finish();
    }

    /// The clocks that ran out, for a case that is only supposed.
    void readOverdue(ObjectInput &input, PenaltyQuestion &question)
    {
        QStringList known;
        for (const ClockRule &clock : m_regulation.clocks) {
            known.append(clock.id);
        }
        const QStringList late = input.texts(u"overdue"_s);
        for (const QString &id : late) {
            if (!known.contains(id)) {
                input.refuse(
                    u"money.input.word"_s, u"overdue"_s, {{u"known"_s, known.join(u", ")}});
            }
        }
        QJsonObject fields = question.fields.value_or(QJsonObject());
        fields.insert(QLatin1StringView(kOverdue), QJsonArray::fromStringList(late));
        question.fields = fields;
    }

    QVector<PenaltyParty> members(ObjectInput &input, const QString &key, bool persons)
    {
        QVector<PenaltyParty> list;
        const QJsonArray items = input.objects(key);
        for (qsizetype i = 0; i < items.size(); ++i) {
            list.append(member(
                items.at(i).toObject(), u"%1[%2]"_s.arg(input.placeOf(key)).arg(i), persons));
        }
        return list;
    }

    PenaltyParty member(const QJsonObject &object, const QString &path, bool person)
    {
        ObjectInput input(object, path, m_findings);
        PenaltyParty party;
        if (person) {
            party.kind = input.has(u"group"_s) ? u"group"_s : u"person"_s;
            party.name = input.text(party.kind);
        } else {
            party.kind = input.text(u"party"_s);
            party.name = input.text(u"name"_s);
            if (!penaltyParties().contains(party.kind)) {
                input.refuse(u"money.input.word"_s,
                             u"party"_s,
                             {{u"known"_s, penaltyParties().join(u", ")}});
            }
        }
        if (party.name.isEmpty()) {
            input.refuse(u"money.input.name"_s, person ? party.kind : u"name"_s);
        }
        party.department = input.text(u"department"_s);
        party.events = static_cast<int>(input.whole(u"events"_s, 1, 10000).value_or(1));
        party.grounds = input.texts(u"grounds"_s);
        party.points = input.scaled(u"basePoints"_s).value_or(0);
        party.carriedFen = input.fen(u"carriedFen"_s).value_or(0);
        party.chosenFen = input.fen(u"amountFen"_s);
        for (const QString &base : std::as_const(m_bases)) {
            if (const auto fen = input.fen(base + u"Fen"_s)) {
                party.basesFen.insert(base, *fen);
            }
        }
        const QJsonObject months = input.object(u"bonuses"_s);
        ObjectInput bonuses(months, input.placeOf(u"bonuses"_s), m_findings);
        for (const QString &month : months.keys()) {
            if (!isMonth(month)) {
                bonuses.refuse(u"money.input.month"_s, month, {{u"value"_s, month}});
            } else if (const auto fen = bonuses.fen(month)) {
                party.bonusOfMonth.insert(month, *fen);
            }
        }
        party.members = members(input, u"members"_s, true);
        input.finish();
        return party;
    }

    const Regulation &m_regulation;
    Findings &m_findings;
    QStringList m_bases;
};

void put(QJsonObject &json, const QString &key, const std::optional<qint64> &fen)
{
    if (fen) {
        json.insert(key, *fen);
    }
}

void put(QJsonObject &json, const QString &key, const QString &text)
{
    if (!text.isEmpty()) {
        json.insert(key, text);
    }
}

QJsonArray scheduleJson(const QVector<MonthlyDeduction> &months)
{
    QJsonArray list;
    for (const MonthlyDeduction &month : months) {
        QJsonObject one{{u"month"_s, month.month}, {u"amountFen"_s, month.amountFen}};
        if (month.carriedFen > 0) {
            one.insert(u"carriedFen"_s, month.carriedFen);
        }
        list.append(one);
    }
    return list;
}

} // namespace

PenaltyQuestion readPenaltyQuestion(const Regulation &regulation,
                                    const FieldCatalogue &catalogue,
                                    const QJsonObject &input,
                                    Findings &findings)
{
    return QuestionReader(regulation, findings).read(catalogue, input);
}

QJsonObject proposalJson(const Proposal &proposal, bool chinese)
{
    QJsonObject json{{u"penalty"_s, proposal.penalty},
                     {u"label"_s, chinese ? proposal.zh : proposal.en},
                     {u"party"_s, proposal.party}};
    const bool person = proposal.party == u"person" || proposal.party == u"staff";
    put(json, person ? u"person"_s : u"name"_s, proposal.name);
    put(json, u"department"_s, proposal.department);
    put(json, u"ground"_s, proposal.ground);
    if (proposal.events != 1) {
        json.insert(u"events"_s, proposal.events);
    }
    put(json, u"amountFen"_s, proposal.amountFen);
    if (!proposal.amountFen) {
        put(json, u"suggestedFen"_s, proposal.suggestedFen);
        put(json, u"minFen"_s, proposal.minFen);
        put(json, u"maxFen"_s, proposal.maxFen);
    }
    if (proposal.takesMoney) {
        json.insert(u"schedule"_s, scheduleJson(proposal.schedule));
    }
    if (proposal.leftFen > 0) {
        json.insert(u"leftFen"_s, proposal.leftFen);
    }
    if (proposal.points > 0) {
        json.insert(u"points"_s, proposal.points);
    }
    put(json, u"discipline"_s, proposal.discipline);
    if (proposal.circular) {
        json.insert(u"circular"_s, true);
    }
    if (proposal.alternative) {
        json.insert(u"alternative"_s, true);
    }
    json.insert(u"clauses"_s, QJsonArray::fromStringList(proposal.rules));
    json.insert(u"explain"_s,
                QJsonArray::fromStringList(chinese ? proposal.explainZh : proposal.explainEn));
    if (!proposal.approve.isEmpty()) {
        json.insert(u"approve"_s, QJsonArray::fromStringList(proposal.approve));
    }
    put(json, u"sheet"_s, proposal.sheet);
    if (proposal.objectionDays > 0) {
        json.insert(u"objectionDays"_s, proposal.objectionDays);
    }
    json.insert(u"needsConfirmation"_s, !proposal.needsConfirmation.isEmpty());
    put(json, u"confirmation"_s, proposal.needsConfirmation);
    return json;
}

Computation computePenalties(const Regulation &regulation,
                             const FieldCatalogue &catalogue,
                             const QJsonObject &input,
                             bool chinese)
{
    Computation answer;
    const PenaltyQuestion question =
        readPenaltyQuestion(regulation, catalogue, input, answer.findings);
    if (refuses(answer.findings)) {
        return answer;
    }
    const Proposals proposals = proposePenalties(regulation, question.fields, question.facts);
    answer.findings += proposals.findings;
    if (!refuses(answer.findings) && proposals.list.isEmpty()) {
        QStringList grounds;
        for (const GroundRule &ground : regulation.grounds) {
            grounds.append(ground.id + u' ' + (chinese ? ground.zh : ground.en));
        }
        const bool open = question.facts.grounds.isEmpty() && !grounds.isEmpty();
        answer.findings.append({open ? u"penalty.ground.choose"_s : u"penalty.none"_s,
                                Severity::Refusal,
                                {},
                                {{u"regulation"_s, regulation.zh},
                                 {u"regulationEn"_s, regulation.en},
                                 {u"known"_s, grounds.join(chinese ? u"；"_s : u"; "_s)}}});
    }
    if (refuses(answer.findings)) {
        return answer;
    }
    QJsonArray items;
    QStringList clauses;
    qint64 sum = 0;
    qint64 points = 0;
    for (const Proposal &proposal : proposals.list) {
        items.append(proposalJson(proposal, chinese));
        for (const QString &clause : proposal.rules) {
            if (!clauses.contains(clause)) {
                clauses.append(clause);
            }
        }
        if (!proposal.alternative) {
            sum += proposal.amountFen.value_or(0);
            points += proposal.points;
        }
    }
    answer.result = {{u"regulation"_s, regulation.id},
                     {u"sumFen"_s, sum},
                     {u"items"_s, items},
                     {u"clauses"_s, QJsonArray::fromStringList(clauses)}};
    if (points > 0) {
        answer.result.insert(u"points"_s, points);
    }
    if (!question.facts.month.isEmpty()) {
        answer.result.insert(u"month"_s, question.facts.month);
    }
    return answer;
}

} // namespace huiyin
