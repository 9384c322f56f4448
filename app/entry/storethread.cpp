// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storethread.h"

#include <QScopeGuard>

#include <algorithm>
#include <chrono>
#include <future>
#include <optional>
#include <utility>

#include "draftspool.h"

namespace huiyin {

namespace {

/// How often a batch without facts at hand looks whether somebody waits.
constexpr std::chrono::milliseconds kLook{5};

/// The facts of one batch, handed out transaction by transaction.
class DividedFacts
{
public:
    using Facts = Result<QVector<NewEvent>>;

    DividedFacts(const std::function<Facts()> &source, const std::atomic_int &waiting)
        : m_source(source)
        , m_waiting(waiting)
    {
    }

    /// What a transaction begins with, awaited before it is opened; nothing: all is written.
    Facts first()
    {
        ask();
        return m_coming.get();
    }

    /// For Batch::more: nothing ends the transaction, either because all is written or because
    /// somebody waits. The next facts are awaited on another thread, so that a source that is slow
    /// holds up nobody.
    Facts next()
    {
        ask();
        do {
            if (m_waiting > 0) {
                return QVector<NewEvent>();
            }
        } while (m_coming.wait_for(kLook) != std::future_status::ready);
        auto facts = m_coming.get();
        m_ended = !facts || facts->isEmpty();
        return facts;
    }

    [[nodiscard]] bool ended() const { return m_ended; }

private:
    void ask()
    {
        if (!m_coming.valid()) {
            m_coming = std::async(std::launch::async, m_source);
        }
    }

    const std::function<Facts()> &m_source;
    const std::atomic_int &m_waiting;
    std::future<Facts> m_coming;
    bool m_ended = false;
};

} // namespace

StoreThread::StoreThread()
{
    m_anchor.moveToThread(&m_thread);
    m_spoolAnchor.moveToThread(&m_spoolThread);
    m_thread.start();
    m_spoolThread.start();
}

StoreThread::~StoreThread()
{
    // The connection is closed where it was opened, after the drafts that wait.
    QMetaObject::invokeMethod(
        &m_anchor,
        [this] {
            m_store.reset();
            m_anchor.moveToThread(nullptr);
        },
        Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(
        &m_spoolAnchor,
        [this] { m_spoolAnchor.moveToThread(nullptr); },
        Qt::BlockingQueuedConnection);
    for (auto *thread : {&m_thread, &m_spoolThread}) {
        thread->quit();
        thread->wait();
    }
}

Result<std::unique_ptr<StoreThread>> StoreThread::start(const Opening &opening)
{
    std::unique_ptr<StoreThread> made(new StoreThread);
    std::optional<Error> trouble;
    QMetaObject::invokeMethod(
        &made->m_anchor,
        [&] {
            auto store = opening();
            if (store) {
                made->m_store = std::move(*store);
                made->m_spool = std::make_unique<DraftSpool>(made->m_store->path());
                made->takeUpSpool();
            } else {
                trouble = store.error();
            }
        },
        Qt::BlockingQueuedConnection);
    if (trouble) {
        return *trouble;
    }
    return made;
}

Result<std::unique_ptr<CaseReader>> StoreThread::reader() const
{
    return m_store->reader().another();
}

template <typename T> T StoreThread::there(const std::function<T(CaseLog &)> &call)
{
    std::optional<T> result;
    QMetaObject::invokeMethod(
        &m_anchor, [&] { result.emplace(call(m_store->log())); }, Qt::BlockingQueuedConnection);
    return std::move(*result);
}

/// A call somebody waits for: a batch that can be divided makes way for it.
template <typename T> T StoreThread::inTurn(const std::function<T(CaseLog &)> &call)
{
    ++m_waitingCalls;
    const auto over = qScopeGuard([this] { --m_waitingCalls; });
    return there<T>(call);
}

/// A call that may take long and makes way for nobody; whoever asks meanwhile is told so.
template <typename T> T StoreThread::atLength(const std::function<T(CaseLog &)> &call)
{
    ++m_underWay;
    ++m_unyielding;
    const auto over = qScopeGuard([this] {
        --m_unyielding;
        --m_underWay;
    });
    return inTurn<T>(call);
}

Result<Recorded> StoreThread::appendMakingWay(const Batch &batch, const Progress &progress)
{
    ++m_underWay;
    const auto over = qScopeGuard([this] { --m_underWay; });
    DividedFacts facts(batch.more, m_waitingCalls);
    Batch part = batch;
    part.more = [&facts] { return facts.next(); };
    Recorded all;
    while (!facts.ended()) {
        if (part.events.isEmpty()) {
            auto first = facts.first();
            if (!first) {
                return first.error();
            }
            if (first->isEmpty()) {
                break;
            }
            part.events = std::move(*first);
        }
        // Queued anew each time: whoever waits stands before it.
        auto recorded =
            there<Result<Recorded>>([&](CaseLog &log) { return log.append(part, progress); });
        if (!recorded) {
            return recorded;
        }
        all.ids += recorded->ids;
        all.numbers.insert(recorded->numbers);
        part.events.clear();
        part.expected.clear(); // seen by the first transaction
    }
    return all;
}

Result<Recorded> StoreThread::append(const Batch &batch, const Progress &progress)
{
    if (batch.more) {
        return appendMakingWay(batch, progress);
    }
    return atLength<Result<Recorded>>([&](CaseLog &log) { return log.append(batch, progress); });
}

Result<Done> StoreThread::saveDraft(const StoredDraft &draft)
{
    return inTurn<Result<Done>>([&](CaseLog &log) { return log.saveDraft(draft); });
}

Result<Done> StoreThread::removeDraft(const DraftId &id)
{
    return inTurn<Result<Done>>([&](CaseLog &log) { return log.removeDraft(id); });
}

void StoreThread::keepDraft(const StoredDraft &draft, const Kept &kept)
{
    hand(draft.id, draft, kept);
}

void StoreThread::dropDraft(const DraftId &id) { hand(id, std::nullopt, {}); }

void StoreThread::hand(const DraftId &id, std::optional<StoredDraft> draft, const Kept &kept)
{
    {
        const std::lock_guard lock(m_mutex);
        Waiting &waiting = m_waiting[id];
        waiting.draft = std::move(draft);
        waiting.turn = ++m_turn;
        if (kept) {
            waiting.kept.append(kept);
        }
    }
    // Queued before the look at who is busy: a long call that begins after it comes behind it.
    QMetaObject::invokeMethod(
        &m_anchor, [this] { settleDrafts(); }, Qt::QueuedConnection);
    if (m_underWay > 0) {
        QMetaObject::invokeMethod(
            &m_spoolAnchor, [this] { spoolDrafts(); }, Qt::QueuedConnection);
    }
}

void StoreThread::settleDrafts()
{
    QHash<DraftId, Waiting> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting = m_waiting;
    }
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it) {
        const auto done =
            it->draft ? m_store->log().saveDraft(*it->draft) : m_store->log().removeDraft(it.key());
        QVector<Kept> kept;
        {
            const std::lock_guard files(m_fileMutex);
            const std::lock_guard lock(m_mutex);
            const auto now = m_waiting.find(it.key());
            if (now == m_waiting.end() || now->turn != it->turn) {
                continue; // newer words follow on their own
            }
            kept = now->kept;
            m_waiting.erase(now);
            if (done) {
                m_spool->remove(it.key());
            }
        }
        tell(kept, done);
    }
}

void StoreThread::spoolDrafts()
{
    QHash<DraftId, Waiting> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting = m_waiting;
    }
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it) {
        QVector<Kept> kept;
        Result<Done> done = Done{};
        {
            const std::lock_guard files(m_fileMutex);
            {
                const std::lock_guard lock(m_mutex);
                const auto now = m_waiting.find(it.key());
                if (now == m_waiting.end() || now->turn != it->turn) {
                    continue;
                }
                kept = std::exchange(now->kept, {});
            }
            if (it->draft) {
                done = m_spool->write(*it->draft);
            } else {
                m_spool->remove(it.key());
            }
        }
        tell(kept, done);
    }
}

void StoreThread::takeUpSpool()
{
    for (const StoredDraft &draft : m_spool->left()) {
        const auto present = m_store->reader().drafts(draft.actor);
        const bool older =
            present && std::any_of(present->cbegin(), present->cend(), [&](const StoredDraft &one) {
                return one.id == draft.id && one.savedAt > draft.savedAt;
            });
        if (older || m_store->log().saveDraft(draft)) {
            m_spool->remove(draft.id);
        }
    }
}

void StoreThread::tell(const QVector<Kept> &kept, const Result<Done> &done)
{
    for (const Kept &one : kept) {
        QMetaObject::invokeMethod(
            &m_home, [one, done] { one(done); }, Qt::QueuedConnection);
    }
}

QHash<DraftId, std::optional<StoredDraft>> StoreThread::unwrittenDrafts() const
{
    const std::lock_guard lock(m_mutex);
    QHash<DraftId, std::optional<StoredDraft>> drafts;
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        drafts.insert(it.key(), it->draft);
    }
    return drafts;
}

Result<Done> StoreThread::logAccess(const AccessEntry &entry)
{
    if (m_underWay > 0) {
        // Looking at a case waits for nobody; the entry follows in its order.
        QMetaObject::invokeMethod(
            &m_anchor,
            [this, entry] { static_cast<void>(m_store->log().logAccess(entry)); },
            Qt::QueuedConnection);
        return Done{};
    }
    return inTurn<Result<Done>>([&](CaseLog &log) { return log.logAccess(entry); });
}

Result<Attachment> StoreThread::keepFile(const QString &path)
{
    return inTurn<Result<Attachment>>([&](CaseLog &log) { return log.keepFile(path); });
}

Result<QString> StoreThread::backup(const QString &folder, Instant now, const Progress &progress)
{
    return atLength<Result<QString>>(
        [&](CaseLog &log) { return log.backup(folder, now, progress); });
}

Result<qint64> StoreThread::refold(const Progress &progress)
{
    return atLength<Result<qint64>>([&](CaseLog &log) { return log.refold(progress); });
}

} // namespace huiyin
