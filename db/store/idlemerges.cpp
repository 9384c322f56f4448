// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/idlemerges.h>
#include <store/indexmerges.h>

#include <utility>

namespace huiyin {

IdleMerges::IdleMerges(std::shared_ptr<WriterTurn> turn, IdleLimits limits)
    : m_turn(std::move(turn))
    , m_limits(limits)
{
    m_worker = std::thread([this] { work(); });
}

IdleMerges::~IdleMerges()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_changed.notify_all();
    m_worker.join();
}

void IdleMerges::saved()
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
    }
    m_changed.notify_all();
}

void IdleMerges::work()
{
    const auto isCalled = [this] { return m_wanted || m_ends; };
    std::unique_lock lock(m_mutex);
    while (!m_ends) {
        m_changed.wait(lock, isCalled);
        Step last = Step::Taken;
        while (last != Step::Nothing && !m_ends) {
            m_wanted = false;
            const auto pause = last == Step::More ? m_limits.breath : m_limits.quiet;
            if (m_changed.wait_for(lock, pause, isCalled)) {
                last = Step::Taken; // saves that follow each other put it off
                continue;
            }
            lock.unlock();
            last = step();
            lock.lock();
        }
    }
}

IdleMerges::Step IdleMerges::step()
{
    const auto held = m_turn->takeIfFree();
    if (held.database() == nullptr) {
        return Step::Taken;
    }
    // What fails here is tried again after the next save.
    const auto more = mergeStep(*held.database(), m_limits.pages);
    return more && *more ? Step::More : Step::Nothing;
}

} // namespace huiyin
