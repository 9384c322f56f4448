// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QTemporaryDir>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

/// Three open complaints of an old register, taken.
QString importThree(DeskFixture &fixture)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"old.csv"_s));
    const QByteArray text =
        "登记日期,投诉人,联系电话,投诉内容\n2026-02-27,张三,13800138000,送货迟到\n"
        "2026-02-27,李四,13800138001,少货\n2026-02-27,王五,13800138002,破损\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush()) {
        qFatal("cannot write the register");
    }
    const auto done = fixture.desk().importRegister(file.fileName(), {}, {});
    return done ? done->batch : QString();
}

} // namespace

class TestUndoImport : public QObject
{
    Q_OBJECT

private slots:

    void aCaseWorkedOnStaysAndIsNamed()
    {
        DeskFixture fixture;
        const QString batch = importThree(fixture);
        const QVector<CaseId> ids = *fixture.store().reader().casesOfBatch(batch);
        QCOMPARE(ids.size(), 3);
        const auto worked =
            fixture.desk().act(ids.at(1), u"note"_s, {{u"text"_s, u"已电话核实"_s}});
        QVERIFY(worked && !refuses(worked->findings));
        Findings kept;
        QCOMPARE(*fixture.desk().undoImport(batch, {}, &kept), 2);
        QCOMPARE(DeskFixture::codes(kept, Severity::Warning), QStringList{u"import.undo.kept"_s});
        QCOMPARE(kept.first().args.value(u"case"_s), worked->caseFile->caseNo);
        QVERIFY(!fixture.store().reader().caseFile(ids.at(1))->voided);
        QVERIFY(fixture.store().reader().caseFile(ids.at(0))->voided);
        QCOMPARE(*fixture.store().reader().count({}), 1);
    }

    void aCaseTakenBackTakesNoSteps()
    {
        DeskFixture fixture;
        const QString batch = importThree(fixture);
        const CaseId id = fixture.store().reader().casesOfBatch(batch)->first();
        QCOMPARE(*fixture.desk().undoImport(batch), 3);
        const auto outcome = fixture.desk().act(id, u"note"_s, {{u"text"_s, u"已电话核实"_s}});
        QVERIFY(outcome);
        QCOMPARE(DeskFixture::codes(outcome->findings), QStringList{u"step.voided"_s});
    }

    void aCaseTakenBackIsNotTouchedAgain()
    {
        DeskFixture fixture;
        const QString batch = importThree(fixture);
        const CaseId id = fixture.store().reader().casesOfBatch(batch)->first();
        QCOMPARE(*fixture.desk().undoImport(batch), 3);
        const QStringList voided{u"step.voided"_s};
        const auto events = fixture.store().reader().history(id);
        QVERIFY(events);
        const auto undone = fixture.desk().undo(id, {events->last().id});
        QCOMPARE(DeskFixture::codes(undone->findings), voided);
        const auto paper = fixture.desk().attach(id, fixture.store().path(), u"photo"_s, 1);
        QCOMPARE(DeskFixture::codes(paper->findings), voided);
        QCOMPARE(DeskFixture::codes(fixture.desk().destroy({id}, u"办法"_s)->first().findings),
                 voided);
    }

    void aBatchIsTakenBackOnlyOnce()
    {
        DeskFixture fixture;
        const QString batch = importThree(fixture);
        QCOMPARE(*fixture.desk().undoImport(batch), 3);
        const auto again = fixture.desk().undoImport(batch);
        QVERIFY(!again);
        QCOMPARE(again.error().code, u"import.batch.unknown"_s);
    }
};

QTEST_GUILESS_MAIN(TestUndoImport)
#include "tst_undoimport.moc"
