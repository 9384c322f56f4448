// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "samples.h"

using namespace huiyin;
using namespace huiyin::paper;

namespace {

constexpr double kDotsPerMm = 300 / 25.4;

/// Middles of the upright rules, mm: columns of dots that are dark over at least `least` mm without
/// a gap.
QVector<double> uprightRules(const QImage &page, double least)
{
    QVector<double> middles;
    int begin = -1;
    for (int x = 0; x <= page.width(); ++x) {
        int run = 0;
        int best = 0;
        for (int y = 0; x < page.width() && y < page.height(); ++y) {
            run = qGray(page.pixel(x, y)) < 140 ? run + 1 : 0;
            best = std::max(best, run);
        }
        const bool dark = best >= least * kDotsPerMm;
        if (dark && begin < 0) {
            begin = x;
        } else if (!dark && begin >= 0) {
            middles << (begin + x) / 2.0 / kDotsPerMm;
            begin = -1;
        }
    }
    return middles;
}

bool near(const QVector<double> &values, double wanted, double mm)
{
    return std::any_of(values.cbegin(), values.cend(), [&](double value) {
        return std::abs(value - wanted) <= mm;
    });
}

/// Dots of a line between two points that are dark, as a share; `mm` aside is forgiven.
double darkShare(const QImage &page, QPointF from, QPointF to, double mm)
{
    const bool across = std::abs(to.x() - from.x()) > std::abs(to.y() - from.y());
    const int steps =
        static_cast<int>((across ? to.x() - from.x() : to.y() - from.y()) * kDotsPerMm);
    const int aside = static_cast<int>(std::ceil(mm * kDotsPerMm));
    int dark = 0;
    for (int i = 0; i < steps; ++i) {
        const QPointF at = from + (to - from) * (i / static_cast<double>(steps));
        bool hit = false;
        for (int d = -aside; d <= aside && !hit; ++d) {
            const QPoint dot(static_cast<int>(at.x() * kDotsPerMm) + (across ? 0 : d),
                             static_cast<int>(at.y() * kDotsPerMm) + (across ? d : 0));
            hit = page.valid(dot) && qGray(page.pixel(dot)) < 150;
        }
        dark += hit ? 1 : 0;
    }
    return steps > 0 ? static_cast<double>(dark) / steps : 0;
}

} // namespace

class TestSheetPainter : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void everyRuleIsWithinATenthOfAMillimetre_data();
    void everyRuleIsWithinATenthOfAMillimetre();

    void columnsStandWhereTheDescriptionPutsThem_data()
    {
        everyRuleIsWithinATenthOfAMillimetre_data();
    }

    void columnsStandWhereTheDescriptionPutsThem();
    void rowsAreAtLeastAsHighAsDescribed();
    void everyLabelAndValueIsFoundInTheText_data();
    void everyLabelAndValueIsFoundInTheText();
    void textHasNoRadicalsInPlaceOfCharacters();
    void titleComesBeforeTheFirstFieldAndSignaturesAfter();
    void usualFormsKeepTheirPages_data();
    void usualFormsKeepTheirPages();
    void aLongTextGoesOnAndItsBoxSaysWhere();
    void aBlankFormHasBoxesAndRoomButNoValues();
    void fontsAreEmbeddedAndNoneIsNotoCjk();
    void thePageIsA4AndThePdfNamesTheCase();
    void copiesBearTheirNames();
    void aConfidentialCallerIsMaskedOnTheTransferSlip();
    void rareCharactersAreSetOrNamed();
    void theLedgerRepeatsItsHeadAndSignsOnlyItsLastPage();
    void anUnwritablePathLeavesNothing();

private:
    QString print(const Sheet &sheet, const SheetValues &values);

    QTemporaryDir m_folder;
    int m_count = 0;
};

QString TestSheetPainter::print(const Sheet &sheet, const SheetValues &values)
{
    const QString path = m_folder.filePath(QStringLiteral("%1.pdf").arg(++m_count));
    const auto pages = writePdf(layOutSheet(sheet, catalogue(), values), path);
    return pages.ok() ? path : QString();
}

void TestSheetPainter::everyRuleIsWithinATenthOfAMillimetre_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("blank");
    for (const char *id : {"F-01", "F-02", "F-03", "F-13", "F-24"}) {
        QTest::addRow("%s blank", id) << QString::fromLatin1(id) << true;
        QTest::addRow("%s filled", id) << QString::fromLatin1(id) << false;
    }
}

/// The rendered first page against the laid-out one: each rule is there, along its whole length.
void TestSheetPainter::everyRuleIsWithinATenthOfAMillimetre()
{
    QFETCH(QString, id);
    QFETCH(bool, blank);
    const Sheet form = sheet(id);
    const SheetValues values = blank ? blankFor(form) : valuesFor(form, Fill::Typical);
    const InkDocument document = layOutSheet(form, catalogue(), values);
    const QImage page = rendered(print(form, values), 1, m_folder.path());
    QVERIFY(document.pages.first().rules.size() > 20);
    for (const InkRule &rule : document.pages.first().rules) {
        const double share = darkShare(page, rule.from, rule.to, 0.1);
        QVERIFY2(share > 0.99,
                 qPrintable(QStringLiteral("rule %1,%2 – %3,%4: %5")
                                .arg(rule.from.x())
                                .arg(rule.from.y())
                                .arg(rule.to.x())
                                .arg(rule.to.y())
                                .arg(share)));
    }
}

/// The rendered page against the description itself: equal columns of the text width, nothing from
/// the layout code.
void TestSheetPainter::columnsStandWhereTheDescriptionPutsThem()
{
    QFETCH(QString, id);
    QFETCH(bool, blank);
    const Sheet form = sheet(id);
    const QImage page = rendered(
        print(form, blank ? blankFor(form) : valuesFor(form, Fill::Typical)), 1, m_folder.path());
    const QVector<double> found = uprightRules(page, 6.5);
    const double text = form.paperSize().width() - form.marginLeft - form.marginRight;
    QVector<double> wanted{form.marginLeft + text};
    for (const SheetCell &cell : form.cells) {
        if (cell.row < form.rows.size() &&
            !std::any_of(form.rows.cbegin(),
                         form.rows.cbegin() + cell.row + 1,
                         [](const SheetRow &row) { return row.breakBefore; })) {
            wanted << form.marginLeft + text * cell.column / form.columns;
        }
    }
    for (const double x : wanted) {
        QVERIFY2(near(found, x, 0.1), qPrintable(QString::number(x)));
    }
    for (const double x : found) {
        QVERIFY2(near(wanted, x, 0.1), qPrintable(QString::number(x)));
    }
}

void TestSheetPainter::rowsAreAtLeastAsHighAsDescribed()
{
    const Sheet form = sheet(QStringLiteral("F-13"));
    const InkDocument document = layOutSheet(form, catalogue(), blankFor(form));
    QVector<double> lines;
    for (const InkRule &rule : document.pages.first().rules) {
        if (rule.from.y() == rule.to.y() && std::abs(rule.from.x() - form.marginLeft) < 1e-6 &&
            !near(lines, rule.from.y(), 1e-6)) {
            lines << rule.from.y();
        }
    }
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines.size(), form.rows.size() + 1);
    for (int row = 0; row < form.rows.size(); ++row) {
        QVERIFY(lines.at(row + 1) - lines.at(row) >= form.rows.at(row).height - 1e-6);
    }
    QVERIFY(std::abs(lines.last() - (297 - form.marginBottom)) < 1e-6);
}

void TestSheetPainter::everyLabelAndValueIsFoundInTheText_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("longest");
    for (const char *id : {"F-01", "F-02", "F-13", "F-24"}) {
        QTest::addRow("%s typical", id) << QString::fromLatin1(id) << false;
        QTest::addRow("%s longest", id) << QString::fromLatin1(id) << true;
    }
}

/// Counts characters: every one of every value has been printed, however the lines were broken.
void TestSheetPainter::everyLabelAndValueIsFoundInTheText()
{
    QFETCH(QString, id);
    QFETCH(bool, longest);
    const Sheet form = sheet(id);
    const SheetValues values = valuesFor(form, longest ? Fill::Longest : Fill::Typical);
    const QString text = squeezed(QString::fromUtf8(
        outputOf(QStringLiteral("pdftotext"),
                 {QStringLiteral("-raw"), print(form, values), QStringLiteral("-")})));
    QMap<QChar, int> need;
    for (auto it = values.fields.begin(); it != values.fields.end(); ++it) {
        if (it.value().isString() && catalogue().choicesOf(it.key()) == nullptr &&
            catalogue().field(it.key())->type != FieldType::Date) {
            for (const QChar character : squeezed(it.value().toString())) {
                ++need[character];
            }
        }
    }
    for (auto it = need.cbegin(); it != need.cend(); ++it) {
        QVERIFY2(text.count(it.key()) >= it.value(),
                 qPrintable(QStringLiteral("%1: %2 of %3")
                                .arg(it.key())
                                .arg(text.count(it.key()))
                                .arg(it.value())));
    }
    for (const SheetCell &cell : form.cells) {
        if (cell.kind == CellKind::Label && !cell.zh.contains(QLatin1Char('\n'))) {
            QVERIFY2(text.contains(squeezed(cell.zh)), qPrintable(cell.zh));
        }
    }
}

void TestSheetPainter::textHasNoRadicalsInPlaceOfCharacters()
{
    const Sheet form = sheet(QStringLiteral("F-01"));
    const QString text = textOf(print(form, valuesFor(form, Fill::Typical)));
    QVERIFY(text.contains(QStringLiteral("客户投诉记录表")));
    QVERIFY(std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() >= 0x2E80 && c.unicode() <= 0x2FDF;
    }));
}

void TestSheetPainter::titleComesBeforeTheFirstFieldAndSignaturesAfter()
{
    const Sheet form = sheet(QStringLiteral("F-01"));
    const QString text = squeezed(textOf(print(form, valuesFor(form, Fill::Typical))));
    const QStringList order{QStringLiteral("江南市烟草专卖局"),
                            QStringLiteral("客户投诉记录表"),
                            QStringLiteral("接诉时间"),
                            QStringLiteral("联系电话"),
                            QStringLiteral("记录人签名"),
                            QStringLiteral("第1页共2页"),
                            QStringLiteral("转办部门"),
                            QStringLiteral("总结评价"),
                            QStringLiteral("第2页共2页")};
    qsizetype last = -1;
    for (const QString &word : order) {
        const qsizetype at = text.indexOf(word, last + 1);
        QVERIFY2(at > last, qPrintable(word));
        last = at;
    }
}

void TestSheetPainter::usualFormsKeepTheirPages_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("pages");
    QTest::newRow("record, both sides") << QStringLiteral("F-01") << 2;
    QTest::newRow("registration") << QStringLiteral("F-02") << 1;
    QTest::newRow("transfer") << QStringLiteral("F-13") << 1;
    QTest::newRow("extension") << QStringLiteral("F-24") << 1;
}

void TestSheetPainter::usualFormsKeepTheirPages()
{
    QFETCH(QString, id);
    QFETCH(int, pages);
    const Sheet form = sheet(id);
    QCOMPARE(layOutSheet(form, catalogue(), blankFor(form)).pages.size(), pages);
    QCOMPARE(layOutSheet(form, catalogue(), valuesFor(form, Fill::Typical)).pages.size(), pages);
}

void TestSheetPainter::aLongTextGoesOnAndItsBoxSaysWhere()
{
    const Sheet form = sheet(QStringLiteral("F-01"));
    SheetValues values = valuesFor(form, Fill::Typical);
    values.fields.insert(QStringLiteral("content"),
                         QStringLiteral("甲").repeated(1990) +
                             QStringLiteral("末尾十字在此一字不少"));
    const QString text = squeezed(textOf(print(form, values)));
    QVERIFY(text.contains(QStringLiteral("（续见第3页）")));
    QVERIFY(text.contains(QStringLiteral("（接第1页）")));
    QVERIFY(text.contains(QStringLiteral("客户投诉记录表（续页）")));
    QCOMPARE(text.count(QStringLiteral("甲")), 1990);
    QVERIFY(text.contains(QStringLiteral("末尾十字在此一字不少")));
    // Each page it goes over to says of which box it is.
    values.fields.insert(QStringLiteral("content"), QStringLiteral("甲").repeated(8000));
    const QString pages = squeezed(textOf(print(form, values)));
    const auto goneOn = pages.count(QStringLiteral("（续页）"));
    QVERIFY(goneOn > 2);
    QCOMPARE(pages.count(QStringLiteral("（接第1页）")), goneOn);
}

void TestSheetPainter::aBlankFormHasBoxesAndRoomButNoValues()
{
    const Sheet form = sheet(QStringLiteral("F-01"));
    const QString text = textOf(print(form, blankFor(form)));
    QVERIFY(text.contains(QStringLiteral("☐电话")));
    QVERIFY(!text.contains(QStringLiteral("☑")));
    QVERIFY(!text.contains(QStringLiteral("TS202405")));
    QVERIFY(squeezed(text).contains(QStringLiteral("记录人签名：年月日")));
}

void TestSheetPainter::fontsAreEmbeddedAndNoneIsNotoCjk()
{
    const Sheet form = sheet(QStringLiteral("F-02"));
    const QString fonts = QString::fromUtf8(
        outputOf(QStringLiteral("pdffonts"), {print(form, valuesFor(form, Fill::Typical))}));
    const QStringList lines = fonts.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QVERIFY(!lines.isEmpty());
    static const QRegularExpression embedded(QStringLiteral("Identity-H\\s+yes"));
    for (const QString &line : lines) {
        QVERIFY2(line.contains(embedded) && !line.contains(QLatin1String("Noto")),
                 qPrintable(line));
    }
}

void TestSheetPainter::thePageIsA4AndThePdfNamesTheCase()
{
    const Sheet form = sheet(QStringLiteral("F-01"));
    const QString info = QString::fromUtf8(
        outputOf(QStringLiteral("pdfinfo"), {print(form, valuesFor(form, Fill::Typical))}));
    QVERIFY(info.contains(QStringLiteral("595 x 842 pts (A4)")));
    QVERIFY(info.contains(QStringLiteral("客户投诉记录表 TS202405-0012")));
}

void TestSheetPainter::copiesBearTheirNames()
{
    const Sheet form = sheet(QStringLiteral("F-13"));
    SheetValues values = valuesFor(form, Fill::Typical);
    values.copies = form.copies;
    const InkDocument document = layOutSheet(form, catalogue(), values);
    QCOMPARE(document.pages.size(), 2);
    const auto says = [](const InkPage &page, const QString &word) {
        QString upright;
        for (const InkText &text : page.texts) {
            upright += text.line.text.size() == 1 ? text.line.text : QString();
        }
        return upright.contains(word);
    };
    QVERIFY(says(document.pages.at(0), QStringLiteral("存根")));
    QVERIFY(says(document.pages.at(1), QStringLiteral("承办单位")));
}

void TestSheetPainter::aConfidentialCallerIsMaskedOnTheTransferSlip()
{
    const Sheet form = sheet(QStringLiteral("F-13"));
    SheetValues values = valuesFor(form, Fill::Typical);
    values.fields.insert(QStringLiteral("complainantName"), QStringLiteral("诸葛小明"));
    QVERIFY(textOf(print(form, values)).contains(QStringLiteral("诸葛小明")));
    values.fields.insert(QStringLiteral("confidential"), true);
    const QString text = textOf(print(form, values));
    QVERIFY(text.contains(QStringLiteral("诸***")) && !text.contains(QStringLiteral("小明")));
}

void TestSheetPainter::rareCharactersAreSetOrNamed()
{
    const Sheet form = sheet(QStringLiteral("F-24"));
    SheetValues values = valuesFor(form, Fill::Typical);
    const QString rare = QStringLiteral("𠮷㛃\U000F1234\nئۇيغۇر");
    values.fields.insert(QStringLiteral("progress"), rare);
    const InkDocument document = layOutSheet(form, catalogue(), values);
    const QString text = textOf(print(form, values));
    QVERIFY(document.missingGlyphs.contains(QStringLiteral("\U000F1234")));
    QVERIFY(text.contains(QStringLiteral("[U+F1234]")));
    QCOMPARE(document.findings.last().code, QStringLiteral("paper.glyph.missing"));
    for (const QString &character : {QStringLiteral("𠮷"), QStringLiteral("㛃")}) {
        QVERIFY2(document.missingGlyphs.contains(character) || text.contains(character),
                 qPrintable(character));
    }
}

void TestSheetPainter::theLedgerRepeatsItsHeadAndSignsOnlyItsLastPage()
{
    const Sheet form = sheet(QStringLiteral("F-03"));
    const SheetValues values = valuesFor(form, Fill::Typical, 31);
    const InkDocument document = layOutSheet(form, catalogue(), values);
    const QString text = textOf(print(form, values));
    const QStringList pages = text.split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QCOMPARE(pages.size(), document.pages.size());
    QVERIFY(pages.size() > 2);
    int rows = 0;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        QVERIFY(pages.at(i).contains(QStringLiteral("投诉编号")));
        QCOMPARE(pages.at(i).contains(QStringLiteral("登记人：")), i + 1 == pages.size());
        static const QRegularExpression count(QStringLiteral("本页合计：\\s*(\\d+)"));
        rows += count.match(pages.at(i)).captured(1).toInt();
    }
    static const QRegularExpression closed(QStringLiteral("办结：\\s*(\\d+)\\s*件"));
    int closedRows = 0;
    for (const QString &page : pages) {
        closedRows += closed.match(page).captured(1).toInt();
    }
    QCOMPARE(closedRows, 31 - 7); // every fourth line of the sample is open
    QCOMPARE(rows, 31);
    for (int i = 1; i <= 31; ++i) {
        QVERIFY(text.contains(QStringLiteral("TS202405-%1").arg(i, 4, 10, QLatin1Char('0'))));
    }
}

void TestSheetPainter::anUnwritablePathLeavesNothing()
{
    const Sheet form = sheet(QStringLiteral("F-24"));
    const QString path = m_folder.filePath(QStringLiteral("no/such/folder/a.pdf"));
    const auto written = writePdf(layOutSheet(form, catalogue(), blankFor(form)), path);
    QCOMPARE(written.error().code, QStringLiteral("paper.unwritable"));
    QVERIFY(!QFile::exists(path));
}

QTEST_MAIN(TestSheetPainter)
#include "tst_sheetpainter.moc"
