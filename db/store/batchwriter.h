// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <store/chainwriter.h>
#include <store/projection.h>

#include <QSet>

#include <future>
#include <vector>

namespace huiyin {

/// Writes the facts of one batch inside the caller's transaction: numbers, events, projections.
/// Facts that come slice by slice are folded, decided and hashed on another thread while the slice
/// before them goes into the tables.
class BatchWriter
{
public:
    BatchWriter(Database &database, ChainWriter &chain, const QStringList &searchFields);

    /// \error store.cancelled, fold.noOpening, store.busy, store.disk
    Result<Recorded> write(const Batch &batch, const Progress &progress);

private:
    struct Group;
    struct Ready;
    using Groups = std::vector<Group>;
    using Slice = std::vector<Ready>;

    /// Facts to write, or cases to revise.
    struct Portion
    {
        QVector<NewEvent> facts;
        QVector<CaseId> cases = {};

        [[nodiscard]] bool isEmpty() const { return facts.isEmpty() && cases.isEmpty(); }
    };

    Result<Portion> nextPortion(const Batch &batch, const Progress &progress);
    /// Takes facts from the front, draws their numbers and looks up their cases.
    Result<Groups> gather(Portion &portion);
    Result<Groups> gatherCases(const QVector<CaseId> &cases);
    Result<Done> lookUp(Group &group);
    /// Asks no table, so that it may run beside put().
    Result<Slice> prepare(Groups groups, const Batch &batch);
    static QSet<CaseId> casesOf(const Groups &groups);
    static bool isTouched(const QSet<CaseId> &ids, const Portion &portion);
    /// Waits for the slice on its way and writes it.
    Result<Done>
    putComing(std::future<Result<Slice>> &coming, const Batch &batch, const Progress &progress);
    Result<Done> put(Slice &slice, const Batch &batch, const Progress &progress);
    Result<Done> putEvents(Ready &ready, const Batch &batch, const Progress &progress);

    Database &m_database;
    ChainWriter &m_chain;
    Projector m_projector;
    NumberBook m_numbers;
    Recorded m_recorded;
    qint64 m_slices = 0;
    std::optional<CaseFile> m_alone; ///< the only case of the only slice
    bool m_erased = false;           ///< bodies were destroyed
    qint64 m_asked = 0;              ///< cases of Batch::cases looked up
};

} // namespace huiyin
