// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/penaltyledger.h>
#include <desk/ports.h>
#include <desk/rebasing.h>
#include <desk/retention.h>
#include <domain/draft.h>
#include <domain/finding.h>
#include <rules/compensationsheet.h>
#include <rules/decide.h>
#include <rules/notice.h>
#include <rules/proposals.h>
#include <rules/regulation.h>
#include <rules/sampling.h>
#include <rules/sheet.h>
#include <rules/tasks.h>
#include <rules/texts.h>
#include <rules/trial.h>
#include <rules/workcalendar.h>

#include <QMap>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace huiyin {

/// Gives the present moment; tests pass a fixed clock.
using ClockSource = std::function<Instant()>;
/// Gives n random bytes; tests pass a seeded one.
using RandomSource = std::function<QByteArray(int n)>;

/// The built-in data: field catalogue, sheets, packs, calendar, sentences. Loaded once, immutable.
struct Library
{
    FieldCatalogue catalogue;
    QMap<QString, Sheet> sheets;           ///< id → newest version
    QMap<QString, Regulation> regulations; ///< id → newest version
    WorkCalendar calendar;
    Texts texts;

    /// \error library.faulty with the first fault's file and place: the program's own data do not
    /// pass their checks
    static Result<std::shared_ptr<const Library>> load();
};

struct Outcome
{
    Findings findings;                ///< with a refusal nothing was written
    std::optional<CaseFile> caseFile; ///< as it stands after the command
    QJsonArray tasks = {};            ///< what is due next, see Decision::tasks
    QVector<EventId> recorded = {};   ///< the events it became, in their order
};

/// The explanation of one clock, day by day.
struct ClockStory
{
    Clock clock;
    QVector<CountedDay> days;
};

struct CalendarPlan
{
    YearTable table;
    Findings findings;
    QVector<YearTable> years = {};      ///< all years that change; `table` is the first
    QVector<SpecialDay> added, removed; ///< against the calendar in force

    struct MovedClock
    {
        CaseId caseId;
        QString caseNo, clock;
        std::optional<Instant> before, after;
    };

    QVector<MovedClock> moved; ///< running clocks whose due time changes
};

/// A pack put in force for new cases, and the day it begins; nothing: from the beginning.
struct RegulationUse
{
    std::optional<Day> from;
    PackVersion pack;
    QVector<PackVersion> with; ///< overlays beside it
};

/// What replayed cases add up to.
struct TrialSum
{
    qint64 onTime = 0, late = 0, withoutClock = 0; ///< cases by their handling clock
    qint64 clocks = 0, lateClocks = 0;             ///< all clocks
    qint64 told = 0;                               ///< reminders the ladders would have given
};

/// A case that comes out otherwise.
struct TrialChange
{
    QString caseNo;
    std::optional<bool> present, tried; ///< on time; nothing without a handling clock
    std::optional<Instant> presentDue, triedDue;
};

struct TrialReport
{
    QString id; ///< of the pack tried
    int version = 0;
    Day from, to; ///< days of closing
    qint64 cases = 0;
    TrialSum present = {}, tried = {};
    QVector<TrialChange> changed = {};
};

/// A figure the organisation may change, as it stands.
struct ParameterState
{
    QString
        regulation; ///< id of the pack that declares it; figures of an overlay are the overlay's
    ParameterRule rule; ///< `scaled` is the value in force, `written` that of the pack

    /// How the organisation came to its value; nothing while the pack's holds.
    struct Change
    {
        QString by; ///< person id
        Instant at = Instant::fromUtcMs(0);
        std::optional<qint64> before; ///< value × Figure::kScale in force until then
        QString reason;
    };

    std::optional<Change> change = {};
};

/// A version of a sheet that the organisation made, and how it came about.
struct SheetEdition
{
    int version = 0;
    QString edition; ///< tells apart what two offices made under one number
    QString by;      ///< person id
    Instant at = Instant::fromUtcMs(0);
    QString reason;
};

struct ImportOptions
{
    QString encoding = QStringLiteral("auto"); ///< auto, utf-8, gb18030
    QString sheetName;                         ///< sheet of a workbook; empty = its first
    QMap<QString, QString> mapping;            ///< column head → field id; empty = recognise
    bool dryRun = false;
    QString rejectsPath; ///< where refused rows go with a 原因 column; empty = nowhere
};

struct ImportLine
{
    int record = 0, line = 0;
    QString action; ///< taken warned refused duplicate blank header
    Findings reasons;
    QString duplicateOf;
    QJsonObject values;
};

struct ImportSummary
{
    qint64 taken = 0, warned = 0, refused = 0, duplicate = 0, blank = 0, header = 0;
    QString batch, encoding;
    QMap<QString, QString> mapping;
};

/// The only door through which facts enter or leave: screens and command line call it, the store
/// implements its ports. Every method is synchronous; those that may take longer than 0.3 s take a
/// Progress and may run on a worker thread with a Desk of their own.
class Desk : public QObject
{
    Q_OBJECT

public:
    Desk(CaseLog &log,
         CaseReader &reader,
         std::shared_ptr<const Library> library,
         ClockSource clock,
         RandomSource random,
         QObject *parent = nullptr);
    ~Desk() override;

    [[nodiscard]] const Library &library() const;
    [[nodiscard]] const CaseReader &reader() const;
    [[nodiscard]] CaseLog &log();
    [[nodiscard]] Instant now() const;
    [[nodiscard]] QString officeCode() const;
    [[nodiscard]] QString officeName() const;
    [[nodiscard]] const Regulation &regulation() const; ///< in force for new cases
    [[nodiscard]] const Regulation &regulationOf(const CaseFile &caseFile) const;
    [[nodiscard]] QVector<Regulation> regulations() const; ///< all packs: built-in and own
    /// The newest pack of this id with these overlays laid over it. \error regulation.unknown,
    /// regulation.notOverlay
    [[nodiscard]] Result<Regulation> regulationNamed(const QString &id,
                                                     const QStringList &with = {}) const;
    /// Which pack holds from when, the oldest publication first; planned ones among them.
    [[nodiscard]] QVector<RegulationUse> regulationUses() const;
    [[nodiscard]] const WorkCalendar &calendar() const; ///< built-in plus applied notices
    [[nodiscard]] const OfficeHours &hours() const;
    [[nodiscard]] const Actor &actor() const;

    /// Sets who acts from now on. \error actor.unknown, actor.disabled once a roster exists
    [[nodiscard]] Result<Done> setActor(const QString &personId);

    /// Takes what another desk wrote into the same case file since: settings, roster, cases. Tells
    /// by the signals below what may look different now.
    void reread();

    // intake
    [[nodiscard]] Findings
    check(const ComplaintDraft &draft) const; ///< what 登记 would say, without writing
    [[nodiscard]] QVector<Clock> preview(const ComplaintDraft &draft) const; ///< live deadline box
    [[nodiscard]] Result<Outcome> record(const ComplaintDraft &draft);
    /// Records and at once replies and closes (当场办结).
    [[nodiscard]] Result<Outcome> recordAndClose(const ComplaintDraft &draft,
                                                 const QJsonObject &reply);

    // an existing case
    /// Cases in approval that wait for the acting person.
    [[nodiscard]] Result<QVector<CaseRow>> inbox() const;
    [[nodiscard]] QVector<StepOffer> steps(const CaseFile &caseFile) const;
    [[nodiscard]] Result<Outcome> act(const CaseId &id,
                                      const QString &action,
                                      const QJsonObject &input,
                                      std::optional<Instant> at = std::nullopt);
    /// Takes the last step back: the same person, within kUndoMs, while nothing came after it.
    /// \param events what the step's Outcome says it recorded
    [[nodiscard]] Result<Outcome> undo(const CaseId &id, const QVector<EventId> &events);
    [[nodiscard]] Result<Outcome>
    attach(const CaseId &id, const QString &path, const QString &kind, int pages);
    [[nodiscard]] Result<QVector<ClockStory>> why(const CaseFile &caseFile,
                                                  const QString &clockId = {}) const;
    [[nodiscard]] Result<QVector<CountedDay>> whyPreview(const Clock &clock) const;

    /// Drafts of the acting person, those on their way to the case file among them.
    [[nodiscard]] QVector<StoredDraft> drafts() const;

    // money
    /// What the pack proposes against whom, from the case and this input (keys as in
    /// readPenaltyQuestion). Records nothing.
    [[nodiscard]] Proposals proposals(const CaseFile &caseFile,
                                      const QJsonObject &input = {}) const;
    /// The compensation sheet of the case for this input (keys as in readCompensationInput).
    [[nodiscard]] CompensationSheet compensationFor(const CaseFile &caseFile,
                                                    const QJsonObject &input) const;
    /// The deductions and points of a month, yyyy-MM, over all cases. \error penalty.month
    [[nodiscard]] Result<PenaltyLedger> penalties(const QString &month) const;

    /// The figures of a pack that the organisation may change; without an id those in force, the
    /// overlays' among them. Empty for a pack there is not.
    [[nodiscard]] QVector<ParameterState> parameters(const QString &regulation = {}) const;
    /// Puts the organisation's figure in place of the pack's, for every computation from now on;
    /// what was recorded keeps its amounts. For those who decide for the house, as all that says
    /// so: house.role, see mayNotGovern(). \param text  as readParameter() takes it;
    /// empty = back to the pack's. \param regulation  pack id, empty = in force Findings:
    /// parameter.unknown, parameter.value, parameter.range, parameter.reversed, parameter.same
    /// (warning), regulation.unknown
    [[nodiscard]] Result<Outcome> setParameter(const QString &id,
                                               const QString &text,
                                               const QString &reason = {},
                                               const QString &regulation = {});

    // paper
    /// The sheets in force: the organisation's own where it has made one, else the built-in.
    [[nodiscard]] const QMap<QString, Sheet> &sheets() const;
    /// A sheet as a case stands on it: in the version the case was recorded with where it is that
    /// form and the version is kept, else the one in force.
    [[nodiscard]] Sheet sheetFor(const CaseFile &caseFile, const QString &id) const;
    /// What the description of a sheet says, word for word: of the one in force, or of one version.
    /// \param version  0 = in force, -1 = built-in \error sheet.unknown, sheet.version.unknown
    [[nodiscard]] Result<QByteArray> sheetText(const QString &id, int version = 0) const;
    /// The versions the organisation made of a sheet, oldest first.
    [[nodiscard]] QVector<SheetEdition> sheetEditions(const QString &id) const;
    /// Whether a version of the organisation's own is in force.
    [[nodiscard]] bool hasOwnSheet(const QString &id) const;
    /// The next version number that no case can have been recorded with.
    [[nodiscard]] int nextSheetVersion(const QString &id) const;
    /// Faults of a copy before it is taken: what readSheet() finds, and sheet.unknown,
    /// sheet.versionTaken, sheet.required.missing.
    [[nodiscard]] Findings checkSheet(const QByteArray &toml, const QString &fileName = {}) const;
    /// Takes an organisation's copy of a sheet into the case file and puts it in force; earlier
    /// versions are kept for the cases recorded with them. Findings: as checkSheet()
    [[nodiscard]] Result<Outcome> adoptSheet(const QByteArray &toml, const QString &reason = {});
    /// Puts the built-in sheet in force again. Findings: sheet.unknown, sheet.builtin.already
    /// (warning)
    [[nodiscard]] Result<Outcome> restoreSheet(const QString &id, const QString &reason = {});

    // the house; packs, office hours, recusal, roster: for those who decide for it, house.role
    [[nodiscard]] CalendarPlan
    planCalendar(const QByteArray &fileOrText,
                 const Progress &progress = {}) const; ///< JSON list, .ics or notice text
    [[nodiscard]] Result<Outcome> applyCalendar(const CalendarPlan &plan,
                                                const Progress &progress = {});
    /// True from 1 November on while next year's holidays are not in the calendar.
    [[nodiscard]] bool nextYearMissing() const;
    /// \param with  overlays in force beside it, by id
    [[nodiscard]] Result<Outcome> useRegulation(const QString &id,
                                                std::optional<Day> from = std::nullopt,
                                                const QStringList &with = {});
    /// Takes an organisation's own pack into the case file and uses it; an overlay is laid over
    /// what is in force.
    [[nodiscard]] Result<Outcome> adoptRegulation(const QByteArray &toml,
                                                  std::optional<Day> from = std::nullopt);
    /// Publishes office hours: {"close":"17:30","periods":[["08:30","12:00"],["13:30","17:30"]]}.
    [[nodiscard]] Result<Outcome> setHours(const QString &json);
    [[nodiscard]] Result<Outcome> addPerson(const Person &person);
    [[nodiscard]] Result<Outcome> disablePerson(const QString &id, const QString &reason);
    /// Marks a person away, or back (no deputies): meanwhile the deputies may act for his roles.
    [[nodiscard]] Result<Outcome> setAway(const QString &id, const QStringList &deputies);
    /// Keeps people out of complaints about them, whatever the pack says.
    [[nodiscard]] Result<Outcome> keepRespondentsOut(bool on);
    /// Whether the house does, by keepRespondentsOut().
    [[nodiscard]] bool respondentsKeptOut() const;
    [[nodiscard]] QVector<Person>
    people() const; ///< the roster, with who is away and who stands in

    // what is owed
    /// All tasks at this moment, the first due first: rungs of ladders, follow-ups of steps, duties
    /// by date, counters. Reads every open case. \param mine only those of the acting person
    /// \error store.cancelled
    [[nodiscard]] Result<QVector<Task>> tasks(bool mine, const Progress &progress = {}) const;
    /// Records that a duty of a period is done. Findings: duty.unknown, duty.period, duty.role
    [[nodiscard]] Result<Outcome>
    finishDuty(const QString &id, const QString &period, const QString &note);
    /// Draws cases closed on these days for verification. \param by field of a list row that makes
    /// the strata, empty = one stratum
    [[nodiscard]] Result<QVector<SampleCandidate>> drawCases(
        Day from, Day to, const SamplePlan &plan, const QString &by, const QString &seed) const;
    /// Replays the cases closed on these days under another pack; nothing is written.
    [[nodiscard]] Result<TrialReport>
    tryRegulation(const Regulation &pack, Day from, Day to, const Progress &progress = {}) const;

    // filed cases
    /// Filed cases whose term is over on a day, with where their destruction stands, the longest
    /// over first. Reads every filed case. \error store.cancelled
    [[nodiscard]] Result<QVector<RetentionRow>> retentionDue(Day on,
                                                             const Progress &progress = {}) const;
    /// Destroys the contents of cases signed by two people, all that may be in one write; the
    /// others are refused with their reasons, see decideErase(). What was destroyed is nowhere in
    /// the case file any more; copies made before hold it, see copiesLeft(). \error
    /// store.cancelled
    [[nodiscard]] Result<QVector<CaseAnswer>>
    destroy(const QVector<CaseId> &ids, const QString &legalGround, const Progress &progress = {});
    /// The backups that hold the contents of one of these cases, as far as is known here, in one
    /// sentence for a person: erase.backups (named), erase.copies (none known).
    [[nodiscard]] Result<Finding> copiesLeft(const QVector<CaseId> &ids) const;
    /// The register of destructions, oldest first.
    [[nodiscard]] Result<QVector<DestroyedRow>> destroyed() const;
    /// The register of loans, oldest first. \param openOnly  only files still out
    [[nodiscard]] Result<QVector<LoanRow>> loans(bool openOnly = false) const;
    /// Signs the destruction of several filed cases, each by the step of its own pack: the
    /// proposal, or the approval with its witness. Findings of each: as the step's,
    /// retention.noMove. \error store.cancelled
    [[nodiscard]] Result<QVector<CaseAnswer>> signDestruction(const QVector<CaseId> &ids,
                                                              bool approval,
                                                              const QString &witness = {},
                                                              const Progress &progress = {});

    // running cases under another pack
    /// What becomes of running cases that go over to a pack: every case with its clocks, or why it
    /// cannot. Writes nothing. \param only  these cases; empty = all that run \error
    /// regulation.unknown, regulation.notOverlay, store.cancelled
    [[nodiscard]] Result<MovePlan> planMove(const QString &regulation,
                                            const QStringList &with = {},
                                            const QVector<CaseId> &only = {},
                                            const Progress &progress = {}) const;
    /// Takes over the cases of a plan that can go, all in one write; those somebody has worked on
    /// since are decided anew. The clocks come out as the plan said. Findings: rebase.reason,
    /// rebase.nothing
    [[nodiscard]] Result<Outcome>
    moveCases(const MovePlan &plan, const QString &reason, const Progress &progress = {});

    // registers
    [[nodiscard]] Result<ImportSummary>
    importRegister(const QString &path,
                   const ImportOptions &options,
                   const std::function<void(const ImportLine &)> &onLine,
                   const Progress &progress = {});
    /// Takes the cases of a batch back and gives their number. Cases somebody has worked on since
    /// stay. \param kept gets one warning `import.undo.kept` for each of those. \error
    /// import.batch.unknown
    [[nodiscard]] Result<qint64>
    undoImport(const QString &batch, const Progress &progress = {}, Findings *kept = nullptr);

signals:
    void caseChanged(const huiyin::CaseId &id);
    void registerChanged(); ///< many cases at once: import, undo, refold
    void calendarChanged();
    void regulationChanged();
    void sheetsChanged();
    void actorChanged();

private:
    [[nodiscard]] Result<Outcome> finish(Outcome outcome,
                                         const QVector<NewEvent> &events,
                                         const CaseId &id,
                                         Instant now,
                                         const QHash<CaseId, int> &expected);
    [[nodiscard]] Result<Outcome> publishRegulation(const PackVersion &pack,
                                                    const QVector<PackVersion> &with,
                                                    std::optional<Day> from,
                                                    QVector<NewEvent> events);
    [[nodiscard]] Result<Outcome> publishSetting(const QString &name, const QString &value);
    void followActor();

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace huiyin
