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

/// Every shipped description.
QStringList ids()
{
    QStringList all;
    for (const QString &file : QDir(u":/huiyin/sheets"_s).entryList({u"*.toml"_s})) {
        if (!textOf(file.chopped(5)).contains("\nbase = ")) {
            all.append(file.chopped(5));
        }
    }
    return all;
}

/// Of a register: head and field of each column, empty for a column of several fields.
QVector<std::pair<QString, QString>> lineOf(const Sheet &sheet)
{
    QVector<std::pair<QString, QString>> line;
    for (const SheetCell &cell : sheet.cells) {
        const auto head =
            std::find_if(sheet.cells.cbegin(), sheet.cells.cend(), [&](const SheetCell &other) {
                return other.row == sheet.listRow - 1 && other.column == cell.column;
            });
        if (cell.row == sheet.listRow && head != sheet.cells.cend()) {
            line.append({head->zh, cell.field});
        }
    }
    return line;
}

bool alike(const SheetCell &one, const SheetCell &other)
{
    return one.zh == other.zh && one.en == other.en && one.required == other.required &&
           one.options == other.options && one.optionsZh == other.optionsZh &&
           one.row == other.row && one.column == other.column &&
           std::equal(one.parts.cbegin(),
                      one.parts.cend(),
                      other.parts.cbegin(),
                      other.parts.cend(),
                      &alike);
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

    void everyRegisterHasColumns()
    {
        int registers = 0;
        for (const QString &id : ids()) {
            const QByteArray text = textOf(id);
            const Sheet sheet = sheetOf(text);
            const SheetEdit edit(text, catalogue());
            if (!sheet.isLedger()) {
                QVERIFY2(edit.columns().isEmpty(), qPrintable(id));
                continue;
            }
            ++registers;
            const auto cells =
                std::count_if(sheet.cells.cbegin(), sheet.cells.cend(), [&](const SheetCell &cell) {
                    return cell.row == sheet.listRow;
                });
            QVERIFY2(edit.columns().size() == cells, qPrintable(id));
        }
        QVERIFY(registers >= 9);
    }

    void columnsChangePlacesTogetherWithTheirHeads()
    {
        SheetEdit edit(textOf(u"F-03"_s), catalogue());
        const QString second = edit.columns().at(1).zh;
        edit.moveColumn(1, 4);
        QCOMPARE(edit.columns().at(3).zh, second);
        const auto row = lineOf(sheetOf(edit.toml()));
        QCOMPARE(row.at(3).second, u"receivedAt"_s);
        QCOMPARE(QString(row.at(3).first).remove(u'\n'), u"受理日期"_s);
        edit.moveColumn(3, 1);
        QCOMPARE(lineOf(sheetOf(edit.toml())), lineOf(sheetOf(textOf(u"F-03"_s))));
    }

    void aHiddenColumnGivesItsRoomAndComesBack()
    {
        SheetEdit edit(textOf(u"F-03"_s), catalogue());
        const auto before = lineOf(sheetOf(edit.toml()));
        edit.setColumnHidden(4, true);
        QVERIFY(edit.columns().at(4).hidden);
        const Sheet sheet = sheetOf(edit.toml());
        QVERIFY(!sheet.shownFields().contains(u"channel"_s));
        QCOMPARE(lineOf(sheet).size(), before.size() - 1);
        edit.setColumnHidden(0, true); // the first has nobody at its left
        QVERIFY(!sheetOf(edit.toml()).id.isEmpty());
        edit.setColumnHidden(0, false);
        edit.setColumnHidden(4, false);
        QCOMPARE(lineOf(sheetOf(edit.toml())), before);
    }

    void aTallCellCannotBeHidden()
    {
        QByteArray text = textOf(u"F-01"_s);
        text.replace("rows = 4, vertical", "rows = 4, hidden = true, vertical");
        const SheetReading reading = readSheet(text, {}, catalogue());
        QVERIFY(!reading.sheet);
        QVERIFY(std::any_of(
            reading.findings.cbegin(), reading.findings.cend(), [](const Finding &finding) {
                return finding.code == u"sheet.cell.hidden" && finding.line > 0;
            }));
    }

    void aColumnMoreTakesItsRoomFromTheWidest()
    {
        SheetEdit edit(textOf(u"F-03"_s), catalogue());
        QVERIFY(edit.addColumn(2, u"ownField02"_s, u"网格"_s, u"Grid"_s));
        QCOMPARE(edit.columns().at(3).zh, u"网格"_s);
        const auto row = lineOf(sheetOf(edit.toml()));
        QCOMPARE(row.at(3).second, u"ownField02"_s);
        QCOMPARE(row.at(3).first, u"网格"_s);
    }

    void widthsAreSharedAndNoColumnLosesItsLastPart()
    {
        SheetEdit edit(textOf(u"F-03"_s), catalogue());
        QVERIFY(edit.setColumnSpan(1, 4));
        QCOMPARE(edit.columns().at(1).span, 4);
        QVERIFY(!sheetOf(edit.toml()).id.isEmpty());
        const QByteArray before = edit.toml();
        QVERIFY(!edit.setColumnSpan(1, 99));
        QVERIFY(!edit.setColumnSpan(1, 0));
        QCOMPARE(edit.toml(), before);
    }

    void headsAreReworded()
    {
        SheetEdit edit(textOf(u"F-03"_s), catalogue());
        edit.setColumnWords(0, Language::Chinese, u"号"_s);
        edit.setColumnWords(3, Language::English, u"Sort"_s); // fixed words
        QCOMPARE(edit.columns().at(0).zh, u"号"_s);
        QCOMPARE(edit.columns().at(3).en, u"Sort"_s);
        QCOMPARE(lineOf(sheetOf(edit.toml())).first().first, u"号"_s);
    }

    void aVariantIsOpenedWholeAndSaysTheSame()
    {
        const QMap<QString, Sheet> bases{{u"F-01"_s, sheetOf(textOf(u"F-01"_s))}};
        for (const QString &id : {u"F-01-bld"_s, u"F-01-dst"_s, u"F-01-svc"_s}) {
            const QByteArray whole = unfoldedSheet(textOf(id), textOf(u"F-01"_s));
            const SheetReading variant = readSheet(textOf(id), {}, catalogue(), bases);
            const SheetReading unfolded = readSheet(whole, {}, catalogue());
            QVERIFY2(unfolded.sheet, whole.constData());
            QVERIFY(variant.sheet);
            QCOMPARE(unfolded.sheet->id, variant.sheet->id);
            QCOMPARE(unfolded.sheet->zh, variant.sheet->zh);
            QCOMPARE(unfolded.sheet->rules, variant.sheet->rules);
            QCOMPARE(unfolded.sheet->cells.size(), variant.sheet->cells.size());
            for (qsizetype i = 0; i < variant.sheet->cells.size(); ++i) {
                const SheetCell &one = unfolded.sheet->cells.at(i);
                const SheetCell &other = variant.sheet->cells.at(i);
                QVERIFY2(alike(one, other), qPrintable(id + u' ' + other.field));
            }
            SheetEdit edit(whole, catalogue());
            QVERIFY(edit.isOpen());
            edit.move(3, 2);
            QVERIFY(readSheet(edit.toml(), {}, catalogue()).sheet);
        }
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
