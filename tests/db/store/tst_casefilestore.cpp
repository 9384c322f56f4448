// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/tempstore.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000); // 2026-02-02 10:40 local

Recorded record(TempStore &desk, const QVector<NewEvent> &events)
{
    auto recorded =
        desk.log().append({.actor = u"li"_s, .now = kNow, .events = events, .expected = {}});
    if (!recorded) {
        qFatal("%s %s",
               qUtf8Printable(recorded.error().code),
               qUtf8Printable(recorded.error().detail));
    }
    return *recorded;
}

} // namespace

class TestCaseFileStore : public QObject
{
    Q_OBJECT

private slots:

    void aNewFileKnowsItsOffice()
    {
        TempStore desk;
        const auto status = desk.reader().status(kNow);
        QVERIFY(status.ok());
        QCOMPARE(status->officeCode, u"0571"_s);
        QCOMPARE(status->officeName, u"滨湖分公司"_s);
        QCOMPARE(status->events, qint64{2});
        QCOMPARE(desk.reader().config()->value(u"regulation"_s), u"tob"_s);
    }

    void numbersRunWithinTheirSeries()
    {
        TempStore desk;
        const CaseId a = desk.newCaseId(kNow);
        const CaseId b = desk.newCaseId(kNow);
        const Recorded first = record(desk, {opening(a, {{u"kind"_s, u"Complaint"_s}}, kNow)});
        const Recorded second = record(desk, {opening(b, {{u"kind"_s, u"Complaint"_s}}, kNow)});
        QCOMPARE(first.numbers.value(a), u"TS0571202602-0001"_s);
        QCOMPARE(second.numbers.value(b), u"TS0571202602-0002"_s);
    }

    void aRecordedCaseIsFoundByItsNumber()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        const QString number =
            record(desk, {opening(id, {{u"kind"_s, u"Complaint"_s}}, kNow)}).numbers.value(id);
        const auto found = desk.reader().byNumber(number);
        QVERIFY(found.ok());
        QCOMPARE(*found, id);
        const auto caseFile = desk.reader().caseFile(id);
        QVERIFY(caseFile.ok());
        QCOMPARE(caseFile->caseNo, number);
        QCOMPARE(caseFile->text(u"kind"), u"Complaint"_s);
    }

    void anUnknownNumberIsSaidSo()
    {
        TempStore desk;
        const auto found = desk.reader().byNumber(u"TS0571202602-0099"_s);
        QVERIFY(!found.ok());
        QCOMPARE(found.error().code, u"case.unknown"_s);
    }

    void aDecisionOnAnOlderStateIsRefused()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        record(desk, {opening(id, {{u"kind"_s, u"Complaint"_s}}, kNow)});
        record(desk, {move(id, u"assign"_s, Stage::Accepted, Stage::Handling, kNow)});
        const auto late = desk.log().append(
            {.actor = u"wu"_s,
             .now = kNow,
             .events = {move(id, u"assign"_s, Stage::Accepted, Stage::Handling, kNow)},
             .expected = {{id, 1}}});
        QVERIFY(!late.ok());
        QCOMPARE(late.error().code, u"store.case.changed"_s);
        QCOMPARE(desk.reader().history(id)->size(), 2);
    }

    void whatWasSavedIsThereAfterReopening()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        record(desk, {opening(id, {{u"complainantName"_s, u"王某"_s}}, kNow)});
        desk.close();
        desk.open();
        QCOMPARE(desk.reader().caseFile(id)->text(u"complainantName"), u"王某"_s);
        QCOMPARE(desk.reader().search(u"王某"_s, 10)->size(), 1);
        QVERIFY(!QFileInfo::exists(desk.path() + u"-new"_s));
    }

    void theCheckFindsAnUntouchedFileWhole()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        record(desk, {opening(id, {{u"complainantName"_s, u"王某"_s}}, kNow)});
        record(desk, {move(id, u"close"_s, Stage::Accepted, Stage::Closed, kNow)});
        const auto report = desk.reader().verify(true);
        QVERIFY2(report.ok(),
                 qPrintable(report.ok() ? QString() : report.error().code + report.error().detail));
        QVERIFY2(!report->firstFault,
                 qPrintable(report->firstFault ? report->firstFault->code : QString()));
        QCOMPARE(report->events, qint64{4});
        QCOMPARE(report->cases, qint64{1});
    }
};

QTEST_GUILESS_MAIN(TestCaseFileStore)
#include "tst_casefilestore.moc"
