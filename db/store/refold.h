// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <store/database.h>

#include <QStringList>

namespace huiyin {

/// Drops the projections and folds them again from the events, in one transaction: readers keep the
/// old tables until it commits. Gives the number of cases. \error store.cancelled, store.busy,
/// store.disk, fold.noOpening
[[nodiscard]] Result<qint64>
refoldAll(Database &database, const QStringList &searchFields, const Progress &progress);

/// How the present projections were made, as `meta` says it.
struct FoldRecord
{
    int version = 0;
    QStringList searchFields;
};

[[nodiscard]] Result<FoldRecord> foldRecord(Database &database);

[[nodiscard]] Result<Done> writeFoldRecord(Database &database, const QStringList &searchFields);

} // namespace huiyin
