// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/ctl.h>

#include <QTest>

using namespace huiyin::support;
using namespace Qt::StringLiterals;

/// One complaint from the telephone to the monthly report, told by the command line alone.
class TestCtlStory : public QObject
{
    Q_OBJECT

private slots:

    void aComplaintByTelephoneReachesTheMonthlyReport()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const auto added = ctl({u"case"_s, u"add"_s, u"--json"_s},
                               bytesOf({{u"kind"_s, u"Complaint"_s},
                                        {u"channel"_s, u"Phone"_s},
                                        {u"receivedAt"_s, u"2026-03-02T09:00:00"_s},
                                        {u"complainantName"_s, u"王某"_s},
                                        {u"phone"_s, u"13800138000"_s},
                                        {u"category"_s, u"工作服务"_s},
                                        {u"receivingUnit"_s, u"客服中心"_s},
                                        {u"respondentDept"_s, u"配送部"_s},
                                        {u"content"_s, u"送货迟到两天"_s}}));
        QCOMPARE(added.code, 0);
        const QString number = added.json().value(u"caseNo").toString();
        const auto act = [&](const QString &action, const QString &at, const QJsonObject &fields) {
            const auto answer = ctl(
                {u"--json"_s, u"case"_s, u"act"_s, number, action, u"--at"_s, at}, bytesOf(fields));
            if (answer.code != 0) {
                qWarning("%s: %s", qPrintable(action), answer.err.constData());
            }
            return answer;
        };
        QCOMPARE(
            act(u"transfer"_s,
                u"2026-03-02T10:00"_s,
                {{u"assignedDept"_s, u"配送部"_s}, {u"handlingOpinion"_s, u"请核实送货记录"_s}})
                .json()
                .value(u"stage")
                .toString(),
            u"Transferred"_s);
        QCOMPARE(act(u"investigate"_s,
                     u"2026-03-03T09:00"_s,
                     {{u"investigationSummary"_s, u"车辆故障，未及时告知"_s}})
                     .json()
                     .value(u"stage")
                     .toString(),
                 u"Investigating"_s);
        QCOMPARE(act(u"result"_s,
                     u"2026-03-03T15:00"_s,
                     {{u"resultSummary"_s, u"已道歉并补送"_s}, {u"foundedness"_s, u"Founded"_s}})
                     .json()
                     .value(u"stage")
                     .toString(),
                 u"AwaitingReply"_s);
        QCOMPARE(act(u"reply"_s,
                     u"2026-03-04T09:00"_s,
                     {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已说明原因并致歉"_s}})
                     .json()
                     .value(u"stage")
                     .toString(),
                 u"Replied"_s);
        QCOMPARE(act(u"visit"_s,
                     u"2026-03-05T09:00"_s,
                     {{u"satisfaction"_s, u"Satisfied"_s}, {u"visitMode"_s, u"Phone"_s}})
                     .code,
                 0);
        QCOMPARE(act(u"amend"_s,
                     u"2026-03-05T09:30"_s,
                     {{u"phone"_s, u"13900000001"_s}, {u"reason"_s, u"客户更正"_s}})
                     .code,
                 0);
        const auto closed = act(u"close"_s, u"2026-03-05T10:00"_s, {});
        QCOMPARE(closed.json().value(u"stage").toString(), u"Closed"_s);
        const QJsonObject clock = closed.json().value(u"clocks").toArray().first().toObject();
        QCOMPARE(clock.value(u"stoppedAt").toString(), u"2026-03-04T09:00:00"_s);
        QCOMPARE(clock.value(u"onTime").toBool(), true);

        const QString form = ctl.path(u"F-02.pdf"_s);
        QCOMPARE(ctl({u"print"_s, u"F-02"_s, number, u"--out"_s, form}).code, 0);
        QFile pdf(form);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");

        const QJsonObject march = ctl({u"report"_s,
                                       u"statistics"_s,
                                       u"--period"_s,
                                       u"2026-03"_s,
                                       u"--format"_s,
                                       u"json"_s})
                                      .json();
        QCOMPARE(march.value(u"received").toInt(), 1);
        QCOMPARE(march.value(u"closed").toInt(), 1);
        QCOMPARE(march.value(u"onTime").toInt(), 1);
        QCOMPARE(march.value(u"open").toInt(), 0);
        QCOMPARE(march.value(u"satisfaction").toObject().value(u"Satisfied").toInt(), 1);
        QCOMPARE(march.value(u"byDepartment")
                     .toObject()
                     .value(u"配送部")
                     .toObject()
                     .value(u"onTime")
                     .toInt(),
                 1);

        QCOMPARE(ctl({u"case"_s, u"act"_s, number, u"reopen"_s, u"--at"_s, u"2026-04-02T09:00"_s},
                     bytesOf({{u"reason"_s, u"客户不服"_s}}))
                     .code,
                 0);
        const QJsonObject april = ctl({u"report"_s,
                                       u"statistics"_s,
                                       u"--period"_s,
                                       u"2026-04"_s,
                                       u"--format"_s,
                                       u"json"_s})
                                      .json();
        QCOMPARE(april.value(u"received").toInt(), 1);
        QCOMPARE(april.value(u"reopened").toInt(), 1);
        QCOMPARE(april.value(u"open").toInt(), 1);
        QCOMPARE(april.value(u"previousPeriod").toObject().value(u"closed").toInt(), 1);
        QCOMPARE(ctl({u"verify"_s, u"--full"_s}).code, 0);
    }

    void printsBlankFormsAndTheLedger()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        QCOMPARE(
            ctl({u"print"_s, u"F-01"_s, u"--blank"_s, u"--out"_s, ctl.path(u"blank.pdf"_s)}).code,
            0);
        QCOMPARE(ctl({u"print"_s,
                      u"F-03"_s,
                      u"--period"_s,
                      u"2026-03"_s,
                      u"--out"_s,
                      ctl.path(u"ledger.pdf"_s)})
                     .code,
                 0);
        QCOMPARE(ctl({u"print"_s, u"F-99"_s, u"--blank"_s, u"--out"_s, ctl.path(u"x.pdf"_s)}).code,
                 2);
        QCOMPARE(ctl({u"print"_s, u"F-02"_s, u"--blank"_s, u"--out"_s, u"/nowhere/x.pdf"_s}).code,
                 3);
        QVERIFY(!QFile::exists(ctl.path(u"x.pdf"_s)));
    }

    void writesAReportInEveryFormat_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("json") << u"json"_s << QByteArray("{");
        QTest::newRow("html") << u"html"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF-");
        QTest::newRow("xlsx") << u"xlsx"_s << QByteArray("PK");
        QTest::newRow("csv") << u"csv"_s << QByteArray("\xEF\xBB\xBF");
    }

    void writesAReportInEveryFormat()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begins);
        const Ctl ctl;
        QVERIFY(ctl.init());
        const QString path = ctl.path(u"report."_s + format);
        QCOMPARE(ctl({u"report"_s,
                      u"S-01"_s,
                      u"--period"_s,
                      u"2026-03"_s,
                      u"--format"_s,
                      format,
                      u"--out"_s,
                      path})
                     .code,
                 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
    }
};

QTEST_GUILESS_MAIN(TestCtlStory)
#include "tst_ctlstory.moc"
