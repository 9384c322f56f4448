// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/ctl.h>

#include <QMap>
#include <QTest>

using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

/// The register read by other means than the program's: quoted cells, no line breaks inside.
QVector<QMap<QString, QString>> rowsOf(const QString &path)
{
    QVector<QMap<QString, QString>> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return rows;
    }
    QStringList heads;
    const QString text = QString::fromUtf8(file.readAll());
    QStringList cells;
    QString cell;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            cells.append(cell);
            cell.clear();
        } else if (c == u'\n' && !quoted) {
            cells.append(cell);
            cell.clear();
            if (heads.isEmpty()) {
                heads = cells;
            } else {
                QMap<QString, QString> row;
                for (qsizetype i = 0; i < heads.size(); ++i) {
                    row.insert(heads.at(i), cells.value(i));
                }
                rows.append(row);
            }
            cells.clear();
        } else if (c != u'\r') {
            cell.append(c);
        }
    }
    return rows;
}

} // namespace

class TestCtlImport : public QObject
{
    Q_OBJECT

private slots:

    void takesTheSampleRegisterWhole()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const QString csv =
            QStringLiteral(HUIYIN_SOURCE_DIR "/resources/sample/complaints-2000.csv");
        const auto rows = rowsOf(csv);
        QCOMPARE(rows.size(), 2000);
        const auto answer = ctl({u"--json"_s, u"import"_s, csv});
        QCOMPARE(answer.code, 0);
        const QJsonObject summary = answer.lines().last().value(u"summary").toObject();
        QCOMPARE(summary.value(u"taken").toInt() + summary.value(u"warned").toInt(), 2000);

        qint64 closed = 0;
        qint64 closedInMay = 0;
        qint64 receivedInMay = 0;
        qint64 openAfterMay = 0;
        for (const auto &row : rows) {
            const QString received = row.value(u"received_at"_s);
            const QString end = row.value(u"closed_at"_s);
            closed += end.isEmpty() ? 0 : 1;
            receivedInMay += received.startsWith(u"2025-05"_s) ? 1 : 0;
            closedInMay += end.startsWith(u"2025-05"_s) ? 1 : 0;
            openAfterMay +=
                received < u"2025-06"_s && (end.isEmpty() || end >= u"2025-06"_s) ? 1 : 0;
        }
        const QJsonObject status = ctl({u"status"_s, u"--json"_s}).json();
        QCOMPARE(status.value(u"cases").toInt(), 2000);
        QCOMPARE(status.value(u"open").toInteger(), 2000 - closed);
        const QJsonObject may = ctl({u"report"_s,
                                     u"statistics"_s,
                                     u"--period"_s,
                                     u"2025-05"_s,
                                     u"--format"_s,
                                     u"json"_s})
                                    .json();
        QCOMPARE(may.value(u"received").toInteger(), receivedInMay);
        QCOMPARE(may.value(u"closed").toInteger(), closedInMay);
        QCOMPARE(may.value(u"open").toInteger(), openAfterMay);
        QCOMPARE(may.value(u"onTime").toInteger() + may.value(u"late").toInteger() <= closedInMay,
                 true);

        const QString batch = answer.lines().last().value(u"batch").toString();
        QCOMPARE(ctl({u"--json"_s, u"undo-import"_s, batch}).json().value(u"takenBack").toInt(),
                 2000);
        QCOMPARE(ctl({u"status"_s, u"--json"_s}).json().value(u"open").toInt(), 0);
    }

    void takesWhatItCanOfABrokenRegister()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const QByteArray csv =
            "登记日期,投诉人,联系电话,投诉内容\n2025-03-01,张三,13800138000,送货迟到\n2025-13-05,"
            "李四,13800138001,少货\n2025-03-03,王五,13800138002,破损\n";
        const auto answer = ctl({u"--json"_s,
                                 u"import"_s,
                                 ctl.file(u"old.csv"_s, csv),
                                 u"--rejects"_s,
                                 ctl.path(u"rejects.csv"_s)});
        QCOMPARE(answer.code, 4);
        QCOMPARE(answer.lines().last().value(u"summary").toObject().value(u"refused").toInt(), 1);
        QCOMPARE(ctl({u"status"_s, u"--json"_s}).json().value(u"cases").toInt(), 2);
        QFile rejects(ctl.path(u"rejects.csv"_s));
        QVERIFY(rejects.open(QIODevice::ReadOnly));
        QVERIFY(rejects.readAll().contains("李四"));
    }

    void writesNothingInADryRun()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const QByteArray csv =
            "登记日期,投诉人,联系电话,投诉内容\n2025-03-01,张三,13800138000,送货迟到\n";
        QCOMPARE(ctl({u"import"_s, u"--dry-run"_s, ctl.file(u"old.csv"_s, csv)}).code, 0);
        QCOMPARE(ctl({u"status"_s, u"--json"_s}).json().value(u"cases").toInt(), 0);
    }

    void takesBackWhatTheProgramWrote_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("csv") << u"csv"_s;
        QTest::newRow("xlsx") << u"xlsx"_s;
    }

    void takesBackWhatTheProgramWrote()
    {
        QFETCH(QString, format);
        const Ctl from;
        QVERIFY(from.init());
        const QString csv =
            QStringLiteral(HUIYIN_SOURCE_DIR "/resources/sample/complaints-2000.csv");
        const auto first = from({u"--json"_s, u"import"_s, csv}).lines().last();
        const QString out = from.path(u"register."_s + format);
        QCOMPARE(from({u"export"_s, u"register"_s, u"--format"_s, format, u"--out"_s, out}).code,
                 0);

        const Ctl to;
        QVERIFY(to.init());
        const auto answer = to({u"--json"_s, u"import"_s, out});
        QCOMPARE(answer.code, 0);
        const QJsonObject end = answer.lines().last();
        const QJsonObject summary = end.value(u"summary").toObject();
        for (const auto &key : {u"taken"_s, u"warned"_s, u"refused"_s}) {
            QCOMPARE(summary.value(key).toInt(),
                     first.value(u"summary").toObject().value(key).toInt());
        }
        QCOMPARE(end.value(u"encoding").toString(), format == u"csv" ? u"utf-8"_s : u"xlsx"_s);
        QCOMPARE(to({u"status"_s, u"--json"_s}).json().value(u"open"),
                 from({u"status"_s, u"--json"_s}).json().value(u"open"));
        const auto again = from({u"--json"_s, u"import"_s, out});
        QCOMPARE(again.lines().last().value(u"summary").toObject().value(u"duplicate").toInt(),
                 2000);
    }
};

QTEST_GUILESS_MAIN(TestCtlImport)
#include "tst_ctlimport.moc"
