// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/capitals.h>

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// The same by rewriting: every place is written out with its unit, then what nobody writes is
/// struck, as on a blackboard.
QString byRewriting(qint64 fen)
{
    const QString digits = u"零壹贰叁肆伍陆柒捌玖"_s;
    const QStringList units = {u"元"_s,
                               u"拾"_s,
                               u"佰"_s,
                               u"仟"_s,
                               u"万"_s,
                               u"拾"_s,
                               u"佰"_s,
                               u"仟"_s,
                               u"亿"_s,
                               u"拾"_s,
                               u"佰"_s,
                               u"仟"_s,
                               u"兆"_s,
                               u"拾"_s,
                               u"佰"_s,
                               u"仟"_s};
    const QString yuan = QString::number(fen / 100);
    QString text;
    for (qsizetype i = 0; i < yuan.size(); ++i) {
        text += QString(digits.at(yuan.at(i).digitValue())) + units.at(yuan.size() - 1 - i);
    }
    const auto strike = [&text](const QString &from, const QString &to) {
        while (text.contains(from)) {
            text.replace(from, to);
        }
    };
    for (const auto &unit : {u"拾"_s, u"佰"_s, u"仟"_s}) {
        strike(u"零"_s + unit, u"零"_s);
    }
    strike(u"零零"_s, u"零"_s);
    // A unit of four places is kept where a digit stands in them; the 零 goes behind it.
    for (const auto &unit : {u"兆"_s, u"亿"_s, u"万"_s, u"元"_s}) {
        strike(u"零"_s + unit, unit + u"零"_s);
    }
    strike(u"亿零万"_s, u"亿零"_s);
    strike(u"亿万"_s, u"亿零"_s);
    strike(u"零零"_s, u"零"_s);
    strike(u"兆零亿"_s, u"兆亿零"_s);
    strike(u"零零"_s, u"零"_s);
    text.replace(u"兆"_s, u"万"_s);
    strike(u"零元"_s, u"元"_s);
    strike(u"万零元"_s, u"万元"_s);
    if (text.endsWith(u'零')) {
        text.chop(1);
    }
    const auto jiao = fen / 10 % 10;
    const auto cent = fen % 10;
    if (text == u"元"_s) {
        text = jiao + cent == 0 ? u"零元"_s : QString();
    }
    if (jiao > 0) {
        text += QString(digits.at(jiao)) + u"角"_s;
    }
    if (cent > 0) {
        text += (jiao == 0 && !text.isEmpty() ? u"零"_s : QString()) + digits.at(cent) + u"分"_s;
    }
    return cent > 0 ? text : text + u"整"_s;
}

} // namespace

class TestCapitals : public QObject
{
    Q_OBJECT

private slots:

    void amountsAreWrittenInCapitals_data()
    {
        QTest::addColumn<qint64>("fen");
        QTest::addColumn<QString>("words");
        const std::pair<qint64, QString> cases[] = {
            {0, u"零元整"_s},
            {500000, u"伍仟元整"_s},
            {1050030, u"壹万零伍佰元叁角整"_s},
            {100506, u"壹仟零伍元零陆分"_s},
            {10000000, u"壹拾万元整"_s},
            {2005, u"贰拾元零伍分"_s},
            {12000034578, u"壹亿贰仟万零叁佰肆拾伍元柒角捌分"_s},
            {5, u"伍分"_s},
            {50, u"伍角整"_s},
            {1000, u"壹拾元整"_s},
            {10000000100, u"壹亿零壹元整"_s},
            {100000000000000, u"壹万亿元整"_s},
            {100010000000000, u"壹万零壹亿元整"_s},
            {100000000010000, u"壹万亿零壹佰元整"_s},
            {999'999'999'999'999'999,
             u"玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"_s},
        };
        for (const auto &[fen, words] : cases) {
            QTest::addRow("%lld", static_cast<long long>(fen)) << fen << words;
        }
    }

    void amountsAreWrittenInCapitals()
    {
        QFETCH(qint64, fen);
        QFETCH(QString, words);
        QCOMPARE(capitals(fen), words);
        QCOMPARE(byRewriting(fen), words);
    }

    /// Amounts of every length, rich in zeros, where the rules live.
    void twoWaysOfWritingAgree()
    {
        QRandomGenerator chance(20240506);
        for (int i = 0; i < 200000; ++i) {
            const int length = 1 + static_cast<int>(chance.bounded(18));
            qint64 fen = 0;
            for (int k = 0; k < length; ++k) {
                const auto digit = chance.bounded(5) < 3 ? 0U : chance.bounded(10U);
                fen = fen * 10 + digit;
            }
            if (capitals(fen) != byRewriting(fen)) {
                QCOMPARE(capitals(fen), byRewriting(fen) + u" · %1"_s.arg(fen));
            }
        }
    }

    void aNegativeAmountHasNoWords()
    {
        QVERIFY(capitals(-1).isEmpty());
        QVERIFY(capitals(std::numeric_limits<qint64>::min()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCapitals)
#include "tst_capitals.moc"
