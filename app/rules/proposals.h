// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/deduction.h>
#include <rules/figure.h>
#include <rules/regulation.h>

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

/// Somebody whom a penalty may hit.
struct PenaltyParty
{
    QString kind;        ///< person, group, department, store, dealer, contractor, supplier, staff
    QString name;        ///< 王某, 一组, 某经销商
    QString department;  ///< of a person
    int events = 1;      ///< how often the ground was given
    QStringList grounds; ///< own grounds; empty: those of the case
    qint64 points = 0;   ///< base points × Figure::kScale
    QMap<QString, qint64> basesFen; ///< monthlyBonus, monthlyWage …: money field or parameter → fen
    QMap<QString, qint64> bonusOfMonth; ///< 2026-04 → bonus of that month, fen
    qint64 carriedFen = 0;              ///< deductions of earlier penalties still to be taken
    std::optional<qint64> chosenFen;    ///< the amount a person decided on
    QVector<PenaltyParty> members;      ///< of a group: the persons it is split to
};

/// What was found, as far as money asks.
struct PenaltyFacts
{
    QStringList grounds;           ///< found and confirmed
    QString penalty;               ///< only this entry, empty = all that apply
    QString scope;                 ///< only entries for this kind of party, empty = any
    QVector<PenaltyParty> parties; ///< persons and others; empty: nobody is named yet
    std::optional<qint64> lossFen;
    qint64 allPoints = 0; ///< of the whole department where not all members are named; 0 = theirs
    QString month;        ///< first month of deductions, yyyy-MM
    QString confirmedBy;  ///< the person who says yes to entries that need confirmation
    ParameterValues parameters; ///< beside those of the pack
};

/// What a pack proposes against one party. Nothing of it counts before a person confirms it.
struct Proposal
{
    QString penalty, zh, en;
    QString ground; ///< empty where the condition alone decides
    QString party, name, department;
    int events = 1;
    std::optional<qint64> amountFen;      ///< nothing: to be chosen or confirmed by a person
    std::optional<qint64> suggestedFen;   ///< what the pack would take where it needs confirmation
    std::optional<qint64> minFen, maxFen; ///< of a range; `maxFen` alone missing: not less than
    qint64 points = 0;
    QString discipline;
    bool circular = false;
    bool takesMoney = false;
    QVector<MonthlyDeduction> schedule;
    qint64 leftFen = 0;    ///< what no month takes
    qint64 basePoints = 0; ///< × Figure::kScale
    QStringList rules, approve;
    QString sheet;
    int objectionDays = 0;
    QStringList explainZh, explainEn;
    QString needsConfirmation;
    bool alternative = false; ///< one of several disciplines for the same fact: a person chooses
};

struct Proposals
{
    QVector<Proposal> list;
    Findings findings; ///< refusals penalty.amount.range …, hints penalty.hint.wage, warnings
};

/// The penalties of the pack that the facts lead to, in the pack's order. Pure; confirms nothing.
/// \param fields  of the case, for conditions; nothing = conditions are taken as met
/// Codes: penalty.amount.range, penalty.amount.least, penalty.points.none, penalty.points.over,
/// penalty.base.missing, penalty.parameter.missing, penalty.bonus.none, penalty.hint.wage,
/// penalty.unknown, penalty.none, penalty.tooLarge
[[nodiscard]] Proposals proposePenalties(const Regulation &regulation,
                                         const std::optional<QJsonObject> &fields,
                                         const PenaltyFacts &facts);

/// Points taken off by complaint, cumulative: of the person and of the department; complaints
/// found unfounded do not count. \source R-DST-21
struct PointEntry
{
    QString name, department;
    qint64 points = 0;
    bool unfounded = false;
};

struct PointSums
{
    QMap<QString, qint64> byPerson, byDepartment;
};

[[nodiscard]] PointSums cumulatedPoints(const QVector<PointEntry> &entries);

/// Takes what earlier penalties still take of each person into the facts; nothing without a month.
/// \param findings  gets penalty.carried.given where the caller says otherwise
void carryOver(PenaltyFacts &facts, const QVector<CarriedDeduction> &carried, Findings &findings);

/// The value of a figure: its own or its parameter's. Nothing while nobody has entered it.
[[nodiscard]] std::optional<qint64>
valueOf(const Regulation &regulation, const ParameterValues &given, const Figure &figure);

} // namespace huiyin
