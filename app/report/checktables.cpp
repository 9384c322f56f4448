// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/listmarks.h>
#include <report/caselines.h>
#include <report/tablemakers.h>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

/// One responsible unit's orders.
struct Orders
{
    qint64 given = 0, onSite = 0, inTime = 0, late = 0, passed = 0, fine = 0, emergency = 0;

    Orders &operator+=(const Orders &other)
    {
        given += other.given;
        onSite += other.onSite;
        inTime += other.inTime;
        late += other.late;
        passed += other.passed;
        fine += other.fine;
        emergency += other.emergency;
        return *this;
    }
};

Orders ordersOf(const CaseFile &caseFile, const Statistics &s)
{
    Orders orders;
    orders.given = 1;
    const auto ordered = rectificationOrdered(caseFile);
    const auto onSite = caseFile.instant(u"onSiteAt");
    constexpr qint64 kOnSiteMs = 4 * 3600000LL;
    orders.onSite = onSite && ordered && *onSite <= ordered->addMs(kOnSiteMs) ? 1 : 0;
    const auto due = caseFile.instant(u"rectifyDueAt");
    const auto done = caseFile.instant(u"completedAt");
    if (done && (!due || *done <= *due)) {
        orders.inTime = 1;
    } else if (due && (done || *due < s.closedAt.value_or(s.at))) {
        orders.late = 1;
    }
    orders.passed = caseFile.text(u"acceptanceResult") == u"Passed" ? 1 : 0;
    orders.emergency = caseFile.value(u"emergencyRepair").toBool() ? 1 : 0;
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

/// What sampling found in one unit.
struct Sampled
{
    qint64 drawn = 0, real = 0, mismatch = 0, incomplete = 0, ordered = 0;
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
        return QVector<TableCell>{TableComposer::plain(o.given),
                                  TableComposer::plain(o.onSite),
                                  TableComposer::plain(o.inTime),
                                  TableComposer::plain(o.late),
                                  TableComposer::plain(o.passed),
                                  TableComposer::money(o.fine),
                                  TableComposer::plain(o.emergency)};
    };
    QStringList names = units.keys();
    std::stable_sort(names.begin(), names.end(), [&](const QString &a, const QString &b) {
        return units.value(a).given > units.value(b).given;
    });
    for (const QString &name : std::as_const(names)) {
        addRow(table, c.label(name), line(units.value(name)), false);
    }
    addRow(table, c.totalLabel(), line(sum), true);
    table.check = c.say(QStringLiteral("核对：下发 %1 ＝ 按期完成 %2 ＋ 未按期 %3 ＋ 期限未到 %4"),
                        QStringLiteral("Check: ordered %1 = in time %2 + late %3 + not due yet %4"))
                      .arg(sum.given)
                      .arg(sum.inTime)
                      .arg(sum.late)
                      .arg(sum.given - sum.inTime - sum.late);
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
            ++target->drawn;
            target->real += one.text(u"verification") == u"True" ? 1 : 0;
            target->mismatch += one.text(u"verification") == u"Mismatch" ? 1 : 0;
            target->incomplete += one.text(u"chkArchive") == u"Incomplete" ? 1 : 0;
            target->ordered += one.instant(u"orderedAt") ? 1 : 0;
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
                        TableComposer::plain(found.drawn),
                        TableComposer::rate(share(found.drawn, f.settled())),
                        TableComposer::plain(found.real),
                        TableComposer::plain(found.mismatch),
                        TableComposer::plain(found.incomplete),
                        TableComposer::plain(found.ordered)};
            });
    c.noteLate(table, QLatin1StringView(MonthList::kVerified));
    table.notes.append(
        c.say(QStringLiteral("办结按办结日期，抽查按验证日期，所以抽查率可能超过100%。"),
              QStringLiteral("Closed by date of closing, sampled by date of verification: a "
                             "share may exceed 100 %.")));
    return table;
}

} // namespace huiyin
