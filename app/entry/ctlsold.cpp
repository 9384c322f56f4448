// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/soldunits.h>

#include <QFile>

#include "ctljson.h"
#include "ctlshell.h"

namespace huiyin::ctl {

namespace {

const QString kMonth = QStringLiteral("--month");

int list(Shell &shell, const Arguments &arguments)
{
    const auto desk = shell.desk();
    if (!desk) {
        return shell.fail(desk.error());
    }
    const auto entries = soldEntries((*desk)->reader(), arguments.value(kMonth));
    if (!entries) {
        return shell.fail(entries.error());
    }
    for (const SoldEntry &one : *entries) {
        if (shell.globals().json) {
            shell.json(QJsonObject{{QStringLiteral("month"), one.month},
                                   {QStringLiteral("productName"), one.product},
                                   {QStringLiteral("soldQuantity"), one.quantity},
                                   {QStringLiteral("office"), one.office},
                                   {QStringLiteral("by"), one.by},
                                   {QStringLiteral("byName"), one.byName},
                                   {QStringLiteral("at"), jsonOf(std::optional(one.at))}});
        } else {
            shell.out(QStringLiteral("%1  %2  %3  （%4，%5，%6）")
                          .arg(one.month,
                               one.product,
                               QString::number(one.quantity),
                               one.office,
                               one.byName.isEmpty() ? one.by : one.byName,
                               shortText(one.at)));
        }
    }
    if (entries->isEmpty() && !shell.globals().json) {
        shell.note(shell.say(QStringLiteral("还没有录入销量。"),
                             QStringLiteral("No units sold are entered yet.")));
    }
    return Fine;
}

/// Records lines and says how many figures there are.
int enter(Shell &shell, Desk &desk, const QVector<SoldLine> &lines)
{
    const auto outcome = enterSold(desk, lines);
    if (const auto ended = shell.ended(outcome)) {
        return *ended;
    }
    if (shell.globals().json) {
        shell.json(QJsonObject{{QStringLiteral("figures"), lines.size()}});
    } else {
        shell.out(
            shell.say(QStringLiteral("已录入 %1 个销量。"), QStringLiteral("%1 figures recorded."))
                .arg(lines.size()));
    }
    return Fine;
}

int set(Shell &shell, const Arguments &arguments)
{
    const bool back = arguments.has(QStringLiteral("--back"));
    if (back == (arguments.words.size() > 2)) {
        return shell.wrongValue({QStringLiteral("sold.quantityOrBack")});
    }
    const auto desk = shell.actingDesk();
    if (!desk) {
        return shell.fail(desk.error());
    }
    return enter(shell,
                 **desk,
                 {{.month = arguments.words.at(0),
                   .product = arguments.words.at(1),
                   .quantity = arguments.words.value(2)}});
}

int take(Shell &shell, const Arguments &arguments)
{
    const QString path = arguments.words.first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return shell.fail({QStringLiteral("store.file.unreadable"),
                           {{QStringLiteral("path"), path}},
                           file.errorString()});
    }
    const auto lines = readSold(file.readAll(), path, arguments.value(kMonth));
    if (!lines) {
        return shell.fail(lines.error());
    }
    const auto desk = shell.actingDesk();
    return desk ? enter(shell, **desk, *lines) : shell.fail(desk.error());
}

} // namespace

QVector<Command> soldCommands()
{
    return {
        {QStringLiteral("report sold list"),
         {},
         0,
         0,
         {option(u"--month", u"YYYY-MM", u"只看这个月", u"of this month alone")},
         QStringLiteral("录入的销量，谁、何时录入"),
         QStringLiteral("the units sold that were entered, by whom and when"),
         &list},
        {QStringLiteral("report sold set"),
         QStringLiteral("YYYY-MM PRODUCT [QUANTITY]"),
         2,
         3,
         {option(u"--back", u"", u"撤回录入的数", u"takes the figure back")},
         QStringLiteral("录入一个商品一个月的销量，供按商品统计表计算比率"),
         QStringLiteral("records the units of a product sold in a month, for the rates of S-06"),
         &set},
        {QStringLiteral("report sold import"),
         QStringLiteral("FILE"),
         1,
         1,
         {option(u"--month",
                 u"YYYY-MM",
                 u"文件没有“月份”栏时，是哪个月",
                 u"the month, for a file without a column of months")},
         QStringLiteral("从 CSV 录入销量：月份、商品、销量三栏，全部录入或一个也不录"),
         QStringLiteral("records units sold from a CSV of month, product and sold: all or none"),
         &take}};
}

} // namespace huiyin::ctl
