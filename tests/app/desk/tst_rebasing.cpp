// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Running cases that go over to another pack or version.

#include <support/littlepack.h>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using huiyin::support::littlePackHead;
using namespace Qt::StringLiterals;

namespace {

/// A pack with one clock of so many working days and no stage but these.
QByteArray littlePack(int version, int workdays, const QByteArray &more = {})
{
    return littlePackHead("little", version) +
           QByteArray(R"(
[[move]]
id = "close"
zh = "办结"
en = "Close"
from = ["New"]
to = "Closed"
by = ["clerk"]
needs = ["replyText"]
stamps = "replyAt"
rule = ["LS-01"]

[[clock]]
id = "handling"
zh = "处理"
en = "Handling"
starts = "receivedAt"
stops = "replyAt"
limit = { workdays = %1 }
owner = "clerk"
handling = true
extend = { to = { workdays = 9 }, needs = ["extensionReason"], approve = ["clerk"], rule = ["LS-01"] }
rule = ["LS-01"]

[[rule]]
id = "LS-01"
zh = "有诉必答"
en = "Every complaint is answered"
how = "enforced"
entry = "clock:handling"
)")
               .replace("%1", QByteArray::number(workdays)) +
           more;
}

void adopt(DeskFixture &fixture, const QByteArray &pack)
{
    const auto adopted = fixture.desk().adoptRegulation(pack);
    if (!adopted || refuses(adopted->findings)) {
        qFatal("pack refused: %s",
               qPrintable(adopted ? DeskFixture::codes(adopted->findings).join(u' ')
                                  : adopted.error().code));
    }
}

QString dueOf(const CaseFile &caseFile, const QString &clock = u"handling"_s)
{
    const Clock *found = caseFile.clock(clock);
    return found == nullptr || !found->due ? u"none"_s : found->due->toLocalText();
}

QStringList refusals(const MoveRow &row) { return DeskFixture::codes(row.findings); }

} // namespace

class TestRebasing : public QObject
{
    Q_OBJECT

private slots:

    void runningCasesKeepTheirVersionUntilMoved()
    {
        DeskFixture fixture;
        adopt(fixture, littlePack(1, 3));
        const CaseFile before = fixture.recorded();
        QCOMPARE(dueOf(before), u"2026-03-05T17:30:00"_s);
        adopt(fixture, littlePack(2, 5));
        const CaseFile still = *fixture.desk().reader().caseFile(before.id);
        QCOMPARE(still.regulationVersion, 1);
        QCOMPARE(dueOf(still), u"2026-03-05T17:30:00"_s);
    }

    void theListTellsWhatChangesAndWritesNothing()
    {
        DeskFixture fixture;
        adopt(fixture, littlePack(1, 3));
        const CaseFile before = fixture.recorded();
        adopt(fixture, littlePack(2, 5));
        const auto plan = fixture.desk().planMove(u"little"_s);
        QCOMPARE(plan->to, (PackVersion{u"little"_s, 2}));
        QCOMPARE(plan->rows.size(), 1);
        QVERIFY(plan->rows.first().goes());
        const ClockChange &change = plan->rows.first().clocks.first();
        QCOMPARE(change.what, ClockChange::What::Recounted);
        QCOMPARE(change.before->toLocalText(), u"2026-03-05T17:30:00"_s);
        QCOMPARE(change.after->toLocalText(), u"2026-03-09T17:30:00"_s);
        QCOMPARE(fixture.desk().reader().caseFile(before.id)->eventCount, before.eventCount);
    }

    void aMoveIsRecordedWithItsReasonAndCountsFromTheOldStart()
    {
        DeskFixture fixture;
        adopt(fixture, littlePack(1, 3));
        const CaseId id = fixture.recorded().id;
        adopt(fixture, littlePack(2, 5));
        fixture.setNow(u"2026-03-04T10:00"_s);
        const auto plan = fixture.desk().planMove(u"little"_s);
        QCOMPARE(DeskFixture::codes(fixture.desk().moveCases(*plan, u" "_s)->findings),
                 QStringList{u"rebase.reason"_s});
        QVERIFY(!refuses(fixture.desk().moveCases(*plan, u"新制度生效"_s)->findings));
        const CaseFile after = *fixture.desk().reader().caseFile(id);
        QCOMPARE(after.regulationVersion, 2);
        QCOMPARE(dueOf(after), u"2026-03-09T17:30:00"_s);
        QCOMPARE(after.clocks.first().startedAt.toLocalText(), u"2026-03-02T08:50:00"_s);
        const auto step =
            std::find_if(after.steps.cbegin(), after.steps.cend(), [](const Step &one) {
                return one.action == u"moveRegulation";
            });
        QVERIFY(step != after.steps.cend());
        QCOMPARE(step->reason, u"新制度生效"_s);
        QVERIFY(fixture.desk().planMove(u"little"_s)->rows.isEmpty());
        QVERIFY(!fixture.desk().reader().verify(true)->firstFault);
    }

    void anExtensionGrantedIsNotCutShort()
    {
        DeskFixture fixture;
        adopt(fixture, littlePack(1, 3));
        const CaseId id = fixture.recorded().id;
        const auto extended = fixture.desk().act(
            id, u"extend"_s, {{u"reason"_s, u"等检验"_s}, {u"extensionReason"_s, u"等检验"_s}});
        QVERIFY(extended && !refuses(extended->findings));
        const QString granted = dueOf(*extended->caseFile);
        adopt(fixture, littlePack(2, 2));
        static_cast<void>(
            fixture.desk().moveCases(*fixture.desk().planMove(u"little"_s), u"新版"_s));
        const CaseFile after = *fixture.desk().reader().caseFile(id);
        QCOMPARE(after.regulationVersion, 2);
        QCOMPARE(dueOf(after), granted);
    }

    void aPauseGoesAlong()
    {
        DeskFixture fixture;
        const QByteArray more = "pauses = true\n";
        const auto pausing = [&](int version, int days) {
            return littlePack(version, days)
                .replace("handling = true\n", "handling = true\n" + more);
        };
        adopt(fixture, pausing(1, 3));
        const CaseId id = fixture.recorded().id;
        const auto paused = fixture.desk().act(id, u"pause"_s, {{u"reason"_s, u"等客户资料"_s}});
        QVERIFY(paused && !refuses(paused->findings));
        adopt(fixture, pausing(2, 5));
        static_cast<void>(
            fixture.desk().moveCases(*fixture.desk().planMove(u"little"_s), u"新版"_s));
        const CaseFile after = *fixture.desk().reader().caseFile(id);
        QCOMPARE(after.clocks.first().state, ClockState::Paused);
        QCOMPARE(after.clocks.first().pauses.size(), 1);
    }

    void aClockThePackHasNotIsCancelledAndItsOwnBegins()
    {
        DeskFixture fixture;
        adopt(fixture, littlePack(1, 3));
        const CaseId id = fixture.recorded().id;
        adopt(fixture,
              littlePack(2, 3)
                  .replace("id = \"handling\"", "id = \"answer\"")
                  .replace("clock:handling", "clock:answer"));
        const auto plan = fixture.desk().planMove(u"little"_s);
        QCOMPARE(plan->rows.first().clocks.size(), 2);
        static_cast<void>(fixture.desk().moveCases(*plan, u"新版"_s));
        const CaseFile after = *fixture.desk().reader().caseFile(id);
        QCOMPARE(after.clock(u"handling")->state, ClockState::Cancelled);
        QCOMPARE(after.clock(u"answer")->state, ClockState::Running);
        QCOMPARE(dueOf(after, u"answer"_s), u"2026-03-05T17:30:00"_s);
    }

    void aStageWithoutCounterpartStays()
    {
        DeskFixture fixture;
        static_cast<void>(fixture.desk().useRegulation(u"standard"_s));
        const CaseId id = fixture.recorded().id;
        const auto step = fixture.desk().act(
            id,
            u"transfer"_s,
            {{u"assignedDept"_s, u"物流部"_s}, {u"handlingOpinion"_s, u"请核实"_s}});
        QVERIFY(step && !refuses(step->findings));
        adopt(fixture, littlePack(1, 3));
        const auto plan = fixture.desk().planMove(u"little"_s);
        QCOMPARE(refusals(plan->rows.first()), QStringList{u"rebase.stage"_s});
        QCOMPARE(DeskFixture::codes(fixture.desk().moveCases(*plan, u"新版"_s)->findings),
                 QStringList{u"rebase.nothing"_s});
        QCOMPARE(fixture.desk().reader().caseFile(id)->regulationId, u"standard"_s);
    }

    void namedCasesThatCannotGoSayWhy()
    {
        DeskFixture fixture;
        adopt(fixture, littlePack(1, 3));
        const CaseId id = fixture.recorded().id;
        QCOMPARE(refusals(fixture.desk().planMove(u"little"_s, {}, {id})->rows.first()),
                 QStringList{u"rebase.same"_s});
        const auto closed = fixture.desk().act(id, u"close"_s, {{u"replyText"_s, u"已答复"_s}});
        QVERIFY(closed && !refuses(closed->findings));
        QCOMPARE(refusals(fixture.desk().planMove(u"tob"_s, {}, {id})->rows.first()),
                 QStringList{u"rebase.closed"_s});
    }

    void anUnknownPackOrOverlayIsRefused()
    {
        DeskFixture fixture;
        QCOMPARE(fixture.desk().planMove(u"nowhere"_s).error().code, u"regulation.unknown"_s);
        QCOMPARE(fixture.desk().planMove(u"tob"_s, {u"standard"_s}).error().code,
                 u"regulation.notOverlay"_s);
    }

    void anOverlayMayBeLaidOverRunningCases()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded({{u"severity"_s, u"Major"_s}}).id;
        const auto plan = fixture.desk().planMove(u"tob"_s, {u"maj"_s});
        QVERIFY(plan->rows.first().goes());
        QVERIFY(std::any_of(
            plan->rows.first().clocks.cbegin(),
            plan->rows.first().clocks.cend(),
            [](const ClockChange &change) { return change.what == ClockChange::What::Started; }));
        static_cast<void>(fixture.desk().moveCases(*plan, u"启用重大叠加"_s));
        QCOMPARE(fixture.desk().reader().caseFile(id)->overlays,
                 (QVector<PackVersion>{{u"maj"_s, 1}}));
    }

    void aPackIsNotUsedBeforeItTakesEffect()
    {
        DeskFixture fixture;
        const auto adopted = fixture.desk().adoptRegulation(
            littlePack(1, 3).replace("2026-01-01", "2026-09-01"), *Day::parse(u"2026-03-02"_s));
        QCOMPARE(DeskFixture::codes(adopted->findings),
                 QStringList{u"regulation.beforeEffective"_s});
        QVERIFY(!fixture.desk().regulationNamed(u"little"_s).ok());
        const auto later =
            fixture.desk().adoptRegulation(littlePack(1, 3).replace("2026-01-01", "2026-09-01"));
        QVERIFY(later && !refuses(later->findings));
        QCOMPARE(fixture.desk().regulation().id, u"tob"_s);
        fixture.setNow(u"2026-09-01T08:30"_s);
        QCOMPARE(fixture.desk().regulation().id, u"little"_s);
    }
};

QTEST_GUILESS_MAIN(TestRebasing)
#include "tst_rebasing.moc"
