// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/rebase.h>

namespace huiyin {

/// A running case and what another pack would make of it.
struct MoveRow
{
    CaseId caseId;
    QString caseNo;
    Stage stage = Stage::New;
    PackVersion from;
    QVector<PackVersion> fromOverlays = {};
    Findings findings = {}; ///< with a refusal the case stays under its pack
    QVector<ClockChange> clocks = {};

    [[nodiscard]] bool goes() const { return !refuses(findings); }
};

/// The list a person sees before running cases go over to another pack.
struct MovePlan
{
    PackVersion to;
    QVector<PackVersion> overlays;
    QVector<MoveRow> rows; ///< running cases that do not follow the pack already
};

} // namespace huiyin
