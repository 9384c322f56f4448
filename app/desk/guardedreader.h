// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>

namespace huiyin {

/// What one person may see.
struct Sight
{
    QStringList hidden;     ///< cases against these names (person id, name) are not there …
    QStringList hiddenFree; ///< … except under these packs, see packText()
    QStringList concerns;   ///< nor are those that have to do with none of these: the person's id,
                            ///< name, department, and those he stands in for; empty: all are …
    QStringList concernsFree; ///< … except under these packs
    QStringList borrowedFrom; ///< absent people whose sight he has besides; of cases against them
                              ///< he sees what his own two lists give
    QStringList own, ownFree;

    [[nodiscard]] bool isFree() const
    {
        return hidden.isEmpty() && concerns.isEmpty() && borrowedFrom.isEmpty();
    }
};

/// Whether the error only says that the acting person must not see a case.
[[nodiscard]] bool isHidden(const Error &error);

/// The reader of one person: the cases he must not see are not there. Statistics, which name no
/// case, count them.
class GuardedReader : public CaseReader
{
public:
    explicit GuardedReader(const CaseReader &reader)
        : m_reader(&reader)
    {
    }

    explicit GuardedReader(std::unique_ptr<CaseReader> reader)
        : m_owned(std::move(reader))
        , m_reader(m_owned.get())
    {
    }

    /// From now on only this is seen.
    void look(const Sight &sight) { m_sight = sight; }

    Result<std::unique_ptr<CaseReader>> another() const override;
    Result<CasePage> page(const CaseFilter &filter, const Cursor &after, int limit) const override;
    Result<QVector<qint64>> keys(const CaseFilter &filter, qint64 atMost) const override;
    Result<QVector<CaseRow>> rows(const QVector<qint64> &keys) const override;
    Result<qint64> count(const CaseFilter &filter, qint64 atMost) const override;
    Result<QVector<CaseRow>> search(const QString &words, int limit) const override;
    Result<QVector<EarlierCase>>
    earlierOf(const QStringList &phones, const QString &name, int limit) const override;
    /// \error case.unknown, case.hidden, case.notConcerned
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
    [[nodiscard]] CaseFilter narrowed(CaseFilter filter) const;
    [[nodiscard]] bool hides(const QString &respondents, const QString &pack) const;
    [[nodiscard]] bool
    concerns(const QStringList &involved, const QString &respondents, const QString &pack) const;
    [[nodiscard]] QVector<CaseRow> shown(QVector<CaseRow> rows) const;

    std::unique_ptr<CaseReader> m_owned;
    const CaseReader *m_reader;
    Sight m_sight;
};

} // namespace huiyin
