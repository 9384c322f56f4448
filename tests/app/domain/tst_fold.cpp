// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/casehistory.h>
#include <support/eventbuilder.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace Qt::StringLiterals;
using support::at;
using support::EventBuilder;

class TestFold : public QObject
{
    Q_OBJECT

    static QJsonObject clock(const QString &id, QStringView due)
    {
        return {{u"clock"_s, id},
                {u"handling"_s, true},
                {u"limit"_s, QJsonObject{{u"workdays"_s, 3}}},
                {u"due"_s, at(due).utcMs()}};
    }

    static QJsonObject opening(QJsonArray clocks = {})
    {
        return {{u"caseNo"_s, u"TS202603-0001"_s},
                {u"stage"_s, u"New"_s},
                {u"clocks"_s, clocks},
                {u"fields"_s,
                 QJsonObject{{u"receivedAt"_s, at(u"2026-03-02 10:00").utcMs()},
                             {u"complainantName"_s, u"甲"_s}}}};
    }

    static QString hex(const Event &event) { return QString::fromLatin1(event.id.toHex()); }

    /// A story with every kind of event in it.
    static EventBuilder story()
    {
        EventBuilder b;
        const Event opened = b.add(event::kCaseOpened,
                                   at(u"2026-03-02 10:00"),
                                   opening({clock(u"handling"_s, u"2026-03-05 17:30")}));
        b.add(event::kDeadlinePaused,
              at(u"2026-03-03 09:00"),
              {{u"clock"_s, u"handling"_s}, {u"reason"_s, u"等材料"_s}});
        b.add(event::kDeadlineResumed,
              at(u"2026-03-04 09:00"),
              {{u"clock"_s, u"handling"_s},
               {u"due"_s, at(u"2026-03-06 17:30").utcMs()},
               {u"dueDay"_s, u"2026-03-06"_s}});
        b.add(event::kDeadlineExtended,
              at(u"2026-03-04 10:00"),
              {{u"clock"_s, u"handling"_s},
               {u"limit"_s, QJsonObject{{u"workdays"_s, 7}}},
               {u"due"_s, at(u"2026-03-12 17:30").utcMs()},
               {u"reason"_s, u"待检测"_s}});
        const Event note =
            b.add(event::kNoteAdded, at(u"2026-03-04 11:00"), {{u"text"_s, u"已去电"_s}});
        b.add(event::kItemStruck,
              at(u"2026-03-04 12:00"),
              {{u"event"_s, hex(note)}, {u"reason"_s, u"记错"_s}});
        b.add(event::kFieldSet,
              at(u"2026-03-05 09:00"),
              {{u"fields"_s, QJsonObject{{u"complainantName"_s, u"乙"_s}}},
               {u"replaces"_s, QJsonObject{{u"complainantName"_s, QJsonArray{hex(opened)}}}},
               {u"reason"_s, u"听错"_s}});
        b.add(event::kCaseMoved,
              at(u"2026-03-06 15:00"),
              {{u"action"_s, u"close"_s},
               {u"to"_s, u"Closed"_s},
               {u"fields"_s, QJsonObject{{u"replyAt"_s, at(u"2026-03-06 14:00").utcMs()}}},
               {u"stopped"_s,
                QJsonArray{QJsonObject{{u"clock"_s, u"handling"_s},
                                       {u"at"_s, at(u"2026-03-06 14:00").utcMs()},
                                       {u"workedMin"_s, 990}}}}});
        return b;
    }

private slots:

    void needsAnOpening()
    {
        EventBuilder b;
        b.add(event::kNoteAdded, at(u"2026-03-02 10:00"), {});
        QCOMPARE(fold(b.events()).error().code, u"fold.noOpening"_s);
    }

    void isAFunctionOfTheSet()
    {
        const EventBuilder b = story();
        const QString digest = foldDigest(*fold(b.events()));
        QRandomGenerator random(7);
        for (int round = 0; round < 50; ++round) {
            QVector<Event> shuffled = b.events() + b.events().mid(random.bounded(4));
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QCOMPARE(foldDigest(*fold(shuffled)), digest);
        }
    }

    void aClockCountedAnewIsLaidOnWhatWasFolded_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QJsonObject>("body");
        const auto late = u"2026-03-05 10:00"_s;
        QTest::newRow("counted anew") << late << QJsonObject() << QJsonObject();
        QTest::newRow("a clock that never ran")
            << late << QJsonObject{{u"clock"_s, u"other"_s}} << QJsonObject();
        QTest::newRow("no longer the one for handling")
            << late << QJsonObject{{u"handling"_s, false}} << QJsonObject();
        QTest::newRow("stopped by it")
            << late
            << QJsonObject{{u"state"_s, u"MetLate"_s},
                           {u"stoppedAt"_s, at(u"2026-03-05 09:00").utcMs()}}
            << QJsonObject();
        QTest::newRow("cancelled by it")
            << late << QJsonObject{{u"state"_s, u"Cancelled"_s}} << QJsonObject();
        QTest::newRow("stopped before the case was opened again")
            << late << QJsonObject{{u"stoppedAt"_s, at(u"2026-03-02 15:00").utcMs()}}
            << QJsonObject();
        QTest::newRow("with fields")
            << late << QJsonObject()
            << QJsonObject{{u"fields"_s, QJsonObject{{u"complainantName"_s, u"丙"_s}}}};
        QTest::newRow("what is missing")
            << late << QJsonObject() << QJsonObject{{u"missing"_s, QJsonArray{u"phone"_s}}};
        QTest::newRow("before the last word")
            << u"2026-03-02 11:00"_s << QJsonObject() << QJsonObject();
    }

    // Two words of one day, so that each order of them would show.
    void aClockCountedAnewIsLaidOnWhatWasFolded()
    {
        QFETCH(QString, when);
        QFETCH(QJsonObject, change);
        QFETCH(QJsonObject, body);
        EventBuilder b;
        b.add(event::kCaseOpened,
              at(u"2026-03-02 10:00"),
              opening({clock(u"handling"_s, u"2026-03-05 17:30")}));
        b.add(event::kCaseMoved,
              at(u"2026-03-03 09:00"),
              {{u"action"_s, u"close"_s}, {u"to"_s, u"Closed"_s}});
        b.add(event::kCaseMoved,
              at(u"2026-03-03 09:30"),
              {{u"action"_s, u"reopen"_s},
               {u"to"_s, u"Investigating"_s},
               {u"started"_s, QJsonArray{clock(u"handling"_s, u"2026-03-05 17:30")}}});
        b.add(event::kDeadlineSet,
              at(u"2026-03-03 10:00"),
              {{u"clock"_s, clock(u"handling"_s, u"2026-03-06 17:30")}, {u"reason"_s, u"一"_s}});
        const auto past = b.events();
        QJsonObject anew = clock(u"handling"_s, u"2026-03-09 17:30");
        for (auto it = change.constBegin(); it != change.constEnd(); ++it) {
            anew.insert(it.key(), it.value());
        }
        body.insert(u"clock"_s, anew);
        body.insert(u"reason"_s, u"二"_s);
        body.insert(u"at"_s, at(when).utcMs());
        const Event fresh = b.add(event::kDeadlineSet, at(when), body);
        CaseHistory history(past);
        const auto before = history.fold().value();
        const auto laid = history.foldOn(before, {{fresh, body}}).value();
        const auto whole = fold(past + QVector<Event>{fresh}).value();
        QCOMPARE(foldDigest(laid), foldDigest(whole));
        QCOMPARE(laid.missing, whole.missing);
        QCOMPARE(laid.lastHlc, whole.lastHlc);
        QCOMPARE(laid.eventCount, whole.eventCount);
        QCOMPARE(laid.spans.size(), whole.spans.size());
        for (qsizetype i = 0; i < whole.spans.size(); ++i) {
            QCOMPARE(laid.spans.at(i).hasClock, whole.spans.at(i).hasClock);
            QCOMPARE(laid.spans.at(i).handlingDue, whole.spans.at(i).handlingDue);
            QCOMPARE(laid.spans.at(i).handlingStopped, whole.spans.at(i).handlingStopped);
            QCOMPARE(laid.spans.at(i).onTime, whole.spans.at(i).onTime);
        }
        QCOMPARE(foldDigest(history.fold().value()), foldDigest(whole));
    }

    void aCorrectionShowsOldAndNew()
    {
        const CaseFile c = *fold(story().events());
        QCOMPARE(c.text(u"complainantName"), u"乙"_s);
        QCOMPARE(c.heads.value(u"complainantName"_s).size(), 1);
        const auto step = std::find_if(
            c.steps.cbegin(), c.steps.cend(), [](const Step &s) { return s.action == u"amend"; });
        QVERIFY(step != c.steps.cend());
        QCOMPARE(step->before.value(u"complainantName"_s).toString(), u"甲"_s);
        QCOMPARE(step->reason, u"听错"_s);
    }

    void unreplacedSettersAreBothKept()
    {
        EventBuilder b;
        const Event opened = b.add(event::kCaseOpened, at(u"2026-03-02 10:00"), opening());
        const QJsonObject replaces{{u"complainantName"_s, QJsonArray{hex(opened)}}};
        b.add(event::kFieldSet,
              at(u"2026-03-03 10:00"),
              {{u"fields"_s, QJsonObject{{u"complainantName"_s, u"乙"_s}}},
               {u"replaces"_s, replaces}});
        b.add(event::kFieldSet,
              at(u"2026-03-03 11:00"),
              {{u"fields"_s, QJsonObject{{u"complainantName"_s, u"丙"_s}}},
               {u"replaces"_s, replaces}});
        const CaseFile c = *fold(b.events());
        QCOMPARE(c.heads.value(u"complainantName"_s).size(), 2);
        QCOMPARE(c.text(u"complainantName"), u"丙"_s);
    }

    void theClockKeepsItsHistory()
    {
        const CaseFile c = *fold(story().events());
        const Clock *clock = c.handlingClock();
        QVERIFY(clock != nullptr);
        QCOMPARE(clock->pauses.size(), 1);
        QCOMPARE(clock->pauses.first().to->toLocalText(), u"2026-03-04T09:00:00"_s);
        QCOMPARE(clock->extensions.size(), 1);
        QCOMPARE(clock->due->toLocalText(), u"2026-03-12T17:30:00"_s);
        QCOMPARE(clock->state, ClockState::Met);
        QCOMPARE(clock->workedMin, 990);
    }

    void aStruckNoteStaysVisible()
    {
        const CaseFile c = *fold(story().events());
        const auto note = std::find_if(
            c.steps.cbegin(), c.steps.cend(), [](const Step &s) { return s.action == u"note"; });
        QVERIFY(note->struck);
        QCOMPARE(note->text, u"已去电"_s);
        QCOMPARE(note->struckReason, u"记错"_s);
    }

    void closingEndsEveryRunningClock()
    {
        EventBuilder b;
        b.add(event::kCaseOpened,
              at(u"2026-03-02 10:00"),
              opening({clock(u"handling"_s, u"2026-03-05 17:30"),
                       clock(u"second"_s, u"2026-03-03 10:00")}));
        b.add(event::kCaseMoved,
              at(u"2026-03-04 10:00"),
              {{u"action"_s, u"withdraw"_s}, {u"to"_s, u"Withdrawn"_s}});
        const CaseFile c = *fold(b.events());
        QCOMPARE(c.clock(u"handling")->state, ClockState::Met);
        QCOMPARE(c.clock(u"second")->state, ClockState::MetLate);
        QVERIFY(!c.isOpen());
        QCOMPARE(c.spans.last().closedAs, Stage::Withdrawn);
    }

    void reopeningBeginsANewSpan()
    {
        EventBuilder b = story();
        b.add(event::kCaseMoved,
              at(u"2026-04-01 09:00"),
              {{u"action"_s, u"reopen"_s},
               {u"to"_s, u"Reopened"_s},
               {u"started"_s, QJsonArray{clock(u"handling"_s, u"2026-04-07 17:30")}}});
        const CaseFile c = *fold(b.events());
        QCOMPARE(c.spans.size(), 2);
        QVERIFY(c.spans.last().reopened);
        QVERIFY(!c.spans.last().closedAt);
        QCOMPARE(c.spans.first().onTime, true);
        QCOMPARE(c.nextClock()->due->toLocalText(), u"2026-04-07T17:30:00"_s);
    }

    void aClockOfAnEarlierSpanDoesNotJudgeALaterOne()
    {
        EventBuilder b = story();
        b.add(event::kCaseMoved,
              at(u"2026-04-01 09:00"),
              {{u"action"_s, u"reopen"_s}, {u"to"_s, u"Reopened"_s}});
        b.add(event::kCaseMoved,
              at(u"2026-04-02 09:00"),
              {{u"action"_s, u"close"_s}, {u"to"_s, u"Closed"_s}});
        const CaseFile c = *fold(b.events());
        QCOMPARE(c.spans.first().onTime, true);
        QVERIFY(!c.spans.last().hasClock);
        QVERIFY(!c.spans.last().onTime);
    }

    void theClosingTimeItselfIsInTime()
    {
        EventBuilder b;
        b.add(event::kCaseOpened,
              at(u"2026-03-02 10:00"),
              opening({clock(u"handling"_s, u"2026-03-05 17:30")}));
        b.add(event::kCaseMoved,
              at(u"2026-03-05 17:30"),
              {{u"action"_s, u"withdraw"_s}, {u"to"_s, u"Withdrawn"_s}});
        QCOMPARE(fold(b.events())->clock(u"handling")->state, ClockState::Met);
    }

    void aStepTakenBackCountsForNothing()
    {
        EventBuilder b;
        const Event opened = b.add(event::kCaseOpened,
                                   at(u"2026-03-02 10:00"),
                                   opening({clock(u"handling"_s, u"2026-03-05 17:30")}));
        const Event closed =
            b.add(event::kCaseMoved,
                  at(u"2026-03-03 10:00"),
                  {{u"action"_s, u"close"_s},
                   {u"to"_s, u"Closed"_s},
                   {u"fields"_s, QJsonObject{{u"complainantName"_s, u"乙"_s}}},
                   {u"replaces"_s, QJsonObject{{u"complainantName"_s, QJsonArray{hex(opened)}}}},
                   {u"missing"_s, QJsonArray{u"phone"_s}}});
        b.add(
            event::kStepUndone, at(u"2026-03-03 10:00"), {{u"events"_s, QJsonArray{hex(closed)}}});
        const CaseFile c = *fold(b.events());
        QCOMPARE(c.stage, Stage::New);
        QVERIFY(c.isOpen());
        QCOMPARE(c.text(u"complainantName"), u"甲"_s);
        QVERIFY(c.missing.isEmpty());
        QCOMPARE(c.clock(u"handling")->state, ClockState::Running);
        QVERIFY(!c.spans.last().closedAt);
        QVERIFY(c.steps.at(1).struck);
    }

    void onlyWhoTookAStepTakesItBack()
    {
        EventBuilder b;
        b.add(event::kCaseOpened, at(u"2026-03-02 10:00"), opening());
        const Event closed = b.add(event::kCaseMoved,
                                   at(u"2026-03-03 10:00"),
                                   {{u"action"_s, u"close"_s}, {u"to"_s, u"Closed"_s}});
        b.add(
            event::kStepUndone, at(u"2026-03-03 10:00"), {{u"events"_s, QJsonArray{hex(closed)}}});
        QVector<Event> events = b.events();
        events.last().actor = u"li"_s;
        QCOMPARE(fold(events)->stage, Stage::Closed);
    }

    void aRegistrationIsNotTakenBack()
    {
        EventBuilder b;
        const Event opened = b.add(event::kCaseOpened, at(u"2026-03-02 10:00"), opening());
        b.add(
            event::kStepUndone, at(u"2026-03-02 10:00"), {{u"events"_s, QJsonArray{hex(opened)}}});
        const auto c = fold(b.events());
        QVERIFY(c);
        QCOMPARE(c->text(u"complainantName"), u"甲"_s);
    }

    void anUnknownKindIsCountedNotLost()
    {
        EventBuilder b = story();
        b.add("case.teleported/9", at(u"2026-04-01 09:00"), {});
        QCOMPARE(fold(b.events())->unknownEvents, 1);
    }

    void clockJsonGoesThereAndBack()
    {
        const CaseFile c = *fold(story().events());
        for (const Clock &clock : c.clocks) {
            QCOMPARE(Clock::fromJson(clock.toJson()).toJson(), clock.toJson());
        }
    }
};

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
