// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/tally.h>

#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

class TestTally : public QObject
{
    Q_OBJECT

    static Instant at(QStringView text) { return Instant::parseLocal(text).value(); }

    static CaseFile sample(QVector<OpenSpan> spans)
    {
        CaseFile c{.id = CaseId::make(Instant::fromUtcMs(1), QByteArray(10, 'x'))};
        c.office = u"0571"_s;
        c.spans = std::move(spans);
        c.heads[u"kind"_s] = {FieldHead{u"Complaint"_s, {}, 1, {}}};
        c.heads[u"respondentDept"_s] = {FieldHead{u"配送部"_s, {}, 1, {}}};
        return c;
    }

    static qint64 sum(const CaseFile &c,
                      Count count,
                      QStringView from,
                      QStringView to,
                      Dimension dimension = Dimension::Total)
    {
        qint64 total = 0;
        for (const TallyEntry &entry : tallyOf(c)) {
            if (entry.dimension == dimension && entry.day >= *Day::parse(from) &&
                entry.day <= *Day::parse(to)) {
                total += entry.counts.at(static_cast<size_t>(count));
            }
        }
        return total;
    }

private slots:

    void aCaseCountsOnTheDayOfItsReceipt()
    {
        const CaseFile c = sample({{.openedAt = at(u"2026-01-31 23:59")}});
        QCOMPARE(sum(c, Count::Received, u"2026-01-01", u"2026-01-31"), 1);
        QCOMPARE(sum(c, Count::Received, u"2026-02-01", u"2026-02-28"), 0);
    }

    void aVoidedCaseCountsNowhere()
    {
        CaseFile c = sample({{.openedAt = at(u"2026-01-31 23:59")}});
        c.voided = true;
        QVERIFY(tallyOf(c).isEmpty());
    }

    void aReopenedCaseIsReceivedAgain()
    {
        const CaseFile c = sample({{.openedAt = at(u"2026-01-05 09:00"),
                                    .closedAt = at(u"2026-01-06 09:00"),
                                    .closedAs = Stage::Closed},
                                   {.openedAt = at(u"2026-02-05 09:00"), .reopened = true}});
        QCOMPARE(sum(c, Count::Received, u"2026-01-01", u"2026-12-31"), 2);
        QCOMPARE(sum(c, Count::Reopened, u"2026-02-01", u"2026-02-28"), 1);
        QCOMPARE(sum(c, Count::Closed, u"2026-01-01", u"2026-01-31"), 1);
    }

    void declinedAndWithdrawnAreClosingsToo()
    {
        const CaseFile c = sample({{.openedAt = at(u"2026-01-05 09:00"),
                                    .closedAt = at(u"2026-01-06 09:00"),
                                    .closedAs = Stage::Declined}});
        QCOMPARE(sum(c, Count::Closed, u"2026-01-01", u"2026-01-31"), 1);
        QCOMPARE(sum(c, Count::Declined, u"2026-01-01", u"2026-01-31"), 1);
        QCOMPARE(sum(c, Count::Withdrawn, u"2026-01-01", u"2026-01-31"), 0);
    }

    void overdueLastsFromDueToStop()
    {
        OpenSpan span{.openedAt = at(u"2026-01-28 09:00"),
                      .hasClock = true,
                      .handlingDue = at(u"2026-01-30 17:30")};
        const auto overdueAtEndOf = [&](QStringView day) {
            const CaseFile c = sample({span});
            return sum(c, Count::OverdueIn, u"2026-01-01", day) -
                   sum(c, Count::OverdueOut, u"2026-01-01", day);
        };
        QCOMPARE(overdueAtEndOf(u"2026-01-29"), 0);
        QCOMPARE(overdueAtEndOf(u"2026-01-30"), 1);
        span.handlingStopped = at(u"2026-02-02 09:00");
        QCOMPARE(overdueAtEndOf(u"2026-02-01"), 1);
        QCOMPARE(overdueAtEndOf(u"2026-02-02"), 0);
        span.handlingStopped = at(u"2026-01-30 17:30"); // closing time itself is still in time
        QCOMPARE(overdueAtEndOf(u"2026-01-30"), 0);
        QCOMPARE(sum(sample({span}), Count::OverdueIn, u"2026-01-01", u"2026-12-31"), 0);
    }

    void aLimitUntilMidnightIsOverdueOnlyOnTheNextDay()
    {
        const CaseFile c = sample({{.openedAt = at(u"2026-01-28 09:00"),
                                    .hasClock = true,
                                    .handlingDue = at(u"2026-01-31 00:00")}});
        QCOMPARE(sum(c, Count::OverdueIn, u"2026-01-01", u"2026-01-30"), 0);
        QCOMPARE(sum(c, Count::OverdueIn, u"2026-01-01", u"2026-01-31"), 1);
    }

    void theAssignedDepartmentCountsBeforeTheOneComplainedAbout()
    {
        CaseFile c = sample({{.openedAt = at(u"2026-01-05 09:00")}});
        const auto department = [&] {
            for (const TallyEntry &entry : tallyOf(c)) {
                if (entry.dimension == Dimension::Department) {
                    return entry.value;
                }
            }
            return QString();
        };
        QCOMPARE(department(), u"配送部"_s);
        c.heads[u"assignedDept"_s] = {FieldHead{u"客服部"_s, {}, 2, {}}};
        QCOMPARE(department(), u"客服部"_s);
    }
};

QTEST_GUILESS_MAIN(TestTally)
#include "tst_tally.moc"
