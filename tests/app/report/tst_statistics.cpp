// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/statistics.h>
#include <report/tables.h>
#include <support/tempstore.h>

#include <QJsonArray>
#include <QTest>

#include <random>

using namespace huiyin;
using namespace huiyin::support;

namespace {

Instant at(const char *text) { return Instant::parseLocal(QString::fromLatin1(text)).value(); }

/// Records cases straight into a real case file.
class Register
{
public:
    TempStore &temp() { return m_temp; }

    CaseReader &reader() { return m_temp.reader(); }

    CaseId open(Instant received, std::optional<Instant> due, const QJsonObject &more = {})
    {
        const CaseId id = m_temp.newCaseId(received);
        QJsonObject fields{{QStringLiteral("kind"), QStringLiteral("Complaint")},
                           {QStringLiteral("channel"), QStringLiteral("Phone")},
                           {QStringLiteral("category"), QStringLiteral("服务态度")},
                           {QStringLiteral("assignedDept"), QStringLiteral("配送部")}};
        for (auto it = more.constBegin(); it != more.constEnd(); ++it) {
            fields.insert(it.key(), *it);
        }
        append(opening(id,
                       fields,
                       received,
                       Stage::Accepted,
                       due ? QJsonArray{handlingClock(received, *due)} : QJsonArray()));
        return id;
    }

    void
    close(const CaseId &id, Instant when, Stage as = Stage::Closed, const QJsonObject &fields = {})
    {
        append(move(id,
                    QStringLiteral("close"),
                    Stage::Handling,
                    as,
                    when,
                    fields,
                    {QStringLiteral("handling")}));
    }

    void reopen(const CaseId &id, Instant when)
    {
        append(move(id, QStringLiteral("reopen"), Stage::Closed, Stage::Reopened, when));
    }

private:
    void append(const NewEvent &event)
    {
        const auto done =
            m_temp.log().append({QStringLiteral("wang"), at("2026-06-01T09:00"), {event}, {}});
        if (!done) {
            qFatal("not appended: %s", qUtf8Printable(done.error().code));
        }
    }

    TempStore m_temp;
};

const Instant kLater = Instant::parseLocal(u"2026-06-01T09:00").value();

Statistics counted(Register &desk, const char *period, Instant now = kLater)
{
    auto statistics =
        countReport(desk.reader(), Period::parse(QString::fromLatin1(period)).value(), now);
    if (!statistics) {
        qFatal("not counted: %s", qUtf8Printable(statistics.error().code));
    }
    return statistics.value();
}

/// March 2026 by hand: 1 carried over, 5 received (1 of them reopened), 4 closed, 2 open.
void fillMarch(Register &desk)
{
    const CaseId carried = desk.open(at("2026-02-27T16:00"), at("2026-03-04T17:30"));
    desk.close(carried, at("2026-03-05T10:00")); // late
    const CaseId onTime = desk.open(at("2026-03-02T09:00"),
                                    at("2026-03-05T17:30"),
                                    {{QStringLiteral("category"), QStringLiteral("送货")},
                                     {QStringLiteral("handler"), QStringLiteral("李四")},
                                     {QStringLiteral("repeatFlag"), true}});
    desk.close(
        onTime,
        at("2026-03-05T17:30"),
        Stage::Closed,
        {{QStringLiteral("satisfaction"), QStringLiteral("Satisfied")},
         {QStringLiteral("foundedness"), QStringLiteral("Founded")}}); // closing time is in time
    const CaseId declined = desk.open(at("2026-03-03T09:00"), std::nullopt);
    desk.close(declined, at("2026-03-03T10:00"), Stage::Declined);
    const CaseId withdrawn = desk.open(at("2026-03-04T09:00"),
                                       at("2026-03-09T17:30"),
                                       {{QStringLiteral("kind"), QStringLiteral("Inquiry")}});
    desk.close(withdrawn, at("2026-03-06T10:00"), Stage::Withdrawn);
    desk.open(at("2026-03-10T09:00"), at("2026-03-13T17:30")); // overdue at the end
    desk.reopen(onTime, at("2026-03-31T23:59"));
    desk.open(at("2026-04-01T00:00"), at("2026-04-07T17:30")); // not March's
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private slots:

    void countsAMonthByHand()
    {
        Register desk;
        fillMarch(desk);
        const Figures f = counted(desk, "2026-03").total;
        QCOMPARE(f.carriedOver, 1);
        QCOMPARE(f.received, 5);
        QCOMPARE(f.reopened, 1);
        QCOMPARE(f.closed, 4);
        QCOMPARE(f.declined, 1);
        QCOMPARE(f.withdrawn, 1);
        QCOMPARE(f.open, 2);
        QCOMPARE(f.onTime, 2);
        QCOMPARE(f.late, 1);
        QCOMPARE(f.overdueOpen, 1);
        QCOMPARE(f.repeat, 1);
        QCOMPARE(f.founded, 1);
        QCOMPARE(f.satisfied, 1);
    }

    void countsOverdueAsOfNowWhileThePeriodRuns()
    {
        Register desk;
        fillMarch(desk);
        QCOMPARE(counted(desk, "2026-03", at("2026-03-12T09:00")).total.overdueOpen, 0);
        QCOMPARE(counted(desk, "2026-03", at("2026-03-14T09:00")).total.overdueOpen, 1);
    }

    void writesTheKeysScriptsRelyOn()
    {
        Register desk;
        fillMarch(desk);
        const QJsonObject json = statisticsJson(counted(desk, "2026-03"));
        for (const char *key : {"period",
                                "from",
                                "to",
                                "offices",
                                "carriedOver",
                                "received",
                                "closed",
                                "declined",
                                "withdrawn",
                                "open",
                                "onTime",
                                "late",
                                "onTimeRate",
                                "overdueOpen",
                                "byKind",
                                "byCategory",
                                "byChannel",
                                "byDepartment",
                                "byOffice",
                                "satisfaction",
                                "repeat",
                                "reopened",
                                "averageHandlingWorkingMinutes",
                                "previousPeriod",
                                "samePeriodLastYear"}) {
            QVERIFY2(json.contains(QLatin1StringView(key)), key);
        }
        QCOMPARE(json.value(u"onTimeRate").toDouble(), 2.0 / 3);
        const QJsonObject complaints =
            json.value(u"byKind").toObject().value(u"Complaint").toObject();
        QCOMPARE(complaints,
                 (QJsonObject{{QStringLiteral("received"), 4},
                              {QStringLiteral("closed"), 3},
                              {QStringLiteral("onTime"), 1},
                              {QStringLiteral("late"), 1}}));
    }

    void givesNoRateWithoutClosings()
    {
        Register desk;
        desk.open(at("2026-03-10T09:00"), std::nullopt);
        QVERIFY(statisticsJson(counted(desk, "2026-03")).value(u"onTimeRate").isNull());
    }

    void carriesOneYearIntoTheNext()
    {
        Register desk;
        desk.open(at("2025-12-31T23:59"), at("2026-01-06T17:30"));
        QCOMPARE(counted(desk, "2025").total.open, 1);
        QCOMPARE(counted(desk, "2026").total.carriedOver, 1);
        QCOMPARE(counted(desk, "2026").total.received, 0);
    }

    void drillsDownToAsManyCasesAsTheNumberSays()
    {
        Register desk;
        fillMarch(desk);
        const FieldCatalogue catalogue({}, {});
        const Statistics statistics = counted(desk, "2026-03");
        int followed = 0;
        for (const ReportName &name : reportNames()) {
            const auto table = statisticsTable(
                name.id, statistics, {catalogue, Language::Chinese, QStringLiteral("城东店")});
            QVERIFY(table.has_value());
            for (const TableRow &row : table->rows) {
                for (qsizetype i = 0; i < row.cells.size(); ++i) {
                    const TableCell &cell = row.cells.at(i);
                    if (!cell.drill) {
                        continue;
                    }
                    const auto count = desk.reader().count(*cell.drill);
                    QVERIFY(count.ok());
                    bool isCount = false;
                    const qlonglong said = cell.text.toLongLong(&isCount);
                    QVERIFY2(
                        *count == (isCount ? said : 1), // a case's number leads to that case
                        qPrintable(
                            QStringLiteral("%1 %2 %3: %4 cases")
                                .arg(table->id, row.cells.first().text, table->columns.at(i).head)
                                .arg(*count)));
                    ++followed;
                }
            }
        }
        QVERIFY(followed > 60);
    }

    void putsTheTotalLast()
    {
        Register desk;
        fillMarch(desk);
        const FieldCatalogue catalogue({}, {});
        const auto table = statisticsTable(
            QStringLiteral("S-03"), counted(desk, "2026-03"), {catalogue, Language::Chinese, {}});
        QVERIFY(table->rows.last().total);
        QCOMPARE(table->rows.last().cells.first().text, QStringLiteral("合计"));
        QCOMPARE(table->rows.last().cells.at(1).text,
                 QStringLiteral("4")); // 5 received − 1 declined
    }

    void equalsABruteForceCount()
    {
        Register desk;
        std::mt19937 random(20260313);
        const auto pick = [&](int n) {
            return static_cast<int>(random() % static_cast<unsigned>(n));
        };
        const Instant begin = at("2025-12-01T08:00");
        for (int i = 0; i < 120; ++i) {
            const Instant received = begin.addMs(pick(120 * 24) * 3600000LL);
            const auto due =
                pick(4) == 0 ? std::nullopt : std::optional(received.addMs(3 * kDayMs));
            const CaseId id = desk.open(
                received,
                due,
                {{QStringLiteral("assignedDept"), QStringLiteral("部门%1").arg(pick(4))}});
            if (pick(3) == 0) {
                continue;
            }
            const Stage as =
                std::array{
                    Stage::Closed, Stage::Closed, Stage::Closed, Stage::Declined, Stage::Withdrawn}
                    .at(static_cast<size_t>(pick(5)));
            const Instant closed = received.addMs((1 + pick(10 * 24)) * 3600000LL);
            desk.close(id, closed, as);
            if (pick(5) == 0) {
                desk.reopen(id, closed.addMs((1 + pick(20 * 24)) * 3600000LL));
            }
        }
        for (const char *period :
             {"2025-12", "2026-01", "2026-02", "2026-W08", "2026-Q1", "2026-01-10..2026-02-03"}) {
            const Statistics statistics = counted(desk, period);
            Figures expected;
            CaseFilter all;
            const auto keys = desk.reader().keys(all);
            QVERIFY(keys.ok());
            const auto rows = desk.reader().rows(*keys);
            QVERIFY(rows.ok());
            const auto within = [&](Instant moment) {
                return moment >= statistics.period.begin() && moment < statistics.period.end();
            };
            for (const CaseRow &row : *rows) {
                const auto caseFile = desk.reader().caseFile(row.id);
                for (const OpenSpan &span : caseFile->spans) {
                    const bool openedBefore = span.openedAt < statistics.period.begin();
                    expected.carriedOver +=
                        openedBefore &&
                                (!span.closedAt || *span.closedAt >= statistics.period.begin())
                            ? 1
                            : 0;
                    expected.open +=
                        span.openedAt < statistics.period.end() &&
                                (!span.closedAt || *span.closedAt >= statistics.period.end())
                            ? 1
                            : 0;
                    expected.received += within(span.openedAt) ? 1 : 0;
                    expected.reopened += within(span.openedAt) && span.reopened ? 1 : 0;
                    if (span.closedAt && within(*span.closedAt)) {
                        ++expected.closed;
                        expected.declined += span.closedAs == Stage::Declined ? 1 : 0;
                        expected.withdrawn += span.closedAs == Stage::Withdrawn ? 1 : 0;
                        expected.onTime += span.onTime && *span.onTime ? 1 : 0;
                        expected.late += span.onTime && !*span.onTime ? 1 : 0;
                    }
                    const auto ended = span.handlingStopped ? span.handlingStopped : span.closedAt;
                    expected.overdueOpen += span.handlingDue &&
                                                    *span.handlingDue < statistics.period.end() &&
                                                    span.openedAt < statistics.period.end() &&
                                                    (!ended || *ended >= statistics.period.end()) &&
                                                    (!ended || *ended > *span.handlingDue)
                                                ? 1
                                                : 0;
                }
            }
            const Figures &f = statistics.total;
            QCOMPARE((QVector{f.carriedOver,
                              f.received,
                              f.reopened,
                              f.closed,
                              f.declined,
                              f.withdrawn,
                              f.open,
                              f.onTime,
                              f.late,
                              f.overdueOpen}),
                     (QVector{expected.carriedOver,
                              expected.received,
                              expected.reopened,
                              expected.closed,
                              expected.declined,
                              expected.withdrawn,
                              expected.open,
                              expected.onTime,
                              expected.late,
                              expected.overdueOpen}));
            qint64 ofDepartments = 0;
            for (const Figures &group : statistics.table(Dimension::Department)) {
                ofDepartments += group.received;
            }
            QCOMPARE(ofDepartments, f.received);
        }
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
