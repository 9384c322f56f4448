// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <domain/finding.h>
#include <domain/instant.h>
#include <domain/stage.h>
#include <rules/deadlines.h>

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

namespace huiyin {

/// When an entry of a pack applies: per field, the values that make it so; all fields must hold. A
/// switch (bool) is written `true` or `false`, an unset one counts as false; of a multi field one
/// member is enough.
struct Condition
{
    QMap<QString, QStringList> anyOf;
    [[nodiscard]] bool holds(const QJsonObject &fields) const;
    friend bool operator==(const Condition &, const Condition &) = default;
};

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
    QStringList forbidden; ///< roles or `respondentPerson` who must not take it
    QStringList rules;
    QString hintZh, hintEn; ///< one line of advice on the step form
};

struct ExtensionRule
{
    Limit to;            ///< greatest total
    QStringList needs;   ///< extensionReason …
    QStringList approve; ///< roles
    bool beforeDue = true;
    QString sheet; ///< F-24
    QStringList rules;
    QString needsConfirmation; ///< what the written regulation leaves open and the pack decided,
                               ///< empty if nothing
};

struct TellRule
{
    QString at; ///< "0.5", "0.8", "due", "overdue"
    QStringList who;
};

struct ClockRule
{
    QString id, zh, en;
    Condition when;
    QString starts;             ///< datetime field (receivedAt) or `move:<id>`
    QString stops;              ///< datetime field (replyAt) – a closing stops it too
    std::optional<Limit> limit; ///< nothing = promised: the date in `promisedField`
    QString promisedField;      ///< promisedReplyBy
    QString owner;
    bool handling = false;
    std::optional<ExtensionRule> extend;
    bool pauses = false; ///< may be stopped with reason and approver
    QVector<TellRule> tell;
    QStringList rules;
    QString needsConfirmation;
};

/// What is due without a case, or as a task after a step.
struct DutyRule
{
    QString id, zh, en;
    QStringList who;
    QString every; ///< week, month, quarter, year, case
    QString after; ///< move id for `every = "case"`
    std::optional<Limit> limit;
    QJsonObject draw; ///< sampling: {"share":0.1,"atLeast":3,"atMost":30,"by":"receivingUnit"}
    QString sheet;
    QStringList rules;
    QString needsConfirmation;
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
    bool shared = false; ///< only for `uses`, never in force by itself
    QVector<RoleRule> roles;
    QVector<KindRule> kinds;
    QVector<CategoryRule> categories;
    QVector<StageRule> stages;
    QVector<MoveRule> moves;
    QVector<ClockRule> clocks;
    QVector<DutyRule> duties;
    QVector<RetentionRule> retention;
    QStringList sheets; ///< forms in use; first = intake sheet, second = registering and routing
    QStringList intakeNeeds; ///< fields without which a case is flagged 待补全
    QVector<QStringList>
        intakeOneOf; ///< groups of which one member must be given to register at all
    QVector<RuleNote> notes;

    [[nodiscard]] const MoveRule *move(QStringView id) const;
    [[nodiscard]] const ClockRule *clock(QStringView id) const;
    [[nodiscard]] const StageRule *stage(Stage stage) const;
    [[nodiscard]] const RoleRule *role(QStringView id) const;
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

/// All built-in packs that can be put in force, by id (base and rules are not among them). \error
/// pack.builtin.faulty
[[nodiscard]] Result<QVector<Regulation>> loadRegulations(const FieldCatalogue &catalogue);

} // namespace huiyin
