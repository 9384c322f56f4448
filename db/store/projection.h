// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <domain/tally.h>
#include <store/database.h>

#include <QHash>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace huiyin {

/// The projections are folded by this version of the code; a file folded by another is folded again
/// at opening.
inline constexpr int kFoldVersion = 9;

/// sort_due_utc_ms of a case without a running clock: after everything that is due.
inline constexpr qint64 kNeverDue = (1LL << 53) - 1;

using Cells = std::vector<Value>;

/// The case's row of `complaint`, in the order of the columns. \param key the case's place by time
/// of recording
[[nodiscard]] Cells complaintCells(const CaseFile &caseFile, qint64 key);

/// The case's rows of `span`; none for a voided case.
[[nodiscard]] std::vector<Cells> spanCells(const CaseFile &caseFile, qint64 key);

/// Names as the tally table and the queries write them.
[[nodiscard]] QString dimensionId(Dimension dimension);

struct TallyKey
{
    Dimension dimension;
    Day day;
    QString value;

    friend bool operator==(const TallyKey &, const TallyKey &) = default;

    friend size_t qHash(const TallyKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(key.dimension), key.day, key.value);
    }
};

/// The same sums by month; their day is the first of the month.
[[nodiscard]] QHash<TallyKey, Counts> monthsOf(const QHash<TallyKey, Counts> &days);

/// The month as the tally_month table writes it: yyyy-MM.
[[nodiscard]] QString monthText(const TallyKey &key);

/// What the cases of one transaction change in the sums, gathered in memory and written once.
class SumChanges
{
public:
    void add(const CaseFile &caseFile) { apply(caseFile, 1); }

    void takeOff(const CaseFile &caseFile) { apply(caseFile, -1); }

    Result<Done> write(Database &database);

    [[nodiscard]] const QHash<TallyKey, Counts> &tally() const { return m_tally; }

    [[nodiscard]] const QHash<std::pair<QString, QString>, qint64> &usage() const
    {
        return m_usage;
    }

private:
    void apply(const CaseFile &caseFile, int sign);

    QHash<TallyKey, Counts> m_tally;
    QHash<std::pair<QString, QString>, qint64> m_usage;
};

/// What the tables are to hold of one case.
struct Projection
{
    qint64 key = 0;
    bool isNew = true;
    Cells row;
    Cells rowBefore; ///< as the tables hold it; none of a new case
    std::vector<Cells> spans;
    std::vector<Cells> spansBefore;
    QString text;       ///< what can be searched; empty for a voided case
    QString textBefore; ///< as it stands in the index; both empty where the words stay
};

/// Writes what the folded cases say into the tables that lists, search and statistics read.
class Projector
{
public:
    Projector(Database &database, QStringList searchFields)
        : m_database(database)
        , m_searchFields(std::move(searchFields))
    {
    }

    /// Replaces the projection of one case. \param before as it stood, nothing for a new case
    Result<Done> project(const std::optional<CaseFile> &before, const CaseFile &after, qint64 key)
    {
        return put(prepare(before, after, key));
    }

    /// First half of project(): asks no table, so that it may run beside put().
    [[nodiscard]] Projection
    prepare(const std::optional<CaseFile> &before, const CaseFile &after, qint64 key);

    /// Second half of project(): writes the rows.
    Result<Done> put(const Projection &projection);

    /// Takes over an event of the house: settings and roster.
    Result<Done> projectHouse(const Event &event);

    /// Writes the gathered sums and merges the index a little; to be called before the commit.
    Result<Done> flush();

private:
    Result<Done> mergeIndex();
    Result<Done> putSpans(const Projection &projection);
    [[nodiscard]] bool hasSameWords(const CaseFile &before, const CaseFile &after) const;

    Database &m_database;
    QStringList m_searchFields;
    SumChanges m_sums;
    qint64 m_texts = 0; ///< put into the index since the last flush
};

} // namespace huiyin
