// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <domain/result.h>
#include <rules/deadlines.h>
#include <rules/decide.h>

#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// Whether a field has a value: present, not null, not an empty text.
[[nodiscard]] bool hasValue(const QJsonObject &fields, const QString &id);

/// The moment a stored date or datetime means; a date is the end of business of that day.
[[nodiscard]] std::optional<Instant> momentOf(const OfficeHours &hours, const QJsonValue &value);

[[nodiscard]] QVector<PauseSpan> pausesOf(const Clock &clock);

/// Starts the clock of a rule. Nothing for a promised date not given yet.
/// \error calendar.beforeStart, clock.promised.beforeStart
[[nodiscard]] Result<std::optional<Clock>> startClock(const Ground &ground,
                                                      const ClockRule &rule,
                                                      Instant startedAt,
                                                      const QJsonObject &fields);

/// The clocks whose start field has a value and whose condition holds; those of moves are left out.
[[nodiscard]] Result<QVector<Clock>> clocksOfFields(const Ground &ground,
                                                    const QJsonObject &fields);

/// Stops the clock: office minutes, kept or late. A stop before the start counts as at the start.
void stopClock(const Ground &ground, Clock &clock, Instant at);

/// Counts the due time anew from the clock's own start, limit and pauses. Promised dates stay.
[[nodiscard]] Result<Clock> recounted(const Ground &ground, Clock clock);

[[nodiscard]] constexpr bool runs(const Clock &clock)
{
    return clock.state == ClockState::Running || clock.state == ClockState::Paused;
}

/// Field label of the catalogue for sentences.
[[nodiscard]] QString fieldLabel(const FieldCatalogue &catalogue, const QString &id);

/// {"field": 中文, "fieldEn": English} for sentences about a field.
[[nodiscard]] Args fieldArgs(const FieldCatalogue &catalogue, const QString &id, Args args = {});

/// The fields with `overdue` beside them: the clocks of the case that ran out by `at`, those that
/// were met too late among them.
[[nodiscard]] QJsonObject withOverdue(QJsonObject fields, const CaseFile &caseFile, Instant at);

/// The labels of a group as a sentence names them: fields, fieldsEn.
[[nodiscard]] Args groupArgs(const FieldCatalogue &catalogue, const OneOfRule &group);

/// The groups of fields of which one must be given to register at all: those of the pack, in its
/// place the least that tells what it is about; and always somebody to answer.
[[nodiscard]] QVector<OneOfRule> groupsToRegister(const Regulation &regulation);

/// Fields the pack wants at intake that have no value, and the story where nobody wrote one.
[[nodiscard]] QStringList missingFields(const Ground &ground, const QJsonObject &fields);

} // namespace huiyin
