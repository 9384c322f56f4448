// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/fieldwords.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

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

QString two(qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); }

} // namespace

QString capitals(qint64 fen)
{
    static const QString digits = QStringLiteral("零壹贰叁肆伍陆柒捌玖");
    static const QStringList units{
        QString(), QStringLiteral("拾"), QStringLiteral("佰"), QStringLiteral("仟")};
    static const QStringList groups{
        QString(), QStringLiteral("万"), QStringLiteral("亿"), QStringLiteral("万亿")};
    if (fen < 0) {
        return {};
    }
    const QString yuan = QString::number(fen / 100);
    const auto jiao = static_cast<int>(fen / 10 % 10);
    const auto cent = static_cast<int>(fen % 10);
    QString words;
    bool zero = false;
    bool inGroup = false;
    for (qsizetype i = 0; i < yuan.size(); ++i) {
        const qsizetype place = yuan.size() - 1 - i;
        const int digit = yuan.at(i).digitValue();
        if (digit == 0) {
            zero = !words.isEmpty();
        } else {
            words +=
                (zero ? QStringLiteral("零") : QString()) + digits.at(digit) + units.at(place % 4);
            zero = false;
            inGroup = true;
        }
        if (place % 4 == 0 && inGroup) {
            words += groups.value(place / 4);
            inGroup = false;
        }
    }
    if (!words.isEmpty() || (jiao == 0 && cent == 0)) {
        words = (words.isEmpty() ? QStringLiteral("零") : words) + QStringLiteral("元");
    }
    if (jiao > 0) {
        words += digits.at(jiao) + QStringLiteral("角");
    } else if (cent > 0 && !words.isEmpty()) {
        words += QStringLiteral("零");
    }
    return words + (cent > 0 ? digits.at(cent) + QStringLiteral("分") : QStringLiteral("整"));
}

QString maskedText(const QString &text, Privacy privacy)
{
    const auto characters = text.toUcs4();
    const qsizetype size = characters.size();
    const auto part = [&](qsizetype from, qsizetype length) {
        QString piece;
        for (qsizetype i = from; i < from + length; ++i) {
            const char32_t character = characters.at(i);
            piece += QString::fromUcs4(&character, 1);
        }
        return piece;
    };
    const auto stars = [](qsizetype count) { return QString(count, QLatin1Char('*')); };
    switch (privacy) {
    case Privacy::Public:
        return text;
    case Privacy::Name:
        return text == QStringLiteral("匿名") || size == 0
                   ? text
                   : part(0, 1) + stars(std::clamp<qsizetype>(size - 1, 1, 3));
    case Privacy::Phone:
        return size >= 7 ? part(0, 3) + stars(4) + part(size - 4, 4) : stars(size);
    case Privacy::IdNumber:
        return size >= 8 ? part(0, 3) + stars(size - 7) + part(size - 4, 4) : stars(size);
    case Privacy::Address:
        return size > 3 ? part(0, 3) + stars(4) : stars(size);
    }
    return text;
}

QString FieldWords::label(const SheetCell &cell) const
{
    return chinese() || cell.en.isEmpty() ? cell.zh : cell.en;
}

QString FieldWords::labelWithColon(const QString &label) const
{
    return label + (chinese() ? QStringLiteral("：") : QStringLiteral(": "));
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
    return {value.isString() ? value.toString() : sign.value(QStringLiteral("name")).toString(),
            at          ? day(at->localDay())
            : chinese() ? QStringLiteral("　　　年　\u00A0月　\u00A0日")
                        : QStringLiteral("Date:                ")};
}

QStringList FieldWords::ticks(const SheetCell &cell, const QJsonValue &value) const
{
    const auto box = [](bool on, const QString &word) {
        return (on ? QStringLiteral("☑") : QStringLiteral("☐")) + word;
    };
    const CodeList *list = m_catalogue.choicesOf(cell.field);
    if (list == nullptr) {
        const FieldDef *def = m_catalogue.field(cell.field);
        const bool yesNo = def != nullptr && def->type == FieldType::Bool;
        return yesNo ? QStringList{box(value.toBool(), label(cell))} : QStringList{};
    }
    QStringList chosen;
    for (const QJsonValue &item : value.isArray() ? value.toArray() : QJsonArray{value}) {
        if (item.isString() && !item.toString().isEmpty()) {
            chosen << item.toString();
        }
    }
    QStringList words;
    QStringList printed = cell.options;
    if (printed.isEmpty()) {
        for (const Choice &choice : list->choices) {
            printed << choice.id;
        }
    }
    for (qsizetype i = 0; i < printed.size(); ++i) {
        const QString &id = printed.at(i);
        if (const Choice *choice = list->byId(id)) {
            const QString own = chinese() ? cell.optionsZh.value(i) : QString();
            words << box(chosen.contains(id), own.isEmpty() ? choiceWord(*choice) : own);
        }
    }
    for (const QString &id : std::as_const(chosen)) {
        if (!printed.contains(id)) {
            const Choice *choice = list->byId(id);
            words << box(true, choice != nullptr ? choiceWord(*choice) : id);
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
                        : QStringLiteral("￥%1.%2").arg(QLocale::c().toString(fen / 100),
                                                        two(fen % 100));
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
            words = chinese() ? (value.toBool() ? QStringLiteral("是") : QStringLiteral("否"))
                    : value.toBool() ? QStringLiteral("Yes")
                                     : QStringLiteral("No");
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
    return words.isEmpty() ? words : cell.prefix + words + cell.suffix;
}

} // namespace huiyin
