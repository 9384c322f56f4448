// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>

#include <algorithm>

#include "ctlinput.h"
#include "ctljson.h"
#include "ctlshell.h"
#include "paths.h"

namespace huiyin::ctl {

namespace {

/// The calendar in force where there is a case file, else the shipped one: looking a day up needs
/// no file.
Result<WorkCalendar> calendarInForce(Shell &shell)
{
    if (!shell.globals().file.isEmpty() || QFileInfo::exists(shell.path())) {
        const auto opened = shell.desk();
        if (!opened) {
            return opened.error();
        }
        return (*opened)->calendar();
    }
    const auto bytes = readInput(QStringLiteral(":/huiyin/calendars/cn-workdays.json"));
    if (!bytes) {
        return bytes.error();
    }
    return WorkCalendar::fromJson(*bytes);
}

QString kindText(const Shell &shell, const DayFact &fact)
{
    switch (fact.kind) {
    case DayKind::WorkingDay:
        return shell.say(QStringLiteral("工作日"), QStringLiteral("working day"));
    case DayKind::Weekend:
        return shell.say(QStringLiteral("周末"), QStringLiteral("weekend"));
    case DayKind::Holiday:
        return shell.say(QStringLiteral("放假：%1"), QStringLiteral("holiday: %1")).arg(fact.name);
    case DayKind::MakeupDay:
        break;
    }
    return shell.say(QStringLiteral("调休上班：%1"), QStringLiteral("make-up working day: %1"))
        .arg(fact.name);
}

QJsonObject specialJson(const SpecialDay &day)
{
    return {{QStringLiteral("date"), day.day.toString()},
            {QStringLiteral("working"), day.working},
            {QStringLiteral("name"), day.name}};
}

QString specialText(const Shell &shell, const SpecialDay &day)
{
    return QStringLiteral("%1  %2  %3")
        .arg(day.day.toString(),
             day.working ? shell.say(QStringLiteral("上班"), QStringLiteral("working"))
                         : shell.say(QStringLiteral("放假"), QStringLiteral("off")),
             day.name);
}

int list(Shell &shell, const Arguments &arguments)
{
    const auto calendar = calendarInForce(shell);
    if (!calendar) {
        return shell.fail(calendar.error());
    }
    int wanted = 0;
    if (!arguments.words.isEmpty()) {
        bool isNumber = false;
        wanted = arguments.words.first().toInt(&isNumber);
        const auto &years = calendar->years();
        if (!isNumber) {
            return shell.wrongValue({QStringLiteral("usage.number"),
                                     {{QStringLiteral("option"), QStringLiteral("YEAR")},
                                      {QStringLiteral("value"), arguments.words.first()}}});
        }
        if (std::none_of(years.cbegin(), years.cend(), [&](const YearTable &year) {
                return year.year == wanted;
            })) {
            return shell.fail({QStringLiteral("calendar.yearUnknown"),
                               {{QStringLiteral("year"), QString::number(wanted)},
                                {QStringLiteral("from"), calendar->coverageFrom().toString()},
                                {QStringLiteral("to"), calendar->coverageTo().toString()}}});
        }
    }
    for (const YearTable &year : calendar->years()) {
        if (wanted != 0 && year.year != wanted) {
            continue;
        }
        if (!shell.globals().json) {
            shell.out(QStringLiteral("%1  %2").arg(year.year).arg(
                year.notices.join(shell.say(QStringLiteral("；"), QStringLiteral("; ")))));
        }
        for (const SpecialDay &day : year.days) {
            if (shell.globals().json) {
                QJsonObject json = specialJson(day);
                json.insert(QStringLiteral("year"), year.year);
                shell.json(json);
            } else {
                shell.out(QStringLiteral("  ") + specialText(shell, day));
            }
        }
    }
    return Fine;
}

int check(Shell &shell, const Arguments &arguments)
{
    const auto day = Day::parse(arguments.words.first());
    if (!day) {
        return shell.wrongValue(day.error());
    }
    const auto calendar = calendarInForce(shell);
    if (!calendar) {
        return shell.fail(calendar.error());
    }
    if (*day < calendar->coverageFrom()) {
        return shell.fail({QStringLiteral("calendar.beforeStart"),
                           {{QStringLiteral("day"), day->toString()},
                            {QStringLiteral("from"), calendar->coverageFrom().toString()}}});
    }
    const DayFact fact = calendar->fact(*day);
    const bool working = calendar->isWorkingDay(*day);
    if (shell.globals().json) {
        shell.json(QJsonObject{
            {QStringLiteral("date"), day->toString()},
            {QStringLiteral("working"), working},
            {QStringLiteral("kind"), dayKindId(fact.kind)},
            {QStringLiteral("name"), fact.name},
            {QStringLiteral("noticeYear"),
             fact.noticeYear == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(fact.noticeYear)},
            {QStringLiteral("provisional"), !fact.known}});
        return Fine;
    }
    shell.out(
        QStringLiteral("%1  %2%3")
            .arg(day->toString(),
                 kindText(shell, fact),
                 fact.known
                     ? QString()
                     : shell.say(QStringLiteral("（暂定：超出已公布的日历）"),
                                 QStringLiteral(" (provisional: beyond the published calendar)"))));
    return Fine;
}

int import(Shell &shell, const Arguments &arguments)
{
    const auto bytes = readInput(arguments.words.first());
    if (!bytes) {
        return shell.fail(bytes.error());
    }
    const bool apply = arguments.has(QStringLiteral("--apply"));
    const auto opened = apply ? shell.actingDesk() : shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const CalendarPlan plan = (*opened)->planCalendar(*bytes);
    if (refuses(plan.findings)) {
        return shell.refuse(plan.findings);
    }
    if (!apply) {
        shell.report(plan.findings);
    } else if (const auto ended = shell.ended(
                   (*opened)->applyCalendar(plan, shell.progress(QStringLiteral("calendar"))))) {
        return *ended;
    }
    if (shell.globals().json) {
        QJsonArray added;
        QJsonArray removed;
        QJsonArray moved;
        for (const SpecialDay &day : plan.added) {
            added.append(specialJson(day));
        }
        for (const SpecialDay &day : plan.removed) {
            removed.append(specialJson(day));
        }
        for (const auto &clock : plan.moved) {
            moved.append(QJsonObject{{QStringLiteral("caseNo"), clock.caseNo},
                                     {QStringLiteral("clock"), clock.clock},
                                     {QStringLiteral("before"), jsonOf(clock.before)},
                                     {QStringLiteral("after"), jsonOf(clock.after)}});
        }
        shell.json(QJsonObject{{QStringLiteral("year"), plan.table.year},
                               {QStringLiteral("added"), added},
                               {QStringLiteral("removed"), removed},
                               {QStringLiteral("moved"), moved},
                               {QStringLiteral("applied"), apply},
                               {QStringLiteral("findings"), shell.findingsJson(plan.findings)}});
        return Fine;
    }
    if (plan.years.isEmpty()) {
        return Fine;
    }
    for (const SpecialDay &day : plan.added) {
        shell.out(QStringLiteral("+ ") + specialText(shell, day));
    }
    for (const SpecialDay &day : plan.removed) {
        shell.out(QStringLiteral("- ") + specialText(shell, day));
    }
    for (const auto &clock : plan.moved) {
        shell.out(
            QStringLiteral("  %1 %2  %3 → %4")
                .arg(clock.caseNo, clock.clock, shortText(clock.before), shortText(clock.after)));
    }
    shell.out(
        (apply
             ? shell.say(QStringLiteral("已应用 %1 年日历：增 %2 天，减 %3 天，%4 个时限随之移动"),
                         QStringLiteral("applied the calendar of %1: %2 days added, %3 removed, %4 "
                                        "running clocks moved"))
             : shell.say(QStringLiteral(
                             "%1 年日历：将增 %2 天，减 %3 天，移动 %4 个时限；加 --apply 生效"),
                         QStringLiteral("calendar of %1: would add %2 days, remove %3, move %4 "
                                        "running clocks; --apply does it")))
            .arg(plan.table.year)
            .arg(plan.added.size())
            .arg(plan.removed.size())
            .arg(plan.moved.size()));
    return Fine;
}

} // namespace

QVector<Command> calendarCommands()
{
    return {
        {QStringLiteral("calendar list"),
         QStringLiteral("[YEAR]"),
         0,
         1,
         {},
         QStringLiteral("放假与调休上班的日子"),
         QStringLiteral("holidays and make-up days"),
         &list},
        {QStringLiteral("calendar check"),
         QStringLiteral("DATE"),
         1,
         1,
         {},
         QStringLiteral("某一天是不是工作日，为什么"),
         QStringLiteral("what one day is and why"),
         &check},
        {QStringLiteral("calendar import"),
         QStringLiteral("FILE"),
         1,
         1,
         {option(
             u"--apply", u"", u"生效（缺省只预览）", u"do it (default: show what would change)")},
         QStringLiteral("读入放假通知（JSON、.ics 或通知原文）"),
         QStringLiteral("takes a JSON list, an .ics file or the text of the notice"),
         &import}};
}

} // namespace huiyin::ctl
