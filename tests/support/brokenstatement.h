// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace huiyin::support {

/// From now on every connection this process opens can be broken; before the first store.
void watchStatements();

/// Does a thing again and again, each time with a later SQL query breaking off in the middle,
/// until it gets through whole. What follows the beginning of a writing transaction is left alone:
/// a full disk and a kill try that.
/// \param act gives the code of its error or refusal, nothing when all went well
/// \return the queries whose breaking nobody told of, and what the whole run still said
[[nodiscard]] QStringList brokenInSilence(const std::function<std::optional<QString>()> &act);

} // namespace huiyin::support
