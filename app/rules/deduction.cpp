// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/deduction.h>
#include <rules/figure.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

__extension__ using Wide = __int128;

constexpr int kMostMonths = 1200;

qint64 capOf(qint64 bonusFen, qint64 share)
{
    return static_cast<qint64>(Wide(std::max<qint64>(bonusFen, 0)) * share / Figure::kScale);
}

} // namespace

std::optional<QVector<qint64>> basePointShares(qint64 fen, const QVector<qint64> &points)
{
    Wide all = 0;
    for (const qint64 one : points) {
        if (one < 0) {
            return std::nullopt;
        }
        all += one;
    }
    if (fen < 0 || all == 0 || all > std::numeric_limits<qint64>::max()) {
        return std::nullopt;
    }
    QVector<qint64> shares;
    QVector<qint64> remainders;
    qint64 left = fen;
    for (const qint64 one : points) {
        const Wide product = Wide(fen) * one;
        shares.append(static_cast<qint64>(product / all));
        remainders.append(static_cast<qint64>(product % all));
        left -= shares.last();
    }
    QVector<qsizetype> order(points.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return remainders[a] > remainders[b];
    });
    for (qsizetype i = 0; i < left; ++i) { // fewer are left than there are shares
        ++shares[order[i]];
    }
    return shares;
}

bool isMonth(const QString &text)
{
    bool isYear = false;
    bool isNumber = false;
    const int year = text.left(4).toInt(&isYear);
    const int month = text.mid(5).toInt(&isNumber);
    return text.size() == 7 && text.at(4) == u'-' && isYear && isNumber && year >= 1900 &&
           text.at(5).isDigit() && month >= 1 && month <= 12;
}

QString monthAfter(const QString &month)
{
    if (!isMonth(month)) {
        return {};
    }
    const int year = month.left(4).toInt();
    const int number = month.mid(5).toInt();
    return u"%1-%2"_s.arg(number == 12 ? year + 1 : year, 4, 10, QChar(u'0'))
        .arg(number == 12 ? 1 : number + 1, 2, 10, QChar(u'0'));
}

qint64 carriedFrom(const QVector<CarriedDeduction> &carried,
                   const QString &name,
                   const QString &department,
                   const QString &month)
{
    qint64 fen = 0;
    for (const CarriedDeduction &one : carried) {
        const bool other =
            !one.department.isEmpty() && !department.isEmpty() && one.department != department;
        if (one.name != name || other) {
            continue;
        }
        for (auto it = one.ofMonth.lowerBound(month); it != one.ofMonth.cend(); ++it) {
            fen += *it;
        }
    }
    return fen;
}

DeductionPlan deductionSchedule(qint64 fen,
                                qint64 carriedFen,
                                const QString &first,
                                const BonusMonths &bonus,
                                std::optional<qint64> capShare)
{
    DeductionPlan plan;
    qint64 carried = std::max<qint64>(carriedFen, 0);
    qint64 fresh = std::max<qint64>(fen, 0);
    QString month = first;
    for (int i = 0; i < kMostMonths && (carried > 0 || fresh > 0) && !month.isEmpty(); ++i) {
        const qint64 most =
            capShare
                ? std::max<qint64>(capOf(bonus.ofMonth.value(month, bonus.usualFen), *capShare) -
                                       bonus.taken.value(month),
                                   0)
                : std::numeric_limits<qint64>::max();
        const qint64 before = std::min(carried, most);
        const qint64 now = std::min(fresh, most - before);
        if (before + now > 0) {
            plan.months.append({month, before + now, before});
        }
        carried -= before;
        fresh -= now;
        month = monthAfter(month);
    }
    plan.leftFen = carried + fresh;
    return plan;
}

} // namespace huiyin
