// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace huiyin {

/// One transaction on a thread of its own, fed with slices of facts while the caller makes the next
/// ones: reading a register and writing it go on side by side, and no more than a few slices are
/// held in memory. Not finished means rolled back.
class RecordingLine
{
public:
    using More = std::function<Result<QVector<NewEvent>>()>;

    /// \param append  runs the whole transaction with the given source of facts
    explicit RecordingLine(std::function<Result<Recorded>(const More &)> append);
    ~RecordingLine();
    RecordingLine(const RecordingLine &) = delete;
    RecordingLine &operator=(const RecordingLine &) = delete;

    /// Hands over the next facts, waiting while the writer is behind. False: the transaction has
    /// failed, finish() says why.
    [[nodiscard]] bool put(QVector<NewEvent> slice);

    /// Ends the transaction and waits until it is durable. \error as CaseLog::append()
    [[nodiscard]] Result<Recorded> finish();

private:
    enum class End { Open, Complete, Abandoned };
    Result<QVector<NewEvent>> take();
    void endWith(End end);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QVector<NewEvent>> m_slices;
    End m_end = End::Open;
    std::optional<Result<Recorded>> m_outcome;
    std::thread m_writer;
};

} // namespace huiyin
