// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/intakeform.h>
#include <support/windowbench.h>
#include <window/caseview.h>
#include <window/intakepage.h>
#include <window/singleinstance.h>

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

const QJsonObject kComplaint{{u"kind"_s, u"Complaint"_s},
                             {u"channel"_s, u"Phone"_s},
                             {u"complainantName"_s, u"王某"_s},
                             {u"phone"_s, u"13800138000"_s},
                             {u"category"_s, u"服务态度"_s},
                             {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};

QString registerOf(const QString &folder, int rows)
{
    const auto path = folder + u"/register.csv"_s;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("no register");
    }
    file.write("投诉人姓名,联系电话,投诉时间,投诉内容\n");
    for (int i = 0; i < rows; ++i) {
        file.write(QStringLiteral("客户%1,1380013%2,2026-03-02 09:00,外箱破损第 %1 单\n")
                       .arg(i)
                       .arg(i, 4, 10, QLatin1Char('0'))
                       .toUtf8());
    }
    return path;
}

} // namespace

class TestJobs : public QObject
{
    Q_OBJECT

private slots:

    void aCancelledImportLeavesTheRowsAsTheyWere()
    {
        support::WindowBench bench;
        ComplaintDraft draft;
        draft.fields = kComplaint;
        QVERIFY(bench.desk->record(draft));
        const auto path = registerOf(bench.folder(), 3000);
        const auto before = *bench.desk->reader().count({});
        const auto events = bench.desk->reader().status(*bench.now)->events;
        QString code;
        auto *job = bench.shell().jobs.start(
            u"import"_s,
            [&code, path](Desk &desk, const Progress &progress) -> JobRunner::Finish {
                const auto summary = desk.importRegister(
                    path, ImportOptions(), [](const ImportLine &) {}, progress);
                return [&code, summary] { code = summary ? u"taken"_s : summary.error().code; };
            },
            [&code](const Error &error) { code = error.code; });
        job->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!code.isEmpty(), 60000);
        QCOMPARE(code, u"store.cancelled"_s);
        QCOMPARE(*bench.desk->reader().count({}), before);
        QCOMPARE(bench.desk->reader().status(*bench.now)->events, events);
    }

    void aRegistrationDuringALongWriteWaitsAndIsNotLost()
    {
        support::WindowBench bench;
        QSemaphore begun;
        QSemaphore go;
        std::thread writer([&] {
            // Facts given all at once make way for nobody.
            const Batch batch{u"wang"_s,
                              *bench.now,
                              QVector<NewEvent>(300, {u"seal.printed/1"_s, std::nullopt, {}})};
            static_cast<void>(bench.desk->log().append(batch, [&](qint64, qint64) {
                begun.release();
                go.acquire();
                return true;
            }));
        });
        begun.acquire();
        auto *page = bench.window->openIntake();
        page->form()->setFields(kComplaint);
        page->form()->submit();
        QTRY_COMPARE(bench.desk->drafts().size(), 1);
        const auto meanwhile = *bench.desk->reader().count({});
        go.release();
        writer.join();
        QCOMPARE(meanwhile, 0);
        QTRY_COMPARE(*bench.desk->reader().count({}), 1);
        QTRY_VERIFY(qobject_cast<CaseView *>(bench.window->currentPage()));
        QVERIFY(bench.desk->drafts().isEmpty());
    }

    void aRegistrationDuringAnImportIsDoneBeforeTheImportEnds()
    {
        support::WindowBench bench;
        QSemaphore begun;
        QSemaphore go;
        std::thread importer([&] {
            Batch batch{u"wang"_s, *bench.now, {{u"seal.printed/1"_s, std::nullopt, {}}}};
            batch.more = [&]() -> Result<QVector<NewEvent>> {
                begun.release();
                go.acquire();
                return QVector<NewEvent>();
            };
            static_cast<void>(bench.desk->log().append(batch));
        });
        begun.acquire();
        auto *page = bench.window->openIntake();
        page->form()->setFields(kComplaint);
        page->form()->submit();
        const bool there = QTest::qWaitFor([&] { return *bench.desk->reader().count({}) == 1; });
        go.release();
        importer.join();
        QVERIFY(there);
        QTRY_VERIFY(qobject_cast<CaseView *>(bench.window->currentPage()));
    }

    void aComplaintSettledOnTheSpotIsClosed()
    {
        support::WindowBench bench(u"tob"_s);
        auto *page = bench.window->openIntake();
        auto fields = kComplaint;
        fields.insert(u"category"_s, u"工作服务"_s);
        fields.insert(u"replyMode"_s, u"Phone"_s);
        fields.insert(u"replyText"_s, u"已致歉，改为预约送货"_s);
        fields.insert(u"satisfaction"_s, u"Satisfied"_s);
        page->form()->setFields(fields);
        QTest::keyClick(page->form(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<CaseView *>(bench.window->currentPage()));
        QVERIFY(!qobject_cast<CaseView *>(bench.window->currentPage())->caseFile().isOpen());
    }

    void aSecondStartHandsItsArgumentsOver()
    {
        QTemporaryDir folder;
        SingleInstance first(u"/a.huiyin"_s, folder.path());
        QVERIFY(first.claim({}));
        QSignalSpy called(&first, &SingleInstance::called);
        bool second = true;
        // In a thread of its own, as another program: the first must be free to answer.
        std::thread other([&] {
            SingleInstance instance(u"/a.huiyin"_s, folder.path());
            second = instance.claim({u"--call=13800138000"_s});
        });
        QTRY_COMPARE_WITH_TIMEOUT(called.size(), 1, 10000);
        other.join();
        QVERIFY(!second);
        QCOMPARE(called.first().first().toStringList(), QStringList{u"--call=13800138000"_s});
    }
};

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
