// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/guardedreader.h>
#include <domain/people.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

bool isHidden(const Error &error)
{
    return error.code == u"case.hidden" || error.code == u"case.notConcerned";
}

CaseFilter GuardedReader::narrowed(CaseFilter filter) const
{
    filter.notRespondent += m_sight.hidden;
    filter.respondentFree = m_sight.hiddenFree;
    filter.involving = m_sight.concerns;
    filter.involvingFree = m_sight.concernsFree;
    filter.borrowedFrom = m_sight.borrowedFrom;
    filter.ownInvolving = m_sight.own;
    filter.ownInvolvingFree = m_sight.ownFree;
    return filter;
}

bool GuardedReader::hides(const QString &respondents, const QString &pack) const
{
    const auto &hidden = m_sight.hidden;
    return !m_sight.hiddenFree.contains(pack) &&
           std::any_of(hidden.cbegin(), hidden.cend(), [&](const QString &name) {
               return isAmong(name, name, respondents);
           });
}

bool GuardedReader::concerns(const QStringList &involved,
                             const QString &respondents,
                             const QString &pack) const
{
    const auto among = [&](const QStringList &names) {
        return std::any_of(names.cbegin(), names.cend(), [&](const QString &name) {
            return involved.contains(name);
        });
    };
    const auto &absent = m_sight.borrowedFrom;
    if (std::any_of(absent.cbegin(), absent.cend(), [&](const QString &name) {
            return isAmong(name, name, respondents);
        })) {
        return m_sight.ownFree.contains(pack) || among(m_sight.own);
    }
    return m_sight.concerns.isEmpty() || m_sight.concernsFree.contains(pack) ||
           among(m_sight.concerns);
}

QVector<CaseRow> GuardedReader::shown(QVector<CaseRow> rows) const
{
    rows.removeIf([&](const CaseRow &row) {
        return hides(row.respondentPerson, row.pack) ||
               !concerns(row.involved, row.respondentPerson, row.pack);
    });
    return rows;
}

Result<std::unique_ptr<CaseReader>> GuardedReader::another() const
{
    auto reader = m_reader->another();
    if (!reader) {
        return reader.error();
    }
    auto guarded = std::make_unique<GuardedReader>(std::move(reader).value());
    guarded->look(m_sight);
    return std::unique_ptr<CaseReader>(std::move(guarded));
}

Result<CasePage> GuardedReader::page(const CaseFilter &filter, const Cursor &after, int limit) const
{
    return m_reader->page(narrowed(filter), after, limit);
}

Result<QVector<qint64>> GuardedReader::keys(const CaseFilter &filter, qint64 atMost) const
{
    return m_reader->keys(narrowed(filter), atMost);
}

Result<QVector<CaseRow>> GuardedReader::rows(const QVector<qint64> &keys) const
{
    auto rows = m_reader->rows(keys);
    return rows && !m_sight.isFree() ? Result(shown(std::move(rows).value())) : rows;
}

Result<qint64> GuardedReader::count(const CaseFilter &filter, qint64 atMost) const
{
    return m_reader->count(filter.whole ? filter : narrowed(filter), atMost);
}

Result<QVector<CaseRow>> GuardedReader::search(const QString &words, int limit) const
{
    auto rows = m_reader->search(words, limit);
    return rows && !m_sight.isFree() ? Result(shown(std::move(rows).value())) : rows;
}

// That somebody complains again is told of hidden cases too: the number alone, nothing of the case.
Result<QVector<EarlierCase>>
GuardedReader::earlierOf(const QStringList &phones, const QString &name, int limit) const
{
    return m_reader->earlierOf(phones, name, limit);
}

Result<CaseFile> GuardedReader::caseFile(const CaseId &id) const
{
    auto caseFile = m_reader->caseFile(id);
    if (!caseFile || m_sight.isFree()) {
        return caseFile;
    }
    const QString pack =
        packText({caseFile->regulationId, caseFile->regulationVersion}, caseFile->overlays);
    if (hides(caseFile->text(u"respondentPerson"), pack)) {
        return Error{u"case.hidden"_s};
    }
    if (!concerns(involvedIn(*caseFile), caseFile->text(u"respondentPerson"), pack)) {
        return Error{u"case.notConcerned"_s};
    }
    return caseFile;
}

Result<CaseId> GuardedReader::byNumber(const QString &caseNo) const
{
    auto id = m_reader->byNumber(caseNo);
    if (id && !m_sight.isFree()) {
        const auto seen = caseFile(*id);
        return seen ? id : Result<CaseId>(seen.error());
    }
    return id;
}

Result<QVector<Event>> GuardedReader::history(const CaseId &id) const
{
    if (!m_sight.isFree()) {
        if (const auto seen = caseFile(id); !seen) {
            return seen.error();
        }
    }
    return m_reader->history(id);
}

Result<QMap<QString, Counts>> GuardedReader::tally(Dimension dimension, Day from, Day to) const
{
    return m_reader->tally(dimension, from, to);
}

Result<OverdueCases> GuardedReader::overdueAt(const QVector<Dimension> &dimensions,
                                              Instant at) const
{
    return m_reader->overdueAt(dimensions, at);
}

Result<QStringList>
GuardedReader::namesInUse(const QString &field, const QString &part, int limit) const
{
    return m_reader->namesInUse(field, part, limit);
}

Result<QVector<StoredDraft>> GuardedReader::drafts(const QString &actor) const
{
    return m_reader->drafts(actor);
}

Result<QMap<QString, QString>> GuardedReader::config() const { return m_reader->config(); }

Result<QVector<Person>> GuardedReader::roster() const { return m_reader->roster(); }

Result<QVector<CaseId>> GuardedReader::casesOfBatch(const QString &batch) const
{
    return m_reader->casesOfBatch(batch);
}

Result<QVector<CaseId>> GuardedReader::openCases() const { return m_reader->openCases(); }

Result<QVector<OfficeState>> GuardedReader::offices() const { return m_reader->offices(); }

Result<QVector<CaseId>> GuardedReader::writtenOnSince(const QMap<QString, qint64> &heads,
                                                      Instant before,
                                                      Instant counted) const
{
    return m_reader->writtenOnSince(heads, before, counted);
}

Result<QVector<LogEntry>> GuardedReader::accessLog(int limit) const
{
    return m_reader->accessLog(limit);
}

Result<QVector<LogEntry>> GuardedReader::accessesOf(const CaseId &id, int limit) const
{
    const auto seen = caseFile(id);
    if (!seen) {
        return seen.error();
    }
    return m_reader->accessesOf(id, limit);
}

Result<StoreStatus> GuardedReader::status(Instant now) const { return m_reader->status(now); }

Result<VerifyReport> GuardedReader::verify(bool full, const Progress &progress) const
{
    return m_reader->verify(full, progress);
}

} // namespace huiyin
