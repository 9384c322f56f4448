// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/compensation.h>
#include <rules/penaltyshape.h>
#include <rules/shapekeys.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kMostYuan = 100'000'000'000.0;

/// A number, or the parameter that gives it.
KeyShape
figureKey(const QString &key, double least, double most, const QString &zh, const QString &en)
{
    return {.key = key,
            .shape = Shape::Mark,
            .names = u"parameter"_s,
            .least = least,
            .most = most,
            .zh = zh,
            .en = en};
}

KeyShape yuanKey(const QString &key, const QString &zh, const QString &en)
{
    return figureKey(key, 0.01, kMostYuan, zh, en);
}

KeyShape baseKey(const QString &key, const QString &zh, const QString &en)
{
    return {.key = key, .names = u"base"_s, .zh = zh, .en = en};
}

const TableShape &amountShape()
{
    static const TableShape shape{
        u"amount"_s,
        {yuanKey(u"fixed"_s, u"定额（元）"_s, u"so many yuan"_s),
         yuanKey(u"from"_s, u"幅度的下限（元）"_s, u"least of a range, yuan"_s),
         yuanKey(u"to"_s, u"幅度的上限（元）"_s, u"most of a range, yuan"_s),
         yuanKey(u"atLeast"_s,
                 u"不少于（元），数额由批准人定"_s,
                 u"not less, yuan; the approver decides"_s),
         {.key = u"method"_s,
          .words = {u"basePointShare"_s},
          .zh = u"算法：损失÷部门总基点×个人基点"_s,
          .en = u"method: loss ÷ points of the department × own points"_s},
         figureKey(
             u"percentOfBase"_s, 0.01, 100, u"基数的百分之几"_s, u"so many percent of the base"_s),
         baseKey(
             u"of"_s,
             u"与 percentOfBase 合用：基数，金额字段或参数；不写为 monthlyBonus"_s,
             u"with percentOfBase: the base, a money field or parameter; monthlyBonus if not given"_s),
         baseKey(u"whole"_s,
                 u"全额：金额字段或参数"_s,
                 u"the whole of this money field or parameter"_s)},
        {},
        {},
        {}};
    return shape;
}

const TableShape &capShape()
{
    static const TableShape shape{
        u"cap"_s,
        {{.key = u"of"_s,
          .required = true,
          .names = u"base"_s,
          .zh = u"以哪项收入计：金额字段或参数"_s,
          .en = u"of which income: a money field or parameter"_s},
         {.key = u"share"_s,
          .shape = Shape::Mark,
          .required = true,
          .least = 0.0001,
          .most = 1,
          .zh = u"每月至多几成，如 0.5，或参数编号"_s,
          .en = u"share taken in one month at most, 0.5 or a parameter"_s}},
        {},
        {},
        {}};
    return shape;
}

const TableShape &objectionShape()
{
    static const TableShape shape{u"objection"_s,
                                  {{.key = u"days"_s,
                                    .shape = Shape::Integer,
                                    .required = true,
                                    .least = 1,
                                    .most = 365,
                                    .zh = u"确认后几个自然日内可以提出异议"_s,
                                    .en = u"calendar days to object after it was confirmed"_s}},
                                  {},
                                  {},
                                  {}};
    return shape;
}

KeyShape approveKey()
{
    return namesKey(u"approve"_s, u"role"_s, false, u"由谁批准"_s, u"roles that approve"_s);
}

QStringList methodIds()
{
    QStringList ids;
    for (int i = 0; i <= static_cast<int>(CompensationRule::Method::OneSum); ++i) {
        ids.append(compensationMethodId(static_cast<CompensationRule::Method>(i)));
    }
    return ids;
}

} // namespace

const TableShape &groundShape()
{
    static const TableShape shape{
        u"ground"_s,
        {idKey(u"id"_s, u"情形编号，可用条款编号"_s, u"id, a clause id will do"_s),
         zhKey(),
         enKey(),
         {.key = u"penalty"_s,
          .names = u"penalty"_s,
          .zh = u"对应的处罚条目"_s,
          .en = u"the penalty it leads to"_s},
         {.key = u"tier"_s,
          .names = u"penalty"_s,
          .zh = u"同 penalty，按档次写时用"_s,
          .en = u"the same as penalty, where penalties come in tiers"_s},
         ruleKey()},
        u"id"_s,
        u"责任与处罚的情形"_s,
        u"facts that may be held against somebody"_s};
    return shape;
}

const TableShape &penaltyShape()
{
    static const TableShape shape{
        u"penalty"_s,
        {idKey(u"id"_s, u"处罚编号"_s, u"id"_s),
         zhKey(),
         enKey(),
         {.key = u"party"_s,
          .required = true,
          .words = penaltyParties(),
          .zh = u"对象：个人、班组、部门、门店、经销商、施工单位、供应商、员工"_s,
          .en = u"who is penalised"_s},
         whenKey(),
         namesKey(u"grounds"_s,
                  u"ground"_s,
                  false,
                  u"适用的情形，任一即可"_s,
                  u"grounds, any of them"_s),
         {.key = u"itself"_s,
          .shape = Shape::Condition,
          .zh = u"没有人指明情形时，案件符合这些值就由程序自己提出，写法同 when"_s,
          .en =
              u"where nobody named a ground, the program proposes it by itself if the case has these values, written as in when"_s},
         {.key = u"amount"_s,
          .shape = Shape::Table,
          .table = &amountShape(),
          .zh = u"金额，只写一种；不写则没有金额"_s,
          .en = u"the money, written in one way; none without it"_s},
         {.key = u"points"_s,
          .shape = Shape::Integer,
          .least = 1,
          .most = 1000,
          .zh = u"扣考核分"_s,
          .en = u"points taken off"_s},
         {.key = u"discipline"_s, .zh = u"处分"_s, .en = u"discipline, in the pack's words"_s},
         {.key = u"circular"_s,
          .shape = Shape::Flag,
          .zh = u"通报"_s,
          .en = u"published in the house"_s},
         {.key = u"per"_s,
          .words = {u"event"_s, u"complaint"_s, u"month"_s},
          .zh = u"按次、按件还是按月计"_s,
          .en = u"counted by event, complaint or month"_s},
         {.key = u"cap"_s,
          .shape = Shape::Table,
          .table = &capShape(),
          .zh = u"每月扣款上限"_s,
          .en = u"the most that one month takes"_s},
         {.key = u"carry"_s,
          .words = {u"monthly"_s},
          .zh = u"超出上限的逐月再扣"_s,
          .en = u"what is over goes on month by month"_s},
         approveKey(),
         sheetKey(),
         {.key = u"objection"_s,
          .shape = Shape::Table,
          .table = &objectionShape(),
          .zh = u"异议"_s,
          .en = u"objection"_s},
         openKey(),
         ruleKey()},
        u"id"_s,
        u"处罚：只产生待确认的建议，不自动扣款"_s,
        u"penalties: proposals for a person to confirm, never taken by themselves"_s};
    return shape;
}

const TableShape &compensationShape()
{
    static const TableShape shape{
        u"compensation"_s,
        {idKey(u"id"_s, u"项目编号，如 a"_s, u"id of the item"_s),
         zhKey(),
         enKey(),
         {.key = u"method"_s,
          .required = true,
          .words = methodIds(),
          .zh = u"算法：实际支出、年均倍数、被抚养人、财物估价、货价倍数、善意补偿、一次性合计"_s,
          .en = u"how it is computed"_s},
         baseKey(u"base"_s, u"基数：参数或金额字段"_s, u"the base: a parameter or money field"_s),
         {.key = u"times"_s,
          .shape = Shape::Span,
          .names = u"parameter"_s,
          .least = 0.01,
          .most = 1000,
          .zh = u"倍数，或 [下限, 上限]"_s,
          .en = u"times, or [least, most]"_s},
         {.key = u"years"_s,
          .shape = Shape::Integer,
          .least = 1,
          .most = 100,
          .zh = u"无劳动能力的被抚养人计几年"_s,
          .en = u"years for a dependant unable to work"_s},
         {.key = u"untilAge"_s,
          .shape = Shape::Integer,
          .least = 1,
          .most = 100,
          .zh = u"未成年被抚养人计到几岁"_s,
          .en = u"age until which a minor is kept"_s},
         yuanKey(u"ceiling"_s,
                 u"权限（元，含本数），超过须 approve 批准"_s,
                 u"authority in yuan, inclusive; above it approve must sign"_s),
         {.key = u"field"_s,
          .names = u"money"_s,
          .zh = u"写入案件的金额字段"_s,
          .en = u"money field of the case that receives it"_s},
         whenKey(),
         approveKey(),
         sheetKey(),
         openKey(),
         ruleKey()},
        u"id"_s,
        u"赔偿项目：按本单位制度核算，仅供协商参考"_s,
        u"items of compensation, for negotiation only"_s};
    return shape;
}

const TableShape &parameterShape()
{
    static const TableShape shape{u"parameter"_s,
                                  {idKey(u"id"_s, u"参数编号"_s, u"id"_s),
                                   zhKey(),
                                   enKey(),
                                   {.key = u"value"_s,
                                    .shape = Shape::Number,
                                    .least = 0,
                                    .most = kMostYuan,
                                    .zh = u"数值；不写则由本单位填"_s,
                                    .en = u"its value; the organisation enters it if not given"_s},
                                   {.key = u"unit"_s,
                                    .required = true,
                                    .words = parameterUnits(),
                                    .zh = u"单位：元、百分比、倍、年、月、日、分、成、件"_s,
                                    .en = u"what it is counted in"_s},
                                   openKey(),
                                   ruleKey()},
                                  u"id"_s,
                                  u"本单位可改的参数"_s,
                                  u"figures the organisation may change"_s};
    return shape;
}

QStringList penaltyParties()
{
    return {u"person"_s,
            u"group"_s,
            u"department"_s,
            u"store"_s,
            u"dealer"_s,
            u"contractor"_s,
            u"supplier"_s,
            u"staff"_s};
}

QStringList parameterUnits()
{
    return {u"yuan"_s,
            u"percent"_s,
            u"times"_s,
            u"years"_s,
            u"months"_s,
            u"days"_s,
            u"points"_s,
            u"share"_s,
            u"count"_s};
}

QString compensationMethodId(CompensationRule::Method method)
{
    switch (method) {
    case CompensationRule::Method::Actual:
        return u"actual"_s;
    case CompensationRule::Method::AnnualTimes:
        return u"annualTimes"_s;
    case CompensationRule::Method::Dependants:
        return u"dependants"_s;
    case CompensationRule::Method::PropertyEstimate:
        return u"propertyEstimate"_s;
    case CompensationRule::Method::GoodsMultiple:
        return u"goodsMultiple"_s;
    case CompensationRule::Method::Goodwill:
        return u"goodwill"_s;
    case CompensationRule::Method::OneSum:
        return u"oneSum"_s;
    }
    return {};
}

std::optional<CompensationRule::Method> compensationMethodOf(QStringView id)
{
    for (int i = 0; i <= static_cast<int>(CompensationRule::Method::OneSum); ++i) {
        const auto method = static_cast<CompensationRule::Method>(i);
        if (compensationMethodId(method) == id) {
            return method;
        }
    }
    return std::nullopt;
}

} // namespace huiyin
