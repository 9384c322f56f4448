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

/// A desk with two people, one at work.
class TwoPeople
{
public:
    TwoPeople()
    {
        for (const Person &person :
             {Person{u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s}, true},
              Person{u"li"_s, u"李工"_s, u"物流部"_s, {u"handler"_s}, true}}) {
            if (!refusals(fixture.desk().addPerson(person)).isEmpty()) {
                qFatal("not on the roster");
            }
        }
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
        QCOMPARE(two.fixture.desk().actor().roles, QStringList{u"clerk"_s});
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
        QVERIFY(desk.setActor(u"li"_s).ok());
        QVERIFY(desk.reader().caseFile(id).ok());
        QCOMPARE(refusals(desk.keepRespondentsOut(true)), QStringList());
        QCOMPARE(desk.reader().caseFile(id).error().code, u"case.hidden"_s);
        QCOMPARE(*desk.reader().count({}), 0);
        QCOMPARE(refusals(desk.keepRespondentsOut(false)), QStringList());
        QVERIFY(desk.reader().caseFile(id).ok());
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
