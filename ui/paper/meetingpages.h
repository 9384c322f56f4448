// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/tablepainter.h>
#include <report/document.h>

#include <QString>
#include <QVector>

namespace huiyin {

/// What the cover of a meeting pack says.
struct MeetingCover
{
    QString organisation, title, period;
    QStringList signOff;
};

/// One document of a cover with its list of contents and the tables after it, the pages numbered
/// through. All pages are A4 landscape.
[[nodiscard]] InkDocument layOutMeeting(const MeetingCover &cover,
                                        const QVector<TableDocument> &tables,
                                        const TableWordsOnPaper &words = {});

} // namespace huiyin
