// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// Splits an amount by points, exact to the fen: each share is rounded down, the fen left over go
/// to the greatest remainders, ties in input order. The shares add up to the amount. Nothing where
/// a number is negative, no points are given or the result leaves 64 bits. \param points  base
/// points × Figure::kScale, at least one above 0 \source R-TRD-31, R-TRD-33
[[nodiscard]] std::optional<QVector<qint64>> basePointShares(qint64 fen,
                                                             const QVector<qint64> &points);

/// A month of a deduction.
struct MonthlyDeduction
{
    QString month; ///< 2026-03
    qint64 amountFen = 0;
    qint64 carriedFen = 0; ///< the part of it that was carried from before

    friend bool operator==(const MonthlyDeduction &, const MonthlyDeduction &) = default;
};

/// What a person's months give.
struct BonusMonths
{
    qint64 usualFen = 0;                ///< of every month not named
    QMap<QString, qint64> ofMonth = {}; ///< 2026-04 → bonus of that month
    QMap<QString, qint64> taken = {};   ///< 2026-04 → what other deductions take of that month
};

/// What penalties recorded earlier still take of a person under a cap.
struct CarriedDeduction
{
    QString name, department;
    QMap<QString, qint64> ofMonth = {}; ///< 2026-04 → fen
};

/// What is still to be taken of a person from a month on. People of one name in two departments are
/// two; where a department is not known the name decides.
[[nodiscard]] qint64 carriedFrom(const QVector<CarriedDeduction> &carried,
                                 const QString &name,
                                 const QString &department,
                                 const QString &month);

struct DeductionPlan
{
    QVector<MonthlyDeduction> months; ///< months that take nothing are left out
    qint64 leftFen = 0; ///< what a hundred years do not take: only where there is no bonus
};

/// Takes an amount month by month. A month takes at most `capShare` of that month's bonus, rounded
/// down to the fen, less what others take of it; what was carried from before goes first.
/// \param fen, carriedFen  ≥ 0
/// \param first  first month, yyyy-MM
/// \param capShare  share × Figure::kScale, nothing = no cap: all in the first month
/// \source R-TRD-32
[[nodiscard]] DeductionPlan deductionSchedule(qint64 fen,
                                              qint64 carriedFen,
                                              const QString &first,
                                              const BonusMonths &bonus,
                                              std::optional<qint64> capShare);

/// The month after: 2026-12 → 2027-01. Empty for what is no month.
[[nodiscard]] QString monthAfter(const QString &month);

/// Whether the text is a month, yyyy-MM from 1900 to 9999.
[[nodiscard]] bool isMonth(const QString &text);

} // namespace huiyin
