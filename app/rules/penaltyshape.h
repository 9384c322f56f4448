// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/tomlshape.h>

#include <QStringList>

namespace huiyin {

/// [[ground]], [[penalty]], [[compensation]], [[parameter]].
[[nodiscard]] const TableShape &groundShape();
[[nodiscard]] const TableShape &penaltyShape();
[[nodiscard]] const TableShape &compensationShape();
[[nodiscard]] const TableShape &parameterShape();

/// person, group, department, store, dealer, contractor, supplier, staff
[[nodiscard]] QStringList penaltyParties();

/// yuan, percent, times …
[[nodiscard]] QStringList parameterUnits();

} // namespace huiyin
