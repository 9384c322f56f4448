// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlcase.h"

#include <desk/sheetwords.h>
#include <rules/clocks.h>
#include <rules/documentnumber.h>
#include <rules/fieldinput.h>
#include <rules/stepwords.h>

#include <algorithm>

#include "ctlfilter.h"
#include "ctlinput.h"
#include "ctljson.h"
#include "ctlwords.h"

namespace huiyin::ctl {

Result<CaseFile> caseOf(const Desk &desk, const QString &number)
{
    auto id = desk.reader().byNumber(number);
    if (!id) {
        // The id is a case's identity too.
        if (const auto parsed = CaseId::parse(number)) {
            return desk.reader().caseFile(*parsed);
        }
        return id.error();
    }
    return desk.reader().caseFile(*id);
}

int tellOutcome(Shell &shell, const Desk &desk, const Outcome &outcome)
{
    if (refuses(outcome.findings) || !outcome.caseFile) {
        return shell.refuse(outcome.findings);
    }
    shell.report(outcome.findings);
    const CaseFile &caseFile = *outcome.caseFile;
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("caseNo"), caseFile.caseNo},
                               {QStringLiteral("caseId"), caseFile.id.toString()},
                               {QStringLiteral("stage"), stageId(caseFile.stage)},
                               {QStringLiteral("clocks"), clocksJson(caseFile.clocks)},
                               {QStringLiteral("tasks"), tasksJson(outcome.tasks)},
                               {QStringLiteral("findings"), shell.findingsJson(outcome.findings)}});
        return Fine;
    }
    shell.out(QStringLiteral("%1  %2  %3")
                  .arg(caseFile.caseNo,
                       stageLabel(desk, caseFile.stage, shell.chinese()),
                       caseFile.id.toString()));
    for (const Clock &clock : caseFile.clocks) {
        shell.out(QStringLiteral("  %1  %2  %3")
                      .arg(clock.label, shortText(clock.due), clock.rules.join(QLatin1Char(' '))));
    }
    return Fine;
}

namespace {

int add(Shell &shell, const Arguments &arguments)
{
    const auto bytes = readInput(arguments.words.value(0));
    if (!bytes) {
        return shell.fail(bytes.error());
    }
    const ObjectReading object = readObject(*bytes);
    if (!object.object) {
        return shell.refuse(object.findings);
    }
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    Desk &desk = **opened;
    FieldsReading reading = readFields(desk.library().catalogue, *object.object);
    ComplaintDraft draft;
    draft.fields = reading.fields;
    if (refuses(reading.findings)) {
        // Everything at once: what the rules say about the rest as well. What was given but could
        // not be taken is not missing besides.
        const QVector<OneOfRule> groups = groupsToRegister(desk.regulation());
        const Findings given = reading.findings;
        const auto wasGiven = [&](const Finding &missing) {
            return std::any_of(groups.cbegin(), groups.cend(), [&](const OneOfRule &group) {
                return group.fields.value(0) == missing.field &&
                       std::any_of(given.cbegin(), given.cend(), [&](const Finding &one) {
                           return group.fields.contains(one.field);
                       });
            });
        };
        for (const Finding &finding : desk.check(draft)) {
            if (finding.severity == Severity::Refusal && !reading.findings.contains(finding) &&
                !(finding.code == QLatin1String("intake.oneOf") && wasGiven(finding))) {
                reading.findings.append(finding);
            }
        }
        return shell.refuse(reading.findings);
    }
    auto outcome = desk.record(draft);
    if (!outcome) {
        return shell.fail(outcome.error());
    }
    Findings all = reading.findings;
    for (const Finding &finding : outcome->findings) {
        if (!all.contains(finding)) {
            all.append(finding);
        }
    }
    outcome->findings = all;
    return tellOutcome(shell, desk, *outcome);
}

void showText(Shell &shell, const Desk &desk, const CaseFile &caseFile)
{
    const FieldCatalogue &catalogue = desk.library().catalogue;
    const bool chinese = shell.chinese();
    shell.out(
        QStringLiteral("%1  %2").arg(caseFile.caseNo, stageLabel(desk, caseFile.stage, chinese)));
    const QJsonObject fields = caseFile.fields();
    const QHash<QString, QString> worded = ownFieldWords(desk, chinese, &caseFile);
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        if (it.value().isNull()) {
            continue; // taken back since
        }
        const FieldDef *field = catalogue.field(it.key());
        shell.out(QStringLiteral("  %1%2%3")
                      .arg(worded.value(it.key(),
                                        field == nullptr ? it.key()
                                        : chinese        ? field->zh
                                                         : field->en),
                           chinese ? QStringLiteral("：") : QStringLiteral(": "),
                           fieldText(catalogue, it.key(), it.value(), chinese)));
    }
    shell.out(shell.say(QStringLiteral("时限"), QStringLiteral("Clocks")));
    for (const Clock &clock : caseFile.clocks) {
        shell.out(QStringLiteral("  %1  %2  %3  %4")
                      .arg(clock.label,
                           shortText(clock.due),
                           clockStateLabel(clock.state, chinese),
                           clock.rules.join(QLatin1Char(' '))));
    }
    shell.out(shell.say(QStringLiteral("经过"), QStringLiteral("Steps")));
    const auto roster = desk.reader().roster();
    const QVector<Person> people = roster ? *roster : QVector<Person>();
    const Regulation &own = desk.regulationOf(caseFile);
    const QVector<Regulation> packs = desk.regulations();
    for (const Step &step : caseFile.steps) {
        const QString stoodIn =
            step.actingFor.isEmpty()
                ? QString()
                : shell.say(QStringLiteral("（代%1）"), QStringLiteral(" (for %1)"))
                      .arg(step.actingForName.isEmpty() ? personLabel(people, step.actingFor)
                                                        : step.actingForName);
        QStringList words{shortText(step.at),
                          stepWord(step.action, own, packs, chinese),
                          personLabel(people, step.actor) + stoodIn,
                          step.text,
                          step.reason};
        words.removeAll(QString());
        shell.out(QStringLiteral("  ") + words.join(QStringLiteral("  ")));
    }
}

int show(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const auto caseFile = caseOf(**opened, arguments.words.first());
    if (!caseFile) {
        return shell.fail(caseFile.error());
    }
    shell.logAccess(QStringLiteral("view"), caseFile->id);
    if (shell.globals().json) {
        shell.json(caseJson(*caseFile, (*opened)->library().catalogue));
    } else {
        showText(shell, **opened, *caseFile);
    }
    return Fine;
}

void tellRow(Shell &shell, const Desk &desk, const CaseRow &row, const Cursor &next)
{
    if (shell.globals().json) {
        QJsonObject json = rowJson(row);
        if (!next.isEmpty()) {
            json.insert(QStringLiteral("next"),
                        next); // on the last line of a page: goes to --after
        }
        shell.json(json);
        return;
    }
    shell.out(QStringLiteral("%1  %2  %3  %4  %5  %6")
                  .arg(row.caseNo,
                       shortText(row.receivedAt),
                       stageLabel(desk, row.stage, shell.chinese()),
                       shortText(row.due),
                       row.complainantName,
                       row.title.isEmpty() ? row.contentBrief.left(30) : row.title));
}

int list(Shell &shell, const Arguments &arguments)
{
    const auto limit = numberOf(arguments, QStringLiteral("--limit"), 0);
    if (!limit) {
        return shell.wrongValue(limit.error());
    }
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Desk &desk = **opened;
    if (arguments.has(QStringLiteral("--inbox"))) {
        const auto rows = desk.inbox();
        if (!rows) {
            return shell.fail(rows.error());
        }
        for (const CaseRow &row : *rows) {
            tellRow(shell, desk, row, {});
        }
        return Fine;
    }
    const auto filter = filterOf(desk.library().catalogue, arguments);
    if (!filter) {
        return shell.wrongValue(filter.error());
    }
    Cursor cursor = arguments.value(QStringLiteral("--after"));
    constexpr int kPage = 500;
    do {
        const auto page = desk.reader().page(*filter, cursor, *limit > 0 ? *limit : kPage);
        if (!page) {
            return page.error().code == QStringLiteral("store.cursor")
                       ? shell.wrongValue(page.error())
                       : shell.fail(page.error());
        }
        for (qsizetype i = 0; i < page->rows.size(); ++i) {
            const bool last = *limit > 0 && i + 1 == page->rows.size();
            tellRow(shell, desk, page->rows.at(i), last ? page->next : Cursor());
        }
        cursor = page->next;
    } while (*limit == 0 && !cursor.isEmpty());
    if (*limit > 0 && !cursor.isEmpty() && !shell.globals().json) {
        shell.note(
            shell.say(QStringLiteral("还有更多：--after %1"), QStringLiteral("more: --after %1"))
                .arg(cursor));
    }
    return Fine;
}

int search(Shell &shell, const Arguments &arguments)
{
    const auto limit = numberOf(arguments, QStringLiteral("--limit"), 50);
    if (!limit) {
        return shell.wrongValue(limit.error());
    }
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const QString words = arguments.words.join(QLatin1Char(' '));
    const auto rows = (*opened)->reader().search(words, *limit);
    if (!rows) {
        return shell.fail(rows.error());
    }
    shell.logAccess(QStringLiteral("search"), std::nullopt, words);
    for (const CaseRow &row : *rows) {
        tellRow(shell, **opened, row, {});
    }
    return Fine;
}

int documents(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Desk &desk = **opened;
    const auto caseFile = caseOf(desk, arguments.words.first());
    if (!caseFile) {
        return shell.fail(caseFile.error());
    }
    for (const CaseDocument &one :
         caseDocuments(*caseFile, desk.regulationOf(*caseFile), desk.sheets())) {
        const Sheet sheet = desk.sheets().value(one.sheet);
        if (shell.globals().json) {
            QJsonObject json{{QStringLiteral("number"), one.number},
                             {QStringLiteral("sheet"), one.sheet},
                             {QStringLiteral("zh"), sheet.zh},
                             {QStringLiteral("en"), sheet.en},
                             {QStringLiteral("at"), jsonOf(std::optional(one.at))},
                             {QStringLiteral("by"), one.by},
                             {QStringLiteral("void"), one.isVoid()}};
            if (!one.replaces.isEmpty()) {
                json.insert(QStringLiteral("replaces"), one.replaces);
            }
            if (one.isVoid()) {
                json.insert(QStringLiteral("voidAt"), jsonOf(one.voidAt));
                json.insert(QStringLiteral("voidBy"), one.voidBy);
                json.insert(QStringLiteral("voidReason"), one.voidReason);
            }
            shell.json(json);
            continue;
        }
        QString state;
        if (one.isVoid()) {
            state = shell
                        .say(QStringLiteral("  作废：%1（%2，%3）"),
                             QStringLiteral("  void: %1 (%2, %3)"))
                        .arg(one.voidReason,
                             personLabel(desk.people(), one.voidBy),
                             shortText(one.voidAt));
        } else if (!one.replaces.isEmpty()) {
            state = shell.say(QStringLiteral("  代 %1"), QStringLiteral("  instead of %1"))
                        .arg(one.replaces);
        }
        shell.out(QStringLiteral("%1  %2  %3  %4  %5%6")
                      .arg(one.number,
                           one.sheet,
                           shell.say(sheet.zh, sheet.en),
                           shortText(std::optional(one.at)),
                           personLabel(desk.people(), one.by),
                           state));
    }
    return Fine;
}

int digest(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const auto caseFile = caseOf(**opened, arguments.words.first());
    if (!caseFile) {
        return shell.fail(caseFile.error());
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("caseNo"), caseFile->caseNo},
                               {QStringLiteral("digest"), foldDigest(*caseFile)}});
    } else {
        shell.out(foldDigest(*caseFile));
    }
    return Fine;
}

} // namespace

QVector<Command> caseCommands()
{
    const QVector<Option> paging{
        option(u"--limit", u"N", u"最多几件", u"at most N cases"),
        option(u"--after", u"CURSOR", u"接着上一页", u"go on after the page before")};
    return {{QStringLiteral("case add"),
             QStringLiteral("[FILE]"),
             0,
             1,
             {},
             QStringLiteral("登记一件投诉（JSON 文件或标准输入）"),
             QStringLiteral("records a case from a JSON object (file or stdin)"),
             &add},
            {QStringLiteral("case show"),
             QStringLiteral("NO"),
             1,
             1,
             {},
             QStringLiteral("一件投诉的全部内容"),
             QStringLiteral("one case whole"),
             &show},
            {QStringLiteral("case list"),
             {},
             0,
             0,
             filterOptions() + paging +
                 QVector<Option>{option(u"--inbox",
                                        u"",
                                        u"等当前办理人审批的投诉",
                                        u"cases in approval that wait for the acting person")},
             QStringLiteral("投诉清单"),
             QStringLiteral("cases, one per line"),
             &list},
            {QStringLiteral("case documents"),
             QStringLiteral("NO"),
             1,
             1,
             {},
             QStringLiteral("一件投诉开出的单据：单号、谁开的、是否作废"),
             QStringLiteral("the documents of a case: number, by whom, whether void"),
             &documents},
            {QStringLiteral("case digest"),
             QStringLiteral("NO"),
             1,
             1,
             {},
             QStringLiteral("一件投诉的校验摘要"),
             QStringLiteral("the fold digest of a case"),
             &digest},
            {QStringLiteral("search"),
             QStringLiteral("WORDS"),
             1,
             -1,
             {option(u"--limit", u"N", u"最多几件（缺省 50）", u"at most N cases (default 50)")},
             QStringLiteral("全文检索"),
             QStringLiteral("full-text search"),
             &search}};
}

} // namespace huiyin::ctl
