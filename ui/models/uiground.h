// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>
#include <rules/deadlines.h>
#include <rules/texts.h>
#include <rules/workcalendar.h>

#include <QHash>

#include <memory>

namespace huiyin {

/// What models and forms look at besides the cases: words, calendar, office hours, time. A value;
/// take a new one when the desk says calendarChanged or actorChanged.
struct UiGround
{
    std::shared_ptr<const Library> library;
    WorkCalendar calendar;
    OfficeHours hours;
    ClockSource clock;
    Language language = Language::Chinese;
    QString actorId, actorName;
    QString actorDepartment = {};
    QHash<QString, QString> clockWords = {}; ///< a clock's Chinese name → its English one
    bool alone = false;                      ///< nobody is on the roster: a desk of one person
    QHash<QString, QString> stageWords = {}; ///< `pack/version/stage` → what the pack calls it
    QHash<QString, QString> ownWords = {};   ///< of ownFieldWords()
};

/// The ground as the desk stands now. \param library  the one the desk was built with
[[nodiscard]] UiGround
uiGround(const Desk &desk, std::shared_ptr<const Library> library, Language language);

/// The label of a choice in the language of the ground; the id itself if the list does not know it.
[[nodiscard]] QString
choiceLabel(const UiGround &ground, const QString &field, const QString &choice);

/// The label of a field in the language of the ground: the organisation's own before the
/// catalogue's.
[[nodiscard]] QString fieldLabel(const UiGround &ground, const QString &field);

/// The name of a clock in the language of the ground; packs say both, a case keeps the Chinese one.
[[nodiscard]] QString clockWord(const UiGround &ground, const QString &label);

/// What stands between the members of a list: 、 or a comma.
[[nodiscard]] QString listSeparator(const UiGround &ground);

/// The word of a stage: what the pack of a case calls it, else that of the code list CL-16 (待受理
/// …). \param pack  packText() of the case; empty for the code list
[[nodiscard]] QString stageLabel(const UiGround &ground, Stage stage, const QString &pack = {});
[[nodiscard]] QString stageLabel(const UiGround &ground, const CaseFile &caseFile);

/// `138****8000`: the middle of a number hidden; short numbers keep their last two digits.
[[nodiscard]] QString maskedPhone(const QString &phone);

} // namespace huiyin
