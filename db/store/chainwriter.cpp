// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/chainwriter.h>
#include <store/rows.h>
#include <sync/chain.h>

#include <QJsonDocument>
#include <QUuid>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int kSaltSize = 16;

} // namespace

QByteArray sealText(const QString &chain, qint64 seq, const QByteArray &link, qint64 atUtcMs)
{
    return "huiyin-seal/1\n" + chain.toUtf8() + '\n' + QByteArray::number(seq) + '\n' +
           link.toHex() + '\n' + QByteArray::number(atUtcMs) + '\n';
}

QString nextBook(const QString &book)
{
    if (book.isEmpty()) {
        return u"B"_s;
    }
    QString next = book;
    if (next.back() == u'Z') {
        return next + u'B';
    }
    next.back() = QChar(static_cast<char16_t>(next.back().unicode() + 1));
    return next;
}

Result<Done> ChainWriter::begin(const ChainOrigin &origin, const QString &actor, Instant now)
{
    m_origin = origin;
    m_uid = QUuid::fromRfc4122(detail::makeUuid7(now, m_random(10))).toString(QUuid::WithoutBraces);
    m_seq = 0;
    m_link = firstLink(m_uid);
    m_sealedDay.clear();
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, '\0');
    const QByteArray seed = m_random(crypto_sign_SEEDBYTES);
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(publicKey.data()),
                             reinterpret_cast<unsigned char *>(secretKey.data()),
                             reinterpret_cast<const unsigned char *>(seed.constData()));
    auto made =
        Query(m_database, "chain-insert")
            .bind("uid", m_uid)
            .bind("office", origin.office)
            .bind("office_name", origin.officeName)
            .bind("book", origin.book)
            .bind("sign_key", publicKey)
            .bind("continues", origin.continues.isEmpty() ? Value() : Value(origin.continues))
            .bind("closed_at_seq", Value())
            .bind("head_seq", m_seq)
            .bind("head_link", m_link)
            .bind("head_hlc", m_hlc)
            .bind("sealed_day", Value())
            .run();
    if (!made) {
        return made;
    }
    auto kept =
        Query(m_database, "seat-insert").bind("chain", m_uid).bind("sign_secret", secretKey).run();
    if (!kept) {
        return kept;
    }
    auto own = setMeta(m_database, u"own_chain"_s, m_uid);
    if (!own) {
        return own;
    }
    QJsonObject body{
        {u"office"_s, origin.office}, {u"name"_s, origin.officeName}, {u"reason"_s, origin.reason}};
    if (!origin.continues.isEmpty()) {
        body.insert(u"continues"_s, origin.continues);
    }
    auto event =
        write({.kind = QLatin1StringView(event::kChainBegan), .caseId = std::nullopt, .body = body},
              QJsonDocument(body).toJson(QJsonDocument::Compact),
              actor,
              now);
    return event ? Result<Done>(Done{}) : Result<Done>(event.error());
}

Result<Done> ChainWriter::load()
{
    auto own = metaValue(m_database, u"own_chain"_s);
    if (!own) {
        return own.error();
    }
    Query query(m_database, "chain-own");
    query.bind("uid", *own);
    if (!query.next()) {
        return query.failure().value_or(
            Error{u"store.damaged"_s, {{u"path"_s, m_database.path()}}, u"own chain missing"_s});
    }
    m_uid = query.text("uid");
    m_origin = {query.text("office"),
                query.text("office_name"),
                query.text("book"),
                query.text("continues"),
                {}};
    m_seq = query.integer("head_seq");
    m_link = query.blob("head_link");
    m_hlc = query.integer("head_hlc");
    m_sealedDay = query.text("sealed_day");
    return Done{};
}

Event ChainWriter::next(const NewEvent &fact,
                        const QByteArray &body,
                        const QString &actor,
                        Instant now)
{
    Event event;
    event.chain = m_uid;
    event.seq = m_seq + 1;
    event.hlc = nextHlc(m_hlc, now);
    event.actor = actor;
    event.kind = fact.kind;
    event.caseId = fact.caseId;
    event.salt = m_random(kSaltSize);
    event.body = body;
    event.bodyHash = bodyHashOf(event.salt, event.body);
    event.id = eventIdOf(event);
    m_seq = event.seq;
    m_hlc = event.hlc;
    m_link = nextLink(m_link, event.id);
    return event;
}

Result<Done> ChainWriter::put(const Event &event)
{
    return Query(m_database, "event-insert")
        .bindAt(1, event.id)
        .bindAt(2, event.chain)
        .bindAt(3, event.seq)
        .bindAt(4, event.hlc)
        .bindAt(5, event.actor)
        .bindAt(6, event.kind)
        .bindAt(7, event.caseId ? Value(event.caseId->bytes()) : Value())
        .bindAt(8, event.salt)
        .bindAt(9, event.body)
        .bindAt(10, event.bodyHash)
        .bindAt(11, u"applied"_s)
        .run();
}

Result<Event>
ChainWriter::write(const NewEvent &fact, const QByteArray &body, const QString &actor, Instant now)
{
    Event event = next(fact, body, actor, now);
    auto done = put(event);
    if (!done) {
        return done.error();
    }
    return event;
}

Result<Done> ChainWriter::seal(Instant now)
{
    Query query(m_database, "seat-secret");
    query.bind("chain", m_uid);
    if (!query.next()) {
        return query.failure().value_or(
            Error{u"store.damaged"_s, {{u"path"_s, m_database.path()}}, u"seal key missing"_s});
    }
    const QByteArray secret = query.blob("sign_secret");
    if (secret.size() != crypto_sign_SECRETKEYBYTES) {
        return Error{
            u"store.damaged"_s, {{u"path"_s, m_database.path()}}, u"seal key has a wrong length"_s};
    }
    const QByteArray text = sealText(m_uid, m_seq, m_link, now.utcMs());
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()),
                         nullptr,
                         reinterpret_cast<const unsigned char *>(text.constData()),
                         static_cast<unsigned long long>(text.size()),
                         reinterpret_cast<const unsigned char *>(secret.constData()));
    m_sealedDay = now.localDay().toString();
    return Query(m_database, "seal-insert")
        .bind("chain", m_uid)
        .bind("seq", m_seq)
        .bind("link", m_link)
        .bind("at_utc_ms", now.utcMs())
        .bind("signature", signature)
        .run();
}

Result<Done> ChainWriter::sealDaily(Instant now)
{
    return m_sealedDay == now.localDay().toString() ? Result<Done>(Done{}) : seal(now);
}

Result<Done> ChainWriter::save()
{
    return Query(m_database, "chain-advance")
        .bind("head_seq", m_seq)
        .bind("head_link", m_link)
        .bind("head_hlc", m_hlc)
        .bind("sealed_day", m_sealedDay)
        .bind("uid", m_uid)
        .run();
}

Result<QString> NumberBook::draw(const NumberSeries &series)
{
    auto it = m_last.find(series.prefix);
    if (it == m_last.end()) {
        Query query(m_database, "number-last");
        query.bind("prefix", series.prefix).bind("book", m_book);
        const qint64 last = query.next() ? query.integer("last") : 0;
        if (query.failure()) {
            return *query.failure();
        }
        it = m_last.insert(series.prefix, last);
    }
    ++*it;
    return u"%1-%2%3"_s.arg(series.prefix, m_book).arg(*it, 4, 10, QLatin1Char('0'));
}

Result<Done> NumberBook::save()
{
    for (auto it = m_last.cbegin(); it != m_last.cend(); ++it) {
        auto done = Query(m_database, "number-set")
                        .bind("prefix", it.key())
                        .bind("book", m_book)
                        .bind("last", *it)
                        .run();
        if (!done) {
            return done;
        }
    }
    return Done{};
}

} // namespace huiyin
