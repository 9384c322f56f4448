// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/ids.h>
#include <domain/instant.h>

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// Event kinds and the shape of their bodies. A released shape is frozen: a change is a new version
/// beside it. Instants in bodies are integer UTC ms, money integer fen, no floats. Every body of a
/// case event may hold `replaces`: {"field": ["event id hex", …]} – per field set, the events the
/// person saw and replaces (the stage goes under "@stage") – and `missing`: [field …], what is
/// still to be completed afterwards; `actingFor` {id, name} where a deputy acted for somebody
/// absent; `regulation` may hold `with` [{id, version}…], the packs laid over it.
///
/// - `case.opened/1`: caseNo, originalNo?, office, regulation {id, version}, sheet?, stage,
///   fields {…}, clocks [Clock…], at, recordedAt, batch?
/// - `case.moved/1`: action, from, to, fields {…}, started [Clock…], stopped [{clock, at,
///   workedMin, workdays?}], reason?, text? (of a document made void: its number), at,
///   recordedAt, rules […], tasks?
/// - `field.set/1`: fields {…}, reason, at – 更正: a correction says why
/// - `deadline.set/1`: clock {Clock}, reason – counted anew (calendar changed, date promised)
/// - `deadline.extended/1`: clock, limit, due, dueDay, provisional, reason, approver,
///   customerToldAt?, customerConsent?, at, rules
/// - `deadline.paused/1`, `deadline.resumed/1`: clock, at, reason, approver; resumed also due,
///   dueDay, provisional
/// - `note.added/1`: kind, text, at
/// - `file.attached/1`: hash, name, size, kind, pages?, original?
/// - `item.struck/1`: event (hex of the note or file), reason
/// - `case.voided/1`: reason, batch? – the case leaves lists and counts, its number stays used
/// - `regulation.moved/1`: regulation {id, version, with?}, from {…}, reason, at, recordedAt –
///   a running case goes over to another pack; its clocks follow in `deadline.set`
/// - `body.erased/1`: events [hex…], ground, reason, proposedBy, approvedBy, witness, at,
///   recordedAt, keeps {…} – salt and body of these events are destroyed, headers stay; `keeps`
///   is what counts still need, see remnantOf()
/// - `step.undone/1`: events [hex…], reason, at, recordedAt – the last step taken back within
///   seconds by the same person: its events stand in the history and count for nothing else
/// - `config.published/1`: name, value – calendar, regulation, settings; the newest wins
/// - `roster.granted/1`, `roster.revoked/1`: person {id, name, department, roles […]}; reason
/// - `chain.began/1`: office, name, continues?, reason
/// - `import.batch/1`: batch, file, rows, taken, warned, refused, duplicate
namespace event {
inline constexpr auto kCaseOpened = "case.opened/1";
inline constexpr auto kCaseMoved = "case.moved/1";
inline constexpr auto kFieldSet = "field.set/1";
inline constexpr auto kDeadlineSet = "deadline.set/1";
inline constexpr auto kDeadlineExtended = "deadline.extended/1";
inline constexpr auto kDeadlinePaused = "deadline.paused/1";
inline constexpr auto kDeadlineResumed = "deadline.resumed/1";
inline constexpr auto kNoteAdded = "note.added/1";
inline constexpr auto kFileAttached = "file.attached/1";
inline constexpr auto kItemStruck = "item.struck/1";
inline constexpr auto kCaseVoided = "case.voided/1";
inline constexpr auto kStepUndone = "step.undone/1";
inline constexpr auto kRegulationMoved = "regulation.moved/1";
inline constexpr auto kBodyErased = "body.erased/1";
inline constexpr auto kConfigPublished = "config.published/1";
inline constexpr auto kRosterGranted = "roster.granted/1";
inline constexpr auto kRosterRevoked = "roster.revoked/1";
inline constexpr auto kChainBegan = "chain.began/1";
inline constexpr auto kImportBatch = "import.batch/1";

/// Whether events of this kind may be taken back by `step.undone/1`.
[[nodiscard]] bool isUndoable(QStringView kind);
} // namespace event

/// Hybrid logical clock: UTC ms shifted left by 16 plus a counter; never goes back on a chain.
using Hlc = qint64;

[[nodiscard]] constexpr Instant instantOf(Hlc hlc) { return Instant::fromUtcMs(hlc >> 16); }

/// A recorded fact, exactly as it stands in the log.
struct Event
{
    EventId id;     ///< BLAKE2b-256 of the header
    QString chain;  ///< uid of the writing seat's chain
    qint64 seq = 0; ///< 1, 2, 3 … on its chain
    Hlc hlc = 0;
    QString actor;                ///< person id
    QString kind;                 ///< `case.opened/1`
    std::optional<CaseId> caseId; ///< nothing for events of the house (roster, config)
    QByteArray salt;              ///< 16 bytes, destroyed with the body on erasure
    QByteArray body;              ///< the exact JSON bytes as written
    QByteArray bodyHash;          ///< BLAKE2b-256 of salt ‖ body
};

/// The number a new case takes: `TS0571202405-` and the next running number of the book, drawn
/// inside the transaction that records the case (see case-file design, numbers without collisions).
struct NumberSeries
{
    QString prefix; ///< `TS` + office code + `yyyyMM`
};

/// A fact about to be recorded: what the desk hands to the log.
struct NewEvent
{
    QString kind;
    std::optional<CaseId> caseId;
    QJsonObject body;
    std::optional<NumberSeries> number =
        std::nullopt; ///< the log writes the drawn number into body.caseNo
};

} // namespace huiyin
