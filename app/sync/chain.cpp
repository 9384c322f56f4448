// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sync/chain.h>

#include <QCryptographicHash>

#include <algorithm>

namespace huiyin {

QByteArray hash256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
}

QByteArray headerOf(const Event &event)
{
    QByteArray header;
    header.reserve(320);
    header += "huiyin-event/1\n";
    header += event.chain.toUtf8() + '\n';
    header += QByteArray::number(event.seq) + '\n';
    header += QByteArray::number(event.hlc) + '\n';
    header +=
        event.actor.toUtf8().toPercentEncoding("@ ") + '\n'; // ASCII whatever the person is called
    header += event.kind.toUtf8() + '\n';
    header += (event.caseId ? event.caseId->toString().toLatin1() : QByteArray("-")) + '\n';
    header += event.bodyHash.toHex() + '\n';
    return header;
}

QByteArray bodyHashOf(const QByteArray &salt, const QByteArray &body)
{
    return hash256(salt + body);
}

EventId eventIdOf(const Event &event) { return hash256(headerOf(event)); }

QByteArray firstLink(const QString &chain) { return hash256(chain.toUtf8()); }

QByteArray nextLink(const QByteArray &previous, const EventId &id)
{
    return hash256(previous + id);
}

Hlc nextHlc(Hlc last, Instant now) { return std::max(last + 1, now.utcMs() << 16); }

} // namespace huiyin
