// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <desk/deskstate.h>

#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array kDimensions{Dimension::Total,
                                 Dimension::Kind,
                                 Dimension::Category,
                                 Dimension::Channel,
                                 Dimension::Department,
                                 Dimension::Office,
                                 Dimension::Handler,
                                 Dimension::Product,
                                 Dimension::Cause,
                                 Dimension::Clock,
                                 Dimension::Subject};

/// Lists by the month a case is marked with; the overdue ones are those of a moment.
constexpr std::array kMarkedLists{MonthList::kRepeat,
                                  MonthList::kPenalty,
                                  MonthList::kMoney,
                                  MonthList::kRectify,
                                  MonthList::kVerified};

const Day kFirstDay = Day::fromNumber(QDate(1900, 1, 1).toJulianDay()); // no case is older

QString monthOf(QDate day) { return day.toString(u"yyyy-MM"_s); }

std::optional<QDate> firstDayOf(const QString &month)
{
    const QDate day = QDate::fromString(month + u"-01"_s, u"yyyy-MM-dd"_s);
    return day.isValid() && month.size() == 7 ? std::optional(day) : std::nullopt;
}

Day dayOf(QDate date) { return Day::fromNumber(date.toJulianDay()); }

Finding refused(const QString &code, const QMap<QString, QString> &args)
{
    return {code, Severity::Refusal, {}, args};
}

Result<Done> sumUp(const CaseReader &reader, Day from, Day to, TallySums &sums)
{
    for (const Dimension dimension : kDimensions) {
        auto values = reader.tally(dimension, from, to);
        if (!values) {
            return values.error();
        }
        sums.insert(dimension, *std::move(values));
    }
    return Done{};
}

QStringList without(const QStringList &numbers, const QStringList &taken)
{
    const QSet<QString> gone(taken.cbegin(), taken.cend());
    QStringList rest;
    std::copy_if(numbers.cbegin(),
                 numbers.cend(),
                 std::back_inserter(rest),
                 [&](const QString &number) { return !gone.contains(number); });
    return rest;
}

/// Fields that the tally counts by, and those the lists of penalties and money show.
const QStringList kCounted{
    u"kind"_s,         u"channel"_s,        u"category"_s,         u"receivingUnit"_s,
    u"assignedDept"_s, u"respondentDept"_s, u"handler"_s,          u"productName"_s,
    u"supplier"_s,     u"causeCode"_s,      u"foundedness"_s,      u"satisfaction"_s,
    u"visitState"_s,   u"returnVisitAt"_s,  u"noVisitReason"_s,    u"repeatFlag"_s,
    u"lossAmount"_s,   u"returnDemand"_s,   u"returnedQuantity"_s, u"refundAmount"_s,
    u"special"_s};
const QStringList kPriced{u"penalties"_s,
                          u"lossAmount"_s,
                          u"refundAmount"_s,
                          u"dmgTotal"_s,
                          u"amount"_s,
                          u"damages"_s,
                          u"recourse"_s,
                          u"settlementNo"_s,
                          u"claimedAmount"_s};

/// Counts that fill up by themselves after the day they are counted on: an answer to a limit that
/// is past is no correction.
constexpr std::array kFillUp{
    Count::In24h, Count::In3Days, Count::In7Days, Count::Over7Days, Count::SpecialIn3};

QStringList changedOf(const QStringList &fields, const CaseFile &then, const CaseFile &now)
{
    QStringList changed;
    std::copy_if(fields.cbegin(),
                 fields.cend(),
                 std::back_inserter(changed),
                 [&](const QString &field) { return then.value(field) != now.value(field); });
    return changed;
}

/// The cases on the lists of penalties and money of closed months.
QSet<QString> pricedIn(const QVector<ClosedMonth> &closed)
{
    QSet<QString> numbers;
    for (const ClosedMonth &one : closed) {
        for (const char *list : {MonthList::kPenalty, MonthList::kMoney}) {
            const QStringList listed = one.lists.value(QLatin1StringView(list));
            numbers.unite(QSet<QString>(listed.cbegin(), listed.cend()));
        }
    }
    return numbers;
}

/// What a case adds to the figures of the days up to `end`.
QMap<QString, Counts> countedUpTo(const CaseFile &caseFile, Day end)
{
    QMap<QString, Counts> counted;
    for (const TallyEntry &entry : tallyOf(caseFile)) {
        Counts counts = entry.counts;
        for (const Count one : kFillUp) {
            counts.at(static_cast<size_t>(one)) = 0;
        }
        if (entry.day <= end && counts != Counts{}) {
            counted.insert(u"%1 %2 %3"_s.arg(entry.day.toString())
                               .arg(static_cast<int>(entry.dimension))
                               .arg(entry.value),
                           counts);
        }
    }
    return counted;
}

/// Why two states of a case count differently.
QStringList changedFields(const CaseFile &then, const CaseFile &now)
{
    if (then.voided != now.voided) {
        return {QLatin1StringView(CaseCorrection::kVoided)};
    }
    QStringList fields = changedOf(kCounted, then, now);
    const auto moments = [](const CaseFile &caseFile) {
        QVector<std::optional<Instant>> times;
        for (const OpenSpan &span : caseFile.spans) {
            times << span.openedAt << span.closedAt << span.handlingDue << span.handlingStopped;
        }
        return times;
    };
    // A case that goes on is closed later than then, which is no correction: its first times are.
    const auto before = moments(then);
    const auto after = moments(now);
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before.at(i) && (i >= after.size() || before.at(i) != after.at(i))) {
            return fields << QLatin1StringView(CaseCorrection::kTimes);
        }
    }
    if (fields.isEmpty()) {
        fields.append(QLatin1StringView(CaseCorrection::kTimes));
    }
    return fields;
}

/// The case as caseAtClosing() gives it; nothing where no fact of it was here then.
Result<std::optional<CaseFile>>
knownAtClosing(const CaseReader &reader, const CaseId &id, const ClosedMonth &closing)
{
    auto events = reader.history(id);
    if (!events) {
        return events.error();
    }
    const bool erased = std::any_of(events->cbegin(), events->cend(), [](const Event &event) {
        return event.kind == QLatin1StringView(event::kBodyErased);
    });
    events->removeIf(
        [&](const Event &event) { return event.seq > closing.heads.value(event.chain, 0); });
    if (events->isEmpty()) {
        return std::optional<CaseFile>();
    }
    auto state = erased ? reader.caseFile(id) : Result<CaseFile>(fold(*events));
    return state ? Result<std::optional<CaseFile>>(*std::move(state)) : state.error();
}

/// Numbers of the cases on the lists of a month, those overdue at its end among them.
Result<QMap<QString, QStringList>>
listsOf(const CaseReader &reader, const QString &month, Instant end)
{
    QMap<QString, QStringList> lists;
    for (const char *list : kMarkedLists) {
        auto numbers = listedNow(reader, QLatin1StringView(list), month);
        if (!numbers) {
            return numbers.error();
        }
        lists.insert(QLatin1StringView(list), *std::move(numbers));
    }
    CaseFilter filter;
    filter.overdueThen = end;
    QStringList overdue;
    Cursor next;
    do {
        const auto page = reader.page(filter, next, kMostOverdueListed);
        if (!page) {
            return page.error();
        }
        for (const CaseRow &row : page->rows) {
            overdue.append(row.caseNo);
        }
        next = page->next;
    } while (!next.isEmpty() && overdue.size() < kMostOverdueListed);
    lists.insert(QLatin1StringView(MonthList::kOverdue), overdue.mid(0, kMostOverdueListed));
    return lists;
}

} // namespace

Result<QStringList> listedNow(const CaseReader &reader, const QString &list, const QString &month)
{
    constexpr int kAll = 1'000'000;
    auto numbers = reader.namesInUse(list + u':' + month, {}, kAll);
    if (!numbers) {
        return numbers.error();
    }
    numbers->sort();
    return *std::move(numbers);
}

Result<QVector<ListChange>> lateChanges(const CaseReader &reader,
                                        const QVector<ClosedMonth> &closed)
{
    QVector<ListChange> changes;
    for (qsizetype i = 0; i < closed.size(); ++i) {
        const ClosedMonth &closing = closed.at(i);
        if (closing.lists.isEmpty()) {
            continue; // closed without lists: nothing to compare with
        }
        for (const char *name : kMarkedLists) {
            const QString list = QLatin1StringView(name);
            QStringList known = closing.lists.value(list);
            for (const ClosedMonth &later : closed.mid(i + 1)) {
                for (const ListChange &told : later.late) {
                    if (told.list == list && told.month == closing.month) {
                        known = without(known, told.removed) + told.added;
                    }
                }
            }
            const auto now = listedNow(reader, list, closing.month);
            if (!now) {
                return now.error();
            }
            const ListChange change{
                list, closing.month, without(*now, known), without(known, *now)};
            if (!change.added.isEmpty() || !change.removed.isEmpty()) {
                changes.append(change);
            }
        }
    }
    return changes;
}

Result<QVector<CaseCorrection>> correctedSince(const CaseReader &reader,
                                               const QVector<ClosedMonth> &closed)
{
    QVector<CaseCorrection> corrections;
    const auto first = closed.isEmpty() ? std::nullopt : firstDayOf(closed.last().month);
    if (!first || closed.last().heads.isEmpty()) {
        return corrections; // closed without heads: nothing to compare with
    }
    const ClosedMonth &closing = closed.last();
    const QSet<QString> priced = pricedIn(closed);
    const Day end = dayOf(first->addMonths(1).addDays(-1));
    const auto cases =
        reader.writtenOnSince(closing.heads, closing.at, Instant::fromLocal(end.addDays(1), 0));
    if (!cases) {
        return cases.error();
    }
    for (const CaseId &id : *cases) {
        const auto now = reader.caseFile(id);
        if (!now && isHidden(now.error())) {
            continue; // a case the acting person must not see is not named
        }
        if (!now) {
            return now.error();
        }
        const auto known = knownAtClosing(reader, id, closing);
        if (!known) {
            return known.error();
        }
        QStringList fields;
        const auto counted = countedUpTo(*now, end);
        if (const std::optional<CaseFile> &then = *known; !then) {
            if (!counted.isEmpty()) {
                fields.append(QLatin1StringView(CaseCorrection::kAdded));
            }
        } else {
            if (countedUpTo(*then, end) != counted) {
                fields = changedFields(*then, *now);
            }
            if (priced.contains(now->caseNo) && !now->voided) {
                fields += changedOf(kPriced, *then, *now);
            }
        }
        if (!fields.isEmpty()) {
            fields.removeDuplicates();
            corrections.append({now->caseNo, fields});
        }
    }
    std::sort(corrections.begin(), corrections.end(), [](const auto &a, const auto &b) {
        return a.caseNo < b.caseNo;
    });
    return corrections;
}

Result<CaseFile>
caseAtClosing(const CaseReader &reader, const CaseId &id, const ClosedMonth &closing)
{
    const auto known = knownAtClosing(reader, id, closing);
    if (!known) {
        return known.error();
    }
    return *known ? **known : reader.caseFile(id);
}

Result<QMap<QString, QString>> closedMonths(const CaseReader &reader)
{
    const auto settings = reader.config();
    if (!settings) {
        return settings.error();
    }
    QMap<QString, QString> months;
    const auto prefix = QLatin1StringView(kClosedMonth);
    for (auto it = settings->lowerBound(prefix);
         it != settings->cend() && it.key().startsWith(prefix);
         ++it) {
        months.insert(it.key().mid(prefix.size()), it.value());
    }
    return months;
}

Result<Outcome> closeMonth(Desk &desk, const QString &month)
{
    const CaseReader &reader = desk.reader();
    if (const auto known = askRoster(desk); !known) {
        return known.error();
    }
    Outcome outcome;
    const auto first = firstDayOf(month);
    const auto months = closedMonths(reader);
    if (!months) {
        return months.error();
    }
    if (!first) {
        outcome.findings.append(refused(u"month.malformed"_s, {{u"month"_s, month}}));
        return outcome;
    }
    const QDate next = first->addMonths(1);
    if (next > desk.now().localDay().toDate()) {
        outcome.findings.append(refused(
            u"month.running"_s, {{u"month"_s, month}, {u"from"_s, dayOf(next).toString()}}));
        return outcome;
    }
    if (const auto closed = months->constFind(month); closed != months->cend()) {
        const auto earlier = ClosedMonth::fromJson(month, *closed);
        outcome.findings.append(refused(
            u"month.closed"_s,
            {{u"month"_s, month},
             {u"by"_s, earlier ? earlier->byName : QString()},
             {u"at"_s,
              earlier ? earlier->at.toLocalText().left(16).replace(u'T', u' ') : QString()}}));
        return outcome;
    }
    if (!months->isEmpty()) {
        const QString due = monthOf(firstDayOf(months->lastKey()).value_or(*first).addMonths(1));
        if (due != month) {
            outcome.findings.append(
                refused(u"month.order"_s,
                        {{u"month"_s, month}, {u"last"_s, months->lastKey()}, {u"due"_s, due}}));
            return outcome;
        }
    }
    QVector<ClosedMonth> earlier;
    for (auto it = months->cbegin(); it != months->cend(); ++it) {
        if (auto one = ClosedMonth::fromJson(it.key(), *it)) {
            earlier.append(*std::move(one));
        }
    }
    auto lists = listsOf(reader, month, Instant::fromLocal(dayOf(next), 0));
    auto late = lateChanges(reader, earlier);
    auto corrected = earlier.isEmpty() ? Result<QVector<CaseCorrection>>(QVector<CaseCorrection>())
                                       : correctedSince(reader, earlier);
    auto sold = soldUnits(reader);
    const auto status = reader.status(desk.now());
    if (!lists || !late || !corrected || !sold || !status) {
        return !lists       ? lists.error()
               : !late      ? late.error()
               : !corrected ? corrected.error()
               : !sold      ? sold.error()
                            : status.error();
    }
    ClosedMonth closing{.month = month,
                        .by = desk.actor().id,
                        .byName = desk.actor().name,
                        .at = desk.now(),
                        .sums = {},
                        .before = {},
                        .lists = *std::move(lists),
                        .heads = status->heads,
                        .late = *std::move(late),
                        .corrected = *std::move(corrected),
                        .sold = soldBetween(*std::move(sold), monthOf(first->addYears(-1)), month)};
    if (closing.byName.isEmpty()) {
        closing.byName = closing.by;
    }
    const Day begin = dayOf(*first);
    const Day end = dayOf(next.addDays(-1));
    auto done = sumUp(reader, kFirstDay, end, closing.sums);
    if (done && months->isEmpty()) {
        done = sumUp(reader, kFirstDay, begin.addDays(-1), closing.before);
    }
    if (!done) {
        return done.error();
    }
    const NewEvent published{QLatin1StringView(event::kConfigPublished),
                             std::nullopt,
                             QJsonObject{{u"name"_s, QLatin1StringView(kClosedMonth) + month},
                                         {u"value"_s, closing.toJson()}}};
    const auto recorded = desk.log().append({desk.actor().id, desk.now(), {published}, {}}, {});
    if (!recorded) {
        return recorded.error();
    }
    desk.reread();
    return outcome;
}

Result<std::optional<MonthToClose>> monthToClose(const CaseReader &reader, Instant now)
{
    constexpr int kRemindDay = 5;
    constexpr int kUrgentDay = 9;
    constexpr int kDueDay = 10;
    const auto months = closedMonths(reader);
    if (!months) {
        return months.error();
    }
    const QDate today = now.localDay().toDate();
    const QDate thisMonth = today.addDays(1 - today.day());
    const auto afterLast =
        months->isEmpty() ? std::optional(thisMonth.addMonths(-1)) : firstDayOf(months->lastKey());
    if (!afterLast) {
        return std::optional<MonthToClose>();
    }
    const QDate first = months->isEmpty() ? *afterLast : afterLast->addMonths(1);
    if (first >= thisMonth) {
        return std::optional<MonthToClose>();
    }
    const auto sums =
        reader.tally(Dimension::Total, dayOf(first), dayOf(first.addMonths(1).addDays(-1)));
    if (!sums) {
        return sums.error();
    }
    if (sums->isEmpty() && months->isEmpty()) {
        return std::optional<MonthToClose>();
    }
    const QDate next = first.addMonths(1);
    MonthToClose open{monthOf(first),
                      MonthToClose::Urgency::NotYet,
                      Instant::fromLocal(dayOf(next.addDays(kRemindDay - 1)), 0),
                      Instant::fromLocal(dayOf(next.addDays(kDueDay - 1)), kDayMs)};
    if (now >= open.due) {
        open.urgency = MonthToClose::Urgency::Overdue;
    } else if (today >= next.addDays(kUrgentDay - 1)) {
        open.urgency = MonthToClose::Urgency::Urgent;
    } else if (today >= next.addDays(kRemindDay - 1)) {
        open.urgency = MonthToClose::Urgency::Remind;
    }
    return std::optional(open);
}

QString urgencyId(MonthToClose::Urgency urgency)
{
    static const std::array kIds{u"notYet"_s, u"remind"_s, u"urgent"_s, u"overdue"_s};
    return kIds.at(static_cast<size_t>(urgency));
}

} // namespace huiyin
