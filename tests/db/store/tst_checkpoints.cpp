// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/checkpoints.h>
#include <store/log.h>
#include <support/tempstore.h>

#include <QFileInfo>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);
constexpr int kNever = std::numeric_limits<int>::max();
constexpr int kPage = 4096;

/// A case file nobody else has open.
class Lone
{
public:
    Lone()
    {
        m_store.close();
        auto opened = Database::open(m_store.path(), Access::ReadWrite);
        if (!opened) {
            qFatal("%s", qUtf8Printable(opened.error().detail));
        }
        m_database = std::move(*opened);
    }

    Database &database() { return *m_database; }

    /// One commit of about this many pages.
    void commit(int pages)
    {
        const QByteArray size = QByteArray::number(pages * kPage / 2);
        const auto done = m_database->run("INSERT INTO access_log (at_utc_ms, actor, what, reason) "
                                          "VALUES (1, '', '', hex(zeroblob(" +
                                          size + ")))");
        if (!done) {
            qFatal("%s", qUtf8Printable(done.error().detail));
        }
    }

    /// Rows in the case file itself, whatever waits in its log.
    [[nodiscard]] int rowsInFile() const
    {
        auto file = Database::open(m_store.path(), Access::Immutable);
        return (*file)->pragma("SELECT count(*) FROM access_log")->toInt();
    }

    /// Pages in the log.
    [[nodiscard]] int pagesInLog()
    {
        Query query(*m_database, QByteArray("PRAGMA wal_checkpoint(PASSIVE)"));
        return query.next() ? static_cast<int>(query.integer("log")) : -1;
    }

    [[nodiscard]] qint64 logSize() const { return QFileInfo(m_store.path() + u"-wal"_s).size(); }

    TempStore &store() { return m_store; }

private:
    TempStore m_store;
    std::unique_ptr<Database> m_database;
};

} // namespace

/// Who carries the log of committed pages back into the case file, and when.
class TestCheckpoints : public QObject
{
    Q_OBJECT

private slots:

    void aCommitItselfWritesNothingBack()
    {
        Lone file;
        const Checkpoints checkpoints(file.database(),
                                      {.writeBackFrom = kNever, .mostPages = kNever});
        for (int i = 0; i < 30; ++i) {
            file.commit(100); // 3,000 pages: SQLite by itself would have written back twice
        }
        QCOMPARE(file.rowsInFile(), 0);
        QVERIFY(file.logSize() > qint64{3000} * kPage);
    }

    void aLongLogIsWrittenBackOnAnotherThread()
    {
        Lone file;
        {
            const Checkpoints checkpoints(file.database(),
                                          {.writeBackFrom = 50, .mostPages = kNever});
            file.commit(100);
        } // what was wanted is done before it goes
        QCOMPARE(file.rowsInFile(), 1);
    }

    void aShortLogIsLeftAlone()
    {
        Lone file;
        {
            const Checkpoints checkpoints(file.database(),
                                          {.writeBackFrom = 50, .mostPages = kNever});
            file.commit(5);
        }
        QCOMPARE(file.rowsInFile(), 0);
    }

    void savesWithoutAPauseDoNotLetTheLogGrow()
    {
        Lone file;
        Checkpoints checkpoints(file.database(), {.writeBackFrom = kNever, .mostPages = 500});
        for (int i = 0; i < 60; ++i) {
            checkpoints.makeRoom();
            file.commit(100);
        }
        QVERIFY2(file.logSize() < qint64{700} * kPage, qPrintable(QString::number(file.logSize())));
        QVERIFY(file.rowsInFile() > 50);
    }

    void theCaseLogMakesRoomBeforeASave()
    {
        Lone file;
        {
            Log log(file.database(), [&](int n) { return file.store().random(n); }, {}, {});
            file.commit(CheckpointLimits().mostPages + 100);
            const NewEvent fact =
                opening(file.store().newCaseId(kNow), {{u"content"_s, u"漏水"_s}}, kNow);
            QVERIFY(
                log.append({.actor = u"li"_s, .now = kNow, .events = {fact}, .expected = {}}, {})
                    .ok());
        }
        const int pages = file.pagesInLog();
        QVERIFY2(pages > 0 && pages < 1000, qPrintable(QString::number(pages)));
    }

    void theCaseLogTakesTheWritingBackFromSqlite()
    {
        Lone file;
        QVERIFY(*file.database().pragma("PRAGMA wal_autocheckpoint") != u"0"_s);
        const Log log(file.database(), [&](int n) { return file.store().random(n); }, {}, {});
        QCOMPARE(*file.database().pragma("PRAGMA wal_autocheckpoint"), u"0"_s);
        QCOMPARE(*file.database().pragma("PRAGMA synchronous"), u"2"_s);
        QCOMPARE(*file.database().pragma("PRAGMA journal_mode"), u"wal"_s);
    }

    void aClosedFileHasNoLog()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s,
                             .now = kNow,
                             .events = {opening(id, {{u"content"_s, u"漏水"_s}}, kNow)},
                             .expected = {}})
                    .ok());
        QVERIFY(QFileInfo(desk.path() + u"-wal"_s).size() > 0);
        desk.close();
        QVERIFY(!QFileInfo::exists(desk.path() + u"-wal"_s));
        auto file = Database::open(desk.path(), Access::Immutable);
        QCOMPARE(*(*file)->pragma("SELECT count(*) FROM complaint"), u"1"_s);
    }
};

QTEST_GUILESS_MAIN(TestCheckpoints)
#include "tst_checkpoints.moc"
