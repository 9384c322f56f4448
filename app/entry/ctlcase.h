// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ctlshell.h"

namespace huiyin::ctl {

/// The case of our number, of an imported register's number, or of an id. \error case.unknown
[[nodiscard]] Result<CaseFile> caseOf(const Desk &desk, const QString &number);

/// Tells what a command led to: {"caseNo","caseId","stage","clocks","tasks","findings"} or a line;
/// gives the exit code.
int tellOutcome(Shell &shell, const Desk &desk, const Outcome &outcome);

} // namespace huiyin::ctl
