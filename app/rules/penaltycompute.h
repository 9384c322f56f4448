// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/proposals.h>

#include <QJsonObject>

namespace huiyin {

/// A computation from outside: its answer, and what was wrong with the question.
struct Computation
{
    QJsonObject result; ///< empty with a refusal
    Findings findings;
};

/// Reads the facts of a penalty: keys regulation (ignored here), month, lossFen, deptPoints,
/// grounds, penalty, scope, confirmedBy, fields, overdue, parameters, members [{person, department,
/// basePoints, events, grounds, amountFen, carriedFen, <base>Fen, bonuses {month: fen}}; {group,
/// basePoints?, members}], parties [{party, name, …}]. Unknown keys and values that do not fit are
/// findings.
struct PenaltyQuestion
{
    PenaltyFacts facts;
    std::optional<QJsonObject> fields;
};

[[nodiscard]] PenaltyQuestion readPenaltyQuestion(const Regulation &regulation,
                                                  const FieldCatalogue &catalogue,
                                                  const QJsonObject &input,
                                                  Findings &findings);

/// `penalty compute`: {"sumFen","items":[…],"clauses":[…]}. Refuses with penalty.none where nothing
/// of the pack applies. \param chinese  language of the explanations
[[nodiscard]] Computation computePenalties(const Regulation &regulation,
                                           const FieldCatalogue &catalogue,
                                           const QJsonObject &input,
                                           bool chinese);

/// One proposal as JSON.
[[nodiscard]] QJsonObject proposalJson(const Proposal &proposal, bool chinese);

} // namespace huiyin
