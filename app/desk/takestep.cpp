// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <rules/clocks.h>

#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

} // namespace

QVector<StepOffer> Desk::steps(const CaseFile &caseFile) const
{
    return offeredSteps(m_state->ground(regulationOf(caseFile), now()), actor(), caseFile);
}

Result<Outcome> Desk::act(const CaseId &id,
                          const QString &action,
                          const QJsonObject &input,
                          std::optional<Instant> at)
{
    // Somebody else may write between our reading and our writing: then the decision is made once
    // more.
    for (int attempt = 0;; ++attempt) {
        const auto caseFile = m_state->reader.caseFile(id);
        if (!caseFile) {
            return caseFile.error();
        }
        const Instant now = this->now();
        Ground ground = m_state->ground(regulationOf(*caseFile), now);
        if (action == u"penalize") {
            const QString given = input.value(u"month"_s).toString();
            const auto carried = m_state->carriedDeductions(
                isMonth(given) ? given : at.value_or(now).localDay().toString().left(7));
            if (!carried) {
                return carried.error();
            }
            ground.carried = *carried;
        }
        const Decision decision = decideStep(ground, actor(), *caseFile, action, input, at);
        Outcome outcome{decision.findings, std::nullopt, decision.tasks};
        if (refuses(outcome.findings)) {
            if (!m_state->keepsOut(*caseFile)) {
                outcome.caseFile = *caseFile;
            }
            return outcome;
        }
        auto done =
            finish(std::move(outcome), decision.events, id, now, {{id, caseFile->eventCount}});
        if (done || done.error().code != u"store.case.changed" || attempt > 0) {
            return done;
        }
    }
}

Result<Outcome> Desk::undo(const CaseId &id, const QVector<EventId> &events)
{
    const auto caseFile = m_state->reader.caseFile(id);
    if (!caseFile) {
        return caseFile.error();
    }
    const Instant now = this->now();
    const Decision decision =
        decideUndo(m_state->ground(regulationOf(*caseFile), now),
                   actor(),
                   *caseFile,
                   events,
                   library().texts.sentence(u"step.undo.reason"_s, {}, Language::Chinese));
    Outcome outcome{decision.findings, *caseFile};
    if (refuses(outcome.findings)) {
        return outcome;
    }
    auto done = finish(std::move(outcome), decision.events, id, now, {{id, caseFile->eventCount}});
    if (!done && done.error().code == u"store.case.changed") {
        return Outcome{{{u"step.undo.overtaken"_s, Severity::Refusal}}, *caseFile};
    }
    return done;
}

Result<Outcome> Desk::attach(const CaseId &id, const QString &path, const QString &kind, int pages)
{
    const auto caseFile = m_state->reader.caseFile(id);
    if (!caseFile) {
        return caseFile.error();
    }
    Outcome outcome;
    if (caseFile->voided) {
        outcome.findings.append({u"step.voided"_s, Severity::Refusal});
    }
    if (m_state->keepsOut(*caseFile)) {
        outcome.findings.append({u"step.keptOut"_s,
                                 Severity::Refusal,
                                 {},
                                 {{u"person"_s, actor().name}},
                                 regulationOf(*caseFile).people.rules.value(0)});
    }
    if (pages < 0) {
        outcome.findings.append({u"attach.pages"_s, Severity::Refusal});
    }
    if (refuses(outcome.findings)) {
        return outcome;
    }
    const auto kept = m_state->log.keepFile(path);
    if (!kept) {
        return kept.error();
    }
    const Instant now = this->now();
    const QString name = kept->name.isEmpty() ? QFileInfo(path).fileName() : kept->name;
    const NewEvent attached{QLatin1StringView(event::kFileAttached),
                            id,
                            QJsonObject{{u"hash"_s, kept->hash},
                                        {u"name"_s, name},
                                        {u"size"_s, kept->size},
                                        {u"kind"_s, kind},
                                        {u"pages"_s, pages},
                                        {u"at"_s, now.utcMs()}}};
    return finish(std::move(outcome), {attached}, id, now, {});
}

QVector<StoredDraft> Desk::drafts() const
{
    // Asked in this order a draft may be told twice but never missed.
    const auto unwritten = m_state->log.unwrittenDrafts();
    const auto kept = m_state->reader.drafts(actor().id);
    QVector<StoredDraft> drafts;
    if (kept) {
        std::copy_if(kept->cbegin(),
                     kept->cend(),
                     std::back_inserter(drafts),
                     [&](const StoredDraft &draft) { return !unwritten.contains(draft.id); });
    }
    for (const auto &draft : unwritten) {
        if (draft && draft->actor == actor().id) {
            drafts.append(*draft);
        }
    }
    return drafts;
}

Result<QVector<ClockStory>> Desk::why(const CaseFile &caseFile, const QString &clockId) const
{
    QVector<ClockStory> stories;
    for (const Clock &clock : caseFile.clocks) {
        if (!clockId.isEmpty() && clock.id != clockId) {
            continue;
        }
        auto days = whyPreview(clock);
        if (!days) {
            return days.error();
        }
        stories.append({clock, *days});
    }
    if (stories.isEmpty() && !clockId.isEmpty()) {
        return Error{u"clock.unknown"_s, {{u"clock"_s, clockId}}};
    }
    return stories;
}

Result<QVector<CountedDay>> Desk::whyPreview(const Clock &clock) const
{
    if (clock.limit.isEmpty()) {
        return QVector<CountedDay>(); // a promised date: nothing was counted
    }
    const auto limit = Limit::fromJson(clock.limit);
    if (!limit) {
        return limit.error();
    }
    return explain(calendar(), clock.startedAt, *limit, hours(), pausesOf(clock));
}

} // namespace huiyin
