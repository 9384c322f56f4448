// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <desk/penaltyledger.h>
#include <rules/clocks.h>
#include <rules/compensationcompute.h>
#include <rules/penaltycompute.h>

#include <QSet>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostCases = 1'000'000;
constexpr int kMostMonths = 600; ///< a deduction is looked for so far ahead

/// Whether the penalty is taken: neither proposed nor objected to nor reversed.
bool stands(const QJsonObject &entry)
{
    const QString state = entry.value(u"state"_s).toString();
    return state == u"Confirmed" || state == u"Executed";
}

/// What was carried from before stands in the schedule it came from.
qint64 ownPart(const QJsonObject &part)
{
    return part.value(u"amountFen"_s).toInteger() - part.value(u"carriedFen"_s).toInteger();
}

/// What a month's schedule newly takes, or the whole amount in its month where none was made.
qint64 takenIn(const QJsonObject &entry, const QString &month, bool confirmedNow)
{
    const QJsonArray schedule = entry.value(u"schedule"_s).toArray();
    if (schedule.isEmpty()) {
        return confirmedNow ? entry.value(u"amountFen"_s).toInteger() : 0;
    }
    qint64 fen = 0;
    for (const auto &item : schedule) {
        const QJsonObject part = item.toObject();
        if (part.value(u"month"_s).toString() == month) {
            fen += ownPart(part);
        }
    }
    return fen;
}

PenaltySum &sumOf(QVector<PenaltySum> &sums, const QString &party, const QString &name)
{
    const auto it = std::find_if(sums.begin(), sums.end(), [&](const PenaltySum &sum) {
        return sum.party == party && sum.name == name;
    });
    if (it != sums.end()) {
        return *it;
    }
    sums.append({party, name});
    return sums.last();
}

} // namespace

QVector<PenaltyRow> penaltyRows(const CaseFile &caseFile, const QString &month)
{
    QVector<PenaltyRow> rows;
    if (caseFile.voided || caseFile.text(u"foundedness") == u"Unfounded") {
        return rows;
    }
    const QJsonArray entries = caseFile.value(u"penalties").toArray();
    for (const auto &item : entries) {
        const QJsonObject entry = item.toObject();
        const auto text = [&](const QString &key) { return entry.value(key).toString(); };
        if (!stands(entry)) {
            continue;
        }
        const Instant at = Instant::fromUtcMs(entry.value(u"at"_s).toInteger());
        const bool now = at.localDay().toString().left(7) == month;
        PenaltyRow row{caseFile.caseNo,
                       text(u"id"_s),
                       text(u"penalty"_s),
                       text(u"label"_s),
                       text(u"party"_s),
                       text(u"name"_s),
                       text(u"department"_s),
                       text(u"discipline"_s),
                       text(u"state"_s)};
        row.amountFen = takenIn(entry, month, now);
        row.points = now ? entry.value(u"points"_s).toInteger() : 0;
        if (now || row.amountFen > 0) {
            rows.append(row);
        }
    }
    return rows;
}

PenaltyLedger penaltyLedger(const QString &month, const QVector<PenaltyRow> &rows)
{
    PenaltyLedger ledger{month, rows, {}, {}, 0};
    QSet<QString> counted; // cases whose pack penalises the department by an entry of its own
    for (const PenaltyRow &row : rows) {
        if (row.party == u"department") {
            counted.insert(row.caseNo);
        }
    }
    for (const PenaltyRow &row : rows) {
        PenaltySum &party = sumOf(ledger.parties, row.party, row.name);
        party.amountFen += row.amountFen;
        party.points += row.points;
        ledger.sumFen += row.amountFen;
        const bool own = row.party == u"department";
        const QString department = own ? row.name : row.department;
        if (row.points > 0 && !department.isEmpty() && (own || !counted.contains(row.caseNo))) {
            sumOf(ledger.departments, u"department"_s, department).points += row.points;
        }
    }
    return ledger;
}

QVector<CarriedDeduction>
carriedOf(const CaseFile &caseFile, const Regulation &regulation, const QString &from)
{
    QVector<CarriedDeduction> carried;
    if (caseFile.voided || caseFile.text(u"foundedness") == u"Unfounded") {
        return carried;
    }
    const QJsonArray entries = caseFile.value(u"penalties").toArray();
    for (const auto &item : entries) {
        const QJsonObject entry = item.toObject();
        const PenaltyRule *rule = regulation.penalty(entry.value(u"penalty"_s).toString());
        if (!stands(entry) || rule == nullptr || rule->capOf.isEmpty()) {
            continue;
        }
        CarriedDeduction one{entry.value(u"name"_s).toString(),
                             entry.value(u"department"_s).toString()};
        const QJsonArray schedule = entry.value(u"schedule"_s).toArray();
        for (const auto &part : schedule) {
            const QString month = part.toObject().value(u"month"_s).toString();
            const qint64 fen = ownPart(part.toObject());
            if (month >= from && fen > 0) {
                one.ofMonth.insert(month, fen);
            }
        }
        if (!one.ofMonth.isEmpty()) {
            carried.append(one);
        }
    }
    return carried;
}

Result<QVector<CarriedDeduction>> Desk::State::carriedDeductions(const QString &from) const
{
    QVector<CarriedDeduction> carried;
    QSet<QString> numbers;
    QString month = from;
    for (int i = 0; i < kMostMonths && !month.isEmpty(); ++i, month = monthAfter(month)) {
        const auto found = reader.namesInUse(u"penalty:"_s + month, {}, kMostCases);
        if (!found) {
            return found.error();
        }
        numbers += QSet<QString>(found->cbegin(), found->cend());
    }
    for (const QString &number : std::as_const(numbers)) {
        const auto id = reader.byNumber(number);
        if (!id) {
            return id.error();
        }
        const auto caseFile = reader.caseFile(*id);
        if (!caseFile) {
            return caseFile.error();
        }
        carried += carriedOf(*caseFile, regulationOf(*caseFile), from);
    }
    return carried;
}

Result<PenaltyLedger> Desk::penalties(const QString &month) const
{
    if (!isMonth(month)) {
        return Error{u"penalty.month"_s, {{u"value"_s, month}}};
    }
    auto numbers = m_state->reader.namesInUse(u"penalty:"_s + month, {}, kMostCases);
    if (!numbers) {
        return numbers.error();
    }
    numbers->sort();
    QVector<PenaltyRow> rows;
    for (const QString &number : std::as_const(*numbers)) {
        const auto id = m_state->reader.byNumber(number);
        if (!id) {
            return id.error();
        }
        const auto caseFile = m_state->reader.caseFile(*id);
        if (!caseFile) {
            return caseFile.error();
        }
        if (!m_state->keepsOut(*caseFile)) {
            rows += penaltyRows(*caseFile, month);
        }
    }
    return penaltyLedger(month, rows);
}

Proposals Desk::proposals(const CaseFile &caseFile, const QJsonObject &input) const
{
    Proposals answer;
    const Regulation &regulation = regulationOf(caseFile);
    PenaltyQuestion question =
        readPenaltyQuestion(regulation, library().catalogue, input, answer.findings);
    if (const auto carried = m_state->carriedDeductions(question.facts.month)) {
        carryOver(question.facts, *carried, answer.findings);
    } else {
        answer.findings.append(findingOf(carried.error()));
    }
    if (refuses(answer.findings)) {
        return answer;
    }
    return proposePenalties(
        regulation, withOverdue(caseFile.fields(), caseFile, now()), question.facts);
}

CompensationSheet Desk::compensationFor(const CaseFile &caseFile, const QJsonObject &input) const
{
    CompensationSheet answer;
    const Regulation &regulation = regulationOf(caseFile);
    CompensationInput question =
        readCompensationInput(regulation, library().catalogue, input, answer.findings);
    if (refuses(answer.findings)) {
        return answer;
    }
    if (!question.fields) {
        question.fields = withOverdue(caseFile.fields(), caseFile, now());
    }
    return compensationSheet(regulation, question);
}

} // namespace huiyin
