// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerfile.h>

#include <QFile>
#include <QSet>
#include <QTest>

#include <entry/sampleregister.h>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHead =
    "case_no,received_at,content,status,due_at,first_reply_at,closed_at,result,satisfaction\r\n";

Instant at(const QString &text) { return *Instant::parseLocal(text); }

/// Every row of the text, the head among them.
QVector<QStringList> rowsOf(const QByteArray &csv)
{
    RegisterReader file(QString::fromUtf8(csv), u',');
    QVector<QStringList> rows;
    while (const auto record = file.next()) {
        rows.append(record->cells);
    }
    return rows;
}

/// Rows of a register whose last day is Wednesday 2025-12-31, seen at `now`.
QVector<QStringList> seen(const QByteArray &row, const QString &now)
{
    return rowsOf(
        sampleAsOf(kHead + row + "TS20251231-0009,2025-12-31 23:59,x,待受理,,,,,\r\n", at(now)));
}

/// When the desk closes on the third working day after this one; no holiday falls into these weeks.
Instant afterThreeWeekdays(Day day)
{
    for (int left = 3; left > 0;) {
        day = day.addDays(1);
        left -= day.dayOfWeek() < 6 ? 1 : 0;
    }
    return at(day.toString() + u" 17:30"_s);
}

} // namespace

class TestSampleRegister : public QObject
{
    Q_OBJECT

private slots:

    void aTextWithoutTheHeadStaysAsItIs()
    {
        const QByteArray text("a,b\r\n2025-12-31 08:00,2\r\n");
        QCOMPARE(sampleAsOf(text, at(u"2026-11-23 09:00"_s)), text);
    }

    void daysMoveByWholeWeeks_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("received");
        // The last day of the register moves to the first Wednesday from today on.
        QTest::newRow("monday") << u"2026-11-23 09:00"_s << u"2026-11-11 08:30"_s;
        QTest::newRow("wednesday") << u"2026-11-25 09:00"_s << u"2026-11-11 08:30"_s;
        QTest::newRow("thursday") << u"2026-11-26 09:00"_s << u"2026-11-18 08:30"_s;
        QTest::newRow("the day itself") << u"2025-12-31 09:00"_s << u"2025-12-17 08:30"_s;
        QTest::newRow("a clock behind") << u"2025-12-20 09:00"_s << u"2025-12-10 08:30"_s;
    }

    void daysMoveByWholeWeeks()
    {
        QFETCH(const QString, now);
        QFETCH(const QString, received);
        const auto rows = seen("TS20251217-0003,2025-12-17 08:30,x,待受理,,,,,\r\n", now);
        QCOMPARE(rows.at(1).at(1), received);
        QCOMPARE(rows.at(1).at(0), u"TS%1-0003"_s.arg(QString(received).left(10).remove(u'-')));
    }

    void casesOfLaterAreLeftOut()
    {
        const auto rows = seen("TS20251229-0001,2025-12-29 09:01,x,待受理,,,,,\r\n"
                               "TS20251229-0002,2025-12-29 09:00,x,待受理,,,,,\r\n",
                               u"2026-11-23 09:00"_s);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(1).at(0), u"TS20261123-0002"_s);
    }

    void whatHappensLaterHasNotHappened_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("result");
        QTest::newRow("closed and answered before")
            << QByteArray("N,2025-12-26 08:00,x,已办结,,2025-12-26 09:00,2025-12-29 08:59,好,满意")
            << u"已办结"_s << u"2026-11-20 09:00"_s << u"好"_s;
        QTest::newRow("closed later")
            << QByteArray("N,2025-12-26 08:00,x,已办结,,2025-12-26 09:00,2025-12-29 09:01,好,满意")
            << u"处理中"_s << u"2026-11-20 09:00"_s << QString();
        QTest::newRow("answered later")
            << QByteArray("N,2025-12-26 08:00,x,处理中,,2025-12-29 09:01,,,") << u"待受理"_s
            << QString() << QString();
        QTest::newRow("both later")
            << QByteArray("N,2025-12-26 08:00,x,已办结,,2025-12-29 10:00,2025-12-30 10:00,好,满意")
            << u"待受理"_s << QString() << QString();
    }

    void whatHappensLaterHasNotHappened()
    {
        QFETCH(const QByteArray, row);
        QFETCH(const QString, status);
        QFETCH(const QString, reply);
        QFETCH(const QString, result);
        const auto cells = seen(row + "\r\n", u"2026-11-23 09:00"_s).at(1);
        QCOMPARE(cells.at(3), status);
        QCOMPARE(cells.at(5), reply);
        QCOMPARE(cells.at(6).isEmpty(), status != u"已办结"_s);
        QCOMPARE(cells.at(7), result);
        QCOMPARE(cells.at(8).isEmpty(), result.isEmpty());
    }

    void daysToldInAStoryMoveWithIt_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("moved");
        // 2025-12-31 becomes 2026-11-25: 329 days.
        QTest::newRow("this year") << u"反映：12月1日开了一瓶"_s << u"反映：10月26日开了一瓶"_s;
        QTest::newRow("last year") << u"12月18日说的"_s << u"11月12日说的"_s;
        QTest::newRow("two days") << u"7月1日和7月2日，"_s << u"5月26日和5月27日，"_s;
        QTest::newRow("of this month") << u"本月8日买的"_s << u"本月2日买的"_s;
        QTest::newRow("of the month before") << u"本月3日买的"_s << u"10月28日买的"_s;
        QTest::newRow("told as if it lay ahead") << u"本月28日买的"_s << u"10月23日买的"_s;
        QTest::newRow("no day") << u"13月40日，批号20251119A"_s << u"13月40日，批号20251119A"_s;
    }

    void daysToldInAStoryMoveWithIt()
    {
        QFETCH(const QString, story);
        QFETCH(const QString, moved);
        const auto rows = seen(u"N,2025-12-17 08:30,%1,待受理,,,,,\r\n"_s.arg(story).toUtf8(),
                               u"2026-11-23 09:00"_s);
        QCOMPARE(rows.at(1).at(2), moved);
    }

    /// What has lain open for long is closed in time or comes again among the cases of this week.
    void whatWasLeftLyingIsClosedOrComesAgain()
    {
        QByteArray lying;
        for (int day = 1; day <= 28; ++day) {
            lying += u"TS202502%1-0001,2025-02-%1 08:00,x,%2,,%3,,,\r\n"_s
                         .arg(day, 2, 10, QLatin1Char('0'))
                         .arg(day % 2 ? u"待回访"_s : u"待受理"_s,
                              day % 2 ? u"2025-02-%1 10:00"_s.arg(day, 2, 10, QLatin1Char('0'))
                                      : QString())
                         .toUtf8();
        }
        const Instant now = at(u"2026-11-23 09:00"_s);
        const auto rows = seen(lying + "N,2025-02-20 08:00,x,已办结,,,2025-02-21 08:00,好,满意\r\n",
                               u"2026-11-23 09:00"_s);
        QCOMPARE(rows.size(), 1 + 28 + 1); // the last day of the register lies ahead
        int open = 0;
        for (const auto &cells : rows.mid(1)) {
            const auto received = at(cells.at(1));
            if (cells.at(6).isEmpty()) {
                ++open;
                QVERIFY2(now - received < 7 * kDayMs && received <= now, qPrintable(cells.at(1)));
                QCOMPARE(cells.at(0), u"TS%1-0001"_s.arg(cells.at(1).left(10).remove(u'-')));
            } else {
                QCOMPARE(cells.at(3), u"已办结"_s);
                QVERIFY(at(cells.at(6)) - received <= 2 * kDayMs);
            }
        }
        QVERIFY2(open >= 2 && open <= 9, qPrintable(QString::number(open)));
    }

    void aCaseThatComesAgainTakesNoNumberOfAnother()
    {
        QByteArray twelve;
        for (int at = 1; at <= 12; ++at) {
            twelve += "TS20250226-0001,2025-02-26 08:00,x,处理中,,2025-02-26 10:00,,,\r\n";
        }
        const auto rows =
            seen(twelve + "TS20251224-0001,2025-12-24 10:00,x,处理中,,2025-12-24 11:00,,,\r\n",
                 u"2026-11-25 12:00"_s);
        QStringList numbers;
        for (const auto &cells : rows) {
            if (cells.at(1).startsWith(u"2026-11-1") || cells.at(1).startsWith(u"2026-11-2")) {
                numbers.append(cells.at(0));
            }
        }
        QCOMPARE(numbers.count(), QSet<QString>(numbers.cbegin(), numbers.cend()).size());
        QVERIFY2(numbers.size() >= 3, qPrintable(numbers.join(u' ')));
    }

    /// On whatever weekday one looks, the desk is busy, a handful of it late, and nothing for long.
    void theSampleIsADeskAtWork()
    {
        QFile file(QStringLiteral(HUIYIN_SOURCE_DIR "/resources/sample/complaints-2000.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        for (int day = 0; day < 7; ++day) {
            const Instant now = at(u"2026-11-16 15:00"_s).addMs(day * kDayMs);
            const auto rows = rowsOf(sampleAsOf(bytes, now));
            const auto closed = rows.first().indexOf(u"closed_at"_s);
            int open = 0;
            int late = 0;
            QSet<QString> numbers;
            for (const auto &cells : rows.mid(1)) {
                numbers.insert(cells.at(0));
                if (cells.at(closed).isEmpty()) {
                    ++open;
                    late += afterThreeWeekdays(at(cells.at(1)).localDay()) < now ? 1 : 0;
                    QVERIFY2(now - at(cells.at(1)) < 10 * kDayMs, qPrintable(cells.at(1)));
                }
            }
            QCOMPARE(numbers.size(), rows.size() - 1);
            QVERIFY2(open >= 20 && open <= 45, qPrintable(QString::number(open)));
            QVERIFY2(late >= 1 && late <= 9, qPrintable(QString::number(late)));
        }
    }

    /// On whatever weekday one looks, the sample has cases of the last three days.
    void theSampleIsAliveOnEveryWeekday()
    {
        QFile file(QStringLiteral(HUIYIN_SOURCE_DIR "/resources/sample/complaints-2000.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        for (int day = 0; day < 7; ++day) {
            const Instant now = at(u"2026-11-16 17:00"_s).addMs(day * kDayMs);
            const auto rows = rowsOf(sampleAsOf(bytes, now));
            QVERIFY2(rows.size() > 1950, qPrintable(QString::number(rows.size())));
            const auto latest = Instant::parseLocal(rows.last().at(1));
            QVERIFY(latest);
            QVERIFY2(*latest <= now && now - *latest < 3 * kDayMs, qPrintable(rows.last().at(1)));
        }
    }
};

QTEST_GUILESS_MAIN(TestSampleRegister)
#include "tst_sampleregister.moc"
