// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/tally.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

/// Gathers the counts of one case per day; the dimensions are laid over them at the end.
class DayCounts
{
public:
    void add(Day day, Count count, qint64 amount = 1)
    {
        auto it = std::find_if(
            m_days.begin(), m_days.end(), [&](const auto &entry) { return entry.first == day; });
        if (it == m_days.end()) {
            m_days.append({day, Counts{}});
            it = m_days.end() - 1;
        }
        it->second.at(static_cast<size_t>(count)) += amount;
    }

    [[nodiscard]] const QVector<std::pair<Day, Counts>> &days() const { return m_days; }

private:
    QVector<std::pair<Day, Counts>> m_days;
};

void countSatisfaction(DayCounts &counts, Day day, const QString &satisfaction)
{
    if (satisfaction == "VerySatisfied"_L1) {
        counts.add(day, Count::VerySatisfied);
    } else if (satisfaction == "Satisfied"_L1) {
        counts.add(day, Count::Satisfied);
    } else if (satisfaction == "BasicallySatisfied"_L1) {
        counts.add(day, Count::BasicallySatisfied);
    } else if (satisfaction == "Dissatisfied"_L1) {
        counts.add(day, Count::Dissatisfied);
    } else {
        counts.add(day, Count::NotRated);
    }
}

void countFoundedness(DayCounts &counts, Day day, const QString &foundedness)
{
    if (foundedness == "Founded"_L1) {
        counts.add(day, Count::Founded);
    } else if (foundedness == "PartlyFounded"_L1) {
        counts.add(day, Count::PartlyFounded);
    } else if (foundedness == "Unfounded"_L1) {
        counts.add(day, Count::Unfounded);
    }
}

void countClosing(DayCounts &counts, const CaseFile &caseFile, const OpenSpan &span)
{
    const Day day = span.closedAt->localDay();
    counts.add(day, Count::Closed);
    if (span.closedAs == Stage::Declined) {
        counts.add(day, Count::Declined);
    } else if (span.closedAs == Stage::Withdrawn) {
        counts.add(day, Count::Withdrawn);
    }
    if (span.onTime) {
        counts.add(day, *span.onTime ? Count::OnTime : Count::Late);
    }
    if (span.workedMin) {
        counts.add(day, Count::WorkedMin, *span.workedMin);
        counts.add(day, Count::WorkedCases);
    }
    countFoundedness(counts, day, caseFile.text(u"foundedness"));
    countSatisfaction(counts, day, caseFile.text(u"satisfaction"));
    if (const qint64 loss = caseFile.value(u"lossAmount").toInteger(); loss != 0) {
        counts.add(day, Count::LossFen, loss);
    }
}

void countSpan(DayCounts &counts, const CaseFile &caseFile, const OpenSpan &span)
{
    const Day opened = span.openedAt.localDay();
    counts.add(opened, Count::Received);
    if (span.reopened) {
        counts.add(opened, Count::Reopened);
    } else if (caseFile.value(u"repeatFlag").toBool()) {
        counts.add(opened, Count::Repeat);
    }
    if (span.closedAt) {
        countClosing(counts, caseFile, span);
    }
    // Overdue from the moment the limit passes until the clock stops or the case is closed.
    const std::optional<Instant> ended =
        span.handlingStopped ? span.handlingStopped : span.closedAt;
    if (span.handlingDue && (!ended || *ended > *span.handlingDue)) {
        counts.add(std::max(span.handlingDue->localDay(), opened), Count::OverdueIn);
        if (ended) {
            counts.add(std::max({ended->localDay(), span.handlingDue->localDay(), opened}),
                       Count::OverdueOut);
        }
    }
}

} // namespace

QVector<TallyEntry> tallyOf(const CaseFile &caseFile)
{
    if (caseFile.voided) {
        return {};
    }
    DayCounts counts;
    for (const OpenSpan &span : caseFile.spans) {
        countSpan(counts, caseFile, span);
    }
    const QString assigned = caseFile.text(u"assignedDept");
    const QString unit = caseFile.text(u"receivingUnit");
    const std::pair<Dimension, QString> places[] = {
        {Dimension::Total, QString()},
        {Dimension::Kind, caseFile.text(u"kind")},
        {Dimension::Category, caseFile.text(u"category")},
        {Dimension::Channel, caseFile.text(u"channel")},
        {Dimension::Department, assigned.isEmpty() ? caseFile.text(u"respondentDept") : assigned},
        {Dimension::Office, unit.isEmpty() ? caseFile.office : unit},
    };
    QVector<TallyEntry> entries;
    entries.reserve(counts.days().size() * 6);
    for (const auto &[day, numbers] : counts.days()) {
        for (const auto &[dimension, value] : places) {
            entries.append({day, dimension, value, numbers});
        }
    }
    return entries;
}

} // namespace huiyin
