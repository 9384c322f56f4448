// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registermaker.h"

#include <QFile>
#include <QHash>
#include <QVector>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

const QStringList kSurnames =
    u"王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗"_s.split(u' ');
const QStringList kGiven =
    u"伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平 刚 桂英 建华 文博 欣怡"_s.split(
        u' ');
const QStringList kBranches =
    u"城东分公司 城西分公司 高新分公司 江北分公司 滨湖分公司 云岭分公司 开发区分公司 青山分公司"_s
        .split(u' ');
const QStringList kDepartments =
    u"客服部 市场部 工程部 财务部 质检部 技术部 物流部 售后部 办公室"_s.split(u' ');
const QStringList kChannels =
    u"电话 电话 电话 电话 来访 网站留言 微信公众号 12345转办 电子邮件 信件"_s.split(u' ');
const QStringList kCategories =
    u"施工维修/返修不力 价格收费/多收费用 服务态度/坐席服务 产品质量/外观破损 退换货/拒绝退货 虚假宣传/夸大功效 物流配送/送货延误 服务效率/久拖不决"_s
        .split(u' ');
const QStringList kSeverities = u"一般 一般 一般 一般 一般 较重 重大"_s.split(u' ');
const QStringList kStories = {
    u"来电人称上周购买的商品送到时外箱已经破损，里面少了两件，多次联系门店无人答复"_s,
    u"客户反映工作人员态度生硬，没有听完情况就挂断电话，后来再拨打一直占线"_s,
    u"投诉人表示约定的上门时间一再推迟，家中老人等了整整一天也没有等到维修师傅"_s,
    u"来访人说收费明细与当初合同不一致，多收了管理费用，要求逐项说明并退还差额"_s,
    u"客户称网站下单以后一直显示待发货，催促三次仍然没有结果，希望尽快给出说法"_s,
    u"反映楼道照明损坏半个月无人处理，夜间通行不便，已经有邻居因此摔伤"_s,
};
const QStringList kWishes =
    u"要求赔礼道歉 要求尽快上门处理 要求退还多收费用 要求换货 要求书面说明 要求赔偿损失"_s.split(
        u' ');
const QStringList kHandlers = u"曾莉 赵敏 冯磊 梁杰 郑爽 韩冰 曹颖 吴刚 周丽 孙涛"_s.split(u' ');

} // namespace

RegisterMaker::RegisterMaker(quint32 seed, QDate first, int days)
    : m_random(seed)
    , m_first(first, QTime(0, 0), Qt::UTC)
    , m_spanMinutes(qint64{days} * 24 * 60)
{
}

QString RegisterMaker::minuteText(qint64 minutes) const
{
    return m_first.addSecs(minutes * 60).toString(u"yyyy-MM-dd HH:mm"_s);
}

QVector<PlantedWord> RegisterMaker::plantedWords()
{
    return {{u"渗漏"_s, 100}, {u"异响"_s, 1000}, {u"鑫磊"_s, 20000}};
}

int RegisterMaker::below(int limit)
{
    return static_cast<int>(m_random() %
                            static_cast<quint32>(limit)); // the same on every standard library
}

QString RegisterMaker::pick(const QStringList &words)
{
    return words.at(below(static_cast<int>(words.size())));
}

QString RegisterMaker::row(qint64 total)
{
    const qint64 received = m_made * m_spanMinutes / total + below(60);
    ++m_made;
    const QStringList category = pick(kCategories).split(u'/');
    QString content = pick(kStories) + u"，事发地点在"_s + QString::number(below(900) + 100) +
                      u"号，订单尾号"_s + QString::number(below(9000) + 1000) + u"。"_s;
    for (const PlantedWord &planted : plantedWords()) {
        if (below(planted.oneIn) == 0) {
            content += u"另外还提到"_s + planted.word + u"问题。"_s;
            ++m_planted[planted.word];
        }
    }
    content += pick(kWishes) + u"。"_s;
    const bool closed = below(10) != 0 || received < m_spanMinutes / 2;
    const qint64 closedAt = received + 60 + below(7 * 24 * 60);
    const bool reallyClosed = closed && closedAt < m_spanMinutes;
    const QStringList cells = {
        u"BN%1"_s.arg(m_made, 8, 10, QLatin1Char('0')),
        minuteText(received),
        pick(kBranches),
        pick(kDepartments),
        pick(kChannels),
        u"综合"_s,
        category.first(),
        category.last(),
        pick(kSeverities),
        pick(kSurnames) + pick(kGiven),
        u"164%1"_s.arg(below(100'000'000), 8, 10, QLatin1Char('0')),
        u"和平路%1号"_s.arg(below(999) + 1),
        u"关于"_s + category.last() + u"的反映"_s,
        content,
        reallyClosed ? u"已办结"_s : u"处理中"_s,
        pick(kHandlers),
        QString(),
        reallyClosed ? minuteText(received + below(50) + 1) : QString(),
        reallyClosed ? minuteText(closedAt) : QString(),
        reallyClosed ? u"已核实并整改，向客户说明并致歉。"_s : QString(),
        reallyClosed ? pick(u"满意 满意 基本满意 非常满意 不满意"_s.split(u' ')) : QString(),
    };
    return cells.join(u',') + u'\n';
}

bool RegisterMaker::write(const QString &path, qint64 rows, qint64 total)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return false;
    }
    file.write("case_no,received_at,branch,department,channel,industry,category,subcategory,"
               "severity,customer,phone,address,title,"
               "content,status,handler,due_at,first_reply_at,closed_at,result,satisfaction\n");
    for (qint64 i = 0; i < rows; ++i) {
        const QByteArray line = row(total).toUtf8();
        if (file.write(line) != line.size()) {
            return false;
        }
    }
    return file.flush();
}

} // namespace huiyin::bench
