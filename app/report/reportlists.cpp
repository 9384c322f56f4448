// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/statistics.h>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

constexpr int kAll = 1'000'000;
constexpr int kPage = 500;

/// The months a period touches, `yyyy-MM`.
QStringList monthsOf(const Period &period)
{
    QStringList months;
    const QDate to = period.to().toDate();
    const QDate from = period.from().toDate();
    for (QDate day = from.addDays(1 - from.day()); day <= to; day = day.addMonths(1)) {
        months.append(day.toString(QStringLiteral("yyyy-MM")));
    }
    return months;
}

class Lists
{
public:
    Lists(const CaseReader &reader, Statistics &statistics, const Progress &progress)
        : m_reader(reader)
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

    /// Nothing for a case the reader must not see.
    Result<std::optional<CaseFile>> open(const CaseId &id);
    Result<Done> readOverdue();
    Result<Done> readMarked(const QString &list, QVector<CaseFile> &target);
    Result<Done> readFirst();

    const CaseReader &m_reader;
    Statistics &m_statistics;
    const Progress &m_progress;
    qint64 m_done = 0;
};

Result<std::optional<CaseFile>> Lists::open(const CaseId &id)
{
    const auto on = goesOn();
    if (!on) {
        return on.error();
    }
    auto caseFile = m_reader.caseFile(id);
    if (!caseFile) {
        if (caseFile.error().code == QStringLiteral("case.hidden")) {
            return std::optional<CaseFile>();
        }
        return caseFile.error();
    }
    return std::optional(*std::move(caseFile));
}

Result<Done> Lists::readOverdue()
{
    const Instant moment = std::min(m_statistics.at, m_statistics.period.end());
    // Cases overdue now are on an index; of an earlier moment those open then are looked through.
    CaseFilter filter;
    if (m_statistics.running) {
        filter.overdueAt = moment;
    } else {
        filter.openAt = moment;
    }
    auto &cases = m_statistics.lists.overdue;
    const auto read = eachRow(m_reader, filter, [&](const CaseRow &row) -> Result<Done> {
        const bool inTime = !row.closedAt && row.due && *row.due >= moment && !row.replyAt;
        if (cases.size() >= kMostListed || (inTime && !m_statistics.running)) {
            return goesOn();
        }
        const auto caseFile = open(row.id);
        if (!caseFile) {
            return caseFile.error();
        }
        if (*caseFile && overdueSince(**caseFile, moment)) {
            cases.append(**caseFile);
        }
        return Done{};
    });
    if (!read) {
        return read;
    }
    std::stable_sort(cases.begin(), cases.end(), [&](const CaseFile &a, const CaseFile &b) {
        return overdueSince(a, moment).value_or(moment) < overdueSince(b, moment).value_or(moment);
    });
    return Done{};
}

Result<Done> Lists::readMarked(const QString &list, QVector<CaseFile> &target)
{
    QStringList numbers;
    for (const QString &month : monthsOf(m_statistics.period)) {
        const auto names = m_reader.namesInUse(list + QLatin1Char(':') + month, {}, kAll);
        if (!names) {
            return names.error();
        }
        numbers += *names;
    }
    numbers.sort();
    numbers.removeDuplicates();
    for (const QString &number : std::as_const(numbers)) {
        const auto id = m_reader.byNumber(number);
        if (!id) {
            return id.error();
        }
        const auto caseFile = open(*id);
        if (!caseFile) {
            return caseFile.error();
        }
        if (*caseFile) {
            target.append(**caseFile);
        }
    }
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

Result<Done> Lists::read()
{
    ReportLists &lists = m_statistics.lists;
    auto done = readOverdue();
    for (const auto &[list, target] : {std::pair("repeat", &lists.repeated),
                                       std::pair("penalty", &lists.penalties),
                                       std::pair("money", &lists.money),
                                       std::pair("rectify", &lists.rectified),
                                       std::pair("verifiedAt", &lists.verified)}) {
        if (done) {
            done = readMarked(QString::fromLatin1(list), *target);
        }
    }
    return done ? readFirst() : done;
}

} // namespace

std::optional<Instant> overdueSince(const CaseFile &caseFile, Instant moment)
{
    for (const OpenSpan &span : caseFile.spans) {
        const bool there = span.openedAt < moment && (!span.closedAt || *span.closedAt >= moment);
        if (there && span.handlingDue && *span.handlingDue < moment) {
            return span.handlingDue;
        }
    }
    return std::nullopt;
}

Result<Statistics>
countReport(const CaseReader &reader, const Period &period, Instant now, const Progress &progress)
{
    auto statistics = countStatistics(reader, period, now, progress);
    if (!statistics) {
        return statistics;
    }
    const auto listed = Lists(reader, *statistics, progress).read();
    if (!listed) {
        return listed.error();
    }
    return statistics;
}

} // namespace huiyin
