// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/wholefile.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

class TestWholeFile : public QObject
{
    Q_OBJECT

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

private slots:

    void theOldFileStandsUntilTheNewOneIsWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"month.csv"_s);
        {
            WholeFile first(path);
            QVERIFY(first.open());
            first.write("old");
            QVERIFY(first.commit());
        }
        {
            WholeFile given(path);
            QVERIFY(given.open());
            given.write("half");
            QCOMPARE(contents(path), QByteArray("old"));
        }
        QCOMPARE(contents(path), QByteArray("old"));
        WholeFile next(path);
        QVERIFY(next.open());
        next.write("ne");
        next.write("w");
        QVERIFY(next.commit());
        QCOMPARE(contents(path), QByteArray("new"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aWriteThatFailsLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("pieces");
        QTest::addColumn<int>("size");
        QTest::newRow("in pieces") << 20 << 20'000;
        QTest::newRow("at once") << 1 << 400'000;
        QTest::newRow("little, by the buffer") << 1 << 101'000;
        QTest::newRow("over the end of the buffer") << 101 << 1'000;
    }

    void aWriteThatFailsLeavesTheOldFile()
    {
        QFETCH(int, pieces);
        QFETCH(int, size);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"month.csv"_s);
        WholeFile first(path);
        QVERIFY(first.open());
        first.write("old");
        QVERIFY(first.commit());

        std::signal(SIGXFSZ, SIG_IGN); // a file size limit stands in for the full disk
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{100'000, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        bool stood = true;
        QString said;
        {
            WholeFile next(path);
            stood = next.open();
            for (int i = 0; i < pieces; ++i) {
                next.write(QByteArray(size, 'x'));
            }
            stood = stood && next.commit();
            said = next.errorString();
        }
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!stood);
        // Named, never “Unknown error”: no room, or the limit of this test.
        QVERIFY2(said == qt_error_string(ENOSPC) || said == qt_error_string(EFBIG),
                 qPrintable(said));
        QCOMPARE(contents(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aPipeIsWrittenIntoAndStays()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"pipe"_s);
        const QByteArray name = QFile::encodeName(path);
        QCOMPARE(mkfifo(name.constData(), 0600), 0);
        const int end = ::open(name.constData(), O_RDONLY | O_NONBLOCK);
        QVERIFY(end >= 0);
        WholeFile file(path);
        QVERIFY(file.open());
        file.write("page");
        QVERIFY(file.commit());
        char read[16] = {};
        QCOMPARE(::read(end, read, sizeof read), ssize_t{4});
        QCOMPARE(QByteArray(read), QByteArray("page"));
        ::close(end);

        struct stat kind
        {
        };

        QCOMPARE(stat(name.constData(), &kind), 0);
        QVERIFY(S_ISFIFO(kind.st_mode));

        // Only after the pipe stayed what it was: a device that is always full.
        WholeFile full(u"/dev/full"_s);
        QVERIFY(full.open());
        full.write("page");
        QVERIFY(!full.commit());
        QCOMPARE(stat("/dev/full", &kind), 0);
        QVERIFY(S_ISCHR(kind.st_mode));
    }

    void aFolderOrNoFolderIsRefused()
    {
        const QTemporaryDir folder;
        for (const QString &path : {folder.path(), folder.filePath(u"none/month.csv"_s)}) {
            WholeFile file(path);
            QVERIFY(!file.open());
            QVERIFY(!file.errorString().isEmpty());
        }
    }
};

} // namespace huiyin

QTEST_GUILESS_MAIN(huiyin::TestWholeFile)
#include "tst_wholefile.moc"
