// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

// The JSON shapes scripts rely on: instants as office-local text, choices as identifiers.
namespace huiyin::ctl {

[[nodiscard]] QJsonValue jsonOf(const std::optional<Instant> &instant);
[[nodiscard]] QJsonValue jsonOf(const std::optional<Day> &day);

/// `workingDay`, `weekend`, `holiday`, `makeupDay`
[[nodiscard]] QString dayKindId(DayKind kind);

/// {"clock","label","owner","handling","limit","startedAt","due","dueDay","provisional","state","stoppedAt","onTime","workedMin","clause","rules"}
[[nodiscard]] QJsonObject clockJson(const Clock &clock);
[[nodiscard]] QJsonArray clocksJson(const QVector<Clock> &clocks);

/// Tasks of an outcome with due times as local text.
[[nodiscard]] QJsonArray tasksJson(const QJsonArray &tasks);

/// {"caseNo","caseId","stage",…}: one line of a list.
[[nodiscard]] QJsonObject rowJson(const CaseRow &row);

/// One case whole: fields, clocks, steps, conflicts, attachments.
[[nodiscard]] QJsonObject caseJson(const CaseFile &caseFile, const FieldCatalogue &catalogue);

/// [{"day","weekday","kind","number","reason","name","text","at"}]
[[nodiscard]] QJsonArray daysJson(const QVector<CountedDay> &days, bool chinese);

/// The explanation as lines of text.
[[nodiscard]] QStringList daysText(const QVector<CountedDay> &days, bool chinese);

/// `{"workdays":3}` in words, else as it stands.
[[nodiscard]] QString limitText(const QJsonObject &limit, bool chinese);

/// Chinese or English label of a choice, the identifier if there is none.
[[nodiscard]] QString
choiceLabel(const FieldCatalogue &catalogue, QStringView field, const QString &id, bool chinese);

/// The pack's or code list's word for a stage.
[[nodiscard]] QString stageLabel(const Desk &desk, Stage stage, bool chinese);

/// `2026-02-13 17:00`, empty for nothing.
[[nodiscard]] QString shortText(const std::optional<Instant> &instant);

} // namespace huiyin::ctl
