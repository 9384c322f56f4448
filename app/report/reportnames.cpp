// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/tablemakers.h>

#include <algorithm>
#include <array>

namespace huiyin {

namespace {

/// What a table is made of: a breakdown of the sums of S-01, figures of its own, or single cases.
enum class Basis { Sums, Figures, Cases };

struct Maker
{
    const char *id;
    TableDocument (*make)(TableComposer &);
    Basis basis;
};

constexpr std::array kMakers{
    Maker{"statistics", &summaryTable, Basis::Sums},
    Maker{"S-01", &summaryTable, Basis::Sums},
    Maker{"S-02", &kindTable, Basis::Sums},
    Maker{"S-03", &categoryTable, Basis::Sums},
    Maker{"S-04", &channelTable, Basis::Sums},
    Maker{"S-05", &departmentTable, Basis::Sums},
    Maker{"S-06", &productTable, Basis::Figures},
    Maker{"S-07", &officeTable, Basis::Sums},
    Maker{"S-08", &timelinessTable, Basis::Figures},
    Maker{"S-09", &overdueTable, Basis::Cases},
    Maker{"S-10", &satisfactionTable, Basis::Sums},
    Maker{"S-11", &repeatTable, Basis::Cases},
    Maker{"S-12", &comparisonTable, Basis::Figures},
    Maker{"S-13", &causeTable, Basis::Sums},
    Maker{"S-14", &handlerTable, Basis::Sums},
    Maker{"S-15", &penaltyTable, Basis::Cases},
    Maker{"S-16", &compensationTable, Basis::Cases},
    Maker{"S-17", &rectificationTable, Basis::Cases},
    Maker{"S-18", &samplingTable, Basis::Cases},
    Maker{"S-19", &minuteTable, Basis::Figures},
    Maker{"S-20", &trendTable, Basis::Figures},
};

} // namespace

const QVector<ReportName> &reportNames()
{
    static const auto paper = QStringLiteral("A4-landscape");
    static const QVector<ReportName> names{
        {QStringLiteral("statistics"),
         QStringLiteral("投诉统计（综合数据）"),
         QStringLiteral("Complaint statistics"),
         paper},
        {QStringLiteral("S-01"),
         QStringLiteral("投诉受理办结总表"),
         QStringLiteral("Intake and Closing Summary"),
         paper},
        {QStringLiteral("S-02"), QStringLiteral("按类型统计表"), QStringLiteral("By Type"), paper},
        {QStringLiteral("S-03"),
         QStringLiteral("按投诉分类统计表"),
         QStringLiteral("By Category"),
         paper},
        {QStringLiteral("S-04"),
         QStringLiteral("按投诉渠道统计表"),
         QStringLiteral("By Channel"),
         paper},
        {QStringLiteral("S-05"),
         QStringLiteral("按责任部门统计表"),
         QStringLiteral("By Responsible Department"),
         paper},
        {QStringLiteral("S-06"),
         QStringLiteral("按商品（产品）统计表"),
         QStringLiteral("By Product"),
         paper},
        {QStringLiteral("S-07"),
         QStringLiteral("按单位（区域、门店）统计表"),
         QStringLiteral("By Branch, Region or Store"),
         paper},
        {QStringLiteral("S-08"),
         QStringLiteral("办理时效统计表"),
         QStringLiteral("Timeliness"),
         paper},
        {QStringLiteral("S-09"),
         QStringLiteral("超期未办结清单"),
         QStringLiteral("Overdue List"),
         paper},
        {QStringLiteral("S-10"),
         QStringLiteral("满意度统计表"),
         QStringLiteral("Satisfaction"),
         paper},
        {QStringLiteral("S-11"),
         QStringLiteral("重复投诉和越级投诉统计表"),
         QStringLiteral("Repeated and Skip-Level Complaints"),
         paper},
        {QStringLiteral("S-12"),
         QStringLiteral("同比环比分析表"),
         QStringLiteral("Year-on-Year and Month-on-Month"),
         paper},
        {QStringLiteral("S-13"),
         QStringLiteral("投诉原因排列表（帕累托）"),
         QStringLiteral("Pareto of Causes"),
         paper},
        {QStringLiteral("S-14"),
         QStringLiteral("承办人工作量统计表"),
         QStringLiteral("Handler Workload"),
         paper},
        {QStringLiteral("S-15"),
         QStringLiteral("奖罚统计表"),
         QStringLiteral("Penalties and Rewards"),
         paper},
        {QStringLiteral("S-16"),
         QStringLiteral("损失与赔偿统计表"),
         QStringLiteral("Losses and Compensation"),
         paper},
        {QStringLiteral("S-17"),
         QStringLiteral("整改落实统计表"),
         QStringLiteral("Rectification"),
         paper},
        {QStringLiteral("S-18"),
         QStringLiteral("抽查验证统计表"),
         QStringLiteral("Sampling Verification"),
         paper},
        {QStringLiteral("S-19"),
         QStringLiteral("分钟级时效统计表"),
         QStringLiteral("Minute-Level Compliance"),
         paper},
        {QStringLiteral("S-20"),
         QStringLiteral("投诉趋势表（12个月）"),
         QStringLiteral("Twelve-Month Trend"),
         paper},
    };
    return names;
}

const QStringList &meetingReports()
{
    static const QStringList reports{QStringLiteral("S-01"),
                                     QStringLiteral("S-02"),
                                     QStringLiteral("S-03"),
                                     QStringLiteral("S-04"),
                                     QStringLiteral("S-05"),
                                     QStringLiteral("S-07"),
                                     QStringLiteral("S-08"),
                                     QStringLiteral("S-09"),
                                     QStringLiteral("S-10"),
                                     QStringLiteral("S-11"),
                                     QStringLiteral("S-12"),
                                     QStringLiteral("S-13"),
                                     QStringLiteral("S-15"),
                                     QStringLiteral("S-17"),
                                     QStringLiteral("S-20")};
    return reports;
}

std::optional<TableDocument>
statisticsTable(const QString &id, const Statistics &statistics, const TableWords &words)
{
    const auto maker = std::find_if(kMakers.begin(), kMakers.end(), [&](const Maker &one) {
        return id == QLatin1StringView(one.id);
    });
    if (maker == kMakers.end()) {
        return std::nullopt;
    }
    TableComposer composer(statistics, words);
    TableDocument table = maker->make(composer);
    if (maker->basis != Basis::Cases) {
        composer.noteCorrections(table);
    }
    if (maker->basis == Basis::Sums) {
        composer.finish(table);
    } else {
        composer.sign(table);
    }
    return table;
}

} // namespace huiyin
