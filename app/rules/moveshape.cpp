// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/shapekeys.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

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

} // namespace

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
          .zh = u"须回避的角色、人员字段，或 move:步骤（办过那一步的人）"_s,
          .en = u"roles, person fields or move:<id> (who took that step) that must keep out"_s},
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
         {.key = u"atMost"_s,
          .shape = Shape::Integer,
          .least = 1,
          .most = 99,
          .zh = u"一次办理中最多办几次"_s,
          .en = u"times it may be taken while the case is open"_s},
         {.key = u"instead"_s,
          .names = u"move"_s,
          .zh = u"超过次数后改走的步骤"_s,
          .en = u"the step to take after that"_s},
         namesKey(u"after"_s,
                  u"move"_s,
                  false,
                  u"须已全部办过的步骤"_s,
                  u"steps all of which must have been taken"_s),
         namesKey(u"afterAny"_s,
                  u"move"_s,
                  false,
                  u"须已办过其一的步骤"_s,
                  u"steps one of which must have been taken"_s),
         namesKey(u"notAfter"_s,
                  u"move"_s,
                  false,
                  u"办过这些步骤后不能再办"_s,
                  u"steps after which it cannot be taken"_s),
         {.key = u"within"_s,
          .names = u"clock"_s,
          .zh = u"该时限未逾期时才能办"_s,
          .en = u"only while this clock is not overdue"_s},
         {.key = u"sets"_s,
          .shape = Shape::Values,
          .zh = u"这一步写入的固定值；签名字段写 @actor，由办理人签名；写空即收回原来的值"_s,
          .en =
              u"constants the step writes; @actor in a signature: whoever takes the step; an empty "
              u"one takes the value back"_s},
         {.key = u"answers"_s,
          .names = u"parts"_s,
          .zh = u"多部门分办：把本部门的结果（partResult）写进这个列表字段"_s,
          .en =
              u"split cases: writes the actor's department's result (partResult) into this list"_s},
         namesKey(u"complete"_s,
                  u"parts"_s,
                  false,
                  u"这些列表字段中各部门都有结果才能办"_s,
                  u"list fields all of whose departments must have answered"_s),
         sheetKey(),
         {.key = u"hint"_s, .zh = u"办理时的提示"_s, .en = u"advice on the form, Chinese"_s},
         {.key = u"hintEn"_s, .zh = u"提示的英文"_s, .en = u"the advice in English"_s},
         ruleKey()},
        u"id"_s,
        u"步骤：人可以办的一步；先列者先显示"_s,
        u"steps a person can take, in the order shown"_s};
    return shape;
}

const TableShape &lockShape()
{
    static const TableShape shape{
        u"lock"_s,
        {{.key = u"id"_s, .names = u"id"_s, .zh = u"编号"_s, .en = u"id"_s},
         fieldsKey(u"fields"_s, true, u"锁住的字段"_s, u"the fields locked"_s),
         {.key = u"until"_s,
          .required = true,
          .names = u"moveRef"_s,
          .zh = u"办过哪一步才能填：move:步骤"_s,
          .en = u"the step that unlocks them: move:<id>"_s},
         whenKey(),
         ruleKey()},
        u"id"_s,
        u"锁：某一步之前不得填写的字段"_s,
        u"fields that cannot be written before a step"_s};
    return shape;
}

const TableShape &guardShape()
{
    static const TableShape shape{
        u"guard"_s,
        {idKey(u"id"_s, u"编号"_s, u"id"_s),
         fieldsKey(u"fields"_s, true, u"所护的字段"_s, u"the fields guarded"_s),
         {.key = u"forbidden"_s,
          .shape = Shape::Texts,
          .required = true,
          .names = u"barred"_s,
          .zh = u"不得填写、更正的角色、人员字段，或 move:步骤"_s,
          .en = u"roles, person fields or move:<id> that must not write or amend them"_s},
         whenKey(),
         ruleKey()},
        u"id"_s,
        u"护栏：谁不得填写这些字段"_s,
        u"who must never write these fields"_s};
    return shape;
}

const TableShape &peopleShape()
{
    static const TableShape shape{
        u"people"_s,
        {{.key = u"recusal"_s,
          .shape = Shape::Flag,
          .zh = u"被投诉人看不到也不得办理该件"_s,
          .en = u"the person complained about neither sees nor handles the case"_s},
         {.key = u"needToKnow"_s,
          .shape = Shape::Flag,
          .zh = u"只有办理该件的人和所属部门看得到"_s,
          .en = u"only those who have to do with a case see it"_s},
         {.key = u"sees"_s,
          .shape = Shape::Texts,
          .names = u"role"_s,
          .zh = u"needToKnow 之下仍看得到全部案件的角色"_s,
          .en = u"roles that see every case in spite of needToKnow"_s},
         {.key = u"needToKnowRule"_s,
          .shape = Shape::Texts,
          .names = u"rule"_s,
          .zh = u"needToKnow 的依据"_s,
          .en = u"the clauses needToKnow rests on"_s},
         {.key = u"governs"_s,
          .shape = Shape::Texts,
          .names = u"role"_s,
          .zh = u"哪些角色可以启用制度、改数额、定回避、管名册；不写则人人可以"_s,
          .en = u"roles that put packs in force, set figures, switch recusal, keep the roster; "
                "without it anyone"_s},
         {.key = u"governsRule"_s,
          .shape = Shape::Texts,
          .names = u"rule"_s,
          .zh = u"governs 的依据"_s,
          .en = u"the clauses governs rests on"_s},
         {.key = u"rule"_s,
          .shape = Shape::Texts,
          .names = u"rule"_s,
          .zh = u"recusal 的依据"_s,
          .en = u"the clauses recusal rests on"_s}},
        {},
        u"人员回避，谁定单位的事"_s,
        u"whom the pack keeps away, who decides for the house"_s};
    return shape;
}

} // namespace huiyin
