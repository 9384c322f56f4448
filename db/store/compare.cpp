// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/opening.h>
#include <store/projection.h>
#include <store/refold.h>
#include <store/rows.h>
#include <store/searchtext.h>
#include <store/tallycounts.h>
#include <store/verify.h>

#include <QHash>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 kProgressEvery = 256;

Cells cellsAt(const Query &query)
{
    Cells cells;
    const int columns = query.columnCount();
    cells.reserve(static_cast<size_t>(columns));
    for (int i = 0; i < columns; ++i) {
        cells.push_back(query.cell(i));
    }
    return cells;
}

/// How often each word stands in the index.
using WordCounts = QHash<QString, qint64>;

/// Folds every case again and holds it against its rows; sums and words are held against each other
/// at the end.
class Comparison
{
public:
    Comparison(Database &database, VerifyReport &report, const Progress &progress)
        : m_database(database)
        , m_faults(report)
        , m_progress(progress)
    {
    }

    Result<Done> run()
    {
        auto record = foldRecord(m_database);
        if (!record) {
            return record.error();
        }
        m_searchFields = record->searchFields;
        for (auto step : {&Comparison::cases,
                          &Comparison::tally,
                          &Comparison::usage,
                          &Comparison::words,
                          &Comparison::house}) {
            auto done = (this->*step)();
            if (!done) {
                return done;
            }
        }
        return Done{};
    }

private:
    void fault(const QString &table, const QString &place)
    {
        m_faults.add(u"store.verify.projection"_s, {{u"table"_s, table}, {u"place"_s, place}});
    }

    Result<Done> cases()
    {
        Query ids(m_database, "event-cases");
        Query rows(m_database, "complaint-all");
        qint64 cases = 0;
        while (ids.next()) {
            const qint64 key = ids.integer("first_no");
            const auto id = idOf<CaseTag>(ids.blob("case_id"));
            if (!id) {
                fault(u"event"_s, u"case_id"_s);
                continue;
            }
            auto events = eventsOfCase(m_database, *id);
            if (!events) {
                return events.error();
            }
            auto caseFile = fold(*events);
            ++cases;
            const bool hasRow = rows.next();
            if (!caseFile) {
                fault(u"event"_s, id->toString());
                continue;
            }
            if (!hasRow || cellsAt(rows) != complaintCells(*caseFile, key)) {
                fault(u"complaint"_s, caseFile->caseNo);
            }
            auto spans = compareSpans(*caseFile, key);
            if (!spans) {
                return spans;
            }
            m_sums.add(*caseFile);
            countWords(*caseFile);
            if (cases % kProgressEvery == 0 && m_progress && !m_progress(cases, 0)) {
                return Error{u"store.cancelled"_s};
            }
        }
        if (rows.next()) {
            fault(u"complaint"_s, rows.text("case_no"));
        }
        if (ids.failure() || rows.failure()) {
            return ids.failure() ? *ids.failure() : *rows.failure();
        }
        return spanCount();
    }

    Result<Done> compareSpans(const CaseFile &caseFile, qint64 key)
    {
        std::vector<Cells> stored;
        Query query(m_database, "span-of-case");
        query.bindAt(1, key);
        while (query.next()) {
            stored.push_back(cellsAt(query));
        }
        const std::vector<Cells> folded = spanCells(caseFile, key);
        m_spans += static_cast<qint64>(folded.size());
        if (stored != folded) {
            fault(u"span"_s, caseFile.caseNo);
        }
        return query.failure() ? Result<Done>(*query.failure()) : Result<Done>(Done{});
    }

    // Spans of no case at all are found by their number.
    Result<Done> spanCount()
    {
        Query query(m_database, "span-count");
        if (query.next() && query.integer("spans") != m_spans) {
            fault(u"span"_s, QString::number(query.integer("spans")));
        }
        return query.failure() ? Result<Done>(*query.failure()) : Result<Done>(Done{});
    }

    void countWords(const CaseFile &caseFile)
    {
        if (caseFile.voided) {
            return;
        }
        const QString text = searchTextOf(caseFile, m_searchFields);
        for (const auto word : text.tokenize(u' ', Qt::SkipEmptyParts)) {
            ++m_words[word.toString()];
        }
    }

    Result<Done> tally()
    {
        auto days = tallyTable(
            "tally-all", m_sums.tally(), [](const TallyKey &key) { return key.day.toString(); });
        return days ? tallyTable("tally-month-all", monthsOf(m_sums.tally()), monthText) : days;
    }

    template <typename Text>
    Result<Done>
    tallyTable(const char *name, const QHash<TallyKey, Counts> &sums, const Text &dayText)
    {
        QHash<std::pair<QString, QString>, Counts> folded;
        for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
            folded.insert(
                {dimensionId(it.key().dimension) + u' ' + dayText(it.key()), it.key().value}, *it);
        }
        Query query(m_database, name);
        while (query.next()) {
            const Cells cells = cellsAt(query);
            // A damaged page gives cells of any type.
            const auto *dimension = std::get_if<QString>(&cells[0]);
            const auto *day = std::get_if<QString>(&cells[1]);
            const auto *value = std::get_if<QString>(&cells[2]);
            const auto *packed = std::get_if<QByteArray>(&cells[3]);
            Counts counts = {};
            if (dimension == nullptr || day == nullptr || value == nullptr || packed == nullptr ||
                !addPacked(*packed, counts)) {
                fault(u"tally"_s, u"-"_s);
                continue;
            }
            const std::pair place{*dimension + u' ' + *day, *value};
            if (folded.take(place) != counts) {
                fault(u"tally"_s, place.first + u' ' + place.second);
            }
        }
        for (auto it = folded.cbegin(); it != folded.cend(); ++it) {
            if (*it != Counts{}) {
                fault(u"tally"_s, it.key().first + u' ' + it.key().second);
            }
        }
        return query.failure() ? Result<Done>(*query.failure()) : Result<Done>(Done{});
    }

    Result<Done> usage()
    {
        auto folded = m_sums.usage();
        Query query(m_database, "usage-all");
        while (query.next()) {
            const std::pair place{query.text("field"), query.text("value")};
            if (folded.take(place) != query.integer("uses")) {
                fault(u"usage"_s, place.first + u' ' + place.second);
            }
        }
        for (auto it = folded.cbegin(); it != folded.cend(); ++it) {
            if (*it != 0) {
                fault(u"usage"_s, it.key().first + u' ' + it.key().second);
            }
        }
        return query.failure() ? Result<Done>(*query.failure()) : Result<Done>(Done{});
    }

    Result<Done> words()
    {
        auto made = Query(m_database, "fts-vocabulary-create").run();
        if (!made) {
            return made;
        }
        Query query(m_database, "fts-vocabulary");
        while (query.next()) {
            const QString term = query.text("term");
            if (m_words.take(term) != query.integer("cnt")) {
                fault(u"fts"_s, term);
            }
        }
        for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
            fault(u"fts"_s, it.key());
        }
        return query.failure() ? Result<Done>(*query.failure()) : Result<Done>(Done{});
    }

    Result<Done> house()
    {
        auto scratch = Database::open(u":memory:"_s, Access::Memory);
        if (!scratch) {
            return scratch.error();
        }
        auto laid = layTables(**scratch, u":/huiyin/sql/schema/0001"_s, [](const QString &file) {
            return file.contains("-projection-"_L1);
        });
        if (!laid) {
            return laid;
        }
        Projector projector(**scratch, {});
        Query events(m_database, "event-of-house");
        while (events.next()) {
            auto done = projector.projectHouse(eventAt(events));
            if (!done) {
                return done;
            }
        }
        for (const char *table : {"config-all", "roster-all"}) {
            Query live(m_database, table);
            Query fresh(**scratch, table);
            while (true) {
                const bool a = live.next();
                const bool b = fresh.next();
                if (a != b || (a && cellsAt(live) != cellsAt(fresh))) {
                    fault(QString::fromLatin1(table).section(u'-', 0, 0), u"-"_s);
                    break;
                }
                if (!a) {
                    break;
                }
            }
        }
        return events.failure() ? Result<Done>(*events.failure()) : Result<Done>(Done{});
    }

    Database &m_database;
    FaultList m_faults;
    const Progress &m_progress;
    QStringList m_searchFields;
    SumChanges m_sums;
    WordCounts m_words;
    qint64 m_spans = 0;
};

} // namespace

Result<Done> compareProjections(Database &database, VerifyReport &report, const Progress &progress)
{
    return Comparison(database, report, progress).run();
}

} // namespace huiyin
