// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/casehistory.h>
#include <domain/remnant.h>

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Fact = CaseHistory::Fact;

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &item : array) {
        list.append(item.toString());
    }
    return list;
}

/// Folds one case; a method per event kind. Facts come sorted by (hlc, id).
class Folding
{
public:
    explicit Folding(const QVector<Fact> &facts)
        : m_facts(facts)
    {
    }

    CaseFile run(const Fact &opening)
    {
        m_case = CaseFile{.id = *opening.event.caseId};
        if (const Fact *erasure = erasureAmong()) {
            return remnant(*erasure);
        }
        collectUndone();
        collectHeads();
        for (const Fact &fact : m_facts) {
            apply(fact, &fact == &opening);
            m_case.lastHlc = std::max(m_case.lastHlc, fact.event.hlc);
            ++m_case.eventCount;
        }
        settleSpans();
        return std::move(m_case);
    }

    /// Goes on from `before` with facts that follow all of its own; see onlyRecounts().
    CaseFile layOn(const CaseFile &before, const QVector<Fact> &facts)
    {
        m_case = before;
        for (const Fact &fact : facts) {
            setDeadline(fact);
            m_case.lastHlc = std::max(m_case.lastHlc, fact.event.hlc);
            ++m_case.eventCount;
        }
        settleSpans();
        return std::move(m_case);
    }

private:
    const Fact *erasureAmong() const
    {
        const auto it = std::find_if(m_facts.cbegin(), m_facts.cend(), [](const Fact &fact) {
            return fact.event.kind == QLatin1StringView(event::kBodyErased);
        });
        return it == m_facts.cend() ? nullptr : &*it;
    }

    // Contents that are to be destroyed count for nothing, whether they still lie here or not: so
    // every office comes to the same.
    CaseFile remnant(const Fact &erasure)
    {
        takeRemnant(m_case, erasure.body.value("keeps"_L1).toObject(), erasure.event);
        for (const Fact &fact : m_facts) {
            m_case.lastHlc = std::max(m_case.lastHlc, fact.event.hlc);
            ++m_case.eventCount;
            if (&fact == &erasure) {
                step(fact, u"erase"_s);
                continue;
            }
            Step line;
            line.event = fact.event.id;
            line.kind = fact.event.kind;
            line.action = u"erased"_s;
            line.actor = fact.event.actor;
            line.at = line.recordedAt = instantOf(fact.event.hlc);
            m_case.steps.append(line);
        }
        return std::move(m_case);
    }

    // Only who took a step takes it back; whoever else says so is not heard.
    void collectUndone()
    {
        for (const Fact &fact : m_facts) {
            if (fact.event.kind != QLatin1StringView(event::kStepUndone)) {
                continue;
            }
            const QStringList targets = strings(fact.body.value("events"_L1));
            for (const Fact &target : m_facts) {
                const QString id = QString::fromLatin1(target.event.id.toHex());
                if (targets.contains(id) && event::isUndoable(target.event.kind) &&
                    target.event.actor == fact.event.actor) {
                    m_undone.insert(id, fact.body.value("reason"_L1).toString());
                }
            }
        }
    }

    [[nodiscard]] bool isUndone(const Fact &fact) const
    {
        return !m_undone.isEmpty() && m_undone.contains(QString::fromLatin1(fact.event.id.toHex()));
    }

    // A field's values are the setters that no other event of the set names as replaced.
    void collectHeads()
    {
        QHash<QString, QSet<QString>> replaced;
        for (const Fact &fact : m_facts) {
            const QJsonObject replaces = fact.body.value("replaces"_L1).toObject();
            if (replaces.isEmpty() || isUndone(fact)) {
                continue;
            }
            for (auto it = replaces.constBegin(); it != replaces.constEnd(); ++it) {
                for (const QString &id : strings(it.value())) {
                    replaced[it.key()].insert(id);
                }
            }
        }
        for (const Fact &fact : m_facts) {
            if (isUndone(fact)) {
                continue;
            }
            const QJsonObject fields = fact.body.value("fields"_L1).toObject();
            if (fields.isEmpty()) {
                continue;
            }
            const QString id = QString::fromLatin1(fact.event.id.toHex());
            for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
                if (replaced.isEmpty() || !replaced.value(it.key()).contains(id)) {
                    m_case.heads[it.key()].append(
                        {it.value(), fact.event.id, fact.event.hlc, fact.event.actor});
                }
            }
        }
    }

    void apply(const Fact &fact, bool isOpening)
    {
        const QString &kind = fact.event.kind;
        if (isUndone(fact)) {
            showUndone(fact);
            return;
        }
        if (kind == QLatin1StringView(event::kCaseOpened)) {
            if (isOpening) {
                open(fact);
            }
        } else if (kind == QLatin1StringView(event::kCaseMoved)) {
            move(fact);
        } else if (kind == QLatin1StringView(event::kFieldSet)) {
            amend(fact);
        } else if (kind == QLatin1StringView(event::kDeadlineSet)) {
            setDeadline(fact);
        } else if (kind == QLatin1StringView(event::kDeadlineExtended)) {
            extend(fact);
        } else if (kind == QLatin1StringView(event::kDeadlinePaused)) {
            pause(fact);
        } else if (kind == QLatin1StringView(event::kDeadlineResumed)) {
            resume(fact);
        } else if (kind == QLatin1StringView(event::kNoteAdded)) {
            step(fact, u"note"_s).text = fact.body.value("text"_L1).toString();
        } else if (kind == QLatin1StringView(event::kFileAttached)) {
            attach(fact);
        } else if (kind == QLatin1StringView(event::kItemStruck)) {
            strike(fact);
        } else if (kind == QLatin1StringView(event::kCaseVoided)) {
            m_case.voided = true;
            step(fact, u"void"_s);
        } else if (kind == QLatin1StringView(event::kStepUndone)) {
            step(fact, u"undo"_s);
        } else if (kind == QLatin1StringView(event::kRegulationMoved)) {
            const auto pack = [this] {
                return packText({m_case.regulationId, m_case.regulationVersion}, m_case.overlays);
            };
            const QString before = pack();
            takeRegulation(m_case, fact.body.value("regulation"_L1).toObject());
            step(fact, u"moveRegulation"_s).text = before + u" → "_s + pack();
        } else {
            ++m_case.unknownEvents;
        }
        if (fact.body.contains("missing"_L1)) {
            m_case.missing = strings(fact.body.value("missing"_L1));
        }
    }

    Step &step(const Fact &fact, const QString &action)
    {
        Step step;
        step.event = fact.event.id;
        step.kind = fact.event.kind;
        step.action = action;
        step.actor = fact.event.actor;
        const QJsonValue recorded = fact.body.value("recordedAt"_L1);
        step.recordedAt = recorded.isDouble() ? Instant::fromUtcMs(recorded.toInteger())
                                              : instantOf(fact.event.hlc);
        const QJsonValue at = fact.body.value("at"_L1);
        step.at = at.isDouble() ? Instant::fromUtcMs(at.toInteger()) : step.recordedAt;
        step.reason = fact.body.value("reason"_L1).toString();
        step.rules = strings(fact.body.value("rules"_L1));
        step.fields = fact.body.value("fields"_L1).toObject();
        const QJsonObject actingFor = fact.body.value("actingFor"_L1).toObject();
        step.actingFor = actingFor.value("id"_L1).toString();
        step.actingForName = actingFor.value("name"_L1).toString();
        m_case.steps.append(step);
        return m_case.steps.last();
    }

    void open(const Fact &fact)
    {
        const QJsonObject &body = fact.body;
        m_case.caseNo = body.value("caseNo"_L1).toString();
        m_case.originalNo = body.value("originalNo"_L1).toString();
        m_case.office = body.value("office"_L1).toString();
        takeRegulation(m_case, body.value("regulation"_L1).toObject());
        m_case.sheet = body.value("sheet"_L1).toString();
        m_case.batch = body.value("batch"_L1).toString();
        m_case.stage = stageOf(body.value("stage"_L1).toString()).value_or(Stage::New);
        startClocks(body.value("clocks"_L1).toArray());
        Step &line = step(fact, u"record"_s);
        line.to = m_case.stage;
        const Instant openedAt = m_case.instant(u"receivedAt").value_or(line.at);
        m_case.spans.append({.openedAt = openedAt});
        if (isClosing(m_case.stage)) {
            close(m_case.stage, closingTime(body, line.at));
        }
    }

    // A step taken back stands in the timeline, struck out, and moves nothing.
    void showUndone(const Fact &fact)
    {
        static const QHash<QString, QString> actions = {
            {QLatin1StringView(event::kFieldSet), u"amend"_s},
            {QLatin1StringView(event::kDeadlineSet), u"recount"_s},
            {QLatin1StringView(event::kDeadlineExtended), u"extend"_s},
            {QLatin1StringView(event::kDeadlinePaused), u"pause"_s},
            {QLatin1StringView(event::kDeadlineResumed), u"resume"_s},
            {QLatin1StringView(event::kNoteAdded), u"note"_s}};
        Step &line =
            step(fact, actions.value(fact.event.kind, fact.body.value("action"_L1).toString()));
        line.text = fact.body.value("text"_L1).toString();
        line.struck = true;
        line.struckReason = m_undone.value(QString::fromLatin1(fact.event.id.toHex()));
    }

    static Instant closingTime(const QJsonObject &body, Instant otherwise)
    {
        const QJsonValue closedAt = body.value("fields"_L1).toObject().value("closedAt"_L1);
        return closedAt.isDouble() ? Instant::fromUtcMs(closedAt.toInteger()) : otherwise;
    }

    void move(const Fact &fact)
    {
        const QJsonObject &body = fact.body;
        const Stage from = m_case.stage;
        const Stage to = stageOf(body.value("to"_L1).toString()).value_or(from);
        Step &line = step(fact, body.value("action"_L1).toString());
        line.from = from;
        line.to = to;
        line.text = body.value("text"_L1).toString();
        const Instant at = line.at;
        const QJsonArray stopped = body.value("stopped"_L1).toArray();
        for (const auto &item : stopped) {
            const QJsonObject stop = item.toObject();
            const auto count = [&stop](QLatin1StringView key) {
                const QJsonValue value = stop.value(key);
                return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
            };
            if (Clock *clock = running(stop.value("clock"_L1).toString())) {
                stopClock(*clock,
                          Instant::fromUtcMs(stop.value("at"_L1).toInteger()),
                          count("workedMin"_L1));
                clock->workdays = count("workdays"_L1);
            }
        }
        const bool wasOpen = !isClosing(from);
        if (wasOpen && isClosing(to)) {
            close(to, closingTime(body, at));
        } else if (!wasOpen && !isClosing(to)) {
            m_case.spans.append({.openedAt = at, .reopened = true});
        }
        m_case.stage = to;
        startClocks(body.value("started"_L1).toArray());
    }

    void amend(const Fact &fact)
    {
        Step &line = step(fact, u"amend"_s);
        const QJsonObject replaces = fact.body.value("replaces"_L1).toObject();
        for (auto it = line.fields.constBegin(); it != line.fields.constEnd(); ++it) {
            const QStringList olds = strings(replaces.value(it.key()));
            for (const Fact &earlier : m_facts) {
                if (olds.contains(QString::fromLatin1(earlier.event.id.toHex()))) {
                    line.before.insert(it.key(),
                                       earlier.body.value("fields"_L1).toObject().value(it.key()));
                }
            }
        }
    }

    void startClocks(const QJsonArray &list)
    {
        for (const auto &item : list) {
            m_case.clocks.append(Clock::fromJson(item.toObject()));
        }
    }

    Clock *running(const QString &id)
    {
        const auto it =
            std::find_if(m_case.clocks.rbegin(), m_case.clocks.rend(), [&](const Clock &c) {
                return c.id == id &&
                       (c.state == ClockState::Running || c.state == ClockState::Paused);
            });
        return it == m_case.clocks.rend() ? nullptr : &*it;
    }

    static void stopClock(Clock &clock, Instant at, std::optional<qint64> workedMin)
    {
        clock.stoppedAt = at;
        clock.workedMin = workedMin;
        clock.state = !clock.due || at <= *clock.due ? ClockState::Met : ClockState::MetLate;
    }

    void close(Stage as, Instant at)
    {
        // Whatever still runs when a case is closed ends there.
        for (Clock &clock : m_case.clocks) {
            if (clock.state == ClockState::Running || clock.state == ClockState::Paused) {
                stopClock(clock, at, clock.workedMin);
            }
        }
        m_case.spans.last().closedAt = at;
        m_case.spans.last().closedAs = as == Stage::Archived ? Stage::Closed : as;
        noteHandling(m_case.spans.last());
    }

    void noteHandling(OpenSpan &span) const
    {
        const Clock *clock = m_case.handlingClock();
        // A clock that ended before this span began belongs to an earlier one.
        if (clock == nullptr ||
            (span.reopened && clock->stoppedAt && *clock->stoppedAt < span.openedAt)) {
            return;
        }
        span.hasClock = true;
        span.handlingDue = clock->due;
        span.handlingDueDay = clock->dueDay;
        span.handlingStopped = clock->stoppedAt;
        span.workedMin = clock->workedMin;
        span.workdays = clock->workdays;
        span.special = !clock->extensions.isEmpty();
        if (span.closedAt && clock->stoppedAt) {
            span.onTime = clock->state == ClockState::Met;
        }
    }

    void setDeadline(const Fact &fact)
    {
        Clock fresh = Clock::fromJson(fact.body.value("clock"_L1).toObject());
        if (Clock *present = running(fresh.id)) {
            fresh.pauses = present->pauses;
            fresh.extensions = present->extensions;
            *present = fresh;
        } else {
            m_case.clocks.append(fresh);
        }
        step(fact, u"recount"_s);
    }

    void extend(const Fact &fact)
    {
        const QJsonObject &body = fact.body;
        Step &line = step(fact, u"extend"_s);
        if (Clock *clock = running(body.value("clock"_L1).toString())) {
            const auto dueBefore = clock->due;
            clock->limit = body.value("limit"_L1).toObject();
            takeDue(*clock, body);
            clock->extensions.append({clock->limit,
                                      clock->due.value_or(line.at),
                                      line.reason,
                                      body.value("approver"_L1).toString(),
                                      line.at,
                                      line.rules,
                                      dueBefore});
        }
    }

    static void takeDue(Clock &clock, const QJsonObject &body)
    {
        const Clock counted = Clock::fromJson(body);
        clock.due = counted.due;
        clock.dueDay = counted.dueDay;
        clock.provisional = counted.provisional;
    }

    void pause(const Fact &fact)
    {
        Step &line = step(fact, u"pause"_s);
        if (Clock *clock = running(fact.body.value("clock"_L1).toString())) {
            clock->pauses.append(
                {line.at, std::nullopt, line.reason, fact.body.value("approver"_L1).toString()});
            clock->state = ClockState::Paused;
        }
    }

    void resume(const Fact &fact)
    {
        Step &line = step(fact, u"resume"_s);
        if (Clock *clock = running(fact.body.value("clock"_L1).toString());
            clock != nullptr && !clock->pauses.isEmpty()) {
            clock->pauses.last().to = line.at;
            clock->state = ClockState::Running;
            takeDue(*clock, fact.body);
        }
    }

    void attach(const Fact &fact)
    {
        const QJsonObject &body = fact.body;
        step(fact, u"attach"_s).text = body.value("name"_L1).toString();
        m_case.attachments.append({fact.event.id,
                                   body.value("hash"_L1).toString(),
                                   body.value("name"_L1).toString(),
                                   body.value("size"_L1).toInteger(),
                                   body.value("kind"_L1).toString(),
                                   body.value("pages"_L1).toInt()});
    }

    void strike(const Fact &fact)
    {
        const QByteArray target =
            QByteArray::fromHex(fact.body.value("event"_L1).toString().toLatin1());
        const QString reason = fact.body.value("reason"_L1).toString();
        for (Step &line : m_case.steps) {
            if (line.event == target) {
                line.struck = true;
                line.struckReason = reason;
            }
        }
        for (Attachment &file : m_case.attachments) {
            file.struck = file.struck || file.event == target;
        }
        step(fact, u"strike"_s);
    }

    // The span still open (or closed before its clock was corrected) takes the clock's last word.
    void settleSpans()
    {
        if (m_case.spans.isEmpty()) {
            return;
        }
        noteHandling(m_case.spans.last());
    }

    const QVector<Fact> &m_facts;
    QHash<QString, QString> m_undone; ///< event id in hex → why
    CaseFile m_case{.id = *m_facts.first().event.caseId};
};

bool isEarlier(const Fact &a, const Fact &b)
{
    return std::tie(a.event.hlc, a.event.id) < std::tie(b.event.hlc, b.event.id);
}

/// Whether a fact gives a running clock of the case another limit and changes nothing else: no
/// field, no earlier word, nothing of how the clock is judged.
bool onlyRecounts(const CaseFile &before, const Fact &fact)
{
    if (fact.event.kind != QLatin1StringView(event::kDeadlineSet) || before.erased) {
        return false;
    }
    for (const auto key : {"fields"_L1, "replaces"_L1, "missing"_L1}) {
        if (fact.body.contains(key)) {
            return false;
        }
    }
    const Clock fresh = Clock::fromJson(fact.body.value("clock"_L1).toObject());
    const Clock *present = before.clock(fresh.id);
    return present != nullptr &&
           (present->state == ClockState::Running || present->state == ClockState::Paused) &&
           fresh.state == present->state && fresh.handling == present->handling && !fresh.stoppedAt;
}

} // namespace

bool event::isUndoable(QStringView kind)
{
    return kind == QLatin1StringView(kCaseMoved) || kind == QLatin1StringView(kFieldSet) ||
           kind == QLatin1StringView(kDeadlineSet) ||
           kind == QLatin1StringView(kDeadlineExtended) ||
           kind == QLatin1StringView(kDeadlinePaused) ||
           kind == QLatin1StringView(kDeadlineResumed) || kind == QLatin1StringView(kNoteAdded);
}

void CaseHistory::add(const QVector<Event> &events)
{
    QVector<Fact> facts;
    facts.reserve(events.size());
    for (const Event &event : events) {
        facts.append({event, QJsonDocument::fromJson(event.body).object()});
    }
    add(facts);
}

void CaseHistory::add(const QVector<Fact> &facts)
{
    m_facts += facts;
    std::sort(m_facts.begin(), m_facts.end(), isEarlier);
    m_facts.erase(
        std::unique(m_facts.begin(),
                    m_facts.end(),
                    [](const Fact &a, const Fact &b) { return a.event.id == b.event.id; }),
        m_facts.end());
}

Result<CaseFile> CaseHistory::fold() const
{
    const auto opening = std::find_if(m_facts.cbegin(), m_facts.cend(), [](const Fact &fact) {
        return fact.event.kind == QLatin1StringView(event::kCaseOpened) && fact.event.caseId;
    });
    if (opening == m_facts.cend()) {
        return Error{u"fold.noOpening"_s};
    }
    return Folding(m_facts).run(*opening);
}

Result<CaseFile> CaseHistory::foldOn(const CaseFile &before, const QVector<Fact> &facts)
{
    const bool follow =
        !m_facts.isEmpty() && std::all_of(facts.cbegin(), facts.cend(), [&](const Fact &fact) {
            return isEarlier(m_facts.last(), fact) && onlyRecounts(before, fact);
        });
    add(facts);
    return follow ? Result(Folding(m_facts).layOn(before, facts)) : fold();
}

Result<CaseFile> fold(const QVector<Event> &events) { return CaseHistory(events).fold(); }

QString foldDigest(const CaseFile &caseFile)
{
    QJsonObject heads;
    for (auto it = caseFile.heads.cbegin(); it != caseFile.heads.cend(); ++it) {
        QJsonArray values;
        for (const FieldHead &head : *it) {
            values.append(QJsonObject{{u"value"_s, head.value},
                                      {u"event"_s, QString::fromLatin1(head.event.toHex())}});
        }
        heads.insert(it.key(), values);
    }
    QJsonArray clocks;
    for (const Clock &clock : caseFile.clocks) {
        clocks.append(clock.toJson());
    }
    QJsonArray steps;
    for (const Step &step : caseFile.steps) {
        steps.append(QJsonArray{QString::fromLatin1(step.event.toHex()), step.action, step.struck});
    }
    QJsonObject canonical{{u"id"_s, caseFile.id.toString()},
                          {u"caseNo"_s, caseFile.caseNo},
                          {u"stage"_s, stageId(caseFile.stage)},
                          {u"voided"_s, caseFile.voided},
                          {u"missing"_s, QJsonArray::fromStringList(caseFile.missing)},
                          {u"heads"_s, heads},
                          {u"clocks"_s, clocks},
                          {u"steps"_s, steps}};
    if (caseFile.erased) {
        canonical.insert(u"erased"_s, true);
    }
    const QByteArray json =
        QJsonDocument(canonical).toJson(QJsonDocument::Compact); // keys are sorted by QJsonObject
    return QString::fromLatin1(
        QCryptographicHash::hash(json, QCryptographicHash::Blake2b_256).toHex());
}

} // namespace huiyin
