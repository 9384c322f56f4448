// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <store/database.h>
#include <store/sums.h>

#include <QStringList>

#include <optional>
#include <vector>

namespace huiyin {

/// The projections are folded by this version of the code; a file folded by another is folded again
/// at opening.
inline constexpr int kFoldVersion = 11;

/// sort_due_utc_ms of a case without a running clock: after everything that is due.
inline constexpr qint64 kNeverDue = (1LL << 53) - 1;

using Cells = std::vector<Value>;

/// The case's row of `complaint`, in the order of the columns. \param key the case's place by time
/// of recording
[[nodiscard]] Cells complaintCells(const CaseFile &caseFile, qint64 key);

/// The case's rows of `span`; none for a voided case.
[[nodiscard]] std::vector<Cells> spanCells(const CaseFile &caseFile, qint64 key);

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

    /// Gives a new case its key, known only once its first event is written.
    void setKey(qint64 to);
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
    Result<Done> putSpans(const Projection &projection);
    [[nodiscard]] bool hasSameWords(const CaseFile &before, const CaseFile &after) const;

    Database &m_database;
    QStringList m_searchFields;
    SumChanges m_sums;
    qint64 m_texts = 0; ///< put into the index since the last flush
};

} // namespace huiyin
