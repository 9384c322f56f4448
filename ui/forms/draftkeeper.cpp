// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/draftkeeper.h>

#include <algorithm>

namespace huiyin {

void DraftKeeper::touched(Instant now)
{
    if (!m_first) {
        m_first = now;
    }
    m_last = now;
}

void DraftKeeper::saved()
{
    m_first.reset();
    m_last.reset();
}

std::optional<Instant> DraftKeeper::saveAt() const
{
    if (!m_first) {
        return std::nullopt;
    }
    return std::min(m_last->addMs(kQuietMs), m_first->addMs(kLatestMs));
}

} // namespace huiyin
