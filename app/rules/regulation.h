// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <domain/field.h>
#include <domain/finding.h>
#include <domain/instant.h>
#include <domain/stage.h>
#include <rules/compensation.h>
#include <rules/condition.h>
#include <rules/deadlines.h>
#include <rules/penalty.h>

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

namespace huiyin {

/// Fields of which at least one must have a value, if the condition holds.
struct OneOfRule
{
    QStringList fields;
    Condition when;
    QStringList rules; ///< clause of the refusal
};

struct RoleRule
{
    QString id, zh, en;
    QStringList rules;
};

struct KindRule
{
    QString id; ///< of CL-01
    QStringList rules;
};

struct CategoryRule
{
    QString zh;
    QStringList children; ///< second level
    QStringList rules;
};

struct StageRule
{
    Stage stage = Stage::New;
    QString zh, en; ///< the pack's word, defaults to CL-16
    QStringList rules;
};

/// A step a person can take.
struct MoveRule
{
    QString id, zh, en;
    QVector<Stage> from;
    std::optional<Stage> to; ///< nothing: the case stays where it is
    QStringList by;          ///< roles; empty = anyone on the roster
    QStringList needs;       ///< fields that must have a value afterwards
    QVector<OneOfRule>
        oneOf;           ///< further demands: one field of each group must have a value afterwards
    QStringList offers;  ///< further fields the step form shows
    bool reason = false; ///< a reason is demanded
    QString stamps;      ///< datetime field set to the step's time: transferredAt
    Condition when;
    QString sheet;         ///< printed document: F-13
    QStringList forbidden; ///< roles, person fields (`respondentPerson`), or `move:<id>`: whoever
                           ///< took that step in this span must not take this one
    QStringList rules;
    QString hintZh, hintEn; ///< one line of advice on the step form
    int atMost = 0;         ///< times it may be taken in one open span, 0 = any
    QString instead;        ///< move to take when it may not be taken again
    QStringList after;      ///< moves all of which must have been taken in this span; for a move
                            ///< from InApproval since the case last came there
    QStringList afterAny;   ///< moves one of which must have been taken
    QStringList notAfter;   ///< moves none of which may have been taken
    QString within;         ///< clock that must not be overdue
    QJsonObject sets;       ///< constants the step writes: field → stored value
    QString answers;        ///< list field of the parts that several departments answer
    QStringList complete;   ///< list fields all of whose parts must have a result
};

/// Keys of the entries of a list field that several departments answer.
namespace part {
inline constexpr auto kDept = "dept";
inline constexpr auto kTask = "task";
inline constexpr auto kResult = "result";
inline constexpr auto kAnsweredAt = "answeredAt";
inline constexpr auto kAnsweredBy = "answeredBy";
} // namespace part

/// Fields that cannot be written before a step has been taken: no promise before the decision.
struct LockRule
{
    QString id;
    QStringList fields;
    QString until; ///< move id
    Condition when;
    QStringList rules;
};

/// Who must never write or amend these fields.
struct GuardRule
{
    QString id;
    QStringList fields;
    QStringList forbidden; ///< as in MoveRule
    Condition when;
    QStringList rules;
};

/// [people]: whom the pack keeps away from a case altogether, and who decides for the house.
struct PeopleRule
{
    bool recusal = false;    ///< the person complained about neither sees nor handles the case
    bool needToKnow = false; ///< only who has to do with a case sees it, see mayKnow()
    QStringList sees;        ///< roles that see every case for all that
    QStringList rules;       ///< clauses of the recusal
    QStringList knowRules;   ///< clauses of needToKnow
    QStringList governs;     ///< roles that decide for the house, see mayNotGovern(); empty: anyone
    QStringList governRules; ///< clauses of `governs`
};

/// Advice shown on a step form and kept as a task.
struct AdviceRule
{
    QString id, zh, en;
    Condition when;
    QStringList on;             ///< `intake` or move ids
    QStringList items, itemsEn; ///< checklist
    QJsonObject proposes;       ///< values a person may confirm: field → stored value
    QStringList refuses;        ///< moves it advises against
    QStringList rules;
};

struct ChainLink
{
    QString move, role;
};

/// An approval chain as people see it; the moves do the work.
struct ChainRule
{
    QString id, zh, en;
    Condition when;
    QVector<ChainLink> links; ///< in order, at least one
    QStringList rules;
};

/// A counter over the case list that leads to a task.
struct CountRule
{
    QString id, zh, en;
    Condition when;
    QString by;               ///< field whose values are counted apart, empty = all together
    QString unit;             ///< months, quarters, years (calendar), days (the last n, today
                              ///< included) or running (last n months)
    int span = 1;             ///< how many of them
    int atLeast = 0;          ///< 0 = by ratio
    QString ratioOf, ratioTo; ///< sums of these fields are set against each other
    qint64 ratioAbove = 0;    ///< share × Figure::kScale
    QString then, thenEn;     ///< the task
    QStringList who;
    QStringList rules;
    QString needsConfirmation;
};

struct ExtensionRule
{
    Limit to;               ///< greatest total
    QStringList needs;      ///< extensionReason …
    Condition demands = {}; ///< values the request itself must hold: customerConsent = "Agreed"
    QStringList approve;    ///< roles
    bool beforeDue = true;  ///< only while the limit has not run out
    QString sheet;          ///< F-24
    QStringList rules;
    QString needsConfirmation; ///< what the written regulation leaves open and the pack decided,
                               ///< empty if nothing
};

struct TellRule
{
    QString at; ///< "0.5", "0.8", "due", "overdue", "1.5" (beyond the limit: an escalation)
    QStringList who;
};

struct ClockRule
{
    QString id, zh, en;
    Condition when;
    QString starts;             ///< datetime field (receivedAt) or `move:<id>`
    QString stops;              ///< datetime field (replyAt) – a closing stops it too
    QStringList endedBy = {};   ///< moves that stop it as well: after them somebody else owes
    std::optional<Limit> limit; ///< nothing = promised: the date in `promisedField`
    QString promisedField;      ///< promisedReplyBy
    QString owner;
    bool handling = false;
    QString line = {}; ///< `service` or `penalty`: the target, or the line a fine begins at
    QVector<ExtensionRule> extend; ///< levels in order, each with the greatest total; empty = none
    bool pauses = false;           ///< may be stopped with reason and approver
    QVector<TellRule> tell;
    QStringList rules;
    QString needsConfirmation;
};

/// What is due without a case, or as a task after a step.
struct DutyRule
{
    QString id, zh, en;
    QStringList who;
    QString every;           ///< day, week, month, quarter, year, case
    QString after;           ///< move id for `every = "case"`
    QStringList doneBy = {}; ///< moves any of which ends the task of a case
    std::optional<Limit> limit;
    QJsonObject draw; ///< sampling: {"share":0.1,"atLeast":3,"atMost":30,"by":"receivingUnit"}
    QString sheet;
    QStringList rules;
    QString needsConfirmation;
    Condition when = {}; ///< of `every = "case"`
    QString report = {}; ///< the report it produces: S-04
};

struct RetentionRule
{
    QString id;    ///< of CL-15
    int years = 0; ///< 0 = until a date the archivist enters, or for ever
    QStringList rules;
    QString needsConfirmation;
};

/// What the pack does with each rule of the digest (coverage): enforced, prompted, documented,
/// reference, outOfScope.
struct RuleNote
{
    QString rule;   ///< R-TOB-01
    QString zh, en; ///< the demand in our words
    QString how;
    QString entry; ///< the pack entry that does it: `clock:handling`, `move:transfer`, `sheet:F-01`
    QString test;  ///< test that shows it: `tst_packs::tobComplaintHasThreeWorkingDays`
    QString reason, reasonEn; ///< for reference and outOfScope: why the program does not do it
};

/// One organisation's written regulation as data. Immutable after loading; a case keeps the version
/// it was opened under.
struct Regulation
{
    QString id, zh, en;
    int version = 1;
    std::optional<Day> effective;
    bool shared = false;   ///< only for `uses`, never in force by itself
    bool overlay = false;  ///< only in force beside another pack
    Condition appliesWhen; ///< of an overlay: joined to every one of its entries
    QString variantOf;     ///< the pack it is a variant of, for information
    PeopleRule people;
    QVector<RoleRule> roles;
    QVector<KindRule> kinds;
    QVector<CategoryRule> categories;
    QVector<StageRule> stages;
    QVector<MoveRule> moves;
    QVector<ClockRule> clocks;
    QVector<DutyRule> duties;
    QVector<LockRule> locks;
    QVector<GuardRule> guards;
    QVector<AdviceRule> advice;
    QVector<ChainRule> chains;
    QVector<CountRule> counters;
    QVector<GroundRule> grounds;
    QVector<PenaltyRule> penalties;
    QVector<CompensationRule> compensations;
    QVector<ParameterRule> parameters;
    QVector<RetentionRule> retention;
    QStringList sheets; ///< forms in use; first = intake sheet, second = registering and routing
    QStringList intakeNeeds; ///< fields without which a case is flagged 待补全
    QVector<OneOfRule>
        intakeOneOf; ///< groups of which one member must be given to register at all; `when` empty
    QStringList intakeRules;                  ///< clauses of [intake]
    QStringList signOff = {}, signOffEn = {}; ///< places below the tables of statistics; empty =
                                              ///< the usual ones
    QStringList fromAbove = {}; ///< channels of complaints over the head of the house (越级)
    QVector<RuleNote> notes;
    QVector<PackVersion> overlays = {}; ///< packs laid over it, see overlaid()
    QStringList own; ///< `move:assign`, `clock:handling` … that stand in its file, not in `uses`

    [[nodiscard]] const MoveRule *move(QStringView id) const;
    [[nodiscard]] const ClockRule *clock(QStringView id) const;
    [[nodiscard]] const StageRule *stage(Stage stage) const;
    [[nodiscard]] const RoleRule *role(QStringView id) const;
    /// The chain a move is a link of, nullptr if none.
    [[nodiscard]] const ChainRule *chainOf(QStringView moveId) const;
    [[nodiscard]] const GroundRule *ground(QStringView id) const;
    [[nodiscard]] const PenaltyRule *penalty(QStringView id) const;
    [[nodiscard]] const CompensationRule *compensation(QStringView id) const;
    [[nodiscard]] const ParameterRule *parameter(QStringView id) const;
    /// The demand behind a rule id (依据), nullptr if the pack does not state it.
    [[nodiscard]] const RuleNote *note(QStringView ruleId) const;
};

struct RegulationReading
{
    std::optional<Regulation> regulation; ///< nothing if any finding refuses
    Findings findings;                    ///< all faults with line, column, entry and remedy
};

/// Gives the TOML text of a shared pack named in `uses`, or nothing. Asked for `rules` it gives the
/// list of all rule ids of the written regulations; without that list the ids that entries cite are
/// not checked.
using PackSource = std::function<std::optional<QByteArray>(const QString &id)>;

/// Reads and checks a pack – all faults at once, each with line, column, entry and what would mend
/// it: schema.* (keys, types, ranges, names nobody declared), pack.uses.*, pack.stage.*,
/// pack.clock.*, pack.limit.*, pack.extension.*, pack.draw.*, pack.duty.*, pack.when.*,
/// pack.kind.*, pack.rule.*, and limit.* of Limit::fromJson.
[[nodiscard]] RegulationReading
readRegulation(const QByteArray &toml, const FieldCatalogue &catalogue, const PackSource &shared);

/// The schema document, printed from the table that readRegulation checks against.
[[nodiscard]] QString regulationSchema();

/// The packs and the rule list the program carries, from :/huiyin/regulations.
[[nodiscard]] PackSource builtinPacks();

/// All built-in packs that can be put in force, by id (base and rules are not among them). A
/// faulty one is left out with a warning in the log. \error pack.builtin.faulty  none is left
[[nodiscard]] Result<QVector<Regulation>> loadRegulations(const FieldCatalogue &catalogue);

} // namespace huiyin
