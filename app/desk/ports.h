// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <domain/draft.h>
#include <domain/event.h>
#include <domain/result.h>
#include <domain/tally.h>
#include <rules/earliercase.h>

#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>

namespace huiyin {

// ---- writing
// --------------------------------------------------------------------------------------

/// Facts that are recorded together or not at all.
struct Batch
{
    QString actor;
    Instant now = Instant::fromUtcMs(0);
    QVector<NewEvent> events;
    /// Per case, the event count the decision was made on; another count refuses with
    /// store.case.changed.
    QHash<CaseId, int> expected = {};
    /// Gives further facts of the same transaction once those before are written; an empty list
    /// ends it, an error rolls everything back. Called on the thread that writes.
    std::function<Result<QVector<NewEvent>>()> more = {};
    /// Cases to look at inside the transaction, where nobody can write in between, and what to
    /// record on each as it stands there; nothing drawn from a number series. Called for one case
    /// at a time, not on the thread that writes. Progress counts these cases.
    QVector<CaseId> cases = {};
    std::function<QVector<NewEvent>(const CaseFile &)> revise = {};
};

struct Recorded
{
    QVector<EventId> ids;           ///< in the order of the batch
    QHash<CaseId, QString> numbers; ///< numbers drawn
    /// Of a batch about one case alone: the case as it stands now.
    std::optional<CaseFile> caseFile = std::nullopt;
};

/// Called now and then with rows done and rows in all; false asks to stop, the transaction rolls
/// back.
using Progress = std::function<bool(qint64 done, qint64 total)>;

struct AccessEntry
{
    QString actor;
    std::optional<CaseId> caseId;
    QString what; ///< view, search, print, export, reveal
    QString reason;
    Instant at = Instant::fromUtcMs(0);
};

/// The only way facts enter. Implemented by the store; one writing connection per process.
class CaseLog
{
public:
    virtual ~CaseLog() = default;

    /// Appends events and folds the touched cases in one immediate transaction; returns after the
    /// commit is durable. \error store.busy, store.disk, store.case.changed, store.cancelled
    virtual Result<Recorded> append(const Batch &batch, const Progress &progress = {}) = 0;

    /// Keeps a draft (insert or replace by id). Local only. \error store.busy, store.disk
    virtual Result<Done> saveDraft(const StoredDraft &draft) = 0;
    virtual Result<Done> removeDraft(const DraftId &id) = 0;

    using Kept = std::function<void(const Result<Done> &)>;

    /// Keeps a draft without letting the caller wait for other writers; `kept` is told on the
    /// window's thread once it lies safe. Later words of a draft follow earlier ones.
    virtual void keepDraft(const StoredDraft &draft, const Kept &kept);

    /// Removes a draft, after all that was kept of it.
    virtual void dropDraft(const DraftId &id);

    /// Drafts kept (or dropped: nothing) that readers do not see yet.
    [[nodiscard]] virtual QHash<DraftId, std::optional<StoredDraft>> unwrittenDrafts() const;

    /// True while another writer has the case file: an append would wait for its end.
    [[nodiscard]] virtual bool isBusy() const;

    virtual Result<Done> logAccess(const AccessEntry &entry) = 0;

    /// Copies a file into the attachment folder by its hash, synced. \error store.file.unreadable,
    /// store.disk
    virtual Result<Attachment> keepFile(const QString &path) = 0;

    /// Online copy of the case file and its attachments into `folder`, verified; gives the path.
    virtual Result<QString>
    backup(const QString &folder, Instant now, const Progress &progress = {}) = 0;

    /// Rebuilds all projections from the events beside the old ones, then swaps. Gives the number
    /// of cases.
    virtual Result<qint64> refold(const Progress &progress = {}) = 0;
};

// ---- reading
// --------------------------------------------------------------------------------------

/// One row of a list: what queues, ledger and exports need without opening the case.
struct CaseRow
{
    qint64 key = 0; ///< grows with time of recording; the row's place in lists and search
    CaseId id;
    QString caseNo, originalNo, office;
    QString kind, channel, category, subcategory, severity, urgency;
    QString complainantName, phone, title, contentBrief;
    QString receivingUnit, respondentDept, respondentPerson, assignedDept, handler;
    Stage stage = Stage::New;
    Instant receivedAt = Instant::fromUtcMs(0);
    std::optional<Instant> replyAt, closedAt;
    QString resultBrief, satisfaction, foundedness, archiveNo, remark;
    // the clock the list shows: the next one, or the handling clock when all have stopped
    QString clockId, clockLabel, clockRule;
    std::optional<Instant> clockStarted, due;
    std::optional<Day> dueDay;
    bool provisional = false;
    std::optional<ClockState> clockState; ///< nothing if the case never had a clock
    std::optional<Instant> clockStopped;
    bool repeat = false, confidential = false, incomplete = false, conflict = false;
    int reopened = 0;
    QStringList involved; ///< see involvedIn()
    QString pack;         ///< the case follows, see packText()
};

enum class CaseSort { Due, Received, Number };

/// What a list shows. Empty members do not filter; all given ones must hold. Voided cases never
/// show.
struct CaseFilter
{
    std::optional<bool> open;
    QVector<Stage> stages;
    QStringList kinds, categories, channels, departments,
        offices; ///< department = the row's department: assignedDept, else respondentDept
    QString handler;
    QString waitingIn; ///< with `handler`: also open cases of this department nobody handles yet
    std::optional<Instant> overdueAt;          ///< open with a running clock due before this moment
    std::optional<Instant> dueFrom, dueBefore; ///< of the running clock, [from, before)
    std::optional<Instant> receivedFrom,
        receivedBefore; ///< span openings in [from, before): a reopened case counts again
    std::optional<Instant> closedFrom, closedBefore; ///< closings in [from, before)
    std::optional<bool>
        closingOnTime; ///< with closedFrom/closedBefore: on-time or late closings only
    std::optional<Stage> closedAs;
    std::optional<Instant> openAt; ///< cases open at this moment (carried over)
    std::optional<Instant>
        overdueThen; ///< spans whose handling clock was past due at this moment and had not
                     ///< stopped; sorted by due: the longest overdue first
    std::optional<Instant> limitFrom,
        limitBefore; ///< spans whose handling limit fell in [from, before), or before they began
    std::optional<Instant> atWorkFrom,
        atWorkBefore; ///< spans open at some moment in [from, before)
    std::optional<Instant> notDeclinedFrom,
        notDeclinedBefore;          ///< together: spans not declined in [from, before)
    std::optional<Count> countedIn; ///< spans that add to this count of the tally
    QStringList products, causes;   ///< an empty name: the cases without one

    /// What a case can be asked to have at all.
    enum class Given { Category, Cause };
    std::optional<Given> given;
    std::optional<QStringList> numbers; ///< these cases alone, by case number; none if empty
    bool unhandled = false;             ///< cases without a handler
    QStringList satisfactions, foundedness;
    std::optional<bool> incomplete, repeat;
    QStringList notRespondent; ///< cases against any of these people are left out
    QStringList involving;     ///< only cases that have to do with one of these people, departments
    QStringList respondentFree, ///< packs (packText()) whose cases `notRespondent` leaves alone
        involvingFree;          ///< and `involving`
    QStringList borrowedFrom,   ///< absent people looked through: cases against any of them take
        ownInvolving,           ///< these in place of `involving` and `involvingFree`
        ownInvolvingFree;
    bool whole = false; ///< a bare number asked of all cases, whoever looks; for count() only
    QString text;       ///< full-text words
    QString phone;      ///< digits of a number or its tail
    CaseSort sort = CaseSort::Due;
    bool descending = false;
};

/// Where the next page begins: opaque text, stable while cases come and go.
using Cursor = QString;

struct CasePage
{
    QVector<CaseRow> rows;
    Cursor next; ///< empty at the end
};

struct LogEntry
{
    Instant at = Instant::fromUtcMs(0);
    QString actor;
    QString what;
    QString caseNo;
    QString detail;
};

/// One person of the roster.
struct Person
{
    QString id, name, department;
    QStringList roles;
    bool enabled = true;
    bool away = false;         ///< deputies act in his place
    QStringList deputyOf = {}; ///< ids of the people he stands in for while they are away
};

/// A backup the program made of the case file and that was not seen to be gone.
struct BackupNote
{
    QString path;
    Instant at = Instant::fromUtcMs(0);
};

/// One office whose facts are in the case file.
struct OfficeState
{
    QString code, name;
    bool own = false;                         ///< this one: nothing of it is missing
    Instant lastFact = Instant::fromUtcMs(0); ///< the time of the newest fact of it that is here
};

struct StoreStatus
{
    QString path, officeCode, officeName, chain;
    qint64 cases = 0, events = 0, drafts = 0;
    QMap<QString, qint64> byStage; ///< stage id → cases
    QMap<QString, qint64> heads;   ///< chain uid → its last event: all that is known here
    qint64 open = 0, overdue = 0;
    qint64 unknownEvents = 0;
    std::optional<Instant> lastBackup, lastVerified;
    bool lastVerifyOk = false;
    QVector<BackupNote> backups; ///< oldest first; one in a folder out of reach may still be there
    bool sample = false;         ///< a demo case file
};

struct VerifyReport
{
    qint64 chains = 0, events = 0, cases = 0, files = 0, seals = 0;
    std::optional<Error> firstFault; ///< nothing: everything is as written
    qint64 faults = 0;
};

/// Cases by dimension and value.
using OverdueCases = QMap<Dimension, QMap<QString, qint64>>;

/// The only way facts leave. Read-only; one object per thread (see another()).
class CaseReader
{
public:
    virtual ~CaseReader() = default;

    /// A second reader on its own connection, for another thread.
    [[nodiscard]] virtual Result<std::unique_ptr<CaseReader>> another() const = 0;

    /// First or next page in the filter's order, by key – never by offset.
    [[nodiscard]] virtual Result<CasePage>
    page(const CaseFilter &filter, const Cursor &after, int limit) const = 0;

    /// Keys of all rows in the filter's order (8 bytes each), up to `atMost` (-1: to the end): the
    /// list model's spine.
    [[nodiscard]] virtual Result<QVector<qint64>> keys(const CaseFilter &filter,
                                                       qint64 atMost = -1) const = 0;

    /// Rows of these keys, in their order; vanished ones are left out.
    [[nodiscard]] virtual Result<QVector<CaseRow>> rows(const QVector<qint64> &keys) const = 0;

    /// Rows in the filter, counted up to `atMost` (-1: to the end).
    [[nodiscard]] virtual Result<qint64> count(const CaseFilter &filter,
                                               qint64 atMost = -1) const = 0;

    /// Full-text search, newest first. Words of two or more characters, numbers, phone tails of ≥ 4
    /// digits.
    [[nodiscard]] virtual Result<QVector<CaseRow>> search(const QString &words,
                                                          int limit) const = 0;

    /// Complaints that give this telephone number, or mention this name and are in it: of the
    /// newest `limit` each, voided ones left out.
    [[nodiscard]] virtual Result<QVector<EarlierCase>>
    earlierOf(const QStringList &phones, const QString &name, int limit) const = 0;

    /// The case, folded from its events. \error case.unknown
    [[nodiscard]] virtual Result<CaseFile> caseFile(const CaseId &id) const = 0;

    /// The id of our number, or of the imported register's own number. \error case.unknown
    [[nodiscard]] virtual Result<CaseId> byNumber(const QString &caseNo) const = 0;

    [[nodiscard]] virtual Result<QVector<Event>> history(const CaseId &id) const = 0;

    /// Sum of the tally over [from, to] for one dimension: value → counts.
    [[nodiscard]] virtual Result<QMap<QString, Counts>>
    tally(Dimension dimension, Day from, Day to) const = 0;

    /// Cases open at `at` whose handling clock was due by then and had not stopped, by the values
    /// of each dimension asked for: for a period still running. Not for dimensions of two parts.
    [[nodiscard]] virtual Result<OverdueCases> overdueAt(const QVector<Dimension> &dimensions,
                                                         Instant at) const = 0;

    /// Names in use, most used first: values of a text-like column (complainantName, assignedDept,
    /// handler, category …) that begin with or contain `part`; for completers.
    [[nodiscard]] virtual Result<QStringList>
    namesInUse(const QString &field, const QString &part, int limit) const = 0;

    [[nodiscard]] virtual Result<QVector<StoredDraft>> drafts(const QString &actor) const = 0;
    [[nodiscard]] virtual Result<QMap<QString, QString>>
    config() const = 0; ///< name → newest published value
    [[nodiscard]] virtual Result<QVector<Person>> roster() const = 0;
    [[nodiscard]] virtual Result<QVector<CaseId>> casesOfBatch(const QString &batch) const = 0;
    /// Cases still at work: open, or closed with a clock that still runs (a rectification, a loan).
    [[nodiscard]] virtual Result<QVector<CaseId>> openCases() const = 0;
    /// The offices whose facts are here, by code.
    [[nodiscard]] virtual Result<QVector<OfficeState>> offices() const = 0;
    /// Cases written on since the chains had these heads (chain uid → event): those begun up to
    /// `before`, and of the later ones those received before `counted`.
    [[nodiscard]] virtual Result<QVector<CaseId>>
    writtenOnSince(const QMap<QString, qint64> &heads, Instant before, Instant counted) const = 0;
    [[nodiscard]] virtual Result<QVector<LogEntry>> accessLog(int limit) const = 0;
    /// Who looked at a case, printed or passed it on, newest first. LogEntry::caseNo stays empty.
    [[nodiscard]] virtual Result<QVector<LogEntry>> accessesOf(const CaseId &id,
                                                               int limit) const = 0;
    [[nodiscard]] virtual Result<StoreStatus> status(Instant now) const = 0;
    [[nodiscard]] virtual Result<VerifyReport> verify(bool full,
                                                      const Progress &progress = {}) const = 0;
};

/// Visits the rows of a filter in its order; an error of `visit` ends it.
/// \param progress  told now and then of rows done and rows in all
/// \param most  rows at most, -1 for all
/// \error as CaseReader::keys() and rows(), what `visit` gives, store.cancelled
[[nodiscard]] Result<Done> eachRow(const CaseReader &reader,
                                   const CaseFilter &filter,
                                   const std::function<Result<Done>(const CaseRow &)> &visit,
                                   const Progress &progress = {},
                                   qint64 most = -1);

} // namespace huiyin
