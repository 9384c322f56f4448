// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The daily tasks done with the keyboard alone in a window over the sample register, and how many
// keys each takes. Free text is not counted. Nothing is called that a key does not call.

#include <forms/inlinemessage.h>
#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <support/hands.h>
#include <support/roster.h>
#include <support/windowbench.h>
#include <window/accesspane.h>
#include <window/batchpage.h>
#include <window/caselistpage.h>
#include <window/casepreview.h>
#include <window/casetable.h>
#include <window/caseview.h>
#include <window/inboxpage.h>
#include <window/intakepage.h>
#include <window/previewpage.h>
#include <window/reportpage.h>
#include <window/searchpage.h>

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPrintDialog>
#include <QPushButton>
#include <QSemaphore>
#include <QTableWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <thread>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kSample = ":/huiyin/sample/complaints-2000.csv";

/// A desk at work: the sample register, and cases recorded today.
struct DeskDay
{
    explicit DeskDay(const QString &regulation = u"standard"_s)
        : bench(regulation)
        , hands(bench)
    {
    }

    void fillWithSample()
    {
        const auto done = bench.desk->importRegister(
            QString::fromLatin1(kSample), {}, [](const ImportLine &) {}, {});
        if (!done) {
            qFatal("the sample is not taken in: %s", qPrintable(done.error().code));
        }
        emit bench.desk->registerChanged();
        hands.settle();
    }

    CaseFile record(const QString &name,
                    const QString &phone = u"13800138000"_s,
                    const QJsonObject &more = {})
    {
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Complaint"_s},
                        {u"channel"_s, u"Phone"_s},
                        {u"complainantName"_s, name},
                        {u"phone"_s, phone},
                        {u"category"_s, u"服务态度"_s},
                        {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};
        for (auto it = more.constBegin(); it != more.constEnd(); ++it) {
            draft.fields.insert(it.key(), it.value());
        }
        draft.sheet = u"F-01/1"_s;
        const auto outcome = bench.desk->record(draft);
        if (!outcome || !outcome->caseFile) {
            qFatal("not recorded");
        }
        return *outcome->caseFile;
    }

    void take(const CaseId &id, const QString &action, const QJsonObject &input = {})
    {
        const auto outcome = bench.desk->act(id, action, input);
        if (!outcome || refuses(outcome->findings)) {
            qFatal("%s: %s",
                   qPrintable(action),
                   outcome ? qPrintable(outcome->findings.first().code) : "error");
        }
    }

    [[nodiscard]] CaseFile now(const CaseId &id) const
    {
        return *bench.desk->reader().caseFile(id);
    }

    template <typename PageType> PageType *page() const
    {
        return qobject_cast<PageType *>(bench.window->currentPage());
    }

    support::WindowBench bench;
    support::Hands hands;
};

/// Where the next key goes and what the page says, for a story that went astray.
QString seen(const DeskDay &day)
{
    const auto *focus = QApplication::focusWidget();
    QStringList words{focus ? QString::fromLatin1(focus->metaObject()->className()) + u' ' +
                                  focus->objectName() + u' ' + focus->accessibleName()
                            : u"no focus"_s};
    for (const auto *label : day.bench.window->currentPage()->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty()) {
            words.append(label->text());
        }
    }
    for (const auto *message : day.bench.window->currentPage()->findChildren<InlineMessage *>()) {
        if (!message->message().isEmpty()) {
            words.append(message->message());
        }
    }
    return words.join(u" | "_s);
}

/// Whether nothing of a widget is scrolled away or cut off.
bool isWholeInSight(const QWidget &widget)
{
    for (const auto *around = widget.parentWidget(); around; around = around->parentWidget()) {
        const QRect place(widget.mapTo(around, QPoint()), widget.size());
        if (!around->rect().contains(place)) {
            return false;
        }
    }
    return widget.isVisible();
}

/// Walks the fast path with Enter to its end, as a clerk does who fills each cell met.
void fillByFastPath(DeskDay &day)
{
    auto &hands = day.hands;
    for (int cells = 0; cells < 20; ++cells) {
        auto *intake = day.page<IntakePage>();
        const auto *grid = intake->findChild<PaperGrid *>();
        const auto field = support::Hands::at();
        const auto *cell = grid->cell(field);
        if (!cell) {
            return; // the buttons are reached
        }
        const auto *focus = QApplication::focusWidget();
        const bool text = focus->inherits("QLineEdit") || focus->inherits("QPlainTextEdit");
        if (cell->isBlank() && field == u"phone"_s) {
            hands.type(u"13900139000"_s);
        } else if (cell->isBlank() && text) {
            hands.write(u"张三反映昨天收到两箱破损"_s);
        } else if (cell->isBlank()) {
            hands.type(u"1"_s);
        }
        if (field == grid->fastPath().last()) {
            return; // nothing more is asked for
        }
        if (focus->inherits("QPlainTextEdit")) {
            hands.press(Qt::Key_Down, Qt::ControlModifier);
        } else {
            hands.press(Qt::Key_Return);
        }
    }
}

} // namespace

class TestKeyboardWalk : public QObject
{
    Q_OBJECT

private slots:

    void registeringAnUnknownCaller_data()
    {
        QTest::addColumn<QString>("regulation");
        QTest::addColumn<QString>("sheet");
        QTest::newRow("record") << u"standard"_s << u"F-01"_s;
        QTest::newRow("registration form") << u"standard"_s << u"F-02"_s;
        QTest::newRow("report of a branch") << u"trd"_s << u"F-05"_s;
    }

    void registeringAnUnknownCaller()
    {
        QFETCH(QString, regulation);
        QFETCH(QString, sheet);
        DeskDay day(regulation);
        day.bench.shell().settings.setLast(u"intakeSheet-"_s + regulation, sheet);
        day.hands.press(Qt::Key_F2);
        fillByFastPath(day);
        day.hands.press(Qt::Key_F8);
        QVERIFY2(day.page<CaseView>(), qPrintable(support::Hands::at()));
        QCOMPARE(day.page<CaseView>()->caseFile().text(u"phone"), u"13900139000"_s);
        QVERIFY2(day.hands.keys() <= 25, qPrintable(QString::number(day.hands.keys())));
    }

    void registeringAKnownCaller()
    {
        DeskDay day;
        day.record(u"王某"_s);
        day.bench.window->receive({u"--call=13800138000"_s});
        day.hands.press(Qt::Key_F4);
        day.hands.write(u"又送错一次货"_s);
        day.hands.press(Qt::Key_Down, Qt::ControlModifier);
        day.hands.type(u"6"_s);
        day.hands.press(Qt::Key_F8);
        QVERIFY(day.page<CaseView>());
        const auto caseFile = day.page<CaseView>()->caseFile();
        QCOMPARE(caseFile.text(u"complainantName"), u"王某"_s);
        QVERIFY(!caseFile.value(u"demandKinds").toArray().isEmpty());
        QVERIFY2(day.hands.keys() <= 10, qPrintable(QString::number(day.hands.keys())));
    }

    void registeringWhileARegisterIsTakenIn()
    {
        DeskDay day;
        QSemaphore begun;
        QSemaphore go;
        std::thread importer([&] {
            Batch batch{u"wang"_s, *day.bench.now, {{u"seal.printed/1"_s, std::nullopt, {}}}};
            batch.more = [&]() -> Result<QVector<NewEvent>> {
                begun.release();
                go.acquire();
                return QVector<NewEvent>();
            };
            static_cast<void>(day.bench.desk->log().append(batch));
        });
        begun.acquire();
        day.hands.press(Qt::Key_F2);
        fillByFastPath(day);
        day.hands.press(Qt::Key_F8);
        const bool there =
            QTest::qWaitFor([&] { return *day.bench.desk->reader().count({}) == 1; });
        go.release();
        importer.join();
        QVERIFY2(there, qPrintable(seen(day)));
        QTRY_VERIFY(day.page<CaseView>());
        QCOMPARE(day.page<CaseView>()->caseFile().text(u"phone"), u"13900139000"_s);
        QVERIFY(day.bench.desk->drafts().isEmpty());
        QVERIFY2(day.hands.keys() <= 25, qPrintable(QString::number(day.hands.keys())));
    }

    void findingTheEarlierCasesOfACaller()
    {
        DeskDay day;
        day.fillWithSample();
        const auto caseFile = day.record(u"王某"_s, u"13900137531"_s);
        day.hands.press(Qt::Key_F3);
        day.hands.type(u"7531"_s);
        auto *list = day.page<SearchPage>()->findChild<QListView *>();
        QTRY_VERIFY(list->model()->rowCount() > 0);
        day.hands.press(Qt::Key_Return);
        QVERIFY(day.page<CaseView>());
        QCOMPARE(day.page<CaseView>()->caseId(), caseFile.id);
        QVERIFY2(day.hands.keys() <= 6, qPrintable(QString::number(day.hands.keys())));
    }

    void answeringAnEnquiryOnTheSpot()
    {
        DeskDay day;
        day.record(u"王某"_s);
        day.bench.window->receive({u"--call=13800138000"_s});
        day.hands.press(Qt::Key_F4);
        day.hands.write(u"问退货要带什么"_s);
        day.hands.press(Qt::Key_L, Qt::AltModifier);
        day.hands.type(u"1"_s);
        day.hands.press(Qt::Key_Return, Qt::ControlModifier);
        // What the form has no room for is asked for now: how it was answered, and what.
        QCOMPARE(support::Hands::at(), u"replyMode"_s);
        day.hands.type(u"1"_s);
        day.hands.press(Qt::Key_Tab);
        day.hands.write(u"带购物小票即可"_s);
        day.hands.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(day.page<CaseView>(), qPrintable(seen(day)));
        QCOMPARE(day.page<CaseView>()->caseFile().stage, Stage::Closed);
        QVERIFY2(day.hands.keys() <= 10, qPrintable(QString::number(day.hands.keys())));
    }

    void addingARepeatedCall()
    {
        DeskDay day;
        const auto caseFile = day.record(u"王某"_s);
        day.bench.window->receive({u"--call=13800138000"_s});
        day.hands.press(Qt::Key_F4, Qt::ShiftModifier);
        day.hands.write(u"催问进度"_s);
        day.hands.press(Qt::Key_F8);
        QVERIFY(day.now(caseFile.id).steps.last().text.contains(u"催问进度"_s));
        QVERIFY2(day.hands.keys() <= 4, qPrintable(QString::number(day.hands.keys())));
    }

    void takingTheMostUrgentCaseAndReplying()
    {
        DeskDay day;
        enterOffice(day);
        const QJsonObject toUs{{u"assignedDept"_s, u"客服部"_s},
                               {u"handlingOpinion"_s, u"请核实"_s}};
        const auto urgent = day.record(u"急某"_s);
        day.take(urgent.id, u"transfer"_s, toUs);
        *day.bench.now = day.bench.now->addMs(36000000);
        day.take(day.record(u"缓某"_s, u"13800138001"_s).id, u"transfer"_s, toUs);
        actAs(day, u"ban"_s);
        day.hands.press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(day.bench.window->listPage()->model().rowCount(), 2);
        day.hands.press(Qt::Key_Return);
        QCOMPARE(day.page<CaseView>()->caseId(), urgent.id);
        day.hands.press(Qt::Key_F9);
        day.hands.press(Qt::Key_F8);
        QVERIFY(day.now(urgent.id).instant(u"acknowledgedAt"));
        // The next step stands ready: its words are typed at once.
        day.hands.write(u"情况属实，已批评教育。"_s);
        day.hands.press(Qt::Key_F8);
        QVERIFY2(day.now(urgent.id).stage == Stage::Investigating, qPrintable(seen(day)));
        QVERIFY(!day.now(urgent.id).text(u"investigationSummary").isEmpty());
        QVERIFY2(day.hands.keys() <= 8, qPrintable(QString::number(day.hands.keys())));
    }

    void writingTheInvestigationReport()
    {
        DeskDay day(u"trd"_s);
        const auto caseFile = atInvestigation(day);
        day.hands.press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(day.bench.window->listPage()->model().rowCount(), 1);
        day.hands.press(Qt::Key_Return);
        day.hands.press(Qt::Key_F9);
        // What was judged at the store stands there: it is not written once more.
        auto *grid = day.page<CaseView>()->findChild<StepForm *>()->findChild<PaperGrid *>();
        QVERIFY2(grid && grid->cell(u"reasonSound"_s), qPrintable(seen(day)));
        QCOMPARE(grid->cell(u"reasonSound"_s)->value().toString(), u"合理"_s);
        fillBlanks(day, *grid, kInquiry);
        day.hands.press(Qt::Key_F8);
        QVERIFY2(!day.now(caseFile).text(u"demandJustified").isEmpty(), qPrintable(seen(day)));
        // The report follows at once: its six sections lie open together, none of them filled.
        grid = day.page<CaseView>()->findChild<StepForm *>()->findChild<PaperGrid *>();
        for (const auto &field : kReport) {
            QVERIFY2(grid->cell(field), qPrintable(field));
            QVERIFY2(grid->cell(field)->isBlank(), qPrintable(field));
            QVERIFY2(isWholeInSight(*grid->cell(field)->editor()), qPrintable(field));
        }
        fillBlanks(day, *grid, kReport);
        day.hands.press(Qt::Key_F8);
        QVERIFY2(day.now(caseFile).stage == Stage::InApproval, qPrintable(seen(day)));
        QCOMPARE(day.now(caseFile).text(u"prevention"), u"出窑前测含水率"_s);
    }

    void assigningTenNewCases()
    {
        DeskDay day;
        day.bench.window->resize(1366, 768); // the case beside the list has its room
        QVector<CaseId> cases;
        for (int i = 0; i < 10; ++i) {
            cases.append(day.record(u"客户%1"_s.arg(i), u"1380013800%1"_s.arg(i)).id);
        }
        // A department that was written before is found by its initials.
        const auto before = day.record(u"早先"_s, u"13800138011"_s);
        day.take(before.id,
                 u"transfer"_s,
                 {{u"assignedDept"_s, u"物流部"_s}, {u"handlingOpinion"_s, u"请核实"_s}});
        *day.bench.now = day.bench.now->addMs(20000);
        day.hands.press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(day.bench.window->listPage()->model().rowCount(), 11);
        day.hands.press(Qt::Key_Down, Qt::ShiftModifier, 9);
        day.hands.press(Qt::Key_F12);
        QVERIFY(day.page<BatchPage>());
        day.hands.type(u"wl"_s);
        day.hands.press(Qt::Key_Return);
        day.hands.write(u"请三日内答复"_s);
        day.hands.press(Qt::Key_F8);
        QTRY_VERIFY(!day.page<BatchPage>());
        // What is read beside the list is what the case is now, though it lay behind the batch.
        const auto labels =
            day.bench.window->listPage()->findChild<CasePreview *>()->findChildren<QLabel *>();
        QTRY_VERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->text().contains(u"已转办"_s);
        }));
        for (const auto &id : cases) {
            QCOMPARE(day.now(id).text(u"assignedDept"), u"物流部"_s);
        }
        QVERIFY2(day.hands.keys() <= 20, qPrintable(QString::number(day.hands.keys())));
        // And taken back together.
        day.hands.press(Qt::Key_Z, Qt::ControlModifier);
        for (const auto &id : cases) {
            QCOMPARE(day.now(id).text(u"assignedDept"), QString());
        }
    }

    void decidingOnWhatAwaitsApproval()
    {
        DeskDay day;
        const auto first = proposed(day, u"高某"_s);
        const auto second = proposed(day, u"李某"_s);
        actAs(day, u"jing"_s);
        day.hands.press(Qt::Key_3, Qt::ControlModifier);
        auto *inbox = day.page<InboxPage>();
        QVERIFY(inbox);
        QTRY_COMPARE(inbox->table()->rowCount(), 2);
        day.hands.settle();
        day.hands.press(Qt::Key_A);
        QTRY_COMPARE(inbox->table()->rowCount(), 1);
        QVERIFY2(day.hands.keys() <= 3, qPrintable(QString::number(day.hands.keys())));
        // The next one stands there by itself.
        day.hands.rest();
        day.hands.press(Qt::Key_R);
        day.hands.write(u"缺检测记录"_s);
        day.hands.press(Qt::Key_F8);
        QTRY_COMPARE(inbox->table()->rowCount(), 0);
        QVERIFY2(day.hands.keys() <= 3, qPrintable(QString::number(day.hands.keys())));
        const QSet<Stage> stages{day.now(first).stage, day.now(second).stage};
        QCOMPARE(stages, (QSet<Stage>{Stage::Handling, Stage::Investigating}));
    }

    void printingTheMonth()
    {
        DeskDay day;
        day.record(u"王某"_s);
        day.hands.press(Qt::Key_R, Qt::AltModifier);
        day.hands.press(Qt::Key_M);
        QVERIFY(day.page<ReportPage>());
        QTRY_VERIFY(day.page<ReportPage>()->table());
        day.hands.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<QPrintDialog *>(QApplication::activeModalWidget()));
        QVERIFY2(day.hands.keys() <= 3, qPrintable(QString::number(day.hands.keys())));
        day.hands.press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(day.page<ReportPage>());
    }

    void printingTheMonthByClicks()
    {
        DeskDay day;
        day.record(u"王某"_s);
        auto *bar = day.bench.window->findChild<QToolBar *>(u"toolbar"_s);
        auto *month = qobject_cast<QToolButton *>(
            bar->widgetForAction(day.bench.shell().commands.action(u"report.open"_s)));
        QVERIFY(month && month->isVisible());
        QTest::mouseClick(month, Qt::LeftButton); // 1
        const auto *report = day.page<ReportPage>();
        QVERIFY(report);
        QTRY_VERIFY(report->table());
        QPushButton *print = nullptr;
        for (auto *button : report->findChildren<QPushButton *>()) {
            print = button->text().startsWith(u"Print"_s) ? button : print;
        }
        QVERIFY(print && print->isVisible() && print->isEnabled());
        QTest::mouseClick(print, Qt::LeftButton); // 2
        // 3 is the button of the dialog.
        QTRY_VERIFY(qobject_cast<QPrintDialog *>(QApplication::activeModalWidget()));
        QApplication::activeModalWidget()->close();
    }

    void recordingAReturnVisit()
    {
        DeskDay day;
        enterOffice(day);
        const auto caseFile = day.record(u"王某"_s);
        actAs(day, u"ban"_s); // who handled a case does not ask how it was liked
        day.take(caseFile.id, u"result"_s, {{u"resultSummary"_s, u"已批评教育"_s}});
        day.take(caseFile.id,
                 u"reply"_s,
                 {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已当面致歉"_s}});
        actAs(day, u"fang"_s);
        day.hands.press(Qt::Key_7, Qt::ControlModifier);
        QTRY_COMPARE(day.bench.window->listPage()->model().rowCount(), 1);
        day.hands.press(Qt::Key_Return);
        day.hands.press(Qt::Key_R, Qt::ControlModifier);
        for (int cells = 0; cells < 5 && support::Hands::at() != u"satisfaction"_s; ++cells) {
            day.hands.press(Qt::Key_Tab);
        }
        day.hands.type(u"2"_s);
        day.hands.press(Qt::Key_F8);
        QVERIFY2(!day.now(caseFile.id).text(u"satisfaction").isEmpty(), qPrintable(seen(day)));
        QVERIFY2(day.hands.keys() <= 10, qPrintable(QString::number(day.hands.keys())));
    }

    void copyingRowsForASpreadsheet()
    {
        DeskDay day;
        day.record(u"王某"_s, u"02012345678"_s);
        day.record(u"李某"_s);
        day.hands.press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(day.bench.window->listPage()->model().rowCount(), 2);
        day.hands.press(Qt::Key_A, Qt::ControlModifier);
        day.hands.press(Qt::Key_C, Qt::ControlModifier);
        const auto *mime = QApplication::clipboard()->mimeData();
        QCOMPARE(mime->text().count(u'\n'), 2);
        QVERIFY(mime->html().contains(u"<td"_s));
    }

    void savingTheListForASpreadsheet()
    {
        DeskDay day;
        day.record(u"王某"_s);
        day.bench.shell().settings.setLast(u"exportFolder"_s, day.bench.folder());
        day.hands.press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(day.bench.window->listPage()->model().rowCount(), 1);
        day.hands.rest();
        day.hands.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()));
        day.hands.press(Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        const QDir folder(day.bench.folder());
        QTRY_COMPARE(folder.entryList({u"*.xlsx"_s}).size(), 1);
        QVERIFY2(day.hands.keys() <= 2, qPrintable(QString::number(day.hands.keys())));
    }

    void seeingWhoLookedAtACase()
    {
        DeskDay day;
        enterOffice(day);
        const auto caseFile = day.record(u"王某"_s);
        day.hands.press(Qt::Key_7, Qt::ControlModifier);
        QTRY_COMPARE(day.bench.window->listPage()->model().rowCount(), 1);
        day.hands.press(Qt::Key_Return);
        auto *shown = day.page<CaseView>()->findChild<AccessPane *>()->findChild<QTableWidget *>();
        for (int tabs = 0; tabs < 8 && !shown->isVisible(); ++tabs) {
            day.hands.press(Qt::Key_Right);
        }
        QVERIFY2(shown->isVisible(), qPrintable(seen(day)));
        QTRY_VERIFY(shown->rowCount() >= 1);
        QCOMPARE(shown->item(0, 1)->text(), u"王姐"_s);
    }

    void printingTheFormOfACaseAgain()
    {
        DeskDay day;
        const auto caseFile = day.record(u"王某"_s);
        day.hands.press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(day.bench.window->listPage()->model().rowCount(), 1);
        day.hands.press(Qt::Key_Return);
        day.hands.rest();
        day.hands.press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(day.page<PreviewPage>());
        day.hands.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<QPrintDialog *>(QApplication::activeModalWidget()));
        QVERIFY2(day.hands.keys() <= 2, qPrintable(QString::number(day.hands.keys())));
        day.hands.press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

private:
    inline static const QStringList kInquiry{u"method"_s,
                                             u"investigationSummary"_s,
                                             u"scopeTrue"_s,
                                             u"purposeOfComplaint"_s,
                                             u"analysis"_s,
                                             u"demandJustified"_s};
    inline static const QStringList kReport{u"cause"_s,
                                            u"course"_s,
                                            u"respPartiesText"_s,
                                            u"conclusion"_s,
                                            u"countermeasure"_s,
                                            u"prevention"_s};

    /// Goes through the form with Tab and fills what is blank of these fields.
    static void fillBlanks(DeskDay &day, const PaperGrid &grid, const QStringList &fields)
    {
        for (int cells = 0; cells < 40; ++cells) {
            const auto field = support::Hands::at();
            const auto *cell = grid.cell(field);
            if (cell && cell->isBlank() && fields.contains(field)) {
                const auto *focus = QApplication::focusWidget();
                const bool text = focus->inherits("QLineEdit") || focus->inherits("QPlainTextEdit");
                text ? day.hands.write(u"出窑前测含水率"_s) : day.hands.type(u"1"_s);
            }
            if (std::none_of(fields.cbegin(), fields.cend(), [&](const QString &one) {
                    return grid.cell(one)->isBlank();
                })) {
                return;
            }
            day.hands.press(Qt::Key_Tab);
        }
    }

    /// A case of a store, judged sound, that `cha` is to inquire into now.
    static CaseId atInvestigation(DeskDay &day)
    {
        const QJsonArray people{
            person(u"zong"_s, u"总经理"_s, u"gm"_s),
            person(u"men"_s, u"门店小周"_s, u"clerk"_s),
            person(u"zhu"_s, u"营运主管老何"_s, u"supervisor"_s),
            person(u"ke"_s, u"客服小陈"_s, u"coordinator"_s),
            person(u"ren"_s, u"人事老吴"_s, u"hr"_s),
            person(u"cha"_s, u"质检小马"_s, u"handler"_s),
        };
        const auto faults = support::enterPeople(*day.bench.desk, people);
        if (!faults.isEmpty()) {
            qFatal("%s", qPrintable(faults.join(u' ')));
        }
        actAs(day, u"men"_s);
        const auto id = day.record(u"高某"_s,
                                   u"13900000011"_s,
                                   {{u"complainantCategory"_s, u"Consumer"_s},
                                    {u"demandKinds"_s, QJsonArray{u"Exchange"_s}},
                                    {u"legitimateGrounds"_s, QJsonArray{u"QualityDefect"_s}}})
                            .id;
        day.take(id, u"judge"_s, {{u"reasonSound"_s, u"合理"_s}, {u"foundedness"_s, u"Founded"_s}});
        actAs(day, u"zhu"_s);
        day.take(id, u"accept"_s);
        actAs(day, u"ke"_s);
        day.take(id, u"transfer"_s, {{u"handlingOpinion"_s, u"柜门裂纹，请查原因"_s}});
        actAs(day, u"ren"_s);
        day.take(id,
                 u"assign"_s,
                 {{u"assignedDept"_s, u"客服部"_s}, {u"investigator"_s, u"质检小马"_s}});
        actAs(day, u"cha"_s);
        return id;
    }

    static void enterOffice(DeskDay &day)
    {
        const QJsonArray people{
            person(u"jing"_s, u"陈经理"_s, u"leader"_s),
            person(u"ban"_s, u"李工"_s, u"handler"_s),
            person(u"fang"_s, u"小周"_s, u"coordinator"_s),
            person(u"wang"_s, u"王姐"_s, u"clerk"_s),
        };
        const auto faults = support::enterPeople(*day.bench.desk, people);
        if (!faults.isEmpty()) {
            qFatal("%s", qPrintable(faults.join(u' ')));
        }
        actAs(day, u"wang"_s);
    }

    static void actAs(DeskDay &day, const QString &who)
    {
        if (!day.bench.desk->setActor(who)) {
            qFatal("nobody called %s", qPrintable(who));
        }
    }

    /// A proposal by somebody else that awaits the decision of `jing`.
    static CaseId proposed(DeskDay &day, const QString &name)
    {
        if (day.bench.desk->reader().roster()->isEmpty()) {
            enterOffice(day);
        }
        actAs(day, u"wang"_s);
        const auto id = day.record(name).id;
        actAs(day, u"ban"_s);
        day.take(id, u"investigate"_s, {{u"investigationSummary"_s, u"属实"_s}});
        day.take(id, u"propose"_s, {{u"proposedOpinion"_s, u"换货并致歉"_s}});
        return id;
    }

    static QJsonObject person(const QString &id, const QString &name, const QString &role)
    {
        return {{u"id"_s, id},
                {u"name"_s, name},
                {u"department"_s, u"客服部"_s},
                {u"roles"_s, QJsonArray{role}}};
    }
};

QTEST_MAIN(TestKeyboardWalk)
#include "tst_keyboardwalk.moc"
