// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/packcheck.h>
#include <rules/tomlshape.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

class Checker : private PackCheck
{
public:
    using PackCheck::PackCheck;

    void run()
    {
        checkKinds();
        if (!m_regulation.stages.isEmpty() &&
            !touched({"move.from", "move.to", "move.id", "stage.id", "file.move", "file.stage"})) {
            checkStages();
        }
        for (const ClockRule &clock : m_regulation.clocks) {
            checkClock(clock);
        }
        checkHandling();
        for (const DutyRule &duty : m_regulation.duties) {
            checkDuty(duty);
        }
        for (const MoveRule &move : m_regulation.moves) {
            checkWhen(move.when, u"move:"_s + move.id);
            for (const OneOfRule &group : move.oneOf) {
                checkWhen(group.when, u"move:"_s + move.id);
            }
        }
        checkWhens();
        for (const RuleNote &note : m_regulation.notes) {
            checkNote(note);
        }
    }

private:
    bool isInherited(const QString &entry) const { return m_places.value(entry).inherited; }

    void checkKinds()
    {
        if (!m_regulation.shared && !m_regulation.overlay && m_regulation.kinds.isEmpty() &&
            !touched({"file.kind", "file.pack"})) {
            add(u"pack.kind.none"_s, u"pack"_s);
        }
    }

    void checkStages()
    {
        if (m_regulation.overlay && m_regulation.stage(Stage::New) == nullptr) {
            return; // its stages are reached by the pack it is laid over
        }
        if (m_regulation.stage(Stage::New) == nullptr) {
            add(u"pack.stage.noNew"_s, u"pack"_s);
            return;
        }
        const auto spread = [&](QSet<Stage> known, bool forwards) {
            for (bool grew = true; grew;) {
                const qsizetype before = known.size();
                for (const MoveRule &move : m_regulation.moves) {
                    if (!move.to) {
                        continue;
                    }
                    for (const Stage from : move.from) {
                        if (forwards && known.contains(from)) {
                            known.insert(*move.to);
                        } else if (!forwards && known.contains(*move.to)) {
                            known.insert(from);
                        }
                    }
                }
                grew = known.size() > before;
            }
            return known;
        };
        QSet<Stage> ends;
        for (const StageRule &rule : m_regulation.stages) {
            if (isClosing(rule.stage)) {
                ends.insert(rule.stage);
            }
        }
        const QSet<Stage> reached = spread({Stage::New}, true);
        const QSet<Stage> ending = spread(ends, false);
        for (const StageRule &rule : m_regulation.stages) {
            const QString id = stageId(rule.stage);
            if (!reached.contains(rule.stage) && isInherited(u"stage:"_s + id)) {
                continue; // a shared stage this pack has no use for
            }
            if (!reached.contains(rule.stage)) {
                add(u"pack.stage.unreached"_s, u"stage:"_s + id, {{u"value"_s, id}});
            }
            if (!ending.contains(rule.stage)) {
                add(u"pack.stage.stuck"_s, u"stage:"_s + id, {{u"value"_s, id}});
            }
        }
    }

    bool isGivenSomewhere(const QString &field) const
    {
        return m_regulation.intakeNeeds.contains(field) ||
               std::any_of(m_regulation.moves.cbegin(),
                           m_regulation.moves.cend(),
                           [&](const MoveRule &move) {
                               return move.stamps == field || move.needs.contains(field) ||
                                      move.offers.contains(field) ||
                                      std::any_of(move.oneOf.cbegin(),
                                                  move.oneOf.cend(),
                                                  [&](const OneOfRule &group) {
                                                      return group.fields.contains(field);
                                                  });
                           });
    }

    void checkClock(const ClockRule &clock)
    {
        const QString entry = u"clock:"_s + clock.id;
        if (!clock.stops.isEmpty() && !isGivenSomewhere(clock.stops) &&
            !touched({"move.stamps",
                      "move.needs",
                      "move.offers",
                      "oneOf.fields",
                      "clock.stops",
                      "file.move"})) {
            add(u"pack.clock.unstopped"_s, entry, {{u"value"_s, clock.stops}});
        }
        checkWhen(clock.when, entry);
        checkTiming(clock.when, entry);
        for (const ExtensionRule &level : clock.extend) {
            checkRange(level.demands, entry);
            checkTiming(level.demands, entry);
        }
        if (clock.limit && !limitsAreFaulty()) {
            const Limit *before = &*clock.limit;
            for (const ExtensionRule &level : clock.extend) {
                checkExtension(*before, level.to, entry);
                before = &level.to;
            }
        }
        if (clock.handling && clock.line == u"penalty") {
            add(u"pack.clock.penaltyHandling"_s, entry);
        }
    }

    bool limitsAreFaulty() const
    {
        return std::any_of(m_faulty.cbegin(), m_faulty.cend(), [](const QString &key) {
            return key.startsWith(u"limit.") || key.startsWith(u"extend.") ||
                   key == u"clock.limit" || key == u"clock.extend";
        });
    }

    void checkExtension(const Limit &limit, const Limit &total, const QString &entry)
    {
        if (limit.unit != total.unit) {
            add(u"pack.extension.unit"_s,
                entry,
                {{u"limit"_s, limit.toText(true)}, {u"total"_s, total.toText(true)}});
        } else if (total.n <= limit.n) {
            add(u"pack.extension.small"_s,
                entry,
                {{u"limit"_s, QString::number(limit.n)}, {u"total"_s, QString::number(total.n)}});
        }
    }

    void checkHandling()
    {
        QVector<const ClockRule *> seen;
        for (const ClockRule &clock : m_regulation.clocks) {
            if (!clock.handling) {
                continue;
            }
            for (const ClockRule *other : seen) {
                if (other->when == clock.when && other->id != clock.id) {
                    add(u"pack.clock.twoHandling"_s,
                        u"clock:"_s + clock.id,
                        {{u"other"_s, other->id}});
                }
            }
            seen.append(&clock);
        }
    }

    void checkWhens()
    {
        checkWhen(m_regulation.appliesWhen, u"pack"_s);
        checkTiming(m_regulation.appliesWhen, u"pack"_s);
        for (const ChainRule &chain : m_regulation.chains) {
            checkTiming(chain.when, u"chain:"_s + chain.id);
        }
        const auto each = [&](const QString &table, const auto &list) {
            for (const auto &rule : list) {
                checkWhen(rule.when, table + u':' + rule.id);
            }
        };
        each(u"duty"_s, m_regulation.duties);
        each(u"lock"_s, m_regulation.locks);
        each(u"guard"_s, m_regulation.guards);
        each(u"advice"_s, m_regulation.advice);
        each(u"chain"_s, m_regulation.chains);
        each(u"count"_s, m_regulation.counters);
        each(u"penalty"_s, m_regulation.penalties);
        for (const PenaltyRule &rule : m_regulation.penalties) {
            const QString entry = u"penalty:"_s + rule.id;
            checkRange(rule.itself, entry);
            // Without a ground that somebody could name `when` decides, and this would be idle.
            const auto leads = [&](const GroundRule &ground) { return ground.penalty == rule.id; };
            const auto &grounds = m_regulation.grounds;
            if (!rule.itself.isEmpty() && rule.grounds.isEmpty() &&
                std::none_of(grounds.cbegin(), grounds.cend(), leads)) {
                add(u"pack.penalty.itself"_s, entry);
            }
        }
        each(u"compensation"_s, m_regulation.compensations);
    }

    /// Two bounds of one field that leave nothing between them.
    void checkRange(const Condition &when, const QString &entry)
    {
        for (const Comparison &low : when.comparisons) {
            for (const Comparison &high : when.comparisons) {
                const bool isRange = low.field == high.field && low.isLower() && high.isUpper() &&
                                     low.other.isEmpty() && high.other.isEmpty() && !low.isOpen &&
                                     !high.isOpen;
                const bool byDay = low.scale == Comparison::Scale::Moment;
                const bool turned = byDay ? low.text > high.text : low.number > high.number;
                const bool same = byDay ? low.text == high.text : low.number == high.number;
                const bool open =
                    low.sign == Comparison::Sign::Greater || high.sign == Comparison::Sign::Less;
                if (isRange && (turned || (same && open))) {
                    add(u"pack.when.reversed"_s, entry, {{u"value"_s, low.field}});
                }
            }
        }
    }

    /// Clocks, chains and an overlay's cases are settled before anything can run out.
    void checkTiming(const Condition &when, const QString &entry)
    {
        if (when.fields().contains(QLatin1StringView(kOverdue))) {
            add(u"pack.when.overdue"_s, entry);
        }
    }

    void checkWhen(const Condition &when, const QString &entry)
    {
        checkRange(when, entry);
        if (isInherited(entry)) {
            return; // a shared step for kinds this pack does not take
        }
        const QStringList wanted = when.anyOf.value(u"kind"_s);
        QStringList kinds;
        for (const KindRule &kind : m_regulation.kinds) {
            kinds.append(kind.id);
        }
        const bool never = !wanted.isEmpty() && !kinds.isEmpty() &&
                           !touched({"when.kind", "kind.id", "file.kind"}) &&
                           std::none_of(wanted.cbegin(), wanted.cend(), [&](const QString &kind) {
                               return kinds.contains(kind);
                           });
        if (never) {
            add(u"pack.when.never"_s,
                entry,
                {{u"value"_s, wanted.join(u", "_s)}, {u"known"_s, kinds.join(u", "_s)}});
        }
    }

    void checkDuty(const DutyRule &duty)
    {
        const QString entry = u"duty:"_s + duty.id;
        if (touched({"duty.every", "duty.after"})) {
            return;
        }
        if ((duty.every == u"case") != !duty.after.isEmpty()) {
            add(duty.after.isEmpty() ? u"pack.duty.afterMissing"_s : u"pack.duty.afterIdle"_s,
                entry);
        }
        const QJsonValue most = duty.draw.value(u"atMost"_s);
        const QJsonValue least = duty.draw.value(u"atLeast"_s);
        if (most.isDouble() && least.isDouble() && most.toInteger() < least.toInteger()) {
            add(u"pack.draw.reversed"_s,
                entry,
                {{u"least"_s, QString::number(least.toInteger())},
                 {u"most"_s, QString::number(most.toInteger())}});
        }
    }

    void checkNote(const RuleNote &note)
    {
        const QString entry = u"rule:"_s + note.rule;
        const bool active =
            note.how == u"enforced" || note.how == u"prompted" || note.how == u"documented";
        if (touched({"rule.how"})) {
            return;
        }
        if (active && note.entry.isEmpty()) {
            add(u"pack.rule.entryMissing"_s, entry, {{u"value"_s, note.how}});
        } else if (!note.entry.isEmpty() && !m_places.contains(note.entry)) {
            add(u"pack.rule.entryUnknown"_s,
                entry,
                {{u"value"_s, note.entry},
                 {u"known"_s, nearestWords(note.entry, m_places.keys())}});
        }
        if (!active && (note.reason.isEmpty() || note.reasonEn.isEmpty())) {
            add(u"pack.rule.reasonMissing"_s, entry, {{u"value"_s, note.how}});
        }
    }
};

} // namespace

void checkRegulation(const Regulation &regulation,
                     const EntryPlaces &places,
                     const QSet<QString> &faulty,
                     Findings &findings)
{
    Checker(regulation, places, faulty, findings).run();
}

} // namespace huiyin
