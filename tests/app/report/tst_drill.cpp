// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <random>

#include "tableregister.h"

using namespace huiyin;
using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

/// A register of every sort of case: all dimensions, endings, answers, lists, and cases that lack
/// each of them.
class Mixed : public Register
{
public:
    Mixed()
    {
        for (int i = 0; i < 220; ++i) {
            add();
        }
    }

private:
    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }

    bool once(int in) { return below(in) == 0; }

    QString any(const QStringList &values)
    {
        return values.at(below(static_cast<int>(values.size())));
    }

    void add()
    {
        const Instant received =
            at(u"2025-11-03T09:00").addMs((below(200) * 24LL + below(9)) * 3600000LL);
        QJsonObject fields{
            {u"kind"_s, any({u"Complaint"_s, u"Inquiry"_s, u"Suggestion"_s})},
            {u"channel"_s, any({u"Phone"_s, u"Visit"_s, u"Network"_s})},
            {u"category"_s, any({u"包装"_s, u"服务态度"_s, u"交期"_s, QString()})},
            {u"assignedDept"_s, any({u"仓储部"_s, u"配送部"_s, QString()})},
            {u"respondentDept"_s, any({u"门店"_s, QString()})},
            {u"receivingUnit"_s, any({u"城东店"_s, u"城西店"_s, QString()})},
            {u"handler"_s, any({u"李四"_s, u"王五"_s, QString()})},
            {u"productName"_s, any({u"保温杯"_s, u"水壶"_s, QString()})},
            {u"supplier"_s, any({u"甲厂"_s, u"乙厂"_s, QString()})},
            {u"causeCode"_s, any({u"Quality"_s, u"Attitude"_s, u"Delay"_s, QString()})}};
        const auto sometimes = [&](int in, const QString &field, const QJsonValue &value) {
            if (once(in)) {
                fields.insert(field, value);
            }
        };
        sometimes(5, u"repeatFlag"_s, true);
        sometimes(9, u"repeatKind"_s, u"SkipLevel"_s);
        sometimes(4, u"returnDemand"_s, u"Return"_s);
        sometimes(6, u"special"_s, true);
        sometimes(5, u"orderedAt"_s, received.addMs(kDayMs).utcMs());
        sometimes(4, u"rectifyDueAt"_s, received.addMs(9 * kDayMs).utcMs());
        sometimes(5, u"onSiteAt"_s, received.addMs(kDayMs + 3600000).utcMs());
        sometimes(6, u"completedAt"_s, received.addMs((5 + below(9)) * kDayMs).utcMs());
        sometimes(6, u"acceptanceResult"_s, u"Passed"_s);
        sometimes(7, u"emergencyRepair"_s, true);
        const auto due =
            once(6) ? std::nullopt : std::optional(received.addMs((3 + below(5)) * kDayMs));
        const CaseId id = open(received, due, fields);
        if (once(4)) {
            return; // still open
        }
        const Instant ended = received.addMs((below(40) * 6LL + 3) * 3600000LL);
        QJsonObject result{
            {u"foundedness"_s, any({u"Founded"_s, u"PartlyFounded"_s, u"Unfounded"_s, QString()})},
            {u"satisfaction"_s,
             any({u"VerySatisfied"_s, u"BasicallySatisfied"_s, u"Dissatisfied"_s, QString()})}};
        if (once(3)) {
            result.insert(u"lossAmount"_s, 1000 * (1 + below(9)));
        }
        const Stage as = once(5) ? Stage::Declined : once(9) ? Stage::Withdrawn : Stage::Closed;
        end(id, ended, as, result);
        if (as == Stage::Closed && once(6)) {
            reopen(id, ended.addMs(kDayMs));
            if (once(2)) {
                close(id, ended.addMs(4 * kDayMs));
            }
        } else if (as == Stage::Closed && once(3)) {
            const Instant verified = ended.addMs(2 * kDayMs);
            step(id,
                 u"verify"_s,
                 verified,
                 Stage::Closed,
                 {{u"verification"_s, any({u"True"_s, u"Mismatch"_s})},
                  {u"chkArchive"_s, any({u"Incomplete"_s, u"Complete"_s})},
                  {u"verifiedAt"_s, verified.utcMs()}});
        }
    }

    std::mt19937 m_engine{20260313};
};

/// Numbers of a table that count no cases.
bool isNoCount(const QString &head)
{
    static const QStringList others{u"序号"_s,
                                    u"排名"_s,
                                    u"超期天数"_s,
                                    u"间隔（日）"_s,
                                    u"扣分"_s,
                                    u"销量"_s,
                                    u"连续超2%月数"_s,
                                    u"均值"_s};
    return others.contains(head);
}

} // namespace

class TestDrill : public QObject
{
    Q_OBJECT

private slots:

    void everyCountLeadsToAsManyCases_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QString>("now");
        QTest::newRow("month") << u"2026-03"_s << u"2026-06-01T09:00"_s;
        QTest::newRow("running month") << u"2026-03"_s << u"2026-03-17T15:00"_s;
        QTest::newRow("week") << u"2026-W11"_s << u"2026-06-01T09:00"_s;
        QTest::newRow("quarter") << u"2026-Q1"_s << u"2026-06-01T09:00"_s;
        QTest::newRow("year") << u"2026"_s << u"2026-06-01T09:00"_s;
        QTest::newRow("range") << u"2026-01-15..2026-03-05"_s << u"2026-06-01T09:00"_s;
    }

    void everyCountLeadsToAsManyCases()
    {
        QFETCH(QString, period);
        QFETCH(QString, now);
        int checked = 0;
        int takenOff = 0;
        for (const ReportName &name : reportNames()) {
            const TableDocument table = m_register.table(name.id, period, at(now));
            for (const TableRow &row : table.rows) {
                qsizetype column = 0;
                for (const TableCell &cell : row.cells) {
                    const QString head = table.columns.at(column).head;
                    const QString place = u"%1 %2 %3"_s.arg(name.id, row.cells.first().text, head);
                    column += cell.columnSpan;
                    if (cell.drill) {
                        const auto cases = m_register.reader().count(*cell.drill);
                        const double wanted = // a number of a case: itself
                            cell.number.value_or(1) + double(cell.takenOff);
                        takenOff += cell.takenOff != 0 ? 1 : 0;
                        QVERIFY2(cases.ok(), qPrintable(place));
                        QVERIFY2(
                            double(*cases) == wanted,
                            qPrintable(u"%1: %2, listed %3"_s.arg(place, cell.text).arg(*cases)));
                        ++checked;
                        continue;
                    }
                    const bool whole =
                        cell.number && !cell.text.contains(u'.') && !cell.text.endsWith(u'‰');
                    QVERIFY2(!whole || isNoCount(head), qPrintable(place));
                }
            }
        }
        QVERIFY2(checked > 250, qPrintable(QString::number(checked)));
        QVERIFY(takenOff > 0);
    }

    void acceptedCasesLeadToTheirListAndTheOthersAreNamed()
    {
        Register desk;
        desk.end(desk.open(at(u"2026-03-02T09:00"), std::nullopt),
                 at(u"2026-03-03T09:00"),
                 Stage::Declined);
        desk.open(at(u"2026-03-04T09:00"), std::nullopt);
        const auto accepted = [&](QStringView period) {
            return desk.table(u"S-07"_s, period).rows.last().cells.at(2);
        };
        QCOMPARE(accepted(u"2026-03").text, u"1"_s);
        QCOMPARE(*desk.reader().count(*accepted(u"2026-03").drill), 1);
        QCOMPARE(accepted(u"2026-03").takenOff, 0);
        const CaseId earlier = desk.open(at(u"2026-02-27T09:00"), std::nullopt);
        desk.end(earlier, at(u"2026-03-03T09:00"), Stage::Declined);
        QCOMPARE(accepted(u"2026-03").text, u"0"_s); // two received, two declined
        QCOMPARE(*desk.reader().count(*accepted(u"2026-03").drill), 1);
        QCOMPARE(accepted(u"2026-03").takenOff, 1);
        QVERIFY(desk.table(u"S-07"_s, u"2026-03")
                    .notes.join(QString())
                    .contains(u"本期 1 件（%1）"_s.arg(desk.numberOf(earlier))));
    }

private:
    Mixed m_register;
};

QTEST_GUILESS_MAIN(TestDrill)
#include "tst_drill.moc"
