// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every sheet found in the folder, blank and filled as short, as usual and as long as can be: a
// sheet dropped into the folder is tested.

#include <rules/sheetprose.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "samples.h"

using namespace huiyin;
using namespace huiyin::paper;
using namespace Qt::StringLiterals;

namespace {

constexpr double kPtMm = 25.4 / 72;

/// The body of a line of characters: what no rule and no other line may touch, mm.
QRectF bodyOf(const InkText &text)
{
    const double em = text.line.pt * kPtMm;
    return {text.at.x() + 0.3, text.at.y() - em * 0.75, text.line.width - 0.6, em * 0.8};
}

QString wordsOf(const InkText &text) { return text.line.text.left(20); }

/// Where text is cut by a rule, runs over another text or leaves the paper; nothing if the page is
/// well set.
QString overfull(const InkPage &page, const QSizeF &paper)
{
    const QRectF sheet(QPointF(3, 3), paper - QSizeF(6, 6));
    QVector<QRectF> bodies;
    for (const InkText &text : page.texts) {
        bodies << bodyOf(text);
        if (!text.line.text.trimmed().isEmpty() && !sheet.contains(bodies.last())) {
            return u"off the paper: "_s + wordsOf(text);
        }
    }
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        const QRectF &body = bodies.at(i);
        if (page.texts.at(i).line.text.trimmed().isEmpty() || body.width() <= 0) {
            continue;
        }
        for (const InkRule &rule : page.rules) {
            const QRectF line(std::min(rule.from.x(), rule.to.x()),
                              std::min(rule.from.y(), rule.to.y()),
                              std::max(0.01, std::abs(rule.to.x() - rule.from.x())),
                              std::max(0.01, std::abs(rule.to.y() - rule.from.y())));
            if (line.intersects(body)) {
                return u"cut by a rule: "_s + wordsOf(page.texts.at(i));
            }
        }
        for (qsizetype k = i + 1; k < bodies.size(); ++k) {
            if (body.intersects(bodies.at(k)) && !page.texts.at(k).line.text.trimmed().isEmpty()) {
                return u"%1 over %2"_s.arg(wordsOf(page.texts.at(i)), wordsOf(page.texts.at(k)));
            }
        }
    }
    return {};
}

/// A date torn within its month or day: 2024年12月2 / 8日.
QString tornDate(const InkPage &page)
{
    for (qsizetype i = 1; i < page.texts.size(); ++i) {
        const QString before = page.texts.at(i - 1).line.text.trimmed();
        const QString after = page.texts.at(i).line.text.trimmed();
        static const QRegularExpression open(u"(年\\d*|月|月\\d+)$"_s);
        static const QRegularExpression rest(u"^\\d*[月日]"_s);
        const bool dated = before.contains(open) && after.contains(rest);
        if (dated && !(before.endsWith(u'年') && after.contains(u'月'))) {
            return before + u" / "_s + after;
        }
    }
    return {};
}

void gather(const QJsonValue &value, QString &text)
{
    if (value.isString()) {
        text += value.toString();
    } else if (value.isArray()) {
        for (const QJsonValue &item : value.toArray()) {
            gather(item, text);
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const FieldDef *def = catalogue().field(it.key());
            const bool coded =
                def != nullptr && (def->type == FieldType::Enum || def->type == FieldType::Multi ||
                                   def->type == FieldType::Date);
            if (!coded) {
                gather(it.value(), text);
            }
        }
    }
}

/// Fields of paragraphs that only speak when their box is ticked, and what a letter has no place
/// for.
QStringList untold(const Sheet &form)
{
    QStringList fields;
    if (form.style == SheetStyle::Letter) {
        fields << u"archiveNo"_s;
    }
    for (const SheetCell &cell : form.cells) {
        for (const QString &paragraph : cell.prose) {
            const auto blanks = proseBlanks(paragraph);
            if (!blanks.isEmpty() && !blanks.first().choice.isEmpty()) {
                for (const ProseBlank &blank : blanks) {
                    fields << blank.field;
                }
            }
        }
    }
    return fields;
}

} // namespace

class TestEverySheet : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void standsOnPaperWhole_data();
    void standsOnPaperWhole();

    void inEnglishNoLabelIsTorn_data() { standsOnPaperWhole_data(); }

    void inEnglishNoLabelIsTorn();

private:
    QTemporaryDir m_folder;
};

void TestEverySheet::standsOnPaperWhole_data()
{
    QTest::addColumn<QString>("id");
    for (const Sheet &sheet : sheets()) {
        QTest::newRow(qPrintable(sheet.id)) << sheet.id;
    }
}

/// Four fillings in one file, so that a hundred forms are read back in one minute.
void TestEverySheet::standsOnPaperWhole()
{
    QFETCH(QString, id);
    const Sheet form = sheet(id);
    SheetValues longest = valuesFor(form, Fill::Longest, 3);
    // The longest story of all, with every rare character in it.
    const QStringList shown = form.shownFields();
    const auto story = std::find_if(shown.cbegin(), shown.cend(), [](const QString &field) {
        const FieldDef *def = catalogue().field(field);
        return def->type == FieldType::Memo && def->max >= 300;
    });
    if (story != shown.cend() && !form.isLedger()) {
        longest.fields.insert(*story, rareCharacters() + QString(20000, u'长'));
    }
    const SheetValues fillings[] = {blankFor(form),
                                    valuesFor(form, Fill::Shortest, 3),
                                    valuesFor(form, Fill::Typical, 3),
                                    longest};
    InkDocument whole;
    QVector<qsizetype> counts;
    for (const SheetValues &values : fillings) {
        const InkDocument one = layOutSheet(form, catalogue(), values);
        for (const InkPage &page : one.pages) {
            const QString trouble = overfull(page, one.paper);
            QVERIFY2(trouble.isEmpty(), qPrintable(u"filling %1: "_s.arg(counts.size()) + trouble));
            if (form.style == SheetStyle::Form) {
                QVERIFY2(tornDate(page).isEmpty(), qPrintable(tornDate(page)));
            }
        }
        for (const Finding &finding : one.findings) {
            QVERIFY2(finding.code == u"paper.glyph.missing" && counts.size() == 3,
                     qPrintable(finding.code));
        }
        whole.paper = one.paper;
        whole.pages += one.pages;
        counts << one.pages.size();
    }
    const auto described = 1 + std::count_if(form.rows.cbegin(),
                                             form.rows.cend(),
                                             [](const SheetRow &row) { return row.breakBefore; });
    QCOMPARE(counts.at(0), described);
    QCOMPARE(counts.at(1), described);
    if (form.style == SheetStyle::Form) {
        QCOMPARE(counts.at(2), described);
    }

    // Qt tells a PDF no meaning for faces, so they are looked for on the page, and controls too.
    QString set;
    for (const InkPage &page : std::as_const(whole.pages)) {
        for (const InkText &text : page.texts) {
            set += text.line.text;
        }
    }
    if (story != shown.cend() && !form.isLedger()) {
        QVERIFY(set.contains(u"😀"_s) || set.contains(u"[U+1F600]"_s));
    }
    QVERIFY(std::none_of(set.cbegin(), set.cend(), [](QChar one) {
        return one.category() == QChar::Other_Control;
    }));

    const QString path = m_folder.filePath(id + u".pdf"_s);
    QVERIFY(writePdf(whole, path).ok());
    const QStringList pages =
        QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s})).split(u'\f');
    QVERIFY(pages.size() >= whole.pages.size());
    qsizetype from = 0;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const QString text = squeezed(pages.mid(from, counts.at(i)).join(QString()));
        from += counts.at(i);
        // Labels in reading order: by rows, from the left.
        qsizetype last =
            text.indexOf(squeezed(form.zh).left(form.style == SheetStyle::Form ? 60 : 9));
        QVERIFY2(last >= 0, qPrintable(form.zh));
        for (const SheetCell &cell : form.cells) {
            if (cell.kind == CellKind::Label) {
                const QString words = squeezed(cell.zh);
                const qsizetype found = text.indexOf(words, last);
                QVERIFY2(found >= 0, qPrintable(u"filling %1: %2"_s.arg(i).arg(words)));
                last = found;
            }
        }
        // Every character of every value has been printed, however the lines were broken.
        const SheetValues &values = fillings[i];
        QString wanted;
        if (!values.blank && form.isLedger()) {
            for (const QJsonObject &row : values.rows) {
                for (const QString &field : shown) {
                    gather(QJsonObject{{field, row.value(field)}}, wanted);
                }
            }
        } else if (!values.blank) {
            QJsonObject told = values.fields;
            for (const QString &field : untold(form)) {
                told.remove(field);
            }
            gather(told, wanted);
        }
        QMap<QChar, qsizetype> need;
        for (const QChar character : squeezed(wanted)) {
            if (!rareCharacters().contains(character)) {
                ++need[character];
            }
        }
        for (auto it = need.cbegin(); it != need.cend(); ++it) {
            QVERIFY2(text.count(it.key()) >= it.value(),
                     qPrintable(u"filling %1: %2 is there %3 times of %4"_s.arg(i)
                                    .arg(it.key())
                                    .arg(text.count(it.key()))
                                    .arg(it.value())));
        }
        if (wanted.contains(u"㛃"_s)) {
            for (const QString &character : {u"𠮷"_s, u"㛃"_s}) {
                const auto code = static_cast<uint>(character.toUcs4().first());
                QVERIFY2(text.contains(character) ||
                             text.contains(u"[U+%1]"_s.arg(QString::number(code, 16).toUpper())),
                         qPrintable(character));
            }
        }
    }
    const QStringList fonts =
        QString::fromUtf8(outputOf(u"pdffonts"_s, {path})).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!fonts.isEmpty());
    static const QRegularExpression embedded(u"Identity-H\\s+yes"_s);
    for (const QString &font : fonts) {
        QVERIFY2(font.contains(embedded) && !font.contains(u"Noto"_s), qPrintable(font));
    }
}

/// A word of a label or of a choice stands whole on one line of the English page.
void TestEverySheet::inEnglishNoLabelIsTorn()
{
    QFETCH(QString, id);
    const Sheet form = sheet(id);
    SheetValues values = valuesFor(form, Fill::Typical, 3);
    values.language = Language::English;
    QSet<QString> words;
    const auto learn = [&](const QString &text) {
        for (const QString &word : text.split(QRegularExpression(u"[^A-Za-z]+"_s))) {
            words.insert(word);
        }
    };
    const auto learnFrom = [&](const SheetCell &cell) {
        learn(cell.en);
        const CodeList *list = catalogue().choicesOf(cell.field);
        for (const Choice &choice : list == nullptr ? QVector<Choice>() : list->choices) {
            learn(choice.en);
        }
    };
    for (const SheetCell &cell : form.cells) {
        learnFrom(cell);
        std::for_each(cell.parts.cbegin(), cell.parts.cend(), learnFrom);
    }
    for (const InkPage &page : layOutSheet(form, catalogue(), values).pages) {
        for (qsizetype i = 1; i < page.texts.size(); ++i) {
            static const QRegularExpression last(u"[A-Za-z]+$"_s);
            static const QRegularExpression next(u"^[a-z]+"_s);
            const QString begun = last.match(page.texts.at(i - 1).line.text).captured();
            const QString rest = next.match(page.texts.at(i).line.text).captured();
            const bool torn = !begun.isEmpty() && !rest.isEmpty() && words.contains(begun + rest) &&
                              page.texts.at(i).line.pt == page.texts.at(i - 1).line.pt;
            QVERIFY2(!torn, qPrintable(begun + u'|' + rest));
        }
    }
}

QTEST_MAIN(TestEverySheet)
#include "tst_everysheet.moc"
