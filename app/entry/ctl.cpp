// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <clocale>
#include <cstdio>
#include <memory>

#include "ctlcommand.h"
#include "ctlshell.h"

namespace {

using namespace huiyin;
using namespace huiyin::ctl;

int usageFault(Shell &shell, const CommandLine &line)
{
    const Language language = line.globals.language;
    shell.note(shell.texts().sentence(*line.fault, language));
    shell.note(QString());
    const QString help =
        line.command != nullptr ? helpOf(*line.command, language) : overview(line.group, language);
    shell.note(help.chopped(1));
    return WrongUsage;
}

int run(const CommandLine &line)
{
    Shell shell(line.globals);
    if (line.globals.version && !line.fault) {
        shell.out(QStringLiteral("huiyinctl " HUIYIN_VERSION));
        return Fine;
    }
    if (line.fault) {
        return usageFault(shell, line);
    }
    if (line.command == nullptr) {
        const QString text = overview(line.group, line.globals.language);
        shell.out(text.chopped(1));
        return Fine;
    }
    if (line.globals.help) {
        shell.out(helpOf(*line.command, line.globals.language).chopped(1));
        if (line.command->moreHelp) {
            line.command->moreHelp(shell, line.arguments);
        }
        return Fine;
    }
    return line.command->run(shell, line.arguments);
}

} // namespace

int main(int argc, char **argv)
{
    // Qt warns on every start under a locale that is not UTF-8; everything here is UTF-8 by itself.
    std::setlocale(LC_ALL, "C.UTF-8");
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        words.append(QString::fromUtf8(argv[i]));
    }
    const CommandLine line = readCommandLine(words);
    const bool paints = line.command != nullptr && line.command->paints && !line.globals.help &&
                        !line.fault && line.command->paints(line.arguments);
    if (paints && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts without a screen
    }
    if (paints) {
        // Without a login session Qt speaks of the runtime folder; stderr is for sentences people
        // can use.
        qInstallMessageHandler(
            [](QtMsgType type, const QMessageLogContext &, const QString &message) {
                if (type == QtCriticalMsg || type == QtFatalMsg) {
                    std::fputs(qPrintable(message + QLatin1Char('\n')), stderr);
                }
            });
    }
    const std::unique_ptr<QCoreApplication> application(paints ? new QGuiApplication(argc, argv)
                                                               : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(QStringLiteral("huiyin"));
    QTranslator systemWords; // why a file cannot be written, in the language of the sentence
    if (line.globals.language == Language::Chinese &&
        systemWords.load(QStringLiteral("qtbase_zh_CN"),
                         QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&systemWords);
    }
    return run(line);
}
