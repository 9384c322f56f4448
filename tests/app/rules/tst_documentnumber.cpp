// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/casefile.h>
#include <rules/documentnumber.h>

#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// A pack whose transfer and fax print F-13 and whose handling clock is extended on F-24.
Regulation pack()
{
    Regulation pack;
    for (const auto &id : {u"transfer"_s, u"fax"_s}) {
        MoveRule rule;
        rule.id = id;
        rule.sheet = u"F-13"_s;
        pack.moves.append(rule);
    }
    MoveRule answer;
    answer.id = u"answer"_s;
    answer.sheet = u"F-13"_s;
    answer.after = {u"transfer"_s};
    pack.moves.append(answer);
    MoveRule checked;
    checked.id = u"checked"_s;
    checked.after = {u"transfer"_s};
    pack.moves.append(checked);
    MoveRule sign = answer;
    sign.id = u"sign"_s;
    sign.after = {u"checked"_s};
    pack.moves.append(sign);
    MoveRule reply;
    reply.id = u"reply"_s;
    pack.moves.append(reply);
    ClockRule clock;
    clock.id = u"handling"_s;
    clock.extend = {ExtensionRule{}};
    clock.extend.first().sheet = u"F-24"_s;
    pack.clocks.append(clock);
    return pack;
}

Sheet sheetOf(const QString &id, const QString &code)
{
    Sheet sheet;
    sheet.id = id;
    sheet.docCode = code;
    return sheet;
}

CaseFile caseWith(const QStringList &moves, int extensions = 0)
{
    CaseFile caseFile{.id =
                          CaseId::make(Instant::fromUtcMs(1'770'000'000'000), QByteArray(10, 'x'))};
    caseFile.caseNo = u"TS202405-0012"_s;
    for (const QString &action : moves) {
        Step step;
        step.kind = QLatin1StringView(event::kCaseMoved);
        step.action = action;
        caseFile.steps.append(step);
    }
    Clock clock;
    clock.id = u"handling"_s;
    for (int i = 0; i < extensions; ++i) {
        clock.extensions.append(
            {{}, Instant::fromUtcMs(2'000 + i), {}, {}, Instant::fromUtcMs(1'000 + i), {}});
    }
    caseFile.clocks.append(clock);
    return caseFile;
}

} // namespace

class TestDocumentNumber : public QObject
{
    Q_OBJECT

private slots:

    void theNumberCountsTheStepsOfItsSheet_data()
    {
        QTest::addColumn<QStringList>("moves");
        QTest::addColumn<QString>("number");
        const QString first = u"TS202405-0012-ZB01"_s;
        QTest::newRow("before the first") << QStringList{} << first;
        QTest::newRow("first") << QStringList{u"transfer"_s} << first;
        QTest::newRow("another step between") << QStringList{u"transfer"_s, u"reply"_s} << first;
        QTest::newRow("second") << QStringList{u"transfer"_s, u"transfer"_s}
                                << u"TS202405-0012-ZB02"_s;
        QTest::newRow("two steps of one sheet")
            << QStringList{u"fax"_s, u"transfer"_s, u"transfer"_s} << u"TS202405-0012-ZB03"_s;
        QTest::newRow("a step that goes on with it")
            << QStringList{u"transfer"_s, u"answer"_s} << first;
        QTest::newRow("a step that goes on with it through another")
            << QStringList{u"transfer"_s, u"checked"_s, u"sign"_s} << first;
        QTest::newRow("a second one after the answer")
            << QStringList{u"transfer"_s, u"answer"_s, u"transfer"_s} << u"TS202405-0012-ZB02"_s;
        QTest::newRow("twelfth") << QStringList(12, u"transfer"_s) << u"TS202405-0012-ZB12"_s;
    }

    void theNumberCountsTheStepsOfItsSheet()
    {
        QFETCH(QStringList, moves);
        QFETCH(QString, number);
        const CaseFile caseFile = caseWith(moves);
        QCOMPARE(documentNumber(caseFile, pack(), sheetOf(u"F-13"_s, u"ZB"_s)), number);
        QCOMPARE(documentNumber(caseFile, pack(), sheetOf(u"F-13"_s, u"ZB"_s)), number);
    }

    void anExtensionSlipCountsExtensions()
    {
        const Sheet slip = sheetOf(u"F-24"_s, u"YQ"_s);
        QCOMPARE(documentNumber(caseWith({u"transfer"_s, u"transfer"_s}, 1), pack(), slip),
                 u"TS202405-0012-YQ01"_s);
        QCOMPARE(documentNumber(caseWith({}, 2), pack(), slip), u"TS202405-0012-YQ02"_s);
    }

    void aSheetWithoutCodeHasNoNumberOfItsOwn()
    {
        QCOMPARE(documentNumber(caseWith({u"transfer"_s}), pack(), sheetOf(u"F-02"_s, {})),
                 QString());
    }

    void theSlipIsOfTheLatestExtension()
    {
        const CaseFile caseFile = caseWith({}, 3);
        const ClockExtension *latest =
            extensionOnSheet(caseFile, pack(), sheetOf(u"F-24"_s, u"YQ"_s));
        QVERIFY(latest != nullptr);
        QCOMPARE(latest->at.utcMs(), 1'002);
        QVERIFY(extensionOnSheet(caseFile, pack(), sheetOf(u"F-13"_s, u"ZB"_s)) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestDocumentNumber)
#include "tst_documentnumber.moc"
