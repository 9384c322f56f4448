// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/overlay.h>
#include <rules/rulelist.h>

#include <QFileInfo>

#include "ctlinput.h"
#include "ctljson.h"
#include "ctlpack.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

QStringList stageIds(const QVector<Stage> &stages)
{
    QStringList ids;
    for (const Stage stage : stages) {
        ids.append(stageId(stage));
    }
    return ids;
}

QJsonObject regulationJson(const Regulation &regulation)
{
    QJsonArray roles;
    for (const RoleRule &role : regulation.roles) {
        roles.append(
            QJsonObject{{QStringLiteral("id"), role.id},
                        {QStringLiteral("zh"), role.zh},
                        {QStringLiteral("en"), role.en},
                        {QStringLiteral("rules"), QJsonArray::fromStringList(role.rules)}});
    }
    QJsonArray kinds;
    for (const KindRule &kind : regulation.kinds) {
        kinds.append(kind.id);
    }
    QJsonArray categories;
    for (const CategoryRule &category : regulation.categories) {
        categories.append(QJsonObject{
            {QStringLiteral("zh"), category.zh},
            {QStringLiteral("children"), QJsonArray::fromStringList(category.children)}});
    }
    QJsonArray moves;
    for (const MoveRule &move : regulation.moves) {
        moves.append(
            QJsonObject{{QStringLiteral("action"), move.id},
                        {QStringLiteral("zh"), move.zh},
                        {QStringLiteral("en"), move.en},
                        {QStringLiteral("from"), QJsonArray::fromStringList(stageIds(move.from))},
                        {QStringLiteral("to"),
                         move.to ? QJsonValue(stageId(*move.to)) : QJsonValue(QJsonValue::Null)},
                        {QStringLiteral("by"), QJsonArray::fromStringList(move.by)},
                        {QStringLiteral("needs"), QJsonArray::fromStringList(move.needs)},
                        {QStringLiteral("reason"), move.reason},
                        {QStringLiteral("sheet"), move.sheet},
                        {QStringLiteral("rules"), QJsonArray::fromStringList(move.rules)}});
    }
    QJsonArray clocks;
    for (const ClockRule &clock : regulation.clocks) {
        clocks.append(QJsonObject{
            {QStringLiteral("clock"), clock.id},
            {QStringLiteral("zh"), clock.zh},
            {QStringLiteral("en"), clock.en},
            {QStringLiteral("starts"), clock.starts},
            {QStringLiteral("stops"), clock.stops},
            {QStringLiteral("limit"),
             clock.limit ? QJsonValue(clock.limit->toJson()) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("owner"), clock.owner},
            {QStringLiteral("handling"), clock.handling},
            {QStringLiteral("extendTo"),
             clock.extend.isEmpty() ? QJsonValue(QJsonValue::Null)
                                    : QJsonValue(clock.extend.last().to.toJson())},
            {QStringLiteral("rules"), QJsonArray::fromStringList(clock.rules)}});
    }
    return {{QStringLiteral("id"), regulation.id},
            {QStringLiteral("zh"), regulation.zh},
            {QStringLiteral("en"), regulation.en},
            {QStringLiteral("version"), regulation.version},
            {QStringLiteral("effective"), jsonOf(regulation.effective)},
            {QStringLiteral("roles"), roles},
            {QStringLiteral("kinds"), kinds},
            {QStringLiteral("categories"), categories},
            {QStringLiteral("moves"), moves},
            {QStringLiteral("clocks"), clocks},
            {QStringLiteral("sheets"), QJsonArray::fromStringList(regulation.sheets)},
            {QStringLiteral("intakeNeeds"), QJsonArray::fromStringList(regulation.intakeNeeds)}};
}

int list(Shell &shell, const Arguments &)
{
    const auto packs = packsKnown(shell);
    if (!packs) {
        return shell.fail(packs.error());
    }
    for (const Regulation &regulation : *packs) {
        if (shell.globals().json) {
            shell.json(QJsonObject{{QStringLiteral("id"), regulation.id},
                                   {QStringLiteral("version"), regulation.version},
                                   {QStringLiteral("zh"), regulation.zh},
                                   {QStringLiteral("en"), regulation.en},
                                   {QStringLiteral("effective"), jsonOf(regulation.effective)}});
        } else {
            shell.out(QStringLiteral("%1  v%2  %3")
                          .arg(regulation.id, -9)
                          .arg(regulation.version)
                          .arg(shell.chinese() ? regulation.zh : regulation.en));
        }
    }
    return Fine;
}

int show(Shell &shell, const Arguments &arguments)
{
    const auto regulation = packNamed(shell, arguments.words.first(), overlaysOf(arguments));
    if (!regulation) {
        return shell.fail(regulation.error());
    }
    if (shell.globals().json) {
        shell.json(regulationJson(*regulation));
        return Fine;
    }
    const bool chinese = shell.chinese();
    shell.out(QStringLiteral("%1  %2  v%3")
                  .arg(regulation->id, chinese ? regulation->zh : regulation->en)
                  .arg(regulation->version));
    shell.out(shell.say(QStringLiteral("时限"), QStringLiteral("Clocks")));
    for (const ClockRule &clock : regulation->clocks) {
        shell.out(QStringLiteral("  %1  %2  %3  %4")
                      .arg(clock.id,
                           chinese ? clock.zh : clock.en,
                           clock.limit ? clock.limit->toText(chinese)
                                       : shell.say(QStringLiteral("承诺的日期"),
                                                   QStringLiteral("the promised date")),
                           clock.rules.join(QLatin1Char(' '))));
    }
    shell.out(shell.say(QStringLiteral("步骤"), QStringLiteral("Steps")));
    for (const MoveRule &move : regulation->moves) {
        shell.out(QStringLiteral("  %1  %2  %3  %4")
                      .arg(move.id,
                           chinese ? move.zh : move.en,
                           rolesLabel(*regulation, move.by, chinese),
                           move.rules.join(QLatin1Char(' '))));
    }
    return Fine;
}

int check(Shell &shell, const Arguments &arguments)
{
    const auto library = shell.library();
    if (!library) {
        return shell.fail(library.error());
    }
    const auto bytes = readInput(arguments.words.first());
    if (!bytes) {
        return shell.fail(bytes.error());
    }
    const RegulationReading reading = readRegulation(*bytes, (*library)->catalogue, builtinPacks());
    if (!reading.regulation || refuses(reading.findings)) {
        return shell.refuse(reading.findings, arguments.words.first());
    }
    shell.report(reading.findings, arguments.words.first());
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("id"), reading.regulation->id},
                               {QStringLiteral("version"), reading.regulation->version},
                               {QStringLiteral("findings"), shell.findingsJson(reading.findings)}});
    } else {
        shell.out(shell.say(QStringLiteral("%1 v%2：没有错误"), QStringLiteral("%1 v%2: no faults"))
                      .arg(reading.regulation->id)
                      .arg(reading.regulation->version));
    }
    return Fine;
}

int use(Shell &shell, const Arguments &arguments)
{
    std::optional<Day> from;
    if (arguments.has(QStringLiteral("--from"))) {
        const auto day = Day::parse(arguments.value(QStringLiteral("--from")));
        if (!day) {
            return shell.wrongValue(day.error());
        }
        from = *day;
    }
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const QString &word = arguments.words.first();
    const bool isFile = word.endsWith(QStringLiteral(".toml")) || word.contains(QLatin1Char('/'));
    QByteArray pack;
    if (isFile) {
        const auto bytes = readInput(word);
        if (!bytes) {
            return shell.fail(bytes.error());
        }
        pack = *bytes;
    }
    const QVector<Regulation> known = (*opened)->regulations();
    const auto outcome = isFile ? (*opened)->adoptRegulation(pack, from)
                                : (*opened)->useRegulation(idMeant(known, word),
                                                           from,
                                                           idsMeant(known, overlaysOf(arguments)));
    if (const auto ended = shell.ended(outcome, isFile ? word : QString())) {
        return *ended;
    }
    const Regulation &regulation = (*opened)->regulation();
    if (shell.globals().json) {
        shell.json(
            QJsonObject{{QStringLiteral("inForce"), regulation.id},
                        {QStringLiteral("version"), regulation.version},
                        {QStringLiteral("from"), jsonOf(from)},
                        {QStringLiteral("findings"), shell.findingsJson(outcome->findings)}});
    } else {
        shell.out(shell
                      .say(QStringLiteral("新登记的投诉现按 %1（%2 v%3）办理"),
                           QStringLiteral("new cases now follow %1 (%2 v%3)"))
                      .arg(shell.chinese() ? regulation.zh : regulation.en, regulation.id)
                      .arg(regulation.version));
    }
    return Fine;
}

int schema(Shell &shell, const Arguments &)
{
    shell.out(regulationSchema());
    return Fine;
}

QString howLabel(const QString &how, bool chinese)
{
    static const QMap<QString, QString> words{
        {QStringLiteral("enforced"), QStringLiteral("程序把关")},
        {QStringLiteral("prompted"), QStringLiteral("程序提醒")},
        {QStringLiteral("documented"), QStringLiteral("留有记录")},
        {QStringLiteral("reference"), QStringLiteral("供人参考")},
        {QStringLiteral("outOfScope"), QStringLiteral("不在程序内")}};
    return chinese ? words.value(how, how) : how;
}

/// Every rule of the written regulations, or all that a pack with its overlays states.
Result<QVector<RuleCoverage>> coverageOf(Shell &shell, const Arguments &arguments)
{
    const auto packs = packsKnown(shell);
    if (!packs) {
        return packs.error();
    }
    const QString only = arguments.words.value(0);
    if (only.isEmpty() && overlaysOf(arguments).isEmpty()) {
        return ruleCoverage(builtinRules(), *packs);
    }
    const auto whole = packNamed(shell, only, overlaysOf(arguments));
    if (!whole) {
        return whole.error();
    }
    QVector<Regulation> named;
    for (const QString &id : idsMeant(*packs, QStringList{only} + overlaysOf(arguments))) {
        if (const Regulation *pack = newestOf(*packs, id)) {
            named.append(*pack);
        }
    }
    QVector<RuleText> stated;
    for (const RuleNote &note : whole->notes) {
        stated.append({note.rule, note.zh, note.en, {}});
    }
    return ruleCoverage(stated, named.isEmpty() ? QVector{*whole} : named);
}

int coverage(Shell &shell, const Arguments &arguments)
{
    const auto lines = coverageOf(shell, arguments);
    if (!lines) {
        return shell.fail(lines.error());
    }
    for (const RuleCoverage &line : *lines) {
        if (shell.globals().json) {
            shell.json(
                QJsonObject{{QStringLiteral("rule"), line.rule},
                            {QStringLiteral("how"), line.how},
                            {QStringLiteral("packs"), QJsonArray::fromStringList(line.packs)},
                            {QStringLiteral("entry"), line.entry},
                            {QStringLiteral("test"), line.test},
                            {QStringLiteral("reason"), shell.say(line.reason, line.reasonEn)},
                            {QStringLiteral("source"), line.source},
                            {QStringLiteral("zh"), line.zh},
                            {QStringLiteral("en"), line.en}});
        } else {
            shell.out(QStringLiteral("%1  %2  %3  %4")
                          .arg(line.rule, -10)
                          .arg(howLabel(line.how, shell.chinese()),
                               line.packs.join(QLatin1Char(',')),
                               shell.say(line.zh, line.en)));
        }
    }
    return Fine;
}

} // namespace

QVector<Command> regulationCommands()
{
    return {
        {QStringLiteral("regulation list"),
         {},
         0,
         0,
         {},
         QStringLiteral("自带的制度"),
         QStringLiteral("the packs there are"),
         &list},
        {QStringLiteral("regulation show"),
         QStringLiteral("ID"),
         1,
         1,
         {withOption()},
         QStringLiteral("一套制度的时限和步骤"),
         QStringLiteral("clocks and steps of one pack"),
         &show},
        {QStringLiteral("regulation check"),
         QStringLiteral("FILE"),
         1,
         1,
         {},
         QStringLiteral("检查制度文件，列出全部错误及行列"),
         QStringLiteral("prints every fault of a pack with line and column"),
         &check},
        {QStringLiteral("regulation use"),
         QStringLiteral("ID|FILE"),
         1,
         1,
         {option(u"--from", u"DATE", u"生效日期（缺省立即）", u"from this date on (default: now)"),
          withOption()},
         QStringLiteral("新登记的投诉改按这套制度"),
         QStringLiteral("new cases follow this pack"),
         &use},
        {QStringLiteral("regulation coverage"),
         QStringLiteral("[ID]"),
         0,
         1,
         {withOption()},
         QStringLiteral("每条规定由什么落实"),
         QStringLiteral("what does each rule of the digest"),
         &coverage},
        {QStringLiteral("regulation schema"),
         {},
         0,
         0,
         {},
         QStringLiteral("制度文件格式说明"),
         QStringLiteral("the format of a pack"),
         &schema}};
}

} // namespace huiyin::ctl
