// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/penaltyledger.h>
#include <report/caselines.h>
#include <report/tablemakers.h>

#include <algorithm>

namespace huiyin {

namespace {

qint64 fen(const CaseFile &caseFile, QStringView field)
{
    return caseFile.value(field).toInteger();
}

/// What one case cost, by the fields of F-17, F-21, F-22 and F-32.
struct Cost
{
    qint64 loss = 0, refund = 0, paid = 0, recovered = 0;

    [[nodiscard]] qint64 net() const { return refund + paid - recovered; }
};

Cost costOf(const CaseFile &caseFile)
{
    Cost cost{fen(caseFile, u"lossAmount"), fen(caseFile, u"refundAmount")};
    // The sheet's sum, else what was agreed, else what the ledger says.
    const bool agreed =
        !caseFile.text(u"settlementNo").isEmpty() || fen(caseFile, u"claimedAmount") > 0;
    const qint64 sheet = fen(caseFile, u"dmgTotal");
    const qint64 settled = agreed ? fen(caseFile, u"amount") : 0;
    cost.paid = sheet != 0 ? sheet : settled != 0 ? settled : fen(caseFile, u"damages");
    cost.recovered = caseFile.text(u"recourse") == u"Contractor" ? cost.paid : 0;
    return cost;
}

/// What a month's penalties do to one entry up to the end of a period.
struct Taken
{
    qint64 fine = 0, now = 0, carried = 0, points = 0;
};

Taken takenOf(const CaseFile &caseFile, const QJsonObject &entry, const Period &period)
{
    Taken taken;
    const QString id = entry.value(u"id").toString();
    const qint64 amount = entry.value(u"amountFen").toInteger();
    const Instant at = Instant::fromUtcMs(entry.value(u"at").toInteger());
    if (within(period, at)) {
        taken.fine = amount;
        taken.points = entry.value(u"points").toInteger();
    }
    // Deductions are made at the end of a month: a month counts where the period holds its last
    // day.
    qint64 before = 0;
    const QDate first = at.localDay().toDate();
    for (QDate month = first.addDays(1 - first.day()); month <= period.to().toDate();
         month = month.addMonths(1)) {
        const QDate end = month.addMonths(1).addDays(-1);
        if (end > period.to().toDate()) {
            break;
        }
        for (const PenaltyRow &row :
             penaltyRows(caseFile, month.toString(QStringLiteral("yyyy-MM")))) {
            if (row.id == id) {
                (end >= period.from().toDate() ? taken.now : before) += row.amountFen;
            }
        }
    }
    taken.carried = amount - before - taken.now;
    return taken;
}

} // namespace

TableDocument penaltyTable(TableComposer &c)
{
    const Statistics &s = c.statistics();
    TableDocument table =
        c.begin(QStringLiteral("S-15"),
                Dimension::Total,
                {words(c, QStringLiteral("对象"), QStringLiteral("Whom"), 1.3),
                 words(c, QStringLiteral("类别"), QStringLiteral("Class"), 1.3),
                 words(c, QStringLiteral("投诉编号"), QStringLiteral("Case"), 1.6),
                 words(c, QStringLiteral("依据"), QStringLiteral("Under"), 1.2),
                 c.head(QStringLiteral("罚款（元）"), QStringLiteral("Fine (yuan)")),
                 c.head(QStringLiteral("扣分"), QStringLiteral("Points"), 0.6),
                 words(c, QStringLiteral("处分"), QStringLiteral("Discipline"), 1),
                 c.head(QStringLiteral("本期实扣"), QStringLiteral("Taken")),
                 c.head(QStringLiteral("结转"), QStringLiteral("Carried on"))});
    Taken sum;
    for (const CaseFile &one : s.lists.penalties) {
        if (one.text(u"foundedness") == u"Unfounded") {
            continue; // as in the ledger of penalties
        }
        const QJsonArray entries = one.value(u"penalties").toArray();
        for (const auto &item : entries) {
            const QJsonObject entry = item.toObject();
            const QString state = entry.value(u"state").toString();
            const Taken taken = takenOf(one, entry, s.period);
            const bool confirmed = state == u"Confirmed" || state == u"Executed";
            const Instant at = Instant::fromUtcMs(entry.value(u"at").toInteger());
            if (!confirmed || (taken.now == 0 && !within(s.period, at))) {
                continue;
            }
            QStringList rules;
            const QJsonArray list = entry.value(u"rules").toArray();
            for (const auto &rule : list) {
                rules.append(rule.toString());
            }
            addRow(table,
                   {entry.value(u"name").toString()},
                   {{entry.value(u"label").toString()},
                    TableComposer::caseNumber(one.caseNo),
                    {rules.join(QStringLiteral("、"))},
                    TableComposer::money(taken.fine),
                    TableComposer::plain(taken.points),
                    {c.choice(u"discipline", entry.value(u"discipline").toString())},
                    TableComposer::money(taken.now),
                    TableComposer::money(taken.carried)},
                   false);
            sum.fine += taken.fine;
            sum.now += taken.now;
            sum.carried += taken.carried;
            sum.points += taken.points;
        }
    }
    addRow(table,
           c.totalLabel(),
           {{QString()},
            {QString()},
            {QString()},
            TableComposer::money(sum.fine),
            TableComposer::plain(sum.points),
            {QString()},
            TableComposer::money(sum.now),
            TableComposer::money(sum.carried)},
           true);
    table.unit = c.say(QStringLiteral("单位：元"), QStringLiteral("Unit: yuan"));
    c.noteLate(table, QLatin1StringView(MonthList::kPenalty));
    table.notes.append(c.say(
        QStringLiteral("只列已确认和已执行的；罚款、扣分按确认日期，实扣按月末执行，结转为期末"
                       "尚未扣的金额。"),
        QStringLiteral("Confirmed and executed penalties only; fine and points by the day "
                       "confirmed, taken at the end of each month, carried on: what is "
                       "left at the end of the period.")));
    return table;
}

TableDocument compensationTable(TableComposer &c)
{
    const Statistics &s = c.statistics();
    TableDocument table =
        c.begin(QStringLiteral("S-16"),
                Dimension::Total,
                {words(c, QStringLiteral("投诉编号"), QStringLiteral("Case"), 1.6),
                 words(c, QStringLiteral("责任归属"), QStringLiteral("Responsible"), 1.2),
                 c.head(QStringLiteral("损失（元）"), QStringLiteral("Loss")),
                 c.head(QStringLiteral("退换货（元）"), QStringLiteral("Refunded")),
                 c.head(QStringLiteral("赔偿（元）"), QStringLiteral("Compensation")),
                 c.head(QStringLiteral("追偿（元）"), QStringLiteral("Recovered")),
                 c.head(QStringLiteral("净支出（元）"), QStringLiteral("Net")),
                 words(c, QStringLiteral("协议号"), QStringLiteral("Settlement"), 1.4)});
    Cost sum;
    for (const CaseFile &one : s.lists.money) {
        const auto closed =
            std::find_if(one.spans.cbegin(), one.spans.cend(), [&](const OpenSpan &span) {
                return span.closedAt && within(s.period, *span.closedAt);
            });
        if (closed == one.spans.cend()) {
            continue;
        }
        const Cost cost = costOf(one);
        const QString scope = c.choice(u"respScope", one.text(u"respScope"));
        addRow(table,
               TableComposer::caseNumber(one.caseNo),
               {{scope.isEmpty() ? departmentOf(one) : scope},
                TableComposer::money(cost.loss),
                TableComposer::money(cost.refund),
                TableComposer::money(cost.paid),
                TableComposer::money(cost.recovered),
                TableComposer::money(cost.net()),
                {one.text(u"settlementNo")}},
               false);
        sum.loss += cost.loss;
        sum.refund += cost.refund;
        sum.paid += cost.paid;
        sum.recovered += cost.recovered;
    }
    addRow(table,
           c.totalLabel(),
           {{QString()},
            TableComposer::money(sum.loss),
            TableComposer::money(sum.refund),
            TableComposer::money(sum.paid),
            TableComposer::money(sum.recovered),
            TableComposer::money(sum.net()),
            {QString()}},
           true);
    table.unit = c.say(QStringLiteral("单位：元"), QStringLiteral("Unit: yuan"));
    table.check =
        c.say(QStringLiteral("核对：退换货 %1 ＋ 赔偿 %2 － 追偿 %3 ＝ 净支出 %4"),
              QStringLiteral("Check: refunded %1 + compensation %2 − recovered %3 = net %4"))
            .arg(moneyText(sum.refund),
                 moneyText(sum.paid),
                 moneyText(sum.recovered),
                 moneyText(sum.net()));
    c.noteLate(table, QLatin1StringView(MonthList::kMoney));
    table.notes.append(
        c.say(QStringLiteral("按办结日期；同一投诉在期内多次办结的只列一次。"),
              QStringLiteral("By date of closing; a case closed twice stands once.")));
    return table;
}

} // namespace huiyin
