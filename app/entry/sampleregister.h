// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>

#include <QByteArray>

namespace huiyin {

/// A sample register as it would stand at `now`: moved by whole weeks, so that weekdays stay and
/// its last day falls on this one or on one of the six to come. What would happen after `now` has
/// not happened: later cases are left out, later replies and closings taken back. What the register
/// left open for long is not left lying: some of it comes again as cases of the last seven days,
/// numbered behind those of their day, the rest is closed a day after its reply. So a handful is
/// overdue, by days. A text without `received_at` in its head comes back as it is. \param csv
/// UTF-8, comma separated, with a head
[[nodiscard]] QByteArray sampleAsOf(const QByteArray &csv, Instant now);

} // namespace huiyin
