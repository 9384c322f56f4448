// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/event.h>
#include <domain/ids.h>
#include <domain/instant.h>
#include <domain/stage.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

enum class ClockState { Running, Paused, Met, MetLate, Cancelled };

/// `Running` …, as in JSON.
[[nodiscard]] QString clockStateId(ClockState state);

struct ClockPause
{
    Instant from;
    std::optional<Instant> to;
    QString reason;
    QString approver;
};

struct ClockExtension
{
    QJsonObject limit; ///< the new total limit, e.g. {"workdays":7}
    Instant due;
    QString reason;
    QString approver;
    Instant at;
    QStringList rules;
    std::optional<Instant> dueBefore = std::nullopt; ///< due until then; told by the fold
};

/// One row of a case's clock ledger. Never restarted by an edit: only deadline.* events and moves
/// change it. JSON keys (in bodies and in `--json`): clock, label, owner, handling, limit,
/// startedAt, due, dueDay, provisional, rules, stops, workdays where counted.
struct Clock
{
    QString id;            ///< id of the pack's clock entry: `handling`
    QString label;         ///< Chinese name for lists and paper
    QString owner;         ///< role, department or field that owes it
    bool handling = false; ///< the clock whose keeping makes a closing onTime
    QJsonObject limit;     ///< {"workdays":3}
    QString stops;         ///< field whose first value stops it: `replyAt`
    Instant startedAt = Instant::fromUtcMs(0);
    std::optional<Instant> due; ///< nothing while a pause keeps the limit from being reached
    std::optional<Day> dueDay;
    bool provisional = false; ///< counted beyond the published calendar
    QStringList rules;        ///< R-TOB-19
    QVector<ClockPause> pauses;
    QVector<ClockExtension> extensions;
    std::optional<Instant> stoppedAt;
    std::optional<qint64> workedMin; ///< office minutes from start to stop
    std::optional<qint64> workdays;  ///< of a handling clock: in which working day it stopped,
                                     ///< counted as limits are; 1 = the first
    ClockState state = ClockState::Running;

    [[nodiscard]] QJsonObject toJson() const;
    static Clock fromJson(const QJsonObject &json);
};

/// One unreplaced setter of a field. Two or more of them are a conflict a person decides.
struct FieldHead
{
    QJsonValue value;
    EventId event;
    Hlc hlc = 0;
    QString actor;
};

/// One line of the timeline.
struct Step
{
    EventId event;
    QString kind;   ///< event kind
    QString action; ///< id of the pack's move, or `amend`, `note`, `attach`, `extend`, `pause`,
                    ///< `resume`, `record`, `undo`
    std::optional<Stage> from;
    std::optional<Stage> to;
    QString actor;
    Instant at = Instant::fromUtcMs(0); ///< when it happened
    Instant recordedAt =
        Instant::fromUtcMs(0); ///< when it was written down; later than `at` means 补录
    QString reason;
    QStringList rules;
    QJsonObject fields; ///< what the step set: field → new value
    QJsonObject before; ///< for corrections: field → old value
    QString text;       ///< of a note
    bool struck = false;
    QString struckReason;
    QString actingFor;     ///< person the actor stood in for (id), empty if in his own right
    QString actingForName; ///< as he was called then
};

struct Attachment
{
    EventId event;
    QString hash; ///< BLAKE2b-256 hex, also the file's name below <case file>.files/
    QString name;
    qint64 size = 0;
    QString kind;
    int pages = 0;
    bool struck = false;
};

/// One stay of the case in the open: from receipt (or reopening) to closing. Statistics count
/// spans.
struct OpenSpan
{
    Instant openedAt = Instant::fromUtcMs(0);
    bool reopened = false;
    std::optional<Instant> closedAt;
    std::optional<Stage> closedAs; ///< Closed, Declined or Withdrawn
    bool hasClock = false;         ///< a handling clock ran in it
    std::optional<Instant> handlingDue;
    std::optional<Day> handlingDueDay;
    std::optional<Instant> handlingStopped;
    std::optional<bool> onTime; ///< of the closing, by its handling clock
    std::optional<qint64> workedMin;
    std::optional<qint64> workdays;
    bool special = false; ///< its handling limit was extended
};

/// A pack as a case keeps it.
struct PackVersion
{
    QString id;
    int version = 0;
    friend bool operator==(const PackVersion &, const PackVersion &) = default;
};

/// A case as the set of its events tells it. Pure value; see fold().
struct CaseFile
{
    CaseId id;
    QString caseNo;
    QString originalNo; ///< number in an imported register
    QString office;     ///< office code of the recording desk
    QString regulationId;
    int regulationVersion = 0;
    QVector<PackVersion> overlays; ///< packs laid over the regulation when it was recorded
    QString sheet;                 ///< sheet and version it was recorded with: `F-01/1`
    Stage stage = Stage::New;
    bool voided = false;
    bool erased = false; ///< destroyed after its term: only what counts need is left
    QString batch;       ///< import batch id, empty if entered by hand
    QMap<QString, QVector<FieldHead>> heads;
    QVector<Clock> clocks;
    QVector<Step> steps; ///< oldest first
    QVector<Attachment> attachments;
    QVector<OpenSpan> spans; ///< oldest first, at least one
    QStringList missing; ///< fields still to be completed (待补全), as the last event that says so
                         ///< names them
    int eventCount = 0;
    int unknownEvents = 0; ///< kinds a newer program wrote: kept, shown as 需升级后显示
    Hlc lastHlc = 0;

    /// The shown value of a field: the head with the highest (hlc, id); undefined if never set.
    [[nodiscard]] QJsonValue value(QStringView field) const;

    /// value() of a text-like field, empty if unset.
    [[nodiscard]] QString text(QStringView field) const;

    /// value() of a datetime field.
    [[nodiscard]] std::optional<Instant> instant(QStringView field) const;

    /// All shown values.
    [[nodiscard]] QJsonObject fields() const;

    /// Per field of `fields`, the ids of its present heads (hex): the `replaces` object of a new
    /// event.
    [[nodiscard]] QJsonObject replacesFor(const QJsonObject &fields) const;

    [[nodiscard]] bool isOpen() const { return !voided && !isClosing(stage); }

    [[nodiscard]] const Clock *clock(QStringView clockId) const;

    /// The running or paused clock that is due first, else nullptr: what the case list shows.
    [[nodiscard]] const Clock *nextClock() const;

    /// The latest clock marked `handling`, else nullptr.
    [[nodiscard]] const Clock *handlingClock() const;
};

/// {"id", "version", "with": [{"id", "version"}…]?}: a pack and those laid over it, as bodies hold
/// them.
[[nodiscard]] QJsonObject regulationJson(const PackVersion &pack,
                                         const QVector<PackVersion> &overlays);

/// `law/1+maj/1`: a pack and those laid over it, in one word.
[[nodiscard]] QString packText(const PackVersion &pack, const QVector<PackVersion> &overlays);

/// Takes such an object into the case.
void takeRegulation(CaseFile &caseFile, const QJsonObject &regulation);

/// Folds the events of one case into what they say. Pure: depends only on the *set* of events, not
/// on their order or repetition. \param events events of one case, at least its `case.opened`
/// \error fold.noOpening  no event opens the case
[[nodiscard]] Result<CaseFile> fold(const QVector<Event> &events);

/// Hex BLAKE2b-256 over the canonical JSON of the folded state: equal at every office that holds
/// the same events.
[[nodiscard]] QString foldDigest(const CaseFile &caseFile);

} // namespace huiyin
