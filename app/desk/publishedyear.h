// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/result.h>
#include <rules/workcalendar.h>

#include <QByteArray>

namespace huiyin {

/// One year's table as it is published in the case file:
/// {"year","notices","days":[{"day","working","name"}]}.
[[nodiscard]] QByteArray yearToJson(const YearTable &year);

/// \error calendar.year.malformed
[[nodiscard]] Result<YearTable> yearFromJson(const QByteArray &json);

} // namespace huiyin
