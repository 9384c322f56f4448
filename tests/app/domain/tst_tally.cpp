// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/tally.h>

#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

class TestTally : public QObject
{
    Q_OBJECT

    static Instant at(QStringView text) { return Instant::parseLocal(text).value(); }

    static CaseFile sample(QVector<OpenSpan> spans)
    {
        CaseFile c{.id = CaseId::make(Instant::fromUtcMs(1), QByteArray(10, 'x'))};
        c.office = u"0571"_s;
        c.spans = std::move(spans);
        c.heads[u"kind"_s] = {FieldHead{u"Complaint"_s, {}, 1, {}}};
        c.heads[u"respondentDept"_s] = {FieldHead{u"配送部"_s, {}, 1, {}}};
        return c;
    }

    static qint64 sum(const CaseFile &c,
                      Count count,
                      QStringView from,
                      QStringView to,
                      Dimension dimension = Dimension::Total)
    {
        qint64 total = 0;
        for (const TallyEntry &entry : tallyOf(c)) {
            if (entry.dimension == dimension && entry.day >= *Day::parse(from) &&
                entry.day <= *Day::parse(to)) {
                total += entry.counts.at(static_cast<size_t>(count));
            }
        }
        return total;
    }

private slots:

    void aCaseCountsOnTheDayOfItsReceipt()
    {
        const CaseFile c = sample({{.openedAt = at(u"2026-01-31 23:59")}});
        QCOMPARE(sum(c, Count::Received, u"2026-01-01", u"2026-01-31"), 1);
        QCOMPARE(sum(c, Count::Received, u"2026-02-01", u"2026-02-28"), 0);
    }

    void aVoidedCaseCountsNowhere()
    {
        CaseFile c = sample({{.openedAt = at(u"2026-01-31 23:59")}});
        c.voided = true;
        QVERIFY(tallyOf(c).isEmpty());
    }

    void aReopenedCaseIsReceivedAgain()
    {
        const CaseFile c = sample({{.openedAt = at(u"2026-01-05 09:00"),
                                    .closedAt = at(u"2026-01-06 09:00"),
                                    .closedAs = Stage::Closed},
                                   {.openedAt = at(u"2026-02-05 09:00"), .reopened = true}});
        QCOMPARE(sum(c, Count::Received, u"2026-01-01", u"2026-12-31"), 2);
        QCOMPARE(sum(c, Count::Reopened, u"2026-02-01", u"2026-02-28"), 1);
        QCOMPARE(sum(c, Count::Closed, u"2026-01-01", u"2026-01-31"), 1);
    }

    void declinedAndWithdrawnAreClosingsToo()
    {
        const CaseFile c = sample({{.openedAt = at(u"2026-01-05 09:00"),
                                    .closedAt = at(u"2026-01-06 09:00"),
                                    .closedAs = Stage::Declined}});
        QCOMPARE(sum(c, Count::Closed, u"2026-01-01", u"2026-01-31"), 1);
        QCOMPARE(sum(c, Count::Declined, u"2026-01-01", u"2026-01-31"), 1);
        QCOMPARE(sum(c, Count::Withdrawn, u"2026-01-01", u"2026-01-31"), 0);
    }

    void overdueLastsFromDueToStop()
    {
        OpenSpan span{.openedAt = at(u"2026-01-28 09:00"),
                      .hasClock = true,
                      .handlingDue = at(u"2026-01-30 17:30")};
        const auto overdueAtEndOf = [&](QStringView day) {
            const CaseFile c = sample({span});
            return sum(c, Count::OverdueIn, u"2026-01-01", day) -
                   sum(c, Count::OverdueOut, u"2026-01-01", day);
        };
        QCOMPARE(overdueAtEndOf(u"2026-01-29"), 0);
        QCOMPARE(overdueAtEndOf(u"2026-01-30"), 1);
        span.handlingStopped = at(u"2026-02-02 09:00");
        QCOMPARE(overdueAtEndOf(u"2026-02-01"), 1);
        QCOMPARE(overdueAtEndOf(u"2026-02-02"), 0);
        span.handlingStopped = at(u"2026-01-30 17:30"); // closing time itself is still in time
        QCOMPARE(overdueAtEndOf(u"2026-01-30"), 0);
        QCOMPARE(sum(sample({span}), Count::OverdueIn, u"2026-01-01", u"2026-12-31"), 0);
    }

    void aLimitUntilMidnightIsOverdueOnlyOnTheNextDay()
    {
        const CaseFile c = sample({{.openedAt = at(u"2026-01-28 09:00"),
                                    .hasClock = true,
                                    .handlingDue = at(u"2026-01-31 00:00")}});
        QCOMPARE(sum(c, Count::OverdueIn, u"2026-01-01", u"2026-01-30"), 0);
        QCOMPARE(sum(c, Count::OverdueIn, u"2026-01-01", u"2026-01-31"), 1);
    }

    void aLimitCountsOnItsDayHoweverItWasKept_data()
    {
        QTest::addColumn<QString>("stopped");
        QTest::addColumn<int>("workdays");
        QTest::addColumn<bool>("special");
        QTest::addColumn<QList<int>>(
            "counts"); // in 24 h, in 3, in 7, over 7, special, special in 3
        QTest::newRow("not yet") << QString() << 0 << false << QList<int>{0, 0, 0, 0, 0, 0};
        QTest::newRow("at once") << u"2026-01-28 10:00"_s << 1 << false
                                 << QList<int>{1, 1, 0, 0, 0, 0};
        QTest::newRow("a day later to the minute")
            << u"2026-01-29 09:00"_s << 2 << false << QList<int>{1, 1, 0, 0, 0, 0};
        QTest::newRow("third day after a weekend")
            << u"2026-02-02 17:30"_s << 3 << false << QList<int>{0, 1, 0, 0, 0, 0};
        QTest::newRow("fourth day")
            << u"2026-02-03 09:00"_s << 4 << false << QList<int>{0, 0, 1, 0, 0, 0};
        QTest::newRow("seventh day")
            << u"2026-02-06 09:00"_s << 7 << false << QList<int>{0, 0, 1, 0, 0, 0};
        QTest::newRow("eighth day")
            << u"2026-02-09 09:00"_s << 8 << false << QList<int>{0, 0, 0, 1, 0, 0};
        QTest::newRow("special, fifth day")
            << u"2026-02-04 09:00"_s << 5 << true << QList<int>{0, 0, 1, 0, 1, 0};
        QTest::newRow("special, second day")
            << u"2026-01-29 10:00"_s << 2 << true << QList<int>{0, 1, 0, 0, 1, 1};
        QTest::newRow("not counted in its time, three calendar days")
            << u"2026-01-31 08:00"_s << 0 << false << QList<int>{0, 1, 0, 0, 0, 0};
    }

    void aLimitCountsOnItsDayHoweverItWasKept()
    {
        QFETCH(QString, stopped);
        QFETCH(int, workdays);
        QFETCH(bool, special);
        QFETCH(QList<int>, counts);
        OpenSpan span{.openedAt = at(u"2026-01-28 09:00"),
                      .hasClock = true,
                      .handlingDue = at(u"2026-01-30 17:30")};
        span.special = special;
        if (!stopped.isEmpty()) {
            span.handlingStopped = at(stopped);
        }
        if (workdays > 0) {
            span.workdays = workdays;
        }
        const CaseFile c = sample({span});
        const auto on = [&](Count count) { return sum(c, count, u"2026-01-30", u"2026-01-30"); };
        QCOMPARE(on(Count::DueIn), 1);
        QCOMPARE(sum(c, Count::DueIn, u"2026-01-01", u"2026-12-31"), 1);
        const Count kinds[] = {Count::In24h,
                               Count::In3Days,
                               Count::In7Days,
                               Count::Over7Days,
                               Count::Special,
                               Count::SpecialIn3};
        for (int i = 0; i < 6; ++i) {
            QVERIFY2(on(kinds[i]) == counts.at(i), qPrintable(QString::number(i)));
        }
    }

    void aVisitCountsWhereItReachedTheCustomer_data()
    {
        QTest::addColumn<QVariantMap>("fields");
        QTest::addColumn<Stage>("as");
        QTest::addColumn<int>("visited");
        QTest::newRow("nothing told") << QVariantMap{} << Stage::Closed << 0;
        QTest::newRow("a day") << QVariantMap{{u"returnVisitAt"_s, 1.0}} << Stage::Closed << 1;
        QTest::newRow("a day and why not")
            << QVariantMap{{u"returnVisitAt"_s, 1.0}, {u"noVisitReason"_s, u"空号"_s}}
            << Stage::Closed << 0;
        QTest::newRow("done") << QVariantMap{{u"visitState"_s, u"Done"_s}} << Stage::Closed << 1;
        QTest::newRow("refused") << QVariantMap{{u"visitState"_s, u"Refused"_s},
                                                {u"returnVisitAt"_s, 1.0}}
                                 << Stage::Closed << 0;
        QTest::newRow("an opinion")
            << QVariantMap{{u"satisfaction"_s, u"Satisfied"_s}} << Stage::Closed << 1;
        QTest::newRow("no opinion")
            << QVariantMap{{u"satisfaction"_s, u"NotRated"_s}} << Stage::Closed << 0;
        QTest::newRow("withdrawn")
            << QVariantMap{{u"visitState"_s, u"Done"_s}} << Stage::Withdrawn << 0;
    }

    void aVisitCountsWhereItReachedTheCustomer()
    {
        QFETCH(QVariantMap, fields);
        QFETCH(Stage, as);
        QFETCH(int, visited);
        CaseFile c = sample({{.openedAt = at(u"2026-01-05 09:00"),
                              .closedAt = at(u"2026-01-06 09:00"),
                              .closedAs = as}});
        for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
            c.heads[it.key()] = {FieldHead{QJsonValue::fromVariant(*it), {}, 1, {}}};
        }
        QCOMPARE(sum(c, Count::Visited, u"2026-01-06", u"2026-01-06"), visited);
    }

    void namedGroupsKeepOnlyWhatTheirTablesShow()
    {
        CaseFile c = sample({{.openedAt = at(u"2026-01-05 09:00"),
                              .closedAt = at(u"2026-01-06 09:00"),
                              .closedAs = Stage::Closed}});
        const auto set = [&](const QString &field, const QString &value) {
            c.heads[field] = {FieldHead{value, {}, 1, {}}};
        };
        set(u"productName"_s, u"保温杯"_s);
        set(u"supplier"_s, u"甲厂"_s);
        set(u"causeCode"_s, u"Quality"_s);
        set(u"category"_s, u"包装"_s);
        set(u"returnDemand"_s, u"Exchange"_s);
        set(u"handler"_s, u"李四"_s);
        QStringList seen;
        for (const TallyEntry &entry : tallyOf(c)) {
            if (entry.dimension == Dimension::Product) {
                QCOMPARE(entry.day, *Day::parse(u"2026-01-05"));
                QCOMPARE(tallyParts(entry.value), std::pair(u"保温杯"_s, u"甲厂"_s));
                QCOMPARE(entry.counts.at(static_cast<size_t>(Count::Returned)), 1);
                seen.append(u"product"_s);
            } else if (entry.dimension == Dimension::Cause) {
                QCOMPARE(tallyParts(entry.value), std::pair(u"Quality"_s, u"配送部"_s));
                QCOMPARE(entry.counts.at(static_cast<size_t>(Count::Received)), 1);
                seen.append(u"cause"_s);
            } else if (entry.dimension == Dimension::Subject) {
                QCOMPARE(tallyParts(entry.value), std::pair(u"包装"_s, u"配送部"_s));
                QCOMPARE(entry.counts.at(static_cast<size_t>(Count::Received)), 1);
                seen.append(u"subject"_s);
            } else if (entry.dimension == Dimension::Handler) {
                QCOMPARE(entry.value, u"李四"_s);
                seen.append(u"handler"_s);
            }
        }
        QCOMPARE(seen,
                 (QStringList{u"handler"_s, u"handler"_s, u"product"_s, u"cause"_s, u"subject"_s}));
    }

    void aShortClockCountsOnTheDayItStopped()
    {
        CaseFile c = sample({{.openedAt = at(u"2026-01-05 09:00")}});
        Clock clock{.id = u"deliver"_s, .label = u"送达"_s, .limit = {{u"minutes"_s, 30}}};
        clock.startedAt = at(u"2026-01-05 09:00");
        clock.stoppedAt = at(u"2026-01-06 09:10");
        clock.state = ClockState::Met;
        Clock late = clock;
        late.state = ClockState::MetLate;
        Clock slow = clock;
        slow.limit = {{u"hours"_s, 24}};
        Clock running = clock;
        running.state = ClockState::Running;
        running.stoppedAt.reset();
        Clock handling = clock;
        handling.handling = true;
        c.clocks = {clock, late, slow, running, handling};
        int entries = 0;
        for (const TallyEntry &entry : tallyOf(c)) {
            if (entry.dimension == Dimension::Clock) {
                ++entries;
                QCOMPARE(entry.day, *Day::parse(u"2026-01-06"));
                QCOMPARE(tallyParts(entry.value), std::pair(u"配送部"_s, u"0030 送达"_s));
                QCOMPARE(entry.counts.at(static_cast<size_t>(Count::OnTime)), 1);
                QCOMPARE(entry.counts.at(static_cast<size_t>(Count::Late)), 1);
            }
        }
        QCOMPARE(entries, 1);
    }

    void theAssignedDepartmentCountsBeforeTheOneComplainedAbout()
    {
        CaseFile c = sample({{.openedAt = at(u"2026-01-05 09:00")}});
        const auto department = [&] {
            for (const TallyEntry &entry : tallyOf(c)) {
                if (entry.dimension == Dimension::Department) {
                    return entry.value;
                }
            }
            return QString();
        };
        QCOMPARE(department(), u"配送部"_s);
        c.heads[u"assignedDept"_s] = {FieldHead{u"客服部"_s, {}, 2, {}}};
        QCOMPARE(department(), u"客服部"_s);
    }
};

QTEST_GUILESS_MAIN(TestTally)
#include "tst_tally.moc"
