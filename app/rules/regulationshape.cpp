// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/regulationshape.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

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
    return {.key = u"when"_s,
            .shape = Shape::Condition,
            .zh = u"适用条件：所列字段须全部符合；多个值写成列表，符合其一即可"_s,
            .en = u"applies if every field named has the value or one of the listed values"_s};
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

const TableShape &headShape()
{
    static const TableShape shape{
        u"pack"_s,
        {idKey(u"id"_s, u"包的编号，如 tob"_s, u"id of the pack"_s),
         zhKey(),
         enKey(),
         {.key = u"version"_s,
          .shape = Shape::Integer,
          .required = true,
          .least = 1,
          .most = 9999,
          .zh = u"版本号；改动已启用的包须加一"_s,
          .en = u"raised with every change of a pack in use"_s},
         {.key = u"effective"_s,
          .shape = Shape::Date,
          .required = true,
          .zh = u"生效日期"_s,
          .en = u"day it takes effect"_s},
         {.key = u"uses"_s,
          .shape = Shape::Texts,
          .names = u"pack"_s,
          .zh = u"引用的共用包；本包条目按 id 覆盖其同名条目"_s,
          .en = u"packs it builds on; entries of this pack replace theirs by id"_s},
         {.key = u"shared"_s,
          .shape = Shape::Flag,
          .zh = u"仅供引用，不单独启用"_s,
          .en = u"only for uses, never in force by itself"_s},
         {.key = u"sheets"_s,
          .shape = Shape::Texts,
          .names = u"sheet"_s,
          .zh = u"使用的单据；第一张为受理单，第二张为登记流转单"_s,
          .en = u"forms in use; the first is the intake sheet, the second registers and routes"_s}},
        {},
        u"包的基本信息"_s,
        u"what the pack is"_s};
    return shape;
}

const TableShape &intakeOneOfShape()
{
    static const TableShape shape{
        u"oneOf"_s,
        {fieldsKey(u"fields"_s, true, u"至少填一项的字段"_s, u"at least one of them"_s), ruleKey()},
        {},
        {},
        {}};
    return shape;
}

const TableShape &intakeShape()
{
    static const TableShape shape{
        u"intake"_s,
        {fieldsKey(u"needs"_s,
                   false,
                   u"缺了即标为待补全的字段"_s,
                   u"fields without which a case is marked incomplete"_s),
         {.key = u"oneOf"_s,
          .shape = Shape::Tables,
          .table = &intakeOneOfShape(),
          .zh = u"不填其中一项就不能登记"_s,
          .en = u"groups of which one member must be given to register at all"_s},
         ruleKey()},
        {},
        u"登记要求"_s,
        u"what registering asks for"_s};
    return shape;
}

const TableShape &roleShape()
{
    static const TableShape shape{
        u"role"_s,
        {idKey(u"id"_s, u"角色编号"_s, u"id"_s), zhKey(), enKey(), ruleKey()},
        u"id"_s,
        u"角色：谁可以办"_s,
        u"who may act"_s};
    return shape;
}

const TableShape &kindShape()
{
    static const TableShape shape{
        u"kind"_s,
        {idKey(u"kind"_s, u"类型（代码表 CL-01）"_s, u"of code list CL-01"_s), ruleKey()},
        u"id"_s,
        u"受理的类型"_s,
        u"kinds of cases taken"_s};
    return shape;
}

const TableShape &categoryShape()
{
    static const TableShape shape{
        u"category"_s,
        {{.key = u"zh"_s, .required = true, .zh = u"分类名称"_s, .en = u"its name, as stored"_s},
         {.key = u"children"_s,
          .shape = Shape::Texts,
          .zh = u"二级分类"_s,
          .en = u"second level"_s},
         ruleKey()},
        u"zh"_s,
        u"投诉分类（可另填自由名称，会加标记）"_s,
        u"categories; free names are allowed and flagged"_s};
    return shape;
}

const TableShape &stageShape()
{
    static const TableShape shape{
        u"stage"_s,
        {idKey(u"allStages"_s, u"状态（代码表 CL-16）"_s, u"of code list CL-16"_s),
         zhKey(),
         enKey(),
         ruleKey()},
        u"id"_s,
        u"案件状态"_s,
        u"where a case can stand"_s};
    return shape;
}

const TableShape &moveOneOfShape()
{
    static const TableShape shape{
        u"oneOf"_s,
        {fieldsKey(u"fields"_s, true, u"至少一项有值的字段"_s, u"at least one of them"_s),
         whenKey(),
         ruleKey()},
        {},
        {},
        {}};
    return shape;
}

const TableShape &moveShape()
{
    static const TableShape shape{
        u"move"_s,
        {idKey(u"id"_s, u"步骤编号，命令行用它"_s, u"id, the word of the command line"_s),
         zhKey(),
         enKey(),
         {.key = u"from"_s,
          .shape = Shape::Texts,
          .required = true,
          .names = u"stage"_s,
          .zh = u"从哪些状态可以办"_s,
          .en = u"stages it starts from"_s},
         {.key = u"to"_s,
          .names = u"stage"_s,
          .zh = u"办后进入的状态；不写则状态不变"_s,
          .en = u"stage it leads to; without it the case stays"_s},
         {.key = u"by"_s,
          .shape = Shape::Texts,
          .names = u"role"_s,
          .zh = u"可以办的角色；不写则人人可办"_s,
          .en = u"roles that may; without it anyone on the roster"_s},
         {.key = u"forbidden"_s,
          .shape = Shape::Texts,
          .names = u"barred"_s,
          .zh = u"须回避的角色或人员字段"_s,
          .en = u"roles or person fields that must keep out"_s},
         fieldsKey(u"needs"_s,
                   false,
                   u"办后必须有值的字段"_s,
                   u"fields that must have a value afterwards"_s),
         {.key = u"oneOf"_s,
          .shape = Shape::Tables,
          .table = &moveOneOfShape(),
          .zh = u"另须每组至少一项有值"_s,
          .en = u"of each group one field must have a value afterwards"_s},
         fieldsKey(u"offers"_s, false, u"表单上另列的字段"_s, u"further fields its form shows"_s),
         {.key = u"reason"_s,
          .shape = Shape::Flag,
          .zh = u"须写明理由"_s,
          .en = u"a reason is demanded"_s},
         {.key = u"stamps"_s,
          .names = u"datetime"_s,
          .zh = u"记下办理时间的字段"_s,
          .en = u"field set to the time of the step"_s},
         whenKey(),
         sheetKey(),
         {.key = u"hint"_s, .zh = u"办理时的提示"_s, .en = u"advice on the form, Chinese"_s},
         {.key = u"hintEn"_s, .zh = u"提示的英文"_s, .en = u"the advice in English"_s},
         ruleKey()},
        u"id"_s,
        u"步骤：人可以办的一步；先列者先显示"_s,
        u"steps a person can take, in the order shown"_s};
    return shape;
}

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
    static const TableShape shape{u"tell"_s,
                                  {{.key = u"at"_s,
                                    .shape = Shape::Mark,
                                    .required = true,
                                    .words = {u"due"_s, u"overdue"_s},
                                    .least = 0.01,
                                    .most = 1,
                                    .zh = u"期限用去的比例，或到期、逾期"_s,
                                    .en = u"share of the limit used, or a word"_s},
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
         {.key = u"extend"_s,
          .shape = Shape::Table,
          .table = &extensionShape(),
          .zh = u"延期"_s,
          .en = u"extension"_s},
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
          .words = {u"week"_s, u"month"_s, u"quarter"_s, u"year"_s, u"case"_s},
          .zh = u"周期，或每件"_s,
          .en = u"period, or each case"_s},
         {.key = u"after"_s,
          .names = u"move"_s,
          .zh = u"每件：在哪一步之后"_s,
          .en = u"each case: after this step"_s},
         {.key = u"limit"_s,
          .shape = Shape::Table,
          .table = &limitShape(),
          .zh = u"期限"_s,
          .en = u"limit"_s},
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

const TableShape &retentionShape()
{
    static const TableShape shape{
        u"retention"_s,
        {idKey(u"retention"_s, u"保管期限（代码表 CL-15）"_s, u"of code list CL-15"_s),
         {.key = u"years"_s,
          .shape = Shape::Integer,
          .least = 1,
          .most = 100,
          .zh = u"年数；不写则至档案员所填日期或永久"_s,
          .en = u"years; without it until a date entered, or for ever"_s},
         openKey(),
         ruleKey()},
        u"id"_s,
        u"保管期限"_s,
        u"how long files are kept"_s};
    return shape;
}

const TableShape &noteShape()
{
    static const TableShape shape{
        u"rule"_s,
        {idKey(u"ruleId"_s, u"条款编号"_s, u"id of the clause"_s),
         {.key = u"zh"_s,
          .required = true,
          .zh = u"用自己的话概括要求"_s,
          .en = u"the demand in our words, Chinese"_s},
         {.key = u"en"_s, .required = true, .zh = u"同上，英文"_s, .en = u"the same in English"_s},
         {.key = u"how"_s,
          .required = true,
          .words = {u"enforced"_s, u"prompted"_s, u"documented"_s, u"reference"_s, u"outOfScope"_s},
          .zh = u"程序如何落实：强制、提示、留痕、仅供参考、不涉及"_s,
          .en = u"what the program does with it"_s},
         {.key = u"entry"_s,
          .zh = u"落实它的条目，如 clock:handling、sheet:F-01"_s,
          .en = u"the entry that does it"_s},
         {.key = u"test"_s, .zh = u"证明它的测试"_s, .en = u"test that shows it"_s},
         {.key = u"reason"_s,
          .zh = u"不由程序落实的原因"_s,
          .en = u"why the program does not do it, Chinese"_s},
         {.key = u"reasonEn"_s, .zh = u"同上，英文"_s, .en = u"the same in English"_s}},
        u"id"_s,
        u"条款落实情况"_s,
        u"what becomes of each clause"_s};
    return shape;
}

KeyShape section(const QString &key, Shape shape, const TableShape &table, bool required = false)
{
    return {.key = key, .shape = shape, .required = required, .table = &table};
}

} // namespace

const TableShape &packShape()
{
    static const TableShape root{
        u"file"_s,
        {section(u"pack"_s, Shape::Table, headShape(), true),
         section(u"intake"_s, Shape::Table, intakeShape()),
         section(u"role"_s, Shape::Tables, roleShape()),
         section(u"kind"_s, Shape::Tables, kindShape()),
         section(u"category"_s, Shape::Tables, categoryShape()),
         section(u"stage"_s, Shape::Tables, stageShape()),
         section(u"move"_s, Shape::Tables, moveShape()),
         section(u"clock"_s, Shape::Tables, clockShape()),
         section(u"duty"_s, Shape::Tables, dutyShape()),
         section(u"retention"_s, Shape::Tables, retentionShape()),
         section(u"rule"_s, Shape::Tables, noteShape())},
        {},
        u"制度包：一个单位的投诉处理制度。键用英文，内容用中文；每个条目有 id，并写明依据。"_s,
        u"A regulation pack: one organisation's written regulation. Every entry has an id and cites its clauses."_s};
    return root;
}

const TableShape &ruleListShape()
{
    static const TableShape rule{
        u"rule"_s,
        {idKey(u"id"_s, {}, {}),
         zhKey(),
         enKey(),
         {.key = u"source"_s, .required = true, .zh = u"出处"_s, .en = u"where it stands"_s}},
        u"id"_s,
        {},
        {}};
    static const TableShape root{
        u"file"_s,
        {{.key = u"rule"_s, .shape = Shape::Tables, .required = true, .table = &rule}},
        {},
        {},
        {}};
    return root;
}

} // namespace huiyin
