// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/people.h>

#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

class TestInvolved : public QObject
{
    Q_OBJECT

private slots:

    void namesStandBetweenSigns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("nobody") << QString() << QStringList();
        QTest::newRow("one") << u"王某"_s << QStringList{u"王某"_s};
        QTest::newRow("signs alone") << u"、 ,"_s << QStringList();
        QTest::newRow("every sign") << u"甲、乙，丙,丁；戊;己/庚 辛\t壬\n癸"_s
                                    << QStringList{u"甲"_s,
                                                   u"乙"_s,
                                                   u"丙"_s,
                                                   u"丁"_s,
                                                   u"戊"_s,
                                                   u"己"_s,
                                                   u"庚"_s,
                                                   u"辛"_s,
                                                   u"壬"_s,
                                                   u"癸"_s};
        QTest::newRow("several in a row, at both ends")
            << u"、甲，、 乙；"_s << QStringList{u"甲"_s, u"乙"_s};
        QTest::newRow("a point belongs to a name")
            << u"买买提·艾力"_s << QStringList{u"买买提·艾力"_s};
    }

    void namesStandBetweenSigns()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        QCOMPARE(namesIn(text), names);
    }

    void everybodyNamedIsInvolvedOnce()
    {
        const QByteArray event(32, 'e');
        CaseFile caseFile{
            .id = CaseId::make(Instant::fromUtcMs(1'770'000'000'000), QByteArray(10, 'x'))};
        Step step;
        step.actor = u"li"_s;
        caseFile.steps = {step, step};
        caseFile.heads[u"handler"_s] = {{u"李工、王工"_s, event, 0, u"li"_s}};
        caseFile.heads[u"deptHeadSign"_s] = {
            {QJsonObject{{u"name"_s, u"王工"_s}}, event, 0, u"li"_s}};
        caseFile.heads[u"assignedDept"_s] = {{u"物流部"_s, event, 0, u"li"_s}};
        QCOMPARE(involvedIn(caseFile),
                 QStringList({u"li"_s, u"李工、王工"_s, u"李工"_s, u"王工"_s, u"物流部"_s}));
    }
};

QTEST_GUILESS_MAIN(TestInvolved)
#include "tst_involved.moc"
