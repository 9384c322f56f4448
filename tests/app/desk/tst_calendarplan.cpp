// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

/// A notice for 2027 in the words of the real ones; `newYear` is its first item.
QByteArray notice(const QString &newYear)
{
    return (u"国务院办公厅关于2027年部分节假日安排的通知\n国办发明电〔2026〕9号\n"_s
            u"各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n"_s
            u"　　经国务院批准，现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。\n"_s
            u"　　一、元旦："_s +
            newYear +
            u"\n　　二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。\n"_s
            u"　　三、清明节：4月3日（周六）至5日（周一）放假，共3天。\n"_s
            u"　　四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。\n"_s
            u"　　五、端午节：6月9日（周三）放假，共1天。\n"_s
            u"　　六、中秋节：9月15日（周三）放假，共1天。\n"_s
            u"　　七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。\n"_s
            u"国务院办公厅\n2026年11月5日\n"_s)
        .toUtf8();
}

QByteArray longNewYear()
{
    return notice(u"1月1日（周五）至4日（周一）放假调休，共4天。1月9日（周六）上班。"_s);
}

QByteArray plainNewYear() { return notice(u"1月1日（周五）至3日（周日）放假，共3天。"_s); }

/// A desk at the end of 2026 with two complaints: one due within the published calendar, one
/// beyond it.
class YearsEnd
{
public:
    YearsEnd()
        : fixture(u"2026-12-30T11:00"_s)
        , near(fixture.recorded({{u"receivedAt"_s, u"2026-12-28T10:00:00"_s}}))
        , far(fixture.recorded(
              {{u"receivedAt"_s, u"2026-12-30T10:00:00"_s}, {u"phone"_s, u"13800138009"_s}}))
    {
    }

    [[nodiscard]] CaseFile now(const CaseFile &of)
    {
        return *fixture.store().reader().caseFile(of.id);
    }

    DeskFixture fixture;
    CaseFile near, far;
};

} // namespace

class TestCalendarPlan : public QObject
{
    Q_OBJECT

private slots:

    void aDueTimeBeyondTheCalendarIsProvisional()
    {
        YearsEnd end;
        QVERIFY(!end.near.handlingClock()->provisional);
        QVERIFY(end.far.handlingClock()->provisional);
        QCOMPARE(end.far.handlingClock()->due->toLocalText(), u"2027-01-05T17:30:00"_s);
    }

    void thePlanShowsTheDays()
    {
        YearsEnd end;
        const CalendarPlan plan = end.fixture.desk().planCalendar(longNewYear());
        QCOMPARE(DeskFixture::codes(plan.findings), QStringList());
        QCOMPARE(plan.table.year, 2027);
        QVERIFY(plan.removed.isEmpty());
        const auto off = std::count_if(plan.added.cbegin(),
                                       plan.added.cend(),
                                       [](const SpecialDay &day) { return !day.working; });
        QCOMPARE(off, 4 + 7 + 3 + 5 + 1 + 1 + 7);
        QCOMPARE(plan.added.size() - off, 7);
    }

    void thePlanListsTheClocksThatMove()
    {
        YearsEnd end;
        const CalendarPlan plan = end.fixture.desk().planCalendar(longNewYear());
        QCOMPARE(plan.moved.size(), 1);
        QCOMPARE(plan.moved.first().caseNo, end.far.caseNo);
        QCOMPARE(plan.moved.first().before->toLocalText(), u"2027-01-05T17:30:00"_s);
        QCOMPARE(plan.moved.first().after->toLocalText(), u"2027-01-06T17:30:00"_s);
    }

    void planningWritesNothing()
    {
        YearsEnd end;
        QVERIFY(!end.fixture.desk().planCalendar(longNewYear()).moved.isEmpty());
        QCOMPARE(end.now(end.far).eventCount, 1);
        QCOMPARE(end.fixture.desk().calendar().coverageTo().toString(), u"2026-12-31"_s);
    }

    void applyingMovesTheClockForGoodAndSaysWhy()
    {
        YearsEnd end;
        Desk &desk = end.fixture.desk();
        const auto outcome = desk.applyCalendar(desk.planCalendar(longNewYear()));
        QVERIFY(outcome && !refuses(outcome->findings));
        QCOMPARE(desk.calendar().coverageTo().toString(), u"2027-12-31"_s);
        const CaseFile moved = end.now(end.far);
        QCOMPARE(moved.handlingClock()->due->toLocalText(), u"2027-01-06T17:30:00"_s);
        QVERIFY(!moved.handlingClock()->provisional);
        QCOMPARE(moved.handlingClock()->startedAt, end.far.handlingClock()->startedAt);
        QCOMPARE(moved.steps.last().kind, QLatin1StringView(event::kDeadlineSet));
        QVERIFY(moved.steps.last().reason.contains(u"2027"_s));
    }

    void anotherDeskTakesTheNewCalendarWhenItReadsAnew()
    {
        YearsEnd end;
        Desk other(
            end.fixture.store().log(),
            end.fixture.store().reader(),
            DeskFixture::builtIn(),
            [&end] { return end.fixture.desk().now(); },
            [](int n) { return QByteArray(n, 'x'); });
        QSignalSpy calendar(&other, &Desk::calendarChanged);
        QSignalSpy cases(&other, &Desk::registerChanged);
        QVERIFY(end.fixture.desk().applyCalendar(end.fixture.desk().planCalendar(longNewYear())));
        QCOMPARE(other.calendar().coverageTo().toString(), u"2026-12-31"_s);
        other.reread();
        QCOMPARE(other.calendar().coverageTo().toString(), u"2027-12-31"_s);
        QCOMPARE(calendar.size(), 1);
        QCOMPARE(cases.size(), 1);
        other.reread();
        QCOMPARE(calendar.size(), 1);
    }

    void aPlanThatIsStoppedChangesNothing()
    {
        YearsEnd end;
        const CalendarPlan plan =
            end.fixture.desk().planCalendar(longNewYear(), [](qint64, qint64) { return false; });
        QVERIFY(refuses(plan.findings));
        QVERIFY(plan.moved.isEmpty());
        const auto outcome = end.fixture.desk().applyCalendar(plan);
        QVERIFY(outcome && refuses(outcome->findings));
        QCOMPARE(end.fixture.desk().calendar().coverageTo().toString(), u"2026-12-31"_s);
    }

    void applyingLeavesOtherClocksAlone()
    {
        YearsEnd end;
        Desk &desk = end.fixture.desk();
        QVERIFY(desk.applyCalendar(desk.planCalendar(longNewYear())));
        QCOMPARE(end.now(end.near).eventCount, 1);
        QCOMPARE(end.now(end.near).handlingClock()->due, end.near.handlingClock()->due);
    }

    void aProvisionalTimeThatHoldsBecomesFirm()
    {
        YearsEnd end;
        Desk &desk = end.fixture.desk();
        QVERIFY(desk.applyCalendar(desk.planCalendar(plainNewYear())));
        const CaseFile firm = end.now(end.far);
        QCOMPARE(firm.handlingClock()->due, end.far.handlingClock()->due);
        QVERIFY(!firm.handlingClock()->provisional);
    }

    void theAppliedYearIsThereAfterOpeningAgain()
    {
        YearsEnd end;
        Desk &desk = end.fixture.desk();
        QVERIFY(desk.applyCalendar(desk.planCalendar(longNewYear())));
        Desk again(
            end.fixture.store().log(),
            end.fixture.store().reader(),
            DeskFixture::builtIn(),
            [] { return *Instant::parseLocal(u"2026-12-30T12:00"); },
            [&](int n) { return end.fixture.store().random(n); });
        QVERIFY(!again.calendar().isWorkingDay(*Day::of(2027, 1, 4)));
        QVERIFY(again.calendar().isWorkingDay(*Day::of(2027, 1, 9)));
    }

    void aSentenceNotUnderstoodRefusesAndWritesNothing()
    {
        YearsEnd end;
        Desk &desk = end.fixture.desk();
        const CalendarPlan plan =
            desk.planCalendar(notice(u"1月1日前后视情况放假若干天，1月某日上班。"_s));
        QVERIFY(refuses(plan.findings));
        QVERIFY(plan.findings.first().line > 0);
        const auto outcome = desk.applyCalendar(plan);
        QVERIFY(outcome && refuses(outcome->findings));
        QCOMPARE(desk.calendar().coverageTo().toString(), u"2026-12-31"_s);
        QCOMPARE(end.now(end.far).eventCount, 1);
        QVERIFY(!end.fixture.store().reader().config()->contains(u"calendar:2027"_s));
    }

    void aPlanWithARefusalIsNotApplied()
    {
        YearsEnd end;
        Desk &desk = end.fixture.desk();
        CalendarPlan plan = desk.planCalendar(longNewYear());
        plan.findings.append({u"notice.sentence"_s, Severity::Refusal});
        const auto outcome = desk.applyCalendar(plan);
        QVERIFY(outcome && refuses(outcome->findings));
        QCOMPARE(desk.calendar().coverageTo().toString(), u"2026-12-31"_s);
    }

    void aStoppedApplicationWritesNothing()
    {
        YearsEnd end;
        Desk &desk = end.fixture.desk();
        const auto outcome = desk.applyCalendar(desk.planCalendar(longNewYear()),
                                                [](qint64, qint64) { return false; });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, u"store.cancelled"_s);
        QCOMPARE(desk.calendar().coverageTo().toString(), u"2026-12-31"_s);
    }

    void theSameNoticeAgainChangesNothing()
    {
        YearsEnd end;
        Desk &desk = end.fixture.desk();
        QVERIFY(desk.applyCalendar(desk.planCalendar(longNewYear())));
        const CalendarPlan again = desk.planCalendar(longNewYear());
        QVERIFY(again.years.isEmpty());
        QCOMPARE(again.table.year, 2027);
        QCOMPARE(DeskFixture::codes(again.findings, Severity::Hint),
                 QStringList{u"calendar.plan.nothing"_s});
    }

    void nextYearIsMissedFromNovember_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("missing");
        QTest::newRow("summer") << u"2026-07-01T09:00"_s << false;
        QTest::newRow("last of October") << u"2026-10-31T23:59"_s << false;
        QTest::newRow("first of November") << u"2026-11-01T00:00"_s << true;
        QTest::newRow("the year itself, never applied") << u"2027-01-02T09:00"_s << true;
    }

    void nextYearIsMissedFromNovember()
    {
        QFETCH(QString, now);
        QFETCH(bool, missing);
        DeskFixture fixture(now);
        QCOMPARE(fixture.desk().nextYearMissing(), missing);
    }

    void anAppliedNoticeEndsTheReminder()
    {
        DeskFixture fixture(u"2026-11-06T09:00"_s);
        QVERIFY(fixture.desk().nextYearMissing());
        QVERIFY(fixture.desk().applyCalendar(fixture.desk().planCalendar(longNewYear())));
        QVERIFY(!fixture.desk().nextYearMissing());
    }
};

QTEST_GUILESS_MAIN(TestCalendarPlan)
#include "tst_calendarplan.moc"
