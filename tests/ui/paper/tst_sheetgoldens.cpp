// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every sheet filled as short, as usual and as long as can be, against the page as it was looked at
// and found right: rules and words with their places, as text that a person can compare.
// After looking at what changed: HUIYIN_WRITE_GOLDENS=1 tst_sheetgoldens

#include <QTest>

#include <algorithm>
#include <cmath>

#include "samples.h"

using namespace huiyin;
using namespace huiyin::paper;
using namespace Qt::StringLiterals;

namespace {

constexpr double kNear = 1.0; ///< mm a thing may have moved

QString mm(double value) { return QString::number(value, 'f', 1); }

/// A long line by its ends: a golden is looked at by people.
QString brief(const QString &words)
{
    return words.size() <= 24 ? words : words.left(12) + u'…' + words.right(6);
}

struct Stroke
{
    double at, from, to; ///< mm
};

/// Rules on one line that touch are one; sorted by place.
QStringList strokes(const InkPage &page, bool across)
{
    QVector<Stroke> all;
    for (const InkRule &rule : page.rules) {
        if ((rule.from.y() == rule.to.y()) == across) {
            all.append(across ? Stroke{rule.from.y(),
                                       std::min(rule.from.x(), rule.to.x()),
                                       std::max(rule.from.x(), rule.to.x())}
                              : Stroke{rule.from.x(),
                                       std::min(rule.from.y(), rule.to.y()),
                                       std::max(rule.from.y(), rule.to.y())});
        }
    }
    std::sort(all.begin(), all.end(), [](const Stroke &a, const Stroke &b) {
        return std::pair(std::round(a.at * 10), a.from) < std::pair(std::round(b.at * 10), b.from);
    });
    QVector<Stroke> merged;
    for (const Stroke &one : std::as_const(all)) {
        if (!merged.isEmpty() && std::abs(merged.last().at - one.at) < 0.1 &&
            one.from <= merged.last().to + 0.1) {
            merged.last().to = std::max(merged.last().to, one.to);
        } else {
            merged.append(one);
        }
    }
    QStringList lines;
    for (const Stroke &one : std::as_const(merged)) {
        lines << u"%1 %2: %3 – %4"_s.arg(
            across ? u"─"_s : u"│"_s, mm(one.at), mm(one.from), mm(one.to));
    }
    return lines;
}

/// The words of a page in the order they are set; the lines of a long story between its first and
/// last are counted.
QStringList words(const InkPage &page)
{
    QStringList lines;
    const auto &texts = page.texts;
    const auto goesOn = [&](qsizetype i) {
        return i > 0 && i + 1 < texts.size() && texts.at(i).line.pt == texts.at(i - 1).line.pt &&
               texts.at(i + 1).line.pt == texts.at(i).line.pt &&
               std::abs(texts.at(i).at.x() - texts.at(i - 1).at.x()) < 0.05 &&
               std::abs(texts.at(i + 1).at.x() - texts.at(i).at.x()) < 0.05 &&
               std::abs(texts.at(i + 1).at.y() - 2 * texts.at(i).at.y() + texts.at(i - 1).at.y()) <
                   0.05;
    };
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const InkText &text = texts.at(i);
        qsizetype skipped = 0;
        while (goesOn(i)) {
            ++skipped;
            ++i;
        }
        if (skipped > 0) {
            lines << u"  … %1 lines"_s.arg(skipped);
            --i;
            continue;
        }
        lines << u"%1 %2 %3pt%4 %5"_s.arg(mm(text.at.x()),
                                          mm(text.at.y()),
                                          mm(text.line.pt),
                                          text.line.bold ? u" bold"_s : QString(),
                                          brief(text.line.text));
    }
    return lines;
}

QStringList digestOf(const Sheet &form, Fill fill, const QString &name)
{
    SheetValues values = valuesFor(form, fill, fill == Fill::Longest ? 3 : 6);
    if (!form.copies.isEmpty()) {
        values.copies = {form.copies.first()};
    }
    const InkDocument document = layOutSheet(form, catalogue(), values);
    QStringList lines;
    for (qsizetype i = 0; i < document.pages.size(); ++i) {
        const InkPage &page = document.pages.at(i);
        lines << u"== %1 %2, page %3 of %4, %5 × %6 mm"_s.arg(form.id, name)
                     .arg(i + 1)
                     .arg(document.pages.size())
                     .arg(document.paper.width())
                     .arg(document.paper.height());
        lines << strokes(page, true) << strokes(page, false) << words(page);
    }
    return lines;
}

/// Nothing where two lines say the same and no place has moved by more than a millimetre.
bool alike(const QString &a, const QString &b)
{
    if (a == b) {
        return true;
    }
    static const QRegularExpression number(u"\\d+\\.\\d"_s);
    if (QString(a).replace(number, u"#"_s) != QString(b).replace(number, u"#"_s)) {
        return false;
    }
    auto left = number.globalMatch(a);
    auto right = number.globalMatch(b);
    while (left.hasNext() && right.hasNext()) {
        if (std::abs(left.next().captured().toDouble() - right.next().captured().toDouble()) >
            kNear) {
            return false;
        }
    }
    return true;
}

} // namespace

class TestSheetGoldens : public QObject
{
    Q_OBJECT

private slots:

    void everyFormIsPrintedAsItWasLookedAt_data()
    {
        QTest::addColumn<QString>("id");
        for (const Sheet &one : sheets()) {
            QTest::newRow(qPrintable(one.id)) << one.id;
        }
    }

    void everyFormIsPrintedAsItWasLookedAt()
    {
        QFETCH(QString, id);
        const Sheet form = sheet(id);
        const QStringList printed = digestOf(form, Fill::Shortest, u"shortest"_s) +
                                    digestOf(form, Fill::Typical, u"typical"_s) +
                                    digestOf(form, Fill::Longest, u"longest"_s);
        QFile file(QStringLiteral(HUIYIN_SOURCE_DIR "/tests/ui/paper/goldens/") + id + u".txt"_s);
        if (qEnvironmentVariableIsSet("HUIYIN_WRITE_GOLDENS")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(printed.join(u'\n').toUtf8() + '\n');
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), "no golden: HUIYIN_WRITE_GOLDENS=1 writes it");
        const QStringList golden = QString::fromUtf8(file.readAll()).split(u'\n');
        QString page;
        for (qsizetype i = 0; i < printed.size(); ++i) {
            page = printed.at(i).startsWith(u"==") ? printed.at(i) : page;
            QVERIFY2(alike(printed.at(i), golden.value(i)),
                     qPrintable(u"%1\nprinted: %2\ngolden:  %3 (line %4)"_s.arg(
                         page, printed.at(i), golden.value(i), QString::number(i + 1))));
        }
        QCOMPARE(printed.size() + 1, golden.size());
    }

    /// A form that is gone leaves no golden behind.
    void everyGoldenBelongsToAForm()
    {
        const QDir folder(QStringLiteral(HUIYIN_SOURCE_DIR "/tests/ui/paper/goldens"));
        for (const QString &file : folder.entryList({u"*.txt"_s})) {
            QVERIFY2(sheets().contains(file.chopped(4)), qPrintable(file));
        }
    }
};

QTEST_MAIN(TestSheetGoldens)
#include "tst_sheetgoldens.moc"
