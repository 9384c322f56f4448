// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/listmarks.h>
#include <report/caselines.h>
#include <report/tablemakers.h>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

/// One responsible unit's orders, by the numbers of their cases.
struct Orders
{
    QStringList given, onSite, inTime, late, passed, emergency;
    qint64 fine = 0;

    Orders &operator+=(const Orders &other)
    {
        given += other.given;
        onSite += other.onSite;
        inTime += other.inTime;
        late += other.late;
        passed += other.passed;
        emergency += other.emergency;
        fine += other.fine;
        return *this;
    }
};

Orders ordersOf(const CaseFile &caseFile, const Statistics &s)
{
    Orders orders;
    const auto addIf = [&](bool holds, QStringList &numbers) {
        if (holds) {
            numbers.append(caseFile.caseNo);
        }
    };
    addIf(true, orders.given);
    const auto ordered = rectificationOrdered(caseFile);
    const auto onSite = caseFile.instant(u"onSiteAt");
    constexpr qint64 kOnSiteMs = 4 * 3600000LL;
    addIf(onSite && ordered && *onSite <= ordered->addMs(kOnSiteMs), orders.onSite);
    const auto due = caseFile.instant(u"rectifyDueAt");
    const auto done = caseFile.instant(u"completedAt");
    const bool inTime = done && (!due || *done <= *due);
    addIf(inTime, orders.inTime);
    addIf(!inTime && due && (done || *due < s.closedAt.value_or(s.at)), orders.late);
    addIf(caseFile.text(u"acceptanceResult") == u"Passed", orders.passed);
    addIf(caseFile.value(u"emergencyRepair").toBool(), orders.emergency);
    const QJsonArray penalties = caseFile.value(u"penalties").toArray();
    for (const auto &item : penalties) {
        const QJsonObject entry = item.toObject();
        const QString state = entry.value(u"state").toString();
        const bool confirmed = state == u"Confirmed" || state == u"Executed";
        const Instant at = Instant::fromUtcMs(entry.value(u"at").toInteger());
        orders.fine +=
            confirmed && within(s.period, at) ? entry.value(u"amountFen").toInteger() : 0;
    }
    return orders;
}

/// What sampling found in one unit, by the numbers of the cases.
struct Sampled
{
    QStringList drawn, real, mismatch, incomplete, ordered;
};

} // namespace

TableDocument rectificationTable(TableComposer &c)
{
    const Statistics &s = c.statistics();
    TableDocument table =
        c.begin(QStringLiteral("S-17"),
                Dimension::Total,
                {words(c, QStringLiteral("责任单位"), QStringLiteral("Responsible unit"), 2),
                 c.head(QStringLiteral("下发"), QStringLiteral("Ordered")),
                 c.head(QStringLiteral("4小时到场"), QStringLiteral("On site in 4 h")),
                 c.head(QStringLiteral("按期完成"), QStringLiteral("In time")),
                 c.head(QStringLiteral("未按期"), QStringLiteral("Late")),
                 c.head(QStringLiteral("验收合格"), QStringLiteral("Passed")),
                 c.head(QStringLiteral("罚款（元）"), QStringLiteral("Fines (yuan)")),
                 c.head(QStringLiteral("应急维修"), QStringLiteral("Emergency repair"))});
    QMap<QString, Orders> units;
    Orders sum;
    for (const CaseFile &one : s.lists.rectified) {
        const auto ordered = rectificationOrdered(one);
        if (!ordered || !within(s.period, *ordered)) {
            continue;
        }
        QString unit = one.text(u"contractor");
        for (const QStringView field : {QStringView(u"respDept"), QStringView(u"supplier")}) {
            unit = unit.isEmpty() ? one.text(field) : unit;
        }
        const Orders orders = ordersOf(one, s);
        units[unit.isEmpty() ? departmentOf(one) : unit] += orders;
        sum += orders;
    }
    const auto line = [](const Orders &o) {
        return QVector<TableCell>{TableComposer::listed(o.given),
                                  TableComposer::listed(o.onSite),
                                  TableComposer::listed(o.inTime),
                                  TableComposer::listed(o.late),
                                  TableComposer::listed(o.passed),
                                  TableComposer::money(o.fine),
                                  TableComposer::listed(o.emergency)};
    };
    QStringList names = units.keys();
    std::stable_sort(names.begin(), names.end(), [&](const QString &a, const QString &b) {
        return units.value(a).given.size() > units.value(b).given.size();
    });
    for (const QString &name : std::as_const(names)) {
        addRow(table, c.label(name), line(units.value(name)), false);
    }
    addRow(table, c.totalLabel(), line(sum), true);
    table.check = c.say(QStringLiteral("核对：下发 %1 ＝ 按期完成 %2 ＋ 未按期 %3 ＋ 期限未到 %4"),
                        QStringLiteral("Check: ordered %1 = in time %2 + late %3 + not due yet %4"))
                      .arg(sum.given.size())
                      .arg(sum.inTime.size())
                      .arg(sum.late.size())
                      .arg(sum.given.size() - sum.inTime.size() - sum.late.size());
    c.noteLate(table, QLatin1StringView(MonthList::kRectify));
    table.notes.append(s.closedAt
                           ? c.say(QStringLiteral("按下发日期，完成情况以结账时为准。"),
                                   QStringLiteral("By the day ordered; how far they are, as of the "
                                                  "closing."))
                           : c.say(QStringLiteral("按下发日期，完成情况以打印时间为准。"),
                                   QStringLiteral("By the day ordered; how far they are, as of "
                                                  "printing.")));
    return table;
}

TableDocument samplingTable(TableComposer &c)
{
    const Statistics &s = c.statistics();
    TableDocument table =
        c.begin(QStringLiteral("S-18"),
                Dimension::Office,
                {words(c, QStringLiteral("被抽查单位"), QStringLiteral("Office"), 2),
                 c.head(QStringLiteral("办结数"), QStringLiteral("Closed")),
                 c.head(QStringLiteral("抽查数"), QStringLiteral("Sampled")),
                 c.head(QStringLiteral("抽查率"), QStringLiteral("Share")),
                 c.head(QStringLiteral("属实"), QStringLiteral("True")),
                 c.head(QStringLiteral("不符"), QStringLiteral("Mismatch")),
                 c.head(QStringLiteral("归档缺件"), QStringLiteral("Incomplete files")),
                 c.head(QStringLiteral("责令整改"), QStringLiteral("Ordered to rectify"))});
    QMap<QString, Sampled> units;
    Sampled sum;
    for (const CaseFile &one : s.lists.verified) {
        const auto at = one.instant(u"verifiedAt");
        if (!at || !within(s.period, *at) || one.text(u"verification") == u"NotSampled") {
            continue;
        }
        const QString unit = one.text(u"receivingUnit");
        for (Sampled *target : {&units[unit.isEmpty() ? one.office : unit], &sum}) {
            const auto addIf = [&](bool holds, QStringList &numbers) {
                if (holds) {
                    numbers.append(one.caseNo);
                }
            };
            addIf(true, target->drawn);
            addIf(one.text(u"verification") == u"True", target->real);
            addIf(one.text(u"verification") == u"Mismatch", target->mismatch);
            addIf(one.text(u"chkArchive") == u"Incomplete", target->incomplete);
            addIf(one.instant(u"orderedAt").has_value(), target->ordered);
        }
    }
    FigureTable groups = s.table(Dimension::Office);
    for (auto it = units.cbegin(); it != units.cend(); ++it) {
        groups.insert(it.key(), groups.value(it.key()));
    }
    addRows(c,
            table,
            groups,
            false,
            [&](const Figures &f, const std::optional<QString> &key) -> QVector<TableCell> {
                const Sampled found = key ? units.value(*key) : sum;
                return {c.closedAs(f.settled(), Stage::Closed, key),
                        TableComposer::listed(found.drawn),
                        TableComposer::rate(share(found.drawn.size(), f.settled())),
                        TableComposer::listed(found.real),
                        TableComposer::listed(found.mismatch),
                        TableComposer::listed(found.incomplete),
                        TableComposer::listed(found.ordered)};
            });
    c.noteLate(table, QLatin1StringView(MonthList::kVerified));
    table.notes.append(
        c.say(QStringLiteral("办结按办结日期，抽查按验证日期，所以抽查率可能超过100%。"),
              QStringLiteral("Closed by date of closing, sampled by date of verification: a "
                             "share may exceed 100 %.")));
    return table;
}

} // namespace huiyin
