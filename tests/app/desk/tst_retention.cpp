// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files past their term, lent files, and the destruction of contents with two signatures.

#include <domain/registerdates.h>

#include <QDirIterator>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

/// A filed case of the standard pack, its term over on 2026-06-30, and the people around it.
class Filed
{
public:
    Filed()
    {
        must(m_fixture.desk().useRegulation(u"standard"_s));
        for (const Person &person :
             {Person{u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s, u"handler"_s}, true},
              Person{u"ke"_s, u"回访小柯"_s, u"客服部"_s, {u"clerk"_s}, true},
              Person{u"dang"_s, u"档案小马"_s, u"办公室"_s, {u"archivist"_s}, true},
              Person{u"bu"_s, u"物流部长"_s, u"物流部"_s, {u"deptHead"_s}, true},
              Person{
                  u"shuang"_s, u"身兼两职"_s, u"办公室"_s, {u"archivist"_s, u"leader"_s}, true}}) {
            must(m_fixture.desk().addPerson(person));
        }
        as(u"wang"_s);
        id = m_fixture
                 .recorded({{u"complainantName"_s, u"赵大明"_s},
                            {u"phone"_s, u"13800138999"_s},
                            {u"content"_s, u"外包装全部破损进水"_s},
                            {u"respondentPerson"_s, u"送货员小贾"_s}})
                 .id;
        act(u"transfer"_s, {{u"assignedDept"_s, u"物流部"_s}, {u"handlingOpinion"_s, u"请核实"_s}});
        act(u"result"_s,
            {{u"resultSummary"_s, u"已换货"_s},
             {u"respDept"_s, u"物流部"_s},
             {u"foundedness"_s, u"Founded"_s}});
        act(u"reply"_s, {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已换货并致歉"_s}});
        as(u"ke"_s);
        act(u"visit"_s, {{u"satisfaction"_s, u"Satisfied"_s}});
        act(u"close"_s, {});
        as(u"dang"_s);
        act(u"archive"_s, {{u"retention"_s, u"OneYear"_s}, {u"retainUntil"_s, u"2026-06-30"_s}});
    }

    static void must(const Result<Outcome> &outcome)
    {
        if (!outcome || refuses(outcome->findings)) {
            qFatal("refused: %s",
                   qPrintable(outcome ? DeskFixture::codes(outcome->findings).join(u' ')
                                      : outcome.error().code));
        }
    }

    void as(const QString &person)
    {
        if (!m_fixture.desk().setActor(person)) {
            qFatal("not on the roster");
        }
    }

    void act(const QString &action, const QJsonObject &input)
    {
        must(m_fixture.desk().act(id, action, input));
    }

    void sign()
    {
        m_fixture.setNow(u"2026-06-30T09:00"_s);
        as(u"dang"_s);
        act(u"proposeDestruction"_s, {});
        as(u"bu"_s);
        act(u"approveDestruction"_s, {{u"witnessSign"_s, u"王姐"_s}});
    }

    /// The codes of what destroy() refuses.
    [[nodiscard]] QStringList destroy(const QString &ground = u"公司档案管理办法第九条"_s)
    {
        const auto answers = m_fixture.desk().destroy({id}, ground);
        return answers ? DeskFixture::codes(answers->first().findings)
                       : QStringList{answers.error().code};
    }

    [[nodiscard]] DeskFixture &fixture() { return m_fixture; }

    [[nodiscard]] Desk &desk() { return m_fixture.desk(); }

    CaseId id = CaseId::make(Instant::fromUtcMs(0), QByteArray(10, '0'));

private:
    DeskFixture m_fixture;
};

/// Files beside and including the case file that hold this text in UTF-8.
QStringList filesWith(const QString &folder, const QString &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8())) {
            found.append(QFileInfo(file).fileName());
        }
    }
    return found;
}

} // namespace

class TestRetention : public QObject
{
    Q_OBJECT

private slots:

    void aFileIsDueOnTheDayItsTermEnds()
    {
        Filed filed;
        QVERIFY(filed.desk().retentionDue(*Day::parse(u"2026-06-29"_s))->isEmpty());
        const auto due = filed.desk().retentionDue(*Day::parse(u"2026-06-30"_s));
        QCOMPARE(due->size(), 1);
        QCOMPARE(due->first().retention, u"OneYear"_s);
        QCOMPARE(due->first().destruction.state, Destruction::State::Due);
    }

    void aTermNotWrittenFollowsFromItsClass()
    {
        Filed filed;
        filed.as(u"wang"_s);
        filed.act(u"amend"_s, {{u"retainUntil"_s, QJsonValue::Null}, {u"reason"_s, u"误填"_s}});
        QVERIFY(filed.desk().retentionDue(*Day::parse(u"2027-03-01"_s))->isEmpty());
        QCOMPARE(filed.desk().retentionDue(*Day::parse(u"2027-03-02"_s))->first().until.toString(),
                 u"2027-03-02"_s);
    }

    void theListTellsWhoHasSigned()
    {
        Filed filed;
        filed.sign();
        const auto due = filed.desk().retentionDue(*Day::parse(u"2026-06-30"_s));
        QCOMPARE(due->first().destruction.state, Destruction::State::Approved);
        QCOMPARE(due->first().destruction.proposedBy, u"dang"_s);
        QCOMPARE(due->first().destruction.approvedBy, u"bu"_s);
        QCOMPARE(due->first().destruction.witness, u"王姐"_s);
    }

    void contentsGoOnlyWithBothSignatures()
    {
        Filed filed;
        filed.fixture().setNow(u"2026-06-30T09:00"_s);
        filed.as(u"dang"_s);
        QCOMPARE(filed.destroy(), QStringList{u"erase.unsigned"_s});
        filed.act(u"proposeDestruction"_s, {});
        QCOMPARE(filed.destroy(), QStringList{u"erase.unsigned"_s});
    }

    void onePersonsTwoSignaturesAreOne()
    {
        Filed filed;
        filed.fixture().setNow(u"2026-06-30T09:00"_s);
        filed.as(u"shuang"_s);
        filed.act(u"proposeDestruction"_s, {});
        const auto second =
            filed.desk().act(filed.id, u"approveDestruction"_s, {{u"witnessSign"_s, u"王姐"_s}});
        QCOMPARE(DeskFixture::codes(second->findings), QStringList{u"step.separate"_s});
    }

    void aDeskOfOnePersonCannotSignTwice()
    {
        DeskFixture fixture;
        Filed::must(fixture.desk().useRegulation(u"standard"_s));
        const CaseId id = fixture.recorded().id;
        for (const auto &[action, input] :
             {std::pair(u"transfer"_s,
                        QJsonObject{{u"assignedDept"_s, u"物流部"_s},
                                    {u"handlingOpinion"_s, u"请核实"_s}}),
              std::pair(
                  u"result"_s,
                  QJsonObject{{u"resultSummary"_s, u"已换货"_s}, {u"respDept"_s, u"物流部"_s}}),
              std::pair(u"reply"_s,
                        QJsonObject{{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已换货"_s}}),
              std::pair(u"visit"_s, QJsonObject{{u"satisfaction"_s, u"Satisfied"_s}}),
              std::pair(u"close"_s, QJsonObject()),
              std::pair(
                  u"archive"_s,
                  QJsonObject{{u"retention"_s, u"OneYear"_s}, {u"retainUntil"_s, u"2026-03-02"_s}}),
              std::pair(u"proposeDestruction"_s, QJsonObject()),
              std::pair(u"approveDestruction"_s, QJsonObject{{u"witnessSign"_s, u"王姐"_s}})}) {
            Filed::must(fixture.desk().act(id, action, input));
        }
        QCOMPARE(DeskFixture::codes(fixture.desk().destroy({id}, u"办法"_s)->first().findings),
                 QStringList{u"erase.sameHand"_s});
    }

    void destructionNeedsAGroundARoleAndATermThatIsOver()
    {
        Filed filed;
        filed.sign();
        QCOMPARE(filed.destroy(u"  "_s), QStringList{u"erase.ground"_s});
        filed.as(u"wang"_s);
        QCOMPARE(filed.destroy(), QStringList{u"erase.role"_s});
        filed.act(u"amend"_s, {{u"retainUntil"_s, u"2036-06-30"_s}, {u"reason"_s, u"涉诉"_s}});
        filed.as(u"dang"_s);
        QCOMPARE(filed.destroy(), QStringList{u"erase.term"_s});
    }

    void aDestroyedFileIsNotDestroyedAgain()
    {
        Filed filed;
        filed.sign();
        QCOMPARE(filed.destroy(), QStringList());
        QCOMPARE(filed.destroy(), QStringList{u"step.erased"_s});
    }

    void aFileOfNoTermIsKept()
    {
        DeskFixture fixture;
        Filed::must(fixture.desk().useRegulation(u"standard"_s));
        const CaseId id = fixture.recorded().id;
        Filed::must(fixture.desk().act(id, u"withdraw"_s, {{u"reason"_s, u"顾客撤回"_s}}));
        QVERIFY(DeskFixture::codes(fixture.desk().destroy({id}, u"办法"_s)->first().findings)
                    .contains(u"erase.term"_s));
    }

    void nobodyDestroysTheFileOfAComplaintAgainstHim()
    {
        Filed filed;
        filed.sign();
        filed.as(u"shuang"_s);
        Filed::must(filed.desk().addPerson(
            {u"jia"_s, u"送货员小贾"_s, u"物流部"_s, {u"archivist"_s}, true}));
        Filed::must(filed.desk().keepRespondentsOut(true));
        filed.as(u"jia"_s);
        QCOMPARE(filed.destroy(), QStringList{u"step.keptOut"_s});
    }

    void nobodyDestroysAFileThatDoesNotConcernHim()
    {
        DeskFixture fixture;
        Filed::must(fixture.desk().useRegulation(u"law"_s));
        for (const Person &person :
             {Person{u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s, u"leader"_s}, true},
              Person{u"li"_s, u"李工"_s, u"物流部"_s, {u"handler"_s}, true}}) {
            Filed::must(fixture.desk().addPerson(person));
        }
        const CaseId id = fixture.recorded().id;
        QVERIFY(fixture.desk().setActor(u"li"_s));
        QCOMPARE(DeskFixture::codes(fixture.desk().destroy({id}, u"办法"_s)->first().findings),
                 QStringList{u"step.notConcerned"_s});
        const auto paper = fixture.desk().attach(id, fixture.store().path(), u"photo"_s, 1);
        QVERIFY(paper);
        QCOMPARE(DeskFixture::codes(paper->findings), QStringList{u"step.keptOut"_s});
    }

    void aLentFileIsNotDestroyed()
    {
        Filed filed;
        filed.act(u"lend"_s,
                  {{u"borrower"_s, u"物流部长"_s},
                   {u"loanMode"_s, u"Consult"_s},
                   {u"purpose"_s, u"写规定"_s},
                   {u"lentAt"_s, u"2026-03-02"_s},
                   {u"dueBack"_s, u"2026-03-06"_s}});
        filed.sign();
        QCOMPARE(filed.destroy(), QStringList{u"erase.lent"_s});
    }

    void nothingPersonalIsLeftAndTheCountsAre()
    {
        Filed filed;
        const QString attachment = filed.fixture().store().folder() + u"/note.txt"_s;
        QFile note(attachment);
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.write("照片说明：外包装全部破损进水");
        note.close();
        Filed::must(filed.desk().attach(filed.id, attachment, u"photo"_s, 1));
        QVERIFY(note.remove());
        const CaseFile before = *filed.desk().reader().caseFile(filed.id);
        const Day from = *Day::parse(u"2026-01-01"_s);
        const Day to = *Day::parse(u"2026-12-31"_s);
        const auto countsBefore = filed.desk().reader().tally(Dimension::Kind, from, to);
        QVERIFY(!filesWith(filed.fixture().store().folder(), u"13800138999"_s).isEmpty());
        filed.sign();
        QCOMPARE(filed.destroy(), QStringList());

        const CaseFile after = *filed.desk().reader().caseFile(filed.id);
        QVERIFY(after.erased);
        QCOMPARE(after.caseNo, before.caseNo);
        QCOMPARE(after.text(u"phone"), QString());
        QCOMPARE(after.text(u"content"), QString());
        QCOMPARE(after.text(u"respondentPerson"), QString());
        QCOMPARE(after.text(u"kind"), before.text(u"kind"));
        QCOMPARE(*filed.desk().reader().tally(Dimension::Kind, from, to), *countsBefore);
        QVERIFY(filed.desk().reader().search(u"赵大明"_s, 10)->isEmpty());
        QCOMPARE(DeskFixture::codes(
                     filed.desk().act(filed.id, u"note"_s, {{u"text"_s, u"再看"_s}})->findings),
                 QStringList{u"step.erased"_s});
        for (const QString &personal :
             {u"13800138999"_s, u"赵大明"_s, u"外包装全部破损进水"_s, u"送货员小贾"_s}) {
            QCOMPARE(filesWith(filed.fixture().store().folder(), personal), QStringList());
        }
    }

    void theChainStaysProvableAndFoldsAgainTheSame()
    {
        Filed filed;
        filed.sign();
        QCOMPARE(filed.destroy(), QStringList());
        auto report = filed.desk().reader().verify(true);
        QVERIFY2(!report->firstFault,
                 report->firstFault ? qPrintable(report->firstFault->code) : "");
        const QString digest = foldDigest(*filed.desk().reader().caseFile(filed.id));
        QCOMPARE(*filed.desk().log().refold(), 1);
        report = filed.desk().reader().verify(true);
        QVERIFY(!report->firstFault);
        QCOMPARE(foldDigest(*filed.desk().reader().caseFile(filed.id)), digest);
    }

    void theRegisterOfDestructionsNamesHandsAndGround()
    {
        Filed filed;
        filed.sign();
        QVERIFY(filed.desk().destroyed()->isEmpty());
        QCOMPARE(filed.destroy(), QStringList());
        const auto rows = filed.desk().destroyed();
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().legalGround, u"公司档案管理办法第九条"_s);
        QCOMPARE(rows->first().proposedBy, u"dang"_s);
        QCOMPARE(rows->first().approvedBy, u"bu"_s);
        QCOMPARE(rows->first().witness, u"王姐"_s);
        QVERIFY(filed.desk().retentionDue(*Day::parse(u"2026-12-31"_s))->isEmpty());
    }

    // Old copies are beyond the program: it names those it made, so that people destroy them too.
    void backupsThatStillHoldTheContentsAreNamed()
    {
        Filed filed;
        QTemporaryDir elsewhere;
        const auto backup = [&](const QString &folder) {
            const auto path =
                filed.desk().log().backup(elsewhere.filePath(folder), filed.desk().now());
            if (!path) {
                qFatal("no backup: %s", qPrintable(path.error().code));
            }
            return *path;
        };
        QCOMPARE(filed.desk().copiesLeft({filed.id})->code, u"erase.copies"_s);
        const QString kept = backup(u"stick"_s);
        const QString gone = backup(u"old"_s);
        QVERIFY(QFile::remove(gone));
        QCOMPARE(filed.desk().copiesLeft({filed.id})->args.value(u"backups"_s), kept);
        QVERIFY(!filesWith(elsewhere.path(), u"外包装全部破损进水"_s).isEmpty());

        filed.fixture().setNow(u"2026-06-01T09:00"_s);
        filed.as(u"wang"_s);
        const CaseId later = filed.fixture().recorded().id; // after the backup
        QCOMPARE(filed.desk().copiesLeft({later})->code, u"erase.copies"_s);

        filed.sign();
        QCOMPARE(filed.destroy(), QStringList());
        QCOMPARE(filed.desk().destroyed()->first().backups, QFileInfo(kept).fileName());
        QCOMPARE(filed.desk().reader().caseFile(filed.id)->text(u"backupsHolding"),
                 QFileInfo(kept).fileName());
    }

    void aCaseStillOpenIsNotDestroyed()
    {
        Filed filed;
        filed.as(u"wang"_s);
        filed.id = filed.fixture().recorded().id;
        QVERIFY(filed.destroy().contains(u"erase.stage"_s));
        QVERIFY(!filed.desk().reader().caseFile(filed.id)->erased);
    }

    void theListOfDestroyedFilesKeepsWhatIsGone()
    {
        Filed filed;
        filed.sign();
        const auto before = filed.desk().reader().caseFile(filed.id);
        const auto line = registerDates(*before, {u"destructionProposedAt"_s});
        QCOMPARE(line.size(), 1);
        QCOMPARE(filed.destroy(), QStringList());
        const auto gone = filed.desk().reader().caseFile(filed.id);
        QVERIFY(gone->erased);
        const auto kept = registerDates(*gone, {u"destructionProposedAt"_s});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().day, line.first().day);
        QCOMPARE(gone->text(u"appraisal"), u"Destroy"_s);
        QCOMPARE(gone->value(u"witnessSign"), before->value(u"witnessSign"));
        QVERIFY(registerDates(*gone, {u"orderedAt"_s}).isEmpty());
        const auto month = kept.first().day.toString().left(7);
        const auto names =
            filed.desk().reader().namesInUse(u"destructionProposedAt:"_s + month, {}, 10);
        QCOMPARE(*names, QStringList{gone->caseNo});
    }

    void aBackupOutOfReachMayStillBeThere()
    {
        Filed filed;
        QTemporaryDir elsewhere;
        const QString stick = elsewhere.filePath(u"stick"_s);
        const auto path = filed.desk().log().backup(stick, filed.desk().now());
        QVERIFY(path.ok());
        QVERIFY(QDir().rename(stick, elsewhere.filePath(u"pulled out"_s)));
        QCOMPARE(filed.desk().copiesLeft({filed.id})->args.value(u"backups"_s), *path);
    }

    void eachCaseIsSignedByTheStepOfItsOwnPack()
    {
        Filed filed;
        filed.fixture().setNow(u"2026-06-30T09:00"_s);
        filed.as(u"dang"_s);
        const auto proposed = filed.desk().signDestruction({filed.id}, false);
        QCOMPARE(DeskFixture::codes(proposed->first().findings), QStringList());
        const auto alone = filed.desk().signDestruction({filed.id}, true, u"王姐"_s);
        QVERIFY(refuses(alone->first().findings));
        filed.as(u"bu"_s);
        const auto bare = filed.desk().signDestruction({filed.id}, true);
        QVERIFY(refuses(bare->first().findings)); // no witness
        const auto approved = filed.desk().signDestruction({filed.id}, true, u"王姐"_s);
        QCOMPARE(DeskFixture::codes(approved->first().findings), QStringList());
        QCOMPARE(filed.destroy(), QStringList());
    }

    void aTermNotWrittenIsWrittenWithTheProposal()
    {
        Filed filed;
        filed.as(u"wang"_s);
        filed.act(u"amend"_s, {{u"retainUntil"_s, QJsonValue::Null}, {u"reason"_s, u"误填"_s}});
        filed.fixture().setNow(u"2027-03-02T09:00"_s);
        filed.as(u"dang"_s);
        const auto proposed = filed.desk().signDestruction({filed.id}, false);
        QCOMPARE(DeskFixture::codes(proposed->first().findings), QStringList());
        QCOMPARE(filed.desk().reader().caseFile(filed.id)->text(u"retainUntil"), u"2027-03-02"_s);
    }

    void theLoanRegisterKnowsWhoHasWhatAndWhatIsOverdue()
    {
        Filed filed;
        const QJsonObject loan{{u"borrower"_s, u"物流部长"_s},
                               {u"loanMode"_s, u"Consult"_s},
                               {u"purpose"_s, u"写规定"_s},
                               {u"lentAt"_s, u"2026-03-02"_s},
                               {u"dueBack"_s, u"2026-03-06"_s}};
        filed.act(u"lend"_s, loan);
        QCOMPARE(filed.desk().loans(true)->size(), 1);
        QVERIFY(!filed.desk().loans()->first().loan.overdue(filed.desk().now()));
        filed.fixture().setNow(u"2026-03-09T09:00"_s);
        QVERIFY(filed.desk().loans()->first().loan.overdue(filed.desk().now()));
        filed.act(u"giveBack"_s, {{u"condition"_s, u"Intact"_s}});
        QVERIFY(filed.desk().loans(true)->isEmpty());
        const auto all = filed.desk().loans();
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().loan.condition, u"Intact"_s);
        QVERIFY(!all->first().loan.overdue(filed.desk().now()));
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
