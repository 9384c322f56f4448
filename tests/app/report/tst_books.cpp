// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <report/statistics.h>

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
