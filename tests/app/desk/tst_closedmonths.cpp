// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

/// The figures of a month as they were frozen.
ClosedMonth closed(DeskFixture &fixture, const QString &month)
{
    const auto done = closeMonth(fixture.desk(), month);
    if (!done || refuses(done->findings)) {
        qFatal("not closed: %s", qPrintable(month));
    }
    const auto months = closedMonths(fixture.desk().reader());
    return *ClosedMonth::fromJson(month, months->value(month));
}

} // namespace

class TestClosedMonths : public QObject
{
    Q_OBJECT

private slots:

    void onlyTheFirstOneKeepsWhatCameBefore()
    {
        DeskFixture fixture;
        static_cast<void>(fixture.recorded());
        fixture.setNow(u"2026-05-02T09:00"_s);
        const ClosedMonth april = closed(fixture, u"2026-04"_s);
        QVERIFY(!april.before.value(Dimension::Total).isEmpty());
        QCOMPARE(april.before.value(Dimension::Total), april.sums.value(Dimension::Total));
        fixture.setNow(u"2026-06-02T09:00"_s);
        QVERIFY(closed(fixture, u"2026-05"_s).before.value(Dimension::Total).isEmpty());
    }

    void aMonthIsClosedOnce()
    {
        DeskFixture fixture;
        fixture.setNow(u"2026-05-02T09:00"_s);
        static_cast<void>(closed(fixture, u"2026-04"_s));
        const auto again = closeMonth(fixture.desk(), u"2026-04"_s);
        QVERIFY(again && refuses(again->findings));
    }
};

QTEST_GUILESS_MAIN(TestClosedMonths)
#include "tst_closedmonths.moc"
