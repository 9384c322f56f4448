// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storethread.h"

#include <optional>

namespace huiyin {

StoreThread::StoreThread()
{
    m_anchor.moveToThread(&m_thread);
    m_thread.start();
}

StoreThread::~StoreThread()
{
    // The connection is closed where it was opened.
    QMetaObject::invokeMethod(
        &m_anchor,
        [this] {
            m_store.reset();
            m_anchor.moveToThread(nullptr);
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
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

Result<Recorded> StoreThread::append(const Batch &batch, const Progress &progress)
{
    return there<Result<Recorded>>([&](CaseLog &log) { return log.append(batch, progress); });
}

Result<Done> StoreThread::saveDraft(const StoredDraft &draft)
{
    return there<Result<Done>>([&](CaseLog &log) { return log.saveDraft(draft); });
}

Result<Done> StoreThread::removeDraft(const DraftId &id)
{
    return there<Result<Done>>([&](CaseLog &log) { return log.removeDraft(id); });
}

Result<Done> StoreThread::logAccess(const AccessEntry &entry)
{
    return there<Result<Done>>([&](CaseLog &log) { return log.logAccess(entry); });
}

Result<Attachment> StoreThread::keepFile(const QString &path)
{
    return there<Result<Attachment>>([&](CaseLog &log) { return log.keepFile(path); });
}

Result<QString> StoreThread::backup(const QString &folder, Instant now, const Progress &progress)
{
    return there<Result<QString>>([&](CaseLog &log) { return log.backup(folder, now, progress); });
}

Result<qint64> StoreThread::refold(const Progress &progress)
{
    return there<Result<qint64>>([&](CaseLog &log) { return log.refold(progress); });
}

} // namespace huiyin
