// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>

#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// A date as people wrote it in a register.
struct WrittenDate
{
    enum class Kind {
        Empty,
        Certain,    ///< one reading only
        Guessed,    ///< read with an assumption (25/3/7 = 2025)
        Ambiguous,  ///< `readings` holds the possible ones
        NoYear,     ///< month and day only, in `readings` for the year 2000
        Impossible, ///< a date that no calendar has
        Unreadable, ///< no date at all
    };
    Kind kind = Kind::Empty;
    std::optional<Day> day;
    qint64 msOfDay = 0;
    bool hasTime = false;
    QVector<Day> readings;
    int month = 0, dayOfMonth = 0; ///< of NoYear

    [[nodiscard]] bool known() const { return kind == Kind::Certain || kind == Kind::Guessed; }

    [[nodiscard]] Instant instant() const { return Instant::fromLocal(*day, msOfDay); }
};

/// Reads 2025-3-7 9:05, 2025/3/7, 2025年3月7日 下午2:05, 2025.3.7, 20250307, full-width digits and
/// spreadsheet serials (45693, 45717.5).
[[nodiscard]] WrittenDate readWrittenDate(const QString &text);

} // namespace huiyin
