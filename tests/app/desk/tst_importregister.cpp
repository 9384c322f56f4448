// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetedit.h>

#include <QFile>
#include <QTemporaryDir>

#include "deskfixture.h"

using namespace huiyin;
using huiyin::support::DeskFixture;
using namespace Qt::StringLiterals;

namespace {

const auto kSample = QStringLiteral(HUIYIN_SOURCE_DIR "/resources/sample/complaints-2000.csv");
const auto kMessy = QStringLiteral(HUIYIN_TEST_DATA "/ledger-messy.csv");

struct Taken
{
    ImportSummary summary;
    QVector<ImportLine> lines;
    std::optional<Error> error;
};

Taken import(DeskFixture &fixture, const QString &path, ImportOptions options = {})
{
    Taken taken;
    const auto done = fixture.desk().importRegister(
        path, options, [&](const ImportLine &line) { taken.lines.append(line); });
    if (done) {
        taken.summary = *done;
    } else {
        taken.error = done.error();
    }
    return taken;
}

QStringList reasonCodes(const ImportLine &line)
{
    return DeskFixture::codes(line.reasons, Severity::Hint);
}

/// A register file of these lines in a folder of its own.
class RegisterFile
{
public:
    explicit RegisterFile(const QByteArray &bytes)
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write the register");
        }
    }

    [[nodiscard]] QString path() const { return m_dir.filePath(u"register.csv"_s); }

    [[nodiscard]] QString sibling(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
};

const QByteArray kHead = "原编号,登记日期,投诉人,联系电话,投诉渠道,投诉内容,办结日期,处理状态\r\n";

/// Receipts per month counted by the test itself: the second column of lines that begin with TS.
QMap<QString, int> receiptsPerMonth()
{
    QFile file(kSample);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no sample");
    }
    QMap<QString, int> months;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.startsWith("TS20")) {
            ++months[QString::fromLatin1(line.split(',').value(1).left(7))];
        }
    }
    return months;
}

} // namespace

class TestImportRegister : public QObject
{
    Q_OBJECT

private slots:

    void aNameWrittenApartIsOne()
    {
        DeskFixture fixture;
        const RegisterFile file(kHead + "1,2026-02-27,张 三,13800138000,电话,送货迟到,,\r\n");
        const Taken taken = import(fixture, file.path());
        QCOMPARE(taken.lines.last().values.value(u"complainantName"_s).toString(), u"张三"_s);
    }

    void whatIsDoubtfulInARowIsSaid_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("action");
        const auto row = [](const char *cells, const char16_t *code, const QString &action) {
            QTest::addRow("%s", qPrintable(QString::fromUtf16(code)))
                << QByteArray(cells) << QString::fromUtf16(code) << action;
        };
        row("1,2026-02-27,,13800138000,电话,送货迟到,,", u"import.name.missing", u"warned"_s);
        row("1,2026-02-27,张三,,电话,送货迟到,,", u"import.phone.missing", u"warned"_s);
        row("1,2026-02-27,张三,无,电话,送货迟到,,", u"import.phone.none", u"warned"_s);
        row("1,2026-02-27,张三,1.38E+10,电话,送货迟到,,", u"import.phone.scientific", u"warned"_s);
        row("1,2026-02-27,张三,13800138000,鸽子,送货迟到,,", u"import.choice.unknown", u"warned"_s);
        row("1,2026-02-27,张三,13800138000,电话,送货迟到,,不明",
            u"import.status.guessed",
            u"warned"_s);
        row("1,2026-02-27,张三,13800138000,电话,送货迟到,2026-02-28,处理中",
            u"import.status.conflict",
            u"warned"_s);
        row("1,2026-02-27,张三,13800138000,电话,送货迟到,,已办结",
            u"import.closed.noDate",
            u"warned"_s);
        row("1,2026-02-27,张三,13800138000,电话,送货\xEF\xBF\xBD迟到,,",
            u"import.row.badCharacter",
            u"warned"_s);
        QTest::newRow("long name")
            << "1,2026-02-27," + QByteArray("张").repeated(200) + ",13800138000,电话,送货迟到,,"
            << u"import.text.long"_s << u"warned"_s;
        QTest::newRow("endless text")
            << "1,2026-02-27,张三,13800138000,电话," + QByteArray("迟").repeated(40000) + ",,"
            << u"import.text.cut"_s << u"refused"_s;
    }

    void whatIsDoubtfulInARowIsSaid()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, code);
        QFETCH(QString, action);
        DeskFixture fixture;
        const RegisterFile file(kHead + row + "\r\n");
        const Taken taken = import(fixture, file.path());
        QCOMPARE(taken.lines.last().action, action);
        QVERIFY(reasonCodes(taken.lines.last()).contains(code));
    }

    void aRegisterThatCannotBeTakenIsNamed()
    {
        DeskFixture fixture;
        const auto code = [&](const QString &path, const ImportOptions &options = {}) {
            const Taken taken = import(fixture, path, options);
            return taken.error ? taken.error->code : QString();
        };
        const RegisterFile file(kHead + "1,2026-02-27,张三,13800138000,电话,送货迟到,,\r\n");
        QCOMPARE(code(file.sibling(u"none.csv"_s)), u"import.file"_s);
        QCOMPARE(code(file.path(), {.encoding = u"latin"_s}), u"import.encoding.unknown"_s);
        QCOMPARE(code(file.path(), {.mapping = {{u"没有这一列"_s, u"assignedDept"_s}}}),
                 u"import.map.unknownHead"_s);
        QCOMPARE(code(RegisterFile(" \r\n").path()), u"import.empty"_s);
        QCOMPARE(code(RegisterFile(QByteArray(4000, '\xFF')).path()), u"import.encoding"_s);
        const RegisterFile faulty(kHead + "1,2026-02-30,张三,13800138000,电话,送货迟到,,\r\n");
        QCOMPARE(code(faulty.path(), {.rejectsPath = file.sibling(u"no/folder/rejects.csv"_s)}),
                 u"import.rejects"_s);
        QFile huge(file.sibling(u"huge.csv"_s));
        QVERIFY(huge.open(QIODevice::WriteOnly));
        QVERIFY(huge.resize(qint64{257} * 1024 * 1024)); // a hole, no bytes on the disk
        huge.close();
        QCOMPARE(code(huge.fileName()), u"import.tooLarge"_s);
    }

    void aFileWithoutHeadIsRefused()
    {
        DeskFixture fixture;
        const RegisterFile file("a,b,c\r\n1,2,3\r\n");
        QCOMPARE(import(fixture, file.path()).error->code, u"import.noHeader"_s);
    }

    void aSpreadsheetThatCannotBeReadIsRefusedWithTheWayOut()
    {
        DeskFixture fixture;
        const RegisterFile broken(QByteArray("PK\x03\x04rest", 8));
        QCOMPARE(import(fixture, broken.path()).error->code, u"import.workbook"_s);
        const RegisterFile old(QByteArray("\xD0\xCF\x11\xE0rest", 8));
        QCOMPARE(import(fixture, old.path()).error->code, u"import.format"_s);
    }

    void theSampleIsTakenWhole()
    {
        DeskFixture fixture;
        const Taken taken = import(fixture, kSample);
        QVERIFY2(!taken.error, taken.error ? qPrintable(taken.error->code) : "");
        QCOMPARE(taken.summary.taken + taken.summary.warned, 2000);
        QCOMPARE(taken.summary.refused, 0);
        QCOMPARE(taken.summary.duplicate, 0);
        CaseFilter open;
        open.open = true;
        QCOMPARE(*fixture.store().reader().count(open), 122);
        CaseFilter closed;
        closed.open = false;
        QCOMPARE(*fixture.store().reader().count(closed), 1878);
    }

    void receiptsPerMonthAreThoseOfTheFile()
    {
        DeskFixture fixture;
        QVERIFY(!import(fixture, kSample).error);
        const auto months = receiptsPerMonth();
        QCOMPARE(months.size(), 24);
        for (auto it = months.cbegin(); it != months.cend(); ++it) {
            const Day from = *Day::parse(it.key() + u"-01"_s);
            const Day to = Day::fromNumber(from.toDate().addMonths(1).toJulianDay()).addDays(-1);
            const auto tally = fixture.store().reader().tally(Dimension::Total, from, to);
            QVERIFY(tally);
            qint64 received = 0;
            for (const Counts &counts : *tally) {
                received += counts.at(static_cast<size_t>(Count::Received));
            }
            QCOMPARE(received, it.value());
        }
    }

    void theHandlingClockOfAClosedRowStopsAtItsClosing()
    {
        DeskFixture fixture;
        QVERIFY(!import(fixture, kSample).error);
        const auto id = fixture.store().reader().byNumber(u"TS20240102-0001"_s);
        QVERIFY(id);
        const auto caseFile = fixture.store().reader().caseFile(*id);
        const Clock *clock = caseFile->handlingClock();
        QVERIFY(clock != nullptr);
        QCOMPARE(clock->stoppedAt->toLocalText(), u"2024-01-04T23:19:00"_s);
        QCOMPARE(clock->due->toLocalText(), u"2024-01-05T17:30:00"_s);
        QCOMPARE(clock->state, ClockState::Met);
        QCOMPARE(caseFile->spans.first().onTime, std::optional(true));
        QCOMPARE(caseFile->originalNo, u"TS20240102-0001"_s);
        QVERIFY(caseFile->caseNo.startsWith(u"TS"_s) && caseFile->caseNo.contains(u"202401-"_s));
    }

    void urgentSeverityBecomesMajorAndCritical()
    {
        DeskFixture fixture;
        const RegisterFile file(
            "登记日期,投诉人,投诉内容,严重程度\r\n2025-01-02,张三,内容,特急\r\n");
        const Taken taken = import(fixture, file.path());
        QCOMPARE(taken.lines.first().values.value("severity"_L1).toString(), u"Major"_s);
        QCOMPARE(taken.lines.first().values.value("urgency"_L1).toString(), u"Critical"_s);
    }

    void importingTwiceFindsOnlyDuplicates()
    {
        DeskFixture fixture;
        const Taken first = import(fixture, kMessy);
        QVERIFY(first.summary.taken + first.summary.warned > 200);
        const Taken again = import(fixture, kMessy);
        QCOMPARE(again.summary.taken + again.summary.warned, 0);
        QCOMPARE(again.summary.duplicate,
                 first.summary.taken + first.summary.warned + first.summary.duplicate);
        QVERIFY(again.summary.batch.isEmpty());
    }

    void aBatchTakenBackLeavesTheListsAndCanComeAgain()
    {
        DeskFixture fixture;
        const Taken first = import(fixture, kSample);
        const auto undone = fixture.desk().undoImport(first.summary.batch);
        QVERIFY(undone);
        QCOMPARE(*undone, 2000);
        QCOMPARE(*fixture.store().reader().count({}), 0);
        QCOMPARE(import(fixture, kSample).summary.duplicate, 0);
    }

    void anUnknownBatchIsRefused()
    {
        DeskFixture fixture;
        const auto undone = fixture.desk().undoImport(u"nothing"_s);
        QVERIFY(!undone);
        QCOMPARE(undone.error().code, u"import.batch.unknown"_s);
    }

    void aDryRunWritesNothing()
    {
        DeskFixture fixture;
        ImportOptions options;
        options.dryRun = true;
        const Taken taken = import(fixture, kSample, options);
        QCOMPARE(taken.summary.taken + taken.summary.warned, 2000);
        QCOMPARE(*fixture.store().reader().count({}), 0);
    }

    void cancellingWritesNothing()
    {
        DeskFixture fixture;
        const auto done = fixture.desk().importRegister(
            kSample, {}, {}, [](qint64 step, qint64 all) { return step * 2 < all; });
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"store.cancelled"_s);
        QCOMPARE(*fixture.store().reader().count({}), 0);
    }

    void cancellingAfterSeveralSlicesLeavesNothingHalfWritten()
    {
        DeskFixture fixture;
        const auto before = fixture.store().reader().status(fixture.desk().now());
        int asked = 0;
        // Nine of ten rows are read by then: three slices of 500 are with the writer.
        const auto done =
            fixture.desk().importRegister(kSample, {}, {}, [&](qint64 step, qint64 all) {
                ++asked;
                return step * 10 < all * 9;
            });
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"store.cancelled"_s);
        QVERIFY(asked > 5);
        CaseReader &reader = fixture.store().reader();
        QCOMPARE(*reader.count({}), 0);
        QCOMPARE(reader.status(fixture.desk().now())->events, before->events);
        QVERIFY(reader.search(u"投诉"_s, 10)->isEmpty());
        QVERIFY(reader
                    .tally(Dimension::Total,
                           Day::parse(u"2020-01-01").value(),
                           Day::parse(u"2030-01-01").value())
                    ->isEmpty());
        QVERIFY(!reader.verify(true)->firstFault);
        // The numbers drawn on the way went back too: the next case takes the first of its month.
        QVERIFY(fixture.recorded().caseNo.endsWith(u"-0001"_s));
    }

    void theMessyLedgerIsGb18030()
    {
        DeskFixture fixture;
        const Taken taken = import(fixture, kMessy);
        QVERIFY(!taken.error);
        QCOMPARE(taken.summary.encoding, u"gb18030"_s);
        QCOMPARE(taken.lines.size(), 300);
    }

    void everyRowOfTheMessyLedgerHasItsVerdict_data()
    {
        QTest::addColumn<int>("record");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("reason");
        QTest::newRow("month 13") << 1 << u"refused"_s << u"import.date.impossible"_s;
        QTest::newRow("plain") << 2 << u"taken"_s << QString();
        QTest::newRow("scientific phone") << 4 << u"warned"_s << u"import.phone.scientific"_s;
        QTest::newRow("blank") << 6 << u"blank"_s << QString();
        QTest::newRow("no content") << 9 << u"warned"_s << u"import.content.missing"_s;
        QTest::newRow("31 June") << 10 << u"refused"_s << u"import.date.impossible"_s;
        QTest::newRow("line break in a text") << 17 << u"taken"_s << QString();
        QTest::newRow("two phones") << 23 << u"taken"_s << QString();
        QTest::newRow("bad byte") << 31 << u"warned"_s << u"import.row.badCharacter"_s;
        QTest::newRow("tick as status") << 34 << u"warned"_s << u"import.status.guessed"_s;
        QTest::newRow("serial with time") << 36 << u"taken"_s << QString();
        QTest::newRow("no phone") << 39 << u"warned"_s << u"import.phone.none"_s;
        QTest::newRow("29 February 2025") << 54 << u"refused"_s << u"import.date.impossible"_s;
        QTest::newRow("stray quotes") << 58 << u"warned"_s << u"import.row.strayQuote"_s;
        QTest::newRow("ten digits") << 59 << u"warned"_s << u"intake.phone.short"_s;
        QTest::newRow("yesterday") << 61 << u"refused"_s << u"import.date.unreadable"_s;
        QTest::newRow("title") << 62 << u"header"_s << u"import.row.title"_s;
        QTest::newRow("full-width date") << 72 << u"taken"_s << QString();
        QTest::newRow("totals") << 79 << u"refused"_s << u"import.row.total"_s;
        QTest::newRow("head again") << 82 << u"header"_s << u"import.row.headerRepeated"_s;
        QTest::newRow("year 2205") << 91 << u"refused"_s << u"intake.receivedAt.future"_s;
        QTest::newRow("25/3/7") << 93 << u"warned"_s << u"import.date.guessed"_s;
        QTest::newRow("99999999") << 100 << u"refused"_s << u"import.date.impossible"_s;
        QTest::newRow("closed before received")
            << 110 << u"refused"_s << u"intake.time.beforeReceipt"_s;
        QTest::newRow("quote never closed") << 126 << u"refused"_s << u"import.row.unclosedQuote"_s;
        QTest::newRow("behind the open quote") << 127 << u"taken"_s << QString();
        QTest::newRow("row cut off") << 151 << u"refused"_s << u"import.row.fewFields"_s;
        QTest::newRow("afternoon") << 167 << u"taken"_s << QString();
        QTest::newRow("no date") << 173 << u"refused"_s << u"import.date.missing"_s;
        QTest::newRow("no year") << 194 << u"warned"_s << u"import.date.guessed"_s;
        QTest::newRow("month or day") << 247 << u"refused"_s << u"import.date.ambiguous"_s;
        QTest::newRow("empty quotes") << 276 << u"blank"_s << QString();
        QTest::newRow("the same again") << 287 << u"duplicate"_s << u"import.duplicate.same"_s;
        QTest::newRow("a day later") << 299 << u"warned"_s << u"import.duplicate.near"_s;
    }

    void everyRowOfTheMessyLedgerHasItsVerdict()
    {
        static const QVector<ImportLine> lines = [] {
            DeskFixture fixture;
            return import(fixture, kMessy).lines;
        }();
        QFETCH(int, record);
        QFETCH(QString, action);
        QFETCH(QString, reason);
        const ImportLine &line = lines.at(record - 1);
        QCOMPARE(line.record, record);
        QVERIFY2(line.action == action,
                 qPrintable(line.action + u' ' + reasonCodes(line).join(u' ')));
        QVERIFY2(reason.isEmpty() || reasonCodes(line).contains(reason),
                 qPrintable(reasonCodes(line).join(u' ')));
    }

    void aFullWidthPhoneIsStoredHalfWidth()
    {
        DeskFixture fixture;
        const QVector<ImportLine> lines = import(fixture, kMessy).lines;
        QCOMPARE(lines.at(88).values.value("phone"_L1).toString(), u"16363701836"_s);
        QCOMPARE(lines.at(22).values.value("phone"_L1).toString(), u"15436396838、16314165530"_s);
    }

    void refusedRowsGoToTheRejectsFileWithTheReason()
    {
        DeskFixture fixture;
        const RegisterFile file(
            kHead + "A1,2025-01-02,张三,13800138000,电话,\"内容,一\",2025-01-03,已办结\r\n"
                    "A2,2025-02-30,李四,13800138001,电话,内容,2025-03-03,已办结\r\n");
        ImportOptions options;
        options.rejectsPath = file.sibling(u"rejects.csv"_s);
        QCOMPARE(import(fixture, file.path(), options).summary.refused, 1);
        QFile rejects(options.rejectsPath);
        QVERIFY(rejects.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(rejects.readAll());
        QVERIFY(text.contains(u",原因\r\n"_s));
        QVERIFY(text.contains(u"A2,2025-02-30,李四"_s));
        QVERIFY(text.contains(u"2025-02-30”不存在"_s));
        QVERIFY(!text.contains(u"张三"_s));
    }

    void aRefusedRowSaysOnlyWhatMustBeMended()
    {
        DeskFixture fixture;
        const RegisterFile file(kHead +
                                "A1,2025-13-02,张三,13800138000,电话,一,2025-01-03,已办结\r\n");
        const Taken taken = import(fixture, file.path());
        QCOMPARE(reasonCodes(taken.lines.first()), QStringList{u"import.date.impossible"_s});
    }

    void aFileBrokenInTheMiddleGoesOn()
    {
        DeskFixture fixture;
        const RegisterFile file(
            kHead + "A1,2025-01-02,张三,13800138000,电话,一,2025-01-03,已办结\r\n"
                    "A2,2025-01-02,李四,13800138001,电话,\"没有收尾,2025-01-03,已办结\r\n"
                    "A3,2025-01-02,王五,13800138002,电话,三,2025-01-03,已办结\r\n"
                    "A4,2025-01-02,赵六,13800138003,电话,四,2025-01-03,已办结,多,出\r\n"
                    "A5,2025-01-02,钱七,13800138004,电话,五,2025-01-03,已办结\r\n");
        const Taken taken = import(fixture, file.path());
        QStringList actions;
        for (const ImportLine &line : taken.lines) {
            actions.append(line.action);
        }
        QCOMPARE(actions,
                 (QStringList{u"taken"_s, u"refused"_s, u"taken"_s, u"refused"_s, u"taken"_s}));
        QCOMPARE(taken.lines.at(1).line, 3);
    }

    void theSameNumberOfTheSamePersonIsTheSameComplaint()
    {
        DeskFixture fixture;
        const RegisterFile first(kHead +
                                 "A1,2025-01-02,张三,13800138000,电话,一,2025-01-03,已办结\r\n");
        const RegisterFile second(
            kHead + "A1,2025-01-02,张三,13800138000,电话,一，后来改过的话,2025-01-03,已办结\r\n");
        QCOMPARE(import(fixture, first.path()).summary.taken, 1);
        QCOMPARE(import(fixture, second.path()).summary.duplicate, 1);
    }

    void theSameNumberOfAnotherPersonIsAComplaintOfItsOwn()
    {
        DeskFixture fixture;
        const RegisterFile file(kHead + "1,2025-01-02,张三,13800138000,电话,一,,处理中\r\n"
                                        "1,2025-01-05,李四,13800138001,电话,二,,处理中\r\n"
                                        "1,2025-01-02,张三,13800138000,电话,一,,处理中\r\n");
        QCOMPARE(import(fixture, file.path()).summary.duplicate, 1);
    }

    void tabSeparatedTextIsRead()
    {
        DeskFixture fixture;
        const RegisterFile file("登记日期\t投诉人\t投诉内容\n2025-01-02\t张三\t内容, 有逗号\n");
        const Taken taken = import(fixture, file.path());
        QCOMPARE(taken.lines.first().values.value("content"_L1).toString(), u"内容, 有逗号"_s);
    }

    void aMapNamesTheColumns()
    {
        DeskFixture fixture;
        const RegisterFile file("何时,何人,何事\n2025-01-02,张三,内容\n");
        ImportOptions options;
        options.mapping = {{u"何时"_s, u"receivedAt"_s},
                           {u"何人"_s, u"complainantName"_s},
                           {u"何事"_s, u"content"_s}};
        QCOMPARE(import(fixture, file.path(), options)
                     .lines.first()
                     .values.value("complainantName"_L1)
                     .toString(),
                 u"张三"_s);
        options.mapping.insert(u"何事"_s, u"nonsense"_s);
        QCOMPARE(import(fixture, file.path(), options).error->code, u"import.map.unknownField"_s);
    }

    void aHeadInTheWordsOfTheOwnSheetsNeedsNoMap()
    {
        DeskFixture fixture;
        Desk &desk = fixture.desk();
        const RegisterFile file("反映日,投诉人,联系电话,网格员,诉求经过\r\n"
                                "2026-01-05,李四,13800138001,赵六,外箱破损\r\n");
        QCOMPARE(import(fixture, file.path()).error->code, u"import.noHeader"_s);

        QByteArray text = desk.sheetText(u"F-01"_s).value();
        QVERIFY(text.contains("投诉内容\\n(事件经过)") && text.contains("接诉时间"));
        text.replace("投诉内容\\n(事件经过)", "诉求\\n经过");
        text.replace("接诉时间", "反映日");
        SheetEdit edit(text, desk.library().catalogue);
        edit.add(2, u"ownField01"_s, u"网格员"_s, u"Grid officer"_s);
        edit.setVersion(desk.nextSheetVersion(u"F-01"_s));
        const auto adopted = desk.adoptSheet(edit.toml());
        QVERIFY(adopted && !refuses(adopted->findings));

        const Taken taken = import(fixture, file.path());
        QVERIFY(!taken.error);
        QCOMPARE(taken.summary.mapping,
                 (QMap<QString, QString>{{u"反映日"_s, u"receivedAt"_s},
                                         {u"投诉人"_s, u"complainantName"_s},
                                         {u"联系电话"_s, u"phone"_s},
                                         {u"网格员"_s, u"ownField01"_s},
                                         {u"诉求经过"_s, u"content"_s}}));
        const QJsonObject values = taken.lines.first().values;
        QCOMPARE(values.value("ownField01"_L1).toString(), u"赵六"_s);
        QCOMPARE(values.value("content"_L1).toString(), u"外箱破损"_s);
    }

    void aWordOfAnotherFormDoesNotTakeAColumnOfTheRegister()
    {
        DeskFixture fixture;
        Desk &desk = fixture.desk();
        SheetEdit edit(desk.sheetText(u"F-02"_s).value(), desk.library().catalogue);
        edit.add(2, u"ownField01"_s, u"客户姓名"_s);
        edit.setVersion(desk.nextSheetVersion(u"F-02"_s));
        const auto adopted = desk.adoptSheet(edit.toml());
        QVERIFY(adopted && !refuses(adopted->findings));
        const RegisterFile file("登记日期,客户姓名,投诉内容\r\n2026-01-05,李四,外箱破损\r\n");
        QCOMPARE(import(fixture, file.path()).summary.mapping.value(u"客户姓名"_s),
                 u"complainantName"_s);
    }

    void anUnknownColumnIsKeptInTheRemark()
    {
        DeskFixture fixture;
        const RegisterFile file("登记日期,投诉人,投诉内容,车牌\n2025-01-02,张三,内容,鄂A12345\n");
        QCOMPARE(import(fixture, file.path()).lines.first().values.value("remark"_L1).toString(),
                 u"车牌：鄂A12345"_s);
    }
};

QTEST_GUILESS_MAIN(TestImportRegister)
#include "tst_importregister.moc"
