// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <rules/deduction.h>
#include <rules/regulation.h>

#include <QString>
#include <QVector>

namespace huiyin {

/// One confirmed penalty as it falls into a month.
struct PenaltyRow
{
    QString caseNo, id; ///< id within the case
    QString penalty, label, party, name, department, discipline, state;
    qint64 amountFen = 0; ///< taken in this month; what other penalties carried on is not counted
    qint64 points = 0;    ///< only in the month the penalty was confirmed
};

/// What falls on one party, department by department for points.
struct PenaltySum
{
    QString party, name;
    qint64 amountFen = 0, points = 0;
};

/// The deductions of a month. Proposed, objected and reversed penalties, and those of complaints
/// found unfounded, are left out.
struct PenaltyLedger
{
    QString month;
    QVector<PenaltyRow> rows;        ///< in the order of the cases
    QVector<PenaltySum> parties;     ///< one per party and name: dealers' monthly totals too
    QVector<PenaltySum> departments; ///< points by department
    qint64 sumFen = 0;
};

/// The rows of one case in a month.
[[nodiscard]] QVector<PenaltyRow> penaltyRows(const CaseFile &caseFile, const QString &month);

/// What the confirmed penalties of a case still take under a cap from this month on. \param
/// regulation  of the case
[[nodiscard]] QVector<CarriedDeduction>
carriedOf(const CaseFile &caseFile, const Regulation &regulation, const QString &from);

/// Sums the rows up.
[[nodiscard]] PenaltyLedger penaltyLedger(const QString &month, const QVector<PenaltyRow> &rows);

} // namespace huiyin
