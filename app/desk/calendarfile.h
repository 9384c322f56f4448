// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <domain/result.h>
#include <rules/workcalendar.h>

#include <QByteArray>
#include <QVector>

namespace huiyin {

/// One year's table as it is published in the case file:
/// {"year","notices","days":[{"day","working","name"}]}.
[[nodiscard]] QByteArray yearToJson(const YearTable &year);

/// \error calendar.year.malformed
[[nodiscard]] Result<YearTable> yearFromJson(const QByteArray &json);

/// What a file or pasted text says about holidays, whatever its form: a JSON list like the shipped
/// one, one year as above, an iCalendar file, or the plain text of the State Council notice.
struct CalendarReading
{
    QVector<YearTable> years;
    Findings findings;
};

[[nodiscard]] CalendarReading readCalendarFile(const QByteArray &fileOrText);

} // namespace huiyin
