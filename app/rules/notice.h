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
    YearTable table;            ///< days understood, sorted; year 0 if the title names none
    QVector<QString> sentences; ///< the sentences read, in order
    Findings
        findings; ///< every sentence that speaks of days but was not understood (`notice.sentence`,
                  ///< line), contradictions, a weekday that does not fit its date
};

/// Reads the plain text of 国务院办公厅关于20XX年部分节假日安排的通知 as pasted from a page, with
/// or without the notices that correct it later. \param standing  the calendar in force: a
/// correction pasted alone changes its table of that year
[[nodiscard]] NoticeReading readNotice(const QString &text, const WorkCalendar *standing = nullptr);

/// Reads holidays from a JSON list (one year, or the shipped form), an .ics file, or the text of a
/// notice. The table of a finding that refuses must not be applied. \param standing  the calendar
/// in force: picks the one year of a long list that differs \error calendar.file.unknown,
/// calendar.file.tooBig, calendar.file.severalYears, calendar.json.malformed, …
[[nodiscard]] Result<YearTable> readCalendarFile(const QByteArray &contents,
                                                 Findings &findings,
                                                 const WorkCalendar *standing = nullptr);

/// Reads all-day events whose SUMMARY says 休/放假 or 班/上班. \error calendar.file.severalYears
[[nodiscard]] Result<YearTable> readCalendarIcs(const QByteArray &ics, Findings &findings);

} // namespace huiyin
