// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <domain/finding.h>

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace huiyin {

/// Values as CaseFile::fields holds them, and what was wrong with the rest. A cleared field is
/// null.
struct FieldsReading
{
    QJsonObject fields;
    Findings findings;
};

struct ValueReading
{
    QJsonValue value; ///< undefined when a finding refuses, null when the input was empty
    Findings findings;
};

/// Turns an object from outside (command line, form, file) into stored values. Keys are ids of the
/// catalogue or names that mean one field only (`demand`, a Chinese label); datetimes office-local
/// text or UTC ms; money integer fen or text in yuan; choices id, label or alias; values already
/// stored pass unchanged. Codes: input.unknownField, input.twice, input.kind, input.notAChoice,
/// input.tooLong, input.money, input.integer, input.decimal, input.bool, input.date, input.time,
/// input.timeMissing, day.impossible, intake.phone.*
[[nodiscard]] FieldsReading readFields(const FieldCatalogue &catalogue, const QJsonObject &input);

/// The same for one value of one field.
[[nodiscard]] ValueReading
readValue(const FieldCatalogue &catalogue, const FieldDef &field, const QJsonValue &input);

/// Stored values as the command line writes them: datetimes office-local text, money under a name
/// ending in Fen.
[[nodiscard]] QJsonObject fieldsToJson(const FieldCatalogue &catalogue, const QJsonObject &fields);

/// The field a name means: id, `…Fen` of a money field, or a label or alias of one field only; else
/// nullptr.
[[nodiscard]] const FieldDef *fieldOfName(const FieldCatalogue &catalogue, const QString &name);

/// The id most like the name, empty if none is near.
[[nodiscard]] QString nearestFieldId(const FieldCatalogue &catalogue, const QString &name);

/// NFC, line ends as \n, no control or zero-width characters, no blanks at the ends; one line
/// unless `lines`.
[[nodiscard]] QString normalizedText(const QString &text, bool lines);

/// A signature as it is typed: a name, or 张三（拒签，见证人：李四；原因：不服） of somebody who
/// will not sign.
[[nodiscard]] QJsonObject typedSignature(const QString &text);

/// The name of a signature as it is shown and printed, with the witness where it was refused; what
/// typedSignature reads back.
[[nodiscard]] QString signatureName(const QJsonObject &sign, bool chinese);

/// Half-width digits and signs; ideographic space as space.
[[nodiscard]] QString halfWidth(const QString &text);

/// A phone entry in our form: half-width, numbers separated by 、, +86 and blanks taken off.
[[nodiscard]] QString normalizedPhone(const QString &text);

/// Doubts about a normalized phone entry: warnings only, never a refusal. \source forms 1.2
/// Codes: intake.phone.short, intake.phone.long, intake.phone.area, intake.phone.form
[[nodiscard]] Findings phoneFindings(const QString &phone, const QString &field);

} // namespace huiyin
