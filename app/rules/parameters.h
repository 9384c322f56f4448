// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/result.h>
#include <rules/regulation.h>

#include <QString>
#include <QVector>

namespace huiyin {

/// The figure above which a month's deductions are hinted at; read where the pack names it.
inline constexpr auto kWageHint = "wageHintPercent";

/// Puts the organisation's figures in place of those of the pack, in its conditions too. A
/// parameter that is not among them keeps the pack's.
void applyParameters(Regulation &regulation, const ParameterValues &own);

/// Reads a figure a person wrote for a parameter: `12000.5`, `30%` for percent.
/// \return value × Figure::kScale \error parameter.value  no number of at most four places;
/// parameter.range  not what the unit allows
[[nodiscard]] Result<qint64> readParameter(const ParameterRule &rule, const QString &text);

/// What is wrong with the value in force against its unit; an empty code if nothing is.
[[nodiscard]] Error parameterFault(const ParameterRule &rule);

/// Whether any entry of the pack, or the program, reads the parameter.
[[nodiscard]] bool isParameterUsed(const Regulation &regulation, const QString &id);

/// A range whose least is above its most once parameters have given their values.
struct ReversedRange
{
    QString entry; ///< `penalty:tier1`
    QString least, most;
};

[[nodiscard]] QVector<ReversedRange> reversedRanges(const Regulation &regulation);

} // namespace huiyin
