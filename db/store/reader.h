// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <store/database.h>
#include <store/store.h>
#include <store/writerturn.h>

namespace huiyin {

/// The store's reading port, on a read-only connection of its own.
class Reader : public CaseReader
{
public:
    /// \param mayNote whether a finished check may be noted in the file
    /// \param turn of the log of this file; nothing where nobody writes it here
    static Result<std::unique_ptr<Reader>>
    open(const QString &path, Access access, bool mayNote, std::shared_ptr<WriterTurn> turn = {});

    Result<std::unique_ptr<CaseReader>> another() const override;
    Result<CasePage> page(const CaseFilter &filter, const Cursor &after, int limit) const override;
    Result<QVector<qint64>> keys(const CaseFilter &filter, qint64 atMost) const override;
    Result<QVector<CaseRow>> rows(const QVector<qint64> &keys) const override;
    Result<qint64> count(const CaseFilter &filter, qint64 atMost) const override;
    Result<QVector<CaseRow>> search(const QString &words, int limit) const override;
    Result<QVector<EarlierCase>>
    earlierOf(const QStringList &phones, const QString &name, int limit) const override;
    Result<CaseFile> caseFile(const CaseId &id) const override;
    Result<CaseId> byNumber(const QString &caseNo) const override;
    Result<QVector<Event>> history(const CaseId &id) const override;
    Result<QMap<QString, Counts>> tally(Dimension dimension, Day from, Day to) const override;
    Result<OverdueCases> overdueAt(const QVector<Dimension> &dimensions, Instant at) const override;
    Result<QStringList>
    namesInUse(const QString &field, const QString &part, int limit) const override;
    Result<QVector<StoredDraft>> drafts(const QString &actor) const override;
    Result<QMap<QString, QString>> config() const override;
    Result<QVector<Person>> roster() const override;
    Result<QVector<CaseId>> casesOfBatch(const QString &batch) const override;
    Result<QVector<CaseId>> openCases() const override;
    Result<QVector<OfficeState>> offices() const override;
    Result<QVector<CaseId>> writtenOnSince(const QMap<QString, qint64> &heads,
                                           Instant before,
                                           Instant counted) const override;
    Result<QVector<LogEntry>> accessLog(int limit) const override;
    Result<QVector<LogEntry>> accessesOf(const CaseId &id, int limit) const override;
    Result<StoreStatus> status(Instant now) const override;
    Result<VerifyReport> verify(bool full, const Progress &progress) const override;

private:
    Reader(std::unique_ptr<Database> database,
           Access access,
           bool mayNote,
           std::shared_ptr<WriterTurn> turn);

    std::unique_ptr<Database> m_database;
    Access m_access;
    bool m_mayNote;
    std::shared_ptr<WriterTurn> m_turn;
};

} // namespace huiyin
