// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/event.h>

#include <QByteArray>
#include <QString>

namespace huiyin {

/// BLAKE2b-256 of the bytes, 32 bytes.
[[nodiscard]] QByteArray hash256(const QByteArray &bytes);

/// The eight ASCII lines that identify an event: format, chain, seq, hlc, actor, kind, case id,
/// body hash. Readable by a 40-line script in any language. `event.bodyHash` must be set.
[[nodiscard]] QByteArray headerOf(const Event &event);

/// BLAKE2b-256 of salt ‖ body.
[[nodiscard]] QByteArray bodyHashOf(const QByteArray &salt, const QByteArray &body);

/// BLAKE2b-256 of the header.
[[nodiscard]] EventId eventIdOf(const Event &event);

/// link(n) = H(link(n-1) ‖ id(n)); link(0) = H(chain uid).
[[nodiscard]] QByteArray firstLink(const QString &chain);
[[nodiscard]] QByteArray nextLink(const QByteArray &previous, const EventId &id);

/// The next reading of the hybrid logical clock: not before `now`, after `last`.
[[nodiscard]] Hlc nextHlc(Hlc last, Instant now);

} // namespace huiyin
