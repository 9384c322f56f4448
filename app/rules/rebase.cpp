// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/rebase.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// One case going over.
class Going
{
public:
    Going(steps::Course &course, const QString &reason, QVector<ClockChange> &changes)
        : m_course(course)
        , m_reason(reason)
        , m_fields(course.caseFile.fields())
        , m_changes(changes)
    {
    }

    void run()
    {
        for (const Clock &clock : m_course.caseFile.clocks) {
            if (runs(clock)) {
                carry(clock);
            }
        }
        for (const ClockRule &rule : m_course.ground.regulation.clocks) {
            begin(rule);
        }
    }

private:
    void tell(const ClockRule *rule,
              const Clock &clock,
              ClockChange::What what,
              const std::optional<Instant> &before,
              const std::optional<Instant> &after)
    {
        m_changes.append({clock.id,
                          rule == nullptr ? clock.label : rule->zh,
                          rule == nullptr ? clock.label : rule->en,
                          what,
                          before,
                          after});
    }

    void record(const Clock &clock)
    {
        m_course.decision.events.append({QLatin1StringView(event::kDeadlineSet),
                                         m_course.caseFile.id,
                                         QJsonObject{{u"clock"_s, clock.toJson()},
                                                     {u"reason"_s, m_reason},
                                                     {u"at"_s, m_course.ground.now.utcMs()}}});
    }

    void carry(const Clock &clock)
    {
        const Ground &ground = m_course.ground;
        const ClockRule *rule = ground.regulation.clock(clock.id);
        const auto fresh = rule != nullptr && rule->when.holds(m_fields)
                               ? startClock(ground, *rule, clock.startedAt, m_fields)
                               : Result<std::optional<Clock>>(std::optional<Clock>());
        if (!fresh) {
            m_course.refuse(fresh.error().code, {}, fresh.error().args);
            return;
        }
        if (!*fresh) {
            Clock gone = clock;
            gone.state = ClockState::Cancelled;
            gone.stoppedAt = ground.now;
            record(gone);
            tell(rule, clock, ClockChange::What::Cancelled, clock.due, std::nullopt);
            return;
        }
        Clock next = **fresh;
        next.pauses = clock.pauses;
        next.extensions = clock.extensions;
        next.state = clock.state;
        const auto counted = recounted(ground, next);
        if (!counted) {
            m_course.refuse(counted.error().code, {}, counted.error().args);
            return;
        }
        next = *counted;
        // What was granted to the customer is not taken back by a change of rules.
        if (!clock.extensions.isEmpty() && clock.due && next.due && *next.due < *clock.due) {
            next.limit = clock.limit;
            next.due = clock.due;
            next.dueDay = clock.dueDay;
            next.provisional = clock.provisional;
        }
        const bool same = next.due == clock.due && next.limit == clock.limit &&
                          next.owner == clock.owner && next.stops == clock.stops &&
                          next.rules == clock.rules;
        if (!same) {
            record(next);
        }
        tell(rule,
             next,
             next.due == clock.due ? ClockChange::What::Kept : ClockChange::What::Recounted,
             clock.due,
             next.due);
    }

    void begin(const ClockRule &rule)
    {
        const Ground &ground = m_course.ground;
        const Clock *known = m_course.caseFile.clock(rule.id);
        const auto startedAt = steps::clockStart(ground, m_course.caseFile, rule, m_fields);
        if ((known != nullptr && known->state != ClockState::Cancelled) || !startedAt ||
            !rule.when.holds(m_fields)) {
            return;
        }
        // What its stop says is over was never owed under this pack.
        if (steps::clockStop(ground, m_course.caseFile, rule, m_fields, *startedAt)) {
            return;
        }
        const auto clock = startClock(ground, rule, *startedAt, m_fields);
        if (!clock) {
            m_course.refuse(clock.error().code, {}, clock.error().args, rule.rules);
        } else if (*clock) {
            record(**clock);
            tell(&rule, **clock, ClockChange::What::Started, std::nullopt, (*clock)->due);
        }
    }

    steps::Course &m_course;
    QString m_reason;
    QJsonObject m_fields;
    QVector<ClockChange> &m_changes;
};

bool isSame(const Regulation &a, const Regulation &b)
{
    return a.id == b.id && a.version == b.version && a.overlays == b.overlays;
}

void checkStage(steps::Course &course)
{
    const Regulation &target = course.ground.regulation;
    const Stage stage = course.caseFile.stage;
    const bool leads =
        std::any_of(target.moves.cbegin(), target.moves.cend(), [&](const MoveRule &move) {
            return move.from.contains(stage) && move.to && *move.to != stage;
        });
    if (!leads) { // a stage the pack has not leads nowhere either
        course.refuse(u"rebase.stage"_s,
                      {},
                      {{u"stage"_s, stageId(stage)},
                       {u"regulation"_s, target.zh},
                       {u"regulationEn"_s, target.en}});
    }
}

} // namespace

QString clockChangeId(ClockChange::What what)
{
    static const QStringList words{u"kept"_s, u"recounted"_s, u"cancelled"_s, u"started"_s};
    return words.at(static_cast<int>(what));
}

Rebasing decideRebase(const Ground &ground,
                      const Actor &actor,
                      const Regulation &present,
                      const CaseFile &caseFile,
                      const QString &reason)
{
    Rebasing going;
    steps::Course course{ground, actor, caseFile, {}, ground.now};
    if (!caseFile.isOpen()) {
        course.refuse(u"rebase.closed"_s);
    } else if (isSame(ground.regulation, present)) {
        course.refuse(
            u"rebase.same"_s, {}, {{u"regulation"_s, present.zh}, {u"regulationEn"_s, present.en}});
    } else {
        checkStage(course);
    }
    if (keptOut(ground, actor, caseFile)) {
        course.refuse(u"step.keptOut"_s,
                      {},
                      {{u"person"_s, actor.name.isEmpty() ? actor.id : actor.name}},
                      ground.regulation.people.rules);
    }
    if (!refuses(course.decision.findings)) {
        const PackVersion to{ground.regulation.id, ground.regulation.version};
        course.decision.events.append(
            {QLatin1StringView(event::kRegulationMoved),
             caseFile.id,
             QJsonObject{{u"regulation"_s, regulationJson(to, ground.regulation.overlays)},
                         {u"from"_s,
                          regulationJson({caseFile.regulationId, caseFile.regulationVersion},
                                         caseFile.overlays)},
                         {u"reason"_s, reason},
                         {u"at"_s, ground.now.utcMs()},
                         {u"recordedAt"_s, ground.now.utcMs()}}});
        Going(course, reason, going.clocks).run();
    }
    if (refuses(course.decision.findings)) {
        course.decision.events.clear();
    }
    going.decision = std::move(course.decision);
    return going;
}

} // namespace huiyin
