// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/batchwriter.h>
#include <store/rows.h>

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 kProgressEvery = 256;

Result<QVector<NewEvent>> moreOf(const Batch &batch)
{
    return batch.more ? batch.more() : QVector<NewEvent>();
}

} // namespace

/// Neighbouring facts of one case (or of the house), with how the case stands.
struct BatchWriter::Group
{
    std::optional<CaseId> id;
    qint64 key = 0;
    std::optional<CaseFile> before;
    QVector<Event> earlier;
    QVector<NewEvent> facts;
};

/// What the tables take over from a group.
struct BatchWriter::Ready
{
    std::optional<CaseId> id;
    QVector<Event> events;
    std::optional<Projection> projection;
};

BatchWriter::BatchWriter(Database &database, ChainWriter &chain, const QStringList &searchFields)
    : m_database(database)
    , m_chain(chain)
    , m_projector(database, searchFields)
    , m_numbers(database, chain.origin().book)
{
}

Result<Recorded> BatchWriter::write(const Batch &batch, const Progress &progress)
{
    {
        Query query(m_database, "complaint-last-key");
        m_lastKey = query.next() ? query.integer("case_key") : 0;
        if (query.failure()) {
            return *query.failure();
        }
    }
    m_recorded.ids.reserve(batch.events.size());
    std::future<Result<Slice>> coming;
    auto facts = batch.events.isEmpty() ? moreOf(batch) : batch.events;
    while (facts && !facts->isEmpty()) {
        auto ready = coming.valid() ? coming.get() : Slice();
        if (!ready) {
            return ready.error();
        }
        if (isTouched(*ready, *facts)) {
            // A case is looked up as the slice before leaves it.
            auto done = put(*ready, batch, progress);
            if (!done) {
                return done.error();
            }
            ready->clear();
        }
        auto groups = gather(*facts);
        if (!groups) {
            return groups.error();
        }
        coming =
            std::async(batch.more ? std::launch::async : std::launch::deferred,
                       [this, &batch, work = std::move(*groups)] { return prepare(work, batch); });
        auto done = put(*ready, batch, progress);
        if (!done) {
            return done.error();
        }
        if (facts->isEmpty()) {
            facts = moreOf(batch);
        }
    }
    if (!facts) {
        return facts.error();
    }
    if (coming.valid()) {
        auto last = coming.get();
        auto done = last ? put(*last, batch, progress) : Result<Done>(last.error());
        if (!done) {
            return done.error();
        }
    }
    auto numbered = m_numbers.save();
    if (!numbered) {
        return numbered.error();
    }
    auto summed = m_projector.flush();
    if (!summed) {
        return summed.error();
    }
    return std::move(m_recorded);
}

bool BatchWriter::isTouched(const Slice &slice, const QVector<NewEvent> &facts)
{
    QSet<CaseId> ids;
    for (const Ready &ready : slice) {
        if (ready.id) {
            ids.insert(*ready.id);
        }
    }
    return std::any_of(facts.cbegin(), facts.cend(), [&ids](const NewEvent &fact) {
        return fact.caseId && ids.contains(*fact.caseId);
    });
}

Result<BatchWriter::Groups> BatchWriter::gather(QVector<NewEvent> &facts)
{
    Groups groups;
    groups.reserve(static_cast<size_t>(facts.size()));
    QSet<CaseId> met;
    qsizetype taken = 0;
    for (NewEvent &fact : facts) {
        if (groups.empty() || groups.back().id != fact.caseId) {
            if (fact.caseId && met.contains(*fact.caseId)) {
                break; // this case comes again: its first facts have to be in the tables by then
            }
            groups.push_back({.id = fact.caseId});
            if (fact.caseId) {
                met.insert(*fact.caseId);
                auto done = lookUp(groups.back());
                if (!done) {
                    return done.error();
                }
            }
        }
        if (fact.number) {
            auto number = m_numbers.draw(*fact.number);
            if (!number) {
                return number.error();
            }
            fact.body.insert(u"caseNo"_s, *number);
            if (fact.caseId) {
                m_recorded.numbers.insert(*fact.caseId, *number);
            }
        }
        groups.back().facts.append(std::move(fact));
        ++taken;
    }
    facts.remove(0, taken);
    return groups;
}

Result<Done> BatchWriter::lookUp(Group &group)
{
    {
        Query query(m_database, "complaint-key");
        query.bindAt(1, group.id->bytes());
        if (!query.next()) {
            if (query.failure()) {
                return *query.failure();
            }
            group.key = ++m_lastKey;
            return Done{};
        }
        group.key = query.integer("case_key");
    }
    auto events = eventsOfCase(m_database, *group.id);
    if (!events) {
        return events.error();
    }
    auto before = fold(*events);
    if (!before) {
        return before.error();
    }
    group.before = std::move(*before);
    group.earlier = std::move(*events);
    return Done{};
}

Result<BatchWriter::Slice> BatchWriter::prepare(const Groups &groups, const Batch &batch)
{
    Slice slice;
    slice.reserve(groups.size());
    for (const Group &group : groups) {
        Ready ready{.id = group.id};
        for (const NewEvent &fact : group.facts) {
            ready.events.append(
                m_chain.next(fact,
                             QJsonDocument(fact.body).toJson(QJsonDocument::Compact),
                             batch.actor,
                             batch.now));
        }
        if (group.id) {
            auto after = fold(group.earlier + ready.events);
            if (!after) {
                return after.error();
            }
            ready.projection = m_projector.prepare(group.before, *after, group.key);
        }
        slice.push_back(std::move(ready));
    }
    return slice;
}

Result<Done> BatchWriter::put(const Slice &slice, const Batch &batch, const Progress &progress)
{
    for (const Ready &ready : slice) {
        for (const Event &event : ready.events) {
            auto done = m_chain.put(event);
            if (done && !ready.id) {
                done = m_projector.projectHouse(event);
            }
            if (!done) {
                return done;
            }
            m_recorded.ids.append(event.id);
            if (m_recorded.ids.size() % kProgressEvery == 0 && progress &&
                !progress(m_recorded.ids.size(), batch.events.size())) {
                return Error{u"store.cancelled"_s};
            }
        }
        if (ready.projection) {
            auto done = m_projector.put(*ready.projection);
            if (!done) {
                return done;
            }
        }
    }
    return Done{};
}

} // namespace huiyin
