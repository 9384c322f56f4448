// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlshell.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

int told(Shell &shell, const Result<Outcome> &outcome, const QString &id, const QString &sentence)
{
    if (const auto ended = shell.ended(outcome)) {
        return *ended;
    }
    if (shell.globals().json) {
        shell.json(
            QJsonObject{{QStringLiteral("person"), id},
                        {QStringLiteral("findings"), shell.findingsJson(outcome->findings)}});
    } else {
        shell.out(sentence);
    }
    return Fine;
}

int add(Shell &shell, const Arguments &arguments)
{
    Person person;
    person.id = arguments.words.value(0, arguments.value(QStringLiteral("--id"))).trimmed();
    person.name = arguments.value(QStringLiteral("--name")).trimmed();
    person.department = arguments.value(QStringLiteral("--department")).trimmed();
    for (const QString &roles : arguments.options.value(QStringLiteral("--role"))) {
        person.roles += roles.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    if (person.id.isEmpty()) {
        return shell.wrongValue({QStringLiteral("usage.missingOption"),
                                 {{QStringLiteral("option"), QStringLiteral("ID")}}});
    }
    if (person.name.isEmpty()) {
        person.name = person.id;
    }
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    return told(shell,
                (*opened)->addPerson(person),
                person.id,
                shell.say(QStringLiteral("已列入名册：%1"), QStringLiteral("on the roster: %1"))
                    .arg(person.id));
}

int list(Shell &shell, const Arguments &)
{
    const auto opened = shell.desk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const QVector<Person> roster = (*opened)->people();
    for (const Person &person : roster) {
        if (shell.globals().json) {
            shell.json(QJsonObject{
                {QStringLiteral("id"), person.id},
                {QStringLiteral("name"), person.name},
                {QStringLiteral("department"), person.department},
                {QStringLiteral("roles"), QJsonArray::fromStringList(person.roles)},
                {QStringLiteral("enabled"), person.enabled},
                {QStringLiteral("away"), person.away},
                {QStringLiteral("deputyOf"), QJsonArray::fromStringList(person.deputyOf)}});
        } else {
            shell.out(QStringLiteral("%1  %2  %3  %4%5")
                          .arg(person.id,
                               person.name,
                               person.department,
                               rolesLabel((*opened)->regulation(), person.roles, shell.chinese()),
                               !person.enabled ? shell.say(QStringLiteral("（停用）"),
                                                           QStringLiteral(" (disabled)"))
                               : person.away   ? shell.say(QStringLiteral("（外出）"),
                                                         QStringLiteral(" (away)"))
                                               : QString()));
        }
    }
    return Fine;
}

int disable(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const QString &id = arguments.words.first();
    return told(shell,
                (*opened)->disablePerson(id, arguments.value(QStringLiteral("--reason"))),
                id,
                shell.say(QStringLiteral("已停用：%1"), QStringLiteral("disabled: %1")).arg(id));
}

int away(Shell &shell, const Arguments &arguments)
{
    QStringList deputies;
    for (const QString &names : arguments.options.value(QStringLiteral("--deputy"))) {
        deputies += names.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    if (deputies.isEmpty()) {
        return shell.wrongValue({QStringLiteral("usage.missingOption"),
                                 {{QStringLiteral("option"), QStringLiteral("--deputy")}}});
    }
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const QString &id = arguments.words.first();
    return told(shell,
                (*opened)->setAway(id, deputies),
                id,
                shell
                    .say(QStringLiteral("%1 外出，由 %2 代理"),
                         QStringLiteral("%1 is away; standing in: %2"))
                    .arg(id, deputies.join(QStringLiteral("、"))));
}

int back(Shell &shell, const Arguments &arguments)
{
    const auto opened = shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    const QString &id = arguments.words.first();
    return told(shell,
                (*opened)->setAway(id, {}),
                id,
                shell.say(QStringLiteral("%1 已回"), QStringLiteral("%1 is back")).arg(id));
}

int recusal(Shell &shell, const Arguments &arguments)
{
    const QString word = arguments.words.value(0);
    if (!word.isEmpty() && word != QStringLiteral("on") && word != QStringLiteral("off")) {
        return shell.wrongValue({QStringLiteral("usage.choice"),
                                 {{QStringLiteral("option"), QStringLiteral("recusal")},
                                  {QStringLiteral("value"), word},
                                  {QStringLiteral("known"), QStringLiteral("on off")}}});
    }
    const auto opened = word.isEmpty() ? shell.desk() : shell.actingDesk();
    if (!opened) {
        return shell.fail(opened.error());
    }
    if (!word.isEmpty()) {
        const auto outcome = (*opened)->keepRespondentsOut(word == QStringLiteral("on"));
        if (const auto ended = shell.ended(outcome)) {
            return *ended;
        }
    }
    const bool on = (*opened)->respondentsKeptOut();
    const bool byPack = (*opened)->regulation().people.recusal;
    if (shell.globals().json) {
        shell.json(
            QJsonObject{{QStringLiteral("recusal"), on}, {QStringLiteral("byRegulation"), byPack}});
    } else {
        shell.out(recusalLabel(on, byPack, shell.chinese()));
    }
    return Fine;
}

} // namespace

QVector<Command> peopleCommands()
{
    return {{QStringLiteral("person add"),
             QStringLiteral("[ID]"),
             0,
             1,
             {option(u"--id", u"ID", u"工号", u"person id"),
              option(u"--name", u"NAME", u"姓名", u"name"),
              option(u"--department", u"NAME", u"部门", u"department"),
              option(u"--role",
                     u"ROLE",
                     u"角色，可用逗号分隔或多次",
                     u"roles, separated by commas or repeated")},
             QStringLiteral("把一人列入名册"),
             QStringLiteral("puts a person on the roster"),
             &add},
            {QStringLiteral("person list"),
             {},
             0,
             0,
             {},
             QStringLiteral("名册"),
             QStringLiteral("the roster"),
             &list},
            {QStringLiteral("person disable"),
             QStringLiteral("ID"),
             1,
             1,
             {option(u"--reason", u"WHY", u"原因", u"why")},
             QStringLiteral("停用一人"),
             QStringLiteral("takes a person off the roster"),
             &disable},
            {QStringLiteral("person away"),
             QStringLiteral("ID"),
             1,
             1,
             {demanded(option(u"--deputy",
                              u"ID",
                              u"代理人，可用逗号分隔或多次",
                              u"who stands in, separated by commas or repeated"))},
             QStringLiteral("记下某人外出和代理人"),
             QStringLiteral("marks a person away and who stands in"),
             &away},
            {QStringLiteral("person back"),
             QStringLiteral("ID"),
             1,
             1,
             {},
             QStringLiteral("某人已回"),
             QStringLiteral("marks a person back"),
             &back},
            {QStringLiteral("recusal"),
             QStringLiteral("[on|off]"),
             0,
             1,
             {},
             QStringLiteral("被投诉人是否一律回避；on、off 改设定"),
             QStringLiteral("whether people complained of keep out in any case; on, off set it"),
             &recusal}};
}

} // namespace huiyin::ctl
