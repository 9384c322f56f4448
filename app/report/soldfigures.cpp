// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/namedgroups.h>

#include <QSet>

#include <utility>

namespace huiyin {

namespace {

constexpr qint64 kAbovePercent = 2; ///< 连续超2%月数
constexpr int kMostMonths = 36;     ///< nobody counts a longer row

/// What was known of a month when it was closed, else what is known by now.
QMap<QString, qint64> soldOf(const Books &books, const SoldUnits &entered, const QString &month)
{
    const ClosedMonth *closing = books.month(month);
    return closing != nullptr && closing->sold ? closing->sold->value(month) : entered.value(month);
}

/// Adds what differs between two states of the figures of closed months.
void addLate(QVector<SoldFigures::Late> &late, const SoldUnits &then, const SoldUnits &now)
{
    const auto known = [](const SoldUnits &units, const QString &month, const QString &product) {
        const auto sold = units.constFind(month);
        return sold != units.cend() && sold->contains(product) ? std::optional(sold->value(product))
                                                               : std::nullopt;
    };
    QMap<QString, QSet<QString>> all;
    for (const SoldUnits *units : {&then, &now}) {
        for (auto month = units->cbegin(); month != units->cend(); ++month) {
            for (auto it = month->cbegin(); it != month->cend(); ++it) {
                all[month.key()].insert(it.key());
            }
        }
    }
    for (auto month = all.cbegin(); month != all.cend(); ++month) {
        QStringList products(month->cbegin(), month->cend());
        products.sort();
        for (const QString &product : std::as_const(products)) {
            const auto before = known(then, month.key(), product);
            const auto after = known(now, month.key(), product);
            if (before != after) {
                late.append({month.key(), product, before, after});
            }
        }
    }
}

/// The figures of closed months that were changed since and are told in this month.
QVector<SoldFigures::Late>
lateIn(const Books &books, const SoldUnits &entered, const QString &month)
{
    QVector<SoldFigures::Late> late;
    const QVector<ClosedMonth> closings = books.closings();
    for (qsizetype i = 0; i < closings.size(); ++i) {
        const ClosedMonth &closing = closings.at(i);
        const bool isNext = i + 1 < closings.size() ? closings.at(i + 1).month == month
                                                    : books.followsTheLast(month);
        if (!isNext || !closing.sold) {
            continue;
        }
        const SoldUnits &now =
            i + 1 < closings.size() && closings.at(i + 1).sold ? *closings.at(i + 1).sold : entered;
        // The older closing goes back one month further than the newer.
        const QString first = QDate::fromString(month + QStringLiteral("-01"), Qt::ISODate)
                                  .addYears(-1)
                                  .toString(QStringLiteral("yyyy-MM"));
        addLate(late,
                soldBetween(*closing.sold, first, closing.month),
                soldBetween(now, first, closing.month));
    }
    return late;
}

} // namespace

Result<Done> countSold(const CaseReader &reader, const Books &books, Statistics &s)
{
    const auto entered = soldUnits(reader);
    if (!entered) {
        return entered.error();
    }
    SoldFigures &sold = s.sold;
    const QStringList months = Books::wholeMonths(s.period);
    sold.wholeMonths = !months.isEmpty();
    if (months.isEmpty()) {
        return Done{};
    }
    QMap<QString, QStringList> knownIn; // product → months
    for (const QString &month : months) {
        const auto units = soldOf(books, *entered, month);
        for (auto it = units.cbegin(); it != units.cend(); ++it) {
            sold.units[it.key()] += it.value();
            knownIn[it.key()].append(month);
        }
        sold.late += lateIn(books, *entered, month);
    }
    for (auto it = knownIn.cbegin(); it != knownIn.cend(); ++it) {
        if (it->size() < months.size()) {
            sold.units.remove(it.key());
            QStringList &missing = sold.missing[it.key()];
            for (const QString &month : months) {
                if (!it->contains(month)) {
                    missing.append(month);
                }
            }
        }
    }
    QStringList going; // products whose row of months goes on
    const auto last = soldOf(books, *entered, months.last());
    for (auto it = last.cbegin(); it != last.cend(); ++it) {
        sold.monthsAbove.insert(it.key(), 0);
        going.append(it.key());
    }
    QDate first = s.period.to().toDate();
    first = first.addDays(1 - first.day());
    for (int back = 0; back < kMostMonths && !going.isEmpty(); ++back) {
        const QDate day = first.addMonths(-back);
        const Period month = Period::month(day.year(), day.month());
        const auto units = soldOf(books, *entered, month.toString());
        const auto figures = figuresBy(books, Dimension::Product, month, s.at);
        if (!figures) {
            return figures.error();
        }
        const FigureTable products = firstParts(*figures);
        going.removeIf([&](const QString &product) {
            const bool above = units.contains(product) && products.value(product).returned * 100 >
                                                              units.value(product) * kAbovePercent;
            sold.monthsAbove[product] += above ? 1 : 0;
            return !above;
        });
    }
    return Done{};
}

} // namespace huiyin
