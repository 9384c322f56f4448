// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An organisation's own copies of forms: kept in the case file version by version, in force until
// they are given back, and each case on the version it was recorded with.

#include <desk/sheetwords.h>
#include <rules/sheetedit.h>

#include <algorithm>

#include "deskfixture.h"

using namespace huiyin;
using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

/// The text in force with its first label in other words, as the next version.
QByteArray reworded(const Desk &desk, const QString &id, const QString &words)
{
    SheetEdit edit(desk.sheetText(id).value(), desk.library().catalogue);
    if (!edit.setWords(0, 0, Language::Chinese, words)) {
        qFatal("no words");
    }
    edit.setVersion(desk.nextSheetVersion(id));
    return edit.toml();
}

QString firstLabel(const Sheet &sheet) { return sheet.cells.first().zh; }

CaseFile recordedOn(DeskFixture &at, const QString &sheet)
{
    ComplaintDraft draft;
    draft.fields = DeskFixture::complaint();
    draft.sheet = sheet;
    const auto outcome = at.desk().record(draft);
    if (!outcome || !outcome->caseFile) {
        qFatal("not recorded");
    }
    return *outcome->caseFile;
}

} // namespace

class TestOwnSheets : public QObject
{
    Q_OBJECT

private slots:

    void anOwnCopyIsInForceForEveryDeskOfTheCaseFile()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        QSignalSpy changed(&desk, &Desk::sheetsChanged);
        QVERIFY(!desk.hasOwnSheet(u"F-02"_s));
        const auto done = desk.adoptSheet(reworded(desk, u"F-02"_s, u"登记号"_s), u"照老表"_s);
        QVERIFY(done && done->findings.isEmpty());
        QCOMPARE(changed.size(), 1);
        QVERIFY(desk.sheets().value(u"F-02"_s).key().startsWith(u"F-02/2-"));
        QVERIFY(desk.hasOwnSheet(u"F-02"_s));
        const auto editions = desk.sheetEditions(u"F-02"_s);
        QCOMPARE(editions.size(), 1);
        QCOMPARE(editions.first().by, u"wang"_s);
        QCOMPARE(editions.first().reason, u"照老表"_s);
        QCOMPARE(editions.first().at, desk.now());

        Desk other(
            at.store().log(),
            at.store().reader(),
            DeskFixture::builtIn(),
            [&] { return desk.now(); },
            [&](int n) { return at.store().random(n); });
        QCOMPARE(firstLabel(other.sheets().value(u"F-02"_s)), u"登记号"_s);
        QCOMPARE(firstLabel(other.sheets().value(u"F-01"_s)),
                 firstLabel(desk.library().sheets.value(u"F-01"_s)));
    }

    void aCaseStaysOnTheVersionItWasRecordedWith()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        const QString built = firstLabel(desk.library().sheets.value(u"F-02"_s));
        const CaseFile before = recordedOn(at, desk.sheets().value(u"F-02"_s).key());
        QVERIFY(desk.adoptSheet(reworded(desk, u"F-02"_s, u"第二版号"_s)).ok());
        const CaseFile second = recordedOn(at, desk.sheets().value(u"F-02"_s).key());
        QVERIFY(desk.adoptSheet(reworded(desk, u"F-02"_s, u"第三版号"_s)).ok());
        QCOMPARE(firstLabel(desk.sheets().value(u"F-02"_s)), u"第三版号"_s);
        QCOMPARE(firstLabel(desk.sheetFor(second, u"F-02"_s)), u"第二版号"_s);
        QCOMPARE(firstLabel(desk.sheetFor(before, u"F-02"_s)), built);
        // Another form of the same case is printed as it is in force.
        const QString other = firstLabel(desk.sheets().value(u"F-08"_s));
        QCOMPARE(firstLabel(desk.sheetFor(second, u"F-08"_s)), other);
    }

    void aCaseCallsItsFieldsAsItsOwnVersionOfTheSheetDoes()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        const auto adopt = [&](const QString &zh) {
            SheetEdit edit(desk.sheetText(u"F-02"_s, -1).value(), desk.library().catalogue);
            edit.add(2, u"ownField01"_s, zh, u"Grid officer"_s);
            if (!edit.setWords(0, 0, Language::Chinese, zh + u"编号"_s)) {
                qFatal("no words");
            }
            edit.setVersion(desk.nextSheetVersion(u"F-02"_s));
            const auto adopted = desk.adoptSheet(edit.toml());
            return adopted && !refuses(adopted->findings);
        };
        QVERIFY(ownFieldWords(desk, true).isEmpty());
        const CaseFile before = recordedOn(at, desk.sheets().value(u"F-02"_s).key());
        QVERIFY(adopt(u"网格员"_s));
        const CaseFile second = recordedOn(at, desk.sheets().value(u"F-02"_s).key());
        QVERIFY(adopt(u"片区长"_s));
        QCOMPARE(ownFieldWords(desk, true, &second).value(u"ownField01"_s), u"网格员"_s);
        QCOMPARE(ownFieldWords(desk, false, &second).value(u"ownField01"_s), u"Grid officer"_s);
        QCOMPARE(ownFieldWords(desk, true, &before).value(u"ownField01"_s), u"片区长"_s);
        // A box worded otherwise is so in the cases recorded on it, not everywhere.
        const QString first = desk.sheets().value(u"F-02"_s).cells.first().field;
        QCOMPARE(ownFieldWords(desk, true, &second).value(first), u"网格员编号"_s);
        QVERIFY(!ownFieldWords(desk, true, &before).contains(first));
        QCOMPARE(ownFieldWords(desk, true).keys(), QStringList{u"ownField01"_s});
    }

    void twoOfficesMakeTheSameVersionAndEachCaseKeepsItsOwn()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        SheetEdit edit(desk.sheetText(u"F-02"_s).value(), desk.library().catalogue);
        edit.setVersion(2);
        QVERIFY(edit.setWords(0, 0, Language::Chinese, u"甲处号"_s));
        const QByteArray here = edit.toml();
        QVERIFY(edit.setWords(0, 0, Language::Chinese, u"乙处号"_s));
        // Made at another office without knowing of ours; its events come in later.
        DeskFixture there;
        QVERIFY(there.desk().adoptSheet(edit.toml()).ok());
        const QString theirs = there.desk().sheets().value(u"F-02"_s).key();
        const auto settings = there.store().reader().config();
        QVERIFY(settings.ok());
        QVERIFY(desk.adoptSheet(here).ok());
        const QString ours = desk.sheets().value(u"F-02"_s).key();
        QVERIFY(ours != theirs);
        const CaseFile before = recordedOn(at, ours);
        QVector<NewEvent> published;
        for (auto it = settings->cbegin(); it != settings->cend(); ++it) {
            if (it.key().startsWith(u"sheet")) {
                published.append({QLatin1StringView(event::kConfigPublished),
                                  std::nullopt,
                                  QJsonObject{{u"name"_s, it.key()}, {u"value"_s, it.value()}}});
            }
        }
        QCOMPARE(published.size(), 2);
        QVERIFY(at.store().log().append({u"wang"_s, desk.now(), published, {}}, {}).ok());
        desk.reread();
        QCOMPARE(desk.sheets().value(u"F-02"_s).key(), theirs);
        QCOMPARE(firstLabel(desk.sheetFor(before, u"F-02"_s)), u"甲处号"_s);
        const CaseFile after = recordedOn(at, theirs);
        QCOMPARE(firstLabel(desk.sheetFor(after, u"F-02"_s)), u"乙处号"_s);
        QCOMPARE(desk.sheetEditions(u"F-02"_s).size(), 2);
        QCOMPARE(desk.nextSheetVersion(u"F-02"_s), 3);
    }

    void theBuiltInFormComesBackAndOwnVersionsAreKept()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        QVERIFY(desk.adoptSheet(reworded(desk, u"F-02"_s, u"登记号"_s)).ok());
        const CaseFile own = recordedOn(at, desk.sheets().value(u"F-02"_s).key());
        const auto done = desk.restoreSheet(u"F-02"_s);
        QVERIFY(done && !refuses(done->findings));
        QCOMPARE(desk.sheets().value(u"F-02"_s).key(), u"F-02/1"_s);
        QVERIFY(!desk.hasOwnSheet(u"F-02"_s));
        QCOMPARE(desk.sheetEditions(u"F-02"_s).size(), 1);
        QCOMPARE(firstLabel(desk.sheetFor(own, u"F-02"_s)), u"登记号"_s);
        QCOMPARE(desk.nextSheetVersion(u"F-02"_s), 3);
        const auto again = desk.restoreSheet(u"F-02"_s);
        QVERIFY(again.ok());
        QCOMPARE(DeskFixture::codes(again->findings, Severity::Warning),
                 QStringList{u"sheet.builtin.already"_s});
        // What was in force can be put in force again, word for word.
        QVERIFY(!refuses(desk.adoptSheet(desk.sheetText(u"F-02"_s, 2).value())->findings));
        QVERIFY(desk.sheets().value(u"F-02"_s).key().startsWith(u"F-02/2-"));
    }

    void aWrongCopyIsRefusedWithItsPlaceAndNothingIsWritten()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        QByteArray text = reworded(desk, u"F-02"_s, u"登记号"_s);
        text.replace("span = 4, readOnly", "span = 5, readOnly");
        const auto done = desk.adoptSheet(text);
        QVERIFY(done.ok());
        QVERIFY(refuses(done->findings));
        QVERIFY(done->findings.first().line > 0 && done->findings.first().column > 0);
        QVERIFY(!desk.hasOwnSheet(u"F-02"_s));
        QVERIFY(desk.sheetEditions(u"F-02"_s).isEmpty());
    }

    void aVersionInUseKeepsItsWords()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        QByteArray first = desk.sheetText(u"F-02"_s).value();
        first.replace("登记编号", "号");
        const auto taken = desk.adoptSheet(first);
        QCOMPARE(DeskFixture::codes(taken->findings), QStringList{u"sheet.versionTaken"_s});
        QCOMPARE(taken->findings.first().line, 8);
        QCOMPARE(taken->findings.first().args.value(u"next"_s), u"2"_s);
        const QByteArray second = reworded(desk, u"F-02"_s, u"登记号"_s);
        QVERIFY(!refuses(desk.adoptSheet(second)->findings));
        QByteArray other = second;
        other.replace("登记号", "另一个号");
        QCOMPARE(DeskFixture::codes(desk.adoptSheet(other)->findings),
                 QStringList{u"sheet.versionTaken"_s});
    }

    void aRequiredFieldCannotBeHidden()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        SheetEdit edit(desk.sheetText(u"F-02"_s).value(), desk.library().catalogue);
        edit.setVersion(2);
        const auto required = std::find_if(
            edit.rows().cbegin(), edit.rows().cend(), [](const auto &row) { return row.required; });
        edit.setHidden(static_cast<int>(required - edit.rows().cbegin()), true);
        QVERIFY(DeskFixture::codes(desk.adoptSheet(edit.toml())->findings)
                    .contains(u"sheet.required.missing"_s));
    }

    void aFormThereIsNotIsNamed()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        QCOMPARE(desk.sheetText(u"F-99"_s).error().code, u"sheet.unknown"_s);
        QCOMPARE(desk.sheetText(u"F-02"_s, 9).error().code, u"sheet.version.unknown"_s);
        QCOMPARE(DeskFixture::codes(desk.restoreSheet(u"F-99"_s)->findings),
                 QStringList{u"sheet.unknown"_s});
        QByteArray text = desk.sheetText(u"F-02"_s).value();
        text.replace("\"F-02\"", "\"F-99\"");
        QCOMPARE(DeskFixture::codes(desk.adoptSheet(text)->findings),
                 QStringList{u"sheet.unknown"_s});
    }

    void aVariantCanBeChangedToo()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        QByteArray text = desk.sheetText(u"F-01-bld"_s).value();
        text.replace("version = 1", "version = 2");
        text += "\n[[change]]\nfield = \"address\"\nzh = \"楼栋\"\n";
        const auto done = desk.adoptSheet(text);
        QVERIFY2(!refuses(done->findings), qPrintable(done->findings.value(0).code));
        const Sheet sheet = desk.sheets().value(u"F-01-bld"_s);
        QVERIFY(std::any_of(sheet.cells.cbegin(), sheet.cells.cend(), [](const SheetCell &cell) {
            return cell.kind == CellKind::Label && cell.zh == u"楼栋";
        }));
    }
};

QTEST_GUILESS_MAIN(TestOwnSheets)
#include "tst_ownsheets.moc"
