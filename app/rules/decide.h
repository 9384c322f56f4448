// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <domain/field.h>
#include <domain/finding.h>
#include <rules/deduction.h>
#include <rules/earliercase.h>
#include <rules/regulation.h>
#include <rules/sheet.h>
#include <rules/workcalendar.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// Who acts, with what rights.
struct Actor
{
    QString id; ///< person id
    QString name;
    QString department;
    QStringList roles;
    bool unrestricted = false;     ///< no roster yet: a desk of one person may do everything
    QVector<Actor> deputyFor = {}; ///< absent people he stands in for
};

/// All that a decision may look at. Nothing comes from the air.
struct Ground
{
    const Regulation &regulation;
    const WorkCalendar &calendar;
    const FieldCatalogue &catalogue;
    const OfficeHours &hours;
    QString office; ///< office code
    Instant now;
    QVector<Actor> people = {}; ///< the enabled roster; empty while there is none
    QString officeName = {};    ///< the receiving unit where the record names none
    bool recusal = false; ///< the house keeps people out of complaints about them under every pack
    QVector<EarlierCase> earlier = {}; ///< of the same complainant, for a complaint being recorded
    QVector<CarriedDeduction> carried = {};       ///< for a penalty: what earlier ones still take
    const QMap<QString, Sheet> *sheets = nullptr; ///< the forms in force, for their documents and
                                                  ///< the order of signing; none are looked at
                                                  ///< without
};

/// What a command leads to: facts to record (none if any finding refuses) and what to tell the
/// person.
struct Decision
{
    QVector<NewEvent> events;
    Findings findings;
    QJsonArray tasks =
        {}; ///< what is due next: [{"task","who","due","dueDay","provisional","clause"}]
};

/// Where a complaint stands that does not begin at this desk's intake: an old register, or settled
/// on the spot.
struct RecordOrigin
{
    QString batch;              ///< import batch, empty for a complaint taken at the desk
    std::optional<Stage> stage; ///< stage it is recorded in; nothing = New
};

/// Records a complaint. `fields` as in CaseFile::fields. Never refuses for gaps that may be
/// completed later: those are warnings and the case is 待补全. \source R-TOB-08, R-TOB-10
[[nodiscard]] Decision decideRecord(const Ground &ground,
                                    const Actor &actor,
                                    const CaseId &id,
                                    const QJsonObject &fields,
                                    const QString &sheet,
                                    const RecordOrigin &origin = {});

/// The clocks a case recorded with these fields would start: what the live deadline box shows.
[[nodiscard]] QVector<Clock> previewClocks(const Ground &ground, const QJsonObject &fields);

/// A step of the workflow: a move of the pack, or one of the built-in actions amend, note, extend,
/// pause, resume. \param input  fields of the step, and `reason` where one is demanded \param at
/// when it happened; later than now is refused, earlier marks it 补录
[[nodiscard]] Decision decideStep(const Ground &ground,
                                  const Actor &actor,
                                  const CaseFile &caseFile,
                                  const QString &action,
                                  const QJsonObject &input,
                                  std::optional<Instant> at);

/// For so long the last step can be taken back.
inline constexpr qint64 kUndoMs = 10'000;

/// Takes the last step of a case back: only by the person who took it, within kUndoMs, and while
/// nothing came after it. \param events all that the step recorded
[[nodiscard]] Decision decideUndo(const Ground &ground,
                                  const Actor &actor,
                                  const CaseFile &caseFile,
                                  const QVector<EventId> &events,
                                  const QString &reason);

/// Advice of the pack that applies to a step now.
struct AdviceShown
{
    QString id, zh, en;
    QStringList items, itemsEn; ///< checklist
    QJsonObject proposes;       ///< values a person may confirm
    QStringList refuses;        ///< moves it advises against
    QStringList rules;
};

/// Advice for `intake` or a move, given the values of the case.
[[nodiscard]] QVector<AdviceShown>
adviceFor(const Regulation &regulation, const QString &occasion, const QJsonObject &fields);

/// Where a case stands in an approval chain.
struct ChainPosition
{
    QString chain; ///< id, empty if none applies
    int link = 0;  ///< 1-based place of the step
    int links = 0;
    bool next = false; ///< the chain awaits this step now
};

/// The place of a move in the chain that applies to the case, and whether it is its turn.
[[nodiscard]] ChainPosition
chainPosition(const Regulation &regulation, const CaseFile &caseFile, const QString &move);

/// Whether the person complained about is this actor and the pack (or the house) keeps him out: he
/// neither sees nor handles the case.
[[nodiscard]] bool keptOut(const Ground &ground, const Actor &actor, const CaseFile &caseFile);

/// Whether this actor may know of the case: where the pack keeps cases to those concerned, its
/// overseeing roles, who stands in for one of them, and who has to do with the case.
[[nodiscard]] bool mayKnow(const Ground &ground, const Actor &actor, const CaseFile &caseFile);

/// A step a person could take now, or why not.
struct StepOffer
{
    QString action, zh, en;
    bool allowed = true;
    Findings obstacles; ///< why it is not allowed
    QStringList needs;  ///< fields the step form must ask for (no value yet, or always asked)
    QStringList offers; ///< further fields it may ask for
    bool reason = false;
    QString sheet;
    QStringList rules;
    bool primary = false; ///< the natural next step
    QVector<AdviceShown> advice = {};
    ChainPosition chain = {};
    QString actingFor = {}; ///< the absent person he would stand in for, empty in his own right
};

[[nodiscard]] QVector<StepOffer>
offeredSteps(const Ground &ground, const Actor &actor, const CaseFile &caseFile);

/// Counts all running clocks anew under `ground` (the calendar changed): deadline.set events of
/// those that move.
[[nodiscard]] Decision
decideRecount(const Ground &ground, const CaseFile &caseFile, const QString &reason);

} // namespace huiyin
