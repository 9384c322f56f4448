// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/backup.h>
#include <store/projection.h>
#include <store/reader.h>
#include <store/rows.h>
#include <store/searchtext.h>
#include <store/tallycounts.h>
#include <store/verify.h>

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

/// Where the query of a day's overdue cases holds each dimension's value, in the order of
/// Dimension.
constexpr std::array<std::string_view, kDimensionCount> kPlaceColumns = {
    "", "kind", "category", "channel", "department", "unit", "handler", "", "", "", ""};

const Day kFirstDay = Day::fromNumber(QDate(1900, 1, 1).toJulianDay()); // no case is older

constexpr int kNameSample =
    400; // newest cases looked through for names that have no counter of their own

QString nameOf(const CaseRow &row, const QString &field)
{
    if (field == "complainantName"_L1) {
        return row.complainantName;
    }
    if (field == "phone"_L1) {
        return row.phone;
    }
    return field == "title"_L1 ? row.title : QString();
}

/// The lines of the access log a query gives.
Result<QVector<LogEntry>> entriesOf(Query &query)
{
    QVector<LogEntry> entries;
    while (query.next()) {
        entries.append({.at = Instant::fromUtcMs(query.integer("at_utc_ms")),
                        .actor = query.text("actor"),
                        .what = query.text("what"),
                        .caseNo = query.text("case_no"),
                        .detail = query.text("reason")});
    }
    if (query.failure()) {
        return *query.failure();
    }
    return entries;
}

} // namespace

Result<QMap<QString, Counts>> Reader::tally(Dimension dimension, Day from, Day to) const
{
    QMap<QString, Counts> sums;
    // Summed here: GROUP BY would sort the rows, which costs five times the reading.
    const auto add = [&](const char *name, const QString &first, const QString &last) {
        Query query(*m_database, name);
        query.bindAt(1, dimensionId(dimension)).bindAt(2, first).bindAt(3, last);
        while (query.next()) {
            if (!addPacked(query.blob("counts"), sums[query.text("value")])) {
                return Result<Done>(
                    Error{u"store.damaged"_s, {{u"path"_s, m_database->path()}}, u"tally"_s});
            }
        }
        return query.failure() ? Result<Done>(*query.failure()) : Result<Done>(Done{});
    };
    const auto addDays = [&](Day first, Day last) {
        return first > last ? Result<Done>(Done{})
                            : add("tally-of-days", first.toString(), last.toString());
    };
    // Whole months from their own table, the days before and after them one by one.
    const QDate begin = from.toDate();
    const QDate end = to.toDate().addDays(1);
    const QDate firstMonth = begin.day() == 1 ? begin : begin.addDays(1 - begin.day()).addMonths(1);
    const QDate afterMonths = end.addDays(1 - end.day());
    Result<Done> done = Done{};
    if (firstMonth >= afterMonths) {
        done = addDays(from, to);
    } else {
        const Day monthsFrom = from.addDays(static_cast<int>(begin.daysTo(firstMonth)));
        const Day monthsEnd = from.addDays(static_cast<int>(begin.daysTo(afterMonths)));
        done = addDays(from, monthsFrom.addDays(-1));
        if (done) {
            done = add("tally-of-months",
                       monthsFrom.toString().left(7),
                       monthsEnd.addDays(-1).toString().left(7));
        }
        if (done) {
            done = addDays(monthsEnd, to);
        }
    }
    if (!done) {
        return done.error();
    }
    sums.removeIf([](const std::pair<const QString &, Counts &> &entry) {
        return std::all_of(
            entry.second.cbegin(), entry.second.cend(), [](qint64 count) { return count == 0; });
    });
    return sums;
}

Result<OverdueCases> Reader::overdueAt(const QVector<Dimension> &dimensions, Instant at) const
{
    // What the tally says at the end of the day before, and what the day itself has changed since:
    // going through all overdue cases takes the longer the more there are.
    const Day day = at.localDay();
    OverdueCases cases;
    for (const Dimension dimension : dimensions) {
        const auto before = tally(dimension, kFirstDay, day.addDays(-1));
        if (!before) {
            return before.error();
        }
        QMap<QString, qint64> &values = cases[dimension];
        for (auto it = before->cbegin(); it != before->cend(); ++it) {
            values.insert(it.key(),
                          it->at(static_cast<size_t>(Count::OverdueIn)) -
                              it->at(static_cast<size_t>(Count::OverdueOut)));
        }
    }
    Query query(*m_database, "overdue-of-day");
    query.bind("day_utc_ms", Instant::fromLocal(day, 0).utcMs()).bind("at_utc_ms", at.utcMs());
    while (query.next()) {
        const qint64 change = query.integer("change");
        for (const Dimension dimension : dimensions) {
            const std::string_view column = kPlaceColumns.at(static_cast<size_t>(dimension));
            cases[dimension][column.empty() ? QString() : query.text(column)] += change;
        }
    }
    if (query.failure()) {
        return *query.failure();
    }
    for (QMap<QString, qint64> &values : cases) {
        values.removeIf(
            [](const std::pair<const QString &, qint64 &> &entry) { return entry.second == 0; });
    }
    return cases;
}

Result<QStringList> Reader::namesInUse(const QString &field, const QString &part, int limit) const
{
    QStringList names;
    {
        Query query(*m_database, "usage-matching");
        query.bind("field", field).bind("part", part).bind("limit", qint64{limit});
        while (query.next()) {
            names.append(query.text("value"));
        }
        if (query.failure()) {
            return *query.failure();
        }
    }
    if (!names.isEmpty() || part.isEmpty()) {
        return names;
    }
    auto found = search(part, kNameSample);
    if (!found) {
        return found.error();
    }
    QHash<QString, int> uses;
    for (const CaseRow &row : *found) {
        const QString name = nameOf(row, field);
        if (name.contains(part)) {
            if (uses[name]++ == 0) {
                names.append(name);
            }
        }
    }
    std::stable_sort(names.begin(), names.end(), [&uses](const QString &a, const QString &b) {
        return uses.value(a) > uses.value(b);
    });
    return names.mid(0, limit);
}

Result<QVector<StoredDraft>> Reader::drafts(const QString &actor) const
{
    Query query(*m_database, "draft-of-actor");
    query.bind("actor", actor);
    QVector<StoredDraft> drafts;
    while (query.next()) {
        const auto id = idOf<DraftTag>(query.blob("id"));
        if (!id) {
            continue;
        }
        const QJsonObject body = QJsonDocument::fromJson(query.text("body").toUtf8()).object();
        StoredDraft draft{.id = *id, .savedAt = Instant::fromUtcMs(query.integer("saved_utc_ms"))};
        draft.actor = query.text("actor");
        draft.caseId =
            query.isNull("case_id") ? std::nullopt : idOf<CaseTag>(query.blob("case_id"));
        draft.action = query.text("action");
        draft.draft = {body.value("fields"_L1).toObject(),
                       body.value("raw"_L1).toObject(),
                       query.text("sheet"),
                       query.instant("started_utc_ms")};
        draft.discarded = query.flag("discarded");
        drafts.append(draft);
    }
    if (query.failure()) {
        return *query.failure();
    }
    return drafts;
}

Result<QMap<QString, QString>> Reader::config() const
{
    Query query(*m_database, "config-all");
    QMap<QString, QString> values;
    while (query.next()) {
        values.insert(query.text("name"), query.text("value"));
    }
    if (query.failure()) {
        return *query.failure();
    }
    return values;
}

Result<QVector<Person>> Reader::roster() const
{
    Query query(*m_database, "roster-all");
    QVector<Person> people;
    while (query.next()) {
        Person person{.id = query.text("person_id"),
                      .name = query.text("name"),
                      .department = query.text("department")};
        const QJsonArray roles = QJsonDocument::fromJson(query.text("roles").toUtf8()).array();
        for (const auto &role : roles) {
            person.roles.append(role.toString());
        }
        person.enabled = query.flag("enabled");
        people.append(person);
    }
    if (query.failure()) {
        return *query.failure();
    }
    return people;
}

Result<QVector<LogEntry>> Reader::accessLog(int limit) const
{
    Query query(*m_database, "access-newest");
    query.bind("limit", qint64{limit});
    return entriesOf(query);
}

Result<QVector<OfficeState>> Reader::offices() const
{
    const auto own = metaValue(*m_database, u"own_chain"_s);
    if (!own) {
        return own.error();
    }
    QMap<QString, OfficeState> offices;
    QString ownOffice;
    Query query(*m_database, "chain-all");
    while (query.next()) {
        const QString code = query.text("office");
        OfficeState &office = offices[code];
        office.code = code;
        office.name = query.text("office_name");
        office.lastFact = std::max(office.lastFact, instantOf(query.integer("head_hlc")));
        if (query.text("uid") == *own) {
            ownOffice = code;
        }
    }
    if (query.failure()) {
        return *query.failure();
    }
    if (offices.contains(ownOffice)) {
        offices[ownOffice].own = true;
    }
    return offices.values().toVector();
}

Result<QVector<CaseId>>
Reader::writtenOnSince(const QMap<QString, qint64> &heads, Instant before, Instant counted) const
{
    QStringList chains;
    {
        Query query(*m_database, "chain-all");
        while (query.next()) {
            chains.append(query.text("uid"));
        }
        if (query.failure()) {
            return *query.failure();
        }
    }
    QSet<CaseId> cases;
    for (const QString &chain : std::as_const(chains)) {
        Query query(*m_database, "event-cases-after");
        query.bind("chain", chain)
            .bind("seq", heads.value(chain, 0))
            .bind("hlc", before.utcMs() << 16 | 0xFFFF)
            .bind("counted", counted.utcMs());
        while (query.next()) {
            cases.insert(*idOf<CaseTag>(query.blob("case_id")));
        }
        if (query.failure()) {
            return *query.failure();
        }
    }
    return QVector<CaseId>(cases.cbegin(), cases.cend());
}

Result<QVector<LogEntry>> Reader::accessesOf(const CaseId &id, int limit) const
{
    Query query(*m_database, "access-of-case");
    query.bind("case_id", id.bytes());
    query.bind("limit", qint64{limit});
    return entriesOf(query);
}

Result<StoreStatus> Reader::status(Instant now) const
{
    StoreStatus status;
    status.path = m_database->path();
    QMap<QString, QString> meta;
    {
        Query query(*m_database, "meta-all");
        while (query.next()) {
            meta.insert(query.text("name"), query.text("value"));
        }
        if (query.failure()) {
            return *query.failure();
        }
    }
    const auto instant = [&meta](const QString &name) {
        const QString value = meta.value(name);
        return value.isEmpty() ? std::nullopt
                               : std::optional(Instant::fromUtcMs(value.toLongLong()));
    };
    status.chain = meta.value(u"own_chain"_s);
    status.sample = meta.value(u"sample"_s) == "1"_L1;
    status.lastBackup = instant(u"last_backup"_s);
    status.backups = backupsOf(meta.value(kBackups.toString()));
    status.lastVerified = instant(u"last_verified"_s);
    status.lastVerifyOk = meta.value(u"last_verify_ok"_s) == "1"_L1;
    {
        Query query(*m_database, "chain-all");
        while (query.next()) {
            status.events += query.integer("head_seq");
            status.heads.insert(query.text("uid"), query.integer("head_seq"));
            if (query.text("uid") == status.chain) {
                status.officeCode = query.text("office");
                status.officeName = query.text("office_name");
            }
        }
        if (query.failure()) {
            return *query.failure();
        }
    }
    {
        Query query(*m_database, "usage-of-field");
        query.bind("field", u"stage"_s);
        while (query.next()) {
            const qint64 cases = query.integer("uses");
            const QString stage = query.text("value");
            status.byStage.insert(stage, cases);
            status.cases += cases;
            if (!isClosing(stageOf(stage).value_or(Stage::New))) {
                status.open += cases;
            }
        }
        if (query.failure()) {
            return *query.failure();
        }
    }
    {
        Query query(*m_database, "usage-of-field");
        query.bind("field", u"unknownEvents"_s);
        while (query.next()) {
            status.unknownEvents += query.integer("uses");
        }
        if (query.failure()) {
            return *query.failure();
        }
    }
    Query drafts(*m_database, "draft-count");
    status.drafts = drafts.next() ? drafts.integer("drafts") : 0;
    Query overdue(*m_database, "complaint-overdue-count");
    overdue.bind("at_utc_ms", now.utcMs());
    status.overdue = overdue.next() ? overdue.integer("cases") : 0;
    if (drafts.failure() || overdue.failure()) {
        return drafts.failure() ? *drafts.failure() : *overdue.failure();
    }
    return status;
}

Result<VerifyReport> Reader::verify(bool full, const Progress &progress) const
{
    auto report = verifyFile(*m_database, full, progress);
    if (report && m_mayNote) {
        // Reading connections cannot write, so the note of the check takes one of its own.
        if (auto writer = Database::open(m_database->path(), Access::ReadWrite)) {
            const QString at = QString::number(QDateTime::currentMSecsSinceEpoch());
            auto noted = setMeta(**writer, u"last_verified"_s, at);
            if (noted) {
                noted =
                    setMeta(**writer, u"last_verify_ok"_s, report->firstFault ? u"0"_s : u"1"_s);
            }
            if (!noted) {
                return noted.error();
            }
        }
    }
    return report;
}

} // namespace huiyin
