// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/database.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace huiyin {

struct CheckpointLimits
{
    /// Pages that wait in the log before they are written back: 4 MiB.
    int writeBackFrom = 1000;
    /// A log longer than this is written back before the next transaction begins: 64 MiB, so that
    /// saves following each other without a pause cannot make it grow for ever.
    int mostPages = 16'384;
};

/// Carries the log of committed pages (the WAL) back into the case file on a thread and a
/// connection of its own: a save waits for its own durable commit, not for the pages of the saves
/// before it. What a commit promises is untouched; the log is only written back at another time.
class Checkpoints
{
public:
    /// Watches the commits of this connection from now on.
    explicit Checkpoints(Database &writer, CheckpointLimits limits = {});
    ~Checkpoints();
    Checkpoints(const Checkpoints &) = delete;
    Checkpoints &operator=(const Checkpoints &) = delete;

    /// To be called by the writer before a transaction.
    void makeRoom();

    /// Writes the log back and empties it, so that nothing of an older state lies there. While
    /// somebody still reads that state it stays until the next call or the closing of the file.
    void empty();

private:
    void watch(int pages);
    void work();
    void writeBack(Database &through);

    Database &m_writer;
    const CheckpointLimits m_limits;
    std::atomic_int m_pages = 0;   ///< in the log after the last commit
    std::atomic_int m_written = 0; ///< of those, written back
    std::mutex m_round;            ///< one at a time writes back
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_wanted = false;
    bool m_ends = false;
    std::thread m_worker;
};

} // namespace huiyin
