// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/checkpoints.h>

#include <sqlite3.h>

namespace huiyin {

Checkpoints::Checkpoints(Database &writer, CheckpointLimits limits)
    : m_writer(writer)
    , m_limits(limits)
{
    // Takes the place of SQLite's own hook, which writes back inside the commit.
    sqlite3_wal_hook(
        writer.handle(),
        [](void *self, sqlite3 *, const char *, int pages) {
            static_cast<Checkpoints *>(self)->watch(pages);
            return SQLITE_OK;
        },
        this);
    m_worker = std::thread([this] { work(); });
}

Checkpoints::~Checkpoints()
{
    sqlite3_wal_hook(m_writer.handle(), nullptr, nullptr);
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_changed.notify_all();
    m_worker.join();
}

void Checkpoints::watch(int pages)
{
    if (pages < m_pages || pages < m_written) {
        m_written = 0; // the log began anew
    }
    m_pages = pages;
    if (pages - m_written < m_limits.writeBackFrom) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
    }
    m_changed.notify_all();
}

void Checkpoints::makeRoom()
{
    if (m_pages >= m_limits.mostPages) {
        // No commit comes in between here, so all is written back and the log begins anew, unless
        // somebody reads an old state for a long time.
        writeBack(m_writer);
    }
}

void Checkpoints::empty()
{
    const std::lock_guard round(m_round);
    if (sqlite3_wal_checkpoint_v2(
            m_writer.handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK) {
        m_pages = 0;
        m_written = 0;
    }
}

void Checkpoints::work()
{
    std::unique_ptr<Database> connection;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_wanted || m_ends; });
        if (!m_wanted) {
            return;
        }
        m_wanted = false;
        lock.unlock();
        if (!connection) {
            // Where it cannot be opened the log is written back by makeRoom() alone.
            if (auto opened = Database::open(m_writer.path(), Access::ReadWrite)) {
                connection = std::move(*opened);
            }
        }
        if (connection) {
            writeBack(*connection);
        }
        lock.lock();
    }
}

void Checkpoints::writeBack(Database &through)
{
    const std::lock_guard round(m_round);
    int written = 0;
    // Passive: waits for nobody and makes nobody wait. What fails here is done by the next round.
    if (sqlite3_wal_checkpoint_v2(
            through.handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, &written) == SQLITE_OK) {
        m_written = written;
    }
}

} // namespace huiyin
