// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <desk/importmark.h>

#include <QRegularExpression>

#include "ctlinput.h"
#include "ctljson.h"
#include "ctlpack.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

bool isHeadquarters(const CaseReader &reader)
{
    const auto settings = reader.config();
    return settings && settings->value(QStringLiteral("headquarters")) == QLatin1String("true");
}

QJsonArray openImportsJson(const QVector<OpenImport> &imports)
{
    QJsonArray list;
    for (const OpenImport &one : imports) {
        list.append(QJsonObject{{QStringLiteral("batch"), one.batch},
                                {QStringLiteral("file"), one.path},
                                {QStringLiteral("begunAt"), jsonOf(one.begunAt)}});
    }
    return list;
}

int init(Shell &shell, const Arguments &arguments)
{
    const QString office = arguments.value(QStringLiteral("--office"));
    const QString name = arguments.value(QStringLiteral("--name"));
    QString regulation = arguments.value(QStringLiteral("--regulation"));
    const bool headquarters = arguments.has(QStringLiteral("--hq"));
    static const QRegularExpression code(QStringLiteral("^[0-9A-Za-z]{0,8}$"));
    if (!code.match(office).hasMatch()) {
        return shell.fail({QStringLiteral("init.office"), {{QStringLiteral("code"), office}}});
    }
    const auto library = shell.library();
    if (!library) {
        return shell.fail(library.error());
    }
    regulation = regulationId(regulation, (*library)->regulations.keys());
    const auto pack = (*library)->regulations.constFind(regulation);
    if (pack == (*library)->regulations.cend() || pack->overlay) {
        QStringList hosts;
        for (const Regulation &one : (*library)->regulations) {
            if (!one.overlay) {
                hosts.append(one.id);
            }
        }
        return shell.fail({pack == (*library)->regulations.cend()
                               ? QStringLiteral("regulation.unknown")
                               : QStringLiteral("regulation.isOverlay"),
                           {{QStringLiteral("regulation"), regulation},
                            {QStringLiteral("known"), hosts.join(QLatin1Char(' '))}}});
    }
    if (const auto created = shell.create(office, name, regulation, headquarters); !created) {
        return shell.fail(created.error());
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("file"), shell.path()},
                               {QStringLiteral("office"), office},
                               {QStringLiteral("name"), name},
                               {QStringLiteral("headquarters"), headquarters},
                               {QStringLiteral("regulation"), regulation}});
    } else {
        shell.out(shell
                      .say(QStringLiteral("已建立 %1 的投诉档案：%2"),
                           QStringLiteral("made the case file of %1: %2"))
                      .arg(name, shell.path()));
    }
    return Fine;
}

int status(Shell &shell, const Arguments &)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Desk &desk = **opened;
    const auto status = desk.reader().status(desk.now());
    if (!status) {
        return shell.fail(status.error());
    }
    const auto toClose = monthToClose(desk.reader(), desk.now());
    if (!toClose) {
        return shell.fail(toClose.error());
    }
    const WorkCalendar &calendar = desk.calendar();
    const bool headquarters = isHeadquarters(desk.reader());
    const auto begun = openImports(desk.reader());
    if (!begun) {
        return shell.fail(begun.error());
    }
    const QVector<OpenImport> &broken = *begun;
    const bool chinese = shell.chinese();
    if (shell.globals().json) {
        QJsonObject stages;
        for (auto it = status->byStage.cbegin(); it != status->byStage.cend(); ++it) {
            stages.insert(it.key(), it.value());
        }
        const QJsonValue integrity =
            status->lastVerified
                ? QJsonValue(status->lastVerifyOk ? QStringLiteral("ok") : QStringLiteral("faulty"))
                : QJsonValue(QJsonValue::Null);
        shell.json(QJsonObject{
            {QStringLiteral("file"), status->path},
            {QStringLiteral("office"), status->officeCode},
            {QStringLiteral("officeName"), status->officeName},
            {QStringLiteral("headquarters"), headquarters},
            {QStringLiteral("regulation"),
             QJsonObject{
                 {QStringLiteral("id"), desk.regulation().id},
                 {QStringLiteral("version"), desk.regulation().version},
                 {QStringLiteral("with"), packsJson(desk.regulation().overlays)},
                 {QStringLiteral("name"), chinese ? desk.regulation().zh : desk.regulation().en}}},
            {QStringLiteral("recusal"), desk.respondentsKeptOut()},
            {QStringLiteral("cases"), status->cases},
            {QStringLiteral("events"), status->events},
            {QStringLiteral("byStage"), stages},
            {QStringLiteral("open"), status->open},
            {QStringLiteral("overdue"), status->overdue},
            {QStringLiteral("drafts"), status->drafts},
            {QStringLiteral("unknownEvents"), status->unknownEvents},
            {QStringLiteral("calendar"),
             QJsonObject{{QStringLiteral("from"), calendar.coverageFrom().toString()},
                         {QStringLiteral("to"), calendar.coverageTo().toString()}}},
            {QStringLiteral("nextYearMissing"), desk.nextYearMissing()},
            {QStringLiteral("lastBackup"), jsonOf(status->lastBackup)},
            {QStringLiteral("lastExchange"), QJsonValue(QJsonValue::Null)},
            {QStringLiteral("lastVerified"), jsonOf(status->lastVerified)},
            {QStringLiteral("integrity"), integrity},
            {QStringLiteral("openImports"), openImportsJson(broken)},
            {QStringLiteral("monthToClose"),
             *toClose
                 ? QJsonValue(QJsonObject{
                       {QStringLiteral("month"), (*toClose)->month},
                       {QStringLiteral("state"), urgencyId((*toClose)->urgency)},
                       {QStringLiteral("due"), (*toClose)->due.addMs(-1).localDay().toString()}})
                 : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("sample"), status->sample}});
        return Fine;
    }
    const auto line = [&](const QString &zh, const QString &en, const QString &value) {
        shell.out(shell.say(zh, en) + value);
    };
    line(QStringLiteral("单位：    "),
         QStringLiteral("office:      "),
         status->officeName + QLatin1Char(' ') + status->officeCode +
             (headquarters
                  ? shell.say(QStringLiteral("（总部）"), QStringLiteral(" (headquarters)"))
                  : QString()));
    line(QStringLiteral("适用制度："),
         QStringLiteral("regulation:  "),
         QStringLiteral("%1 %2 v%3")
             .arg(chinese ? desk.regulation().zh : desk.regulation().en, desk.regulation().id)
             .arg(desk.regulation().version));
    line(QStringLiteral("回避：    "),
         QStringLiteral("recusal:     "),
         recusalLabel(desk.respondentsKeptOut(), desk.regulation().people.recusal, chinese));
    line(QStringLiteral("投诉：    "),
         QStringLiteral("cases:       "),
         shell
             .say(QStringLiteral("%1 件，在办 %2，超期 %3"),
                  QStringLiteral("%1, open %2, overdue %3"))
             .arg(status->cases)
             .arg(status->open)
             .arg(status->overdue));
    for (int i = 0; i < kStageCount; ++i) {
        const auto stage = static_cast<Stage>(i);
        if (const qint64 count = status->byStage.value(stageId(stage)); count > 0) {
            shell.out(QStringLiteral("  %1  %2").arg(stageLabel(desk, stage, chinese)).arg(count));
        }
    }
    line(QStringLiteral("工作日历："),
         QStringLiteral("calendar:    "),
         QStringLiteral("%1 … %2").arg(calendar.coverageFrom().toString(),
                                       calendar.coverageTo().toString()));
    const QString never = shell.say(QStringLiteral("从未"), QStringLiteral("never"));
    line(QStringLiteral("最近备份："),
         QStringLiteral("last backup: "),
         status->lastBackup ? shortText(status->lastBackup) : never);
    line(QStringLiteral("最近校验："),
         QStringLiteral("last check:  "),
         !status->lastVerified
             ? never
             : shortText(status->lastVerified) +
                   (status->lastVerifyOk
                        ? shell.say(QStringLiteral(" 完好"), QStringLiteral(" sound"))
                        : shell.say(QStringLiteral(" 有问题"), QStringLiteral(" faulty"))));
    for (const OpenImport &one : broken) {
        shell.note(shell.texts().sentence(
            QStringLiteral("import.open"),
            {{QStringLiteral("path"), one.path}, {QStringLiteral("batch"), one.batch}},
            shell.globals().language));
    }
    if (*toClose && (*toClose)->urgency != MonthToClose::Urgency::NotYet) {
        const QString due = (*toClose)->due.addMs(-1).localDay().toString();
        const bool late = (*toClose)->urgency == MonthToClose::Urgency::Overdue;
        line(QStringLiteral("月度结账："),
             QStringLiteral("month close: "),
             (late ? shell.say(QStringLiteral("%1 还没有结账，已过期限 %2"),
                               QStringLiteral("%1 is not closed, was due %2"))
                   : shell.say(QStringLiteral("%1 还没有结账，%2 前要结"),
                               QStringLiteral("%1 is not closed, due %2")))
                 .arg((*toClose)->month, due));
    }
    if (desk.nextYearMissing()) {
        shell.note(shell.texts().sentence(
            QStringLiteral("calendar.nextYearMissing"),
            {{QStringLiteral("year"), QString::number(calendar.coverageTo().year() + 1)}},
            shell.globals().language));
    }
    return Fine;
}

int verify(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const auto report = (*opened)->reader().verify(arguments.has(QStringLiteral("--full")),
                                                   shell.progress(QStringLiteral("verify")));
    if (!report) {
        return shell.fail(report.error());
    }
    QJsonValue fault(QJsonValue::Null);
    if (report->firstFault) {
        fault = QJsonObject{{QStringLiteral("code"), report->firstFault->code},
                            {QStringLiteral("message"), shell.sentence(*report->firstFault)}};
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("ok"), !report->firstFault},
                               {QStringLiteral("chains"), report->chains},
                               {QStringLiteral("events"), report->events},
                               {QStringLiteral("cases"), report->cases},
                               {QStringLiteral("files"), report->files},
                               {QStringLiteral("seals"), report->seals},
                               {QStringLiteral("faults"), report->faults},
                               {QStringLiteral("firstFault"), fault}});
    } else {
        shell.out(
            shell
                .say(QStringLiteral("链 %1，记录 %2，投诉 %3，附件 %4，封签 %5"),
                     QStringLiteral("chains %1, events %2, cases %3, attachments %4, seals %5"))
                .arg(report->chains)
                .arg(report->events)
                .arg(report->cases)
                .arg(report->files)
                .arg(report->seals));
        shell.out(report->firstFault
                      ? shell
                            .say(QStringLiteral("发现 %1 处问题，第一处："),
                                 QStringLiteral("%1 faults, the first:"))
                            .arg(report->faults)
                      : shell.say(QStringLiteral("完好：全部与写入时一致"),
                                  QStringLiteral("sound: everything is as it was written")));
    }
    if (report->firstFault) {
        shell.note(shell.sentence(*report->firstFault));
        return World;
    }
    return Fine;
}

int refold(Shell &shell, const Arguments &)
{
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const auto cases = (*opened)->log().refold(shell.progress(QStringLiteral("refold")));
    if (!cases) {
        return shell.fail(cases.error());
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("cases"), *cases}});
    } else {
        shell.out(shell
                      .say(QStringLiteral("已由原始记录重建 %1 件"),
                           QStringLiteral("rebuilt %1 cases from their events"))
                      .arg(*cases));
    }
    return Fine;
}

int backup(Shell &shell, const Arguments &arguments)
{
    const QString folder = arguments.value(QStringLiteral("--out"));
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const auto path =
        (*opened)->log().backup(folder, Shell::now(), shell.progress(QStringLiteral("backup")));
    if (!path) {
        return shell.fail(path.error());
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("file"), *path}});
    } else {
        shell.out(shell
                      .say(QStringLiteral("已备份并核对：%1"),
                           QStringLiteral("backed up and checked: %1"))
                      .arg(*path));
    }
    return Fine;
}

int logAccess(Shell &shell, const Arguments &arguments)
{
    int limit = 200;
    if (arguments.has(QStringLiteral("--limit"))) {
        bool isNumber = false;
        limit = arguments.value(QStringLiteral("--limit")).toInt(&isNumber);
        if (!isNumber || limit < 1) {
            return shell.wrongValue(
                {QStringLiteral("usage.number"),
                 {{QStringLiteral("option"), QStringLiteral("--limit")},
                  {QStringLiteral("value"), arguments.value(QStringLiteral("--limit"))}}});
        }
    }
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const auto entries = (*opened)->reader().accessLog(limit);
    if (!entries) {
        return shell.fail(entries.error());
    }
    const auto roster = (*opened)->reader().roster();
    const QVector<Person> people = roster ? *roster : QVector<Person>();
    for (const LogEntry &entry : *entries) {
        if (shell.globals().json) {
            shell.json(QJsonObject{{QStringLiteral("at"), entry.at.toLocalText()},
                                   {QStringLiteral("actor"), entry.actor},
                                   {QStringLiteral("what"), entry.what},
                                   {QStringLiteral("caseNo"), entry.caseNo},
                                   {QStringLiteral("detail"), entry.detail}});
        } else {
            shell.out(QStringLiteral("%1  %2  %3  %4  %5")
                          .arg(shortText(entry.at),
                               personLabel(people, entry.actor),
                               accessLabel(entry.what, shell.chinese()),
                               entry.caseNo,
                               entry.detail));
        }
    }
    return Fine;
}

} // namespace

QVector<Command> houseCommands()
{
    return {
        {QStringLiteral("init"),
         {},
         0,
         0,
         {demanded(option(u"--office",
                          u"CODE",
                          u"单位代码，编号用（0 至 8 位数字或字母）",
                          u"office code used in case numbers (0 to 8 digits or letters)"),
                   Option::Demand::Given),
          demanded(option(u"--name", u"NAME", u"单位名称", u"name of the office")),
          demanded(option(u"--regulation", u"ID", u"适用制度", u"regulation in force")),
          option(u"--hq", u"", u"总部", u"headquarters")},
         QStringLiteral("为一个单位建立档案文件；已有的文件不动"),
         QStringLiteral("makes a case file for an office; refuses to touch an existing one"),
         &init},
        {QStringLiteral("status"),
         {},
         0,
         0,
         {},
         QStringLiteral("单位、制度、各阶段件数、超期、日历、备份"),
         QStringLiteral("office, regulation, cases by stage, overdue, calendar, backup"),
         &status},
        {QStringLiteral("verify"),
         {},
         0,
         0,
         {option(u"--full", u"", u"连同附件与重建比对", u"also attachments and a refold")},
         QStringLiteral("核对哈希链、附件、登记簿"),
         QStringLiteral("checks hash chain, attachments, projections"),
         &verify},
        {QStringLiteral("refold"),
         {},
         0,
         0,
         {},
         QStringLiteral("由原始记录重建登记簿"),
         QStringLiteral("rebuilds the register from the events"),
         &refold},
        {QStringLiteral("backup"),
         {},
         0,
         0,
         {demanded(option(u"--out", u"DIR", u"备份文件夹", u"folder of the backup"))},
         QStringLiteral("备份档案和附件并核对"),
         QStringLiteral("copies case file and attachments and checks the copy"),
         &backup},
        {QStringLiteral("log access"),
         {},
         0,
         0,
         {option(u"--limit", u"N", u"最多几条（缺省 200）", u"at most N entries (default 200)")},
         QStringLiteral("查看、打印、导出的留痕"),
         QStringLiteral("who looked, printed, exported"),
         &logAccess}};
}

} // namespace huiyin::ctl
