// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/tally.h>

#include <algorithm>
#include <array>
#include <initializer_list>

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

bool isFilled(const CaseFile &caseFile, QStringView field)
{
    const QJsonValue value = caseFile.value(field);
    return !value.isUndefined() && !value.isNull() && value != QJsonValue(QString());
}

/// Goods went back, or are to be exchanged.
bool wasReturned(const CaseFile &caseFile)
{
    const QString demand = caseFile.text(u"returnDemand");
    return demand == "Return"_L1 || demand == "Exchange"_L1 ||
           isFilled(caseFile, u"returnedQuantity") || isFilled(caseFile, u"refundAmount");
}

/// The return visit reached the customer: it says so, or has a day or an opinion and no reason why
/// not.
bool wasVisited(const CaseFile &caseFile)
{
    if (const QString state = caseFile.text(u"visitState"); !state.isEmpty()) {
        return state == "Done"_L1;
    }
    const QString opinion = caseFile.text(u"satisfaction");
    const bool rated = !opinion.isEmpty() && opinion != "NotRated"_L1;
    return caseFile.text(u"noVisitReason").isEmpty() &&
           (rated || isFilled(caseFile, u"returnVisitAt"));
}

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
    if (span.closedAs != Stage::Declined && span.closedAs != Stage::Withdrawn &&
        wasVisited(caseFile)) {
        counts.add(day, Count::Visited);
    }
    countFoundedness(counts, day, caseFile.text(u"foundedness"));
    countSatisfaction(counts, day, caseFile.text(u"satisfaction"));
    if (const qint64 loss = caseFile.value(u"lossAmount").toInteger(); loss != 0) {
        counts.add(day, Count::LossFen, loss);
    }
}

/// Working days are known where the clock counted them; of older facts only what calendar days make
/// certain is told.
void countTimeliness(DayCounts &counts,
                     const CaseFile &caseFile,
                     const OpenSpan &span,
                     const std::optional<Instant> &ended)
{
    const Day day = std::max(span.handlingDue->localDay(), span.openedAt.localDay());
    const bool special = span.special || caseFile.value(u"special").toBool();
    counts.add(day, Count::DueIn);
    if (special) {
        counts.add(day, Count::Special);
    }
    if (!ended) {
        return;
    }
    const qint64 used = ended->utcMs() - span.openedAt.utcMs();
    const qint64 days = span.workdays.value_or((used + kDayMs - 1) / kDayMs);
    if (used <= kDayMs) {
        counts.add(day, Count::In24h);
    }
    if (days <= 3) {
        counts.add(day, Count::In3Days);
        if (special) {
            counts.add(day, Count::SpecialIn3);
        }
    } else {
        counts.add(day, days <= 7 ? Count::In7Days : Count::Over7Days);
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
    if (!span.reopened && wasReturned(caseFile)) {
        counts.add(opened, Count::Returned);
    }
    if (span.closedAt) {
        countClosing(counts, caseFile, span);
    }
    // Overdue from the moment the limit passes until the clock stops or the case is closed.
    const std::optional<Instant> ended =
        span.handlingStopped ? span.handlingStopped : span.closedAt;
    if (span.handlingDue) {
        countTimeliness(counts, caseFile, span, ended);
    }
    if (span.handlingDue && (!ended || *ended > *span.handlingDue)) {
        counts.add(std::max(span.handlingDue->localDay(), opened), Count::OverdueIn);
        if (ended) {
            counts.add(std::max({ended->localDay(), span.handlingDue->localDay(), opened}),
                       Count::OverdueOut);
        }
    }
}

/// Minutes of a limit short enough to be kept by the minute; nothing for limits in days.
std::optional<qint64> shortMinutes(const QJsonObject &limit)
{
    constexpr qint64 kDayMin = 24 * 60;
    static constexpr std::array kUnits{std::pair("minutes"_L1, qint64{1}),
                                       std::pair("workminutes"_L1, qint64{1}),
                                       std::pair("hours"_L1, qint64{60}),
                                       std::pair("workhours"_L1, qint64{60})};
    for (const auto &[key, factor] : kUnits) {
        const QJsonValue value = limit.value(key);
        if (value.isDouble() && value.toInteger() * factor < kDayMin) {
            return value.toInteger() * factor;
        }
    }
    return limit.value("sameDay"_L1).toBool() ? std::optional(kDayMin) : std::nullopt;
}

void countShortClocks(QVector<TallyEntry> &entries,
                      const CaseFile &caseFile,
                      const QString &department)
{
    for (const Clock &clock : caseFile.clocks) {
        const auto minutes = clock.handling ? std::nullopt : shortMinutes(clock.limit);
        const bool ended = clock.state == ClockState::Met || clock.state == ClockState::MetLate;
        if (!minutes || !clock.stoppedAt || !ended) {
            continue;
        }
        const Day day = clock.stoppedAt->localDay();
        // Led by its minutes, so that the values stand in the order of a case.
        const QString value = tallyPair(
            department, QString::number(*minutes).rightJustified(4, u'0') + u' ' + clock.label);
        auto entry = std::find_if(entries.begin(), entries.end(), [&](const TallyEntry &one) {
            return one.dimension == Dimension::Clock && one.day == day && one.value == value;
        });
        if (entry == entries.end()) {
            entries.append({day, Dimension::Clock, value, {}});
            entry = entries.end() - 1;
        }
        const Count kept = clock.state == ClockState::Met ? Count::OnTime : Count::Late;
        ++entry->counts.at(static_cast<size_t>(kept));
    }
}

/// Adds what a dimension without a carry counts: the few columns its table has.
void addNamed(QVector<TallyEntry> &entries,
              const DayCounts &counts,
              Dimension dimension,
              const QString &value,
              std::initializer_list<Count> kept)
{
    for (const auto &[day, numbers] : counts.days()) {
        TallyEntry entry{day, dimension, value, {}};
        for (const Count count : kept) {
            const auto place = static_cast<size_t>(count);
            entry.counts.at(place) = numbers.at(place);
        }
        if (entry.counts != Counts{}) {
            entries.append(entry);
        }
    }
}

constexpr char16_t kBetween = 0x1F; // the unit separator: no text a person types holds it

} // namespace

QString tallyPair(const QString &first, const QString &second)
{
    return first + QChar(kBetween) + second;
}

std::pair<QString, QString> tallyParts(const QString &pair)
{
    const qsizetype end = pair.indexOf(QChar(kBetween));
    return end < 0 ? std::pair(pair, QString()) : std::pair(pair.left(end), pair.mid(end + 1));
}

qint64 countedIn(const CaseFile &caseFile, const OpenSpan &span)
{
    DayCounts counts;
    countSpan(counts, caseFile, span);
    qint64 marks = 0;
    for (const auto &[day, numbers] : counts.days()) {
        for (size_t i = 0; i < numbers.size(); ++i) {
            marks |= numbers[i] != 0 ? qint64{1} << i : 0;
        }
    }
    return marks;
}

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
    const QString handler = caseFile.text(u"handler");
    entries.reserve(counts.days().size() * 7 + 4);
    for (const auto &[day, numbers] : counts.days()) {
        for (const auto &[dimension, value] : places) {
            entries.append({day, dimension, value, numbers});
        }
        if (!handler.isEmpty()) {
            entries.append({day, Dimension::Handler, handler, numbers});
        }
    }
    const QString department = places[4].second;
    if (const QString product = caseFile.text(u"productName"); !product.isEmpty()) {
        addNamed(entries,
                 counts,
                 Dimension::Product,
                 tallyPair(product, caseFile.text(u"supplier")),
                 {Count::Received, Count::Reopened, Count::Returned});
    }
    if (const QString cause = caseFile.text(u"causeCode"); !cause.isEmpty()) {
        addNamed(entries,
                 counts,
                 Dimension::Cause,
                 tallyPair(cause, department),
                 {Count::Received, Count::Reopened});
    }
    if (const QString category = places[2].second; !category.isEmpty()) {
        addNamed(entries,
                 counts,
                 Dimension::Subject,
                 tallyPair(category, department),
                 {Count::Received, Count::Reopened});
    }
    countShortClocks(entries, caseFile, department);
    return entries;
}

} // namespace huiyin
