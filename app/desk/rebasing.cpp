// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <rules/fieldinput.h>
#include <rules/overlay.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

Error cancelled() { return {u"store.cancelled"_s}; }

bool isUnder(const CaseFile &caseFile, const Regulation &pack)
{
    return caseFile.regulationId == pack.id && caseFile.regulationVersion == pack.version &&
           caseFile.overlays == pack.overlays;
}

} // namespace

Result<Regulation> Desk::regulationNamed(const QString &id, const QStringList &with) const
{
    return packNamed(regulations(), id, with);
}

Result<MovePlan> Desk::planMove(const QString &regulation,
                                const QStringList &with,
                                const QVector<CaseId> &only,
                                const Progress &progress) const
{
    const auto pack = regulationNamed(regulation, with);
    if (!pack) {
        return pack.error();
    }
    const auto running = only.isEmpty() ? reader().openCases() : Result(only);
    if (!running) {
        return running.error();
    }
    MovePlan plan{{pack->id, pack->version}, pack->overlays, {}};
    qint64 read = 0;
    for (const CaseId &id : *running) {
        if (progress && !progress(read++, running->size())) {
            return cancelled();
        }
        const auto caseFile = reader().caseFile(id);
        if (!caseFile && isHidden(caseFile.error())) {
            continue;
        }
        if (!caseFile) {
            return caseFile.error();
        }
        if (only.isEmpty() && (!caseFile->isOpen() || isUnder(*caseFile, *pack))) {
            continue;
        }
        const Rebasing going = decideRebase(
            m_state->ground(*pack, now()), actor(), regulationOf(*caseFile), *caseFile, {});
        plan.rows.append({id,
                          caseFile->caseNo,
                          caseFile->stage,
                          {caseFile->regulationId, caseFile->regulationVersion},
                          caseFile->overlays,
                          going.decision.findings,
                          going.clocks});
    }
    return plan;
}

Result<Outcome>
Desk::moveCases(const MovePlan &plan, const QString &reason, const Progress &progress)
{
    Outcome outcome;
    m_state->askRight(outcome.findings);
    const QString why = normalizedText(reason, true);
    if (why.isEmpty()) {
        outcome.findings.append({u"rebase.reason"_s, Severity::Refusal});
    }
    if (std::none_of(
            plan.rows.cbegin(), plan.rows.cend(), [](const MoveRow &row) { return row.goes(); })) {
        outcome.findings.append({u"rebase.nothing"_s, Severity::Refusal});
    }
    if (refuses(outcome.findings)) {
        return outcome;
    }
    const auto key = packKey(plan.to.id, plan.to.version);
    QStringList with;
    for (const PackVersion &overlay : plan.overlays) {
        with.append(packKey(overlay.id, overlay.version));
    }
    const Regulation &pack = m_state->overlaidBy(key, with);
    const Instant now = this->now();
    const Ground ground = m_state->ground(pack, now);
    QVector<NewEvent> events;
    QHash<CaseId, int> expected;
    for (const MoveRow &row : plan.rows) {
        if (!row.goes()) {
            continue;
        }
        const auto caseFile = reader().caseFile(row.caseId);
        if (!caseFile) {
            return caseFile.error();
        }
        const Rebasing going =
            decideRebase(ground, actor(), regulationOf(*caseFile), *caseFile, why);
        if (refuses(going.decision.findings)) {
            // Closed or moved since the list was shown: it stays as it is, and is named.
            outcome.findings.append(
                {u"rebase.stays"_s, Severity::Warning, {}, {{u"case"_s, row.caseNo}}});
            continue;
        }
        events += going.decision.events;
        expected.insert(row.caseId, caseFile->eventCount);
    }
    const auto recorded = m_state->append(events, now, expected, progress);
    if (!recorded) {
        return recorded.error();
    }
    outcome.recorded = recorded->ids;
    m_state->guard();
    emit registerChanged();
    return outcome;
}

} // namespace huiyin
