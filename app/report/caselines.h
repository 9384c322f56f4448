// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <report/tablecomposer.h>

// Inside of the report room: what the tables made of single cases share.

namespace huiyin {

/// The department of a case as everywhere in the statistics.
inline QString departmentOf(const CaseFile &caseFile)
{
    const QString assigned = caseFile.text(u"assignedDept");
    return assigned.isEmpty() ? caseFile.text(u"respondentDept") : assigned;
}

inline bool within(const Period &period, Instant at)
{
    return at >= period.begin() && at < period.end();
}

/// A column of words.
inline TableColumn
words(const TableComposer &c, const QString &zh, const QString &en, double weight)
{
    return {c.say(zh, en), weight, CellAlign::Left};
}

} // namespace huiyin
