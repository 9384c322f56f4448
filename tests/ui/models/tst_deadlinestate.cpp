// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/deadlinestate.h>
#include <models/initials.h>

#include <QFile>
#include <QtTest/QTest>

using namespace huiyin;

class TestDeadlinestate : public QObject
{
    Q_OBJECT

private:
    static WorkCalendar calendar()
    {
        QFile file(QStringLiteral(":/huiyin/calendars/cn-workdays.json"));
        file.open(QIODevice::ReadOnly);
        return WorkCalendar::fromJson(file.readAll()).value();
    }

    static Instant at(const QString &text) { return Instant::parseLocal(text).value(); }

private slots:

    void aRunningClockHasAKindAndAText_data()
    {
        QTest::addColumn<QString>("started");
        QTest::addColumn<QString>("due");
        QTest::addColumn<QJsonObject>("limit");
        QTest::addColumn<QString>("now");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        using Kind = DeadlineState::Kind;
        const QJsonObject days{{QStringLiteral("workdays"), 5}};
        const QJsonObject hours{{QStringLiteral("hours"), 24}};
        const QJsonObject minutes{{QStringLiteral("minutes"), 30}};
        const auto row = [](const char *name,
                            const char *started,
                            const char *due,
                            const QJsonObject &limit,
                            const char *now,
                            Kind kind,
                            const char *text) {
            QTest::newRow(name) << QString::fromLatin1(started) << QString::fromLatin1(due) << limit
                                << QString::fromLatin1(now) << int(kind)
                                << QString::fromLatin1(text);
        };
        row("ample",
            "2026-03-02 09:00",
            "2026-03-09 17:30",
            days,
            "2026-03-02 09:00",
            Kind::Ample,
            "5.9 working days left");
        row("a working day is soon",
            "2026-03-02 09:00",
            "2026-03-09 17:30",
            days,
            "2026-03-09 08:30",
            Kind::Soon,
            "1 working days left");
        row("an hour is urgent",
            "2026-03-02 09:00",
            "2026-03-09 17:30",
            days,
            "2026-03-09 16:43",
            Kind::Urgent,
            "47 min left");
        row("overdue counts office time",
            "2026-03-02 09:00",
            "2026-03-09 17:30",
            days,
            "2026-03-10 09:50",
            Kind::Overdue,
            "1 h 20 min over");
        row("night is off hours",
            "2026-03-02 09:00",
            "2026-03-09 17:30",
            days,
            "2026-03-03 20:00",
            Kind::OffHours,
            "from tomorrow 8:30");
        row("lunch is off hours",
            "2026-03-02 09:00",
            "2026-03-09 17:30",
            days,
            "2026-03-03 12:10",
            Kind::OffHours,
            "from today 13:30");
        row("a make-up Saturday is office time",
            "2026-02-11 09:00",
            "2026-02-25 17:30",
            days,
            "2026-02-14 09:00",
            Kind::Ample,
            "2.9 working days left");
        row("a holiday Monday is off hours",
            "2026-02-11 09:00",
            "2026-02-25 17:30",
            days,
            "2026-02-16 09:00",
            Kind::OffHours,
            "from 2/24 8:30");
        row("hours run at night",
            "2026-03-02 20:00",
            "2026-03-03 20:00",
            hours,
            "2026-03-02 20:00",
            Kind::Ample,
            "24 h left");
        row("minutes are urgent near the end",
            "2026-03-02 10:00",
            "2026-03-02 10:30",
            minutes,
            "2026-03-02 10:25",
            Kind::Urgent,
            "5 min left");
    }

    void aRunningClockHasAKindAndAText()
    {
        QFETCH(QString, started);
        QFETCH(QString, due);
        QFETCH(QJsonObject, limit);
        QFETCH(QString, now);
        Clock clock;
        clock.limit = limit;
        clock.startedAt = at(started);
        clock.due = at(due);
        const DeadlineState state = DeadlineState::of(clock, calendar(), OfficeHours{}, at(now));
        QTEST(state.text, "text");
        QTEST(int(state.kind), "kind");
    }

    void aListRowReadsLikeItsClock()
    {
        CaseRow row{.id =
                        CaseId::make(at(QStringLiteral("2026-03-02 09:00")), QByteArray(10, 'x'))};
        row.clockStarted = at(QStringLiteral("2026-03-02 09:00"));
        row.due = at(QStringLiteral("2026-03-05 17:30"));
        row.clockState = ClockState::Running;
        Clock clock;
        clock.limit = {{QStringLiteral("workdays"), 3}};
        clock.startedAt = *row.clockStarted;
        clock.due = row.due;
        const Instant now = at(QStringLiteral("2026-03-04 10:00"));
        QCOMPARE(DeadlineState::of(row, calendar(), OfficeHours{}, now),
                 DeadlineState::of(clock, calendar(), OfficeHours{}, now));
    }

    void lateIsTold()
    {
        Clock clock;
        clock.limit = {{QStringLiteral("workdays"), 3}};
        clock.startedAt = at(QStringLiteral("2026-03-02 09:00"));
        clock.due = at(QStringLiteral("2026-03-05 17:30"));
        clock.stoppedAt = at(QStringLiteral("2026-03-06 10:30"));
        clock.state = ClockState::MetLate;
        QCOMPARE(DeadlineState::of(
                     clock, calendar(), OfficeHours{}, at(QStringLiteral("2026-03-09 09:00")))
                     .text,
                 QStringLiteral("met 2 h late"));
    }

    void midnightReadsAsTheEndOfTheDayBefore()
    {
        QCOMPARE(DeadlineState::momentText(at(QStringLiteral("2026-03-05 00:00")),
                                           at(QStringLiteral("2026-03-04 09:00"))),
                 QStringLiteral("today 24:00"));
    }

    void provisionalIsSpoken()
    {
        Clock clock;
        clock.limit = {{QStringLiteral("workdays"), 3}};
        clock.startedAt = at(QStringLiteral("2026-03-02 09:00"));
        clock.due = at(QStringLiteral("2026-03-05 17:30"));
        clock.provisional = true;
        QVERIFY(DeadlineState::of(
                    clock, calendar(), OfficeHours{}, at(QStringLiteral("2026-03-03 09:00")))
                    .spoken.contains(QStringLiteral("provisional")));
    }

    void initialsFollowTheSounds()
    {
        QCOMPARE(initials(QStringLiteral("包装损坏A1")), QStringLiteral("bzsha1"));
    }

    void aWordIsFoundByInitialsOrPart()
    {
        QVERIFY(findsWord(QStringLiteral("zs"), QStringLiteral("张三")));
        QVERIFY(findsWord(QStringLiteral("三"), QStringLiteral("张三")));
        QVERIFY(!findsWord(QStringLiteral("ls"), QStringLiteral("张三")));
    }
};

QTEST_GUILESS_MAIN(TestDeadlinestate)
#include "tst_deadlinestate.moc"
