// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerrow.h>
#include <report/fileremarks.h>
#include <report/ledger.h>
#include <rules/catalogue.h>
#include <rules/sheetedit.h>
#include <support/tempstore.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "../desk/deskfixture.h"

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

/// Heads of its own on the ledger, a field of its own on the registration form.
void adoptOwnSheets(Desk &desk)
{
    QByteArray ledger = desk.sheetText(u"F-03"_s).value();
    ledger.replace("zh = \"投诉编号\"", "zh = \"流水号\"");
    ledger.replace("zh = \"投诉事项\"", "zh = \"诉求事项\"");
    SheetEdit form(desk.sheetText(u"F-02"_s).value(), desk.library().catalogue);
    form.add(2, u"ownField01"_s, u"网格员"_s, u"Grid officer"_s);
    SheetEdit own(ledger, desk.library().catalogue);
    for (auto &[id, edit] : {std::pair(u"F-03"_s, &own), std::pair(u"F-02"_s, &form)}) {
        edit->setVersion(desk.nextSheetVersion(id));
        const auto adopted = desk.adoptSheet(edit->toml());
        QVERIFY(adopted && !refuses(adopted->findings));
    }
}

CaseFile recordedOnOwnSheet(DeskFixture &at)
{
    ComplaintDraft draft;
    draft.fields = DeskFixture::complaint(
        {{u"ownField01"_s, u"=赵六+钱七"_s}, {u"complainantName"_s, u"'@王某"_s}});
    draft.sheet = at.desk().sheets().value(u"F-02"_s).key();
    const auto outcome = at.desk().record(draft);
    if (!outcome || !outcome->caseFile) {
        qFatal("not recorded");
    }
    return *outcome->caseFile;
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private slots:

    void everyCellHasItsHead()
    {
        const TableWords words{catalogue(), Language::Chinese, {}};
        QCOMPARE(ledgerHeads(words).size(), 19);
        QCOMPARE(ledgerHeads({catalogue(), Language::English}).size(), 19);
        QCOMPARE(ledgerCells(1, confidentialRow(), words).size(), 19);
    }

    void aRegisterIsReadBackWithoutAMap_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("zh") << Language::Chinese;
        QTest::newRow("en") << Language::English;
    }

    void aRegisterIsReadBackWithoutAMap()
    {
        QFETCH(Language, language);
        const RegisterColumns columns =
            recogniseColumns(catalogue(), ledgerHeads({catalogue(), language}), {}, {});
        QVERIFY(isHead(columns));
        for (qsizetype i = 0; i < columns.heads.size(); ++i) {
            QVERIFY2(columns.fields.at(i) != nullptr, qPrintable(columns.heads.at(i)));
        }
        QCOMPARE(columns.fields.at(2)->id, u"originalNo"_s);
        QCOMPARE(columns.fields.at(4)->id, u"channel"_s);
        QCOMPARE(columns.fields.at(7)->id, u"contentBrief"_s);
        QCOMPARE(columns.fields.at(10)->id, u"assignedDept"_s);
    }

    void ownHeadsAndFieldsGoOutAndComeBack_data()
    {
        QTest::addColumn<RegisterFormat>("format");
        QTest::newRow("csv") << RegisterFormat::Csv;
        QTest::newRow("xlsx") << RegisterFormat::Xlsx;
    }

    void ownHeadsAndFieldsGoOutAndComeBack()
    {
        QFETCH(RegisterFormat, format);
        const QTemporaryDir folder;
        const QString path =
            folder.filePath(format == RegisterFormat::Csv ? u"a.csv"_s : u"a.xlsx"_s);
        DeskFixture here;
        adoptOwnSheets(here.desk());
        const CaseFile sent = recordedOnOwnSheet(here);
        const TableWords words = tableWords(here.desk(), Language::Chinese);
        const QStringList heads = ledgerHeads(words);
        QCOMPARE(heads.size(), 20);
        QCOMPARE(heads.at(2), u"流水号"_s);
        QCOMPARE(heads.at(7), u"诉求事项"_s);
        QCOMPARE(heads.last(), u"网格员"_s);
        QCOMPARE(exportRegister(here.desk().reader(), {}, format, path, words).value(), 1);

        DeskFixture there;
        adoptOwnSheets(there.desk());
        QVector<ImportLine> lines;
        const auto summary = there.desk().importRegister(
            path, {}, [&](const ImportLine &line) { lines.append(line); });
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().code));
        QCOMPARE(summary->mapping.value(u"流水号"_s), u"originalNo"_s);
        QCOMPARE(summary->mapping.value(u"诉求事项"_s), u"contentBrief"_s);
        QCOMPARE(summary->mapping.value(u"网格员"_s), u"ownField01"_s);
        CaseFilter all;
        const auto rows = ledgerRows(
            there.desk().reader(), all, there.desk().now(), {}, {u"ownField01"_s, u"originalNo"_s});
        QVERIFY(rows && rows->size() == 1);
        QCOMPARE(rows->first().value(u"ownField01"_s).toString(), u"=赵六+钱七"_s);
        QCOMPARE(rows->first().value(u"originalNo"_s).toString(), sent.caseNo);
        QCOMPARE(rows->first().value(u"complainantName"_s).toString(), u"'@王某"_s);
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

    void theWalkTellsHowFarItIsAndEndsWhereItIsToldTo()
    {
        TempStore store;
        for (int i = 0; i < 3; ++i) {
            const Instant received = at(u"2026-03-02T09:00").addMs(i * 1000);
            const CaseId id = store.newCaseId(received);
            QVERIFY(store.log().append({u"wang"_s, received, {opening(id, {}, received)}}));
        }
        CaseFilter filter;
        filter.sort = CaseSort::Received;
        const Instant now = at(u"2026-03-03T09:00");
        const auto whole = ledgerRows(store.reader(), filter, now);
        const auto begun = ledgerRows(store.reader(), filter, now, {}, {}, 2);
        QCOMPARE(whole->size(), 3);
        QCOMPARE(whole->last().value(u"seqNo"_s).toInt(), 3);
        QCOMPARE(begun.value(), whole->mid(0, 2));

        QVector<std::pair<qint64, qint64>> told;
        const auto stopped =
            ledgerRows(store.reader(), filter, now, [&told](qint64 done, qint64 all) {
                told.append({done, all});
                return false;
            });
        QCOMPARE(stopped.error().code, u"store.cancelled"_s);
        QCOMPARE(told, (QVector<std::pair<qint64, qint64>>{{3, 3}}));
    }

    void aRegisterGivenUpLeavesNothingBehind()
    {
        TempStore store;
        const Instant received = at(u"2026-03-02T09:00");
        QVERIFY(store.log().append(
            {u"wang"_s, received, {opening(store.newCaseId(received), {}, received)}}));
        const TableWords words{catalogue(), Language::Chinese, {}};
        for (const auto format : {RegisterFormat::Csv, RegisterFormat::Xlsx}) {
            const QTemporaryDir folder;
            const auto written = exportRegister(store.reader(),
                                                {},
                                                format,
                                                folder.filePath(u"register"_s),
                                                words,
                                                [](qint64, qint64) { return false; });
            QCOMPARE(written.error().code, u"store.cancelled"_s);
            QVERIFY(QDir(folder.path()).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
