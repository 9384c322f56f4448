// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/condition.h>
#include <rules/figure.h>

#include <QString>
#include <QStringList>

#include <optional>

namespace huiyin {

/// One item of a compensation sheet and the method it is computed by.
struct CompensationRule
{
    enum class Method {
        Actual,      ///< what was spent or lost, by receipt; `base` ÷ 365 × days where unproven
        AnnualTimes, ///< `base` × times
        Dependants,  ///< `base` × years: minors until `untilAge`, unable to work `years`
        PropertyEstimate, ///< receipts or estimate of what was damaged
        GoodsMultiple,    ///< price × times
        Goodwill,         ///< offered freely, up to `ceiling` without approval
        OneSum            ///< what the items above come to, paid in one sum
    };
    QString id, zh, en; ///< `a` …
    Method method = Method::Actual;
    QString base; ///< parameter or money field: annualLivingExpense
    std::optional<Span> times;
    int years = 0;                 ///< of a dependant unable to work
    int untilAge = 0;              ///< a minor is kept until this age
    std::optional<Figure> ceiling; ///< yuan, inclusive: above it `approve` must sign
    Condition when;
    QStringList approve; ///< roles
    QString sheet;
    QString field; ///< money field of the case that receives the amount: dmgMedical
    QStringList rules;
    QString needsConfirmation;
};

/// `annualTimes`, as packs and JSON write it.
[[nodiscard]] QString compensationMethodId(CompensationRule::Method method);
[[nodiscard]] std::optional<CompensationRule::Method> compensationMethodOf(QStringView id);

} // namespace huiyin
