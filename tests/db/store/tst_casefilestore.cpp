// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/database.h>
#include <support/tempstore.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <atomic>
#include <future>
#include <numeric>
#include <thread>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000); // 2026-02-02 10:40 local

Recorded record(TempStore &desk, const QVector<NewEvent> &events)
{
    auto recorded =
        desk.log().append({.actor = u"li"_s, .now = kNow, .events = events, .expected = {}});
    if (!recorded) {
        qFatal("%s %s",
               qUtf8Printable(recorded.error().code),
               qUtf8Printable(recorded.error().detail));
    }
    return *recorded;
}

} // namespace

class TestCaseFileStore : public QObject
{
    Q_OBJECT

private slots:

    void aNewFileKnowsItsOffice()
    {
        TempStore desk;
        const auto status = desk.reader().status(kNow);
        QVERIFY(status.ok());
        QCOMPARE(status->officeCode, u"0571"_s);
        QCOMPARE(status->officeName, u"滨湖分公司"_s);
        QCOMPARE(status->events, qint64{2});
        QCOMPARE(desk.reader().config()->value(u"regulation"_s), u"tob"_s);
    }

    void numbersRunWithinTheirSeries()
    {
        TempStore desk;
        const CaseId a = desk.newCaseId(kNow);
        const CaseId b = desk.newCaseId(kNow);
        const Recorded first = record(desk, {opening(a, {{u"kind"_s, u"Complaint"_s}}, kNow)});
        const Recorded second = record(desk, {opening(b, {{u"kind"_s, u"Complaint"_s}}, kNow)});
        QCOMPARE(first.numbers.value(a), u"TS0571202602-0001"_s);
        QCOMPARE(second.numbers.value(b), u"TS0571202602-0002"_s);
    }

    void aRecordedCaseIsFoundByItsNumber()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        const QString number =
            record(desk, {opening(id, {{u"kind"_s, u"Complaint"_s}}, kNow)}).numbers.value(id);
        const auto found = desk.reader().byNumber(number);
        QVERIFY(found.ok());
        QCOMPARE(*found, id);
        const auto caseFile = desk.reader().caseFile(id);
        QVERIFY(caseFile.ok());
        QCOMPARE(caseFile->caseNo, number);
        QCOMPARE(caseFile->text(u"kind"), u"Complaint"_s);
    }

    void anUnknownNumberIsSaidSo()
    {
        TempStore desk;
        const auto found = desk.reader().byNumber(u"TS0571202602-0099"_s);
        QVERIFY(!found.ok());
        QCOMPARE(found.error().code, u"case.unknown"_s);
    }

    void aDecisionOnAnOlderStateIsRefused()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        record(desk, {opening(id, {{u"kind"_s, u"Complaint"_s}}, kNow)});
        record(desk, {move(id, u"assign"_s, Stage::Accepted, Stage::Handling, kNow)});
        const auto late = desk.log().append(
            {.actor = u"wu"_s,
             .now = kNow,
             .events = {move(id, u"assign"_s, Stage::Accepted, Stage::Handling, kNow)},
             .expected = {{id, 1}}});
        QVERIFY(!late.ok());
        QCOMPARE(late.error().code, u"store.case.changed"_s);
        QCOMPARE(desk.reader().history(id)->size(), 2);
    }

    void aCaseMayComeAgainWithinABatch_data()
    {
        QTest::addColumn<int>("sliceSize");
        QTest::newRow("at once") << 0;
        QTest::newRow("in slices of one") << 1;
        QTest::newRow("in slices of two") << 2;
        QTest::newRow("in slices of three") << 3;
    }

    void aCaseMayComeAgainWithinABatch()
    {
        QFETCH(int, sliceSize);
        TempStore desk;
        const CaseId a = desk.newCaseId(kNow);
        const CaseId b = desk.newCaseId(kNow);
        QVector<NewEvent> left = {opening(a, {{u"content"_s, u"漏水"_s}}, kNow),
                                  opening(b, {{u"content"_s, u"异响"_s}}, kNow),
                                  move(a, u"assign"_s, Stage::Accepted, Stage::Handling, kNow),
                                  move(b, u"assign"_s, Stage::Accepted, Stage::Handling, kNow),
                                  move(b, u"close"_s, Stage::Handling, Stage::Closed, kNow),
                                  move(a, u"close"_s, Stage::Handling, Stage::Closed, kNow)};
        Batch batch{.actor = u"li"_s, .now = kNow, .events = {}, .expected = {}};
        if (sliceSize == 0) {
            batch.events = left;
        } else {
            batch.more = [&]() -> Result<QVector<NewEvent>> {
                const QVector<NewEvent> slice = left.mid(0, sliceSize);
                left.remove(0, slice.size());
                return slice;
            };
        }
        const auto recorded = desk.log().append(batch);
        QVERIFY(recorded.ok());
        QCOMPARE(recorded->ids.size(), 6);
        QCOMPARE(recorded->ids.at(2), desk.reader().history(a)->at(1).id);
        CaseFilter closed;
        closed.stages = {Stage::Closed};
        QCOMPARE(desk.reader().count(closed).value(), qint64{2});
        QCOMPARE(desk.reader().search(u"漏水"_s, 10)->size(), 1);
        const auto report = desk.reader().verify(true);
        QVERIFY2(!report->firstFault,
                 report->firstFault ? qPrintable(report->firstFault->code) : "");
    }

    void whatWasSavedIsThereAfterReopening()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        record(desk, {opening(id, {{u"complainantName"_s, u"王某"_s}}, kNow)});
        desk.close();
        desk.open();
        QCOMPARE(desk.reader().caseFile(id)->text(u"complainantName"), u"王某"_s);
        QCOMPARE(desk.reader().search(u"王某"_s, 10)->size(), 1);
        QVERIFY(!QFileInfo::exists(desk.path() + u"-new"_s));
    }

    void aSumOverMonthsIsTheSumOfItsDays_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addRow("part of a month") << u"2026-01-05"_s << u"2026-01-20"_s;
        QTest::addRow("one month") << u"2026-01-01"_s << u"2026-01-31"_s;
        QTest::addRow("ends within months") << u"2025-12-15"_s << u"2026-02-10"_s;
        QTest::addRow("across one turn") << u"2025-12-31"_s << u"2026-01-01"_s;
        QTest::addRow("from the first of a month") << u"2025-12-01"_s << u"2026-02-27"_s;
        QTest::addRow("to the last of a month") << u"2025-12-02"_s << u"2026-02-28"_s;
        QTest::addRow("leap day") << u"2024-02-29"_s << u"2026-03-01"_s;
        QTest::addRow("nothing yet") << u"1900-01-01"_s << u"2024-02-28"_s;
    }

    void aSumOverMonthsIsTheSumOfItsDays()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        TempStore desk;
        QVector<NewEvent> events;
        const Instant first = Instant::parseLocal(u"2024-02-29 09:00").value();
        for (int i = 0; i < 250; ++i) {
            events.append(opening(desk.newCaseId(kNow),
                                  {{u"kind"_s, i % 3 == 0 ? u"Complaint"_s : u"Inquiry"_s}},
                                  first.addMs(qint64{i} * 3 * kDayMs)));
        }
        record(desk, events);
        const Day last = Day::parse(to).value();
        QMap<QString, qint64> days;
        for (Day day = Day::parse(from).value(); day <= last; day = day.addDays(1)) {
            const auto counts = desk.reader().tally(Dimension::Kind, day, day);
            for (auto it = counts->cbegin(); it != counts->cend(); ++it) {
                days[it.key()] += it->front();
            }
        }
        QMap<QString, qint64> sums;
        const auto counts = desk.reader().tally(Dimension::Kind, Day::parse(from).value(), last);
        for (auto it = counts->cbegin(); it != counts->cend(); ++it) {
            sums[it.key()] = it->front();
        }
        QCOMPARE(sums, days);
    }

    void theCountOfCasesOpenAtAMomentIsTheLengthOfTheirList()
    {
        TempStore desk;
        for (int i = 0; i < 12; ++i) {
            const CaseId id = desk.newCaseId(kNow);
            const Instant at = kNow.addMs((i - 12) * kDayMs);
            record(desk, {opening(id, {{u"kind"_s, u"Complaint"_s}}, at)});
            if (i % 3 != 0) {
                record(
                    desk,
                    {move(id, u"close"_s, Stage::Accepted, Stage::Closed, at.addMs(4 * kDayMs))});
            }
        }
        for (int i = -13; i < 6; ++i) {
            CaseFilter filter;
            filter.openAt = kNow.addMs(i * kDayMs + 5);
            QCOMPARE(desk.reader().count(filter).value(),
                     qint64{desk.reader().keys(filter)->size()});
        }
    }

    void theCountOfCasesOpenAtAMomentHeedsTheOtherConditions()
    {
        TempStore desk;
        for (const auto &kind : {u"Complaint"_s, u"Inquiry"_s, u"Inquiry"_s}) {
            record(desk, {opening(desk.newCaseId(kNow), {{u"kind"_s, kind}}, kNow)});
        }
        CaseFilter filter;
        filter.openAt = kNow.addMs(1);
        filter.kinds = {u"Complaint"_s};
        QCOMPARE(desk.reader().count(filter).value(), qint64{1});
    }

    void theOverdueAtAMomentAreThoseWhoseLimitHasPassed_data()
    {
        QTest::addColumn<QString>("at");
        // Limits pass, clocks stop and cases close at 09:00 and 15:00 of these days.
        for (int day = 27; day < 36; ++day) {
            for (const auto &time : {u"00:00"_s, u"08:59"_s, u"09:00"_s, u"09:01"_s, u"15:01"_s}) {
                const QString at =
                    Instant::parseLocal(u"2026-01-01 "_s + time)->addMs(day * kDayMs).toLocalText();
                QTest::newRow(qPrintable(at)) << at;
            }
        }
    }

    void theOverdueAtAMomentAreThoseWhoseLimitHasPassed()
    {
        QFETCH(QString, at);
        const Instant moment = *Instant::parseLocal(at);
        const Instant nine = *Instant::parseLocal(u"2026-01-28 09:00");
        TempStore desk;

        struct Life
        {
            qint64 openedMs, dueMs, stoppedMs, closedMs; // after nine; 0: never
            bool hasLateClock = false; // set once the case was closed, so nothing stops it
        };

        constexpr qint64 kSixHours = 6LL * 3600 * 1000;
        QMap<QString, qint64> expected;
        const QStringList departments = {u"物流部"_s, u"客服部"_s, QString()};
        int number = 0;
        QVector<NewEvent> events;
        for (const qint64 due : {kSixHours, kDayMs, 3 * kDayMs}) {
            for (const Life &life : {Life{0, due, 0, 0},
                                     Life{0, due, due / 2, 0},
                                     Life{0, due, due + kDayMs, 0},
                                     Life{0, due, due + kSixHours, due + 2 * kDayMs},
                                     Life{0, due, 0, due + kSixHours},
                                     Life{0, due, 0, due + 2 * kDayMs},
                                     Life{0, due, 0, due + kDayMs, true},
                                     Life{2 * kDayMs, due, 0, 4 * kDayMs}}) {
                const QString department = departments.at(number++ % 3);
                const Instant opened = nine.addMs(life.openedMs);
                const CaseId id = desk.newCaseId(kNow);
                events.append(opening(id,
                                      {{u"assignedDept"_s, department}},
                                      opened,
                                      Stage::Accepted,
                                      {handlingClock(opened, nine.addMs(life.dueMs))}));
                if (life.stoppedMs != 0) {
                    events.append(move(id,
                                       u"reply"_s,
                                       Stage::Accepted,
                                       Stage::Handling,
                                       nine.addMs(life.stoppedMs),
                                       {},
                                       {u"handling"_s}));
                }
                if (life.closedMs != 0) {
                    events.append(move(
                        id, u"close"_s, Stage::Handling, Stage::Closed, nine.addMs(life.closedMs)));
                }
                if (life.hasLateClock) {
                    events.append(
                        {.kind = QLatin1StringView(event::kDeadlineSet),
                         .caseId = id,
                         .body = {{u"clock"_s, handlingClock(opened, nine.addMs(life.dueMs))}}});
                }
                const qint64 ended = life.stoppedMs != 0 ? life.stoppedMs : life.closedMs;
                const bool isOverdue = opened < moment && nine.addMs(life.dueMs) < moment &&
                                       (ended == 0 || nine.addMs(ended) >= moment);
                if (isOverdue) {
                    ++expected[department];
                }
            }
        }
        record(desk, events);
        const OverdueCases overdue =
            *desk.reader().overdueAt({Dimension::Total, Dimension::Department}, moment);
        QCOMPARE(overdue.value(Dimension::Department), expected);
        const qint64 all = std::accumulate(expected.cbegin(), expected.cend(), qint64{0});
        QCOMPARE(overdue.value(Dimension::Total).value(QString()), all);
    }

    void whatWasOverdueThenIsListedTheLongestOverdueFirst()
    {
        TempStore desk;
        const Instant then = kNow.addMs(10 * kDayMs);
        QStringList expected;
        QVector<NewEvent> events;
        const auto add = [&](qint64 dueDays, qint64 closedDays) {
            const CaseId id = desk.newCaseId(kNow);
            const Instant due = kNow.addMs(dueDays * kDayMs);
            events.append(opening(id, {}, kNow, Stage::Accepted, {handlingClock(kNow, due)}));
            if (closedDays != 0) {
                events.append(move(id,
                                   u"close"_s,
                                   Stage::Accepted,
                                   Stage::Closed,
                                   kNow.addMs(closedDays * kDayMs)));
            }
            return id.toString();
        };
        static_cast<void>(add(12, 0)); // not due by then
        expected.append(add(7, 0));
        expected.append(add(5, 11));  // closed later
        static_cast<void>(add(3, 9)); // closed before
        expected.append(add(2, 0));
        std::reverse(expected.begin(), expected.end());
        record(desk, events);

        CaseFilter filter;
        filter.overdueThen = then;
        const auto idsOf = [](const QVector<CaseRow> &rows) {
            QStringList ids;
            for (const CaseRow &row : rows) {
                ids.append(row.id.toString());
            }
            return ids;
        };
        const auto keys = desk.reader().keys(filter);
        QCOMPARE(idsOf(*desk.reader().rows(*keys)), expected);
        QCOMPARE(desk.reader().keys(filter, 2).value(), keys->mid(0, 2));
        QCOMPARE(desk.reader().count(filter).value(), 3);
        QStringList paged;
        Cursor next;
        do {
            const auto page = desk.reader().page(filter, next, 1);
            paged += idsOf(page->rows);
            next = page->next;
        } while (!next.isEmpty());
        QCOMPARE(paged, expected);
    }

    void aCaseRecordedAloneIsHandedBackAsTheFileHoldsIt()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        const Recorded opened = record(desk, {opening(id, {{u"kind"_s, u"Complaint"_s}}, kNow)});
        QVERIFY(opened.caseFile);
        QCOMPARE(opened.caseFile->eventCount, 1);
        QCOMPARE(foldDigest(*opened.caseFile), foldDigest(*desk.reader().caseFile(id)));
        const Recorded moved =
            record(desk,
                   {move(id, u"accept"_s, Stage::New, Stage::Handling, kNow),
                    move(id, u"close"_s, Stage::Handling, Stage::Closed, kNow.addMs(1000))});
        QVERIFY(moved.caseFile);
        QCOMPARE(moved.caseFile->eventCount, 3);
        QCOMPARE(foldDigest(*moved.caseFile), foldDigest(*desk.reader().caseFile(id)));
    }

    void ofSeveralCasesNoneIsHandedBack()
    {
        TempStore desk;
        const CaseId first = desk.newCaseId(kNow);
        const CaseId other = desk.newCaseId(kNow);
        QVERIFY(!record(desk, {opening(first, {}, kNow), opening(other, {}, kNow)}).caseFile);
        // The second comes between two facts of the first: two slices.
        QVERIFY(!record(desk,
                        {move(first, u"accept"_s, Stage::New, Stage::Handling, kNow),
                         move(other, u"accept"_s, Stage::New, Stage::Handling, kNow),
                         move(first, u"close"_s, Stage::Handling, Stage::Closed, kNow)})
                     .caseFile);
    }

    void casesToCompleteAreListedByTheirDueTime()
    {
        TempStore desk;
        const CaseId whole = desk.newCaseId(kNow);
        const CaseId early = desk.newCaseId(kNow);
        const CaseId late = desk.newCaseId(kNow);
        const auto incomplete = [](const CaseId &id, qint64 dueMs) {
            NewEvent event =
                opening(id, {}, kNow, Stage::Accepted, {handlingClock(kNow, kNow.addMs(dueMs))});
            event.body.insert(u"missing"_s, QJsonArray{u"phone"_s});
            return event;
        };
        record(desk, {opening(whole, {}, kNow)});
        record(desk, {incomplete(late, 3 * kDayMs)});
        record(desk, {incomplete(early, kDayMs)});
        CaseFilter filter;
        filter.open = true;
        filter.incomplete = true;
        const auto page = desk.reader().page(filter, {}, 10);
        QVERIFY(page.ok());
        QCOMPARE(page->rows.size(), 2);
        QCOMPARE(page->rows.first().id, early);
        QCOMPARE(desk.reader().count(filter).value(), qint64{2});
    }

    void casesAreRevisedAsTheyStandInTheTransaction()
    {
        TempStore desk;
        QVector<CaseId> cases;
        QVector<NewEvent> events;
        for (int i = 0; i < 600; ++i) { // more than are looked up at once
            cases.append(desk.newCaseId(kNow));
            events.append(opening(cases.last(),
                                  {{u"content"_s, u"空调漏水"_s}},
                                  kNow,
                                  Stage::Accepted,
                                  {handlingClock(kNow, kNow.addMs(kDayMs))}));
        }
        record(desk, events);
        QHash<CaseId, int> seen;
        qint64 told = 0;
        Batch batch{
            .actor = u"li"_s,
            .now = kNow,
            .events = {move(cases.at(3), u"assign"_s, Stage::Accepted, Stage::Handling, kNow)},
            .cases = cases};
        batch.revise = [&](const CaseFile &caseFile) -> QVector<NewEvent> {
            seen.insert(caseFile.id, caseFile.eventCount);
            if (caseFile.id == cases.at(5)) {
                return {};
            }
            return {NewEvent{QLatin1StringView(event::kDeadlineSet),
                             caseFile.id,
                             {{u"clock"_s, handlingClock(kNow, kNow.addMs(2 * kDayMs))},
                              {u"at"_s, kNow.utcMs()}}}};
        };
        const auto recorded = desk.log().append(batch, [&](qint64 done, qint64 total) {
            ++told;
            return done < total && total == 600;
        });
        QVERIFY(recorded.ok());
        QCOMPARE(recorded->ids.size(), 600); // one assigned, all but one revised
        QCOMPARE(seen.size(), 600);
        QCOMPARE(seen.value(cases.at(3)), 2); // with what the same batch recorded on it
        QCOMPARE(seen.value(cases.at(4)), 1);
        QVERIFY(told >= 3);
        CaseFilter moved;
        moved.dueFrom = kNow.addMs(2 * kDayMs);
        QCOMPARE(desk.reader().count(moved).value(), qint64{599});
        const auto report = desk.reader().verify(true);
        QVERIFY2(!report->firstFault,
                 report->firstFault ? qPrintable(report->firstFault->code) : "");
    }

    void aCaseThatIsNotThereIsNotRevised()
    {
        TempStore desk;
        bool asked = false;
        Batch batch{.actor = u"li"_s, .now = kNow, .events = {}, .cases = {desk.newCaseId(kNow)}};
        batch.revise = [&](const CaseFile &) {
            asked = true;
            return QVector<NewEvent>();
        };
        const auto recorded = desk.log().append(batch);
        QVERIFY(recorded.ok());
        QVERIFY(recorded->ids.isEmpty());
        QVERIFY(!asked);
    }

    void aWalkGivesEveryStayOnceInItsOrder()
    {
        TempStore desk;
        constexpr int kCases = 1'050; // more than two portions
        QVector<NewEvent> events;
        for (int i = 0; i < kCases; ++i) {
            const Instant receivedAt = kNow.addMs(-i);
            const CaseId id = desk.newCaseId(receivedAt);
            events.append(opening(id, {{u"receivedAt"_s, receivedAt.utcMs()}}, receivedAt));
            if (i == 7) {
                events.append(move(id, u"close"_s, Stage::Accepted, Stage::Closed, kNow));
                events.append(move(id, u"reopen"_s, Stage::Closed, Stage::Handling, kNow));
            }
        }
        record(desk, events);
        CaseFilter filter;
        filter.receivedFrom = kNow.addMs(-kDayMs);
        filter.sort = CaseSort::Received;
        QVector<qint64> walked;
        const auto all = eachRow(desk.reader(), filter, [&](const CaseRow &row) -> Result<Done> {
            walked.append(row.key);
            return Done{};
        });
        QVERIFY(all.ok());
        QCOMPARE(walked.size(), kCases + 1); // a reopened case stands twice
        QCOMPARE(walked, desk.reader().keys(filter).value());
        int seen = 0;
        const auto broken = eachRow(desk.reader(), filter, [&](const CaseRow &) -> Result<Done> {
            return ++seen == 600 ? Result<Done>(Error{u"enough"_s}) : Done{};
        });
        QCOMPARE(broken.error().code, u"enough"_s);
        QCOMPARE(seen, 600);
    }

    void theTablesFollowEveryStepOfACase()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        const auto isWhole = [&] {
            const auto report = desk.reader().verify(true);
            return report.ok() && !report->firstFault;
        };
        const auto received = [&] {
            CaseFilter filter;
            filter.receivedFrom = kNow.addMs(-kDayMs);
            return desk.reader().count(filter).value();
        };
        record(desk,
               {opening(id,
                        {{u"content"_s, u"空调漏水"_s}, {u"complainantName"_s, u"王某"_s}},
                        kNow,
                        Stage::Accepted,
                        {handlingClock(kNow, kNow.addMs(kDayMs))})});
        record(desk, {move(id, u"assign"_s, Stage::Accepted, Stage::Handling, kNow)});
        QVERIFY(isWhole());
        record(desk,
               {move(id, u"close"_s, Stage::Handling, Stage::Closed, kNow, {}, {u"handling"_s})});
        QVERIFY(isWhole());
        QCOMPARE(received(), qint64{1});
        const Recorded again =
            record(desk, {move(id, u"reopen"_s, Stage::Closed, Stage::Handling, kNow)});
        QVERIFY(isWhole());
        QCOMPARE(received(), qint64{2}); // a reopened case counts again
        record(desk,
               {NewEvent{QLatin1StringView(event::kStepUndone),
                         id,
                         {{u"events"_s, QJsonArray{QString::fromLatin1(again.ids.first().toHex())}},
                          {u"at"_s, kNow.utcMs()}}}});
        QVERIFY(isWhole());
        QCOMPARE(received(), qint64{1});
        const QJsonObject corrected{{u"content"_s, u"楼道照明损坏"_s}};
        record(desk,
               {NewEvent{QLatin1StringView(event::kFieldSet),
                         id,
                         {{u"fields"_s, corrected},
                          {u"replaces"_s, desk.reader().caseFile(id)->replacesFor(corrected)},
                          {u"at"_s, kNow.utcMs()}}}});
        QVERIFY(isWhole());
        QCOMPARE(desk.reader().search(u"漏水"_s, 10)->size(), 0);
        QCOMPARE(desk.reader().search(u"照明"_s, 10)->size(), 1);
        record(desk,
               {NewEvent{QLatin1StringView(event::kCaseVoided), id, {{u"at"_s, kNow.utcMs()}}}});
        QVERIFY(isWhole());
        QCOMPARE(desk.reader().search(u"照明"_s, 10)->size(), 0);
        QCOMPARE(received(), qint64{0});
    }

    void earlierComplaintsAreThoseOfThatNumberOrThatName()
    {
        TempStore desk;
        const auto put = [&](const QJsonObject &fields) {
            const CaseId id = desk.newCaseId(kNow);
            return std::pair(id, record(desk, {opening(id, fields, kNow)}).numbers.value(id));
        };
        const auto found = [&](const QStringList &phones, const QString &name) {
            QStringList numbers;
            const auto earlier = desk.reader().earlierOf(phones, name, 50);
            for (const EarlierCase &one : *earlier) {
                numbers.append(one.caseNo);
            }
            numbers.sort();
            return numbers;
        };
        const auto [a, byPhone] =
            put({{u"complainantName"_s, u"李某"_s}, {u"phone"_s, u"13800138000"_s}});
        const auto [b, longer] = put({{u"phone"_s, u"9913800138000"_s}});
        const auto [c, byName] =
            put({{u"complainantName"_s, u"王建华"_s}, {u"phone"_s, u"16400000001"_s}});
        const auto [d, mentioned] = put({{u"content"_s, u"来电人提到王建华"_s}});
        const auto [e, both] = put({{u"phone"_s, u"13800138000、02787654321"_s}});
        QCOMPARE(found({u"13800138000"_s}, {}), (QStringList{byPhone, both}));
        QCOMPARE(found({}, u"王建华"_s), QStringList{byName});
        QCOMPARE(found({u"13800138000"_s, u"02787654321"_s}, u"王建华"_s),
                 (QStringList{byPhone, byName, both}));
        QCOMPARE(found({u"110"_s}, {}), QStringList());
        record(desk,
               {NewEvent{QLatin1StringView(event::kCaseVoided), a, {{u"at"_s, kNow.utcMs()}}}});
        QCOMPARE(found({u"13800138000"_s}, {}), QStringList{both});
    }

    void earlierComplaintsAreLookedUpWhileSomebodyWritesToo()
    {
        TempStore desk;
        const auto complaint = [&](int i) {
            return opening(desk.newCaseId(kNow), {{u"phone"_s, u"13800138000"_s}}, kNow.addMs(i));
        };
        const auto other = desk.reader().another().value();
        const auto found = [&] { return other->earlierOf({u"13800138000"_s}, {}, 50)->size(); };
        record(desk, {complaint(0)});
        QCOMPARE(found(), 1);
        // In the middle of a write only what is committed is there, and nobody waits.
        QVector<qsizetype> meanwhile;
        Batch batch{.actor = u"li"_s, .now = kNow, .events = {complaint(1)}};
        batch.more = [&]() -> Result<QVector<NewEvent>> {
            meanwhile.append(std::async(std::launch::async, found).get());
            return meanwhile.size() < 3 ? QVector<NewEvent>{complaint(int(meanwhile.size()))}
                                        : QVector<NewEvent>();
        };
        QVERIFY(desk.log().append(batch));
        QCOMPARE(meanwhile, (QVector<qsizetype>{1, 1, 1}));
        QCOMPARE(found(), 4);
        QVERIFY(desk.reader().verify(true, {})->faults == 0);
        // A reader outlives the file's writer and still answers.
        desk.close();
        QCOMPARE(found(), 4);
    }

    void lookUpsOfEarlierComplaintsAndSavesDoNotDisturbEachOther()
    {
        TempStore desk;
        const auto other = desk.reader().another().value();
        std::atomic_bool ends = false;
        qsizetype most = 0;
        bool falls = false;
        std::thread looking([&] {
            while (!ends) {
                const auto cases = other->earlierOf({u"13800138000"_s}, u"王建华"_s, 100);
                falls = falls || !cases || cases->size() < most;
                most = cases ? cases->size() : most;
            }
        });
        for (int i = 0; i < 60; ++i) {
            record(desk,
                   {opening(desk.newCaseId(kNow),
                            {{u"phone"_s, u"13800138000"_s}, {u"complainantName"_s, u"王建华"_s}},
                            kNow.addMs(i))});
        }
        ends = true;
        looking.join();
        QVERIFY(!falls);
        QCOMPARE(other->earlierOf({u"13800138000"_s}, {}, 100)->size(), 60);
        QCOMPARE(desk.reader().verify(true, {})->faults, 0);
    }

    void theCheckFindsAnUntouchedFileWhole()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        record(desk, {opening(id, {{u"complainantName"_s, u"王某"_s}}, kNow)});
        record(desk, {move(id, u"close"_s, Stage::Accepted, Stage::Closed, kNow)});
        const auto report = desk.reader().verify(true);
        QVERIFY2(report.ok(),
                 qPrintable(report.ok() ? QString() : report.error().code + report.error().detail));
        QVERIFY2(!report->firstFault,
                 qPrintable(report->firstFault ? report->firstFault->code : QString()));
        QCOMPARE(report->events, qint64{4});
        QCOMPARE(report->cases, qint64{1});
    }
};

QTEST_GUILESS_MAIN(TestCaseFileStore)
#include "tst_casefilestore.moc"
