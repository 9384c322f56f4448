// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/searchtext.h>
#include <support/tempstore.h>

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);

/// Few different characters, so that short words repeat; two lie beyond the BMP.
const QStringList kLetters = {
    u"投"_s, u"诉"_s, u"客"_s, u"户"_s, u"渗"_s, u"漏"_s, u"𠮷"_s, u"𡃁"_s, u"鑫"_s, u"修"_s};

QString randomRun(std::mt19937 &engine, int length)
{
    QString run;
    for (int i = 0; i < length; ++i) {
        run +=
            kLetters.at(static_cast<qsizetype>(engine() % static_cast<unsigned>(kLetters.size())));
    }
    return run;
}

QString randomText(std::mt19937 &engine)
{
    static const QStringList between = {
        u"，"_s, u"。"_s, u" ABC-12 "_s, u"Tel"_s, u"7号"_s, u"\n"_s};
    QString text;
    for (int i = 0; i < 6; ++i) {
        text += randomRun(engine, 1 + static_cast<int>(engine() % 7));
        text +=
            between.at(static_cast<qsizetype>(engine() % static_cast<unsigned>(between.size())));
    }
    return text;
}

} // namespace

class TestSearchText : public QObject
{
    Q_OBJECT

private slots:

    void textBecomesPairs()
    {
        QCOMPARE(indexWords(u"客户投诉 ABC-12"_s), u"客户 户投 投诉 诉 abc 12"_s);
        QCOMPARE(indexWords(u"ＡＢＣ𠮷野"_s), u"abc 𠮷野 野"_s);
    }

    void everySignStandsInItsNormalForm()
    {
        for (int c = 1; c <= 0xFFFF; ++c) {
            const QChar sign(static_cast<char16_t>(c));
            if (sign.isSurrogate()) {
                continue;
            }
            const QString text = u"投"_s + sign + u"7"_s;
            const QString normal = text.normalized(QString::NormalizationForm_KC);
            QVERIFY2(indexWords(text) == indexWords(normal), qPrintable(QString::number(c, 16)));
        }
    }

    void everyWordInATextIsFoundAndNoOther()
    {
        TempStore desk;
        std::mt19937 engine(11);
        QVector<NewEvent> events;
        QStringList texts;
        for (int i = 0; i < 400; ++i) {
            texts.append(randomText(engine));
            events.append(opening(desk.newCaseId(kNow), {{u"content"_s, texts.last()}}, kNow));
        }
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s, .now = kNow, .events = events, .expected = {}})
                    .ok());
        const qint64 first = desk.reader().keys({.sort = CaseSort::Number})->first();
        for (int round = 0; round < 600; ++round) {
            const QString word = randomRun(engine, 1 + static_cast<int>(engine() % 4));
            QVector<qint64> expected;
            for (qsizetype i = texts.size(); i > 0; --i) {
                if (texts.at(i - 1).contains(word)) {
                    expected.append(first + i - 1);
                }
            }
            const auto found = desk.reader().search(word, 1000);
            QVERIFY(found.ok());
            QVector<qint64> keys;
            for (const CaseRow &row : *found) {
                keys.append(row.key);
            }
            QVERIFY2(keys == expected, qPrintable(word));
        }
    }

    void severalWordsMustAllBeThere()
    {
        TempStore desk;
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s,
                             .now = kNow,
                             .events = {opening(desk.newCaseId(kNow),
                                                {{u"content"_s, u"空调漏水"_s},
                                                 {u"address"_s, u"湖滨南路"_s}},
                                                kNow),
                                        opening(desk.newCaseId(kNow),
                                                {{u"content"_s, u"空调噪音"_s}},
                                                kNow)},
                             .expected = {}})
                    .ok());
        QCOMPARE(desk.reader().search(u"空调"_s, 10)->size(), 2);
        QCOMPARE(desk.reader().search(u"空调 湖滨"_s, 10)->size(), 1);
        QCOMPARE(desk.reader().search(u"噪音 湖滨"_s, 10)->size(), 0);
    }

    void aTelephoneIsFoundByItsTail_data()
    {
        QTest::addColumn<QString>("tail");
        QTest::addColumn<int>("hits");
        QTest::newRow("whole") << u"13800138765"_s << 1;
        QTest::newRow("four") << u"8765"_s << 1;
        QTest::newRow("seven") << u"0138765"_s << 1;
        QTest::newRow("landline over the dash") << u"12345678"_s << 1;
        QTest::newRow("with area code") << u"0571-12345678"_s << 1;
        QTest::newRow("not the middle") << u"0013876"_s << 0;
        QTest::newRow("number of the case") << u"TS0571202602-0001"_s << 1;
        QTest::newRow("tail of the number") << u"202602-0001"_s << 1;
    }

    void aTelephoneIsFoundByItsTail()
    {
        QFETCH(QString, tail);
        QFETCH(int, hits);
        TempStore desk;
        QVERIFY(
            desk.log()
                .append(
                    {.actor = u"li"_s,
                     .now = kNow,
                     .events =
                         {opening(desk.newCaseId(kNow), {{u"phone"_s, u"138-0013-8765"_s}}, kNow),
                          opening(desk.newCaseId(kNow), {{u"phone"_s, u"0571-12345678"_s}}, kNow)},
                     .expected = {}})
                .ok());
        QCOMPARE(desk.reader().search(tail, 10)->size(), hits);
    }

    void aCorrectedTextIsFoundByTheNewWordsOnly()
    {
        TempStore desk;
        const CaseId id = desk.newCaseId(kNow);
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s,
                             .now = kNow,
                             .events = {opening(id, {{u"content"_s, u"空调漏水"_s}}, kNow)},
                             .expected = {}})
                    .ok());
        const QJsonObject fields{{u"content"_s, u"暖气漏水"_s}};
        const QJsonObject body{{u"fields"_s, fields},
                               {u"reason"_s, u"听错"_s},
                               {u"replaces"_s, desk.reader().caseFile(id)->replacesFor(fields)}};
        QVERIFY(desk.log()
                    .append({.actor = u"li"_s,
                             .now = kNow,
                             .events = {{.kind = QLatin1StringView(event::kFieldSet),
                                         .caseId = id,
                                         .body = body}},
                             .expected = {}})
                    .ok());
        QCOMPARE(desk.reader().search(u"空调"_s, 10)->size(), 0);
        QCOMPARE(desk.reader().search(u"暖气"_s, 10)->size(), 1);
        QVERIFY(!desk.reader().verify(true)->firstFault);
    }

    void oddInputNeverFails_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"\"",
                                  "*",
                                  "AND",
                                  "OR NOT",
                                  "a\"b",
                                  "(",
                                  "NEAR(",
                                  "%%",
                                  "-",
                                  "'; DROP TABLE event",
                                  "😀",
                                  "客户\"投诉"}) {
            QTest::newRow(words) << QString::fromUtf8(words);
        }
    }

    void oddInputNeverFails()
    {
        QFETCH(QString, words);
        TempStore desk;
        QVERIFY(desk.reader().search(words, 10).ok());
        CaseFilter filter;
        filter.text = words;
        QVERIFY(desk.reader().page(filter, {}, 10).ok());
    }
};

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
