// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/ctl.h>

#include <QRegularExpression>
#include <QTest>

using namespace huiyin::support;
using namespace Qt::StringLiterals;

/// What a person reads who asked for no JSON.
class TestCtlWords : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY(m_ctl.init());
        QCOMPARE(m_ctl({u"person"_s,
                        u"add"_s,
                        u"wang"_s,
                        u"--name"_s,
                        u"王姐"_s,
                        u"--role"_s,
                        u"clerk,coordinator,deptHead"_s})
                     .code,
                 0);
        m_number = m_ctl({u"--actor"_s, u"wang"_s, u"case"_s, u"add"_s, u"--json"_s},
                         bytesOf({{u"kind"_s, u"Complaint"_s},
                                  {u"channel"_s, u"Phone"_s},
                                  {u"receivedAt"_s, u"2026-02-13T17:00:00"_s},
                                  {u"complainantName"_s, u"李某"_s},
                                  {u"phone"_s, u"13800138000"_s},
                                  {u"receivingUnit"_s, u"客服中心"_s},
                                  {u"demand"_s, QJsonArray{u"Apology"_s, u"Refund"_s}},
                                  {u"confidential"_s, true},
                                  {u"content"_s, u"送货迟到两天"_s}}))
                       .json()
                       .value(u"caseNo")
                       .toString();
        QVERIFY(!m_number.isEmpty());
        act(u"transfer"_s,
            u"2026-02-13T17:10"_s,
            {{u"assignedDept"_s, u"配送部"_s}, {u"handlingOpinion"_s, u"请核实"_s}});
        act(u"reply"_s,
            u"2026-03-20T09:00"_s,
            {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已致歉"_s}});
    }

    void whoeverDoesNotDecideForTheHouseIsToldWhoDoes()
    {
        QCOMPARE(m_ctl({u"person"_s,
                        u"add"_s,
                        u"zhou"_s,
                        u"--name"_s,
                        u"周总"_s,
                        u"--role"_s,
                        u"leader"_s,
                        u"--actor"_s,
                        u"wang"_s})
                     .code,
                 0);
        for (const QStringList &words :
             {QStringList{u"recusal"_s, u"on"_s},
              QStringList{u"regulation"_s, u"use"_s, u"trd"_s},
              QStringList{
                  u"regulation"_s, u"parameter"_s, u"set"_s, u"trd/lossThreshold"_s, u"5"_s},
              QStringList{u"sheet"_s, u"restore"_s, u"F-01"_s}}) {
            const auto answer = m_ctl(words + QStringList{u"--actor"_s, u"wang"_s});
            QCOMPARE(answer.code, 1);
            QVERIFY2(QString::fromUtf8(answer.err).contains(u"系统管理员"_s),
                     answer.err.constData());
        }
        QVERIFY(m_ctl({u"recusal"_s}).out.contains("按各步骤"));
    }

    void aCaseIsShownInWords()
    {
        const QString shown =
            QString::fromUtf8(m_ctl({u"--actor"_s, u"wang"_s, u"case"_s, u"show"_s, m_number}).out);
        for (const QString &words :
             {u"迟达"_s, u"登记"_s, u"转办"_s, u"答复"_s, u"王姐"_s, u"2026-02-13 17:00"_s}) {
            QVERIFY2(shown.contains(words), qPrintable(words + u" not in\n"_s + shown));
        }
    }

    void noIdentifierIsLeftInChinese()
    {
        const QString shown =
            QString::fromUtf8(m_ctl({u"--actor"_s, u"wang"_s, u"case"_s, u"show"_s, m_number}).out);
        static const QRegularExpression word(u"[A-Za-z]{3,}"_s);
        static const QRegularExpression known(u"^(TS|R-TOB|GEN).*"_s);
        for (auto it = word.globalMatch(shown); it.hasNext();) {
            const QString found = it.next().captured();
            QVERIFY2(known.match(found).hasMatch() || found == u"TOB" || found == u"GEN",
                     qPrintable(found + u" in\n"_s + shown));
        }
        QVERIFY2(!shown.contains(u"T17:00"_s), qPrintable(shown));
    }

    void theSameCaseIsShownInEnglish()
    {
        const QString shown = QString::fromUtf8(
            m_ctl({u"--lang"_s, u"en"_s, u"--actor"_s, u"wang"_s, u"case"_s, u"show"_s, m_number})
                .out);
        for (const QString &words : {u"late"_s, u"registered"_s, u"Transfer"_s, u"王姐"_s}) {
            QVERIFY2(shown.contains(words), qPrintable(words + u" not in\n"_s + shown));
        }
    }

    void anImportSpeaksChinese()
    {
        const QString file =
            m_ctl.file(u"old.csv"_s,
                       "登记日期,投诉人,联系电话,投诉内容\n"
                       "2025-03-01,张三,,送货迟到\n2025-13-05,李四,13800138001,少货\n");
        const auto answer = m_ctl({u"--actor"_s, u"wang"_s, u"import"_s, u"--dry-run"_s, file});
        const QString said = QString::fromUtf8(answer.err);
        QVERIFY2(said.contains(u"第 2 行，存疑"_s), qPrintable(said));
        QVERIFY2(said.contains(u"缺联系电话"_s), qPrintable(said));
        QVERIFY2(said.contains(u"第 3 行，拒绝"_s), qPrintable(said));
        QVERIFY2(!said.contains(u"warned"_s) && !said.contains(u"refused"_s), qPrintable(said));
    }

    void takingBackNamesTheCaseWorkedOn()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const QString file = ctl.file(u"old.csv"_s,
                                      "登记日期,投诉人,联系电话,投诉内容\n"
                                      "2025-03-01,张三,13800138000,送货迟到\n"
                                      "2025-03-02,李四,13800138001,少货\n");
        const QString batch =
            ctl({u"--json"_s, u"import"_s, file}).lines().last().value(u"batch").toString();
        const QString worked =
            ctl({u"--json"_s, u"case"_s, u"list"_s}).lines().first().value(u"caseNo").toString();
        QCOMPARE(
            ctl({u"case"_s, u"act"_s, worked, u"note"_s}, bytesOf({{u"text"_s, u"已核"_s}})).code,
            0);
        const auto answer = ctl({u"undo-import"_s, batch});
        QCOMPARE(answer.code, 4);
        QVERIFY2(QString::fromUtf8(answer.err).contains(worked), answer.err.constData());
    }

    void theRosterNamesRoles()
    {
        const QString list = QString::fromUtf8(m_ctl({u"person"_s, u"list"_s}).out);
        QVERIFY2(list.contains(u"接诉部门"_s) && !list.contains(u"clerk"_s), qPrintable(list));
    }

    void theAccessLogNamesPeopleAndDeeds()
    {
        QCOMPARE(m_ctl({u"--actor"_s, u"wang"_s, u"case"_s, u"show"_s, m_number}).code, 0);
        const QString log = QString::fromUtf8(m_ctl({u"log"_s, u"access"_s}).out);
        QVERIFY2(log.contains(u"王姐  查看"_s), qPrintable(log));
    }

private:
    void act(const QString &action, const QString &at, const QJsonObject &fields)
    {
        const auto answer =
            m_ctl({u"--actor"_s, u"wang"_s, u"case"_s, u"act"_s, m_number, action, u"--at"_s, at},
                  bytesOf(fields));
        QVERIFY2(answer.code == 0, answer.err.constData());
    }

    Ctl m_ctl;
    QString m_number;
};

QTEST_GUILESS_MAIN(TestCtlWords)
#include "tst_ctlwords.moc"
