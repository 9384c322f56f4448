// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetoffers.h>

#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// Two intake forms, two slips, a register.
QMap<QString, Sheet> known()
{
    QMap<QString, Sheet> sheets;
    for (const QString &id : {u"F-01"_s, u"F-02"_s, u"F-05"_s, u"F-13"_s, u"F-24"_s, u"F-03"_s}) {
        Sheet sheet;
        sheet.id = id;
        SheetRow row;
        row.part = id < u"F-03"_s || id == u"F-05"_s ? u"intake"_s : u"routing"_s;
        sheet.rows.append(row);
        sheet.listRow = id == u"F-03"_s ? 0 : -1;
        sheets.insert(id, sheet);
    }
    return sheets;
}

Regulation pack(const QStringList &sheets)
{
    Regulation pack;
    pack.sheets = sheets;
    MoveRule move;
    move.id = u"transfer"_s;
    move.sheet = u"F-13"_s;
    pack.moves = {move, MoveRule{}};
    ClockRule clock;
    clock.extend = {ExtensionRule{}};
    clock.extend.first().sheet = u"F-24"_s;
    pack.clocks = {clock};
    return pack;
}

CaseFile caseOn(const QString &sheet)
{
    CaseFile file{.id = CaseId::make(Instant::fromUtcMs(1'770'000'000'000), QByteArray(10, 'x'))};
    file.sheet = sheet;
    return file;
}

} // namespace

class TestSheetOffers : public QObject
{
    Q_OBJECT

private slots:

    void aCaseHasUseForItsOwnThePacksAndThoseOfItsSteps()
    {
        QCOMPARE(
            offeredSheets(caseOn(u"F-02/1"_s), pack({u"F-05"_s, u"F-03"_s, u"F-99"_s}), known()),
            QStringList({u"F-02"_s, u"F-05"_s, u"F-13"_s, u"F-24"_s}));
    }

    void noSheetIsOfferedTwice()
    {
        QCOMPARE(offeredSheets(caseOn(u"F-13/2"_s), pack({u"F-13"_s, u"F-24"_s}), known()),
                 QStringList({u"F-13"_s, u"F-24"_s}));
    }

    void onlyIntakeFormsTakeComplaints()
    {
        QCOMPARE(intakeSheets(pack({u"F-05"_s, u"F-13"_s, u"F-03"_s}), known()),
                 QStringList({u"F-05"_s, u"F-01"_s, u"F-02"_s}));
    }
};

QTEST_GUILESS_MAIN(TestSheetOffers)
#include "tst_sheetoffers.moc"
