// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/filtersql.h>
#include <support/tempstore.h>

#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);

/// A case of a department, due so many hours from now.
void put(TempStore &desk,
         const QString &name,
         const QString &department,
         const QString &handler,
         int dueHours,
         Stage stage = Stage::Transferred)
{
    const auto due = kNow.addMs(dueHours * 3600000LL);
    auto event = opening(desk.newCaseId(kNow),
                         {{u"kind"_s, u"Complaint"_s},
                          {u"complainantName"_s, name},
                          {u"assignedDept"_s, department},
                          {u"handler"_s, handler}},
                         kNow,
                         stage,
                         {handlingClock(kNow, due)});
    const auto done = desk.log().append(
        {.actor = u"li"_s, .now = kNow, .events = {std::move(event)}, .expected = {}});
    if (!done) {
        qFatal("%s", qUtf8Printable(done.error().code + u' ' + done.error().detail));
    }
}

CaseFilter forWang(CaseSort sort = CaseSort::Due)
{
    CaseFilter filter;
    filter.open = true;
    filter.handler = u"王工"_s;
    filter.waitingIn = u"维修部"_s;
    filter.sort = sort;
    return filter;
}

QStringList names(const QVector<CaseRow> &rows)
{
    QStringList names;
    for (const auto &row : rows) {
        names.append(row.complainantName);
    }
    return names;
}

void fill(TempStore &desk)
{
    put(desk, u"mine late"_s, u"物流部"_s, u"王工"_s, 40);
    put(desk, u"waiting soon"_s, u"维修部"_s, {}, 10);
    put(desk, u"a colleague's"_s, u"维修部"_s, u"李工"_s, 5);
    put(desk, u"elsewhere"_s, u"物流部"_s, {}, 6);
    put(desk, u"mine soon"_s, u"维修部"_s, u"王工"_s, 20);
    put(desk, u"waiting late"_s, u"维修部"_s, {}, 30);
    put(desk, u"over"_s, u"维修部"_s, {}, 1, Stage::Closed);
}

} // namespace

/// The queue of a person with a department: own cases and those nobody there has taken over.
class TestWaiting : public QObject
{
    Q_OBJECT

private slots:

    void ownCasesAndThoseNobodyHandlesStandInOneOrder()
    {
        TempStore desk;
        fill(desk);
        const auto page = desk.reader().page(forWang(), {}, 50);
        QVERIFY(page.ok());
        QCOMPARE(
            names(page->rows),
            QStringList({u"waiting soon"_s, u"mine soon"_s, u"waiting late"_s, u"mine late"_s}));
        QCOMPARE(desk.reader().count(forWang()).value(), 4);
        QCOMPARE(desk.reader().keys(forWang())->size(), 4);
    }

    void aPlaceThatIsNoneIsRefused()
    {
        TempStore desk;
        const auto page = desk.reader().page(forWang(), u"nowhere"_s, 5);
        QVERIFY(!page.ok());
        QCOMPARE(page.error().code, u"store.cursor"_s);
    }

    void pagesFollowEachOtherWithoutGapOrRepetition_data()
    {
        QTest::addColumn<int>("sort");
        QTest::addColumn<bool>("descending");
        for (const auto sort : {CaseSort::Due, CaseSort::Received, CaseSort::Number}) {
            for (const bool descending : {false, true}) {
                QTest::addRow("%d %d", int(sort), int(descending)) << int(sort) << descending;
            }
        }
    }

    void pagesFollowEachOtherWithoutGapOrRepetition()
    {
        QFETCH(int, sort);
        QFETCH(bool, descending);
        TempStore desk;
        fill(desk);
        auto filter = forWang(static_cast<CaseSort>(sort));
        filter.descending = descending;
        const auto whole = names(desk.reader().page(filter, {}, 50)->rows);
        QStringList piecewise;
        Cursor cursor;
        do {
            const auto page = desk.reader().page(filter, cursor, 1);
            QVERIFY(page.ok());
            piecewise += names(page->rows);
            cursor = page->next;
        } while (!cursor.isEmpty());
        QCOMPARE(piecewise, whole);
        QCOMPARE(whole.size(), 4);
    }

    void withAPeriodTheSameCasesAreFound()
    {
        TempStore desk;
        fill(desk);
        auto filter = forWang();
        filter.receivedFrom = kNow.addMs(-kDayMs);
        QCOMPARE(desk.reader().page(filter, {}, 50)->rows.size(), 4);
    }

    void bothPartsComeInOrderFromTheirIndexes()
    {
        TempStore desk;
        const auto sql = selectSql(forWang(), Columns::Row, std::nullopt, 50);
        sqlite3 *raw = nullptr;
        QCOMPARE(sqlite3_open(qUtf8Printable(desk.path()), &raw), SQLITE_OK);
        sqlite3_stmt *statement = nullptr;
        const QByteArray text = "EXPLAIN QUERY PLAN " + sql.text;
        QCOMPARE(sqlite3_prepare_v2(raw, text.constData(), -1, &statement, nullptr), SQLITE_OK);
        QString plan;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            plan += QString::fromUtf8(
                        reinterpret_cast<const char *>(sqlite3_column_text(statement, 3))) +
                    u'\n';
        }
        sqlite3_finalize(statement);
        sqlite3_close(raw);
        QVERIFY2(plan.contains(u"complaint_by_handler_due (handler=? AND open=?"_s),
                 qPrintable(plan));
        QVERIFY2(plan.contains(u"complaint_by_department_due (department=? AND open=?"_s),
                 qPrintable(plan));
        QVERIFY2(!plan.contains(u"TEMP B-TREE"_s), qPrintable(plan));
    }
};

QTEST_GUILESS_MAIN(TestWaiting)
#include "tst_waiting.moc"
