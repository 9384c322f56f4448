// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/database.h>
#include <support/tempstore.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);

/// Three cases, one moved, one closed, one with a file.
void fill(TempStore &desk)
{
    const QString paper = desk.folder() + u"/paper.txt"_s;
    QFile file(paper);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("evidence");
    file.close();
    const auto kept = desk.log().keepFile(paper);
    QVERIFY(kept.ok());
    QVector<NewEvent> events;
    for (int i = 0; i < 3; ++i) {
        const CaseId id = desk.newCaseId(kNow);
        events.append(
            opening(id,
                    {{u"kind"_s, u"Complaint"_s}, {u"content"_s, u"空调漏水第%1次"_s.arg(i)}},
                    kNow,
                    Stage::Accepted,
                    QJsonArray{handlingClock(kNow, kNow.addMs(kDayMs))}));
        if (i > 0) {
            events.append(move(id,
                               u"close"_s,
                               Stage::Accepted,
                               i == 1 ? Stage::Closed : Stage::Handling,
                               kNow.addMs(1000)));
        } else {
            events.append(
                {.kind = QLatin1StringView(event::kFileAttached),
                 .caseId = id,
                 .body = {{u"hash"_s, kept->hash}, {u"name"_s, u"paper.txt"_s}, {u"size"_s, 8}}});
        }
    }
    QVERIFY(
        desk.log().append({.actor = u"li"_s, .now = kNow, .events = events, .expected = {}}).ok());
}

} // namespace

/// Whatever is changed behind the program's back is found and placed.
class TestTampering : public QObject
{
    Q_OBJECT

private slots:

    void anAlteredFileIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *sql, const char *code) {
            QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(code);
        };
        row("body",
            "UPDATE event SET body = replace(CAST(body AS TEXT), 'Complaint', 'Praise') WHERE seq "
            "= 3",
            "store.verify.body");
        row("salt", "UPDATE event SET salt = zeroblob(16) WHERE seq = 4", "store.verify.body");
        row("actor", "UPDATE event SET actor = 'wu' WHERE seq = 4", "store.verify.header");
        row("clock of a record",
            "UPDATE event SET hlc = hlc + 1 WHERE seq = 5",
            "store.verify.header");
        row("kind", "UPDATE event SET kind = 'note.added/1' WHERE seq = 4", "store.verify.header");
        row("case",
            "UPDATE event SET case_id = (SELECT case_id FROM event WHERE seq = 3) WHERE seq = 6",
            "store.verify.header");
        row("body hash",
            "UPDATE event SET body_hash = zeroblob(32) WHERE seq = 4",
            "store.verify.body");
        row("delete in the middle", "DELETE FROM event WHERE seq = 4", "store.verify.gap");
        row("delete the last", "DELETE FROM event WHERE seq = 8", "store.verify.head");
        row("delete the first", "DELETE FROM event WHERE seq = 1", "store.verify.gap");
        row("reorder",
            "UPDATE event SET seq = 11 - seq WHERE seq IN (5, 6)",
            "store.verify.header");
        row("repeat",
            "INSERT INTO event (id, chain, seq, hlc, actor, kind, case_id, salt, body, body_hash, "
            "state) "
            "SELECT id, chain, seq, hlc, actor, kind, case_id, salt, body, body_hash, state FROM "
            "event WHERE seq = 4",
            "store.verify.gap");
        row("head", "UPDATE chain SET head_seq = head_seq - 1", "store.verify.head");
        row("head link", "UPDATE chain SET head_link = zeroblob(32)", "store.verify.head");
        row("chain row", "DELETE FROM chain", "store.verify.stray");
        row("seal link", "UPDATE seal SET link = zeroblob(32)", "store.verify.seal");
        row("seal signature", "UPDATE seal SET signature = zeroblob(64)", "store.verify.seal");
        row("seal time", "UPDATE seal SET at_utc_ms = at_utc_ms + 1", "store.verify.seal");
        row("file row", "DELETE FROM file", "store.verify.file.missing");
        row("complaint",
            "UPDATE complaint SET kind = 'Praise' WHERE case_key = (SELECT case_key FROM complaint "
            "ORDER BY case_key LIMIT 1 OFFSET 1)",
            "store.verify.projection");
        row("complaint gone",
            "DELETE FROM complaint WHERE case_key = (SELECT case_key FROM complaint ORDER BY "
            "case_key LIMIT 1 OFFSET 2)",
            "store.verify.projection");
        row("key",
            "UPDATE complaint SET case_key = case_key + 1000 WHERE case_key = (SELECT case_key "
            "FROM complaint ORDER BY case_key LIMIT 1 OFFSET 2)",
            "store.verify.projection");
        row("due",
            "UPDATE complaint SET due_utc_ms = due_utc_ms + 1 WHERE case_key = (SELECT case_key "
            "FROM complaint ORDER BY case_key LIMIT 1 OFFSET 0)",
            "store.verify.projection");
        row("span",
            "UPDATE span SET on_time = 0 WHERE case_key = (SELECT case_key FROM complaint ORDER BY "
            "case_key LIMIT 1 OFFSET 1)",
            "store.verify.projection");
        row("span added",
            "INSERT INTO span (case_key, no, opened_utc_ms, reopened, counted_in) VALUES (77, 0, "
            "5, 0, 0)",
            "store.verify.projection");
        row("tally",
            "UPDATE tally SET counts = CAST(counts || x'1d02' AS BLOB) WHERE dimension = 'total'",
            "store.verify.projection");
        row("month",
            "UPDATE tally_month SET counts = CAST(counts || x'1d02' AS BLOB) WHERE dimension = "
            "'total'",
            "store.verify.projection");
        row("month gone",
            "DELETE FROM tally_month WHERE dimension = 'kind'",
            "store.verify.projection");
        row("a tally of bytes",
            "UPDATE tally SET value = x'00ff' WHERE dimension = 'kind'",
            "store.verify.projection");
        row("a tally nobody can read",
            "UPDATE tally SET counts = x'ff' WHERE dimension = 'kind'",
            "store.verify.projection");
        row("tally gone", "DELETE FROM tally WHERE dimension = 'kind'", "store.verify.projection");
        row("usage",
            "UPDATE usage SET uses = uses + 1 WHERE field = 'stage'",
            "store.verify.projection");
        row("index", "INSERT INTO fts (rowid, body) VALUES (2, '渗漏')", "store.verify.projection");
        row("setting", "UPDATE config SET value = 'bld'", "store.verify.projection");
    }

    void anAlteredFileIsFound()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, code);
        TempStore desk;
        fill(desk);
        QVERIFY(!desk.reader().verify(true)->firstFault);
        {
            auto intruder = Database::open(desk.path(), Access::ReadWrite);
            QVERIFY2((*intruder)->run(sql).ok(), sql.constData());
        }
        const auto report = desk.reader().verify(true);
        QVERIFY(report.ok());
        QVERIFY(report->firstFault);
        QVERIFY(report->faults > 0);
        QCOMPARE(report->firstFault->code, code);
    }

    void anAlteredAttachmentIsFound()
    {
        TempStore desk;
        fill(desk);
        QDir files(desk.path() + u".files"_s);
        const QString folder = files.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first();
        files.cd(folder);
        QFile file(files.filePath(files.entryList(QDir::Files).first()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("forged!!");
        file.close();
        QCOMPARE(desk.reader().verify(false)->firstFault->code, u"store.verify.file.changed"_s);
        QVERIFY(file.remove());
        QCOMPARE(desk.reader().verify(false)->firstFault->code, u"store.verify.file.missing"_s);
    }

    void aRefoldMendsTheTables()
    {
        TempStore desk;
        fill(desk);
        {
            auto intruder = Database::open(desk.path(), Access::ReadWrite);
            QVERIFY((*intruder)->run("UPDATE complaint SET kind = 'Praise'").ok());
            QVERIFY((*intruder)->run("DELETE FROM tally").ok());
            QVERIFY((*intruder)->run("DELETE FROM config").ok());
        }
        QVERIFY(desk.reader().verify(true)->firstFault);
        const auto cases = desk.log().refold();
        QVERIFY(cases.ok());
        QCOMPARE(*cases, qint64{3});
        const auto report = desk.reader().verify(true);
        QVERIFY2(!report->firstFault,
                 report->firstFault ? qPrintable(report->firstFault->code) : "");
    }

    void aCancelledRefoldChangesNothing()
    {
        TempStore desk;
        QVector<NewEvent> events;
        for (int i = 0; i < 300; ++i) {
            events.append(opening(desk.newCaseId(kNow), {{u"kind"_s, u"Complaint"_s}}, kNow));
        }
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s, .now = kNow, .events = events, .expected = {}})
                    .ok());
        const auto cases = desk.log().refold([](qint64, qint64) { return false; });
        QVERIFY(!cases.ok());
        QCOMPARE(cases.error().code, u"store.cancelled"_s);
        QCOMPARE(*desk.reader().count({}, -1), qint64{300});
        QVERIFY(!desk.reader().verify(true)->firstFault);
    }

    void aBackupIsWholeAndNamed()
    {
        TempStore desk;
        fill(desk);
        const auto path = desk.log().backup(desk.folder() + u"/backups"_s, kNow);
        QVERIFY2(path.ok(), path.ok() ? "" : qPrintable(path.error().code + path.error().detail));
        QVERIFY(path->endsWith(u"/滨湖分公司-20260202-104000.huiyin"_s));
        StoreOptions options = desk.options();
        options.mode = OpenMode::ReadOnly;
        auto copy = Store::open(*path, options);
        QVERIFY(copy.ok());
        const auto report = (*copy)->reader().verify(true);
        QVERIFY2(!report->firstFault,
                 report->firstFault ? qPrintable(report->firstFault->code) : "");
        QCOMPARE(report->files, qint64{1});
        QCOMPARE(desk.reader().status(kNow)->lastBackup, std::optional(kNow));
        QCOMPARE(
            QDir(desk.folder() + u"/backups"_s).entryList(QDir::Files).filter(u".part"_s).size(),
            0);
    }
};

QTEST_GUILESS_MAIN(TestTampering)
#include "tst_tampering.moc"
