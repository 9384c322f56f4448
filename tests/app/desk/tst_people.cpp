// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
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
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
