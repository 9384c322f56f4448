// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

#include "storydesk.h"

using namespace huiyin;
using namespace Qt::StringLiterals;

/// Every file below tests/flows/regulations is a story; dropping one there makes it a test.
class TestRegulationFlows : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_library = support::libraryOfSource(m_faultyPacks);
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
        std::unique_ptr<support::StoryDesk> desk;
        QStringList faults;
        int acts = 0;
        int expectations = 0;
        for (int number = 1; !file.atEnd(); ++number) {
            const QByteArray text = file.readLine().trimmed();
            if (text.isEmpty()) {
                continue;
            }
            QJsonParseError error{};
            const QJsonObject line = QJsonDocument::fromJson(text, &error).object();
            if (error.error != QJsonParseError::NoError) {
                faults.append(
                    u"%1:%2 %3"_s.arg(path.section(u'/', -2)).arg(number).arg(error.errorString()));
                break;
            }
            if (!desk) {
                const QString pack = line.value(u"regulation").toString();
                QVERIFY2(!m_faultyPacks.contains(pack), qPrintable(m_faultyPacks.value(pack)));
                desk = std::make_unique<support::StoryDesk>(m_library, line);
            }
            acts += line.contains(u"do") ? 1 : 0;
            expectations += line.contains(u"do") || line.contains(u"story") ? 0 : 1;
            expectations += line.contains(u"refused") ? 1 : 0;
            for (const QString &fault : desk->tell(line)) {
                faults.append(u"%1:%2 %3"_s.arg(path.section(u'/', -2)).arg(number).arg(fault));
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY2(acts > 0 && expectations > 0, "a story needs acts and expectations");
    }

private:
    std::shared_ptr<const Library> m_library;
    QMap<QString, QString> m_faultyPacks;
};

QTEST_GUILESS_MAIN(TestRegulationFlows)
#include "tst_regulationflows.moc"
