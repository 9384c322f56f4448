// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/compensationcompute.h>
#include <rules/penaltycompute.h>

#include "ctlinput.h"
#include "ctlpack.h"

namespace huiyin::ctl {

namespace {

using Compute = Computation (*)(const Regulation &,
                                const FieldCatalogue &,
                                const QJsonObject &,
                                bool chinese);

/// The pack of the program with the fullest list of compensation.
QString fullestCompensation(const QMap<QString, Regulation> &packs)
{
    QString fullest;
    qsizetype most = 0;
    for (const Regulation &pack : packs) {
        if (pack.compensations.size() > most) {
            most = pack.compensations.size();
            fullest = pack.id;
        }
    }
    return fullest;
}

int compute(Shell &shell, const Arguments &arguments, bool damages, Compute method)
{
    const auto bytes = readInput(arguments.words.value(0));
    if (!bytes) {
        return shell.fail(bytes.error());
    }
    const ObjectReading reading = readObject(*bytes);
    if (!reading.object) {
        return shell.refuse(reading.findings);
    }
    const auto library = shell.library();
    if (!library) {
        return shell.fail(library.error());
    }
    const QString usual = damages ? fullestCompensation((*library)->regulations) : QString();
    const QJsonValue named = reading.object->value(QStringLiteral("regulation"));
    QStringList with = overlaysOf(arguments);
    const QJsonArray overlays = reading.object->value(QStringLiteral("with")).toArray();
    for (const auto &overlay : overlays) {
        with.append(overlay.toString());
    }
    const auto regulation = packNamed(shell, named.toString(usual), with);
    if (!regulation) {
        return shell.fail(regulation.error());
    }
    QJsonObject question = *reading.object;
    question.remove(QStringLiteral("with")); // names packs, not money
    Computation answer = method(*regulation, (*library)->catalogue, question, shell.chinese());
    if (refuses(answer.findings)) {
        return shell.refuse(answer.findings);
    }
    if (!answer.findings.isEmpty()) {
        shell.report(answer.findings);
        answer.result.insert(QStringLiteral("findings"), shell.findingsJson(answer.findings));
    }
    shell.json(answer.result);
    return Fine;
}

int penalty(Shell &shell, const Arguments &arguments)
{
    return compute(shell, arguments, false, &computePenalties);
}

int compensation(Shell &shell, const Arguments &arguments)
{
    return compute(shell, arguments, true, &computeCompensation);
}

QJsonObject sumJson(const PenaltySum &sum)
{
    return {{QStringLiteral("party"), sum.party},
            {QStringLiteral("name"), sum.name},
            {QStringLiteral("amountFen"), sum.amountFen},
            {QStringLiteral("points"), sum.points}};
}

int penaltyList(Shell &shell, const Arguments &arguments)
{
    const QString month = arguments.value(QStringLiteral("--month"));
    if (!isMonth(month)) {
        return shell.wrongValue(
            {QStringLiteral("penalty.month"), {{QStringLiteral("value"), month}}});
    }
    const auto desk = shell.desk();
    if (!desk) {
        return shell.fail(desk.error());
    }
    const auto ledger = (*desk)->penalties(month);
    if (!ledger) {
        return shell.fail(ledger.error());
    }
    const bool asJson = shell.globals().json;
    for (const PenaltyRow &row : ledger->rows) {
        if (asJson) {
            shell.json(QJsonObject{{QStringLiteral("caseNo"), row.caseNo},
                                   {QStringLiteral("id"), row.id},
                                   {QStringLiteral("penalty"), row.penalty},
                                   {QStringLiteral("party"), row.party},
                                   {QStringLiteral("name"), row.name},
                                   {QStringLiteral("department"), row.department},
                                   {QStringLiteral("amountFen"), row.amountFen},
                                   {QStringLiteral("points"), row.points},
                                   {QStringLiteral("discipline"), row.discipline},
                                   {QStringLiteral("state"), row.state}});
        } else {
            shell.out(QStringLiteral("%1  %2  %3  %4  %5")
                          .arg(row.caseNo, row.name, row.label, yuanText(row.amountFen))
                          .arg(row.points));
        }
    }
    QJsonArray parties;
    for (const PenaltySum &sum : ledger->parties) {
        parties.append(sumJson(sum));
        if (!asJson) {
            shell.out(shell
                          .say(QStringLiteral("合计 %1：%2 元，%3 分"),
                               QStringLiteral("total %1: %2 yuan, %3 points"))
                          .arg(sum.name, yuanText(sum.amountFen))
                          .arg(sum.points));
        }
    }
    QJsonArray departments;
    for (const PenaltySum &sum : ledger->departments) {
        departments.append(QJsonObject{{QStringLiteral("department"), sum.name},
                                       {QStringLiteral("points"), sum.points}});
    }
    if (asJson) {
        shell.json(QJsonObject{{QStringLiteral("summary"),
                                QJsonObject{{QStringLiteral("month"), month},
                                            {QStringLiteral("sumFen"), ledger->sumFen},
                                            {QStringLiteral("parties"), parties},
                                            {QStringLiteral("departments"), departments}}}});
    }
    return Fine;
}

void penaltyHelp(Shell &shell, const Arguments &)
{
    shell.out({});
    shell.out(shell.say(QStringLiteral(
                            R"(输入（JSON，金额以分为单位）：
  {"regulation":"ID","month":"2026-03","lossFen":1200000,"deptPoints":40,
   "members":[{"person":"甲","basePoints":6,"monthlyBonusFen":240000,"carriedFen":0}]}
  {"regulation":"ID","grounds":["…"],"members":[{"person":"甲","amountFen":5000}]}
  {"regulation":"ID","parties":[{"party":"dealer","name":"某店","events":2}]}
  regulation 制度；month 起扣月份；lossFen 损失；deptPoints 部门总基点（没列全各人时）；grounds 情形；
  penalty 只算这一条；scope 只算这类对象；fields 案件字段（写了就按条件判断）；parameters 参数；confirmedBy 确认人
  members：person、department、basePoints、events、grounds、amountFen（幅度内选定）、monthlyBonusFen、
           bonuses {"2026-04":分}、monthlyWageFen（提示用）、carriedFen；班组写 {"group":"一组","members":[…]}
  parties：party（person group department store dealer contractor supplier staff）、name、events …
输出：{"sumFen","items":[{"person","amountFen" 或 "minFen" "maxFen","schedule":[{"month","amountFen"}],
       "points","discipline","clauses","explain","needsConfirmation"}],"clauses"}；什么也不写入)"),
                        QStringLiteral(
                            R"(Input (JSON, money in fen):
  {"regulation":"ID","month":"2026-03","lossFen":1200000,"deptPoints":40,
   "members":[{"person":"A","basePoints":6,"monthlyBonusFen":240000,"carriedFen":0}]}
  {"regulation":"ID","grounds":["…"],"members":[{"person":"A","amountFen":5000}]}
  {"regulation":"ID","parties":[{"party":"dealer","name":"Shop","events":2}]}
  month: first month of deductions; deptPoints: of the department where not all are named; grounds; penalty: only this
  entry; scope: only this kind of party; fields: of the case, then conditions count; parameters; confirmedBy
  members: person, department, basePoints, events, grounds, amountFen (chosen inside the range), monthlyBonusFen,
           bonuses {"2026-04":fen}, monthlyWageFen (for the hint), carriedFen; a group: {"group":"1","members":[…]}
  parties: party (person group department store dealer contractor supplier staff), name, events …
Output: {"sumFen","items":[{"person","amountFen" or "minFen" "maxFen","schedule":[{"month","amountFen"}],
         "points","discipline","clauses","explain","needsConfirmation"}],"clauses"}; nothing is written)")));
}

void compensationHelp(Shell &shell, const Arguments &)
{
    shell.out({});
    shell.out(shell.say(
        QStringLiteral(
            R"(输入（JSON，金额以分为单位；regulation 缺省为赔偿项目最全的制度）：
  {"annualLivingExpenseFen":3200000,"paidBeforeFen":0,"items":[
    {"item":"a","receipts":[{"label":"门诊","amountFen":52000},18000]},
    {"item":"b","days":10,"dailyFen":20000},
    {"item":"c","days":30},
    {"item":"e","times":12},
    {"item":"i","dependants":[{"name":"子","age":10},{"name":"母","unableToWork":true}]}]}
  items 也可写成 {"a":52000,"e":{"times":12}}；item 是项目编号、字母或字段名
  每项：amountFen、priceFen、receipts、baseFen、times（或 multiplier）、days、dailyFen、dependants、evidence
  dependants：name、age、unableToWork、years；parameters 可改制度的参数；fields 写了就按条件判断
输出：{"items":[{"item","formula","baseFen","times","timesRange","years","amountFen","clauses","needsConfirmation",
       "needsApproval"}],"sumFen","payableFen","clauses","note"}；什么也不写入)"),
        QStringLiteral(
            R"(Input (JSON, money in fen; regulation is the one with the fullest list unless named):
  {"annualLivingExpenseFen":3200000,"paidBeforeFen":0,"items":[
    {"item":"a","receipts":[{"label":"clinic","amountFen":52000},18000]},
    {"item":"b","days":10,"dailyFen":20000},
    {"item":"c","days":30},
    {"item":"e","times":12},
    {"item":"i","dependants":[{"name":"son","age":10},{"name":"mother","unableToWork":true}]}]}
  items may be {"a":52000,"e":{"times":12}}; an item is named by id, letter or field
  each item: amountFen, priceFen, receipts, baseFen, times (or multiplier), days, dailyFen, dependants, evidence
  dependants: name, age, unableToWork, years; parameters change those of the regulation; with fields conditions count
Output: {"items":[{"item","formula","baseFen","times","timesRange","years","amountFen","clauses","needsConfirmation",
         "needsApproval"}],"sumFen","payableFen","clauses","note"}; nothing is written)")));
}

} // namespace

QVector<Command> moneyCommands()
{
    Command penalties{
        QStringLiteral("penalty compute"),
        QStringLiteral("[FILE]"),
        0,
        1,
        {withOption()},
        QStringLiteral("按制度试算罚扣；JSON 文件或标准输入，不写入"),
        QStringLiteral("computes penalties by the regulation from JSON; writes nothing"),
        &penalty};
    penalties.moreHelp = &penaltyHelp;
    Command damages{
        QStringLiteral("compensation compute"),
        QStringLiteral("[FILE]"),
        0,
        1,
        {withOption()},
        QStringLiteral("按制度核算赔偿；JSON 文件或标准输入，不写入"),
        QStringLiteral("computes compensation by the regulation from JSON; writes nothing"),
        &compensation};
    damages.moreHelp = &compensationHelp;
    return {penalties,
            {QStringLiteral("penalty list"),
             {},
             0,
             0,
             {demanded(option(u"--month", u"YYYY-MM", u"哪个月", u"the month"))},
             QStringLiteral("某月应扣的罚款和扣分，按人、经销商和部门合计"),
             QStringLiteral("the deductions and points of a month, summed by party and department"),
             &penaltyList},
            damages};
}

} // namespace huiyin::ctl
