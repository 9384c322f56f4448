// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines and boxes of every sheet of the folder, measured: as printed, and as described.

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <optional>

#include "samples.h"

using namespace huiyin;
using namespace huiyin::paper;
using namespace Qt::StringLiterals;

namespace {

constexpr double kDots = 75 / 25.4; ///< per mm of the measured picture

/// The share of a rule that is dark on the picture, forgiving 1 mm aside.
double darkShare(const QImage &page, const InkRule &rule)
{
    const bool across = rule.from.y() == rule.to.y();
    const QPointF way = rule.to - rule.from;
    const int steps = static_cast<int>((across ? way.x() : way.y()) * kDots);
    const int aside = static_cast<int>(kDots);
    int dark = 0;
    for (int i = 0; i < steps; ++i) {
        const QPointF at = (rule.from + way * (i / static_cast<double>(steps))) * kDots;
        bool hit = false;
        for (int d = -aside; d <= aside && !hit; ++d) {
            const QPoint dot(static_cast<int>(at.x()) + (across ? 0 : d),
                             static_cast<int>(at.y()) + (across ? d : 0));
            hit = page.valid(dot) && qGray(page.pixel(dot)) < 190;
        }
        dark += hit ? 1 : 0;
    }
    return steps > 0 ? static_cast<double>(dark) / steps : 1;
}

/// The lowest end of the rules of a page.
double bottomOf(const InkPage &page)
{
    double bottom = 0;
    for (const InkRule &rule : page.rules) {
        bottom = std::max(bottom, rule.to.y());
    }
    return bottom;
}

bool near(double one, double other) { return std::abs(one - other) < 1; }

/// The top of the first box from a height on that begins at x and is that wide; nothing if there is
/// none.
std::optional<double> topOf(const InkPage &page, double from, double x, double wide)
{
    std::optional<double> top;
    for (const InkRule &rule : page.rules) {
        const bool above = rule.from.y() == rule.to.y() && rule.from.y() > from - 1 &&
                           near(rule.from.x(), x) && rule.to.x() - rule.from.x() > wide - 1;
        const bool corner =
            above &&
            std::any_of(page.rules.cbegin(), page.rules.cend(), [&](const InkRule &beside) {
                return beside.from.x() == beside.to.x() && near(beside.from.x(), x) &&
                       near(beside.from.y(), rule.from.y());
            });
        if (corner && (!top || rule.from.y() < *top)) {
            top = rule.from.y();
        }
    }
    return top;
}

/// Whether a rule stands at the left edge of a box for its whole height.
bool isClosed(const InkPage &page, double x, double top, double bottom)
{
    return std::any_of(page.rules.cbegin(), page.rules.cend(), [&](const InkRule &rule) {
        return rule.from.x() == rule.to.x() && near(rule.from.x(), x) && near(rule.from.y(), top) &&
               near(rule.to.y(), bottom);
    });
}

/// The box of a first page that stands elsewhere than the description alone says, by 1 mm or more:
/// its column and width, beside the others of its row, as high as the rows it spans.
QString misplaced(const Sheet &form, const InkPage &page)
{
    const double text = form.paperSize().width() - form.marginLeft - form.marginRight;
    const double bottom = bottomOf(page);
    if (bottom > form.paperSize().height() - form.marginBottom + 1) {
        return u"below the margin"_s;
    }
    // Rows that come once for each entry have more lines than the description has rows.
    const auto repeats = [&](int row) {
        return row == form.listRow || !form.rows.at(row).repeat.isEmpty();
    };
    const auto x = [&](int column) { return form.marginLeft + text * column / form.columns; };
    const auto place = [&](const SheetCell &cell) {
        return u"row %1: %2"_s.arg(cell.row + 1).arg(cell.zh);
    };
    QVector<double> tops;
    for (int row = 0; row < form.rows.size() && !form.rows.at(row).breakBefore; ++row) {
        double least =
            row == 0 ? form.marginTop + 25
                     : tops.last() + form.rows.at(row - 1).height * form.rows.at(row - 1).atLeast;
        // The lines of a repeated row share the page: its last ones may look like the next row.
        const bool again = row > 0 && repeats(row - 1);
        std::optional<double> first;
        for (qsizetype i = 0; i < form.cells.size(); ++i) {
            const SheetCell &cell = form.cells.at(i);
            if (cell.row != row) {
                continue;
            }
            const double wide = text * cell.columnSpan / form.columns;
            const auto top = topOf(page, least, x(cell.column), wide);
            const bool beside = top && (!first || near(*first, *top));
            if (!beside && !(again && top && *top > *first)) {
                return place(cell);
            }
            if (!beside) {
                least = *top;
                first.reset();
                i = -1;
                continue;
            }
            first = first ? first : top;
        }
        tops << first.value_or(least); // covered by boxes from above
    }
    tops << bottom;
    for (const SheetCell &cell : form.cells) {
        const auto below = cell.row + cell.rowSpan;
        bool open = below >= tops.size();
        for (int row = cell.row; row < below && !open; ++row) {
            open = repeats(row);
        }
        if (!open && !isClosed(page, x(cell.column), tops.at(cell.row), tops.at(below))) {
            return place(cell) + u" does not end where the next row begins"_s;
        }
    }
    return {};
}

} // namespace

class TestSheetBoxes : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void boxesStandWhereTheDescriptionPutsThem_data();
    void boxesStandWhereTheDescriptionPutsThem();

private:
    QTemporaryDir m_folder;
};

void TestSheetBoxes::boxesStandWhereTheDescriptionPutsThem_data()
{
    QTest::addColumn<QString>("id");
    for (const Sheet &sheet : sheets()) {
        QTest::newRow(qPrintable(sheet.id)) << sheet.id;
    }
}

/// The printed pages of all fillings: each rule drawn along its whole length. And their first pages
/// against the description: columns are equal parts of the text width, rows at least as high as
/// written.
void TestSheetBoxes::boxesStandWhereTheDescriptionPutsThem()
{
    QFETCH(QString, id);
    const Sheet form = sheet(id);
    InkDocument all = layOutSheet(form, catalogue(), blankFor(form));
    QVERIFY(!all.pages.isEmpty());
    QVector<InkPage> firsts{all.pages.first()};
    QCOMPARE(firsts.first().rules.isEmpty(), form.style == SheetStyle::Letter);
    for (const Fill fill : {Fill::Shortest, Fill::Typical, Fill::Longest}) {
        const SheetValues values = valuesFor(form, fill, fill == Fill::Longest ? 3 : 6);
        const InkDocument one = layOutSheet(form, catalogue(), values);
        firsts += one.pages.first();
        all.pages += one.pages;
    }
    const QString path = m_folder.filePath(id + u".pdf"_s);
    QVERIFY(writePdf(all, path).ok());
    const QString folder = m_folder.filePath(id);
    QVERIFY(QDir().mkpath(folder));
    outputOf(u"pdftoppm"_s, {u"-r"_s, u"75"_s, u"-gray"_s, path, folder + u"/page"_s});
    const QStringList pictures = QDir(folder).entryList({u"*.pgm"_s}, QDir::Files, QDir::Name);
    QCOMPARE(pictures.size(), all.pages.size());
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const QImage page(folder + u'/' + pictures.at(i));
        QVERIFY(std::abs(page.width() / kDots - form.paperSize().width()) < 1);
        QVERIFY(std::abs(page.height() / kDots - form.paperSize().height()) < 1);
        for (const InkRule &rule : all.pages.at(i).rules) {
            QVERIFY2(
                darkShare(page, rule) > 0.95,
                qPrintable(
                    u"page %1, rule at %2, %3"_s.arg(i + 1).arg(rule.from.x()).arg(rule.from.y())));
        }
    }
    if (form.style == SheetStyle::Letter) {
        return;
    }
    const bool repeats = std::any_of(form.rows.cbegin(), form.rows.cend(), [](const SheetRow &row) {
        return !row.repeat.isEmpty();
    });
    for (qsizetype i = 0; i < firsts.size(); ++i) {
        // What repeats its rows has, once they go on, its foot on a later page.
        const bool goesOn = (form.isLedger() && i > 0) || (repeats && i + 1 == firsts.size());
        const QString trouble = goesOn ? QString() : misplaced(form, firsts.at(i));
        QVERIFY2(trouble.isEmpty(), qPrintable(u"filling %1: "_s.arg(i) + trouble));
    }
}

QTEST_MAIN(TestSheetBoxes)
#include "tst_sheetboxes.moc"
