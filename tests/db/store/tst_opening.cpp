// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/database.h>
#include <store/opening.h>
#include <store/rows.h>
#include <support/tempstore.h>

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <future>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString codeOf(const QString &path, const StoreOptions &options = {})
{
    auto store = Store::open(path, options);
    return store ? QString() : store.error().code;
}

/// A database of another program.
void makeForeign(const QString &path, const QByteArray &pragma)
{
    auto database = Database::open(path, Access::Create);
    QVERIFY(database.ok());
    QVERIFY((*database)->run("CREATE TABLE guest (name TEXT)").ok());
    QVERIFY((*database)->run(pragma).ok());
}

qint64 rowsOfEvent(const QString &path)
{
    auto database = Database::open(path, Access::ReadWrite);
    Query query(**database, "event-count");
    return query.next() ? query.integer("events") : -1;
}

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT

private slots:

    void whatIsNoCaseFileIsRefusedUntouched_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << u"store.notCaseFile"_s;
        QTest::newRow("jpeg") << QByteArray::fromHex("ffd8ffe000104a46494600010101") +
                                     QByteArray(5000, 'x')
                              << u"store.notCaseFile"_s;
        QTest::newRow("text") << QByteArray("编号,姓名\n1,王某\n") << u"store.notCaseFile"_s;
        QTest::newRow("head only") << QByteArray("SQLite format 3\0", 16) << u"store.damaged"_s;
        QTest::newRow("zeros") << QByteArray(8192, '\0') << u"store.notCaseFile"_s;
    }

    void whatIsNoCaseFileIsRefusedUntouched()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"a.huiyin"_s);
        write(path, bytes);
        QCOMPARE(codeOf(path), code);
        QCOMPARE(read(path), bytes);
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"a.huiyin"_s});
    }

    void aMissingFileIsSaidSo()
    {
        QTemporaryDir dir;
        QCOMPARE(codeOf(dir.filePath(u"none.huiyin"_s)), u"store.missing"_s);
        QVERIFY(QDir(dir.path()).isEmpty());
    }

    void aFolderIsSaidSo()
    {
        QTemporaryDir dir;
        QCOMPARE(codeOf(dir.path()), u"store.directory"_s);
    }

    void aForeignDatabaseIsLeftWithoutATrace()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"other.db"_s);
        makeForeign(path, "PRAGMA application_id = 77");
        const QByteArray before = read(path);
        QCOMPARE(codeOf(path), u"store.foreign"_s);
        QCOMPARE(read(path), before);
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"other.db"_s});
    }

    void aNewerSchemaIsRefusedUntouched()
    {
        TempStore desk;
        desk.close();
        {
            auto database = Database::open(desk.path(), Access::ReadWrite);
            QVERIFY((*database)->run("PRAGMA user_version = 99").ok());
        }
        const QByteArray before = read(desk.path());
        auto store = Store::open(desk.path(), desk.options());
        QVERIFY(!store.ok());
        QCOMPARE(store.error().code, u"store.schema.newer"_s);
        QCOMPARE(store.error().args.value(u"found"_s), u"99"_s);
        QCOMPARE(read(desk.path()), before);
    }

    void aFileCutShortIsDamaged()
    {
        TempStore desk;
        desk.close();
        const QByteArray whole = read(desk.path());
        write(desk.path(), whole.left(whole.size() / 2));
        QCOMPARE(codeOf(desk.path(), desk.options()), u"store.damaged"_s);
    }

    void overwrittenPagesAreReportedNotCrashedOn()
    {
        TempStore desk;
        desk.close();
        QByteArray bytes = read(desk.path());
        for (qsizetype i = 4096; i < bytes.size(); ++i) {
            bytes[i] = static_cast<char>(i * 31);
        }
        write(desk.path(), bytes);
        QCOMPARE(codeOf(desk.path(), desk.options()), u"store.damaged"_s);
    }

    void columnsCalledOtherwiseAreDamageNotACrash()
    {
        TempStore desk;
        const auto recorded = desk.log().append(
            {.actor = u"li"_s,
             .now = kNow,
             .events = {opening(desk.newCaseId(kNow), {{u"content"_s, u"服务态度"_s}}, kNow)},
             .expected = {}});
        QVERIFY(recorded.ok());
        desk.close();
        {
            auto database = Database::open(desk.path(), Access::ReadWrite);
            QVERIFY((*database)
                        ->run("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = "
                              "replace(sql, 'receiving_unit', 'receiving_unjt') "
                              "WHERE name = 'complaint'")
                        .ok());
        }
        desk.open();
        const auto page = desk.reader().page({}, {}, 50);
        QVERIFY(!page.ok());
        QCOMPARE(page.error().code, u"store.damaged"_s);
        const auto found = desk.reader().search(u"态度"_s, 50);
        QVERIFY(!found.ok());
        QCOMPARE(found.error().code, u"store.damaged"_s);
    }

    void aSecondWriterIsRefused()
    {
        TempStore desk;
        StoreOptions options = desk.options();
        options.lockPatienceMs = 0;
        auto second = Store::open(desk.path(), options);
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, u"store.locked"_s);
    }

    void aSecondWriterWaitsForTheFirstToLeave()
    {
        TempStore desk;
        QSemaphore started;
        auto second = std::async(std::launch::async, [&] {
            started.release();
            return codeOf(desk.path(), desk.options());
        });
        started.acquire();
        QThread::msleep(20); // a late start only makes the wait shorter, never the test fail
        desk.close();
        QCOMPARE(second.get(), QString());
    }

    void aReaderMayLookWhileAnotherWrites()
    {
        TempStore desk;
        StoreOptions options = desk.options();
        options.mode = OpenMode::ReadOnly;
        auto guest = Store::open(desk.path(), options);
        QVERIFY(guest.ok());
        const CaseId id = desk.newCaseId(kNow);
        const Batch batch{
            .actor = u"li"_s, .now = kNow, .events = {opening(id, {}, kNow)}, .expected = {}};
        QVERIFY(desk.log().append(batch).ok());
        QVERIFY((*guest)->reader().caseFile(id).ok());
        const auto refused = (*guest)->log().append(batch);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, u"store.readonly"_s);
    }

    void aFreedLockLetsTheNextIn()
    {
        TempStore desk;
        desk.close();
        QCOMPARE(codeOf(desk.path(), desk.options()), QString());
    }

    void aNewFileNeverReplacesAnOldOne()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"a.huiyin"_s);
        write(path, "precious");
        auto made = Store::create(path, {.officeCode = u"1"_s, .now = kNow}, {});
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, u"store.exists"_s);
        QCOMPARE(read(path), QByteArray("precious"));
    }

    void networkFileSystemsAreKnown_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("network");
        QTest::newRow("nfs4") << QByteArray("nfs4") << true;
        QTest::newRow("cifs") << QByteArray("cifs") << true;
        QTest::newRow("smb3") << QByteArray("smb3") << true;
        QTest::newRow("sshfs") << QByteArray("fuse.sshfs") << true;
        QTest::newRow("gvfs") << QByteArray("fuse.gvfsd-fuse") << true;
        QTest::newRow("ext4") << QByteArray("ext4") << false;
        QTest::newRow("ntfs usb") << QByteArray("fuseblk") << false;
        QTest::newRow("overlay") << QByteArray("overlay") << false;
    }

    void networkFileSystemsAreKnown()
    {
        QFETCH(QByteArray, type);
        QFETCH(bool, network);
        QCOMPARE(isNetworkFileSystem(type), network);
    }

    void anOlderFileIsCopiedAsideAndMigratedWhole()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"old.huiyin"_s);
        QDir().mkpath(dir.filePath(u"schema/0001"_s));
        write(dir.filePath(u"schema/0001/10-colour.sql"_s), "CREATE TABLE colour (name TEXT)");
        auto database = Database::open(path, Access::Create);
        QVERIFY((*database)->run("CREATE TABLE shape (name TEXT)").ok());
        QVERIFY(migrate(**database, 0, 1, dir.filePath(u"schema"_s)).ok());
        QCOMPARE(*(*database)->pragma("PRAGMA user_version"), u"1"_s);
        QVERIFY((*database)->run("SELECT name FROM colour").ok());
        auto aside = Database::open(path + u".v0-backup"_s, Access::Immutable);
        QVERIFY(aside.ok());
        QVERIFY((*aside)->run("SELECT name FROM shape").ok());
        QVERIFY(!(*aside)->run("SELECT name FROM colour").ok());
    }

    void aMigrationThatFailsLeavesTheFileAsItWas()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"old.huiyin"_s);
        QDir().mkpath(dir.filePath(u"schema/0001"_s));
        write(dir.filePath(u"schema/0001/10-colour.sql"_s), "CREATE TABLE colour (name TEXT)");
        write(dir.filePath(u"schema/0001/20-bad.sql"_s), "CREATE TABEL nonsense");
        auto database = Database::open(path, Access::Create);
        QVERIFY((*database)->run("CREATE TABLE shape (name TEXT)").ok());
        const auto done = migrate(**database, 0, 1, dir.filePath(u"schema"_s));
        QVERIFY(!done.ok());
        QCOMPARE(done.error().code, u"store.migration"_s);
        QCOMPARE(*(*database)->pragma("PRAGMA user_version"), u"0"_s);
        QVERIFY(!(*database)->run("SELECT name FROM colour").ok());
    }

    void aFileFoldedByOtherCodeIsFoldedAgain()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s,
                             .now = kNow,
                             .events = {opening(id, {{u"title"_s, u"渗漏"_s}}, kNow)},
                             .expected = {}})
                    .ok());
        desk.close();
        {
            auto database = Database::open(desk.path(), Access::ReadWrite);
            QVERIFY((*database)->run("UPDATE complaint SET title = 'wrong'").ok());
            QVERIFY(setMeta(**database, u"fold_version"_s, u"0"_s).ok());
        }
        desk.open();
        QCOMPARE(desk.reader().page({}, {}, 10)->rows.first().title, u"渗漏"_s);
    }

    void anOlderCopyOpensANewBook()
    {
        TempStore desk;
        const QString copy = desk.folder() + u"/copy.huiyin"_s;
        const CaseId first = desk.newCaseId(kNow);
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s,
                             .now = kNow,
                             .events = {opening(first, {}, kNow)},
                             .expected = {}})
                    .ok());
        desk.close();
        QVERIFY(QFile::copy(desk.path(), copy));
        desk.open();
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s,
                             .now = kNow,
                             .events = {opening(desk.newCaseId(kNow), {}, kNow)},
                             .expected = {}})
                    .ok());
        desk.close();
        // The copy is older than its watermark: number 0002 has been given out since.
        auto store = Store::open(copy, desk.options());
        QVERIFY(store.ok());
        const CaseId later = desk.newCaseId(kNow);
        const auto recorded = (*store)->log().append(
            {.actor = u"li"_s, .now = kNow, .events = {opening(later, {}, kNow)}, .expected = {}});
        QVERIFY(recorded.ok());
        QCOMPARE(recorded->numbers.value(later), u"TS0571202602-B0001"_s);
        QVERIFY(!(*store)->reader().verify(true)->firstFault);
    }

    void theSameFileGoesOnWithItsBook()
    {
        TempStore desk;
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s,
                             .now = kNow,
                             .events = {opening(desk.newCaseId(kNow), {}, kNow)},
                             .expected = {}})
                    .ok());
        desk.close();
        desk.open();
        const CaseId later = desk.newCaseId(kNow);
        const auto recorded = desk.log().append(
            {.actor = u"li"_s, .now = kNow, .events = {opening(later, {}, kNow)}, .expected = {}});
        QCOMPARE(recorded->numbers.value(later), u"TS0571202602-0002"_s);
        desk.close();
        QCOMPARE(rowsOfEvent(desk.path()), qint64{4});
    }

    void aFileFromAnotherMachineOpensANewBook()
    {
        TempStore desk;
        desk.close();
        {
            auto database = Database::open(desk.path(), Access::ReadWrite);
            QVERIFY(setMeta(**database, u"machine"_s, u"elsewhere"_s).ok());
        }
        QVERIFY(QDir(desk.folder() + u"/state"_s).removeRecursively());
        desk.open();
        const CaseId later = desk.newCaseId(kNow);
        const auto recorded = desk.log().append(
            {.actor = u"li"_s, .now = kNow, .events = {opening(later, {}, kNow)}, .expected = {}});
        QVERIFY(recorded.ok());
        QCOMPARE(recorded->numbers.value(later), u"TS0571202602-B0001"_s);
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
