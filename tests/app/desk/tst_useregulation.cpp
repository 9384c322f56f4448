// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

/// The tobacco pack as an organisation would change it: another name and two working days.
QByteArray ownPack(int version = 1, int workdays = 2)
{
    QFile file(u":/huiyin/regulations/tob.toml"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no built-in pack");
    }
    QByteArray text = file.readAll();
    text.replace("id        = \"tob\"", "id        = \"ours\"");
    text.replace("version   = 1", "version   = " + QByteArray::number(version));
    text.replace("limit    = { workdays = 3 }",
                 "limit    = { workdays = " + QByteArray::number(workdays) + " }");
    return text;
}

QStringList refusals(const Result<Outcome> &outcome)
{
    return outcome ? DeskFixture::codes(outcome->findings) : QStringList{outcome.error().code};
}

} // namespace

class TestUseRegulation : public QObject
{
    Q_OBJECT

private slots:

    void anOwnPackCountsForNewCases()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().adoptRegulation(ownPack())), QStringList());
        QCOMPARE(fixture.desk().regulation().id, u"ours"_s);
        const CaseFile caseFile = fixture.recorded();
        QCOMPARE(caseFile.regulationId, u"ours"_s);
        QCOMPARE(caseFile.handlingClock()->due->toLocalText(), u"2026-03-04T17:30:00"_s);
    }

    void aPackWhoseRolesNobodyHoldsSaysSo()
    {
        DeskFixture fixture;
        QVERIFY(
            fixture.desk().addPerson({.id = u"wang"_s, .name = u"王姐"_s, .roles = {u"leader"_s}}));
        const auto adopted = fixture.desk().adoptRegulation(ownPack());
        QVERIFY(adopted);
        QVERIFY(DeskFixture::codes(adopted->findings, Severity::Warning)
                    .contains(u"regulation.roleEmpty"_s));
    }

    void aRunningCaseKeepsItsPack()
    {
        DeskFixture fixture;
        const CaseFile before = fixture.recorded();
        QCOMPARE(refusals(fixture.desk().adoptRegulation(ownPack())), QStringList());
        const CaseFile after = *fixture.store().reader().caseFile(before.id);
        QCOMPARE(fixture.desk().regulationOf(after).id, u"tob"_s);
        QCOMPARE(after.handlingClock()->due, before.handlingClock()->due);
    }

    void anOwnPackLivesInTheCaseFile()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().adoptRegulation(ownPack())), QStringList());
        Desk again(
            fixture.store().log(),
            fixture.store().reader(),
            DeskFixture::builtIn(),
            [] { return *Instant::parseLocal(u"2026-03-02T10:00"); },
            [&](int n) { return fixture.store().random(n); });
        QCOMPARE(again.regulation().id, u"ours"_s);
    }

    void aVersionInUseKeepsItsWords()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().adoptRegulation(ownPack())), QStringList());
        QCOMPARE(refusals(fixture.desk().adoptRegulation(ownPack(1, 1))),
                 QStringList{u"regulation.versionTaken"_s});
        QCOMPARE(refusals(fixture.desk().adoptRegulation(ownPack(2, 1))), QStringList());
        QCOMPARE(fixture.desk().regulation().version, 2);
    }

    void aFaultyPackIsNotAdopted()
    {
        DeskFixture fixture;
        const auto outcome = fixture.desk().adoptRegulation(ownPack(1, 0));
        QVERIFY(outcome && refuses(outcome->findings));
        QVERIFY(outcome->findings.first().line > 0);
        QCOMPARE(fixture.desk().regulation().id, u"tob"_s);
    }

    void aPlannedPackWaitsForItsDay()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().adoptRegulation(ownPack(), *Day::of(2026, 4, 1))),
                 QStringList());
        QCOMPARE(fixture.desk().regulation().id, u"tob"_s);
        fixture.setNow(u"2026-04-01T09:00"_s);
        QCOMPARE(fixture.recorded({{u"receivedAt"_s, u"2026-04-01T08:50:00"_s}}).regulationId,
                 u"ours"_s);
    }

    void anUnknownPackIsRefusedWithTheKnownOnes()
    {
        DeskFixture fixture;
        const auto outcome = fixture.desk().useRegulation(u"nobody"_s);
        QCOMPARE(refusals(outcome), QStringList{u"regulation.unknown"_s});
        QVERIFY(outcome->findings.first().args.value(u"known"_s).contains(u"tob"_s));
    }

    void officeHoursMoveTheClosingTimeOfNewCases()
    {
        DeskFixture fixture;
        QCOMPARE(
            refusals(fixture.desk().setHours(
                u"{\"close\":\"18:00\",\"periods\":[[\"09:00\",\"12:00\"],[\"13:00\",\"18:00\"]]}"_s)),
            QStringList());
        QCOMPARE(fixture.recorded().handlingClock()->due->toLocalText(), u"2026-03-05T18:00:00"_s);
        for (const auto &wrong :
             {u"{}"_s,
              u"{\"close\":\"25:00\"}"_s,
              u"{\"periods\":[]}"_s,
              u"{\"periods\":[[\"8.30\",\"12:00\"]]}"_s,
              u"{\"periods\":[[\"08:30\",\"12.00\"]]}"_s,
              u"{\"periods\":[[\"12:00\",\"12:00\"]]}"_s,
              u"{\"periods\":[[\"08:00\",\"12:00\"],[\"11:00\",\"13:00\"]]}"_s}) {
            QCOMPARE(refusals(fixture.desk().setHours(wrong)), QStringList{u"hours.malformed"_s});
        }
    }
};

QTEST_GUILESS_MAIN(TestUseRegulation)
#include "tst_useregulation.moc"
