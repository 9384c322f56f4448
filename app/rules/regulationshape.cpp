// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/penaltyshape.h>
#include <rules/regulationshape.h>
#include <rules/shapekeys.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

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
         {.key = u"overlay"_s,
          .shape = Shape::Flag,
          .zh = u"叠加在别的制度之上启用（regulation use 制度 --with 本包）"_s,
          .en = u"in force beside another pack only: regulation use PACK --with THIS"_s},
         {.key = u"appliesWhen"_s,
          .shape = Shape::Condition,
          .zh = u"叠加包：哪些案件适用，并入本包每个条目的条件"_s,
          .en = u"of an overlay: the cases it is for; joined to every entry"_s},
         {.key = u"variantOf"_s,
          .names = u"pack"_s,
          .zh = u"是哪个包的变体（仅说明）"_s,
          .en = u"the pack it is a variant of, for information"_s},
         {.key = u"sheets"_s,
          .shape = Shape::Texts,
          .names = u"sheet"_s,
          .zh = u"使用的单据；第一张为受理单，第二张为登记流转单"_s,
          .en = u"forms in use; the first is the intake sheet, the second registers and routes"_s},
         {.key = u"signOff"_s,
          .shape = Shape::Texts,
          .zh = u"统计表下的签署栏，自左而右，冒号和年月日都写上；不写用通用的四栏"_s,
          .en = u"places below the tables of statistics in Chinese, left to right, as printed; "
                "without it the usual four"_s},
         {.key = u"signOffEn"_s,
          .shape = Shape::Texts,
          .zh = u"signOff 的英文，逐栏对应"_s,
          .en = u"the same in English, place by place"_s}},
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
         {.key = u"fromAbove"_s,
          .shape = Shape::Texts,
          .names = u"channel"_s,
          .zh = u"算作越级投诉的来源渠道（上级转来、主管机关、媒体）"_s,
          .en =
              u"channels of complaints over the head of the house: superiors, authorities, media"_s},
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
         section(u"people"_s, Shape::Table, peopleShape()),
         section(u"role"_s, Shape::Tables, roleShape()),
         section(u"kind"_s, Shape::Tables, kindShape()),
         section(u"category"_s, Shape::Tables, categoryShape()),
         section(u"stage"_s, Shape::Tables, stageShape()),
         section(u"move"_s, Shape::Tables, moveShape()),
         section(u"clock"_s, Shape::Tables, clockShape()),
         section(u"lock"_s, Shape::Tables, lockShape()),
         section(u"guard"_s, Shape::Tables, guardShape()),
         section(u"advice"_s, Shape::Tables, adviceShape()),
         section(u"chain"_s, Shape::Tables, chainShape()),
         section(u"duty"_s, Shape::Tables, dutyShape()),
         section(u"count"_s, Shape::Tables, countShape()),
         section(u"ground"_s, Shape::Tables, groundShape()),
         section(u"penalty"_s, Shape::Tables, penaltyShape()),
         section(u"compensation"_s, Shape::Tables, compensationShape()),
         section(u"parameter"_s, Shape::Tables, parameterShape()),
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
