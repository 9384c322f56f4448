// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "barelimits.h"

#include <QDir>
#include <QFile>

#include <cstdlib>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

/// A scratch database; any failure ends the program, since a bare limit that is not measured is no
/// limit.
class Scratch
{
public:
    explicit Scratch(const QString &folder)
        : m_path(QDir(folder).filePath(u"bare.db"_s))
    {
        remove();
        check(sqlite3_open(QFile::encodeName(m_path).constData(), &m_db));
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
    }

    ~Scratch()
    {
        sqlite3_close(m_db);
        remove();
    }

    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    void run(const char *sql) { check(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr)); }

private:
    void check(int code) const
    {
        if (code != SQLITE_OK) {
            std::fprintf(stderr, "bare limit: %s\n", sqlite3_errmsg(m_db));
            std::exit(3);
        }
    }

    void remove() const
    {
        for (const auto *suffix : {"", "-wal", "-shm"}) {
            QFile::remove(m_path + QLatin1StringView(suffix));
        }
    }

    QString m_path;
    sqlite3 *m_db = nullptr;
};

} // namespace

Sample bareCommits(const QString &folder, int commits)
{
    Scratch db(folder);
    db.run("CREATE TABLE plain(id INTEGER PRIMARY KEY, words TEXT)");
    Sample sample;
    for (int i = 0; i < commits; ++i) {
        sample.add(timed([&] { db.run("INSERT INTO plain(words) VALUES('一行普通的记录')"); }));
    }
    return sample;
}

Sample bareIndexCount(const QString &folder, int rows, int counted, int repeats)
{
    Scratch db(folder);
    db.run("CREATE TABLE plain(id INTEGER PRIMARY KEY, day INTEGER, kind INTEGER)");
    db.run(qPrintable(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<%1) INSERT INTO plain SELECT i, i, i%7 FROM n"_s
            .arg(rows)));
    db.run("CREATE INDEX plain_day ON plain(day, kind)");
    const QString count =
        u"SELECT kind, count(*) FROM plain WHERE day BETWEEN %1 AND %2 GROUP BY kind"_s
            .arg(rows / 2)
            .arg(rows / 2 + counted);
    Sample sample;
    for (int i = 0; i < repeats; ++i) {
        sample.add(timed([&] { db.run(qPrintable(count)); }));
    }
    return sample;
}

} // namespace huiyin::bench
