// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/catalogue.h>
#include <rules/texts.h>
#include <rules/toml.h>

#include <QFile>
#include <QTest>

using namespace huiyin;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kCodes = R"(
[[list]]
id = "CL-X"
zh = "方式"
en = "Mode"
choices = [
    { id = "Phone", zh = "电话", en = "Telephone", aliases = ["来电"] },
    { id = "Visit", zh = "来访", en = "Visit" },
]
)";

QByteArray field(const QByteArray &keys)
{
    return "[[field]]\nid = \"a\"\nzh = \"甲\"\nen = \"A\"\n" + keys;
}

QString codesOf(const Findings &findings)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        codes.append(finding.code);
    }
    return codes.join(u' ');
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private slots:

    void shippedCatalogueHasNoFaults()
    {
        const CatalogueReading reading = builtinCatalogue();
        for (const Finding &finding : reading.findings) {
            qWarning() << finding.code << finding.args << finding.line;
        }
        QVERIFY(reading.catalogue);
        QVERIFY(reading.findings.isEmpty());
    }

    void everyCodeListOfTheFormsIsThere()
    {
        const FieldCatalogue catalogue = *builtinCatalogue().catalogue;
        for (int i = 1; i <= 20; ++i) {
            QVERIFY(catalogue.codeList(u"CL-%1"_s.arg(i, 2, 10, QChar(u'0'))) != nullptr);
        }
    }

    void wordsOfOldRegistersAreUnderstood_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *list, const char *word, const char *id) {
            QTest::addRow("%s %s", list, word)
                << QString::fromUtf8(list) << QString::fromUtf8(word) << QString::fromUtf8(id);
        };
        row("CL-02", "上门走访", "Visit");
        row("CL-02", "信件", "Letter");
        row("CL-02", "网站留言", "Web");
        row("CL-02", "微信公众号", "SocialMedia");
        row("CL-02", "12345转办", "GovernmentHotline");
        row("CL-02", "12315转办", "GovernmentHotline");
        row("CL-02", "媒体转来", "Media");
        row("CL-02", "phone", "Phone");
        row("CL-17", "较重", "Serious");
        row("CL-17", "特急", "Major");
        row("CL-16", "已办结", "Closed");
        row("CL-16", "待回访", "AwaitingVisit");
        row("CL-16", "处理中", "Handling");
        row("CL-16", "待受理", "New");
        row("CL-16", "已退回", "Declined");
        row("CL-09", "基本满意", "BasicallySatisfied");
    }

    void wordsOfOldRegistersAreUnderstood()
    {
        QFETCH(QString, list);
        QFETCH(QString, word);
        QFETCH(QString, id);
        const FieldCatalogue catalogue = *builtinCatalogue().catalogue;
        const Choice *choice = catalogue.codeList(list)->byWord(word);
        QVERIFY(choice != nullptr);
        QCOMPARE(choice->id, id);
    }

    void fieldsKeepWhatTheFileSays()
    {
        const FieldCatalogue catalogue = *builtinCatalogue().catalogue;
        const FieldDef *name = catalogue.field(u"complainantName");
        QVERIFY(name != nullptr);
        QCOMPARE(name->max, 100);
        QCOMPARE(name->privacy, Privacy::Name);
        QVERIFY(name->search);
        QCOMPARE(name->type, FieldType::Text);
        QCOMPARE(catalogue.field(u"category")->type, FieldType::Text);
        QCOMPARE(catalogue.field(u"closedAt")->type, FieldType::DateTime);
        QCOMPARE(catalogue.field(u"demandKinds")->choices, u"CL-06"_s);
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("codes");
        QTest::addColumn<int>("line");
        QTest::newRow("unknown key")
            << field("type = \"text\"\nmaxx = 3\n") << u"schema.key.unknown"_s << 6;
        QTest::newRow("unknown type")
            << field("type = \"string\"\n") << u"schema.value.unknown"_s << 5;
        QTest::newRow("no type") << field("") << u"schema.key.missing"_s << 1;
        QTest::newRow("unknown list")
            << field("type = \"enum\"\nchoices = \"CL-Y\"\n") << u"schema.unknown.list"_s << 6;
        QTest::newRow("no list") << field("type = \"enum\"\n") << u"catalogue.choices.missing"_s
                                 << 1;
        QTest::newRow("idle list")
            << field("type = \"text\"\nchoices = \"CL-X\"\n") << u"catalogue.choices.idle"_s << 1;
        QTest::newRow("length 0") << field("type = \"text\"\nmax = 0\n") << u"schema.value.range"_s
                                  << 6;
        QTest::newRow("text for number")
            << field("type = \"text\"\nmax = \"9\"\n") << u"schema.type.integer"_s << 6;
        QTest::newRow("twice")
            << field("type = \"text\"\n") +
                   "[[field]]\nid = \"a\"\nzh = \"乙\"\nen = \"B\"\ntype = \"text\"\n"
            << u"schema.id.duplicate"_s << 7;
        QTest::newRow("head twice")
            << field("type = \"text\"\n") + "[[field]]\nid = \"b\"\nzh = \"乙\"\nen = \"B\"\ntype "
                                            "= \"text\"\naliases = [\"甲\"]\n"
            << u"catalogue.head.twice"_s << 6;
        QTest::newRow("syntax") << QByteArray("[[field]\n") << u"toml.syntax"_s << 1;
        QTest::newRow("three brackets") << QByteArray("[[[field]]]\n") << u"toml.syntax"_s << 1;
        QTest::newRow("bracket and brace") << QByteArray("\n[{[field]]\n") << u"toml.syntax"_s << 2;
        QTest::newRow("empty file") << QByteArray() << u"schema.key.missing"_s << 1;
    }

    void faultsAreNamed()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, codes);
        QFETCH(int, line);
        const CatalogueReading reading = readCatalogue(fields, kCodes);
        QCOMPARE(codesOf(reading.findings), codes);
        QCOMPARE(reading.findings.first().line, line);
        QVERIFY(!reading.catalogue);
    }

    void whatIsMalformedSaysWhatToWrite_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("head left open") << QByteArray("[field\n") << u"表头"_s;
        QTest::newRow("heads left open") << QByteArray("[[field]\n") << u"表头"_s;
        QTest::newRow("text left open") << QByteArray("a = \"x\nb = 1\n") << u"引号结束"_s;
        QTest::newRow("plain text left open") << QByteArray("a = 'x\nb = 1\n") << u"引号结束"_s;
        QTest::newRow("backslash") << QByteArray("a = \"C:\\q\"\n") << u"反斜线"_s;
        QTest::newRow("no comma") << QByteArray("a = [1\n2]\n") << u"逗号"_s;
        QTest::newRow("brace left open") << QByteArray("a = { b = 1\n") << u"写在一行里"_s;
        QTest::newRow("Chinese quotes") << "a = ”x”\n"_ba << u"英文双引号"_s;
        QTest::newRow("bare word") << QByteArray("a = yes\n") << u"true"_s;
        QTest::newRow("no value") << QByteArray("a\n") << u"名称 = 值"_s;
        QTest::newRow("Chinese name") << "甲 = 1\n"_ba << u"英文字母"_s;
        QTest::newRow("GB18030") << QByteArray("a = \"\xd6\xd0\"\n") << u"UTF-8"_s;
        QTest::newRow("twice") << QByteArray("a = 1\na = 2\n") << u"已经写过"_s;
        QTest::newRow("table twice") << QByteArray("[a]\n[a]\n") << u"已经写过"_s;
    }

    void whatIsMalformedSaysWhatToWrite()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, remedy);
        Findings findings;
        QVERIFY(!readToml(file, findings));
        const QString said = findings.first().args.value(u"remedy"_s);
        QVERIFY2(said.contains(remedy), qPrintable(said));
    }

    void aWordWithTwoMeaningsIsRefused()
    {
        QByteArray codes = kCodes;
        codes.replace("en = \"Visit\"", "en = \"Visit\", aliases = [\"来电\"]");
        const CatalogueReading reading = readCatalogue(field("type = \"text\"\n"), codes);
        QCOMPARE(codesOf(reading.findings), u"catalogue.word.twice"_s);
        QCOMPARE(reading.findings.first().args.value(u"first"_s), u"Phone"_s);
    }

    void aFaultNamesTheNearestWords()
    {
        const CatalogueReading reading = readCatalogue(field("type = \"memmo\"\n"), kCodes);
        QVERIFY(reading.findings.first().args.value(u"known"_s).startsWith(u"memo"));
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
