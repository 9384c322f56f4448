// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/sheetpainter.h>
#include <report/period.h>
#include <rules/documentnumber.h>
#include <rules/sheetoffers.h>
#include <rules/tasks.h>

#include <algorithm>

#include "ctlcase.h"
#include "ctljson.h"
#include "ctlshell.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

/// Names all sheets, or those a case has use for.
int list(Shell &shell, const Arguments &arguments)
{
    const auto library = shell.library();
    if (!library) {
        return shell.fail(library.error());
    }
    const auto opened = shell.desk();
    const QMap<QString, Sheet> sheets = opened ? (*opened)->sheets() : (*library)->sheets;
    QStringList ids = sheets.keys();
    if (!arguments.words.isEmpty()) {
        if (!opened) {
            return shell.fail(opened.error());
        }
        const auto caseFile = caseOf(**opened, arguments.words.first());
        if (!caseFile) {
            return shell.fail(caseFile.error());
        }
        ids = offeredSheets(*caseFile, (*opened)->regulationOf(*caseFile), sheets);
    }
    for (const QString &id : std::as_const(ids)) {
        const Sheet sheet = sheets.value(id);
        QStringList regulations;
        for (const Regulation &regulation : (*library)->regulations) {
            if (regulation.sheets.contains(sheet.id)) {
                regulations.append(regulation.id);
            }
        }
        if (shell.globals().json) {
            shell.json(QJsonObject{
                {QStringLiteral("id"), sheet.id},
                {QStringLiteral("zh"), sheet.zh},
                {QStringLiteral("en"), sheet.en},
                {QStringLiteral("paper"), sheet.paper},
                {QStringLiteral("version"), sheet.version},
                {QStringLiteral("regulations"), QJsonArray::fromStringList(regulations)}});
        } else {
            shell.out(QStringLiteral("%1  %2  %3  %4")
                          .arg(sheet.id,
                               shell.chinese() ? sheet.zh : sheet.en,
                               sheet.paper,
                               regulations.join(QLatin1Char(' '))));
        }
    }
    return Fine;
}

/// The period asked for; without one the last that was over, this year for a register of the year.
Result<Period> periodOf(const Sheet &sheet, const QString &text)
{
    const Day today = Shell::now().localDay();
    if (!text.isEmpty()) {
        return Period::parse(text);
    }
    if (sheet.period == u"week") {
        return Period::parse(dutyPeriod(sheet.period, today.addDays(-7)).id);
    }
    if (sheet.period == u"quarter" || sheet.period == u"year") {
        return Period::parse(dutyPeriod(sheet.period, today).id);
    }
    return Period::lastMonthBefore(today);
}

int print(Shell &shell, const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("--list"))) {
        return list(shell, arguments);
    }
    const QString out = arguments.value(QStringLiteral("--out"));
    const bool blank = arguments.has(QStringLiteral("--blank"));
    if (out.isEmpty()) {
        return shell.wrongValue({QStringLiteral("usage.missingOption"),
                                 {{QStringLiteral("option"), QStringLiteral("--out")}}});
    }
    const auto library = shell.library();
    if (!library) {
        return shell.fail(library.error());
    }
    const QString &id = arguments.words.first();
    // A blank form can be printed without a case file; with one it is the organisation's own.
    const auto opened = shell.desk();
    const QMap<QString, Sheet> &sheets = opened ? (*opened)->sheets() : (*library)->sheets;
    if (!sheets.contains(id)) {
        return shell.wrongValue(
            {QStringLiteral("print.unknownSheet"),
             {{QStringLiteral("sheet"), id},
              {QStringLiteral("known"), QStringList(sheets.keys()).join(QLatin1Char(' '))}}});
    }
    Sheet sheet = sheets.value(id);
    QVector<SheetValues> documents{SheetValues{}};
    documents.first().blank = blank;
    if (!blank) {
        // A register is of a period: `print F-03 2026-03`.
        const auto period = sheet.isOfPeriod()
                                ? periodOf(sheet,
                                           arguments.has(QStringLiteral("--period"))
                                               ? arguments.value(QStringLiteral("--period"))
                                               : arguments.words.value(1))
                                : Result<Period>(Period::month(2000, 1));
        if (!period) {
            return shell.wrongValue(period.error());
        }
        if (!sheet.isOfPeriod() && arguments.words.size() < 2) {
            return shell.wrongValue(
                {QStringLiteral("print.whichCase"), {{QStringLiteral("sheet"), id}}});
        }
        if (!opened) {
            return shell.fail(opened.error());
        }
        std::optional<CaseId> caseId;
        if (sheet.isOfPeriod()) {
            const auto paper = registerPaper(
                (*opened)->reader(), sheet, *period, Shell::now(), paperGround(**opened));
            if (!paper) {
                return shell.fail(paper.error());
            }
            documents = {registerValues(*paper, period->toText(shell.chinese()))};
        } else {
            const auto caseFile = caseOf(**opened, arguments.words.at(1));
            if (!caseFile) {
                return shell.fail(caseFile.error());
            }
            sheet = (*opened)->sheetFor(*caseFile, id);
            const QString number = arguments.value(QStringLiteral("--document"));
            const auto all = caseDocuments(*caseFile, (*opened)->regulationOf(*caseFile), sheet);
            QStringList known;
            for (const CaseDocument &one : all) {
                known.append(one.number);
            }
            if (!number.isEmpty() && !known.contains(number, Qt::CaseInsensitive)) {
                return shell.wrongValue(
                    {QStringLiteral("print.unknownDocument"),
                     {{QStringLiteral("number"), number},
                      {QStringLiteral("sheet"), id},
                      {QStringLiteral("known"), known.join(QStringLiteral("、"))}}});
            }
            documents = sheetValuesOf(**opened, *caseFile, sheet, number);
            caseId = caseFile->id;
        }
        const auto roster = (*opened)->reader().roster();
        for (SheetValues &values : documents) {
            values.organisation = (*opened)->officeName();
            values.printedBy =
                personLabel(roster ? *roster : QVector<Person>(), shell.globals().actor);
            values.printedAt = Shell::now();
            values.maskAll = arguments.has(QStringLiteral("--mask"));
            values.watermark = arguments.has(QStringLiteral("--watermark"));
        }
        shell.logAccess(QStringLiteral("print"), caseId, id);
    }
    for (SheetValues &values : documents) {
        values.language = shell.globals().language;
        if (arguments.has(QStringLiteral("--copies"))) {
            values.copies = sheet.copies;
        }
    }
    const InkDocument document = layOutSheets(sheet, (*library)->catalogue, documents);
    if (!refuses(document.findings)) {
        shell.report(document.findings);
    }
    const auto pages = writePdf(document, out);
    if (!pages) {
        return shell.fail(pages.error());
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("file"), out}, {QStringLiteral("pages"), *pages}});
    }
    return Fine;
}

} // namespace

QVector<Command> printCommands()
{
    return {
        {QStringLiteral("print list"),
         QStringLiteral("[NO]"),
         0,
         1,
         {},
         QStringLiteral("有哪些单据；写案件编号则只列该案用得着的"),
         QStringLiteral("names the paper forms, or those a case has use for"),
         &list},
        {QStringLiteral("print"),
         QStringLiteral("SHEET [NO|PERIOD]"),
         1,
         2,
         {option(u"--out", u"FILE.pdf", u"写到哪里", u"where to"),
          option(u"--list", u"", u"只列出该案用得着的单据", u"names the forms of that case"),
          option(u"--document",
                 u"NUMBER",
                 u"只印这一张（单号），作废的也可",
                 u"this document only, also a void one"),
          option(u"--blank", u"", u"空白单据，供手写", u"a blank form for handwriting"),
          option(u"--period", u"P", u"台账的月份", u"period of the ledger"),
          option(u"--copies", u"", u"各联都印", u"all copies"),
          option(u"--mask", u"", u"姓名电话脱敏", u"mask names and phones"),
          option(u"--watermark", u"", u"印上打印人和时间的水印", u"user and time across the page")},
         QStringLiteral("打印单据为 PDF"),
         QStringLiteral("any paper form, filled or blank, as PDF"),
         &print,
         [](const Arguments &) { return true; }}};
}

} // namespace huiyin::ctl
