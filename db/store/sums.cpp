// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/listmarks.h>
#include <domain/registerdates.h>
#include <store/sums.h>
#include <store/tallycounts.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

/// Columns whose values completers offer; few different ones each.
constexpr std::array<QLatin1StringView, 7> kCountedFields = {
    "assignedDept"_L1,
    "respondentDept"_L1,
    "respondentPerson"_L1,
    "receivingUnit"_L1,
    "handler"_L1,
    "category"_L1,
    "subcategory"_L1,
};

/// Cases of the loan register.
bool wasLent(const CaseFile &caseFile)
{
    return std::any_of(caseFile.steps.cbegin(), caseFile.steps.cend(), [](const Step &step) {
        return !step.struck && step.fields.contains("borrower"_L1);
    });
}

/// The two statements of a tally.
struct TallyTable
{
    const char *line;
    const char *set;
};

template <typename Text>
Result<Done> addTally(Database &database,
                      const TallyTable &table,
                      const QHash<TallyKey, Counts> &changes,
                      const Text &dayText)
{
    // Day by day: what a save changes lies in one page of the table instead of in ten.
    std::vector<QHash<TallyKey, Counts>::const_iterator> order;
    order.reserve(static_cast<size_t>(changes.size()));
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        if (std::any_of(it->cbegin(), it->cend(), [](qint64 count) { return count != 0; })) {
            order.push_back(it);
        }
    }
    std::sort(order.begin(), order.end(), [](const auto &a, const auto &b) {
        return std::tie(a.key().day, a.key().dimension, a.key().value) <
               std::tie(b.key().day, b.key().dimension, b.key().value);
    });
    Query line(database, table.line);
    Query set(database, table.set);
    // Each stay adds to the total, which comes first: a day without it has no other line either.
    std::optional<Day> fresh;
    for (const auto &it : order) {
        const QString dimension = dimensionId(it.key().dimension);
        const QString day = dayText(it.key());
        Counts counts = *it;
        if (fresh != it.key().day) {
            line.bindAt(1, dimension).bindAt(2, day).bindAt(3, it.key().value);
            const bool stands = line.next();
            // A line that cannot be read keeps nobody from saving: it counts for nothing, and the
            // full check names it.
            if (stands && !addPacked(line.blob("counts"), counts)) {
                counts = *it;
            }
            if (line.failure()) {
                return *line.failure();
            }
            line.again(); // or the write would have to keep its place
            if (!stands && it.key().dimension == Dimension::Total) {
                fresh = it.key().day;
            }
        }
        auto done = set.again()
                        .bindAt(1, dimension)
                        .bindAt(2, day)
                        .bindAt(3, it.key().value)
                        .bindAt(4, packedCounts(counts))
                        .run();
        if (!done) {
            return done;
        }
    }
    return Done{};
}

} // namespace

QString packOf(const CaseFile &caseFile)
{
    return packText({caseFile.regulationId, caseFile.regulationVersion}, caseFile.overlays);
}

QString dimensionId(Dimension dimension)
{
    static constexpr std::array<QLatin1StringView, kDimensionCount> kIds = {"total"_L1,
                                                                            "kind"_L1,
                                                                            "category"_L1,
                                                                            "channel"_L1,
                                                                            "department"_L1,
                                                                            "office"_L1,
                                                                            "handler"_L1,
                                                                            "product"_L1,
                                                                            "cause"_L1,
                                                                            "clock"_L1,
                                                                            "subject"_L1};
    return kIds.at(static_cast<size_t>(dimension));
}

void SumChanges::apply(const CaseFile &caseFile, int sign)
{
    const QVector<TallyEntry> entries = tallyOf(caseFile);
    for (const TallyEntry &entry : entries) {
        Counts &counts = m_tally[{entry.dimension, entry.day, entry.value}];
        for (size_t i = 0; i < counts.size(); ++i) {
            counts[i] += sign * entry.counts[i];
        }
    }
    if (caseFile.unknownEvents > 0) {
        m_usage[{u"unknownEvents"_s, QString()}] += sign * caseFile.unknownEvents;
    }
    if (caseFile.voided) {
        return;
    }
    m_usage[{u"stage"_s, stageId(caseFile.stage)}] += sign;
    m_usage[{u"pack"_s, packOf(caseFile)}] += sign;
    const auto openStays = std::count_if(caseFile.spans.cbegin(),
                                         caseFile.spans.cend(),
                                         [](const OpenSpan &span) { return !span.closedAt; });
    m_usage[{u"openStays"_s, QString()}] += sign * openStays;
    for (const QString &list : listMarks(caseFile)) {
        m_usage[{list, caseFile.caseNo}] += sign;
    }
    for (const RegisterDate &line : registerDates(caseFile)) {
        m_usage[{line.field + u':' + line.day.toString().left(7), caseFile.caseNo}] += sign;
    }
    if (caseFile.erased) {
        m_usage[{u"destroyed"_s, caseFile.caseNo}] += sign;
    }
    if (wasLent(caseFile)) {
        m_usage[{u"loan"_s, caseFile.caseNo}] += sign;
    }
    for (const QLatin1StringView field : kCountedFields) {
        const QString name(field);
        const QString value = caseFile.text(name);
        if (!value.isEmpty()) {
            m_usage[{name, value}] += sign;
        }
    }
}

QString monthText(const TallyKey &key) { return key.day.toString().left(7); }

QHash<TallyKey, Counts> monthsOf(const QHash<TallyKey, Counts> &days)
{
    QHash<TallyKey, Counts> months;
    for (auto it = days.cbegin(); it != days.cend(); ++it) {
        TallyKey key = it.key();
        key.day = key.day.addDays(1 - key.day.toDate().day());
        Counts &counts = months[key];
        for (size_t i = 0; i < counts.size(); ++i) {
            counts[i] += it->at(i);
        }
    }
    return months;
}

Result<Done> SumChanges::write(Database &database)
{
    const auto day = [](const TallyKey &key) { return key.day.toString(); };
    auto done = addTally(database, {"tally-line", "tally-set"}, m_tally, day);
    if (!done) {
        return done;
    }
    done =
        addTally(database, {"tally-month-line", "tally-month-set"}, monthsOf(m_tally), monthText);
    if (!done) {
        return done;
    }
    Query usage(database, "usage-add");
    for (auto it = m_usage.cbegin(); it != m_usage.cend(); ++it) {
        if (*it == 0) {
            continue;
        }
        usage.again().bindAt(1, it.key().first).bindAt(2, it.key().second).bindAt(3, *it);
        done = usage.run();
        if (!done) {
            return done;
        }
    }
    m_tally.clear();
    m_usage.clear();
    return Done{};
}

} // namespace huiyin
