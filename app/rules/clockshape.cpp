// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/shapekeys.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

TableShape makeLimitShape()
{
    TableShape shape{u"limit"_s, {}, {}, {}, {}};
    const auto amount = [&](const QString &key, double most, const QString &zh, const QString &en) {
        shape.keys.append(
            {.key = key, .shape = Shape::Integer, .least = 1, .most = most, .zh = zh, .en = en});
    };
    amount(u"workdays"_s, 1000, u"工作日"_s, u"working days"_s);
    amount(u"days"_s, 4000, u"自然日"_s, u"calendar days"_s);
    amount(u"hours"_s, 100000, u"小时"_s, u"hours"_s);
    amount(u"minutes"_s, 6000000, u"分钟"_s, u"minutes"_s);
    amount(u"workhours"_s, 10000, u"办公小时"_s, u"office hours"_s);
    amount(u"workminutes"_s, 600000, u"办公分钟"_s, u"office minutes"_s);
    shape.keys.append(
        {.key = u"sameDay"_s, .shape = Shape::Flag, .zh = u"当日"_s, .en = u"the same day"_s});
    amount(u"monthDay"_s, 31, u"每月几日前"_s, u"by this day of a month"_s);
    amount(u"months"_s, 12, u"与 monthDay 合用：几个月后"_s, u"with monthDay: so many months on"_s);
    shape.keys.append({.key = u"endOfWeek"_s,
                       .shape = Shape::Flag,
                       .zh = u"周末前"_s,
                       .en = u"by the end of the week"_s});
    shape.keys.append({.key = u"endOfMonth"_s,
                       .shape = Shape::Flag,
                       .zh = u"月底前"_s,
                       .en = u"by the end of the month"_s});
    shape.keys.append({.key = u"promised"_s,
                       .names = u"day"_s,
                       .zh = u"以所填的承诺日期为准"_s,
                       .en = u"the date promised in this field"_s});
    shape.keys.append({.key = u"roll"_s,
                       .words = {u"next"_s, u"prev"_s, u"none"_s},
                       .zh = u"遇休息日顺延、提前或不动"_s,
                       .en = u"on a day off: next, previous or not moved"_s});
    return shape;
}

const TableShape &limitShape()
{
    static const TableShape shape = makeLimitShape();
    return shape;
}

const TableShape &extensionShape()
{
    static const TableShape shape{
        u"extend"_s,
        {{.key = u"to"_s,
          .shape = Shape::Table,
          .required = true,
          .table = &limitShape(),
          .zh = u"延长后的总期限，从原起点算"_s,
          .en = u"the total, counted from the original start"_s},
         fieldsKey(u"needs"_s, false, u"申请须填的字段"_s, u"fields the application must give"_s),
         {.key = u"demands"_s,
          .shape = Shape::Condition,
          .zh = u"申请须符合的值，写法同 when，如 { customerConsent = \"Agreed\" }"_s,
          .en =
              u"values the application must hold, written as in when: { customerConsent = \"Agreed\" }"_s},
         {.key = u"approve"_s,
          .shape = Shape::Texts,
          .required = true,
          .names = u"role"_s,
          .zh = u"谁可批准"_s,
          .en = u"roles that approve"_s},
         {.key = u"before"_s,
          .words = {u"due"_s},
          .zh = u"须在到期前申请"_s,
          .en = u"must be asked for before the limit"_s},
         sheetKey(),
         openKey(),
         ruleKey()},
        {},
        {},
        {}};
    return shape;
}

const TableShape &tellShape()
{
    static const TableShape shape{
        u"tell"_s,
        {{.key = u"at"_s,
          .shape = Shape::Mark,
          .required = true,
          .words = {u"due"_s, u"overdue"_s},
          .least = 0.01,
          .most = 10,
          .zh = u"期限用去的比例（大于 1 为逾期后升级），或到期、逾期"_s,
          .en = u"share of the limit used (above 1: escalation), or a word"_s},
         {.key = u"who"_s,
          .shape = Shape::Texts,
          .required = true,
          .names = u"told"_s,
          .zh = u"提醒谁：owner 或角色"_s,
          .en = u"owner or roles"_s}},
        {},
        {},
        {}};
    return shape;
}

const TableShape &drawShape()
{
    static const TableShape shape{u"draw"_s,
                                  {{.key = u"share"_s,
                                    .shape = Shape::Number,
                                    .required = true,
                                    .least = 0.001,
                                    .most = 1,
                                    .zh = u"抽取比例"_s,
                                    .en = u"share drawn"_s},
                                   {.key = u"atLeast"_s,
                                    .shape = Shape::Integer,
                                    .least = 0,
                                    .most = 10000,
                                    .zh = u"至少几件"_s,
                                    .en = u"at least"_s},
                                   {.key = u"atMost"_s,
                                    .shape = Shape::Integer,
                                    .least = 1,
                                    .most = 10000,
                                    .zh = u"至多几件"_s,
                                    .en = u"at most"_s},
                                   {.key = u"by"_s,
                                    .names = u"field"_s,
                                    .zh = u"按此字段分组抽取"_s,
                                    .en = u"drawn per value of this field"_s}},
                                  {},
                                  {},
                                  {}};
    return shape;
}

} // namespace

const TableShape &clockShape()
{
    static const TableShape shape{
        u"clock"_s,
        {idKey(u"id"_s, u"时限编号"_s, u"id"_s),
         zhKey(),
         enKey(),
         whenKey(),
         {.key = u"starts"_s,
          .required = true,
          .names = u"start"_s,
          .zh = u"起点：时间字段，或 move:步骤"_s,
          .en = u"a datetime field, or move:<id>"_s},
         {.key = u"stops"_s,
          .required = true,
          .names = u"datetime"_s,
          .zh = u"止点：首次填写即停的时间字段（办结也停）"_s,
          .en = u"datetime field whose first value stops it; a closing stops it too"_s},
         {.key = u"endedBy"_s,
          .shape = Shape::Texts,
          .names = u"move"_s,
          .zh = u"办了这些步骤也停：此后不再由他负责"_s,
          .en = u"steps that stop it as well: from then on somebody else owes"_s},
         {.key = u"limit"_s,
          .shape = Shape::Table,
          .required = true,
          .table = &limitShape(),
          .zh = u"期限，只写一种单位"_s,
          .en = u"the limit, one unit only"_s},
         {.key = u"owner"_s,
          .required = true,
          .names = u"owner"_s,
          .zh = u"由谁负责：角色，或部门、人员字段"_s,
          .en = u"who owes it: a role, or a department or person field"_s},
         {.key = u"handling"_s,
          .shape = Shape::Flag,
          .zh = u"办结是否按时以此时限计"_s,
          .en = u"the clock that makes a closing on time"_s},
         {.key = u"line"_s,
          .words = {u"service"_s, u"penalty"_s},
          .zh = u"服务目标（不写即是）或处罚线"_s,
          .en = u"the service target (default) or the line a fine begins at"_s},
         {.key = u"extend"_s,
          .shape = Shape::Levels,
          .table = &extensionShape(),
          .zh = u"延期，可分级"_s,
          .en = u"extension, or its levels in order"_s},
         {.key = u"pauses"_s,
          .shape = Shape::Flag,
          .zh = u"经批准可以暂停"_s,
          .en = u"may be stopped with reason and approver"_s},
         {.key = u"tell"_s,
          .shape = Shape::Tables,
          .table = &tellShape(),
          .zh = u"提醒"_s,
          .en = u"reminders"_s},
         openKey(),
         ruleKey()},
        u"id"_s,
        u"时限：一件投诉可有多个"_s,
        u"clocks; a case may have several"_s};
    return shape;
}

const TableShape &dutyShape()
{
    static const TableShape shape{
        u"duty"_s,
        {idKey(u"id"_s, u"职责编号"_s, u"id"_s),
         zhKey(),
         enKey(),
         {.key = u"who"_s,
          .shape = Shape::Texts,
          .required = true,
          .names = u"role"_s,
          .zh = u"谁办"_s,
          .en = u"roles"_s},
         {.key = u"every"_s,
          .required = true,
          .words = {u"day"_s, u"week"_s, u"month"_s, u"quarter"_s, u"year"_s, u"case"_s},
          .zh = u"周期，或每件"_s,
          .en = u"period, or each case"_s},
         {.key = u"after"_s,
          .names = u"move"_s,
          .zh = u"每件：在哪一步之后"_s,
          .en = u"each case: after this step"_s},
         {.key = u"doneBy"_s,
          .shape = Shape::Texts,
          .names = u"move"_s,
          .zh = u"每件：办了哪些步骤就算完成"_s,
          .en = u"each case: done by any of these steps"_s},
         whenKey(),
         {.key = u"limit"_s,
          .shape = Shape::Table,
          .table = &limitShape(),
          .zh = u"期限"_s,
          .en = u"limit"_s},
         {.key = u"report"_s,
          .zh = u"产出的报表，如 S-04"_s,
          .en = u"the report it produces: S-04"_s},
         {.key = u"draw"_s,
          .shape = Shape::Table,
          .table = &drawShape(),
          .zh = u"抽样"_s,
          .en = u"sampling"_s},
         sheetKey(),
         openKey(),
         ruleKey()},
        u"id"_s,
        u"定期职责与每件之后的任务"_s,
        u"what is due without a case, or after a step"_s};
    return shape;
}

} // namespace huiyin
