// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/deadlines.h>
#include <rules/duebatch.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace huiyin;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const WorkCalendar &calendar()
{
    static const auto loaded =
        WorkCalendar::fromJson(contents(QStringLiteral(":/huiyin/calendars/cn-workdays.json")));
    return loaded.value();
}

Instant at(const char16_t *text) { return Instant::parseLocal(QStringView(text)).value(); }

QJsonObject parsed(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

/// `due/dueDay/provisional` in one string, `null` for never, the code for an error.
QString answer(const QByteArray &receipt, const QByteArray &rest)
{
    const QJsonObject line =
        dueLine(calendar(), "{\"id\":\"x\",\"receipt\":\"" + receipt + "\"," + rest + "}");
    if (line.contains(QLatin1StringView("error"))) {
        const QJsonObject error = line.value(QLatin1StringView("error")).toObject();
        return error.value(QLatin1StringView("code")).toString() + QLatin1Char(' ') +
               error.value(QLatin1StringView("args"))
                   .toObject()
                   .value(QLatin1StringView("key"))
                   .toString();
    }
    if (line.value(QLatin1StringView("due")).isNull()) {
        return QStringLiteral("null");
    }
    return line.value(QLatin1StringView("due")).toString() + QLatin1Char('/') +
           line.value(QLatin1StringView("dueDay")).toString() +
           (line.value(QLatin1StringView("provisional")).toBool() ? QStringLiteral("/provisional")
                                                                  : QString());
}

QStringList reasons(const QVector<CountedDay> &days)
{
    QStringList list;
    for (const auto &day : days) {
        list.append(QStringLiteral("%1 %2 %3")
                        .arg(day.day.toString().mid(5))
                        .arg(day.number)
                        .arg(day.reason)
                        .trimmed());
    }
    return list;
}

} // namespace

class TestDeadlines : public QObject
{
    Q_OBJECT

private slots:
    void everyPublicCaseIsAnswered_data();
    void everyPublicCaseIsAnswered();
    void edges_data();
    void edges();
    void aLimitOutOfRangeIsNotCounted();
    void faultyLinesNameTheKey_data();
    void faultyLinesNameTheKey();
    void pausesAgreeWithAPlainDayWalk();
    void officeTimeAgreesWithAPlainMinuteWalk();
    void aLineThatIsNoJsonKeepsANullId();
    void anErrorMessageIsAFilledSentence();
    void explanationOfWorkdaysNamesEveryDay();
    void explanationOfDaysShowsTheRoll();
    void explanationOfAPauseWithoutEndStopsThere();
    void explanationOfOfficeTimeShowsTheTimeOfEachDay();
    void explanationOfTheWallClockIsStartAndEnd();
    void explanationOfAFixedDayShowsTheMoveBackward();
    void longExplanationsCountEveryWorkday();
    void countedDaysReadWell();
    void workedMinutesLeaveOutNightsRestDaysAndPauses();
    void limitsSurviveJson_data();
    void limitsSurviveJson();
    void badLimitsAreRefused_data();
    void badLimitsAreRefused();
    void hoursOfTheCommandLine_data();
    void hoursOfTheCommandLine();
    void pausesOfTheCommandLine();
};

void TestDeadlines::everyPublicCaseIsAnswered_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto lines = contents(QStringLiteral(HUIYIN_TEST_DATA "/due-vectors.jsonl")).split('\n');
    QVERIFY(lines.size() >= 85);
    for (const auto &line : lines) {
        if (!line.isEmpty()) {
            QTest::newRow(qPrintable(parsed(line).value(QLatin1StringView("id")).toString()))
                << line;
        }
    }
}

void TestDeadlines::everyPublicCaseIsAnswered()
{
    QFETCH(QByteArray, line);
    const QJsonObject asked = parsed(line);
    const QJsonObject expected = asked.value(QLatin1StringView("expect")).toObject();
    const QJsonObject got = dueLine(calendar(), line);
    QCOMPARE(got,
             (QJsonObject{{QStringLiteral("id"), asked.value(QLatin1StringView("id"))},
                          {QStringLiteral("due"), expected.value(QLatin1StringView("due"))},
                          {QStringLiteral("dueDay"), expected.value(QLatin1StringView("due_day"))},
                          {QStringLiteral("provisional"),
                           expected.value(QLatin1StringView("provisional"))}}));
}

void TestDeadlines::edges_data()
{
    QTest::addColumn<QByteArray>("receipt");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("expected");
    const auto row =
        [](const char *name, const char *receipt, const char *rest, const char16_t *expected) {
            QTest::newRow(name) << QByteArray(receipt) << QByteArray(rest)
                                << QString::fromUtf16(expected);
        };
    row("first covered day",
        "2007-01-01T00:00:00",
        R"("rule":{"unit":"workdays","n":1})",
        u"2007-01-04T17:30:00/2007-01-04");
    row("before the calendar",
        "2006-12-31T23:59:59",
        R"("rule":{"unit":"workdays","n":1})",
        u"calendar.beforeStart ");
    row("wall clock asks no calendar",
        "2006-12-31T23:00:00",
        R"("rule":{"unit":"hours","n":2})",
        u"2007-01-01T01:00:00/2007-01-01");
    row("wall clock is never provisional",
        "2031-05-01T23:00:00",
        R"("rule":{"unit":"hours","n":2})",
        u"2031-05-02T01:00:00/2031-05-02");
    row("days without roll beyond coverage",
        "2026-12-31T09:00:00",
        R"("rule":{"unit":"days","n":2,"roll":"none"})",
        u"2027-01-02T17:30:00/2027-01-02/provisional");
    row("prev rolls back into coverage",
        "2026-12-10T09:00:00",
        R"("rule":{"unit":"month_day","day":1,"roll":"prev"})",
        u"2026-12-31T17:30:00/2026-12-31");
    row("next rolls out of coverage",
        "2026-12-10T09:00:00",
        R"("rule":{"unit":"month_day","day":1})",
        u"2027-01-04T17:30:00/2027-01-04/provisional");
    row("office time beyond coverage",
        "2026-12-31T17:00:00",
        R"("rule":{"unit":"workhours","n":1})",
        u"2027-01-04T09:00:00/2027-01-04/provisional");
    row("1 January on a weekend needs no forecast day off",
        "2027-12-30T10:00:00",
        R"("rule":{"unit":"workdays","n":2})",
        u"2028-01-03T17:30:00/2028-01-03/provisional");
    row("31st in a leap February",
        "2024-01-31T10:00:00",
        R"("rule":{"unit":"month_day","day":31,"roll":"none"})",
        u"2024-02-29T17:30:00/2024-02-29");
    row("31st across the year",
        "2025-12-31T10:00:00",
        R"("rule":{"unit":"month_day","day":31,"months":2,"roll":"none"})",
        u"2026-02-28T17:30:00/2026-02-28");
    row("this month's day",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"month_day","day":10,"months":0})",
        u"2026-03-10T17:30:00/2026-03-10");
    row("this month's day is over",
        "2026-03-20T10:00:00",
        R"("rule":{"unit":"month_day","day":10,"months":0})",
        u"2026-03-20T17:30:00/2026-03-20");
    row("close 24:00 includes the evening",
        "2026-03-02T23:59:59",
        R"("rule":{"unit":"same_day"},"settings":{"close":"24:00"})",
        u"2026-03-03T00:00:00/2026-03-02");
    row("one second before closing",
        "2026-03-02T17:29:59",
        R"("rule":{"unit":"same_day"})",
        u"2026-03-02T17:30:00/2026-03-02");
    row("same day on a rest day, prev",
        "2026-03-07T10:00:00",
        R"("rule":{"unit":"same_day","roll":"prev"})",
        u"2026-03-09T17:30:00/2026-03-09");
    row("fixed days take no pauses",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"same_day"},"pauses":[["2026-03-01T00:00:00",null]])",
        u"2026-03-02T17:30:00/2026-03-02");
    row("end of week without roll",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"end_of_week","roll":"none"})",
        u"2026-03-08T17:30:00/2026-03-08");
    row("end of week, late on Sunday",
        "2026-03-08T18:00:00",
        R"("rule":{"unit":"end_of_week","roll":"none"})",
        u"2026-03-09T00:00:00/2026-03-08");
    row("end of week, next",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"end_of_week","roll":"next"})",
        u"2026-03-09T17:30:00/2026-03-09");
    row("end of month, Friday after closing",
        "2026-01-30T18:00:00",
        R"("rule":{"unit":"end_of_month"})",
        u"2026-02-02T17:30:00/2026-02-02");
    row("end of month within a holiday",
        "2025-01-28T10:00:00",
        R"("rule":{"unit":"end_of_month"})",
        u"2025-02-05T17:30:00/2025-02-05");
    row("office time ends with the day at 24:00",
        "2026-03-02T20:00:00",
        R"("rule":{"unit":"workhours","n":4},"settings":{"hours":[["08:00","24:00"]]})",
        u"2026-03-03T00:00:00/2026-03-02");
    row("office time ends at the period's end",
        "2026-03-02T13:30:00",
        R"("rule":{"unit":"workhours","n":4})",
        u"2026-03-02T17:30:00/2026-03-02");
    row("office time of whole days",
        "2026-03-02T08:30:00",
        R"("rule":{"unit":"workminutes","n":900})",
        u"2026-03-03T17:30:00/2026-03-03");
    row("touching periods",
        "2026-03-02T11:30:00",
        R"("rule":{"unit":"workhours","n":1},"settings":{"hours":[["12:00","18:00"],["08:00","12:00"]]})",
        u"2026-03-02T12:30:00/2026-03-02");
    row("pause begins at the moment of completion",
        "2026-03-02T08:30:00",
        R"("rule":{"unit":"workhours","n":2},"pauses":[["2026-03-02T10:30:00",null]])",
        u"2026-03-02T10:30:00/2026-03-02");
    row("hours completed as the pause begins",
        "2026-03-02T08:00:00",
        R"("rule":{"unit":"hours","n":2},"pauses":[["2026-03-02T10:00:00",null]])",
        u"2026-03-02T10:00:00/2026-03-02");
    row("hours stopped for ever",
        "2026-03-02T08:00:00",
        R"("rule":{"unit":"hours","n":3},"pauses":[["2026-03-02T10:00:00",null]])",
        u"null");
    row("office time stopped for ever",
        "2026-03-02T08:00:00",
        R"("rule":{"unit":"workhours","n":3},"pauses":[["2026-03-02T10:00:00",null]])",
        u"null");
    row("pause before the receipt",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"workdays","n":3},"pauses":[["2026-02-20T10:00:00","2026-03-01T10:00:00"]])",
        u"2026-03-05T17:30:00/2026-03-05");
    row("received while stopped",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"hours","n":1},"pauses":[["2026-03-01T10:00:00","2026-03-02T12:00:00"]])",
        u"2026-03-02T13:00:00/2026-03-02");
    row("empty pause",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"workdays","n":1},"pauses":[["2026-03-03T17:30:00","2026-03-03T17:30:00"]])",
        u"2026-03-03T17:30:00/2026-03-03");
    row("overlapping pauses count once",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"hours","n":4},"pauses":[["2026-03-02T11:00:00","2026-03-02T13:00:00"],["2026-03-02T10:30:00","2026-03-02T12:00:00"]])",
        u"2026-03-02T16:30:00/2026-03-02");
    row("pause over closing at midnight",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"days","n":1},"settings":{"close":"24:00"},"pauses":[["2026-03-03T10:00:00","2026-03-04T00:00:00"]])",
        u"2026-03-05T00:00:00/2026-03-04");
    row("pause ends before closing at midnight",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"days","n":1},"settings":{"close":"24:00"},"pauses":[["2026-03-03T10:00:00","2026-03-03T23:59:59"]])",
        u"2026-03-04T00:00:00/2026-03-03");
    row("pause of three days over a weekend",
        "2026-03-05T10:00:00",
        R"("rule":{"unit":"days","n":2},"pauses":[["2026-03-06T18:00:00","2026-03-09T18:00:00"]])",
        u"2026-03-10T17:30:00/2026-03-10");
    row("the day moved to must count",
        "2026-03-05T10:00:00",
        R"("rule":{"unit":"days","n":2,"roll":"next"},"pauses":[["2026-03-08T10:00:00","2026-03-10T10:00:00"]])",
        u"2026-03-10T17:30:00/2026-03-10");
    row("moved into a pause without end",
        "2026-03-05T10:00:00",
        R"("rule":{"unit":"days","n":2,"roll":"next"},"pauses":[["2026-03-08T10:00:00",null]])",
        u"null");
    row("a pause without end does not touch roll none",
        "2026-03-05T10:00:00",
        R"("rule":{"unit":"days","n":2,"roll":"none"},"pauses":[["2026-03-08T10:00:00",null]])",
        u"2026-03-07T17:30:00/2026-03-07");
    row("extension counts from the receipt",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"hours","n":24,"extend_to":48})",
        u"2026-03-04T10:00:00/2026-03-04");
    row("no extension yet",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"hours","n":24,"extend_to":null})",
        u"2026-03-03T10:00:00/2026-03-03");
    row("a limit beyond all years",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"workdays","n":1000000000})",
        u"limit.range ");
    row("minutes beyond all years",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"hours","n":1000000000})",
        u"limit.range ");
    row("office time beyond all years",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"workhours","n":1000000000},"settings":{"hours":[["08:00","08:01"]]})",
        u"limit.range ");
    row("a thousand years",
        "2026-03-02T10:00:00",
        R"("rule":{"unit":"days","n":365000,"roll":"none"})",
        u"3025-07-03T17:30:00/3025-07-03/provisional");
}

void TestDeadlines::edges()
{
    QFETCH(QByteArray, receipt);
    QFETCH(QByteArray, rest);
    QTEST(answer(receipt, rest), "expected");
}

void TestDeadlines::aLimitOutOfRangeIsNotCounted()
{
    Limit none;
    none.unit = Unit::Workdays;
    none.n = 0;
    Limit shrunk = none;
    shrunk.n = 3;
    shrunk.extendTo = 0;
    for (const Limit &limit : {none, shrunk}) {
        const auto counted =
            deadline(calendar(), *Instant::parseLocal(u"2026-03-02T10:00"), limit, {}, {});
        QVERIFY(!counted.ok());
        QCOMPARE(counted.error().code, QStringLiteral("limit.range"));
    }
}

void TestDeadlines::faultyLinesNameTheKey_data()
{
    QTest::addColumn<QByteArray>("receipt");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *rest,
                        const char16_t *expected,
                        const char *receipt = "2026-03-02T10:00:00") {
        QTest::newRow(rest) << QByteArray(receipt) << QByteArray(rest)
                            << QString::fromUtf16(expected);
    };
    row(R"("rule":{"unit":"fortnights","n":1})", u"due.value rule.unit");
    row(R"("rule":{"unit":"sameDay"})", u"due.value rule.unit");
    row(R"("rule":{"unit":5,"n":1})", u"due.value rule.unit");
    row(R"("rule":{"n":1})", u"due.keyMissing rule.unit");
    row(R"("rule":{"unit":"workdays"})", u"due.keyMissing rule.n");
    row(R"("rule":{"unit":"month_day"})", u"due.keyMissing rule.day");
    row(R"("rule":{"unit":"month_day","day":32})", u"due.value rule.day");
    row(R"("rule":{"unit":"month_day","day":0})", u"due.value rule.day");
    row(R"("rule":{"unit":"month_day","day":1,"months":-1})", u"due.value rule.months");
    row(R"("rule":{"unit":"workdays","n":-1})", u"due.value rule.n");
    row(R"("rule":{"unit":"days","n":0})", u"due.value rule.n");
    row(R"("rule":{"unit":"workdays","n":1.5})", u"due.value rule.n");
    row(R"("rule":{"unit":"workdays","n":"3"})", u"due.value rule.n");
    row(R"("rule":{"unit":"workdays","n":1e300})", u"due.value rule.n");
    row(R"("rule":{"unit":"workdays","n":3,"extend_to":"7"})", u"due.value rule.extend_to");
    row(R"("rule":{"unit":"workdays","n":3,"extendTo":7})", u"due.keyUnknown rule.extendTo");
    row(R"("rule":{"unit":"same_day","n":3})", u"due.keyForeign rule.n");
    row(R"("rule":{"unit":"days","n":3,"months":3})", u"due.keyForeign rule.months");
    row(R"("rule":{"unit":"days","n":3,"roll":"prev"})", u"due.value rule.roll");
    row(R"("rule":{"unit":"days","n":3,"roll":"forward"})", u"due.value rule.roll");
    row(R"("rule":"workdays")", u"due.value rule");
    row(R"("settings":{})", u"due.keyMissing rule");
    row(R"("rule":{"unit":"same_day"},"settings":[])", u"due.value settings");
    row(R"("rule":{"unit":"same_day"},"settings":{"open":"08:00"})",
        u"due.keyUnknown settings.open");
    row(R"("rule":{"unit":"same_day"},"settings":{"close":"25:00"})", u"due.value settings.close");
    row(R"("rule":{"unit":"same_day"},"settings":{"close":1730})", u"due.value settings.close");
    row(R"("rule":{"unit":"same_day"},"settings":{"close":"00:00"})", u"due.value settings.close");
    row(R"("rule":{"unit":"same_day"},"settings":{"hours":[]})", u"due.value settings.hours");
    row(R"("rule":{"unit":"same_day"},"settings":{"hours":[["12:00","08:00"]]})",
        u"due.value settings.hours");
    row(R"("rule":{"unit":"same_day"},"settings":{"hours":[["08:00","08:00"]]})",
        u"due.value settings.hours");
    row(R"("rule":{"unit":"same_day"},"settings":{"hours":[["08:00","12:00"],["11:00","13:00"]]})",
        u"due.value settings.hours");
    row(R"("rule":{"unit":"same_day"},"settings":{"hours":[["08:00"]]})",
        u"due.value settings.hours");
    row(R"("rule":{"unit":"hours","n":1},"pauses":[["2026-03-02T10:00:00"]])",
        u"due.value pauses[0]");
    row(R"("rule":{"unit":"hours","n":1},"pauses":[["2026-03-02T12:00:00","2026-03-02T10:00:00"]])",
        u"due.value pauses[0]");
    row(R"("rule":{"unit":"hours","n":1},"pauses":[["2026-03-02T12:00:00",null],[null,null]])",
        u"due.value pauses[1]");
    row(R"("rule":{"unit":"hours","n":1},"pauses":{})", u"due.value pauses");
    row(R"("rule":{"unit":"hours","n":1 })", u"due.value receipt", "2026-02-30T10:00:00");
    row(R"("rule":{"unit":"hours","n":1  })", u"due.value receipt", "2026-03-02T10:00:00+08:00");
    row(R"("rule":{"unit":"hours","n":1   })", u"due.value receipt", "");
}

void TestDeadlines::faultyLinesNameTheKey()
{
    QFETCH(QByteArray, receipt);
    QFETCH(QByteArray, rest);
    QTEST(answer(receipt, rest), "expected");
}

void TestDeadlines::pausesAgreeWithAPlainDayWalk()
{
    // A plain walk by the words of rules 1, 3 and 7, for many mixtures of pauses, closing times and
    // limits.
    quint32 seed = 20260213;
    const auto random = [&](qint64 below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<qint64>(seed >> 8) % below;
    };
    const Instant start = at(u"2026-01-20T00:00:00");
    for (int round = 0; round < 4000; ++round) {
        OfficeHours hours;
        hours.closeMs = random(3) == 0 ? kDayMs : hours.closeMs;
        const Instant receipt = start.addMs(random(20 * 48) * 1800 * 1000);
        QVector<PauseSpan> pauses;
        for (qint64 i = random(4); i > 0; --i) {
            const Instant from = start.addMs(random(30 * 48) * 1800 * 1000);
            pauses.append({from, from.addMs(random(6 * 48) * 1800 * 1000)});
        }
        Limit limit;
        limit.unit = random(2) == 0 ? Unit::Workdays : Unit::Days;
        limit.n = 1 + random(12);
        const auto runs = [&](Day day) {
            const Instant close = Instant::fromLocal(day, hours.closeMs);
            return std::none_of(pauses.cbegin(), pauses.cend(), [&](const PauseSpan &pause) {
                return pause.from < close && close <= *pause.to;
            });
        };
        Day day = receipt.localDay();
        for (qint64 left = limit.n; left > 0;) {
            day = day.addDays(1);
            left -= runs(day) && (limit.unit == Unit::Days || calendar().isWorkingDay(day)) ? 1 : 0;
        }
        while (!calendar().isWorkingDay(day) || !runs(day)) {
            day = day.addDays(1);
        }
        const auto counted = deadline(calendar(), receipt, limit, hours, pauses);
        QVERIFY(counted.ok());
        QCOMPARE(counted->dueDay->toString(), day.toString());
        const auto lines = explain(calendar(), receipt, limit, hours, pauses);
        QVERIFY(lines.ok());
        QCOMPARE(lines->constLast().day.toString(), day.toString());
        QCOMPARE(std::count_if(lines->cbegin(),
                               lines->cend(),
                               [](const CountedDay &line) { return line.number > 0; }),
                 limit.n);
    }
}

void TestDeadlines::officeTimeAgreesWithAPlainMinuteWalk()
{
    quint32 seed = 7;
    const auto random = [&](qint64 below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<qint64>(seed >> 8) % below;
    };
    const Instant start = at(u"2026-02-11T00:00:00");
    OfficeHours hours;
    hours.periods = {{8 * 3600000LL, 12 * 3600000LL},
                     {13 * 3600000LL, 17 * 3600000LL},
                     {22 * 3600000LL, kDayMs}};
    for (int round = 0; round < 300; ++round) {
        const Instant receipt = start.addMs(random(5 * 1440) * 60000);
        QVector<PauseSpan> pauses;
        for (qint64 i = random(3); i > 0; --i) {
            const Instant from = start.addMs(random(8 * 1440) * 60000);
            pauses.append({from, from.addMs(random(2880) * 60000)});
        }
        Limit limit;
        limit.unit = Unit::Workminutes;
        limit.n = 1 + random(1500);
        Instant now = receipt;
        qint64 left = limit.n;
        while (left > 0) {
            const bool stopped =
                std::any_of(pauses.cbegin(), pauses.cend(), [&](const PauseSpan &pause) {
                    return pause.from <= now && now < *pause.to;
                });
            const qint64 ms = now.localMsOfDay();
            const bool open = calendar().isWorkingDay(now.localDay()) &&
                              std::any_of(hours.periods.cbegin(),
                                          hours.periods.cend(),
                                          [&](const OfficePeriod &period) {
                                              return period.fromMs <= ms && ms < period.toMs;
                                          });
            left -= open && !stopped ? 1 : 0;
            now = now.addMs(60000);
        }
        const auto counted = deadline(calendar(), receipt, limit, hours, pauses);
        QVERIFY(counted.ok());
        QCOMPARE(counted->due->toLocalText(), now.toLocalText());
        QCOMPARE(workedMinutes(calendar(), receipt, now, hours, pauses), limit.n);
    }
}

void TestDeadlines::aLineThatIsNoJsonKeepsANullId()
{
    const QJsonObject line = dueLine(calendar(), "{\"id\": ");
    QVERIFY(line.value(QLatin1StringView("id")).isNull());
    QCOMPARE(line.value(QLatin1StringView("error"))
                 .toObject()
                 .value(QLatin1StringView("code"))
                 .toString(),
             QStringLiteral("due.json"));
}

void TestDeadlines::anErrorMessageIsAFilledSentence()
{
    const auto texts = Texts::load();
    QVERIFY(texts.ok());
    const QJsonObject line =
        dueLine(calendar(),
                R"({"id":7,"receipt":"2026-03-02T10:00:00","rule":{"unit":"workdays","n":-2}})",
                *texts,
                Language::English);
    QCOMPARE(line.value(QLatin1StringView("id")).toInt(), 7);
    const QJsonObject error = line.value(QLatin1StringView("error")).toObject();
    QVERIFY(!error.contains(QLatin1StringView("args")));
    const QString message = error.value(QLatin1StringView("message")).toString();
    QVERIFY2(message.contains(QStringLiteral("rule.n")) && message.contains(QStringLiteral("-2")) &&
                 !message.contains(u'{'),
             qPrintable(message));
}

void TestDeadlines::explanationOfWorkdaysNamesEveryDay()
{
    const auto days = explain(calendar(),
                              at(u"2026-02-13T17:00:00"),
                              Limit{.unit = Unit::Workdays, .n = 3},
                              {},
                              {{at(u"2026-02-24T10:00:00"), at(u"2026-02-25T10:00:00")}});
    QVERIFY(days.ok());
    const QStringList expected{QStringLiteral("02-13 0 receipt"),
                               QStringLiteral("02-14 1 makeup"),
                               QStringLiteral("02-15 0 holiday"),
                               QStringLiteral("02-16 0 holiday"),
                               QStringLiteral("02-17 0 holiday"),
                               QStringLiteral("02-18 0 holiday"),
                               QStringLiteral("02-19 0 holiday"),
                               QStringLiteral("02-20 0 holiday"),
                               QStringLiteral("02-21 0 holiday"),
                               QStringLiteral("02-22 0 holiday"),
                               QStringLiteral("02-23 0 holiday"),
                               QStringLiteral("02-24 0 paused"),
                               QStringLiteral("02-25 2"),
                               QStringLiteral("02-26 3")};
    QCOMPARE(reasons(*days), expected);
    QCOMPARE(days->at(1).fact.name, QStringLiteral("春节"));
    QCOMPARE(days->constFirst().at->toLocalText(), QStringLiteral("2026-02-13T17:00:00"));
    QCOMPARE(days->constLast().at->toLocalText(), QStringLiteral("2026-02-26T17:30:00"));
}

void TestDeadlines::explanationOfDaysShowsTheRoll()
{
    const auto days = explain(calendar(),
                              at(u"2026-03-05T10:00:00"),
                              Limit{.unit = Unit::Days, .n = 2},
                              {},
                              {{at(u"2026-03-09T10:00:00"), at(u"2026-03-10T10:00:00")}});
    QVERIFY(days.ok());
    const QStringList expected{QStringLiteral("03-05 0 receipt"),
                               QStringLiteral("03-06 1"),
                               QStringLiteral("03-07 2"),
                               QStringLiteral("03-08 0 weekend"),
                               QStringLiteral("03-09 0 paused"),
                               QStringLiteral("03-10 0 rolled")};
    QCOMPARE(reasons(*days), expected);
}

void TestDeadlines::explanationOfAPauseWithoutEndStopsThere()
{
    const auto days = explain(calendar(),
                              at(u"2026-03-02T10:00:00"),
                              Limit{.unit = Unit::Workdays, .n = 3},
                              {},
                              {{at(u"2026-03-04T10:00:00"), std::nullopt}});
    QVERIFY(days.ok());
    const QStringList expected{QStringLiteral("03-02 0 receipt"),
                               QStringLiteral("03-03 1"),
                               QStringLiteral("03-04 0 paused")};
    QCOMPARE(reasons(*days), expected);
}

void TestDeadlines::explanationOfOfficeTimeShowsTheTimeOfEachDay()
{
    const auto days = explain(calendar(),
                              at(u"2026-03-06T17:00:00"),
                              Limit{.unit = Unit::Workhours, .n = 4},
                              {},
                              {{at(u"2026-03-09T09:00:00"), at(u"2026-03-09T10:00:00")}});
    QVERIFY(days.ok());
    const QStringList expected{QStringLiteral("03-06 1"),
                               QStringLiteral("03-07 0 weekend"),
                               QStringLiteral("03-08 0 weekend"),
                               QStringLiteral("03-09 2")};
    QCOMPARE(reasons(*days), expected);
    QCOMPARE(days->constFirst().usedMs, 30 * 60000LL);
    QCOMPARE(days->constLast().usedMs, 210 * 60000LL);
    QCOMPARE(days->constLast().at->toLocalText(), QStringLiteral("2026-03-09T14:30:00"));
}

void TestDeadlines::explanationOfTheWallClockIsStartAndEnd()
{
    const auto days = explain(
        calendar(), at(u"2026-02-14T22:30:00"), Limit{.unit = Unit::Hours, .n = 72}, {}, {});
    QVERIFY(days.ok());
    QCOMPARE(reasons(*days),
             (QStringList{QStringLiteral("02-14 0 receipt"), QStringLiteral("02-17 1")}));
}

void TestDeadlines::explanationOfAFixedDayShowsTheMoveBackward()
{
    const auto days = explain(calendar(),
                              at(u"2024-01-15T10:00:00"),
                              Limit{.unit = Unit::MonthDay, .n = 11, .roll = Roll::Previous},
                              {},
                              {});
    QVERIFY(days.ok());
    const QStringList expected{QStringLiteral("01-15 0 receipt"),
                               QStringLiteral("02-11 0 holiday"),
                               QStringLiteral("02-10 0 holiday"),
                               QStringLiteral("02-09 1 rolled")};
    QCOMPARE(reasons(*days), expected);
}

void TestDeadlines::longExplanationsCountEveryWorkday()
{
    const auto days = explain(
        calendar(), at(u"2026-03-02T10:00:00"), Limit{.unit = Unit::Workdays, .n = 250}, {}, {});
    QVERIFY(days.ok());
    QCOMPARE(days->constLast().number, 250);
    QVERIFY(!days->constLast().fact.known);
}

void TestDeadlines::countedDaysReadWell()
{
    const auto days = explain(
        calendar(), at(u"2026-02-13T17:00:00"), Limit{.unit = Unit::Workdays, .n = 2}, {}, {});
    QVERIFY(days.ok());
    QCOMPARE(countedDayText(days->at(0), true), QStringLiteral("收到当日不计"));
    QCOMPARE(countedDayText(days->at(1), true), QStringLiteral("第1天（调休上班（春节））"));
    QCOMPARE(countedDayText(days->at(2), true), QStringLiteral("春节放假"));
    QCOMPARE(countedDayText(days->constLast(), false), QStringLiteral("day 2"));
}

void TestDeadlines::workedMinutesLeaveOutNightsRestDaysAndPauses()
{
    QCOMPARE(
        workedMinutes(calendar(), at(u"2026-03-06T17:00:00"), at(u"2026-03-09T09:00:00"), {}, {}),
        60);
    QCOMPARE(workedMinutes(calendar(),
                           at(u"2026-03-06T17:00:00"),
                           at(u"2026-03-09T09:00:00"),
                           {},
                           {{at(u"2026-03-06T17:10:00"), at(u"2026-03-07T00:00:00")}}),
             40);
    QCOMPARE(
        workedMinutes(calendar(), at(u"2026-03-09T09:00:00"), at(u"2026-03-06T17:00:00"), {}, {}),
        0);
    QCOMPARE(workedMinutes(calendar(),
                           at(u"2026-03-06T17:00:00"),
                           at(u"2026-03-09T09:00:00"),
                           {},
                           {{at(u"2026-03-06T17:10:00"), std::nullopt}}),
             10);
}

void TestDeadlines::limitsSurviveJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("zh");
    QTest::addColumn<QString>("en");
    const auto row = [](const char *json, const char16_t *zh, const char16_t *en) {
        QTest::newRow(json) << QByteArray(json) << QString::fromUtf16(zh) << QString::fromUtf16(en);
    };
    row(R"({"workdays":3})", u"3个工作日", u"3 working days");
    row(R"({"workdays":1,"extendTo":7})",
        u"1个工作日，延长至7个工作日",
        u"1 working day, extended to 7 working days");
    row(R"({"days":15,"roll":"none"})", u"15日", u"15 days");
    row(R"({"hours":24})", u"24小时", u"24 hours");
    row(R"({"minutes":30})", u"30分钟", u"30 minutes");
    row(R"({"workhours":8})", u"8个工作小时", u"8 working hours");
    row(R"({"workminutes":30})", u"30个工作分钟", u"30 working minutes");
    row(R"({"sameDay":true})", u"当日", u"the same day");
    row(R"({"monthDay":10,"months":1,"roll":"prev"})", u"次月10日", u"day 10 of the next month");
    row(R"({"monthDay":10,"months":2})", u"2个月后的10日", u"day 10 of the month 2 months later");
    row(R"({"endOfWeek":true})", u"本周内", u"by the end of the week");
    row(R"({"endOfMonth":true,"roll":"next"})", u"本月内", u"by the end of the month");
}

void TestDeadlines::limitsSurviveJson()
{
    QFETCH(QByteArray, json);
    const auto limit = Limit::fromJson(parsed(json));
    QVERIFY(limit.ok());
    QCOMPARE(limit->toJson(), parsed(json));
    QTEST(limit->toText(true), "zh");
    QTEST(limit->toText(false), "en");
}

void TestDeadlines::badLimitsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *json, const char16_t *code) {
        QTest::newRow(json) << QByteArray(json) << QString::fromUtf16(code);
    };
    row("{}", u"limit.malformed");
    row(R"({"workdays":3,"hours":2})", u"limit.malformed");
    row(R"({"workdays":"3"})", u"limit.malformed");
    row(R"({"workdays":2.5})", u"limit.malformed");
    row(R"({"sameDay":false})", u"limit.malformed");
    row(R"({"sameDay":1})", u"limit.malformed");
    row(R"({"monthDay":1,"months":1.5})", u"limit.malformed");
    row(R"({"workdays":3,"months":1})", u"limit.malformed");
    row(R"({"workdays":0})", u"limit.range");
    row(R"({"workdays":2000000000})", u"limit.range");
    row(R"({"monthDay":32})", u"limit.range");
    row(R"({"monthDay":1,"months":-1})", u"limit.range");
    row(R"({"workdays":3,"extendTo":0})", u"limit.range");
    row(R"({"weeks":3})", u"limit.unknownUnit");
    row(R"({"days":3,"roll":"back"})", u"limit.roll");
    row(R"({"days":3,"roll":"prev"})", u"limit.rollPrevDays");
}

void TestDeadlines::badLimitsAreRefused()
{
    QFETCH(QByteArray, json);
    const auto limit = Limit::fromJson(parsed(json));
    QVERIFY(!limit.ok());
    QTEST(limit.error().code, "code");
}

void TestDeadlines::hoursOfTheCommandLine_data()
{
    QTest::addColumn<QString>("close");
    QTest::addColumn<QString>("periods");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char16_t *close, const char16_t *periods, const char16_t *expected) {
        QTest::addRow(
            "%s %s", qPrintable(QString::fromUtf16(close)), qPrintable(QString::fromUtf16(periods)))
            << QString::fromUtf16(close) << QString::fromUtf16(periods)
            << QString::fromUtf16(expected);
    };
    row(u"", u"", u"1050 510-720 810-1050");
    row(u"24:00", u"13:00-17:00, 8:30-12:00", u"1440 510-720 780-1020");
    row(u"17:30", u"00:00-24:00", u"1050 0-1440");
    row(u"17.30", u"", u"hours.unreadable");
    row(u"24:01", u"", u"hours.unreadable");
    row(u"00:00", u"", u"hours.close");
    row(u"17:60", u"", u"hours.unreadable");
    row(u"", u"8.30-12:00", u"hours.unreadable");
    row(u"", u"08:30-12.00", u"hours.unreadable");
    row(u"", u"08:30", u"hours.unreadable");
    row(u"", u"08:30-12:00,", u"hours.unreadable");
    row(u"", u"08:30-12:00,11:59-13:00", u"hours.overlap");
    row(u"", u"12:00-12:00", u"hours.empty");
    row(u"", u"22:00-06:00", u"hours.empty");
}

void TestDeadlines::hoursOfTheCommandLine()
{
    QFETCH(QString, close);
    QFETCH(QString, periods);
    const auto hours = parseHours(close, periods);
    QString got = hours ? QString::number(hours->closeMs / 60000) : hours.error().code;
    if (hours) {
        for (const auto &period : hours->periods) {
            got += QStringLiteral(" %1-%2").arg(period.fromMs / 60000).arg(period.toMs / 60000);
        }
    }
    QTEST(got, "expected");
}

void TestDeadlines::pausesOfTheCommandLine()
{
    QCOMPARE(parsePause(u"2026-03-02T10:00..2026-03-03T10:00")->to->toLocalText(),
             QStringLiteral("2026-03-03T10:00:00"));
    QVERIFY(!parsePause(u"2026-03-02T10:00..")->to.has_value());
    QCOMPARE(parsePause(u"2026-03-02T10:00").error().code, QStringLiteral("pause.malformed"));
    QCOMPARE(parsePause(u"yesterday..2026-03-02T10:00").error().code,
             QStringLiteral("pause.malformed"));
    QCOMPARE(parsePause(u"2026-03-02T10:00..tomorrow").error().code,
             QStringLiteral("pause.malformed"));
    QCOMPARE(parsePause(u"2026-03-02T10:00..2026-03-01T10:00").error().code,
             QStringLiteral("pause.reversed"));
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
