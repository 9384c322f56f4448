// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>

#include <QString>

#include <optional>

namespace huiyin {

/// What a typed date and time says.
struct MomentReading
{
    Day day;
    std::optional<qint64> msOfDay; ///< nothing: only a day was typed
};

/// Understands `4-15`, `0415 1430`, `昨天下午3点`, `2026-04-15 14:30`, `上周五`, `刚才`. A day
/// without a year is the one nearest to now, the past preferred. Nothing if any part is not
/// understood.
[[nodiscard]] std::optional<MomentReading> readMoment(const QString &text, Instant now);

/// A moment as it is typed: `2026-04-15 14:30`, of midnight the day alone.
[[nodiscard]] QString minuteText(Instant moment);

} // namespace huiyin
