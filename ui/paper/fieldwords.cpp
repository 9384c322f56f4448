// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/capitals.h>
#include <paper/fieldwords.h>
#include <paper/masking.h>
#include <rules/fieldinput.h>
#include <rules/sheetprose.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

std::optional<Instant> momentOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(Instant::fromUtcMs(value.toInteger())) : std::nullopt;
}

std::optional<Day> dayOf(const QJsonValue &value)
{
    if (const auto moment = momentOf(value)) {
        return moment->localDay();
    }
    const auto day = Day::parse(value.toString());
    return day ? std::optional(*day) : std::nullopt;
}

/// Fixed words beside a value; on an English page what of them is not Chinese: 7 for 7 页.
QString aside(QString words, bool chinese)
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    return chinese ? words : words.remove(han).replace(QStringLiteral("："), QStringLiteral(":"));
}

QString plain(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (value.isDouble()) {
        const double number = value.toDouble();
        return number == std::floor(number) ? QString::number(value.toInteger())
                                            : QString::number(number, 'g', 15);
    }
    if (value.isArray()) {
        QStringList words;
        for (const QJsonValue &item : value.toArray()) {
            words << plain(item);
        }
        return words.join(QStringLiteral("、"));
    }
    if (value.isObject()) {
        QStringList words;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            words << plain(it.value());
        }
        return words.join(QStringLiteral(" "));
    }
    return {};
}

QString attachmentWords(const QJsonArray &files, bool chinese)
{
    if (files.isEmpty()) {
        return chinese ? QStringLiteral("共　　份　　页")
                       : QStringLiteral("      items,       pages");
    }
    qint64 pages = 0;
    QStringList names;
    for (const QJsonValue &file : files) {
        pages += file.toObject().value(QStringLiteral("pages")).toInteger();
        names << file.toObject().value(QStringLiteral("name")).toString();
    }
    names.removeAll(QString());
    const QString count =
        (chinese ? QStringLiteral("共 %1 份 %2 页") : QStringLiteral("%1 items, %2 pages"))
            .arg(files.size())
            .arg(pages > 0 ? QString::number(pages) : QStringLiteral("　"));
    return names.isEmpty() ? count
                           : count + (chinese ? QStringLiteral("：") : QStringLiteral(": ")) +
                                 names.join(chinese ? QStringLiteral("、") : QStringLiteral(", "));
}

/// 1,234: the plain C locale would leave the commas out.
QString grouped(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

QString two(qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); }

} // namespace

QString FieldWords::label(const SheetCell &cell) const
{
    return chinese() || cell.en.isEmpty() ? cell.zh : cell.en;
}

QString FieldWords::labelWithColon(const QString &label) const
{
    return label + (chinese() ? QStringLiteral("：") : QStringLiteral(": "));
}

QString FieldWords::filled(const QString &text, const QJsonObject &fields) const
{
    QString words = text;
    const auto blanks = proseBlanks(text);
    for (auto blank = blanks.crbegin(); blank != blanks.crend(); ++blank) {
        if (m_catalogue.field(blank->field) == nullptr) {
            continue;
        }
        SheetCell cell;
        cell.field = blank->field;
        cell.show = blank->show;
        const QString own = blank->choice.isEmpty()
                                ? value(cell, fields.value(blank->field), false)
                                : box(fields.value(blank->field), blank->choice);
        words.replace(
            blank->begin, blank->length, own.isEmpty() ? QStringLiteral("　　　　") : own);
    }
    return words;
}

QString FieldWords::day(std::optional<Day> day) const
{
    if (!chinese()) {
        return day ? day->toString() : QStringLiteral("        -     -     ");
    }
    return day ? QStringLiteral("%1年%2月%3日")
                     .arg(day->year())
                     .arg(day->month())
                     .arg(day->dayOfMonth())
               : QStringLiteral("　　　年　\u00A0月　\u00A0日");
}

QString FieldWords::moment(std::optional<Instant> moment, const QString &show) const
{
    if (!moment) {
        if (!chinese()) {
            return {};
        }
        return show == QLatin1String("date")       ? day(std::nullopt)
               : show == QLatin1String("time")     ? QStringLiteral("　　时　　分")
               : show == QLatin1String("monthDay") ? QStringLiteral("　　月　　日")
               : show == QLatin1String("monthDayTime")
                   ? QStringLiteral("　\u00A0月　\u00A0日　\u00A0时")
               : show == QLatin1String("dateStacked")
                   ? QString()
                   : QStringLiteral("　　　年　\u00A0月　\u00A0日　\u00A0时　\u00A0分");
    }
    const Day date = moment->localDay();
    const qint64 minutes = moment->localMsOfDay() / 60000;
    const QString clock = chinese()
                              ? QStringLiteral("%1时%2分").arg(two(minutes / 60), two(minutes % 60))
                              : two(minutes / 60) + QLatin1Char(':') + two(minutes % 60);
    const QString monthDay =
        chinese() ? QStringLiteral("%1月%2日").arg(date.month()).arg(date.dayOfMonth())
                  : date.toString().mid(5);
    if (show == QLatin1String("date")) {
        return day(date);
    }
    if (show == QLatin1String("time")) {
        return clock;
    }
    if (show == QLatin1String("monthDay")) {
        return monthDay;
    }
    if (show == QLatin1String("monthDayTime")) {
        return monthDay + QChar(0x00A0) + clock;
    }
    if (show == QLatin1String("dateStacked")) {
        return chinese() ? QStringLiteral("%1年\n%2").arg(date.year()).arg(monthDay)
                         : QStringLiteral("%1\n%2").arg(date.year()).arg(monthDay);
    }
    return day(date) +
           (show == QLatin1String("dateTimeStacked") ? QLatin1Char('\n') : QLatin1Char(' ')) +
           clock;
}

FieldWords::Signature FieldWords::signature(const QJsonValue &value) const
{
    const QJsonObject sign = value.toObject();
    if (sign.value(QStringLiteral("waived")).toBool()) {
        return {chinese() ? QStringLiteral("电话/网络投诉，免签")
                          : QStringLiteral("by phone or online: no signature"),
                {}};
    }
    const auto at = momentOf(sign.value(QStringLiteral("at")));
    const QString name = value.isString() ? value.toString() : signatureName(sign, chinese());
    return {name,
            at          ? day(at->localDay())
            : chinese() ? QStringLiteral("　　　年　\u00A0月　\u00A0日")
                        : QStringLiteral("Date:                ")};
}

QString FieldWords::box(const QJsonValue &value, const QString &choice)
{
    const bool on = value.isBool()    ? value.toBool() == (choice == QLatin1String("true"))
                    : value.isArray() ? value.toArray().contains(choice)
                                      : value.toString() == choice;
    return on ? QStringLiteral("☑") : QStringLiteral("☐");
}

QStringList FieldWords::ticks(const SheetCell &cell, const QJsonValue &value) const
{
    const QStringList own = chinese() ? cell.optionsZh : cell.optionsEn;
    const FieldDef *def = m_catalogue.field(cell.field);
    if (def != nullptr && def->type == FieldType::Bool) {
        if (cell.options.isEmpty()) {
            return {box(value, QStringLiteral("true")) + label(cell)};
        }
        QStringList words;
        for (qsizetype i = 0; i < cell.options.size(); ++i) {
            const QString &option = cell.options.at(i);
            words << box(value, option) + own.value(i, yesNo(option == QLatin1String("true")));
        }
        return words;
    }
    const CodeList *list = m_catalogue.choicesOf(cell.field);
    if (list == nullptr) {
        return {};
    }
    QStringList printed = cell.options;
    if (printed.isEmpty()) {
        for (const Choice &choice : list->choices) {
            printed << choice.id;
        }
    }
    QStringList words;
    for (qsizetype i = 0; i < printed.size(); ++i) {
        if (const Choice *choice = list->byId(printed.at(i))) {
            words << box(value, choice->id) + own.value(i, choiceWord(*choice));
        }
    }
    for (const QJsonValue &item : value.isArray() ? value.toArray() : QJsonArray{value}) {
        const QString id = item.toString();
        if (!id.isEmpty() && !printed.contains(id)) {
            const Choice *choice = list->byId(id);
            words << QStringLiteral("☑") + (choice != nullptr ? choiceWord(*choice) : id);
        }
    }
    return words;
}

QString FieldWords::value(const SheetCell &cell, const QJsonValue &value, bool masked) const
{
    const FieldDef *def = m_catalogue.field(cell.field);
    if (def == nullptr) {
        return plain(value);
    }
    const bool none =
        value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
    QString words;
    switch (def->type) {
    case FieldType::Date:
        if (none || dayOf(value)) {
            const auto day = none ? std::nullopt : dayOf(value);
            const bool shaped = !cell.show.isEmpty() && cell.show != QLatin1String("date");
            words = shaped ? moment(day ? std::optional(Instant::fromLocal(*day, 0)) : std::nullopt,
                                    cell.show)
                           : this->day(day);
        } else {
            words = plain(value);
        }
        break;
    case FieldType::DateTime:
        words = none || momentOf(value) ? moment(momentOf(value), cell.show) : plain(value);
        break;
    case FieldType::Money:
        if (!none) {
            const qint64 fen = value.toInteger();
            words = cell.show == QLatin1String("capitals")
                        ? capitals(fen)
                        : QStringLiteral("￥%1.%2").arg(grouped(fen / 100), two(fen % 100));
        }
        break;
    case FieldType::Enum:
    case FieldType::Multi: {
        QStringList chosen;
        for (const QJsonValue &item : value.isArray() ? value.toArray() : QJsonArray{value}) {
            const CodeList *list = m_catalogue.choicesOf(cell.field);
            const Choice *choice = list == nullptr ? nullptr : list->byId(item.toString());
            chosen << (choice != nullptr ? choiceWord(*choice) : plain(item));
        }
        chosen.removeAll(QString());
        words = chosen.join(chinese() ? QStringLiteral("、") : QStringLiteral(", "));
        break;
    }
    case FieldType::Bool:
        if (!none) {
            words = yesNo(value.toBool());
        }
        break;
    case FieldType::Attach:
        words = attachmentWords(value.toArray(), chinese());
        break;
    case FieldType::Seal:
        words = chinese() ? QStringLiteral("(盖章)") : QStringLiteral("(seal)");
        break;
    case FieldType::Sign:
        words = signature(value).name;
        break;
    default:
        words = plain(value);
        break;
    }
    if (masked) {
        words = maskedText(words, def->privacy);
    }
    return words.isEmpty() ? words
                           : aside(cell.prefix, chinese()) + words + aside(cell.suffix, chinese());
}

} // namespace huiyin
