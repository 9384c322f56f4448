// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/packcheck.h>

#include <QHash>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What steps, chains, locks and counters demand of each other.
class FlowChecker : private PackCheck
{
public:
    using PackCheck::PackCheck;

    void run()
    {
        checkOverlay();
        for (const MoveRule &move : m_regulation.moves) {
            checkMove(move);
        }
        if (!touched({"move.after", "move.afterAny", "move.id", "file.move"})) {
            checkCycles();
        }
        for (const ChainRule &chain : m_regulation.chains) {
            checkChain(chain);
        }
        for (const AdviceRule &advice : m_regulation.advice) {
            if (!advice.itemsEn.isEmpty() && advice.itemsEn.size() != advice.items.size()) {
                add(u"pack.advice.items"_s,
                    u"advice:"_s + advice.id,
                    {{u"zhCount"_s, QString::number(advice.items.size())},
                     {u"enCount"_s, QString::number(advice.itemsEn.size())}});
            }
        }
        for (const CountRule &count : m_regulation.counters) {
            checkCount(count);
        }
    }

private:
    void checkOverlay()
    {
        const bool conditioned = !m_regulation.appliesWhen.isEmpty();
        if (touched({"pack.overlay", "pack.appliesWhen"}) ||
            std::any_of(m_faulty.cbegin(), m_faulty.cend(), [](const QString &key) {
                return key.startsWith(u"when.");
            })) {
            return;
        }
        if (m_regulation.overlay != conditioned) {
            add(m_regulation.overlay ? u"pack.overlay.noCondition"_s : u"pack.overlay.idle"_s,
                u"pack"_s);
        }
    }

    /// Stages a case can stand in at some time after this step.
    QSet<Stage> stagesAfter(const MoveRule &move) const
    {
        QSet<Stage> reached =
            move.to ? QSet<Stage>{*move.to} : QSet<Stage>(move.from.cbegin(), move.from.cend());
        for (bool grew = true; grew;) {
            const qsizetype before = reached.size();
            for (const MoveRule &next : m_regulation.moves) {
                const bool possible =
                    std::any_of(next.from.cbegin(), next.from.cend(), [&](Stage stage) {
                        return reached.contains(stage);
                    });
                if (next.to && possible) {
                    reached.insert(*next.to);
                }
            }
            grew = reached.size() > before;
        }
        return reached;
    }

    bool canFollow(const MoveRule &first, const MoveRule &second) const
    {
        const QSet<Stage> stages = stagesAfter(first);
        return std::any_of(second.from.cbegin(), second.from.cend(), [&](Stage stage) {
            return stages.contains(stage);
        });
    }

    void checkMove(const MoveRule &move)
    {
        const QString entry = u"move:"_s + move.id;
        if (!move.instead.isEmpty() && move.atMost == 0 && !touched({"move.atMost"})) {
            add(u"pack.move.insteadIdle"_s, entry, {{u"value"_s, move.instead}});
        } else if (!move.instead.isEmpty() && move.instead == move.id) {
            add(u"pack.move.insteadSelf"_s, entry, {{u"value"_s, move.instead}});
        }
        const bool stagesKnown = !touched({"move.from", "move.to", "file.move", "file.stage"});
        for (const QString &earlier : move.after + move.afterAny) {
            if (move.notAfter.contains(earlier)) {
                add(u"pack.move.afterBarred"_s, entry, {{u"value"_s, earlier}});
            }
            const MoveRule *first = m_regulation.move(earlier);
            if (first != nullptr && earlier != move.id && stagesKnown && !canFollow(*first, move)) {
                add(u"pack.move.cannotFollow"_s, entry, {{u"value"_s, earlier}});
            }
        }
    }

    /// A step that waits for itself, directly or by way of others: told once, at the first of them.
    void checkCycles()
    {
        QSet<QString> told;
        for (const MoveRule &move : m_regulation.moves) {
            QStringList path;
            if (!told.contains(move.id) && waitsFor(move, move.id, path)) {
                told += QSet<QString>(path.cbegin(), path.cend());
                add(u"pack.move.cycle"_s,
                    u"move:"_s + move.id,
                    {{u"value"_s, (path + QStringList{move.id}).join(u" → ")}});
            }
        }
    }

    bool waitsFor(const MoveRule &move, const QString &wanted, QStringList &path) const
    {
        path.append(move.id);
        QStringList earlier = move.after;
        if (move.afterAny.size() == 1) {
            earlier += move.afterAny;
        }
        for (const QString &id : earlier) {
            if (id == wanted) {
                return true;
            }
            const MoveRule *next = m_regulation.move(id);
            if (next != nullptr && !path.contains(id) && waitsFor(*next, wanted, path)) {
                return true;
            }
        }
        path.removeLast();
        return false;
    }

    void checkChain(const ChainRule &chain)
    {
        const QString entry = u"chain:"_s + chain.id;
        if (touched({"links.move", "links.role", "move.from", "move.to", "move.by", "file.move"})) {
            return;
        }
        const MoveRule *before = nullptr;
        for (const ChainLink &link : chain.links) {
            const MoveRule *move = m_regulation.move(link.move);
            if (move == nullptr) {
                continue;
            }
            if (!move->by.isEmpty() && !move->by.contains(link.role)) {
                add(u"pack.chain.role"_s,
                    entry,
                    {{u"value"_s, link.role},
                     {u"move"_s, link.move},
                     {u"known"_s, move->by.join(u", "_s)}});
            }
            if (before != nullptr && !canFollow(*before, *move)) {
                add(u"pack.chain.cannotFollow"_s,
                    entry,
                    {{u"value"_s, link.move}, {u"before"_s, before->id}});
            }
            before = move;
        }
        if (chain.links.isEmpty() && !touched({"chain.links"})) {
            add(u"pack.chain.empty"_s, entry);
        }
    }

    void checkCount(const CountRule &count)
    {
        const QString entry = u"count:"_s + count.id;
        if (count.unit.isEmpty() && !touched({"count.per"})) {
            add(u"pack.count.per"_s, entry);
        }
        const bool byRatio = !count.ratioOf.isEmpty();
        if (touched({"count.atLeast", "count.ratio", "ratio.of", "ratio.to", "ratio.above"})) {
            return;
        }
        if ((count.atLeast > 0) == byRatio) {
            add(u"pack.count.threshold"_s, entry);
        } else if (byRatio && !(count.ratioAbove > 0)) {
            add(u"pack.count.ratio"_s, entry);
        }
    }
};

} // namespace

void checkFlow(const Regulation &regulation,
               const EntryPlaces &places,
               const QSet<QString> &faulty,
               Findings &findings)
{
    FlowChecker(regulation, places, faulty, findings).run();
}

} // namespace huiyin
