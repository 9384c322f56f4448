// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <store/database.h>

namespace huiyin {

/// Checks a case file: pages, every event's hashes, links and heads of the chains, seals,
/// attachments; with `full` also every projection against a fold of the events. Counts the faults
/// and keeps the first, with its place. \error store.cancelled, store.busy, store.disk
[[nodiscard]] Result<VerifyReport> verifyFile(Database &database,
                                              bool full,
                                              const Progress &progress,
                                              const QString &attachmentsOf = {});

/// Gathers faults: counts all, keeps the first.
class FaultList
{
public:
    explicit FaultList(VerifyReport &report)
        : m_report(report)
    {
    }

    void add(const QString &code, const Args &args);

private:
    VerifyReport &m_report;
};

/// The projections against the events: second half of a full check.
[[nodiscard]] Result<Done>
compareProjections(Database &database, VerifyReport &report, const Progress &progress);

} // namespace huiyin
