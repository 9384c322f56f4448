// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlcase.h"
#include "ctljson.h"
#include "ctlpack.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

using namespace Qt::StringLiterals;

QString changeText(const ClockChange &change, const Shell &shell)
{
    const QString name = shell.chinese() || change.en.isEmpty() ? change.zh : change.en;
    switch (change.what) {
    case ClockChange::What::Kept:
        return shell.say(u"%1 不变（%2）"_s, u"%1 unchanged (%2)"_s)
            .arg(name, shortText(change.before));
    case ClockChange::What::Recounted:
        return shell.say(u"%1 由 %2 改为 %3"_s, u"%1 from %2 to %3"_s)
            .arg(name, shortText(change.before), shortText(change.after));
    case ClockChange::What::Cancelled:
        return shell.say(u"%1 取消（原 %2）"_s, u"%1 cancelled (was %2)"_s)
            .arg(name, shortText(change.before));
    case ClockChange::What::Started:
        break;
    }
    return shell.say(u"%1 新起（%2）"_s, u"%1 begins (%2)"_s).arg(name, shortText(change.after));
}

void tellRow(Shell &shell, const Desk &desk, const MoveRow &row)
{
    if (shell.globals().json) {
        QJsonArray clocks;
        for (const ClockChange &change : row.clocks) {
            clocks.append(QJsonObject{{u"clock"_s, change.clock},
                                      {u"change"_s, clockChangeId(change.what)},
                                      {u"before"_s, jsonOf(change.before)},
                                      {u"after"_s, jsonOf(change.after)}});
        }
        shell.json(QJsonObject{{u"caseNo"_s, row.caseNo},
                               {u"stage"_s, stageId(row.stage)},
                               {u"from"_s,
                                QJsonObject{{u"id"_s, row.from.id},
                                            {u"version"_s, row.from.version},
                                            {u"with"_s, packsJson(row.fromOverlays)}}},
                               {u"moves"_s, row.goes()},
                               {u"clocks"_s, clocks},
                               {u"findings"_s, shell.findingsJson(row.findings)}});
        return;
    }
    shell.out(
        u"%1  %2  %3%4"_s.arg(row.caseNo,
                              stageLabel(desk, row.stage, shell.chinese()),
                              packWords(row.from, row.fromOverlays),
                              row.goes() ? QString() : shell.say(u"  不能改"_s, u"  stays"_s)));
    for (const ClockChange &change : row.clocks) {
        shell.out(u"    "_s + changeText(change, shell));
    }
    for (const Finding &finding : row.findings) {
        shell.out(u"    "_s + shell.sentence(finding));
    }
}

int move(Shell &shell, const Arguments &arguments)
{
    const bool applies = arguments.has(u"--apply"_s);
    const auto opened = applies ? shell.actingDesk() : shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    Desk &desk = **opened;
    QVector<CaseId> only;
    for (const QString &number : arguments.options.value(u"--case"_s)) {
        const auto caseFile = caseOf(desk, number);
        if (!caseFile) {
            return shell.fail(caseFile.error());
        }
        only.append(caseFile->id);
    }
    const QVector<Regulation> packs = desk.regulations();
    const auto plan = desk.planMove(idMeant(packs, arguments.value(u"--to"_s)),
                                    idsMeant(packs, overlaysOf(arguments)),
                                    only,
                                    shell.progress(shell.say(u"列出在办投诉"_s, u"listing"_s)));
    if (!plan) {
        return shell.fail(plan.error());
    }
    qsizetype going = 0;
    for (const MoveRow &row : plan->rows) {
        going += row.goes() ? 1 : 0;
        tellRow(shell, desk, row);
    }
    if (applies) {
        const auto outcome =
            desk.moveCases(*plan,
                           arguments.value(u"--reason"_s),
                           shell.progress(shell.say(u"改按新制度"_s, u"moving"_s)));
        if (const auto ended = shell.ended(outcome)) {
            return *ended;
        }
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{u"summary"_s,
                                QJsonObject{{u"to"_s, plan->to.id},
                                            {u"version"_s, plan->to.version},
                                            {u"with"_s, packsJson(plan->overlays)},
                                            {u"cases"_s, plan->rows.size()},
                                            {u"moves"_s, going},
                                            {u"applied"_s, applies}}}});
    } else {
        shell.out(
            (applies ? shell.say(u"已改按 %1：%2 件，留在原制度 %3 件"_s,
                                 u"now under %1: %2, staying as they are: %3"_s)
                     : shell.say(u"可改按 %1：%2 件，不能改 %3 件；加 --apply --reason 执行"_s,
                                 u"can go over to %1: %2, cannot: %3; --apply --reason does it"_s))
                .arg(packWords(plan->to, plan->overlays))
                .arg(going)
                .arg(plan->rows.size() - going));
    }
    return applies && going < plan->rows.size() ? Partly : Fine;
}

} // namespace

QVector<Command> moveCommands()
{
    return {{u"regulation move"_s,
             {},
             0,
             0,
             {demanded(option(u"--to", u"ID", u"改按哪套制度", u"the regulation they go over to")),
              withOption(),
              option(u"--case", u"NO", u"只改这一件，可多次", u"only this case; may be repeated"),
              option(u"--apply", u"", u"看过清单以后执行", u"do it, after seeing the list"),
              option(u"--reason", u"WHY", u"理由", u"why")},
             u"在办投诉改按另一套制度或新版本：先列清单，哪些时限会变，哪些不能改"_s,
             u"takes running cases over to another pack or version: lists what changes first"_s,
             &move}};
}

} // namespace huiyin::ctl
