// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/regulationcheck.h>

#include <initializer_list>

namespace huiyin {

/// What every check of a pack knows, and how it names a fault: at the entry it stands in.
class PackCheck
{
public:
    PackCheck(const Regulation &regulation,
              const EntryPlaces &places,
              const QSet<QString> &faulty,
              Findings &findings)
        : m_regulation(regulation)
        , m_places(places)
        , m_faulty(faulty)
        , m_findings(findings)
    {
    }

protected:
    /// Whether one of `keys` was refused already, so that what depends on it is left alone.
    [[nodiscard]] bool touched(std::initializer_list<const char *> keys) const;
    /// Refuses `entry` (`move:transfer`) with its line and column.
    void add(const QString &code, const QString &entry, Args args = {});

    const Regulation &m_regulation;
    const EntryPlaces &m_places;
    const QSet<QString> &m_faulty;
    Findings &m_findings;
};

} // namespace huiyin
