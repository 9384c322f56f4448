// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <desk/desk.h>
#include <desk/deskstate.h>
#include <rules/clocks.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <map>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// Follow-ups of a closing (a return visit, a feedback slip) are looked for among cases closed so
/// lately; older ones are history.
constexpr int kFollowUpDays = 62;

/// Duties done, as `id:period`.
QSet<QString> doneDuties(const QMap<QString, QString> &settings)
{
    QSet<QString> done;
    const auto prefix = QLatin1StringView(config::kDuty);
    for (auto it = settings.lowerBound(prefix);
         it != settings.cend() && it.key().startsWith(prefix);
         ++it) {
        done.insert(it.key().mid(prefix.size()));
    }
    return done;
}

/// The ids of all cases the filter names.
Result<QVector<CaseId>> idsOf(const CaseReader &reader, const CaseFilter &filter)
{
    QVector<CaseId> ids;
    const auto read = eachRow(reader, filter, [&ids](const CaseRow &row) -> Result<Done> {
        ids.append(row.id);
        return Done{};
    });
    return read ? Result(ids) : Result<QVector<CaseId>>(read.error());
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

/// The figures of the past month are owed by the 10th, whatever the pack.
Task closingTask(const MonthToClose &month)
{
    const bool urgent = month.urgency != MonthToClose::Urgency::Remind;
    Task task;
    task.id = u"duty:month-close:"_s + month.month;
    task.zh = (urgent ? u"尽快结账：%1的统计数字还没有冻结"_s : u"结账：冻结%1的统计数字"_s)
                  .arg(month.month);
    task.en = (urgent ? u"Close %1 now: its figures are not frozen yet"_s
                      : u"Close %1: freeze its figures"_s)
                  .arg(month.month);
    task.since = month.since;
    task.due = month.due;
    return task;
}

Error cancelled() { return {u"store.cancelled"_s}; }

/// Which cases the tasks of this moment are looked for in, each to be folded once.
struct Looked
{
    QVector<CaseId> cases;
    QSet<CaseId> owing;   ///< open, or closed so lately that something may follow
    QSet<CaseId> counted; ///< received in the time the pack's counters look at
};

Result<Looked> lookedAt(const CaseReader &reader, const Regulation &pack, Instant now)
{
    Looked looked;
    const auto take = [&](const QVector<CaseId> &ids, QSet<CaseId> &into) {
        for (const CaseId &id : ids) {
            if (!looked.owing.contains(id) && !looked.counted.contains(id)) {
                looked.cases.append(id);
            }
            into.insert(id);
        }
    };
    const auto open = reader.openCases();
    if (!open) {
        return open.error();
    }
    take(*open, looked.owing);
    if (followsClosings(pack)) {
        CaseFilter lately;
        lately.closedFrom = now.addMs(-kFollowUpDays * kDayMs);
        const auto closed = idsOf(reader, lately);
        if (!closed) {
            return closed.error();
        }
        take(*closed, looked.owing);
    }
    if (const auto from = countedFrom(pack, now.localDay())) {
        CaseFilter received;
        received.receivedFrom = Instant::fromLocal(*from, 0);
        const auto counted = idsOf(reader, received);
        if (!counted) {
            return counted.error();
        }
        take(*counted, looked.counted);
    }
    // In the order of recording, as their events lie on the disk.
    std::sort(looked.cases.begin(), looked.cases.end());
    return looked;
}

} // namespace

Result<QVector<Task>> Desk::tasks(bool mine, const Progress &progress) const
{
    const Regulation &pack = regulation();
    const Instant now = this->now();
    const auto settings = reader().config();
    if (!settings) {
        return settings.error();
    }
    const auto looked = lookedAt(reader(), pack, now);
    if (!looked) {
        return looked.error();
    }
    // One ground for each pack that cases follow: it holds the whole roster.
    std::map<const Regulation *, Ground> grounds;
    const auto groundOf = [&](const Regulation &own) -> const Ground & {
        const auto it = grounds.find(&own);
        return it != grounds.end() ? it->second
                                   : grounds.emplace(&own, m_state->ground(own, now)).first->second;
    };
    QVector<Task> tasks = duties(groundOf(pack), m_state->inForceSince(), doneDuties(*settings));
    QVector<CountedCase> counted;
    qint64 read = 0;
    for (const CaseId &id : looked->cases) {
        const auto caseFile = reader().caseFile(id);
        if (!caseFile && isHidden(caseFile.error())) {
            continue; // what the acting person must not see owes him nothing
        }
        if (!caseFile) {
            return caseFile.error();
        }
        if (looked->owing.contains(id)) {
            const Regulation &own = regulationOf(*caseFile);
            tasks += escalations(own, *caseFile, now);
            tasks += followUps(groundOf(own), *caseFile);
            tasks += advised(own, *caseFile, now);
        }
        const auto receivedAt = caseFile->instant(u"receivedAt");
        if (receivedAt && looked->counted.contains(id)) {
            counted.append({*receivedAt, withOverdue(caseFile->fields(), *caseFile, now)});
        }
        if (progress && !progress(++read, looked->cases.size())) {
            return cancelled();
        }
    }
    tasks += counts(pack, counted, now);
    const auto month = monthToClose(reader(), now);
    if (!month) {
        return month.error();
    }
    if (*month && (*month)->urgency != MonthToClose::Urgency::NotYet) {
        tasks.append(closingTask(**month));
    }
    if (mine) {
        const Actor &me = actor();
        tasks.removeIf([&](const Task &task) { return !concerns(task, me); });
    }
    std::stable_sort(tasks.begin(), tasks.end(), comesBefore);
    return tasks;
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
    const auto holds = [&](const Actor &one) {
        return std::any_of(duty->who.cbegin(), duty->who.cend(), [&](const QString &role) {
            return one.roles.contains(role);
        });
    };
    const auto &absent = actor().deputyFor;
    if (!actor().unrestricted && !duty->who.isEmpty() && !holds(actor()) &&
        std::none_of(absent.cbegin(), absent.cend(), holds)) {
        QStringList roles;
        QStringList rolesEn;
        for (const QString &held : duty->who) {
            const RoleRule *role = regulation().role(held);
            roles.append(role == nullptr ? held : role->zh);
            rolesEn.append(role == nullptr || role->en.isEmpty() ? roles.last() : role->en);
        }
        outcome.findings.append({u"duty.role"_s,
                                 Severity::Refusal,
                                 {},
                                 {{u"duty"_s, duty->zh},
                                  {u"dutyEn"_s, duty->en.isEmpty() ? duty->zh : duty->en},
                                  {u"roles"_s, roles.join(u'、')},
                                  {u"rolesEn"_s, rolesEn.join(u", "_s)}},
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
    const auto read = eachRow(reader(), filter, [&](const CaseRow &row) -> Result<Done> {
        candidates.append({row.caseNo,
                           by == u"receivingUnit"    ? row.receivingUnit
                           : by == u"assignedDept"   ? row.assignedDept
                           : by == u"respondentDept" ? row.respondentDept
                           : by == u"category"       ? row.category
                           : by == u"kind"           ? row.kind
                           : by == u"handler"        ? row.handler
                                                     : QString()});
        return Done{};
    });
    if (!read) {
        return read.error();
    }
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
