// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/ledger.h>
#include <rules/catalogue.h>
#include <support/tempstore.h>

#include <QFile>
#include <QTest>

using namespace huiyin;
using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const FieldCatalogue &catalogue()
{
    static const CatalogueReading reading =
        readCatalogue(bytesOf(u":/huiyin/fields.toml"_s), bytesOf(u":/huiyin/codes.toml"_s));
    return *reading.catalogue;
}

Instant at(QStringView text) { return *Instant::parseLocal(text); }

CaseRow confidentialRow()
{
    CaseRow row{.id = CaseId::make(at(u"2026-03-02T09:00"), QByteArray(10, 'x'))};
    row.caseNo = u"TS202603-0001"_s;
    row.kind = u"Complaint"_s;
    row.complainantName = u"欧阳文"_s;
    row.phone = u"13800138000"_s;
    row.receivedAt = at(u"2026-03-02T09:00");
    row.confidential = true;
    return row;
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private slots:

    void everyCellHasItsHead()
    {
        const TableWords words{catalogue(), Language::Chinese, {}};
        QCOMPARE(ledgerHeads(Language::Chinese).size(), 19);
        QCOMPARE(ledgerHeads(Language::English).size(), 19);
        QCOMPARE(ledgerCells(1, confidentialRow(), words).size(), 19);
    }

    void aConfidentialCallerIsMasked()
    {
        const TableWords words{catalogue(), Language::Chinese, {}};
        const QStringList cells = ledgerCells(1, confidentialRow(), words);
        QCOMPARE(cells.at(5), u"欧***"_s);
        QCOMPARE(cells.at(6), u"138***"_s);
    }

    void anOrdinaryCallerIsNamed()
    {
        const TableWords words{catalogue(), Language::Chinese, {}};
        CaseRow row = confidentialRow();
        row.confidential = false;
        QCOMPARE(ledgerCells(1, row, words).at(5), u"欧阳文"_s);
        QCOMPARE(ledgerCells(1, row, words).at(6), u"13800138000"_s);
    }

    void aPrintedLineKnowsWhetherItIsOverdue_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("overdue");
        QTest::newRow("before") << u"2026-03-05T17:29"_s << false;
        QTest::newRow("at the last moment") << u"2026-03-05T17:30"_s << false;
        QTest::newRow("after") << u"2026-03-05T17:31"_s << true;
    }

    void aPrintedLineKnowsWhetherItIsOverdue()
    {
        QFETCH(QString, now);
        QFETCH(bool, overdue);
        TempStore store;
        const Instant received = at(u"2026-03-02T09:00");
        const CaseId id = store.newCaseId(received);
        const auto recorded = store.log().append(
            {u"wang"_s,
             received,
             {opening(id,
                      {{u"kind"_s, u"Complaint"_s}, {u"phone"_s, u"13800138000"_s}},
                      received,
                      Stage::Accepted,
                      {handlingClock(received, at(u"2026-03-05T17:30"))})}});
        QVERIFY(recorded);
        const auto lines = ledgerRows(store.reader(), {}, at(now));
        QVERIFY(lines && lines->size() == 1);
        QCOMPARE(lines->first().value(u"overdue"_s).toBool(), overdue);
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
