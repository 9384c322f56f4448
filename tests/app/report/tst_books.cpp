// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <domain/remnant.h>
#include <report/books.h>
#include <report/statistics.h>
#include <report/tables.h>
#include <store/database.h>

#include "../desk/deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

/// Two complaints of March, recorded in March.
class March
{
public:
    March()
        : fixture(u"2026-03-20T09:00"_s)
    {
        for (const char *day : {"2026-03-02T08:50:00", "2026-03-16T10:00:00"}) {
            cases.append(fixture.recorded({{u"receivedAt"_s, QLatin1StringView(day)}}).id);
        }
        fixture.setNow(u"2026-04-08T09:00"_s);
    }

    QStringList close(const QString &month)
    {
        const auto outcome = closeMonth(fixture.desk(), month);
        return outcome ? DeskFixture::codes(outcome->findings) : QStringList{outcome.error().code};
    }

    Statistics counted(QStringView period)
    {
        const auto statistics = countStatistics(
            fixture.desk().reader(), Period::parse(period).value(), fixture.desk().now());
        if (!statistics) {
            qFatal("not counted: %s", qUtf8Printable(statistics.error().code));
        }
        return *statistics;
    }

    Statistics reported(QStringView period)
    {
        const auto statistics = countReport(
            fixture.desk().reader(), Period::parse(period).value(), fixture.desk().now());
        if (!statistics) {
            qFatal("not counted: %s", qUtf8Printable(statistics.error().code));
        }
        return *statistics;
    }

    void write(const char *kind, const CaseId &id, const QJsonObject &body)
    {
        const auto done = fixture.store().log().append(
            {u"wang"_s, fixture.desk().now(), {{QLatin1StringView(kind), id, body}}, {}});
        if (!done) {
            qFatal("not written: %s", qUtf8Printable(done.error().code));
        }
    }

    void correct(const CaseId &id, const QJsonObject &fields)
    {
        write(event::kFieldSet,
              id,
              {{u"fields"_s, fields},
               {u"reason"_s, u"更正"_s},
               {u"at"_s, fixture.desk().now().utcMs()}});
    }

    void closeCase(const CaseId &id, const QString &when, const QJsonObject &fields = {})
    {
        const NewEvent closed = support::move(
            id, u"close"_s, Stage::Accepted, Stage::Closed, *Instant::parseLocal(when), fields);
        const auto done =
            fixture.store().log().append({u"wang"_s, fixture.desk().now(), {closed}, {}});
        if (!done) {
            qFatal("not closed: %s", qUtf8Printable(done.error().code));
        }
    }

    CaseFile caseFile(const CaseId &id) { return *fixture.desk().reader().caseFile(id); }

    static QStringList numbers(const QVector<CaseFile> &cases)
    {
        QStringList list;
        for (const CaseFile &one : cases) {
            list.append(one.caseNo);
        }
        return list;
    }

    QString urgency(const QString &now)
    {
        fixture.setNow(now);
        const auto month = monthToClose(fixture.desk().reader(), fixture.desk().now());
        return month && *month ? (*month)->month + u' ' + urgencyId((*month)->urgency) : QString();
    }

    DeskFixture fixture;
    QVector<CaseId> cases;
};

} // namespace

class TestBooks : public QObject
{
    Q_OBJECT

private slots:

    void aClosedMonthKeepsItsFiguresAndTheNextCorrectsThem()
    {
        March march;
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        static_cast<void>(march.fixture.recorded({{u"receivedAt"_s, u"2026-03-31T10:00:00"_s}}));
        static_cast<void>(march.fixture.recorded({{u"receivedAt"_s, u"2026-04-02T10:00:00"_s}}));
        const Statistics closed = march.counted(u"2026-03");
        QCOMPARE(closed.total.received, 2);
        QCOMPARE(closed.total.open, 2);
        QCOMPARE(closed.by.value(Dimension::Channel).value(u"Phone"_s).received, 2);
        QVERIFY(closed.corrections.isEmpty());
        const Statistics next = march.counted(u"2026-04");
        QCOMPARE(next.total.carriedOver, 2);
        QCOMPARE(next.total.received, 2);
        QCOMPARE(next.corrections.received, 1);
        QCOMPARE(next.total.open, 4);
        QCOMPARE(march.counted(u"2026-Q1").total.received, 2);
        QCOMPARE(march.counted(u"2026").total.received, 4);
        QCOMPARE(march.counted(u"2026-03-20..2026-03-31").total.received, 1); // as it stands
    }

    void whatIsOverdueBelongsToTheMomentAskedFor()
    {
        March march;
        const auto books = Books::open(march.fixture.desk().reader());
        const auto overdueAt = [&](const char *moment, Dimension dimension) {
            return books->overdue(dimension, *Instant::parseLocal(QString::fromLatin1(moment)))
                .value();
        };
        QCOMPARE(overdueAt("2026-03-03T09:00", Dimension::Total).value({}), 0);
        QCOMPARE(overdueAt("2026-03-12T09:00", Dimension::Total).value({}), 1);
        QCOMPARE(overdueAt("2026-03-30T09:00", Dimension::Total).value({}), 2);
        QCOMPARE(overdueAt("2026-03-12T09:00", Dimension::Kind).value(u"Complaint"_s), 1);
        QCOMPARE(overdueAt("2026-03-30T09:00", Dimension::Handler).value({}), 0);
        QCOMPARE(overdueAt("2026-03-03T09:00", Dimension::Kind), (QMap<QString, qint64>()));
    }

    void theClosingSaysWhoAndWhen()
    {
        March march;
        QVERIFY(!march.counted(u"2026-03").closedAt);
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        const Statistics closed = march.counted(u"2026-03");
        QCOMPARE(closed.closedBy, u"wang"_s);
        QCOMPARE(closed.closedAt->toLocalText(), u"2026-04-08T09:00:00"_s);
        QVERIFY(statisticsJson(closed).contains(u"monthClosed"));
    }

    void aVoidedCaseKeepsItsCountInTheClosedMonth()
    {
        March march;
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        const auto voided =
            march.fixture.store().log().append({u"wang"_s,
                                                march.fixture.desk().now(),
                                                {{QLatin1StringView(event::kCaseVoided),
                                                  march.cases.first(),
                                                  QJsonObject{{u"reason"_s, u"重复登记"_s}}}},
                                                {}});
        QVERIFY(voided.ok());
        QCOMPARE(march.counted(u"2026-03").total.received, 2);
        QCOMPARE(march.counted(u"2026-04").corrections.received, -1);
        QCOMPARE(march.counted(u"2026-04").total.open, 1);
    }

    void listsOfAClosedMonthStayAsTheyWere()
    {
        March march;
        march.correct(march.cases.first(), {{u"repeatFlag"_s, true}});
        const QString first = march.caseFile(march.cases.first()).caseNo;
        const QStringList overdue = March::numbers(march.reported(u"2026-03").lists.overdue);
        QCOMPARE(overdue.size(), 2);
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        march.fixture.setNow(u"2026-04-09T09:00"_s);
        march.correct(march.cases.first(), {{u"complainantName"_s, u"改名"_s}});
        march.correct(march.cases.last(), {{u"repeatFlag"_s, true}});
        march.closeCase(march.cases.first(), u"2026-03-30T10:00"_s);
        const Statistics closed = march.reported(u"2026-03");
        QCOMPARE(March::numbers(closed.lists.repeated), QStringList{first});
        QCOMPARE(closed.lists.repeated.first().text(u"complainantName"), u"王某"_s);
        QCOMPARE(March::numbers(closed.lists.overdue), overdue);
        QVERIFY(closed.lists.overdue.first().isOpen());
        QVERIFY(closed.lists.late.isEmpty());
        QCOMPARE(march.reported(u"2026-03-01..2026-03-30").lists.repeated.size(),
                 2); // as it stands
    }

    void whatALateEntryChangesIsToldOnceInTheNextMonth()
    {
        March march;
        march.correct(march.cases.first(), {{u"repeatFlag"_s, true}});
        const QString first = march.caseFile(march.cases.first()).caseNo;
        const QString last = march.caseFile(march.cases.last()).caseNo;
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        march.correct(march.cases.last(), {{u"repeatFlag"_s, true}});
        march.write(event::kCaseVoided, march.cases.first(), {{u"reason"_s, u"重复登记"_s}});
        const QVector<ListChange> late{{u"repeat"_s, u"2026-03"_s, {last}, {first}}};
        QCOMPARE(march.reported(u"2026-04").lists.late, late);
        QCOMPARE(march.reported(u"2026-Q1").lists.late, QVector<ListChange>());
        march.fixture.setNow(u"2026-05-06T09:00"_s);
        QCOMPARE(march.close(u"2026-04"_s), QStringList());
        QCOMPARE(march.reported(u"2026-04").lists.late, late);
        QCOMPARE(march.reported(u"2026-05").lists.late, QVector<ListChange>());
        march.correct(march.cases.last(), {{u"repeatFlag"_s, false}});
        const QVector<ListChange> again{{u"repeat"_s, u"2026-03"_s, {}, {last}}};
        QCOMPARE(march.reported(u"2026-05").lists.late, again);
        QCOMPARE(March::numbers(march.reported(u"2026-03").lists.repeated), QStringList{first});
    }

    void theTableNamesTheCorrectionsOfItsList()
    {
        March march;
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        march.correct(march.cases.last(), {{u"repeatFlag"_s, true}});
        const FieldCatalogue catalogue({}, {});
        const Statistics next = march.reported(u"2026-04");
        const auto repeats =
            statisticsTable(u"S-11"_s, next, {catalogue, Language::Chinese, u"某局"_s});
        const auto money =
            statisticsTable(u"S-16"_s, next, {catalogue, Language::Chinese, u"某局"_s});
        const QString late = u"对已结账的 2026-03 的更正：补入 %1。"_s.arg(
            march.caseFile(march.cases.last()).caseNo);
        QVERIFY(repeats->notes.contains(late));
        QVERIFY(!money->notes.contains(late));
    }

    void aReopenedAndClosedAgainCaseCountsWhereItHappened()
    {
        March march;
        march.closeCase(march.cases.first(), u"2026-03-30T10:00"_s);
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        QCOMPARE(march.counted(u"2026-03").total.closed, 1);
        const NewEvent reopened = support::move(march.cases.first(),
                                                u"reopen"_s,
                                                Stage::Closed,
                                                Stage::Reopened,
                                                *Instant::parseLocal(u"2026-04-08T09:30"));
        QVERIFY(march.fixture.store()
                    .log()
                    .append({u"wang"_s, march.fixture.desk().now(), {reopened}, {}})
                    .ok());
        QCOMPARE(march.counted(u"2026-03").total.closed, 1);
        const Statistics april = march.counted(u"2026-04");
        QCOMPARE(april.total.carriedOver, 1);
        QCOMPARE(april.total.reopened, 1);
        QCOMPARE(april.total.open, 2);
        QVERIFY(april.corrections.isEmpty());
    }

    void anErasedCaseKeepsItsPlaceInTheClosedMonthWithoutItsWords()
    {
        March march;
        const CaseId id = march.cases.first();
        march.correct(id, {{u"repeatFlag"_s, true}, {u"lossAmount"_s, 12300}});
        march.closeCase(id, u"2026-03-30T10:00"_s);
        const CaseFile known = march.caseFile(id);
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        QJsonArray events;
        for (const Step &step : known.steps) {
            events.append(QString::fromLatin1(step.event.toHex()));
        }
        march.write(event::kBodyErased,
                    id,
                    {{u"events"_s, events},
                     {u"ground"_s, u"保管期满"_s},
                     {u"at"_s, march.fixture.desk().now().utcMs()},
                     {u"keeps"_s, remnantOf(known)}});
        QVERIFY(march.caseFile(id).erased);
        const Statistics closed = march.reported(u"2026-03");
        QCOMPARE(closed.total.received, 2);
        QCOMPARE(closed.total.closed, 1);
        QCOMPARE(March::numbers(closed.lists.repeated), QStringList{known.caseNo});
        QCOMPARE(closed.lists.repeated.first().text(u"complainantName"), QString());
        QCOMPARE(March::numbers(closed.lists.money), QStringList{known.caseNo});
        const Statistics next = march.reported(u"2026-04");
        QVERIFY(next.corrections.isEmpty());
        QVERIFY(next.lists.late.isEmpty());
    }

    void groupsThatCarryNothingOverAreFrozenToo()
    {
        March march;
        march.correct(march.cases.first(), {{u"productName"_s, u"红旗 软"_s}});
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        march.correct(march.cases.last(), {{u"productName"_s, u"红旗 软"_s}});
        const auto received = [&](QStringView period) {
            return firstParts(march.reported(period).by.value(Dimension::Product))
                .value(u"红旗 软"_s)
                .received;
        };
        QCOMPARE(received(u"2026-03"), 1);
        QCOMPARE(received(u"2026-04"), 1); // the correction
        QCOMPARE(received(u"2026-03-01..2026-03-30"), 2);
    }

    void monthsAreClosedOnceAndInTheirOrder()
    {
        March march;
        QCOMPARE(march.close(u"2026-3"_s), QStringList{u"month.malformed"_s});
        QCOMPARE(march.close(u"2026-04"_s), QStringList{u"month.running"_s});
        QCOMPARE(march.close(u"2026-02"_s), QStringList());
        QCOMPARE(march.close(u"2026-02"_s), QStringList{u"month.closed"_s});
        QCOMPARE(march.close(u"2026-01"_s), QStringList{u"month.order"_s});
        march.fixture.setNow(u"2026-05-02T09:00"_s);
        QCOMPARE(march.close(u"2026-04"_s), QStringList{u"month.order"_s});
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        QCOMPARE(march.close(u"2026-04"_s), QStringList());
        QCOMPARE(march.counted(u"2026-03").total.received, 2);
    }

    void everyCountedValueChangedAfterClosingIsACorrectionOfTheNextMonth_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("dimension"); ///< that shows the change by name, or -1
        const auto row = [](const char *name, const QJsonValue &value, int dimension) {
            QTest::newRow(name) << QString::fromLatin1(name) << value << dimension;
        };
        row("kind", u"Inquiry"_s, int(Dimension::Kind));
        row("category", u"商品"_s, int(Dimension::Category));
        row("channel", u"Visit"_s, int(Dimension::Channel));
        row("assignedDept", u"仓储部"_s, int(Dimension::Department));
        row("receivingUnit", u"城东店"_s, int(Dimension::Office));
        row("handler", u"李四"_s, int(Dimension::Handler));
        row("productName", u"水壶"_s, int(Dimension::Product));
        row("causeCode", u"Quality"_s, int(Dimension::Cause));
        row("foundedness", u"Unfounded"_s, int(Dimension::Kind));
        row("satisfaction", u"Dissatisfied"_s, int(Dimension::Kind));
        row("lossAmount", 700, int(Dimension::Kind));
        row("repeatFlag", true, int(Dimension::Kind));
        row("returnDemand", u"Return"_s, int(Dimension::Kind));
    }

    void everyCountedValueChangedAfterClosingIsACorrectionOfTheNextMonth()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(int, dimension);
        March march;
        const CaseId id = march.cases.first();
        march.closeCase(id,
                        u"2026-03-30T10:00"_s,
                        {{u"foundedness"_s, u"Founded"_s},
                         {u"satisfaction"_s, u"Satisfied"_s},
                         {u"lossAmount"_s, 500}});
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        const Statistics before = march.reported(u"2026-03");
        march.correct(id, {{field, value}});
        const Statistics closed = march.reported(u"2026-03");
        QCOMPARE(closed.total, before.total);
        QCOMPARE(closed.by, before.by);
        QVERIFY(closed.corrected.isEmpty());
        const Statistics next = march.reported(u"2026-04");
        const QVector<CaseCorrection> told{{march.caseFile(id).caseNo, {field}}};
        QCOMPARE(next.corrected, told);
        QVERIFY(!next.correctionsBy.value(static_cast<Dimension>(dimension)).isEmpty());
        QVERIFY(march.reported(u"2026-Q1").corrected.isEmpty());
        // Once told in a closed month it is not told again.
        march.fixture.setNow(u"2026-05-06T09:00"_s);
        QCOMPARE(march.close(u"2026-04"_s), QStringList());
        QCOMPARE(march.reported(u"2026-04").corrected, told);
        QCOMPARE(march.reported(u"2026-05").corrected, QVector<CaseCorrection>());
    }

    void withdrawnVoidedAndMovedCasesAreNamedAsCorrections()
    {
        March march;
        march.closeCase(march.cases.last(), u"2026-03-30T10:00"_s);
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        const QString first = march.caseFile(march.cases.first()).caseNo;
        march.closeCase(march.cases.first(), u"2026-03-31T10:00"_s); // told late
        march.write(event::kCaseVoided, march.cases.last(), {{u"reason"_s, u"重复登记"_s}});
        const Statistics next = march.reported(u"2026-04");
        QCOMPARE(next.corrected.size(), 2);
        QCOMPARE(next.corrected.first(), (CaseCorrection{first, {u"times"_s}}));
        QCOMPARE(next.corrected.last().fields, QStringList{u"voided"_s});
        QCOMPARE(march.reported(u"2026-03").total.closed, 1);
    }

    void aCaseRegisteredLateIsNamedInTheNextMonth()
    {
        March march;
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        const CaseFile late = march.fixture.recorded({{u"receivedAt"_s, u"2026-03-31T10:00:00"_s}});
        march.correct(late.id, {{u"category"_s, u"商品"_s}});
        static_cast<void>(march.fixture.recorded({{u"receivedAt"_s, u"2026-04-02T10:00:00"_s}}));
        const CaseFile voided =
            march.fixture.recorded({{u"receivedAt"_s, u"2026-03-30T10:00:00"_s}});
        march.write(event::kCaseVoided, voided.id, {{u"reason"_s, u"重复登记"_s}});
        const QVector<CaseCorrection> told{{late.caseNo, {u"added"_s}}};
        QCOMPARE(march.reported(u"2026-04").corrected, told);
        QVERIFY(march.reported(u"2026-03").corrected.isEmpty());
        // Told once: by then it is known, and what changes in it since is a change.
        march.fixture.setNow(u"2026-05-06T09:00"_s);
        QCOMPARE(march.close(u"2026-04"_s), QStringList());
        QCOMPARE(march.reported(u"2026-04").corrected, told);
        QCOMPARE(march.reported(u"2026-05").corrected, QVector<CaseCorrection>());
        march.correct(late.id, {{u"channel"_s, u"Visit"_s}});
        QCOMPARE(march.reported(u"2026-05").corrected.first().fields, QStringList{u"channel"_s});
    }

    void whatGoesOnAfterTheMonthIsNoCorrection()
    {
        March march;
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        march.correct(march.cases.first(), {{u"complainantName"_s, u"改名"_s}});
        march.closeCase(march.cases.last(), u"2026-04-08T08:00"_s);
        QCOMPARE(march.reported(u"2026-04").corrected, QVector<CaseCorrection>());
    }

    void aChangedPenaltyOfAClosedMonthIsNamed()
    {
        March march;
        const auto penalty = [](int fen) {
            return QJsonArray{
                QJsonObject{{u"id"_s, u"p1"_s},
                            {u"state"_s, u"Confirmed"_s},
                            {u"at"_s, Instant::parseLocal(u"2026-03-09T10:00")->utcMs()},
                            {u"amountFen"_s, fen}}};
        };
        march.correct(march.cases.first(), {{u"penalties"_s, penalty(50000)}});
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        march.correct(march.cases.first(), {{u"penalties"_s, penalty(60000)}});
        QCOMPARE(march.reported(u"2026-04").corrected.first().fields, QStringList{u"penalties"_s});
        QCOMPARE(march.reported(u"2026-03")
                     .lists.penalties.first()
                     .value(u"penalties")
                     .toArray()
                     .first()
                     .toObject()
                     .value(u"amountFen")
                     .toInt(),
                 50000);
    }

    void theTableNamesCorrectionsByItsGroupsAndCases()
    {
        March march;
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        march.correct(march.cases.first(), {{u"category"_s, u"商品"_s}});
        const auto table =
            statisticsTable(u"S-03"_s,
                            march.reported(u"2026-04"),
                            {DeskFixture::builtIn()->catalogue, Language::Chinese, u"某局"_s});
        const QString notes = table->notes.join(u'\n');
        QVERIFY2(notes.contains(u"商品：接收 +1"), qPrintable(notes));
        QVERIFY2(notes.contains(u"工作服务：接收 -1"), qPrintable(notes));
        QVERIFY2(notes.contains(march.caseFile(march.cases.first()).caseNo + u'（'),
                 qPrintable(notes));
    }

    void soldUnitsChangedAfterClosingAreToldInTheNextMonth()
    {
        March march;
        const auto enter = [&](const QString &quantity) {
            QVERIFY(enterSold(march.fixture.desk(), {{u"2026-03"_s, u"水壶"_s, quantity}}).ok());
        };
        enter(u"100"_s);
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        enter(u"200"_s);
        QCOMPARE(march.reported(u"2026-03").sold.units.value(u"水壶"_s), 100);
        const QVector<SoldFigures::Late> late{{u"2026-03"_s, u"水壶"_s, 100, 200}};
        QCOMPARE(march.reported(u"2026-04").sold.late, late);
        march.fixture.setNow(u"2026-05-06T09:00"_s);
        QCOMPARE(march.close(u"2026-04"_s), QStringList());
        QCOMPARE(march.reported(u"2026-04").sold.late, late);
        QCOMPARE(march.reported(u"2026-05").sold.late, QVector<SoldFigures::Late>());
    }

    void officesWhoseFactsDoNotReachThePeriodAreNamed()
    {
        March march;
        auto database = Database::open(march.fixture.store().path(), Access::ReadWrite);
        QVERIFY(database.ok());
        Query chain(**database, "chain-insert");
        const Instant known = *Instant::parseLocal(u"2026-03-20T12:00");
        chain.bind("uid", u"branch"_s)
            .bind("office", u"CD"_s)
            .bind("office_name", u"城东店"_s)
            .bind("book", u"A"_s)
            .bind("sign_key", QByteArray(32, 'k'))
            .bind("continues", Value())
            .bind("closed_at_seq", Value())
            .bind("head_seq", qint64{7})
            .bind("head_link", QByteArray(32, 'l'))
            .bind("head_hlc", known.utcMs() << 16)
            .bind("sealed_day", Value());
        QVERIFY(chain.run().ok());
        const auto words = [&](QStringView period) {
            return unmergedText(march.counted(period), Language::Chinese);
        };
        QCOMPARE(words(u"2026-03"), u"未并入本期全部数据的单位：城东店（数据到 2026-03-20）。"_s);
        QCOMPARE(words(u"2026-02"), QString());
        QCOMPARE(words(u"2026-03-01..2026-03-20"), QString());
    }

    void remindsFromTheFifthAndUrgesFromTheNinth()
    {
        March march;
        QCOMPARE(march.urgency(u"2026-04-04T23:59"_s), u"2026-03 notYet"_s);
        QCOMPARE(march.urgency(u"2026-04-05T00:00"_s), u"2026-03 remind"_s);
        QCOMPARE(march.urgency(u"2026-04-08T23:59"_s), u"2026-03 remind"_s);
        QCOMPARE(march.urgency(u"2026-04-09T00:00"_s), u"2026-03 urgent"_s);
        QCOMPARE(march.urgency(u"2026-04-10T23:59"_s), u"2026-03 urgent"_s);
        QCOMPARE(march.urgency(u"2026-04-11T00:00"_s), u"2026-03 overdue"_s);
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        QCOMPARE(march.urgency(u"2026-04-11T00:00"_s), QString());
        QCOMPARE(march.urgency(u"2026-05-05T00:00"_s), u"2026-04 remind"_s);
    }

    void theReminderIsATaskUntilTheMonthIsClosed()
    {
        March march;
        const auto owed = [&] {
            const auto tasks = march.fixture.desk().tasks(false);
            return tasks && std::any_of(tasks->cbegin(), tasks->cend(), [](const Task &task) {
                       return task.id == u"duty:month-close:2026-03";
                   });
        };
        QVERIFY(owed());
        QCOMPARE(march.close(u"2026-03"_s), QStringList());
        QVERIFY(!owed());
    }
};

QTEST_GUILESS_MAIN(TestBooks)
#include "tst_books.moc"
