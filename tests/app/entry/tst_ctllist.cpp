// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/ctl.h>

#include <QDir>
#include <QSet>
#include <QTest>

using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

QStringList numbersOf(const Ctl::Answer &answer)
{
    QStringList numbers;
    for (const QJsonObject &line : answer.lines()) {
        numbers.append(line.value(u"caseNo").toString());
    }
    return numbers;
}

} // namespace

/// Lists of one desk: seven cases, three of them complaints about deliveries.
class TestCtlList : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY(m_ctl.init());
        for (int i = 0; i < 7; ++i) {
            const auto added =
                m_ctl({u"case"_s, u"add"_s, u"--json"_s},
                      bytesOf({{u"kind"_s, i < 4 ? u"Complaint"_s : u"Inquiry"_s},
                               {u"channel"_s, u"Phone"_s},
                               {u"receivedAt"_s, u"2026-03-0%1T09:00:00"_s.arg(i + 1)},
                               {u"complainantName"_s, u"客户%1"_s.arg(i)},
                               {u"phone"_s, u"1380013800%1"_s.arg(i)},
                               {u"receivingUnit"_s, u"客服中心"_s},
                               {u"respondentDept"_s, i % 2 == 0 ? u"配送部"_s : u"仓储部"_s},
                               {u"content"_s, i < 3 ? u"送货迟到"_s : u"价格不清楚"_s}}));
            QCOMPARE(added.code, 0);
            m_numbers.append(added.json().value(u"caseNo").toString());
        }
    }

    void everyPageOnceGivesEachCaseOnce_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<int>("limit");
        for (const auto &sort : {u"due"_s, u"received"_s, u"number"_s}) {
            for (const int limit : {1, 3, 7, 100}) {
                QTest::addRow("%s by %d", qPrintable(sort), limit) << sort << limit;
            }
        }
    }

    void everyPageOnceGivesEachCaseOnce()
    {
        QFETCH(QString, sort);
        QFETCH(int, limit);
        QStringList seen;
        QString after;
        do {
            QStringList words{u"--json"_s,
                              u"case"_s,
                              u"list"_s,
                              u"--sort"_s,
                              sort,
                              u"--limit"_s,
                              QString::number(limit)};
            if (!after.isEmpty()) {
                words += {u"--after"_s, after};
            }
            const auto page = m_ctl(words);
            QCOMPARE(page.code, 0);
            const auto lines = page.lines();
            QVERIFY(lines.size() <= limit);
            seen += numbersOf(page);
            after = lines.isEmpty() ? QString() : lines.last().value(u"next").toString();
            QVERIFY(seen.size() <= m_numbers.size());
        } while (!after.isEmpty());
        QCOMPARE(seen.size(), m_numbers.size());
        QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()),
                 QSet<QString>(m_numbers.cbegin(), m_numbers.cend()));
    }

    void filtersNarrowTheList_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QVector<int>>("cases");
        using Cases = QVector<int>;
        QTest::newRow("kind") << QStringList{u"--kind"_s, u"Inquiry"_s} << Cases{4, 5, 6};
        QTest::newRow("department")
            << QStringList{u"--department"_s, u"仓储部"_s} << Cases{1, 3, 5};
        QTest::newRow("received") << QStringList{u"--received-from"_s,
                                                 u"2026-03-02"_s,
                                                 u"--received-to"_s,
                                                 u"2026-03-04"_s}
                                  << Cases{1, 2, 3};
        QTest::newRow("text") << QStringList{u"--text"_s, u"迟到"_s} << Cases{0, 1, 2};
        QTest::newRow("phone") << QStringList{u"--phone"_s, u"8004"_s} << Cases{4};
        QTest::newRow("stage") << QStringList{u"--stage"_s, u"Closed"_s} << Cases{};
        QTest::newRow("both") << QStringList{u"--kind"_s,
                                             u"Complaint"_s,
                                             u"--department"_s,
                                             u"配送部"_s}
                              << Cases{0, 2};
        QTest::newRow("due before")
            << QStringList{u"--due-before"_s, u"2026-03-05T00:00"_s} << Cases{0};
    }

    void filtersNarrowTheList()
    {
        QFETCH(QStringList, words);
        QFETCH(QVector<int>, cases);
        const auto answer =
            m_ctl(QStringList{u"--json"_s, u"case"_s, u"list"_s, u"--sort"_s, u"number"_s} + words);
        QCOMPARE(answer.code, 0);
        QStringList wanted;
        for (const int i : cases) {
            wanted.append(m_numbers.at(i));
        }
        QCOMPARE(numbersOf(answer), wanted);
    }

    void aWrongFilterIsWrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("kind") << QStringList{u"--kind"_s, u"Complain"_s};
        QTest::newRow("stage") << QStringList{u"--stage"_s, u"Done"_s};
        QTest::newRow("limit") << QStringList{u"--limit"_s, u"0"_s};
        QTest::newRow("sort") << QStringList{u"--sort"_s, u"colour"_s};
        QTest::newRow("day") << QStringList{u"--received-from"_s, u"2026-02-30"_s};
        QTest::newRow("cursor") << QStringList{u"--after"_s, u"nonsense"_s, u"--limit"_s, u"2"_s};
    }

    void aWrongFilterIsWrongUsage()
    {
        QFETCH(QStringList, words);
        const auto answer = m_ctl(QStringList{u"case"_s, u"list"_s} + words);
        QVERIFY2(answer.code == 2, (QByteArray::number(answer.code) + answer.err).constData());
        QVERIFY(!answer.err.isEmpty());
    }

    void searchingFindsOrSaysNothing()
    {
        QCOMPARE(m_ctl({u"--json"_s, u"search"_s, u"迟到"_s}).lines().size(), 3);
        QCOMPARE(m_ctl({u"--json"_s, u"search"_s, u"迟到"_s, u"--limit"_s, u"2"_s}).lines().size(),
                 2);
        const auto none = m_ctl({u"--json"_s, u"search"_s, u"没有这样的词"_s});
        QCOMPARE(none.code, 0);
        QVERIFY(none.out.isEmpty());
        QCOMPARE(m_ctl({u"search"_s}).code, 2);
    }

    void everyLineIsJson_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("key");
        QTest::newRow("cases") << QStringList{u"case"_s, u"list"_s} << u"caseNo"_s;
        QTest::newRow("search") << QStringList{u"search"_s, u"迟到"_s} << u"caseNo"_s;
        QTest::newRow("reports") << QStringList{u"report"_s, u"list"_s} << u"id"_s;
        QTest::newRow("sheets") << QStringList{u"print"_s, u"list"_s} << u"paper"_s;
        QTest::newRow("packs") << QStringList{u"regulation"_s, u"list"_s} << u"id"_s;
        QTest::newRow("coverage") << QStringList{u"regulation"_s, u"coverage"_s} << u"how"_s;
        QTest::newRow("access log") << QStringList{u"log"_s, u"access"_s} << u"what"_s;
    }

    void everyLineIsJson()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, key);
        const auto answer = m_ctl(QStringList{u"--json"_s} + words);
        QCOMPARE(answer.code, 0);
        qsizetype lines = 0;
        for (const QByteArray &line : answer.out.split('\n')) {
            if (line.isEmpty()) {
                continue;
            }
            QJsonParseError fault;
            const QJsonObject object = QJsonDocument::fromJson(line, &fault).object();
            QVERIFY2(fault.error == QJsonParseError::NoError, line.constData());
            QVERIFY2(object.contains(key), line.constData());
            ++lines;
        }
        QVERIFY(lines > 0);
    }

    void everyRuleOfTheWrittenRegulationsHasItsLine()
    {
        QFile list(QStringLiteral(HUIYIN_SOURCE_DIR "/resources/regulations/rules.toml"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        const auto wanted = list.readAll().count("\nid = ");
        QSet<QString> rules;
        const auto lines = m_ctl({u"--json"_s, u"regulation"_s, u"coverage"_s}).lines();
        for (const QJsonObject &line : lines) {
            rules.insert(line.value(u"rule").toString());
            QVERIFY(!line.value(u"how").toString().isEmpty());
        }
        QVERIFY(wanted > 400);
        QCOMPARE(lines.size(), wanted);
        QCOMPARE(rules.size(), wanted);
    }

    void thePacksOwnCoverageNamesOnlyIt()
    {
        const auto lines = m_ctl({u"--json"_s, u"regulation"_s, u"coverage"_s, u"tob"_s}).lines();
        QVERIFY(lines.size() >= 27);
        for (const QJsonObject &line : lines) {
            QCOMPARE(line.value(u"packs").toArray(), QJsonArray{u"tob"_s});
        }
        QCOMPARE(m_ctl({u"regulation"_s, u"coverage"_s, u"nobody"_s}).code, 1);
    }

    void theReportsAreNamed()
    {
        QStringList ids;
        for (const QJsonObject &line : m_ctl({u"--json"_s, u"report"_s, u"list"_s}).lines()) {
            ids.append(line.value(u"id").toString());
        }
        QCOMPARE(ids.first(), u"statistics"_s);
        QVERIFY(ids.contains(u"S-01"_s) && ids.contains(u"S-05"_s));
    }

    void theSheetsNameTheirPaperAndPacks()
    {
        QMap<QString, QJsonObject> sheets;
        for (const QJsonObject &line : m_ctl({u"--json"_s, u"print"_s, u"list"_s}).lines()) {
            sheets.insert(line.value(u"id").toString(), line);
        }
        QStringList shipped;
        for (const QFileInfo &file : QDir(QStringLiteral(HUIYIN_SOURCE_DIR "/resources/sheets"))
                                         .entryInfoList({u"*.toml"_s})) {
            shipped.append(file.completeBaseName());
        }
        shipped.sort();
        QVERIFY(shipped.size() >= 48);
        QCOMPARE(sheets.keys(), shipped);
        QCOMPARE(sheets.value(u"F-03"_s).value(u"paper").toString(), u"A4-landscape"_s);
        QVERIFY(sheets.value(u"F-24"_s).value(u"regulations").toArray().contains(u"tob"_s));
    }

private:
    Ctl m_ctl;
    QStringList m_numbers;
};

QTEST_GUILESS_MAIN(TestCtlList)
#include "tst_ctllist.moc"
