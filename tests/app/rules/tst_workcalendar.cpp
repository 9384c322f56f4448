// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/workcalendar.h>

#include <QFile>
#include <QTest>

using namespace huiyin;

namespace {

QByteArray shipped()
{
    QFile file(QStringLiteral(":/huiyin/calendars/cn-workdays.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const WorkCalendar &calendar()
{
    static const auto loaded = WorkCalendar::fromJson(shipped());
    return loaded.value();
}

Day day(const char16_t *text) { return Day::parse(QStringView(text)).value(); }

QString kindText(DayKind kind)
{
    switch (kind) {
    case DayKind::WorkingDay:
        return QStringLiteral("working");
    case DayKind::Weekend:
        return QStringLiteral("weekend");
    case DayKind::Holiday:
        return QStringLiteral("holiday");
    case DayKind::MakeupDay:
        break;
    }
    return QStringLiteral("makeup");
}

YearTable year2027()
{
    return {2027,
            {QStringLiteral("国务院办公厅关于2027年部分节假日安排的通知")},
            {{day(u"2027-01-01"), false, QStringLiteral("元旦")},
             {day(u"2026-12-27"), true, QStringLiteral("元旦")}}};
}

} // namespace

class TestWorkCalendar : public QObject
{
    Q_OBJECT

private slots:
    void aDayIsWhatTheNoticeSays_data();
    void aDayIsWhatTheNoticeSays();
    void tableArithmeticEqualsADayWalk();
    void forecastArithmeticEqualsADayWalk_data();
    void forecastArithmeticEqualsADayWalk();
    void neighboursAreWorkingDays();
    void aYearJoiningOnGrowsTheCoverage();
    void aYearFarAheadLeavesTheCoverage();
    void aYearReplacesItsPredecessor();
    void theOldCalendarIsUntouched();
    void jsonSurvivesARoundTrip();
    void faultyJsonIsRefused_data();
    void faultyJsonIsRefused();
    void differenceNamesWhatChanges();
    void differenceOfTheSameTableIsEmpty();
    void aRenamedFestivalIsADifference();
};

void TestWorkCalendar::aDayIsWhatTheNoticeSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char16_t *text, const char16_t *expected) {
        QTest::newRow(qPrintable(QString::fromUtf16(text)))
            << QString::fromUtf16(text) << QString::fromUtf16(expected);
    };
    row(u"2026-02-14", u"makeup 春节 2026 known");
    row(u"2026-02-17", u"holiday 春节 2026 known");
    row(u"2026-02-24", u"working  0 known");
    row(u"2026-03-01", u"weekend  0 known");
    row(u"2024-02-09", u"working  0 known");
    row(u"2018-12-29", u"makeup 元旦 2019 known");
    row(u"2018-12-31", u"holiday 元旦 2019 known");
    row(u"2020-02-01", u"holiday 春节 2020 known");
    row(u"2015-09-06", u"makeup 中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日 2015 known");
    row(u"2006-12-30", u"makeup 元旦 2007 known");
    row(u"2026-12-31", u"working  0 known");
    row(u"2027-01-01", u"holiday 元旦 0 forecast");
    row(u"2027-05-01", u"weekend  0 forecast");
    row(u"2027-05-03", u"working  0 forecast");
    row(u"2028-01-01", u"weekend  0 forecast");
    row(u"2006-06-01", u"working  0 forecast");
}

void TestWorkCalendar::aDayIsWhatTheNoticeSays()
{
    QFETCH(QString, text);
    const Day asked = Day::parse(text).value();
    const DayFact fact = calendar().fact(asked);
    QTEST(QStringLiteral("%1 %2 %3 %4")
              .arg(kindText(fact.kind), fact.name)
              .arg(fact.noticeYear)
              .arg(fact.known ? QStringLiteral("known") : QStringLiteral("forecast")),
          "expected");
    QCOMPARE(calendar().isWorkingDay(asked),
             fact.kind == DayKind::WorkingDay || fact.kind == DayKind::MakeupDay);
}

void TestWorkCalendar::tableArithmeticEqualsADayWalk()
{
    for (Day from = day(u"2006-12-20"); from < day(u"2027-01-20"); from = from.addDays(3)) {
        Day walked = from;
        qint64 counted = 0;
        for (int n = 1; n <= 12; ++n) {
            do {
                walked = walked.addDays(1);
            } while (!calendar().isWorkingDay(walked));
            QCOMPARE(calendar().addWorkingDays(from, n), walked);
            QCOMPARE(calendar().workingDaysBetween(from, walked), ++counted);
        }
    }
}

void TestWorkCalendar::forecastArithmeticEqualsADayWalk_data()
{
    QTest::addColumn<QString>("start");
    QTest::newRow("over the end of the calendar") << QStringLiteral("2026-11-01");
    QTest::newRow("over its beginning") << QStringLiteral("2005-12-01");
    QTest::newRow("far ahead") << QStringLiteral("2399-12-01");
    QTest::newRow("long before") << QStringLiteral("1899-12-01");
}

void TestWorkCalendar::forecastArithmeticEqualsADayWalk()
{
    QFETCH(QString, start);
    const Day from = Day::parse(start).value();
    Day walked = from;
    for (int n = 1; n <= 900; ++n) {
        do {
            walked = walked.addDays(1);
        } while (!calendar().isWorkingDay(walked));
        QCOMPARE(calendar().addWorkingDays(from, n), walked);
        QCOMPARE(calendar().workingDaysBetween(from, walked), n);
        QCOMPARE(calendar().previousWorkingDay(calendar().nextWorkingDay(walked)), walked);
    }
}

void TestWorkCalendar::neighboursAreWorkingDays()
{
    QCOMPARE(calendar().nextWorkingDay(day(u"2026-02-14")), day(u"2026-02-24"));
    QCOMPARE(calendar().previousWorkingDay(day(u"2026-02-24")), day(u"2026-02-14"));
    QCOMPARE(calendar().previousWorkingDay(day(u"2007-01-04")), day(u"2006-12-31"));
    QCOMPARE(calendar().nextWorkingDay(day(u"2026-12-31")), day(u"2027-01-04"));
}

void TestWorkCalendar::aYearJoiningOnGrowsTheCoverage()
{
    const WorkCalendar grown = calendar().with(year2027());
    QCOMPARE(grown.coverageTo(), day(u"2027-12-31"));
    QVERIFY(grown.fact(day(u"2027-06-01")).known);
    QVERIFY(grown.isWorkingDay(day(u"2026-12-27")));
    QCOMPARE(grown.addWorkingDays(day(u"2026-12-25"), 1), day(u"2026-12-27"));
    QVERIFY(grown.isWorkingDay(day(u"2027-12-31")));
}

void TestWorkCalendar::aYearFarAheadLeavesTheCoverage()
{
    YearTable far = year2027();
    far.year = 2029;
    far.days = {{day(u"2029-01-06"), true, QStringLiteral("元旦")}};
    const WorkCalendar grown = calendar().with(far);
    QCOMPARE(grown.coverageTo(), day(u"2026-12-31"));
    QVERIFY(grown.isWorkingDay(day(u"2029-01-06")));
    QVERIFY(!grown.isWorkingDay(day(u"2027-01-01")));
    QVERIFY(!grown.fact(day(u"2028-06-01")).known);
}

void TestWorkCalendar::aYearReplacesItsPredecessor()
{
    YearTable year{2026, {}, {{day(u"2026-05-04"), false, QStringLiteral("劳动节")}}};
    const WorkCalendar changed = calendar().with(year);
    QCOMPARE(changed.years().size(), calendar().years().size());
    QVERIFY(!changed.isWorkingDay(day(u"2026-05-04")));
    QVERIFY(changed.isWorkingDay(day(u"2026-02-17")));
    QVERIFY(!changed.isWorkingDay(day(u"2025-10-01")));
}

void TestWorkCalendar::theOldCalendarIsUntouched()
{
    const QByteArray before = calendar().toJson();
    (void)calendar().with(year2027());
    QCOMPARE(calendar().toJson(), before);
}

void TestWorkCalendar::jsonSurvivesARoundTrip()
{
    const WorkCalendar grown = calendar().with(year2027());
    const auto again = WorkCalendar::fromJson(grown.toJson());
    QVERIFY(again.ok());
    QCOMPARE(again->toJson(), grown.toJson());
    QCOMPARE(again->coverageTo(), grown.coverageTo());
    QCOMPARE(again->years().constLast().notices, year2027().notices);
    QVERIFY(difference(*again, year2027()) == CalendarDifference{});
}

void TestWorkCalendar::faultyJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name,
                        const QByteArray &years,
                        const char16_t *code,
                        const char16_t *place) {
        QTest::newRow(name)
            << QByteArray(
                   R"({"format":1,"coverage":{"from":"2026-01-01","to":"2026-12-31"},"years":)" +
                   years + "}")
            << QString::fromUtf16(code) << QString::fromUtf16(place);
    };
    QTest::newRow("no JSON") << QByteArray("{\n\"format\":1,\n]")
                             << QStringLiteral("calendar.json.malformed") << QString();
    QTest::newRow("newer format") << QByteArray(R"({"format":2})")
                                  << QStringLiteral("calendar.json.malformed")
                                  << QStringLiteral("format");
    QTest::newRow("no coverage") << QByteArray(R"({"format":1,"years":[]})")
                                 << QStringLiteral("calendar.json.malformed")
                                 << QStringLiteral("coverage");
    row("years are no list", "{}", u"calendar.json.malformed", u"years");
    row("no year",
        R"([{"holidays":[],"makeup":[]}])",
        u"calendar.json.malformed",
        u"years[0].year");
    row("no holidays",
        R"([{"year":2026,"makeup":[]}])",
        u"calendar.json.malformed",
        u"years[0].holidays");
    row("impossible date",
        R"([{"year":2026,"holidays":[{"date":"2026-02-30","name":"春节"}],"makeup":[]}])",
        u"calendar.json.malformed",
        u"years[0].holidays[0]");
    row("no name",
        R"([{"year":2026,"holidays":[{"date":"2026-02-17"}],"makeup":[]}])",
        u"calendar.json.malformed",
        u"years[0].holidays[0]");
    row("far date",
        R"([{"year":2026,"holidays":[{"date":"9026-02-17","name":"春节"}],"makeup":[]}])",
        u"calendar.json.malformed",
        u"9026-02-17");
    row("years out of order",
        R"([{"year":2026,"holidays":[],"makeup":[]},{"year":2025,"holidays":[],"makeup":[]}])",
        u"calendar.json.malformed",
        u"years[1].year");
    row("make-up Tuesday",
        R"([{"year":2026,"holidays":[],"makeup":[{"date":"2026-02-17","for":"春节"}]}])",
        u"calendar.makeup.notWeekend",
        u"");
    row("a day twice in a year",
        R"([{"year":2026,"holidays":[{"date":"2026-02-14","name":"春节"}],"makeup":[{"date":"2026-02-14","for":"春节"}]}])",
        u"calendar.day.doubled",
        u"");
    row("a day in two years",
        R"([{"year":2026,"holidays":[{"date":"2026-12-31","name":"元旦"}],"makeup":[]},{"year":2027,"holidays":[{"date":"2026-12-31","name":"元旦"}],"makeup":[]}])",
        u"calendar.day.doubled",
        u"");
}

void TestWorkCalendar::faultyJsonIsRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const auto read = WorkCalendar::fromJson(json);
    QVERIFY(!read.ok());
    QTEST(read.error().code, "code");
    if (!place.isEmpty()) {
        QCOMPARE(read.error().args.value(QStringLiteral("place")), place);
    }
    if (json.startsWith("{\n")) {
        QCOMPARE(read.error().args.value(QStringLiteral("line")), QStringLiteral("3"));
    }
}

void TestWorkCalendar::differenceNamesWhatChanges()
{
    YearTable year = calendar().years().constLast();
    const SpecialDay gone = year.days.takeFirst();
    const SpecialDay fresh{day(u"2026-12-31"), false, QStringLiteral("元旦")};
    year.days.append(fresh);
    const auto result = difference(calendar(), year);
    QCOMPARE(result.added, QVector<SpecialDay>{fresh});
    QCOMPARE(result.removed, QVector<SpecialDay>{gone});
}

void TestWorkCalendar::differenceOfTheSameTableIsEmpty()
{
    for (const auto &year : calendar().years()) {
        QVERIFY(difference(calendar(), year) == CalendarDifference{});
    }
}

void TestWorkCalendar::aRenamedFestivalIsADifference()
{
    YearTable year = calendar().years().constLast();
    year.days.first().name = QStringLiteral("新年");
    const auto result = difference(calendar(), year);
    QCOMPARE(result.added.size(), 1);
    QCOMPARE(result.removed.size(), 1);
}

QTEST_GUILESS_MAIN(TestWorkCalendar)
#include "tst_workcalendar.moc"
