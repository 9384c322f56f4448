// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/importmark.h>
#include <forms/intakeform.h>
#include <forms/stepform.h>
#include <support/windowbench.h>
#include <window/banner.h>
#include <window/calendarpage.h>
#include <window/caselistpage.h>
#include <window/caseview.h>
#include <window/draftspage.h>
#include <window/intakepage.h>
#include <window/navpane.h>
#include <window/reportpage.h>
#include <window/steppane.h>
#include <window/undostrip.h>

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolBar>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

ComplaintDraft complaint(const QString &name)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, name},
                    {u"phone"_s, u"13800138000"_s},
                    {u"category"_s, u"服务态度"_s},
                    {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};
    draft.sheet = u"F-01/1"_s;
    return draft;
}

void command(support::WindowBench &bench, const QString &id)
{
    emit bench.shell().commands.triggered(id);
    QCoreApplication::processEvents();
}

template <typename T> T *pageOf(const support::WindowBench &bench)
{
    for (auto *page : bench.window->pages()) {
        if (auto *wanted = qobject_cast<T *>(page)) {
            return wanted;
        }
    }
    return nullptr;
}

QStringList visibleBanners(const MainWindow &window)
{
    QStringList words;
    for (const auto *banner : window.findChildren<Banner *>()) {
        if (banner->isVisible()) {
            words.append(banner->text());
        }
    }
    return words;
}

/// What a screen reader does with a row of a list: it selects, and moves nothing.
void pick(QAbstractItemView *view, int row)
{
    auto *item = QAccessible::queryAccessibleInterface(view)->child(row);
    item->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:

    void everyFocusableWidgetHasAName()
    {
        support::WindowBench bench;
        const auto outcome = bench.desk->record(complaint(u"王某"_s));
        QVERIFY(outcome && outcome->caseFile);
        bench.window->openCase(outcome->caseFile->id);
        for (const auto *id : {"case.new",
                               "report.open",
                               "calendar.open",
                               "search.open",
                               "drafts.open",
                               "tasks.open",
                               "inbox.open",
                               "regulation.open",
                               "help.keys"}) {
            command(bench, QString::fromLatin1(id));
        }
        bench.window->openCase(outcome->caseFile->id);
        command(bench, u"case.preview"_s);
        QVERIFY(bench.window->pages().size() >= 11);
        QStringList nameless;
        for (auto *widget : bench.window->findChildren<QWidget *>()) {
            auto *spoken = QAccessible::queryAccessibleInterface(widget);
            if (!widget->isHidden() && spoken && spoken->state().focusable &&
                spoken->text(QAccessible::Name).isEmpty()) {
                nameless.append(u"unspoken "_s +
                                QString::fromLatin1(widget->metaObject()->className()));
            }
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy() ||
                widget->isHidden() || widget->objectName().startsWith("qt_"_L1)) {
                continue;
            }
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty())) {
                nameless.append(
                    QString::fromLatin1(widget->metaObject()->className()) + u'/' +
                    widget->objectName() + u" in "_s +
                    QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void aRowPickedByAnAssistiveToolIsTheRowShown()
    {
        support::WindowBench bench;
        const auto outcome = bench.desk->record(complaint(u"王某"_s));
        bench.window->openCase(outcome->caseFile->id);
        auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
        QVERIFY(view);
        view->openStep(u"accept"_s);
        auto *pane = view->findChild<StepPane *>();
        auto *steps = pane->findChild<QListWidget *>();
        const auto shown = [pane] { return pane->findChild<StepForm *>()->offer().action; };
        QCOMPARE(shown(), u"accept"_s);
        QVERIFY(steps->currentRow() != 0);
        pick(steps, 0);
        QTRY_COMPARE(steps->currentRow(), 0);
        QVERIFY(shown() != u"accept"_s);

        auto *queues = bench.window->findChild<NavPane *>();
        pick(queues, queues->model()->rowCount() - 1);
        QTRY_VERIFY(bench.window->currentPage() != view);
    }

    void aNumberOnTheCommandLineOpensItsCase()
    {
        support::WindowBench bench;
        const auto outcome = bench.desk->record(complaint(u"王某"_s));
        bench.window->receive({outcome->caseFile->caseNo});
        auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
        QVERIFY(view);
        QCOMPARE(view->caseFile().caseNo, outcome->caseFile->caseNo);
    }

    void aNumberNobodyHasIsSaidAndOpensNothing()
    {
        support::WindowBench bench;
        bench.window->receive({u"TS0571209912-0001"_s});
        QCOMPARE(bench.window->pages().size(), 1);
        QVERIFY(!visibleBanners(*bench.window).isEmpty());
    }

    void typedTextIsOfferedAgainAfterAStart()
    {
        support::WindowBench bench;
        auto *intake = bench.window->openIntake();
        intake->form()->setFields(
            {{u"complainantName"_s, u"张三"_s}, {u"content"_s, u"外箱破损"_s}});
        bench.window->keepAll();
        bench.close();
        bench.open();
        const auto drafts = DraftsPage::intakeDrafts(bench.shell(), false);
        QCOMPARE(drafts.size(), 1);
        QVERIFY(!visibleBanners(*bench.window).isEmpty());
        for (auto *button : bench.window->findChildren<QPushButton *>()) {
            if (button->text() == u"Take all up again"_s) {
                button->click();
                break;
            }
        }
        auto *again = pageOf<IntakePage>(bench);
        QVERIFY(again);
        QCOMPARE(again->form()->draft().fields.value(u"complainantName"_s).toString(), u"张三"_s);
    }

    void discardedDraftsCanBeTakenBack()
    {
        support::WindowBench bench;
        auto *intake = bench.window->openIntake();
        intake->form()->setFields({{u"complainantName"_s, u"张三"_s}});
        bench.window->keepAll();
        bench.close();
        bench.open();
        for (auto *button : bench.window->findChildren<QPushButton *>()) {
            if (button->text() == u"Put away"_s) {
                button->click();
                break;
            }
        }
        QVERIFY(DraftsPage::intakeDrafts(bench.shell(), false).isEmpty());
        QCOMPARE(DraftsPage::intakeDrafts(bench.shell(), true).size(), 1);
        bench.window->findChild<UndoStrip *>()->undo();
        QCOMPARE(DraftsPage::intakeDrafts(bench.shell(), false).size(), 1);
        QVERIFY(DraftsPage::intakeDrafts(bench.shell(), true).isEmpty());
    }

    void altAndADigitOpenTheTabsOfTheSidePanel()
    {
        support::WindowBench bench;
        auto *form = bench.window->openIntake()->form();
        auto *tabs = qobject_cast<QTabWidget *>(form->sidePanel());
        QVERIFY(tabs);
        for (const auto &[key, at] :
             {std::pair(Qt::Key_1, 0), std::pair(Qt::Key_2, 1), std::pair(Qt::Key_1, 0)}) {
            QCoreApplication::processEvents();
            QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier);
            QCOMPARE(tabs->currentIndex(), at);
            QVERIFY(tabs->isVisible());
        }
        command(bench, u"view.side"_s);
        QVERIFY(!form->sidePanel()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(form->sidePanel()->isVisible());
        QCOMPARE(tabs->currentIndex(), 1);
    }

    void theSearchBoxIsNeverPushedOutOfTheToolbar()
    {
        support::WindowBench bench(u"standard"_s, Language::English);
        const auto before = QApplication::font();
        auto *bar = bench.window->findChild<QToolBar *>(u"toolbar"_s);
        auto *box = bar->findChild<QLineEdit *>();
        for (const int width : {1366, 1024, 760}) {
            bench.window->resize(width, 700);
            for (int i = 0; i < 5; ++i) {
                const auto inside = [&] {
                    const QRect place(box->mapTo(bench.window.get(), QPoint()), box->size());
                    return box->isVisible() && bench.window->rect().contains(place);
                };
                // Letters and layouts reach the buttons one turn after the window.
                for (int turn = 0; turn < 3; ++turn) {
                    QCoreApplication::processEvents();
                }
                QVERIFY2(inside(),
                         qPrintable(u"%1 wide, %2 pt"_s.arg(width).arg(
                             bench.shell().settings.letterSize())));
                QVERIFY(box->width() >= box->minimumWidth());
                command(bench, u"view.larger"_s);
            }
            command(bench, u"view.normal"_s);
        }
        bench.window->resize(1366, 700);
        QCoreApplication::processEvents();
        // What was left out stands there again, once.
        for (const auto &entry : CommandRegistry::table()) {
            if (entry.toolbar) {
                auto *action = bench.shell().commands.action(QString::fromLatin1(entry.id));
                QCOMPARE(bar->actions().count(action), 1);
            }
        }
        QApplication::setFont(before);
    }

    void anImportThatBrokeOffIsOffered()
    {
        support::WindowBench bench;
        QVERIFY(visibleBanners(*bench.window).isEmpty());
        QVERIFY(bench.desk->log().append(
            {u"wang"_s,
             *bench.now,
             {importBegun({u"20260416-00"_s, u"/home/wang/台账.csv"_s, *bench.now})}}));
        bench.close();
        bench.open();
        QVERIFY(visibleBanners(*bench.window).join(u' ').contains(u"台账.csv"_s));
    }

    void missingHolidaysOfNextYearAreSaidFromNovemberOn()
    {
        support::WindowBench bench;
        const auto before = visibleBanners(*bench.window).size();
        bench.close();
        *bench.now = *Instant::parseLocal(u"2026-11-05T09:00:00");
        bench.open();
        const auto banners = visibleBanners(*bench.window);
        QCOMPARE(banners.size(), before + 1);
        QVERIFY(banners.join(u' ').contains(u"2027"_s));
    }

    void commandsSayWhyTheyCannotBeUsed()
    {
        support::WindowBench bench;
        QVERIFY(!bench.shell().commands.action(u"case.take"_s)->isEnabled());
        QVERIFY(!bench.shell().commands.reason(u"case.take"_s).isEmpty());
        bench.window->openIntake();
        QCoreApplication::processEvents();
        QVERIFY(bench.shell().commands.action(u"form.submit"_s)->isEnabled());
    }

    void lettersGrowAndShrinkWithinTheirSteps()
    {
        support::WindowBench bench;
        const auto before = QApplication::font();
        for (int i = 0; i < 9; ++i) {
            command(bench, u"view.larger"_s);
        }
        QCOMPARE(bench.shell().settings.letterSize(), 21.0);
        QCOMPARE(QApplication::font().pointSizeF(), 21.0);
        command(bench, u"view.normal"_s);
        QCOMPARE(bench.shell().settings.letterSize(), 10.5);
        QApplication::setFont(before);
    }

    void numbersOfTheReportLeadToTheirCases()
    {
        support::WindowBench bench;
        QVERIFY(bench.desk->record(complaint(u"王某"_s)));
        command(bench, u"report.open"_s);
        auto *report = pageOf<ReportPage>(bench);
        QVERIFY(report);
        report->setPeriod(Period::month(2026, 4));
        QTRY_VERIFY(report->table());
        int drills = 0;
        for (const auto &row : report->table()->rows) {
            for (const auto &cell : row.cells) {
                drills += cell.drill ? 1 : 0;
            }
        }
        QVERIFY(drills > 0);
        QCOMPARE(report->marks().size(), drills);
        for (const auto &mark : report->marks()) {
            QVERIFY(!mark.mark.area.isEmpty());
        }
    }

    void aNoticeIsShownBeforeItHolds()
    {
        support::WindowBench bench;
        command(bench, u"calendar.open"_s);
        auto *page = pageOf<CalendarPage>(bench);
        QVERIFY(page);
        const auto covered = bench.desk->calendar().coverageTo();
        page->plan(QStringLiteral("国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周"
                                  "五）至3日（周日）放假调休，共3天。\n")
                       .toUtf8());
        QTRY_VERIFY(page->planned());
        QVERIFY(!page->planned()->added.isEmpty());
        QCOMPARE(bench.desk->calendar().coverageTo(), covered);
        page->apply();
        QTRY_VERIFY(bench.desk->calendar().coverageTo() > covered);
    }

    void nonsenseIsNotTakenForANotice()
    {
        support::WindowBench bench;
        command(bench, u"calendar.open"_s);
        auto *page = pageOf<CalendarPage>(bench);
        page->plan("hello");
        QTRY_VERIFY(page->planned());
        page->apply();
        QCOMPARE(bench.desk->calendar().coverageTo().year(), 2026);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
