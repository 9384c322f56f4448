// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/recordingline.h>

namespace huiyin {

namespace {

constexpr size_t kMostWaiting = 4; // slices; enough that neither side waits long for the other

} // namespace

RecordingLine::RecordingLine(std::function<Result<Recorded>(const More &)> append)
    : m_writer([this, append = std::move(append)] {
        auto outcome = append([this] { return take(); });
        const std::lock_guard lock(m_mutex);
        m_outcome = std::move(outcome);
        m_changed.notify_all();
    })
{
}

RecordingLine::~RecordingLine()
{
    endWith(End::Abandoned);
    if (m_writer.joinable()) {
        m_writer.join();
    }
}

bool RecordingLine::put(QVector<NewEvent> slice)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_outcome || m_slices.size() < kMostWaiting; });
    if (m_outcome) {
        return false;
    }
    m_slices.push_back(std::move(slice));
    m_changed.notify_all();
    return true;
}

Result<Recorded> RecordingLine::finish()
{
    endWith(End::Complete);
    m_writer.join();
    return *m_outcome;
}

Result<QVector<NewEvent>> RecordingLine::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_end != End::Open || !m_slices.empty(); });
    if (m_end == End::Abandoned) {
        return Error{QStringLiteral("store.cancelled")};
    }
    if (m_slices.empty()) {
        return QVector<NewEvent>();
    }
    QVector<NewEvent> slice = std::move(m_slices.front());
    m_slices.pop_front();
    m_changed.notify_all();
    return slice;
}

void RecordingLine::endWith(End end)
{
    const std::lock_guard lock(m_mutex);
    if (m_end == End::Open) {
        m_end = end;
    }
    m_changed.notify_all();
}

} // namespace huiyin
