// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/settings.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>
#include <unistd.h>

#include "frontdoor.h"
#include "paths.h"

namespace {

constexpr int kWorldsFault = 3;

const char *const kNoDisplay =
    "huiyin: 没有可用的图形界面，窗口打不开；可改用命令行 huiyinctl。\n"
    "huiyin: there is no display to open a window on; use the command line huiyinctl instead.\n";

/// Qt ends the program when no display answers; it says so in its own words and with a core file.
void sayFatal(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg) {
        std::fputs(message.contains(QLatin1String("platform plugin"))
                       ? kNoDisplay
                       : qPrintable(message + QLatin1Char('\n')),
                   stderr);
        ::_exit(kWorldsFault);
    }
    std::fputs(qPrintable(message + QLatin1Char('\n')), stderr);
}

QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/huiyin/window.ini");
}

} // namespace

int main(int argc, char **argv)
{
    using namespace huiyin;
    QCoreApplication::setApplicationName(QStringLiteral("huiyin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HUIYIN_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Huiyin 回音 – complaint desk / 客户投诉处理"));
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    const QCommandLineOption file(QStringLiteral("file"),
                                  QStringLiteral("the case file to open / 案卷"),
                                  QStringLiteral("PATH"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("sample data in a file of its own / 示例数据"));
    const QCommandLineOption lang(
        QStringLiteral("lang"), QStringLiteral("zh_CN or en"), QStringLiteral("LANG"));
    const QCommandLineOption fresh(QStringLiteral("new"),
                                   QStringLiteral("begin with a new case / 新登记"));
    const QCommandLineOption call(QStringLiteral("call"),
                                  QStringLiteral("announce an incoming call / 来电号码"),
                                  QStringLiteral("NUMBER"));
    parser.addOptions({file, demo, lang, fresh, call});
    parser.addPositionalArgument(QStringLiteral("case"),
                                 QStringLiteral("number of a case to open / 要打开的编号"),
                                 QStringLiteral("[case…]"));

    const bool elsewhere = qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (!elsewhere && qEnvironmentVariableIsEmpty("DISPLAY") &&
        qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        QCoreApplication told(argc, argv);
        // What the program says of itself needs no display.
        if (parser.parse(QCoreApplication::arguments()) &&
            (parser.isSet(help) || parser.isSet(version))) {
            parser.process(told);
        }
        std::fputs(kNoDisplay, stderr);
        return kWorldsFault;
    }
    qInstallMessageHandler(sayFatal);
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(
        Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.huiyin.Huiyin"));

    parser.process(app);

    auto library = Library::load();
    if (!library) {
        std::fputs(qPrintable(QStringLiteral("huiyin: %1 %2\n")
                                  .arg(library.error().code, library.error().detail)),
                   stderr);
        return kWorldsFault;
    }
    Wanted wanted;
    wanted.demo = parser.isSet(demo);
    auto path = parser.value(file);
    auto positional = parser.positionalArguments();
    if (path.isEmpty() && !positional.isEmpty() &&
        positional.first().endsWith(QLatin1String(".huiyin"))) {
        path = positional.takeFirst();
    }
    path = caseFilePath(path);
    if (wanted.demo && !parser.isSet(file)) {
        path = QFileInfo(path).dir().filePath(QStringLiteral("demo.huiyin"));
    }
    wanted.file = QFileInfo(path).absoluteFilePath();
    wanted.arguments = positional;
    if (parser.isSet(fresh)) {
        wanted.arguments.prepend(QStringLiteral("--new"));
    }
    if (parser.isSet(call)) {
        wanted.arguments.prepend(QStringLiteral("--call=") + parser.value(call));
    }
    auto language = WindowSettings(settingsPath()).language();
    if (parser.isSet(lang)) {
        language = parser.value(lang).startsWith(QLatin1String("en")) ? Language::English
                                                                      : Language::Chinese;
    }
    FrontDoor door(*library, wanted, language);
    if (!door.open()) {
        return 0;
    }
    return QApplication::exec();
}
