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

const QJsonObject kTransfer{{u"assignedDept"_s, u"物流部"_s},
                            {u"handlingOpinion"_s, u"核实送货过程"_s}};
const QJsonObject kReply{{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已致歉，改为预约送货"_s}};

} // namespace

class TestTakeStep : public QObject
{
    Q_OBJECT

private slots:

    void recordingNeedsSomebodyToAnswer()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.record({{u"content"_s, u"货没到"_s}})),
                 QStringList{u"intake.oneOf"_s});
    }

    void recordingNeedsSomethingToHandle()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.record({{u"phone"_s, u"13800138000"_s}})),
                 QStringList{u"intake.oneOf"_s});
    }

    void registeringIsRefusedWithTheClauseThatAsks()
    {
        DeskFixture fixture;
        const auto silent = fixture.record({{u"phone"_s, u"13800138000"_s}});
        QCOMPARE(silent->findings.first().clause, u"R-TOB-08"_s);
        const auto nobody = fixture.record({{u"content"_s, u"货没到"_s}});
        QCOMPARE(nobody->findings.first().clause, u"R-TOB-08"_s);
        const auto brief =
            fixture.record({{u"phone"_s, u"13800138000"_s}, {u"category"_s, u"工作服务"_s}});
        QCOMPARE(refusals(brief), QStringList());
        QVERIFY(brief->caseFile->missing.contains(u"content"_s));
    }

    void whatRegisteringAskedForIsNotTakenOutAgain()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const QJsonObject emptied{{u"content"_s, QJsonValue()},
                                  {u"contentBrief"_s, QJsonValue()},
                                  {u"category"_s, QJsonValue()},
                                  {u"reason"_s, u"写错了"_s}};
        const auto outcome = fixture.desk().act(id, u"amend"_s, emptied);
        QCOMPARE(refusals(outcome), QStringList{u"intake.oneOf"_s});
        QCOMPARE(outcome->findings.first().clause, u"R-TOB-08"_s);
    }

    void aReceiptInTheFutureIsRefused()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.record(
                     DeskFixture::complaint({{u"receivedAt"_s, u"2026-03-02T09:01:00"_s}}))),
                 QStringList{u"intake.receivedAt.future"_s});
    }

    void aReceiptBeforeTheCalendarIsRefused()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.record(
                     DeskFixture::complaint({{u"receivedAt"_s, u"2006-12-31T09:01:00"_s}}))),
                 QStringList{u"intake.receivedAt.beforeCalendar"_s});
    }

    void anUnknownKeyIsRefusedWithTheNearestName()
    {
        DeskFixture fixture;
        const auto outcome =
            fixture.record(DeskFixture::complaint({{u"complainantNam"_s, u"x"_s}}));
        QCOMPARE(refusals(outcome), QStringList{u"input.unknownField.near"_s});
        QCOMPARE(outcome->findings.first().args.value(u"near"_s), u"complainantName"_s);
    }

    void gapsAreWarningsAndFlagTheCase()
    {
        DeskFixture fixture;
        const auto outcome =
            fixture.record({{u"phone"_s, u"13800138000"_s}, {u"category"_s, u"工作服务"_s}});
        QVERIFY(outcome && outcome->caseFile);
        QVERIFY(outcome->caseFile->missing.contains(u"complainantName"_s));
        QCOMPARE(outcome->caseFile->text(u"kind"), u"Complaint"_s);
        QCOMPARE(outcome->caseFile->text(u"channel"), u"Phone"_s);
    }

    void aShortPhoneIsAWarningThatCounts()
    {
        DeskFixture fixture;
        const auto outcome =
            fixture.record(DeskFixture::complaint({{u"phone"_s, u"1380013800"_s}}));
        QVERIFY(outcome && outcome->caseFile);
        const auto it = std::find_if(
            outcome->findings.cbegin(), outcome->findings.cend(), [](const Finding &finding) {
                return finding.code == u"intake.phone.short";
            });
        QVERIFY(it != outcome->findings.cend());
        QCOMPARE(it->args.value(u"count"_s), u"1"_s);
    }

    void aComplaintHasThreeWorkingDays()
    {
        DeskFixture fixture;
        const CaseFile caseFile = fixture.recorded();
        QCOMPARE(caseFile.handlingClock()->due->toLocalText(), u"2026-03-05T17:30:00"_s);
        QCOMPARE(caseFile.handlingClock()->rules.value(0), u"R-TOB-19"_s);
    }

    void theNumberNamesTheMonthOfReceipt()
    {
        DeskFixture fixture;
        const CaseFile caseFile = fixture.recorded({{u"receivedAt"_s, u"2026-01-31T23:59:00"_s}});
        QVERIFY(caseFile.caseNo.contains(u"202601-"_s));
    }

    void aCaseGoesFromTheCallToTheArchive()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const QVector<std::pair<QString, QJsonObject>> steps = {
            {u"transfer"_s, kTransfer},
            {u"assign"_s, {{u"investigator"_s, u"李工"_s}}},
            {u"find"_s, {{u"findingNature"_s, u"ServiceLapse"_s}}},
            {u"result"_s, {{u"resultSummary"_s, u"司机致歉"_s}}},
            {u"reply"_s, kReply},
            {u"visit"_s, {{u"satisfaction"_s, u"满意"_s}}},
            {u"close"_s, {}},
            {u"archive"_s, {{u"retention"_s, u"OneYear"_s}}},
        };
        for (const auto &[action, input] : steps) {
            const auto outcome = fixture.desk().act(id, action, input);
            QVERIFY2(refusals(outcome).isEmpty(),
                     qPrintable(action + u' ' + refusals(outcome).join(u' ')));
        }
        const auto caseFile = fixture.store().reader().caseFile(id);
        QCOMPARE(caseFile->stage, Stage::Archived);
        QCOMPARE(caseFile->handlingClock()->state, ClockState::Met);
        QCOMPARE(caseFile->spans.first().onTime, std::optional(true));
    }

    void aTransferDoesNotRestartTheClock()
    {
        DeskFixture fixture;
        const CaseFile before = fixture.recorded();
        fixture.setNow(u"2026-03-03T09:00"_s);
        const auto outcome = fixture.desk().act(before.id, u"transfer"_s, kTransfer);
        QCOMPARE(outcome->caseFile->handlingClock()->due, before.handlingClock()->due);
        QCOMPARE(outcome->caseFile->handlingClock()->startedAt, before.handlingClock()->startedAt);
    }

    void anUnknownStepIsRefused()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().act(fixture.recorded().id, u"fly"_s, {})),
                 QStringList{u"step.unknown"_s});
    }

    void aStepFromTheWrongStageIsRefusedWithItsClause()
    {
        DeskFixture fixture;
        const auto outcome = fixture.desk().act(
            fixture.recorded().id, u"archive"_s, {{u"retention"_s, u"OneYear"_s}});
        QCOMPARE(refusals(outcome), QStringList{u"step.wrongStage"_s});
        QCOMPARE(outcome->findings.first().clause, u"R-TOB-23"_s);
    }

    void aStepNeedsItsFields()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().act(
                     fixture.recorded().id, u"transfer"_s, {{u"assignedDept"_s, u"物流部"_s}})),
                 QStringList{u"step.needs"_s});
    }

    void aStepInTheFutureIsRefused()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().act(fixture.recorded().id,
                                             u"transfer"_s,
                                             kTransfer,
                                             *Instant::parseLocal(u"2026-03-02T09:01"))),
                 QStringList{u"step.at.future"_s});
    }

    void aStepBeforeTheReceiptIsRefused()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().act(fixture.recorded().id,
                                             u"transfer"_s,
                                             kTransfer,
                                             *Instant::parseLocal(u"2026-03-02T08:49"))),
                 QStringList{u"step.at.beforeReceipt"_s});
    }

    void theWrongRoleIsRefused()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        QVERIFY(fixture.desk().addPerson({u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s}, true}));
        QCOMPARE(refusals(fixture.desk().act(id, u"assign"_s, {{u"investigator"_s, u"李工"_s}})),
                 QStringList{u"step.role"_s});
    }

    void somebodyOffTheRosterMayNotWrite()
    {
        DeskFixture fixture;
        QVERIFY(fixture.desk().addPerson({u"li"_s, u"李工"_s, u"物流部"_s, {u"clerk"_s}, true}));
        QCOMPARE(refusals(fixture.record(DeskFixture::complaint())),
                 QStringList{u"actor.unknown"_s});
        QCOMPARE(fixture.desk().setActor(u"wang"_s).error().code, u"actor.unknown"_s);
    }

    void anExtensionNeedsAReason()
    {
        DeskFixture fixture;
        QVERIFY(refusals(fixture.desk().act(fixture.recorded().id, u"extend"_s, {{u"limit"_s, 7}}))
                    .contains(u"extend.reason"_s));
    }

    void anExtensionCountsFromTheOriginalReceipt()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        fixture.setNow(u"2026-03-04T10:00"_s);
        const auto outcome = fixture.desk().act(id, u"extend"_s, extension(7));
        QCOMPARE(refusals(outcome), QStringList());
        QCOMPARE(outcome->caseFile->handlingClock()->due->toLocalText(), u"2026-03-11T17:30:00"_s);
        QCOMPARE(outcome->caseFile->handlingClock()->extensions.size(), 1);
    }

    void anExtensionBeyondTheCapIsRefused()
    {
        DeskFixture fixture;
        const auto outcome = fixture.desk().act(fixture.recorded().id, u"extend"_s, extension(8));
        QCOMPARE(refusals(outcome), QStringList{u"extend.overCap"_s});
        QCOMPARE(outcome->findings.last().clause, u"R-TOB-20"_s);
    }

    void anExtensionAfterTheLimitIsRefused()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        fixture.setNow(u"2026-03-05T17:31"_s);
        QCOMPARE(refusals(fixture.desk().act(id, u"extend"_s, extension(7))),
                 QStringList{u"extend.afterDue"_s});
    }

    void anExtensionIsForTheHead()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        QVERIFY(fixture.desk().addPerson({u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s}, true}));
        QJsonObject self = extension(7);
        self.remove(u"approver"_s);
        QCOMPARE(refusals(fixture.desk().act(id, u"extend"_s, self)),
                 QStringList{u"extend.approver"_s});
        QCOMPARE(refusals(fixture.desk().act(id, u"extend"_s, extension(7))),
                 QStringList{u"extend.approver.unknown"_s});
        QVERIFY(
            fixture.desk().addPerson({u"chen"_s, u"陈经理"_s, u"物流部"_s, {u"deptHead"_s}, true}));
        QCOMPARE(refusals(fixture.desk().act(id, u"extend"_s, extension(7))), QStringList());
    }

    void aPauseThePackDoesNotKnowIsRefusedWithItsClause()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded({{u"kind"_s, u"Inquiry"_s}}).id;
        const auto outcome = fixture.desk().act(id, u"pause"_s, {{u"reason"_s, u"等照片"_s}});
        QCOMPARE(refusals(outcome), QStringList{u"pause.notAllowed"_s});
        QCOMPARE(outcome->findings.first().clause, u"R-TOB-12"_s);
    }

    void aPauseMovesTheDueTimeByItsLength()
    {
        DeskFixture fixture;
        const CaseFile before = fixture.recorded();
        QCOMPARE(refusals(fixture.desk().act(before.id, u"pause"_s, {{u"reason"_s, u"等照片"_s}})),
                 QStringList());
        fixture.setNow(u"2026-03-04T09:00"_s);
        const auto outcome = fixture.desk().act(before.id, u"resume"_s, {});
        QCOMPARE(refusals(outcome), QStringList());
        QVERIFY(*outcome->caseFile->handlingClock()->due > *before.handlingClock()->due);
        QCOMPARE(outcome->caseFile->handlingClock()->state, ClockState::Running);
    }

    void aCorrectionNeedsAReason()
    {
        DeskFixture fixture;
        QCOMPARE(refusals(fixture.desk().act(
                     fixture.recorded().id, u"amend"_s, {{u"phone"_s, u"13900000001"_s}})),
                 QStringList{u"amend.reason"_s});
    }

    void aCorrectionKeepsTheOldValueInSight()
    {
        DeskFixture fixture;
        const auto outcome =
            fixture.desk().act(fixture.recorded().id,
                               u"amend"_s,
                               {{u"phone"_s, u"13900000001"_s}, {u"reason"_s, u"客户更正"_s}});
        QCOMPARE(outcome->caseFile->text(u"phone"), u"13900000001"_s);
        QCOMPARE(outcome->caseFile->steps.last().before.value(u"phone"_s).toString(),
                 u"13800138000"_s);
        QCOMPARE(outcome->caseFile->heads.value(u"phone"_s).size(), 1);
    }

    void aCorrectedKindSwapsTheClocksAloud()
    {
        DeskFixture fixture;
        const auto outcome =
            fixture.desk().act(fixture.recorded().id,
                               u"amend"_s,
                               {{u"kind"_s, u"Inquiry"_s}, {u"reason"_s, u"只是询问"_s}});
        QVERIFY(DeskFixture::codes(outcome->findings, Severity::Warning)
                    .contains(u"amend.clock.cancelled"_s));
        QVERIFY(DeskFixture::codes(outcome->findings, Severity::Warning)
                    .contains(u"amend.clock.started"_s));
        const Clock *running = outcome->caseFile->nextClock();
        QVERIFY(running != nullptr);
        QCOMPARE(running->due->toLocalText(), u"2026-03-03T08:50:00"_s);
    }

    void aMoveCannotChangeWhatWasFirstWritten()
    {
        DeskFixture fixture;
        QJsonObject input = kTransfer;
        input.insert(u"content"_s, u"别的内容"_s);
        QCOMPARE(refusals(fixture.desk().act(fixture.recorded().id, u"transfer"_s, input)),
                 QStringList{u"step.useAmend"_s});
    }

    void settlingOnTheSpotStopsTheClock()
    {
        DeskFixture fixture;
        ComplaintDraft draft;
        draft.fields = DeskFixture::complaint();
        QJsonObject reply = kReply;
        QVERIFY(
            refusals(fixture.desk().recordAndClose(draft, reply)).contains(u"step.needsOneOf"_s));
        reply.insert(u"satisfaction"_s, u"Satisfied"_s);
        QJsonObject unsaid = reply;
        unsaid.remove(u"replyMode"_s);
        QVERIFY(refusals(fixture.desk().recordAndClose(draft, unsaid)).contains(u"step.needs"_s));
        const auto outcome = fixture.desk().recordAndClose(draft, reply);
        QCOMPARE(refusals(outcome), QStringList());
        QCOMPARE(outcome->caseFile->stage, Stage::Closed);
        QCOMPARE(outcome->caseFile->handlingClock()->state, ClockState::Met);
    }

    void whatMustBeVisitedFirstIsNotSettledWhileItIsRecorded()
    {
        DeskFixture fixture;
        QVERIFY(fixture.desk().useRegulation(u"bld"_s));
        ComplaintDraft draft;
        draft.fields = DeskFixture::complaint();
        QCOMPARE(refusals(fixture.desk().recordAndClose(draft, kReply)),
                 QStringList{u"settle.noClosing"_s});
    }

    void theFirstOfferIsTheNaturalNextStep()
    {
        DeskFixture fixture;
        const auto offers = fixture.desk().steps(fixture.recorded());
        QVERIFY(offers.first().primary && offers.first().allowed);
        const auto archive = std::find_if(offers.cbegin(), offers.cend(), [](const StepOffer &one) {
            return one.action == u"archive";
        });
        QVERIFY(archive != offers.cend() && !archive->allowed);
        QCOMPARE(archive->obstacles.first().code, u"step.wrongStage"_s);
    }

    void whyNamesEveryDay()
    {
        DeskFixture fixture;
        const auto stories = fixture.desk().why(fixture.recorded());
        QVERIFY(stories && !stories->isEmpty());
        QVERIFY(stories->first().days.size() >= 4);
    }

    void aConditionThatIsNotMetIsNamed()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const auto outcome =
            fixture.desk().act(id, u"instruct"_s, {{u"leaderInstruction"_s, u"同意"_s}});
        QVERIFY(outcome);
        QCOMPARE(outcome->findings.first().code, u"step.condition"_s);
        QCOMPARE(outcome->findings.first().args.value(u"unmet"_s), u"“类型”须为建议"_s);
    }

    void whyOfAClockTheCaseHasNotSaysSo()
    {
        DeskFixture fixture;
        const auto stories = fixture.desk().why(fixture.recorded(), u"inquiry-reply"_s);
        QVERIFY(!stories);
        QCOMPARE(stories.error().code, u"clock.unknown"_s);
    }

    void aStepThatWaitsForAnotherNamesItAndIsNotOfferedForTyping()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        fixture.setNow(u"2026-03-02T10:00"_s);
        QVERIFY(fixture.desk().act(id, u"find"_s, {{u"findingNature"_s, u"Dereliction"_s}}));
        const auto stored = fixture.store().reader().caseFile(id);
        const auto offers = fixture.desk().steps(*stored);
        const auto result = std::find_if(offers.cbegin(), offers.cend(), [](const StepOffer &one) {
            return one.action == u"result";
        });
        QVERIFY(result != offers.cend() && !result->allowed);
        QVERIFY(!result->offers.contains(u"approvedAt"_s));
        QCOMPARE(result->obstacles.first().code, u"step.needsOneOf"_s);
        QCOMPARE(result->obstacles.first().args.value(u"by"_s), u"，由“批准处理意见”这一步记下"_s);
    }

private:
    static QJsonObject extension(int days)
    {
        return {{u"limit"_s, days},
                {u"reason"_s, u"司机外出，无法当面核实"_s},
                {u"approver"_s, u"陈经理"_s},
                {u"progress"_s, u"已电话询问"_s},
                {u"customerToldAt"_s, u"2026-03-02T08:55:00"_s},
                {u"customerConsent"_s, u"同意"_s}};
    }
};

QTEST_GUILESS_MAIN(TestTakeStep)
#include "tst_takestep.moc"
