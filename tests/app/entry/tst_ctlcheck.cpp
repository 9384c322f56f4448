// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/ctl.h>

#include <QDir>
#include <QFile>
#include <QTest>

using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

/// A row for every broken file of a folder; those without a fault are left out.
void eachBrokenFile(const QString &folder)
{
    QTest::addColumn<QString>("path");
    const QDir dir(QStringLiteral(HUIYIN_TEST_DATA) + folder);
    for (const QString &name : dir.entryList({u"*.toml"_s}, QDir::Files)) {
        QFile file(dir.filePath(name));
        if (name != u"good.toml" && file.open(QIODevice::ReadOnly) &&
            !file.readAll().contains("\n# faults: none\n")) {
            QTest::newRow(qPrintable(name)) << dir.filePath(name);
        }
    }
}

/// Everything a check has to say about a broken file: exit code 1 and a place for each fault.
void checkBroken(const QString &what, const QString &path)
{
    const Ctl ctl;
    const auto answer = ctl({u"--json"_s, what, u"check"_s, path});
    QCOMPARE(answer.code, 1);
    const QJsonArray findings = answer.json().value(u"findings").toArray();
    QVERIFY2(!findings.isEmpty(), answer.out.constData());
    for (const QJsonValue &one : findings) {
        const QJsonObject finding = one.toObject();
        QVERIFY2(finding.value(u"line").toInt() > 0, answer.out.constData());
        QVERIFY2(finding.value(u"column").toInt() > 0, answer.out.constData());
        QVERIFY2(finding.value(u"message").toString() != finding.value(u"code").toString(),
                 answer.out.constData());
        QCOMPARE(finding.value(u"file").toString(), path);
        const QString place = u"%1:%2:%3: "_s.arg(path)
                                  .arg(finding.value(u"line").toInt())
                                  .arg(finding.value(u"column").toInt());
        QVERIFY2(answer.err.contains(place.toUtf8()), answer.err.constData());
    }
    QVERIFY2(!answer.err.isEmpty(), "nothing for people");
}

} // namespace

/// Files and words that are checked by the real program.
class TestCtlCheck : public QObject
{
    Q_OBJECT

private slots:

    void everyBrokenPackIsRefusedWithItsPlace_data() { eachBrokenFile(u"/packs"_s); }

    void everyBrokenPackIsRefusedWithItsPlace()
    {
        QFETCH(QString, path);
        checkBroken(u"regulation"_s, path);
    }

    void everyBrokenSheetIsRefusedWithItsPlace_data() { eachBrokenFile(u"/sheets"_s); }

    void everyBrokenSheetIsRefusedWithItsPlace()
    {
        QFETCH(QString, path);
        checkBroken(u"sheet"_s, path);
    }

    void aSoundPackAndSheetPass()
    {
        const Ctl ctl;
        QCOMPARE(
            ctl({u"regulation"_s, u"check"_s, QStringLiteral(HUIYIN_TEST_DATA "/packs/good.toml")})
                .code,
            0);
        QCOMPARE(ctl({u"sheet"_s,
                      u"check"_s,
                      QStringLiteral(HUIYIN_SOURCE_DIR "/resources/sheets/F-02.toml")})
                     .code,
                 0);
    }

    void badDueQuestionsAreRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QString &words, int code) {
            QTest::newRow(name) << words.split(u' ') << code;
        };
        row("impossible day", u"--receipt 2026-02-30T10:00 --unit workdays --n 3"_s, 2);
        row("impossible hour", u"--receipt 2026-02-13T25:00 --unit workdays --n 3"_s, 2);
        row("not a moment", u"--receipt yesterday --unit workdays --n 3"_s, 2);
        row("unknown unit", u"--receipt 2026-02-13T17:00 --unit weeks --n 3"_s, 2);
        row("no number", u"--receipt 2026-02-13T17:00 --unit workdays --n three"_s, 2);
        row("zero", u"--receipt 2026-02-13T17:00 --unit workdays --n 0"_s, 2);
        row("negative", u"--receipt 2026-02-13T17:00 --unit workdays --n -3"_s, 2);
        row("no receipt", u"--unit workdays --n 3"_s, 2);
        row("hours upside down",
            u"--receipt 2026-02-13T17:00 --unit workdays --n 3 --hours 17:30-08:30"_s,
            2);
        row("pause upside down",
            u"--receipt 2026-03-02T10:00 --unit workdays --n 3 --pause "
            u"2026-03-04T09:00..2026-03-03T09:00"_s,
            2);
        row("pause of one end",
            u"--receipt 2026-03-02T10:00 --unit workdays --n 3 --pause 2026-03-04T09:00"_s,
            2);
        row("shorter extension",
            u"--receipt 2026-03-02T10:00 --unit workdays --n 3 --extend-to 2"_s,
            2);
        row("unknown rolling",
            u"--receipt 2026-03-02T10:00 --unit days --n 3 --roll sideways"_s,
            2);
        row("missing calendar",
            u"--receipt 2026-03-02T10:00 --unit days --n 3 --calendar /nowhere/c.json"_s,
            3);
    }

    void badDueQuestionsAreRefused()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const Ctl ctl;
        const auto answer = ctl(QStringList{u"due"_s} + words);
        QVERIFY2(answer.code == code, (QByteArray::number(answer.code) + answer.err).constData());
        QVERIFY(!answer.err.trimmed().isEmpty());
        QVERIFY2(answer.out.isEmpty(), answer.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestCtlCheck)
#include "tst_ctlcheck.moc"
