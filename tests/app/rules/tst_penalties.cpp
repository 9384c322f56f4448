// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/catalogue.h>
#include <rules/penaltycompute.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace huiyin;
using namespace Qt::Literals::StringLiterals;

namespace {

const FieldCatalogue &catalogue()
{
    static const FieldCatalogue shipped = *builtinCatalogue().catalogue;
    return shipped;
}

const Regulation &money()
{
    static const Regulation pack = [] {
        QFile file(QStringLiteral(HUIYIN_TEST_DATA "/packs/money.toml"));
        return file.open(QIODevice::ReadOnly) ? readRegulation(file.readAll(), catalogue(), {})
                                                    .regulation.value_or(Regulation())
                                              : Regulation();
    }();
    return pack;
}

/// A pack of one entry besides those of the test file.
Regulation with(PenaltyRule rule)
{
    Regulation pack = money();
    pack.penalties = {std::move(rule)};
    return pack;
}

Computation computed(const QJsonObject &input, const Regulation &pack = money())
{
    return computePenalties(pack, catalogue(), input, false);
}

QJsonObject member(const QString &name, qint64 points, qint64 bonusFen, qint64 carriedFen = 0)
{
    return {{u"person"_s, name},
            {u"basePoints"_s, points},
            {u"monthlyBonusFen"_s, bonusFen},
            {u"carriedFen"_s, carriedFen}};
}

QJsonObject lossOf(qint64 fen, const QJsonArray &members)
{
    return {{u"month"_s, u"2026-03"_s}, {u"lossFen"_s, fen}, {u"members"_s, members}};
}

QJsonObject item(const Computation &answer, qsizetype at)
{
    return answer.result.value(u"items"_s).toArray().at(at).toObject();
}

qint64 fen(const QJsonObject &json, const QString &key = u"amountFen"_s)
{
    return json.value(key).toInteger(-1);
}

QString firstCode(const Computation &answer)
{
    return answer.findings.isEmpty() ? QString() : answer.findings.first().code;
}

qint64 sumOf(const QVector<qint64> &list)
{
    return std::accumulate(list.cbegin(), list.cend(), qint64{0});
}

} // namespace

class TestPenalties : public QObject
{
    Q_OBJECT

private slots:

    void theWorkedExampleComesToItsFen()
    {
        const Computation answer = computed(
            lossOf(1'200'000, {member(u"甲"_s, 6, 240'000), member(u"乙"_s, 34, 9'000'000)}));
        QVERIFY(answer.findings.isEmpty());
        QCOMPARE(fen(answer.result, u"sumFen"_s), 1'200'000);
        QCOMPARE(fen(item(answer, 0)), 180'000);
        const QJsonArray months = item(answer, 0).value(u"schedule"_s).toArray();
        QCOMPARE(months,
                 (QJsonArray{QJsonObject{{u"month"_s, u"2026-03"_s}, {u"amountFen"_s, 120'000}},
                             QJsonObject{{u"month"_s, u"2026-04"_s}, {u"amountFen"_s, 60'000}}}));
        QCOMPARE(answer.result.value(u"clauses"_s).toArray(), QJsonArray{u"LS-01"_s});
    }

    void pointsOfTheDepartmentMayNameTheRest()
    {
        QJsonObject input = lossOf(1'200'000, {member(u"甲"_s, 6, 240'000)});
        input.insert(u"deptPoints"_s, 40);
        QCOMPARE(fen(item(computed(input), 0)), 180'000);
        input.insert(u"deptPoints"_s, 5);
        QCOMPARE(firstCode(computed(input)), u"penalty.points.over"_s);
    }

    void sharesAddUpToTheLoss()
    {
        QRandomGenerator random(20260322);
        for (int round = 0; round < 2000; ++round) {
            const qint64 loss = random.bounded(qint64{1} << (1 + round % 49));
            QVector<qint64> points(1 + random.bounded(40));
            for (qint64 &one : points) {
                one = random.bounded(50) * 2500;
            }
            points[0] += 10'000;
            const auto shares = basePointShares(loss, points);
            QVERIFY(shares);
            QCOMPARE(sumOf(*shares), loss);
            const qint64 all = sumOf(points);
            for (qsizetype i = 0; i < points.size(); ++i) {
                const double exact = static_cast<double>(loss) * static_cast<double>(points[i]) /
                                     static_cast<double>(all);
                QVERIFY(std::abs(static_cast<double>(shares->at(i)) - exact) <= 1.001);
                QVERIFY(points[i] > 0 || shares->at(i) == 0);
            }
        }
    }

    void penaltiesOfOnePersonShareOneCap()
    {
        QRandomGenerator random(20260331);
        for (int round = 0; round < 300; ++round) {
            const qint64 bonus = 10'000 + random.bounded(300'000);
            const qint64 carried = random.bounded(400'000);
            Regulation pack = money();
            pack.penalties.clear();
            for (int i = 0; i < 3; ++i) {
                PenaltyRule rule;
                rule.id = u"p%1"_s.arg(i);
                rule.party = u"person"_s;
                rule.amount.way = AmountRule::Way::Range;
                rule.amount.most = {100'000 * Figure::kScale, {}};
                rule.capOf = u"monthlyBonus"_s;
                rule.capShare = {Figure::kScale / 2, {}};
                rule.carries = true;
                rule.grounds = {u"rude"_s};
                pack.penalties.append(rule);
            }
            PenaltyParty party{.kind = u"person"_s, .name = u"甲"_s};
            party.basesFen.insert(u"monthlyBonus"_s, bonus);
            party.carriedFen = carried;
            party.chosenFen = 1 + random.bounded(200'000);
            PenaltyFacts facts;
            facts.grounds = {u"rude"_s};
            facts.parties = {party};
            facts.month = u"2026-11"_s;
            const Proposals proposals = proposePenalties(pack, std::nullopt, facts);
            QCOMPARE(proposals.list.size(), 3);
            QMap<QString, qint64> months;
            qint64 carriedTaken = 0;
            qint64 left = 0;
            for (const Proposal &one : proposals.list) {
                qint64 own = one.leftFen;
                left += one.leftFen;
                for (const MonthlyDeduction &month : one.schedule) {
                    months[month.month] += month.amountFen;
                    carriedTaken += month.carriedFen;
                    own += month.amountFen - month.carriedFen;
                }
                QCOMPARE(own, *party.chosenFen);
            }
            for (const qint64 month : std::as_const(months)) {
                QVERIFY(month <= bonus / 2);
            }
            QCOMPARE(left, 0);
            QCOMPARE(carriedTaken, carried);
        }
    }

    void aParameterMayGiveTheCap()
    {
        Regulation pack = money();
        ParameterRule share{.id = u"capShare"_s, .unit = u"share"_s};
        share.scaled = Figure::kScale / 4;
        pack.parameters.append(share);
        pack.penalties[1].capShare = {0, u"capShare"_s};
        const Computation answer = computed(lossOf(1000, {member(u"甲"_s, 1, 1000)}), pack);
        const QJsonArray months = item(answer, 0).value(u"schedule"_s).toArray();
        QCOMPARE(months.size(), 4);
        QCOMPARE(fen(months.first().toObject()), 250);
    }

    void aParameterNotYetEnteredIsNamedAndLeavesTheAmountOpen()
    {
        Regulation pack = money();
        pack.parameters.append(ParameterRule{.id = u"fineOfTheHouse"_s, .unit = u"yuan"_s});
        PenaltyRule rule = *pack.penalty(u"tier1");
        rule.amount = {AmountRule::Way::Fixed, {0, u"fineOfTheHouse"_s}, {}, {}};
        pack.penalties = {rule};
        QJsonObject input{{u"grounds"_s, QJsonArray{u"rude"_s}},
                          {u"members"_s, QJsonArray{QJsonObject{{u"person"_s, u"甲"_s}}}}};
        const Computation open = computed(input, pack);
        QCOMPARE(open.findings.first().code, u"penalty.parameter.missing"_s);
        QVERIFY(!item(open, 0).contains(u"amountFen"_s));
        input.insert(u"parameters"_s, QJsonObject{{u"fineOfTheHouse"_s, u"80"_s}});
        const Computation given = computed(input, pack);
        QVERIFY(given.findings.isEmpty());
        QCOMPARE(fen(item(given, 0)), 8000);
    }

    void theOrderOfPersonsMattersOnlyForTies()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            const qint64 loss = random.bounded(1'000'000);
            QVector<qint64> points;
            for (int i = 0; i < 9; ++i) {
                points.append((random.bounded(90) + 1) * 10'000 + i); // no two remainders alike
            }
            const auto forwards = basePointShares(loss, points);
            QVector<qint64> turned = points;
            std::reverse(turned.begin(), turned.end());
            auto backwards = *basePointShares(loss, turned);
            std::reverse(backwards.begin(), backwards.end());
            QVector<qint64> a = *forwards;
            for (qsizetype i = 0; i < a.size(); ++i) {
                QVERIFY(std::abs(a[i] - backwards[i]) <= 1);
            }
            std::sort(a.begin(), a.end());
            std::sort(backwards.begin(), backwards.end());
            QCOMPARE(sumOf(a), sumOf(backwards));
        }
        QCOMPARE(*basePointShares(100, {10'000, 10'000, 10'000}), (QVector<qint64>{34, 33, 33}));
        QCOMPARE(*basePointShares(101, {10'000, 10'000, 10'000}), (QVector<qint64>{34, 34, 33}));
    }

    void theGreatestRemainderComesFirst()
    {
        QCOMPARE(*basePointShares(10, {10'000, 20'000, 40'000}), (QVector<qint64>{1, 3, 6}));
        QCOMPARE(*basePointShares(9, {10'000, 20'000, 40'000}), (QVector<qint64>{1, 3, 5}));
    }

    void pointsThatCannotShareAreRefused()
    {
        QVERIFY(!basePointShares(100, {}));
        QVERIFY(!basePointShares(100, {0, 0}));
        QVERIFY(!basePointShares(-1, {1}));
        QVERIFY(!basePointShares(100, {1, -1, 3}));
        QCOMPARE(firstCode(computed(lossOf(100, {member(u"甲"_s, 0, 1)}))),
                 u"penalty.points.none"_s);
    }

    void aGroupSplitsItsShareAmongItsMembers()
    {
        const QJsonObject group{
            {u"group"_s, u"一组"_s},
            {u"members"_s, QJsonArray{member(u"乙"_s, 1, 100'000), member(u"丙"_s, 2, 100'000)}}};
        const Computation answer = computed(lossOf(10'001, {member(u"甲"_s, 7, 100'000), group}));
        QCOMPARE(fen(item(answer, 0)), 7001);
        QCOMPARE(fen(item(answer, 1)), 1000);
        QCOMPARE(fen(item(answer, 2)), 2000);
        QCOMPARE(item(answer, 2).value(u"department"_s).toString(), u"一组"_s);
        QCOMPARE(fen(answer.result, u"sumFen"_s), 10'001);
    }

    void noMonthTakesMoreThanItsShareAndNothingIsLost()
    {
        QRandomGenerator random(99);
        for (int round = 0; round < 2000; ++round) {
            const qint64 owed = random.bounded(3'000'000);
            const qint64 carried = random.bounded(500'000);
            BonusMonths bonus{100'001 + random.bounded(400'000)};
            bonus.ofMonth.insert(u"2026-12"_s, random.bounded(100'000));
            bonus.ofMonth.insert(u"2027-01"_s, 0);
            const DeductionPlan plan = deductionSchedule(owed, carried, u"2026-11"_s, bonus, 5000);
            qint64 sum = 0;
            qint64 before = 0;
            QString last;
            bool fresh = false;
            for (const MonthlyDeduction &month : plan.months) {
                QVERIFY(month.amountFen > 0);
                QVERIFY(month.amountFen <= bonus.ofMonth.value(month.month, bonus.usualFen) / 2);
                QVERIFY(month.month > last);
                QVERIFY(!fresh || month.carriedFen == 0); // carried amounts first
                fresh = month.amountFen > month.carriedFen;
                last = month.month;
                sum += month.amountFen;
                before += month.carriedFen;
            }
            QCOMPARE(sum, owed + carried);
            QCOMPARE(before, carried);
            QCOMPARE(plan.leftFen, 0);
        }
    }

    void aMonthIsRoundedDownToTheFen()
    {
        const DeductionPlan plan = deductionSchedule(300, 0, u"2026-12"_s, {201}, 5000);
        QCOMPARE(plan.months,
                 (QVector<MonthlyDeduction>{
                     {u"2026-12"_s, 100, 0}, {u"2027-01"_s, 100, 0}, {u"2027-02"_s, 100, 0}}));
    }

    void whatFindsNoBonusIsLeftAndSaid()
    {
        QCOMPARE(deductionSchedule(300, 20, u"2026-03"_s, {0}, 5000).leftFen, 320);
        const Computation answer = computed(lossOf(100, {member(u"甲"_s, 1, 0)}));
        QCOMPARE(firstCode(answer), u"penalty.bonus.none"_s);
        QCOMPARE(fen(item(answer, 0), u"leftFen"_s), 100);
    }

    void disciplineIsNotCapped()
    {
        PenaltyRule whole = *money().penalty(u"bonus");
        whole.amount = {AmountRule::Way::Whole, {}, {}, u"monthlyBonus"_s};
        whole.capOf.clear();
        const QJsonObject input{{u"month"_s, u"2026-03"_s},
                                {u"grounds"_s, QJsonArray{u"wrongGoods"_s}},
                                {u"members"_s, QJsonArray{member(u"甲"_s, 0, 240'000)}}};
        const QJsonObject line = item(computed(input, with(whole)), 0);
        QCOMPARE(fen(line), 240'000);
        QCOMPARE(line.value(u"schedule"_s).toArray().size(), 1);
    }

    void percentOfTheBaseIsTaken()
    {
        const QJsonObject input{{u"penalty"_s, u"bonus"_s},
                                {u"members"_s, QJsonArray{member(u"甲"_s, 0, 333'335)}}};
        QCOMPARE(fen(item(computed(input), 0)), 100'001); // 30 %, half a fen goes up
    }

    void aRangeWaitsForAPersonsChoice()
    {
        QJsonObject person{{u"person"_s, u"甲"_s}, {u"events"_s, 2}};
        const QJsonObject input{{u"grounds"_s, QJsonArray{u"rude"_s}},
                                {u"members"_s, QJsonArray{person}}};
        const QJsonObject open = item(computed(input), 0);
        QVERIFY(!open.contains(u"amountFen"_s));
        QCOMPARE(fen(open, u"minFen"_s), 6000);
        QCOMPARE(fen(open, u"maxFen"_s), 20'000);
        QCOMPARE(open.value(u"points"_s).toInteger(), 10);
        QCOMPARE(open.value(u"discipline"_s).toString(), u"申诫"_s);
        QCOMPARE(open.value(u"circular"_s).toBool(), true);
        QCOMPARE(open.value(u"objectionDays"_s).toInteger(), 3);
    }

    void aChoiceOutsideTheRangeIsRefusedWithItsClause_data()
    {
        QTest::addColumn<qint64>("chosen");
        QTest::addColumn<QString>("code");
        QTest::newRow("least") << qint64{3000} << QString();
        QTest::newRow("most") << qint64{10'000} << QString();
        QTest::newRow("below") << qint64{2999} << u"penalty.amount.range"_s;
        QTest::newRow("above") << qint64{10'001} << u"penalty.amount.range"_s;
    }

    void aChoiceOutsideTheRangeIsRefusedWithItsClause()
    {
        QFETCH(qint64, chosen);
        QFETCH(QString, code);
        const Computation answer =
            computed({{u"grounds"_s, QJsonArray{u"rude"_s}},
                      {u"members"_s,
                       QJsonArray{QJsonObject{{u"person"_s, u"甲"_s}, {u"amountFen"_s, chosen}}}}});
        QCOMPARE(firstCode(answer), code);
        if (code.isEmpty()) {
            QCOMPARE(fen(item(answer, 0)), chosen);
        } else {
            QCOMPARE(answer.findings.first().clause, u"LS-01"_s);
            QVERIFY(answer.result.isEmpty());
        }
    }

    void notLessThanHasNoMost()
    {
        PenaltyRule rule = *money().penalty(u"tier1");
        rule.party = u"contractor"_s;
        rule.amount = {AmountRule::Way::AtLeast, {5000 * Figure::kScale, {}}, {}, {}};
        QJsonObject party{{u"party"_s, u"contractor"_s}, {u"name"_s, u"某建"_s}};
        const auto ask = [&](qint64 chosen) {
            party.insert(u"amountFen"_s, chosen);
            return computed(
                {{u"grounds"_s, QJsonArray{u"rude"_s}}, {u"parties"_s, QJsonArray{party}}},
                with(rule));
        };
        QCOMPARE(firstCode(ask(499'999)), u"penalty.amount.least"_s);
        QCOMPARE(fen(item(ask(500'000), 0)), 500'000);
        QCOMPARE(fen(item(ask(90'000'000), 0)), 90'000'000);
    }

    void whatNeedsConfirmationHasNoAmountWithoutAPersonsYes()
    {
        PenaltyRule rule = *money().penalty(u"tier1");
        rule.amount = {AmountRule::Way::Fixed, {200 * Figure::kScale, {}}, {}, {}};
        rule.needsConfirmation = u"原文存疑"_s;
        QJsonObject input{{u"grounds"_s, QJsonArray{u"rude"_s}},
                          {u"members"_s, QJsonArray{QJsonObject{{u"person"_s, u"甲"_s}}}}};
        const QJsonObject open = item(computed(input, with(rule)), 0);
        QVERIFY(!open.contains(u"amountFen"_s));
        QCOMPARE(fen(open, u"suggestedFen"_s), 20'000);
        QCOMPARE(open.value(u"needsConfirmation"_s).toBool(), true);
        input.insert(u"confirmedBy"_s, u"总经理"_s);
        QCOMPARE(fen(item(computed(input, with(rule)), 0)), 20'000);
    }

    void eventsOfADealerAddUp()
    {
        PenaltyRule rule = *money().penalty(u"tier1");
        rule.party = u"dealer"_s;
        rule.amount = {AmountRule::Way::Fixed, {200 * Figure::kScale, {}}, {}, {}};
        const QJsonArray parties{
            QJsonObject{{u"party"_s, u"dealer"_s}, {u"name"_s, u"某店"_s}, {u"events"_s, 3}},
            QJsonObject{{u"party"_s, u"dealer"_s}, {u"name"_s, u"乙店"_s}},
            QJsonObject{{u"party"_s, u"store"_s}, {u"name"_s, u"直营"_s}}};
        const Computation answer = computed({{u"parties"_s, parties}}, with(rule));
        QCOMPARE(answer.result.value(u"items"_s).toArray().size(), 2);
        QCOMPARE(fen(item(answer, 0)), 60'000);
        QCOMPARE(fen(answer.result, u"sumFen"_s), 80'000);
    }

    void disciplinesForOneFactAreAChoice()
    {
        Regulation pack = money();
        PenaltyRule warning = *pack.penalty(u"tier1");
        PenaltyRule demerit = warning;
        demerit.id = u"demerit"_s;
        demerit.discipline = u"小过"_s;
        demerit.grounds = {u"rude"_s};
        demerit.amount = {AmountRule::Way::Fixed, {200 * Figure::kScale, {}}, {}, {}};
        pack.penalties = {warning, demerit};
        const QJsonObject input{{u"grounds"_s, QJsonArray{u"rude"_s}},
                                {u"members"_s, QJsonArray{QJsonObject{{u"person"_s, u"甲"_s}}}}};
        const Computation answer = computed(input, pack);
        QCOMPARE(answer.result.value(u"items"_s).toArray().size(), 2);
        QVERIFY(item(answer, 1).value(u"alternative"_s).toBool());
        QCOMPARE(fen(answer.result, u"sumFen"_s), 0);
    }

    void conditionsCountOnceFieldsAreGiven()
    {
        QJsonObject input = lossOf(100, {member(u"甲"_s, 1, 1000)});
        input.insert(u"fields"_s, QJsonObject{{u"kind"_s, u"Inquiry"_s}});
        QCOMPARE(firstCode(computed(input)), u"penalty.ground.choose"_s);
        input.insert(u"fields"_s, QJsonObject{{u"kind"_s, u"Complaint"_s}});
        QCOMPARE(fen(item(computed(input), 0)), 100);
    }

    void aDeductionPastTheWageLineIsHintedAtButNotStopped_data()
    {
        QTest::addColumn<qint64>("wage");
        QTest::addColumn<QString>("code");
        QTest::newRow("at the line") << qint64{5000} << QString();
        QTest::newRow("past it") << qint64{4999} << u"penalty.hint.wage"_s;
    }

    void aDeductionPastTheWageLineIsHintedAtButNotStopped()
    {
        QFETCH(qint64, wage);
        QFETCH(QString, code);
        QJsonObject person = member(u"甲"_s, 1, 1'000'000);
        person.insert(u"monthlyWageFen"_s, wage);
        const Computation answer = computed(lossOf(1000, {person}));
        QCOMPARE(firstCode(answer), code);
        QCOMPARE(fen(item(answer, 0)), 1000);
        QVERIFY(!refuses(answer.findings));
    }

    void pointsCumulateByPersonAndDepartmentWithoutUnfoundedOnes()
    {
        const PointSums sums = cumulatedPoints({{u"甲"_s, u"配送部"_s, 1, false},
                                                {u"甲"_s, u"配送部"_s, 1, true},
                                                {u"乙"_s, u"配送部"_s, 1, false},
                                                {u"甲"_s, u"客服部"_s, 1, false}});
        QCOMPARE(sums.byPerson, (QMap<QString, qint64>{{u"甲"_s, 2}, {u"乙"_s, 1}}));
        QCOMPARE(sums.byDepartment, (QMap<QString, qint64>{{u"配送部"_s, 2}, {u"客服部"_s, 1}}));
    }

    void whatDoesNotFitIsAFindingWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *json, const char *code, const char *at) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(code)
                                << QString::fromLatin1(at);
        };
        row("unknown key", R"({"losFen":1})", "money.input.unknown", "losFen");
        row("unknown key inside",
            R"({"lossFen":1,"members":[{"person":"a","points":1}]})",
            "money.input.unknown",
            "members[0].points");
        row("loss below zero", R"({"lossFen":-1})", "money.input.fen", "lossFen");
        row("half a fen", R"({"lossFen":1.5})", "money.input.fen", "lossFen");
        row("loss as text", R"({"lossFen":"12"})", "money.input.fen", "lossFen");
        row("more than there is", R"({"lossFen":1e16})", "money.input.fen", "lossFen");
        row("more events than one can count",
            R"({"parties":[{"party":"dealer","name":"x","events":1e9}]})",
            "money.input.whole",
            "parties[0].events");
        row("half an event",
            R"({"parties":[{"party":"dealer","name":"x","events":1.5}]})",
            "money.input.whole",
            "parties[0].events");
        row("scope of nobody", R"({"scope":"friends"})", "money.input.word", "scope");
        row("penalty as a number", R"({"penalty":1})", "money.input.text", "penalty");
        row("ground as a number", R"({"grounds":[1]})", "money.input.texts", "grounds");
        row("parameters as a list", R"({"parameters":[]})", "money.input.object", "parameters");
        row("late in a clock there is not",
            R"({"overdue":["moon"]})",
            "money.input.word",
            "overdue");
        row("no month", R"({"month":"2026-13"})", "money.input.month", "month");
        row("members as object", R"({"members":{}})", "money.input.objects", "members");
        row("nameless",
            R"({"members":[{"basePoints":1}]})",
            "money.input.name",
            "members[0].person");
        row("points below zero",
            R"({"members":[{"person":"a","basePoints":-1}]})",
            "money.input.number",
            "members[0].basePoints");
        row("strange party",
            R"({"parties":[{"party":"friend","name":"x"}]})",
            "money.input.word",
            "parties[0].party");
        row("no event",
            R"({"parties":[{"party":"dealer","name":"x","events":0}]})",
            "money.input.whole",
            "parties[0].events");
        row("unknown ground", R"({"grounds":["rudeness"]})", "penalty.ground.unknown", "");
        row("unknown penalty", R"({"penalty":"tier9"})", "penalty.unknown", "");
        row("no ground", R"({"members":[{"person":"a"}]})", "penalty.ground.choose", "");
        row("loss missing", R"({"penalty":"loss"})", "penalty.loss.missing", "");
        row("bonus of no month",
            R"({"members":[{"person":"a","bonuses":{"March":1}}]})",
            "money.input.month",
            "members[0].bonuses.March");
    }

    void whatDoesNotFitIsAFindingWithItsPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        QFETCH(QString, place);
        const Computation answer = computed(QJsonDocument::fromJson(json).object());
        QCOMPARE(firstCode(answer), code);
        QCOMPARE(answer.findings.first().field, place);
        if (code == u"money.input.fen") {
            QVERIFY(!answer.findings.first().args.value(u"value"_s).isEmpty());
        }
        QVERIFY(answer.result.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPenalties)
#include "tst_penalties.moc"
