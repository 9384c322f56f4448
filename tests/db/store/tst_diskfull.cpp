// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/tempstore.h>

#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);

void limitFiles(rlim_t bytes)
{
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes == 0 ? limit.rlim_max : bytes;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

Result<Recorded> saveOne(TempStore &desk)
{
    return desk.log().append(
        {.actor = u"li"_s,
         .now = kNow,
         .events = {opening(desk.newCaseId(kNow), {{u"content"_s, QString(400, u'漏')}}, kNow)},
         .expected = {}});
}

} // namespace

class TestDiskFull : public QObject
{
    Q_OBJECT

private slots:

    void aFullDiskRefusesAndLosesNothing()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        TempStore desk;
        QVERIFY(saveOne(desk).ok());
        limitFiles(static_cast<rlim_t>(QFileInfo(desk.path() + u"-wal"_s).size() + 200'000));
        qint64 saved = 1;
        std::optional<Error> refusal;
        for (int i = 0; i < 200 && !refusal; ++i) {
            auto recorded = saveOne(desk);
            if (recorded) {
                ++saved;
            } else {
                refusal = recorded.error();
            }
        }
        limitFiles(0);
        QVERIFY(refusal);
        QVERIFY2(refusal->code.startsWith(u"store.disk"_s),
                 qPrintable(refusal->code + refusal->detail));
        QCOMPARE(*desk.reader().count({}, -1), saved);
        QVERIFY(saveOne(desk).ok());
        QVERIFY(!desk.reader().verify(true)->firstFault);
    }
};

QTEST_GUILESS_MAIN(TestDiskFull)
#include "tst_diskfull.moc"
