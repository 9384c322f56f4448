// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>

#include "ctljson.h"
#include "ctlshell.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

/// Where a value comes from: the organisation, the pack, or nobody has entered it yet.
QString sourceOf(const ParameterState &state)
{
    if (state.rule.own) {
        return QStringLiteral("organisation");
    }
    return state.rule.scaled ? QStringLiteral("pack") : QStringLiteral("open");
}

QJsonValue number(const std::optional<qint64> &scaled)
{
    return scaled ? QJsonValue(static_cast<double>(*scaled) / static_cast<double>(Figure::kScale))
                  : QJsonValue(QJsonValue::Null);
}

QString unitWord(const QString &unit, bool chinese)
{
    static const QMap<QString, QString> words{{QStringLiteral("yuan"), QStringLiteral("元")},
                                              {QStringLiteral("percent"), QStringLiteral("%")},
                                              {QStringLiteral("times"), QStringLiteral("倍")},
                                              {QStringLiteral("years"), QStringLiteral("年")},
                                              {QStringLiteral("months"), QStringLiteral("个月")},
                                              {QStringLiteral("days"), QStringLiteral("天")},
                                              {QStringLiteral("points"), QStringLiteral("分")},
                                              {QStringLiteral("share"), QStringLiteral("成数")},
                                              {QStringLiteral("count"), QStringLiteral("件")}};
    return chinese ? words.value(unit, unit) : unit;
}

QJsonObject parameterJson(const Shell &shell, const ParameterState &state)
{
    const ParameterRule &rule = state.rule;
    QJsonObject json{{QStringLiteral("regulation"), state.regulation},
                     {QStringLiteral("id"), rule.id},
                     {QStringLiteral("label"), shell.say(rule.zh, rule.en)},
                     {QStringLiteral("value"), number(rule.scaled)},
                     {QStringLiteral("packValue"), number(rule.written)},
                     {QStringLiteral("unit"), rule.unit},
                     {QStringLiteral("source"), sourceOf(state)},
                     {QStringLiteral("needsConfirmation"), !rule.open().isEmpty()},
                     {QStringLiteral("clauses"), QJsonArray::fromStringList(rule.rules)}};
    if (!rule.needsConfirmation.isEmpty()) {
        json.insert(QStringLiteral("confirmation"), rule.needsConfirmation);
    }
    if (state.change) {
        json.insert(QStringLiteral("by"), state.change->by);
        json.insert(QStringLiteral("at"), jsonOf(std::optional(state.change->at)));
        json.insert(QStringLiteral("before"), number(state.change->before));
        json.insert(QStringLiteral("reason"), state.change->reason);
    }
    return json;
}

QString valueText(const Shell &shell, const ParameterRule &rule, const std::optional<qint64> &value)
{
    return value ? figureText(*value) + QLatin1Char(' ') + unitWord(rule.unit, shell.chinese())
                 : shell.say(QStringLiteral("未填"), QStringLiteral("not entered"));
}

void tell(Shell &shell, Desk &desk, const ParameterState &state)
{
    if (shell.globals().json) {
        shell.json(parameterJson(shell, state));
        return;
    }
    const ParameterRule &rule = state.rule;
    QString source;
    if (state.change) {
        source = shell
                     .say(QStringLiteral("本单位定，%1，%2，原为 %3"),
                          QStringLiteral("the organisation's, %1, %2, before it %3"))
                     .arg(personLabel(desk.people(), state.change->by),
                          state.change->at.toLocalText(),
                          valueText(shell, rule, state.change->before));
    } else if (rule.scaled) {
        source = shell.say(QStringLiteral("制度包"), QStringLiteral("the pack's"));
    } else {
        source = shell.say(QStringLiteral("由本单位填"),
                           QStringLiteral("for the organisation to enter"));
    }
    shell.out(QStringLiteral("%1/%2  %3  %4  （%5）  %6")
                  .arg(state.regulation,
                       rule.id,
                       shell.say(rule.zh, rule.en),
                       valueText(shell, rule, rule.scaled),
                       source,
                       rule.rules.join(QLatin1Char(' '))));
    if (!rule.open().isEmpty()) {
        shell.out(
            shell.say(QStringLiteral("    待确认：%1"), QStringLiteral("    to be confirmed: %1"))
                .arg(rule.open()));
    }
}

int list(Shell &shell, const Arguments &arguments)
{
    const auto desk = shell.desk();
    if (!desk) {
        return shell.fail(desk.error());
    }
    const QString regulation = arguments.words.value(0);
    const QVector<Regulation> all = (*desk)->regulations();
    QStringList known;
    for (const Regulation &one : all) {
        known.append(one.id);
    }
    known.removeDuplicates();
    if (!regulation.isEmpty() && !known.contains(regulation)) {
        return shell.fail({QStringLiteral("regulation.unknown"),
                           {{QStringLiteral("regulation"), regulation},
                            {QStringLiteral("known"), known.join(QLatin1Char(' '))}}});
    }
    for (const ParameterState &state : (*desk)->parameters(regulation)) {
        tell(shell, **desk, state);
    }
    return Fine;
}

int set(Shell &shell, const Arguments &arguments)
{
    const bool back = arguments.has(QStringLiteral("--back"));
    if (back == (arguments.words.size() > 1)) {
        return shell.wrongValue({QStringLiteral("parameter.valueOrBack")});
    }
    const auto desk = shell.actingDesk();
    if (!desk) {
        return shell.fail(desk.error());
    }
    // `trd/warningPercent` names the pack and the figure, `warningPercent` the figure in force.
    const QString &word = arguments.words.first();
    const QString id = word.section(QLatin1Char('/'), -1);
    const QString regulation =
        word.contains(QLatin1Char('/')) ? word.section(QLatin1Char('/'), 0, 0) : QString();
    const QString text = back ? QString() : arguments.words.at(1).trimmed();
    if (!back && text.isEmpty()) {
        return shell.wrongValue({QStringLiteral("parameter.valueOrBack")});
    }
    const auto outcome =
        (*desk)->setParameter(id, text, arguments.value(QStringLiteral("--reason")), regulation);
    if (const auto ended = shell.ended(outcome)) {
        return *ended;
    }
    for (const ParameterState &state : (*desk)->parameters(regulation)) {
        if (state.rule.id == id) {
            tell(shell, **desk, state);
        }
    }
    return Fine;
}

} // namespace

QVector<Command> parameterCommands()
{
    return {{QStringLiteral("regulation parameter list"),
             QStringLiteral("[ID]"),
             0,
             1,
             {},
             QStringLiteral("制度里本单位可改的数、现值和来源"),
             QStringLiteral("the figures the organisation may change, with value and source"),
             &list},
            {QStringLiteral("regulation parameter set"),
             QStringLiteral("[PACK/]NAME VALUE"),
             1,
             2,
             {option(u"--reason", u"WORDS", u"为什么改", u"why"),
              option(u"--back", u"", u"恢复制度包的值", u"back to the value of the pack")},
             QStringLiteral("改一个参数，记下谁、何时、原值和新值；以后的计算都用它"),
             QStringLiteral("changes a figure for every computation from now on, on record"),
             &set}};
}

} // namespace huiyin::ctl
