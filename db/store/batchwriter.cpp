// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/casehistory.h>
#include <store/batchwriter.h>
#include <store/erasure.h>
#include <store/rows.h>

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 kProgressEvery = 256;
constexpr qint64 kCasesAtOnce = 256;

} // namespace

/// Neighbouring facts of one case (or of the house), or a case to be revised, with its past.
struct BatchWriter::Group
{
    std::optional<CaseId> id;
    qint64 key = 0; ///< of a case with a past; a new one gets the number of its first event
    CaseHistory history;
    bool isKnown = false; ///< it has a past
    QVector<NewEvent> facts;
    bool isAsked = false; ///< its facts are decided by Batch::revise
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
    m_recorded.ids.reserve(batch.events.size());
    const auto way =
        batch.more || !batch.cases.isEmpty() ? std::launch::async : std::launch::deferred;
    Result<Portion> portion = Portion{batch.events};
    if (portion->isEmpty()) {
        portion = nextPortion(batch, progress);
    }
    QSet<CaseId> underWay; // cases of the slice that is coming
    std::future<Result<Slice>> coming;
    while (portion && !portion->isEmpty()) {
        if (coming.valid() && isTouched(underWay, *portion)) {
            // A case is looked up as the slice before leaves it.
            auto done = putComing(coming, batch, progress);
            if (!done) {
                return done.error();
            }
        }
        auto groups = gather(*portion);
        if (!groups) {
            return groups.error();
        }
        auto ready = coming.valid() ? coming.get() : Slice();
        if (!ready) {
            return ready.error();
        }
        underWay = casesOf(*groups);
        ++m_slices;
        // The groups go along and end there: what they hold is let go of beside the writing too.
        coming = std::async(way, [this, &batch, work = std::move(*groups)]() mutable {
            return prepare(std::exchange(work, {}), batch);
        });
        auto done = put(*ready, batch, progress);
        if (!done) {
            return done.error();
        }
        if (portion->isEmpty()) {
            portion = nextPortion(batch, progress);
        }
    }
    if (!portion) {
        return portion.error();
    }
    auto last = putComing(coming, batch, progress);
    if (!last) {
        return last.error();
    }
    auto numbered = m_numbers.save();
    if (!numbered) {
        return numbered.error();
    }
    auto summed = m_projector.flush();
    if (!summed) {
        return summed.error();
    }
    if (m_erased) {
        auto swept = sweepErased(m_database);
        if (!swept) {
            return swept.error();
        }
    }
    // Where bodies were destroyed the case is read as it lies there now.
    if (m_slices == 1 && !m_erased) {
        m_recorded.caseFile = std::move(m_alone);
    }
    return std::move(m_recorded);
}

Result<BatchWriter::Portion> BatchWriter::nextPortion(const Batch &batch, const Progress &progress)
{
    if (m_asked < batch.cases.size()) {
        if (progress && !progress(m_asked, batch.cases.size())) {
            return Error{u"store.cancelled"_s};
        }
        Portion portion{{}, batch.cases.mid(m_asked, kCasesAtOnce)};
        m_asked += portion.cases.size();
        return portion;
    }
    if (!batch.more) {
        return Portion();
    }
    auto facts = batch.more();
    return facts ? Result(Portion{std::move(*facts)}) : Result<Portion>(facts.error());
}

QSet<CaseId> BatchWriter::casesOf(const Groups &groups)
{
    QSet<CaseId> ids;
    for (const Group &group : groups) {
        if (group.id) {
            ids.insert(*group.id);
        }
    }
    return ids;
}

bool BatchWriter::isTouched(const QSet<CaseId> &ids, const Portion &portion)
{
    return std::any_of(portion.facts.cbegin(),
                       portion.facts.cend(),
                       [&ids](const NewEvent &fact) {
                           return fact.caseId && ids.contains(*fact.caseId);
                       }) ||
           std::any_of(portion.cases.cbegin(), portion.cases.cend(), [&ids](const CaseId &id) {
               return ids.contains(id);
           });
}

Result<BatchWriter::Groups> BatchWriter::gatherCases(const QVector<CaseId> &cases)
{
    Groups groups;
    groups.reserve(static_cast<size_t>(cases.size()));
    for (const CaseId &id : cases) {
        groups.push_back({.id = id, .isAsked = true});
        auto done = lookUp(groups.back());
        if (!done) {
            return done.error();
        }
    }
    return groups;
}

Result<BatchWriter::Groups> BatchWriter::gather(Portion &portion)
{
    if (portion.facts.isEmpty()) {
        return gatherCases(std::exchange(portion.cases, {}));
    }
    QVector<NewEvent> &facts = portion.facts;
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
            return query.failure() ? Result<Done>(*query.failure()) : Result<Done>(Done{});
        }
        group.key = query.integer("case_key");
    }
    auto events = eventsOfCase(m_database, *group.id);
    if (!events) {
        return events.error();
    }
    // Read here and folded beside: so a revised case costs as much to write as to decide, and the
    // two go side by side.
    group.history.add(*events);
    group.isKnown = true;
    return Done{};
}

Result<BatchWriter::Slice> BatchWriter::prepare(Groups groups, const Batch &batch)
{
    Slice slice;
    slice.reserve(groups.size());
    const bool isAlone = groups.size() == 1 && !batch.more && batch.cases.isEmpty();
    m_alone.reset();
    for (Group &group : groups) {
        Ready ready{.id = group.id};
        std::optional<CaseFile> before; // nothing: a new case
        if (group.isKnown) {
            auto folded = group.history.fold();
            if (!folded) {
                return folded.error();
            }
            before = std::move(*folded);
        }
        if (before && group.isAsked) {
            group.facts = batch.revise(*before);
        }
        QVector<CaseHistory::Fact> facts;
        for (const NewEvent &fact : std::as_const(group.facts)) {
            ready.events.append(
                m_chain.next(fact,
                             QJsonDocument(fact.body).toJson(QJsonDocument::Compact),
                             batch.actor,
                             batch.now));
            facts.append({ready.events.last(), fact.body});
        }
        if (group.id && !facts.isEmpty()) {
            if (!before) {
                group.history.add(facts);
            }
            auto after = before ? group.history.foldOn(*before, facts) : group.history.fold();
            if (!after) {
                return after.error();
            }
            ready.projection = m_projector.prepare(before, *after, group.key);
            if (isAlone) {
                m_alone = std::move(*after);
            }
        }
        slice.push_back(std::move(ready));
    }
    return slice;
}

Result<Done> BatchWriter::putComing(std::future<Result<Slice>> &coming,
                                    const Batch &batch,
                                    const Progress &progress)
{
    auto slice = coming.valid() ? coming.get() : Slice();
    return slice ? put(*slice, batch, progress) : Result<Done>(slice.error());
}

Result<Done> BatchWriter::put(Slice &slice, const Batch &batch, const Progress &progress)
{
    for (Ready &ready : slice) {
        auto done = putEvents(ready, batch, progress);
        if (done && ready.projection) {
            done = m_projector.put(*ready.projection);
        }
        if (!done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> BatchWriter::putEvents(Ready &ready, const Batch &batch, const Progress &progress)
{
    for (const Event &event : std::as_const(ready.events)) {
        auto done = m_chain.put(event);
        if (done && ready.projection && ready.projection->isNew && ready.projection->key == 0) {
            ready.projection->setKey(m_database.lastRow());
        }
        if (done && ready.id && event.kind == QLatin1StringView(event::kBodyErased)) {
            done = eraseCase(m_database, *ready.id);
            m_erased = true;
        }
        if (done && !ready.id) {
            done = m_projector.projectHouse(event);
        }
        if (!done) {
            return done;
        }
        m_recorded.ids.append(event.id);
        if (batch.cases.isEmpty() && m_recorded.ids.size() % kProgressEvery == 0 && progress &&
            !progress(m_recorded.ids.size(), batch.events.size())) {
            return Error{u"store.cancelled"_s};
        }
    }
    return Done{};
}

} // namespace huiyin
