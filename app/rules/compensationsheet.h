// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/figure.h>
#include <rules/regulation.h>

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

/// Somebody the victim kept.
struct Dependant
{
    QString name;
    std::optional<int> age; ///< full years
    bool unableToWork = false;
    std::optional<int> years; ///< a person's own reckoning, not above the pack's
};

/// One item somebody asks for, with what proves it.
struct CompensationClaim
{
    QString item;                    ///< id of the pack's entry
    std::optional<qint64> amountFen; ///< spent, lost, estimated, price or offer
    std::optional<qint64> baseFen;   ///< instead of the pack's base
    std::optional<qint64> times;     ///< × Figure::kScale, chosen inside the range
    std::optional<int> days;         ///< of work lost or care given
    std::optional<qint64> dailyFen;  ///< cost of a day
    QVector<Dependant> dependants;
    QString evidence; ///< receipts, certificates
};

struct CompensationInput
{
    QVector<CompensationClaim> claims;
    ParameterValues parameters;        ///< beside those of the pack
    QMap<QString, qint64> basesFen;    ///< money fields the pack counts by
    std::optional<QJsonObject> fields; ///< of the case, for conditions; nothing = taken as met
    qint64 paidBeforeFen = 0;
};

struct CompensationLine
{
    QString item, zh, en;
    CompensationRule::Method method = CompensationRule::Method::Actual;
    std::optional<qint64> baseFen, times, leastTimes, mostTimes; ///< times × Figure::kScale
    std::optional<int> years;
    std::optional<qint64> amountFen;      ///< nothing while a person must still choose
    std::optional<qint64> minFen, maxFen; ///< of the choice
    std::optional<qint64> ceilingFen;
    bool aboveCeiling = false; ///< somebody of `approve` must sign
    QString formulaZh, formulaEn, evidence;
    QStringList rules, approve;
    QString field, sheet;
    QString needsConfirmation;
};

struct CompensationSheet
{
    QVector<CompensationLine> lines; ///< in the pack's order
    qint64 totalFen = 0;             ///< of the lines that have an amount; paid in one sum
    qint64 payableFen = 0;           ///< less what was paid before
    bool needsApproval = false;
    QStringList rules;
    Findings findings;
};

/// `按本单位制度核算，仅供协商参考`
[[nodiscard]] QString compensationNote(bool chinese);

/// Computes the items asked for. Pure; all money in whole fen, rounded half up.
/// Codes: compensation.item.unknown, compensation.item.twice, compensation.times.range,
/// compensation.times.choose (warning), compensation.amount.missing, compensation.base.missing,
/// compensation.dependants.missing, compensation.dependant.neither, compensation.dependant.years,
/// compensation.condition, compensation.ceiling (warning), compensation.tooLarge,
/// compensation.paid.over
/// \source R-MAJ-11, R-MAJ-12, R-MAJ-22…31, R-MAJ-37, R-MAJ-43
[[nodiscard]] CompensationSheet compensationSheet(const Regulation &regulation,
                                                  const CompensationInput &input);

} // namespace huiyin
