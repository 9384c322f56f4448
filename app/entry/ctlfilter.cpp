// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlfilter.h"

namespace huiyin::ctl {

namespace {

Error notAChoice(const QString &option, const QString &value, const QStringList &known)
{
    return {QStringLiteral("usage.choice"),
            {{QStringLiteral("option"), option},
             {QStringLiteral("value"), value},
             {QStringLiteral("known"), known.join(QLatin1Char(' '))}}};
}

/// All values of an option, commas taken as separators.
QStringList valuesOf(const Arguments &arguments, const QString &option)
{
    QStringList values;
    for (const QString &value : arguments.options.value(option)) {
        values += value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    return values;
}

Result<QStringList> choicesOf(const FieldCatalogue &catalogue,
                              QStringView field,
                              const Arguments &arguments,
                              const QString &option)
{
    const CodeList *list = catalogue.choicesOf(field);
    QStringList ids;
    for (const QString &value : valuesOf(arguments, option)) {
        const Choice *choice = list == nullptr ? nullptr : list->byWord(value);
        if (choice == nullptr) {
            QStringList known;
            for (const Choice &candidate : list == nullptr ? QVector<Choice>() : list->choices) {
                known.append(candidate.id);
            }
            return notAChoice(option, value, known);
        }
        ids.append(choice->id);
    }
    return ids;
}

/// A day stands for its beginning, or for the moment after its end.
Result<Instant> momentOf(const QString &text, bool endOfDay)
{
    if (text.size() <= 10) {
        const auto day = Day::parse(text);
        if (!day) {
            return day.error();
        }
        return Instant::fromLocal(*day, endOfDay ? kDayMs : 0);
    }
    return Instant::parseLocal(text);
}

} // namespace

QVector<Option> filterOptions()
{
    return {option(u"--stage",
                   u"STAGE",
                   u"阶段，如 Handling，可用逗号分隔",
                   u"stages such as Handling, separated by commas"),
            option(u"--kind", u"KIND", u"类型", u"kinds"),
            option(u"--channel", u"CHANNEL", u"渠道", u"channels"),
            option(u"--category", u"WORD", u"分类", u"category"),
            option(u"--department", u"NAME", u"责任部门", u"department"),
            option(u"--office", u"CODE", u"单位", u"office"),
            option(u"--handler", u"NAME", u"承办人", u"handler"),
            option(u"--open", u"", u"在办", u"open cases"),
            option(u"--overdue", u"", u"已超期", u"overdue now"),
            option(u"--due-before", u"T", u"此前到期", u"due before"),
            option(u"--received-from", u"D", u"受理起", u"received from"),
            option(u"--received-to", u"D", u"受理止（含）", u"received to, included"),
            option(u"--closed-from", u"D", u"办结起", u"closed from"),
            option(u"--closed-to", u"D", u"办结止（含）", u"closed to, included"),
            option(u"--text", u"WORDS", u"全文", u"full text"),
            option(u"--phone", u"DIGITS", u"电话或尾号", u"phone or its tail"),
            option(u"--sort", u"due|received|number", u"次序", u"order"),
            option(u"--descending", u"", u"倒序", u"last first")};
}

Result<int> numberOf(const Arguments &arguments, const QString &option, int otherwise)
{
    if (!arguments.has(option)) {
        return otherwise;
    }
    bool isNumber = false;
    const int number = arguments.value(option).toInt(&isNumber);
    if (!isNumber || number < 1) {
        return Error{QStringLiteral("usage.number"),
                     {{QStringLiteral("option"), option},
                      {QStringLiteral("value"), arguments.value(option)}}};
    }
    return number;
}

Result<CaseFilter> filterOf(const FieldCatalogue &catalogue, const Arguments &arguments)
{
    CaseFilter filter;
    for (const QString &value : valuesOf(arguments, QStringLiteral("--stage"))) {
        const auto stage = stageOf(value);
        if (!stage) {
            QStringList known;
            for (int i = 0; i < kStageCount; ++i) {
                known.append(stageId(static_cast<Stage>(i)));
            }
            return notAChoice(QStringLiteral("--stage"), value, known);
        }
        filter.stages.append(*stage);
    }
    const auto kinds = choicesOf(catalogue, u"kind", arguments, QStringLiteral("--kind"));
    if (!kinds) {
        return kinds.error();
    }
    const auto channels = choicesOf(catalogue, u"channel", arguments, QStringLiteral("--channel"));
    if (!channels) {
        return channels.error();
    }
    filter.kinds = *kinds;
    filter.channels = *channels;
    filter.categories = arguments.options.value(QStringLiteral("--category"));
    filter.departments = arguments.options.value(QStringLiteral("--department"));
    filter.offices = arguments.options.value(QStringLiteral("--office"));
    filter.handler = arguments.value(QStringLiteral("--handler"));
    filter.text = arguments.value(QStringLiteral("--text"));
    filter.phone = arguments.value(QStringLiteral("--phone"));
    filter.descending = arguments.has(QStringLiteral("--descending"));
    if (arguments.has(QStringLiteral("--open"))) {
        filter.open = true;
    }
    if (arguments.has(QStringLiteral("--overdue"))) {
        filter.overdueAt = Shell::now();
    }

    struct Bound
    {
        QString option;
        std::optional<Instant> CaseFilter::*target;
        bool endOfDay;
    };

    const Bound bounds[] = {{QStringLiteral("--due-before"), &CaseFilter::dueBefore, false},
                            {QStringLiteral("--received-from"), &CaseFilter::receivedFrom, false},
                            {QStringLiteral("--received-to"), &CaseFilter::receivedBefore, true},
                            {QStringLiteral("--closed-from"), &CaseFilter::closedFrom, false},
                            {QStringLiteral("--closed-to"), &CaseFilter::closedBefore, true}};
    for (const Bound &bound : bounds) {
        if (!arguments.has(bound.option)) {
            continue;
        }
        const auto moment = momentOf(arguments.value(bound.option), bound.endOfDay);
        if (!moment) {
            return moment.error();
        }
        filter.*bound.target = *moment;
    }
    if (arguments.has(QStringLiteral("--sort"))) {
        const QString sort = arguments.value(QStringLiteral("--sort"));
        const QMap<QString, CaseSort> sorts{{QStringLiteral("due"), CaseSort::Due},
                                            {QStringLiteral("received"), CaseSort::Received},
                                            {QStringLiteral("number"), CaseSort::Number}};
        if (!sorts.contains(sort)) {
            return notAChoice(QStringLiteral("--sort"), sort, sorts.keys());
        }
        filter.sort = sorts.value(sort);
    }
    return filter;
}

} // namespace huiyin::ctl
