// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <domain/instant.h>
#include <rules/noticetext.h>

#include <QVector>

namespace huiyin {

/// What one clause of a notice says about its days.
enum class ClauseKind {
    Off,     ///< 1月1日至3日放假调休
    Work,    ///< 1月4日上班
    Resume,  ///< 2月3日起正常上班: no make-up day, only not off
    Legal,   ///< 其中，1月1日为法定节假日
    Rest,    ///< 1月3日照常公休
    Shift,   ///< 1月4日公休日调至1月2日
    Extend,  ///< 延长春节假期至2月2日
    Total,   ///< 共3天
    Joined,  ///< 与周末连休
    Nothing, ///< understood, arranges nothing: 不调休, 9月3日是纪念日
    Unknown, ///< speaks of days and was not understood
    Other,   ///< speaks of no day
};

struct NoticeClause
{
    ClauseKind kind = ClauseKind::Other;
    QVector<Day> days;
    QVector<Day> targets; ///< of a shift
    int count = 0;        ///< printed number of days, 0 if none
    int extra = 0;        ///< of a shift: festivals moved beside the rest days
    bool dated = false;   ///< names a day of a month
    bool worded = false;  ///< says 放假, 上班, 补休 …
};

/// The year and month to which a bare 8日 belongs; goes from clause to clause of one item.
struct NoticeContext
{
    int noticeYear = 0;
    bool newYear = false; ///< the item of 元旦: its December is the year before
    int year = 0;         ///< of the last date, 0 if none yet
    int month = 0;
    bool stated = false; ///< that year was printed
};

/// Reads one clause; faults of its dates (weekday, impossible day, reversed span) go to `findings`.
[[nodiscard]] NoticeClause readClause(const NoticePiece &clause,
                                      const NoticeText &text,
                                      NoticeContext &context,
                                      Findings &findings);

} // namespace huiyin
