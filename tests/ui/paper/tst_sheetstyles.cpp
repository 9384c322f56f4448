// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a sheet description can ask of the page, on sheets made for it.

#include <paper/masking.h>
#include <paper/signorder.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

#include "samples.h"

using namespace huiyin;
using namespace huiyin::paper;
using namespace Qt::StringLiterals;

namespace {

Sheet made(const QByteArray &rows, const QByteArray &head = {})
{
    const bool letter = head.contains("letter");
    const SheetReading reading = readSheet(
        "[sheet]\nid = \"x\"\nversion = 1\nzh = \"样表\"\nen = \"Sample\"\npaper = \"A4\"\n"
        "columns = 12\nrule = [\"R-TOB-08\"]\n" +
            QByteArray(letter ? "margins = { top = 37, right = 26, bottom = 35, left = 28 }\n"
                              : "margins = { top = 20, right = 18, bottom = 18, left = 25 }\n") +
            head + rows,
        u"x.toml"_s,
        catalogue());
    if (!reading.sheet) {
        qWarning() << reading.findings.first().code << reading.findings.first().line;
    }
    return reading.sheet.value_or(Sheet());
}

SheetValues valued(const QJsonObject &fields)
{
    SheetValues values;
    values.organisation = u"江南市烟草专卖局"_s;
    values.printedBy = u"王姐"_s;
    values.printedAt = at("2024-05-31T17:00:00");
    values.fields = fields;
    return values;
}

QStringList linesOf(const InkPage &page)
{
    QStringList lines;
    for (const InkText &text : page.texts) {
        lines << text.line.text;
    }
    return lines;
}

QString allText(const InkDocument &document)
{
    QString text;
    for (const InkPage &page : document.pages) {
        text += linesOf(page).join(QString());
    }
    return text;
}

QJsonObject signedBy(const QString &name, const char *when)
{
    return {{u"name"_s, name}, {u"at"_s, at(when).utcMs()}};
}

const char kContents[] =
    "[[row]]\nheight = 9\nhead = true\ncells = [{ label = \"remark\", zh = \"事由\", span = 12 }]\n"
    "[[row]]\nheight = 9\nrepeat = \"jointOpinions\"\natLeast = 3\n"
    "cells = [{ text = \"会签\", span = 2 }, { field = \"remark\", span = 10 }]\n"
    "[[row]]\nheight = 12\ncells = [{ field = \"recorderSign\", span = 12 }]\n";

QJsonObject entries(int count)
{
    QJsonArray list;
    for (int i = 1; i <= count; ++i) {
        list.append(QJsonObject{{u"remark"_s, u"第%1条"_s.arg(i)}});
    }
    return {{u"jointOpinions"_s, list}};
}

} // namespace

class TestSheetStyles : public QObject
{
    Q_OBJECT

private slots:
    void aLetterHasTwentyTwoLinesOfTwentyEightCharactersOnThePrintedPage();
    void whatGoesOnIsSetAcrossTheWholeRoom();
    void aNumberIsSetSmallerBeforeItBreaks();
    void aCaseNumberStaysOnOneLine();
    void onlyAFormOfOneLeafHasABack();
    void aLedgerLineThatGoesOnIsCountedOnce();
    void textFromRightToLeftStaysInItsBox();
    void aLetterPageHolds22LinesOf28Characters();
    void aLetterNumbersItsPagesAtTheOuterEdgeBetweenDashes();
    void boxesOfALetterStayTogether();
    void whatClosesALetterStandsUnderItsLastLines_data();
    void whatClosesALetterStandsUnderItsLastLines();
    void repeatedRowsComeOncePerEntry_data();
    void repeatedRowsComeOncePerEntry();
    void repeatedRowsGoOnUnderTheirHead();
    void runningTextFillsItsBlanks();
    void onlyTheTickedParagraphTellsItsValues();
    void runningTextLeavesRoomOnABlankForm();
    void aValueIsNeverTakenForABlank();
    void theWatermarkNamesUserAndTimeOnEveryPage();
    void aCancelledDocumentSaysSoOnEveryPage();
    void aRefusedSignatureNamesItsWitness();
    void whoNeedNotSignIsToldInABoxToo();
    void signaturesOutOfOrderAreNamed_data();
    void signaturesOutOfOrderAreNamed();
    void theOrderOfSigningStandsInTheFoot();
    void aPlaceSignedByHandIsMarkedAndNotWaitedFor();
    void maskingReachesStoriesAndSignatures();
    void maskingTwiceChangesNothing();
    void yesAndNoAreTwoBoxes();
    void copiesHaveEnglishNamesToo();
    void aComputerWithoutChineseFontsIsTold();
    void anotherChineseFamilyStandsInAndIsNamed();
    void aFamilyThatIsInstalledStepsIn();
    void aCornerMarkStandsAboveTheTitle();
};

void TestSheetStyles::aLetterPageHolds22LinesOf28Characters()
{
    const Sheet letter =
        made("[[row]]\nheight = 10\ncells = [{ field = \"content\", span = 12 }]\n",
             "style = \"letter\"\n");
    const InkDocument document =
        layOutSheet(letter, catalogue(), valued({{u"content"_s, QString(28 * 50, u'汉')}}));
    QCOMPARE(document.pages.size(), 3);
    QVector<double> middles;
    for (const InkText &text : document.pages.at(1).texts) {
        if (text.line.text.startsWith(u'汉')) {
            QCOMPARE(text.line.text.size(), 28);
            QVERIFY(text.at.x() >= 28 - 1e-6 && text.at.x() + text.line.width <= 28 + 156 + 1e-6);
            middles << text.at.y();
        }
    }
    QCOMPARE(middles.size(), 22);
    std::sort(middles.begin(), middles.end());
    for (qsizetype i = 1; i < middles.size(); ++i) {
        QVERIFY(std::abs(middles.at(i) - middles.at(i - 1) - 225.0 / 22) < 1e-6);
    }
    QVERIFY(middles.first() > 37 && middles.last() < 297 - 35);
    QVERIFY(document.pages.first().rules.isEmpty());
}

void TestSheetStyles::aLetterNumbersItsPagesAtTheOuterEdgeBetweenDashes()
{
    const Sheet letter =
        made("[[row]]\nheight = 10\ncells = [{ field = \"content\", span = 12 }]\n",
             "style = \"letter\"\n");
    const InkDocument document =
        layOutSheet(letter, catalogue(), valued({{u"content"_s, QString(28 * 30, u'汉')}}));
    QCOMPARE(document.pages.size(), 2);
    const auto numberOf = [&](int page) {
        const auto &texts = document.pages.at(page).texts;
        return *std::find_if(texts.cbegin(), texts.cend(), [](const InkText &text) {
            return text.line.text.contains(u'—');
        });
    };
    QCOMPARE(numberOf(0).line.text, u"— 1 —"_s);
    QCOMPARE(numberOf(1).line.text, u"— 2 —"_s);
    QVERIFY(numberOf(0).at.x() > 150 && numberOf(1).at.x() < 60);
    QVERIFY(numberOf(0).at.y() > 297 - 35 + 7);
}

void TestSheetStyles::boxesOfALetterStayTogether()
{
    const Sheet letter =
        made("[[row]]\nheight = 10\ncells = [{ field = \"content\", span = 12 }]\n"
             "[[row]]\nheight = 40\ncells = [{ field = \"contactPerson\", span = 6 }, "
             "{ text = \"甲\\n乙\\n丙\\n丁\", span = 6 }]\n",
             "style = \"letter\"\n");
    const InkDocument document = layOutSheet(
        letter,
        catalogue(),
        valued({{u"content"_s, QString(28 * 17, u'汉')}, {u"contactPerson"_s, u"赵"_s}}));
    QCOMPARE(document.pages.size(), 2);
    const QString second = linesOf(document.pages.at(1)).join(QString());
    QVERIFY(second.contains(u"赵"_s) && second.contains(u"甲"_s) && second.contains(u"丁"_s));
}

void TestSheetStyles::whatClosesALetterStandsUnderItsLastLines_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("pages");
    QTest::newRow("all on one page") << 15 << 1;
    QTest::newRow("the last line of the page would be the date") << 16 << 2;
    QTest::newRow("the page is full of text") << 20 << 2;
    QTest::newRow("one line of text would go over") << 21 << 2;
    QTest::newRow("over on its own") << 30 << 2;
}

void TestSheetStyles::whatClosesALetterStandsUnderItsLastLines()
{
    QFETCH(int, lines);
    QFETCH(int, pages);
    const Sheet letter =
        made("[[row]]\nheight = 10\ncells = [{ field = \"content\", span = 12 }]\n"
             "[[row]]\nheight = 30\ncells = [{ text = \"单位\\n（盖章）\", span = 12, align = "
             "\"right\" }]\n"
             "[[row]]\nheight = 10\ncells = [{ text = \"日期\", span = 12, align = \"right\" }]\n",
             "style = \"letter\"\n");
    const InkDocument document =
        layOutSheet(letter, catalogue(), valued({{u"content"_s, QString(28 * lines, u'汉')}}));
    QCOMPARE(document.pages.size(), pages);
    qsizetype body = 0;
    for (const InkPage &page : document.pages) {
        const QStringList words = linesOf(page);
        const auto ofText = words.filter(u"汉汉"_s).size();
        body += ofText;
        const bool closes = words.join(QString()).contains(u"单位"_s);
        QCOMPARE(closes, &page == &document.pages.last());
        QVERIFY2(!closes || ofText >= 2, qPrintable(QString::number(ofText)));
        QCOMPARE(words.join(QString()).contains(u"日期"_s), closes);
    }
    QCOMPARE(body, lines);
}

void TestSheetStyles::repeatedRowsComeOncePerEntry_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("rows");
    QTest::newRow("none") << 0 << 3;
    QTest::newRow("fewer than the room") << 2 << 3;
    QTest::newRow("more") << 5 << 5;
}

void TestSheetStyles::repeatedRowsComeOncePerEntry()
{
    QFETCH(int, count);
    QFETCH(int, rows);
    const InkDocument document = layOutSheet(made(kContents), catalogue(), valued(entries(count)));
    QCOMPARE(document.pages.size(), 1);
    const QString text = allText(document);
    for (int i = 1; i <= count; ++i) {
        QCOMPARE(text.count(u"第%1条"_s.arg(i)), 1);
    }
    QCOMPARE(text.count(u"会签"_s), 1); // one label beside all of them
    QVector<double> lines;
    for (const InkRule &rule : document.pages.first().rules) {
        if (rule.from.y() == rule.to.y() && !lines.contains(rule.from.y())) {
            lines << rule.from.y();
        }
    }
    QCOMPARE(lines.size(), rows + 3); // head, entries, signature and the frame's last line
}

void TestSheetStyles::repeatedRowsGoOnUnderTheirHead()
{
    const InkDocument document = layOutSheet(made(kContents), catalogue(), valued(entries(60)));
    QCOMPARE(document.pages.size(), 3);
    QString text;
    for (const InkPage &page : document.pages) {
        const QString words = linesOf(page).join(QString());
        QVERIFY(words.contains(u"事由"_s) && words.contains(u"会签"_s));
        text += words;
        for (const InkRule &rule : page.rules) {
            QVERIFY(rule.to.y() <= 297 - 18 + 1e-6);
        }
    }
    for (int i = 1; i <= 60; ++i) {
        QCOMPARE(text.count(u"第%1条"_s.arg(i)), 1);
    }
}

const char kReceipt[] =
    "[[row]]\nheight = 30\ncells = [{ span = 12, prose = [\"今收到{organisation}赔偿款人民币"
    "{amount:capitals}（{amount}），{decision=Accepted}同意。\"], "
    "proseEn = [\"{organisation} {amount} {amount} {decision=Accepted}\"] }]\n";

void TestSheetStyles::runningTextFillsItsBlanks()
{
    const QString text =
        allText(layOutSheet(made(kReceipt),
                            catalogue(),
                            valued({{u"amount"_s, 100506}, {u"decision"_s, u"Accepted"_s}})));
    QVERIFY2(text.contains(
                 u"今收到江南市烟草专卖局赔偿款人民币壹仟零伍元零陆分（￥1,005.06），☑同意。"_s),
             qPrintable(text));
}

void TestSheetStyles::onlyTheTickedParagraphTellsItsValues()
{
    const Sheet sheet = made("[[row]]\nheight = 60\ncells = [{ span = 12, prose = "
                             "[\"{decision=Accepted}由{assignedDept}承办\", "
                             "\"{decision=Forwarded}已转{assignedDept}\"], proseEn = "
                             "[\"{decision=Accepted}{assignedDept}\", "
                             "\"{decision=Forwarded}{assignedDept}\"] }]\n");
    const QString text = allText(
        layOutSheet(sheet,
                    catalogue(),
                    valued({{u"decision"_s, u"Accepted"_s}, {u"assignedDept"_s, u"质量部"_s}})));
    QVERIFY2(text.contains(u"☑由质量部承办"_s) && text.contains(u"☐已转＿＿＿＿"_s),
             qPrintable(text));
}

void TestSheetStyles::runningTextLeavesRoomOnABlankForm()
{
    SheetValues values = valued({{u"amount"_s, 100506}});
    values.blank = true;
    const QString text = allText(layOutSheet(made(kReceipt), catalogue(), values));
    QVERIFY(text.contains(u"人民币＿＿＿＿"_s) && text.contains(u"☐同意"_s));
    QVERIFY(!text.contains(u"壹"_s));
}

void TestSheetStyles::aValueIsNeverTakenForABlank()
{
    const Sheet sheet =
        made("[[row]]\nheight = 30\ncells = [{ span = 12, prose = [\"{subject}{remark}\"], "
             "proseEn = [\"{subject}{remark}\"] }]\n");
    const QString text = allText(layOutSheet(
        sheet,
        catalogue(),
        valued({{u"subject"_s, u"{organisation}{remark}"_s}, {u"remark"_s, u"{subject}"_s}})));
    QVERIFY(text.contains(u"{organisation}{remark}{subject}"_s));
}

void TestSheetStyles::theWatermarkNamesUserAndTimeOnEveryPage()
{
    SheetValues values = valued(entries(60));
    const auto marked = [&] { return layOutSheet(made(kContents), catalogue(), values); };
    for (const InkPage &page : marked().pages) {
        QVERIFY(page.marks.isEmpty());
    }
    values.watermark = true;
    for (const InkPage &page : marked().pages) {
        QVERIFY(page.marks.size() >= 4);
        for (const InkMark &mark : page.marks) {
            QVERIFY(mark.line.text.contains(u"王姐"_s) && mark.line.text.contains(u"17时00分"_s));
            QVERIFY(mark.grey <= 0.15);
        }
    }
}

void TestSheetStyles::aCancelledDocumentSaysSoOnEveryPage()
{
    QTemporaryDir folder;
    SheetValues values = valued(entries(60));
    values.cancelled = true;
    const InkDocument document = layOutSheet(made(kContents), catalogue(), values);
    const QString path = folder.filePath(u"void.pdf"_s);
    QVERIFY(writePdf(document, path).ok());
    const QStringList pages = textOf(path).split(u'\f', Qt::SkipEmptyParts);
    QCOMPARE(pages.size(), 3);
    for (const QString &page : pages) {
        QVERIFY(squeezed(page).contains(u"作废"_s) ||
                (page.contains(u"作"_s) && page.contains(u"废"_s)));
    }
    const QImage image = imageOf(document, 0, 60);
    values.cancelled = false;
    QVERIFY(image != imageOf(layOutSheet(made(kContents), catalogue(), values), 0, 60));
}

void TestSheetStyles::aRefusedSignatureNamesItsWitness()
{
    QJsonObject sign = signedBy(u"李四"_s, "2024-05-08T09:00:00");
    sign.insert(u"refused"_s, true);
    sign.insert(u"witness"_s, u"赵六"_s);
    const Sheet sheet =
        made("[[row]]\nheight = 12\ncells = [{ field = \"recorderSign\", span = 12 }]\n");
    const QString text =
        allText(layOutSheet(sheet, catalogue(), valued({{u"recorderSign"_s, sign}})));
    QVERIFY(text.contains(u"李四（拒签，见证人：赵六）"_s));
}

void TestSheetStyles::whoNeedNotSignIsToldInABoxToo()
{
    const Sheet sheet = made("[[row]]\nheight = 30\ncells = [{ field = \"content\", span = 12, "
                             "sign = \"complainantSign\" }]\n");
    const QString text = allText(layOutSheet(
        sheet, catalogue(), valued({{u"complainantSign"_s, QJsonObject{{u"waived"_s, true}}}})));
    QVERIFY(text.contains(u"免签"_s));
}

const char kSigned[] = "[[row]]\nheight = 60\ncells = [{ field = \"content\", span = 12, sign = "
                       "\"handlerSign\", signZh = \"申请人\" }]\n"
                       "[[row]]\nheight = 60\ncells = [{ field = \"progress\", span = 12, sign = "
                       "\"leaderSign\", signZh = \"分管领导\" }]\n"
                       "[[row]]\nheight = 60\ncells = [{ field = \"approval\", span = 12, sign = "
                       "\"approverSign\", signZh = \"审批人\" }]\n";
const char kOrder[] = "signOrder = [\"handlerSign\", \"leaderSign?\", \"approverSign\"]\n";

void TestSheetStyles::signaturesOutOfOrderAreNamed_data()
{
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<QString>("earlier");
    const QJsonObject nine = signedBy(u"甲"_s, "2024-05-08T09:00:00");
    const QJsonObject ten = signedBy(u"乙"_s, "2024-05-08T10:00:00");
    const QJsonObject eleven = signedBy(u"丙"_s, "2024-05-08T11:00:00");
    using F = QJsonObject;
    QTest::newRow("nobody") << F() << QString();
    QTest::newRow("in order") << F{{u"handlerSign"_s, nine},
                                   {u"leaderSign"_s, ten},
                                   {u"approverSign"_s, eleven}}
                              << QString();
    QTest::newRow("the optional one left out")
        << F{{u"handlerSign"_s, nine}, {u"approverSign"_s, eleven}} << QString();
    QTest::newRow("the first missing") << F{{u"approverSign"_s, eleven}} << u"申请人"_s;
    QTest::newRow("the first later")
        << F{{u"handlerSign"_s, eleven}, {u"approverSign"_s, ten}} << u"申请人"_s;
    QTest::newRow("the optional one later")
        << F{{u"handlerSign"_s, nine}, {u"leaderSign"_s, eleven}, {u"approverSign"_s, ten}}
        << u"分管领导"_s;
}

void TestSheetStyles::signaturesOutOfOrderAreNamed()
{
    QFETCH(QJsonObject, fields);
    QFETCH(QString, earlier);
    const InkDocument document = layOutSheet(made(kSigned, kOrder), catalogue(), valued(fields));
    QCOMPARE(document.findings.size(), earlier.isEmpty() ? 0 : 1);
    // What is printed all the same is no final copy, and says so on each page.
    for (const InkPage &page : document.pages) {
        QCOMPARE(page.marks.size(), earlier.isEmpty() ? 0 : 1);
        QVERIFY(earlier.isEmpty() || page.marks.first().line.text == u"未定稿");
    }
    if (!earlier.isEmpty()) {
        const Finding &finding = document.findings.first();
        QCOMPARE(finding.code, u"paper.sign.order"_s);
        QCOMPARE(finding.severity, Severity::Warning);
        QCOMPARE(finding.args.value(u"earlier"_s), earlier);
        QCOMPARE(finding.args.value(u"later"_s), u"审批人"_s);
    }
}

void TestSheetStyles::aPlaceSignedByHandIsMarkedAndNotWaitedFor()
{
    const Sheet sheet = made(kSigned, "signOrder = [\"handlerSign!\", \"approverSign\"]\n");
    const InkDocument open =
        layOutSheet(sheet,
                    catalogue(),
                    valued({{u"approverSign"_s, signedBy(u"丙"_s, "2024-05-08T11:00:00")}}));
    QCOMPARE(open.findings.size(), 0);
    QVERIFY2(allText(open).contains(u"签署次序：申请人（手签） → 审批人"_s),
             qPrintable(allText(open)));
    // Signed on the screen after all, and on a form that is to be filled by hand, nothing is said.
    const InkDocument filled = layOutSheet(
        sheet, catalogue(), valued({{u"handlerSign"_s, signedBy(u"甲"_s, "2024-05-08T09:00:00")}}));
    QVERIFY(allText(filled).contains(u"签署次序：申请人 → 审批人"_s));
    SheetValues blank = valued({});
    blank.blank = true;
    QVERIFY(
        allText(layOutSheet(sheet, catalogue(), blank)).contains(u"签署次序：申请人 → 审批人"_s));
}

void TestSheetStyles::theOrderOfSigningStandsInTheFoot()
{
    QVERIFY(allText(layOutSheet(made(kSigned, kOrder), catalogue(), valued({})))
                .contains(u"签署次序：申请人 → 分管领导 → 审批人"_s));
    QVERIFY(!allText(layOutSheet(made(kSigned), catalogue(), valued({}))).contains(u"签署次序"_s));
}

void TestSheetStyles::maskingReachesStoriesAndSignatures()
{
    const Sheet sheet =
        made("[[row]]\nheight = 60\ncells = [{ field = \"complainantName\", span = 4 }, "
             "{ field = \"phone\", span = 4 }, { field = \"address\", span = 4 }]\n"
             "[[row]]\nheight = 60\ncells = [{ field = \"content\", span = 12, sign = "
             "\"customerSign\" }]\n");
    SheetValues values =
        valued({{u"complainantName"_s, u"诸葛小明"_s},
                {u"phone"_s, u"13800138000、0571-87654321"_s},
                {u"address"_s, u"江南市和平路八号"_s},
                {u"content"_s, u"诸葛小明来电（0571-87654321），住江南市和平路八号。"_s},
                {u"customerSign"_s, signedBy(u"诸葛小明"_s, "2024-05-08T09:00:00")}});
    values.maskAll = true;
    const QString text = allText(layOutSheet(sheet, catalogue(), values));
    QVERIFY2(text.contains(u"诸***"_s) && text.contains(u"138****8000、057****4321"_s),
             qPrintable(text));
    for (const QString &secret : {u"小明"_s, u"13800138000"_s, u"87654321"_s, u"和平路"_s}) {
        QVERIFY2(!text.contains(secret), qPrintable(secret));
    }
}

void TestSheetStyles::maskingTwiceChangesNothing()
{
    const QJsonObject once = maskedFields({{u"complainantName"_s, u"诸葛小明"_s},
                                           {u"phone"_s, u"13800138000、0571-87654321"_s},
                                           {u"address"_s, u"江南市和平路八号"_s},
                                           {u"idNumber"_s, u"330106199001011234"_s}},
                                          catalogue());
    QCOMPARE(maskedFields(once, catalogue()), once);
}

void TestSheetStyles::yesAndNoAreTwoBoxes()
{
    const Sheet sheet =
        made("[[row]]\nheight = 9\ncells = [{ field = \"isMajor\", span = 12, tick = true, "
             "options = [\"true\", \"false\"], optionsZh = [\"有\", \"无\"] }]\n");
    const auto text = [&](const QJsonObject &fields) {
        return allText(layOutSheet(sheet, catalogue(), valued(fields)));
    };
    QVERIFY(text({{u"isMajor"_s, true}}).contains(u"☑有☐无"_s));
    QVERIFY(text({{u"isMajor"_s, false}}).contains(u"☐有☑无"_s));
    QVERIFY(text({}).contains(u"☐有☐无"_s));
}

void TestSheetStyles::copiesHaveEnglishNamesToo()
{
    SheetValues values = valued({});
    values.copies = QStringList{u"存根"_s};
    values.language = Language::English;
    QVERIFY(allText(layOutSheet(made(kSigned), catalogue(), values))
                .contains(catalogue().codeList(u"CL-19")->byWord(u"存根")->en));
}

void TestSheetStyles::aComputerWithoutChineseFontsIsTold()
{
    const PrintFonts fonts(QStringList{u"DejaVu Sans"_s});
    QVERIFY(fonts.family().isEmpty());
    InkDocument document;
    reportFonts(fonts, document);
    QCOMPARE(document.findings.size(), 1);
    QCOMPARE(document.findings.first().code, u"paper.font.missing"_s);
    QVERIFY(document.findings.first().args.value(u"wanted"_s).contains(u"仿宋"_s));
    // A page of code points is no paper: nothing is printed.
    QTemporaryDir folder;
    document.pages.append(InkPage{});
    const auto written = writePdf(document, folder.filePath(u"form.pdf"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().code, u"paper.font.missing"_s);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestSheetStyles::anotherChineseFamilyStandsInAndIsNamed()
{
    const PrintFonts fonts(QStringList{u"DejaVu Sans"_s, u"AR PL UMing TW"_s});
    QCOMPARE(fonts.family(), u"AR PL UMing TW"_s);
    InkDocument document;
    reportFonts(fonts, document);
    QCOMPARE(document.findings.size(), 1);
    QCOMPARE(document.findings.first().code, u"paper.font.replaced"_s);
    QCOMPARE(document.findings.first().severity, Severity::Warning);
    QCOMPARE(document.findings.first().args.value(u"used"_s), u"AR PL UMing TW"_s);
}

void TestSheetStyles::aFamilyThatIsInstalledStepsIn()
{
    QCOMPARE(PrintFonts({u"WenQuanYi Micro Hei"_s, u"SimSun"_s}).family(), u"SimSun"_s);
    QCOMPARE(PrintFonts(QStringList{u"WenQuanYi Micro Hei"_s}).family(), u"WenQuanYi Micro Hei"_s);
    QCOMPARE(PrintFonts({u"Noto Serif CJK SC"_s, u"FangSong"_s}).family(), u"FangSong"_s);
    // Under a Chinese locale families go by their Chinese names.
    PrintFonts chinese({u"AR PL UMing CN"_s, u"文泉驿微米黑"_s});
    QCOMPARE(chinese.family(), u"AR PL UMing CN"_s);
    QCOMPARE(chinese.breakText(u"标题"_s, 50, 18, Face::Title).first().layout->font().family(),
             u"文泉驿微米黑"_s);
}

void TestSheetStyles::aCornerMarkStandsAboveTheTitle()
{
    const InkDocument document =
        layOutSheet(made(kSigned, "mark = \"内部保密\"\n"), catalogue(), valued({}));
    const auto &texts = document.pages.first().texts;
    const auto find = [&](const QString &words) {
        return std::find_if(texts.cbegin(), texts.cend(), [&](const InkText &text) {
            return text.line.text == words;
        });
    };
    QVERIFY(find(u"内部保密"_s) != texts.cend());
    QVERIFY(find(u"内部保密"_s)->at.y() < find(u"样表"_s)->at.y());
    QVERIFY(find(u"内部保密"_s)->at.x() > 150);
}

/// Where there is ink along one direction: beginnings and ends, in dots.
QVector<std::pair<int, int>> bands(int count, const std::function<bool(int)> &dark)
{
    QVector<std::pair<int, int>> found;
    for (int i = 0; i < count; ++i) {
        if (!dark(i)) {
            continue;
        }
        if (found.isEmpty() || found.last().second < i - 1) {
            found.append({i, i});
        }
        found.last().second = i;
    }
    return found;
}

void TestSheetStyles::aLetterHasTwentyTwoLinesOfTwentyEightCharactersOnThePrintedPage()
{
    // 国 is one block of ink both across and down.
    const Sheet letter =
        made("[[row]]\nheight = 10\ncells = [{ field = \"content\", span = 12 }]\n",
             "style = \"letter\"\n");
    const InkDocument document =
        layOutSheet(letter, catalogue(), valued({{u"content"_s, QString(28 * 60, u'国')}}));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"letter.pdf"_s);
    QVERIFY(writePdf(document, path).ok());
    QVERIFY(document.pages.size() >= 3);
    const QImage page = rendered(path, 2, folder.path());
    constexpr double dots = 300 / 25.4;
    const auto top = static_cast<int>(37 * dots) - 2;
    const auto bottom = static_cast<int>((37 + 225) * dots) + 2;
    const auto inkIn = [&](const QRect &area) {
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                if (qGray(page.pixel(x, y)) < 150) {
                    return true;
                }
            }
        }
        return false;
    };
    const auto lines = bands(page.height(), [&](int y) {
        return y >= top && y <= bottom && inkIn(QRect(0, y, page.width(), 1));
    });
    QCOMPARE(lines.size(), 22);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        QVERIFY(std::abs((lines.at(i).first - lines.at(i - 1).first) / dots - 225.0 / 22) < 0.3);
    }
    for (const auto &[from, to] : lines) {
        const auto characters =
            bands(page.width(), [&](int x) { return inkIn(QRect(x, from, 1, to - from + 1)); });
        QCOMPARE(characters.size(), 28);
        QVERIFY(characters.first().first / dots >= 28 - 0.1);
        QVERIFY(characters.first().first / dots < 28 + 1.5);
        QVERIFY(characters.last().second / dots <= 28 + 156 + 0.1);
        QVERIFY(characters.last().second / dots > 28 + 156 - 1.5);
    }
    // Below the text: the number between its dashes, at the left on an even page.
    QVERIFY(inkIn(QRect(QPoint(static_cast<int>(28 * dots), bottom + 20),
                        QPoint(static_cast<int>(60 * dots), page.height() - 100))));
    QVERIFY(squeezed(textOf(path)).contains(u"—2—"_s));
}

void TestSheetStyles::whatGoesOnIsSetAcrossTheWholeRoom()
{
    const Sheet sheet = made(
        "[[row]]\nheight = 100\ncells = [{ label = \"content\", span = 1 }, { field = \"content\", "
        "span = 2 }, { label = \"progress\", span = 1 }, { field = \"progress\", span = 8 }]\n");
    const QString story = QString(1500, u'汉');
    const InkDocument document = layOutSheet(sheet, catalogue(), valued({{u"content"_s, story}}));
    QVERIFY(document.pages.size() >= 2);
    double widest = 0;
    for (const InkText &text : document.pages.at(1).texts) {
        widest = text.line.text.count(u'汉') > 5 ? std::max(widest, text.line.width) : widest;
    }
    QVERIFY(widest > 120); // 28 mm wide on the form itself
    QCOMPARE(allText(document).count(u'汉'), story.size());
}

void TestSheetStyles::aNumberIsSetSmallerBeforeItBreaks()
{
    const Sheet sheet = made("[[row]]\nheight = 20\ncells = [{ field = \"amount\", span = 2 }, { "
                             "field = \"phone\", span = "
                             "2 }, { field = \"content\", span = 8 }]\n");
    const QStringList lines =
        linesOf(layOutSheet(sheet,
                            catalogue(),
                            valued({{u"amount"_s, 12'345'678'999LL},
                                    {u"phone"_s, u"13800138000、0571-87654321-8001"_s}}))
                    .pages.first());
    QVERIFY2(lines.contains(u"￥123,456,789.99"_s), qPrintable(lines.join(u'|')));
    QVERIFY2(lines.contains(u"13800138000、"_s) && lines.contains(u"0571-87654321-8001"_s),
             qPrintable(lines.join(u'|')));
}

void TestSheetStyles::aCaseNumberStaysOnOneLine()
{
    const Sheet sheet =
        made("[[row]]\nheight = 20\ncells = [{ field = \"complaintNo\", span = 2 }, "
             "{ field = \"content\", span = 10 }]\n");
    SheetValues values = valued({{u"complaintNo"_s, u"TS0571202603-B0001"_s}});
    const QStringList lines = linesOf(layOutSheet(sheet, catalogue(), values).pages.first());
    QVERIFY2(lines.contains(u"TS0571202603-B0001"_s), qPrintable(lines.join(u'|')));
}

void TestSheetStyles::onlyAFormOfOneLeafHasABack()
{
    const auto running = [](const Sheet &sheet, int page) {
        return linesOf(layOutSheet(sheet, catalogue(), blankFor(sheet)).pages.at(page)).join(u' ');
    };
    QVERIFY(running(sheet(u"F-01"_s), 1).contains(u"（背面）"_s));
    QVERIFY(!running(sheet(u"F-43"_s), 1).contains(u"（背面）"_s));
    QVERIFY(!running(sheet(u"F-43"_s), 2).contains(u"（背面）"_s));
}

void TestSheetStyles::aLedgerLineThatGoesOnIsCountedOnce()
{
    const Sheet ledger = sheet(u"F-03"_s);
    SheetValues values = valuesFor(ledger, Fill::Typical, 5);
    values.rows[1].insert(u"contentBrief"_s, QString(3000, u'长'));
    const InkDocument document = layOutSheet(ledger, catalogue(), values);
    QVERIFY(document.pages.size() > 2);
    static const QRegularExpression count(u"本页合计：(\\d+) 件"_s);
    int sum = 0;
    for (const InkPage &page : document.pages) {
        sum += count.match(linesOf(page).join(QString())).captured(1).toInt();
    }
    QCOMPARE(sum, 5);
}

void TestSheetStyles::textFromRightToLeftStaysInItsBox()
{
    const Sheet sheet =
        made("[[row]]\nheight = 20\ncells = [{ field = \"complainantName\", span = 4 }, { field = "
             "\"content\", span = 8 }]\n");
    const InkDocument document =
        layOutSheet(sheet,
                    catalogue(),
                    valued({{u"complainantName"_s, u"ئۇيغۇر ئابدۇللا"_s},
                            {u"content"_s, QChar(0x202E) + u"ئۇيغۇر tel 13800138000 ئابدۇللا"_s}}));
    QVERIFY(document.findings.isEmpty());
    const double width = 210 - 25 - 18;
    for (const InkText &text : document.pages.first().texts) {
        QVERIFY(text.line.width <= width);
        const QImage picture = imageOf(document, 0, 100);
        QVERIFY(!picture.isNull());
        if (text.line.text.contains(u"ئابدۇللا"_s) && !text.line.text.contains(u"tel"_s)) {
            QVERIFY(text.at.x() >= 25 && text.at.x() + text.line.width <= 25 + width / 3);
        }
    }
    // The ink, not only what is said of it: nothing right of the frame.
    const QImage page = imageOf(document, 0, 150);
    constexpr double dots = 150 / 25.4;
    for (int y = 0; y < page.height(); ++y) {
        for (auto x = static_cast<int>((210 - 18 + 1) * dots); x < page.width(); ++x) {
            QVERIFY(qGray(page.pixel(x, y)) > 200);
        }
    }
}

QTEST_MAIN(TestSheetStyles)
#include "tst_sheetstyles.moc"
