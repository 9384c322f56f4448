// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>

#include <QString>
#include <QVector>

namespace huiyin {

/// An import that was begun and whose end is not in the case file: it is under way, or the program
/// ended in the middle of it.
struct OpenImport
{
    QString batch;
    QString path; ///< of the register
    Instant begunAt = Instant::fromUtcMs(0);
};

/// The oldest first. Rows an unfinished import has left are found by its batch; importing the same
/// file again takes the rest and ends it, undoImport() takes them back.
[[nodiscard]] Result<QVector<OpenImport>> openImports(const CaseReader &reader);

/// Recorded with the first rows of an import.
[[nodiscard]] NewEvent importBegun(const OpenImport &begun);

/// Recorded with the last rows of an import, or with its undoing.
[[nodiscard]] NewEvent importEnded(const QString &batch);

} // namespace huiyin
