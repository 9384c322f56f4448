// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/idlemerges.h>
#include <store/indexmerges.h>
#include <support/tempstore.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);
constexpr auto kNever = std::chrono::hours(24);

void record(TempStore &desk, const QVector<NewEvent> &events)
{
    const auto recorded =
        desk.log().append({.actor = u"li"_s, .now = kNow, .events = events, .expected = {}});
    if (!recorded) {
        qFatal("%s", qUtf8Printable(recorded.error().detail));
    }
}

void recordOne(TempStore &desk)
{
    record(desk, {opening(desk.newCaseId(kNow), {{u"content"_s, u"空调漏水"_s}}, kNow)});
}

/// Cases of forty words that stand nowhere else.
QVector<NewEvent> wordyCases(TempStore &desk, int cases, int &word)
{
    QVector<NewEvent> events;
    for (int i = 0; i < cases; ++i) {
        QStringList words;
        for (int n = 0; n < 40; ++n) {
            words.append(u"w%1"_s.arg(++word * 7919LL));
        }
        events.append(opening(desk.newCaseId(kNow), {{u"content"_s, words.join(u' ')}}, kNow));
    }
    return events;
}

IndexShape shapeOf(const TempStore &desk)
{
    auto look = Database::open(desk.path(), Access::ReadOnly);
    return *indexShape(**look);
}

QString setting(const TempStore &desk, const char *name)
{
    auto look = Database::open(desk.path(), Access::ReadOnly);
    return *(*look)->pragma("SELECT v FROM fts_config WHERE k = '" + QByteArray(name) + "'");
}

/// A case file nobody else writes to, with so many segments in its index.
class Lone
{
public:
    explicit Lone(int segments)
    {
        m_store.close();
        auto opened = Database::open(m_store.path(), Access::ReadWrite);
        m_database = std::move(*opened);
        m_turn = std::make_shared<WriterTurn>(m_database.get());
        for (int i = 1; i <= segments; ++i) {
            const auto done = m_database->run("INSERT INTO fts (rowid, body) VALUES (" +
                                              QByteArray::number(i) + ", 'leak')");
            if (!done) {
                qFatal("%s", qUtf8Printable(done.error().detail));
            }
        }
    }

    ~Lone() { m_turn->end(); }

    Lone(const Lone &) = delete;
    Lone &operator=(const Lone &) = delete;

    [[nodiscard]] std::shared_ptr<WriterTurn> turn() const { return m_turn; }

    [[nodiscard]] qint64 segments() const { return shapeOf(m_store).all; }

    [[nodiscard]] QString found() const
    {
        auto look = Database::open(m_store.path(), Access::ReadOnly);
        return *(*look)->pragma("SELECT count(*) FROM fts WHERE fts MATCH 'leak'");
    }

private:
    TempStore m_store;
    std::unique_ptr<Database> m_database;
    std::shared_ptr<WriterTurn> m_turn;
};

} // namespace

/// The segments of the full-text index: few for a search to look into, and no save held up by them.
class TestIndexMerges : public QObject
{
    Q_OBJECT

private slots:

    void theIndexMergesNothingByItself()
    {
        const TempStore desk;
        QCOMPARE(setting(desk, "automerge"), u"0"_s);
        QCOMPARE(setting(desk, "usermerge"), u"16"_s);
        QCOMPARE(setting(desk, "crisismerge"), u"1000"_s);
    }

    void aSaveMergesSixteenBeforeItWhereNoIdleMomentCame()
    {
        TempStore desk;
        for (int i = 0; i < 16; ++i) {
            recordOne(desk);
        }
        QCOMPARE(shapeOf(desk).all, 16);
        recordOne(desk);
        QCOMPARE(shapeOf(desk).all, 2);
        QCOMPARE(desk.reader().search(u"漏水"_s, 50)->size(), 17);
    }

    void smallSegmentsDoNotPileUpBehindALargeMerge()
    {
        TempStore desk;
        int word = 0;
        for (int batch = 0; batch < 3; ++batch) {
            record(desk, wordyCases(desk, 1500, word));
        }
        qint64 most = 0;
        for (int i = 0; i < 600; ++i) {
            recordOne(desk);
            most = std::max(most, shapeOf(desk).all);
        }
        QVERIFY2(most < 36, qPrintable(QString::number(most)));
        QCOMPARE(desk.reader().search(u"漏水"_s, 1000)->size(), 600);
    }

    void anImportMergesWhatFourBeforeItHaveLeft()
    {
        TempStore desk;
        int word = 0;
        for (int batch = 0; batch < 5; ++batch) {
            QCOMPARE(shapeOf(desk).all, batch);
            record(desk, wordyCases(desk, 1000, word));
        }
        QCOMPARE(shapeOf(desk).all, 2);
        QCOMPARE(setting(desk, "usermerge"), u"16"_s);
    }

    void anIdleMomentMerges()
    {
        const Lone file(40);
        QCOMPARE(file.segments(), 40);
        IdleMerges merges(file.turn(), {.quiet = {}, .breath = {}, .pages = 8});
        merges.saved();
        QTRY_COMPARE(file.segments(), 1);
        QCOMPARE(file.found(), u"40"_s);
    }

    void whileSomebodyWritesNothingIsMerged()
    {
        const Lone file(40);
        {
            const auto held = file.turn()->take();
            IdleMerges merges(file.turn(), {.quiet = {}, .breath = {}, .pages = 8});
            merges.saved();
            QTest::qWait(20);
        }
        QCOMPARE(file.segments(), 40);
    }

    void savesThatFollowEachOtherPutItOff()
    {
        const Lone file(40);
        {
            IdleMerges merges(file.turn(), {.quiet = kNever, .breath = {}, .pages = 8});
            merges.saved();
            merges.saved();
        } // and the end of the program does not wait for an idle moment
        QCOMPARE(file.segments(), 40);
    }

    void theCaseLogTellsOfItsSaves()
    {
        TempStore desk;
        int word = 0;
        record(desk, wordyCases(desk, 300, word));
        for (int i = 0; i < 15; ++i) {
            recordOne(desk);
        }
        QTRY_COMPARE(shapeOf(desk).all, 1);
    }
};

QTEST_GUILESS_MAIN(TestIndexMerges)
#include "tst_indexmerges.moc"
