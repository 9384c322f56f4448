// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "tableregister.h"

using namespace huiyin;
using namespace huiyin::support;
using namespace Qt::StringLiterals;

class TestTables : public QObject
{
    Q_OBJECT

private slots:

    void everyTableOfAnEmptyPeriodIsWhole()
    {
        Register desk;
        for (const ReportName &name : reportNames()) {
            const TableDocument table = desk.table(name.id, u"2026-03");
            QVERIFY2(!table.title.isEmpty() && !table.columns.isEmpty(), qPrintable(name.id));
            QVERIFY2(!table.signOff.isEmpty(), qPrintable(name.id));
            for (const TableRow &row : table.rows) {
                int width = 0;
                for (const TableCell &cell : row.cells) {
                    width += cell.columnSpan;
                    QVERIFY2(!cell.text.contains(u"nan") && !cell.text.contains(u"inf"),
                             qPrintable(name.id));
                }
                QVERIFY2(width == table.columns.size(), qPrintable(name.id));
            }
        }
    }

    void paretoOrdersTiesByNameAndClassesByTheRunningShare()
    {
        Register desk;
        const auto add = [&](const QString &category, int cases) {
            for (int i = 0; i < cases; ++i) {
                desk.open(at(u"2026-03-02T09:00"), std::nullopt, of("category", category));
            }
        };
        add(u"D"_s, 7);
        add(u"C"_s, 3);
        add(u"B"_s, 2);
        add(u"A"_s, 2);
        desk.open(at(u"2026-03-02T09:00"), std::nullopt); // nobody said what about
        const TableDocument table = desk.table(u"S-13"_s, u"2026-03");
        QCOMPARE(lines(table),
                 (QStringList{u"1 D 7 50.00 50.00 A  "_s,
                              u"2 C 3 21.43 71.43 A  "_s,
                              u"3 A 2 14.29 85.71 B  "_s,
                              u"4 B 2 14.29 100.00 C  "_s,
                              u"合计  14 100.00    "_s}));
        QVERIFY(table.notes.join(QString()).contains(u"另有 1 件没有填写"));
        QCOMPARE(table.chart.labels.size(), 4);
    }

    void paretoGoesByCausesWhereAnyAreGivenAndNamesTheirMainDepartment()
    {
        Register desk;
        const auto add = [&](const QString &cause, const QString &department, int cases) {
            for (int i = 0; i < cases; ++i) {
                desk.open(at(u"2026-03-02T09:00"),
                          std::nullopt,
                          {{u"causeCode"_s, cause},
                           {u"assignedDept"_s, department},
                           {u"category"_s, u"服务态度"_s}});
            }
        };
        add(u"Quality"_s, u"仓储部"_s, 2);
        add(u"Quality"_s, u"配送部"_s, 3);
        add(u"Attitude"_s, u"配送部"_s, 1);
        desk.open(at(u"2026-03-02T09:00"), std::nullopt, of("category", u"服务态度"_s));
        const TableDocument table = desk.table(u"S-13"_s, u"2026-03");
        QCOMPARE(lines(table),
                 (QStringList{u"1 Quality 5 83.33 83.33 B 配送部 "_s,
                              u"2 Attitude 1 16.67 100.00 C 配送部 "_s,
                              u"合计  6 100.00    "_s}));
        QVERIFY(table.notes.join(QString()).contains(u"另有 1 件没有填写"));
    }

    void paretoByCategoryNamesTheMainDepartmentToo()
    {
        Register desk;
        const auto add = [&](const QString &category, const QString &department, int cases) {
            for (int i = 0; i < cases; ++i) {
                desk.open(at(u"2026-03-02T09:00"),
                          std::nullopt,
                          {{u"category"_s, category}, {u"assignedDept"_s, department}});
            }
        };
        add(u"包装"_s, u"配送部"_s, 2);
        add(u"包装"_s, u"仓储部"_s, 3);
        add(u"包装"_s, QString(), 4);
        add(u"交期"_s, u"配送部"_s, 1);
        QCOMPARE(lines(desk.table(u"S-13"_s, u"2026-03")),
                 (QStringList{u"1 包装 9 90.00 90.00 B 仓储部 "_s,
                              u"2 交期 1 10.00 100.00 C 配送部 "_s,
                              u"合计  10 100.00    "_s}));
    }

    void thePackSaysWhoSignsBelow()
    {
        Register desk;
        const auto statistics = countReport(desk.reader(), Period::month(2026, 3), kLater);
        QVERIFY(statistics.ok());
        const FieldCatalogue catalogue({}, {});
        Regulation pack;
        TableWords words{catalogue, Language::Chinese, u"城东店"_s};
        words.regulation = &pack;
        const auto signOff = [&] {
            return statisticsTable(u"S-01"_s, *statistics, words)->signOff;
        };
        QCOMPARE(signOff().size(), 4);
        QVERIFY(signOff().first().startsWith(u"填报人"));
        pack.signOff = QStringList{u"制表："_s, u"审核："_s};
        QCOMPARE(signOff(), pack.signOff);
        words.language = Language::English;
        QCOMPARE(signOff(), pack.signOff); // better in Chinese than somebody else's places
        pack.signOffEn = QStringList{u"Drawn up:"_s, u"Reviewed:"_s};
        QCOMPARE(signOff(), pack.signOffEn);
    }

    void productsAreListedWithTheirSuppliersAndWhatWentBack()
    {
        Register desk;
        const auto add = [&](const QString &product, const QString &supplier, bool back) {
            QJsonObject fields{{u"productName"_s, product}, {u"supplier"_s, supplier}};
            if (back) {
                fields.insert(u"returnDemand"_s, u"Return"_s);
            }
            desk.open(at(u"2026-03-02T09:00"), std::nullopt, fields);
        };
        add(u"保温杯"_s, u"甲厂"_s, true);
        add(u"保温杯"_s, u"乙厂"_s, false);
        add(u"保温杯"_s, u"乙厂"_s, true);
        add(u"水壶"_s, QString(), false);
        desk.open(at(u"2026-03-02T09:00"), std::nullopt, of("returnDemand", u"Exchange"_s));
        QCOMPARE(lines(desk.table(u"S-06"_s, u"2026-03")),
                 (QStringList{u"保温杯 3 2 — — — — 乙厂、甲厂"_s,
                              u"水壶 1 0 — — — — "_s,
                              u"未填 1 1 — — — — "_s,
                              u"合计 5 3 — — — — "_s}));
    }

    void productsAreSetAgainstTheUnitsSold()
    {
        Register desk;
        const auto add = [&](const QString &product, QStringView day, int cases, int returned) {
            for (int i = 0; i < cases; ++i) {
                QJsonObject fields{{u"productName"_s, product}};
                if (i < returned) {
                    fields.insert(u"returnDemand"_s, u"Return"_s);
                }
                desk.open(at(day), std::nullopt, fields);
            }
        };
        add(u"水壶"_s, u"2026-01-05T09:00", 3, 3);
        add(u"水壶"_s, u"2026-02-05T09:00", 3, 3);
        add(u"水壶"_s, u"2026-03-05T09:00", 4, 3);
        add(u"茶杯"_s, u"2026-03-05T09:00", 1, 0);
        desk.sell(u"2026-01"_s, {{u"水壶"_s, 150}}); // 2 % to the letter is not above
        desk.sell(u"2026-02"_s, {{u"水壶"_s, 100}});
        desk.sell(u"2026-03"_s, {{u"水壶"_s, 100}});
        const auto table = [&](QStringView period) { return desk.table(u"S-06"_s, period); };
        QCOMPARE(lines(table(u"2026-03")),
                 (QStringList{u"水壶 4 3 100 40.00‰ 3.00% 2 "_s,
                              u"茶杯 1 0 — — — — "_s,
                              u"合计 5 3 — — — — "_s}));
        QVERIFY(table(u"2026-03").notes.join(QString()).contains(u"没有录入销量：茶杯"));
        desk.sell(u"2026-03"_s, {{u"水壶"_s, 100}, {u"茶杯"_s, 400}});
        QCOMPARE(lines(table(u"2026-03")).last(), u"合计 5 3 500 10.00‰ 0.60% — "_s);
        QVERIFY(!table(u"2026-03").notes.join(QString()).contains(u"没有录入"));
        QCOMPARE(lines(table(u"2026-Q1")).first(), u"水壶 10 9 350 28.57‰ 2.57% 2 "_s);
        QVERIFY(table(u"2026-Q1").notes.join(QString()).contains(u"茶杯（缺 2026-01、2026-02）"));
        QCOMPARE(lines(table(u"2026-03-02..2026-03-20")).first(), u"水壶 4 3 — — — — "_s);
        QVERIFY(table(u"2026-03-02..2026-03-20").notes.join(QString()).contains(u"不是整月"));
    }

    void timelinessGoesByTheDayTheLimitFell()
    {
        Register desk;
        const QJsonObject shop = of("assignedDept", u"配送部"_s);
        const auto open = [&](const QString &received, const QString &due, const QString &closed) {
            const CaseId id = desk.open(at(received), at(due), shop);
            if (!closed.isEmpty()) {
                desk.close(id, at(closed));
            }
        };
        open(u"2026-03-02T09:00"_s, u"2026-03-05T17:30"_s, u"2026-03-03T08:59"_s); // in 24 hours
        open(u"2026-03-02T09:00"_s, u"2026-03-05T17:30"_s, u"2026-03-04T10:00"_s); // in 3 days
        open(u"2026-03-02T09:00"_s, u"2026-03-05T17:30"_s, u"2026-03-06T10:00"_s); // in 7
        open(u"2026-03-02T09:00"_s, u"2026-03-05T17:30"_s, u"2026-03-20T10:00"_s); // over 7
        open(u"2026-03-02T09:00"_s, u"2026-03-05T17:30"_s, QString());             // not yet
        open(u"2026-03-30T09:00"_s, u"2026-04-02T17:30"_s, u"2026-03-31T08:00"_s); // due in April
        const TableDocument table = desk.table(u"S-08"_s, u"2026-03");
        QVERIFY(line(table, 0).startsWith(u"配送部 5 1 2 40.00% 1 60.00% 1 0 "_s));
        QVERIFY(table.notes.join(QString()).contains(u"其中 1 件尚未答复"));
        QCOMPARE(table.chart.labels, QStringList{u"配送部"_s});
    }

    void handlersAreCountedWithWhatNobodyHandles()
    {
        Register desk;
        const auto received = at(u"2026-03-02T09:00");
        const CaseId done = desk.open(received, at(u"2026-03-05T17:30"), of("handler", u"李四"_s));
        desk.close(done, at(u"2026-03-04T10:00"), of("satisfaction", u"Satisfied"_s));
        desk.open(received, at(u"2026-03-05T17:30"), of("handler", u"李四"_s));
        desk.open(received, std::nullopt);
        QCOMPARE(lines(desk.table(u"S-14"_s, u"2026-03")),
                 (QStringList{u"李四  2 1 1 1 0.2 100.00% 100.00% 1"_s,
                              u"未填  1 0 1 0 — — — 0"_s,
                              u"合计  3 1 2 1 0.2 100.00% 100.00% 1"_s}));
    }

    void shortClocksStandInTheOrderOfTheirMinutes()
    {
        Register desk;
        const Instant received = at(u"2026-03-02T09:00");
        const QJsonObject shop = of("assignedDept", u"配送部"_s);
        const CaseId one = desk.open(received, std::nullopt, shop);
        const CaseId other = desk.open(received, std::nullopt, shop);
        desk.shortClock(one, u"回复"_s, 30, received, received.addMs(20 * 60000LL));
        desk.shortClock(other, u"回复"_s, 30, received, received.addMs(40 * 60000LL));
        desk.shortClock(one, u"答客户"_s, 10, received, received.addMs(60000LL));
        const TableDocument table = desk.table(u"S-19"_s, u"2026-03");
        QStringList heads;
        for (const TableColumn &column : table.columns) {
            heads.append(column.head);
        }
        QCOMPARE(
            heads,
            (QStringList{u"部门"_s, u"件数"_s, u"10分\n答客户"_s, u"30分\n回复"_s, u"按时办结"_s}));
        QCOMPARE(lines(table).first(), u"配送部 2 100.00% 50.00% —"_s);
    }

    void satisfactionLeavesOutThoseWhoGaveNoOpinion()
    {
        Register desk;
        const Instant received = at(u"2026-03-02T09:00");
        const auto closed = [&](const QJsonObject &fields) {
            desk.close(desk.open(received, std::nullopt), at(u"2026-03-04T10:00"), fields);
        };
        closed(of("satisfaction", u"VerySatisfied"_s));
        closed(of("satisfaction", u"Dissatisfied"_s));
        closed(of("satisfaction", u"NotRated"_s));
        closed({});
        QCOMPARE(lines(desk.table(u"S-10"_s, u"2026-03")).last(),
                 u"合计 4 2 50.00% 1 0 0 1 50.00%"_s);
    }

    void overdueListHoldsWhatWasOverdueThen()
    {
        Register desk;
        const CaseId longest = desk.open(at(u"2026-02-02T09:00"), at(u"2026-02-05T17:30"));
        const CaseId other =
            desk.open(at(u"2026-03-20T09:00"),
                      at(u"2026-03-25T17:30"),
                      {{u"complainantName"_s, u"王小明"_s}, {u"confidential"_s, true}});
        desk.open(at(u"2026-03-30T09:00"), at(u"2026-04-02T17:30")); // due later
        desk.close(other, at(u"2026-04-08T10:00"));                  // overdue at the end of March
        desk.step(longest,
                  u"urge"_s,
                  at(u"2026-03-02T09:00"),
                  Stage::Accepted,
                  {{u"urgedAt"_s, at(u"2026-03-02T09:00").utcMs()}});
        const TableDocument table = desk.table(u"S-09"_s, u"2026-03");
        QCOMPARE(table.rows.size(), 2);
        QCOMPARE(line(table, 0),
                 u"1 %1     2026-02-02 2026-02-05 54 已催办1次"_s.arg(desk.numberOf(longest)));
        QVERIFY(line(table, 1).contains(u"王***"));
        QVERIFY(line(table, 1).endsWith(u"2026-03-25 6 "));
        QVERIFY(table.check.startsWith(u"超期未办结共 2 件，列出 2 件"));
    }

    void repeatListTellsTheDaysSinceTheFirstCase()
    {
        Register desk;
        const CaseId first = desk.open(at(u"2026-02-20T09:00"), std::nullopt);
        desk.open(at(u"2026-03-02T09:00"),
                  std::nullopt,
                  {{u"repeatFlag"_s, true}, {u"relatedNo"_s, desk.numberOf(first)}});
        desk.open(at(u"2026-03-03T09:00"), std::nullopt, of("repeatKind", u"SkipLevel"_s));
        desk.open(at(u"2026-04-03T09:00"), std::nullopt, of("repeatKind", u"SkipLevel"_s));
        const TableDocument table = desk.table(u"S-11"_s, u"2026-03");
        QCOMPARE(table.rows.size(), 2);
        QVERIFY(lines(table).join(u'|').contains(desk.numberOf(first) + u"  再次  10 "_s));
        QVERIFY(table.check.startsWith(u"再次投诉 1 件，越级投诉 1 件"));
    }

    void compensationAddsUpWhatTheClosedCasesCost()
    {
        Register desk;
        const auto closed = [&](Instant when, const QJsonObject &fields) {
            desk.close(desk.open(at(u"2026-03-02T09:00"), std::nullopt), when, fields);
        };
        closed(at(u"2026-03-04T10:00"), {{u"lossAmount"_s, 100000}, {u"refundAmount"_s, 5000}});
        closed(at(u"2026-03-05T10:00"),
               {{u"dmgTotal"_s, 30000},
                {u"recourse"_s, u"Contractor"_s},
                {u"settlementNo"_s, u"HJ-1"_s}});
        closed(at(u"2026-04-05T10:00"), {{u"lossAmount"_s, 700}}); // April's
        closed(at(u"2026-03-05T10:00"), {});                       // cost nothing
        const TableDocument table = desk.table(u"S-16"_s, u"2026-03");
        QCOMPARE(table.rows.size(), 3);
        QCOMPARE(lines(table).last(), u"合计  1,000.00 50.00 300.00 300.00 50.00 "_s);
    }

    void penaltiesShowWhatAMonthTakesAndCarriesOn()
    {
        Register desk;
        const QJsonArray penalties{QJsonObject{
            {u"id"_s, u"p1"_s},
            {u"state"_s, u"Confirmed"_s},
            {u"name"_s, u"张三"_s},
            {u"label"_s, u"扣奖金"_s},
            {u"at"_s, at(u"2026-03-09T10:00").utcMs()},
            {u"amountFen"_s, 50000},
            {u"points"_s, 2},
            {u"schedule"_s,
             QJsonArray{QJsonObject{{u"month"_s, u"2026-03"_s}, {u"amountFen"_s, 30000}},
                        QJsonObject{{u"month"_s, u"2026-04"_s}, {u"amountFen"_s, 20000}}}}}};
        desk.open(at(u"2026-03-02T09:00"), std::nullopt, {{u"penalties"_s, penalties}});
        QCOMPARE(lines(desk.table(u"S-15"_s, u"2026-03")).last(),
                 u"合计    500.00 2  300.00 200.00"_s);
        QCOMPARE(lines(desk.table(u"S-15"_s, u"2026-04")).last(), u"合计    0.00 0  200.00 0.00"_s);
        QCOMPARE(lines(desk.table(u"S-15"_s, u"2026-Q1")).last(),
                 u"合计    500.00 2  300.00 200.00"_s);
    }

    void rectificationTellsWhatWasDoneInTime()
    {
        Register desk;
        const auto ordered = [&](const QString &unit, Instant due, std::optional<Instant> done) {
            QJsonObject fields{{u"respDept"_s, unit},
                               {u"orderedAt"_s, at(u"2026-03-02T09:00").utcMs()},
                               {u"onSiteAt"_s, at(u"2026-03-02T13:00").utcMs()},
                               {u"rectifyDueAt"_s, due.utcMs()}};
            if (done) {
                fields.insert(u"completedAt"_s, done->utcMs());
            }
            desk.open(at(u"2026-03-01T09:00"), std::nullopt, fields);
        };
        const Instant due = at(u"2026-03-10T17:30");
        ordered(u"工程部"_s, due, due);
        ordered(u"工程部"_s, due, due.addMs(1000));
        ordered(u"甲施工队"_s, due, std::nullopt);                     // late by now
        ordered(u"甲施工队"_s, at(u"2026-07-01T09:00"), std::nullopt); // still has time
        const TableDocument table = desk.table(u"S-17"_s, u"2026-03");
        QCOMPARE(lines(table),
                 (QStringList{u"工程部 2 2 1 1 0 0.00 0"_s,
                              u"甲施工队 2 2 0 1 0 0.00 0"_s,
                              u"合计 4 4 1 2 0 0.00 0"_s}));
        QVERIFY(table.check.endsWith(u"期限未到 1"));
    }

    void samplingIsSetAgainstTheClosedCases()
    {
        Register desk;
        const auto closed = [&](const QString &unit, const QString &verification) {
            QJsonObject fields{{u"receivingUnit"_s, unit}};
            const CaseId id = desk.open(at(u"2026-03-02T09:00"), std::nullopt, fields);
            desk.close(id, at(u"2026-03-04T10:00"));
            if (!verification.isEmpty()) {
                desk.step(id,
                          u"verify"_s,
                          at(u"2026-03-20T09:00"),
                          Stage::Closed,
                          {{u"verification"_s, verification},
                           {u"verifiedAt"_s, at(u"2026-03-20T09:00").utcMs()}});
            }
        };
        closed(u"城东店"_s, u"True"_s);
        closed(u"城东店"_s, u"Mismatch"_s);
        closed(u"城东店"_s, u"NotSampled"_s);
        closed(u"城西店"_s, QString());
        QCOMPARE(lines(desk.table(u"S-18"_s, u"2026-03")).last(), u"合计 4 2 50.00% 1 1 0 0"_s);
    }

    void officesWithTheSameRateShareARank()
    {
        Register desk;
        for (const QString &unit : {u"甲店"_s, u"乙店"_s, u"丙店"_s, u"丁店"_s}) {
            const CaseId id =
                desk.open(at(u"2026-03-02T09:00"), std::nullopt, of("receivingUnit", unit));
            if (unit != u"丁店") {
                desk.close(id, at(u"2026-03-04T10:00"));
            }
        }
        desk.open(at(u"2026-03-02T09:00"), std::nullopt, of("receivingUnit", u"乙店"_s));
        QStringList ranks;
        for (const TableRow &row : desk.table(u"S-07"_s, u"2026-03").rows) {
            ranks.append(row.cells.at(6).text);
        }
        QCOMPARE(ranks, (QStringList{u"1"_s, u"1"_s, u"3"_s, u"4"_s, QString()}));
    }

    void comparesWithThePeriodBeforeAndTheYearBefore()
    {
        Register desk;
        const auto received = [&](QStringView day, int cases) {
            for (int i = 0; i < cases; ++i) {
                desk.open(at(day), std::nullopt);
            }
        };
        received(u"2026-03-02T09:00", 3);
        received(u"2026-02-02T09:00", 4);
        received(u"2025-03-02T09:00", 2);
        received(u"2025-01-02T09:00", 1);
        QCOMPARE(lines(desk.table(u"S-12"_s, u"2026-03")).first(),
                 u"接收 3 4 ↓25.00 2 ↑50.00 7 3 ↑133.33"_s);
        QCOMPARE(lines(desk.table(u"S-12"_s, u"2026-03")).at(4), u"及时率 — — — — — — — —"_s);
    }

    void trendHasTwelveMonthsUpToTheEnd()
    {
        Register desk;
        for (int month = 1; month <= 12; ++month) {
            for (int i = 0; i < month; ++i) {
                desk.open(
                    at(QStringLiteral("2025-%1-03T09:00").arg(month, 2, 10, QLatin1Char('0'))),
                    std::nullopt);
            }
        }
        const TableDocument table = desk.table(u"S-20"_s, u"2025");
        QCOMPARE(line(table, 0), u"接收 1 2 3 4 5 6 7 8 9 10 11 12 78 6.5"_s);
        QCOMPARE(table.columns.at(1).head, u"2025\n1月"_s);
        QCOMPARE(table.chart.series.size(), 4);
        // The year now runs: its months to come say nothing.
        QVERIFY(line(desk.table(u"S-20"_s, u"2026"), 0).endsWith(u"0 0 0 0 0 0 — — — — — — 0 0.0"));
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
