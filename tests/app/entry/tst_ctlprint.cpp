// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/ctl.h>

#include <QRegularExpression>
#include <QTest>

using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &pdf)
{
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
    process.waitForFinished(60000);
    static const QRegularExpression space(u"\\s+"_s);
    return QString::fromUtf8(process.readAllStandardOutput()).remove(space);
}

/// A desk with one complaint, transferred twice and extended once.
class ExtendedCase
{
public:
    ExtendedCase()
    {
        if (!ctl.init()) {
            qFatal("no case file");
        }
        number = ctl({u"case"_s, u"add"_s, u"--json"_s},
                     bytesOf({{u"kind"_s, u"Complaint"_s},
                              {u"channel"_s, u"Phone"_s},
                              {u"receivedAt"_s, u"2026-03-02T09:00:00"_s},
                              {u"complainantName"_s, u"王某"_s},
                              {u"phone"_s, u"13800138000"_s},
                              {u"receivingUnit"_s, u"客服中心"_s},
                              {u"content"_s, u"送货迟到两天"_s}}))
                     .json()
                     .value(u"caseNo")
                     .toString();
        const QJsonObject transfer{{u"assignedDept"_s, u"配送部"_s},
                                   {u"handlingOpinion"_s, u"请核实送货记录"_s}};
        act(u"transfer"_s, u"2026-03-02T10:00"_s, transfer);
        act(u"transfer"_s, u"2026-03-02T11:00"_s, transfer);
        act(u"extend"_s,
            u"2026-03-03T10:00"_s,
            {{u"limit"_s, 7},
             {u"reason"_s, u"司机外出无法当面核实"_s},
             {u"approver"_s, u"陈经理"_s},
             {u"progress"_s, u"已电话询问司机"_s},
             {u"customerToldAt"_s, u"2026-03-03T09:30:00"_s},
             {u"customerConsent"_s, u"Agreed"_s}});
    }

    void act(const QString &action, const QString &at, const QJsonObject &fields) const
    {
        const auto answer =
            ctl({u"case"_s, u"act"_s, number, action, u"--at"_s, at}, bytesOf(fields));
        if (answer.code != 0) {
            qFatal("%s: %s", qPrintable(action), answer.err.constData());
        }
    }

    [[nodiscard]] QString printed(const QString &sheet) const
    {
        const QString path = ctl.path(sheet + u".pdf"_s);
        return ctl({u"print"_s, sheet, number, u"--out"_s, path}).code == 0 ? textOf(path)
                                                                            : QString();
    }

    Ctl ctl;
    QString number;
};

} // namespace

class TestCtlPrint : public QObject
{
    Q_OBJECT

private slots:

    void theExtensionSlipIsFilledFromTheStep()
    {
        const ExtendedCase extended;
        const QString text = extended.printed(u"F-24"_s);
        for (const QString &words : {extended.number + u"-YQ01"_s,
                                     u"2026年3月5日17时30分"_s,
                                     u"2026年3月11日"_s,
                                     u"司机外出无法当面核实"_s,
                                     u"已电话询问司机"_s,
                                     u"2026年3月3日09时30分"_s,
                                     u"☑同意"_s,
                                     u"陈经理"_s}) {
            QVERIFY2(text.contains(words), qPrintable(words + u" not in "_s + text));
        }
        QCOMPARE(text.count(u"☑同意"_s), 2); // the customer and the head
    }

    void aSecondTransferHasTheSecondNumber()
    {
        const ExtendedCase extended;
        QVERIFY(extended.printed(u"F-13"_s).contains(extended.number + u"-ZB02"_s));
        QVERIFY(extended.printed(u"F-13"_s).contains(extended.number + u"-ZB02"_s));
    }

    void theRegistrationFormShowsBothDates()
    {
        const ExtendedCase extended;
        const QString text = extended.printed(u"F-02"_s);
        QVERIFY2(text.contains(u"2026年3月5日"_s), qPrintable(text));
        QVERIFY2(text.contains(u"2026年3月11日"_s), qPrintable(text));
    }

    void theLedgerOfAMonthCountsWhatItShows()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const QString csv =
            QStringLiteral(HUIYIN_SOURCE_DIR "/resources/sample/complaints-2000.csv");
        QCOMPARE(ctl({u"import"_s, csv}).code, 0);
        const QString path = ctl.path(u"ledger.pdf"_s);
        QCOMPARE(ctl({u"print"_s, u"F-03"_s, u"2025-12"_s, u"--out"_s, path}).code, 0);
        const QString text = textOf(path);
        const auto lines = ctl({u"case"_s,
                                u"list"_s,
                                u"--json"_s,
                                u"--received-from"_s,
                                u"2025-12-01"_s,
                                u"--received-to"_s,
                                u"2025-12-31"_s})
                               .lines();
        qsizetype closed = 0;
        for (const QJsonObject &line : lines) {
            closed += line.value(u"closedAt").isNull() ? 0 : 1;
        }
        QVERIFY(closed > 0 && closed < lines.size());
        static const QRegularExpression sums(u"本页合计：(\\d+)件办结：(\\d+)件"_s);
        qsizetype shown = 0;
        qsizetype shownClosed = 0;
        for (auto it = sums.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            shown += match.captured(1).toInt();
            shownClosed += match.captured(2).toInt();
        }
        QCOMPARE(shown, lines.size());
        QCOMPARE(shownClosed, closed);
        QVERIFY(text.contains(u"2025年12月"_s));
    }
};

QTEST_GUILESS_MAIN(TestCtlPrint)
#include "tst_ctlprint.moc"
