// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

/// One reckoning of the clocks after values changed.
class Following
{
public:
    Following(Course &course,
              const QJsonObject &before,
              const QJsonObject &after,
              const QString &reason,
              bool corrects,
              QVector<Clock> &clocks)
        : m_course(course)
        , m_ground(course.ground)
        , m_before(before)
        , m_after(after)
        , m_reason(reason)
        , m_corrects(corrects)
        , m_clocks(clocks)
    {
    }

    void follow(const ClockRule &rule)
    {
        const bool held = rule.when.holds(m_before);
        const bool holds = rule.when.holds(m_after);
        Clock *present = latest(rule.id);
        if (present != nullptr && runs(*present)) {
            if (held && !holds) {
                cancel(rule, *present);
            } else if (m_corrects || (!rule.limit && changed(rule.promisedField))) {
                recount(rule, *present);
            }
        } else if (holds && m_course.caseFile.isOpen() &&
                   (present == nullptr || present->state == ClockState::Cancelled) &&
                   (!held || (m_corrects && changed(rule.promisedField)))) {
            start(rule);
        }
    }

private:
    Clock *latest(const QString &id)
    {
        const auto it = std::find_if(
            m_clocks.rbegin(), m_clocks.rend(), [&](const Clock &clock) { return clock.id == id; });
        return it == m_clocks.rend() ? nullptr : &*it;
    }

    bool changed(const QString &field) const
    {
        return m_before.value(field) != m_after.value(field);
    }

    void record(const Clock &clock)
    {
        m_course.decision.events.append({QLatin1StringView(event::kDeadlineSet),
                                         m_course.caseFile.id,
                                         QJsonObject{{u"clock"_s, clock.toJson()},
                                                     {u"reason"_s, m_reason},
                                                     {u"at"_s, m_ground.now.utcMs()}}});
    }

    void cancel(const ClockRule &rule, Clock &clock)
    {
        clock.state = ClockState::Cancelled;
        clock.stoppedAt = m_ground.now;
        record(clock);
        m_course.warn(u"amend.clock.cancelled"_s, {}, {{u"clock"_s, rule.zh}}, rule.rules);
    }

    void recount(const ClockRule &rule, Clock &clock)
    {
        const bool byMove = rule.starts.startsWith("move:"_L1);
        // Only a correction moves a start: a second transfer does not restart the clock.
        const bool moved = m_corrects && !byMove && changed(rule.starts);
        const bool promised = !rule.limit && changed(rule.promisedField);
        if (!moved && !promised) {
            return;
        }
        const auto dueBefore = clock.due;
        const auto startedAt =
            moved ? momentOf(m_ground.hours, m_after.value(rule.starts)).value_or(clock.startedAt)
                  : clock.startedAt;
        Clock fresh = clock;
        fresh.startedAt = startedAt;
        Result<Clock> counted = fresh;
        if (promised) {
            const auto again = startClock(m_ground, rule, startedAt, m_after);
            if (!again) {
                counted = again.error();
            } else if (*again) {
                counted->due = (*again)->due;
                counted->dueDay = (*again)->dueDay;
            } else {
                counted = clock;
            }
        } else {
            counted = recounted(m_ground, fresh);
        }
        if (!counted) {
            m_course.refuse(counted.error().code, {}, counted.error().args, rule.rules);
            return;
        }
        clock = *counted;
        record(clock);
        m_course.warn(u"amend.clock.recounted"_s,
                      {},
                      {{u"clock"_s, rule.zh},
                       {u"before"_s, dueBefore ? dueBefore->toLocalText() : QString()},
                       {u"after"_s, clock.due ? clock.due->toLocalText() : QString()}},
                      rule.rules);
    }

    void start(const ClockRule &rule)
    {
        const auto startedAt = clockStart(m_ground, m_course.caseFile, rule, m_after);
        if (!startedAt) {
            return;
        }
        auto clock = startClock(m_ground, rule, *startedAt, m_after);
        if (!clock) {
            m_course.refuse(clock.error().code, {}, clock.error().args, rule.rules);
            return;
        }
        if (!*clock) {
            return;
        }
        if (const auto stop = clockStop(m_ground, m_course.caseFile, rule, m_after, *startedAt)) {
            stopClock(m_ground, **clock, *stop);
        }
        record(**clock);
        m_clocks.append(**clock);
        m_course.warn(u"amend.clock.started"_s,
                      {},
                      {{u"clock"_s, rule.zh},
                       {u"from"_s, startedAt->toLocalText()},
                       {u"after"_s, (*clock)->due ? (*clock)->due->toLocalText() : QString()}},
                      rule.rules);
    }

    Course &m_course;
    const Ground &m_ground;
    const QJsonObject &m_before;
    const QJsonObject &m_after;
    QString m_reason;
    bool m_corrects;
    QVector<Clock> &m_clocks;
};

} // namespace

std::optional<Instant> clockStart(const Ground &ground,
                                  const CaseFile &caseFile,
                                  const ClockRule &rule,
                                  const QJsonObject &fields)
{
    if (rule.starts.startsWith("move:"_L1)) {
        const QVector<const Step *> moves = movesOfSpan(caseFile);
        for (auto it = moves.crbegin(); it != moves.crend(); ++it) {
            if ((*it)->action == QStringView(rule.starts).mid(5)) {
                return (*it)->at;
            }
        }
        return std::nullopt;
    }
    const auto &spans = caseFile.spans;
    if (rule.starts == u"receivedAt" && !spans.isEmpty() && spans.last().reopened) {
        return spans.last().openedAt;
    }
    return momentOf(ground.hours, fields.value(rule.starts));
}

std::optional<Instant> clockStop(const Ground &ground,
                                 const CaseFile &caseFile,
                                 const ClockRule &rule,
                                 const QJsonObject &fields,
                                 const Instant &startedAt)
{
    auto stop = momentOf(ground.hours, fields.value(rule.stops));
    if (stop && *stop < startedAt) {
        stop.reset();
    }
    for (const Step *step : movesOfSpan(caseFile)) {
        if (rule.endedBy.contains(step->action) && step->at >= startedAt &&
            (!stop || step->at < *stop)) {
            stop = step->at;
        }
    }
    return stop;
}

void followClocks(Course &course,
                  const QJsonObject &before,
                  const QJsonObject &after,
                  const QString &reason,
                  bool corrects,
                  const QStringList &skip,
                  QVector<Clock> &clocks)
{
    Following following(course, before, after, reason, corrects, clocks);
    for (const ClockRule &rule : course.ground.regulation.clocks) {
        if (!skip.contains(rule.id)) {
            following.follow(rule);
        }
    }
}

} // namespace huiyin::steps
