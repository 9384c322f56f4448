// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/decide.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

Findings undoObstacles(const Ground &ground,
                       const Actor &actor,
                       const CaseFile &caseFile,
                       const QVector<EventId> &events)
{
    const auto refusal = [](const QString &code) { return Findings{{code, Severity::Refusal}}; };
    if (caseFile.voided) {
        return refusal(u"step.voided"_s);
    }
    if (events.isEmpty() || caseFile.steps.size() < events.size()) {
        return refusal(u"step.undo.nothing"_s);
    }
    const auto last = caseFile.steps.last(events.size());
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (last.at(i).event != events.at(i)) {
            return refusal(u"step.undo.overtaken"_s);
        }
        if (!event::isUndoable(last.at(i).kind)) {
            return refusal(u"step.undo.nothing"_s);
        }
        if (last.at(i).actor != actor.id) {
            return refusal(u"step.undo.other"_s);
        }
    }
    if (ground.now - last.first().recordedAt > kUndoMs) {
        return refusal(u"step.undo.late"_s);
    }
    return {};
}

} // namespace

Decision decideUndo(const Ground &ground,
                    const Actor &actor,
                    const CaseFile &caseFile,
                    const QVector<EventId> &events,
                    const QString &reason)
{
    Decision decision;
    decision.findings = undoObstacles(ground, actor, caseFile, events);
    if (!decision.findings.isEmpty()) {
        return decision;
    }
    QJsonArray ids;
    for (const EventId &id : events) {
        ids.append(QString::fromLatin1(id.toHex()));
    }
    decision.events.append({QLatin1StringView(event::kStepUndone),
                            caseFile.id,
                            QJsonObject{{u"events"_s, ids},
                                        {u"reason"_s, reason},
                                        {u"at"_s, ground.now.utcMs()},
                                        {u"recordedAt"_s, ground.now.utcMs()}}});
    return decision;
}

} // namespace huiyin
