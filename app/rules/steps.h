// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Shared by the files that decide steps; not for other rooms.

#include <rules/clocks.h>
#include <rules/decide.h>
#include <rules/fieldinput.h>

#include <functional>

namespace huiyin::steps {

/// One step being decided.
struct Course
{
    const Ground &ground;
    const Actor &actor;
    const CaseFile &caseFile;
    QJsonObject input; ///< as given
    Instant at;        ///< when it happened
    Decision decision = {};

    void refuse(const QString &code,
                const QString &field = {},
                Args args = {},
                const QStringList &rules = {});
    void warn(const QString &code,
              const QString &field = {},
              Args args = {},
              const QStringList &rules = {});
    /// Reads the fields among the input, leaving out the keys that belong to the step itself.
    [[nodiscard]] QJsonObject readStepFields(const QStringList &own);
    /// Refuses a time later than now or before the receipt.
    void checkTime();
    /// Adds `replaces` and, where it changed, `missing`.
    void complete(QJsonObject &body, const QJsonObject &fields) const;
};

/// Whether the actor may act under a list of roles in his own right; an empty list is anyone.
[[nodiscard]] bool mayAct(const Actor &actor, const QStringList &roles);

/// A right to act, the actor's own or that of somebody absent.
struct Right
{
    bool given = false;
    const Actor *through = nullptr; ///< the absent person, nullptr in his own right
};

/// The actor's right under a list of roles. \param barred  absent people nobody may stand in for
[[nodiscard]] Right rightOf(const Actor &actor,
                            const QStringList &roles,
                            const std::function<bool(const Actor &)> &barred = {});

/// Whether a person stands among the names of a person field (one or several).
[[nodiscard]] bool isNamed(const Actor &actor, const QString &names);

/// Who of `names` (ids or names, one or several) also stands among `others`; the roster joins ids
/// and names. Empty if nobody does.
[[nodiscard]] QString sharedName(const Ground &ground, const QString &names, const QString &others);

/// Refuses to give work on a case to the person complained about, and to name as that person
/// somebody who holds the case – where the pack or the house keeps him out, or the pack bars him
/// from a step. \param written  what the step or the intake writes \param all  the values as they
/// would stand \param rule  the move being taken, nullptr if none
void checkRespondent(Course &course,
                     const QJsonObject &written,
                     const QJsonObject &all,
                     const MoveRule *rule);

/// The moves of the present open span, oldest first; those taken back are left out.
[[nodiscard]] QVector<const Step *> movesOfSpan(const CaseFile &caseFile);

/// The moves that count for `after` of a move: those of the span; for one taken in approval those
/// since the case last came into approval, the step that brought it there included.
[[nodiscard]] QVector<const Step *> movesBefore(const CaseFile &caseFile, const MoveRule &rule);

/// Refuses a move taken too often, too early, too late or after what rules it out.
void checkOrder(Course &course, const MoveRule &rule);

/// Refuses fields that are locked or that this person must not write. \param action  move being
/// taken, `amend` or empty at intake
void checkWrites(Course &course,
                 const QJsonObject &written,
                 const QJsonObject &all,
                 const QString &action);

/// What steps are called, quoted and joined.
struct StepWords
{
    QString zh;
    QString en;
};

/// `已同意或不需要`, `不少于 500`: the values that would do for one field, as people read them.
[[nodiscard]] QString
wantedText(const FieldCatalogue &catalogue, const Condition &wanted, bool chinese);

/// `“金额”须为不少于 5000`: every demand of a condition that these values do not meet.
[[nodiscard]] StepWords
unmetText(const Ground &ground, const Condition &condition, const QJsonObject &fields);

/// The steps that record a time of the case by being taken; empty for any other field.
[[nodiscard]] StepWords stepsTiming(const Regulation &regulation, const QString &field);

/// Whether a field is the time of other steps than this one, and this one does not offer it.
[[nodiscard]] bool
isOthersTime(const Regulation &regulation, const MoveRule &rule, const QString &field);

/// Refuses the times of other steps among what a person enters with this one.
/// \error step.ownTime  naming the step that records it
void checkTimesEntered(Course &course, const QJsonObject &entered, const MoveRule &rule);

/// Refuses, at intake and in corrections, a time not there yet that some step waits for and does
/// not offer to take. \error step.ownTime  naming the step that records it
void checkTimesWritten(Course &course, const QJsonObject &written);

/// Puts the answer of a department into the parts of the case.
void answerPart(Course &course, const MoveRule &rule, QJsonObject &fields);

/// Refuses while a department has not answered its part.
void checkParts(Course &course, const MoveRule &rule, const QJsonObject &all);

/// Who the step is taken for, as it stands in a body; adds nothing in one's own right.
void noteActingFor(QJsonObject &body, const Right &right);

/// Where a clock of the case counts from: its field, its step if that was taken, the reopening in
/// place of the receipt; nothing before its start.
[[nodiscard]] std::optional<Instant> clockStart(const Ground &ground,
                                                const CaseFile &caseFile,
                                                const ClockRule &rule,
                                                const QJsonObject &fields);

/// When a clock that counts from `startedAt` was over: its field, or an earlier step that ends it.
[[nodiscard]] std::optional<Instant> clockStop(const Ground &ground,
                                               const CaseFile &caseFile,
                                               const ClockRule &rule,
                                               const QJsonObject &fields,
                                               const Instant &startedAt);

/// After values changed the clocks must fit the case: those that no longer apply are cancelled,
/// those that newly apply count from their own start; a correction of a start counts anew. Nothing
/// happens silently. \param clocks  the clocks as they stand, changed along \param corrects  an
/// amendment: moved starts and promises count too \param skip  clocks the step itself settled
void followClocks(Course &course,
                  const QJsonObject &before,
                  const QJsonObject &after,
                  const QString &reason,
                  bool corrects,
                  const QStringList &skip,
                  QVector<Clock> &clocks);

/// `订单部、部门负责人`
[[nodiscard]] QString
rolesText(const Regulation &regulation, const QStringList &roles, bool chinese);

/// The roles or fields by which the move is closed to this actor, empty if it is open. \param
/// fields  values that person fields among `forbidden` are looked up in
[[nodiscard]] QString recusal(const Ground &ground,
                              const Actor &actor,
                              const CaseFile &caseFile,
                              const QJsonObject &fields,
                              const QStringList &forbidden);

/// The values of a reopened case without the times that steps recorded before the reopening.
[[nodiscard]] QJsonObject
withoutEarlierTimes(const Regulation &regulation, const CaseFile &caseFile, QJsonObject fields);

/// The values without the dates promised for a time before `at`.
[[nodiscard]] QJsonObject
withoutPromisesBefore(const Ground &ground, const Instant &at, QJsonObject fields);

/// The values of a reopened case without promises that had run out when it was reopened: they bind
/// nobody any more.
[[nodiscard]] QJsonObject
withoutEarlierPromises(const Ground &ground, const CaseFile &caseFile, QJsonObject fields);

/// What the move asks that these fields and this actor do not give: roles, fields, one of several
/// fields. \param entered  what the step itself gives, which no earlier round has spent
[[nodiscard]] Findings obstacles(const Ground &ground,
                                 const Actor &actor,
                                 const MoveRule &rule,
                                 const QJsonObject &fields,
                                 const CaseFile *caseFile = nullptr,
                                 const QJsonObject &entered = {});

/// Refuses a signature out of the order its form gives. \param rule  the step that writes it, about
/// its own form or the forms of the case; nullptr = it was filled in on the form itself
void checkSigning(Course &course,
                  const QJsonObject &written,
                  const QJsonObject &all,
                  const MoveRule *rule);

/// The places that must be signed before those this step writes, and are still empty on the form it
/// is about: what its form has to ask for as well.
[[nodiscard]] QStringList
signPlacesBefore(const Ground &ground, const CaseFile &caseFile, const MoveRule &rule);

/// Declares a document of the case void, see documentstep.
void voidDocument(Course &course, const QString &action);

void amend(Course &course);
void note(Course &course);
void extend(Course &course);
void pause(Course &course);
void resume(Course &course);
void move(Course &course, const MoveRule &rule);

/// What is due next once these clocks run, what the pack wants and advises after this move.
[[nodiscard]] QJsonArray tasksAfter(const Ground &ground,
                                    const QVector<Clock> &clocks,
                                    const QString &action,
                                    Instant at,
                                    const QJsonObject &fields);

/// The running clock that the step is about: the named one, else the first that fits.
[[nodiscard]] const Clock *pickClock(const CaseFile &caseFile,
                                     const QString &named,
                                     const std::function<bool(const Clock &)> &fits);

/// The level of the pack's extension that comes next for a clock: the first that reaches beyond its
/// present limit and, where one is wished, up to it; else the last. nullptr where the pack has
/// none.
[[nodiscard]] const ExtensionRule *
extensionRule(const Regulation &regulation, const Clock &clock, qint64 wished = 0);

} // namespace huiyin::steps
