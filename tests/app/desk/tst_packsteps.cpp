// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a pack can demand of steps and people, each refusal with its clause. The pack is
// tests/data/workshop.toml.

#include <QFile>
#include <QJsonArray>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

QByteArray workshop()
{
    QFile file(QStringLiteral(HUIYIN_TEST_DATA "/workshop.toml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A desk under the workshop's pack with a roster: everybody has one role and his role's name.
class Workshop
{
public:
    explicit Workshop(const QByteArray &pack = workshop())
    {
        const auto adopted = fixture.desk().adoptRegulation(pack);
        if (!adopted || refuses(adopted->findings)) {
            qFatal("pack not adopted: %s",
                   adopted ? qPrintable(DeskFixture::codes(adopted->findings).join(u' '))
                           : qPrintable(adopted.error().code));
        }
        for (const auto &role :
             {u"clerk"_s, u"coordinator"_s, u"handler"_s, u"deptHead"_s, u"leader"_s}) {
            add(role, u"某"_s + role, {role});
        }
        as(u"clerk"_s);
    }

    void add(const QString &id,
             const QString &name,
             const QStringList &roles,
             const QString &dept = u"客服部"_s)
    {
        as(u"leader"_s); // who decides about the roster, once he stands on it
        static_cast<void>(fixture.desk().addPerson({id, name, dept, roles}));
        as(id);
    }

    void as(const QString &id) { static_cast<void>(fixture.desk().setActor(id)); }

    /// Takes a step as this person; "ok", or the codes and the clause of the first refusal.
    QString
    take(const QString &who, const CaseId &id, const QString &action, const QJsonObject &input = {})
    {
        as(who);
        const auto outcome = fixture.desk().act(id, action, input);
        if (!outcome) {
            return outcome.error().code;
        }
        if (!refuses(outcome->findings)) {
            last = *outcome;
            return u"ok"_s;
        }
        return DeskFixture::codes(outcome->findings).join(u' ') + u'@' +
               outcome->findings.first().clause;
    }

    CaseFile file(const CaseId &id)
    {
        as(u"clerk"_s);
        return *fixture.desk().reader().caseFile(id);
    }

    CaseId recorded(const QJsonObject &more = {})
    {
        as(u"clerk"_s);
        return fixture.recorded(more).id;
    }

    QString state(const CaseId &id, const QString &clock)
    {
        const CaseFile caseFile = file(id);
        const Clock *found = caseFile.clock(clock);
        return found == nullptr ? u"none"_s : clockStateId(found->state);
    }

    QString due(const CaseId &id, const QString &clock)
    {
        return file(id).clock(clock)->due->toLocalText();
    }

    DeskFixture fixture;
    Outcome last;
};

const QJsonObject kTransfer{{u"assignedDept"_s, u"物流部"_s}, {u"handlingOpinion"_s, u"核实"_s}};

QJsonObject parts()
{
    return {{u"parts"_s,
             QJsonArray{QJsonObject{{u"dept"_s, u"客服部"_s}, {u"task"_s, u"致歉"_s}},
                        QJsonObject{{u"dept"_s, u"物流部"_s}, {u"task"_s, u"补送"_s}}}}};
}

} // namespace

class TestPackSteps : public QObject
{
    Q_OBJECT

private slots:

    void aStepTakenTooOftenNamesTheOneInstead()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QCOMPARE(shop.take(u"clerk"_s, id, u"transfer"_s, kTransfer), u"ok"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"sendBack"_s), u"ok"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"transfer"_s, kTransfer), u"ok"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"sendBack"_s), u"step.atMost.instead@WS-03"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"toManager"_s), u"ok"_s);
    }

    void aReopenedCaseCountsItsStepsAnew()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.take(u"clerk"_s, id, u"transfer"_s, kTransfer);
        QCOMPARE(shop.take(u"handler"_s, id, u"sendBack"_s), u"ok"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"withdraw"_s, {{u"reason"_s, u"和解"_s}}), u"ok"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"reopen"_s, {{u"reason"_s, u"又反悔"_s}}), u"ok"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"transfer"_s, kTransfer), u"ok"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"toManager"_s), u"step.after@WS-04"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"sendBack"_s), u"ok"_s);
    }

    void aReopenedCaseHasAClockOfItsOwn()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QCOMPARE(shop.state(id, u"again"_s), u"none"_s);
        shop.take(u"clerk"_s, id, u"withdraw"_s, {{u"reason"_s, u"和解"_s}});
        shop.fixture.setNow(u"2026-03-09T09:00"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"reopen"_s, {{u"reason"_s, u"又反悔"_s}}), u"ok"_s);
        QCOMPARE(shop.due(id, u"again"_s), u"2026-03-11T17:30:00"_s);
        shop.take(u"clerk"_s, id, u"withdraw"_s, {{u"reason"_s, u"和解"_s}});
        shop.fixture.setNow(u"2026-03-16T09:00"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"reopen"_s, {{u"reason"_s, u"又反悔"_s}}), u"ok"_s);
        QCOMPARE(shop.due(id, u"again"_s), u"2026-03-18T17:30:00"_s);
    }

    void aStepWaitsForOneOfOthers()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QCOMPARE(shop.take(u"coordinator"_s, id, u"split"_s, parts()), u"ok"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"object"_s), u"step.afterAny step.notAfter@WS-07"_s);
    }

    void aStepEndsWithItsClock()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.take(u"clerk"_s, id, u"transfer"_s, kTransfer);
        QCOMPARE(shop.take(u"handler"_s, id, u"object"_s), u"ok"_s);
        shop.fixture.setNow(u"2026-03-03T09:00:01"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"object"_s), u"step.expired@WS-07"_s);
    }

    void whoInvestigatedDoesNotCheck()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QCOMPARE(
            shop.take(u"handler"_s, id, u"investigate"_s, {{u"investigationSummary"_s, u"属实"_s}}),
            u"ok"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"check"_s), u"step.separate@WS-08"_s);
        QCOMPARE(shop.take(u"coordinator"_s, id, u"check"_s), u"ok"_s);
    }

    void aPackWritesItsConstants()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QCOMPARE(shop.take(u"coordinator"_s, id, u"grade"_s, {{u"isMajor"_s, false}}),
                 u"step.fixed@WS-06"_s);
        QCOMPARE(shop.take(u"coordinator"_s, id, u"grade"_s), u"ok"_s);
        QCOMPARE(shop.file(id).value(u"isMajor"), QJsonValue(true));
    }

    void aSplitCaseWaitsForEveryDepartment()
    {
        Workshop shop;
        shop.add(u"driver"_s, u"老周"_s, {u"handler"_s}, u"物流部"_s);
        shop.add(u"stranger"_s, u"老吴"_s, {u"handler"_s}, u"财务部"_s);
        const CaseId id = shop.recorded();
        QCOMPARE(shop.take(u"coordinator"_s, id, u"split"_s, parts()), u"ok"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"answer-part"_s), u"step.part.result@WS-05"_s);
        QCOMPARE(shop.take(u"stranger"_s, id, u"answer-part"_s, {{u"partResult"_s, u"无关"_s}}),
                 u"step.part.unknown@WS-05"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"answer-part"_s, {{u"partResult"_s, u"已致歉"_s}}),
                 u"ok"_s);
        QCOMPARE(shop.take(u"coordinator"_s, id, u"finish"_s), u"step.part.open@WS-05"_s);
        QCOMPARE(shop.take(u"driver"_s, id, u"answer-part"_s, {{u"partResult"_s, u"已补送"_s}}),
                 u"ok"_s);
        QCOMPARE(shop.take(u"coordinator"_s, id, u"finish"_s), u"ok"_s);
        const QJsonArray answered = shop.file(id).value(u"parts").toArray();
        QCOMPARE(answered.at(1).toObject().value(u"result"_s).toString(), u"已补送"_s);
        QCOMPARE(answered.at(1).toObject().value(u"answeredBy"_s).toString(), u"老周"_s);
    }

    void aLockedFieldWaitsForItsStep()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QJsonObject promising = kTransfer;
        promising.insert(u"promisedReplyBy"_s, u"2026-03-20"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"transfer"_s, promising), u"step.locked@WS-10"_s);
        QCOMPARE(shop.take(u"clerk"_s,
                           id,
                           u"amend"_s,
                           {{u"promisedReplyBy"_s, u"2026-03-20"_s}, {u"reason"_s, u"补"_s}}),
                 u"step.locked@WS-10"_s);
        QCOMPARE(shop.take(u"coordinator"_s, id, u"grade"_s), u"ok"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"transfer"_s, promising), u"ok"_s);
    }

    void aLockHoldsAtIntakeToo()
    {
        Workshop shop;
        const auto outcome =
            shop.fixture.record(DeskFixture::complaint({{u"promisedReplyBy"_s, u"2026-03-20"_s}}));
        QCOMPARE(DeskFixture::codes(outcome->findings), QStringList{u"step.locked"_s});
    }

    void aGuardedFieldIsNotWrittenByTheHandler()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QCOMPARE(shop.take(u"handler"_s,
                           id,
                           u"amend"_s,
                           {{u"satisfaction"_s, u"满意"_s}, {u"reason"_s, u"补"_s}}),
                 u"step.guarded@WS-11"_s);
        QCOMPARE(shop.take(u"clerk"_s,
                           id,
                           u"amend"_s,
                           {{u"satisfaction"_s, u"满意"_s}, {u"reason"_s, u"补"_s}}),
                 u"ok"_s);
    }

    void aChainGoesLevelByLevelAndBeginsAnewAfterARefusal()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.take(u"handler"_s, id, u"investigate"_s, {{u"investigationSummary"_s, u"属实"_s}});
        QCOMPARE(shop.take(u"handler"_s, id, u"propose"_s), u"ok"_s);
        QCOMPARE(shop.take(u"leader"_s, id, u"sign"_s), u"step.after@WS-09"_s);
        QCOMPARE(shop.take(u"deptHead"_s, id, u"firstSign"_s), u"ok"_s);
        QCOMPARE(shop.take(u"leader"_s, id, u"refuse"_s, {{u"reason"_s, u"依据不足"_s}}), u"ok"_s);
        QCOMPARE(shop.take(u"handler"_s, id, u"propose"_s), u"ok"_s);
        QCOMPARE(shop.take(u"leader"_s, id, u"sign"_s), u"step.after@WS-09"_s);
        QCOMPARE(shop.take(u"deptHead"_s, id, u"firstSign"_s), u"ok"_s);
        QCOMPARE(shop.take(u"leader"_s, id, u"sign"_s), u"ok"_s);
    }

    void theInboxHoldsWhatWaitsForOnesOwnSignature()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.take(u"handler"_s, id, u"investigate"_s, {{u"investigationSummary"_s, u"属实"_s}});
        shop.take(u"handler"_s, id, u"propose"_s);
        const auto waiting = [&](const QString &who) {
            shop.as(who);
            return shop.fixture.desk().inbox()->size();
        };
        QCOMPARE(waiting(u"deptHead"_s), 1);
        QCOMPARE(waiting(u"leader"_s), 0);
        shop.take(u"deptHead"_s, id, u"firstSign"_s);
        QCOMPARE(waiting(u"deptHead"_s), 0);
        QCOMPARE(waiting(u"leader"_s), 1);
        QCOMPARE(waiting(u"handler"_s), 0);
    }

    void anOfferNamesItsPlaceInTheChain()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.take(u"handler"_s, id, u"investigate"_s, {{u"investigationSummary"_s, u"属实"_s}});
        shop.take(u"handler"_s, id, u"propose"_s);
        shop.as(u"deptHead"_s);
        const CaseFile caseFile = *shop.fixture.desk().reader().caseFile(id);
        for (const StepOffer &offer : shop.fixture.desk().steps(caseFile)) {
            if (offer.action == u"sign") {
                QCOMPARE(offer.chain.chain, u"signatures"_s);
                QCOMPARE(offer.chain.link, 2);
                QCOMPARE(offer.chain.links, 2);
                QVERIFY(!offer.chain.next);
                return;
            }
        }
        QFAIL("sign is not offered");
    }

    void adviceStandsOnTheFormAndAmongTheTasks()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.take(u"coordinator"_s, id, u"grade"_s);
        shop.as(u"clerk"_s);
        for (const StepOffer &offer : shop.fixture.desk().steps(shop.file(id))) {
            QCOMPARE(offer.advice.size(), offer.action == u"transfer" ? 1 : 0);
        }
        QCOMPARE(shop.take(u"clerk"_s, id, u"transfer"_s, kTransfer), u"ok"_s);
        QStringList tasks;
        for (const auto &task : std::as_const(shop.last.tasks)) {
            tasks.append(task.toObject().value(u"task"_s).toString());
        }
        QVERIFY(tasks.contains(u"陪同就医"_s));
        QVERIFY(tasks.contains(u"留存病历"_s));
    }

    void aGradeCancelsOneClockAndStartsAnotherFromTheReceipt()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QCOMPARE(shop.state(id, u"handling"_s), u"Running"_s);
        QCOMPARE(shop.state(id, u"major"_s), u"none"_s);
        QCOMPARE(shop.take(u"coordinator"_s, id, u"grade"_s), u"ok"_s);
        QCOMPARE(shop.state(id, u"handling"_s), u"Cancelled"_s);
        QCOMPARE(shop.state(id, u"fine"_s), u"Running"_s);
        QCOMPARE(shop.file(id).clock(u"major")->startedAt.toLocalText(), u"2026-03-02T08:50:00"_s);
    }

    void aGradeTakenBackStartsTheOldClockFromTheReceipt()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.take(u"coordinator"_s, id, u"grade"_s);
        shop.fixture.setNow(u"2026-03-02T15:00"_s);
        QCOMPARE(shop.take(u"coordinator"_s, id, u"ungrade"_s), u"ok"_s);
        QCOMPARE(shop.state(id, u"major"_s), u"Cancelled"_s);
        QCOMPARE(shop.state(id, u"handling"_s), u"Running"_s);
        QCOMPARE(shop.due(id, u"handling"_s), u"2026-03-05T17:30:00"_s);
    }

    void anAmendmentGradesLikeAStep()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QCOMPARE(
            shop.take(u"clerk"_s, id, u"amend"_s, {{u"isMajor"_s, true}, {u"reason"_s, u"伤人"_s}}),
            u"ok"_s);
        QCOMPARE(shop.state(id, u"handling"_s), u"Cancelled"_s);
        QCOMPARE(shop.state(id, u"major"_s), u"Running"_s);
    }

    void anotherDepartmentRestartsNoClock()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.fixture.setNow(u"2026-03-03T09:00"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"transfer"_s, kTransfer), u"ok"_s);
        QCOMPARE(shop.due(id, u"handling"_s), u"2026-03-05T17:30:00"_s);
        QCOMPARE(shop.due(id, u"fine"_s), u"2026-03-10T17:30:00"_s);
    }

    void aPackSaysWhatRegisteringCannotDoWithout()
    {
        Workshop shop(workshop().replace(
            "oneOf = [{ fields = [\"content\"], rule = [\"WS-01\"] }]",
            "oneOf = [{ fields = [\"content\"], rule = [\"WS-01\"] }, { fields = "
            "[\"contractNo\", \"productName\"], rule = [\"WS-12\"] }]"));
        const QJsonObject bare = DeskFixture::complaint();
        const auto refused = shop.fixture.record(bare);
        QCOMPARE(DeskFixture::codes(refused->findings), QStringList{u"intake.oneOf"_s});
        QCOMPARE(refused->findings.first().clause, u"WS-12"_s);
        QJsonObject enough = bare;
        enough.insert(u"productName"_s, u"电热水器"_s);
        QCOMPARE(DeskFixture::codes(shop.fixture.record(enough)->findings), QStringList());
        enough.remove(u"content"_s);
        enough.insert(u"category"_s, u"产品质量"_s);
        const auto silent = shop.fixture.record(enough);
        QCOMPARE(DeskFixture::codes(silent->findings), QStringList{u"intake.oneOf"_s});
        QCOMPARE(silent->findings.first().clause, u"WS-01"_s);
    }

    void anExtensionGoesUpLevelByLevel()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        QJsonObject more{{u"reason"_s, u"待检测"_s}, {u"customerToldAt"_s, u"2026-03-02T09:00"_s}};
        QCOMPARE(shop.take(u"deptHead"_s, id, u"extend"_s, {{u"reason"_s, u"待检测"_s}}),
                 u"step.needs@WS-12"_s);
        QCOMPARE(shop.take(u"leader"_s, id, u"extend"_s, more), u"extend.approver@WS-12"_s);
        QCOMPARE(shop.take(u"deptHead"_s, id, u"extend"_s, more), u"ok"_s);
        QCOMPARE(shop.due(id, u"handling"_s), u"2026-03-09T17:30:00"_s);
        QCOMPARE(shop.take(u"deptHead"_s, id, u"extend"_s, more), u"extend.approver@WS-12"_s);
        QCOMPARE(shop.take(u"leader"_s, id, u"extend"_s, {{u"reason"_s, u"再等"_s}}),
                 u"step.needs@WS-12"_s);
        QCOMPARE(shop.take(u"leader"_s, id, u"extend"_s, more), u"ok"_s);
        QCOMPARE(shop.due(id, u"handling"_s), u"2026-03-11T17:30:00"_s);
        QCOMPARE(shop.take(u"leader"_s, id, u"extend"_s, more), u"extend.notLonger@WS-12"_s);
    }

    void anExtensionNobodyToldTheCustomerOfIsSaid()
    {
        Workshop shop(workshop().replace("needs = [\"customerToldAt\"], approve = [\"deptHead\"]",
                                         "approve = [\"deptHead\"]"));
        const auto extended = [&](const QJsonObject &request) {
            const CaseId id = shop.recorded();
            shop.as(u"deptHead"_s);
            return DeskFixture::codes(shop.fixture.desk().act(id, u"extend"_s, request)->findings,
                                      Severity::Warning);
        };
        QJsonObject request{{u"reason"_s, u"待检测"_s}};
        QCOMPARE(extended(request), QStringList{u"extend.customerNotTold"_s});
        request.insert(u"customerToldAt"_s, u"2026-03-02T09:00"_s);
        QCOMPARE(extended(request), QStringList());
    }

    void anExtensionMayDemandValuesAndSaysWhich()
    {
        Workshop shop(workshop().replace(
            "needs = [\"customerToldAt\"], approve = [\"deptHead\"]",
            "needs = [\"customerToldAt\"], demands = { customerConsent = \"Agreed\" }, "
            "approve = [\"deptHead\"]"));
        const CaseId id = shop.recorded();
        QJsonObject request{{u"reason"_s, u"待检测"_s},
                            {u"customerToldAt"_s, u"2026-03-02T09:00"_s}};
        QCOMPARE(shop.take(u"deptHead"_s, id, u"extend"_s, request), u"extend.demand@WS-12"_s);
        request.insert(u"customerConsent"_s, u"Disagreed"_s);
        shop.as(u"deptHead"_s);
        const auto refused = shop.fixture.desk().act(id, u"extend"_s, request);
        QCOMPARE(refused->findings.first().field, u"customerConsent"_s);
        QCOMPARE(refused->findings.first().args.value(u"wanted"_s), u"同意"_s);
        QCOMPARE(shop.due(id, u"handling"_s), u"2026-03-05T17:30:00"_s);
        request.insert(u"customerConsent"_s, u"Agreed"_s);
        QCOMPARE(shop.take(u"deptHead"_s, id, u"extend"_s, request), u"ok"_s);
    }

    void aStepsOwnConstantsDoNotOpenIt()
    {
        Workshop shop(workshop() +
                      "\n[[move]]\nid = \"mark\"\nzh = \"记为重大\"\nen = \"Mark\"\n"
                      "from = [\"New\"]\nwhen = { special = true }\nsets = { special = true }\n"
                      "rule = [\"WS-06\"]\n");
        const CaseId id = shop.recorded();
        QCOMPARE(shop.take(u"clerk"_s, id, u"mark"_s), u"step.condition@WS-06"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"mark"_s, {{u"special"_s, true}}), u"ok"_s);
    }

    void aStepMayWaitForAClockToRunOut()
    {
        Workshop shop(workshop() +
                      "\n[[move]]\nid = \"urge\"\nzh = \"催办\"\nen = \"Urge\"\nfrom = "
                      "[\"New\"]\nwhen = { overdue = \"handling\" }\nrule = [\"WS-06\"]\n");
        const CaseId id = shop.recorded();
        QCOMPARE(shop.take(u"clerk"_s, id, u"urge"_s), u"step.condition@WS-06"_s);
        shop.fixture.setNow(u"2026-03-05T17:30:00"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"urge"_s), u"step.condition@WS-06"_s);
        shop.fixture.setNow(u"2026-03-05T17:30:01"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"urge"_s), u"ok"_s);
    }

    void anExtensionIsAskedForBeforeTheLimit()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.fixture.setNow(u"2026-03-05T17:30:01"_s);
        QCOMPARE(
            shop.take(u"deptHead"_s,
                      id,
                      u"extend"_s,
                      {{u"reason"_s, u"待检测"_s}, {u"customerToldAt"_s, u"2026-03-02T09:00"_s}}),
            u"extend.afterDue@WS-12"_s);
    }

    void theDeputyOfAnAbsentHeadSignsForHim()
    {
        Workshop shop;
        const CaseId id = shop.recorded();
        shop.take(u"handler"_s, id, u"investigate"_s, {{u"investigationSummary"_s, u"属实"_s}});
        shop.take(u"handler"_s, id, u"propose"_s);
        QCOMPARE(shop.take(u"clerk"_s, id, u"firstSign"_s), u"step.role@WS-09"_s);
        shop.as(u"leader"_s);
        QVERIFY(!refuses(shop.fixture.desk().setAway(u"deptHead"_s, {u"clerk"_s})->findings));
        QCOMPARE(shop.take(u"clerk"_s, id, u"firstSign"_s), u"ok"_s);
        QCOMPARE(shop.file(id).steps.last().actingFor, u"deptHead"_s);
        shop.as(u"leader"_s);
        QVERIFY(!refuses(shop.fixture.desk().setAway(u"deptHead"_s, {})->findings));
        QCOMPARE(shop.take(u"clerk"_s, id, u"refuse"_s, {{u"reason"_s, u"不清"_s}}),
                 u"step.role@WS-09"_s);
    }

    void nobodyStandsInForThePersonComplainedAbout()
    {
        Workshop shop;
        const CaseId id = shop.recorded({{u"respondentPerson"_s, u"某deptHead"_s}});
        shop.take(u"handler"_s, id, u"investigate"_s, {{u"investigationSummary"_s, u"属实"_s}});
        shop.take(u"handler"_s, id, u"propose"_s);
        shop.as(u"leader"_s);
        QVERIFY(!refuses(shop.fixture.desk().setAway(u"deptHead"_s, {u"clerk"_s})->findings));
        QCOMPARE(shop.take(u"clerk"_s, id, u"firstSign"_s), u"step.role@WS-09"_s);
    }

    void thePersonComplainedAboutTakesNoStep()
    {
        Workshop shop;
        const CaseId id = shop.recorded({{u"respondentPerson"_s, u"老王、某handler"_s}});
        QCOMPARE(shop.take(u"handler"_s, id, u"note"_s, {{u"text"_s, u"与我无关"_s}}),
                 u"step.keptOut@WS-02"_s);
    }

    void thePersonComplainedAboutSeesNothing()
    {
        Workshop shop;
        const CaseId id = shop.recorded({{u"respondentPerson"_s, u"某handler"_s}});
        const QString number = shop.file(id).caseNo;
        const CaseReader &reader = shop.fixture.desk().reader();
        const auto seen = [&] {
            return QStringList{QString::number(reader.page({}, {}, 10)->rows.size()),
                               QString::number(reader.keys({})->size()),
                               QString::number(*reader.count({})),
                               QString::number(reader.search(u"13800138000"_s, 5)->size()),
                               QString::number(reader.caseFile(id).ok()),
                               QString::number(reader.byNumber(number).ok()),
                               QString::number(reader.history(id).ok())}
                .join(u' ');
        };
        QCOMPARE(seen(), u"1 1 1 1 1 1 1"_s);
        shop.as(u"handler"_s);
        QCOMPARE(seen(), u"0 0 0 0 0 0 0"_s);
        shop.as(u"leader"_s);
        QCOMPARE(seen(), u"1 1 1 1 1 1 1"_s);
    }
};

QTEST_GUILESS_MAIN(TestPackSteps)
#include "tst_packsteps.moc"
