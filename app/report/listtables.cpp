// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/caselines.h>
#include <report/tablemakers.h>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

constexpr qsizetype kLongest = 60; ///< characters of a matter in a list

TableCell dayCell(const std::optional<Instant> &at)
{
    TableCell cell;
    if (at) {
        cell.day = at->localDay();
        cell.text = cell.day->toString();
    }
    return cell;
}

QString customerOf(const CaseFile &caseFile)
{
    const QString name = caseFile.text(u"complainantName");
    return caseFile.value(u"confidential").toBool() && !name.isEmpty()
               ? name.left(1) + QStringLiteral("***")
               : name;
}

QString matterOf(const CaseFile &caseFile)
{
    for (const QStringView field :
         {QStringView(u"title"), QStringView(u"contentBrief"), QStringView(u"content")}) {
        const QString text = caseFile.text(field).simplified();
        if (!text.isEmpty()) {
            return text.size() > kLongest ? text.left(kLongest) + QStringLiteral("…") : text;
        }
    }
    return {};
}

} // namespace

TableDocument overdueTable(TableComposer &c)
{
    const Statistics &s = c.statistics();
    TableDocument table =
        c.begin(QStringLiteral("S-09"),
                Dimension::Total,
                {c.head(QStringLiteral("序号"), QStringLiteral("No."), 0.5),
                 words(c, QStringLiteral("投诉编号"), QStringLiteral("Case"), 1.6),
                 words(c, QStringLiteral("投诉人"), QStringLiteral("Complainant"), 1),
                 words(c, QStringLiteral("事项"), QStringLiteral("Matter"), 3),
                 words(c, QStringLiteral("责任部门"), QStringLiteral("Department"), 1.2),
                 words(c, QStringLiteral("承办人"), QStringLiteral("Handler"), 0.9),
                 words(c, QStringLiteral("受理日期"), QStringLiteral("Received"), 1),
                 words(c, QStringLiteral("期限"), QStringLiteral("Due"), 1),
                 c.head(QStringLiteral("超期天数"), QStringLiteral("Days overdue"), 0.7),
                 words(c, QStringLiteral("督办"), QStringLiteral("Urged"), 0.8)});
    const Instant moment = std::min(s.at, s.period.end());
    // At the end of a past period it is its last day that counts, not the midnight after it.
    const Day asOf = s.running ? s.at.localDay() : s.period.to();
    int number = 0;
    for (const CaseFile &one : s.lists.overdue) {
        const auto due = overdueSince(one, moment);
        const int days = due ? static_cast<int>(asOf.number() - due->localDay().number()) : 0;
        const auto urged =
            std::count_if(one.steps.cbegin(), one.steps.cend(), [&](const Step &step) {
                return step.fields.contains(QStringLiteral("urgedAt")) && step.at < moment;
            });
        addRow(
            table,
            TableComposer::plain(++number),
            {TableComposer::caseNumber(one.caseNo),
             {customerOf(one)},
             {matterOf(one)},
             {departmentOf(one)},
             {one.text(u"handler")},
             dayCell(one.spans.last().openedAt),
             dayCell(due),
             TableComposer::plain(days),
             {urged == 0 ? QString()
                         : c.say(QStringLiteral("已催办%1次"), QStringLiteral("%1 ×")).arg(urged)}},
            false);
    }
    TableCell all = c.count(s.total.overdueOpen, drill::overdue(s), std::nullopt);
    table.check = c.say(QStringLiteral("超期未办结共 %1 件，列出 %2 件，按超期天数从多到少。"),
                        QStringLiteral("%1 cases overdue, %2 listed, the longest overdue first."))
                      .arg(all.text)
                      .arg(number);
    table.checkHolds = number <= s.total.overdueOpen;
    table.notes.append(s.running
                           ? c.say(QStringLiteral("本期尚未结束，按打印时间计；天数为日历日。"),
                                   QStringLiteral("The period is not over: as of printing; "
                                                  "calendar days."))
                           : c.say(QStringLiteral("按期末计，天数为日历日。"),
                                   QStringLiteral("As of the end of the period; calendar days.")));
    return table;
}

TableDocument repeatTable(TableComposer &c)
{
    const Statistics &s = c.statistics();
    TableDocument table = c.begin(
        QStringLiteral("S-11"),
        Dimension::Total,
        {words(c, QStringLiteral("投诉编号"), QStringLiteral("Case"), 1.6),
         words(c, QStringLiteral("原投诉编号"), QStringLiteral("First case"), 1.6),
         words(c, QStringLiteral("客户"), QStringLiteral("Customer"), 1),
         words(
             c, QStringLiteral("类型（再次／越级）"), QStringLiteral("Repeated or skip-level"), 1),
         words(c, QStringLiteral("责任部门"), QStringLiteral("Department"), 1.2),
         c.head(QStringLiteral("间隔（日）"), QStringLiteral("Days between"), 0.8),
         words(c, QStringLiteral("处罚依据"), QStringLiteral("Penalty under"), 1.4),
         words(c, QStringLiteral("处理"), QStringLiteral("Handling"), 2.4)});
    qint64 repeated = 0;
    qint64 skipped = 0;
    for (const CaseFile &one : s.lists.repeated) {
        const Instant received = one.spans.first().openedAt;
        if (!within(s.period, received)) {
            continue;
        }
        const bool skip = one.text(u"repeatKind") == u"SkipLevel";
        ++(skip ? skipped : repeated);
        const QString first = one.text(u"relatedNo");
        const auto before = s.lists.firstReceived.constFind(first);
        QStringList clauses;
        const QJsonArray penalties = one.value(u"penalties").toArray();
        for (const auto &item : penalties) {
            const QJsonArray rules = item.toObject().value(u"rules").toArray();
            for (const auto &rule : rules) {
                clauses.append(rule.toString());
            }
        }
        clauses.removeDuplicates();
        const QString result = one.text(u"resultBrief").isEmpty() ? one.text(u"resultSummary")
                                                                  : one.text(u"resultBrief");
        addRow(
            table,
            TableComposer::caseNumber(one.caseNo),
            {before == s.lists.firstReceived.cend() ? TableCell{first}
                                                    : TableComposer::caseNumber(first),
             {customerOf(one)},
             {skip ? c.say(QStringLiteral("越级"), QStringLiteral("skip-level"))
                   : c.say(QStringLiteral("再次"), QStringLiteral("repeated"))},
             {departmentOf(one)},
             before == s.lists.firstReceived.cend()
                 ? TableCell{percentText(std::nullopt)}
                 : TableComposer::plain(received.localDay().number() - before->localDay().number()),
             {clauses.join(QStringLiteral("、"))},
             {result.simplified().left(kLongest)}},
            false);
    }
    table.check =
        c.say(QStringLiteral("再次投诉 %1 件，越级投诉 %2 件；重复投诉率 %3（再次÷受理 %4 件）。"),
              QStringLiteral("%1 repeated, %2 skip-level; rate of repetition %3 (of %4 accepted)."))
            .arg(repeated)
            .arg(skipped)
            .arg(TableComposer::rate(share(repeated, s.total.accepted())).text)
            .arg(s.total.accepted());
    c.noteLate(table, QLatin1StringView(MonthList::kRepeat));
    table.notes.append(
        c.say(QStringLiteral("按受理日期；原投诉查不到的，间隔为“—”。"),
              QStringLiteral("By date of receipt; “—” where the first case is not known.")));
    return table;
}

} // namespace huiyin
