// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/listmarks.h>
#include <domain/people.h>
#include <domain/registerdates.h>
#include <store/projection.h>
#include <store/searchtext.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype kBriefLength = 200;
constexpr qint64 kMergedPerText = 2;    ///< pages of the index; each text is rewritten once a level
constexpr qint64 kMergedPerSegment = 3; ///< the more segments wait, the faster they go
constexpr qint64 kMostForSegments = 200; ///< so that no save takes long
constexpr qint64 kNewestKept = 12;       ///< a merge has a price of its own: not with every save
constexpr qint64 kMostTexts = 1'000'000;

/// Columns whose values completers offer; few different ones each.
constexpr std::array<QLatin1StringView, 7> kCountedFields = {
    "assignedDept"_L1,
    "respondentDept"_L1,
    "respondentPerson"_L1,
    "receivingUnit"_L1,
    "handler"_L1,
    "category"_L1,
    "subcategory"_L1,
};

QString textOr(const CaseFile &caseFile, QStringView field, QStringView other)
{
    QString text = caseFile.text(field);
    return text.isEmpty() ? caseFile.text(other).left(kBriefLength) : text;
}

qint64 flag(bool value) { return value ? 1 : 0; }

bool hasConflict(const CaseFile &caseFile)
{
    return std::any_of(caseFile.heads.cbegin(), caseFile.heads.cend(), [](const auto &heads) {
        return heads.size() > 1;
    });
}

qint64 earliestRunning(const CaseFile &caseFile)
{
    qint64 due = kNeverDue;
    for (const Clock &clock : caseFile.clocks) {
        if (clock.state == ClockState::Running && clock.due) {
            due = std::min(due, clock.due->utcMs());
        }
    }
    return due;
}

const Clock *shownClock(const CaseFile &caseFile)
{
    const Clock *clock = caseFile.nextClock();
    return clock != nullptr ? clock : caseFile.handlingClock();
}

void appendClock(Cells &cells, const CaseFile &caseFile)
{
    const Clock *clock = shownClock(caseFile);
    if (clock == nullptr) {
        cells.insert(cells.end(),
                     {QString(),
                      QString(),
                      QString(),
                      Value(),
                      Value(),
                      Value(),
                      qint64{0},
                      Value(),
                      Value()});
    } else {
        cells.insert(cells.end(),
                     {clock->id,
                      clock->label,
                      clock->rules.value(0),
                      clock->startedAt.utcMs(),
                      cellOf(clock->due),
                      clock->dueDay ? Value(clock->dueDay->toString()) : Value(),
                      flag(clock->provisional),
                      clockStateId(clock->state),
                      cellOf(clock->stoppedAt)});
    }
    cells.emplace_back(caseFile.voided ? kNeverDue : earliestRunning(caseFile));
}

/// The columns of a table in the order of its insert.
QByteArrayList columnsOf(const char *insert)
{
    const QByteArray text = sqlText(u"queries/"_s + QLatin1StringView(insert) + u".sql"_s);
    const qsizetype from = text.indexOf('(') + 1;
    QByteArrayList columns = text.mid(from, text.indexOf(')') - from).split(',');
    for (QByteArray &column : columns) {
        column = column.trimmed();
    }
    return columns;
}

/// Writes the cells that have changed: an index over columns that stay is left alone. The first
/// `keys` cells name the row.
Result<Done> updateRow(Database &database,
                       const QByteArray &table,
                       const QByteArrayList &columns,
                       size_t keys,
                       const Cells &before,
                       const Cells &after)
{
    QByteArrayList changes;
    std::vector<const Value *> values;
    for (size_t i = keys; i < after.size(); ++i) {
        if (before[i] != after[i]) {
            changes.append(columns.at(static_cast<qsizetype>(i)) + " = ?");
            values.push_back(&after[i]);
        }
    }
    if (changes.isEmpty()) {
        return Done{};
    }
    QByteArrayList named;
    for (size_t i = 0; i < keys; ++i) {
        named.append(columns.at(static_cast<qsizetype>(i)) + " = ?");
        values.push_back(&after[i]);
    }
    Query query(database,
                "UPDATE " + table + " SET " + changes.join(", ") + " WHERE " + named.join(" AND "));
    int place = 1;
    for (const Value *value : values) {
        query.bindAt(place++, *value);
    }
    return query.run();
}

Result<Done> runWith(Database &database, const char *name, const Cells &cells)
{
    Query query(database, name);
    int place = 1;
    for (const Value &cell : cells) {
        query.bindAt(place++, cell);
    }
    return query.run();
}

/// How many segments the index consists of: a search looks into each.
struct IndexShape
{
    qint64 newest = 0; ///< one for each save since the last merge
    qint64 all = 0;
};

/// The shape as the index notes it: a cookie of 4 bytes, then numbers of 7 bits a byte – levels,
/// segments, leaves written, and of the first level those being merged and all.
Result<IndexShape> indexShape(Database &database)
{
    Query query(database, "fts-structure");
    const QByteArray block = query.next() ? query.blob("block") : QByteArray();
    if (query.failure()) {
        return *query.failure();
    }
    qsizetype place = 4;
    const auto number = [&] {
        qint64 value = 0;
        while (place < block.size()) {
            const auto byte = static_cast<unsigned char>(block.at(place++));
            value = (value << 7) | (byte & 0x7F);
            if (byte < 0x80) {
                break;
            }
        }
        return value;
    };
    const qint64 levels = number();
    IndexShape shape{.all = number()};
    static_cast<void>(number());
    static_cast<void>(number());
    shape.newest = levels > 0 ? number() : 0;
    return shape;
}

QString packOf(const CaseFile &caseFile)
{
    return packText({caseFile.regulationId, caseFile.regulationVersion}, caseFile.overlays);
}

/// Cases of the loan register.
bool wasLent(const CaseFile &caseFile)
{
    return std::any_of(caseFile.steps.cbegin(), caseFile.steps.cend(), [](const Step &step) {
        return !step.struck && step.fields.contains("borrower"_L1);
    });
}

template <typename Text>
Result<Done> addTally(Database &database,
                      const char *name,
                      const QHash<TallyKey, Counts> &changes,
                      const Text &dayText)
{
    // Day by day: what a save changes lies in one page of the table instead of in ten.
    std::vector<QHash<TallyKey, Counts>::const_iterator> order;
    order.reserve(static_cast<size_t>(changes.size()));
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        if (std::any_of(it->cbegin(), it->cend(), [](qint64 count) { return count != 0; })) {
            order.push_back(it);
        }
    }
    std::sort(order.begin(), order.end(), [](const auto &a, const auto &b) {
        return std::tie(a.key().day, a.key().dimension, a.key().value) <
               std::tie(b.key().day, b.key().dimension, b.key().value);
    });
    Query tally(database, name);
    for (const auto &it : order) {
        tally.again()
            .bindAt(1, dimensionId(it.key().dimension))
            .bindAt(2, dayText(it.key()))
            .bindAt(3, it.key().value);
        int place = 4;
        for (const qint64 count : *it) {
            tally.bindAt(place++, count);
        }
        auto done = tally.run();
        if (!done) {
            return done;
        }
    }
    return Done{};
}

} // namespace

Cells complaintCells(const CaseFile &caseFile, qint64 key)
{
    const auto text = [&caseFile](QStringView field) { return caseFile.text(field); };
    const QString assigned = text(u"assignedDept");
    const QString respondent = text(u"respondentDept");
    const QString unit = text(u"receivingUnit");
    const OpenSpan *last = caseFile.spans.isEmpty() ? nullptr : &caseFile.spans.last();
    const Instant received = caseFile.instant(u"receivedAt")
                                 .value_or(last == nullptr ? instantOf(caseFile.lastHlc)
                                                           : caseFile.spans.first().openedAt);
    const auto reopened = std::count_if(caseFile.spans.cbegin(),
                                        caseFile.spans.cend(),
                                        [](const OpenSpan &span) { return span.reopened; });
    Cells cells{
        key,
        caseFile.id.bytes(),
        caseFile.caseNo,
        caseFile.originalNo,
        caseFile.office,
        text(u"kind"),
        text(u"channel"),
        text(u"category"),
        text(u"subcategory"),
        text(u"severity"),
        text(u"urgency"),
        text(u"complainantName"),
        text(u"phone"),
        text(u"title"),
        textOr(caseFile, u"contentBrief", u"content"),
        unit,
        respondent,
        text(u"respondentPerson"),
        assigned,
        assigned.isEmpty() ? respondent : assigned,
        text(u"handler"),
        unit.isEmpty() ? caseFile.office : unit,
        stageId(caseFile.stage),
        flag(caseFile.voided),
        flag(caseFile.isOpen()),
        received.utcMs(),
        cellOf(caseFile.instant(u"replyAt")),
        last == nullptr ? Value() : cellOf(last->closedAt),
        textOr(caseFile, u"resultBrief", u"resultSummary"),
        text(u"satisfaction"),
        text(u"foundedness"),
        text(u"archiveNo"),
        text(u"remark"),
    };
    appendClock(cells, caseFile);
    const Cells rest{
        flag(caseFile.value(u"repeatFlag").toBool()),
        flag(caseFile.value(u"confidential").toBool()),
        flag(!caseFile.missing.isEmpty()),
        flag(hasConflict(caseFile)),
        static_cast<qint64>(reopened),
        caseFile.batch,
        static_cast<qint64>(caseFile.eventCount),
        static_cast<qint64>(caseFile.unknownEvents),
        u'、' + involvedIn(caseFile).join(u'、') + u'、',
        packOf(caseFile),
        text(u"productName"),
        text(u"causeCode"),
    };
    cells.insert(cells.end(), rest.begin(), rest.end());
    return cells;
}

std::vector<Cells> spanCells(const CaseFile &caseFile, qint64 key)
{
    std::vector<Cells> rows;
    if (caseFile.voided) {
        return rows;
    }
    qint64 no = 0;
    for (const OpenSpan &span : caseFile.spans) {
        rows.push_back({key,
                        no++,
                        span.openedAt.utcMs(),
                        flag(span.reopened),
                        cellOf(span.closedAt),
                        span.closedAs ? Value(stageId(*span.closedAs)) : Value(),
                        span.onTime ? Value(flag(*span.onTime)) : Value(),
                        cellOf(span.handlingDue),
                        cellOf(span.handlingStopped),
                        countedIn(caseFile, span)});
    }
    return rows;
}

QString dimensionId(Dimension dimension)
{
    static constexpr std::array<QLatin1StringView, kDimensionCount> kIds = {"total"_L1,
                                                                            "kind"_L1,
                                                                            "category"_L1,
                                                                            "channel"_L1,
                                                                            "department"_L1,
                                                                            "office"_L1,
                                                                            "handler"_L1,
                                                                            "product"_L1,
                                                                            "cause"_L1,
                                                                            "clock"_L1,
                                                                            "subject"_L1};
    return kIds.at(static_cast<size_t>(dimension));
}

void SumChanges::apply(const CaseFile &caseFile, int sign)
{
    const QVector<TallyEntry> entries = tallyOf(caseFile);
    for (const TallyEntry &entry : entries) {
        Counts &counts = m_tally[{entry.dimension, entry.day, entry.value}];
        for (size_t i = 0; i < counts.size(); ++i) {
            counts[i] += sign * entry.counts[i];
        }
    }
    if (caseFile.unknownEvents > 0) {
        m_usage[{u"unknownEvents"_s, QString()}] += sign * caseFile.unknownEvents;
    }
    if (caseFile.voided) {
        return;
    }
    m_usage[{u"stage"_s, stageId(caseFile.stage)}] += sign;
    m_usage[{u"pack"_s, packOf(caseFile)}] += sign;
    for (const QString &list : listMarks(caseFile)) {
        m_usage[{list, caseFile.caseNo}] += sign;
    }
    for (const RegisterDate &line : registerDates(caseFile)) {
        m_usage[{line.field + u':' + line.day.toString().left(7), caseFile.caseNo}] += sign;
    }
    if (caseFile.erased) {
        m_usage[{u"destroyed"_s, caseFile.caseNo}] += sign;
    }
    if (wasLent(caseFile)) {
        m_usage[{u"loan"_s, caseFile.caseNo}] += sign;
    }
    for (const QLatin1StringView field : kCountedFields) {
        const QString name(field);
        const QString value = caseFile.text(name);
        if (!value.isEmpty()) {
            m_usage[{name, value}] += sign;
        }
    }
}

QString monthText(const TallyKey &key) { return key.day.toString().left(7); }

QHash<TallyKey, Counts> monthsOf(const QHash<TallyKey, Counts> &days)
{
    QHash<TallyKey, Counts> months;
    for (auto it = days.cbegin(); it != days.cend(); ++it) {
        TallyKey key = it.key();
        key.day = key.day.addDays(1 - key.day.toDate().day());
        Counts &counts = months[key];
        for (size_t i = 0; i < counts.size(); ++i) {
            counts[i] += it->at(i);
        }
    }
    return months;
}

Result<Done> SumChanges::write(Database &database)
{
    const auto day = [](const TallyKey &key) { return key.day.toString(); };
    auto done = addTally(database, "tally-add", m_tally, day);
    if (!done) {
        return done;
    }
    done = addTally(database, "tally-month-add", monthsOf(m_tally), monthText);
    if (!done) {
        return done;
    }
    Query usage(database, "usage-add");
    for (auto it = m_usage.cbegin(); it != m_usage.cend(); ++it) {
        if (*it == 0) {
            continue;
        }
        usage.again().bindAt(1, it.key().first).bindAt(2, it.key().second).bindAt(3, *it);
        done = usage.run();
        if (!done) {
            return done;
        }
    }
    m_tally.clear();
    m_usage.clear();
    return Done{};
}

bool Projector::hasSameWords(const CaseFile &before, const CaseFile &after) const
{
    const auto isSame = [&](const QString &field) {
        const auto old = before.heads.constFind(field);
        const auto fresh = after.heads.constFind(field);
        if (old == before.heads.constEnd() || fresh == after.heads.constEnd()) {
            return old == before.heads.constEnd() && fresh == after.heads.constEnd();
        }
        return std::equal(
            old->cbegin(), old->cend(), fresh->cbegin(), fresh->cend(), [](auto &a, auto &b) {
                return a.event == b.event;
            });
    };
    return before.voided == after.voided && before.caseNo == after.caseNo &&
           before.originalNo == after.originalNo &&
           std::all_of(m_searchFields.cbegin(), m_searchFields.cend(), isSame);
}

Projection
Projector::prepare(const std::optional<CaseFile> &before, const CaseFile &after, qint64 key)
{
    Projection projection{.key = key,
                          .isNew = !before,
                          .row = complaintCells(after, key),
                          .spans = spanCells(after, key)};
    const bool newWords = !before || !hasSameWords(*before, after);
    if (newWords && !after.voided) {
        projection.text = searchTextOf(after, m_searchFields);
    }
    if (before) {
        projection.rowBefore = complaintCells(*before, key);
        projection.spansBefore = spanCells(*before, key);
        if (newWords && !before->voided) {
            projection.textBefore = searchTextOf(*before, m_searchFields);
        }
        m_sums.takeOff(*before);
    }
    m_sums.add(after);
    return projection;
}

Result<Done> Projector::putSpans(const Projection &projection)
{
    static const QByteArrayList columns = columnsOf("span-insert");
    Result<Done> done = Done{};
    auto before = projection.spansBefore;
    if (before.size() > projection.spans.size()) {
        done = runWith(m_database, "span-remove", {projection.key});
        before.clear();
    }
    for (size_t i = 0; done && i < projection.spans.size(); ++i) {
        const Cells &span = projection.spans[i];
        done = i < before.size() ? updateRow(m_database, "span", columns, 2, before[i], span)
                                 : runWith(m_database, "span-insert", span);
    }
    return done;
}

Result<Done> Projector::put(const Projection &projection)
{
    static const QByteArrayList columns = columnsOf("complaint-insert");
    auto done =
        projection.isNew
            ? runWith(m_database, "complaint-insert", projection.row)
            : updateRow(m_database, "complaint", columns, 1, projection.rowBefore, projection.row);
    if (done) {
        done = putSpans(projection);
    }
    if (projection.text == projection.textBefore) {
        return done;
    }
    ++m_texts;
    // A contentless index forgets only what it is told word for word.
    if (done && !projection.textBefore.isEmpty()) {
        done = runWith(m_database, "fts-remove", {projection.key, projection.textBefore});
    }
    if (done && !projection.text.isEmpty()) {
        done = runWith(m_database, "fts-insert", {projection.key, projection.text});
    }
    return done;
}

Result<Done> Projector::projectHouse(const Event &event)
{
    const QJsonObject body = QJsonDocument::fromJson(event.body).object();
    if (event.kind == QLatin1StringView(event::kConfigPublished)) {
        return Query(m_database, "config-set")
            .bind("name", body.value("name"_L1).toString())
            .bind("value", body.value("value"_L1).toString())
            .bind("hlc", event.hlc)
            .bind("event_id", event.id)
            .run();
    }
    if (event.kind == QLatin1StringView(event::kRosterGranted)) {
        const QJsonObject person = body.value("person"_L1).toObject();
        const QByteArray roles =
            QJsonDocument(person.value("roles"_L1).toArray()).toJson(QJsonDocument::Compact);
        return Query(m_database, "roster-grant")
            .bind("person_id", person.value("id"_L1).toString())
            .bind("name", person.value("name"_L1).toString())
            .bind("department", person.value("department"_L1).toString())
            .bind("roles", QString::fromUtf8(roles))
            .bind("enabled", qint64{1})
            .bind("hlc", event.hlc)
            .bind("event_id", event.id)
            .run();
    }
    if (event.kind == QLatin1StringView(event::kRosterRevoked)) {
        const QJsonValue person = body.value("person"_L1);
        return Query(m_database, "roster-revoke")
            .bind("person_id",
                  person.isObject() ? person.toObject().value("id"_L1).toString()
                                    : person.toString())
            .bind("hlc", event.hlc)
            .bind("event_id", event.id)
            .run();
    }
    return Done{};
}

Result<Done> Projector::mergeIndex()
{
    const qint64 texts = std::exchange(m_texts, 0);
    if (texts == 0) {
        return Done{};
    }
    const auto shape = indexShape(m_database);
    if (!shape) {
        return shape.error();
    }
    if (shape->newest + texts <= kNewestKept) {
        return Done{};
    }
    // As much as these texts will cost in the end, so that no later save pays for them. A merge of
    // large segments that an import left takes long; meanwhile the small ones must not pile up.
    const qint64 pages = std::clamp(texts, kNewestKept, kMostTexts) * kMergedPerText +
                         std::min(shape->all * kMergedPerSegment, kMostForSegments);
    return Query(m_database, "fts-merge").bindAt(1, pages).run();
}

Result<Done> Projector::flush()
{
    auto done = m_sums.write(m_database);
    return done ? mergeIndex() : done;
}

} // namespace huiyin
