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

/// Whether the actor may act under a list of roles; an empty list is anyone.
[[nodiscard]] bool mayAct(const Actor &actor, const QStringList &roles);

/// `订单部、部门负责人`
[[nodiscard]] QString
rolesText(const Regulation &regulation, const QStringList &roles, bool chinese);

/// The roles or fields by which the move is closed to this actor, empty if it is open.
[[nodiscard]] QString recusal(const Ground &ground,
                              const Actor &actor,
                              const CaseFile &caseFile,
                              const QStringList &forbidden);

/// What the move asks that these fields and this actor do not give: roles, fields, one of several
/// fields.
[[nodiscard]] Findings obstacles(const Ground &ground,
                                 const Actor &actor,
                                 const MoveRule &rule,
                                 const QJsonObject &fields);

void amend(Course &course);
void note(Course &course);
void extend(Course &course);
void pause(Course &course);
void resume(Course &course);
void move(Course &course, const MoveRule &rule);

/// What is due next once these clocks run, and what the pack wants after this move.
[[nodiscard]] QJsonArray
tasksAfter(const Ground &ground, const QVector<Clock> &clocks, const QString &action, Instant at);

/// The running clock that the step is about: the named one, else the first that fits.
[[nodiscard]] const Clock *pickClock(const CaseFile &caseFile,
                                     const QString &named,
                                     const std::function<bool(const Clock &)> &fits);

/// The clocks of the pack's extension or pause rule, nullptr where the pack has none.
[[nodiscard]] const ExtensionRule *extensionRule(const Regulation &regulation,
                                                 const QString &clockId);

} // namespace huiyin::steps
