// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/period.h>

#include <QTest>

using namespace huiyin;

class TestPeriod : public QObject
{
    Q_OBJECT

private slots:

    void readsEverySpelling_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("previous");
        QTest::addColumn<QString>("lastYear");
        QTest::newRow("month") << "2026-03"
                               << "2026-03-01"
                               << "2026-03-31"
                               << "2026-02"
                               << "2025-03";
        QTest::newRow("January") << "2026-01"
                                 << "2026-01-01"
                                 << "2026-01-31"
                                 << "2025-12"
                                 << "2025-01";
        QTest::newRow("leap February") << "2024-02"
                                       << "2024-02-01"
                                       << "2024-02-29"
                                       << "2024-01"
                                       << "2023-02";
        QTest::newRow("week") << "2026-W10"
                              << "2026-03-02"
                              << "2026-03-08"
                              << "2026-W09"
                              << "2025-W10";
        QTest::newRow("week 1 begins in December") << "2026-W01"
                                                   << "2025-12-29"
                                                   << "2026-01-04"
                                                   << "2025-W52"
                                                   << "2025-W01";
        QTest::newRow("week 53") << "2026-W53"
                                 << "2026-12-28"
                                 << "2027-01-03"
                                 << "2026-W52"
                                 << "2025-W52";
        QTest::newRow("quarter") << "2026-Q1"
                                 << "2026-01-01"
                                 << "2026-03-31"
                                 << "2025-Q4"
                                 << "2025-Q1";
        QTest::newRow("year") << "2026"
                              << "2026-01-01"
                              << "2026-12-31"
                              << "2025"
                              << "2025";
        QTest::newRow("range") << "2026-01-05..2026-02-07"
                               << "2026-01-05"
                               << "2026-02-07"
                               << "2025-12-02..2026-01-04"
                               << "2025-01-05..2025-02-07";
    }

    void readsEverySpelling()
    {
        QFETCH(QString, text);
        const auto period = Period::parse(text);
        QVERIFY(period.ok());
        QTEST(period->from().toString(), "from");
        QTEST(period->to().toString(), "to");
        QTEST(period->previous().toString(), "previous");
        QTEST(period->sameLastYear().toString(), "lastYear");
        QCOMPARE(period->toString(), text);
    }

    void aRangeMayBeginAndEndWithMonths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("same");
        QTest::newRow("months") << "2024-01..2026-10"
                                << "2024-01-01..2026-10-31";
        QTest::newRow("year to day") << "2024..2026-02-07"
                                     << "2024-01-01..2026-02-07";
        QTest::newRow("quarters") << "2026-Q1..2026-Q2"
                                  << "2026-01-01..2026-06-30";
    }

    void aRangeMayBeginAndEndWithMonths()
    {
        QFETCH(QString, text);
        const auto period = Period::parse(text);
        QVERIFY(period.ok());
        QTEST(period->toString(), "same");
        QVERIFY(!Period::parse(text + QStringLiteral("..2027-01")).ok());
    }

    void refusesWhatIsNoPeriod_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        for (const char *text : {"",
                                 "2026-13",
                                 "2026-00",
                                 "2026-3",
                                 "2026-W54",
                                 "2025-W53",
                                 "2026-Q5",
                                 "26",
                                 "March",
                                 "2026-03-01"}) {
            QTest::newRow(text) << QString::fromLatin1(text) << QStringLiteral("period.malformed");
        }
        QTest::newRow("reversed") << "2026-02-07..2026-01-05"
                                  << "period.reversed";
        QTest::newRow("impossible day") << "2026-02-30..2026-03-05"
                                        << "day.impossible";
    }

    void refusesWhatIsNoPeriod()
    {
        QFETCH(QString, text);
        const auto period = Period::parse(text);
        QVERIFY(!period.ok());
        QTEST(period.error().code, "code");
    }

    void endsWhereTheNextBegins()
    {
        const Period march = Period::month(2026, 3);
        QCOMPARE(march.end(), Period::month(2026, 4).begin());
        QCOMPARE(march.begin().toLocalText(), QStringLiteral("2026-03-01T00:00:00"));
    }

    void opensWithTheLastWholeMonth()
    {
        QCOMPARE(Period::lastMonthBefore(*Day::of(2026, 1, 31)), Period::month(2025, 12));
    }
};

QTEST_GUILESS_MAIN(TestPeriod)
#include "tst_period.moc"
