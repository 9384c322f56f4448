// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/result.h>

#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// How many of a period's cases are verified.
struct SamplePlan
{
    qint64 share = 0;             ///< of the cases × Figure::kScale: 1000 = one in ten
    std::optional<qint64> atMost; ///< nothing = no ceiling
    qint64 atLeast = 0;           ///< at least so many, if there are so many

    /// From a pack's `draw` or a command line; a share in quotes is read exactly, one without to
    /// four places. \error sample.share, sample.range
    static Result<SamplePlan> fromJson(const QJsonObject &draw);
};

struct SampleCandidate
{
    QString caseNo;
    QString
        stratum; ///< receiving unit, department …: every one is represented while the size allows
};

/// Draws cases to verify: reproducible from the seed and the numbers alone, whatever the order of
/// the candidates, so that nobody can say the draw was chosen. Strata share the size by their
/// cases (largest remainder, ties by name), each gets at least one while there are enough.
/// Gives the drawn candidates by stratum and number.
[[nodiscard]] QVector<SampleCandidate>
drawSample(const QVector<SampleCandidate> &candidates, const SamplePlan &plan, const QString &seed);

} // namespace huiyin
