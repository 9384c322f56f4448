// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The documents of a case: what each says, which of them are void, and who may make them so.

#include <report/casepapers.h>
#include <report/period.h>
#include <report/registers.h>
#include <rules/sheetedit.h>

#include "../desk/deskfixture.h"

using namespace huiyin;
using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

/// A complaint transferred once; the clerk began its slip.
class Transferred
{
public:
    Transferred()
        : file(at.recorded({{u"receivingUnit"_s, u"客服中心"_s}}))
    {
        transfer(u"请核实送货记录"_s);
    }

    void transfer(const QString &opinion)
    {
        take(u"transfer"_s, {{u"assignedDept"_s, u"配送部"_s}, {u"handlingOpinion"_s, opinion}});
    }

    /// "ok", or the code of the first refusal.
    QString take(const QString &action, const QJsonObject &input)
    {
        const auto outcome = at.desk().act(file.id, action, input);
        if (!outcome) {
            return outcome.error().code;
        }
        if (refuses(outcome->findings)) {
            return DeskFixture::codes(outcome->findings).first();
        }
        file = *outcome->caseFile;
        return u"ok"_s;
    }

    QString declareVoid(const QString &end, bool anew = false, const QString &why = u"部门写错"_s)
    {
        return take(anew ? u"reissueDocument"_s : u"voidDocument"_s,
                    {{u"document"_s, numbered(end)}, {u"reason"_s, why}});
    }

    [[nodiscard]] QString numbered(const QString &end) const { return file.caseNo + u'-' + end; }

    [[nodiscard]] QVector<CaseDocument> documents()
    {
        return caseDocuments(file, at.desk().regulationOf(file), at.desk().sheets());
    }

    [[nodiscard]] QVector<CasePaper> papers(const QString &sheet, const QString &number = {})
    {
        const PaperGround ground{at.desk().regulationOf(file),
                                 at.desk().library().catalogue,
                                 at.desk().sheets(),
                                 {},
                                 u"某公司"_s,
                                 at.desk().now()};
        return casePapers(file, at.desk().sheets().value(sheet), ground, number);
    }

    DeskFixture at;
    CaseFile file;
};

} // namespace

class TestCasePapers : public QObject
{
    Q_OBJECT

private slots:

    void aVoidDocumentKeepsItsNumberAndSaysWhoAndWhy()
    {
        Transferred desk;
        QCOMPARE(desk.documents().size(), 1);
        QVERIFY(!desk.papers(u"F-13"_s).first().isVoid);
        QCOMPARE(desk.declareVoid(u"ZB01"_s), u"ok"_s);
        const CaseDocument slip = desk.documents().first();
        QCOMPARE(slip.number, desk.numbered(u"ZB01"_s));
        QVERIFY(slip.isVoid());
        QCOMPARE(slip.voidReason, u"部门写错"_s);
        QCOMPARE(slip.voidBy, u"wang"_s);
        QCOMPARE(*slip.voidAt, desk.at.desk().now());
        const auto papers = desk.papers(u"F-13"_s);
        QCOMPARE(papers.size(), 1);
        QVERIFY(papers.first().isVoid);
        QCOMPARE(papers.first().docNo, desk.numbered(u"ZB01"_s));
        // The next one never takes the number again.
        desk.transfer(u"改转客服部"_s);
        QCOMPARE(desk.papers(u"F-13"_s).first().docNo, desk.numbered(u"ZB02"_s));
        QVERIFY(!desk.papers(u"F-13"_s).first().isVoid);
    }

    void whatIsDrawnUpAnewTakesTheNextNumber()
    {
        Transferred desk;
        desk.at.setNow(u"2026-03-02T10:00"_s);
        QCOMPARE(desk.declareVoid(u"ZB01"_s, true), u"ok"_s);
        const auto documents = desk.documents();
        QCOMPARE(documents.size(), 2);
        QVERIFY(documents.first().isVoid() && !documents.last().isVoid());
        QCOMPARE(documents.last().number, desk.numbered(u"ZB02"_s));
        QCOMPARE(documents.last().replaces, desk.numbered(u"ZB01"_s));
        desk.transfer(u"再转"_s);
        QCOMPARE(desk.documents().last().number, desk.numbered(u"ZB03"_s));
    }

    void aVoidDocumentSaysWhatItSaidThen()
    {
        Transferred desk;
        QCOMPARE(desk.declareVoid(u"ZB01"_s, true), u"ok"_s);
        QCOMPARE(desk.take(u"amend"_s,
                           {{u"handlingOpinion"_s, u"请客服部核实"_s}, {u"reason"_s, u"写错"_s}}),
                 u"ok"_s);
        const auto old = desk.papers(u"F-13"_s, desk.numbered(u"zb01"_s)).first();
        QVERIFY(old.isVoid);
        QCOMPARE(old.fields.value(u"handlingOpinion"_s).toString(), u"请核实送货记录"_s);
        const auto anew = desk.papers(u"F-13"_s).first();
        QVERIFY(!anew.isVoid);
        QCOMPARE(anew.fields.value(u"handlingOpinion"_s).toString(), u"请客服部核实"_s);
    }

    void anEarlierSlipSaysWhatItSaidBeforeTheNext()
    {
        Transferred desk;
        desk.transfer(u"第二次转办"_s);
        const auto first = desk.papers(u"F-13"_s, desk.numbered(u"ZB01"_s)).first();
        QCOMPARE(first.fields.value(u"handlingOpinion"_s).toString(), u"请核实送货记录"_s);
        QCOMPARE(desk.papers(u"F-13"_s).first().fields.value(u"handlingOpinion"_s).toString(),
                 u"第二次转办"_s);
    }

    void signaturesOfTheVoidOneDoNotStandOnTheNext()
    {
        Transferred desk;
        const Instant then = desk.at.desk().now();
        QCOMPARE(desk.take(u"amend"_s,
                           {{u"receiptSign"_s,
                             QJsonObject{{u"name"_s, u"李四"_s}, {u"at"_s, then.utcMs()}}},
                            {u"reason"_s, u"补签收"_s}}),
                 u"ok"_s);
        desk.at.setNow(u"2026-03-02T11:00"_s);
        QCOMPARE(desk.declareVoid(u"ZB01"_s, true), u"ok"_s);
        QVERIFY(!desk.papers(u"F-13"_s).first().fields.contains(u"receiptSign"_s));
        QVERIFY(desk.papers(u"F-13"_s, desk.numbered(u"ZB01"_s))
                    .first()
                    .fields.contains(u"receiptSign"_s));
    }

    void declaringVoidIsRefused_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("code");
        QTest::newRow("no reason") << u"ZB01"_s << u" "_s << u"document.reason"_s;
        QTest::newRow("no such number") << u"ZB09"_s << u"错"_s << u"document.unknown"_s;
        QTest::newRow("of another form") << u"YQ01"_s << u"错"_s << u"document.unknown"_s;
    }

    void declaringVoidIsRefused()
    {
        QFETCH(QString, end);
        QFETCH(QString, why);
        Transferred desk;
        QTEST(desk.declareVoid(end, false, why), "code");
        QVERIFY(!desk.documents().first().isVoid());
    }

    void twiceVoidIsRefusedAndACaseWithoutDocumentsHasNone()
    {
        Transferred desk;
        QCOMPARE(desk.declareVoid(u"ZB01"_s), u"ok"_s);
        desk.transfer(u"再转"_s);
        QCOMPARE(desk.declareVoid(u"ZB01"_s), u"document.void"_s);
        QCOMPARE(desk.take(u"voidDocument"_s, {{u"reason"_s, u"错"_s}}), u"document.which"_s);
        desk.file = desk.at.recorded();
        QCOMPARE(desk.declareVoid(u"ZB01"_s), u"document.none"_s);
    }

    void onlyWhoMayDrawOneUpDeclaresItVoid()
    {
        Transferred desk;
        Desk &open = desk.at.desk();
        QVERIFY(open.addPerson({u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s}}).ok());
        QVERIFY(open.addPerson({u"li"_s, u"小李"_s, u"档案室"_s, {u"archivist"_s}}).ok());
        QVERIFY(open.setActor(u"li"_s).ok());
        QCOMPARE(desk.declareVoid(u"ZB01"_s), u"document.role"_s);
        QVERIFY(open.setActor(u"wang"_s).ok());
        QCOMPARE(desk.declareVoid(u"ZB01"_s), u"ok"_s);
    }

    void takingItBackMakesItGoodAgain()
    {
        Transferred desk;
        const auto outcome = desk.at.desk().act(
            desk.file.id,
            u"voidDocument"_s,
            {{u"document"_s, desk.numbered(u"ZB01"_s)}, {u"reason"_s, u"看错"_s}});
        QVERIFY(outcome && !outcome->recorded.isEmpty());
        const auto undone = desk.at.desk().undo(desk.file.id, outcome->recorded);
        QVERIFY(undone && undone->caseFile);
        desk.file = *undone->caseFile;
        QVERIFY(!desk.documents().first().isVoid());
    }

    void theContentsOfTheFileNameVoidDocuments()
    {
        Transferred desk;
        QCOMPARE(desk.declareVoid(u"ZB01"_s, true), u"ok"_s);
        const PaperGround ground{desk.at.desk().regulationOf(desk.file),
                                 desk.at.desk().library().catalogue,
                                 desk.at.desk().sheets(),
                                 {},
                                 u"某公司"_s,
                                 desk.at.desk().now()};
        QStringList lines;
        const QJsonArray contents = fileContents(desk.file, ground);
        for (const auto &line : contents) {
            lines.append(line[u"itemDocNo"].toString().section(u'-', -1) +
                         line[u"itemTitle"].toString());
        }
        QVERIFY2(lines.contains(u"ZB01投诉转办单（作废）"_s), qPrintable(lines.join(u' ')));
        QVERIFY2(lines.contains(u"ZB02投诉转办单"_s), qPrintable(lines.join(u' ')));
    }

    void aLaterPlaceIsNotSignedBeforeAnEarlierOne()
    {
        DeskFixture at;
        ComplaintDraft draft;
        draft.fields = DeskFixture::complaint();
        draft.sheet = at.desk().sheets().value(u"F-10"_s).key();
        const CaseFile file = *at.desk().record(draft)->caseFile;
        const auto sign = [&](const QString &field, const QJsonValue &value) {
            const auto outcome =
                at.desk().act(file.id, u"amend"_s, {{field, value}, {u"reason"_s, u"补签"_s}});
            return outcome ? DeskFixture::codes(outcome->findings).join(u' ')
                           : outcome.error().code;
        };
        QCOMPARE(sign(u"decisionSign"_s, u"张总"_s), u"step.sign.order"_s);
        QCOMPARE(sign(u"recorderSign"_s, u"王姐"_s), QString());
        QCOMPARE(sign(u"decisionSign"_s, u"张总"_s), u"step.sign.order"_s);
        // Who refuses before a witness has had his turn.
        QCOMPARE(sign(u"officerSign"_s, u"赵六（拒签）"_s), u"input.witness"_s);
        QCOMPARE(sign(u"officerSign"_s, u"赵六（拒签，见证人：钱七）"_s), QString());
        QCOMPARE(sign(u"decisionSign"_s, u"张总"_s), QString());
    }

    void aFormIsNotRecordedWithALaterPlaceSignedFirst()
    {
        DeskFixture at;
        const auto recorded = [&](const QJsonObject &signs) {
            ComplaintDraft draft;
            draft.fields = DeskFixture::complaint(signs);
            draft.sheet = at.desk().sheets().value(u"F-10"_s).key();
            const auto outcome = at.desk().record(draft);
            return outcome ? DeskFixture::codes(outcome->findings).join(u' ')
                           : outcome.error().code;
        };
        QCOMPARE(recorded({{u"decisionSign"_s, u"张总"_s}}), u"step.sign.order"_s);
        QCOMPARE(recorded({{u"recorderSign"_s, u"王姐"_s}}), QString());
        QCOMPARE(recorded({{u"recorderSign"_s, u"王姐"_s},
                           {u"officerSign"_s, u"赵六"_s},
                           {u"decisionSign"_s, u"张总"_s}}),
                 QString());
    }

    void aStepThatNamesNoFormKeepsTheOrderOfTheFormsOfTheCase()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        QByteArray toml = desk.sheetText(u"F-02"_s).value();
        toml.replace("\nversion = 1\n",
                     "\nversion = 2\nsignOrder = [\"deptHeadSign\", \"leaderSign\"]\n");
        const auto adopted = desk.adoptSheet(toml);
        QVERIFY(adopted && !refuses(adopted->findings));
        ComplaintDraft draft;
        draft.fields = DeskFixture::complaint();
        draft.sheet = desk.sheets().value(u"F-02"_s).key();
        const CaseFile file = *desk.record(draft)->caseFile;
        const auto act = [&](const QString &action, const QJsonObject &input) {
            const auto outcome = desk.act(file.id, action, input);
            return outcome ? DeskFixture::codes(outcome->findings).join(u' ')
                           : outcome.error().code;
        };
        QCOMPARE(act(u"find"_s, {{u"findingNature"_s, u"Violation"_s}}), QString());
        QCOMPARE(act(u"propose"_s, {{u"proposedOpinion"_s, u"通报批评"_s}}), QString());
        QVERIFY(desk.setActor(u"li"_s).ok());
        QVERIFY(desk.regulation().move(u"approve")->sheet.isEmpty());
        QCOMPARE(act(u"approve"_s, {{u"leaderSign"_s, u"张总"_s}}), u"step.sign.order"_s);
        QCOMPARE(act(u"approve"_s, {{u"deptHeadSign"_s, u"赵六"_s}, {u"leaderSign"_s, u"张总"_s}}),
                 QString());
    }

    void theDeductionSheetIsComputedForEverybodyAndAddsUpToTheLoss()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        QVERIFY(desk.useRegulation(u"trd"_s).ok());
        const CaseFile file = at.recorded({{u"demandKinds"_s, QJsonArray{u"Exchange"_s}},
                                           {u"legitimateGrounds"_s, QJsonArray{u"QualityDefect"_s}},
                                           {u"foundedness"_s, u"Founded"_s},
                                           {u"respScope"_s, u"Person"_s}});
        const auto member = [](const QString &name, int points, qint64 bonus) {
            return QJsonObject{{u"person"_s, name},
                               {u"department"_s, u"生产部"_s},
                               {u"basePoints"_s, points},
                               {u"monthlyBonusFen"_s, bonus}};
        };
        const auto done = desk.act(
            file.id,
            u"penalize"_s,
            {{u"month"_s, u"2026-03"_s},
             {u"lossFen"_s, 180'000},
             {u"members"_s, QJsonArray{member(u"甲"_s, 6, 240'000), member(u"乙"_s, 3, 90'000)}}});
        QVERIFY(done && done->caseFile);
        const PaperGround ground{desk.regulationOf(*done->caseFile),
                                 desk.library().catalogue,
                                 desk.sheets(),
                                 {},
                                 u"某公司"_s,
                                 desk.now()};
        const auto papers = casePapers(*done->caseFile, desk.sheets().value(u"F-33"_s), ground);
        QCOMPARE(papers.size(), 2); // a notice for each
        QCOMPARE(papers.last().docNo, file.caseNo + u"-JF02"_s);
        const QJsonArray lines = papers.first().fields.value(u"deductionSheet"_s).toArray();
        QCOMPARE(lines.size(), 3);
        const auto money = [&](int line, const QString &field) {
            return lines.at(line).toObject().value(field).toInteger();
        };
        // 1,800.00 ÷ 9 points: 1,200.00 and 600.00; half a bonus is 1,200.00 and 450.00.
        QCOMPARE(money(0, u"deduction"_s), 120'000);
        QCOMPARE(money(0, u"deductedNow"_s), 120'000);
        QCOMPARE(money(0, u"carriedOver"_s), 0);
        QCOMPARE(money(1, u"deduction"_s), 60'000);
        QCOMPARE(money(1, u"capAmount"_s), 45'000);
        QCOMPARE(money(1, u"deductedNow"_s), 45'000);
        QCOMPARE(money(1, u"carriedOver"_s), 15'000);
        QCOMPARE(money(1, u"remaining"_s), 15'000);
        QCOMPARE(money(2, u"deduction"_s), 180'000); // the loss
        QCOMPARE(money(2, u"deductedNow"_s), 165'000);
        QCOMPARE(money(2, u"carriedOver"_s), 15'000);
        // One alone has the same lines as all together.
        const auto second = casePapers(
            *done->caseFile, desk.sheets().value(u"F-33"_s), ground, file.caseNo + u"-JF02"_s);
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.first().fields.value(u"deductionSheet"_s).toArray().size(), 3);
        QCOMPARE(second.first()
                     .fields.value(u"deductionSheet"_s)
                     .toArray()
                     .last()
                     .toObject()
                     .value(u"deduction"_s)
                     .toInteger(),
                 180'000);
        // A notice taken back keeps its number and is void; the other keeps its own.
        const auto reversed = desk.act(
            file.id, u"reversePenalty"_s, {{u"id"_s, u"1"_s}, {u"reason"_s, u"不属其责任"_s}});
        QVERIFY(reversed && reversed->caseFile);
        const auto left = casePapers(*reversed->caseFile, desk.sheets().value(u"F-33"_s), ground);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().docNo, file.caseNo + u"-JF02"_s);
        const auto taken = casePapers(
            *reversed->caseFile, desk.sheets().value(u"F-33"_s), ground, file.caseNo + u"-JF01"_s);
        QVERIFY(taken.first().isVoid);
    }

    void casesWithTheSameTroubleShareALineOfTheProductSuggestions()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        QVERIFY(desk.useRegulation(u"dev"_s).ok());
        const auto noted = [&](const QString &product, const QString &problem) {
            const CaseFile file = at.recorded();
            const auto done = desk.act(file.id,
                                       u"amend"_s,
                                       {{u"productName"_s, product},
                                        {u"commonProblem"_s, problem},
                                        {u"reason"_s, u"汇总"_s}});
            return done && done->caseFile && !refuses(done->findings);
        };
        QVERIFY(noted(u"一期"_s, u"窗台渗水"_s));
        QVERIFY(noted(u"一期"_s, u"墙面空鼓"_s));
        QVERIFY(noted(u"一期"_s, u"窗台渗水"_s));
        QVERIFY(noted(u"二期"_s, u"窗台渗水"_s));
        QVERIFY(noted(u"一期"_s, u"窗台渗水"_s));
        const auto paper = registerPaper(desk.reader(),
                                         desk.sheets().value(u"F-31"_s),
                                         Period::parse(u"2026-03").value(),
                                         desk.now(),
                                         [&](const CaseFile &file) {
                                             return PaperGround{desk.regulationOf(file),
                                                                desk.library().catalogue,
                                                                desk.sheets(),
                                                                {},
                                                                u"某公司"_s,
                                                                desk.now()};
                                         });
        QVERIFY(paper.ok());
        QStringList rows;
        for (const QJsonObject &row : paper->rows) {
            rows.append(row.value(u"productName"_s).toString() +
                        row.value(u"commonProblem"_s).toString() +
                        QString::number(row.value(u"caseCount"_s).toInteger()));
        }
        rows.sort();
        QCOMPARE(rows, (QStringList{u"一期墙面空鼓1"_s, u"一期窗台渗水3"_s, u"二期窗台渗水1"_s}));
    }

    void aFieldOfTheOrganisationsOwnIsKeptInTheCaseAndOnItsPaper()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        SheetEdit edit(desk.sheetText(u"F-02"_s).value(), desk.library().catalogue);
        edit.add(2, u"ownField01"_s, u"网格员"_s, u"Grid officer"_s);
        edit.setVersion(desk.nextSheetVersion(u"F-02"_s));
        const auto adopted = desk.adoptSheet(edit.toml());
        QVERIFY(adopted && !refuses(adopted->findings));
        ComplaintDraft draft;
        draft.fields = DeskFixture::complaint({{u"ownField01"_s, u"孙八"_s}});
        draft.sheet = desk.sheets().value(u"F-02"_s).key();
        const auto outcome = desk.record(draft);
        QVERIFY(outcome && outcome->caseFile);
        QCOMPARE(outcome->caseFile->text(u"ownField01"), u"孙八"_s);
        const Sheet sheet = desk.sheetFor(*outcome->caseFile, u"F-02"_s);
        QVERIFY(sheet.shownFields().contains(u"ownField01"_s));
        QVERIFY(std::any_of(sheet.cells.cbegin(), sheet.cells.cend(), [](const SheetCell &cell) {
            return cell.zh == u"网格员" && cell.field == u"ownField01";
        }));
    }
};

QTEST_GUILESS_MAIN(TestCasePapers)
#include "tst_casepapers.moc"
