// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/shapekeys.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

KeyShape idKey(const QString &names, const QString &zh, const QString &en)
{
    return {.key = u"id"_s, .required = true, .names = names, .zh = zh, .en = en};
}

KeyShape zhKey()
{
    return {.key = u"zh"_s, .required = true, .zh = u"中文名称"_s, .en = u"Chinese name"_s};
}

KeyShape enKey()
{
    return {.key = u"en"_s, .required = true, .zh = u"英文名称"_s, .en = u"English name"_s};
}

KeyShape ruleKey()
{
    return {.key = u"rule"_s,
            .shape = Shape::Texts,
            .required = true,
            .names = u"rule"_s,
            .zh = u"依据：制度条款编号"_s,
            .en = u"the clauses it rests on"_s};
}

KeyShape openKey()
{
    return {.key = u"needsConfirmation"_s,
            .zh = u"原文未写明、由本包暂定之处，请管理员确认"_s,
            .en =
                u"what the text leaves open and this pack decided; an administrator confirms it"_s};
}

KeyShape sheetKey()
{
    return {.key = u"sheet"_s,
            .names = u"sheet"_s,
            .zh = u"随之打印的单据"_s,
            .en = u"the paper form printed with it"_s};
}

KeyShape whenKey()
{
    return {
        .key = u"when"_s,
        .shape = Shape::Condition,
        .zh =
            u"适用条件：所列字段须全部符合；多个值写成列表，符合其一即可；数、金额和日期可写 \">= 500\"，\"\" 是没填，\"*\" 是已填"_s,
        .en =
            u"applies if every field named has the value or one of the listed values; numbers, money and dates take \">= 500\", \"\" is unset, \"*\" is set"_s};
}

KeyShape namesKey(
    const QString &key, const QString &names, bool required, const QString &zh, const QString &en)
{
    return {.key = key,
            .shape = Shape::Texts,
            .required = required,
            .names = names,
            .zh = zh,
            .en = en};
}

KeyShape fieldsKey(const QString &key, bool required, const QString &zh, const QString &en)
{
    return {.key = key,
            .shape = Shape::Texts,
            .required = required,
            .names = u"field"_s,
            .zh = zh,
            .en = en};
}

} // namespace huiyin
