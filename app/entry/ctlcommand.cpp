// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlcommand.h"

#include <algorithm>

namespace huiyin::ctl {

namespace {

const QVector<Option> &globalOptions()
{
    static const QVector<Option> options{
        {QStringLiteral("--file"),
         QStringLiteral("PATH"),
         QStringLiteral("档案文件（缺省：$HUIYIN_FILE，再缺省用个人数据目录）"),
         QStringLiteral("case file (else $HUIYIN_FILE, else the user's own)")},
        {QStringLiteral("--actor"),
         QStringLiteral("ID"),
         QStringLiteral("经办人（缺省：系统用户）"),
         QStringLiteral("acting person (else the system's user)")},
        {QStringLiteral("--json"),
         {},
         QStringLiteral("结果用 JSON"),
         QStringLiteral("results as JSON")},
        {QStringLiteral("--lang"),
         QStringLiteral("zh_CN|en"),
         QStringLiteral("语言"),
         QStringLiteral("language")},
        {QStringLiteral("--help"), {}, QStringLiteral("本说明"), QStringLiteral("this help")},
        {QStringLiteral("--version"), {}, QStringLiteral("版本"), QStringLiteral("version")}};
    return options;
}

const Option *find(const QVector<Option> &options, const QString &name)
{
    const auto it = std::find_if(options.cbegin(), options.cend(), [&](const Option &option) {
        return option.name == name;
    });
    return it == options.cend() ? nullptr : &*it;
}

Finding fault(const QString &code, const Args &args) { return {code, Severity::Refusal, {}, args}; }

QString wordsOf(const QStringList &words, qsizetype count)
{
    return words.mid(0, count).join(QLatin1Char(' '));
}

/// The command with the longest name the words begin with.
const Command *commandOf(const QStringList &words)
{
    const Command *found = nullptr;
    for (const Command &command : commands()) {
        const auto length = command.name.count(QLatin1Char(' ')) + 1;
        if (words.size() >= length && wordsOf(words, length) == command.name &&
            (found == nullptr || found->name.size() < command.name.size())) {
            found = &command;
        }
    }
    return found;
}

bool takeGlobal(Globals &globals, const QString &name, const QString &value)
{
    if (name == QStringLiteral("--file")) {
        globals.file = value;
    } else if (name == QStringLiteral("--actor")) {
        globals.actor = value;
    } else if (name == QStringLiteral("--json")) {
        globals.json = true;
    } else if (name == QStringLiteral("--help")) {
        globals.help = true;
    } else if (name == QStringLiteral("--version")) {
        globals.version = true;
    } else if (name == QStringLiteral("--lang")) {
        if (value.startsWith(QStringLiteral("zh"))) {
            globals.language = Language::Chinese;
        } else if (value.startsWith(QStringLiteral("en"))) {
            globals.language = Language::English;
        } else {
            return false;
        }
    }
    return true;
}

/// The demanded options that the line lacks, separated by blanks.
QString lacking(const Command &command, const Arguments &arguments)
{
    QStringList names;
    for (const Option &option : command.options) {
        const bool lacks =
            (option.demand == Option::Demand::Given && !arguments.has(option.name)) ||
            (option.demand == Option::Demand::Filled &&
             arguments.value(option.name).trimmed().isEmpty());
        if (lacks) {
            names.append(option.name);
        }
    }
    return names.join(QLatin1Char(' '));
}

void unknownCommand(CommandLine &line, const QStringList &words)
{
    QStringList names;
    bool isGroup = false;
    for (const Command &command : commands()) {
        names.append(command.name);
        isGroup = isGroup || command.name.startsWith(words.first() + QLatin1Char(' '));
    }
    if (isGroup) {
        line.group = words.first();
        if (words.size() == 1) {
            line.fault = fault(QStringLiteral("usage.incomplete"),
                               {{QStringLiteral("word"), words.first()}});
            return;
        }
        names.removeIf([&](const QString &name) {
            return !name.startsWith(words.first() + QLatin1Char(' '));
        });
    } else {
        for (const QString &name : QStringList(names)) {
            names.append(name.section(QLatin1Char(' '), 0, 0));
        }
    }
    const QString typed = wordsOf(words, isGroup ? 2 : 1);
    const QString near = nearest(typed, names);
    line.fault = fault(near.isEmpty() ? QStringLiteral("usage.unknownCommand")
                                      : QStringLiteral("usage.unknownCommandNear"),
                       {{QStringLiteral("word"), typed}, {QStringLiteral("near"), near}});
}

} // namespace

Option option(const char16_t *name, const char16_t *value, const char16_t *zh, const char16_t *en)
{
    return {QString::fromUtf16(name),
            QString::fromUtf16(value),
            QString::fromUtf16(zh),
            QString::fromUtf16(en)};
}

Option demanded(Option option, Option::Demand demand)
{
    option.demand = demand;
    return option;
}

const QVector<Command> &commands()
{
    static const QVector<Command> all =
        houseCommands() + calendarCommands() + dueCommands() + regulationCommands() +
        taskCommands() + caseCommands() + stepCommands() + registerCommands() + reportCommands() +
        soldCommands() + printCommands() + peopleCommands() + moneyCommands() +
        parameterCommands() + sheetCommands() + moveCommands() + retentionCommands();
    return all;
}

CommandLine readCommandLine(const QStringList &input)
{
    CommandLine line;

    // Words first: which options are known depends on the command, which may follow global options.
    struct Given
    {
        QString name;
        std::optional<QString> value;
        qsizetype at;
    };

    QStringList words;
    QVector<QString> rest = input;
    QVector<Given> given;
    // An option's value is the next word; whether it takes one is known only with the command. All
    // commands give an option of one name the same arity, so the union decides.
    const auto takesValue = [](const QString &name) {
        if (const Option *option = find(globalOptions(), name)) {
            return !option->value.isEmpty();
        }
        return std::any_of(commands().cbegin(), commands().cend(), [&](const Command &command) {
            const Option *option = find(command.options, name);
            return option != nullptr && !option->value.isEmpty();
        });
    };
    bool optionsEnded = false;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const QString &word = rest.at(i);
        if (optionsEnded || !word.startsWith(QStringLiteral("--")) ||
            word == QStringLiteral("--")) {
            if (word == QStringLiteral("--") && !optionsEnded) {
                optionsEnded = true;
            } else if (word == QStringLiteral("-h")) {
                line.globals.help = true;
            } else {
                words.append(word);
            }
            continue;
        }
        const auto equals = word.indexOf(QLatin1Char('='));
        if (equals > 0) {
            given.append({word.left(equals), word.mid(equals + 1), i});
        } else if (takesValue(word)) {
            if (i + 1 < rest.size()) {
                given.append({word, rest.at(i + 1), i});
                ++i;
            } else {
                given.append({word, std::nullopt, i});
            }
        } else {
            given.append({word, QString(), i});
        }
    }
    const Command *command = words.isEmpty() ? nullptr : commandOf(words);
    for (const Given &option : given) {
        const Option *known = find(globalOptions(), option.name);
        const bool global = known != nullptr;
        if (!global && command != nullptr) {
            known = find(command->options, option.name);
        }
        if (known == nullptr) {
            if (command == nullptr && !words.isEmpty()) {
                continue; // the unknown command is the fault to name
            }
            QStringList names;
            for (const Option &candidate :
                 globalOptions() + (command == nullptr ? QVector<Option>() : command->options)) {
                names.append(candidate.name);
            }
            const QString near = nearest(option.name, names);
            line.fault =
                fault(near.isEmpty() ? QStringLiteral("usage.unknownOption")
                                     : QStringLiteral("usage.unknownOptionNear"),
                      {{QStringLiteral("option"), option.name}, {QStringLiteral("near"), near}});
        } else if (!option.value || (known->value.isEmpty() && !option.value->isEmpty())) {
            line.fault = fault(
                option.value ? QStringLiteral("usage.noValueWanted")
                             : QStringLiteral("usage.optionValue"),
                {{QStringLiteral("option"), option.name}, {QStringLiteral("value"), known->value}});
        } else if (global) {
            if (!takeGlobal(line.globals, option.name, *option.value)) {
                line.fault = fault(QStringLiteral("usage.language"),
                                   {{QStringLiteral("value"), *option.value}});
            }
        } else {
            line.arguments.options[option.name].append(*option.value);
        }
    }
    if (words.isEmpty() || (command == nullptr && line.globals.help)) {
        line.group = words.value(0);
        if (words.isEmpty() && !line.fault && !line.globals.help && !line.globals.version) {
            line.fault = fault(QStringLiteral("usage.nothing"), {});
        }
        return line;
    }
    if (command == nullptr) {
        unknownCommand(line, words);
        return line;
    }
    line.group = command->name;
    line.arguments.words = words.mid(command->name.count(QLatin1Char(' ')) + 1);
    const auto count = line.arguments.words.size();
    if (!line.fault && !line.globals.help &&
        (count < command->least || (command->most >= 0 && count > command->most))) {
        line.fault = fault(count < command->least ? QStringLiteral("usage.tooFew")
                                                  : QStringLiteral("usage.tooMany"),
                           {{QStringLiteral("command"), command->name},
                            {QStringLiteral("words"), command->words},
                            {QStringLiteral("word"), line.arguments.words.value(command->most)}});
    }
    if (const QString lacks = lacking(*command, line.arguments);
        !line.fault && !line.globals.help && !lacks.isEmpty()) {
        line.fault =
            fault(QStringLiteral("usage.missingOption"), {{QStringLiteral("option"), lacks}});
    }
    line.command = command;
    return line;
}

QString helpOf(const Command &command, Language language)
{
    const bool chinese = language == Language::Chinese;
    QString text = (chinese ? QStringLiteral("用法：") : QStringLiteral("Usage: ")) +
                   QStringLiteral("huiyinctl ") + command.name;
    if (!command.words.isEmpty()) {
        text += QLatin1Char(' ') + command.words;
    }
    if (!command.options.isEmpty()) {
        text += chinese ? QStringLiteral(" [选项]") : QStringLiteral(" [options]");
    }
    text += QLatin1Char('\n') + (chinese ? command.zh : command.en) + QLatin1Char('\n');
    for (const Option &option : command.options + globalOptions()) {
        const QString left =
            option.value.isEmpty() ? option.name : option.name + QLatin1Char(' ') + option.value;
        const QString must = option.demand == Option::Demand::None ? QString()
                             : chinese                             ? QStringLiteral("（必填）")
                                                                   : QStringLiteral(" (required)");
        text += QStringLiteral("  %1  %2\n")
                    .arg(left, -30)
                    .arg((chinese ? option.zh : option.en) + must);
    }
    return text;
}

QString overview(const QString &group, Language language)
{
    const bool chinese = language == Language::Chinese;
    QString text =
        chinese
            ? QStringLiteral(
                  "用法：huiyinctl [--file PATH] [--actor ID] [--json] [--lang zh_CN|en] 命令 …\n")
            : QStringLiteral("Usage: huiyinctl [--file PATH] [--actor ID] [--json] [--lang "
                             "zh_CN|en] COMMAND …\n");
    for (const Command &command : commands()) {
        if (group.isEmpty() || command.name == group ||
            command.name.startsWith(group + QLatin1Char(' '))) {
            text +=
                QStringLiteral("  %1  %2\n")
                    .arg(command.words.isEmpty() ? command.name
                                                 : command.name + QLatin1Char(' ') + command.words,
                         -34)
                    .arg(chinese ? command.zh : command.en);
        }
    }
    text += chinese ? QStringLiteral("huiyinctl 命令 --help 说明一个命令。\n")
                    : QStringLiteral("huiyinctl COMMAND --help explains one command.\n");
    return text;
}

QString nearest(const QString &word, const QStringList &candidates)
{
    QString best;
    // Up to a third of the letters may be wrong.
    qsizetype least = std::max<qsizetype>(2, word.size() / 3) + 1;
    for (const QString &candidate : candidates) {
        QVector<qsizetype> row(candidate.size() + 1);
        for (qsizetype j = 0; j < row.size(); ++j) {
            row[j] = j;
        }
        for (qsizetype i = 0; i < word.size(); ++i) {
            qsizetype diagonal = row.at(0);
            row[0] = i + 1;
            for (qsizetype j = 0; j < candidate.size(); ++j) {
                const qsizetype change =
                    diagonal + (word.at(i).toLower() == candidate.at(j).toLower() ? 0 : 1);
                diagonal = row.at(j + 1);
                row[j + 1] = std::min({change, row.at(j) + 1, row.at(j + 1) + 1});
            }
        }
        if (row.last() < least) {
            least = row.last();
            best = candidate;
        }
    }
    return best;
}

} // namespace huiyin::ctl
