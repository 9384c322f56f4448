// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storethread.h"

#include <QScopeGuard>

#include <algorithm>
#include <optional>
#include <utility>

#include "draftspool.h"

namespace huiyin {

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

/// A call that may take long; whoever asks meanwhile is told so.
template <typename T> T StoreThread::atLength(const std::function<T(CaseLog &)> &call)
{
    ++m_underWay;
    const auto over = qScopeGuard([this] { --m_underWay; });
    return there<T>(call);
}

Result<Recorded> StoreThread::append(const Batch &batch, const Progress &progress)
{
    return atLength<Result<Recorded>>([&](CaseLog &log) { return log.append(batch, progress); });
}

Result<Done> StoreThread::saveDraft(const StoredDraft &draft)
{
    return there<Result<Done>>([&](CaseLog &log) { return log.saveDraft(draft); });
}

Result<Done> StoreThread::removeDraft(const DraftId &id)
{
    return there<Result<Done>>([&](CaseLog &log) { return log.removeDraft(id); });
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
    if (isBusy()) {
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
    if (isBusy()) {
        // Looking at a case waits for nobody; the entry follows in its order.
        QMetaObject::invokeMethod(
            &m_anchor,
            [this, entry] { static_cast<void>(m_store->log().logAccess(entry)); },
            Qt::QueuedConnection);
        return Done{};
    }
    return there<Result<Done>>([&](CaseLog &log) { return log.logAccess(entry); });
}

Result<Attachment> StoreThread::keepFile(const QString &path)
{
    return there<Result<Attachment>>([&](CaseLog &log) { return log.keepFile(path); });
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
