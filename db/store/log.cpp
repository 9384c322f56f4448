// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/attachments.h>
#include <store/backup.h>
#include <store/batchwriter.h>
#include <store/erasure.h>
#include <store/log.h>
#include <store/refold.h>
#include <store/rows.h>

#include <QJsonDocument>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace huiyin {

Log::Log(Database &database, RandomBytes random, QString stateDir, QStringList searchFields)
    : m_database(database)
    , m_turn(std::make_shared<WriterTurn>(isReadOnly() ? nullptr : &database))
    , m_random(std::move(random))
    , m_watermark(std::move(stateDir))
    , m_searchFields(std::move(searchFields))
    , m_wantedFields(m_searchFields)
{
    if (!isReadOnly()) {
        m_checkpoints = std::make_unique<Checkpoints>(m_database);
        m_merges = std::make_unique<IdleMerges>(m_turn);
    }
}

Log::~Log()
{
    m_merges.reset();
    m_turn->end();
}

bool Log::isReadOnly() const { return sqlite3_db_readonly(m_database.handle(), "main") == 1; }

Result<Done> Log::compareWatermark()
{
    if (!m_watermark.isKept()) {
        return Done{};
    }
    ChainWriter chain(m_database, m_random);
    auto loaded = chain.load();
    if (!loaded) {
        return loaded;
    }
    const auto mark = m_watermark.read(chain.uid());
    auto machine = metaValue(m_database, u"machine"_s);
    if (!machine) {
        return machine.error();
    }
    if (!mark) {
        // A second user of this machine, or a cleared profile, goes on with the chain; a moved file
        // does not.
        m_newChainReason = *machine == machineMark() ? QString() : u"otherMachine"_s;
    } else if (mark->seq > chain.seq()) {
        m_newChainReason = u"olderFile"_s;
    } else if (mark->seq == chain.seq() && mark->link != chain.link()) {
        m_newChainReason = u"otherPast"_s;
    }
    return Done{};
}

Result<Done> Log::checkExpected(const Batch &batch)
{
    for (auto it = batch.expected.cbegin(); it != batch.expected.cend(); ++it) {
        Query query(m_database, "complaint-key");
        query.bindAt(1, it.key().bytes());
        const qint64 count = query.next() ? query.integer("event_count") : 0;
        if (query.failure()) {
            return *query.failure();
        }
        if (count != *it) {
            return Error{u"store.case.changed"_s, {{u"caseId"_s, it.key().toString()}}};
        }
    }
    return Done{};
}

Result<Done> Log::beginNewChain(ChainWriter &chain, const Batch &batch)
{
    // The new book must differ from every book of this file, not only from the last one's.
    QString book;
    Query query(m_database, "chain-all");
    while (query.next()) {
        const QString other = query.text("book");
        if (other.size() > book.size() || (other.size() == book.size() && other > book)) {
            book = other;
        }
    }
    if (query.failure()) {
        return *query.failure();
    }
    auto here = setMeta(m_database, u"machine"_s, machineMark());
    if (!here) {
        return here;
    }
    return chain.begin({.office = chain.origin().office,
                        .officeName = chain.origin().officeName,
                        .book = nextBook(book),
                        .continues = chain.uid(),
                        .reason = m_newChainReason},
                       batch.actor,
                       batch.now);
}

Result<Recorded> Log::append(const Batch &batch, const Progress &progress)
{
    if (isReadOnly()) {
        return Error{u"store.readonly"_s, {{u"path"_s, m_database.path()}}};
    }
    const auto turn = m_turn->take();
    m_checkpoints->makeRoom();
    auto transaction = Transaction::begin(m_database);
    if (!transaction) {
        return transaction.error();
    }
    auto expected = checkExpected(batch);
    if (!expected) {
        return expected.error();
    }
    ChainWriter chain(m_database, m_random);
    auto loaded = chain.load();
    if (!loaded) {
        return loaded.error();
    }
    if (!m_newChainReason.isEmpty()) {
        auto begun = beginNewChain(chain, batch);
        if (!begun) {
            return begun.error();
        }
    }
    auto recorded = BatchWriter(m_database, chain, m_searchFields).write(batch, progress);
    if (!recorded) {
        return recorded;
    }
    auto sealed = chain.sealDaily(batch.now);
    if (!sealed) {
        return sealed.error();
    }
    auto saved = chain.save();
    if (!saved) {
        return saved.error();
    }
    auto done = (*transaction)->commit();
    if (!done) {
        return done.error();
    }
    m_merges->saved();
    m_newChainReason.clear();
    m_watermark.write(chain.uid(), {chain.seq(), chain.link()});
    if (std::any_of(batch.events.cbegin(), batch.events.cend(), [](const NewEvent &event) {
            return event.kind == QLatin1StringView(event::kBodyErased);
        })) {
        removeErasedFiles(m_database);
        m_checkpoints->empty();
    }
    return recorded;
}

Result<Done> Log::saveDraft(const StoredDraft &draft)
{
    const auto turn = m_turn->take();
    const QJsonObject body{{u"fields"_s, draft.draft.fields}, {u"raw"_s, draft.draft.raw}};
    return Query(m_database, "draft-save")
        .bind("id", draft.id.bytes())
        .bind("actor", draft.actor)
        .bind("case_id", draft.caseId ? Value(draft.caseId->bytes()) : Value())
        .bind("action", draft.action)
        .bind("sheet", draft.draft.sheet)
        .bind("body", QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)))
        .bind("started_utc_ms", cellOf(draft.draft.startedAt))
        .bind("saved_utc_ms", draft.savedAt.utcMs())
        .bind("discarded", qint64{draft.discarded})
        .run();
}

Result<Done> Log::removeDraft(const DraftId &id)
{
    const auto turn = m_turn->take();
    return Query(m_database, "draft-remove").bind("id", id.bytes()).run();
}

Result<Done> Log::logAccess(const AccessEntry &entry)
{
    const auto turn = m_turn->take();
    return Query(m_database, "access-insert")
        .bind("at_utc_ms", entry.at.utcMs())
        .bind("actor", entry.actor)
        .bind("case_id", entry.caseId ? Value(entry.caseId->bytes()) : Value())
        .bind("what", entry.what)
        .bind("reason", entry.reason)
        .run();
}

Result<Attachment> Log::keepFile(const QString &path)
{
    const auto turn = m_turn->take();
    return keepAttachment(m_database, path);
}

Result<QString> Log::backup(const QString &folder, Instant now, const Progress &progress)
{
    const auto turn = m_turn->take();
    return backupTo(m_database, m_random, folder, now, progress);
}

Result<qint64> Log::refold(const Progress &progress)
{
    const auto turn = m_turn->take();
    auto cases = refoldAll(m_database, m_wantedFields, progress);
    if (cases) {
        m_searchFields = m_wantedFields;
    }
    return cases;
}

} // namespace huiyin
