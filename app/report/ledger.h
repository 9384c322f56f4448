// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <report/tables.h>
#include <report/xlsx.h>

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

enum class RegisterFormat { Csv, Xlsx };

/// The nineteen columns of F-03 投诉台账, in order, as the organisation words them, and behind them
/// one for each field of its own.
[[nodiscard]] QStringList ledgerHeads(const TableWords &words);

/// One line of the ledger without the organisation's own fields: a text per column. Name and phone
/// of a confidential case are masked.
[[nodiscard]] QStringList ledgerCells(qint64 seqNo, const CaseRow &row, const TableWords &words);

/// Writes the ledger of a filter, row by row; own fields are read from each case. Gives the number
/// of rows.
/// \param remarks  of a spreadsheet, see fileRemarks()
/// \error report.write, store.cancelled (nothing is left behind)
[[nodiscard]] Result<qint64> exportRegister(const CaseReader &reader,
                                            const CaseFilter &filter,
                                            RegisterFormat format,
                                            const QString &path,
                                            const TableWords &words,
                                            const Progress &progress = {},
                                            const QVector<Remark> &remarks = {});

/// The lines of a printed ledger: one object of its fields per case, in the order of the filter,
/// numbered from 1.
/// \param now open cases due before it are marked `overdue`
/// \param fields what the ledger shows: those that the list of cases does not keep are read from
/// each case
/// \param most lines at most, -1 for all \error store.cancelled
[[nodiscard]] Result<QVector<QJsonObject>> ledgerRows(const CaseReader &reader,
                                                      const CaseFilter &filter,
                                                      Instant now,
                                                      const Progress &progress = {},
                                                      const QStringList &fields = {},
                                                      qint64 most = -1);

} // namespace huiyin
