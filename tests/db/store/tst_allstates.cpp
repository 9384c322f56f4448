// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/filtersql.h>
#include <support/tempstore.h>

#include <QTest>

#include <algorithm>
#include <limits>
#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);
constexpr int kCases = 24;

Instant receivedOf(int i) { return kNow.addMs(-(i * 7 % 10) * kDayMs); }

Instant dueOf(int i) { return kNow.addMs((i * 5 % 8) * kDayMs); }

bool isOpen(int i) { return i % 3 != 0; }

bool isWangs(int i) { return i % 4 == 0; }

/// Open and closed cases whose receipts and limits lie criss-cross, some at the same moment.
void fill(TempStore &desk)
{
    QVector<NewEvent> events;
    for (int i = 0; i < kCases; ++i) {
        const auto closedOf = [](const CaseId &id) {
            return move(id, u"close"_s, Stage::Handling, Stage::Closed, kNow, {}, {u"handling"_s});
        };
        events.append(opening(desk.newCaseId(kNow),
                              {{u"complainantName"_s, QString::number(i)},
                               {u"handler"_s, isWangs(i) ? u"王工"_s : QString()}},
                              receivedOf(i),
                              Stage::Handling,
                              {handlingClock(receivedOf(i), dueOf(i))}));
        if (!isOpen(i)) {
            events.append(closedOf(*events.last().caseId));
        }
    }
    const auto done =
        desk.log().append({.actor = u"li"_s, .now = kNow, .events = events, .expected = {}});
    if (!done) {
        qFatal("%s", qUtf8Printable(done.error().detail));
    }
}

QVector<int> numbersOf(const QVector<CaseRow> &rows)
{
    QVector<int> numbers;
    for (const CaseRow &row : rows) {
        numbers.append(row.complainantName.toInt());
    }
    return numbers;
}

/// Cases in the order of a list; those without a running clock come after all others.
QVector<int> inOrder(const CaseFilter &filter)
{
    QVector<int> numbers;
    for (int i = 0; i < kCases; ++i) {
        if (filter.handler.isEmpty() || isWangs(i)) {
            numbers.append(i);
        }
    }
    const auto place = [&filter](int i) {
        if (filter.sort == CaseSort::Received) {
            return receivedOf(i).utcMs();
        }
        return isOpen(i) ? dueOf(i).utcMs() : std::numeric_limits<qint64>::max();
    };
    std::stable_sort(
        numbers.begin(), numbers.end(), [&](int a, int b) { return place(a) < place(b); });
    if (filter.descending) {
        std::reverse(numbers.begin(), numbers.end());
    }
    return numbers;
}

QString planOf(const TempStore &desk, const CaseFilter &filter)
{
    const auto sql = selectSql(filter, Columns::Row, std::nullopt, 50);
    sqlite3 *raw = nullptr;
    sqlite3_stmt *statement = nullptr;
    const QByteArray text = "EXPLAIN QUERY PLAN " + sql.text;
    if (sqlite3_open(qUtf8Printable(desk.path()), &raw) != SQLITE_OK ||
        sqlite3_prepare_v2(raw, text.constData(), -1, &statement, nullptr) != SQLITE_OK) {
        qFatal("%s", sqlite3_errmsg(raw));
    }
    QString plan;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        plan +=
            QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 3))) +
            u'\n';
    }
    sqlite3_finalize(statement);
    sqlite3_close(raw);
    return plan;
}

} // namespace

Q_DECLARE_METATYPE(huiyin::CaseFilter)

/// Lists of open and closed cases together: two indexes keep the states apart, the list does not.
class TestAllStates : public QObject
{
    Q_OBJECT

private slots:

    void theListRunsThroughInOneOrder_data()
    {
        QTest::addColumn<CaseFilter>("filter");
        for (const auto sort : {CaseSort::Due, CaseSort::Received}) {
            for (const bool descending : {false, true}) {
                for (const auto &handler : {QString(), u"王工"_s}) {
                    QTest::addRow("sort %d, descending %d, handler %d",
                                  int(sort),
                                  int(descending),
                                  int(!handler.isEmpty()))
                        << CaseFilter{.handler = handler, .sort = sort, .descending = descending};
                }
            }
        }
    }

    void theListRunsThroughInOneOrder()
    {
        QFETCH(CaseFilter, filter);
        TempStore desk;
        fill(desk);
        const QVector<int> expected = inOrder(filter);
        QCOMPARE(numbersOf(desk.reader().page(filter, {}, kCases)->rows), expected);
        QCOMPARE(desk.reader().keys(filter)->size(), expected.size());
        QCOMPARE(desk.reader().count(filter).value(), expected.size());
        QCOMPARE(desk.reader().count(filter, 3).value(), 3);
        QVector<int> piecewise;
        Cursor cursor;
        do {
            const auto page = desk.reader().page(filter, cursor, 1);
            QVERIFY(page.ok());
            piecewise += numbersOf(page->rows);
            cursor = page->next;
        } while (!cursor.isEmpty());
        QCOMPARE(piecewise, expected);
    }

    void noListIsSortedAnew_data() { theListRunsThroughInOneOrder_data(); }

    void noListIsSortedAnew()
    {
        QFETCH(CaseFilter, filter);
        const TempStore desk;
        const QString plan = planOf(desk, filter);
        // Of a person the order is that of each state; his cases are few.
        const bool sorts = !filter.handler.isEmpty() && filter.sort == CaseSort::Due;
        QVERIFY2(plan.contains(u"TEMP B-TREE"_s) == sorts, qPrintable(plan));
    }

    void aLimitNarrowsOpenAndClosedAlike()
    {
        TempStore desk;
        fill(desk);
        CaseFilter filter;
        filter.dueBefore = kNow.addMs(3 * kDayMs);
        filter.sort = CaseSort::Received;
        int due = 0;
        for (int i = 0; i < kCases; ++i) {
            due += isOpen(i) && dueOf(i) < *filter.dueBefore ? 1 : 0;
        }
        QVERIFY(due > 3);
        QCOMPARE(desk.reader().count(filter).value(), due);
        QCOMPARE(desk.reader().page(filter, {}, kCases)->rows.size(), due);
    }
};

QTEST_GUILESS_MAIN(TestAllStates)
#include "tst_allstates.moc"
