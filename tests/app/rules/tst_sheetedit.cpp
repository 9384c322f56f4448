// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every shipped sheet changed row by row, and the text that comes of it read again.

#include <rules/catalogue.h>
#include <rules/sheetedit.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace huiyin;
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

QByteArray textOf(const QString &id) { return bytesOf(u":/huiyin/sheets/"_s + id + u".toml"_s); }

Sheet sheetOf(const QByteArray &toml)
{
    const SheetReading reading = readSheet(toml, {}, catalogue());
    if (!reading.sheet) {
        for (const Finding &finding : reading.findings) {
            qWarning("%d:%d %s", finding.line, finding.column, qPrintable(finding.code));
        }
    }
    return reading.sheet.value_or(Sheet());
}

/// Everything printed in a row, from the left.
QStringList wordsOf(const Sheet &sheet, int row)
{
    QStringList words;
    for (const SheetCell &cell : sheet.cells) {
        if (cell.row == row) {
            words << cell.zh;
        }
    }
    return words;
}

/// The row and place of the label of a field.
QPair<int, int> labelOf(const SheetEdit &edit, const QString &field)
{
    for (int row = 0; row < edit.rows().size(); ++row) {
        const auto &words = edit.rows().at(row).words;
        for (int place = 0; place < words.size(); ++place) {
            if (words.at(place).field == field) {
                return {row, place};
            }
        }
    }
    qFatal("no label of %s", qPrintable(field));
    return {};
}

QString labelWords(const Sheet &sheet, const QString &field)
{
    const auto cell = std::find_if(sheet.cells.cbegin(), sheet.cells.cend(), [&](const auto &one) {
        return one.kind == CellKind::Label && one.field == field;
    });
    return cell == sheet.cells.cend() ? QString() : cell->zh + u'|' + cell->en;
}

} // namespace

class TestSheetEdit : public QObject
{
    Q_OBJECT

private slots:

    void whatIsNotChangedStaysAsItWasWritten_data() { everySheet(); }

    void whatIsNotChangedStaysAsItWasWritten()
    {
        QFETCH(QString, id);
        const QByteArray text = textOf(id);
        const SheetEdit edit(text, catalogue());
        QCOMPARE(edit.toml(), text);
        if (sheetOf(text).id.isEmpty()) {
            QVERIFY(edit.rows().isEmpty()); // a variant
            return;
        }
        int rows = 0;
        for (const auto &row : edit.rows()) {
            rows += row.rows;
        }
        QCOMPARE(rows, sheetOf(text).rows.size());
    }

    void everyRowCanBeReworded_data() { everySheet(); }

    /// Each word of each row becomes another, in both languages, and is what the reader reads.
    void everyRowCanBeReworded()
    {
        QFETCH(QString, id);
        SheetEdit edit(textOf(id), catalogue());
        for (int row = 0; row < edit.rows().size(); ++row) {
            for (int place = 0; place < edit.rows().at(row).words.size(); ++place) {
                const QString zh = u"改\"%1\\%2"_s.arg(row).arg(place);
                const QString en = u"New “%1”\n%2"_s.arg(row).arg(place);
                QVERIFY(edit.setWords(row, place, Language::Chinese, zh));
                QVERIFY(edit.setWords(row, place, Language::English, en));
                QCOMPARE(edit.rows().at(row).words.at(place).zh, zh);
                QCOMPARE(edit.rows().at(row).words.at(place).en, en);
            }
        }
        if (!edit.rows().isEmpty()) {
            QVERIFY(edit.setTitle(Language::Chinese, u"新表"_s));
            const Sheet sheet = sheetOf(edit.toml());
            QCOMPARE(sheet.zh, u"新表"_s);
        }
    }

    void everyRowCanBeHiddenAndShownAgain_data() { everySheet(); }

    void everyRowCanBeHiddenAndShownAgain()
    {
        QFETCH(QString, id);
        const QByteArray text = textOf(id);
        SheetEdit edit(text, catalogue());
        for (int row = 0; row < edit.rows().size(); ++row) {
            edit.setHidden(row, true);
            QVERIFY(edit.rows().at(row).hidden);
            QCOMPARE(edit.toml().count("hidden = true"), edit.rows().at(row).rows);
            edit.setHidden(row, false);
            QCOMPARE(edit.toml(), text);
        }
    }

    void aHiddenRowIsNeitherReadNorCounted()
    {
        SheetEdit edit(textOf(u"F-02"_s), catalogue());
        const Sheet before = sheetOf(edit.toml());
        const auto [row, place] = labelOf(edit, u"assignedDept"_s);
        edit.setHidden(row, true);
        const Sheet after = sheetOf(edit.toml());
        QCOMPARE(after.rows.size(), before.rows.size() - 1);
        QVERIFY(before.shownFields().contains(u"assignedDept"_s));
        QVERIFY(!after.shownFields().contains(u"assignedDept"_s));
    }

    void rowsAHiddenOneStandsAboveKeepTheirPlaceInARegister()
    {
        QByteArray text = textOf(u"F-42"_s);
        const Sheet before = sheetOf(text);
        QVERIFY(before.headRows == 2 && before.listRow == 2);
        text.replace(text.indexOf("[[row]]"), 7, "[[row]]\nhidden = true");
        const Sheet after = sheetOf(text);
        QCOMPARE(after.headRows, 1);
        QCOMPARE(after.listRow, 1);
    }

    void theListRowOfARegisterCannotBeHidden()
    {
        QByteArray text = textOf(u"F-03"_s);
        const Sheet before = sheetOf(text);
        qsizetype at = -1;
        for (int row = 0; row <= before.listRow; ++row) {
            at = text.indexOf("[[row]]", at + 1);
        }
        const auto line = text.left(at).count('\n') + 1;
        text.replace(at, 7, "[[row]]\nhidden = true");
        const SheetReading reading = readSheet(text, {}, catalogue());
        QVERIFY(!reading.sheet);
        const auto fault =
            std::find_if(reading.findings.cbegin(), reading.findings.cend(), [](const auto &one) {
                return one.code == u"sheet.list.hidden";
            });
        QVERIFY(fault != reading.findings.cend());
        QCOMPARE(fault->line, static_cast<int>(line));
    }

    void rowsChangePlaces()
    {
        SheetEdit edit(textOf(u"F-02"_s), catalogue());
        const Sheet before = sheetOf(edit.toml());
        edit.move(2, 1);
        const Sheet after = sheetOf(edit.toml());
        QCOMPARE(after.rows.size(), before.rows.size());
        QCOMPARE(wordsOf(after, 0), wordsOf(before, 0));
        QCOMPARE(wordsOf(after, 1), wordsOf(before, 2));
        QCOMPARE(wordsOf(after, 2), wordsOf(before, 1));
        edit.move(0, static_cast<int>(edit.rows().size()));
        QCOMPARE(wordsOf(sheetOf(edit.toml()), static_cast<int>(after.rows.size()) - 1),
                 wordsOf(before, 0));
    }

    void rowsUnderATallBoxMoveTogether()
    {
        SheetEdit edit(textOf(u"F-01"_s), catalogue());
        const auto tall = std::find_if(edit.rows().cbegin(),
                                       edit.rows().cend(),
                                       [](const SheetEdit::Row &row) { return row.rows > 1; });
        QVERIFY(tall != edit.rows().cend());
        const auto row = static_cast<int>(tall - edit.rows().cbegin());
        const int rows = tall->rows;
        edit.move(row, 0);
        QCOMPARE(edit.rows().first().rows, rows);
        QVERIFY(!sheetOf(edit.toml()).id.isEmpty());
    }

    void aRowMoreShowsItsField()
    {
        for (const QString &id : {u"F-02"_s, u"F-16"_s}) {
            SheetEdit edit(textOf(id), catalogue());
            QVERIFY(!sheetOf(edit.toml()).shownFields().contains(u"witness"_s));
            const auto rows = edit.rows().size();
            edit.add(1, u"witness"_s);
            QCOMPARE(edit.rows().size(), rows + 1);
            QCOMPARE(edit.rows().at(2).words.first().field, u"witness"_s);
            const Sheet sheet = sheetOf(edit.toml());
            QVERIFY2(sheet.shownFields().contains(u"witness"_s), qPrintable(id));
            QCOMPARE(sheet.rows.at(2).part, sheet.rows.at(1).part);
        }
    }

    void heightAndVersionAreWrittenInTheirPlaces()
    {
        SheetEdit edit(textOf(u"F-02"_s), catalogue());
        edit.setHeight(1, 12.5);
        edit.setVersion(7);
        const Sheet sheet = sheetOf(edit.toml());
        QCOMPARE(sheet.rows.at(1).height, 12.5);
        QCOMPARE(edit.rows().at(1).height, 12.5);
        QCOMPARE(sheet.key(), u"F-02/7"_s);
    }

    void aRegisterGivesItsWordsFreeButNotItsRows()
    {
        SheetEdit edit(textOf(u"F-03"_s), catalogue());
        const QByteArray before = edit.toml();
        QVERIFY(!edit.isOpen());
        edit.move(0, 2);
        edit.add(0, u"witness"_s);
        QCOMPARE(edit.toml(), before);
        const auto [row, place] = labelOf(edit, u"seqNo"_s);
        QVERIFY(edit.setWords(row, place, Language::Chinese, u"号"_s));
        QVERIFY(labelWords(sheetOf(edit.toml()), u"seqNo"_s).startsWith(u"号|"_s));
    }

    void charactersBeyondTheBasicPlaneDoNotShiftThePlaces()
    {
        QByteArray text = textOf(u"F-02"_s);
        text.replace("zh = \"登记编号\"", "zh = \"𠮷𠮷号\"");
        SheetEdit edit(text, catalogue());
        const auto [row, place] = labelOf(edit, u"complaintNo"_s);
        QVERIFY(edit.setWords(row, place, Language::English, u"Number"_s));
        QCOMPARE(labelWords(sheetOf(edit.toml()), u"complaintNo"_s), u"𠮷𠮷号|Number"_s);
    }

    void wordsOverSeveralLinesAreLeftToTheText()
    {
        QByteArray text = textOf(u"F-02"_s);
        text.replace("zh = \"登记编号\"", "zh = '''登记编号'''");
        SheetEdit edit(text, catalogue());
        const auto [row, place] = labelOf(edit, u"complaintNo"_s);
        QVERIFY(!edit.setWords(row, place, Language::Chinese, u"号"_s));
        QCOMPARE(edit.toml(), text);
    }

    void aTextThatIsNoTomlHasNoRows()
    {
        const SheetEdit edit("[sheet\nzh = ", catalogue());
        QVERIFY(edit.rows().isEmpty());
        QVERIFY(!edit.isOpen());
    }

private:
    static void everySheet()
    {
        QTest::addColumn<QString>("id");
        for (const QString &file : QDir(u":/huiyin/sheets"_s).entryList({u"*.toml"_s})) {
            QTest::newRow(qPrintable(file)) << file.chopped(5);
        }
    }
};

QTEST_APPLESS_MAIN(TestSheetEdit)
#include "tst_sheetedit.moc"
