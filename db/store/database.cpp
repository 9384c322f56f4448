// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/database.h>

#include <QFile>
#include <QRegularExpression>
#include <QStringConverter>
#include <QUrl>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int kBusyMs = 5000;

QString codeOf(int extended, const QString &message)
{
    // The queries are ours and so are the tables: one that misses the other means a damaged schema.
    static const QRegularExpression missing(u"^no such (table|column): |has no column named "_s);
    if (extended == SQLITE_ERROR && missing.match(message).hasMatch()) {
        return u"store.damaged"_s;
    }
    switch (extended & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return u"store.busy"_s;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return u"store.damaged"_s;
    case SQLITE_READONLY:
        return u"store.readonly"_s;
    case SQLITE_FULL:
        return u"store.disk.full"_s;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return u"store.disk"_s;
    case SQLITE_NOMEM:
        return u"store.memory"_s;
    default:
        return u"store.internal"_s;
    }
}

QByteArray uriOf(const QString &path, Access access)
{
    if (access == Access::Memory) {
        return ":memory:";
    }
    QByteArray uri = "file:" + QUrl::toPercentEncoding(path, "/");
    if (access == Access::Immutable) {
        uri += "?immutable=1";
    }
    return uri;
}

} // namespace

Statement::~Statement() { sqlite3_finalize(handle); }

QByteArray sqlText(const QString &path)
{
    QFile file(u":/huiyin/sql/"_s + path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return file.readAll();
}

Database::Database(QString path, sqlite3 *handle)
    : m_path(std::move(path))
    , m_handle(handle)
{
}

Database::~Database()
{
    m_statements.clear();
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Access::ReadOnly:
    case Access::Immutable:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Access::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Access::Create:
    case Access::Memory:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    }
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(uriOf(path, access).constData(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(path, handle));
    if (code != SQLITE_OK) {
        return database->error(u"open"_s);
    }
    sqlite3_busy_timeout(handle, kBusyMs);
    if (access == Access::Memory) {
        return database;
    }
    auto done = database->setPragmas(access);
    if (!done) {
        return done.error();
    }
    return database;
}

Result<Done> Database::setPragmas(Access access)
{
    // Set, then read back: a pragma that did not take is refused instead of believed.
    struct Wanted
    {
        const char *name;
        const char *value;
        const char *back;
    };

    static constexpr Wanted kAlways[] = {
        {"foreign_keys", "ON", "1"},
        {"trusted_schema", "OFF", "0"},
        {"cell_size_check", "ON", "1"},
        {"mmap_size", "0", "0"},
        {"temp_store", "MEMORY", "2"},
    };
    // The window holds several readers: 16 MiB each do for pages of lists; an import gains by more.
    static constexpr Wanted kReading = {"cache_size", "-16384", "-16384"};
    static constexpr Wanted kWriting[] = {
        {"cache_size", "-65536", "-65536"},
        {"journal_mode", "WAL", "wal"},
        {"synchronous", "FULL", "2"},
        {"secure_delete", "ON", "1"},
    };
    const auto apply = [this](const Wanted &wanted) -> Result<Done> {
        const QByteArray name(wanted.name);
        auto set = pragma("PRAGMA " + name + " = " + wanted.value);
        if (!set) {
            return set.error();
        }
        auto back = pragma("PRAGMA " + name);
        if (!back) {
            return back.error();
        }
        if (*back != QLatin1StringView(wanted.back)) {
            return Error{u"store.pragma"_s,
                         {{u"path"_s, m_path}, {u"pragma"_s, QString::fromLatin1(name)}}};
        }
        return Done{};
    };
    for (const Wanted &wanted : kAlways) {
        auto done = apply(wanted);
        if (!done) {
            return done;
        }
    }
    if (access != Access::ReadWrite && access != Access::Create) {
        return apply(kReading);
    }
    for (const Wanted &wanted : kWriting) {
        auto done = apply(wanted);
        if (!done) {
            return done;
        }
    }
    return Done{};
}

Error Database::error(const QString &doing) const
{
    const int code = m_handle == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(m_handle);
    const QString message =
        m_handle == nullptr ? QString() : QString::fromUtf8(sqlite3_errmsg(m_handle));
    return {codeOf(code, message),
            {{u"path"_s, m_path}},
            u"%1: %2 (%3)"_s.arg(doing, message).arg(code)};
}

Result<Done> Database::run(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return error(QString::fromUtf8(sql.left(80)));
    }
    return Done{};
}

Result<QString> Database::pragma(const QByteArray &sql)
{
    Query query(*this, sql);
    QString value;
    if (query.next()) {
        const Value cell = query.cell(0);
        const auto *number = std::get_if<qint64>(&cell);
        const auto *text = std::get_if<QString>(&cell);
        value = number != nullptr ? QString::number(*number) : text != nullptr ? *text : QString();
    }
    if (query.failure()) {
        return *query.failure();
    }
    return value;
}

void Database::forgetStatements() { m_statements.clear(); }

qint64 Database::changes() const { return sqlite3_total_changes64(m_handle); }

qint64 Database::lastRow() const { return sqlite3_last_insert_rowid(m_handle); }

Statement *Database::prepare(const std::string &key, const QByteArray &sql)
{
    auto statement = std::make_unique<Statement>();
    const int code = sqlite3_prepare_v3(m_handle,
                                        sql.constData(),
                                        static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT,
                                        &statement->handle,
                                        nullptr);
    if (code != SQLITE_OK || statement->handle == nullptr) {
        return nullptr;
    }
    const int columns = sqlite3_column_count(statement->handle);
    for (int i = 0; i < columns; ++i) {
        statement->columns.emplace(sqlite3_column_name(statement->handle, i), i);
    }
    return m_statements.insert_or_assign(key, std::move(statement)).first->second.get();
}

Statement *Database::named(const char *name)
{
    const std::string key(name);
    const auto it = m_statements.find(key);
    if (it != m_statements.end()) {
        return it->second.get();
    }
    return prepare(key, sqlText(u"queries/"_s + QLatin1StringView(name) + u".sql"_s));
}

Query::Query(Database &database, const char *name)
    : m_database(database)
    , m_statement(database.named(name))
{
    if (m_statement == nullptr) {
        m_failure = database.error(QString::fromLatin1(name));
        return;
    }
    Q_ASSERT(!m_statement->busy);
    m_statement->busy = true;
}

Query::Query(Database &database, const QByteArray &sql)
    : m_database(database)
{
    constexpr size_t kMostKept = 400;
    if (database.m_statements.size() > kMostKept) {
        std::erase_if(database.m_statements, [](const auto &entry) { return !entry.second->busy; });
    }
    const std::string key = sql.toStdString();
    const auto it = database.m_statements.find(key);
    m_statement = it != database.m_statements.end() ? it->second.get() : database.prepare(key, sql);
    if (m_statement == nullptr) {
        m_failure = database.error(QString::fromUtf8(sql.left(80)));
        return;
    }
    m_statement->busy = true;
}

Query::~Query()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement->handle);
        sqlite3_clear_bindings(m_statement->handle);
        m_statement->busy = false;
    }
}

Query &Query::again()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement->handle);
    }
    return *this;
}

void Query::check(int code)
{
    if (code != SQLITE_OK && !m_failure) {
        m_failure = m_database.error(u"bind"_s);
    }
}

QByteArray &Query::room(int place)
{
    auto &bound = m_statement->bound;
    if (bound.size() < static_cast<size_t>(place)) {
        bound.resize(static_cast<size_t>(place));
    }
    return bound[static_cast<size_t>(place) - 1];
}

Query &Query::bindAt(int place, const Value &value)
{
    if (m_statement == nullptr) {
        return *this;
    }
    sqlite3_stmt *handle = m_statement->handle;
    if (const auto *number = std::get_if<qint64>(&value)) {
        check(sqlite3_bind_int64(handle, place, *number));
    } else if (const auto *text = std::get_if<QString>(&value)) {
        QStringEncoder toUtf8(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
        QByteArray &utf8 = room(place);
        utf8.resize(std::max(utf8.size(), toUtf8.requiredSpace(text->size())));
        const char *end = toUtf8.appendToBuffer(utf8.data(), *text);
        check(sqlite3_bind_text(handle,
                                place,
                                utf8.constData(),
                                static_cast<int>(end - utf8.constData()),
                                SQLITE_STATIC));
    } else if (const auto *bytes = std::get_if<QByteArray>(&value)) {
        QByteArray &kept = room(place);
        kept = *bytes;
        check(sqlite3_bind_blob(handle,
                                place,
                                kept.isEmpty() ? "" : kept.constData(),
                                static_cast<int>(kept.size()),
                                SQLITE_STATIC));
    } else {
        check(sqlite3_bind_null(handle, place));
    }
    return *this;
}

Query &Query::bind(const char *name, const Value &value)
{
    if (m_statement == nullptr) {
        return *this;
    }
    const QByteArray parameter = QByteArray(":") + name;
    const int place = sqlite3_bind_parameter_index(m_statement->handle, parameter.constData());
    Q_ASSERT(place > 0);
    return bindAt(place, value);
}

Query &Query::bind(const char *name, qint64 value) { return bind(name, Value(value)); }

Query &Query::bind(const char *name, const QString &value) { return bind(name, Value(value)); }

Query &Query::bind(const char *name, const QByteArray &value) { return bind(name, Value(value)); }

bool Query::next()
{
    if (m_failure) {
        return false;
    }
    const int code = sqlite3_step(m_statement->handle);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        m_failure = m_database.error(QString::fromUtf8(sqlite3_sql(m_statement->handle)).left(120));
    }
    return false;
}

Result<Done> Query::run()
{
    while (next()) {
    }
    if (m_failure) {
        return *m_failure;
    }
    return Done{};
}

int Query::column(std::string_view name)
{
    const auto it = m_statement->columns.find(name);
    if (it == m_statement->columns.end()) {
        // `SELECT *` of a table whose columns are called otherwise than ours; a place that is not
        // there reads as empty.
        m_failure = Error{u"store.damaged"_s,
                          {{u"path"_s, m_database.path()}},
                          u"no such column: %1"_s.arg(
                              QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())))};
        return -1;
    }
    return it->second;
}

qint64 Query::integer(std::string_view name)
{
    return sqlite3_column_int64(m_statement->handle, column(name));
}

QString Query::text(std::string_view name)
{
    const Value value = cell(column(name));
    if (const auto *text = std::get_if<QString>(&value)) {
        return *text;
    }
    if (const auto *number = std::get_if<qint64>(&value)) {
        return QString::number(*number);
    }
    return {};
}

QByteArray Query::blob(std::string_view name)
{
    const int place = column(name);
    const void *bytes = sqlite3_column_blob(m_statement->handle, place);
    return QByteArray(static_cast<const char *>(bytes),
                      sqlite3_column_bytes(m_statement->handle, place));
}

bool Query::isNull(std::string_view name)
{
    return sqlite3_column_type(m_statement->handle, column(name)) == SQLITE_NULL;
}

std::optional<qint64> Query::optional(std::string_view name)
{
    return isNull(name) ? std::nullopt : std::optional(integer(name));
}

std::optional<Instant> Query::instant(std::string_view name)
{
    return isNull(name) ? std::nullopt : std::optional(Instant::fromUtcMs(integer(name)));
}

int Query::columnCount() const { return sqlite3_column_count(m_statement->handle); }

Value Query::cell(int place) const
{
    sqlite3_stmt *handle = m_statement->handle;
    switch (sqlite3_column_type(handle, place)) {
    case SQLITE_INTEGER:
        return static_cast<qint64>(sqlite3_column_int64(handle, place));
    case SQLITE_NULL:
        return std::monostate{};
    case SQLITE_BLOB: {
        const void *bytes = sqlite3_column_blob(handle, place);
        return QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(handle, place));
    }
    default: {
        const unsigned char *utf8 = sqlite3_column_text(handle, place);
        return QString::fromUtf8(reinterpret_cast<const char *>(utf8),
                                 sqlite3_column_bytes(handle, place));
    }
    }
}

Result<std::unique_ptr<Transaction>> Transaction::begin(Database &database)
{
    auto begun = Query(database, "begin").run();
    if (!begun) {
        return begun.error();
    }
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    // A failed statement may already have rolled everything back; then there is nothing left to
    // undo.
    if (m_open && sqlite3_get_autocommit(m_database.handle()) == 0) {
        const auto undone = Query(m_database, "rollback").run();
        Q_UNUSED(undone)
    }
}

Result<Done> Transaction::commit()
{
    auto done = Query(m_database, "commit").run();
    if (done) {
        m_open = false;
    }
    return done;
}

} // namespace huiyin
