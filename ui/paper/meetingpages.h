// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/sheetpainter.h>
#include <paper/tablepainter.h>
#include <report/statistics.h>

#include <QString>
#include <QVector>

namespace huiyin {

/// What a meeting looks at, counted: the figures with their lists, and the reports that belong to
/// them.
struct MeetingPapers
{
    /// A sheet of the period: the monthly report before the tables, the proposals after them.
    struct Form
    {
        Sheet sheet;
        SheetValues values;
        bool leads = false;
    };

    Statistics statistics;
    QVector<Form> forms;
};

/// Counts a period for a meeting: the tables of meetingReports() and the forms F-46 and F-45.
/// \error as countReport() and registerPaper()
[[nodiscard]] Result<MeetingPapers>
readMeeting(const Desk &desk, const Period &period, const Progress &progress = {});

/// One document of a cover with its list of contents, the forms and the tables. Cover and tables
/// are A4 landscape, the forms as they are described.
[[nodiscard]] InkDocument
layOutMeeting(const Desk &desk, const MeetingPapers &papers, Language language);

} // namespace huiyin
