// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/workcalendar.h>

#include <QString>

namespace huiyin {

/// What a pasted State Council notice says, and what of it was not understood.
struct NoticeReading
{
    YearTable table;      ///< days understood, sorted; year 0 if the title names none
    QVector<QString> sentences; ///< the sentences read, in order
    Findings findings;    ///< every sentence that speaks of days but was not understood (`notice.sentence`, line), contradictions, a weekday that does not fit its date
};

/// Reads the plain text of 国务院办公厅关于20XX年部分节假日安排的通知 as pasted from a page.
[[nodiscard]] NoticeReading readNotice(const QString &text);

} // namespace huiyin
