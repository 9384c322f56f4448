// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>
#include <domain/result.h>

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <compare>

namespace huiyin {

/// An identity of 16 bytes (UUIDv7: its first 48 bits are the UTC milliseconds of its birth, so ids
/// sort by time). The tag keeps ids of different things apart; a null id cannot exist.
template <typename Tag> class Id
{
public:
    /// Gives an id from its canonical text `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. \error
    /// id.malformed
    static Result<Id> parse(QStringView text);

    /// Gives a new id. \param random at least 10 random bytes
    static Id make(Instant now, const QByteArray &random);

    [[nodiscard]] QString toString() const;

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    friend bool operator==(const Id &, const Id &) = default;

    friend std::strong_ordering operator<=>(const Id &a, const Id &b)
    {
        return a.m_bytes.compare(b.m_bytes) <=> 0;
    }

    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_bytes, seed); }

private:
    explicit Id(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    QByteArray m_bytes;
};

namespace detail {
Result<QByteArray> parseUuid(QStringView text);
QByteArray makeUuid7(Instant now, const QByteArray &random);
QString uuidText(const QByteArray &bytes);
} // namespace detail

template <typename Tag> Result<Id<Tag>> Id<Tag>::parse(QStringView text)
{
    auto bytes = detail::parseUuid(text);
    if (!bytes) {
        return bytes.error();
    }
    return Id(*bytes);
}

template <typename Tag> Id<Tag> Id<Tag>::make(Instant now, const QByteArray &random)
{
    return Id(detail::makeUuid7(now, random));
}

template <typename Tag> QString Id<Tag>::toString() const { return detail::uuidText(m_bytes); }

using CaseId = Id<struct CaseTag>;
using DraftId = Id<struct DraftTag>;

/// BLAKE2b-256 of an event's header, 32 bytes.
using EventId = QByteArray;

} // namespace huiyin
