// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <domain/result.h>

#include <QJsonObject>
#include <QMap>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

/// One demand on a field beyond a list of values: `lossAmount = ">= 500"`, `purchaseDate =
/// ">= receivedAt - 3 months"`, `replyAt = "*"`.
struct Comparison
{
    enum class Sign { Less, LessOrEqual, Equal, GreaterOrEqual, Greater, Given, Missing };
    /// How the two sides are read: plain numbers, fen (written in yuan), or moments.
    enum class Scale { Number, Fen, Moment };
    enum class Step { Days, Months, Years };

    QString field;
    Sign sign = Sign::Given;
    Scale scale = Scale::Number;
    double number = 0;   ///< the fixed side of Number and Fen (in fen)
    QString text;        ///< the fixed side of Moment: a day `2026-01-01`
    QString other;       ///< the field on the right, empty for a fixed value
    QString parameter;   ///< the parameter that gives the fixed side, see applyParameters()
    bool isOpen = false; ///< nobody has entered that parameter: the comparison is false
    int offset = 0;      ///< added to `other`: a date moved by so many steps
    Step step = Step::Days;
    bool wholeDay = false; ///< one side is a date: both are compared as days

    /// Whether the sign opens a range upwards (>, >=).
    [[nodiscard]] bool isLower() const
    {
        return sign == Sign::GreaterOrEqual || sign == Sign::Greater;
    }

    /// Whether the sign opens a range downwards (<, <=).
    [[nodiscard]] bool isUpper() const { return sign == Sign::LessOrEqual || sign == Sign::Less; }

    /// False while a side has no value; `Missing` is true then.
    [[nodiscard]] bool holds(const QJsonObject &fields) const;

    /// `不少于 500`, `not above Received on − 3 months`: what the other side must be.
    [[nodiscard]] QString toText(const FieldCatalogue &catalogue, bool chinese) const;

    /// Reads `>= 500` for a field, or `>= lossThreshold` where that is one of the parameters of the
    /// pack. Nothing if the text begins with no sign. \error condition.field.kind, condition.value,
    /// condition.other
    static std::optional<Result<Comparison>> parse(const FieldCatalogue &catalogue,
                                                   const QString &field,
                                                   const QString &text,
                                                   const QStringList &parameters = {});

    friend bool operator==(const Comparison &, const Comparison &) = default;
};

/// What conditions may ask beside the fields: `overdue = "handling"`, the clocks that ran out, see
/// withOverdue().
inline constexpr auto kOverdue = "overdue";

/// When an entry of a pack applies: per field, the values that make it so; all fields must hold. A
/// switch (bool) is written `true` or `false`, an unset one counts as false; of a multi field one
/// member is enough. All comparisons must hold, those of one field together make a range.
struct Condition
{
    QMap<QString, QStringList> anyOf;
    QVector<Comparison> comparisons = {};
    QVector<QPair<QString, QStringList>> further = {}; ///< demands joined on by an overlay

    [[nodiscard]] bool holds(const QJsonObject &fields) const;

    [[nodiscard]] bool isEmpty() const
    {
        return anyOf.isEmpty() && comparisons.isEmpty() && further.isEmpty();
    }

    /// Both must hold from now on.
    void join(const Condition &other);
    /// What it demands of other fields than these.
    [[nodiscard]] Condition apartFrom(const QStringList &fields) const;
    /// Fields it looks at.
    [[nodiscard]] QStringList fields() const;

    friend bool operator==(const Condition &, const Condition &) = default;
};

} // namespace huiyin
