// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/period.h>
#include <rules/overlay.h>

#include "ctlinput.h"
#include "ctljson.h"
#include "ctlpack.h"

namespace huiyin::ctl {

namespace {

using namespace Qt::StringLiterals;

QJsonObject taskJson(const Task &task, Instant now, bool chinese)
{
    return {{u"id"_s, task.id},
            {u"kind"_s, taskKindId(task.kind)},
            {u"task"_s, chinese ? task.zh : task.en},
            {u"who"_s, QJsonArray::fromStringList(task.who)},
            {u"caseNo"_s, task.caseNo.isEmpty() ? QJsonValue() : QJsonValue(task.caseNo)},
            {u"since"_s, task.since.toLocalText()},
            {u"due"_s, jsonOf(task.due)},
            {u"provisional"_s, task.provisional},
            {u"overdue"_s, task.overdue(now)},
            {u"clause"_s, task.rules.value(0)},
            {u"rules"_s, QJsonArray::fromStringList(task.rules)}};
}

QString whoText(const Regulation &regulation, const QStringList &who, bool chinese)
{
    QStringList names;
    for (const QString &one : who) {
        const RoleRule *role = regulation.role(one);
        names.append(role == nullptr ? one : chinese ? role->zh : role->en);
    }
    return names.join(chinese ? u"、"_s : u", "_s);
}

int list(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Desk &desk = **opened;
    const auto tasks = desk.tasks(arguments.has(u"--mine"_s),
                                  shell.progress(shell.say(u"查看待办"_s, u"looking up tasks"_s)));
    if (!tasks) {
        return shell.fail(tasks.error());
    }
    const QString who = arguments.value(u"--who"_s);
    for (const Task &task : *tasks) {
        if (!who.isEmpty() && !task.who.contains(who)) {
            continue;
        }
        if (shell.globals().json) {
            shell.json(taskJson(task, desk.now(), shell.chinese()));
            continue;
        }
        shell.out(u"%1  %2  %3  %4  %5%6"_s.arg(
            task.due ? shortText(task.due) : u"—"_s,
            task.caseNo.isEmpty() ? u"—"_s : task.caseNo,
            shell.chinese() ? task.zh : task.en,
            whoText(desk.regulation(), task.who, shell.chinese()),
            task.rules.join(u' '),
            task.overdue(desk.now()) ? shell.say(u"  已超期"_s, u"  overdue"_s) : QString()));
    }
    return Fine;
}

int dutyDone(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const QString period = arguments.value(u"--period"_s);
    const auto outcome =
        (*opened)->finishDuty(arguments.words.first(), period, arguments.value(u"--note"_s));
    if (const auto ended = shell.ended(outcome)) {
        return *ended;
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{u"duty"_s, arguments.words.first()},
                               {u"period"_s, period},
                               {u"findings"_s, QJsonArray()}});
    } else {
        shell.out(shell.say(u"已记：%1（%2）"_s, u"recorded: %1 (%2)"_s)
                      .arg(arguments.words.first(), period));
    }
    return Fine;
}

/// The pack's own way to draw, which the command line may change.
QJsonObject drawOf(const Regulation &regulation, QString &by)
{
    for (const DutyRule &duty : regulation.duties) {
        if (!duty.draw.isEmpty()) {
            by = duty.draw.value(u"by"_s).toString();
            return duty.draw;
        }
    }
    return {};
}

int sampleDraw(Shell &shell, const Arguments &arguments)
{
    const auto period = Period::parse(arguments.value(u"--period"_s));
    if (!period) {
        return shell.wrongValue(period.error());
    }
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    QString by;
    const auto pack = packNamed(shell, arguments.value(u"--regulation"_s), overlaysOf(arguments));
    if (!pack) {
        return shell.fail(pack.error());
    }
    QJsonObject draw = drawOf(*pack, by);
    if (arguments.has(u"--rate"_s)) {
        draw = {{u"share"_s, arguments.value(u"--rate"_s)}};
    }
    if (arguments.has(u"--count"_s)) {
        bool number = false;
        const qint64 count = arguments.value(u"--count"_s).toLongLong(&number);
        if (!number || count < 1) {
            return shell.wrongValue(
                {u"usage.number"_s,
                 {{u"option"_s, u"--count"_s}, {u"value"_s, arguments.value(u"--count"_s)}}});
        }
        draw = {{u"atLeast"_s, count}, {u"atMost"_s, count}};
    }
    const QStringList fields{u"receivingUnit"_s,
                             u"assignedDept"_s,
                             u"respondentDept"_s,
                             u"category"_s,
                             u"kind"_s,
                             u"handler"_s};
    if (arguments.has(u"--by"_s)) {
        by = arguments.value(u"--by"_s);
        if (!fields.contains(by)) {
            return shell.wrongValue(
                {u"usage.choice"_s,
                 {{u"option"_s, u"--by"_s}, {u"value"_s, by}, {u"known"_s, fields.join(u' ')}}});
        }
    }
    const auto plan = SamplePlan::fromJson(draw);
    if (!plan) {
        return shell.wrongValue(plan.error());
    }
    const auto drawn =
        (*opened)->drawCases(period->from(), period->to(), *plan, by, arguments.value(u"--seed"_s));
    if (!drawn) {
        return shell.fail(drawn.error());
    }
    for (const SampleCandidate &one : *drawn) {
        if (shell.globals().json) {
            shell.json(QJsonObject{{u"caseNo"_s, one.caseNo}, {u"stratum"_s, one.stratum}});
        } else {
            shell.out(one.stratum.isEmpty() ? one.caseNo
                                            : u"%1  %2"_s.arg(one.caseNo, one.stratum));
        }
    }
    return Fine;
}

QJsonObject sumJson(const TrialSum &sum)
{
    const qint64 timed = sum.onTime + sum.late;
    return {{u"onTime"_s, sum.onTime},
            {u"late"_s, sum.late},
            {u"withoutClock"_s, sum.withoutClock},
            {u"onTimeRate"_s,
             timed == 0 ? QJsonValue()
                        : QJsonValue(static_cast<double>(sum.onTime) / static_cast<double>(timed))},
            {u"clocks"_s, sum.clocks},
            {u"lateClocks"_s, sum.lateClocks},
            {u"reminders"_s, sum.told}};
}

QString rateText(const TrialSum &sum)
{
    const qint64 timed = sum.onTime + sum.late;
    return timed == 0
               ? u"—"_s
               : u"%1%"_s.arg(100.0 * static_cast<double>(sum.onTime) / static_cast<double>(timed),
                              0,
                              'f',
                              1);
}

int tryPack(Shell &shell, const Arguments &arguments)
{
    const QString &word = arguments.words.first();
    const bool isFile = word.endsWith(u".toml"_s) || word.contains(u'/');
    const auto packs = packsKnown(shell);
    if (!packs) {
        return shell.fail(packs.error());
    }
    QVector<Regulation> known = *packs;
    QString id = idMeant(*packs, word);
    if (isFile) {
        const auto library = shell.library();
        const auto bytes = readInput(word);
        if (!library || !bytes) {
            return shell.fail(library ? bytes.error() : library.error());
        }
        const RegulationReading reading =
            readRegulation(*bytes, (*library)->catalogue, builtinPacks());
        if (!reading.regulation || refuses(reading.findings)) {
            return shell.refuse(reading.findings);
        }
        // The file stands for every version of its id that is known.
        id = reading.regulation->id;
        known.removeIf([&](const Regulation &one) { return one.id == id; });
        known.append(*reading.regulation);
    }
    const auto pack = huiyin::packNamed(known, id, idsMeant(known, overlaysOf(arguments)));
    if (!pack) {
        return shell.fail(pack.error());
    }
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Day today = (*opened)->now().localDay();
    std::optional<Day> from = Day::of(today.year() - 1, today.month(), 1);
    std::optional<Day> to = today;
    for (const auto &[option, day] : {std::pair(u"--from"_s, &from), std::pair(u"--to"_s, &to)}) {
        if (arguments.has(option)) {
            const auto given = Day::parse(arguments.value(option));
            if (!given) {
                return shell.wrongValue(given.error());
            }
            *day = *given;
        }
    }
    if (*to < *from) {
        return shell.wrongValue({u"period.reversed"_s,
                                 {{u"text"_s, from->toString() + u".."_s + to->toString()},
                                  {u"from"_s, from->toString()},
                                  {u"to"_s, to->toString()}}});
    }
    const auto report = (*opened)->tryRegulation(
        *pack, *from, *to, shell.progress(shell.say(u"试算"_s, u"replaying"_s)));
    if (!report) {
        return shell.fail(report.error());
    }
    if (shell.globals().json) {
        QJsonArray changed;
        for (const TrialChange &one : report->changed) {
            const auto word2 = [](const std::optional<bool> &onTime) {
                return onTime ? QJsonValue(*onTime ? u"onTime"_s : u"late"_s) : QJsonValue();
            };
            changed.append(QJsonObject{{u"caseNo"_s, one.caseNo},
                                       {u"present"_s, word2(one.present)},
                                       {u"tried"_s, word2(one.tried)},
                                       {u"presentDue"_s, jsonOf(one.presentDue)},
                                       {u"triedDue"_s, jsonOf(one.triedDue)}});
        }
        shell.json(QJsonObject{{u"regulation"_s, report->id},
                               {u"version"_s, report->version},
                               {u"from"_s, report->from.toString()},
                               {u"to"_s, report->to.toString()},
                               {u"cases"_s, report->cases},
                               {u"present"_s, sumJson(report->present)},
                               {u"tried"_s, sumJson(report->tried)},
                               {u"changed"_s, changed}});
        return Fine;
    }
    shell.out(shell
                  .say(u"%1 至 %2 办结 %3 件，按 %4 v%5 试算："_s,
                       u"%3 cases closed from %1 to %2, replayed under %4 v%5:"_s)
                  .arg(report->from.toString(), report->to.toString())
                  .arg(report->cases)
                  .arg(report->id)
                  .arg(report->version));
    const auto line = [&](const QString &name, const TrialSum &sum) {
        shell.out(
            shell
                .say(
                    u"  %1  按时 %2  超期 %3  无时限 %4  按时率 %5  超期时限 %6/%7  提醒 %8 次"_s,
                    u"  %1  on time %2  late %3  no clock %4  rate %5  late clocks %6/%7  reminders %8"_s)
                .arg(name)
                .arg(sum.onTime)
                .arg(sum.late)
                .arg(sum.withoutClock)
                .arg(rateText(sum))
                .arg(sum.lateClocks)
                .arg(sum.clocks)
                .arg(sum.told));
    };
    line(shell.say(u"现行"_s, u"now  "_s), report->present);
    line(shell.say(u"试算"_s, u"tried"_s), report->tried);
    shell.out(shell.say(u"  结果不同的 %1 件"_s, u"  %1 cases come out otherwise"_s)
                  .arg(report->changed.size()));
    for (const TrialChange &one : report->changed) {
        shell.out(u"    %1  %2 → %3"_s.arg(
            one.caseNo, shortText(one.presentDue), shortText(one.triedDue)));
    }
    return Fine;
}

} // namespace

QVector<Command> taskCommands()
{
    return {{u"task list"_s,
             {},
             0,
             0,
             {option(u"--mine", u"", u"只列与办理人有关的", u"only those of the acting person"),
              option(u"--who",
                     u"ROLE",
                     u"只列某角色、部门或人员的",
                     u"only those of a role, department or person")},
             u"待办：时限提醒、步骤之后要办的、定期职责"_s,
             u"what is owed: ladders of clocks, follow-ups, duties by date"_s,
             &list},
            {u"duty done"_s,
             u"ID"_s,
             1,
             1,
             {demanded(option(u"--period",
                              u"P",
                              u"哪一期：2026-03、2026-W10 …",
                              u"which period: 2026-03, 2026-W10 …")),
              option(u"--note", u"TEXT", u"附言", u"a note")},
             u"记下定期职责已完成"_s,
             u"records that a duty of a period is done"_s,
             &dutyDone},
            {u"sample draw"_s,
             {},
             0,
             0,
             {demanded(option(u"--period", u"P", u"哪一期办结的", u"cases closed in this period")),
              option(u"--rate", u"R", u"比例，0.1 为一成", u"share, 0.1 = one in ten"),
              option(u"--count", u"N", u"件数", u"number of cases"),
              demanded(option(u"--seed",
                              u"S",
                              u"种子，同一种子抽到同样的案件",
                              u"seed; the same seed draws the same cases")),
              option(u"--by", u"FIELD", u"按哪个栏目分层", u"field that makes the strata"),
              option(u"--regulation",
                     u"ID",
                     u"按哪套制度的抽样（缺省现行）",
                     u"draw as this pack says (default: the one in force)"),
              withOption()},
             u"抽取验证的案件，可复核"_s,
             u"draws cases to verify, reproducibly"_s,
             &sampleDraw},
            {u"regulation try"_s,
             u"ID|FILE"_s,
             1,
             1,
             {option(u"--from",
                     u"DATE",
                     u"办结日期自（缺省一年前）",
                     u"closed from (default: a year ago)"),
              option(u"--to", u"DATE", u"办结日期至（缺省今天）", u"closed to (default: today)"),
              withOption()},
             u"用已办结的投诉试算另一套制度"_s,
             u"replays closed cases under another pack"_s,
             &tryPack}};
}

} // namespace huiyin::ctl
