// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/attachments.h>
#include <store/chainwriter.h>
#include <store/rows.h>
#include <store/verify.h>
#include <sync/chain.h>

#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 kProgressEvery = 1024;

struct ChainEnd
{
    QString uid;
    QByteArray signKey;
    qint64 seq = 0;
    QByteArray link;
};

struct Seal
{
    qint64 seq = 0;
    QByteArray link;
    qint64 atUtcMs = 0;
    QByteArray signature;
};

Args placeOf(const Event &event)
{
    return {{u"chain"_s, event.chain},
            {u"seq"_s, QString::number(event.seq)},
            {u"case"_s, event.caseId ? event.caseId->toString() : u"-"_s}};
}

Result<QVector<ChainEnd>> chainsOf(Database &database)
{
    QVector<ChainEnd> chains;
    Query query(database, "chain-all");
    while (query.next()) {
        chains.append({query.text("uid"),
                       query.blob("sign_key"),
                       query.integer("head_seq"),
                       query.blob("head_link")});
    }
    if (query.failure()) {
        return *query.failure();
    }
    return chains;
}

Result<QVector<Seal>> sealsOf(Database &database, const QString &chain)
{
    QVector<Seal> seals;
    Query query(database, "seal-of-chain");
    query.bind("chain", chain);
    while (query.next()) {
        seals.append({query.integer("seq"),
                      query.blob("link"),
                      query.integer("at_utc_ms"),
                      query.blob("signature")});
    }
    if (query.failure()) {
        return *query.failure();
    }
    return seals;
}

bool isSigned(const ChainEnd &chain, const Seal &seal)
{
    const QByteArray text = sealText(chain.uid, seal.seq, seal.link, seal.atUtcMs);
    return seal.signature.size() == crypto_sign_BYTES &&
           chain.signKey.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(
               reinterpret_cast<const unsigned char *>(seal.signature.constData()),
               reinterpret_cast<const unsigned char *>(text.constData()),
               static_cast<unsigned long long>(text.size()),
               reinterpret_cast<const unsigned char *>(chain.signKey.constData())) == 0;
}

/// One check of one file.
class Check
{
public:
    Check(Database &database, const Progress &progress, VerifyReport &report)
        : m_database(database)
        , m_progress(progress)
        , m_report(report)
        , m_faults(report)
    {
    }

    Result<Done> pages(bool full)
    {
        auto word = m_database.pragma(full ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
        if (!word) {
            return word.error();
        }
        if (*word != "ok"_L1) {
            m_faults.add(u"store.verify.pages"_s,
                         {{u"path"_s, m_database.path()}, {u"what"_s, *word}});
        }
        return Done{};
    }

    Result<Done> chains()
    {
        auto chains = chainsOf(m_database);
        if (!chains) {
            return chains.error();
        }
        for (const ChainEnd &end : *chains) {
            m_total += end.seq;
        }
        for (const ChainEnd &end : *chains) {
            auto done = chain(end);
            if (!done) {
                return done;
            }
        }
        m_report.chains = chains->size();
        for (auto it = m_emptied.cbegin(); it != m_emptied.cend(); ++it) {
            if (!m_erased.contains(it.key())) {
                m_faults.add(u"store.verify.body"_s, *it);
            }
        }
        return strays();
    }

    Result<Done> files(const QString &caseFilePath)
    {
        QSet<QString> noted;
        Query query(m_database, "file-all");
        while (query.next()) {
            const QString hash = query.text("hash");
            noted.insert(hash);
            if (!query.flag("have")) {
                continue;
            }
            ++m_report.files;
            const QString path = attachmentFile(caseFilePath, hash);
            if (path.isEmpty() || !QFileInfo::exists(path)) {
                m_faults.add(u"store.verify.file.missing"_s,
                             {{u"hash"_s, hash}, {u"path"_s, path}});
            } else if (hashOfFile(path) != hash) {
                m_faults.add(u"store.verify.file.changed"_s,
                             {{u"hash"_s, hash}, {u"path"_s, path}});
            }
        }
        if (query.failure()) {
            return *query.failure();
        }
        for (const QString &hash : m_attached - noted) {
            m_faults.add(u"store.verify.file.missing"_s,
                         {{u"hash"_s, hash}, {u"path"_s, caseFilePath}});
        }
        return Done{};
    }

private:
    Result<Done> chain(const ChainEnd &end)
    {
        auto seals = sealsOf(m_database, end.uid);
        if (!seals) {
            return seals.error();
        }
        m_report.seals += seals->size();
        qsizetype nextSeal = 0;
        qint64 seq = 0;
        QByteArray link = firstLink(end.uid);
        Query query(m_database, "event-in-order");
        query.bind("chain", end.uid).bind("after_seq", std::numeric_limits<qint64>::min());
        while (query.next()) {
            const Event event = eventAt(query);
            ++m_report.events;
            if (event.seq != seq + 1) {
                m_faults.add(u"store.verify.gap"_s, placeOf(event));
            }
            seq = event.seq;
            checkEvent(event);
            link = nextLink(link, event.id);
            for (; nextSeal < seals->size() && seals->at(nextSeal).seq <= seq; ++nextSeal) {
                checkSeal(end, seals->at(nextSeal), seq, link);
            }
            if (m_report.events % kProgressEvery == 0 && m_progress &&
                !m_progress(m_report.events, m_total)) {
                return Error{u"store.cancelled"_s};
            }
        }
        if (query.failure()) {
            return *query.failure();
        }
        for (; nextSeal < seals->size(); ++nextSeal) {
            checkSeal(end, seals->at(nextSeal), seq, link);
        }
        if (seq != end.seq || link != end.link) {
            m_faults.add(u"store.verify.head"_s,
                         {{u"chain"_s, end.uid}, {u"seq"_s, QString::number(seq)}});
        }
        return Done{};
    }

    void checkEvent(const Event &event)
    {
        if (event.kind == QLatin1StringView(event::kBodyErased) && event.caseId) {
            m_erased.insert(*event.caseId);
        }
        if (event.caseId && event.salt.isEmpty() && event.body.isEmpty()) {
            // Destroyed after its term; that an erasure says so is looked at in the end.
            m_emptied.insert(*event.caseId, placeOf(event));
        } else if (bodyHashOf(event.salt, event.body) != event.bodyHash) {
            m_faults.add(u"store.verify.body"_s, placeOf(event));
        }
        if (eventIdOf(event) != event.id) {
            m_faults.add(u"store.verify.header"_s, placeOf(event));
        }
        if (event.kind == QLatin1StringView(event::kFileAttached)) {
            const QString hash =
                QJsonDocument::fromJson(event.body).object().value("hash"_L1).toString();
            if (!attachmentFile({}, hash).isEmpty()) {
                m_attached.insert(hash);
            }
        }
    }

    void checkSeal(const ChainEnd &chain, const Seal &seal, qint64 seq, const QByteArray &link)
    {
        if (seal.seq != seq || seal.link != link || !isSigned(chain, seal)) {
            m_faults.add(u"store.verify.seal"_s,
                         {{u"chain"_s, chain.uid}, {u"seq"_s, QString::number(seal.seq)}});
        }
    }

    // Events whose chain has lost its row would otherwise never be looked at.
    Result<Done> strays()
    {
        Query query(m_database, "event-count");
        const qint64 events = query.next() ? query.integer("events") : 0;
        if (query.failure()) {
            return *query.failure();
        }
        if (events != m_report.events) {
            m_faults.add(u"store.verify.stray"_s,
                         {{u"count"_s, QString::number(events - m_report.events)}});
        }
        return Done{};
    }

    Database &m_database;
    const Progress &m_progress;
    VerifyReport &m_report;
    FaultList m_faults;
    QSet<QString> m_attached;
    QSet<CaseId> m_erased;         ///< cases with an erasure
    QHash<CaseId, Args> m_emptied; ///< cases with events without a body, and one of these
    qint64 m_total = 0;
};

Result<qint64> caseCount(Database &database)
{
    Query query(database, "event-case-count");
    if (!query.next()) {
        return query.failure().value_or(Error{u"store.internal"_s});
    }
    return query.integer("cases");
}

Result<Done> checkAll(Database &database,
                      bool full,
                      const Progress &progress,
                      const QString &attachmentsOf,
                      VerifyReport &report)
{
    Check check(database, progress, report);
    auto done = check.pages(full);
    if (done) {
        done = check.chains();
    }
    if (done) {
        done = check.files(attachmentsOf);
    }
    if (!done) {
        return done;
    }
    auto cases = caseCount(database);
    if (!cases) {
        return cases.error();
    }
    report.cases = *cases;
    return full ? compareProjections(database, report, progress) : Result<Done>(Done{});
}

} // namespace

void FaultList::add(const QString &code, const Args &args)
{
    ++m_report.faults;
    if (!m_report.firstFault) {
        m_report.firstFault = Error{code, args};
    }
}

Result<VerifyReport>
verifyFile(Database &database, bool full, const Progress &progress, const QString &attachmentsOf)
{
    VerifyReport report;
    // One snapshot for the whole check: a save in between must not look like a fault.
    auto begun = Query(database, "begin-read").run();
    if (!begun) {
        return begun.error();
    }
    const auto done = checkAll(database,
                               full,
                               progress,
                               attachmentsOf.isEmpty() ? database.path() : attachmentsOf,
                               report);
    const auto ended = Query(database, "rollback").run();
    if (!done && done.error().code == "store.damaged"_L1) {
        // Pages that cannot be read are what a check is there to find, not a reason to give up.
        FaultList(report).add(u"store.verify.pages"_s,
                              {{u"path"_s, database.path()}, {u"what"_s, done.error().detail}});
        return report;
    }
    if (!done) {
        return done.error();
    }
    if (!ended) {
        return ended.error();
    }
    return report;
}

} // namespace huiyin
