// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/ids.h>
#include <domain/instant.h>

#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

class TestInstant : public QObject
{
    Q_OBJECT

private slots:

    void readsLocalText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("full") << u"2026-02-13T17:00:00"_s << u"2026-02-13T17:00:00"_s;
        QTest::newRow("minutes") << u"2026-02-13T17:05"_s << u"2026-02-13T17:05:00"_s;
        QTest::newRow("blank, short") << u"2026-2-3 9:05"_s << u"2026-02-03T09:05:00"_s;
        QTest::newRow("leap day") << u"2024-02-29 00:00"_s << u"2024-02-29T00:00:00"_s;
        QTest::newRow("before 1970") << u"1969-12-31 07:59:59"_s << u"1969-12-31T07:59:59"_s;
    }

    void readsLocalText()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto instant = Instant::parseLocal(text);
        QVERIFY(instant.ok());
        QCOMPARE(instant->toLocalText(), expected);
    }

    void refusesWhatIsNoMoment_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("no such day") << u"2026-02-30 10:00"_s << u"day.impossible"_s;
        QTest::newRow("hour 24") << u"2026-02-13 24:00"_s << u"day.impossible"_s;
        QTest::newRow("minute 60") << u"2026-02-13 10:60"_s << u"day.impossible"_s;
        QTest::newRow("words") << u"昨天"_s << u"instant.malformed"_s;
        QTest::newRow("offset") << u"2026-02-13T17:00:00+08:00"_s << u"instant.malformed"_s;
        QTest::newRow("newline after it") << u"2026-02-13 17:00\n"_s << u"instant.malformed"_s;
    }

    void refusesWhatIsNoMoment()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto instant = Instant::parseLocal(text);
        QVERIFY(!instant.ok());
        QCOMPARE(instant.error().code, code);
    }

    void knowsTheWeekday() { QCOMPARE(Day::parse(u"2026-11-21")->dayOfWeek(), 6); }

    void midnightBelongsToTheNewDay()
    {
        const Day day = *Day::of(2026, 3, 1);
        QCOMPARE(Instant::fromLocal(day, 0).localDay(), day);
        QCOMPARE(Instant::fromLocal(day, 0).addMs(-1).localDay(), day.addDays(-1));
        QCOMPARE(Instant::fromLocal(day, kDayMs), Instant::fromLocal(day.addDays(1), 0));
    }

    void idsSortByTime()
    {
        const QByteArray high(10, '\xff');
        const QByteArray low(10, '\0');
        const CaseId earlier = CaseId::make(Instant::fromUtcMs(1000), high);
        const CaseId later = CaseId::make(Instant::fromUtcMs(1001), low);
        QVERIFY(earlier < later);
        QCOMPARE(*CaseId::parse(later.toString()), later);
        QCOMPARE(later.toString().at(14), u'7');
    }

    void refusesAMalformedId() { QCOMPARE(CaseId::parse(u"42").error().code, u"id.malformed"_s); }
};

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
