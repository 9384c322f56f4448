// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/store.h>

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace huiyin {

/// The case file's one writing connection on a thread of its own, so that a long import never holds
/// up the window. Any thread may write through log(); each call waits its turn. Readers belong to
/// the thread that asks for them.
class StoreThread : public CaseLog
{
public:
    using Opening = std::function<Result<std::unique_ptr<Store>>()>;

    /// Opens the case file on a new thread. \error those of the opening
    static Result<std::unique_ptr<StoreThread>> start(const Opening &opening);
    ~StoreThread() override;

    /// A reader with a connection of its own for the calling thread.
    [[nodiscard]] Result<std::unique_ptr<CaseReader>> reader() const;

    Result<Recorded> append(const Batch &batch, const Progress &progress) override;
    Result<Done> saveDraft(const StoredDraft &draft) override;
    Result<Done> removeDraft(const DraftId &id) override;
    Result<Done> logAccess(const AccessEntry &entry) override;
    Result<Attachment> keepFile(const QString &path) override;
    Result<QString> backup(const QString &folder, Instant now, const Progress &progress) override;
    Result<qint64> refold(const Progress &progress) override;

private:
    StoreThread();

    template <typename T> T there(const std::function<T(CaseLog &)> &call);

    QThread m_thread;
    QObject m_anchor; ///< lives on the thread; calls are queued to it
    std::unique_ptr<Store> m_store;
};

} // namespace huiyin
