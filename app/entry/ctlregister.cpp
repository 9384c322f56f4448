// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/fileremarks.h>
#include <report/ledger.h>
#include <rules/fieldinput.h>

#include "ctlfilter.h"
#include "ctlinput.h"
#include "ctljson.h"
#include "ctlshell.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

QJsonObject lineJson(Shell &shell, const FieldCatalogue &catalogue, const ImportLine &line)
{
    return {
        {QStringLiteral("record"), line.record},
        {QStringLiteral("line"), line.line},
        {QStringLiteral("action"), line.action},
        {QStringLiteral("reasons"), shell.findingsJson(line.reasons)},
        {QStringLiteral("duplicateOf"),
         line.duplicateOf.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(line.duplicateOf)},
        {QStringLiteral("values"), fieldsToJson(catalogue, line.values)}};
}

QJsonObject summaryJson(const ImportSummary &summary)
{
    QJsonObject mapping;
    for (auto it = summary.mapping.cbegin(); it != summary.mapping.cend(); ++it) {
        mapping.insert(it.key(), it.value());
    }
    return {{QStringLiteral("summary"),
             QJsonObject{{QStringLiteral("taken"), summary.taken},
                         {QStringLiteral("warned"), summary.warned},
                         {QStringLiteral("refused"), summary.refused},
                         {QStringLiteral("duplicate"), summary.duplicate},
                         {QStringLiteral("blank"), summary.blank},
                         {QStringLiteral("header"), summary.header}}},
            {QStringLiteral("batch"), summary.batch},
            {QStringLiteral("encoding"), summary.encoding},
            {QStringLiteral("mapping"), mapping}};
}

int import(Shell &shell, const Arguments &arguments)
{
    ImportOptions options;
    options.dryRun = arguments.has(QStringLiteral("--dry-run"));
    options.rejectsPath = arguments.value(QStringLiteral("--rejects"));
    options.sheetName = arguments.value(QStringLiteral("--sheet"));
    if (arguments.has(QStringLiteral("--encoding"))) {
        options.encoding = arguments.value(QStringLiteral("--encoding")).toLower();
        const QStringList known{
            QStringLiteral("auto"), QStringLiteral("utf-8"), QStringLiteral("gb18030")};
        if (!known.contains(options.encoding)) {
            return shell.wrongValue({QStringLiteral("usage.choice"),
                                     {{QStringLiteral("option"), QStringLiteral("--encoding")},
                                      {QStringLiteral("value"), options.encoding},
                                      {QStringLiteral("known"), known.join(QLatin1Char(' '))}}});
        }
    }
    if (arguments.has(QStringLiteral("--map"))) {
        const auto bytes = readInput(arguments.value(QStringLiteral("--map")));
        if (!bytes) {
            return shell.fail(bytes.error());
        }
        const ObjectReading map = readObject(*bytes);
        if (!map.object) {
            return shell.refuse(map.findings);
        }
        for (auto it = map.object->constBegin(); it != map.object->constEnd(); ++it) {
            options.mapping.insert(it.key(), it->toString());
        }
    }
    const auto opened = options.dryRun ? shell.desk() : shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const FieldCatalogue &catalogue = (*opened)->library().catalogue;
    const auto onLine = [&](const ImportLine &line) {
        if (shell.globals().json) {
            shell.json(lineJson(shell, catalogue, line));
        } else if (!line.reasons.isEmpty()) {
            QStringList reasons;
            for (const Finding &finding : line.reasons) {
                reasons.append(shell.sentence(finding));
            }
            shell.note(
                shell.say(QStringLiteral("第 %1 行，%2：%3"), QStringLiteral("line %1 %2: %3"))
                    .arg(line.line)
                    .arg(importActionLabel(line.action, shell.chinese()),
                         reasons.join(shell.say(QStringLiteral("；"), QStringLiteral("; ")))));
        }
    };
    const auto summary = (*opened)->importRegister(
        arguments.words.first(), options, onLine, shell.progress(QStringLiteral("import")));
    if (!summary) {
        return shell.fail(summary.error());
    }
    if (shell.globals().json) {
        shell.json(summaryJson(*summary));
    } else {
        shell.out(
            (options.dryRun
                 ? shell.say(
                       QStringLiteral("试读：可收 %1，存疑 %2，拒绝 %3，重复 %4，空行 %5"),
                       QStringLiteral(
                           "dry run: taken %1, warned %2, refused %3, duplicate %4, blank %5"))
                 : shell.say(
                       QStringLiteral("收入 %1，存疑 %2，拒绝 %3，重复 %4，空行 %5"),
                       QStringLiteral("taken %1, warned %2, refused %3, duplicate %4, blank %5")))
                .arg(summary->taken)
                .arg(summary->warned)
                .arg(summary->refused)
                .arg(summary->duplicate)
                .arg(summary->blank));
        if (!summary->batch.isEmpty()) {
            shell.out(shell
                          .say(QStringLiteral("批次 %1（撤回：huiyinctl undo-import %1）"),
                               QStringLiteral("batch %1 (take back: huiyinctl undo-import %1)"))
                          .arg(summary->batch));
        }
    }
    return summary->refused > 0 ? Partly : Fine;
}

int undoImport(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    Findings kept;
    const auto cases = (*opened)->undoImport(
        arguments.words.first(), shell.progress(QStringLiteral("undo")), &kept);
    if (!cases) {
        return shell.fail(cases.error());
    }
    shell.report(kept);
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("batch"), arguments.words.first()},
                               {QStringLiteral("takenBack"), *cases},
                               {QStringLiteral("findings"), shell.findingsJson(kept)}});
    } else {
        shell.out(shell.say(QStringLiteral("已撤回 %1 件"), QStringLiteral("took %1 cases back"))
                      .arg(*cases));
    }
    return kept.isEmpty() ? Fine : Partly;
}

int exportLedger(Shell &shell, const Arguments &arguments)
{
    const QString path = arguments.value(QStringLiteral("--out"));
    const QString format = arguments.has(QStringLiteral("--format"))
                               ? arguments.value(QStringLiteral("--format"))
                               : QStringLiteral("csv");
    if (format != QStringLiteral("csv") && format != QStringLiteral("xlsx")) {
        return shell.wrongValue({QStringLiteral("usage.choice"),
                                 {{QStringLiteral("option"), QStringLiteral("--format")},
                                  {QStringLiteral("value"), format},
                                  {QStringLiteral("known"), QStringLiteral("csv xlsx")}}});
    }
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const FieldCatalogue &catalogue = (*opened)->library().catalogue;
    auto filter = filterOf(catalogue, arguments);
    if (!filter) {
        return shell.wrongValue(filter.error());
    }
    if (!arguments.has(QStringLiteral("--sort"))) {
        filter->sort = CaseSort::Number;
    }
    const TableWords words = tableWords(**opened, shell.globals().language);
    const auto rows =
        exportRegister((*opened)->reader(),
                       *filter,
                       format == QStringLiteral("csv") ? RegisterFormat::Csv : RegisterFormat::Xlsx,
                       path,
                       words,
                       shell.progress(QStringLiteral("export")),
                       fileRemarks(**opened, words.language, filterWords(*filter, words)));
    if (!rows) {
        return shell.fail(rows.error());
    }
    shell.logAccess(QStringLiteral("export"), std::nullopt, path);
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("rows"), *rows}});
    } else {
        shell.out(
            shell.say(QStringLiteral("已导出 %1 件：%2"), QStringLiteral("wrote %1 cases: %2"))
                .arg(*rows)
                .arg(path));
    }
    return Fine;
}

} // namespace

QVector<Command> registerCommands()
{
    return {{QStringLiteral("import"),
             QStringLiteral("FILE"),
             1,
             1,
             {option(u"--map",
                     u"MAP.json",
                     u"栏目对照：{\"栏目\":\"字段\"}",
                     u"columns: {\"head\":\"field\"}"),
              option(u"--sheet", u"NAME", u"工作表名", u"worksheet"),
              option(u"--encoding", u"auto|utf-8|gb18030", u"编码", u"encoding"),
              option(u"--dry-run", u"", u"只看不写", u"look, write nothing"),
              option(u"--rejects", u"OUT.csv", u"被拒的行另存", u"where refused rows go")},
             QStringLiteral("导入旧台账（csv、tsv、xlsx）"),
             QStringLiteral("takes an old register (csv, tsv, xlsx)"),
             &import},
            {QStringLiteral("undo-import"),
             QStringLiteral("BATCH"),
             1,
             1,
             {},
             QStringLiteral("撤回一批导入"),
             QStringLiteral("takes a batch back"),
             &undoImport},
            {QStringLiteral("export register"),
             {},
             0,
             0,
             filterOptions() +
                 QVector<Option>{
                     option(u"--format", u"csv|xlsx", u"格式（缺省 csv）", u"format (default csv)"),
                     demanded(option(u"--out", u"FILE", u"写到哪里", u"where to"))},
             QStringLiteral("导出投诉台账"),
             QStringLiteral("writes the ledger"),
             &exportLedger}};
}

} // namespace huiyin::ctl
