// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/deadlines.h>
#include <rules/texts.h>

#include <QByteArray>
#include <QJsonObject>

namespace huiyin {

/// One deadline to count, as a line of a batch file states it.
struct DueQuestion
{
    Instant receipt;
    Limit limit;
    OfficeHours hours;
    QVector<PauseSpan> pauses;
};

/// Reads keys `receipt`, `rule`, `settings`, `pauses`; other keys are not looked at.
/// \error due.json, due.keyMissing, due.keyUnknown, due.keyForeign, due.value; and the codes of the
/// values
[[nodiscard]] Result<DueQuestion> readDueQuestion(const QJsonObject &json);

/// Answers one line: {"id","due","dueDay","provisional"}, null where the limit is never reached, or
/// {"id","error":{"code","args"}}.
[[nodiscard]] QJsonObject dueLine(const WorkCalendar &calendar, const QByteArray &jsonLine);

/// The same answer with "args" of an error replaced by "message" in the language.
[[nodiscard]] QJsonObject dueLine(const WorkCalendar &calendar,
                                  const QByteArray &jsonLine,
                                  const Texts &texts,
                                  Language language);

/// {"due","dueDay","provisional"} of an answer.
[[nodiscard]] QJsonObject dueJson(const Deadline &deadline);

} // namespace huiyin
