// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/result.h>

#include <QString>
#include <QVector>

#include <algorithm>

namespace huiyin {

enum class Severity { Hint, Warning, Refusal };

/// The clerk's or the rule's matter: what is missing, doubtful or forbidden, where, by which
/// clause. Only a Refusal stops a command; warnings are shown and kept going.
struct Finding
{
    QString code; ///< dotted and stable: `intake.phone.short`
    Severity severity = Severity::Refusal;
    QString field = {};  ///< identifier of the field catalogue, empty for the whole input
    Args args = {};      ///< blanks of the sentence
    QString clause = {}; ///< rule id (`R-TOB-20`) or law article, empty if none
    int line = 0;        ///< 1-based line of a file, 0 if none
    int column = 0;      ///< 1-based column of a file, 0 if none

    friend bool operator==(const Finding &, const Finding &) = default;
};

using Findings = QVector<Finding>;

/// Whether anything in the list stops the command.
[[nodiscard]] inline bool refuses(const Findings &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(), [](const Finding &finding) {
        return finding.severity == Severity::Refusal;
    });
}

} // namespace huiyin
