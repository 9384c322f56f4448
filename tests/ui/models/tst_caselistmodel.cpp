// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <models/caselistmodel.h>
#include <models/queuemodel.h>
#include <models/timelinemodel.h>
#include <support/tempstore.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace huiyin;

class TestCaselistmodel : public QObject
{
    Q_OBJECT

    struct Bench
    {
        support::TempStore store;
        std::shared_ptr<const Library> library = Library::load().value();
        Instant now = Instant::parseLocal(u"2026-03-02 09:00").value();
        quint8 seed = 0;
        Desk desk{store.log(),
                  store.reader(),
                  library,
                  [this] { return now; },
                  [this](int n) { return QByteArray(n, char(++seed)); }};
        UiGround ground = uiGround(desk, library, Language::Chinese);

        CaseId record(const QString &name)
        {
            ComplaintDraft draft;
            draft.sheet = QStringLiteral("F-01/1");
            draft.fields = {{QStringLiteral("complainantName"), name},
                            {QStringLiteral("phone"), QStringLiteral("13800138000")},
                            {QStringLiteral("content"), QStringLiteral("外箱破损")},
                            {QStringLiteral("kind"), QStringLiteral("Complaint")},
                            {QStringLiteral("channel"), QStringLiteral("Phone")},
                            {QStringLiteral("receivedAt"), now.utcMs()}};
            now = now.addMs(60000);
            return desk.record(draft).value().caseFile.value().id;
        }
    };

private slots:

    void theFirstPageIsThereAtOnce()
    {
        Bench bench;
        bench.record(QStringLiteral("张三"));
        CaseListModel model(bench.store.reader(), bench.ground);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, CaseListModel::Complainant).data().toString(),
                 QStringLiteral("张三"));
    }

    void phonesAreMaskedUntilShown()
    {
        Bench bench;
        bench.record(QStringLiteral("张三"));
        CaseListModel model(bench.store.reader(), bench.ground);
        model.setFilter({});
        QCOMPARE(model.index(0, CaseListModel::Phone).data().toString(),
                 QStringLiteral("138****8000"));
        model.setPhonesShown(true);
        QCOMPARE(model.index(0, CaseListModel::Phone).data().toString(),
                 QStringLiteral("13800138000"));
    }

    void allKeysFollowTheFirstPage()
    {
        Bench bench;
        for (int i = 0; i < 230; ++i) {
            bench.record(QStringLiteral("客户%1").arg(i));
        }
        CaseListModel model(bench.store.reader(), bench.ground);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy counted(&model, &CaseListModel::counted);
        CaseFilter filter;
        filter.sort = CaseSort::Number;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 200);
        QVERIFY(counted.wait());
        QCOMPARE(model.rowCount(), 230);
        QCOMPARE(model.index(229, CaseListModel::Complainant).data().toString(),
                 QStringLiteral("客户229"));
    }

    void aNewCaseJoinsOnReloadAndTheSelectionStays()
    {
        Bench bench;
        bench.record(QStringLiteral("张三"));
        CaseListModel model(bench.store.reader(), bench.ground);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        CaseFilter filter;
        filter.sort = CaseSort::Received;
        filter.descending = true;
        model.setFilter(filter);
        const QPersistentModelIndex chosen = model.index(0, 0);
        bench.record(QStringLiteral("李四"));
        QSignalSpy counted(&model, &CaseListModel::counted);
        QSignalSpy reset(&model, &CaseListModel::modelReset);
        model.reload();
        QVERIFY(counted.wait());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(chosen.row(), 1);
        QCOMPARE(reset.count(), 0);
    }

    void aChangedCaseIsReadAnewWhereItStands()
    {
        Bench bench;
        const CaseId id = bench.record(QStringLiteral("张三"));
        CaseListModel model(bench.store.reader(), bench.ground);
        model.setFilter({});
        const auto done =
            bench.desk.act(id,
                           QStringLiteral("amend"),
                           {{QStringLiteral("complainantName"), QStringLiteral("张山")},
                            {QStringLiteral("reason"), QStringLiteral("听错")}});
        QVERIFY(done.ok());
        model.refresh(id);
        QCOMPARE(model.index(0, CaseListModel::Complainant).data().toString(),
                 QStringLiteral("张山"));
    }

    void theDeadlineColumnSpeaks()
    {
        Bench bench;
        bench.record(QStringLiteral("张三"));
        CaseListModel model(bench.store.reader(), bench.ground);
        model.setFilter({});
        const QModelIndex cell = model.index(0, CaseListModel::DeadlineColumn);
        QVERIFY(
            cell.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("on track")));
    }

    void queuesCountTheirCases()
    {
        Bench bench;
        bench.record(QStringLiteral("张三"));
        QueueModel model(bench.store.reader(), bench.ground);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy recounted(&model, &QueueModel::recounted);
        model.recount();
        QVERIFY(recounted.wait());
        QCOMPARE(
            model.index(model.rowOf(QStringLiteral("open"))).data(QueueModel::CountRole).toInt(),
            1);
        QCOMPARE(
            model.index(model.rowOf(QStringLiteral("overdue"))).data(QueueModel::CountRole).toInt(),
            0);
    }

    void aloneAtTheDeskEveryOpenCaseIsForMe()
    {
        Bench bench;
        bench.record(QStringLiteral("张三"));
        QueueModel model(bench.store.reader(), bench.ground);
        QSignalSpy recounted(&model, &QueueModel::recounted);
        model.recount();
        QVERIFY(recounted.wait());
        QCOMPARE(
            model.index(model.rowOf(QStringLiteral("mine"))).data(QueueModel::CountRole).toInt(),
            1);
    }

    void withARosterOnlyMyOwnCasesAreForMe()
    {
        Bench bench;
        bench.record(QStringLiteral("张三"));
        QVERIFY(bench.desk
                    .addPerson({QStringLiteral("wang"),
                                QStringLiteral("王姐"),
                                QStringLiteral("客服部"),
                                {QStringLiteral("deptHead")},
                                true})
                    .ok());
        QVERIFY(bench.desk.setActor(QStringLiteral("wang")).ok());
        QVERIFY(!bench.desk.actor().unrestricted);
        QueueModel model(bench.store.reader(),
                         uiGround(bench.desk, bench.library, Language::Chinese));
        QSignalSpy recounted(&model, &QueueModel::recounted);
        model.recount();
        QVERIFY(recounted.wait());
        QCOMPARE(
            model.index(model.rowOf(QStringLiteral("mine"))).data(QueueModel::CountRole).toInt(),
            0);
    }

    void whatNobodyInMyDepartmentHandlesIsForMe()
    {
        Bench bench;
        const auto waiting = bench.record(QStringLiteral("张三"));
        bench.record(QStringLiteral("李四"));
        QVERIFY(bench.desk
                    .act(waiting,
                         QStringLiteral("transfer"),
                         {{QStringLiteral("assignedDept"), QStringLiteral("客服部")},
                          {QStringLiteral("handlingOpinion"), QStringLiteral("请核实")}})
                    .ok());
        QVERIFY(bench.desk
                    .addPerson({QStringLiteral("wang"),
                                QStringLiteral("王姐"),
                                QStringLiteral("客服部"),
                                {QStringLiteral("deptHead")},
                                true})
                    .ok());
        QVERIFY(bench.desk.setActor(QStringLiteral("wang")).ok());
        QueueModel model(bench.store.reader(),
                         uiGround(bench.desk, bench.library, Language::Chinese));
        QSignalSpy recounted(&model, &QueueModel::recounted);
        model.recount();
        QVERIFY(recounted.wait());
        QCOMPARE(
            model.index(model.rowOf(QStringLiteral("mine"))).data(QueueModel::CountRole).toInt(),
            1);
    }

    void clocksAreCalledInTheLanguageOfTheWindow()
    {
        Bench bench;
        const auto chinese = uiGround(bench.desk, bench.library, Language::Chinese);
        const auto english = uiGround(bench.desk, bench.library, Language::English);
        QVERIFY(!bench.desk.regulation().clocks.isEmpty());
        for (const auto &clock : bench.desk.regulation().clocks) {
            QCOMPARE(clockWord(chinese, clock.zh), clock.zh);
            QCOMPARE(clockWord(english, clock.zh), clock.en);
        }
    }

    void theTimelineTellsTheNewestFirst()
    {
        Bench bench;
        const CaseId id = bench.record(QStringLiteral("张三"));
        QVERIFY(bench.desk
                    .act(id,
                         QStringLiteral("amend"),
                         {{QStringLiteral("complainantName"), QStringLiteral("张山")},
                          {QStringLiteral("reason"), QStringLiteral("听错")}})
                    .ok());
        TimelineModel model(bench.ground);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCase(bench.store.reader().caseFile(id).value(), bench.desk);
        QVERIFY(model.rowCount() >= 2);
        QVERIFY(model.index(0)
                    .data(TimelineModel::DetailRole)
                    .toString()
                    .contains(QStringLiteral("张三 → 张山")));
    }
};

QTEST_GUILESS_MAIN(TestCaselistmodel)
#include "tst_caselistmodel.moc"
