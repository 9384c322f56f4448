// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "ctlcase.h"
#include "ctlinput.h"
#include "ctljson.h"
#include "ctlshell.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

using namespace Qt::StringLiterals;

QString standId(Destruction::State state)
{
    static const QStringList words{u"due"_s, u"proposed"_s, u"approved"_s};
    return words.at(static_cast<int>(state));
}

QString standText(Destruction::State state, const Shell &shell)
{
    switch (state) {
    case Destruction::State::Proposed:
        return shell.say(u"已提出销毁"_s, u"destruction proposed"_s);
    case Destruction::State::Approved:
        return shell.say(u"已批准销毁"_s, u"destruction approved"_s);
    case Destruction::State::Due:
        break;
    }
    return shell.say(u"期满"_s, u"term over"_s);
}

Result<Day> dayOf(const Desk &desk, const Arguments &arguments)
{
    return arguments.has(u"--on"_s) ? Day::parse(arguments.value(u"--on"_s))
                                    : Result(desk.now().localDay());
}

int due(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Desk &desk = **opened;
    const auto on = dayOf(desk, arguments);
    if (!on) {
        return shell.wrongValue(on.error());
    }
    const auto rows =
        desk.retentionDue(*on, shell.progress(shell.say(u"查看档案"_s, u"looking up files"_s)));
    if (!rows) {
        return shell.fail(rows.error());
    }
    const QString wanted = arguments.value(u"--class"_s);
    for (const RetentionRow &row : *rows) {
        if (!wanted.isEmpty() && row.retention != wanted) {
            continue;
        }
        const Destruction &stand = row.destruction;
        if (shell.globals().json) {
            shell.json(QJsonObject{{u"caseNo"_s, row.caseNo},
                                   {u"caseId"_s, row.caseId.toString()},
                                   {u"archiveNo"_s, row.archiveNo},
                                   {u"retention"_s, row.retention},
                                   {u"until"_s, row.until.toString()},
                                   {u"state"_s, standId(stand.state)},
                                   {u"proposedBy"_s, stand.proposedBy},
                                   {u"approvedBy"_s, stand.approvedBy},
                                   {u"witness"_s, stand.witness}});
        } else {
            shell.out(u"%1  %2  %3  %4"_s.arg(
                row.caseNo,
                fieldText(desk.library().catalogue, u"retention"_s, row.retention, shell.chinese()),
                row.until.toString(),
                standText(stand.state, shell)));
        }
    }
    return Fine;
}

/// The cases named, or all whose term is over and that stand at this point.
Result<QVector<CaseId>>
casesMeant(Shell &shell, const Desk &desk, const Arguments &arguments, Destruction::State stand)
{
    QVector<CaseId> ids;
    for (const QString &number : arguments.words) {
        const auto caseFile = caseOf(desk, number);
        if (!caseFile) {
            return caseFile.error();
        }
        ids.append(caseFile->id);
    }
    if (!arguments.has(u"--all"_s)) {
        return ids;
    }
    const auto rows = desk.retentionDue(
        desk.now().localDay(), shell.progress(shell.say(u"查看档案"_s, u"looking up files"_s)));
    if (!rows) {
        return rows.error();
    }
    for (const RetentionRow &row : *rows) {
        if (row.destruction.state == stand && !ids.contains(row.caseId)) {
            ids.append(row.caseId);
        }
    }
    return ids;
}

int tell(Shell &shell, const QVector<CaseAnswer> &answers, const QString &done)
{
    qsizetype refused = 0;
    for (const CaseAnswer &answer : answers) {
        const bool isRefused = refuses(answer.findings);
        refused += isRefused ? 1 : 0;
        if (shell.globals().json) {
            shell.json(QJsonObject{{u"caseNo"_s, answer.caseNo},
                                   {u"done"_s, !isRefused},
                                   {u"findings"_s, shell.findingsJson(answer.findings)}});
        } else if (!isRefused) {
            shell.out(u"%1  %2"_s.arg(answer.caseNo, done));
        }
        if (!answer.findings.isEmpty()) {
            shell.note(answer.caseNo);
            shell.report(answer.findings);
        }
    }
    return refused == 0 ? Fine : refused == answers.size() ? Refused : Partly;
}

int sign(Shell &shell, const Arguments &arguments, bool approval)
{
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    Desk &desk = **opened;
    const auto ids = casesMeant(
        shell, desk, arguments, approval ? Destruction::State::Proposed : Destruction::State::Due);
    if (!ids) {
        return shell.fail(ids.error());
    }
    if (ids->isEmpty() && !arguments.has(u"--all"_s)) {
        return shell.wrongValue({u"usage.missingOption"_s, {{u"option"_s, u"NO | --all"_s}}});
    }
    const auto answers =
        desk.signDestruction(*ids, approval, arguments.value(u"--witness"_s).trimmed());
    if (!answers) {
        return shell.fail(answers.error());
    }
    return tell(shell,
                *answers,
                approval ? shell.say(u"已批准销毁"_s, u"destruction approved"_s)
                         : shell.say(u"已提出销毁"_s, u"destruction proposed"_s));
}

int propose(Shell &shell, const Arguments &arguments) { return sign(shell, arguments, false); }

int approve(Shell &shell, const Arguments &arguments) { return sign(shell, arguments, true); }

int destroy(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    Desk &desk = **opened;
    const auto ids = casesMeant(shell, desk, arguments, Destruction::State::Approved);
    if (!ids) {
        return shell.fail(ids.error());
    }
    if (ids->isEmpty() && !arguments.has(u"--all"_s)) {
        return shell.wrongValue({u"usage.missingOption"_s, {{u"option"_s, u"NO | --all"_s}}});
    }
    // Asked before: afterwards nothing tells any more when a case was recorded.
    const auto copies = desk.copiesLeft(*ids);
    if (!copies) {
        return shell.fail(copies.error());
    }
    const auto answers = desk.destroy(*ids,
                                      arguments.value(u"--ground"_s),
                                      shell.progress(shell.say(u"销毁"_s, u"destroying"_s)));
    if (!answers) {
        return shell.fail(answers.error());
    }
    const bool any = std::any_of(answers->cbegin(), answers->cend(), [](const CaseAnswer &answer) {
        return !refuses(answer.findings);
    });
    if (any) {
        shell.report({*copies});
    }
    return tell(shell, *answers, shell.say(u"内容已销毁"_s, u"contents destroyed"_s));
}

int destroyed(Shell &shell, const Arguments &)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const auto rows = (*opened)->destroyed();
    if (!rows) {
        return shell.fail(rows.error());
    }
    const QVector<Person> people = (*opened)->people();
    for (const DestroyedRow &row : *rows) {
        if (shell.globals().json) {
            shell.json(QJsonObject{{u"caseNo"_s, row.caseNo},
                                   {u"archiveNo"_s, row.archiveNo},
                                   {u"retention"_s, row.retention},
                                   {u"at"_s, row.at.toLocalText()},
                                   {u"ground"_s, row.legalGround},
                                   {u"by"_s, row.by},
                                   {u"proposedBy"_s, row.proposedBy},
                                   {u"approvedBy"_s, row.approvedBy},
                                   {u"witness"_s, row.witness},
                                   {u"backups"_s, row.backups}});
        } else {
            shell.out(u"%1  %2  %3  %4、%5  %6  %7"_s
                          .arg(row.caseNo,
                               shortText(row.at),
                               row.legalGround,
                               personLabel(people, row.proposedBy),
                               personLabel(people, row.approvedBy),
                               row.witness,
                               row.backups)
                          .trimmed());
        }
    }
    return Fine;
}

int loans(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const Desk &desk = **opened;
    const bool overdueOnly = arguments.has(u"--overdue"_s);
    const auto rows = desk.loans(overdueOnly || arguments.has(u"--open"_s));
    if (!rows) {
        return shell.fail(rows.error());
    }
    for (const LoanRow &row : *rows) {
        const bool overdue = row.loan.overdue(desk.now());
        if (overdueOnly && !overdue) {
            continue;
        }
        if (shell.globals().json) {
            shell.json(QJsonObject{{u"caseNo"_s, row.caseNo},
                                   {u"archiveNo"_s, row.archiveNo},
                                   {u"borrower"_s, row.loan.borrower},
                                   {u"borrowerDept"_s, row.loan.department},
                                   {u"loanMode"_s, row.loan.mode},
                                   {u"purpose"_s, row.loan.purpose},
                                   {u"lentBy"_s, row.loan.lentBy},
                                   {u"lentAt"_s, row.loan.lentAt.toLocalText()},
                                   {u"dueBack"_s, jsonOf(row.loan.dueBack)},
                                   {u"returnedAt"_s, jsonOf(row.loan.returnedAt)},
                                   {u"condition"_s, row.loan.condition},
                                   {u"overdue"_s, overdue}});
        } else {
            const QString back =
                row.loan.returnedAt
                    ? shell.say(u"已还 "_s, u"back "_s) + shortText(row.loan.returnedAt)
                    : shell.say(u"应还 "_s, u"due back "_s) + shortText(row.loan.dueBack) +
                          (overdue ? shell.say(u"  逾期"_s, u"  overdue"_s) : QString());
            shell.out(u"%1  %2  %3  %4"_s.arg(
                row.caseNo, row.loan.borrower, shortText(row.loan.lentAt), back));
        }
    }
    return Fine;
}

} // namespace

QVector<Command> retentionCommands()
{
    const Option all = option(
        u"--all", u"", u"清单中轮到这一步的全部案件", u"all cases of the list at this point");
    const QString numbers = u"[NO]…"_s;
    return {
        {u"retention due"_s,
         {},
         0,
         0,
         {option(u"--on", u"DATE", u"到哪天期满（缺省今天）", u"terms over by this day (today)"),
          option(u"--class", u"CLASS", u"只列这一类，如 OneYear", u"only this class: OneYear")},
         u"保管期满的案卷，以及销毁办到哪一步"_s,
         u"files whose term is over, and where their destruction stands"_s,
         &due},
        {u"retention propose"_s,
         numbers,
         0,
         -1,
         {all},
         u"提出销毁（第一人签字）"_s,
         u"proposes destruction: the first signature"_s,
         &propose},
        {u"retention approve"_s,
         numbers,
         0,
         -1,
         {all, option(u"--witness", u"NAME", u"监销人", u"the witness")},
         u"批准销毁（第二人签字）"_s,
         u"approves destruction: the second signature, by somebody else"_s,
         &approve},
        {u"retention destroy"_s,
         numbers,
         0,
         -1,
         {all, option(u"--ground", u"TEXT", u"销毁依据", u"the legal ground")},
         u"销毁已有两人签字的案卷内容，编号和统计数保留"_s,
         u"destroys the contents of signed cases; numbers and counts stay"_s,
         &destroy},
        {u"retention destroyed"_s,
         {},
         0,
         0,
         {},
         u"销毁清册"_s,
         u"the register of destructions"_s,
         &destroyed},
        {u"loan list"_s,
         {},
         0,
         0,
         {option(u"--open", u"", u"只列未还的", u"only files still out"),
          option(u"--overdue", u"", u"只列逾期未还的", u"only files overdue")},
         u"借阅登记"_s,
         u"the loan register"_s,
         &loans}};
}

} // namespace huiyin::ctl
