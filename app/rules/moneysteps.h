// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Steps about money; shared by the files that decide steps, not for other rooms.

#include <rules/compensationsheet.h>
#include <rules/proposals.h>
#include <rules/steps.h>

namespace huiyin::steps {

/// penalize, objectPenalty, reversePenalty, executePenalty where the pack has penalties, compensate
/// where it has compensation.
[[nodiscard]] QStringList moneyActions(const Regulation &regulation);

/// Decides the step if it is one about money; false if it is none.
bool money(Course &course, const QString &action);

/// Whether a refusal of such a step can be typed away: everything but who may act and what must be
/// found first.
[[nodiscard]] bool isTypedMoneyFault(const QString &code);

/// Records what a money step did as one more fact of the case.
void recordMoney(Course &course,
                 const QString &action,
                 const QJsonObject &fields,
                 const QString &reason,
                 const QStringList &rules);

/// Refuses the person complained about, and people of these names.
void keepOutOfMoney(Course &course, const QStringList &names, const QStringList &rules);

void penalize(Course &course);
void changePenalty(Course &course, const QString &action);
void compensate(Course &course);

} // namespace huiyin::steps
