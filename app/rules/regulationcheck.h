// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/regulation.h>

#include <QHash>
#include <QSet>
#include <QString>

namespace huiyin {

/// Where an entry stands in its file.
struct EntryPlace
{
    QString label; ///< `[[move]] transfer`
    int line = 0, column = 0;
    bool inherited = false; ///< from a pack named in `uses`
};

/// Entries by `<table>:<id>`: `move:transfer`, `clock:handling`, `sheet:F-01`.
using EntryPlaces = QHash<QString, EntryPlace>;

/// Finds what contradicts itself in a pack whose keys are right: stages nothing reaches or that
/// lead nowhere, clocks nothing stops, extensions shorter than the limit, conditions that never
/// hold, clauses answered by no entry. \param faulty `move.to` for keys already refused; what
/// depends on them is left alone
void checkRegulation(const Regulation &regulation,
                     const EntryPlaces &places,
                     const QSet<QString> &faulty,
                     Findings &findings);

/// Finds what steps, chains, counters and overlays demand of each other that cannot be: a step that
/// waits for itself, a link that cannot follow, a role that may not take its link's step.
void checkFlow(const Regulation &regulation,
               const EntryPlaces &places,
               const QSet<QString> &faulty,
               Findings &findings);

} // namespace huiyin
