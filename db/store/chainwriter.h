// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/event.h>
#include <store/database.h>

#include <QByteArray>
#include <QString>

#include <functional>

namespace huiyin {

using RandomBytes = std::function<QByteArray(int n)>;

/// What a chain was begun for.
struct ChainOrigin
{
    QString office;
    QString officeName;
    QString book;      ///< letter before the running number; empty for a file's first chain
    QString continues; ///< uid of the chain it goes on from, empty for the first
    QString reason;
};

/// The writing end of a chain: gives each event its place, hashes and link. Works inside the
/// caller's transaction; its state is read again at the start of each.
class ChainWriter
{
public:
    ChainWriter(Database &database, RandomBytes random)
        : m_database(database)
        , m_random(std::move(random))
    {
    }

    /// Makes a chain with a key pair of its own and records `chain.began`; it becomes the file's
    /// own chain.
    Result<Done> begin(const ChainOrigin &origin, const QString &actor, Instant now);

    /// Reads the head of the file's own chain.
    Result<Done> load();

    /// Gives the next event its place, hashes and link; asks no table, so that it may run beside
    /// put(). `body` is taken byte for byte.
    [[nodiscard]] Event
    next(const NewEvent &fact, const QByteArray &body, const QString &actor, Instant now);

    /// Records an event of next(). To be called in their order.
    Result<Done> put(const Event &event);

    /// Records one event: next() and put().
    Result<Event>
    write(const NewEvent &event, const QByteArray &body, const QString &actor, Instant now);

    /// Signs the present head. The chain's secret key stays in the file.
    Result<Done> seal(Instant now);

    /// Seals if the local day of `now` has no seal yet.
    Result<Done> sealDaily(Instant now);

    /// Writes the head back; to be called before the commit.
    Result<Done> save();

    [[nodiscard]] const QString &uid() const { return m_uid; }

    [[nodiscard]] const ChainOrigin &origin() const { return m_origin; }

    [[nodiscard]] qint64 seq() const { return m_seq; }

    [[nodiscard]] const QByteArray &link() const { return m_link; }

private:
    Database &m_database;
    RandomBytes m_random;
    QString m_uid;
    ChainOrigin m_origin;
    qint64 m_seq = 0;
    QByteArray m_link;
    Hlc m_hlc = 0;
    QString m_sealedDay;
};

/// The text a seal signs.
[[nodiscard]] QByteArray
sealText(const QString &chain, qint64 seq, const QByteArray &link, qint64 atUtcMs);

/// The letter of the book after this one: "" → "B" → "C" … "Z" → "ZB".
[[nodiscard]] QString nextBook(const QString &book);

/// Draws running numbers; the last ones are kept in memory and written once.
class NumberBook
{
public:
    NumberBook(Database &database, QString book)
        : m_database(database)
        , m_book(std::move(book))
    {
    }

    /// The next number of the series: `TS0571202405-0012`.
    Result<QString> draw(const NumberSeries &series);

    Result<Done> save();

private:
    Database &m_database;
    QString m_book;
    QHash<QString, qint64> m_last;
};

} // namespace huiyin
