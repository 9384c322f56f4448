// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sync/chain.h>

#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

class TestChain : public QObject
{
    Q_OBJECT

    static Event sample()
    {
        Event event;
        event.chain = u"c1"_s;
        event.seq = 3;
        event.hlc = 99;
        event.actor = u"王姐"_s;
        event.kind = u"note.added/1"_s;
        event.bodyHash = bodyHashOf("salt", "{}");
        return event;
    }

private slots:

    void theHeaderIsEightAsciiLines()
    {
        const QByteArray header = headerOf(sample());
        QCOMPARE(header.count('\n'), 8);
        for (const char c : header) {
            QVERIFY(static_cast<uchar>(c) < 0x80);
        }
    }

    void hashIsBlake2b256()
    {
        // RFC 7693's family; value of the empty input as published by the BLAKE2 authors.
        QCOMPARE(hash256({}).toHex(),
                 QByteArray("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
    }

    void everyPartOfTheHeaderMatters_data()
    {
        QTest::addColumn<int>("part");
        for (int part = 0; part < 6; ++part) {
            QTest::addRow("part %d", part) << part;
        }
    }

    void everyPartOfTheHeaderMatters()
    {
        QFETCH(int, part);
        const Event before = sample();
        Event after = before;
        switch (part) {
        case 0:
            after.chain = u"c2"_s;
            break;
        case 1:
            after.seq = 4;
            break;
        case 2:
            after.hlc = 100;
            break;
        case 3:
            after.actor = u"李工"_s;
            break;
        case 4:
            after.kind = u"field.set/1"_s;
            break;
        default:
            after.bodyHash = bodyHashOf("salt", "{ }");
            break;
        }
        QVERIFY(eventIdOf(before) != eventIdOf(after));
    }

    void anActorsNameCannotForgeALine()
    {
        Event forged = sample();
        forged.actor = u"a\nfield.set/1"_s;
        QCOMPARE(headerOf(forged).count('\n'), 8);
    }

    void theClockNeverGoesBack()
    {
        const Hlc last = nextHlc(0, Instant::fromUtcMs(2000));
        QVERIFY(nextHlc(last, Instant::fromUtcMs(1000)) > last);
        QVERIFY(nextHlc(last, Instant::fromUtcMs(3000)) > last);
        QCOMPARE(instantOf(nextHlc(last, Instant::fromUtcMs(3000))).utcMs(), 3000);
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
