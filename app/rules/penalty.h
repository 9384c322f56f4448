// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/condition.h>
#include <rules/figure.h>

#include <QString>
#include <QStringList>
#include <QtGlobal>

namespace huiyin {

/// A fact that may be held against somebody: 接待冷淡, 装运错误.
struct GroundRule
{
    QString id, zh, en;
    QString penalty; ///< the entry it leads to, empty if only penalties name the ground
    QStringList rules;
};

/// How much a penalty takes. All money in yuan as Figure.
struct AmountRule
{
    enum class Way {
        None,           ///< no money
        Fixed,          ///< `least`
        Range,          ///< a person chooses from `least` to `most`
        AtLeast,        ///< a person chooses, not below `least`
        BasePointShare, ///< loss ÷ points of the department × own points
        PercentOfBase,  ///< `least` percent of `base`
        Whole           ///< the whole of `base`
    };
    Way way = Way::None;
    Figure least, most;
    QString base; ///< money field or parameter: monthlyBonus
};

/// What one penalty says about money, points and discipline.
struct PenaltyRule
{
    QString id, zh, en;
    QString party; ///< person, group, department, store, dealer, contractor, supplier, staff
    Condition when;
    QStringList grounds; ///< any of them; empty: `when` alone decides
    Condition itself;    ///< further facts by which the program proposes it though nobody named one
    AmountRule amount;
    qint64 points = 0;     ///< taken off the assessment
    QString discipline;    ///< 申诫
    bool circular = false; ///< published in the house
    QString per;           ///< event, complaint or month: what the amount is counted by
    QString capOf;        ///< money field or parameter whose share limits one month, empty = no cap
    Figure capShare;      ///< 0.5
    bool carries = false; ///< what is over the cap goes on month by month
    QStringList approve;  ///< roles
    QString sheet;
    int objectionDays = 0; ///< calendar days to object after it was confirmed, 0 = not provided for
    QStringList rules;
    QString needsConfirmation;
};

} // namespace huiyin
