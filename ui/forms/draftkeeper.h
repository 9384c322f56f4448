// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>

#include <optional>

namespace huiyin {

/// When unsaved typing must be written down: 1.5 s after the last key, never later than 2 s after
/// the first unsaved one. Pure: the moments come in.
class DraftKeeper
{
public:
    static constexpr qint64 kQuietMs = 1500;
    static constexpr qint64 kLatestMs = 2000;

    void touched(Instant now);
    void saved();

    /// The moment to save at, nothing if all is saved.
    [[nodiscard]] std::optional<Instant> saveAt() const;

    [[nodiscard]] bool dirty() const { return m_first.has_value(); }

private:
    std::optional<Instant> m_first, m_last;
};

} // namespace huiyin
