// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractFileIconProvider>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTest>

#include <entry/qtwords.h>

using namespace huiyin;
using namespace Qt::StringLiterals;

class TestQtWords : public QObject
{
    Q_OBJECT

private slots:

    void aFolderIsCalledSoInChinese()
    {
        QtWords words;
        QVERIFY(words.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
        QCoreApplication::installTranslator(&words);
        const QTemporaryDir folder;
        QCOMPARE(QAbstractFileIconProvider().type(QFileInfo(folder.path())), u"文件夹"_s);
        QCOMPARE(QCoreApplication::translate("QFileDialog", "Look in:"), u"查找范围："_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
        QCOMPARE(QCoreApplication::translate("QPrintDialog", "Print"), u"打印"_s);
    }

    void whatNoCatalogueHoldsStaysAsItIs()
    {
        const QtWords words;
        QVERIFY(words.translate("QAbstractFileIconProvider", "Folder").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestQtWords)
#include "tst_qtwords.moc"
