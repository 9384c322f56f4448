// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <domain/field.h>
#include <domain/finding.h>
#include <rules/regulation.h>
#include <rules/workcalendar.h>

#include <QJsonArray>
#include <QJsonObject>
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
    bool unrestricted = false; ///< no roster yet: a desk of one person may do everything
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
};

[[nodiscard]] QVector<StepOffer>
offeredSteps(const Ground &ground, const Actor &actor, const CaseFile &caseFile);

/// Counts all running clocks anew under `ground` (the calendar changed): deadline.set events of
/// those that move.
[[nodiscard]] Decision
decideRecount(const Ground &ground, const CaseFile &caseFile, const QString &reason);

} // namespace huiyin
