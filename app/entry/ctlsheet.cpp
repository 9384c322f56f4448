// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>

#include "ctlinput.h"
#include "ctljson.h"
#include "ctlshell.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

int schema(Shell &shell, const Arguments &)
{
    shell.out(sheetSchema());
    return Fine;
}

int check(Shell &shell, const Arguments &arguments)
{
    const auto library = shell.library();
    if (!library) {
        return shell.fail(library.error());
    }
    const auto bytes = readInput(arguments.words.first());
    if (!bytes) {
        return shell.fail(bytes.error());
    }
    const SheetReading reading = readSheet(*bytes,
                                           QFileInfo(arguments.words.first()).fileName(),
                                           (*library)->catalogue,
                                           (*library)->sheets);
    if (!reading.sheet || refuses(reading.findings)) {
        return shell.refuse(reading.findings, arguments.words.first());
    }
    shell.report(reading.findings, arguments.words.first());
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("id"), reading.sheet->id},
                               {QStringLiteral("version"), reading.sheet->version},
                               {QStringLiteral("findings"), shell.findingsJson(reading.findings)}});
    } else {
        shell.out(shell.say(QStringLiteral("%1：没有错误"), QStringLiteral("%1: no faults"))
                      .arg(reading.sheet->key()));
    }
    return Fine;
}

/// One sheet: the version in force and those the organisation made.
void tell(Shell &shell, const Desk &desk, const Sheet &sheet)
{
    const bool own = desk.hasOwnSheet(sheet.id);
    const QVector<SheetEdition> editions = desk.sheetEditions(sheet.id);
    if (shell.globals().json) {
        QJsonArray versions;
        for (const SheetEdition &one : editions) {
            versions.append(QJsonObject{{QStringLiteral("version"), one.version},
                                        {QStringLiteral("edition"), one.edition},
                                        {QStringLiteral("by"), one.by},
                                        {QStringLiteral("at"), jsonOf(std::optional(one.at))},
                                        {QStringLiteral("reason"), one.reason}});
        }
        shell.json(QJsonObject{{QStringLiteral("id"), sheet.id},
                               {QStringLiteral("zh"), sheet.zh},
                               {QStringLiteral("en"), sheet.en},
                               {QStringLiteral("version"), sheet.version},
                               {QStringLiteral("own"), own},
                               {QStringLiteral("versions"), versions}});
        return;
    }
    shell.out(QStringLiteral("%1  %2  %3  %4")
                  .arg(sheet.id,
                       shell.say(sheet.zh, sheet.en),
                       shell.say(QStringLiteral("第%1版"), QStringLiteral("version %1"))
                           .arg(sheet.version),
                       own ? shell.say(QStringLiteral("本单位的改本"), QStringLiteral("own copy"))
                           : shell.say(QStringLiteral("自带"), QStringLiteral("built-in"))));
    for (const SheetEdition &one : editions) {
        shell.out(shell
                      .say(QStringLiteral("    第%1版  %2  %3  %4"),
                           QStringLiteral("    version %1  %2  %3  %4"))
                      .arg(one.edition.isEmpty()
                               ? QString::number(one.version)
                               : QStringLiteral("%1-%2").arg(one.version).arg(one.edition),
                           one.at.toLocalText(),
                           personLabel(desk.people(), one.by),
                           one.reason)
                      .trimmed()
                      .prepend(QStringLiteral("    ")));
    }
}

int list(Shell &shell, const Arguments &arguments)
{
    const auto desk = shell.desk();
    if (!desk) {
        return shell.fail(desk.error());
    }
    for (const Sheet &sheet : (*desk)->sheets()) {
        if (!arguments.has(QStringLiteral("--own")) ||
            !(*desk)->sheetEditions(sheet.id).isEmpty()) {
            tell(shell, **desk, sheet);
        }
    }
    return Fine;
}

int show(Shell &shell, const Arguments &arguments)
{
    const bool builtin = arguments.has(QStringLiteral("--builtin"));
    bool number = true;
    const int version =
        arguments.words.size() > 1 ? arguments.words.at(1).toInt(&number) : (builtin ? -1 : 0);
    if (!number || (arguments.words.size() > 1 && (builtin || version < 1))) {
        return shell.wrongValue({QStringLiteral("sheet.version.unknown"),
                                 {{QStringLiteral("sheet"), arguments.words.first()},
                                  {QStringLiteral("version"), arguments.words.value(1)}}});
    }
    const auto desk = shell.desk();
    if (!desk) {
        return shell.fail(desk.error());
    }
    const auto text = (*desk)->sheetText(arguments.words.first(), version);
    if (!text) {
        return shell.fail(text.error());
    }
    shell.out(QString::fromUtf8(*text).trimmed());
    return Fine;
}

int answer(Shell &shell, const Desk &desk, const QString &id, const Result<Outcome> &outcome)
{
    if (const auto ended = shell.ended(outcome)) {
        return *ended;
    }
    tell(shell, desk, desk.sheets().value(id));
    return Fine;
}

int use(Shell &shell, const Arguments &arguments)
{
    const auto bytes = readInput(arguments.words.first());
    if (!bytes) {
        return shell.fail(bytes.error());
    }
    const auto desk = shell.actingDesk();
    if (!desk) {
        return shell.fail(desk.error());
    }
    // Faults are told under the name of the file.
    const Findings findings =
        (*desk)->checkSheet(*bytes, QFileInfo(arguments.words.first()).fileName());
    if (refuses(findings)) {
        return shell.refuse(findings);
    }
    const auto library = shell.library();
    const SheetReading reading = readSheet(*bytes, {}, (*library)->catalogue, (*library)->sheets);
    return answer(shell,
                  **desk,
                  reading.sheet->id,
                  (*desk)->adoptSheet(*bytes, arguments.value(QStringLiteral("--reason"))));
}

int restore(Shell &shell, const Arguments &arguments)
{
    const auto desk = shell.actingDesk();
    if (!desk) {
        return shell.fail(desk.error());
    }
    const QString &id = arguments.words.first();
    return answer(
        shell, **desk, id, (*desk)->restoreSheet(id, arguments.value(QStringLiteral("--reason"))));
}

} // namespace

QVector<Command> sheetCommands()
{
    const Option reason = option(u"--reason", u"WORDS", u"为什么改", u"why");
    return {{QStringLiteral("sheet list"),
             {},
             0,
             0,
             {option(u"--own", u"", u"只列本单位改过的", u"only those the organisation changed")},
             QStringLiteral("单据的版本：自带的和本单位改过的"),
             QStringLiteral("the forms with their versions, built-in and own"),
             &list},
            {QStringLiteral("sheet show"),
             QStringLiteral("ID [VERSION]"),
             1,
             2,
             {option(u"--builtin", u"", u"自带的版式", u"the built-in form")},
             QStringLiteral("一张单据的版式原文，可存成文件再改"),
             QStringLiteral("the description of a form, to be saved and changed"),
             &show},
            {QStringLiteral("sheet check"),
             QStringLiteral("FILE"),
             1,
             1,
             {},
             QStringLiteral("检查表单文件，列出全部错误及行列"),
             QStringLiteral("prints every fault of a sheet with line and column"),
             &check},
            {QStringLiteral("sheet use"),
             QStringLiteral("FILE"),
             1,
             1,
             {reason},
             QStringLiteral("启用本单位改过的单据；已登记的投诉照旧版"),
             QStringLiteral("puts an own copy of a form in force; cases keep their version"),
             &use},
            {QStringLiteral("sheet restore"),
             QStringLiteral("ID"),
             1,
             1,
             {reason},
             QStringLiteral("恢复自带的单据"),
             QStringLiteral("puts the built-in form in force again"),
             &restore},
            {QStringLiteral("sheet schema"),
             {},
             0,
             0,
             {},
             QStringLiteral("表单文件格式说明"),
             QStringLiteral("the format of a sheet"),
             &schema}};
}

} // namespace huiyin::ctl
