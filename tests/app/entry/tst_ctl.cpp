// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/ctl.h>

#include <QDir>
#include <QTest>

using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

const QJsonObject kComplaint{{u"kind"_s, u"Complaint"_s},
                             {u"channel"_s, u"Phone"_s},
                             {u"receivedAt"_s, u"2026-02-13T17:00:00"_s},
                             {u"complainantName"_s, u"王某"_s},
                             {u"phone"_s, u"13800138000"_s},
                             {u"category"_s, u"工作服务"_s},
                             {u"respondentDept"_s, u"配送部"_s},
                             {u"receivingUnit"_s, u"客服中心"_s},
                             {u"content"_s, u"送货迟到两天"_s},
                             {u"demand"_s, QJsonArray{u"Apology"_s}}};

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

} // namespace

class TestCtl : public QObject
{
    Q_OBJECT

private slots:

    void refusesWrongUsageWithTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("nothing") << QStringList{} << QByteArray("没有写命令");
        QTest::newRow("mistyped command")
            << QStringList{u"cse"_s, u"list"_s} << QByteArray("是不是“case");
        QTest::newRow("mistyped word")
            << QStringList{u"case"_s, u"lst"_s} << QByteArray("是不是“case list”");
        QTest::newRow("half a command") << QStringList{u"case"_s} << QByteArray("后面还要写");
        QTest::newRow("mistyped option")
            << QStringList{u"case"_s, u"list"_s, u"--knd"_s, u"Complaint"_s}
            << QByteArray("是不是“--kind”");
        QTest::newRow("option without value")
            << QStringList{u"report"_s, u"statistics"_s, u"--period"_s}
            << QByteArray("后面要写一个值");
        QTest::newRow("too few words") << QStringList{u"case"_s, u"show"_s} << QByteArray("少写了");
        QTest::newRow("too many words")
            << QStringList{u"status"_s, u"now"_s} << QByteArray("多写了");
        QTest::newRow("no period")
            << QStringList{u"report"_s, u"statistics"_s, u"--period"_s, u"2026-13"_s}
            << QByteArray("报表期");
        QTest::newRow("no report") << QStringList{u"report"_s, u"S-99"_s} << QByteArray("S-01");
        QTest::newRow("no unit")
            << QStringList{u"due"_s, u"--receipt"_s, u"2026-02-13T17:00"_s, u"--n"_s, u"3"_s}
            << QByteArray("--unit");
        QTest::newRow("all that is lacking") << QStringList{u"init"_s, u"--name"_s, u" "_s}
                                             << QByteArray("缺少 --office --name --regulation，");
        QTest::newRow("an empty office code is one")
            << QStringList{u"init"_s, u"--office"_s, u""_s, u"--name"_s, u"甲"_s}
            << QByteArray("缺少 --regulation，");
        QTest::newRow("words before options")
            << QStringList{u"person"_s, u"away"_s} << QByteArray("少写了");
        QTest::newRow("no language")
            << QStringList{u"--lang"_s, u"fr"_s, u"status"_s} << QByteArray("zh_CN");
    }

    void refusesWrongUsageWithTwo()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, said);
        const Ctl ctl;
        const auto answer = ctl(words);
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains(said), answer.err.constData());
    }

    void explainsEveryCommand()
    {
        const Ctl ctl;
        const auto overview = ctl({u"--help"_s});
        QCOMPARE(overview.code, 0);
        for (const char *command : {"init",
                                    "status",
                                    "calendar import",
                                    "due",
                                    "regulation check",
                                    "case act",
                                    "undo-import",
                                    "export register",
                                    "report",
                                    "print",
                                    "verify",
                                    "refold",
                                    "backup",
                                    "search",
                                    "person add",
                                    "sheet schema",
                                    "log access"}) {
            QVERIFY2(overview.out.contains(command), command);
        }
        QVERIFY(ctl({u"case"_s, u"add"_s, u"--help"_s, u"--lang"_s, u"en"_s})
                    .out.startsWith("Usage: huiyinctl case add"));
    }

    void listsWhoMayTakeAStep()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const auto help = ctl({u"case"_s, u"act"_s, u"--help"_s});
        QVERIFY(help.out.contains("transfer"));
        QVERIFY(help.out.contains("coordinator"));
        QVERIFY(help.out.contains("extend"));
    }

    void namesTheWorldWithThree_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("missing case file") << QStringList{u"status"_s};
        QTest::newRow("missing input")
            << QStringList{u"due"_s, u"--batch"_s, u"/nowhere/x.jsonl"_s};
        QTest::newRow("missing pack")
            << QStringList{u"regulation"_s, u"check"_s, u"/nowhere/x.toml"_s};
    }

    void namesTheWorldWithThree()
    {
        QFETCH(QStringList, words);
        const Ctl ctl;
        QCOMPARE(ctl(words).code, 3);
    }

    void refusesAPictureAsCaseFile()
    {
        const Ctl ctl;
        const QByteArray picture =
            QByteArray("\xFF\xD8\xFF\xE0\x00\x10JFIF", 10) + QByteArray(5000, 'x');
        const QString path = ctl.file(u"desk.huiyin"_s, picture);
        const auto answer = ctl({u"status"_s});
        QCOMPARE(answer.code, 3);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), picture);
    }

    void refusesToMakeACaseFileTwice()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const auto again = ctl({u"--json"_s,
                                u"init"_s,
                                u"--office"_s,
                                u"0571"_s,
                                u"--name"_s,
                                u"又一个"_s,
                                u"--regulation"_s,
                                u"tob"_s});
        QCOMPARE(again.code, 1);
        QCOMPARE(again.finding(), u"store.exists"_s);
    }

    void refusesAnUnknownRegulation()
    {
        const Ctl ctl;
        const auto answer = ctl(
            {u"init"_s, u"--office"_s, u"1"_s, u"--name"_s, u"x"_s, u"--regulation"_s, u"tobb"_s});
        QCOMPARE(answer.code, 1);
        QVERIFY(!QFile::exists(ctl.path(u"desk.huiyin"_s)));
    }

    void tellsTheStatus()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const QJsonObject status = ctl({u"status"_s, u"--json"_s}).json();
        QCOMPARE(status.value(u"office").toString(), u"0571"_s);
        QCOMPARE(status.value(u"regulation").toObject().value(u"id").toString(), u"tob"_s);
        QCOMPARE(status.value(u"calendar").toObject().value(u"to").toString(), u"2026-12-31"_s);
        for (const char *key :
             {"byStage", "overdue", "nextYearMissing", "lastBackup", "lastExchange", "integrity"}) {
            QVERIFY2(status.contains(QLatin1StringView(key)), key);
        }
    }

    void headquartersAreKnownByTheirFile()
    {
        for (const bool headquarters : {false, true}) {
            const Ctl ctl;
            QStringList words{u"init"_s,
                              u"--office"_s,
                              u"01"_s,
                              u"--name"_s,
                              u"总公司"_s,
                              u"--regulation"_s,
                              u"standard"_s};
            if (headquarters) {
                words.append(u"--hq"_s);
            }
            QCOMPARE(ctl(words).code, 0);
            QCOMPARE(ctl({u"status"_s, u"--json"_s}).json().value(u"headquarters"),
                     QJsonValue(headquarters));
            QCOMPARE(QString::fromUtf8(ctl({u"--lang"_s, u"zh_CN"_s, u"status"_s}).out)
                         .contains(u"（总部）"_s),
                     headquarters);
            QCOMPARE(ctl({u"verify"_s, u"--full"_s}).code, 0);
        }
    }

    void aRegulationIsFoundInCapitalsToo()
    {
        const Ctl ctl;
        QVERIFY(ctl.init(u"TOB"_s));
        const auto inForce = [&] {
            return ctl({u"status"_s, u"--json"_s})
                .json()
                .value(u"regulation")
                .toObject()
                .value(u"id")
                .toString();
        };
        QCOMPARE(inForce(), u"tob"_s);
        QCOMPARE(ctl({u"regulation"_s, u"use"_s, u"TRD"_s}).code, 0);
        QCOMPARE(inForce(), u"trd"_s);
        QCOMPARE(ctl({u"regulation"_s, u"show"_s, u"Law"_s}).code, 0);
        QCOMPARE(ctl({u"regulation"_s, u"coverage"_s, u"TOB"_s}).code, 0);
        QCOMPARE(ctl({u"due"_s,
                      u"--regulation"_s,
                      u"TOB"_s,
                      u"--kind"_s,
                      u"Complaint"_s,
                      u"--receipt"_s,
                      u"2026-03-02T09:00"_s})
                     .code,
                 0);
        QCOMPARE(ctl({u"regulation"_s, u"show"_s, u"XYZ"_s}).code, 1);
    }

    void answersEveryPublicVector()
    {
        const Ctl ctl;
        QFile file(QStringLiteral(HUIYIN_TEST_DATA "/due-vectors.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto answer = ctl({u"due"_s, u"--batch"_s, file.fileName(), u"--json"_s});
        QCOMPARE(answer.code, 0);
        const auto answers = answer.lines();
        qsizetype i = 0;
        while (!file.atEnd()) {
            const QJsonObject asked = QJsonDocument::fromJson(file.readLine()).object();
            const QJsonObject expect = asked.value(u"expect").toObject();
            QCOMPARE(answers.at(i),
                     (QJsonObject{{u"id"_s, asked.value(u"id")},
                                  {u"due"_s, expect.value(u"due")},
                                  {u"dueDay"_s, expect.value(u"due_day")},
                                  {u"provisional"_s, expect.value(u"provisional")}}));
            ++i;
        }
        QCOMPARE(answers.size(), i);
    }

    void goesOnAfterABadLine()
    {
        const Ctl ctl;
        const QString path =
            ctl.file(u"batch.jsonl"_s,
                     "{\"id\":\"a\",\"receipt\":\"2026-03-02T10:00:00\",\"rule\":{\"unit\":"
                     "\"workdays\",\"n\":3}}\n{\"id\":\"b\",\"receipt\":\"2026-02-30T10:00:00\","
                     "\"rule\":{\"unit\":\"workdays\",\"n\":3}}\nnonsense\n"
                     "{\"id\":\"c\",\"receipt\":\"2026-03-02T10:00:00\",\"rule\":{\"unit\":"
                     "\"days\",\"n\":1}}\n");
        const auto answer = ctl({u"due"_s, u"--batch"_s, path});
        QCOMPARE(answer.code, 4);
        const auto lines = answer.lines();
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0).value(u"due").toString(), u"2026-03-05T17:30:00"_s);
        QVERIFY(!lines.at(1).value(u"error").toObject().value(u"message").toString().isEmpty());
        QVERIFY(lines.at(2).contains(u"error"));
        QCOMPARE(lines.at(3).value(u"dueDay").toString(), u"2026-03-03"_s);
    }

    void explainsADueTimeDayByDay()
    {
        const Ctl ctl;
        const QJsonObject answer = ctl({u"--json"_s,
                                        u"due"_s,
                                        u"--receipt"_s,
                                        u"2026-02-13T17:00"_s,
                                        u"--unit"_s,
                                        u"workdays"_s,
                                        u"--n"_s,
                                        u"3"_s,
                                        u"--why"_s})
                                       .json();
        QCOMPARE(answer.value(u"due").toString(), u"2026-02-25T17:30:00"_s);
        const QJsonArray days = answer.value(u"days").toArray();
        QCOMPARE(days.size(), 13);
        QCOMPARE(days.at(1).toObject().value(u"reason").toString(), u"makeup"_s);
        QCOMPARE(days.at(12).toObject().value(u"number").toInt(), 3);
    }

    void takesPausesHoursAndExtensions()
    {
        const Ctl ctl;
        const auto due = [&](const QStringList &more) {
            return ctl(QStringList{u"--json"_s,
                                   u"due"_s,
                                   u"--receipt"_s,
                                   u"2026-03-02T10:00"_s,
                                   u"--unit"_s,
                                   u"workdays"_s,
                                   u"--n"_s,
                                   u"3"_s} +
                       more)
                .json()
                .value(u"due")
                .toString();
        };
        QCOMPARE(due({u"--extend-to"_s, u"7"_s}), u"2026-03-11T17:30:00"_s);
        QCOMPARE(due({u"--close"_s, u"18:00"_s}), u"2026-03-05T18:00:00"_s);
        QCOMPARE(due({u"--pause"_s, u"2026-03-03T09:00..2026-03-04T09:00"_s}),
                 u"2026-03-06T17:30:00"_s);
    }

    void saysWhatADayIs()
    {
        const Ctl ctl;
        const QJsonObject day =
            ctl({u"--json"_s, u"calendar"_s, u"check"_s, u"2026-02-14"_s}).json();
        QCOMPARE(day.value(u"working").toBool(), true);
        QCOMPARE(day.value(u"kind").toString(), u"makeupDay"_s);
        QCOMPARE(ctl({u"calendar"_s, u"check"_s, u"2026-02-30"_s}).code, 2);
    }

    void recordsAndShowsACase()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        const auto added = ctl({u"case"_s, u"add"_s, u"--json"_s}, bytesOf(kComplaint));
        QCOMPARE(added.code, 0);
        const QString number = added.json().value(u"caseNo").toString();
        QCOMPARE(number, u"TS0571202602-0001"_s);
        const QJsonObject clock = added.json().value(u"clocks").toArray().first().toObject();
        QCOMPARE(clock.value(u"due").toString(), u"2026-02-25T17:30:00"_s);
        QCOMPARE(clock.value(u"clause").toString(), u"R-TOB-19"_s);
        const QJsonObject shown = ctl({u"case"_s, u"show"_s, number, u"--json"_s}).json();
        QCOMPARE(shown.value(u"fields").toObject().value(u"receivedAt").toString(),
                 u"2026-02-13T17:00:00"_s);
        QCOMPARE(shown.value(u"fields").toObject().value(u"complainantName").toString(), u"王某"_s);
        QCOMPARE(shown.value(u"steps").toArray().size(), 1);
        QCOMPARE(ctl({u"case"_s, u"list"_s, u"--json"_s, u"--phone"_s, u"8000"_s}).lines().size(),
                 1);
        QCOMPARE(ctl({u"search"_s, u"迟到"_s, u"--json"_s}).lines().size(), 1);
        const QJsonObject why = ctl({u"case"_s, u"why"_s, number, u"--json"_s}).json();
        QCOMPARE(why.value(u"clocks").toArray().first().toObject().value(u"days").toArray().size(),
                 13);
    }

    void refusesBadInputAndWritesNothing_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("code");
        QTest::newRow("broken JSON")
            << QByteArray("{\"kind\":\n  \"Complaint\",,}") << u"input.json"_s;
        QTest::newRow("a list") << QByteArray("[1,2]") << u"input.notAnObject"_s;
        QTest::newRow("nothing") << QByteArray() << u"input.empty"_s;
        QTest::newRow("only blanks") << QByteArray(" \n\t") << u"input.empty"_s;
        QTest::newRow("unknown key") << bytesOf(with(kComplaint, u"complainantNam"_s, u"x"_s))
                                     << u"input.unknownField.near"_s;
        QTest::newRow("no such choice")
            << bytesOf(with(kComplaint, u"channel"_s, u"Pigeon"_s)) << u"input.notAChoice"_s;
        QTest::newRow("impossible date")
            << bytesOf(with(kComplaint, u"receivedAt"_s, u"2026-02-30T10:00:00"_s))
            << u"input.impossible"_s;
    }

    void refusesBadInputAndWritesNothing()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, code);
        const Ctl ctl;
        QVERIFY(ctl.init());
        const auto answer = ctl({u"--json"_s, u"case"_s, u"add"_s}, input);
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.finding(), code);
        QVERIFY(!answer.err.isEmpty());
        QCOMPARE(ctl({u"status"_s, u"--json"_s}).json().value(u"cases").toInt(), 0);
    }

    void placesAJsonFault()
    {
        const Ctl ctl;
        const QJsonObject finding =
            ctl({u"--json"_s, u"case"_s, u"add"_s}, "{\"kind\":\n  \"Complaint\",,}")
                .json()
                .value(u"findings")
                .toArray()
                .first()
                .toObject();
        QCOMPARE(finding.value(u"line").toInt(), 2);
        QVERIFY(finding.value(u"column").toInt() >= 14);
    }

    void suggestsTheNearestField()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        QVERIFY(ctl({u"case"_s, u"add"_s}, bytesOf(with(kComplaint, u"complainantNam"_s, u"x"_s)))
                    .err.contains("complainantName"));
    }

    void refusesUnknownCasesAndSteps()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        QCOMPARE(ctl({u"case"_s, u"show"_s, u"TS0000"_s}).code, 1);
        const QString number = ctl({u"case"_s, u"add"_s, u"--json"_s}, bytesOf(kComplaint))
                                   .json()
                                   .value(u"caseNo")
                                   .toString();
        const auto answer = ctl({u"--json"_s, u"case"_s, u"act"_s, number, u"transfr"_s});
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.finding(), u"act.unknownNear"_s);
        QVERIFY(ctl({u"case"_s, u"act"_s, number, u"transfer"_s}).code == 1); // needs a department
        QCOMPARE(ctl({u"case"_s, u"show"_s, number, u"--json"_s}).json().value(u"stage").toString(),
                 u"New"_s);
    }

    void placesTheFaultsOfAPack()
    {
        const Ctl ctl;
        QFile pack(QStringLiteral(HUIYIN_SOURCE_DIR "/resources/regulations/tob.toml"));
        QVERIFY(pack.open(QIODevice::ReadOnly));
        QByteArray text = pack.readAll();
        const int line = static_cast<int>(text.left(text.indexOf("needs ")).count('\n')) + 1;
        text.replace(text.indexOf("needs "), 5, "neads");
        const auto answer =
            ctl({u"--json"_s, u"regulation"_s, u"check"_s, ctl.file(u"tob.toml"_s, text)});
        QCOMPARE(answer.code, 1);
        QCOMPARE(
            answer.json().value(u"findings").toArray().first().toObject().value(u"line").toInt(),
            line);
        QCOMPARE(ctl({u"regulation"_s, u"check"_s, pack.fileName()}).code, 0);
    }

    void keepsARosterOnceThereIsOne()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        QCOMPARE(
            ctl({u"person"_s, u"add"_s, u"wang"_s, u"--name"_s, u"王姐"_s, u"--role"_s, u"clerk"_s})
                .code,
            0);
        QCOMPARE(ctl({u"person"_s, u"list"_s, u"--json"_s}).lines().first().value(u"id").toString(),
                 u"wang"_s);
        QCOMPARE(ctl({u"--actor"_s, u"nobody"_s, u"case"_s, u"add"_s}, bytesOf(kComplaint)).code,
                 1);
        QCOMPARE(ctl({u"--actor"_s, u"wang"_s, u"case"_s, u"add"_s}, bytesOf(kComplaint)).code, 0);
    }

    void verifiesRefoldsAndBacksUp()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        QCOMPARE(ctl({u"case"_s, u"add"_s}, bytesOf(kComplaint)).code, 0);
        const auto verified = ctl({u"verify"_s, u"--full"_s, u"--json"_s});
        QCOMPARE(verified.code, 0);
        QCOMPARE(verified.json().value(u"cases").toInt(), 1);
        QCOMPARE(ctl({u"refold"_s, u"--json"_s}).json().value(u"cases").toInt(), 1);
        QVERIFY(QDir(ctl.path({})).mkpath(u"backup"_s));
        const auto saved = ctl({u"backup"_s, u"--out"_s, ctl.path(u"backup"_s), u"--json"_s});
        QCOMPARE(saved.code, 0);
        QVERIFY(QFile::exists(saved.json().value(u"file").toString()));
        QVERIFY(ctl({u"status"_s, u"--json"_s}).json().value(u"lastBackup").isString());
    }

    void exportsTheLedger()
    {
        const Ctl ctl;
        QVERIFY(ctl.init());
        QCOMPARE(
            ctl({u"case"_s, u"add"_s}, bytesOf(with(kComplaint, u"complainantName"_s, u"=1+1"_s)))
                .code,
            0);
        const QString path = ctl.path(u"ledger.csv"_s);
        QCOMPARE(ctl({u"export"_s, u"register"_s, u"--format"_s, u"csv"_s, u"--out"_s, path}).code,
                 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QVERIFY(csv.startsWith("\xEF\xBB\xBF序号,受理日期,投诉编号"));
        QVERIFY(csv.contains(",'=1+1,13800138000,"));
        QCOMPARE(ctl({u"export"_s, u"register"_s, u"--out"_s, u"/nowhere/x.csv"_s}).code, 3);
    }
};

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
