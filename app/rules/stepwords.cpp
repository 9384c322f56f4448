// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/stepwords.h>

#include <algorithm>
#include <array>

namespace huiyin {

namespace {

struct Word
{
    QStringView action, zh, en;
};

constexpr std::array<Word, 20> kOwn = {{
    {u"record", u"登记", u"registered"},
    {u"amend", u"更正", u"corrected"},
    {u"note", u"记事", u"noted"},
    {u"attach", u"添加附件", u"attached a file"},
    {u"extend", u"延期", u"extended the deadline"},
    {u"pause", u"暂停计时", u"paused the clock"},
    {u"resume", u"恢复计时", u"resumed the clock"},
    {u"recount", u"重新计算时限", u"deadline counted anew"},
    {u"penalize", u"作出处罚", u"decided on a penalty"},
    {u"objectPenalty", u"记下对处罚的异议", u"took down an objection to a penalty"},
    {u"reversePenalty", u"撤销处罚", u"reversed a penalty"},
    {u"executePenalty", u"执行处罚", u"executed a penalty"},
    {u"compensate", u"记录赔偿核算", u"recorded the compensation"},
    {u"voidDocument", u"单据作废", u"declared a document void"},
    {u"reissueDocument", u"单据作废重开", u"drew a document up anew"},
    {u"undo", u"撤销上一步", u"took the last step back"},
    {u"moveRegulation", u"改用另一制度", u"went over to another regulation"},
    {u"erase", u"依法销毁内容", u"destroyed the contents by law"},
    {u"erased", u"已依法删除", u"deleted by law"},
    {u"void", u"撤回导入", u"took the import back"},
}};

} // namespace

QString stepWord(const QString &action,
                 const Regulation &own,
                 const QVector<Regulation> &packs,
                 bool chinese)
{
    const MoveRule *move = own.move(action);
    for (auto pack = packs.cbegin(); move == nullptr && pack != packs.cend(); ++pack) {
        move = pack->move(action);
    }
    const auto *const word = std::find_if(
        kOwn.cbegin(), kOwn.cend(), [&](const Word &one) { return one.action == action; });
    if (own.move(action) == nullptr && word != kOwn.cend()) {
        return (chinese ? word->zh : word->en).toString();
    }
    return move == nullptr ? action : chinese || move->en.isEmpty() ? move->zh : move->en;
}

} // namespace huiyin
