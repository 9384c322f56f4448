// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the keyboard goes: into every pane, out of every widget, and what impatient hands do.

#include <forms/intakeform.h>
#include <forms/papergrid.h>
#include <support/hands.h>
#include <support/windowbench.h>
#include <window/caselistpage.h>
#include <window/caseview.h>
#include <window/intakepage.h>
#include <window/mainwindow.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QTabWidget>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostStops = 150;
constexpr int kMostLinks = 12;

CaseId recorded(const support::WindowBench &bench)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"张三"_s},
                    {u"phone"_s, u"13800138000"_s},
                    {u"category"_s, u"服务态度"_s},
                    {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};
    draft.sheet = u"F-01/1"_s;
    return bench.desk->record(draft)->caseFile->id;
}

void command(support::WindowBench &bench, const QString &id)
{
    emit bench.shell().commands.triggered(id);
    QTRY_VERIFY(bench.shell().jobs.jobs().isEmpty());
    QCoreApplication::processEvents();
}

qint64 casesIn(const support::WindowBench &bench)
{
    const auto count = bench.desk->reader().count(CaseFilter(), 1000);
    return count ? *count : -1;
}

QString named(const QWidget *widget)
{
    return widget ? QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                        widget->objectName() + u' ' + widget->accessibleName()
                  : u"nothing"_s;
}

} // namespace

class TestFocusWalk : public QObject
{
    Q_OBJECT

private slots:

    void f6ReachesEveryPane_data() { pages(); }

    void f6ReachesEveryPane()
    {
        QFETCH(QString, page);
        support::WindowBench bench;
        support::Hands hands(bench);
        open(bench, page);
        QList<QWidget *> left;
        for (auto *pane : bench.window->currentPage()->panes()) {
            if (pane && pane->isVisible()) {
                left.append(pane);
            }
        }
        QVERIFY(!left.isEmpty());
        const auto all = left.size() + 2; // the queues and the tools besides
        for (qsizetype i = 0; i < all; ++i) {
            hands.press(Qt::Key_F6);
            const auto *focus = QApplication::focusWidget();
            QVERIFY2(focus && focus->isVisible(), qPrintable(named(focus)));
            left.removeIf([focus](const QWidget *pane) {
                return pane == focus || pane->isAncestorOf(focus);
            });
        }
        QVERIFY2(left.isEmpty(), qPrintable(named(left.value(0))));
        const auto *before = QApplication::focusWidget();
        hands.press(Qt::Key_F6);
        hands.press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(named(QApplication::focusWidget()), named(before));
    }

    void tabLeavesEveryWidget_data() { pages(); }

    void tabLeavesEveryWidget()
    {
        QFETCH(QString, page);
        support::WindowBench bench;
        support::Hands hands(bench);
        open(bench, page);
        QSet<const QWidget *> met;
        const auto *first = QApplication::focusWidget();
        QVERIFY(first);
        bool round = false;
        int links = 0;
        for (int i = 0; i < kMostStops && !round; ++i) {
            const auto *before = QApplication::focusWidget();
            hands.press(Qt::Key_Tab);
            const auto *now = QApplication::focusWidget();
            // A line of links is left after its last one.
            links = now == before && qobject_cast<const QLabel *>(now) ? links + 1 : 0;
            QVERIFY2(now && (now != before || (links > 0 && links < kMostLinks)),
                     qPrintable(u"Tab stays in "_s + named(before)));
            QVERIFY2(now->isVisible(), qPrintable(named(now)));
            round = now == first;
            met.insert(now);
        }
        QVERIFY2(round, qPrintable(u"Tab does not come round to "_s + named(first)));
        QVERIFY(met.size() >= 3);
    }

    void escapeLeavesACompleterAndKeepsTheText()
    {
        support::WindowBench bench;
        ComplaintDraft before;
        before.fields = {{u"kind"_s, u"Complaint"_s},
                         {u"channel"_s, u"Phone"_s},
                         {u"complainantName"_s, u"李四"_s},
                         {u"respondentDept"_s, u"物流部"_s},
                         {u"content"_s, u"外箱破损"_s}};
        before.sheet = u"F-01/1"_s;
        QVERIFY(bench.desk->record(before)->caseFile);
        support::Hands hands(bench);
        hands.press(Qt::Key_F2);
        for (int i = 0; i < 20 && support::Hands::at() != u"respondentDept"_s; ++i) {
            hands.press(Qt::Key_Tab);
        }
        QCOMPARE(support::Hands::at(), u"respondentDept"_s);
        hands.type(u"wl"_s);
        const QListWidget *offered = nullptr;
        for (const auto *list : bench.window->findChildren<QListWidget *>()) {
            offered =
                list->accessibleName() == u"Suggestions"_s && list->isVisible() ? list : offered;
        }
        QVERIFY(offered);
        QCOMPARE(offered->item(0)->text(), u"物流部"_s);
        hands.press(Qt::Key_Escape);
        QVERIFY(!offered->isVisible());
        QCOMPARE(support::Hands::at(), u"respondentDept"_s);
        hands.press(Qt::Key_Tab);
        QVERIFY(support::Hands::at() != u"respondentDept"_s);
        auto *intake = qobject_cast<IntakePage *>(bench.window->currentPage());
        QCOMPARE(intake->form()->draft().fields.value(u"respondentDept"_s).toString(), u"wl"_s);
    }

    void f8TwiceRegistersOnce()
    {
        support::WindowBench bench;
        support::Hands hands(bench);
        hands.press(Qt::Key_F2);
        hands.type(u"13900139000"_s);
        hands.press(Qt::Key_N, Qt::AltModifier);
        hands.write(u"李四"_s);
        hands.press(Qt::Key_X, Qt::AltModifier);
        hands.write(u"外箱破损"_s);
        // Both come before the window can turn round.
        QTest::keyClick(QGuiApplication::focusWindow(), Qt::Key_F8);
        QTest::keyClick(QGuiApplication::focusWindow(), Qt::Key_F8);
        hands.settle();
        QCOMPARE(casesIn(bench), 1);
        QVERIFY(qobject_cast<CaseView *>(bench.window->currentPage()));
    }

    void aPastedNovelIsRegisteredOrRefusedInASentence()
    {
        support::WindowBench bench;
        support::Hands hands(bench);
        hands.press(Qt::Key_F2);
        hands.type(u"13900139000"_s);
        hands.press(Qt::Key_N, Qt::AltModifier);
        hands.write(u"李四"_s);
        hands.press(Qt::Key_X, Qt::AltModifier);
        const auto novel = QString(20000, QChar(0x7834));
        QApplication::clipboard()->setText(novel);
        hands.press(Qt::Key_V, Qt::ControlModifier);
        auto *intake = qobject_cast<IntakePage *>(bench.window->currentPage());
        const auto typed = intake->form()->draft();
        QCOMPARE(typed.fields.value(u"content"_s).toString().size() +
                     typed.raw.value(u"content"_s).toString().size(),
                 novel.size());
        hands.press(Qt::Key_F8);
        if (casesIn(bench) == 0) {
            QVERIFY(!intake->form()->grid()->messageOf(u"content"_s).isEmpty());
            QCOMPARE(support::Hands::at(), u"content"_s);
        } else {
            auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
            QVERIFY(view);
            QCOMPARE(view->caseFile().text(u"content").size(), novel.size());
        }
    }

    void oddKeysChangeNothing()
    {
        support::WindowBench bench;
        support::Hands hands(bench);
        hands.press(Qt::Key_F2);
        auto *intake = qobject_cast<IntakePage *>(bench.window->currentPage());
        const auto before = intake->form()->draft().fields;
        for (const auto key : {Qt::Key_Escape,
                               Qt::Key_F7,
                               Qt::Key_Escape,
                               Qt::Key_Insert,
                               Qt::Key_PageUp,
                               Qt::Key_PageDown,
                               Qt::Key_ScrollLock,
                               Qt::Key_Pause,
                               Qt::Key_VolumeUp,
                               Qt::Key_F1,
                               Qt::Key_F5}) {
            hands.press(key);
        }
        QCOMPARE(bench.window->currentPage(), static_cast<Page *>(intake));
        QCOMPARE(intake->form()->draft().fields, before);
    }

    void aWindowAsSmallAsItGetsStillShowsTheButtons()
    {
        support::WindowBench bench;
        support::Hands hands(bench);
        hands.press(Qt::Key_F2);
        bench.window->resize(10, 10);
        hands.settle();
        auto *intake = qobject_cast<IntakePage *>(bench.window->currentPage());
        bool found = false;
        for (const auto *button : intake->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text().contains(u"F8"_s)) {
                const QRect place(button->mapTo(bench.window.get(), QPoint()), button->size());
                found = bench.window->rect().contains(place);
            }
        }
        QVERIFY(found);
    }

    void closingWithHalfTypedFormsAsksNothingAndLosesNothing()
    {
        support::WindowBench bench;
        support::Hands hands(bench);
        for (const auto *name : {"李四", "王五"}) {
            hands.press(Qt::Key_F2);
            hands.press(Qt::Key_N, Qt::AltModifier);
            hands.write(QString::fromUtf8(name));
        }
        hands.press(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!bench.window->isVisible());
        bench.close();
        bench.open();
        QStringList kept;
        const auto drafts = bench.desk->reader().drafts(bench.desk->actor().id);
        QVERIFY(drafts);
        for (const auto &draft : *drafts) {
            kept.append(draft.draft.fields.value(u"complainantName"_s).toString());
        }
        kept.sort();
        QCOMPARE(kept, (QStringList{u"李四"_s, u"王五"_s}));
    }

private:
    static void pages()
    {
        QTest::addColumn<QString>("page");
        for (const auto *page : {"list",
                                 "case.new",
                                 "search.open",
                                 "tasks.open",
                                 "inbox.open",
                                 "calendar.open",
                                 "drafts.open",
                                 "report.open",
                                 "help.keys",
                                 "case 0",
                                 "case 1",
                                 "case 2",
                                 "case 3",
                                 "case 4"}) {
            QTest::newRow(page) << QString::fromLatin1(page);
        }
    }

    static void open(support::WindowBench &bench, const QString &page)
    {
        const auto id = recorded(bench);
        emit bench.desk->registerChanged();
        QTRY_VERIFY(bench.window->listPage()->model().rowCount() > 0);
        if (page.startsWith(u"case "_s)) {
            bench.window->openCase(id);
            auto *tabs = bench.window->currentPage()->findChild<QTabWidget *>();
            tabs->setCurrentIndex(page.section(u' ', 1).toInt());
        } else if (page != u"list"_s) {
            command(bench, page);
        }
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestFocusWalk)
#include "tst_focuswalk.moc"
