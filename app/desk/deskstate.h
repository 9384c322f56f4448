// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Inside of the desk, shared by its use cases; not for other rooms.

#include <desk/desk.h>
#include <desk/guardedreader.h>

#include <QHash>
#include <QPair>

namespace huiyin {

/// Keys of published settings.
namespace config {
inline constexpr auto kRegulation =
    "regulation"; ///< JSON list [{"id","version","from"?}], or one plain id
inline constexpr auto kRegulationText = "regulation.text:"; ///< + id/version: TOML of an own pack
inline constexpr auto kCalendar = "calendar:";              ///< + year: JSON of that notice year
inline constexpr auto kDeputies =
    "deputies:";                            ///< + person: JSON list of who stands in, empty = back
inline constexpr auto kRecusal = "recusal"; ///< "true": respondents are kept out under every pack
inline constexpr auto kHours = "hours"; ///< JSON {"close":"17:30","periods":[["08:30","12:00"],…]}
inline constexpr auto kParameter =
    "parameter:"; ///< + pack/id: JSON {"value","before","by","at","reason"}; value null = the
                  ///< pack's
inline constexpr auto kSheet = "sheet:"; ///< + id: JSON {"version","edition","by","at","reason"} in
                                         ///< force; version 0 = built-in
inline constexpr auto kSheetText =
    "sheet.text:";                     ///< + id/version-edition: JSON {"toml","by","at","reason"}
inline constexpr auto kDuty = "duty:"; ///< + id:period: JSON {"by","at","note"} once done
inline constexpr auto kImport = "import:"; ///< + batch: JSON {"file","at"} until it has ended
} // namespace config

/// Whether the acting person may write for the house: once a roster exists, those on it. \error
/// actor.unknown
[[nodiscard]] Result<Done> askRoster(const Desk &desk);

struct Desk::State
{
    CaseLog &log;
    CaseReader &reader;
    std::shared_ptr<const Library> library;
    ClockSource clock;
    RandomSource random;

    QString officeCode, officeName;
    Actor actor;
    QVector<Person> roster;
    WorkCalendar calendar;
    OfficeHours hours;
    QMap<QString, Regulation> packs; ///< `tob/1` → pack; built-in and own

    /// A pack and the day it comes into force; nothing: from the beginning.
    struct Use
    {
        std::optional<Day> from;
        QString key;           ///< in packs
        QStringList with = {}; ///< overlays, keys in packs
    };

    /// The organisation's own figures: `trd/warningPercent` → value and how it came about.
    struct OwnFigure
    {
        qint64 scaled = 0; ///< × Figure::kScale
        ParameterState::Change change;
    };

    /// A sheet the organisation made of a built-in one.
    struct OwnSheet
    {
        Sheet sheet;
        QByteArray toml;
        SheetEdition edition;
    };

    QVector<Use> uses; ///< oldest publication first
    bool recusal = false;
    GuardedReader guarded; ///< what the acting person may see
    mutable QHash<QString, std::shared_ptr<const Regulation>> whole = {}; ///< packs with overlays
    QMap<QString, OwnFigure> figures = {};
    QMap<QString, Sheet> sheets = {};       ///< in force, by id
    QMap<QString, OwnSheet> ownSheets = {}; ///< every version kept: `F-02/2-1a2b3c`

    /// Reads settings, roster and packs anew. \return what kept it from reading; what was known
    /// then stays
    std::optional<Error> refresh();

    /// The first day this case file follows the pack in force now, in any version.
    [[nodiscard]] Day inForceSince() const;

    /// The pack in force today: a planned one takes over at midnight, whether anybody asked for a
    /// refresh or not.
    [[nodiscard]] const Regulation &regulation() const;
    [[nodiscard]] const Regulation &regulationOf(const CaseFile &caseFile) const;
    /// The pack of a packText(); one that is gone is followed by the newest of its id.
    [[nodiscard]] const Regulation &regulationOf(const QString &packText) const;
    /// The pack with its overlays laid over it; keys in packs.
    [[nodiscard]] const Regulation &overlaidBy(const QString &key, const QStringList &with) const;
    [[nodiscard]] Actor actorOf(const Person &person) const;
    /// Whether the acting person is kept out of this case: it is about him, or none of his
    /// business.
    [[nodiscard]] bool keepsOut(const CaseFile &caseFile) const;
    /// The packs that cases follow here or will follow, in the words of packText().
    [[nodiscard]] QStringList packsInUse() const;
    /// Takes the organisation's figures from the settings into the packs.
    void readFigures(const QMap<QString, QString> &settings);
    /// Takes the organisation's sheets from the settings.
    void readOwnSheets(const QMap<QString, QString> &settings);
    /// What confirmed penalties of all cases still take of people from this month on.
    [[nodiscard]] Result<QVector<CarriedDeduction>> carriedDeductions(const QString &from) const;
    /// Hides from the acting person what he must not see.
    void guard();
    /// Complaints that the one being recorded may repeat.
    [[nodiscard]] QVector<EarlierCase> earlierOf(const QJsonObject &fields) const;
    [[nodiscard]] Ground ground(const Regulation &regulation, Instant now) const;
    [[nodiscard]] Result<Recorded> append(const QVector<NewEvent> &events,
                                          Instant now,
                                          const QHash<CaseId, int> &expected = {},
                                          const Progress &progress = {});
    /// Whether the acting person may record anything. \error actor.unknown
    [[nodiscard]] Result<Done> mayWrite() const;
    /// Refuses, in the list, what somebody wants to decide for the house without a right to; see
    /// mayNotGovern().
    void askRight(Findings &findings) const;
    /// Everybody on the roster who is in office.
    [[nodiscard]] QVector<Actor> people() const;
    [[nodiscard]] CaseId newCaseId(Instant now) const;
};

/// `tob/1`
[[nodiscard]] QString packKey(const QString &id, int version);

/// Office hours of a setting. \error hours.malformed
[[nodiscard]] Result<OfficeHours> readHours(const QString &json);

/// One refusal made of an error, for commands that answer in findings.
[[nodiscard]] Finding findingOf(const Error &error);

} // namespace huiyin
