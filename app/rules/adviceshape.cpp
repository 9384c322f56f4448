// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/shapekeys.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

const TableShape &linkShape()
{
    static const TableShape shape{
        u"links"_s,
        {{.key = u"move"_s, .required = true, .names = u"move"_s, .zh = u"步骤"_s, .en = u"step"_s},
         {.key = u"role"_s,
          .required = true,
          .names = u"role"_s,
          .zh = u"谁审"_s,
          .en = u"who decides"_s}},
        {},
        {},
        {}};
    return shape;
}

KeyShape amount(const QString &key, double most, const QString &zh, const QString &en)
{
    return {.key = key, .shape = Shape::Integer, .least = 1, .most = most, .zh = zh, .en = en};
}

const TableShape &periodShape()
{
    static const TableShape shape{
        u"per"_s,
        {amount(u"months"_s, 12, u"每几个月（自然月）"_s, u"calendar months"_s),
         amount(u"quarters"_s, 4, u"每几个季度"_s, u"calendar quarters"_s),
         amount(u"years"_s, 10, u"每几年"_s, u"calendar years"_s),
         amount(u"days"_s, 3660, u"最近几天"_s, u"the last days"_s),
         amount(u"running"_s, 120, u"最近几个月（连续）"_s, u"the last months, running"_s)},
        {},
        {},
        {}};
    return shape;
}

const TableShape &ratioShape()
{
    static const TableShape shape{u"ratio"_s,
                                  {{.key = u"of"_s,
                                    .required = true,
                                    .names = u"number"_s,
                                    .zh = u"分子：数值字段之和"_s,
                                    .en = u"sum of this number field"_s},
                                   {.key = u"to"_s,
                                    .required = true,
                                    .names = u"number"_s,
                                    .zh = u"分母：数值字段之和"_s,
                                    .en = u"set against the sum of this one"_s},
                                   {.key = u"above"_s,
                                    .required = true,
                                    .names = u"decimal"_s,
                                    .zh = u"超过这个比例，如 \"0.02\""_s,
                                    .en = u"more than this share, as \"0.02\""_s}},
                                  {},
                                  {},
                                  {}};
    return shape;
}

} // namespace

const TableShape &adviceShape()
{
    static const TableShape shape{
        u"advice"_s,
        {idKey(u"id"_s, u"编号"_s, u"id"_s),
         {.key = u"zh"_s, .required = true, .zh = u"提示的话"_s, .en = u"the advice, Chinese"_s},
         {.key = u"en"_s, .required = true, .zh = u"同上，英文"_s, .en = u"the same in English"_s},
         whenKey(),
         namesKey(u"on"_s,
                  u"occasion"_s,
                  true,
                  u"在哪里提示：intake 或步骤"_s,
                  u"where it is shown: intake or steps"_s),
         {.key = u"items"_s,
          .shape = Shape::Texts,
          .zh = u"逐项核对的清单"_s,
          .en = u"checklist, Chinese"_s},
         {.key = u"itemsEn"_s,
          .shape = Shape::Texts,
          .zh = u"清单的英文，项数相同"_s,
          .en = u"the checklist in English, as many items"_s},
         {.key = u"proposes"_s,
          .shape = Shape::Values,
          .zh = u"建议的值，由人确认"_s,
          .en = u"suggested values a person confirms"_s},
         namesKey(
             u"refuses"_s, u"move"_s, false, u"提醒不宜办的步骤"_s, u"steps it advises against"_s),
         ruleKey()},
        u"id"_s,
        u"提示：在步骤表单上显示，并列为任务"_s,
        u"prompts on step forms, kept as tasks"_s};
    return shape;
}

const TableShape &chainShape()
{
    static const TableShape shape{
        u"chain"_s,
        {idKey(u"id"_s, u"编号"_s, u"id"_s),
         zhKey(),
         enKey(),
         whenKey(),
         {.key = u"links"_s,
          .shape = Shape::Tables,
          .required = true,
          .table = &linkShape(),
          .zh = u"各级：步骤和角色，按先后"_s,
          .en = u"levels in order: step and role"_s},
         ruleKey()},
        u"id"_s,
        u"审批链：供屏幕和单据显示，由各步骤实际执行"_s,
        u"an approval chain for screen and paper; its steps do the work"_s};
    return shape;
}

const TableShape &countShape()
{
    static const TableShape shape{
        u"count"_s,
        {idKey(u"id"_s, u"编号"_s, u"id"_s),
         zhKey(),
         enKey(),
         whenKey(),
         {.key = u"by"_s,
          .names = u"field"_s,
          .zh = u"按此字段分别计数"_s,
          .en = u"counted apart by this field"_s},
         {.key = u"per"_s,
          .shape = Shape::Table,
          .required = true,
          .table = &periodShape(),
          .zh = u"计数的期间，只写一种"_s,
          .en = u"the period, one unit only"_s},
         amount(u"atLeast"_s, 1000000, u"达到几件"_s, u"so many cases"_s),
         {.key = u"ratio"_s,
          .shape = Shape::Table,
          .table = &ratioShape(),
          .zh = u"或超过什么比例"_s,
          .en = u"or above what share"_s},
         {.key = u"then"_s,
          .required = true,
          .zh = u"达到后的任务"_s,
          .en = u"the task that follows"_s},
         {.key = u"thenEn"_s, .zh = u"任务的英文"_s, .en = u"the task in English"_s},
         namesKey(u"who"_s, u"role"_s, true, u"谁办"_s, u"roles"_s),
         openKey(),
         ruleKey()},
        u"id"_s,
        u"计数：案件累计到数即生任务"_s,
        u"counters over the case list that lead to a task"_s};
    return shape;
}

} // namespace huiyin
