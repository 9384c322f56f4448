// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/littlepack.h>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using huiyin::support::littlePackHead;
using namespace Qt::StringLiterals;

namespace {

QStringList refusals(const Result<Outcome> &outcome)
{
    return outcome ? DeskFixture::codes(outcome->findings) : QStringList{outcome.error().code};
}

/// A desk with two people, the one at work decides for the house.
class TwoPeople
{
public:
    TwoPeople()
    {
        for (const Person &person :
             {Person{u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s, u"administrator"_s}, true},
              Person{u"li"_s, u"李工"_s, u"物流部"_s, {u"handler"_s}, true}}) {
            if (!refusals(fixture.desk().addPerson(person)).isEmpty()) {
                qFatal("not on the roster");
            }
        }
    }

    void as(const QString &person)
    {
        if (!fixture.desk().setActor(person)) {
            qFatal("not on the roster");
        }
    }

    /// From now on this person acts; whether he sees the case in the file and in the list.
    [[nodiscard]] bool sees(const QString &person, const CaseId &id)
    {
        as(person);
        const bool opens = fixture.desk().reader().caseFile(id).ok();
        const auto page = fixture.desk().reader().page({}, {}, 1000);
        const bool listed = std::any_of(page->rows.cbegin(),
                                        page->rows.cend(),
                                        [&](const CaseRow &row) { return row.id == id; });
        if (opens != listed) {
            qFatal("file and list disagree");
        }
        return opens;
    }

    DeskFixture fixture;
};

/// A pack in which nobody keeps the person complained of away, whose handler must not rate himself.
const QByteArray kLoosePack = littlePackHead("loose", 1) + R"(
[[move]]
id = "close"
zh = "办结"
en = "Close"
from = ["New"]
to = "Closed"
by = ["clerk"]
rule = ["LS-01"]

[[guard]]
id = "score"
fields = ["satisfaction"]
forbidden = ["handler"]
rule = ["LS-02"]

[[rule]]
id = "LS-01"
zh = "有诉必答"
en = "Every complaint is answered"
how = "enforced"
entry = "move:close"

[[rule]]
id = "LS-02"
zh = "承办人不得给自己打分"
en = "Nobody rates himself"
how = "enforced"
entry = "guard:score"
)";

/// The first refusal and its clause: `step.guarded LS-02`.
QString told(const Result<Outcome> &outcome)
{
    for (const Finding &finding : outcome->findings) {
        if (finding.severity == Severity::Refusal) {
            return finding.code + u' ' + finding.clause;
        }
    }
    return {};
}

} // namespace

class TestPeople : public QObject
{
    Q_OBJECT

private slots:

    void aRosterGivesRights()
    {
        TwoPeople two;
        QVERIFY(!two.fixture.desk().actor().unrestricted);
        QCOMPARE(two.fixture.desk().actor().roles, (QStringList{u"clerk"_s, u"administrator"_s}));
    }

    void aPersonIsRefused_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("code");
        QTest::newRow("no id") << QString() << u"王姐"_s << u"clerk"_s << u"person.id"_s;
        QTest::newRow("id with a blank")
            << u"wang 1"_s << u"王姐"_s << u"clerk"_s << u"person.id"_s;
        QTest::newRow("long id") << QString(41, u'w') << u"王姐"_s << u"clerk"_s << u"person.id"_s;
        QTest::newRow("long name")
            << u"wang"_s << QString(61, u'王') << u"clerk"_s << u"person.name"_s;
        QTest::newRow("no name") << u"wang"_s << QString() << u"clerk"_s << u"person.name"_s;
        QTest::newRow("unknown role") << u"wang"_s << u"王姐"_s << u"clark"_s << u"person.role"_s;
    }

    void aPersonIsRefused()
    {
        QFETCH(QString, id);
        QFETCH(QString, name);
        QFETCH(QString, role);
        QFETCH(QString, code);
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().addPerson({id, name, {}, {role}, true})),
                 QStringList{code});
        QVERIFY(fixture.store().reader().roster()->isEmpty());
    }

    void somebodyDisabledActsNoMore()
    {
        TwoPeople two;
        Desk &desk = two.fixture.desk();
        QCOMPARE(refusals(desk.disablePerson(u"li"_s, u"调离"_s)), QStringList());
        const auto acting = desk.setActor(u"li"_s);
        QVERIFY(!acting);
        QCOMPARE(acting.error().code, u"actor.disabled"_s);
    }

    void disablingNeedsAReasonAndAKnownPerson()
    {
        TwoPeople two;
        QCOMPARE(refusals(two.fixture.desk().disablePerson(u"li"_s, u"  "_s)),
                 QStringList{u"person.reason"_s});
        QCOMPARE(refusals(two.fixture.desk().disablePerson(u"zhao"_s, u"调离"_s)),
                 QStringList{u"person.unknown"_s});
    }

    void theLastPersonStays()
    {
        TwoPeople two;
        QCOMPARE(refusals(two.fixture.desk().disablePerson(u"li"_s, u"调离"_s)), QStringList());
        QCOMPARE(refusals(two.fixture.desk().disablePerson(u"wang"_s, u"调离"_s)),
                 QStringList{u"person.last"_s});
    }

    void aGuardHoldsAtIntakeToo()
    {
        TwoPeople two;
        QVERIFY(two.fixture.desk().adoptRegulation(kLoosePack).ok());
        QCOMPARE(told(two.fixture.record(DeskFixture::complaint(
                     {{u"handler"_s, u"王姐"_s}, {u"satisfaction"_s, u"Satisfied"_s}}))),
                 u"step.guarded LS-02"_s);
        QCOMPARE(told(two.fixture.record(DeskFixture::complaint(
                     {{u"handler"_s, u"李工"_s}, {u"satisfaction"_s, u"Satisfied"_s}}))),
                 QString());
    }

    void whoWritesHimselfOutOfAGuardIsStillBarred()
    {
        TwoPeople two;
        QVERIFY(two.fixture.desk().adoptRegulation(kLoosePack).ok());
        const CaseFile mine = two.fixture.recorded({{u"handler"_s, u"王姐"_s}});
        QCOMPARE(told(two.fixture.desk().act(mine.id,
                                             u"amend"_s,
                                             {{u"handler"_s, u"李工"_s},
                                              {u"satisfaction"_s, u"Satisfied"_s},
                                              {u"reason"_s, u"更正"_s}})),
                 u"step.guarded LS-02"_s);
    }

    void thePersonComplainedOfIsGivenNoWork()
    {
        TwoPeople two;
        Desk &desk = two.fixture.desk();
        QVERIFY(desk.adoptRegulation(kLoosePack).ok());
        const QJsonObject own =
            DeskFixture::complaint({{u"respondentPerson"_s, u"李工"_s}, {u"handler"_s, u"li"_s}});
        QCOMPARE(told(two.fixture.record(own)), QString()); // nobody says otherwise
        QVERIFY(!desk.respondentsKeptOut());
        QCOMPARE(refusals(desk.keepRespondentsOut(true)), QStringList());
        QVERIFY(desk.respondentsKeptOut());
        QCOMPARE(refusals(two.fixture.record(own)), QStringList{u"step.respondentWorks"_s});
        const CaseId id = two.fixture.recorded({{u"handler"_s, u"李工"_s}}).id;
        QCOMPARE(refusals(desk.act(
                     id, u"amend"_s, {{u"respondentPerson"_s, u"li"_s}, {u"reason"_s, u"补充"_s}})),
                 QStringList{u"step.workerAccused"_s});
        QCOMPARE(refusals(desk.act(id,
                                   u"amend"_s,
                                   {{u"respondentPerson"_s, u"李工"_s},
                                    {u"handler"_s, u"王姐"_s},
                                    {u"reason"_s, u"改派"_s}})),
                 QStringList());
        QCOMPARE(refusals(desk.act(
                     id, u"amend"_s, {{u"visitorSign"_s, u"李工"_s}, {u"reason"_s, u"补签"_s}})),
                 QStringList{u"step.respondentWorks"_s});
    }

    void aPackThatBarsHimFromAStepGivesHimNoWorkEither()
    {
        TwoPeople two;
        const auto refused = two.fixture.record(DeskFixture::complaint(
            {{u"respondentPerson"_s, u"李工"_s}, {u"handler"_s, u"李工"_s}}));
        QCOMPARE(refusals(refused), QStringList{u"step.respondentWorks"_s});
        QVERIFY(told(refused).startsWith(u"step.respondentWorks R-TOB-"));
    }

    void theSwitchIsRecordedAndHidesTheCase()
    {
        TwoPeople two;
        Desk &desk = two.fixture.desk();
        const CaseId id = two.fixture.recorded({{u"respondentPerson"_s, u"李工"_s}}).id;
        QVERIFY(two.sees(u"li"_s, id));
        two.as(u"wang"_s);
        QCOMPARE(refusals(desk.keepRespondentsOut(true)), QStringList());
        QVERIFY(!two.sees(u"li"_s, id));
        QCOMPARE(desk.reader().caseFile(id).error().code, u"case.hidden"_s);
        QCOMPARE(*desk.reader().count({}), 0);
        two.as(u"wang"_s);
        QCOMPARE(refusals(desk.keepRespondentsOut(false)), QStringList());
        QVERIFY(two.sees(u"li"_s, id));
    }

    // What a pack hides, it hides of its own cases: before, after and beside others.
    void secrecyBelongsToThePackOfTheCase_data()
    {
        QTest::addColumn<QStringList>("packs"); // one after the other, a case under each
        QTest::newRow("secret, then open") << QStringList{u"law"_s, u"tob"_s};
        QTest::newRow("open, then secret") << QStringList{u"tob"_s, u"law"_s};
        QTest::newRow("to and fro") << QStringList{u"tob"_s, u"law"_s, u"tob"_s};
        QTest::newRow("two secret times") << QStringList{u"law"_s, u"standard"_s, u"law"_s};
    }

    void secrecyBelongsToThePackOfTheCase()
    {
        QFETCH(QStringList, packs);
        TwoPeople two;
        Desk &desk = two.fixture.desk();
        QStringList shown;
        for (const QString &pack : std::as_const(packs)) {
            two.as(u"wang"_s);
            QCOMPARE(refusals(desk.useRegulation(pack)), QStringList());
            const bool secret = desk.regulation().people.recusal;
            QCOMPARE(desk.regulation().people.needToKnow, secret);
            const CaseFile against = two.fixture.recorded({{u"respondentPerson"_s, u"李工"_s}});
            const CaseFile strange = two.fixture.recorded({{u"respondentPerson"_s, u"赵某"_s}});
            QCOMPARE(two.sees(u"li"_s, against.id), !secret);
            QCOMPARE(two.sees(u"li"_s, strange.id), !secret);
            QVERIFY(two.sees(u"wang"_s, against.id)); // the front desk sees all
            if (!secret) {
                shown += {against.caseNo, strange.caseNo};
            }
        }
        two.as(u"li"_s);
        QStringList listed;
        const auto page = desk.reader().page({}, {}, 100);
        for (const CaseRow &row : page->rows) {
            listed.append(row.caseNo);
        }
        QCOMPARE(QSet<QString>(listed.cbegin(), listed.cend()),
                 QSet<QString>(shown.cbegin(), shown.cend()));
        QCOMPARE(*desk.reader().count({}), shown.size());
        QCOMPARE(desk.reader().search(u"送货员"_s, 100)->size(), shown.size());
        QVERIFY(desk.reader().byNumber(shown.first()).ok());
    }

    void aCaseTakenOverToAnotherPackFollowsItsSecrecy()
    {
        TwoPeople two;
        Desk &desk = two.fixture.desk();
        QCOMPARE(refusals(desk.useRegulation(u"law"_s)), QStringList());
        const CaseId id = two.fixture.recorded({{u"respondentPerson"_s, u"李工"_s}}).id;
        QVERIFY(!two.sees(u"li"_s, id));
        two.as(u"wang"_s);
        const auto plan = desk.planMove(u"tob"_s);
        QCOMPARE(plan->rows.size(), 1);
        QCOMPARE(refusals(desk.moveCases(*plan, u"改用"_s)), QStringList());
        QVERIFY(two.sees(u"li"_s, id));
    }

    void theSwitchOfTheHouseReachesCasesOfEveryPack()
    {
        TwoPeople two;
        Desk &desk = two.fixture.desk();
        QVector<CaseId> ids;
        for (const QString &pack : {u"tob"_s, u"law"_s, u"standard"_s}) {
            QCOMPARE(refusals(desk.useRegulation(pack)), QStringList());
            ids.append(two.fixture.recorded({{u"respondentPerson"_s, u"李工"_s}}).id);
        }
        QCOMPARE(refusals(desk.keepRespondentsOut(true)), QStringList());
        for (const CaseId &id : std::as_const(ids)) {
            QVERIFY(!two.sees(u"li"_s, id));
        }
        QCOMPARE(*desk.reader().count({}), 0);
    }

    void whatIsDecidedForTheHouseNeedsTheRole_data()
    {
        QTest::addColumn<int>("which");
        int at = 0;
        for (const char *name : {"pack in force",
                                 "own pack",
                                 "figure",
                                 "office hours",
                                 "recusal",
                                 "running cases",
                                 "somebody new",
                                 "himself with more roles",
                                 "somebody gone",
                                 "somebody else away",
                                 "own form"}) {
            QTest::newRow(name) << at++;
        }
    }

    void whatIsDecidedForTheHouseNeedsTheRole()
    {
        QFETCH(int, which);
        TwoPeople two;
        Desk &desk = two.fixture.desk();
        const CaseId id = two.fixture.recorded().id;
        QVERIFY(desk.useRegulation(u"standard"_s).ok());
        const auto decide = [&] {
            switch (which) {
            case 0:
                return desk.useRegulation(u"trd"_s);
            case 1:
                return desk.adoptRegulation(kLoosePack);
            case 2:
                return desk.setParameter(u"goodwillCeiling"_s, u"800"_s, u"决定"_s, u"maj"_s);
            case 3:
                return desk.setHours(u"{\"close\":\"18:00\"}"_s);
            case 4:
                return desk.keepRespondentsOut(true);
            case 5:
                return desk.moveCases(*desk.planMove(u"standard"_s, {}, {id}), u"改用"_s);
            case 6:
                return desk.addPerson({u"sun"_s, u"孙工"_s, u"物流部"_s, {u"handler"_s}, true});
            case 7:
                return desk.addPerson({u"li"_s, u"李工"_s, u"物流部"_s, {u"leader"_s}, true});
            case 8:
                return desk.disablePerson(u"wang"_s, u"调离"_s);
            case 9:
                return desk.setAway(u"wang"_s, {u"li"_s});
            default:
                QByteArray form = desk.sheetText(u"F-01"_s, -1).value();
                form.replace("version = 1\n",
                             "version = " + QByteArray::number(desk.nextSheetVersion(u"F-01"_s)) +
                                 '\n');
                return desk.adoptSheet(form);
            }
        };
        const auto events = [&] { return desk.reader().status(desk.now())->events; };
        two.as(u"li"_s);
        const qint64 before = events();
        QCOMPARE(refusals(decide()), QStringList{u"house.role"_s});
        QCOMPARE(events(), before); // nothing written
        two.as(u"wang"_s);
        QCOMPARE(refusals(decide()), QStringList());
        QVERIFY(events() > before);
    }

    void whoeverStandsInForTheLeaderDecidesMeanwhile()
    {
        TwoPeople two;
        Desk &desk = two.fixture.desk();
        QCOMPARE(refusals(desk.setAway(u"wang"_s, {u"li"_s})), QStringList());
        two.as(u"li"_s);
        QCOMPARE(refusals(desk.keepRespondentsOut(true)), QStringList());
        QCOMPARE(refusals(desk.setAway(u"wang"_s, {})), QStringList());
        two.as(u"li"_s);
        QCOMPARE(refusals(desk.keepRespondentsOut(false)), QStringList{u"house.role"_s});
    }

    void whereNobodyDecidesEverybodyMay()
    {
        DeskFixture fixture;
        Desk &desk = fixture.desk();
        const Person clerk{u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s}, true};
        const Person leader{u"zhou"_s, u"周总"_s, u"领导"_s, {u"leader"_s}, true};
        QCOMPARE(refusals(desk.addPerson(clerk)), QStringList());
        QCOMPARE(refusals(desk.keepRespondentsOut(true)), QStringList());
        QCOMPARE(refusals(desk.keepRespondentsOut(false)), QStringList());
        QCOMPARE(refusals(desk.addPerson(leader)), QStringList());
        QCOMPARE(refusals(desk.addPerson({u"li"_s, u"李工"_s, {}, {u"handler"_s}, true})),
                 QStringList{u"house.role"_s});
        QCOMPARE(refusals(desk.keepRespondentsOut(true)), QStringList{u"house.role"_s});
        QVERIFY(desk.setActor(u"zhou"_s).ok());
        QCOMPARE(refusals(desk.keepRespondentsOut(true)), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
