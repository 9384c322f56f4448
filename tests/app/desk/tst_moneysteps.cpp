// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Penalties and compensation on a case. The pack is tests/data/packs/money.toml with a boss who
// approves.

#include <QFile>
#include <QJsonArray>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

QByteArray packText()
{
    QFile file(QStringLiteral(HUIYIN_TEST_DATA "/packs/money.toml"));
    QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    text.replace("approve = [\"clerk\"]\nsheet", "approve = [\"boss\"]\nsheet");
    text.replace("ceiling = \"goodwillCeiling\"\napprove = [\"clerk\"]",
                 "ceiling = \"goodwillCeiling\"\napprove = [\"boss\"]\nfield = \"amount\"");
    text += "\n[[ground]]\nid = \"lying\"\nzh = \"隐瞒\"\nen = \"Hid it\"\nrule = [\"LS-01\"]\n";
    for (const QByteArray &discipline : {QByteArray("警告"), QByteArray("小过")}) {
        text += "\n[[penalty]]\nid = \"" + QByteArray(discipline == "警告" ? "warned" : "marked") +
                "\"\nzh = \"" + discipline +
                "\"\nen = \"Mark\"\nparty = \"person\"\ndiscipline = \"" + discipline +
                "\"\namount = { fixed = 20 }\ngrounds = [\"lying\"]\nper = \"event\"\n"
                "approve = [\"boss\"]\nrule = [\"LS-01\"]\n";
    }
    text += "\n[[role]]\nid = \"boss\"\nzh = \"经理\"\nen = \"Boss\"\nrule = [\"LS-01\"]\n";
    return text;
}

class Shop
{
public:
    Shop()
    {
        const auto adopted = fixture.desk().adoptRegulation(packText());
        if (!adopted || refuses(adopted->findings)) {
            qFatal("pack not adopted");
        }
        add(u"clerk"_s, u"小李"_s, u"clerk"_s);
        add(u"boss"_s, u"老王"_s, u"boss"_s);
        add(u"jia"_s, u"甲"_s, u"boss"_s);
        as(u"clerk"_s);
    }

    void add(const QString &id, const QString &name, const QString &role)
    {
        static_cast<void>(fixture.desk().addPerson({id, name, u"客服部"_s, {role}}));
        as(id);
    }

    void as(const QString &id) { static_cast<void>(fixture.desk().setActor(id)); }

    [[nodiscard]] CaseFile complaint(const QJsonObject &more = {})
    {
        as(u"clerk"_s);
        QJsonObject fields{{u"foundedness"_s, u"Founded"_s}, {u"assignedDept"_s, u"配送部"_s}};
        for (auto it = more.constBegin(); it != more.constEnd(); ++it) {
            fields.insert(it.key(), it.value());
        }
        return fixture.recorded(fields);
    }

    /// "ok", or the code and the clause of the first refusal.
    QString take(const QString &who,
                 const CaseFile &caseFile,
                 const QString &action,
                 const QJsonObject &input = {})
    {
        as(who);
        const auto outcome = fixture.desk().act(caseFile.id, action, input);
        if (!outcome) {
            return outcome.error().code;
        }
        last = outcome->caseFile;
        for (const Finding &finding : outcome->findings) {
            if (finding.severity == Severity::Refusal) {
                return finding.clause.isEmpty() ? finding.code
                                                : finding.code + u'@' + finding.clause;
            }
        }
        return u"ok"_s;
    }

    [[nodiscard]] QJsonObject penalty(qsizetype at = 0) const
    {
        return last->value(u"penalties").toArray().at(at).toObject();
    }

    [[nodiscard]] QString state() const { return penalty().value(u"state"_s).toString(); }

    DeskFixture fixture;
    std::optional<CaseFile> last;
};

QJsonObject rude(qint64 fen = 5000, const QString &person = u"乙"_s)
{
    return {{u"grounds"_s, QJsonArray{u"rude"_s}},
            {u"members"_s,
             QJsonArray{QJsonObject{
                 {u"person"_s, person}, {u"department"_s, u"配送部"_s}, {u"amountFen"_s, fen}}}}};
}

QStringList actions(const QVector<StepOffer> &offers)
{
    QStringList list;
    for (const StepOffer &offer : offers) {
        if (offer.allowed) {
            list.append(offer.action);
        }
    }
    return list;
}

} // namespace

class TestMoneySteps : public QObject
{
    Q_OBJECT

private slots:

    void aConfirmedPenaltyStandsWithWhoWhenAndWhy()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, rude()), u"ok"_s);
        const QJsonObject entry = shop.penalty();
        QCOMPARE(entry.value(u"id"_s).toString(), u"1"_s);
        QCOMPARE(entry.value(u"name"_s).toString(), u"乙"_s);
        QCOMPARE(entry.value(u"amountFen"_s).toInteger(), 5000);
        QCOMPARE(entry.value(u"points"_s).toInteger(), 5);
        QCOMPARE(entry.value(u"ground"_s).toString(), u"rude"_s);
        QCOMPARE(entry.value(u"state"_s).toString(), u"Confirmed"_s);
        QCOMPARE(entry.value(u"by"_s).toString(), u"老王"_s);
        QCOMPARE(entry.value(u"rules"_s).toArray(), QJsonArray{u"LS-01"_s});
        QCOMPARE(shop.last->steps.last().action, u"penalize"_s);
    }

    void penalizingIsRefusedWithItsClause_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QJsonObject>("input");
        QTest::addColumn<QString>("answer");
        QJsonObject open = rude();
        open.insert(u"members"_s, QJsonArray{QJsonObject{{u"person"_s, u"乙"_s}}});
        QTest::newRow("nothing found") << u"boss"_s << QJsonObject{{u"foundedness"_s, u"Pending"_s}}
                                       << rude() << u"penalty.finding.missing"_s;
        QTest::newRow("unfounded") << u"boss"_s << QJsonObject{{u"foundedness"_s, u"Unfounded"_s}}
                                   << rude() << u"penalty.unfounded"_s;
        QTest::newRow("role") << u"clerk"_s << QJsonObject() << rude() << u"step.role@LS-01"_s;
        QTest::newRow("the respondent acts")
            << u"boss"_s << QJsonObject{{u"respondentPerson"_s, u"老王"_s}} << rude()
            << u"penalty.recusal@LS-01"_s;
        QTest::newRow("the penalised acts")
            << u"jia"_s << QJsonObject() << rude(5000, u"甲"_s) << u"penalty.recusal@LS-01"_s;
        QTest::newRow("amount open")
            << u"boss"_s << QJsonObject() << open << u"penalty.amount.open@LS-01"_s;
        QTest::newRow("amount outside")
            << u"boss"_s << QJsonObject() << rude(20'000) << u"penalty.amount.range@LS-01"_s;
        QTest::newRow("no ground")
            << u"boss"_s << QJsonObject() << QJsonObject() << u"penalty.none"_s;
        QTest::newRow("unknown key") << u"boss"_s << QJsonObject() << QJsonObject{{u"amount"_s, 3}}
                                     << u"money.input.unknown"_s;
    }

    void penalizingIsRefusedWithItsClause()
    {
        QFETCH(QString, who);
        QFETCH(QJsonObject, fields);
        QFETCH(QJsonObject, input);
        QFETCH(QString, answer);
        Shop shop;
        const CaseFile file = shop.complaint(fields);
        QCOMPARE(shop.take(who, file, u"penalize"_s, input), answer);
        QVERIFY(shop.fixture.store().reader().caseFile(file.id)->value(u"penalties").isUndefined());
    }

    void thePersonOfTheCaseIsMeantWhereNobodyIsNamed()
    {
        Shop shop;
        const CaseFile file = shop.complaint({{u"respPerson"_s, u"丙"_s}});
        const QJsonObject input{{u"penalty"_s, u"tier1"_s}, {u"propose"_s, true}};
        QCOMPARE(shop.take(u"clerk"_s, file, u"penalize"_s, input), u"ok"_s);
        QCOMPARE(shop.penalty().value(u"name"_s).toString(), u"丙"_s);
        QCOMPARE(shop.penalty().value(u"department"_s).toString(), u"配送部"_s);
    }

    void ofSeveralDisciplinesAPersonChoosesOne()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        QJsonObject lying = rude();
        lying.insert(u"grounds"_s, QJsonArray{u"lying"_s});
        lying.insert(u"members"_s, QJsonArray{QJsonObject{{u"person"_s, u"乙"_s}}});
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, lying), u"penalty.alternative@LS-01"_s);
        lying.insert(u"penalty"_s, u"marked"_s);
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, lying), u"ok"_s);
        QCOMPARE(shop.last->value(u"penalties").toArray().size(), 1);
        QCOMPARE(shop.penalty().value(u"discipline"_s).toString(), u"小过"_s);
    }

    void theSamePenaltyIsNotRecordedTwice()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, rude()), u"ok"_s);
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, rude()), u"penalty.twice@LS-01"_s);
    }

    void aProposalWaitsForWhoApproves()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        QJsonObject input = rude();
        input.insert(u"propose"_s, true);
        QCOMPARE(shop.take(u"clerk"_s, file, u"penalize"_s, input), u"ok"_s);
        QCOMPARE(shop.state(), u"Proposed"_s);
        const QJsonObject yes{{u"ids"_s, QJsonArray{u"1"_s}}};
        QCOMPARE(shop.take(u"clerk"_s, file, u"penalize"_s, yes), u"step.role@LS-01"_s);
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, yes), u"ok"_s);
        QCOMPARE(shop.state(), u"Confirmed"_s);
        QCOMPARE(shop.penalty().value(u"by"_s).toString(), u"老王"_s);
    }

    void aProposalWithoutItsAmountIsNotConfirmed()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        const QJsonObject open{
            {u"penalty"_s, u"tier1"_s},
            {u"propose"_s, true},
            {u"members"_s,
             QJsonArray{QJsonObject{{u"person"_s, u"乙"_s}, {u"department"_s, u"配送部"_s}}}}};
        QCOMPARE(shop.take(u"clerk"_s, file, u"penalize"_s, open), u"ok"_s);
        QVERIFY(!shop.penalty().contains(u"amountFen"_s));
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, {{u"ids"_s, QJsonArray{u"1"_s}}})
                     .section(u'@', 0, 0),
                 u"penalty.amount.open"_s);
    }

    void anObjectionIsHeardWithinItsDaysOnly_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("answer");
        QTest::newRow("third day") << u"2026-03-05T17:00"_s << u"ok"_s;
        QTest::newRow("fourth day") << u"2026-03-06T09:00"_s << u"penalty.objection.late@LS-01"_s;
    }

    void anObjectionIsHeardWithinItsDaysOnly()
    {
        QFETCH(QString, now);
        QFETCH(QString, answer);
        Shop shop;
        const CaseFile file = shop.complaint();
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, rude()), u"ok"_s);
        shop.fixture.setNow(now);
        QCOMPARE(shop.take(u"clerk"_s,
                           file,
                           u"objectPenalty"_s,
                           {{u"id"_s, u"1"_s}, {u"reason"_s, u"不在场"_s}}),
                 answer);
        QCOMPARE(shop.last->steps.last().reason, answer == u"ok" ? u"不在场"_s : QString());
    }

    void anObjectedPenaltyIsExecutedOnlyWithAReasonOfWhoApproves()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        const QJsonObject first{{u"id"_s, u"1"_s}};
        const QJsonObject why{{u"id"_s, u"1"_s}, {u"reason"_s, u"查有录音"_s}};
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, rude()), u"ok"_s);
        QCOMPARE(shop.take(u"clerk"_s, file, u"objectPenalty"_s, first), u"penalty.reason@LS-01"_s);
        QCOMPARE(shop.take(u"clerk"_s, file, u"objectPenalty"_s, why), u"ok"_s);
        QCOMPARE(shop.take(u"boss"_s, file, u"executePenalty"_s, first), u"penalty.reason@LS-01"_s);
        QCOMPARE(shop.take(u"clerk"_s, file, u"executePenalty"_s, why), u"step.role@LS-01"_s);
        QCOMPARE(shop.take(u"boss"_s, file, u"executePenalty"_s, why), u"ok"_s);
        QCOMPARE(shop.state(), u"Executed"_s);
        QCOMPARE(shop.take(u"boss"_s, file, u"executePenalty"_s, why), u"penalty.state@LS-01"_s);
    }

    void aReversedPenaltyLeavesTheLedger()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, rude()), u"ok"_s);
        QCOMPARE(shop.fixture.desk().penalties(u"2026-03"_s)->sumFen, 5000);
        QCOMPARE(shop.take(u"boss"_s,
                           file,
                           u"reversePenalty"_s,
                           {{u"id"_s, u"1"_s}, {u"reason"_s, u"查错人"_s}}),
                 u"ok"_s);
        QVERIFY(shop.fixture.desk().penalties(u"2026-03"_s)->rows.isEmpty());
    }

    void theLedgerSumsMonthsPartiesAndPoints()
    {
        Shop shop;
        const QJsonObject loss{
            {u"penalty"_s, u"loss"_s},
            {u"lossFen"_s, 180'000},
            {u"members"_s,
             QJsonArray{QJsonObject{
                 {u"person"_s, u"乙"_s}, {u"basePoints"_s, 6}, {u"monthlyBonusFen"_s, 240'000}}}}};
        QCOMPARE(shop.take(u"boss"_s, shop.complaint(), u"penalize"_s, loss), u"ok"_s);
        QCOMPARE(shop.take(u"boss"_s, shop.complaint(), u"penalize"_s, rude()), u"ok"_s);
        const auto march = shop.fixture.desk().penalties(u"2026-03"_s);
        QCOMPARE(march->rows.size(), 2);
        QCOMPARE(march->sumFen, 125'000);
        QCOMPARE(march->parties.size(), 1);
        QCOMPARE(march->parties.first().points, 5);
        QCOMPARE(march->departments.first().name, u"配送部"_s);
        QCOMPARE(march->departments.first().points, 5);
        const auto april = shop.fixture.desk().penalties(u"2026-04"_s);
        QCOMPARE(april->sumFen, 60'000);
        QCOMPARE(april->parties.first().points, 0);
        QVERIFY(shop.fixture.desk().penalties(u"2026-05"_s)->rows.isEmpty());
        QCOMPARE(shop.fixture.desk().penalties(u"March"_s).error().code, u"penalty.month"_s);
        QVERIFY(!shop.fixture.store().reader().verify(true)->firstFault);
    }

    void stepsAreOfferedWhereThePackHasTheEntries()
    {
        Shop shop;
        CaseFile file = shop.complaint();
        shop.as(u"boss"_s);
        QStringList offered = actions(shop.fixture.desk().steps(file));
        QVERIFY(offered.contains(u"penalize"_s));
        QVERIFY(offered.contains(u"compensate"_s));
        QVERIFY(!offered.contains(u"reversePenalty"_s));
        QCOMPARE(shop.take(u"boss"_s, file, u"penalize"_s, rude()), u"ok"_s);
        offered = actions(shop.fixture.desk().steps(*shop.last));
        QVERIFY(offered.contains(u"reversePenalty"_s));
        QVERIFY(offered.contains(u"objectPenalty"_s));
        DeskFixture plain;
        QVERIFY(!actions(plain.desk().steps(plain.recorded())).contains(u"compensate"_s));
    }

    void compensationAboveTheCeilingWantsASignature()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        QJsonObject input{{u"items"_s, QJsonObject{{u"goodwill"_s, 50'001}}}};
        QCOMPARE(shop.take(u"clerk"_s, file, u"compensate"_s, input),
                 u"compensation.unsigned@LS-01"_s);
        input.insert(u"approverSign"_s, u"老王"_s);
        QCOMPARE(shop.take(u"clerk"_s, file, u"compensate"_s, input), u"ok"_s);
        QCOMPARE(shop.last->value(u"dmgTotal").toInteger(), 50'001);
        QCOMPARE(shop.last->value(u"amount").toInteger(), 50'001);
        QCOMPARE(shop.last->value(u"compensationItems").toArray().size(), 1);
    }

    void theCeilingItselfNeedsNoSignature()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        QJsonObject input{{u"items"_s, QJsonObject{{u"goodwill"_s, 50'000}}},
                          {u"receiptAmount"_s, 49'999}};
        QCOMPARE(shop.take(u"clerk"_s, file, u"compensate"_s, input),
                 u"compensation.receipt.differs@LS-01"_s);
        input.insert(u"receiptAmount"_s, 50'000);
        QCOMPARE(shop.take(u"clerk"_s, file, u"compensate"_s, input), u"ok"_s);
        QCOMPARE(shop.last->value(u"receiptAmount").toInteger(), 50'000);
    }

    void timesMustBeChosenBeforeTheyAreRecorded()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        QJsonObject input{{u"livingExpenseFen"_s, 100},
                          {u"items"_s, QJsonObject{{u"e"_s, QJsonObject()}}}};
        QCOMPARE(shop.take(u"clerk"_s, file, u"compensate"_s, input),
                 u"compensation.times.choose@LS-01"_s);
        input.insert(u"items"_s, QJsonObject{{u"e"_s, QJsonObject{{u"times"_s, 12}}}});
        QCOMPARE(shop.take(u"clerk"_s, file, u"compensate"_s, input), u"ok"_s);
        QCOMPARE(shop.last->value(u"dmgAllowance").toInteger(), 1200);
    }

    void anItemLeftOutOfTheNextSheetLeavesNoAmount()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        QJsonObject input{{u"livingExpenseFen"_s, 100},
                          {u"items"_s, QJsonObject{{u"e"_s, QJsonObject{{u"times"_s, 12}}}}}};
        QCOMPARE(shop.take(u"clerk"_s, file, u"compensate"_s, input), u"ok"_s);
        QCOMPARE(shop.last->value(u"dmgAllowance").toInteger(), 1200);
        input.insert(u"items"_s, QJsonObject{{u"goodwill"_s, 50'000}});
        QCOMPARE(shop.take(u"clerk"_s, *shop.last, u"compensate"_s, input), u"ok"_s);
        QVERIFY(shop.last->value(u"dmgAllowance").isNull());
        QCOMPARE(shop.last->value(u"dmgTotal").toInteger(), 50'000);
        QCOMPARE(shop.last->value(u"amount").toInteger(), 50'000);
    }

    void theRespondentDoesNotCompensate()
    {
        Shop shop;
        const CaseFile file = shop.complaint({{u"respondentPerson"_s, u"小李"_s}});
        QCOMPARE(
            shop.take(
                u"clerk"_s, file, u"compensate"_s, {{u"items"_s, QJsonObject{{u"goodwill"_s, 1}}}}),
            u"penalty.recusal"_s);
    }

    void theDeskProposesWithoutRecording()
    {
        Shop shop;
        const CaseFile file = shop.complaint();
        const Proposals proposals = shop.fixture.desk().proposals(file, rude());
        QCOMPARE(proposals.list.size(), 1);
        const CompensationSheet sheet = shop.fixture.desk().compensationFor(
            file, {{u"items"_s, QJsonObject{{u"goodwill"_s, 7}}}});
        QCOMPARE(sheet.totalFen, 7);
        QCOMPARE(shop.fixture.store().reader().caseFile(file.id)->eventCount, file.eventCount);
    }
};

QTEST_GUILESS_MAIN(TestMoneySteps)
#include "tst_moneysteps.moc"
