// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/tallycounts.h>

#include <QTest>

#include <limits>

using namespace huiyin;

namespace {

Counts countsOf(const QVector<std::pair<Count, qint64>> &given)
{
    Counts counts = {};
    for (const auto &[count, value] : given) {
        counts[static_cast<size_t>(count)] = value;
    }
    return counts;
}

} // namespace

Q_DECLARE_METATYPE(Counts)

/// What a line of the tally holds comes back as it went in; other bytes are refused.
class TestTallyCounts : public QObject
{
    Q_OBJECT

private slots:

    void countsComeBackAsTheyWentIn_data()
    {
        constexpr auto kMost = std::numeric_limits<qint64>::max();
        constexpr auto kLeast = std::numeric_limits<qint64>::min();
        QTest::addColumn<Counts>("counts");
        QTest::addColumn<int>("bytes");
        QTest::newRow("nothing") << Counts{} << 0;
        QTest::newRow("one received") << countsOf({{Count::Received, 1}}) << 2;
        QTest::newRow("taken off") << countsOf({{Count::Closed, -1}}) << 2;
        QTest::newRow("63 and 64") << countsOf({{Count::Late, 63}, {Count::DueIn, 64}}) << 5;
        QTest::newRow("first and last")
            << countsOf({{Count::Received, 300}, {Count::Returned, -300}}) << 6;
        QTest::newRow("largest") << countsOf({{Count::LossFen, kMost}, {Count::WorkedMin, kLeast}})
                                 << 22;
        Counts all;
        all.fill(-1);
        QTest::newRow("all") << all << 2 * kCountCount;
    }

    void countsComeBackAsTheyWentIn()
    {
        QFETCH(Counts, counts);
        const QByteArray packed = packedCounts(counts);
        QTEST(int(packed.size()), "bytes");
        Counts sum = {};
        QVERIFY(addPacked(packed, sum));
        QCOMPARE(sum, counts);
    }

    void whatIsReadIsAdded()
    {
        Counts sum = countsOf({{Count::Received, 5}, {Count::Closed, 2}});
        QVERIFY(addPacked(packedCounts(countsOf({{Count::Received, 7}, {Count::Late, 1}})), sum));
        QVERIFY(addPacked(packedCounts(countsOf({{Count::Closed, -2}})), sum));
        QCOMPARE(sum, countsOf({{Count::Received, 12}, {Count::Late, 1}}));
    }

    void otherBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("packed");
        QTest::newRow("a place without value") << QByteArray::fromHex("00");
        QTest::newRow("a value cut short") << QByteArray::fromHex("0080");
        QTest::newRow("a value without end") << QByteArray::fromHex("00ffffffffffffffffffffff01");
        QTest::newRow("a place after the last") << QByteArray::fromHex("1e02");
        QTest::newRow("a place twice") << QByteArray::fromHex("00020002");
        QTest::newRow("places out of order") << QByteArray::fromHex("02020002");
    }

    void otherBytesAreRefused()
    {
        QFETCH(QByteArray, packed);
        Counts sum = {};
        QVERIFY(!addPacked(packed, sum));
    }
};

QTEST_GUILESS_MAIN(TestTallyCounts)
#include "tst_tallycounts.moc"
