// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlwords.h"

#include <rules/fieldinput.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

#include "ctljson.h"

namespace huiyin::ctl {

namespace {

struct Word
{
    const char16_t *id, *zh, *en;
};

/// The word of an identifier; the identifier itself where the table has none.
template <size_t n> QString wordOf(const Word (&words)[n], const QString &id, bool chinese)
{
    const auto *it = std::find_if(std::begin(words), std::end(words), [&](const Word &word) {
        return id == QStringView(word.id);
    });
    return it == std::end(words) ? id : QString::fromUtf16(chinese ? it->zh : it->en);
}

QString yuan(qint64 fen, bool chinese)
{
    return QStringLiteral("%1.%2%3")
        .arg(fen / 100)
        .arg(std::abs(fen % 100), 2, 10, QLatin1Char('0'))
        .arg(chinese ? QStringLiteral(" 元") : QStringLiteral(" yuan"));
}

/// One entry of a list: who or what it is, and what it comes to.
QString entryText(const QJsonObject &entry, bool chinese)
{
    QString text = entry.value(QStringLiteral("name")).toString();
    if (text.isEmpty()) {
        text = entry.value(QStringLiteral("label")).toString();
    }
    const QJsonValue amount = entry.value(QStringLiteral("amountFen"));
    return amount.isDouble() ? text + QLatin1Char(' ') + yuan(amount.toInteger(), chinese) : text;
}

} // namespace

QString clockStateLabel(ClockState state, bool chinese)
{
    switch (state) {
    case ClockState::Running:
        return chinese ? QStringLiteral("计时中") : QStringLiteral("running");
    case ClockState::Paused:
        return chinese ? QStringLiteral("暂停计时") : QStringLiteral("paused");
    case ClockState::Met:
        return chinese ? QStringLiteral("按时") : QStringLiteral("on time");
    case ClockState::MetLate:
        return chinese ? QStringLiteral("迟达") : QStringLiteral("late");
    case ClockState::Cancelled:
        break;
    }
    return chinese ? QStringLiteral("已取消") : QStringLiteral("cancelled");
}

QString personLabel(const QVector<Person> &roster, const QString &id)
{
    const auto person = std::find_if(
        roster.cbegin(), roster.cend(), [&](const Person &one) { return one.id == id; });
    return person == roster.cend() || person->name.isEmpty() ? id : person->name;
}

QString
fieldText(const FieldCatalogue &catalogue, const QString &field, const QJsonValue &v, bool chinese)
{
    const FieldDef *def = catalogue.field(field);
    if (v.isArray()) {
        QStringList parts;
        for (const QJsonValue &item : v.toArray()) {
            parts.append(item.isObject() ? entryText(item.toObject(), chinese)
                                         : choiceLabel(catalogue, field, item.toString(), chinese));
        }
        return parts.join(chinese ? QStringLiteral("、") : QStringLiteral(", "));
    }
    if (v.isObject()) {
        const QJsonObject sign = v.toObject();
        const QJsonValue at = sign.value(QStringLiteral("at"));
        const QString name = signatureName(sign, chinese);
        return at.isDouble()
                   ? name + QLatin1Char(' ') + shortText(Instant::fromUtcMs(at.toInteger()))
                   : name;
    }
    if (v.isBool()) {
        return v.toBool() ? (chinese ? QStringLiteral("是") : QStringLiteral("yes"))
                          : (chinese ? QStringLiteral("否") : QStringLiteral("no"));
    }
    if (v.isDouble()) {
        const bool isMoment = def != nullptr && def->type == FieldType::DateTime;
        const bool isMoney = def != nullptr && def->type == FieldType::Money;
        return isMoment  ? shortText(Instant::fromUtcMs(v.toInteger()))
               : isMoney ? yuan(v.toInteger(), chinese)
                         : QString::number(v.toInteger());
    }
    return choiceLabel(catalogue, field, v.toString(), chinese);
}

QString importActionLabel(const QString &action, bool chinese)
{
    static const Word kActions[] = {{u"taken", u"收入", u"taken"},
                                    {u"warned", u"存疑", u"in doubt"},
                                    {u"refused", u"拒绝", u"refused"},
                                    {u"duplicate", u"重复", u"duplicate"},
                                    {u"blank", u"空行", u"blank"},
                                    {u"header", u"表头", u"head"}};
    return wordOf(kActions, action, chinese);
}

QString accessLabel(const QString &what, bool chinese)
{
    static const Word kAccess[] = {{u"view", u"查看", u"viewed"},
                                   {u"search", u"检索", u"searched"},
                                   {u"print", u"打印", u"printed"},
                                   {u"export", u"导出", u"exported"},
                                   {u"reveal", u"显示全部", u"revealed"}};
    return wordOf(kAccess, what, chinese);
}

QString rolesLabel(const Regulation &regulation, const QStringList &roles, bool chinese)
{
    QStringList names;
    for (const QString &id : roles) {
        const RoleRule *role = regulation.role(id);
        names.append(role == nullptr ? id : chinese ? role->zh : role->en);
    }
    return names.join(chinese ? QStringLiteral("、") : QStringLiteral(", "));
}

QString recusalLabel(bool byHouse, bool byPack, bool chinese)
{
    if (byHouse) {
        return chinese ? QStringLiteral("被投诉人一律回避（本单位规定）")
                       : QStringLiteral("people complained of keep out (rule of the house)");
    }
    if (byPack) {
        return chinese ? QStringLiteral("被投诉人一律回避（制度规定）")
                       : QStringLiteral("people complained of keep out (the regulation)");
    }
    return chinese ? QStringLiteral("按各步骤的规定回避")
                   : QStringLiteral("recusal as each step demands");
}

} // namespace huiyin::ctl
