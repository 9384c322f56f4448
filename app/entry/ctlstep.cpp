// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/documentnumber.h>
#include <rules/fieldinput.h>
#include <rules/moneysteps.h>

#include <QFileInfo>

#include <algorithm>

#include "ctlcase.h"
#include "ctlinput.h"
#include "ctljson.h"
#include "ctlshell.h"
#include "paths.h"

namespace huiyin::ctl {

namespace {

struct BuiltIn
{
    QString id, zh, en;
    QString wants;
};

/// Steps every regulation has.
const QVector<BuiltIn> &builtIns()
{
    static const QVector<BuiltIn> all{{QStringLiteral("amend"),
                                       QStringLiteral("更正"),
                                       QStringLiteral("correct a value"),
                                       QStringLiteral("reason")},
                                      {QStringLiteral("note"),
                                       QStringLiteral("记事"),
                                       QStringLiteral("add a note"),
                                       QStringLiteral("text")},
                                      {QStringLiteral("extend"),
                                       QStringLiteral("延期"),
                                       QStringLiteral("extend a limit"),
                                       QStringLiteral("limit reason approver")},
                                      {QStringLiteral("pause"),
                                       QStringLiteral("暂停计时"),
                                       QStringLiteral("stop a clock"),
                                       QStringLiteral("reason approver")},
                                      {QStringLiteral("resume"),
                                       QStringLiteral("恢复计时"),
                                       QStringLiteral("let a clock go on"),
                                       QString()},
                                      {QLatin1StringView(documentstep::kVoid),
                                       QStringLiteral("单据作废"),
                                       QStringLiteral("declare a document void"),
                                       QStringLiteral("document reason")},
                                      {QLatin1StringView(documentstep::kReissue),
                                       QStringLiteral("单据作废重开"),
                                       QStringLiteral("draw a document up anew"),
                                       QStringLiteral("document reason")}};
    return all;
}

bool isBuiltIn(const QString &action)
{
    return std::any_of(builtIns().cbegin(), builtIns().cend(), [&](const BuiltIn &step) {
        return step.id == action;
    });
}

/// The pack's steps and, in a case file, the one in force there.
void actionsHelp(Shell &shell, const Arguments &)
{
    const auto library = shell.library();
    if (!library) {
        return;
    }
    const Regulation *regulation = nullptr;
    if (QFileInfo::exists(shell.path())) {
        if (const auto opened = shell.desk()) {
            regulation = &(*opened)->regulation();
        }
    }
    if (regulation == nullptr) {
        if ((*library)->regulations.isEmpty()) {
            return;
        }
        regulation = &(*library)->regulations.first();
        const auto standard = (*library)->regulations.constFind(QStringLiteral("standard"));
        if (standard != (*library)->regulations.cend()) {
            regulation = &*standard;
        }
    }
    const bool chinese = shell.chinese();
    shell.out({});
    shell.out(shell
                  .say(QStringLiteral("步骤（%1 %2 v%3）：谁可办，需要什么，依据"),
                       QStringLiteral(
                           "Actions (%1 %2 v%3): who may take them, what they need, by which rule"))
                  .arg(regulation->id, chinese ? regulation->zh : regulation->en)
                  .arg(regulation->version));
    for (const MoveRule &move : regulation->moves) {
        QStringList who;
        for (const QString &id : move.by) {
            const RoleRule *role = regulation->role(id);
            who.append(
                role == nullptr ? id : (chinese ? role->zh : role->en) + QStringLiteral(" ") + id);
        }
        QStringList needs = move.needs;
        if (move.reason) {
            needs.append(QStringLiteral("reason"));
        }
        shell.out(QStringLiteral("  %1  %2  [%3]  %4  %5")
                      .arg(move.id, -14)
                      .arg(chinese ? move.zh : move.en,
                           who.isEmpty()
                               ? shell.say(QStringLiteral("任何在册人员"),
                                           QStringLiteral("anyone on the roster"))
                               : who.join(shell.say(QStringLiteral("、"), QStringLiteral(", "))),
                           needs.join(QLatin1Char(' ')),
                           move.rules.join(QLatin1Char(' '))));
    }
    for (const BuiltIn &step : builtIns()) {
        shell.out(QStringLiteral("  %1  %2  [%3]  %4")
                      .arg(step.id, -14)
                      .arg(chinese ? step.zh : step.en,
                           shell.say(QStringLiteral("任何在册人员"),
                                     QStringLiteral("anyone on the roster")),
                           step.wants));
    }
}

/// The fields of the step: FILE, or what is piped in. Steps that need nothing do not wait for
/// input.
Result<ObjectReading> inputOf(const Arguments &arguments)
{
    const QString path = arguments.words.value(2);
    if (path.isEmpty() && !hasPipedInput()) {
        return ObjectReading{QJsonObject(), {}};
    }
    const auto bytes = readInput(path);
    if (!bytes) {
        return bytes.error();
    }
    if (bytes->trimmed().isEmpty()) {
        return ObjectReading{QJsonObject(), {}};
    }
    return readObject(*bytes);
}

/// `"limit": 7` is seven of the unit the clock counts in.
void spellLimitOut(QJsonObject &input, const CaseFile &caseFile)
{
    const QJsonValue limit = input.value(QStringLiteral("limit"));
    if (!limit.isDouble()) {
        return;
    }
    const QString clockId = input.value(QStringLiteral("clock")).toString();
    const Clock *clock = clockId.isEmpty() ? caseFile.handlingClock() : caseFile.clock(clockId);
    if (clock == nullptr) {
        return;
    }
    for (auto it = clock->limit.constBegin(); it != clock->limit.constEnd(); ++it) {
        if (it->isDouble() && it.key() != QStringLiteral("months")) {
            input.insert(QStringLiteral("limit"), QJsonObject{{it.key(), limit}});
            return;
        }
    }
}

int act(Shell &shell, const Arguments &arguments)
{
    std::optional<Instant> at;
    if (arguments.has(QStringLiteral("--at"))) {
        const auto moment = Instant::parseLocal(arguments.value(QStringLiteral("--at")));
        if (!moment) {
            return shell.wrongValue(moment.error());
        }
        at = *moment;
    }
    const auto input = inputOf(arguments);
    if (!input) {
        return shell.fail(input.error());
    }
    if (!input->object) {
        return shell.refuse(input->findings);
    }
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    Desk &desk = **opened;
    const auto caseFile = caseOf(desk, arguments.words.first());
    if (!caseFile) {
        return shell.fail(caseFile.error());
    }
    const QString action = arguments.words.at(1);
    if (action == QStringLiteral("attach")) {
        const QString path = input->object->value(QStringLiteral("path")).toString();
        const auto outcome = desk.attach(caseFile->id,
                                         path,
                                         input->object->value(QStringLiteral("kind")).toString(),
                                         input->object->value(QStringLiteral("pages")).toInt());
        return outcome ? tellOutcome(shell, desk, *outcome) : shell.fail(outcome.error());
    }
    const Regulation &regulation = desk.regulationOf(*caseFile);
    const QStringList aboutMoney = steps::moneyActions(regulation);
    if (!isBuiltIn(action) && !aboutMoney.contains(action) && regulation.move(action) == nullptr) {
        QStringList known = aboutMoney;
        for (const MoveRule &move : regulation.moves) {
            known.append(move.id);
        }
        for (const BuiltIn &step : builtIns()) {
            known.append(step.id);
        }
        const QString near = nearest(action, known);
        return shell.refuse(
            {{near.isEmpty() ? QStringLiteral("act.unknown") : QStringLiteral("act.unknownNear"),
              Severity::Refusal,
              {},
              {{QStringLiteral("action"), action},
               {QStringLiteral("near"), near},
               {QStringLiteral("known"), known.join(QLatin1Char(' '))}}}});
    }
    QJsonObject fields = *input->object;
    spellLimitOut(fields, *caseFile);
    const auto outcome = desk.act(caseFile->id, action, fields, at);
    return outcome ? tellOutcome(shell, desk, *outcome) : shell.fail(outcome.error());
}

int why(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const auto caseFile = caseOf(**opened, arguments.words.first());
    if (!caseFile) {
        return shell.fail(caseFile.error());
    }
    const auto stories = (*opened)->why(*caseFile, arguments.value(QStringLiteral("--clock")));
    if (!stories) {
        return shell.fail(stories.error());
    }
    QJsonArray list;
    for (const ClockStory &story : *stories) {
        QJsonObject json = clockJson(story.clock);
        json.insert(QStringLiteral("days"), daysJson(story.days, shell.chinese()));
        list.append(json);
        if (shell.globals().json) {
            continue;
        }
        shell.out(QStringLiteral("%1  %2  %3 → %4%5  %6")
                      .arg(story.clock.label,
                           limitText(story.clock.limit, shell.chinese()),
                           shortText(story.clock.startedAt),
                           shortText(story.clock.due),
                           story.clock.provisional ? shell.say(QStringLiteral("（暂定）"),
                                                               QStringLiteral(" (provisional)"))
                                                   : QString(),
                           story.clock.rules.join(QLatin1Char(' '))));
        for (const ClockExtension &extension : story.clock.extensions) {
            shell.out(shell
                          .say(QStringLiteral("  延期至 %1：%2，批准人 %3"),
                               QStringLiteral("  extended to %1: %2, approved by %3"))
                          .arg(limitText(extension.limit, shell.chinese()),
                               extension.reason,
                               extension.approver));
        }
        for (const ClockPause &pause : story.clock.pauses) {
            shell.out(shell
                          .say(QStringLiteral("  暂停 %1 至 %2：%3"),
                               QStringLiteral("  stopped %1 to %2: %3"))
                          .arg(shortText(pause.from),
                               pause.to ? shortText(pause.to) : QStringLiteral("…"),
                               pause.reason));
        }
        for (const QString &line : daysText(story.days, shell.chinese())) {
            shell.out(line);
        }
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("caseNo"), caseFile->caseNo},
                               {QStringLiteral("clocks"), list}});
    }
    return Fine;
}

} // namespace

QVector<Command> stepCommands()
{
    Command step{QStringLiteral("case act"),
                 QStringLiteral("NO ACTION [FILE]"),
                 2,
                 3,
                 {option(u"--at",
                         u"T",
                         u"发生时间（缺省现在；早于现在记为补录）",
                         u"when it happened (default now; earlier is marked as entered later)")},
                 QStringLiteral("办一个步骤；内容为 JSON 文件或标准输入"),
                 QStringLiteral("takes a step; its fields come as JSON from FILE or stdin"),
                 &act};
    step.moreHelp = &actionsHelp;
    return {step,
            {QStringLiteral("case why"),
             QStringLiteral("NO"),
             1,
             1,
             {option(u"--clock", u"ID", u"只说明这个时限", u"only this clock")},
             QStringLiteral("到期时间逐日说明"),
             QStringLiteral("explains a due time, day by day"),
             &why}};
}

} // namespace huiyin::ctl
