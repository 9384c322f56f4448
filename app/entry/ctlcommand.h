// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/texts.h>

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

namespace huiyin::ctl {

/// Exit codes scripts rely on.
enum Exit { Fine = 0, Refused = 1, WrongUsage = 2, World = 3, Partly = 4 };

class Shell;

struct Option
{
    QString name;  ///< `--limit`
    QString value; ///< placeholder of its value, empty for a switch
    QString zh, en;
    /// Whether the command works without it; Given: it may be empty, Filled: it says something.
    enum class Demand { None, Given, Filled } demand = Demand::None;
};

[[nodiscard]] Option
option(const char16_t *name, const char16_t *value, const char16_t *zh, const char16_t *en);

/// The option as one the command does not run without: the help says so, and a line that lacks it
/// is refused with usage.missingOption, all that is lacking in one sentence.
[[nodiscard]] Option demanded(Option option, Option::Demand demand = Option::Demand::Filled);

/// What followed the command on the line.
struct Arguments
{
    QStringList words;
    QMap<QString, QStringList> options; ///< name → values in order; a switch has one empty value

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }

    [[nodiscard]] QString value(const QString &option) const
    {
        return options.value(option).value(0);
    }
};

struct Command
{
    QString name;            ///< `case add`
    QString words;           ///< `NO ACTION [FILE]`
    int least = 0, most = 0; ///< words wanted; most -1 = any number
    QVector<Option> options;
    QString zh, en; ///< what it does, one line
    std::function<int(Shell &, const Arguments &)> run;
    std::function<bool(const Arguments &)> paints = {}; ///< whether it needs fonts; nothing = never
    std::function<void(Shell &, const Arguments &)> moreHelp = {};
};

[[nodiscard]] const QVector<Command> &commands();

struct Globals
{
    QString file, actor;
    bool json = false;
    bool help = false;
    bool version = false;
    Language language = Language::Chinese;
};

struct CommandLine
{
    Globals globals;
    const Command *command = nullptr; ///< nothing with --help, --version or a fault
    Arguments arguments;
    QString group; ///< the words typed of a command that was not found or wants more: for its help
    std::optional<Finding> fault;
};

/// Reads the words after the program's name. Global options may stand anywhere; `--` ends the
/// options;
/// `--name=value` is taken too. Codes: usage.unknownCommand, usage.unknownOption,
/// usage.optionValue, usage.missingOption, usage.tooFew, usage.tooMany, usage.language
[[nodiscard]] CommandLine readCommandLine(const QStringList &words);

/// Usage, options and meaning of one command.
[[nodiscard]] QString helpOf(const Command &command, Language language);

/// All commands, or those whose names begin with `group`.
[[nodiscard]] QString overview(const QString &group, Language language);

/// The candidate most like `word`, empty if none is near.
[[nodiscard]] QString nearest(const QString &word, const QStringList &candidates);

// one list per group of commands, each in its own file
[[nodiscard]] QVector<Command> houseCommands();
[[nodiscard]] QVector<Command> calendarCommands();
[[nodiscard]] QVector<Command> dueCommands();
[[nodiscard]] QVector<Command> regulationCommands();
[[nodiscard]] QVector<Command> taskCommands();
[[nodiscard]] QVector<Command> caseCommands();
[[nodiscard]] QVector<Command> stepCommands();
[[nodiscard]] QVector<Command> registerCommands();
[[nodiscard]] QVector<Command> reportCommands();
[[nodiscard]] QVector<Command> soldCommands();
[[nodiscard]] QVector<Command> printCommands();
[[nodiscard]] QVector<Command> peopleCommands();
[[nodiscard]] QVector<Command> moneyCommands();
[[nodiscard]] QVector<Command> moveCommands();
[[nodiscard]] QVector<Command> retentionCommands();
[[nodiscard]] QVector<Command> parameterCommands();
[[nodiscard]] QVector<Command> sheetCommands();

} // namespace huiyin::ctl
