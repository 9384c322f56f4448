// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <rules/clocks.h>
#include <rules/fieldinput.h>
#include <rules/steps.h>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// What the draft holds as stored values: fields, and raw texts that can be read after all.
FieldsReading fieldsOf(const FieldCatalogue &catalogue, const ComplaintDraft &draft)
{
    FieldsReading reading = readFields(catalogue, draft.fields);
    for (auto it = draft.raw.constBegin(); it != draft.raw.constEnd(); ++it) {
        const FieldDef *field = fieldOfName(catalogue, it.key());
        if (field == nullptr) {
            reading.findings.append(
                {u"input.unknownField"_s, Severity::Refusal, it.key(), {{u"name"_s, it.key()}}});
            continue;
        }
        const ValueReading value = readValue(catalogue, *field, it.value());
        reading.findings += value.findings;
        if (!value.value.isUndefined()) {
            reading.fields.insert(field->id, value.value);
        }
    }
    for (const auto &field : {u"status"_s, u"complaintNo"_s, u"dueAt"_s}) {
        if (hasValue(reading.fields, field)) {
            reading.findings.append(
                {u"step.readOnly"_s, Severity::Refusal, field, fieldArgs(catalogue, field)});
        }
        reading.fields.remove(field);
    }
    if (!hasValue(reading.fields, u"receivedAt"_s) && draft.startedAt) {
        reading.fields.insert(u"receivedAt"_s, draft.startedAt->utcMs());
    }
    return reading;
}

/// The pack's step that ends such a case well from the start.
const MoveRule *closingMove(const Regulation &regulation, const QJsonObject &fields)
{
    for (const MoveRule &move : regulation.moves) {
        if (move.to == Stage::Closed && move.from.contains(Stage::New) && move.when.holds(fields)) {
            return &move;
        }
    }
    return nullptr;
}

/// The step that answers the complainant, where closing does not do that too.
const MoveRule *
replyMove(const Regulation &regulation, const MoveRule &closing, const QJsonObject &fields)
{
    for (const MoveRule &move : regulation.moves) {
        if (closing.stamps != u"replyAt" && move.stamps == u"replyAt" && move.to != Stage::Closed &&
            move.when.holds(fields)) {
            return &move;
        }
    }
    return nullptr;
}

/// Settling on the spot asks what answering and closing ask, by the same roles.
void checkSettling(const Ground &ground,
                   const Actor &actor,
                   const QJsonObject &fields,
                   Findings &findings)
{
    const MoveRule *closing = closingMove(ground.regulation, fields);
    if (closing == nullptr) {
        findings.append({u"settle.noClosing"_s,
                         Severity::Refusal,
                         {},
                         {{u"regulation"_s, ground.regulation.zh}}});
        return;
    }
    if (const MoveRule *reply = replyMove(ground.regulation, *closing, fields)) {
        findings += steps::obstacles(ground, actor, *reply, fields);
    }
    findings += steps::obstacles(ground, actor, *closing, fields);
}

} // namespace

Findings Desk::check(const ComplaintDraft &draft) const
{
    const FieldsReading reading = fieldsOf(library().catalogue, draft);
    const Instant now = this->now();
    Ground ground = m_state->ground(regulation(), now);
    ground.earlier = m_state->earlierOf(reading.fields);
    const Decision decision = decideRecord(
        ground, actor(), CaseId::make(now, QByteArray(10, '\0')), reading.fields, draft.sheet);
    return reading.findings + decision.findings;
}

QVector<Clock> Desk::preview(const ComplaintDraft &draft) const
{
    const FieldsReading reading = fieldsOf(library().catalogue, draft);
    return previewClocks(m_state->ground(regulation(), now()), reading.fields);
}

Result<Outcome> Desk::record(const ComplaintDraft &draft)
{
    const Instant now = this->now();
    const FieldsReading reading = fieldsOf(library().catalogue, draft);
    const CaseId id = m_state->newCaseId(now);
    Ground ground = m_state->ground(regulation(), now);
    ground.earlier = m_state->earlierOf(reading.fields);
    const Decision decision = decideRecord(ground, actor(), id, reading.fields, draft.sheet);
    Outcome outcome{reading.findings + decision.findings, std::nullopt, {}};
    if (refuses(outcome.findings)) {
        return outcome;
    }
    return finish(std::move(outcome), decision.events, id, now, {});
}

Result<Outcome> Desk::recordAndClose(const ComplaintDraft &draft, const QJsonObject &reply)
{
    const Instant now = this->now();
    Ground ground = m_state->ground(regulation(), now);
    FieldsReading reading = fieldsOf(library().catalogue, draft);
    const FieldsReading answer = readFields(library().catalogue, reply);
    reading.findings += answer.findings;
    for (auto it = answer.fields.constBegin(); it != answer.fields.constEnd(); ++it) {
        reading.fields.insert(it.key(), it.value());
    }
    for (const auto &field : {u"replyAt"_s, u"closedAt"_s}) {
        if (!hasValue(reading.fields, field)) {
            reading.fields.insert(field, now.utcMs());
        }
    }
    ground.earlier = m_state->earlierOf(reading.fields);
    checkSettling(ground, actor(), reading.fields, reading.findings);
    const CaseId id = m_state->newCaseId(now);
    const Decision decision =
        decideRecord(ground, actor(), id, reading.fields, draft.sheet, {{}, Stage::Closed});
    Outcome outcome{reading.findings + decision.findings, std::nullopt, {}};
    if (refuses(outcome.findings)) {
        return outcome;
    }
    return finish(std::move(outcome), decision.events, id, now, {});
}

Result<Outcome> Desk::finish(Outcome outcome,
                             const QVector<NewEvent> &events,
                             const CaseId &id,
                             Instant now,
                             const QHash<CaseId, int> &expected)
{
    const auto recorded = m_state->append(events, now, expected);
    if (!recorded) {
        return recorded.error();
    }
    if (recorded->caseFile && recorded->caseFile->id == id) {
        outcome.caseFile = recorded->caseFile;
    } else {
        auto caseFile = m_state->reader.caseFile(id);
        if (!caseFile) {
            return caseFile.error();
        }
        outcome.caseFile = std::move(*caseFile);
    }
    outcome.recorded = recorded->ids;
    if (outcome.tasks.isEmpty()) {
        outcome.tasks = steps::tasksAfter(m_state->ground(regulationOf(*outcome.caseFile), now),
                                          outcome.caseFile->clocks,
                                          u"record"_s,
                                          now,
                                          outcome.caseFile->fields());
    }
    emit caseChanged(id);
    return outcome;
}

} // namespace huiyin
