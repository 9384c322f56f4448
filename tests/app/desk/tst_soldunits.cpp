// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <desk/soldunits.h>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

QStringList enter(DeskFixture &fixture, const QVector<SoldLine> &lines)
{
    const auto outcome = enterSold(fixture.desk(), lines);
    return outcome ? DeskFixture::codes(outcome->findings, Severity::Warning)
                   : QStringList{outcome.error().code};
}

SoldUnits sold(DeskFixture &fixture) { return soldUnits(fixture.desk().reader()).value(); }

} // namespace

class TestSoldUnits : public QObject
{
    Q_OBJECT

private slots:

    void aFigureIsRecordedWithWhoAndWhen()
    {
        DeskFixture fixture(u"2026-03-20T09:00"_s);
        QCOMPARE(enter(fixture, {{u"2026-02"_s, u"保温杯"_s, u"1,200"_s}}), QStringList());
        const auto entries = soldEntries(fixture.desk().reader(), u"2026-02"_s).value();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first().product, u"保温杯"_s);
        QCOMPARE(entries.first().quantity, 1200);
        QCOMPARE(entries.first().by, u"wang"_s);
        QCOMPARE(entries.first().at.toLocalText(), u"2026-03-20T09:00:00"_s);
        QCOMPARE(entries.first().office, fixture.desk().officeCode());
    }

    void monthsAndQuantitiesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("month");
        QTest::addColumn<QString>("quantity");
        QTest::newRow("plain") << u"2026-02"_s << u"1200"_s;
        QTest::newRow("chinese") << u"2026年2月"_s << u"１２００"_s;
        QTest::newRow("slash") << u"2026/2"_s << u"1，200"_s;
        QTest::newRow("digits") << u"202602"_s << u" 1 200 "_s;
        QTest::newRow("spreadsheet day") << u"2026-02-01"_s << u"1200"_s;
    }

    void monthsAndQuantitiesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, month);
        QFETCH(QString, quantity);
        DeskFixture fixture;
        QCOMPARE(enter(fixture, {{month, u"水壶"_s, quantity}}), QStringList());
        QCOMPARE(sold(fixture).value(u"2026-02"_s).value(u"水壶"_s), 1200);
    }

    void whatIsNoFigureIsRefused_data()
    {
        QTest::addColumn<QString>("month");
        QTest::addColumn<QString>("product");
        QTest::addColumn<QString>("quantity");
        QTest::addColumn<QString>("code");
        QTest::newRow("month") << u"二月"_s << u"水壶"_s << u"1"_s << u"sold.month"_s;
        QTest::newRow("month 13") << u"2026-13"_s << u"水壶"_s << u"1"_s << u"sold.month"_s;
        QTest::newRow("ahead") << u"2026-04"_s << u"水壶"_s << u"1"_s << u"sold.ahead"_s;
        QTest::newRow("product") << u"2026-02"_s << u"  "_s << u"1"_s << u"sold.product"_s;
        QTest::newRow("fraction") << u"2026-02"_s << u"水壶"_s << u"1.5"_s << u"sold.quantity"_s;
        QTest::newRow("negative") << u"2026-02"_s << u"水壶"_s << u"-1"_s << u"sold.quantity"_s;
        QTest::newRow("words") << u"2026-02"_s << u"水壶"_s << u"很多"_s << u"sold.quantity"_s;
    }

    void whatIsNoFigureIsRefused()
    {
        QFETCH(QString, month);
        QFETCH(QString, product);
        QFETCH(QString, quantity);
        QFETCH(QString, code);
        DeskFixture fixture;
        QCOMPARE(enter(fixture, {{u"2026-01"_s, u"茶杯"_s, u"5"_s}, {month, product, quantity}}),
                 QStringList{code});
        QVERIFY(sold(fixture).isEmpty()); // all or none
    }

    void aFigureIsReplacedAndTakenBackAndTheRestStays()
    {
        DeskFixture fixture;
        const auto of = [&](const QString &product) {
            return sold(fixture).value(u"2026-02"_s).value(product, -1);
        };
        QCOMPARE(
            enter(fixture, {{u"2026-02"_s, u"水壶"_s, u"10"_s}, {u"2026-02"_s, u"茶杯"_s, u"0"_s}}),
            QStringList());
        QCOMPARE(enter(fixture, {{u"2026-02"_s, u"水壶"_s, u"10"_s}}), QStringList{u"sold.same"_s});
        QCOMPARE(enter(fixture, {{u"2026-02"_s, u"水壶"_s, u"12"_s}}), QStringList());
        QCOMPARE(of(u"水壶"_s), 12);
        QCOMPARE(of(u"茶杯"_s), 0); // nothing sold is a figure too
        QCOMPARE(enter(fixture, {{u"2026-02"_s, u"水壶"_s, QString()}}), QStringList());
        QCOMPARE(of(u"水壶"_s), -1);
        QCOMPARE(of(u"茶杯"_s), 0);
        QCOMPARE(
            enter(fixture, {{u"2026-02"_s, u"水壶"_s, u"1"_s}, {u"2026/02"_s, u"水壶"_s, u"2"_s}}),
            QStringList{u"sold.twice"_s});
        QCOMPARE(enter(fixture, {}), QStringList{u"sold.empty"_s});
    }

    void onlyPeopleOnTheRosterEnterFigures()
    {
        DeskFixture fixture;
        Person person{.id = u"li"_s, .name = u"李四"_s};
        QVERIFY(fixture.desk().addPerson(person).ok());
        QCOMPARE(enter(fixture, {{u"2026-02"_s, u"水壶"_s, u"10"_s}}),
                 QStringList{u"actor.unknown"_s});
    }

    void aFileIsReadWhateverTheOrderOfItsColumns()
    {
        const QByteArray csv =
            u"销量,供应商,商品,月份\r\n\"1,200\",甲厂,保温杯,2026-02\r\n"
            u",甲厂,水壶,2026-02\r\n7,乙厂,茶杯,2026年1月\r\n1207,,合计,\r\n"_s.toUtf8();
        const auto lines = readSold(csv, u"销量.csv"_s);
        QVERIFY(lines.ok());
        QCOMPARE(lines->size(), 2);
        QCOMPARE(lines->first().product, u"保温杯"_s);
        QCOMPARE(lines->first().line, 2);
        DeskFixture fixture;
        QCOMPARE(enter(fixture, *lines), QStringList());
        QCOMPARE(sold(fixture).value(u"2026-02"_s).value(u"保温杯"_s), 1200);
        QCOMPARE(sold(fixture).value(u"2026-01"_s).value(u"茶杯"_s), 7);
    }

    void aFileOfOneMonthNeedsNoColumnOfMonths()
    {
        const QByteArray csv("product;sold\nKettle;12\n");
        QCOMPARE(readSold(csv, u"a.csv"_s).error().code, u"sold.columns"_s);
        QCOMPARE(readSold(csv, u"a.csv"_s, u"2026-02"_s)->first().month, u"2026-02"_s);
        for (const auto &lacking :
             {"月份,备注,销量\n2026-02,水壶,1\n", "月份,产品,备注\n2026-02,水壶,1\n"}) {
            QCOMPARE(readSold(lacking, u"a.csv"_s).error().code, u"sold.columns"_s);
        }
        QCOMPARE(readSold("product;sold\n", u"a.csv"_s, u"2026-02"_s).error().code, u"sold.none"_s);
    }

    void aFaultOfAFileNamesItsLine()
    {
        DeskFixture fixture;
        const auto lines = readSold(
            u"月份,商品,销量\n2026-02,水壶,10\n2026-02,茶杯,一百\n"_s.toUtf8(), u"销量.csv"_s);
        const auto outcome = enterSold(fixture.desk(), *lines);
        QCOMPARE(DeskFixture::codes(outcome->findings), QStringList{u"sold.quantity"_s});
        QCOMPARE(outcome->findings.first().args.value(u"place"_s), u"第 3 行："_s);
        QVERIFY(sold(fixture).isEmpty());
    }

    void aClosedMonthKeepsTheFiguresKnownThen()
    {
        DeskFixture fixture(u"2026-03-02T09:00"_s);
        static_cast<void>(fixture.recorded());
        QCOMPARE(enter(fixture, {{u"2026-02"_s, u"水壶"_s, u"10"_s}}), QStringList());
        QCOMPARE(DeskFixture::codes(closeMonth(fixture.desk(), u"2026-02"_s)->findings),
                 QStringList());
        QCOMPARE(enter(fixture, {{u"2026-02"_s, u"水壶"_s, u"11"_s}}), QStringList());
        const auto closed = closedMonths(fixture.desk().reader()).value();
        const auto closing = ClosedMonth::fromJson(u"2026-02"_s, closed.value(u"2026-02"_s));
        QCOMPARE(closing->sold->value(u"2026-02"_s).value(u"水壶"_s), 10);
    }
};

QTEST_GUILESS_MAIN(TestSoldUnits)
#include "tst_soldunits.moc"
