// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/store.h>

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace huiyin {

class DraftSpool;

/// The case file's one writing connection on a thread of its own, so that a long import never holds
/// up the window. Any thread may write; each call waits its turn. A batch that is fed with facts
/// bit by bit makes way: when somebody waits, what it has so far is committed and it goes on
/// afterwards. Drafts and access entries wait for nobody: while a long writer has the file, drafts
/// lie beside it as small files. Readers belong to the thread that asks for them.
class StoreThread : public CaseLog
{
public:
    using Opening = std::function<Result<std::unique_ptr<Store>>()>;

    /// Opens the case file on a new thread. \error those of the opening
    static Result<std::unique_ptr<StoreThread>> start(const Opening &opening);
    ~StoreThread() override;

    /// A reader with a connection of its own for the calling thread.
    [[nodiscard]] Result<std::unique_ptr<CaseReader>> reader() const;

    /// As CaseLog::append(); a batch with `more` is all or nothing only as long as nobody else
    /// writes meanwhile.
    Result<Recorded> append(const Batch &batch, const Progress &progress) override;
    Result<Done> saveDraft(const StoredDraft &draft) override;
    Result<Done> removeDraft(const DraftId &id) override;
    void keepDraft(const StoredDraft &draft, const Kept &kept) override;
    void dropDraft(const DraftId &id) override;
    [[nodiscard]] QHash<DraftId, std::optional<StoredDraft>> unwrittenDrafts() const override;

    [[nodiscard]] bool isBusy() const override { return m_unyielding > 0; }

    Result<Done> logAccess(const AccessEntry &entry) override;
    Result<Attachment> keepFile(const QString &path) override;
    Result<QString> backup(const QString &folder, Instant now, const Progress &progress) override;
    Result<qint64> refold(const Progress &progress) override;

private:
    /// A draft on its way to the case file.
    struct Waiting
    {
        std::optional<StoredDraft> draft; ///< nothing: it is to be removed
        QVector<Kept> kept;               ///< who is still to be told
        quint64 turn = 0;
    };

    StoreThread();

    template <typename T> T there(const std::function<T(CaseLog &)> &call);
    template <typename T> T inTurn(const std::function<T(CaseLog &)> &call);
    template <typename T> T atLength(const std::function<T(CaseLog &)> &call);
    Result<Recorded> appendMakingWay(const Batch &batch, const Progress &progress);
    void hand(const DraftId &id, std::optional<StoredDraft> draft, const Kept &kept);
    void settleDrafts();
    void spoolDrafts();
    void takeUpSpool();
    void tell(const QVector<Kept> &kept, const Result<Done> &done);

    QThread m_thread;
    QThread m_spoolThread;
    QObject m_anchor;      ///< lives on the thread; calls are queued to it
    QObject m_spoolAnchor; ///< lives on the spool's thread
    QObject m_home;        ///< lives where this was made: there it is told what was kept
    std::unique_ptr<Store> m_store;
    std::unique_ptr<DraftSpool> m_spool;
    std::atomic_int m_underWay = 0;   ///< long calls
    std::atomic_int m_unyielding = 0; ///< those of them that make way for nobody
    std::atomic_int m_waitingCalls = 0;
    mutable std::mutex m_mutex; ///< of m_waiting
    std::mutex m_fileMutex;     ///< of the spooled files; locked before m_mutex
    QHash<DraftId, Waiting> m_waiting;
    quint64 m_turn = 0;
};

} // namespace huiyin
