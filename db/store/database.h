// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>
#include <domain/result.h>

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace huiyin {

/// A cell of a row on its way in: nothing, a number, text or bytes.
using Value = std::variant<std::monostate, qint64, QString, QByteArray>;

/// How a connection may be used. `Immutable` is for a file that nobody writes: no lock, no log
/// file. `Memory` has no file at all.
enum class Access { ReadOnly, Immutable, ReadWrite, Create, Memory };

/// A prepared statement and the names of its parameters and columns.
struct Statement
{
    sqlite3_stmt *handle = nullptr;
    /// Names are copies: SQLite frees its own when it prepares the statement anew.
    std::map<std::string, int, std::less<>> columns;
    /// The bound texts and bytes by place: SQLite reads them here instead of copying them, and
    /// their room is used again for the next row.
    std::vector<QByteArray> bound;
    bool busy = false;

    ~Statement();
};

/// One connection to one case file. Statements are prepared once, by the name of their file in
/// db/queries. Not for use by two threads at a time.
class Database
{
public:
    /// Opens the file and sets the pragmas, which are read back.
    /// \error store.busy, store.damaged, store.readonly, store.disk, store.pragma
    static Result<std::unique_ptr<Database>> open(const QString &path, Access access);

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    /// Runs a statement that is not in db/queries: a pragma or a schema file.
    Result<Done> run(const QByteArray &sql);

    /// The first cell of the first row of a pragma, empty if there is none.
    Result<QString> pragma(const QByteArray &sql);

    /// The error of the last call on this connection. \error as open()
    [[nodiscard]] Error error(const QString &doing) const;

    /// Lets go of all prepared statements, so that tables can be dropped.
    void forgetStatements();

    /// Rows added, changed or removed since the connection was opened.
    [[nodiscard]] qint64 changes() const;

    /// The number of the row inserted last.
    [[nodiscard]] qint64 lastRow() const;

private:
    friend class Query;
    Database(QString path, sqlite3 *handle);
    Statement *prepare(const std::string &key, const QByteArray &sql);
    Statement *named(const char *name);
    Result<Done> setPragmas(Access access);

    QString m_path;
    sqlite3 *m_handle;
    std::unordered_map<std::string, std::unique_ptr<Statement>> m_statements;
};

/// One use of a prepared statement; reset when it goes out of scope. Binds by name, reads columns
/// by name.
class Query
{
public:
    /// A file of db/queries: `event-insert`.
    Query(Database &database, const char *name);

    /// A statement put together for one filter.
    Query(Database &database, const QByteArray &sql);

    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    Query &bind(const char *name, qint64 value);
    Query &bind(const char *name, const QString &value);
    Query &bind(const char *name, const QByteArray &value);
    Query &bind(const char *name, const Value &value);

    /// Binds by place, from 1, in the order of the file's parameter list.
    Query &bindAt(int place, const Value &value);

    /// Steps to the next row; false at the end or on an error (see failure()).
    bool next();

    /// Runs to the end. \error as Database::open()
    Result<Done> run();

    [[nodiscard]] std::optional<Error> failure() const { return m_failure; }

    [[nodiscard]] qint64 integer(std::string_view column);

    [[nodiscard]] bool flag(std::string_view column) { return integer(column) != 0; }

    [[nodiscard]] QString text(std::string_view column);
    [[nodiscard]] QByteArray blob(std::string_view column);
    [[nodiscard]] bool isNull(std::string_view column);
    [[nodiscard]] std::optional<qint64> optional(std::string_view column);
    [[nodiscard]] std::optional<Instant> instant(std::string_view column);

    /// The row's cells in the order of the columns.
    [[nodiscard]] Value cell(int place) const;

    [[nodiscard]] int columnCount() const;

    /// Makes the statement ready for another round of binds.
    Query &again();

private:
    [[nodiscard]] int column(std::string_view name);
    [[nodiscard]] QByteArray &room(int place);
    void check(int code);

    Database &m_database;
    Statement *m_statement = nullptr;
    std::optional<Error> m_failure;
};

/// An immediate transaction; rolls back unless committed.
class Transaction
{
public:
    /// \error store.busy, store.disk
    static Result<std::unique_ptr<Transaction>> begin(Database &database);

    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Returns when the commit is durable. \error store.busy, store.disk
    Result<Done> commit();

private:
    explicit Transaction(Database &database)
        : m_database(database)
    {
    }

    Database &m_database;
    bool m_open = true;
};

/// The text of a file below :/huiyin/sql (`queries/event-insert.sql`), without its leading comment
/// lines.
[[nodiscard]] QByteArray sqlText(const QString &path);

/// A cell of an optional.
[[nodiscard]] inline Value cellOf(const std::optional<Instant> &instant)
{
    return instant ? Value(instant->utcMs()) : Value();
}

} // namespace huiyin
