// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/closedmonths.h>
#include <desk/ports.h>
#include <report/period.h>

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace huiyin {

/// A share, or nothing where the denominator is zero.
[[nodiscard]] std::optional<double> share(qint64 part, qint64 whole);

/// What a period's table says about one group of cases. Counts of cases; money in fen.
struct Figures
{
    qint64 carriedOver = 0; ///< open when the period began
    qint64 received = 0;    ///< opened in the period, reopenings included
    qint64 reopened = 0;    ///< of those, reopenings
    qint64 closed = 0;      ///< all closings in the period, declined and withdrawn included
    qint64 declined = 0;
    qint64 withdrawn = 0;
    qint64 open = 0; ///< open at the end: carriedOver + received − closed
    qint64 onTime = 0;
    qint64 late = 0;
    qint64 overdueOpen = 0; ///< open at the end and past due then
    qint64 workedMin = 0;   ///< office minutes of `workedCases` closings
    qint64 workedCases = 0;
    qint64 founded = 0, partlyFounded = 0, unfounded = 0;
    qint64 verySatisfied = 0, satisfied = 0, basicallySatisfied = 0, dissatisfied = 0, notRated = 0;
    qint64 repeat = 0;
    qint64 lossFen = 0;
    qint64 dueIn = 0; ///< handling limits that fell into the period, and how they were kept
    qint64 in24h = 0, in3Days = 0, in7Days = 0, over7Days = 0;
    qint64 special = 0, specialIn3 = 0; ///< of dueIn: extended or special
    qint64 visited = 0;                 ///< closings with a return visit that reached the customer
    qint64 returned = 0;                ///< goods taken back or exchanged
    qint64 declinedEarlier = 0; ///< of declined: received before the period; by countReport() alone

    [[nodiscard]] qint64 accepted() const { return received - declined; } ///< 受理

    [[nodiscard]] qint64 settled() const { return closed - declined - withdrawn; } ///< 办结

    [[nodiscard]] qint64 toDo() const { return carriedOver + accepted(); } ///< 应办

    [[nodiscard]] qint64 rated() const
    {
        return verySatisfied + satisfied + basicallySatisfied + dissatisfied;
    }

    [[nodiscard]] qint64 satisfactory() const { return rated() - dissatisfied; }

    [[nodiscard]] std::optional<double> closingRate() const { return share(settled(), toDo()); }

    [[nodiscard]] std::optional<double> onTimeRate() const { return share(onTime, onTime + late); }

    /// 3日及时率: special and extended cases are left out.
    [[nodiscard]] std::optional<double> in3DaysRate() const
    {
        return share(in3Days - specialIn3, dueIn - special);
    }

    /// 7日及时率
    [[nodiscard]] std::optional<double> in7DaysRate() const
    {
        return share(in3Days + in7Days, dueIn);
    }

    [[nodiscard]] std::optional<double> satisfactionRate() const
    {
        return share(satisfactory(), rated());
    }

    [[nodiscard]] bool isEmpty() const { return *this == Figures(); }

    friend bool operator==(const Figures &, const Figures &) = default;
};

/// Figures of one dimension: identifier or name (first level of a category, empty = not given) →
/// figures. Groups without any figure are left out.
using FigureTable = QMap<QString, Figures>;

/// Sums and differences member by member.
[[nodiscard]] Figures operator+(Figures a, const Figures &b);
[[nodiscard]] Figures operator-(Figures a, const Figures &b);

/// Groups of a two-part dimension by their first or second part.
[[nodiscard]] FigureTable firstParts(const FigureTable &pairs);
[[nodiscard]] FigureTable secondParts(const FigureTable &pairs);

/// One month of the trend.
struct TrendMonth
{
    Period month;
    Figures figures;
};

/// The cases that lists show.
struct ReportLists
{
    QVector<CaseFile> overdue; ///< the longest overdue first, at most kMostOverdueListed
    QVector<CaseFile> repeated, penalties, money, rectified, verified; ///< by case number
    QHash<QString, Instant> firstReceived; ///< receipt of the cases that `repeated` name as first
    QHash<QString, QString> departmentOf;  ///< person id and name → department
    QVector<ListChange> late; ///< of lists of months closed before, told in this period
};

/// Units sold in a period: what rates by product are reckoned with.
struct SoldFigures
{
    bool wholeMonths = false;           ///< else nothing can be told: figures are entered by month
    QMap<QString, qint64> units;        ///< product → sold; only of products known in every month
    QMap<QString, QStringList> missing; ///< product → months nobody entered, where some are known
    QMap<QString, int>
        monthsAbove; ///< product → months in a row, up to the last of the period, with
                     ///< returns above 2 % of the units sold; where that is known

    /// A figure of a closed month that was entered or changed since.
    struct Late
    {
        QString month, product;
        std::optional<qint64> before, now;

        friend bool operator==(const Late &, const Late &) = default;
    };

    QVector<Late> late; ///< told in this period
};

/// The statistics of one period with the two it is compared with.
struct Statistics
{
    Period period;
    Instant at = Instant::fromUtcMs(0); ///< when it was counted
    bool running = false;  ///< the period is not over: overdue cases are counted as of `at`
    QString closedBy = {}; ///< who closed the month, empty while it is open
    std::optional<Instant> closedAt = std::nullopt;
    Figures corrections = {}; ///< of these figures, what belongs to months closed before
    QMap<Dimension, FigureTable> correctionsBy = {}; ///< the same by group; by countReport() alone
    QVector<CaseCorrection> corrected = {}; ///< the cases that made them; by countReport() alone
    QStringList declinedEarlier = {};       ///< numbers of those of Figures::declinedEarlier
    QStringList offices = {};               ///< office codes with any figure
    QVector<OfficeState> sources = {};      ///< whose facts are in, and up to when
    Figures total = {};
    QMap<Dimension, FigureTable> by = {}; ///< see carriesOver()
    Figures previous = {}, lastYear = {}; ///< totals of the compared periods
    QMap<Dimension, FigureTable> previousBy = {}, lastYearBy = {};
    FigureTable yearToDateByKind = {}, yearToDateByOffice = {};
    Figures yearToDate = {}, lastYearToDate = {};
    QVector<TrendMonth> trend = {}; ///< the twelve months up to the end of the period
    qint64 trendDeclinedEarlier =
        0; ///< declined in those months, received before them; by countReport() alone
    ReportLists lists = {}; ///< filled by countReport()
    SoldFigures sold = {};  ///< filled by countReport()

    [[nodiscard]] FigureTable table(Dimension dimension) const { return by.value(dimension); }
};

/// Counts a period. A case belongs to the day of its receipt in office time; a closing to its own
/// day; a reopened case is received again. A closed month says what it said when it was closed;
/// what changed in it since counts in the first month after the last closed one. Periods that cut
/// months are counted as the register stands. \param now cases are overdue as of this moment while
/// the period still runs \error store.cancelled; report.unbalanced  carriedOver + received − closed
/// is not the number of cases the register shows open at the end of the period: the projections are
/// damaged, refold
[[nodiscard]] Result<Statistics> countStatistics(const CaseReader &reader,
                                                 const Period &period,
                                                 Instant now,
                                                 const Progress &progress = {});

/// Counts a period and reads the lists of S-09, S-11 and S-15 … S-18: at most kMostOverdueListed
/// overdue cases, of the others all. Lists of closed months are those they were closed with.
/// \error as countStatistics()
[[nodiscard]] Result<Statistics> countReport(const CaseReader &reader,
                                             const Period &period,
                                             Instant now,
                                             const Progress &progress = {});

/// The document of `report statistics --format json`: rates are fractions or null.
[[nodiscard]] QJsonObject statisticsJson(const Statistics &statistics);

/// The offices whose facts do not reach the end of the period, or the moment it was counted.
[[nodiscard]] QVector<OfficeState> unmerged(const Statistics &statistics);

/// The handling clock's limit that was past at `moment`, and not kept, in the stay of the case
/// then.
[[nodiscard]] std::optional<Instant> overdueSince(const CaseFile &caseFile, Instant moment);

/// The filter behind a number of a period's table; further members narrow it to a group.
namespace drill {
[[nodiscard]] CaseFilter carriedOver(const Statistics &statistics);
[[nodiscard]] CaseFilter received(const Period &period);
[[nodiscard]] CaseFilter closed(const Period &period);
[[nodiscard]] CaseFilter open(const Statistics &statistics);
[[nodiscard]] CaseFilter overdue(const Statistics &statistics);
/// 受理, without what is taken off it: Figures::declinedEarlier.
[[nodiscard]] CaseFilter accepted(const Period &period);
/// 应办: carried over and accepted.
[[nodiscard]] CaseFilter toDo(const Period &period);
/// Stays whose handling limit fell in the period and that add to this count.
[[nodiscard]] CaseFilter due(const Period &period, Count count);
/// Of the received or closed stays of a period those that add to this count.
[[nodiscard]] CaseFilter counted(CaseFilter filter, Count count);
/// These cases alone, by number.
[[nodiscard]] CaseFilter numbers(const QStringList &numbers);
} // namespace drill

} // namespace huiyin
