// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the shipped packs demand. The clauses of a pack name these slots as their proof.

#include <rules/catalogue.h>
#include <rules/regulation.h>
#include <rules/rulelist.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace huiyin;
using namespace Qt::Literals::StringLiterals;

namespace {

const FieldCatalogue &catalogue()
{
    static const FieldCatalogue shipped = *builtinCatalogue().catalogue;
    return shipped;
}

const QVector<Regulation> &packs()
{
    static const QVector<Regulation> shipped = *loadRegulations(catalogue());
    return shipped;
}

const Regulation &pack(const QString &id)
{
    return *std::find_if(
        packs().cbegin(), packs().cend(), [&](const Regulation &one) { return one.id == id; });
}

QJsonObject ofKind(const QString &kind) { return {{u"kind"_s, kind}}; }

/// The handling clocks a case of this kind starts.
QStringList handlingClocks(const Regulation &regulation, const QString &kind)
{
    QStringList ids;
    for (const ClockRule &clock : regulation.clocks) {
        if (clock.handling && clock.when.holds(ofKind(kind))) {
            ids.append(clock.id);
        }
    }
    return ids;
}

const DutyRule *duty(const Regulation &regulation, const QString &id)
{
    const auto it = std::find_if(regulation.duties.cbegin(),
                                 regulation.duties.cend(),
                                 [&](const DutyRule &one) { return one.id == id; });
    return it == regulation.duties.cend() ? nullptr : &*it;
}

} // namespace

class TestPacks : public QObject
{
    Q_OBJECT

    void eachPack() const
    {
        QTest::addColumn<QString>("id");
        for (const Regulation &regulation : packs()) {
            QTest::newRow(qUtf8Printable(regulation.id)) << regulation.id;
        }
    }

    /// The two that share kinds, limits and retention; the others' figures are told as flows.
    void standardAndTobacco() const
    {
        QTest::addColumn<QString>("id");
        for (const auto &id : {u"standard"_s, u"tob"_s}) {
            QTest::newRow(qUtf8Printable(id)) << id;
        }
    }

private slots:

    void initTestCase() { QVERIFY(loadRegulations(catalogue()).ok()); }

    void everyShippedPackIsFaultless_data()
    {
        QTest::addColumn<QString>("id");
        const QStringList names =
            QDir(u":/huiyin/regulations"_s).entryList({u"*.toml"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 4);
        for (const QString &name : names) {
            if (name != u"rules.toml") {
                QTest::newRow(qUtf8Printable(name)) << name.chopped(5);
            }
        }
    }

    void everyShippedPackIsFaultless()
    {
        QFETCH(QString, id);
        const PackSource source = builtinPacks();
        const RegulationReading reading = readRegulation(*source(id), catalogue(), source);
        const Finding first = reading.findings.value(0);
        QVERIFY2(reading.regulation.has_value(),
                 qUtf8Printable(u"%1 line %2"_s.arg(first.code).arg(first.line)));
    }

    void shippedFilesHaveNoFaults_data()
    {
        eachPack();
        QTest::newRow("base") << u"base"_s;
    }

    void shippedFilesHaveNoFaults()
    {
        QFETCH(QString, id);
        const RegulationReading reading =
            readRegulation(*builtinPacks()(id), catalogue(), builtinPacks());
        for (const Finding &finding : reading.findings) {
            qWarning() << finding.code << finding.args << finding.line << finding.column;
        }
        QVERIFY(reading.findings.isEmpty());
        QCOMPARE(reading.regulation->id, id);
    }

    void basePackCannotBePutInForce()
    {
        for (const Regulation &regulation : packs()) {
            QVERIFY(regulation.id != u"base");
        }
        QVERIFY(packs().size() >= 2);
    }

    void registeringAsksForWhatTheCustomerSaid_data() { standardAndTobacco(); }

    void registeringAsksForWhatTheCustomerSaid()
    {
        QFETCH(QString, id);
        const Regulation &regulation = pack(id);
        QCOMPARE(regulation.intakeOneOf.size(), 1);
        QCOMPARE(regulation.intakeOneOf.first().fields,
                 (QStringList{u"content"_s, u"contentBrief"_s, u"title"_s, u"category"_s}));
        QCOMPARE(regulation.intakeOneOf.first().rules.size(), 1);
    }

    void anInquiryIsAnsweredWithin24Hours_data() { standardAndTobacco(); }

    void anInquiryIsAnsweredWithin24Hours()
    {
        QFETCH(QString, id);
        QCOMPARE(handlingClocks(pack(id), u"Inquiry"_s), QStringList{u"inquiry-reply"_s});
        const ClockRule *clock = pack(id).clock(u"inquiry-reply");
        QCOMPARE(clock->limit->unit, Unit::Hours);
        QCOMPARE(clock->limit->n, 24);
        QCOMPARE(clock->starts, u"receivedAt"_s);
        QCOMPARE(clock->stops, u"replyAt"_s);
    }

    void aSuggestionIsAnsweredByThePromisedDate_data() { standardAndTobacco(); }

    void aSuggestionIsAnsweredByThePromisedDate()
    {
        QFETCH(QString, id);
        QCOMPARE(handlingClocks(pack(id), u"Suggestion"_s), QStringList{u"suggestion-reply"_s});
        QVERIFY(!pack(id).clock(u"suggestion-reply")->limit);
        QCOMPARE(pack(id).clock(u"suggestion-reply")->promisedField, u"promisedReplyBy"_s);
    }

    void aComplaintHasThreeWorkingDays_data() { standardAndTobacco(); }

    void aComplaintHasThreeWorkingDays()
    {
        QFETCH(QString, id);
        QCOMPARE(handlingClocks(pack(id), u"Complaint"_s), QStringList{u"handling"_s});
        QCOMPARE(pack(id).clock(u"handling")->limit->unit, Unit::Workdays);
        QCOMPARE(pack(id).clock(u"handling")->limit->n, 3);
    }

    void aSpecialCaseHasSevenWorkingDaysInTotal_data() { standardAndTobacco(); }

    void aSpecialCaseHasSevenWorkingDaysInTotal()
    {
        QFETCH(QString, id);
        const ExtensionRule &rule = pack(id).clock(u"handling")->extend.first();
        QCOMPARE(rule.to.n, 7);
        QCOMPARE(rule.to.unit, Unit::Workdays);
        QVERIFY(rule.approve.contains(u"deptHead"_s));
        QVERIFY(rule.needs.contains(u"extensionReason"_s));
        QCOMPARE(rule.sheet, u"F-24"_s);
        QVERIFY(rule.beforeDue);
    }

    void aComplaintClosesWithReplyAndVisitOrReason_data() { standardAndTobacco(); }

    void aComplaintClosesWithReplyAndVisitOrReason()
    {
        QFETCH(QString, id);
        const MoveRule *close = pack(id).move(u"close");
        QVERIFY(close->needs.contains(u"replyAt"_s));
        QVERIFY(close->oneOf.size() >= 2);
        QCOMPARE(close->oneOf.at(0).fields, (QStringList{u"resultSummary"_s, u"replyText"_s}));
        QCOMPARE(close->oneOf.at(1).fields, (QStringList{u"satisfaction"_s, u"noVisitReason"_s}));
        QVERIFY(close->oneOf.at(1).when.holds(ofKind(u"Complaint"_s)));
        QVERIFY(!close->oneOf.at(1).when.holds(ofKind(u"Inquiry"_s)));
    }

    void aTransferNamesDepartmentAndOpinion_data() { standardAndTobacco(); }

    void aTransferNamesDepartmentAndOpinion()
    {
        QFETCH(QString, id);
        const MoveRule *transfer = pack(id).move(u"transfer");
        QCOMPARE(transfer->needs, (QStringList{u"assignedDept"_s, u"handlingOpinion"_s}));
        QCOMPARE(transfer->sheet, u"F-13"_s);
        QCOMPARE(transfer->stamps, u"transferredAt"_s);
        QCOMPARE(transfer->to, Stage::Transferred);
    }

    void anInvestigatorIsNamed_data() { standardAndTobacco(); }

    void anInvestigatorIsNamed()
    {
        QFETCH(QString, id);
        QCOMPARE(pack(id).move(u"assign")->needs, QStringList{u"investigator"_s});
    }

    void aResultAsksForFeedback_data() { standardAndTobacco(); }

    void aResultAsksForFeedback()
    {
        QFETCH(QString, id);
        QCOMPARE(duty(pack(id), u"feedback"_s)->every, u"case"_s);
        QCOMPARE(duty(pack(id), u"feedback"_s)->after, u"result"_s);
    }

    void samplingIsDrawnEveryMonth_data() { standardAndTobacco(); }

    void samplingIsDrawnEveryMonth()
    {
        QFETCH(QString, id);
        QCOMPARE(duty(pack(id), u"sampling"_s)->every, u"month"_s);
        QCOMPARE(duty(pack(id), u"sampling"_s)->draw.value(u"by"_s).toString(), u"receivingUnit"_s);
    }

    void theAnalysisIsDueByTheTenth_data() { standardAndTobacco(); }

    void theAnalysisIsDueByTheTenth()
    {
        QFETCH(QString, id);
        QCOMPARE(duty(pack(id), u"analysis"_s)->limit->unit, Unit::MonthDay);
        QCOMPARE(duty(pack(id), u"analysis"_s)->limit->n, 10);
    }

    void filesAreKeptOneYear_data() { standardAndTobacco(); }

    void filesAreKeptOneYear()
    {
        QFETCH(QString, id);
        QCOMPARE(pack(id).retention.first().id, u"OneYear"_s);
        QCOMPARE(pack(id).retention.first().years, 1);
    }

    void anInquiryCanBeAnsweredAndClosedAtOnce_data() { standardAndTobacco(); }

    void anInquiryCanBeAnsweredAndClosedAtOnce()
    {
        QFETCH(QString, id);
        const MoveRule *answer = pack(id).move(u"answer");
        QVERIFY(answer->from.contains(Stage::New));
        QCOMPARE(answer->to, Stage::Closed);
        QVERIFY(answer->when.holds(ofKind(u"Inquiry"_s)));
        QVERIFY(!answer->when.holds(ofKind(u"Complaint"_s)));
    }

    void tobaccoTakesThreeKinds()
    {
        QStringList kinds;
        for (const KindRule &kind : pack(u"tob"_s).kinds) {
            kinds.append(kind.id);
        }
        QCOMPARE(kinds, (QStringList{u"Inquiry"_s, u"Suggestion"_s, u"Complaint"_s}));
    }

    void outOfScopeIsFaxedOn()
    {
        QCOMPARE(pack(u"tob"_s).move(u"fax")->stamps, u"faxedAt"_s);
        QVERIFY(pack(u"standard"_s).move(u"fax") == nullptr);
    }

    void aViolationCanGoToTheHead()
    {
        QCOMPARE(pack(u"tob"_s).move(u"propose")->to, Stage::InApproval);
        QVERIFY(pack(u"tob"_s).move(u"approve")->by.contains(u"deptHead"_s));
    }

    void nobodyApprovesAComplaintAgainstHimself()
    {
        for (const auto &move : {u"investigate"_s, u"approve"_s, u"verify"_s}) {
            QVERIFY(pack(u"standard"_s).move(move)->forbidden.contains(u"respondentPerson"_s));
        }
    }

    void everyClauseOfTobaccoIsAnswered()
    {
        for (int i = 1; i <= 27; ++i) {
            const QString rule = u"R-TOB-%1"_s.arg(i, 2, 10, QChar(u'0'));
            QVERIFY2(pack(u"tob"_s).note(rule) != nullptr, qUtf8Printable(rule));
        }
    }

    void everyCitedClauseIsStatedInThePack_data() { eachPack(); }

    void everyCitedClauseIsStatedInThePack()
    {
        QFETCH(QString, id);
        const Regulation &regulation = pack(id);
        QStringList cited;
        for (const MoveRule &move : regulation.moves) {
            cited += move.rules;
            for (const OneOfRule &group : move.oneOf) {
                cited += group.rules;
            }
        }
        for (const ClockRule &clock : regulation.clocks) {
            cited += clock.rules;
            for (const ExtensionRule &level : clock.extend) {
                cited += level.rules;
            }
        }
        for (const DutyRule &one : regulation.duties) {
            cited += one.rules;
        }
        for (const QString &rule : std::as_const(cited)) {
            QVERIFY2(regulation.note(rule) != nullptr, qUtf8Printable(rule));
        }
    }

    void everyTestAClauseNamesExists_data() { eachPack(); }

    void everyTestAClauseNamesExists()
    {
        QFETCH(QString, id);
        QHash<QString, QString> sources;
        QDirIterator files(QStringLiteral(HUIYIN_SOURCE_DIR "/tests"),
                           {u"tst_*.cpp"_s},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            sources.insert(files.fileInfo().baseName(), QString::fromUtf8(file.readAll()));
        }
        for (const RuleNote &note : pack(id).notes) {
            if (note.test.startsWith(u"flow:")) {
                const QString story =
                    QStringLiteral(HUIYIN_SOURCE_DIR "/tests/flows/regulations/") +
                    note.test.mid(5) + u".jsonl"_s;
                QVERIFY2(QFile::exists(story), qUtf8Printable(note.test));
            } else if (!note.test.isEmpty()) {
                const QString slot = u"void "_s + note.test.section(u"::"_s, 1) + u"()"_s;
                QVERIFY2(sources.value(note.test.section(u"::"_s, 0, 0)).contains(slot),
                         qUtf8Printable(note.test));
            }
        }
    }

    void everyClauseTheProgramMeetsNamesItsTest_data() { eachPack(); }

    void everyClauseTheProgramMeetsNamesItsTest()
    {
        QFETCH(QString, id);
        for (const RuleNote &note : pack(id).notes) {
            const bool met = note.how != u"reference" && note.how != u"outOfScope";
            QVERIFY2(!met || !note.test.isEmpty(), qUtf8Printable(note.rule));
        }
    }

    void coverageListsEveryRuleOnce()
    {
        const QVector<RuleCoverage> lines = ruleCoverage(builtinRules(), packs());
        QCOMPARE(lines.size(), 433);
        QSet<QString> ids;
        for (const RuleCoverage &line : lines) {
            ids.insert(line.rule);
            QVERIFY(!line.zh.isEmpty() && !line.en.isEmpty() && !line.how.isEmpty());
        }
        QCOMPARE(ids.size(), 433);
    }

    void complaintsAreTakenOnThePacksOwnForm_data()
    {
        QTest::addColumn<QString>("form");
        for (const auto &[id, form] : {std::pair("tob", "F-01"),
                                       std::pair("trd", "F-05"),
                                       std::pair("bld", "F-01-bld"),
                                       std::pair("dst", "F-01-dst"),
                                       std::pair("law", "F-10"),
                                       std::pair("svc", "F-01-svc"),
                                       std::pair("net", "F-04"),
                                       std::pair("cca", "F-01"),
                                       std::pair("dev", "F-11"),
                                       std::pair("standard", "F-01")}) {
            QTest::newRow(id) << QString::fromLatin1(form);
        }
    }

    void complaintsAreTakenOnThePacksOwnForm()
    {
        QFETCH(QString, form);
        const QString id = QString::fromLatin1(QTest::currentDataTag());
        const auto all = packs();
        const auto pack =
            std::find_if(all.cbegin(), all.cend(), [&](const auto &one) { return one.id == id; });
        QVERIFY(pack != all.cend());
        QCOMPARE(pack->sheets.value(0), form);
    }

    void coverageNamesThePackOfAClause_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("id");
        for (const auto &id : {u"tob"_s, u"dst"_s, u"bld"_s, u"dev"_s}) {
            QTest::newRow(qUtf8Printable(id)) << u"R-%1-"_s.arg(id.toUpper()) << id;
        }
    }

    void coverageNamesThePackOfAClause()
    {
        QFETCH(QString, prefix);
        QFETCH(QString, id);
        int lines = 0;
        for (const RuleCoverage &line : ruleCoverage(builtinRules(), packs())) {
            if (line.rule.startsWith(prefix)) {
                ++lines;
                QVERIFY2(line.packs.contains(id), qUtf8Printable(line.rule));
            }
        }
        QVERIFY(lines > 20);
    }
};

QTEST_GUILESS_MAIN(TestPacks)
#include "tst_packs.moc"
