// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <report/casepapers.h>
#include <report/period.h>
#include <report/statistics.h>

#include <functional>

namespace huiyin {

/// What stands on a sheet that is of a period: a register or a report.
struct RegisterPaper
{
    QString docNo;             ///< the sheet's code and the period: CY202603
    QJsonObject fields;        ///< of its head and foot; figures and lists of a report
    QVector<QJsonObject> rows; ///< of a register, numbered from 1
};

/// Gives what casePapers needs of one case: each runs under its own pack.
using CaseGround = std::function<PaperGround(const CaseFile &)>;

/// Counts and lists what a sheet of a period shows:
/// - a register without `each`: the cases received in the period, as ledgerRows;
/// - `each = "lentAt"`: one line for every time the field was written in the period, with what the
///   case knew then;
/// - penalties of the period whose pack names the sheet stand on it too;
/// - figures (countReceived …) with those of the period before and a year ago, `openList`,
///   `typicalCases`, `rectificationProposals`, `lastActions`, where the sheet shows them.
/// \error store.cancelled and what the reader says
[[nodiscard]] Result<RegisterPaper> registerPaper(const CaseReader &reader,
                                                  const Sheet &sheet,
                                                  const Period &period,
                                                  Instant now,
                                                  const CaseGround &groundOf,
                                                  const Progress &progress = {});

/// The figures of a period as fields of a sheet: countReceived …, rateClosed … as texts with one
/// decimal, and under `previous`, `lastYear` those of the compared periods, under `change`,
/// `yearChange` the difference in words (↑12.5%).
[[nodiscard]] QJsonObject figureFields(const Statistics &statistics);

} // namespace huiyin
