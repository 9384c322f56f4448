// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/catalogue.h>
#include <rules/tasks.h>

#include <QFile>
#include <QtTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

Instant at(const QString &text) { return *Instant::parseLocal(text); }

Day day(const QString &text) { return *Day::parse(text); }

QStringList ids(const QVector<Task> &tasks)
{
    QStringList all;
    for (const Task &task : tasks) {
        all.append(task.id);
    }
    return all;
}

/// A clock from 09:00 to 19:00 with a ladder of every kind of rung.
Regulation ladder()
{
    Regulation pack;
    ClockRule rule;
    rule.id = u"handling"_s;
    rule.zh = u"处理"_s;
    rule.tell = {{u"0.5"_s, {u"owner"_s}},
                 {u"0.8"_s, {u"owner"_s, u"handler"_s}},
                 {u"due"_s, {u"deptHead"_s}},
                 {u"overdue"_s, {u"deptHead"_s}},
                 {u"1.5"_s, {u"leader"_s}}};
    pack.clocks.append(rule);
    return pack;
}

CaseFile clocked()
{
    CaseFile file{CaseId::make(at(u"2026-03-02T09:00"_s), QByteArray(10, 'a'))};
    file.caseNo = u"TS1"_s;
    Clock clock;
    clock.id = u"handling"_s;
    clock.owner = u"assignedDept"_s;
    clock.startedAt = at(u"2026-03-02T09:00"_s);
    clock.due = at(u"2026-03-02T19:00"_s);
    clock.rules = {u"R-TOB-19"_s};
    file.clocks.append(clock);
    return file;
}

Step step(const QString &action, const QString &when)
{
    Step one{EventId(QByteArray(32, 'e'))};
    one.action = action;
    one.at = at(when);
    return one;
}

DutyRule monthly()
{
    DutyRule duty;
    duty.id = u"statistics"_s;
    duty.zh = u"投诉统计报表"_s;
    duty.who = {u"coordinator"_s};
    duty.every = u"month"_s;
    duty.limit = *Limit::fromJson({{u"monthDay"_s, 10}, {u"months"_s, 1}});
    return duty;
}

struct Scene
{
    Regulation pack;
    FieldCatalogue catalogue = *builtinCatalogue().catalogue;
    OfficeHours hours;
    WorkCalendar calendar = [] {
        QFile file(u":/huiyin/calendars/cn-workdays.json"_s);
        return file.open(QIODevice::ReadOnly)
                   ? *WorkCalendar::fromJson(file.readAll())
                   : WorkCalendar::ofYears(day(u"2026-01-01"_s), day(u"2026-12-31"_s), {});
    }();

    [[nodiscard]] QVector<Task>
    open(const QString &now, const QString &since, const QSet<QString> &done = {}) const
    {
        return duties({pack, calendar, catalogue, hours, u"0571"_s, at(now)}, day(since), done);
    }
};

} // namespace

class TestTasks : public QObject
{
    Q_OBJECT

private slots:

    void aLadderTellsRungByRung_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<int>("rungs");
        QTest::newRow("before the first") << u"2026-03-02T13:59:59"_s << 0;
        QTest::newRow("half used") << u"2026-03-02T14:00:00"_s << 1;
        QTest::newRow("four fifths used") << u"2026-03-02T17:00:00"_s << 2;
        QTest::newRow("at the due time") << u"2026-03-02T19:00:00"_s << 3;
        QTest::newRow("just past it") << u"2026-03-02T19:00:01"_s << 4;
        QTest::newRow("half as long again") << u"2026-03-03T00:00:00"_s << 5;
    }

    void aLadderTellsRungByRung()
    {
        QFETCH(QString, now);
        QFETCH(int, rungs);
        QCOMPARE(escalations(ladder(), clocked(), at(now)).size(), rungs);
    }

    void aStoppedClockTellsNobody()
    {
        CaseFile file = clocked();
        file.clocks.first().state = ClockState::Met;
        QVERIFY(escalations(ladder(), file, at(u"2026-03-09T09:00"_s)).isEmpty());
    }

    void aPausedClockTellsNobody()
    {
        CaseFile file = clocked();
        file.clocks.first().state = ClockState::Paused;
        QVERIFY(escalations(ladder(), file, at(u"2026-03-09T09:00"_s)).isEmpty());
    }

    void theOwnerIsTheDepartmentTheCaseNames()
    {
        CaseFile file = clocked();
        file.heads.insert(u"assignedDept"_s,
                          {{u"物流部"_s, EventId(QByteArray(32, 'x')), 1, u"wang"_s}});
        const auto tasks = escalations(ladder(), file, at(u"2026-03-02T17:00"_s));
        QCOMPARE(tasks.last().who, (QStringList{u"物流部"_s, u"handler"_s}));
        QCOMPARE(tasks.last().rules, QStringList{u"R-TOB-19"_s});
    }

    void aFollowUpEndsWithTheStepThatDoesIt()
    {
        Scene scene;
        DutyRule visit;
        visit.id = u"returnVisit"_s;
        visit.every = u"case"_s;
        visit.after = u"reply"_s;
        visit.doneBy = {u"visit"_s};
        scene.pack.duties.append(visit);
        const Ground ground{scene.pack,
                            scene.calendar,
                            scene.catalogue,
                            scene.hours,
                            u"0571"_s,
                            at(u"2026-03-05T09:00"_s)};
        CaseFile file = clocked();
        QVERIFY(followUps(ground, file).isEmpty());
        file.steps.append(step(u"reply"_s, u"2026-03-03T10:00"_s));
        QCOMPARE(ids(followUps(ground, file)), QStringList{u"followUp:returnVisit"_s});
        file.steps.append(step(u"visit"_s, u"2026-03-04T10:00"_s));
        QVERIFY(followUps(ground, file).isEmpty());
        file.steps.append(step(u"reply"_s, u"2026-03-05T08:00"_s)); // replied anew: visit anew
        QCOMPARE(followUps(ground, file).size(), 1);
        file.stage = Stage::Withdrawn;
        QVERIFY(followUps(ground, file).isEmpty());
    }

    void periodsAreWholeOnes_data()
    {
        QTest::addColumn<QString>("every");
        QTest::addColumn<QString>("on");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("day") << u"day"_s << u"2026-03-05"_s << u"2026-03-05"_s << u"2026-03-05"_s
                             << u"2026-03-05"_s;
        QTest::newRow("week over the year")
            << u"week"_s << u"2027-01-02"_s << u"2026-W53"_s << u"2026-12-28"_s << u"2027-01-03"_s;
        QTest::newRow("month") << u"month"_s << u"2028-02-11"_s << u"2028-02"_s << u"2028-02-01"_s
                               << u"2028-02-29"_s;
        QTest::newRow("december") << u"month"_s << u"2026-12-31"_s << u"2026-12"_s
                                  << u"2026-12-01"_s << u"2026-12-31"_s;
        QTest::newRow("quarter") << u"quarter"_s << u"2026-12-31"_s << u"2026-Q4"_s
                                 << u"2026-10-01"_s << u"2026-12-31"_s;
        QTest::newRow("year") << u"year"_s << u"2026-07-01"_s << u"2026"_s << u"2026-01-01"_s
                              << u"2026-12-31"_s;
    }

    void periodsAreWholeOnes()
    {
        QFETCH(QString, every);
        QFETCH(QString, on);
        QFETCH(QString, id);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QCOMPARE(dutyPeriod(every, day(on)), (DutyPeriod{id, day(from), day(to)}));
    }

    void aMonthIsReportedByTheTenthOfTheNext()
    {
        Scene scene;
        scene.pack.duties.append(monthly());
        QVERIFY(scene.open(u"2026-02-28T09:00"_s, u"2026-02-01"_s).isEmpty());
        const auto tasks = scene.open(u"2026-03-01T09:00"_s, u"2026-02-01"_s);
        QCOMPARE(ids(tasks), QStringList{u"duty:statistics:2026-02"_s});
        QCOMPARE(tasks.first().due->localDay(), day(u"2026-03-10"_s));
        QVERIFY(!tasks.first().overdue(at(u"2026-03-10T17:00"_s)));
        QVERIFY(tasks.first().overdue(at(u"2026-03-11T09:00"_s)));
    }

    void aDutyNotDoneStaysAndADoneOneGoes()
    {
        Scene scene;
        scene.pack.duties.append(monthly());
        QCOMPARE(ids(scene.open(u"2026-04-02T09:00"_s, u"2026-02-01"_s)),
                 (QStringList{u"duty:statistics:2026-02"_s, u"duty:statistics:2026-03"_s}));
        QCOMPARE(ids(scene.open(u"2026-04-02T09:00"_s, u"2026-02-01"_s, {u"statistics:2026-02"_s})),
                 QStringList{u"duty:statistics:2026-03"_s});
    }

    void aDutyOfTheWeekIsOpenFromMonday()
    {
        Scene scene;
        DutyRule duty = monthly();
        duty.every = u"week"_s;
        duty.limit = *Limit::fromJson({{u"endOfWeek"_s, true}});
        scene.pack.duties.append(duty);
        const auto tasks = scene.open(u"2026-03-02T00:10"_s, u"2026-03-02"_s);
        QCOMPARE(ids(tasks), QStringList{u"duty:statistics:2026-W10"_s});
    }

    void aCounterTellsOfTheSecondInAMonth()
    {
        Regulation pack;
        CountRule rule;
        rule.id = u"badService"_s;
        rule.by = u"supplier"_s;
        rule.unit = u"months"_s;
        rule.span = 1;
        rule.atLeast = 2;
        rule.then = u"评议撤场"_s;
        pack.counters.append(rule);
        const auto one = [](const QString &supplier, const QString &when) {
            return CountedCase{at(when), {{u"supplier"_s, supplier}}};
        };
        const QVector<CountedCase> cases = {one(u"甲"_s, u"2026-03-02T09:00"_s),
                                            one(u"乙"_s, u"2026-03-03T09:00"_s),
                                            one(u"乙"_s, u"2026-02-27T09:00"_s),
                                            one(u"甲"_s, u"2026-03-30T09:00"_s),
                                            one({}, u"2026-03-30T09:00"_s),
                                            one({}, u"2026-03-30T10:00"_s)};
        QCOMPARE(ids(counts(pack, cases, at(u"2026-03-31T09:00"_s))),
                 QStringList{u"count:badService:甲"_s});
    }

    void aCounterOfDaysLooksBackSoManyDaysAndNoFurther()
    {
        Regulation pack;
        CountRule rule;
        rule.id = u"facility"_s;
        rule.by = u"customerCode"_s;
        rule.unit = u"days"_s;
        rule.span = 90;
        rule.atLeast = 3;
        rule.then = u"安排检修"_s;
        pack.counters.append(rule);
        const auto one = [](const QString &when) {
            return CountedCase{at(when), {{u"customerCode"_s, u"1802"_s}}};
        };
        const QVector<CountedCase> cases = {
            one(u"2026-03-02T09:00"_s), one(u"2026-03-20T09:00"_s), one(u"2026-05-20T09:00"_s)};
        const auto told = counts(pack, cases, at(u"2026-05-30T23:59"_s)); // the ninetieth day
        QCOMPARE(ids(told), QStringList{u"count:facility:1802"_s});
        QCOMPARE(told.first().since, at(u"2026-05-20T00:00"_s));
        QVERIFY(counts(pack, cases, at(u"2026-05-31T00:00"_s)).isEmpty());
        QCOMPARE(countedFrom(pack, at(u"2026-05-30T12:00"_s).localDay())->toString(),
                 u"2026-03-02"_s);
    }

    void aRatioMustStandThreeMonthsRunning()
    {
        Regulation pack;
        CountRule rule;
        rule.id = u"returnRatio"_s;
        rule.by = u"supplier"_s;
        rule.unit = u"running"_s;
        rule.span = 3;
        rule.ratioOf = u"returnedGoods"_s;
        rule.ratioTo = u"receivedQuantity"_s;
        rule.ratioAbove = Figure::kScale / 50;
        rule.then = u"评议撤场"_s;
        pack.counters.append(rule);
        const auto month = [](const QString &when, int returned) {
            return CountedCase{at(when),
                               {{u"supplier"_s, u"甲"_s},
                                {u"returnedGoods"_s, QString::number(returned)}, // a decimal
                                {u"receivedQuantity"_s, 1000}}};
        };
        const Instant now = at(u"2026-04-05T09:00"_s);
        QVector<CountedCase> cases = {month(u"2026-01-10T09:00"_s, 21),
                                      month(u"2026-02-10T09:00"_s, 20), // 2 % is not above 2 %
                                      month(u"2026-03-10T09:00"_s, 30)};
        QVERIFY(counts(pack, cases, now).isEmpty());
        cases[1].fields.insert(u"returnedGoods"_s, u"21"_s);
        QCOMPARE(counts(pack, cases, now).size(), 1); // the three months before the present one
        QVERIFY(counts(pack, cases, at(u"2026-05-01T09:00"_s)).isEmpty());
    }

    void aTaskConcernsRoleDepartmentAndName()
    {
        Task task;
        task.who = {u"deptHead"_s, u"物流部"_s, u"李工"_s};
        Actor actor;
        actor.id = u"x"_s;
        QVERIFY(!concerns(task, actor));
        actor.roles = {u"deptHead"_s};
        QVERIFY(concerns(task, actor));
        actor.roles = {};
        actor.department = u"物流部"_s;
        QVERIFY(concerns(task, actor));
        actor.department.clear();
        actor.name = u"李工"_s;
        QVERIFY(concerns(task, actor));
    }
};

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
