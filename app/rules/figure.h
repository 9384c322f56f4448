// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/result.h>

#include <QMap>
#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <optional>

namespace huiyin {

/// A number of a pack, exact to four places: yuan, times, years, percent or points; or the name of
/// a
/// [[parameter]] that gives it.
struct Figure
{
    static constexpr qint64 kScale = 10000;

    qint64 scaled = 0; ///< number × kScale
    QString parameter; ///< id of the parameter that gives the number, empty if it stands here

    friend bool operator==(const Figure &, const Figure &) = default;
};

/// A figure the organisation may choose inside: 10 to 20 times. Equal ends are one figure.
struct Span
{
    Figure least, most;
};

/// A figure of the organisation that its regulation leaves to it: the annual living expense of the
/// city's residents, the ceiling of the goodwill authority.
struct ParameterRule
{
    QString id, zh, en;
    std::optional<qint64>
        scaled;   ///< value in force × Figure::kScale; nothing until the organisation enters it
    QString unit; ///< yuan, percent, times, years, days, points, share
    QStringList rules;
    QString needsConfirmation;
    std::optional<qint64> written = {}; ///< what the pack itself gives
    bool own = false;                   ///< the organisation has entered the value in force

    /// What a person still has to say yes to, empty once the organisation has entered its value.
    [[nodiscard]] QString open() const { return own ? QString() : needsConfirmation; }
};

/// Values given beside those of the pack: parameter id → value × Figure::kScale.
using ParameterValues = QMap<QString, qint64>;

/// 30 → 30; a third of a fen is rounded half up.
[[nodiscard]] constexpr qint64 fenOfYuan(qint64 scaledYuan)
{
    constexpr qint64 kPerFen = Figure::kScale / 100;
    return (scaledYuan + kPerFen / 2) / kPerFen;
}

/// `1,800.00`: fen as people write yuan.
[[nodiscard]] QString yuanText(qint64 fen);

/// `2.5`, `-0.02`: the number of a decimal text × kScale, exact; nothing for what is no number, is
/// finer than four places or leaves 64 bits.
[[nodiscard]] std::optional<qint64> scaledOf(const QString &decimal);

/// `2.5`, `20`: a scaled number without idle zeros.
[[nodiscard]] QString figureText(qint64 scaled);

/// Whether part ÷ whole is more than a scaled share; exact.
[[nodiscard]] bool isAbove(qint64 part, qint64 whole, qint64 share);

/// number × scaled factor ÷ kScale, rounded half up, exact in 128 bits; nothing where the result
/// leaves 64 bits.
[[nodiscard]] std::optional<qint64> timesScaled(qint64 number, qint64 scaled);

/// number × factor ÷ divisor for whole non-negative numbers, rounded half up; nothing where the
/// result leaves 64 bits or the divisor is not positive.
[[nodiscard]] std::optional<qint64> shareOf(qint64 number, qint64 factor, qint64 divisor);

} // namespace huiyin
