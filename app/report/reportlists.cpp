// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/guardedreader.h>
#include <report/books.h>
#include <report/namedgroups.h>
#include <report/statistics.h>

#include <QSet>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

constexpr int kPage = 500;

class Lists
{
public:
    Lists(const CaseReader &reader,
          const Books &books,
          Statistics &statistics,
          const Progress &progress)
        : m_books(books)
        , m_reader(reader)
        , m_statistics(statistics)
        , m_progress(progress)
    {
    }

    Result<Done> read();

private:
    Result<Done> goesOn()
    {
        ++m_done;
        return !m_progress || m_progress(m_done, m_done + kPage)
                   ? Result<Done>(Done{})
                   : Result<Done>(Error{QStringLiteral("store.cancelled")});
    }

    /// Nothing for a case the reader must not see. \param closing  as it was known then
    Result<std::optional<CaseFile>> open(const CaseId &id, const ClosedMonth *closing = nullptr);
    Result<Done>
    openAll(const QStringList &numbers, const ClosedMonth *closing, QVector<CaseFile> &target);
    Result<Done> readOverdue();
    Result<Done> readMarked(const QString &list, QVector<CaseFile> &target);
    Result<Done> readFirst();
    Result<Done> readLate();
    Result<Done> readPeople();

    /// The closing whose lists are to be shown for a month.
    [[nodiscard]] const ClosedMonth *closingWithLists(const QString &month) const
    {
        const ClosedMonth *closing = m_books.month(month);
        return closing != nullptr && !closing->lists.isEmpty() ? closing : nullptr;
    }

    const Books &m_books;
    const CaseReader &m_reader;
    Statistics &m_statistics;
    const Progress &m_progress;
    qint64 m_done = 0;
};

Result<std::optional<CaseFile>> Lists::open(const CaseId &id, const ClosedMonth *closing)
{
    const auto on = goesOn();
    if (!on) {
        return on.error();
    }
    auto caseFile =
        closing == nullptr ? m_reader.caseFile(id) : caseAtClosing(m_reader, id, *closing);
    if (!caseFile) {
        if (isHidden(caseFile.error())) {
            return std::optional<CaseFile>();
        }
        return caseFile.error();
    }
    return std::optional(*std::move(caseFile));
}

Result<Done>
Lists::openAll(const QStringList &numbers, const ClosedMonth *closing, QVector<CaseFile> &target)
{
    for (const QString &number : numbers) {
        const auto id = m_reader.byNumber(number);
        if (!id) {
            return id.error();
        }
        auto caseFile = open(*id, closing);
        if (!caseFile) {
            return caseFile.error();
        }
        if (*caseFile) {
            target.append(**std::move(caseFile));
        }
    }
    return Done{};
}

Result<Done> Lists::readOverdue()
{
    const Instant moment = std::min(m_statistics.at, m_statistics.period.end());
    auto &cases = m_statistics.lists.overdue;
    const QStringList months = Books::wholeMonths(m_statistics.period);
    if (const ClosedMonth *closing = months.isEmpty() ? nullptr : closingWithLists(months.last())) {
        const auto read =
            openAll(closing->lists.value(QLatin1StringView(MonthList::kOverdue)), closing, cases);
        if (!read) {
            return read;
        }
    } else {
        CaseFilter filter;
        filter.overdueThen = moment;
        const auto take = [&](const CaseRow &row) -> Result<Done> {
            auto caseFile = open(row.id);
            if (!caseFile) {
                return caseFile.error();
            }
            if (*caseFile) {
                cases.append(**std::move(caseFile));
            }
            return Done{};
        };
        const auto read = eachRow(m_reader, filter, take, {}, kMostOverdueListed);
        if (!read) {
            return read;
        }
    }
    std::stable_sort(cases.begin(), cases.end(), [&](const CaseFile &a, const CaseFile &b) {
        return overdueSince(a, moment).value_or(moment) < overdueSince(b, moment).value_or(moment);
    });
    return Done{};
}

Result<Done> Lists::readMarked(const QString &list, QVector<CaseFile> &target)
{
    const Period &period = m_statistics.period;
    const bool whole = !Books::wholeMonths(period).isEmpty();
    QSet<QString> open; // numbers on lists of months that are not closed
    const QDate last = period.to().toDate();
    const QDate from = period.from().toDate();
    for (QDate day = from.addDays(1 - from.day()); day <= last; day = day.addMonths(1)) {
        const QString month = day.toString(QStringLiteral("yyyy-MM"));
        if (const ClosedMonth *closing = whole ? closingWithLists(month) : nullptr) {
            const auto read = openAll(closing->lists.value(list), closing, target);
            if (!read) {
                return read;
            }
            continue;
        }
        const auto numbers = listedNow(m_reader, list, month);
        if (!numbers) {
            return numbers.error();
        }
        open.unite(QSet<QString>(numbers->cbegin(), numbers->cend()));
    }
    const auto read = openAll(open.values(), nullptr, target);
    if (!read) {
        return read;
    }
    // A case of several months stands once, as it was known last.
    std::stable_sort(target.begin(), target.end(), [](const CaseFile &a, const CaseFile &b) {
        return a.caseNo < b.caseNo;
    });
    const auto end =
        std::unique(target.rbegin(), target.rend(), [](const CaseFile &a, const CaseFile &b) {
            return a.caseNo == b.caseNo;
        });
    target.erase(target.begin(), end.base());
    return Done{};
}

/// The receipt of the cases that repeated ones name as their first.
Result<Done> Lists::readFirst()
{
    for (const CaseFile &repeated : std::as_const(m_statistics.lists.repeated)) {
        const QString number = repeated.text(u"relatedNo");
        const auto id = number.isEmpty() ? Result<CaseId>(Error{QStringLiteral("case.unknown")})
                                         : m_reader.byNumber(number);
        if (!id) {
            continue; // some other register's number: there is no interval to tell
        }
        const auto first = open(*id);
        if (!first) {
            return first.error();
        }
        if (*first) {
            m_statistics.lists.firstReceived.insert(number, (*first)->spans.first().openedAt);
        }
    }
    return Done{};
}

Result<Done> Lists::readLate()
{
    for (const QString &month : Books::wholeMonths(m_statistics.period)) {
        if (const ClosedMonth *closing = m_books.month(month)) {
            m_statistics.lists.late += closing->late;
        } else if (m_books.followsTheLast(month)) {
            const auto late = lateChanges(m_reader, m_books.closings());
            if (!late) {
                return late.error();
            }
            m_statistics.lists.late += *late;
        }
    }
    return Done{};
}

Result<Done> Lists::readPeople()
{
    const auto people = m_reader.roster();
    if (!people) {
        return people.error();
    }
    for (const Person &person : *people) {
        m_statistics.lists.departmentOf.insert(person.id, person.department);
        m_statistics.lists.departmentOf.insert(person.name, person.department);
    }
    return Done{};
}

Result<Done> Lists::read()
{
    ReportLists &lists = m_statistics.lists;
    auto done = readOverdue();
    for (const auto &[list, target] : {std::pair(MonthList::kRepeat, &lists.repeated),
                                       std::pair(MonthList::kPenalty, &lists.penalties),
                                       std::pair(MonthList::kMoney, &lists.money),
                                       std::pair(MonthList::kRectify, &lists.rectified),
                                       std::pair(MonthList::kVerified, &lists.verified)}) {
        if (done) {
            done = readMarked(QString::fromLatin1(list), *target);
        }
    }
    if (done) {
        done = readFirst();
    }
    if (done) {
        done = readLate();
    }
    return done ? readPeople() : done;
}

} // namespace

std::optional<Instant> overdueSince(const CaseFile &caseFile, Instant moment)
{
    for (const OpenSpan &span : caseFile.spans) {
        const bool there = span.openedAt < moment && (!span.closedAt || *span.closedAt >= moment);
        const bool kept = span.handlingStopped && *span.handlingStopped < moment;
        if (there && !kept && span.handlingDue && *span.handlingDue < moment) {
            return span.handlingDue;
        }
    }
    return std::nullopt;
}

Result<Statistics>
countReport(const CaseReader &reader, const Period &period, Instant now, const Progress &progress)
{
    const auto books = Books::open(reader);
    if (!books) {
        return books.error();
    }
    auto statistics = countFigures(reader, *books, period, now, progress);
    if (!statistics) {
        return statistics;
    }
    auto done = countNamed(*books, *statistics);
    if (done) {
        done = countEarlierDeclines(reader, *statistics);
    }
    if (done) {
        done = countCorrections(reader, *books, *statistics);
    }
    if (done) {
        done = countSold(reader, *books, *statistics);
    }
    if (done) {
        done = Lists(reader, *books, *statistics, progress).read();
    }
    if (!done) {
        return done.error();
    }
    return statistics;
}

} // namespace huiyin
