// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlshell.h"
#include "ctlwords.h"

namespace huiyin::ctl {

namespace {

int told(Shell &shell, const Result<Outcome> &outcome, const QString &id, const QString &sentence)
{
    if (!outcome) {
        return shell.fail(outcome.error());
    }
    if (refuses(outcome->findings)) {
        return shell.refuse(outcome->findings);
    }
    shell.report(outcome->findings);
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
    const auto roster = (*opened)->reader().roster();
    if (!roster) {
        return shell.fail(roster.error());
    }
    for (const Person &person : *roster) {
        if (shell.globals().json) {
            shell.json(
                QJsonObject{{QStringLiteral("id"), person.id},
                            {QStringLiteral("name"), person.name},
                            {QStringLiteral("department"), person.department},
                            {QStringLiteral("roles"), QJsonArray::fromStringList(person.roles)},
                            {QStringLiteral("enabled"), person.enabled}});
        } else {
            shell.out(QStringLiteral("%1  %2  %3  %4%5")
                          .arg(person.id,
                               person.name,
                               person.department,
                               rolesLabel((*opened)->regulation(), person.roles, shell.chinese()),
                               person.enabled ? QString()
                                              : shell.say(QStringLiteral("（停用）"),
                                                          QStringLiteral(" (disabled)"))));
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
             &disable}};
}

} // namespace huiyin::ctl
