// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <store/chainwriter.h>
#include <store/checkpoints.h>
#include <store/database.h>
#include <store/idlemerges.h>
#include <store/watermark.h>
#include <store/writerturn.h>

namespace huiyin {

/// The store's writing port.
class Log : public CaseLog
{
public:
    /// \param searchFields the fields the present index was built from
    Log(Database &database, RandomBytes random, QString stateDir, QStringList searchFields);
    ~Log() override;

    /// For readers of the same file.
    [[nodiscard]] std::shared_ptr<WriterTurn> turn() const { return m_turn; }

    /// Compares the chain with its watermark: a copy, a restored or an older file begins a new
    /// chain at its first append.
    Result<Done> compareWatermark();

    Result<Recorded> append(const Batch &batch, const Progress &progress) override;
    Result<Done> saveDraft(const StoredDraft &draft) override;
    Result<Done> removeDraft(const DraftId &id) override;
    Result<Done> logAccess(const AccessEntry &entry) override;
    Result<Attachment> keepFile(const QString &path) override;
    Result<QString> backup(const QString &folder, Instant now, const Progress &progress) override;
    Result<qint64> refold(const Progress &progress) override;

    /// Fields the next refold indexes.
    void setWantedSearchFields(const QStringList &fields) { m_wantedFields = fields; }

private:
    Result<Done> checkExpected(const Batch &batch);
    Result<Done> beginNewChain(ChainWriter &chain, const Batch &batch);
    [[nodiscard]] bool isReadOnly() const;

    Database &m_database;
    std::shared_ptr<WriterTurn> m_turn;
    std::unique_ptr<Checkpoints> m_checkpoints; ///< nothing where only reading is allowed
    std::unique_ptr<IdleMerges> m_merges;       ///< as m_checkpoints
    RandomBytes m_random;
    Watermark m_watermark;
    QStringList m_searchFields;
    QStringList m_wantedFields;
    QString m_newChainReason; ///< empty: the chain goes on
};

} // namespace huiyin
