// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/database.h>

#include <semaphore>

namespace huiyin {

/// Whose turn it is on the writing connection. It keeps its pages in memory over its own commits,
/// while a reader forgets all of its own with each of them: what a save looks up first is asked
/// here, as long as nobody writes. Shared by the log and the readers of a store.
class WriterTurn
{
public:
    /// A turn; ends when it goes out of scope.
    class Held
    {
    public:
        explicit Held(WriterTurn *turn)
            : m_turn(turn)
        {
        }

        ~Held()
        {
            if (m_turn != nullptr) {
                m_turn->m_free.release();
            }
        }

        Held(const Held &) = delete;
        Held &operator=(const Held &) = delete;

        /// The connection; nothing where the turn was not to be had.
        [[nodiscard]] Database *database() const
        {
            return m_turn == nullptr ? nullptr : m_turn->m_database;
        }

    private:
        WriterTurn *m_turn;
    };

    /// \param writer nothing where the file is only read
    explicit WriterTurn(Database *writer)
        : m_database(writer)
    {
    }

    /// Waits for the turn before.
    [[nodiscard]] Held take()
    {
        m_free.acquire();
        return Held(this);
    }

    /// Waits for nobody.
    [[nodiscard]] Held takeIfFree() { return Held(m_free.try_acquire() ? this : nullptr); }

    /// The connection is about to be closed; readers may live on.
    void end()
    {
        const Held last = take();
        m_database = nullptr;
    }

private:
    std::binary_semaphore m_free{1};
    Database *m_database;
};

} // namespace huiyin
