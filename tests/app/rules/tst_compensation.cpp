// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/catalogue.h>
#include <rules/compensationcompute.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace huiyin;
using namespace Qt::Literals::StringLiterals;

namespace {

using Method = CompensationRule::Method;

const FieldCatalogue &catalogue()
{
    static const FieldCatalogue shipped = *builtinCatalogue().catalogue;
    return shipped;
}

CompensationRule rule(const QString &id, Method method, const QString &base = {})
{
    CompensationRule made;
    made.id = id;
    made.zh = made.en = id;
    made.method = method;
    made.base = base;
    made.rules = {u"C-"_s + id};
    return made;
}

Figure number(int value) { return {value * Figure::kScale, {}}; }

/// A sheet with every method.
Regulation pack()
{
    Regulation made;
    made.id = u"little"_s;
    const QString base = u"annualLivingExpense"_s;
    CompensationRule allowance = rule(u"e"_s, Method::AnnualTimes, base);
    allowance.times = Span{number(10), number(20)};
    allowance.field = u"dmgAllowance"_s;
    CompensationRule death = rule(u"h"_s, Method::AnnualTimes, base);
    death.times = Span{number(20), number(20)};
    CompensationRule kept = rule(u"i"_s, Method::Dependants, base);
    kept.untilAge = 18;
    kept.years = 20;
    CompensationRule fake = rule(u"over-fake"_s, Method::GoodsMultiple);
    fake.times = Span{{0, u"fakeTimes"_s}, {0, u"fakeTimes"_s}};
    fake.needsConfirmation = u"含退款"_s;
    CompensationRule goodwill = rule(u"goodwill"_s, Method::Goodwill);
    goodwill.ceiling = Figure{0, u"ceiling"_s};
    goodwill.approve = {u"gm"_s};
    CompensationRule returned = rule(u"return15"_s, Method::Actual);
    returned.when.anyOf.insert(u"kind"_s, {u"Complaint"_s});
    made.compensations = {rule(u"a"_s, Method::Actual),
                          rule(u"c"_s, Method::Actual, base),
                          allowance,
                          death,
                          kept,
                          rule(u"property"_s, Method::PropertyEstimate),
                          fake,
                          goodwill,
                          returned,
                          rule(u"j"_s, Method::OneSum)};
    const auto parameter =
        [](const QString &id, std::optional<qint64> scaled, const char16_t *unit) {
            return ParameterRule{id, id, id, scaled, QString::fromUtf16(unit), {u"C-0"_s}, {}};
        };
    made.parameters = {parameter(base, std::nullopt, u"yuan"),
                       parameter(u"fakeTimes"_s, 2 * Figure::kScale, u"times"),
                       parameter(u"ceiling"_s, 500 * Figure::kScale, u"yuan")};
    return made;
}

Computation computed(const char *json)
{
    return computeCompensation(
        pack(), catalogue(), QJsonDocument::fromJson(QByteArray(json)).object(), false);
}

QJsonObject line(const Computation &answer, qsizetype at = 0)
{
    return answer.result.value(u"items"_s).toArray().at(at).toObject();
}

qint64 fen(const QJsonObject &json, const QString &key = u"amountFen"_s)
{
    return json.value(key).toInteger(-1);
}

} // namespace

class TestCompensation : public QObject
{
    Q_OBJECT

private slots:

    void knownItemsComeToTheirFen_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("formula");
        const auto row =
            [](const char *name, const char *json, qint64 amount, const char *formula) {
                QTest::newRow(name) << QByteArray(json) << amount << QString::fromUtf8(formula);
            };
        row("actual", R"({"items":{"a":52000}})", 52'000, "actual, 520.00 yuan");
        row("receipts",
            R"({"items":[{"item":"a","receipts":[{"label":"x","amountFen":52000},18001]}]})",
            70'001,
            "actual, 700.01 yuan");
        row("days by cost",
            R"({"items":[{"item":"a","days":10,"dailyFen":20050}]})",
            200'500,
            "200.50 × 10 = 2,005.00 yuan");
        row("unproven earnings",
            R"({"annualLivingExpenseFen":3650001,"items":[{"item":"c","days":30}]})",
            300'000,
            "36,500.01 ÷ 365 × 30 = 3,000.00 yuan");
        row("proven earnings", R"({"items":[{"item":"c","amountFen":7}]})", 7, "actual, 0.07 yuan");
        row("least times",
            R"({"annualLivingExpenseFen":3200001,"items":{"e":{"times":10}}})",
            32'000'010,
            "32,000.01 × 10 = 320,000.10 yuan");
        row("half a time",
            R"({"annualLivingExpenseFen":3200001,"items":{"e":{"times":12.5}}})",
            40'000'013,
            "32,000.01 × 12.5 = 400,000.13 yuan");
        row("fixed times",
            R"({"parameters":{"annualLivingExpense":"32000"},"items":{"h":{}}})",
            64'000'000,
            "32,000.00 × 20 = 640,000.00 yuan");
        row("a minor",
            R"({"annualLivingExpenseFen":100,"items":{"i":{"dependants":[{"age":17}]}}})",
            100,
            "1.00 × 1 = 1.00 yuan");
        row("unable to work",
            R"({"annualLivingExpenseFen":100,"items":{"i":{"dependants":[{"age":70,"unableToWork":true}]}}})",
            2000,
            "1.00 × 20 = 20.00 yuan");
        row("several",
            R"({"annualLivingExpenseFen":100,"items":{"i":{"dependants":[{"age":0},{"unableToWork":true,"years":5}]}}})",
            2300,
            "1.00 × (18 + 5) = 23.00 yuan");
        row("two for one fake",
            R"({"items":[{"item":"fake","priceFen":129900}]})",
            259'800,
            "1,299.00 × 2 = 2,598.00 yuan");
        row("property", R"({"items":{"property":88800}})", 88'800, "actual, 888.00 yuan");
    }

    void knownItemsComeToTheirFen()
    {
        QFETCH(QByteArray, json);
        QFETCH(qint64, amount);
        QFETCH(QString, formula);
        const Computation answer = computed(json.constData());
        QVERIFY(answer.findings.isEmpty());
        QCOMPARE(fen(line(answer)), amount);
        QCOMPARE(fen(answer.result, u"sumFen"_s), amount);
        QCOMPARE(line(answer).value(u"formula"_s).toString(), formula);
    }

    void allItemsArePaidInOneSum()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            const qint64 base = random.bounded(10'000'000);
            const qint64 times = 100'000 + random.bounded(100'001);
            const qint64 medical = random.bounded(1'000'000);
            CompensationInput input;
            input.parameters.insert(u"annualLivingExpense"_s, base * (Figure::kScale / 100));
            CompensationClaim total{.item = u"j"_s};
            CompensationClaim allowance{.item = u"e"_s};
            allowance.times = times;
            CompensationClaim cost{.item = u"a"_s};
            cost.amountFen = medical;
            input.claims = {total, allowance, cost};
            const CompensationSheet sheet = compensationSheet(pack(), input);
            QCOMPARE(sheet.lines.size(), 3);
            QCOMPARE(sheet.totalFen, *sheet.lines.at(0).amountFen + *sheet.lines.at(1).amountFen);
            QCOMPARE(*sheet.lines.last().amountFen, sheet.totalFen);
            QVERIFY(*sheet.lines.at(1).amountFen >= *sheet.lines.at(1).minFen);
            QVERIFY(*sheet.lines.at(1).amountFen <= *sheet.lines.at(1).maxFen);
        }
    }

    void timesNobodyChoseStayOutOfTheTotal()
    {
        const Computation answer =
            computed(R"({"annualLivingExpenseFen":100,"items":{"a":7,"e":{}}})");
        QCOMPARE(answer.findings.first().code, u"compensation.times.choose"_s);
        QVERIFY(!line(answer, 1).contains(u"amountFen"_s));
        QCOMPARE(fen(line(answer, 1), u"minFen"_s), 1000);
        QCOMPARE(fen(line(answer, 1), u"maxFen"_s), 2000);
        QCOMPARE(fen(answer.result, u"sumFen"_s), 7);
    }

    void goodwillAboveItsCeilingAsksForApproval_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<bool>("approval");
        QTest::newRow("inclusive") << qint64{50'000} << false;
        QTest::newRow("a fen more") << qint64{50'001} << true;
    }

    void goodwillAboveItsCeilingAsksForApproval()
    {
        QFETCH(qint64, amount);
        QFETCH(bool, approval);
        const Computation answer = computeCompensation(
            pack(), catalogue(), {{u"items"_s, QJsonObject{{u"goodwill"_s, amount}}}}, true);
        QCOMPARE(answer.result.value(u"needsApproval"_s).toBool(), approval);
        QCOMPARE(line(answer).value(u"needsApproval"_s).toBool(), approval);
        QCOMPARE(answer.findings.isEmpty(), !approval);
        QVERIFY(!refuses(answer.findings));
    }

    void theSheetSaysWhatItIs()
    {
        const Computation answer = computeCompensation(
            pack(), catalogue(), {{u"items"_s, QJsonObject{{u"fake"_s, 100}}}}, true);
        QCOMPARE(answer.result.value(u"note"_s).toString(), u"按本单位制度核算，仅供协商参考"_s);
        QCOMPARE(line(answer).value(u"needsConfirmation"_s).toBool(), true);
        QCOMPARE(line(answer).value(u"clauses"_s).toArray(), QJsonArray{u"C-over-fake"_s});
    }

    void whatWasPaidIsTakenOff()
    {
        const Computation answer = computed(R"({"paidBeforeFen":30,"items":{"a":100}})");
        QCOMPARE(fen(answer.result, u"payableFen"_s), 70);
    }

    void aFieldNamesItsItem()
    {
        const Computation answer = computed(
            R"({"annualLivingExpenseFen":100,"items":{"dmgAllowance":{"multiplier":10}}})");
        QCOMPARE(line(answer).value(u"item"_s).toString(), u"e"_s);
    }

    void whatCannotBeComputedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("clause");
        const auto row =
            [](const char *name, const char *json, const char *code, const char *clause = "") {
                QTest::newRow(name)
                    << QByteArray(json) << QString::fromLatin1(code) << QString::fromLatin1(clause);
            };
        row("no items", R"({})", "compensation.items.none");
        row("empty items", R"({"items":[]})", "compensation.items.none");
        row("unknown item", R"({"items":{"z":1}})", "compensation.item.unknown");
        row("twice",
            R"({"items":[{"item":"a","amountFen":1},{"item":"a","amountFen":2}]})",
            "compensation.item.twice",
            "C-a");
        row("no amount", R"({"items":{"a":{}}})", "compensation.amount.missing", "C-a");
        row("no base", R"({"items":{"h":{}}})", "compensation.base.missing", "C-h");
        row("too few times",
            R"({"annualLivingExpenseFen":1,"items":{"e":{"times":9.9}}})",
            "compensation.times.range",
            "C-e");
        row("too many times",
            R"({"annualLivingExpenseFen":1,"items":{"e":{"times":20.1}}})",
            "compensation.times.range",
            "C-e");
        row("another multiplier",
            R"({"items":{"fake":{"priceFen":1,"times":3}}})",
            "compensation.times.range",
            "C-over-fake");
        row("no dependants",
            R"({"annualLivingExpenseFen":1,"items":{"i":{}}})",
            "compensation.dependants.missing",
            "C-i");
        row("grown up",
            R"({"annualLivingExpenseFen":1,"items":{"i":{"dependants":[{"age":18}]}}})",
            "compensation.dependant.neither",
            "C-i");
        row("too many years",
            R"({"annualLivingExpenseFen":1,"items":{"i":{"dependants":[{"age":17,"years":2}]}}})",
            "compensation.dependant.years",
            "C-i");
        row("condition",
            R"({"fields":{"kind":"Inquiry"},"items":{"return15":1}})",
            "compensation.condition",
            "C-return15");
        row("paid too much", R"({"paidBeforeFen":2,"items":{"a":1}})", "compensation.paid.over");
        row("unknown key", R"({"items":{"a":1},"sum":3})", "money.input.unknown");
        row("unknown key inside", R"({"items":{"a":{"fen":1}}})", "money.input.unknown");
        row("negative", R"({"items":{"a":-1}})", "money.input.fen");
        row("item without name", R"({"items":[{"amountFen":1}]})", "money.input.name");
        row("age as text",
            R"({"items":{"i":{"dependants":[{"age":"ten"}]}}})",
            "money.input.whole");
        row("too large",
            R"({"annualLivingExpenseFen":900000000000000,"items":{"e":{"times":20},"h":{},"i":{"dependants":[{"unableToWork":true}]},"c":{"days":36500,"dailyFen":900000000000000}}})",
            "compensation.tooLarge",
            "C-c");
    }

    void whatCannotBeComputedIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        QFETCH(QString, clause);
        const Computation answer = computed(json.constData());
        QVERIFY(!answer.findings.isEmpty());
        QCOMPARE(answer.findings.first().code, code);
        QCOMPARE(answer.findings.first().clause, clause);
        QVERIFY(answer.result.isEmpty());
    }

    void aConditionThatHoldsLetsTheItemIn()
    {
        const Computation answer =
            computed(R"({"fields":{"kind":"Complaint"},"items":{"return15":100}})");
        QCOMPARE(fen(line(answer)), 100);
    }

    void aPackWithoutItemsSaysSo()
    {
        const Computation answer = computeCompensation({}, catalogue(), {}, false);
        QCOMPARE(answer.findings.first().code, u"compensation.none"_s);
    }
};

QTEST_GUILESS_MAIN(TestCompensation)
#include "tst_compensation.moc"
