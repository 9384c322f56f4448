// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/books.h>

namespace huiyin {

namespace {

const Day kFirstDay = Day::fromNumber(QDate(1900, 1, 1).toJulianDay()); // no case is older

QString monthOf(Day day) { return day.toString().left(7); }

bool isWholeMonths(const Period &period)
{
    return period.from().toDate().day() == 1 && period.to().addDays(1).toDate().day() == 1;
}

bool isOneMonth(const Period &period)
{
    return isWholeMonths(period) && monthOf(period.from()) == monthOf(period.to());
}

} // namespace

Result<Books> Books::open(const CaseReader &reader)
{
    auto closed = closedMonths(reader);
    if (!closed) {
        return closed.error();
    }
    Books books(reader);
    books.m_closed = *std::move(closed);
    return books;
}

const ClosedMonth *Books::month(const QString &name) const
{
    const auto published = m_closed.constFind(name);
    if (published == m_closed.cend()) {
        return nullptr;
    }
    auto &read = m_read[name];
    if (read == nullptr) {
        const auto parsed = ClosedMonth::fromJson(name, *published);
        if (!parsed) {
            return nullptr;
        }
        read = std::make_shared<const ClosedMonth>(*parsed);
    }
    return read.get();
}

QVector<ClosedMonth> Books::closings() const
{
    QVector<ClosedMonth> all;
    for (auto it = m_closed.cbegin(); it != m_closed.cend(); ++it) {
        if (const ClosedMonth *one = month(it.key())) {
            all.append(*one);
        }
    }
    return all;
}

bool Books::followsTheLast(const QString &name) const
{
    if (m_closed.isEmpty()) {
        return false;
    }
    const QDate last = QDate::fromString(m_closed.lastKey() + QStringLiteral("-01"), Qt::ISODate);
    return last.isValid() && last.addMonths(1).toString(QStringLiteral("yyyy-MM")) == name;
}

QStringList Books::wholeMonths(const Period &period)
{
    QStringList months;
    if (isWholeMonths(period)) {
        for (QDate day = period.from().toDate(); day <= period.to().toDate();
             day = day.addMonths(1)) {
            months.append(day.toString(QStringLiteral("yyyy-MM")));
        }
    }
    return months;
}

const ClosedMonth *Books::closing(const Period &period) const
{
    return isOneMonth(period) ? month(monthOf(period.to())) : nullptr;
}

bool Books::endsClosed(const Period &period) const
{
    return isWholeMonths(period) && m_closed.contains(monthOf(period.to()));
}

Result<QMap<QString, Counts>> Books::upTo(Dimension dimension, Day day) const
{
    const bool monthEnds = day.addDays(1).toDate().day() == 1;
    const ClosedMonth *closed = monthEnds ? month(monthOf(day)) : nullptr;
    if (closed != nullptr && closed->sums.contains(dimension)) {
        return closed->sums.value(dimension);
    }
    if (!m_closed.isEmpty() && m_closed.firstKey() == monthOf(day.addDays(1)) && monthEnds) {
        const ClosedMonth *first = month(m_closed.firstKey());
        if (first != nullptr && first->before.contains(dimension)) {
            return first->before.value(dimension);
        }
    }
    return m_reader->tally(dimension, kFirstDay, day);
}

Result<QMap<QString, qint64>> Books::overdue(Dimension dimension, Instant at) const
{
    if (m_overdueAt != at) {
        m_overdue.clear();
        m_overdueAt = at;
    }
    if (!m_overdue.contains(dimension)) {
        // Those a report always asks for come together: each time the day's cases are gone through.
        static const QVector<Dimension> together{Dimension::Total,
                                                 Dimension::Kind,
                                                 Dimension::Category,
                                                 Dimension::Channel,
                                                 Dimension::Department,
                                                 Dimension::Office};
        const auto cases = m_reader->overdueAt(
            together.contains(dimension) ? together : QVector<Dimension>{dimension}, at);
        if (!cases) {
            return cases.error();
        }
        m_overdue.insert(*cases);
    }
    return m_overdue.value(dimension);
}

Result<Books::Sums> Books::sums(Dimension dimension, const Period &period, bool live) const
{
    Sums sums;
    const bool frozen = !live && anyClosed() && isWholeMonths(period);
    const Day last = period.from().addDays(-1);
    // What came before matters where open cases are carried over, or to take it off again.
    auto before = frozen                   ? upTo(dimension, last)
                  : carriesOver(dimension) ? m_reader->tally(dimension, kFirstDay, last)
                                           : Result<QMap<QString, Counts>>(QMap<QString, Counts>());
    auto during = frozen ? upTo(dimension, period.to())
                         : m_reader->tally(dimension, period.from(), period.to());
    if (!before || !during) {
        return before ? during.error() : before.error();
    }
    sums.before = *std::move(before);
    sums.during = *std::move(during);
    if (frozen) {
        for (auto it = sums.before.cbegin(); it != sums.before.cend(); ++it) {
            Counts &counts = sums.during[it.key()]; // so far everything up to the end
            for (size_t i = 0; i < counts.size(); ++i) {
                counts[i] -= it->at(i);
            }
        }
    }
    return sums;
}

} // namespace huiyin
