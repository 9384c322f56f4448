// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

const QJsonObject kTransfer{{u"assignedDept"_s, u"物流部"_s},
                            {u"handlingOpinion"_s, u"核实送货过程"_s}};
const QJsonObject kReply{{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已致歉，改为预约送货"_s}};

QStringList refusals(const Result<Outcome> &outcome)
{
    return outcome ? DeskFixture::codes(outcome->findings) : QStringList{outcome.error().code};
}

/// All a case says, but for its timeline.
QJsonObject stateOf(const CaseFile &caseFile)
{
    QJsonArray clocks;
    for (const Clock &clock : caseFile.clocks) {
        clocks.append(clock.toJson());
    }
    QJsonArray spans;
    for (const OpenSpan &span : caseFile.spans) {
        spans.append(QJsonArray{span.openedAt.utcMs(),
                                span.reopened,
                                span.closedAt ? span.closedAt->utcMs() : 0,
                                span.closedAs ? stageId(*span.closedAs) : QString(),
                                span.handlingDue ? span.handlingDue->utcMs() : 0,
                                span.handlingStopped ? span.handlingStopped->utcMs() : 0});
    }
    return {{u"fields"_s, caseFile.fields()},
            {u"stage"_s, stageId(caseFile.stage)},
            {u"missing"_s, QJsonArray::fromStringList(caseFile.missing)},
            {u"clocks"_s, clocks},
            {u"spans"_s, spans},
            {u"open"_s, caseFile.isOpen()}};
}

/// What lists and statistics say of everything.
QString projectionOf(DeskFixture &fixture)
{
    const CaseReader &reader = fixture.store().reader();
    QStringList words;
    for (const Dimension dimension : {Dimension::Total, Dimension::Department, Dimension::Kind}) {
        const auto tally = reader.tally(
            dimension, Day::parse(u"2026-01-01").value(), Day::parse(u"2026-12-31").value());
        for (auto it = tally->cbegin(); it != tally->cend(); ++it) {
            bool any = false;
            QString line = it.key();
            for (const qint64 count : *it) {
                any = any || count != 0;
                line += u' ' + QString::number(count);
            }
            if (any) {
                words.append(line);
            }
        }
    }
    const auto page = reader.page({}, {}, 10);
    for (const CaseRow &row : page->rows) {
        words.append({stageId(row.stage),
                      row.assignedDept,
                      row.clockId,
                      row.due ? row.due->toLocalText() : QString(),
                      row.replyAt ? row.replyAt->toLocalText() : QString(),
                      row.closedAt ? row.closedAt->toLocalText() : QString()});
    }
    words.append(QString::number(reader.search(u"预约送货"_s, 10)->size()));
    words += *reader.namesInUse(u"assignedDept"_s, {}, 10);
    return words.join(u'\n');
}

} // namespace

class TestUndoStep : public QObject
{
    Q_OBJECT

private slots:

    void everythingIsAsBefore_data()
    {
        QTest::addColumn<int>("stepsBefore");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QJsonObject>("input");
        QTest::newRow("transfer") << 1 << u"transfer"_s << kTransfer;
        QTest::newRow("reply") << 2 << u"reply"_s << kReply;
        QTest::newRow("amend") << 2 << u"amend"_s
                               << QJsonObject{{u"complainantName"_s, u"李某"_s},
                                              {u"reason"_s, u"听错"_s}};
        QTest::newRow("amend a receipt") << 2 << u"amend"_s
                                         << QJsonObject{{u"receivedAt"_s, u"2026-02-27T15:00:00"_s},
                                                        {u"reason"_s, u"记错日期"_s}};
        QTest::newRow("extend") << 2 << u"extend"_s
                                << QJsonObject{{u"reason"_s, u"等待检测"_s},
                                               {u"customerToldAt"_s, u"2026-03-02T09:00:00"_s}};
        QTest::newRow("note") << 2 << u"note"_s << QJsonObject{{u"text"_s, u"预约送货"_s}};
    }

    void everythingIsAsBefore()
    {
        QFETCH(const int, stepsBefore);
        QFETCH(const QString, action);
        QFETCH(const QJsonObject, input);
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const std::pair<QString, QJsonObject> way[] = {{u"accept"_s, {}},
                                                       {u"transfer"_s, kTransfer}};
        for (int i = 0; i < stepsBefore; ++i) {
            QCOMPARE(refusals(fixture.desk().act(id, way[i].first, way[i].second)), QStringList());
        }
        const QJsonObject before = stateOf(*fixture.store().reader().caseFile(id));
        const QString shown = projectionOf(fixture);
        const auto done = fixture.desk().act(id, action, input);
        QCOMPARE(refusals(done), QStringList());
        QVERIFY(!done->recorded.isEmpty());
        const auto undone = fixture.desk().undo(id, done->recorded);
        QCOMPARE(refusals(undone), QStringList());
        QCOMPARE(stateOf(*undone->caseFile), before);
        QCOMPARE(projectionOf(fixture), shown);
        const auto report = fixture.store().reader().verify(true);
        QVERIFY(report);
        QCOMPARE(report->faults, 0);
        QVERIFY(fixture.store().log().refold({}));
        QCOMPARE(projectionOf(fixture), shown);
    }

    void theHistoryShowsBoth()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const auto done = fixture.desk().act(id, u"accept"_s, {});
        const auto undone = fixture.desk().undo(id, done->recorded);
        const QVector<Step> &steps = undone->caseFile->steps;
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.at(1).action, u"accept"_s);
        QVERIFY(steps.at(1).struck);
        QCOMPARE(steps.at(2).action, u"undo"_s);
        QVERIFY(!steps.at(2).struck);
    }

    void theSameStepCanBeTakenAgain()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const auto done = fixture.desk().act(id, u"accept"_s, {});
        QVERIFY(fixture.desk().undo(id, done->recorded));
        const auto again = fixture.desk().act(id, u"accept"_s, {});
        QCOMPARE(refusals(again), QStringList());
        QCOMPARE(again->caseFile->stage, Stage::Accepted);
    }

    void tenSecondsAreTheLimit()
    {
        DeskFixture fixture(u"2026-03-02T09:00:00"_s);
        const CaseId id = fixture.recorded().id;
        const auto first = fixture.desk().act(id, u"accept"_s, {});
        fixture.setNow(u"2026-03-02T09:00:11"_s);
        QCOMPARE(refusals(fixture.desk().undo(id, first->recorded)),
                 QStringList{u"step.undo.late"_s});
        const auto second = fixture.desk().act(id, u"transfer"_s, kTransfer);
        fixture.setNow(u"2026-03-02T09:00:21"_s);
        QCOMPARE(refusals(fixture.desk().undo(id, second->recorded)), QStringList());
    }

    void nothingMayHaveComeAfter()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const auto done = fixture.desk().act(id, u"accept"_s, {});
        QVERIFY(fixture.desk().act(id, u"note"_s, {{u"text"_s, u"已电话核实"_s}}));
        QCOMPARE(refusals(fixture.desk().undo(id, done->recorded)),
                 QStringList{u"step.undo.overtaken"_s});
    }

    void aStepIsUndoneOnlyOnce()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const auto done = fixture.desk().act(id, u"accept"_s, {});
        QVERIFY(fixture.desk().undo(id, done->recorded));
        QCOMPARE(refusals(fixture.desk().undo(id, done->recorded)),
                 QStringList{u"step.undo.overtaken"_s});
    }

    void nobodyElseUndoesIt()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const auto done = fixture.desk().act(id, u"accept"_s, {});
        QVERIFY(fixture.desk().setActor(u"li"_s));
        QCOMPARE(refusals(fixture.desk().undo(id, done->recorded)),
                 QStringList{u"step.undo.other"_s});
    }

    void whatWasNeverDoneIsNotUndone()
    {
        DeskFixture fixture;
        const CaseId id = fixture.recorded().id;
        const auto done = fixture.desk().act(id, u"accept"_s, {});
        const QStringList nothing{u"step.undo.nothing"_s};
        QCOMPARE(refusals(fixture.desk().undo(id, {})), nothing);
        QCOMPARE(refusals(fixture.desk().undo(id, QVector<EventId>(3, done->recorded.first()))),
                 nothing);
    }

    void aRegistrationStays()
    {
        DeskFixture fixture;
        const auto outcome = fixture.record(DeskFixture::complaint());
        QCOMPARE(refusals(fixture.desk().undo(outcome->caseFile->id, outcome->recorded)),
                 QStringList{u"step.undo.nothing"_s});
    }
};

QTEST_GUILESS_MAIN(TestUndoStep)
#include "tst_undostep.moc"
