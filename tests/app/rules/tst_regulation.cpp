// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/catalogue.h>
#include <rules/regulation.h>
#include <rules/rulelist.h>
#include <rules/texts.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace huiyin;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kPacks = QStringLiteral(HUIYIN_TEST_DATA "/packs");

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const FieldCatalogue &catalogue()
{
    static const FieldCatalogue shipped = *builtinCatalogue().catalogue;
    return shipped;
}

/// The built-in packs, and one that leads back to the pack of the test files.
std::optional<QByteArray> source(const QString &id)
{
    if (id == u"friend") {
        return "[pack]\nid = \"friend\"\nzh = \"友\"\nen = \"Friend\"\nversion = 1\neffective = 2026-01-01\nuses = [\"little\"]\n"_ba;
    }
    if (id == u"torn") {
        return "[pack\n"_ba;
    }
    return builtinPacks()(id);
}

QString listed(const Findings &findings)
{
    QStringList list;
    for (const Finding &finding : findings) {
        list.append(u"%1@%2:%3"_s.arg(finding.code).arg(finding.line).arg(finding.column));
    }
    return list.join(u' ');
}

RegulationReading readFile(const QString &name)
{
    return readRegulation(contents(kPacks + u'/' + name), catalogue(), source);
}

} // namespace

class TestRegulation : public QObject
{
    Q_OBJECT

private slots:

    void eachBrokenPackGivesExactlyItsFaults_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("faults");
        const QStringList names = QDir(kPacks).entryList({u"*.toml"_s}, QDir::Files);
        QVERIFY(names.size() > 60);
        for (const QString &name : names) {
            const QString text = QString::fromUtf8(contents(kPacks + u'/' + name));
            const QString line = text.section(u'\n', 2, 2);
            QVERIFY(line.startsWith(u"# faults: "));
            const QString faults = line.mid(10);
            QTest::newRow(qUtf8Printable(name)) << name << (faults == u"none" ? QString() : faults);
        }
    }

    void eachBrokenPackGivesExactlyItsFaults()
    {
        QFETCH(QString, name);
        QFETCH(QString, faults);
        const RegulationReading reading = readFile(name);
        QCOMPARE(listed(reading.findings), faults);
        QCOMPARE(reading.regulation.has_value(), faults.isEmpty());
    }

    void everyFaultHasASentenceWithoutBlanks_data() { eachBrokenPackGivesExactlyItsFaults_data(); }

    void everyFaultHasASentenceWithoutBlanks()
    {
        QFETCH(QString, name);
        const auto texts = Texts::load();
        QVERIFY(texts);
        const Findings findings = readFile(name).findings;
        for (const Finding &finding : findings) {
            for (const Language language : {Language::Chinese, Language::English}) {
                const QString sentence = texts->sentence(finding, language);
                QVERIFY2(texts->has(finding.code, language), qUtf8Printable(finding.code));
                QVERIFY2(!sentence.contains(QRegularExpression(u"\\{[a-z]+\\}"_s)),
                         qUtf8Printable(sentence));
            }
        }
    }

    void everyPrefixOfAPackIsReadWithoutACrash()
    {
        const QByteArray whole = contents(kPacks + u"/good.toml"_s);
        for (qsizetype size = 0; size < whole.size(); size += 7) {
            const RegulationReading reading = readRegulation(whole.first(size), catalogue(), {});
            QVERIFY(reading.regulation || refuses(reading.findings));
        }
    }

    void anEmptyFileLacksItsHeadAndNothingElse()
    {
        QCOMPARE(listed(readRegulation({}, catalogue(), source).findings),
                 u"schema.section.missing@1:1"_s);
    }

    void aFaultInAUsedPackIsNamedWhereItIsUsed()
    {
        QByteArray text = contents(kPacks + u"/good.toml"_s);
        text.replace("sheets ", "uses = [\"torn\"]\nsheets ");
        const Findings findings = readRegulation(text, catalogue(), source).findings;
        QCOMPARE(listed(findings), u"pack.uses.faulty@10:9"_s);
        QCOMPARE(findings.first().args.value(u"at"_s), u"1"_s);
    }

    void aMisspeltKeyNamesItsNeighbour()
    {
        const Finding finding = readFile(u"unknown-key.toml"_s).findings.first();
        QCOMPARE(finding.args.value(u"entry"_s), u"[[move]] close"_s);
        QVERIFY(finding.args.value(u"known"_s).startsWith(u"stamps"));
    }

    void aFaultNamesItsSection()
    {
        QCOMPARE(readFile(u"text-for-number.toml"_s).findings.first().args.value(u"entry"_s),
                 u"[pack]"_s);
    }

    void entriesReplaceThoseOfTheUsedPackById()
    {
        QByteArray text = contents(kPacks + u"/good.toml"_s);
        text.replace("sheets ", "uses = [\"base\"]\nsheets ");
        const RegulationReading reading = readRegulation(text, catalogue(), source);
        QCOMPARE(listed(reading.findings), QString());
        QCOMPARE(reading.regulation->role(u"clerk")->zh, u"店员"_s);
        QCOMPARE(reading.regulation->role(u"leader")->zh, u"领导"_s);
        QCOMPARE(reading.regulation->move(u"close")->from, QVector<Stage>{Stage::Handling});
        QCOMPARE(std::count_if(reading.regulation->moves.cbegin(),
                               reading.regulation->moves.cend(),
                               [](const MoveRule &move) { return move.id == u"close"; }),
                 1);
    }

    void aPackKeepsWhatItsFileSays()
    {
        const Regulation regulation = *readFile(u"good.toml"_s).regulation;
        const ClockRule *clock = regulation.clock(u"handling");
        QVERIFY(clock != nullptr);
        QCOMPARE(clock->limit->n, 3);
        QCOMPARE(clock->extend.first().to.n, 7);
        QCOMPARE(clock->tell.first().at, u"0.5"_s);
        QCOMPARE(clock->when.anyOf.value(u"kind"_s), QStringList{u"Complaint"_s});
        QCOMPARE(regulation.effective->toString(), u"2026-01-01"_s);
        QCOMPARE(regulation.intakeOneOf.size(), 1);
        QCOMPARE(regulation.intakeOneOf.first().fields, QStringList{u"content"_s});
        QCOMPARE(regulation.duties.first().draw.value(u"atLeast"_s).toInt(), 3);
    }

    void aConditionHoldsByAnyListedValueOfEveryField_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<bool>("holds");
        QTest::newRow("both") << QJsonObject{{u"kind"_s, u"Claim"_s}, {u"special"_s, true}} << true;
        QTest::newRow("one field differs")
            << QJsonObject{{u"kind"_s, u"Inquiry"_s}, {u"special"_s, true}} << false;
        QTest::newRow("switch off")
            << QJsonObject{{u"kind"_s, u"Claim"_s}, {u"special"_s, false}} << false;
        QTest::newRow("switch unset") << QJsonObject{{u"kind"_s, u"Claim"_s}} << false;
        QTest::newRow("one of several")
            << QJsonObject{{u"kind"_s, QJsonArray{u"Praise"_s, u"Claim"_s}}, {u"special"_s, true}}
            << true;
        QTest::newRow("nothing") << QJsonObject{} << false;
    }

    void aConditionHoldsByAnyListedValueOfEveryField()
    {
        QFETCH(QJsonObject, fields);
        QFETCH(bool, holds);
        const Condition condition{
            {{u"kind"_s, {u"Complaint"_s, u"Claim"_s}}, {u"special"_s, {u"true"_s}}}};
        QCOMPARE(condition.holds(fields), holds);
    }

    void anUnsetSwitchCountsAsFalse()
    {
        QVERIFY((Condition{{{u"special"_s, {u"false"_s}}}}.holds({})));
    }

    void theSchemaNamesEveryKeyInBothLanguages()
    {
        const QString schema = regulationSchema();
        for (const auto &word : {u"needsConfirmation", u"promised", u"atMost", u"[[clock]]"}) {
            QVERIFY(schema.contains(QStringView(word)));
        }
        QVERIFY(schema.contains(u"期限"));
    }
};

QTEST_GUILESS_MAIN(TestRegulation)
#include "tst_regulation.moc"
