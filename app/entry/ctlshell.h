// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>

#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <optional>

#include "ctlcommand.h"

namespace huiyin::ctl {

/// What a command may touch: streams, language, the case file. Opens things when they are first
/// asked for.
class Shell
{
public:
    explicit Shell(const Globals &globals);
    ~Shell();
    Shell(const Shell &) = delete;
    Shell &operator=(const Shell &) = delete;

    [[nodiscard]] const Globals &globals() const { return m_globals; }

    [[nodiscard]] bool chinese() const { return m_globals.language == Language::Chinese; }

    [[nodiscard]] QString say(const QString &zh, const QString &en) const
    {
        return chinese() ? zh : en;
    }

    // ---- speaking
    void out(const QString &line);        ///< a line of the result
    void json(const QJsonObject &object); ///< one line of JSON on stdout
    void json(const QJsonArray &array);
    void note(const QString &line); ///< a line on stderr
    /// Findings on stderr as sentences with label, place and clause. \param file  what was read:
    /// each place in it goes first, `my.toml:12:3: `
    void report(const Findings &findings, const QString &file = {});
    /// report(), with --json also {"findings":[…]} on stdout; gives exit code 1.
    int refuse(const Findings &findings, const QString &file = {});
    /// The exit code of what could not be done or was refused, told by fail() or refuse(); nothing
    /// where it was done, its warnings told by report().
    std::optional<int> ended(const Result<Outcome> &outcome, const QString &file = {});
    /// The sentence of the error; exit code 1 where the input is at fault, else 3.
    int fail(const Error &error);
    /// A wrong value of an option or word: sentence and usage, exit code 2.
    int wrongValue(const Error &error);
    [[nodiscard]] QJsonArray findingsJson(const Findings &findings, const QString &file = {});
    [[nodiscard]] QString sentence(const Error &error);
    [[nodiscard]] QString sentence(const Finding &finding); ///< with the field's label

    // ---- the world
    [[nodiscard]] const Texts &texts();
    [[nodiscard]] Result<std::shared_ptr<const Library>> library();
    [[nodiscard]] QString path() const; ///< of the case file
    [[nodiscard]] static Instant now();

    /// The desk for looking only. \error as the store's
    [[nodiscard]] Result<Desk *> desk();
    /// The desk for recording: the acting person must be on the roster. \error as the store's,
    /// actor.unknown
    [[nodiscard]] Result<Desk *> actingDesk();
    /// Makes a case file. \error store.exists …
    [[nodiscard]] Result<Done> create(const QString &office,
                                      const QString &name,
                                      const QString &regulation,
                                      bool headquarters);

    /// Shows rows done on a terminal and stops on Ctrl-C. \param what shown before the numbers
    [[nodiscard]] Progress progress(const QString &what);

    /// Notes a look, print or export in the access log; a read-only case file is no reason to stop.
    void logAccess(const QString &what,
                   const std::optional<CaseId> &caseId = std::nullopt,
                   const QString &reason = {});

private:
    struct World;
    [[nodiscard]] QString fieldLabel(const QString &field);

    Globals m_globals;
    std::optional<Texts> m_texts;
    std::shared_ptr<const Library> m_library;
    std::unique_ptr<World> m_world;
    bool m_progressShown = false;
};

[[nodiscard]] QString severityId(Severity severity);

} // namespace huiyin::ctl
