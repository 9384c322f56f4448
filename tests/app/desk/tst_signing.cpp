// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The order of signing on one copy of a form, whoever signs and in whatever step: a rectification
// order of the sampled case, F-37.

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

CaseFile closedAtOnce(Desk &desk)
{
    ComplaintDraft draft;
    draft.fields = DeskFixture::complaint({{u"kind"_s, u"Inquiry"_s}});
    draft.sheet = u"F-01/1"_s;
    const auto closed =
        desk.recordAndClose(draft, {{u"replyText"_s, u"明天送到"_s}, {u"replyMode"_s, u"Phone"_s}});
    if (!closed || !closed->caseFile) {
        qFatal("not closed");
    }
    return *closed->caseFile;
}

/// A closed case whose sampling found a mismatch.
class Sampled
{
public:
    Sampled()
        : file(closedAtOnce(at.desk()))
    {
        later();
        take(u"verify"_s, {{u"verification"_s, u"Mismatch"_s}});
    }

    /// Half an hour passes.
    void later()
    {
        minute += 30;
        at.setNow(u"2026-03-02T%1:%2"_s.arg(9 + minute / 60, 2, 10, QLatin1Char('0'))
                      .arg(minute % 60, 2, 10, QLatin1Char('0')));
    }

    /// "ok", or the codes of what refused it.
    QString take(const QString &action, const QJsonObject &input)
    {
        const auto outcome = at.desk().act(file.id, action, input);
        if (!outcome) {
            return outcome.error().code;
        }
        if (refuses(outcome->findings)) {
            return DeskFixture::codes(outcome->findings).join(u' ');
        }
        file = *outcome->caseFile;
        later();
        return u"ok"_s;
    }

    QString order()
    {
        return take(u"orderRectification"_s,
                    {{u"respDept"_s, u"物流部"_s},
                     {u"nonconformity"_s, u"答复与登记不符"_s},
                     {u"requirement"_s, u"五日内核对全部登记"_s},
                     {u"rectifyDueAt"_s, u"2026-03-09T17:00"_s}});
    }

    QString report(QJsonObject input = {})
    {
        input.insert(u"cause"_s, u"抄错"_s);
        input.insert(u"correctiveAction"_s, u"核对"_s);
        input.insert(u"prevention"_s, u"双人核对"_s);
        return take(u"reportRectification"_s, input);
    }

    [[nodiscard]] StepOffer offered(const QString &action)
    {
        for (const StepOffer &offer : at.desk().steps(file)) {
            if (offer.action == action) {
                return offer;
            }
        }
        return {};
    }

    DeskFixture at;
    CaseFile file;

private:
    int minute = 0;
};

} // namespace

class TestSigning : public QObject
{
    Q_OBJECT

private slots:

    void aStepThatSignsByItselfWaitsForTheEarlierPlace()
    {
        Sampled sampled;
        QCOMPARE(sampled.order(), u"ok"_s);
        QCOMPARE(sampled.report(), u"step.sign.order"_s);
        // Its form asks for what is missing, so nobody is left without a way.
        const StepOffer offer = sampled.offered(u"reportRectification"_s);
        QVERIFY(offer.allowed);
        QVERIFY(offer.offers.contains(u"receiptSign"_s));
        QVERIFY(!offer.offers.contains(u"officerSign"_s));
        QCOMPARE(sampled.report({{u"receiptSign"_s, u"赵六"_s}}), u"ok"_s);
        QVERIFY(!sampled.offered(u"reportRectification"_s).offers.contains(u"receiptSign"_s));
        QVERIFY(sampled.at.desk().setActor(u"li"_s).ok());
        QCOMPARE(sampled.take(u"checkRectification"_s, {{u"verification"_s, u"Effective"_s}}),
                 u"ok"_s);
    }

    void whoRefusesToSignBeforeAWitnessHasHadHisTurn()
    {
        Sampled sampled;
        QCOMPARE(sampled.order(), u"ok"_s);
        QCOMPARE(sampled.report({{u"receiptSign"_s, u"赵六（拒签，见证人：钱七）"_s}}), u"ok"_s);
    }

    void aSecondCopyIsSignedAnew()
    {
        Sampled sampled;
        QCOMPARE(sampled.order(), u"ok"_s);
        QCOMPARE(sampled.report({{u"receiptSign"_s, u"赵六"_s}}), u"ok"_s);
        QCOMPARE(sampled.order(), u"ok"_s);
        QCOMPARE(sampled.report(), u"step.sign.order"_s);
        QCOMPARE(
            sampled.take(u"amend"_s, {{u"deptHeadSign"_s, u"孙八"_s}, {u"reason"_s, u"补签"_s}}),
            u"step.sign.order"_s);
        QCOMPARE(
            sampled.take(u"amend"_s, {{u"receiptSign"_s, u"周九"_s}, {u"reason"_s, u"补签"_s}}),
            u"ok"_s);
        QCOMPARE(sampled.report(), u"ok"_s);
        // The same person may sign the next copy too.
        QCOMPARE(sampled.order(), u"ok"_s);
        QCOMPARE(sampled.report(), u"step.sign.order"_s);
        QCOMPARE(sampled.report({{u"receiptSign"_s, u"周九"_s}}), u"ok"_s);
    }

    void aPlaceOfAnotherFormDoesNotHoldUpTheStep()
    {
        Sampled sampled;
        QCOMPARE(sampled.order(), u"ok"_s);
        // Sampling again is about its own record, though the order has a place for a verifier too.
        QCOMPARE(sampled.take(u"verify"_s, {{u"verification"_s, u"Mismatch"_s}}), u"ok"_s);
    }

    void aPlaceSignedByHandIsNotWaitedFor()
    {
        Sampled sampled;
        QByteArray toml = sampled.at.desk().sheetText(u"F-37"_s).value();
        toml.replace("\nversion = 1\n", "\nversion = 2\n");
        toml.replace("\"receiptSign\", \"deptHeadSign\"", "\"receiptSign!\", \"deptHeadSign\"");
        const auto adopted = sampled.at.desk().adoptSheet(toml);
        QVERIFY(adopted && !refuses(adopted->findings));
        QCOMPARE(sampled.order(), u"ok"_s);
        QVERIFY(!sampled.offered(u"reportRectification"_s).offers.contains(u"receiptSign"_s));
        QCOMPARE(sampled.report(), u"ok"_s);
    }
};

QTEST_GUILESS_MAIN(TestSigning)

#include "tst_signing.moc"
