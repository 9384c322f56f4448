// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>

#include "ctlshell.h"

namespace huiyin::ctl {

/// Options that narrow a list: --stage --kind … --sort.
[[nodiscard]] QVector<Option> filterOptions();

/// The filter they describe. \error usage.number, usage.choice, day.*, instant.*
[[nodiscard]] Result<CaseFilter> filterOf(const FieldCatalogue &catalogue,
                                          const Arguments &arguments);

/// A positive number of an option, or `otherwise`. \error usage.number
[[nodiscard]] Result<int>
numberOf(const Arguments &arguments, const QString &option, int otherwise);

} // namespace huiyin::ctl
