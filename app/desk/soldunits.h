// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>

#include <QMap>
#include <QString>
#include <QVector>

namespace huiyin {

/// Units sold, by month (yyyy-MM) and product, over all offices. What nobody entered is not there.
using SoldUnits = QMap<QString, QMap<QString, qint64>>;

/// What one office entered for one product and month.
struct SoldEntry
{
    QString month, product, office;
    qint64 quantity = 0;
    QString by, byName; ///< who entered it last
    Instant at = Instant::fromUtcMs(0);
};

/// One figure as it is entered or stands in a file. An empty text takes the figure back.
struct SoldLine
{
    QString month, product, quantity;
    int line = 0; ///< in the file, from 1; 0: typed in
};

/// Name of the settings sold units are published under: + yyyy-MM/office, so that offices that work
/// apart never overwrite one another.
inline constexpr auto kSoldUnits = "sold:";

/// All entries, by month and product. \param month  yyyy-MM, empty: of all months
[[nodiscard]] Result<QVector<SoldEntry>> soldEntries(const CaseReader &reader,
                                                     const QString &month = {});

/// The sums of soldEntries() over the offices.
[[nodiscard]] Result<SoldUnits> soldUnits(const CaseReader &reader);

/// The months from `first` to `last`, both yyyy-MM.
[[nodiscard]] SoldUnits soldBetween(SoldUnits units, const QString &first, const QString &last);

/// Records the figures of this office, all or none, with who and when; the history keeps what they
/// replace. Findings: sold.empty, sold.month, sold.ahead (the month has not begun),
/// sold.product, sold.quantity, sold.twice, sold.same (warning: nothing is new) \error
/// actor.unknown, store.busy, store.disk
[[nodiscard]] Result<Outcome> enterSold(Desk &desk, const QVector<SoldLine> &lines);

/// Reads a CSV of a month, a product and a quantity a row, with a head that names them in Chinese
/// or English in any order. \param month  for files without a column of months \error
/// import.encoding, sold.columns, sold.none
[[nodiscard]] Result<QVector<SoldLine>>
readSold(const QByteArray &bytes, const QString &path, const QString &month = {});

} // namespace huiyin
