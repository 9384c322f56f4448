// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An organisation's own forms through the command line, and paper that cannot be written.

#include <support/ctl.h>

#include <QDir>
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

QString recorded(const Ctl &ctl)
{
    return ctl({u"case"_s, u"add"_s, u"--json"_s},
               QJsonDocument(QJsonObject{{u"kind"_s, u"Complaint"_s},
                                         {u"channel"_s, u"Phone"_s},
                                         {u"complainantName"_s, u"王某"_s},
                                         {u"phone"_s, u"13800138000"_s},
                                         {u"content"_s, u"送货迟到两天"_s}})
                   .toJson())
        .json()
        .value(u"caseNo")
        .toString();
}

/// huiyinctl where no file may grow beyond so many blocks of 512 bytes, as on a full disk.
int onFullDisk(const Ctl &ctl, const QStringList &arguments, QByteArray &said)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HUIYIN_FILE"_s, ctl.path(u"desk.huiyin"_s));
    environment.insert(u"XDG_STATE_HOME"_s, ctl.path(u"state"_s));
    environment.insert(u"XDG_DATA_HOME"_s, ctl.path(u"data"_s));
    process.setProcessEnvironment(environment);
    process.start(u"sh"_s,
                  QStringList{u"-c"_s,
                              u"trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""_s,
                              QStringLiteral(HUIYIN_BIN_DIR "/huiyinctl")} +
                      arguments);
    process.waitForFinished(60000);
    said = process.readAllStandardError();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
}

} // namespace

class TestCtlSheet : public QObject
{
    Q_OBJECT

private slots:

    void anOwnFormIsShownChangedUsedPrintedAndGivenBack()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const QString number = recorded(ctl);
        QByteArray text = ctl({u"sheet"_s, u"show"_s, u"F-08"_s}).out;
        QVERIFY(text.contains("version = 1"));
        text.replace("version = 1", "version = 2").replace("处理单号", "流转号");
        const QString file = ctl.file(u"F-08.toml"_s, text);
        const auto used =
            ctl({u"sheet"_s, u"use"_s, file, u"--reason"_s, u"照老表"_s, u"--json"_s});
        QVERIFY2(used.code == 0, used.err.constData());
        QCOMPARE(used.json().value(u"version").toInt(), 2);
        QVERIFY(used.json().value(u"own").toBool());
        const QString pdf = ctl.path(u"F-08.pdf"_s);
        QCOMPARE(ctl({u"print"_s, u"F-08"_s, number, u"--out"_s, pdf}).code, 0);
        QVERIFY(textOf(pdf).contains(u"流转号"_s) && textOf(pdf).contains(u"第2版"_s));
        QCOMPARE(ctl({u"print"_s, u"F-08"_s, u"--blank"_s, u"--out"_s, pdf}).code, 0);
        QVERIFY(textOf(pdf).contains(u"流转号"_s));
        const auto own = ctl({u"sheet"_s, u"list"_s, u"--own"_s, u"--json"_s}).lines();
        QCOMPARE(own.size(), 1);
        QCOMPARE(own.first().value(u"versions").toArray().first()[u"reason"].toString(),
                 u"照老表"_s);
        QCOMPARE(ctl({u"sheet"_s, u"restore"_s, u"F-08"_s}).code, 0);
        QVERIFY(ctl({u"sheet"_s, u"show"_s, u"F-08"_s}).out.contains("处理单号"));
        QVERIFY(ctl({u"sheet"_s, u"show"_s, u"F-08"_s, u"2"_s}).out.contains("流转号"));
        QCOMPARE(ctl({u"print"_s, u"F-08"_s, number, u"--out"_s, pdf}).code, 0);
        QVERIFY(textOf(pdf).contains(u"处理单号"_s));
    }

    void aWrongFormIsRefusedWithFileLineAndColumn()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        QByteArray text = ctl({u"sheet"_s, u"show"_s, u"F-08"_s}).out;
        text.replace("version = 1", "version = 2");
        text.replace("span = 2 }", "spam = 2 }");
        const QString file = ctl.file(u"F-08.toml"_s, text);
        const auto used = ctl({u"sheet"_s, u"use"_s, file});
        QCOMPARE(used.code, 1);
        const auto line = text.left(text.indexOf("spam")).count('\n') + 1;
        QVERIFY2(QString::fromUtf8(used.err).contains(u"F-08.toml 第 %1 行第 "_s.arg(line)),
                 used.err.constData());
        QVERIFY(ctl({u"sheet"_s, u"list"_s, u"--own"_s, u"--json"_s}).lines().isEmpty());
    }

    void aVersionTwiceIsRefusedWithTheNextOne()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        QByteArray text = ctl({u"sheet"_s, u"show"_s, u"F-08"_s}).out;
        text.replace("处理单号", "流转号");
        const auto used = ctl({u"sheet"_s, u"use"_s, ctl.file(u"F-08.toml"_s, text)});
        QCOMPARE(used.code, 1);
        QVERIFY2(used.err.contains("写成 2"), used.err.constData());
    }

    void aFullDiskLeavesTheOldPaperAndSaysSo()
    {
        const Ctl ctl;
        const QString pdf = ctl.file(u"F-02.pdf"_s, "old");
        QByteArray said;
        QCOMPARE(onFullDisk(ctl, {u"print"_s, u"F-02"_s, u"--blank"_s, u"--out"_s, pdf}, said), 3);
        QVERIFY2(said.contains(pdf.toUtf8()), said.constData());
        QFile old(pdf);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
        // Neither is there a part of the new one under any name.
        QCOMPARE(QDir(ctl.path(QString())).entryList({u"F-02*"_s}), QStringList{u"F-02.pdf"_s});
    }

    void aPlaceThatCannotBeWrittenIsNamed()
    {
        const Ctl ctl;
        for (const QString &path : {ctl.path(u"none/F-02.pdf"_s), ctl.path(QString())}) {
            const auto printed = ctl({u"print"_s, u"F-02"_s, u"--blank"_s, u"--out"_s, path});
            QCOMPARE(printed.code, 3);
            QVERIFY2(printed.err.contains(path.toUtf8()), printed.err.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestCtlSheet)
#include "tst_ctlsheet.moc"
