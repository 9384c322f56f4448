// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A pack laid over another, and complaints that repeat earlier ones.

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kOverlay = R"(
[pack]
id = "grave"
zh = "重大叠加"
en = "Grave cases"
version = 1
effective = 2026-01-01
uses = ["base"]
overlay = true
appliesWhen = { severity = "Major" }

[[move]]
id   = "reply"
zh   = "重大答复"
en   = "Grave reply"
from = ["New", "Accepted", "Transferred"]
to   = "Replied"
by   = ["leader"]
stamps = "replyAt"
rule = ["GR-01"]

[[clock]]
id     = "report"
zh     = "重大报告"
en     = "Report"
starts = "receivedAt"
stops  = "replyAt"
limit  = { hours = 2 }
owner  = "clerk"
rule   = ["GR-01"]

[[rule]]
id    = "GR-01"
zh    = "重大事项两小时内报告"
en    = "Grave matters are reported within two hours"
how   = "enforced"
entry = "clock:report"
)"_ba;

QString stateOf(const CaseFile &caseFile, const QString &clock)
{
    const Clock *found = caseFile.clock(clock);
    return found == nullptr ? u"none"_s : clockStateId(found->state);
}

QStringList warnings(const Result<Outcome> &outcome)
{
    QStringList codes;
    for (const Finding &finding : outcome->findings) {
        if (finding.code.startsWith(u"intake.repeat") || finding.code.startsWith(u"intake.again") ||
            finding.code.startsWith(u"intake.skip")) {
            codes.append(finding.code);
        }
    }
    return codes;
}

} // namespace

class TestOverlays : public QObject
{
    Q_OBJECT

private slots:

    void anOverlayIsSwitchedOnBesideAPack()
    {
        DeskFixture fixture;
        const auto adopted = fixture.desk().adoptRegulation(kOverlay);
        QVERIFY(adopted && !refuses(adopted->findings));
        QCOMPARE(fixture.desk().regulation().id, u"tob"_s);
        QCOMPARE(fixture.desk().regulation().overlays, (QVector<PackVersion>{{u"grave"_s, 1}}));
        static_cast<void>(fixture.desk().useRegulation(u"standard"_s));
        QVERIFY(fixture.desk().regulation().overlays.isEmpty());
        static_cast<void>(fixture.desk().useRegulation(u"standard"_s, {}, {u"grave"_s}));
        QCOMPARE(fixture.desk().regulation().id, u"standard"_s);
        QCOMPARE(fixture.desk().regulation().overlays, (QVector<PackVersion>{{u"grave"_s, 1}}));
    }

    void anOverlayIsNotInForceByItself()
    {
        DeskFixture fixture;
        static_cast<void>(fixture.desk().adoptRegulation(kOverlay));
        QCOMPARE(DeskFixture::codes(
                     fixture.desk().useRegulation(u"tob"_s, {}, {u"nowhere"_s})->findings),
                 QStringList{u"regulation.notOverlay"_s});
        QCOMPARE(DeskFixture::codes(fixture.desk().useRegulation(u"grave"_s)->findings),
                 QStringList{u"regulation.isOverlay"_s});
        QCOMPARE(DeskFixture::codes(
                     fixture.desk().useRegulation(u"tob"_s, {}, {u"standard"_s})->findings),
                 QStringList{u"regulation.notOverlay"_s});
    }

    void anOverlayTouchesOnlyItsOwnCases()
    {
        DeskFixture fixture;
        static_cast<void>(fixture.desk().adoptRegulation(kOverlay));
        QCOMPARE(stateOf(fixture.recorded(), u"report"_s), u"none"_s);
        const CaseFile grave = fixture.recorded({{u"severity"_s, u"Major"_s}});
        QCOMPARE(stateOf(grave, u"report"_s), u"Running"_s);
        QCOMPARE(stateOf(grave, u"handling"_s), u"Running"_s);
    }

    void anOverlaySwitchesOnWhenACaseIsGradedLater()
    {
        DeskFixture fixture;
        static_cast<void>(fixture.desk().adoptRegulation(kOverlay));
        const CaseId id = fixture.recorded().id;
        const auto graded = fixture.desk().act(id, u"accept"_s, {{u"severity"_s, u"Major"_s}});
        QCOMPARE(stateOf(*graded->caseFile, u"report"_s), u"Running"_s);
        QCOMPARE(graded->caseFile->clock(u"report")->due->toLocalText(), u"2026-03-02T10:50:00"_s);
    }

    void aStepOfTheSameNameStandsBesideTheHosts()
    {
        DeskFixture fixture;
        static_cast<void>(fixture.desk().adoptRegulation(kOverlay));
        const Regulation &whole = fixture.desk().regulation();
        QCOMPARE(whole.move(u"reply")->zh, u"答复"_s);
        QCOMPARE(whole.move(u"grave-reply")->zh, u"重大答复"_s);
        QVERIFY(whole.move(u"grave-reply")->when.holds({{u"severity"_s, u"Major"_s}}));
        QVERIFY(!whole.move(u"grave-reply")->when.holds({{u"severity"_s, u"Minor"_s}}));
    }

    void aCaseKeepsItsOverlayAfterTheHouseDroppedIt()
    {
        DeskFixture fixture;
        static_cast<void>(fixture.desk().adoptRegulation(kOverlay));
        const CaseId id = fixture.recorded().id;
        static_cast<void>(fixture.desk().useRegulation(u"standard"_s));
        const CaseFile caseFile = *fixture.desk().reader().caseFile(id);
        QCOMPARE(caseFile.regulationId, u"tob"_s);
        QCOMPARE(caseFile.overlays, (QVector<PackVersion>{{u"grave"_s, 1}}));
        QVERIFY(fixture.desk().regulationOf(caseFile).clock(u"report") != nullptr);
        QVERIFY(fixture.desk().regulation().clock(u"report") == nullptr);
    }

    void theSameMatterAfterAReplyIsRepeated()
    {
        DeskFixture fixture;
        const CaseFile first = fixture.recorded();
        const auto replied = fixture.desk().act(
            first.id, u"reply"_s, {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已致歉"_s}});
        QVERIFY(replied && !refuses(replied->findings));
        fixture.setNow(u"2026-03-04T09:00"_s);
        const auto again =
            fixture.record(DeskFixture::complaint({{u"receivedAt"_s, u"2026-03-04T08:30:00"_s}}));
        QCOMPARE(warnings(again), QStringList{u"intake.repeat"_s});
        QCOMPARE(again->caseFile->value(u"repeatFlag"), QJsonValue(true));
        QCOMPARE(again->caseFile->text(u"repeatKind"), u"Repeated"_s);
        QCOMPARE(again->caseFile->text(u"relatedNo"), first.caseNo);
        CaseFilter repeated;
        repeated.repeat = true;
        QCOMPARE(*fixture.desk().reader().count(repeated), 1);
        const Day day = *Day::of(2026, 3, 4);
        const auto tally = fixture.desk().reader().tally(Dimension::Total, day, day);
        QCOMPARE(tally->value(QString()).at(static_cast<size_t>(Count::Repeat)), 1);
    }

    void anotherMatterIsNotRepeated()
    {
        DeskFixture fixture;
        const CaseFile first = fixture.recorded();
        static_cast<void>(fixture.desk().act(
            first.id, u"reply"_s, {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已致歉"_s}}));
        QCOMPARE(warnings(fixture.record(DeskFixture::complaint({{u"category"_s, u"卷烟商品"_s}}))),
                 QStringList());
    }

    void theSameMatterUnansweredIsNamedOnly()
    {
        DeskFixture fixture;
        const CaseFile first = fixture.recorded();
        const auto again = fixture.record(DeskFixture::complaint());
        QCOMPARE(warnings(again), QStringList{u"intake.again"_s});
        QVERIFY(again->caseFile->value(u"repeatFlag").isUndefined());
        QCOMPARE(again->caseFile->text(u"relatedNo"), first.caseNo);
    }

    void whoComplainsAgainIsKnownByNumberOrByNameAndUnit_data()
    {
        QTest::addColumn<QJsonObject>("first");
        QTest::addColumn<QJsonObject>("second");
        QTest::addColumn<bool>("known");
        const auto caller = [](const QString &name, const QString &phone, const QString &unit) {
            return QJsonObject{
                {u"complainantName"_s, name}, {u"phone"_s, phone}, {u"receivingUnit"_s, unit}};
        };
        const QString one = u"13800138000"_s;
        const QString other = u"13900139001"_s;
        const QString both = one + u'、' + other;
        const QString here = u"城东店"_s;
        QTest::newRow("the same number")
            << caller(u"高某"_s, one, here) << caller(u"李某"_s, one, u"城西店"_s) << true;
        QTest::newRow("one of two numbers")
            << caller(u"高某"_s, both, here) << caller(u"李某"_s, other, here) << true;
        QTest::newRow("two numbers, one of them known")
            << caller(u"高某"_s, one, here) << caller(u"李某"_s, both, here) << true;
        QTest::newRow("another number and name")
            << caller(u"高某"_s, one, here) << caller(u"李某"_s, other, here) << false;
        QTest::newRow("the same name in the same unit")
            << caller(u"高某"_s, one, here) << caller(u"高某"_s, other, here) << true;
        QTest::newRow("the same name in another unit")
            << caller(u"高某"_s, one, here) << caller(u"高某"_s, other, u"城西店"_s) << false;
        auto mentioning = caller(u"李某"_s, one, here);
        mentioning.insert(u"content"_s, u"让我们打13900139001找他同事。"_s);
        QTest::newRow("a number mentioned by somebody else in the same unit")
            << mentioning << caller(u"高某"_s, other, here) << false;
        QTest::newRow("a longer name in the same unit")
            << caller(u"高某某"_s, one, here) << caller(u"高某"_s, other, here) << false;
    }

    void whoComplainsAgainIsKnownByNumberOrByNameAndUnit()
    {
        QFETCH(QJsonObject, first);
        QFETCH(QJsonObject, second);
        QFETCH(bool, known);
        DeskFixture fixture;
        const auto before = fixture.record(DeskFixture::complaint(first));
        QVERIFY(before && before->caseFile);
        const auto again = fixture.record(DeskFixture::complaint(second));
        QVERIFY(again && again->caseFile);
        QCOMPARE(warnings(again), known ? QStringList{u"intake.again"_s} : QStringList());
        QCOMPARE(again->caseFile->text(u"relatedNo"), known ? before->caseFile->caseNo : QString());
    }

    void aComplaintByAnAuthorityBeforeAnAnswerIsSkipLevel()
    {
        DeskFixture fixture;
        const CaseFile first = fixture.recorded();
        const auto above =
            fixture.record(DeskFixture::complaint({{u"channel"_s, u"MarketRegulator"_s}}));
        QCOMPARE(warnings(above), QStringList{u"intake.skipLevel"_s});
        QCOMPARE(above->caseFile->text(u"repeatKind"), u"SkipLevel"_s);
        QCOMPARE(above->caseFile->text(u"relatedNo"), first.caseNo);
    }

    void aPersonMaySayItIsNotRepeated()
    {
        DeskFixture fixture;
        const CaseFile first = fixture.recorded();
        static_cast<void>(fixture.desk().act(
            first.id, u"reply"_s, {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已致歉"_s}}));
        const auto again = fixture.record(DeskFixture::complaint({{u"repeatFlag"_s, false}}));
        QCOMPARE(warnings(again), QStringList());
        QCOMPARE(again->caseFile->value(u"repeatFlag"), QJsonValue(false));
    }
};

QTEST_GUILESS_MAIN(TestOverlays)
#include "tst_overlays.moc"
