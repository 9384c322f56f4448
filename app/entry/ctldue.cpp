// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/duebatch.h>
#include <rules/fieldinput.h>

#include <QFile>

#include "ctlinput.h"
#include "ctljson.h"
#include "ctlpack.h"

namespace huiyin::ctl {

namespace {

/// The calendar of --calendar, else the shipped one.
Result<WorkCalendar> calendarOf(const Arguments &arguments)
{
    const QString path = arguments.value(QStringLiteral("--calendar"));
    const auto bytes =
        readInput(path.isEmpty() ? QStringLiteral(":/huiyin/calendars/cn-workdays.json") : path);
    if (!bytes) {
        return bytes.error();
    }
    return WorkCalendar::fromJson(*bytes);
}

int batch(Shell &shell, const WorkCalendar &calendar, const QString &path)
{
    const bool fromStdin = path == QStringLiteral("-");
    QFile file(path);
    if (!(fromStdin ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly))) {
        return shell.fail({QStringLiteral("input.unreadable"),
                           {{QStringLiteral("path"), path}},
                           file.errorString()});
    }
    const Progress progress = shell.progress(QStringLiteral("due"));
    bool faulty = false;
    qint64 done = 0;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const QByteArray text = line.trimmed();
        if (text.isEmpty()) {
            continue;
        }
        const QJsonObject answer = dueLine(calendar, text, shell.texts(), shell.globals().language);
        faulty = faulty || answer.contains(QStringLiteral("error"));
        shell.json(answer);
        if (++done % 1000 == 0 && !progress(done, 0)) {
            return Partly;
        }
    }
    return faulty ? Partly : Fine;
}

/// The question the options ask, in the words of a batch line.
Result<DueQuestion> questionOf(const Arguments &arguments)
{
    QJsonObject rule;
    const auto unit = parseUnit(arguments.value(QStringLiteral("--unit")));
    if (!unit) {
        return unit.error();
    }
    rule.insert(QStringLiteral("unit"), unitId(*unit));
    const std::pair<QString, QString> numbers[] = {
        {QStringLiteral("--n"), QStringLiteral("n")},
        {QStringLiteral("--day"), QStringLiteral("day")},
        {QStringLiteral("--months"), QStringLiteral("months")},
        {QStringLiteral("--extend-to"), QStringLiteral("extend_to")}};
    for (const auto &[option, key] : numbers) {
        if (arguments.has(option)) {
            bool isNumber = false;
            const qint64 n = arguments.value(option).toLongLong(&isNumber);
            if (!isNumber) {
                return Error{QStringLiteral("usage.number"),
                             {{QStringLiteral("option"), option},
                              {QStringLiteral("value"), arguments.value(option)}}};
            }
            rule.insert(key, n);
        }
    }
    if (arguments.has(QStringLiteral("--roll"))) {
        rule.insert(QStringLiteral("roll"), arguments.value(QStringLiteral("--roll")));
    }
    auto question =
        readDueQuestion({{QStringLiteral("receipt"), arguments.value(QStringLiteral("--receipt"))},
                         {QStringLiteral("rule"), rule}});
    if (!question) {
        return question.error();
    }
    const Limit &limit = question->limit;
    if (limit.extendTo && *limit.extendTo < limit.n) {
        return Error{QStringLiteral("due.extension.shorter"),
                     {{QStringLiteral("total"), QString::number(*limit.extendTo)},
                      {QStringLiteral("n"), QString::number(limit.n)}}};
    }
    const auto hours = parseHours(arguments.value(QStringLiteral("--close")),
                                  arguments.value(QStringLiteral("--hours")));
    if (!hours) {
        return hours.error();
    }
    question->hours = *hours;
    for (const QString &pause : arguments.options.value(QStringLiteral("--pause"))) {
        const auto span = parsePause(pause);
        if (!span) {
            return span.error();
        }
        question->pauses.append(*span);
    }
    return *std::move(question);
}

int single(Shell &shell, const WorkCalendar &calendar, const Arguments &arguments)
{
    const auto question = questionOf(arguments);
    if (!question) {
        return shell.wrongValue(question.error());
    }
    const auto answer =
        deadline(calendar, question->receipt, question->limit, question->hours, question->pauses);
    if (!answer) {
        return shell.fail(answer.error());
    }
    QJsonObject json = dueJson(*answer);
    QVector<CountedDay> days;
    if (arguments.has(QStringLiteral("--why"))) {
        const auto story = explain(
            calendar, question->receipt, question->limit, question->hours, question->pauses);
        if (!story) {
            return shell.fail(story.error());
        }
        days = *story;
        json.insert(QStringLiteral("receipt"), question->receipt.toLocalText());
        json.insert(QStringLiteral("limit"), question->limit.toText(shell.chinese()));
        json.insert(QStringLiteral("days"), daysJson(days, shell.chinese()));
    }
    if (shell.globals().json) {
        shell.json(json);
        return Fine;
    }
    shell.out(answer->due ? answer->due->toLocalText() +
                                (answer->provisional ? shell.say(QStringLiteral("（暂定）"),
                                                                 QStringLiteral(" (provisional)"))
                                                     : QString())
                          : shell.say(QStringLiteral("计时暂停中，没有到期时间"),
                                      QStringLiteral("the clock is stopped: never due")));
    for (const QString &line : daysText(days, shell.chinese())) {
        shell.out(line);
    }
    return Fine;
}

/// All clocks of a case of the regulation recorded with these fields.
int ofRegulation(Shell &shell, const WorkCalendar &calendar, const Arguments &arguments)
{
    const auto library = shell.library();
    if (!library) {
        return shell.fail(library.error());
    }
    const auto regulation =
        packNamed(shell, arguments.value(QStringLiteral("--regulation")), overlaysOf(arguments));
    if (!regulation) {
        return shell.fail(regulation.error());
    }
    QJsonObject input{{QStringLiteral("receivedAt"), arguments.value(QStringLiteral("--receipt"))}};
    const std::pair<QString, QString> fields[] = {
        {QStringLiteral("--kind"), QStringLiteral("kind")},
        {QStringLiteral("--severity"), QStringLiteral("severity")},
        {QStringLiteral("--channel"), QStringLiteral("channel")},
        {QStringLiteral("--category"), QStringLiteral("category")}};
    for (const auto &[option, field] : fields) {
        if (arguments.has(option)) {
            input.insert(field, arguments.value(option));
        }
    }
    if (arguments.has(QStringLiteral("--special"))) {
        input.insert(QStringLiteral("special"), true);
    }
    const auto reading = readFields((*library)->catalogue, input);
    if (refuses(reading.findings)) {
        return shell.refuse(reading.findings);
    }
    const auto hours = parseHours(arguments.value(QStringLiteral("--close")),
                                  arguments.value(QStringLiteral("--hours")));
    if (!hours) {
        return shell.wrongValue(hours.error());
    }
    const auto receipt = Instant::parseLocal(arguments.value(QStringLiteral("--receipt")));
    if (!receipt) {
        return shell.wrongValue(receipt.error());
    }
    const Ground ground{*regulation, calendar, (*library)->catalogue, *hours, QString(), *receipt};
    QJsonArray clocks;
    for (const Clock &clock : previewClocks(ground, reading.fields)) {
        clocks.append(QJsonObject{{QStringLiteral("clock"), clock.id},
                                  {QStringLiteral("label"), clock.label},
                                  {QStringLiteral("limit"), clock.limit},
                                  {QStringLiteral("due"), jsonOf(clock.due)},
                                  {QStringLiteral("dueDay"), jsonOf(clock.dueDay)},
                                  {QStringLiteral("provisional"), clock.provisional},
                                  {QStringLiteral("clause"), clock.rules.value(0)}});
        if (!shell.globals().json) {
            shell.out(QStringLiteral("%1  %2  %3  %4  %5")
                          .arg(clock.id,
                               clock.label,
                               limitText(clock.limit, shell.chinese()),
                               shortText(clock.due),
                               clock.rules.join(QLatin1Char(' '))));
        }
    }
    if (shell.globals().json) {
        shell.json(clocks);
    }
    return Fine;
}

int due(Shell &shell, const Arguments &arguments)
{
    const auto calendar = calendarOf(arguments);
    if (!calendar) {
        return shell.fail(calendar.error());
    }
    if (arguments.has(QStringLiteral("--batch"))) {
        return batch(shell, *calendar, arguments.value(QStringLiteral("--batch")));
    }
    if (!arguments.has(QStringLiteral("--receipt"))) {
        return shell.wrongValue({QStringLiteral("usage.missingOption"),
                                 {{QStringLiteral("option"), QStringLiteral("--receipt")}}});
    }
    if (arguments.has(QStringLiteral("--regulation"))) {
        return ofRegulation(shell, *calendar, arguments);
    }
    if (!arguments.has(QStringLiteral("--unit"))) {
        return shell.wrongValue({QStringLiteral("usage.missingOption"),
                                 {{QStringLiteral("option"), QStringLiteral("--unit")}}});
    }
    return single(shell, *calendar, arguments);
}

} // namespace

QVector<Command> dueCommands()
{
    return {
        {QStringLiteral("due"),
         {},
         0,
         0,
         {option(u"--receipt",
                 u"T",
                 u"收到时间，如 2026-02-13T17:00",
                 u"moment of receipt, such as 2026-02-13T17:00"),
          option(u"--unit",
                 u"UNIT",
                 u"workdays days hours minutes workhours workminutes same_day month_day "
                 u"end_of_week end_of_month",
                 u"unit of the limit"),
          option(u"--n", u"N", u"期限数量", u"amount"),
          option(u"--day", u"D", u"month_day：几号", u"day of month for month_day"),
          option(u"--months",
                 u"M",
                 u"month_day：几个月后（缺省 1）",
                 u"months later for month_day (default 1)"),
          option(u"--extend-to", u"N", u"延长后的总期限", u"extended to this total"),
          option(u"--close",
                 u"HH:MM",
                 u"下班时间（缺省 17:30）",
                 u"close of business (default 17:30)"),
          option(
              u"--hours", u"A-B,C-D", u"办公时段（缺省 08:30-12:00,13:30-17:30）", u"office hours"),
          option(u"--roll", u"next|prev|none", u"遇休息日的处理", u"what a rest day does"),
          option(u"--pause", u"FROM..TO", u"暂停时段，可多次", u"a pause; may be repeated"),
          option(u"--calendar", u"FILE", u"另用一份工作日历", u"another working calendar"),
          option(u"--why", u"", u"逐日说明", u"explain day by day"),
          option(u"--batch",
                 u"FILE",
                 u"逐行计算 JSON Lines 文件（- 为标准输入）",
                 u"count every line of a JSON Lines file (- is stdin)"),
          option(u"--regulation", u"ID", u"按制度列出全部时限", u"all clocks of a regulation"),
          withOption(),
          option(u"--kind", u"KIND", u"类型，如 Complaint", u"kind, such as Complaint"),
          option(u"--severity", u"LEVEL", u"级别，如 Major", u"level, such as Major"),
          option(u"--channel", u"CHANNEL", u"渠道", u"channel"),
          option(u"--category", u"WORD", u"分类", u"category"),
          option(u"--special", u"", u"特殊情况件", u"a special case")},
         QStringLiteral("计算一个到期时间，或按行批量计算"),
         QStringLiteral("counts a deadline, or one per line of a file"),
         &due}};
}

} // namespace huiyin::ctl
