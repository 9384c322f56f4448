// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/clocks.h>

#include <QFile>
#include <QTemporaryDir>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

QStringList refusals(const Result<Outcome> &outcome)
{
    return outcome ? DeskFixture::codes(outcome->findings) : QStringList{outcome.error().code};
}

const QJsonObject kReply{{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已致歉并补送"_s}};

/// A complaint replied to and closed on 4 March.
CaseFile closedCase(DeskFixture &fixture)
{
    const CaseFile caseFile = fixture.recorded();
    fixture.setNow(u"2026-03-04T09:00"_s);
    QJsonObject reply = kReply;
    reply.insert(u"satisfaction"_s, u"Dissatisfied"_s);
    if (!refusals(fixture.desk().act(caseFile.id, u"reply"_s, reply)).isEmpty()) {
        qFatal("not replied");
    }
    const auto closed = fixture.desk().act(caseFile.id, u"close"_s, {});
    if (!refusals(closed).isEmpty()) {
        qFatal("not closed: %s", qPrintable(refusals(closed).join(u' ')));
    }
    return *closed->caseFile;
}

} // namespace

/// Clocks and people over several steps of one case.
class TestClockSteps : public QObject
{
    Q_OBJECT

private slots:

    void reopeningStartsANewSpanAndANewClock()
    {
        DeskFixture fixture;
        const CaseFile closed = closedCase(fixture);
        fixture.setNow(u"2026-03-09T10:00"_s);
        const auto outcome =
            fixture.desk().act(closed.id, u"reopen"_s, {{u"reason"_s, u"客户不服"_s}});
        QCOMPARE(refusals(outcome), QStringList());
        const CaseFile &again = *outcome->caseFile;
        QCOMPARE(again.stage, Stage::Reopened);
        QCOMPARE(again.spans.size(), 2);
        QVERIFY(again.spans.last().reopened && !again.spans.last().closedAt);
        QCOMPARE(again.clocks.size(), 2);
        QCOMPARE(again.clocks.first().state, ClockState::Met);
        QCOMPARE(again.handlingClock()->state, ClockState::Running);
        QCOMPARE(again.handlingClock()->due->toLocalText(), u"2026-03-12T17:30:00"_s);
    }

    void reopeningNeedsAReason()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().act(closedCase(fixture).id, u"reopen"_s, {})),
                 QStringList{u"step.reason"_s});
    }

    void aReopenedCaseCountsAsReceivedAgain()
    {
        DeskFixture fixture;
        const CaseFile closed = closedCase(fixture);
        fixture.setNow(u"2026-04-02T10:00"_s);
        QCOMPARE(
            refusals(fixture.desk().act(closed.id, u"reopen"_s, {{u"reason"_s, u"客户不服"_s}})),
            QStringList());
        const auto march = fixture.store().reader().tally(
            Dimension::Total, *Day::of(2026, 3, 1), *Day::of(2026, 3, 31));
        const auto april = fixture.store().reader().tally(
            Dimension::Total, *Day::of(2026, 4, 1), *Day::of(2026, 4, 30));
        QVERIFY(march && april);
        const auto of = [](const Counts &counts, Count count) {
            return counts.at(static_cast<size_t>(count));
        };
        QCOMPARE(of(march->first(), Count::Received), 1);
        QCOMPARE(of(march->first(), Count::Closed), 1);
        QCOMPARE(of(april->first(), Count::Received), 1);
        QCOMPARE(of(april->first(), Count::Reopened), 1);
        QCOMPARE(of(april->first(), Count::Closed), 0);
    }

    void aCorrectedKindCountsFromTheOriginalReceipt()
    {
        DeskFixture fixture;
        const CaseFile inquiry = fixture.recorded({{u"kind"_s, u"Inquiry"_s}});
        QCOMPARE(inquiry.nextClock()->due->toLocalText(), u"2026-03-03T08:50:00"_s);
        fixture.setNow(u"2026-03-02T15:00"_s);
        const auto outcome = fixture.desk().act(
            inquiry.id, u"amend"_s, {{u"kind"_s, u"Complaint"_s}, {u"reason"_s, u"确为投诉"_s}});
        QCOMPARE(refusals(outcome), QStringList());
        QCOMPARE(outcome->caseFile->clock(u"inquiry-reply")->state, ClockState::Cancelled);
        const Clock *handling = outcome->caseFile->clock(u"handling");
        QVERIFY(handling != nullptr);
        QCOMPARE(handling->startedAt.toLocalText(), u"2026-03-02T08:50:00"_s);
        QCOMPARE(handling->due->toLocalText(), u"2026-03-05T17:30:00"_s);
    }

    void aCorrectedReceiptIsCountedAnew()
    {
        DeskFixture fixture;
        const auto outcome = fixture.desk().act(
            fixture.recorded().id,
            u"amend"_s,
            {{u"receivedAt"_s, u"2026-02-27T16:00:00"_s}, {u"reason"_s, u"来电是上周五"_s}});
        QCOMPARE(refusals(outcome), QStringList());
        // Saturday 28 February is a make-up day, so the third working day is Tuesday.
        QCOMPARE(outcome->caseFile->handlingClock()->due->toLocalText(), u"2026-03-03T17:30:00"_s);
    }

    void aReplyIsNoCorrection()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        QCOMPARE(refusals(fixture.desk().act(
                     id,
                     u"amend"_s,
                     {{u"replyAt"_s, u"2026-03-02T08:55:00"_s}, {u"reason"_s, u"已答复"_s}})),
                 QStringList{u"amend.useStep"_s});
    }

    void aSecondTransferDoesNotRestartTheClockOfTheFirst()
    {
        DeskFixture fixture;
        QFile builtIn(u":/huiyin/regulations/tob.toml"_s);
        QVERIFY(builtIn.open(QIODevice::ReadOnly));
        QByteArray pack = builtIn.readAll();
        pack.replace("id        = \"tob\"", "id        = \"ours\"");
        pack += "\n[[clock]]\nid = \"acknowledge\"\nzh = \"签收\"\nen = \"Acknowledge\"\n"
                "when = { kind = \"Complaint\" }\nstarts = \"move:transfer\"\n"
                "stops = \"acknowledgedAt\"\nlimit = { hours = 4 }\nowner = \"assignedDept\"\n"
                "rule = [\"R-TOB-05\"]\n";
        QCOMPARE(refusals(fixture.desk().adoptRegulation(pack)), QStringList());
        const CaseId id = fixture.recorded().id;
        const QJsonObject transfer{{u"assignedDept"_s, u"物流部"_s},
                                   {u"handlingOpinion"_s, u"核实"_s}};
        QCOMPARE(refusals(fixture.desk().act(id, u"transfer"_s, transfer)), QStringList());
        fixture.setNow(u"2026-03-02T11:00"_s);
        const auto again = fixture.desk().act(id, u"transfer"_s, transfer);
        QCOMPARE(refusals(again), QStringList());
        QCOMPARE(again->caseFile->clocks.size(), 2);
        QCOMPARE(again->caseFile->clock(u"acknowledge")->due->toLocalText(),
                 u"2026-03-02T13:00:00"_s);
    }

    void anInquiryRunsThroughTheWeekend()
    {
        DeskFixture fixture(u"2026-03-06T18:00"_s);
        const CaseFile inquiry = fixture.recorded(
            {{u"kind"_s, u"Inquiry"_s}, {u"receivedAt"_s, u"2026-03-06T17:40:00"_s}});
        QCOMPARE(inquiry.nextClock()->due->toLocalText(), u"2026-03-07T17:40:00"_s);
    }

    void anInquiryAnsweredAtOnceIsClosedAndInTime()
    {
        DeskFixture fixture;
        const CaseFile inquiry = fixture.recorded({{u"kind"_s, u"Inquiry"_s}});
        const auto outcome = fixture.desk().act(inquiry.id, u"answer"_s, kReply);
        QCOMPARE(refusals(outcome), QStringList());
        QCOMPARE(outcome->caseFile->stage, Stage::Closed);
        QCOMPARE(outcome->caseFile->clock(u"inquiry-reply")->state, ClockState::Met);
    }

    void aComplaintCannotBeAnsweredAwayAsAnInquiry()
    {
        DeskFixture fixture;
        QVERIFY(
            !refusals(fixture.desk().act(fixture.recorded().id, u"answer"_s, kReply)).isEmpty());
    }

    void aSuggestionHasNoClockUntilADateIsPromised()
    {
        DeskFixture fixture;
        const CaseFile suggestion = fixture.recorded({{u"kind"_s, u"Suggestion"_s}});
        QVERIFY(suggestion.clocks.isEmpty());
        const auto outcome = fixture.desk().act(
            suggestion.id,
            u"instruct"_s,
            {{u"leaderInstruction"_s, u"研究采纳"_s}, {u"promisedReplyBy"_s, u"2026-03-20"_s}});
        QCOMPARE(refusals(outcome), QStringList());
        const Clock *clock = outcome->caseFile->clock(u"suggestion-reply");
        QVERIFY(clock != nullptr);
        QCOMPARE(clock->due->toLocalText(), u"2026-03-20T17:30:00"_s);
        QCOMPARE(clock->rules.value(0), u"R-TOB-13"_s);
    }

    void aPromisedDateMovesOnlyWithAReason()
    {
        DeskFixture fixture;
        const CaseFile suggestion = fixture.recorded(
            {{u"kind"_s, u"Suggestion"_s}, {u"promisedReplyBy"_s, u"2026-03-20"_s}});
        QCOMPARE(suggestion.nextClock()->due->toLocalText(), u"2026-03-20T17:30:00"_s);
        QCOMPARE(refusals(fixture.desk().act(
                     suggestion.id, u"amend"_s, {{u"promisedReplyBy"_s, u"2026-03-25"_s}})),
                 QStringList{u"amend.reason"_s});
        const auto outcome = fixture.desk().act(
            suggestion.id,
            u"amend"_s,
            {{u"promisedReplyBy"_s, u"2026-03-25"_s}, {u"reason"_s, u"已与客户另约"_s}});
        QCOMPARE(refusals(outcome), QStringList());
        QCOMPARE(outcome->caseFile->nextClock()->due->toLocalText(), u"2026-03-25T17:30:00"_s);
        QCOMPARE(outcome->caseFile->steps.last().reason, u"已与客户另约"_s);
    }

    void aPromiseBeforeTheReceiptIsRefused()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.record(DeskFixture::complaint(
                     {{u"kind"_s, u"Suggestion"_s}, {u"promisedReplyBy"_s, u"2026-02-20"_s}}))),
                 QStringList{u"clock.promised.beforeStart"_s});
    }

    void aPausedClockHasItsSpanExplained()
    {
        DeskFixture fixture;
        const CaseFile before = fixture.recorded();
        fixture.setNow(u"2026-03-03T09:00"_s);
        const auto paused =
            fixture.desk().act(before.id, u"pause"_s, {{u"reason"_s, u"等客户寄回样品"_s}});
        QCOMPARE(refusals(paused), QStringList());
        QCOMPARE(paused->caseFile->handlingClock()->state, ClockState::Paused);
        QCOMPARE(refusals(fixture.desk().act(before.id, u"pause"_s, {{u"reason"_s, u"再等"_s}})),
                 QStringList{u"pause.already"_s});
        fixture.setNow(u"2026-03-05T09:00"_s);
        const auto resumed = fixture.desk().act(before.id, u"resume"_s, {});
        QCOMPARE(refusals(resumed), QStringList());
        const Clock *clock = resumed->caseFile->handlingClock();
        QCOMPARE(clock->due->toLocalText(), u"2026-03-09T17:30:00"_s);
        QCOMPARE(clock->pauses.size(), 1);
        QCOMPARE(clock->pauses.first().reason, u"等客户寄回样品"_s);
    }

    void aPauseNeedsAReason()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().act(fixture.recorded().id, u"pause"_s, {})),
                 QStringList{u"pause.reason"_s});
    }

    void resumingWhatRunsIsRefused()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().act(fixture.recorded().id, u"resume"_s, {})),
                 QStringList{u"resume.notPaused"_s});
    }

    void nobodyHandlesAComplaintAgainstHimself_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QJsonObject>("input");
        QTest::newRow("investigate")
            << u"investigate"_s << QJsonObject{{u"investigationSummary"_s, u"查无此事"_s}};
        QTest::newRow("result") << u"result"_s << QJsonObject{{u"resultSummary"_s, u"不属实"_s}};
        QTest::newRow("find") << u"find"_s << QJsonObject{{u"findingNature"_s, u"ServiceLapse"_s}};
    }

    void nobodyHandlesAComplaintAgainstHimself()
    {
        QFETCH(QString, action);
        QFETCH(QJsonObject, input);
        DeskFixture fixture;
        const CaseId id = fixture.recorded({{u"respondentPerson"_s, u"陈经理"_s}}).id;
        QVERIFY(fixture.desk().addPerson(
            {u"chen"_s, u"陈经理"_s, u"物流部"_s, {u"deptHead"_s, u"handler"_s}, true}));
        QVERIFY(fixture.desk().setActor(u"chen"_s));
        const auto outcome = fixture.desk().act(id, action, input);
        QCOMPARE(refusals(outcome), QStringList{u"step.recusal"_s});
        QVERIFY(!outcome->findings.first().clause.isEmpty());
    }

    void nobodyApprovesAComplaintAgainstHimself()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded({{u"respondentPerson"_s, u"陈经理"_s}}).id;
        QCOMPARE(refusals(fixture.desk().act(
                     id, u"investigate"_s, {{u"investigationSummary"_s, u"核实"_s}})),
                 QStringList());
        QCOMPARE(
            refusals(fixture.desk().act(id, u"propose"_s, {{u"proposedOpinion"_s, u"批评教育"_s}})),
            QStringList());
        QVERIFY(
            fixture.desk().addPerson({u"chen"_s, u"陈经理"_s, u"物流部"_s, {u"deptHead"_s}, true}));
        QVERIFY(fixture.desk().setActor(u"chen"_s));
        QVERIFY(fixture.desk().addPerson({u"zhao"_s, u"赵总"_s, u"领导"_s, {u"leader"_s}, true}));
        QCOMPARE(refusals(fixture.desk().act(id, u"approve"_s, {})),
                 QStringList{u"step.recusal"_s});
        QVERIFY(fixture.desk().setActor(u"zhao"_s));
        QCOMPARE(refusals(fixture.desk().act(id, u"approve"_s, {})), QStringList());
    }

    void nobodyGrantsAnExtensionOfAComplaintAgainstHimself()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded({{u"respondentPerson"_s, u"陈经理"_s}}).id;
        QVERIFY(
            fixture.desk().addPerson({u"chen"_s, u"陈经理"_s, u"物流部"_s, {u"deptHead"_s}, true}));
        QVERIFY(fixture.desk().setActor(u"chen"_s));
        QCOMPARE(refusals(fixture.desk().act(id, u"extend"_s, asked())),
                 QStringList{u"extend.recusal"_s});
    }

    void anExtensionOnTheLastMinuteIsInTime()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        fixture.setNow(u"2026-03-05T17:30"_s);
        QCOMPARE(refusals(fixture.desk().act(id, u"extend"_s, asked())), QStringList());
    }

    void anExtensionNamesSomebodyWhoMayGrantIt()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        QVERIFY(fixture.desk().addPerson({u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s}, true}));
        QVERIFY(
            fixture.desk().addPerson({u"zhou"_s, u"周工"_s, u"物流部"_s, {u"handler"_s}, true}));
        QCOMPARE(refusals(fixture.desk().act(id, u"extend"_s, asked({{u"approver"_s, u"周工"_s}}))),
                 QStringList{u"extend.approver"_s});
    }

    void anExtensionThatGivesNoTimeIsRefused()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().act(
                     fixture.recorded().id, u"extend"_s, asked({{u"limit"_s, 3}}))),
                 QStringList{u"extend.notLonger"_s});
    }

    void theCustomerIsToldBeforeTheLimitIsExtended()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        fixture.setNow(u"2026-03-04T10:00"_s);
        const auto untold = fixture.desk().act(id, u"extend"_s, {{u"reason"_s, u"需要时间"_s}});
        QCOMPARE(refusals(untold), QStringList{u"step.needs"_s});
        QCOMPARE(untold->findings.first().field, u"customerToldAt"_s);
        QCOMPARE(untold->findings.first().clause, u"R-TOB-20"_s);
        const auto later = asked({{u"customerToldAt"_s, u"2026-03-04T10:01"_s}});
        QCOMPARE(refusals(fixture.desk().act(id, u"extend"_s, later)),
                 QStringList{u"intake.time.future"_s});
        const auto earlier = asked({{u"customerToldAt"_s, u"2026-03-01T10:00"_s}});
        QCOMPARE(refusals(fixture.desk().act(id, u"extend"_s, earlier)),
                 QStringList{u"intake.time.beforeReceipt"_s});
        QCOMPARE(refusals(fixture.desk().act(
                     id, u"extend"_s, asked({{u"customerToldAt"_s, u"2026-03-04T10:00"_s}}))),
                 QStringList());
    }

    void aClockStoppedAtItsDueTimeIsKept()
    {
        DeskFixture fixture;
        const CaseFile caseFile = fixture.recorded();
        const Desk &desk = fixture.desk();
        const Ground ground{desk.regulation(),
                            desk.calendar(),
                            desk.library().catalogue,
                            desk.hours(),
                            {},
                            desk.now()};
        Clock clock = *caseFile.handlingClock();
        stopClock(ground, clock, *clock.due);
        QCOMPARE(clock.state, ClockState::Met);
        clock = *caseFile.handlingClock();
        stopClock(ground, clock, clock.due->addMs(1));
        QCOMPARE(clock.state, ClockState::MetLate);
    }

    void aRecusedPersonsOfferSaysWhy()
    {
        DeskFixture fixture;
        const CaseFile caseFile = fixture.recorded({{u"respondentPerson"_s, u"陈经理"_s}});
        QVERIFY(
            fixture.desk().addPerson({u"chen"_s, u"陈经理"_s, u"物流部"_s, {u"deptHead"_s}, true}));
        QVERIFY(fixture.desk().setActor(u"chen"_s));
        const auto offers = fixture.desk().steps(caseFile);
        const auto result = std::find_if(offers.cbegin(), offers.cend(), [](const StepOffer &one) {
            return one.action == u"result";
        });
        QVERIFY(result != offers.cend() && !result->allowed);
        QVERIFY(DeskFixture::codes(result->obstacles).contains(u"step.recusal"_s));
    }

    void anAttachedFileIsKeptByItsContent()
    {
        DeskFixture fixture;
        const CaseFile caseFile = fixture.recorded();
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"外箱.jpg"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a picture, but bytes");
        file.close();
        const auto outcome = fixture.desk().attach(caseFile.id, path, u"photo"_s, 2);
        QCOMPARE(refusals(outcome), QStringList());
        QCOMPARE(outcome->caseFile->attachments.size(), 1);
        const Attachment &kept = outcome->caseFile->attachments.first();
        QCOMPARE(kept.name, u"外箱.jpg"_s);
        QCOMPARE(kept.pages, 2);
        QCOMPARE(kept.size, 24);
        QVERIFY(QFile::remove(path));
        QFile copy(fixture.store().path() + u".files/"_s + kept.hash.left(2) + u'/' +
                   kept.hash.mid(2));
        QVERIFY2(copy.open(QIODevice::ReadOnly), qPrintable(copy.fileName()));
        QCOMPARE(copy.readAll(), QByteArray("not a picture, but bytes"));
    }

    void anAttachmentThatIsNotThereIsRefused()
    {
        DeskFixture fixture;
        const CaseFile caseFile = fixture.recorded();
        const auto outcome = fixture.desk().attach(caseFile.id, u"/nowhere/x.jpg"_s, u"photo"_s, 1);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, u"store.file.unreadable"_s);
        QCOMPARE(refusals(fixture.desk().attach(caseFile.id, u"/nowhere/x.jpg"_s, {}, -1)),
                 QStringList{u"attach.pages"_s});
        QCOMPARE(fixture.store().reader().caseFile(caseFile.id)->eventCount, 1);
    }

private:
    /// A request for more time that has all the pack demands, changed by `more`.
    static QJsonObject asked(const QJsonObject &more = {})
    {
        QJsonObject request{{u"reason"_s, u"需要时间"_s},
                            {u"customerToldAt"_s, u"2026-03-02T09:00"_s}};
        for (auto it = more.constBegin(); it != more.constEnd(); ++it) {
            request.insert(it.key(), it.value());
        }
        return request;
    }
};

QTEST_GUILESS_MAIN(TestClockSteps)
#include "tst_clocksteps.moc"
