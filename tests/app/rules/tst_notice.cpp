// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/notice.h>
#include <rules/texts.h>

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace huiyin;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const WorkCalendar &calendar()
{
    static const auto loaded =
        WorkCalendar::fromJson(contents(QStringLiteral(":/huiyin/calendars/cn-workdays.json")));
    return loaded.value();
}

QString printed(int year)
{
    return QString::fromUtf8(
        contents(QStringLiteral(HUIYIN_TEST_DATA "/notices/%1.txt").arg(year)));
}

QString dayList(const QVector<SpecialDay> &days)
{
    QString list;
    for (const auto &special : days) {
        list += QStringLiteral("%1 %2 %3\n")
                    .arg(special.day.toString(),
                         special.working ? QStringLiteral("班") : QStringLiteral("休"),
                         special.name);
    }
    return list;
}

QString tableOf(int year)
{
    for (const auto &table : calendar().years()) {
        if (table.year == year) {
            return dayList(table.days);
        }
    }
    return {};
}

/// Codes of warnings and refusals.
QStringList codes(const Findings &findings)
{
    QStringList list;
    for (const auto &finding : findings) {
        if (finding.severity != Severity::Hint) {
            list.append(finding.code);
        }
    }
    return list;
}

QString withItem(const QString &item)
{
    return QStringLiteral("国务院办公厅关于2026年元旦放假的通知\n\n") + item;
}

QString yearly(const QString &items)
{
    return QStringLiteral("国务院办公厅关于2026年部分节假日安排的通知\n经国务院批准，现将2026年放假"
                          "调休日期的具体安排通知如下。\n") +
           items;
}

QString fullWidth(const QString &text)
{
    QString wide = text;
    for (auto &c : wide) {
        if (c > u' ' && c < u'\x7f') {
            c = QChar(static_cast<char16_t>(c.unicode() + 0xFEE0));
        }
    }
    return wide;
}

} // namespace

class TestNotice : public QObject
{
    Q_OBJECT

private slots:
    void everyNoticeGivesItsYear_data();
    void everyNoticeGivesItsYear();
    void pastingChangesNothing_data();
    void pastingChangesNothing();
    void wordsOfThePageAroundTheNoticeAreLeftAside();
    void aCorrectionAloneChangesTheStandingYear_data();
    void aCorrectionAloneChangesTheStandingYear();
    void aCorrectionOfAnUnknownYearIsRefused();
    void aSentenceWithoutDaysIsNamedToo_data();
    void aSentenceWithoutDaysIsNamedToo();
    void ofTheNoticesAsPrintedOnlyWhatArrangesNoDaysIsLeftAside();
    void anItemOfTwoFestivalsCountsThemTogetherOrEach();
    void adviceIsNamedAndArrangesNothing();
    void doubtfulNoticesAreNamed_data();
    void doubtfulNoticesAreNamed();
    void aSentenceNotUnderstoodCarriesItsLineAndWords();
    void aMissingFestivalIsAWarning();
    void everyYearOfTheNoticesIsToldApartFromTheOthers();
    void otherWordingsAreUnderstood_data();
    void otherWordingsAreUnderstood();
    void randomDamageNeverCrashes();
    void filesAreToldApart_data();
    void filesAreToldApart();
    void aLongListGivesTheYearThatDiffers();
    void icsEventsGiveTheYear();
    void doubtfulIcsEventsAreRefused_data();
    void doubtfulIcsEventsAreRefused();
    void gb18030TextIsRead();
    void everyCodeHasASentence();
};

void TestNotice::everyNoticeGivesItsYear_data()
{
    QTest::addColumn<int>("year");
    for (int year = 2007; year <= 2026; ++year) {
        QTest::addRow("%d", year) << year;
    }
}

void TestNotice::everyNoticeGivesItsYear()
{
    QFETCH(int, year);
    const auto reading = readNotice(printed(year));
    QStringList said;
    for (const auto &finding : reading.findings) {
        said.append(finding.code + QLatin1Char(' ') + finding.args.value(QStringLiteral("text")) +
                    finding.args.value(QStringLiteral("day")));
    }
    QVERIFY2(codes(reading.findings).isEmpty(), qPrintable(said.join(u'\n')));
    QCOMPARE(reading.table.year, year);
    QCOMPARE(dayList(reading.table.days), tableOf(year));
}

void TestNotice::pastingChangesNothing_data() { everyNoticeGivesItsYear_data(); }

void TestNotice::pastingChangesNothing()
{
    QFETCH(int, year);
    const QString text = printed(year);
    const QString wanted = tableOf(year);
    const auto same = [&](const char *what, const QString &variant) {
        const auto reading = readNotice(variant);
        const bool clean = !refuses(reading.findings);
        if (!clean || dayList(reading.table.days) != wanted) {
            qWarning("%s of %d: %s\n%s",
                     what,
                     year,
                     qPrintable(codes(reading.findings).join(u' ')),
                     qPrintable(dayList(reading.table.days)));
        }
        return clean && dayList(reading.table.days) == wanted;
    };
    static const QRegularExpression weekdays(QStringLiteral("（(?:星期|周)[一二三四五六日]）"));
    QString bare = text;
    QVERIFY(same("without weekdays", bare.remove(weekdays)));
    QVERIFY(same("full width", fullWidth(text)));
    QString ascii = text;
    for (const auto &[wide, narrow] :
         {std::pair(u'（', u'('), {u'）', u')'}, {u'：', u':'}, {u'，', u','}, {u'；', u';'}}) {
        ascii.replace(wide, narrow);
    }
    QVERIFY(same("ASCII signs", ascii));
    QString oneLine = text;
    QVERIFY(same("one line", oneLine.remove(u'\n')));
    QVERIFY(same("CRLF", QString(text).replace(u'\n', QStringLiteral("\r\n"))));
    QVERIFY(same("short weekdays",
                 QString(text).replace(QStringLiteral("星期"), QStringLiteral("周"))));
    QVERIFY(same("other dashes",
                 QString(text).replace(QRegularExpression(QStringLiteral("(?<=[日）])至")),
                                       QStringLiteral("—"))));
    QRandomGenerator random(static_cast<quint32>(year));
    for (int round = 0; round < 20; ++round) {
        QString broken;
        for (const QChar c : text) {
            broken += c;
            const int dice = random.bounded(8);
            broken += dice == 0   ? QStringLiteral("\n")
                      : dice == 1 ? QStringLiteral(" ")
                      : dice == 2 ? QStringLiteral("\u3000")
                                  : QString();
        }
        QVERIFY(same("broken lines", broken));
    }
}

void TestNotice::wordsOfThePageAroundTheNoticeAreLeftAside()
{
    const QString page =
        QStringLiteral(
            "国务院办公厅关于2026年部分节假日安排的通知_国务院文件_中国政府网\n首页 > 政策\n"
            "索 引 号：000014349/2025-00087 主题分类：综合政务\\其他\n发文机关：国务院办公厅 "
            "成文日期：2025年11月04日\n"
            "标　　题：国务院办公厅关于2026年部分节假日安排的通知\n发文字号：国办发明电〔2025〕7号 "
            "发布日期：2025年11月04日\n") +
        printed(2026) +
        QStringLiteral(
            "\n（此件公开发布）\n责任编辑：王某\n相关稿件\n国务院办公厅关于2025年部分节假"
            "日安排的通知\n扫一扫在手机打开当前页\n");
    const auto reading = readNotice(page);
    QCOMPARE(codes(reading.findings), QStringList());
    QCOMPARE(dayList(reading.table.days), tableOf(2026));
    QCOMPARE(reading.table.notices,
             QStringList{QStringLiteral(
                 "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）")});
    QVERIFY(readNotice(printed(2026) + QStringLiteral("\n（此件公开发布）\n")).findings.isEmpty());
    for (const auto &foot : {u"（此件公开发布）国务院办公厅2025年11月4日",
                             u"国务院办公厅2025年11月4日（此件公开发布）",
                             u"2025年11月4日（此件公开发布）"}) {
        const auto footed = readNotice(
            yearly(QStringLiteral("一、元旦：1月1日至3日放假。\n") + QString::fromUtf16(foot)));
        QCOMPARE(
            codes(footed.findings),
            codes(readNotice(yearly(QStringLiteral("一、元旦：1月1日至3日放假。\n"))).findings));
    }
}

void TestNotice::aCorrectionAloneChangesTheStandingYear_data()
{
    QTest::addColumn<int>("year");
    for (const int year : {2015, 2019, 2020}) {
        QTest::addRow("%d", year) << year;
    }
}

void TestNotice::aCorrectionAloneChangesTheStandingYear()
{
    QFETCH(int, year);
    const QString text = printed(year);
    const qsizetype cut = text.lastIndexOf(QStringLiteral("国务院"),
                                           text.lastIndexOf(QStringLiteral("的通知\n")) - 1);
    const qsizetype correction = text.lastIndexOf(u'\n', cut) + 1;
    const auto first = readNotice(text.left(correction));
    QVERIFY(!refuses(first.findings));
    QVERIFY(dayList(first.table.days) != tableOf(year));
    const WorkCalendar before = calendar().with(first.table);
    const auto reading = readNotice(text.mid(correction), &before);
    QCOMPARE(codes(reading.findings), QStringList());
    QCOMPARE(dayList(reading.table.days), tableOf(year));
    QCOMPARE(reading.table.notices.size(), 2);
}

void TestNotice::aCorrectionOfAnUnknownYearIsRefused()
{
    const auto reading = readNotice(
        QStringLiteral(
            "国务院办公厅关于调整2031年劳动节假期安排的通知\n2031年5月1日至4日放假，共4天。"),
        &calendar());
    QCOMPARE(codes(reading.findings), QStringList{QStringLiteral("notice.correctionAlone")});
}

void TestNotice::aSentenceWithoutDaysIsNamedToo_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("said");
    QTest::newRow("within an item")
        << QStringLiteral("三、清明节") << QStringLiteral("公路免费通行。");
    QTest::newRow("after the last item")
        << QStringLiteral("节假日期间") << QStringLiteral("本通知由各单位自行转发。");
    QTest::newRow("before the first item")
        << QStringLiteral("一、元旦") << QStringLiteral("请遵照执行。");
    QTest::newRow("after the signature") << QString() << QStringLiteral("责任编辑：某某。");
}

void TestNotice::aSentenceWithoutDaysIsNamedToo()
{
    QFETCH(QString, before);
    QFETCH(QString, said);
    QString text = printed(2026);
    text.insert(before.isEmpty() ? text.size() : text.indexOf(before), said);
    const auto reading = readNotice(text);
    QCOMPARE(reading.findings.size(), 1);
    QCOMPARE(reading.findings.constFirst().code, QStringLiteral("notice.aside"));
    QCOMPARE(reading.findings.constFirst().args.value(QStringLiteral("text")).left(4),
             said.left(4));
    QCOMPARE(dayList(reading.table.days), tableOf(2026));
}

void TestNotice::ofTheNoticesAsPrintedOnlyWhatArrangesNoDaysIsLeftAside()
{
    QStringList aside;
    for (int year = 2007; year <= 2026; ++year) {
        for (const auto &finding : readNotice(printed(year)).findings) {
            aside.append(QString::number(year) + QLatin1Char(' ') +
                         finding.args.value(QStringLiteral("text")).left(8));
        }
    }
    QCOMPARE(aside,
             (QStringList{QStringLiteral("2020 二、各地大专院校"),
                          QStringLiteral("2020 三、因疫情防控不"),
                          QStringLiteral("2024 鼓励各单位结合带")}));
}

void TestNotice::anItemOfTwoFestivalsCountsThemTogetherOrEach()
{
    const auto miscounts = [](const char16_t *days, const char16_t *count) {
        const auto reading =
            readNotice(yearly(QStringLiteral("一、中秋节、国庆节：") + QString::fromUtf16(days) +
                              QString::fromUtf16(count)));
        return codes(reading.findings).contains(QStringLiteral("notice.count"));
    };
    const auto *const days = u"9月15日放假，不调休；10月1日至7日放假，";
    QVERIFY(!miscounts(days, u"共7天。"));
    QVERIFY(!miscounts(days, u"共8天。"));
    QVERIFY(miscounts(days, u"共9天。"));
}

void TestNotice::adviceIsNamedAndArrangesNothing()
{
    const auto reading = readNotice(printed(2024));
    QCOMPARE(reading.findings.size(), 1);
    QCOMPARE(reading.findings.constFirst().code, QStringLiteral("notice.aside"));
    QVERIFY(reading.findings.constFirst()
                .args.value(QStringLiteral("text"))
                .startsWith(QStringLiteral("鼓励各单位")));
}

void TestNotice::doubtfulNoticesAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &text, const char *code) {
        QTest::newRow(name) << text << QString::fromLatin1(code);
    };
    const auto item = [](const char16_t *words) {
        return yearly(QStringLiteral("一、元旦：") + QString::fromUtf16(words));
    };
    row("weekday of a span",
        item(u"1月1日（周五）至3日（周六）放假调休，共3天。"),
        "notice.weekday");
    row("weekday at the end",
        item(u"1月1日（周四）至3日（周日）放假调休，共3天。"),
        "notice.weekday");
    row("weekday of a make-up day",
        item(u"1月1日至3日放假调休，共3天。1月4日（星期六）上班。"),
        "notice.weekday");
    row("weekday without parentheses",
        item(u"1月1日至3日放假调休。1月4日星期六上班。"),
        "notice.weekday");
    row("two weekdays in one parenthesis",
        item(u"1月1日至3日放假调休。1月10日、11日（星期日、星期六）上班。"),
        "notice.weekday");
    row("count too great", item(u"1月1日至3日放假调休，共4天。"), "notice.count");
    row("count of one day", item(u"1月1日至3日放假1天。"), "notice.count");
    row("Chinese count", item(u"1月1日至3日放假，共四天。"), "notice.count");
    row("count with the weekend", item(u"1月1日放假，与周末连休，共5天。"), "notice.count");
    row("number of rest days",
        item(u"1月1日至3日放假，将1月4日、1月10日三个公休日调至1月2日、3日。"),
        "notice.count");
    row("more days moved than given",
        item(u"1月1日至3日放假，将1月4日、1月10日公休日调至1月2日。"),
        "notice.count");
    row("make-up day on a Monday",
        item(u"1月1日至3日放假调休，共3天。1月5日上班。"),
        "notice.makeupNotWeekend");
    row("moved rest day on a Monday",
        item(u"1月1日至3日放假，1月5日公休日调至1月2日。"),
        "notice.makeupNotWeekend");
    row("off and worked", item(u"1月1日至3日放假调休，共3天。1月3日上班。"), "notice.doubled");
    row("off and worked by two festivals",
        yearly(QStringLiteral("一、元旦：1月1日至3日放假。二、春节：2月15日放假。1月3日上班。")),
        "notice.doubled");
    row("off for two festivals",
        yearly(QStringLiteral("一、元旦：1月1日至3日放假。二、春节：1月3日放假。")),
        "notice.doubled");
    row("work resumes on a day off",
        item(u"1月1日至3日放假，1月3日起正常上班。"),
        "notice.doubled");
    row("no such day", item(u"2月30日放假。"), "notice.impossibleDay");
    row("no such month", item(u"13月1日放假。"), "notice.impossibleDay");
    row("a far year", item(u"2062年1月1日放假。"), "notice.impossibleDay");
    row("a day without a month", item(u"1日放假。"), "notice.impossibleDay");
    row("reversed span", item(u"1月3日至1日放假。"), "notice.span");
    row("endless span", item(u"1月1日至3月1日放假。"), "notice.span");
    row("legal day outside the span",
        item(u"1月1日至3日放假，其中1月5日为法定节假日。"),
        "notice.notOff");
    row("unknown verb", item(u"1月1日至3日放假。1月4日参加活动。"), "notice.sentence");
    row("days by name only", item(u"1月1日至3日放假。除夕当天放假。"), "notice.sentence");
    row("half a day", item(u"1月1日放假半天。"), "notice.sentence");
    row("a span without a verb", item(u"1月1日至3日。"), "notice.sentence");
    row("advice that arranges", item(u"1月1日至3日放假。建议1月4日上班。"), "notice.sentence");
    row("a day arranged before the items",
        yearly(QStringLiteral("2026年3月8日放假。一、元旦：1月1日放假。")),
        "notice.sentence");
    row("a day arranged after the items",
        yearly(QStringLiteral("一、元旦：1月1日放假。节假日期间，要安排好值班。3月8日妇女放假。")),
        "notice.sentence");
    row("no title", QStringLiteral("一、元旦：1月1日放假。"), "notice.noYear");
    row("no days", yearly(QString()), "notice.nothing");
    row("two years",
        yearly(QStringLiteral("一、元旦：1月1日放假。\n国务院办公厅关于2025年部分节假日安排的通知\n"
                              "一、元旦：1月1日放假。")),
        "calendar.file.severalYears");
}

void TestNotice::doubtfulNoticesAreNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto reading = readNotice(text);
    QVERIFY(refuses(reading.findings));
    QVERIFY2(codes(reading.findings).contains(code),
             qPrintable(codes(reading.findings).join(u' ')));
}

void TestNotice::aSentenceNotUnderstoodCarriesItsLineAndWords()
{
    const auto reading =
        readNotice(withItem(QStringLiteral("1月1日至3日放假。\n1月4日\n参加 活动。\n")));
    const auto &findings = reading.findings;
    const auto found = std::find_if(findings.cbegin(), findings.cend(), [](const Finding &f) {
        return f.code == QStringLiteral("notice.sentence");
    });
    QVERIFY(found != findings.cend());
    QCOMPARE(found->line, 4);
    QCOMPARE(found->args.value(QStringLiteral("text")), QStringLiteral("1月4日参加活动"));
    QCOMPARE(found->severity, Severity::Refusal);
}

void TestNotice::aMissingFestivalIsAWarning()
{
    QString text = printed(2026);
    text.remove(QRegularExpression(QStringLiteral("　　三、清明节.*\n")));
    const auto reading = readNotice(text);
    QCOMPARE(codes(reading.findings), QStringList{QStringLiteral("notice.festivalMissing")});
    QVERIFY(!refuses(reading.findings));
}

void TestNotice::everyYearOfTheNoticesIsToldApartFromTheOthers()
{
    // The items of one year under the title of another must be refused wherever weekdays are
    // printed.
    for (int year = 2010; year <= 2026; ++year) {
        QString text = printed(year);
        text.replace(QStringLiteral("关于%1年").arg(year),
                     QStringLiteral("关于%1年").arg(year + 1));
        QVERIFY2(refuses(readNotice(text).findings), qPrintable(QString::number(year)));
    }
}

void TestNotice::otherWordingsAreUnderstood_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("days");
    const auto row = [](const char16_t *item, const char16_t *days) {
        QTest::newRow(qPrintable(QString::fromUtf16(item)))
            << QString::fromUtf16(item) << QString::fromUtf16(days);
    };
    row(u"1月1日至3日放假，1月4日照常上班。", u"01-01休 01-02休 01-03休 01-04班");
    row(u"1月1日（星期四）放假1天，不调休。", u"01-01休");
    row(u"１月１日放假，与周末连休。", u"01-01休");
    row(u"1 月 1 日 — 3 日放假调休 ，共 3 天 。1 月 4 日 ( 周日 ) 上班 。",
        u"01-01休 01-02休 01-03休 01-04班");
    row(u"放假时间为1月1日至3日，共3天。上班时间为1月4日。", u"01-01休 01-02休 01-03休 01-04班");
    row(u"一月一日至三日放假，共三日。一月四日、十日（星期日、星期六）上班。",
        u"01-01休 01-02休 01-03休 01-04班 01-10班");
    row(u"1月1日～3日放假公休，共3天。", u"01-01休 01-02休 01-03休");
    row(u"1—3日放假。", u"");
    row(u"1月1－3日放假，共三天，1月4日调休上班。", u"01-01休 01-02休 01-03休 01-04班");
    row(u"2025年12月31日至2026年1月2日放假调休，共3天。2025年12月28日（星期日）上班。",
        u"12-28班 12-31休 01-01休 01-02休");
    row(u"12月31日至1月2日放假调休，共3天。12月28日（星期日）、1月4日（星期日）上班。",
        u"12-28班 12-31休 01-01休 01-02休 01-04班");
    row(u"1月1日放假，1月2日（星期五）补休，与周末连休，共4天。", u"01-01休 01-02休");
    row(u"1月1日至3日放假，共3天。其中，1月1日为法定节假日，1月3日（星期六）照常公休，1月4日（星期"
        u"日）公休日调至1月2日（星期五）。",
        u"01-01休 01-02休 01-03休 01-04班");
}

void TestNotice::otherWordingsAreUnderstood()
{
    QFETCH(QString, item);
    const auto reading = readNotice(yearly(QStringLiteral("一、元旦：") + item));
    QString got;
    for (const auto &special : reading.table.days) {
        got += special.day.toString().mid(5) + (special.working ? u'班' : u'休') + u' ';
    }
    QTEST(got.trimmed(), "days");
    QCOMPARE(refuses(reading.findings), got.isEmpty());
}

void TestNotice::randomDamageNeverCrashes()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 400; ++round) {
        QString text = printed(2007 + random.bounded(20));
        for (int cuts = random.bounded(6); cuts >= 0; --cuts) {
            text.remove(random.bounded(static_cast<int>(text.size())), random.bounded(12));
        }
        const auto reading = readNotice(text);
        // Whatever is left: no day both ways, no make-up day within the week.
        for (const auto &special : reading.table.days) {
            QVERIFY(!special.working || special.day.dayOfWeek() >= 6);
        }
    }
}

void TestNotice::filesAreToldApart_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("notice") << printed(2026).toUtf8() << QStringLiteral("2026 39");
    QTest::newRow("one year")
        << QByteArray(
               R"({"year":2027,"holidays":[{"date":"2027-01-01","name":"元旦"}],"makeup":[]})")
        << QStringLiteral("2027 1");
    QTest::newRow("list of one")
        << QByteArray(
               R"([{"year":2027,"holidays":[],"makeup":[{"date":"2027-01-02","for":"元旦"}]}])")
        << QStringLiteral("2027 1");
    QTest::newRow("make-up Friday")
        << QByteArray(
               R"({"year":2027,"holidays":[],"makeup":[{"date":"2027-01-01","for":"元旦"}]})")
        << QStringLiteral("calendar.makeup.notWeekend");
    QTest::newRow("day twice")
        << QByteArray(
               R"({"year":2027,"holidays":[{"date":"2027-01-02","name":"元旦"}],"makeup":[{"date":"2027-01-02","for":"元旦"}]})")
        << QStringLiteral("calendar.day.doubled");
    QTest::newRow("broken JSON") << QByteArray("{\"year\":2027,\n\"holidays\":[}")
                                 << QStringLiteral("calendar.json.malformed");
    QTest::newRow("far date")
        << QByteArray(
               R"({"year":2027,"holidays":[{"date":"2072-01-01","name":"元旦"}],"makeup":[]})")
        << QStringLiteral("calendar.json.malformed");
    QTest::newRow("no list") << QByteArray("[]") << QStringLiteral("calendar.file.unknown");
    QTest::newRow("other text") << QByteArray("客户反映送货迟到")
                                << QStringLiteral("calendar.file.unknown");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("calendar.file.unknown");
    QTest::newRow("several years")
        << contents(QStringLiteral(":/huiyin/calendars/cn-workdays.json"))
        << QStringLiteral("calendar.file.severalYears");
    QTest::newRow("too big") << QByteArray(9 * 1024 * 1024, 'x')
                             << QStringLiteral("calendar.file.tooBig");
}

void TestNotice::filesAreToldApart()
{
    QFETCH(QByteArray, file);
    Findings findings;
    const auto table = readCalendarFile(file, findings);
    QTEST(table ? QStringLiteral("%1 %2").arg(table->year).arg(table->days.size())
                : table.error().code,
          "expected");
}

void TestNotice::aLongListGivesTheYearThatDiffers()
{
    QByteArray json = contents(QStringLiteral(":/huiyin/calendars/cn-workdays.json"));
    json.replace("\"2026-05-09\"", "\"2026-05-10\"");
    Findings findings;
    const auto table = readCalendarFile(json, findings, &calendar());
    QVERIFY(table.ok());
    QCOMPARE(table->year, 2026);
}

void TestNotice::icsEventsGiveTheYear()
{
    const QByteArray ics =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260215\r\nDTEND;VALUE=DATE:"
        "20260224\r\nSUMMARY:春节 放假\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260214\r\nSUMMARY:春节(班)\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\nSUMMARY:春节 "
        "补\r\n 班\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    Findings findings;
    const auto table = readCalendarFile(ics, findings);
    QVERIFY(table.ok());
    QCOMPARE(findings, Findings());
    QCOMPARE(table->year, 2026);
    QString spring;
    for (const auto &line : tableOf(2026).split(u'\n')) {
        spring += line.endsWith(QStringLiteral("春节")) ? line + u'\n' : QString();
    }
    QCOMPARE(dayList(table->days), spring);
}

void TestNotice::doubtfulIcsEventsAreRefused_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("code");
    QTest::newRow("neither") << QByteArray("DTSTART;VALUE=DATE:20260101\nSUMMARY:生日\n")
                             << QStringLiteral("calendar.ics.event");
    QTest::newRow("hours") << QByteArray("DTSTART:20260101T080000\nSUMMARY:元旦放假\n")
                           << QStringLiteral("calendar.ics.event");
    QTest::newRow("yearly")
        << QByteArray("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY\nSUMMARY:元旦放假\n")
        << QStringLiteral("calendar.ics.event");
    QTest::newRow("reversed")
        << QByteArray("DTSTART;VALUE=DATE:20260103\nDTEND;VALUE=DATE:20260101\nSUMMARY:元旦放假\n")
        << QStringLiteral("calendar.ics.event");
    QTest::newRow("half an end")
        << QByteArray("DTSTART;VALUE=DATE:20260103\nDTEND:20260104T120000\nSUMMARY:元旦放假\n")
        << QStringLiteral("calendar.ics.event");
    QTest::newRow("worked Monday") << QByteArray("DTSTART;VALUE=DATE:20260105\nSUMMARY:元旦 班\n")
                                   << QStringLiteral("notice.makeupNotWeekend");
    QTest::newRow("both ways")
        << QByteArray(
               "DTSTART;VALUE=DATE:20260104\nSUMMARY:元旦 "
               "班\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260104\nSUMMARY:元旦 休\n")
        << QStringLiteral("notice.doubled");
    QTest::newRow("no event") << QByteArray() << QStringLiteral("calendar.ics.event");
}

void TestNotice::doubtfulIcsEventsAreRefused()
{
    QFETCH(QByteArray, event);
    Findings findings;
    const auto table = readCalendarIcs(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + event + "END:VEVENT\nEND:VCALENDAR\n", findings);
    QVERIFY(table.ok());
    QVERIFY(refuses(findings));
    QTEST(findings.constFirst().code, "code");
}

void TestNotice::gb18030TextIsRead()
{
    QFile file(QStringLiteral(HUIYIN_TEST_DATA "/notices/2023.gb18030.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    Findings findings;
    const auto table = readCalendarFile(file.readAll(), findings);
    QVERIFY(table.ok());
    QCOMPARE(dayList(table->days), tableOf(2023));
}

void TestNotice::everyCodeHasASentence()
{
    const auto texts = Texts::load();
    QVERIFY(texts.ok());
    static const QRegularExpression code(QStringLiteral(
        "u?\"((?:notice|calendar|limit|hours|pause|due)\\.[a-zA-Z]+(?:\\.[a-zA-Z]+)?)\""));
    int seen = 0;
    for (const char *name : {"notice",
                             "noticeclause",
                             "calendarfile",
                             "calendarics",
                             "calendarjson",
                             "deadlines",
                             "limit",
                             "officehours",
                             "officetime",
                             "duebatch"}) {
        const QString source = QString::fromUtf8(contents(
            QStringLiteral(HUIYIN_SOURCE_DIR "/app/rules/%1.cpp").arg(QLatin1StringView(name))));
        auto matches = code.globalMatch(source);
        while (matches.hasNext()) {
            const QString found = matches.next().captured(1);
            ++seen;
            QVERIFY2(texts->has(found, Language::Chinese) && texts->has(found, Language::English),
                     qPrintable(found));
        }
    }
    QVERIFY(seen > 30);
}

QTEST_GUILESS_MAIN(TestNotice)
#include "tst_notice.moc"
