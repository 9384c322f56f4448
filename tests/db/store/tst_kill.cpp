// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/tempstore.h>

#include <QProcess>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

constexpr int kRounds = 200;
constexpr int kCheckEvery = 20;

} // namespace

/// A writer killed at any moment loses nothing it has acknowledged.
class TestKill : public QObject
{
    Q_OBJECT

private slots:

    void noAcknowledgedSaveIsLost()
    {
        TempStore desk;
        desk.close();
        std::mt19937 engine(5);
        QStringList acknowledged;
        for (int round = 1; round <= kRounds; ++round) {
            QProcess writer;
            writer.start(QStringLiteral(HUIYIN_BIN_DIR "/killwriter"),
                         {desk.path(), desk.folder() + u"/state"_s});
            QVERIFY(writer.waitForStarted());
            // The kill comes after a random number of saves, at whatever the writer is doing just
            // then.
            QByteArray said;
            const int saves = 1 + static_cast<int>(engine() % 12);
            while (said.count('\n') < saves) {
                QVERIFY2(writer.waitForReadyRead(10000), writer.readAllStandardError().constData());
                said += writer.readAllStandardOutput();
            }
            writer.kill();
            QVERIFY(writer.waitForFinished());
            said += writer.readAllStandardOutput();
            said.truncate(said.lastIndexOf('\n') + 1);
            acknowledged += QString::fromUtf8(said).split(u'\n', Qt::SkipEmptyParts);
            if (round % kCheckEvery == 0) {
                desk.open();
                for (const QString &number : std::as_const(acknowledged)) {
                    QVERIFY2(desk.reader().byNumber(number).ok(), qPrintable(number));
                }
                const auto report = desk.reader().verify(true);
                QVERIFY(report.ok());
                QVERIFY2(!report->firstFault,
                         report->firstFault ? qPrintable(report->firstFault->code) : "");
                desk.close();
            }
        }
        QVERIFY(acknowledged.size() >= kRounds);
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
