// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/filtersql.h>
#include <store/projection.h>
#include <store/reader.h>
#include <store/rows.h>
#include <store/searchtext.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

void bindAll(Query &query, const FilterSql &sql)
{
    int place = 1;
    for (const Value &value : sql.values) {
        query.bindAt(place++, value);
    }
}

/// Asks for the cases open at a moment and for nothing else.
bool isOpenAtOnly(const CaseFilter &filter)
{
    CaseFilter plain;
    plain.openAt = filter.openAt;
    plain.sort = filter.sort;
    plain.descending = filter.descending;
    return filter.openAt && selectSql(filter, Columns::Key, std::nullopt, -1) ==
                                selectSql(plain, Columns::Key, std::nullopt, -1);
}

Value cellNamed(Query &query, std::string_view column, CaseSort sort)
{
    return sort == CaseSort::Number ? Value(query.text(column)) : Value(query.integer(column));
}

Result<std::optional<CaseId>> firstId(Query &query)
{
    std::optional<CaseId> id;
    if (query.next()) {
        id = idOf<CaseTag>(query.blob("case_id"));
    }
    if (query.failure()) {
        return *query.failure();
    }
    return id;
}

Result<QVector<CaseId>> allIds(Query &query)
{
    QVector<CaseId> ids;
    while (query.next()) {
        if (const auto id = idOf<CaseTag>(query.blob("case_id"))) {
            ids.append(*id);
        }
    }
    if (query.failure()) {
        return *query.failure();
    }
    return ids;
}

Result<QVector<EarlierCase>>
earlierIn(Database &database, const QStringList &phones, const QString &name, int limit)
{
    QVector<EarlierCase> cases;
    QSet<QString> known;
    const auto look = [&](const QString &match, const QString &named) -> Result<Done> {
        if (match.isEmpty()) {
            return Done{};
        }
        Query query(database, "earlier-newest");
        query.bindAt(1, match).bindAt(2, qint64{limit});
        while (query.next()) {
            const QString complainant = query.text("complainant_name");
            if (!named.isEmpty() && complainant != named) {
                continue; // it is mentioned there
            }
            const QString caseNo = query.text("case_no");
            if (known.contains(caseNo)) {
                continue;
            }
            known.insert(caseNo);
            const auto repliedAt = query.instant("reply_utc_ms");
            cases.append({caseNo,
                          query.text("phone"),
                          complainant,
                          query.text("receiving_unit"),
                          query.text("category"),
                          query.text("subcategory"),
                          Instant::fromUtcMs(query.integer("received_utc_ms")),
                          repliedAt ? repliedAt : query.instant("closed_utc_ms"),
                          query.flag("open")});
        }
        return query.failure() ? Result<Done>(*query.failure()) : Result<Done>(Done{});
    };
    Result<Done> done = Done{};
    for (qsizetype i = 0; done && i < phones.size(); ++i) {
        done = look(matchWholePhone(phones.at(i)), {});
    }
    if (done && name.size() > 1) {
        done = look(matchOf(name), name);
    }
    if (!done) {
        return done.error();
    }
    return cases;
}

} // namespace

Reader::Reader(std::unique_ptr<Database> database,
               Access access,
               bool mayNote,
               std::shared_ptr<WriterTurn> turn)
    : m_database(std::move(database))
    , m_access(access)
    , m_mayNote(mayNote)
    , m_turn(std::move(turn))
{
}

Result<std::unique_ptr<Reader>>
Reader::open(const QString &path, Access access, bool mayNote, std::shared_ptr<WriterTurn> turn)
{
    auto database = Database::open(path, access);
    if (!database) {
        return database.error();
    }
    return std::unique_ptr<Reader>(
        new Reader(std::move(*database), access, mayNote, std::move(turn)));
}

Result<std::unique_ptr<CaseReader>> Reader::another() const
{
    auto reader = open(m_database->path(), m_access, m_mayNote, m_turn);
    if (!reader) {
        return reader.error();
    }
    return std::unique_ptr<CaseReader>(std::move(*reader));
}

Result<CasePage> Reader::page(const CaseFilter &filter, const Cursor &after, int limit) const
{
    std::optional<Place> place;
    if (!after.isEmpty()) {
        place = Place::of(after, filter.sort);
        if (!place) {
            return Error{u"store.cursor"_s, {{u"cursor"_s, after}}};
        }
    }
    // One row more than asked for tells whether there is a next page.
    const FilterSql sql = selectSql(filter, Columns::Row, place, qint64{limit} + 1);
    Query query(*m_database, sql.text);
    bindAll(query, sql);
    CasePage page;
    Place last;
    while (query.next()) {
        if (page.rows.size() == limit) {
            page.next = last.toCursor();
            break;
        }
        page.rows.append(caseRowAt(query));
        last = {cellNamed(query, "sort_value", filter.sort),
                page.rows.last().key,
                query.integer("span_no")};
    }
    if (query.failure()) {
        return *query.failure();
    }
    return page;
}

Result<QVector<qint64>> Reader::keys(const CaseFilter &filter, qint64 atMost) const
{
    const FilterSql sql = selectSql(filter, Columns::Key, std::nullopt, atMost);
    Query query(*m_database, sql.text);
    bindAll(query, sql);
    QVector<qint64> keys;
    while (query.next()) {
        keys.append(query.integer("case_key"));
    }
    if (query.failure()) {
        return *query.failure();
    }
    return keys;
}

Result<QVector<CaseRow>> Reader::rows(const QVector<qint64> &keys) const
{
    QVector<CaseRow> rows;
    rows.reserve(keys.size());
    Query query(*m_database, "complaint-row");
    for (const qint64 key : keys) {
        query.again().bindAt(1, key);
        if (query.next()) {
            rows.append(caseRowAt(query));
        }
        if (query.failure()) {
            return *query.failure();
        }
    }
    return rows;
}

Result<qint64> Reader::count(const CaseFilter &filter, qint64 atMost) const
{
    if (isOpenAtOnly(filter) && atMost < 0) {
        // Counted backwards from now on two indexes: joining every stay with its case takes a
        // second where a million cases lie.
        Query query(*m_database, "open-at-count");
        query.bind("at_utc_ms", filter.openAt->utcMs());
        if (!query.next()) {
            return query.failure().value_or(Error{u"store.internal"_s});
        }
        return query.integer("cases");
    }
    const FilterSql sql = countSql(filter, atMost);
    Query query(*m_database, sql.text);
    bindAll(query, sql);
    if (!query.next()) {
        return query.failure().value_or(Error{u"store.internal"_s});
    }
    return query.integer("cases");
}

Result<QVector<CaseRow>> Reader::search(const QString &words, int limit) const
{
    const QString match = matchOf(words);
    QVector<CaseRow> rows;
    if (match.isEmpty()) {
        return rows;
    }
    Query query(*m_database, "fts-newest");
    query.bind("match", match).bind("limit", qint64{limit});
    while (query.next()) {
        rows.append(caseRowAt(query));
    }
    if (query.failure()) {
        return *query.failure();
    }
    return rows;
}

Result<QVector<EarlierCase>>
Reader::earlierOf(const QStringList &phones, const QString &name, int limit) const
{
    // Every save begins with this look, and after the save before it the pages of this connection
    // are forgotten. Where somebody writes meanwhile it waits for nobody.
    if (m_turn) {
        const auto turn = m_turn->takeIfFree();
        if (Database *writer = turn.database()) {
            return earlierIn(*writer, phones, name, limit);
        }
    }
    return earlierIn(*m_database, phones, name, limit);
}

Result<CaseFile> Reader::caseFile(const CaseId &id) const
{
    auto events = eventsOfCase(*m_database, id);
    if (!events) {
        return events.error();
    }
    if (events->isEmpty()) {
        return Error{u"case.unknown"_s, {{u"case"_s, id.toString()}}};
    }
    return fold(*events);
}

Result<CaseId> Reader::byNumber(const QString &caseNo) const
{
    const QString wanted = caseNo.trimmed();
    for (const QString &number : {wanted, wanted.toUpper()}) {
        Query query(*m_database, "complaint-by-number");
        query.bind("case_no", number);
        auto id = firstId(query);
        if (!id) {
            return id.error();
        }
        if (*id) {
            return **id;
        }
    }
    Query query(*m_database, "complaint-by-original-number");
    query.bind("original_no", wanted);
    auto id = firstId(query);
    if (!id) {
        return id.error();
    }
    return *id ? Result<CaseId>(**id)
               : Result<CaseId>(Error{u"case.unknown"_s, {{u"case"_s, wanted}}});
}

Result<QVector<Event>> Reader::history(const CaseId &id) const
{
    return eventsOfCase(*m_database, id);
}

Result<QVector<CaseId>> Reader::casesOfBatch(const QString &batch) const
{
    Query query(*m_database, "complaint-of-batch");
    query.bind("batch", batch);
    return allIds(query);
}

Result<QVector<CaseId>> Reader::openCases() const
{
    Query query(*m_database, "complaint-open");
    return allIds(query);
}

} // namespace huiyin
