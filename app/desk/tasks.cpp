// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// Follow-ups of a closing (a return visit, a feedback slip) are looked for among cases closed so
/// lately; older ones are history.
constexpr int kFollowUpDays = 62;

/// Duties done, by `id:period`.
QMap<QString, QString> doneDuties(const QMap<QString, QString> &settings)
{
    QMap<QString, QString> done;
    const auto prefix = QLatin1StringView(config::kDuty);
    for (auto it = settings.lowerBound(prefix);
         it != settings.cend() && it.key().startsWith(prefix);
         ++it) {
        done.insert(it.key().mid(prefix.size()), it.value());
    }
    return done;
}

/// The ids of all cases the filter names, in pages.
Result<QVector<CaseId>> idsOf(const CaseReader &reader, const CaseFilter &filter)
{
    QVector<CaseId> ids;
    Cursor cursor;
    do {
        const auto page = reader.page(filter, cursor, 1000);
        if (!page) {
            return page.error();
        }
        for (const CaseRow &row : page->rows) {
            ids.append(row.id);
        }
        cursor = page->next;
    } while (!cursor.isEmpty());
    return ids;
}

/// Whether a duty of the pack may arise on a case that is closed.
bool followsClosings(const Regulation &pack)
{
    return std::any_of(pack.duties.cbegin(), pack.duties.cend(), [&](const DutyRule &duty) {
        const MoveRule *after = duty.every == u"case" ? pack.move(duty.after) : nullptr;
        return after != nullptr &&
               ((after->to && isClosing(*after->to)) ||
                std::any_of(after->from.cbegin(), after->from.cend(), isClosing));
    });
}

Error cancelled() { return {u"store.cancelled"_s}; }

} // namespace

Result<QVector<Task>> Desk::tasks(bool mine, const Progress &progress) const
{
    const Regulation &pack = regulation();
    const Ground ground = m_state->ground(pack, now());
    const auto settings = reader().config();
    auto open = reader().openCases();
    if (!settings || !open) {
        return settings ? open.error() : settings.error();
    }
    QVector<CaseId> cases = *open;
    if (followsClosings(pack)) {
        CaseFilter lately;
        lately.closedFrom = now().addMs(-kFollowUpDays * kDayMs);
        const auto closed = idsOf(reader(), lately);
        if (!closed) {
            return closed.error();
        }
        const QSet<CaseId> known(cases.cbegin(), cases.cend());
        std::copy_if(closed->cbegin(),
                     closed->cend(),
                     std::back_inserter(cases),
                     [&](const CaseId &id) { return !known.contains(id); });
    }
    const QStringList done = doneDuties(*settings).keys();
    QVector<Task> tasks =
        duties(ground, m_state->inForceSince(), QSet<QString>(done.cbegin(), done.cend()));
    qint64 read = 0;
    for (const CaseId &id : std::as_const(cases)) {
        const auto caseFile = reader().caseFile(id);
        if (!caseFile && caseFile.error().code == u"case.hidden") {
            continue; // a case against the acting person owes him nothing
        }
        if (!caseFile) {
            return caseFile.error();
        }
        const Regulation &own = regulationOf(*caseFile);
        tasks += escalations(own, *caseFile, now());
        tasks += followUps(m_state->ground(own, now()), *caseFile);
        tasks += advised(own, *caseFile);
        if (progress && !progress(++read, cases.size())) {
            return cancelled();
        }
    }
    const auto counted = countedCases();
    if (!counted) {
        return counted.error();
    }
    tasks += counts(pack, *counted, now());
    if (mine) {
        const Actor &me = actor();
        tasks.removeIf([&](const Task &task) { return !concerns(task, me); });
    }
    std::stable_sort(tasks.begin(), tasks.end(), [](const Task &a, const Task &b) {
        return a.due.value_or(a.since) < b.due.value_or(b.since);
    });
    return tasks;
}

Result<QVector<CountedCase>> Desk::countedCases() const
{
    QVector<CountedCase> cases;
    const auto from = countedFrom(regulation(), now().localDay());
    if (!from) {
        return cases;
    }
    CaseFilter filter;
    filter.receivedFrom = Instant::fromLocal(*from, 0);
    const auto ids = idsOf(reader(), filter);
    if (!ids) {
        return ids.error();
    }
    for (const CaseId &id : *ids) {
        const auto caseFile = reader().caseFile(id);
        if (!caseFile) {
            return caseFile.error();
        }
        if (const auto receivedAt = caseFile->instant(u"receivedAt")) {
            cases.append({*receivedAt, caseFile->fields()});
        }
    }
    return cases;
}

Result<Outcome> Desk::finishDuty(const QString &id, const QString &period, const QString &note)
{
    Outcome outcome;
    const auto &rules = regulation().duties;
    const auto duty = std::find_if(rules.cbegin(), rules.cend(), [&](const DutyRule &rule) {
        return rule.id == id && rule.every != u"case";
    });
    if (duty == rules.cend()) {
        QStringList known;
        for (const DutyRule &rule : rules) {
            if (rule.every != u"case") {
                known.append(rule.id);
            }
        }
        outcome.findings.append({u"duty.unknown"_s,
                                 Severity::Refusal,
                                 {},
                                 {{u"duty"_s, id}, {u"known"_s, known.join(u' ')}}});
        return outcome;
    }
    // Only a period that has begun can be done; its name is compared, so no other spelling slips
    // in.
    bool begun = false;
    const Day today = now().localDay();
    for (DutyPeriod one = dutyPeriod(duty->every, std::min(m_state->inForceSince(), today));
         one.from <= today && !begun;
         one = dutyPeriod(duty->every, one.to.addDays(1))) {
        begun = one.id == period;
    }
    if (!begun) {
        outcome.findings.append({u"duty.period"_s,
                                 Severity::Refusal,
                                 {},
                                 {{u"duty"_s, duty->zh},
                                  {u"period"_s, period},
                                  {u"present"_s, dutyPeriod(duty->every, today).id}},
                                 duty->rules.value(0)});
        return outcome;
    }
    const bool mayDo = actor().unrestricted || duty->who.isEmpty() ||
                       std::any_of(duty->who.cbegin(), duty->who.cend(), [&](const QString &role) {
                           return actor().roles.contains(role);
                       });
    if (!mayDo) {
        outcome.findings.append({u"duty.role"_s,
                                 Severity::Refusal,
                                 {},
                                 {{u"duty"_s, duty->zh}, {u"roles"_s, duty->who.join(u'、')}},
                                 duty->rules.value(0)});
        return outcome;
    }
    const QJsonObject value{
        {u"by"_s, actor().id}, {u"at"_s, now().utcMs()}, {u"note"_s, note.trimmed()}};
    const QJsonObject body{
        {u"name"_s, QLatin1StringView(config::kDuty) + id + u':' + period},
        {u"value"_s, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact))}};
    const auto recorded =
        m_state->append({{QLatin1StringView(event::kConfigPublished), std::nullopt, body}}, now());
    if (!recorded) {
        return recorded.error();
    }
    return outcome;
}

Result<QVector<SampleCandidate>> Desk::drawCases(
    Day from, Day to, const SamplePlan &plan, const QString &by, const QString &seed) const
{
    CaseFilter filter;
    filter.closedFrom = Instant::fromLocal(from, 0);
    filter.closedBefore = Instant::fromLocal(to, kDayMs);
    filter.closedAs = Stage::Closed;
    QVector<SampleCandidate> candidates;
    Cursor cursor;
    do {
        const auto page = reader().page(filter, cursor, 1000);
        if (!page) {
            return page.error();
        }
        for (const CaseRow &row : page->rows) {
            candidates.append({row.caseNo,
                               by == u"receivingUnit"    ? row.receivingUnit
                               : by == u"assignedDept"   ? row.assignedDept
                               : by == u"respondentDept" ? row.respondentDept
                               : by == u"category"       ? row.category
                               : by == u"kind"           ? row.kind
                               : by == u"handler"        ? row.handler
                                                         : QString()});
        }
        cursor = page->next;
    } while (!cursor.isEmpty());
    return drawSample(candidates, plan, seed);
}

Result<TrialReport>
Desk::tryRegulation(const Regulation &pack, Day from, Day to, const Progress &progress) const
{
    TrialReport report{pack.id, pack.version, from, to};
    CaseFilter filter;
    filter.closedFrom = Instant::fromLocal(from, 0);
    filter.closedBefore = Instant::fromLocal(to, kDayMs);
    const auto ids = idsOf(reader(), filter);
    if (!ids) {
        return ids.error();
    }
    const auto add = [](TrialSum &sum, const Trial &trial) {
        sum.onTime += trial.onTime.value_or(false) ? 1 : 0;
        sum.late += trial.onTime && !*trial.onTime ? 1 : 0;
        sum.withoutClock += trial.onTime ? 0 : 1;
        sum.clocks += trial.clocks;
        sum.lateClocks += trial.lateClocks;
        sum.told += trial.told;
    };
    for (const CaseId &id : *ids) {
        const auto caseFile = reader().caseFile(id);
        if (!caseFile) {
            return caseFile.error();
        }
        const auto present = replay(m_state->ground(regulationOf(*caseFile), now()), *caseFile);
        const auto tried = replay(m_state->ground(pack, now()), *caseFile);
        if (!present || !tried) {
            return present ? tried.error() : present.error();
        }
        ++report.cases;
        add(report.present, *present);
        add(report.tried, *tried);
        if (present->onTime != tried->onTime) {
            report.changed.append(
                {caseFile->caseNo, present->onTime, tried->onTime, present->due, tried->due});
        }
        if (progress && !progress(report.cases, ids->size())) {
            return cancelled();
        }
    }
    return report;
}

} // namespace huiyin
