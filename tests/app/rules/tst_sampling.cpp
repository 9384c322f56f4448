// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sampling.h>

#include <QJsonObject>
#include <QMap>
#include <QtTest>

#include <algorithm>
#include <random>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

QVector<SampleCandidate> candidates(const QVector<std::pair<QString, int>> &strata)
{
    QVector<SampleCandidate> all;
    for (const auto &[name, count] : strata) {
        for (int i = 0; i < count; ++i) {
            all.append({u"TS%1-%2"_s.arg(name).arg(i, 4, 10, '0'_L1), name});
        }
    }
    return all;
}

QMap<QString, int> byStratum(const QVector<SampleCandidate> &drawn)
{
    QMap<QString, int> counts;
    for (const SampleCandidate &one : drawn) {
        ++counts[one.stratum];
    }
    return counts;
}

QStringList numbers(const QVector<SampleCandidate> &drawn)
{
    QStringList all;
    for (const SampleCandidate &one : drawn) {
        all.append(one.caseNo);
    }
    return all;
}

SamplePlan plan(const QJsonObject &draw) { return *SamplePlan::fromJson(draw); }

} // namespace

class TestSampling : public QObject
{
    Q_OBJECT

private slots:

    void theSameSeedDrawsTheSameCases()
    {
        auto all = candidates({{u"城东"_s, 40}, {u"城西"_s, 60}});
        const SamplePlan ten = plan({{u"share"_s, 0.1}});
        const auto first = drawSample(all, ten, u"2026-03"_s);
        std::shuffle(all.begin(), all.end(), std::mt19937(7)); // NOLINT: a fixed order to try
        QCOMPARE(numbers(drawSample(all, ten, u"2026-03"_s)), numbers(first));
        QVERIFY(numbers(drawSample(all, ten, u"2026-04"_s)) != numbers(first));
    }

    void strataShareTheSizeByTheirCases()
    {
        const auto drawn = drawSample(candidates({{u"A"_s, 70}, {u"B"_s, 20}, {u"C"_s, 10}}),
                                      plan({{u"share"_s, 0.2}}),
                                      u"s"_s);
        QCOMPARE(drawn.size(), 20);
        QCOMPARE(byStratum(drawn), (QMap<QString, int>{{u"A"_s, 13}, {u"B"_s, 4}, {u"C"_s, 3}}));
    }

    void everyStratumIsSeenWhileTheSizeAllows()
    {
        const auto drawn = drawSample(candidates({{u"大"_s, 500}, {u"小"_s, 1}, {u"微"_s, 1}}),
                                      plan({{u"atLeast"_s, 3}}),
                                      u"s"_s);
        QCOMPARE(byStratum(drawn), (QMap<QString, int>{{u"大"_s, 1}, {u"小"_s, 1}, {u"微"_s, 1}}));
    }

    void theSizeKeepsBetweenLeastAndMost()
    {
        const auto hundred = candidates({{u"A"_s, 100}});
        QCOMPARE(drawSample(hundred, plan({{u"share"_s, 0.01}, {u"atLeast"_s, 3}}), u"s"_s).size(),
                 3);
        QCOMPARE(drawSample(hundred, plan({{u"share"_s, 0.5}, {u"atMost"_s, 30}}), u"s"_s).size(),
                 30);
        QCOMPARE(drawSample(candidates({{u"A"_s, 2}}), plan({{u"atLeast"_s, 5}}), u"s"_s).size(),
                 2);
        QCOMPARE(drawSample({}, plan({{u"atLeast"_s, 5}}), u"s"_s).size(), 0);
    }

    void noStratumGivesMoreThanItHas()
    {
        std::mt19937 random(20260213); // NOLINT: repeats on purpose
        for (int round = 0; round < 300; ++round) {
            QVector<std::pair<QString, int>> strata;
            const int many = 1 + static_cast<int>(random() % 6);
            int all = 0;
            for (int i = 0; i < many; ++i) {
                strata.append({QString(QChar(u'A' + i)), 1 + static_cast<int>(random() % 30)});
                all += strata.last().second;
            }
            const int size = 1 + static_cast<int>(random() % 40);
            const auto drawn = drawSample(candidates(strata), plan({{u"atLeast"_s, size}}), u"s"_s);
            QCOMPARE(drawn.size(), std::min(size, all));
            const auto counts = byStratum(drawn);
            for (const auto &[name, count] : std::as_const(strata)) {
                QVERIFY(counts.value(name) <= count);
            }
            QStringList unique = numbers(drawn);
            unique.removeDuplicates();
            QCOMPARE(unique.size(), drawn.size());
        }
    }

    void everyCaseHasItsChance()
    {
        const auto all = candidates({{u"A"_s, 20}});
        QMap<QString, int> times;
        for (int seed = 0; seed < 2000; ++seed) {
            for (const QString &number :
                 numbers(drawSample(all, plan({{u"atLeast"_s, 2}}), QString::number(seed)))) {
                ++times[number];
            }
        }
        for (const SampleCandidate &one : all) { // expected 200 each
            QVERIFY2(times.value(one.caseNo) > 140 && times.value(one.caseNo) < 260,
                     qPrintable(one.caseNo));
        }
    }

    void aSenselessPlanIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("draw");
        QTest::addColumn<QString>("code");
        QTest::newRow("share above one") << QJsonObject{{u"share"_s, 1.5}} << u"sample.share"_s;
        QTest::newRow("negative share") << QJsonObject{{u"share"_s, -0.1}} << u"sample.share"_s;
        QTest::newRow("share that is no number")
            << QJsonObject{{u"share"_s, u"a tenth"_s}} << u"sample.share"_s;
        QTest::newRow("fewer than none")
            << QJsonObject{{u"share"_s, 0.1}, {u"atLeast"_s, -1}} << u"sample.range"_s;
        QTest::newRow("none at most")
            << QJsonObject{{u"share"_s, 0.1}, {u"atMost"_s, 0}} << u"sample.range"_s;
        QTest::newRow("most below least")
            << QJsonObject{{u"atLeast"_s, 5}, {u"atMost"_s, 3}} << u"sample.range"_s;
        QTest::newRow("draws nothing") << QJsonObject{} << u"sample.range"_s;
    }

    void aSenselessPlanIsRefused()
    {
        QFETCH(QJsonObject, draw);
        QFETCH(QString, code);
        const auto read = SamplePlan::fromJson(draw);
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
    }
};

QTEST_GUILESS_MAIN(TestSampling)
#include "tst_sampling.moc"
