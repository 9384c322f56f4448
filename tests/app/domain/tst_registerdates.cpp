// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/registerdates.h>

#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

Instant at(const char *local) { return *Instant::parseLocal(QString::fromLatin1(local)); }

Step step(const char *kind, const char *local, const QJsonObject &fields)
{
    Step one;
    one.kind = QString::fromLatin1(kind);
    one.at = at(local);
    one.fields = fields;
    return one;
}

CaseFile caseWith(const QVector<Step> &steps)
{
    CaseFile caseFile{.id =
                          CaseId::make(Instant::fromUtcMs(1'770'000'000'000), QByteArray(10, 'x'))};
    caseFile.steps = steps;
    return caseFile;
}

} // namespace

class TestRegisterDates : public QObject
{
    Q_OBJECT

private slots:

    void everyLoanIsALineUpToTheNext()
    {
        const auto lines = registerDates(
            caseWith(
                {step(event::kCaseOpened, "2026-03-01T09:00:00", {}),
                 step(event::kCaseMoved, "2026-03-02T09:00:00", {{u"lentAt"_s, u"2026-03-02"_s}}),
                 step(event::kCaseMoved, "2026-03-09T09:00:00", {{u"condition"_s, u"Intact"_s}}),
                 step(event::kCaseMoved, "2026-04-01T09:00:00", {{u"lentAt"_s, u"2026-04-01"_s}})}),
            {u"lentAt"_s});
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0).day.toString(), u"2026-03-02"_s);
        QCOMPARE(lines.at(0).begin, 1);
        QCOMPARE(lines.at(0).end, 3);
        QCOMPARE(lines.at(1).begin, 3);
        QCOMPARE(lines.at(1).end, 4);
    }

    void aCorrectionMovesItsLine()
    {
        const auto lines = registerDates(
            caseWith(
                {step(event::kCaseMoved, "2026-03-02T09:00:00", {{u"lentAt"_s, u"2026-03-02"_s}}),
                 step(event::kFieldSet, "2026-03-03T09:00:00", {{u"lentAt"_s, u"2026-02-27"_s}})}),
            {u"lentAt"_s});
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().day.toString(), u"2026-02-27"_s);
    }

    void theSameValueAgainIsNoNewLine()
    {
        const QJsonObject month{{u"month"_s, u"2026-03"_s}};
        const auto lines =
            registerDates(caseWith({step(event::kCaseMoved, "2026-04-02T09:00:00", month),
                                    step(event::kCaseMoved, "2026-04-05T09:00:00", month)}),
                          {u"month"_s});
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().day.toString(), u"2026-03-01"_s);
    }

    void aTextBelongsToTheDayOfItsStep()
    {
        const auto lines = registerDates(caseWith(
            {step(event::kCaseMoved, "2026-03-31T23:30:00", {{u"commonProblem"_s, u"渗水"_s}})}));
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().field, u"commonProblem"_s);
        QCOMPARE(lines.first().day.toString(), u"2026-03-31"_s);
    }

    void aMomentBelongsToItsOwnDay()
    {
        const auto lines = registerDates(
            caseWith({step(event::kCaseMoved,
                           "2026-04-02T09:00:00",
                           {{u"returnVisitAt"_s, at("2026-03-31T16:00:00").utcMs()}})}));
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().day.toString(), u"2026-03-31"_s);
    }
};

QTEST_GUILESS_MAIN(TestRegisterDates)
#include "tst_registerdates.moc"
