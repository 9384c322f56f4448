// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <domain/result.h>

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace huiyin::ctl {

/// All bytes of a file, or of stdin for an empty path or `-`; at most 64 MiB. \error
/// input.unreadable, input.tooLarge
[[nodiscard]] Result<QByteArray> readInput(const QString &path);

/// Whether something is or will be on stdin: a file or a pipe that says so within a second. A
/// terminal has nothing.
[[nodiscard]] bool hasPipedInput();

struct ObjectReading
{
    std::optional<QJsonObject> object; ///< nothing if there is a finding
    Findings findings;                 ///< input.json with line and column
};

/// The id among those known that was meant: people write TOB as the paper does. What is not among
/// them stays as typed.
[[nodiscard]] QString regulationId(const QString &typed, const QStringList &known);

/// Reads one JSON object.
[[nodiscard]] ObjectReading readObject(const QByteArray &bytes);

} // namespace huiyin::ctl
