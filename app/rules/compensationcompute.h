// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/compensationsheet.h>
#include <rules/penaltycompute.h>

namespace huiyin {

/// Reads what a compensation sheet is computed from: regulation (ignored here), items – a list of
/// {item, amountFen, priceFen, receipts, baseFen, times, days, dailyFen, dependants, evidence}, or
/// an object from item to these keys or to a plain amount –, <base>Fen, parameters, fields,
/// paidBeforeFen. An item is named by its id, its last letter (`a`) or its field.
[[nodiscard]] CompensationInput readCompensationInput(const Regulation &regulation,
                                                      const FieldCatalogue &catalogue,
                                                      const QJsonObject &input,
                                                      Findings &findings);

/// `compensation compute`: {"items":[…],"sumFen","payableFen","clauses":[…],"note"}.
[[nodiscard]] Computation computeCompensation(const Regulation &regulation,
                                              const FieldCatalogue &catalogue,
                                              const QJsonObject &input,
                                              bool chinese);

/// One line as JSON.
[[nodiscard]] QJsonObject compensationLineJson(const CompensationLine &line, bool chinese);

} // namespace huiyin
