// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/ctl.h>

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

/// The plain story of a pack, one object a line.
QVector<QJsonObject> storyOf(const QString &pack)
{
    QVector<QJsonObject> lines;
    QFile file(QStringLiteral(HUIYIN_SOURCE_DIR "/tests/flows/regulations/") + pack +
               u"/plain.jsonl"_s);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (!line.trimmed().isEmpty()) {
                lines.append(QJsonDocument::fromJson(line).object());
            }
        }
    }
    return lines;
}

QStringList strings(const QJsonValue &value) { return value.toVariant().toStringList(); }

/// What the command line shows of a case that the line does not expect so. A clock that recording
/// itself stops is stopped now, not at the moment the story tells: only its limit is compared.
QStringList
differences(const QJsonObject &line, const QJsonObject &shown, const QString &recordedAt)
{
    QStringList faults;
    const auto compare =
        [&faults](const QString &place, const QJsonValue &is, const QJsonValue &be) {
            if (is != be) {
                faults.append(u"%1 is %2, not %3"_s.arg(
                    place, is.toVariant().toString(), be.toVariant().toString()));
            }
        };
    if (line.contains(u"stage")) {
        compare(u"stage"_s, shown.value(u"stage"), line.value(u"stage"));
    }
    const QJsonArray clocks = shown.value(u"clocks").toArray();
    const QJsonObject wanted = line.value(u"clocks").toObject();
    for (auto it = wanted.constBegin(); it != wanted.constEnd(); ++it) {
        QJsonObject last;
        for (const auto &clock : clocks) {
            if (clock.toObject().value(u"clock").toString() == it.key()) {
                last = clock.toObject();
            }
        }
        const bool byRecording =
            it.value().toObject().value(u"stoppedAt") == QJsonValue(recordedAt);
        for (const auto &key : {u"due"_s, u"state"_s, u"stoppedAt"_s}) {
            if (it.value().toObject().contains(key) && (key == u"due"_s || !byRecording)) {
                compare(it.key() + u'.' + key, last.value(key), it.value().toObject().value(key));
            }
        }
    }
    return faults;
}

} // namespace

/// One complaint under every pack, from the empty case file to its closing, by the command line
/// alone: the same stories the desk is told.
class TestCtlPacks : public QObject
{
    Q_OBJECT

private slots:

    void aStoryRunsToItsEnd_data()
    {
        QTest::addColumn<QString>("pack");
        const QStringList packs = QDir(QStringLiteral(HUIYIN_SOURCE_DIR "/tests/flows/regulations"))
                                      .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QVERIFY(packs.size() >= 12);
        for (const QString &pack : packs) {
            QTest::newRow(qPrintable(pack)) << pack;
        }
    }

    void aStoryRunsToItsEnd()
    {
        QFETCH(QString, pack);
        const QVector<QJsonObject> story = storyOf(pack);
        QVERIFY(!story.isEmpty());
        const Ctl ctl;
        open(ctl, story.first());
        QString number;
        QString last;
        QString recordedAt;
        for (qsizetype i = 1; i < story.size(); ++i) {
            const QJsonObject &line = story.at(i);
            if (line.contains(u"by")) {
                last = line.value(u"by").toString();
            }
            const auto answer = tell(ctl, line, last, number);
            const QString place = u"%1 line %2: "_s.arg(pack).arg(i + 1);
            if (line.contains(u"refused")) {
                QVERIFY2(answer.code == 1 &&
                             answer.out.contains(strings(line.value(u"refused")).first().toUtf8()),
                         qPrintable(place + QString::fromUtf8(answer.out + answer.err)));
            } else {
                QVERIFY2(answer.code == 0,
                         qPrintable(place + QString::fromUtf8(answer.err + answer.out)));
            }
            if (line.value(u"do") == u"record"_s) {
                number = answer.json().value(u"caseNo").toString();
                recordedAt = line.value(u"at").toString();
            }
            if (line.contains(u"expect")) {
                const QStringList faults = differences(line, answer.json(), recordedAt);
                QVERIFY2(faults.isEmpty(), qPrintable(place + faults.join(u"; ")));
            }
        }
        close(ctl, number);
    }

    void anOverlayIsNoRegulationOfAnOffice()
    {
        const Ctl ctl;
        QVERIFY(!ctl.init(u"maj"_s));
        QVERIFY(!QFile::exists(ctl.path(u"desk.huiyin"_s)));
    }

    void aReportCountsCasesThatItsReaderMustNotSee()
    {
        const Ctl ctl;
        open(ctl,
             {{u"regulation"_s, u"law"_s},
              {u"people"_s,
               QJsonArray{QJsonObject{{u"id"_s, u"tai"_s},
                                      {u"name"_s, u"总台小白"_s},
                                      {u"department"_s, u"行政"_s},
                                      {u"roles"_s, QJsonArray{u"clerk"_s}}},
                          QJsonObject{{u"id"_s, u"lv"_s},
                                      {u"name"_s, u"律师老商"_s},
                                      {u"department"_s, u"诉讼部"_s},
                                      {u"roles"_s, QJsonArray{u"handler"_s}}}}}});
        const QJsonObject complaint{{u"kind"_s, u"Complaint"_s},
                                    {u"channel"_s, u"Phone"_s},
                                    {u"receivedAt"_s, u"2026-03-02T09:00:00"_s},
                                    {u"phone"_s, u"13900000031"_s},
                                    {u"respondentPerson"_s, u"律师老商"_s},
                                    {u"content"_s, u"没有告知举证期限"_s}};
        QCOMPARE(ctl({u"case"_s, u"add"_s, u"--actor"_s, u"tai"_s}, bytesOf(complaint)).code, 0);
        const auto list = ctl({u"case"_s, u"list"_s, u"--json"_s, u"--actor"_s, u"lv"_s});
        QVERIFY2(list.lines().isEmpty(), list.out.constData());
        const auto report =
            ctl({u"report"_s, u"S-01"_s, u"--period"_s, u"2026-03"_s, u"--actor"_s, u"lv"_s});
        QVERIFY2(report.code == 0, report.err.constData());
    }

private:
    static void open(const Ctl &ctl, const QJsonObject &opening)
    {
        QVERIFY(ctl.init(opening.value(u"regulation").toString()));
        QStringList overlay{u"regulation"_s, u"use"_s, opening.value(u"regulation").toString()};
        for (const QString &with : strings(opening.value(u"with"))) {
            overlay += {u"--with"_s, with};
        }
        const QJsonArray people = opening.value(u"people").toArray();
        const QString first = people.first().toObject().value(u"id").toString();
        if (overlay.size() > 3) {
            QCOMPARE(ctl(overlay + QStringList{u"--actor"_s, first}).code, 0);
        }
        QString entering = first; // somebody who decides for the house, once there is one
        static const QStringList deciding{
            u"leader"_s, u"gm"_s, u"chairman"_s, u"companyLeader"_s, u"salesDirector"_s};
        for (const auto &value : people) {
            const QJsonObject person = value.toObject();
            const auto added = ctl({u"person"_s,
                                    u"add"_s,
                                    person.value(u"id").toString(),
                                    u"--name"_s,
                                    person.value(u"name").toString(),
                                    u"--department"_s,
                                    person.value(u"department").toString(),
                                    u"--role"_s,
                                    strings(person.value(u"roles")).join(u','),
                                    u"--actor"_s,
                                    entering});
            QVERIFY2(added.code == 0, added.err.constData());
            const QStringList roles = strings(person.value(u"roles"));
            if (std::any_of(roles.cbegin(), roles.cend(), [](const QString &role) {
                    return deciding.contains(role);
                })) {
                entering = person.value(u"id").toString();
            }
        }
    }

    static Ctl::Answer
    tell(const Ctl &ctl, const QJsonObject &line, const QString &actor, const QString &number)
    {
        QStringList words{u"--json"_s, u"case"_s};
        if (!actor.isEmpty()) {
            words += {u"--actor"_s, actor};
        }
        QJsonObject fields = line.value(u"fields").toObject();
        if (line.contains(u"expect")) {
            return ctl(words + QStringList{u"show"_s, number});
        }
        if (line.value(u"do") == u"record"_s) {
            if (!fields.contains(u"receivedAt")) {
                fields.insert(u"receivedAt"_s, line.value(u"at"));
            }
            return ctl(words + QStringList{u"add"_s}, bytesOf(fields));
        }
        return ctl(words + QStringList{u"act"_s,
                                       number,
                                       line.value(u"do").toString(),
                                       u"--at"_s,
                                       line.value(u"at").toString()},
                   bytesOf(fields));
    }

    /// A story that ends with the answer is closed by whoever may.
    static void close(const Ctl &ctl, const QString &number)
    {
        static const QStringList over{u"Closed"_s, u"Archived"_s};
        const auto stage = [&] {
            return ctl({u"case"_s, u"show"_s, number, u"--json"_s})
                .json()
                .value(u"stage")
                .toString();
        };
        if (over.contains(stage())) {
            return;
        }
        const auto people = ctl({u"person"_s, u"list"_s, u"--json"_s}).lines();
        for (const QJsonObject &person : people) {
            static_cast<void>(ctl({u"case"_s,
                                   u"act"_s,
                                   number,
                                   u"close"_s,
                                   u"--actor"_s,
                                   person.value(u"id").toString()},
                                  bytesOf({{u"noVisitReason"_s, u"客户不愿接受回访"_s}})));
            if (over.contains(stage())) {
                return;
            }
        }
        QFAIL("nobody can close the case");
    }
};

QTEST_GUILESS_MAIN(TestCtlPacks)
#include "tst_ctlpacks.moc"
