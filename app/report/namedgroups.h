// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <report/statistics.h>

// Inside of the report room.

namespace huiyin {

/// Adds to counted figures the groups that only some tables show: handlers, products, causes and
/// short clocks. There may be thousands of them, so that the figures alone do without.
[[nodiscard]] Result<Done> countNamed(const CaseReader &reader, Statistics &statistics);

} // namespace huiyin
