// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "storylibrary.h"

using namespace huiyin;
using namespace Qt::StringLiterals;

/// Every file below tests/flows/regulations is a story; dropping one there makes it a test.
class TestRegulationFlows : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_library = support::libraryOf(support::sourcePacks(), m_faultyPacks);
        QVERIFY2(m_library, qPrintable(m_faultyPacks.value({})));
    }

    void theStoryHoldsAsTold_data()
    {
        QTest::addColumn<QString>("path");
        const QString root = QStringLiteral(HUIYIN_SOURCE_DIR "/tests/flows/regulations");
        QStringList files;
        QDirIterator it(root, {u"*.jsonl"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            files.append(it.next());
        }
        files.sort();
        QVERIFY(!files.isEmpty());
        for (const QString &file : std::as_const(files)) {
            QTest::newRow(qPrintable(file.mid(root.size() + 1))) << file;
        }
    }

    void theStoryHoldsAsTold()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString pack =
            QJsonDocument::fromJson(file.readLine()).object().value(u"regulation").toString();
        QVERIFY2(!m_faultyPacks.contains(pack), qPrintable(m_faultyPacks.value(pack)));
        const QStringList faults = support::tellStory(path, m_library);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

private:
    std::shared_ptr<const Library> m_library;
    QMap<QString, QString> m_faultyPacks;
};

QTEST_GUILESS_MAIN(TestRegulationFlows)
#include "tst_regulationflows.moc"
