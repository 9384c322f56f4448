// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/texts.h>

#include <QtTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

class TestTexts : public QObject
{
    Q_OBJECT

private slots:

    void aSentenceSaysTheLabelOfItsField()
    {
        const auto texts = Texts::load();
        QVERIFY(texts);
        const Finding finding{
            u"step.needs"_s,
            Severity::Refusal,
            u"replyText"_s,
            {{u"action"_s, u"答复"_s}, {u"field"_s, u"答复结果"_s}, {u"by"_s, QString()}}};
        QCOMPARE(texts->sentence(finding, Language::Chinese), u"“答复”要先填“答复结果”。"_s);
    }

    void aMomentStandsThereAsPeopleWriteIt()
    {
        const auto texts = Texts::load();
        QVERIFY(texts);
        const Finding finding{
            u"extend.afterDue"_s, Severity::Refusal, {}, {{u"due"_s, u"2026-11-19T17:30:00"_s}}};
        for (const auto language : {Language::Chinese, Language::English}) {
            const auto sentence = texts->sentence(finding, language);
            QVERIFY2(sentence.contains(u"2026-11-19 17:30"), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u"17:30:"), qPrintable(sentence));
        }
    }

    void aCodeWithoutASentenceStandsForItself()
    {
        const auto texts = Texts::load();
        QVERIFY(texts);
        QCOMPARE(texts->sentence(u"no.such.code"_s, {}, Language::English), u"no.such.code"_s);
    }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
