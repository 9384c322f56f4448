// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/opening.h>
#include <store/projection.h>
#include <store/refold.h>
#include <store/rows.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 kProgressEvery = 256;
const auto kSchema = u":/huiyin/sql/schema/0001"_s;
const auto kProjection = u"-projection-"_s;
const auto kIndex = u"-projection-index-"_s;

Result<Done> dropProjections(Database &database)
{
    // Dropping a table asks for no statement to be at work on it.
    database.forgetStatements();
    for (const char *drop : {"drop-complaint",
                             "drop-span",
                             "drop-tally",
                             "drop-tally-month",
                             "drop-usage",
                             "drop-fts",
                             "drop-config",
                             "drop-roster"}) {
        auto done = Query(database, drop).run();
        if (!done) {
            return done;
        }
    }
    database.forgetStatements();
    return Done{};
}

/// A case and the key it is listed by.
struct Known
{
    CaseId id;
    qint64 key;
};

Result<QVector<Known>> casesInOrder(Database &database)
{
    QVector<Known> cases;
    Query query(database, "event-cases");
    while (query.next()) {
        if (const auto id = idOf<CaseTag>(query.blob("case_id"))) {
            cases.append({*id, query.integer("first_no")});
        }
    }
    if (query.failure()) {
        return *query.failure();
    }
    return cases;
}

Result<Done> foldHouse(Database &database, Projector &projector)
{
    QVector<Event> events;
    Query query(database, "event-of-house");
    while (query.next()) {
        events.append(eventAt(query));
    }
    if (query.failure()) {
        return *query.failure();
    }
    for (const Event &event : events) {
        auto done = projector.projectHouse(event);
        if (!done) {
            return done;
        }
    }
    return Done{};
}

Result<qint64> foldCases(Database &database, Projector &projector, const Progress &progress)
{
    auto cases = casesInOrder(database);
    if (!cases) {
        return cases.error();
    }
    qint64 done = 0;
    for (const auto &[id, key] : *cases) {
        auto events = eventsOfCase(database, id);
        if (!events) {
            return events.error();
        }
        auto caseFile = fold(*events);
        if (!caseFile) {
            return caseFile.error();
        }
        auto put = projector.project(std::nullopt, *caseFile, key);
        if (!put) {
            return put.error();
        }
        if (++done % kProgressEvery == 0 && progress && !progress(done, cases->size())) {
            return Error{u"store.cancelled"_s};
        }
    }
    return done;
}

} // namespace

Result<FoldRecord> foldRecord(Database &database)
{
    auto version = metaValue(database, u"fold_version"_s);
    if (!version) {
        return version.error();
    }
    auto fields = metaValue(database, u"search_fields"_s);
    if (!fields) {
        return fields.error();
    }
    return FoldRecord{version->toInt(), fields->split(u' ', Qt::SkipEmptyParts)};
}

Result<Done> writeFoldRecord(Database &database, const QStringList &searchFields)
{
    auto done = setMeta(database, u"fold_version"_s, QString::number(kFoldVersion));
    if (!done) {
        return done;
    }
    return setMeta(database, u"search_fields"_s, searchFields.join(u' '));
}

Result<qint64>
refoldAll(Database &database, const QStringList &searchFields, const Progress &progress)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    auto dropped = dropProjections(database);
    if (!dropped) {
        return dropped.error();
    }
    auto laid = layTables(database, kSchema, [](const QString &file) {
        return file.contains(kProjection) && !file.contains(kIndex);
    });
    if (!laid) {
        return laid.error();
    }
    Projector projector(database, searchFields);
    auto house = foldHouse(database, projector);
    if (!house) {
        return house.error();
    }
    auto cases = foldCases(database, projector, progress);
    if (!cases) {
        return cases;
    }
    auto summed = projector.flush();
    if (!summed) {
        return summed.error();
    }
    // Sorted once at the end, an index costs a quarter of one kept up row by row.
    database.forgetStatements();
    auto indexed =
        layTables(database, kSchema, [](const QString &file) { return file.contains(kIndex); });
    if (!indexed) {
        return indexed.error();
    }
    auto noted = writeFoldRecord(database, searchFields);
    if (!noted) {
        return noted.error();
    }
    auto done = (*transaction)->commit();
    if (!done) {
        return done.error();
    }
    return cases;
}

} // namespace huiyin
