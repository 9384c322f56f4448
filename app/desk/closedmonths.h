// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/soldunits.h>

#include <QMap>
#include <QString>

#include <optional>

namespace huiyin {

/// Sums of the tally by value, for each dimension.
using TallySums = QMap<Dimension, QMap<QString, Counts>>;

/// What a list of a closed month misses or has too much by now: case numbers.
struct ListChange
{
    QString list; ///< see MonthList
    QString month;
    QStringList added, removed;

    friend bool operator==(const ListChange &, const ListChange &) = default;
};

/// A case of closed months that counts otherwise by now: its number and what changed in it.
struct CaseCorrection
{
    QString caseNo;
    QStringList fields; ///< ids of the catalogue, and kVoided … for what is no field

    static constexpr auto kVoided = "voided"; ///< the registration was cancelled
    static constexpr auto kTimes = "times";   ///< opened, closed, due or answered at another time
    static constexpr auto kAdded = "added";   ///< not known here when the month was closed

    friend bool operator==(const CaseCorrection &, const CaseCorrection &) = default;
};

/// The lists of cases a month is closed with, as listMarks() and registerDates() name them.
namespace MonthList {
inline constexpr auto kOverdue = "overdue"; ///< open and past due at the end of the month
inline constexpr auto kRepeat = "repeat";
inline constexpr auto kPenalty = "penalty";
inline constexpr auto kMoney = "money";
inline constexpr auto kRectify = "rectify";
inline constexpr auto kVerified = "verifiedAt";
} // namespace MonthList

/// The most overdue cases a list shows, and a closed month keeps.
inline constexpr int kMostOverdueListed = 2000;

/// A month whose figures were frozen. The sums run from the beginning to the end of the month, so
/// that the difference of two closed months is what was reported for the later one. The lists are
/// kept by number; what they show of a case is what was known of it then (caseAtClosing()), so that
/// a closing repeats nothing a case would have to forget.
struct ClosedMonth
{
    QString month; ///< yyyy-MM
    QString by, byName;
    Instant at = Instant::fromUtcMs(0);
    TallySums sums;                   ///< to the end of the month
    TallySums before;                 ///< to its beginning; only in the first month ever closed
    QMap<QString, QStringList> lists; ///< list → case numbers; empty: closed without lists
    QMap<QString, qint64> heads;      ///< chain uid → the last event known then
    QVector<ListChange> late;         ///< of lists of months closed before, told with this one
    QVector<CaseCorrection> corrected = {}; ///< of months closed before, told with this one
    /// Units sold as known then, of this month and the year before it; nothing in closings made
    /// before such figures could be entered.
    std::optional<SoldUnits> sold = std::nullopt;

    [[nodiscard]] QString toJson() const;
    /// Nothing for a text that is none of ours.
    static std::optional<ClosedMonth> fromJson(const QString &month, const QString &json);
};

/// The numbers on a list of a month as the register stands. \error as CaseReader::namesInUse()
[[nodiscard]] Result<QStringList>
listedNow(const CaseReader &reader, const QString &list, const QString &month);

/// What has changed on the lists of these months since it was told last. \param closed  in their
/// order, without a gap \error as listedNow()
[[nodiscard]] Result<QVector<ListChange>> lateChanges(const CaseReader &reader,
                                                      const QVector<ClosedMonth> &closed);

/// The cases that count otherwise up to the end of the last of these closed months than they did
/// when it was closed, those not known then among them, or stand otherwise on a list of money of
/// any of them; by number. \param closed  in their order \error as CaseReader::history()
[[nodiscard]] Result<QVector<CaseCorrection>> correctedSince(const CaseReader &reader,
                                                             const QVector<ClosedMonth> &closed);

/// The case as it was known when the month was closed; an erased one as it is left. \error
/// case.unknown, case.hidden
[[nodiscard]] Result<CaseFile>
caseAtClosing(const CaseReader &reader, const CaseId &id, const ClosedMonth &closing);

/// Names of the settings closed months are published under: + yyyy-MM.
inline constexpr auto kClosedMonth = "month:";

/// The closed months by yyyy-MM, as published; their sums are unpacked by fromJson().
[[nodiscard]] Result<QMap<QString, QString>> closedMonths(const CaseReader &reader);

/// Freezes the figures of a month that is over, yyyy-MM, as a fact of its own: who closed it and
/// when. What changes later counts in the next month. Findings: month.malformed, month.running,
/// month.closed, month.order \error actor.unknown, store.busy, store.disk
[[nodiscard]] Result<Outcome> closeMonth(Desk &desk, const QString &month);

/// How urgent it is to close the month that has ended.
struct MonthToClose
{
    enum class Urgency { NotYet, Remind, Urgent, Overdue };
    QString month;
    Urgency urgency = Urgency::NotYet;
    Instant since = Instant::fromUtcMs(0); ///< the 5th
    Instant due = Instant::fromUtcMs(0);   ///< the end of the 10th
};

/// The earliest month that is over and not closed: the last one while none was ever closed, nothing
/// where everything is closed or nothing happened in it.
[[nodiscard]] Result<std::optional<MonthToClose>> monthToClose(const CaseReader &reader,
                                                               Instant now);

/// `notYet`, `remind`, `urgent`, `overdue`
[[nodiscard]] QString urgencyId(MonthToClose::Urgency urgency);

} // namespace huiyin
