// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/writerturn.h>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace huiyin {

struct IdleLimits
{
    std::chrono::milliseconds quiet{250}; ///< without a save: an idle moment
    std::chrono::milliseconds breath{10}; ///< between two steps, for whoever waits
    qint64 pages = 64;                    ///< of one step: a save waits for one at most
};

/// Merges the full-text index while nobody saves, on a thread of its own and through the writing
/// connection. What the end of the program cuts short is gone on with after the next save.
class IdleMerges
{
public:
    explicit IdleMerges(std::shared_ptr<WriterTurn> turn, IdleLimits limits = {});
    ~IdleMerges();
    IdleMerges(const IdleMerges &) = delete;
    IdleMerges &operator=(const IdleMerges &) = delete;

    /// A save went by: the index has a segment more.
    void saved();

private:
    enum class Step { Nothing, More, Taken };

    void work();
    [[nodiscard]] Step step();

    const std::shared_ptr<WriterTurn> m_turn;
    const IdleLimits m_limits;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_wanted = false;
    bool m_ends = false;
    std::thread m_worker;
};

} // namespace huiyin
