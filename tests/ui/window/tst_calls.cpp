// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/intakeform.h>
#include <support/windowbench.h>
#include <window/banner.h>
#include <window/caseview.h>
#include <window/intakepage.h>

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

CaseFile recorded(const support::WindowBench &bench, const QString &name, const QString &phone)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, name},
                    {u"phone"_s, phone},
                    {u"category"_s, u"服务态度"_s},
                    {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};
    draft.sheet = u"F-01/1"_s;
    return *bench.desk->record(draft)->caseFile;
}

QString bannerWith(const support::WindowBench &bench, const QString &part)
{
    for (const auto *banner : bench.window->findChildren<Banner *>()) {
        if (banner->isVisible() && banner->text().contains(part)) {
            return banner->text();
        }
    }
    return {};
}

void command(support::WindowBench &bench, const QString &id)
{
    emit bench.shell().commands.triggered(id);
    QCoreApplication::processEvents();
}

} // namespace

class TestCalls : public QObject
{
    Q_OBJECT

private slots:

    void aCallIsAnnouncedMaskedAndTakesNoFocus()
    {
        support::WindowBench bench;
        static_cast<void>(recorded(bench, u"王某"_s, u"13800138000"_s));
        bench.window->openIntake();
        QCoreApplication::processEvents();
        const auto *focus = QApplication::focusWidget();
        bench.window->receive({u"--call=13800138000"_s});
        const auto words = bannerWith(bench, maskedPhone(u"13800138000"_s));
        QVERIFY(words.contains(u"王某"_s));
        QVERIFY(!words.contains(u"13800138000"_s));
        QCOMPARE(QApplication::focusWidget(), focus);
    }

    void aTakenCallKnowsTheCaller()
    {
        support::WindowBench bench;
        static_cast<void>(recorded(bench, u"王某"_s, u"13800138000"_s));
        bench.window->receive({u"--call=138 0013 8000"_s});
        command(bench, u"caller.take"_s);
        auto *page = qobject_cast<IntakePage *>(bench.window->currentPage());
        QVERIFY(page);
        const auto fields = page->form()->draft().fields;
        QCOMPARE(fields.value(u"phone"_s).toString(), u"13800138000"_s);
        QCOMPARE(fields.value(u"complainantName"_s).toString(), u"王某"_s);
        QVERIFY(!fields.contains(u"content"_s));
        QVERIFY(bannerWith(bench, maskedPhone(u"13800138000"_s)).isEmpty());
    }

    void theTailOfALongerNumberIsAnotherCaller()
    {
        support::WindowBench bench;
        static_cast<void>(recorded(bench, u"王某"_s, u"02736138000"_s));
        bench.window->receive({u"--call=36138000"_s});
        QVERIFY(bannerWith(bench, u"王某"_s).isEmpty());
    }

    void aRepeatedCallGoesToTheOpenCase()
    {
        support::WindowBench bench;
        const auto caseFile = recorded(bench, u"王某"_s, u"13800138000"_s);
        bench.window->receive({u"--call=13800138000"_s});
        command(bench, u"caller.append"_s);
        auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
        QVERIFY(view);
        QCOMPARE(view->caseId(), caseFile.id);
        auto *note = qobject_cast<QLineEdit *>(bench.window->focusWidget());
        QVERIFY(note && !note->text().isEmpty());
        note->insert(u"催问进度"_s);
        view->perform(u"form.submit"_s);
        QVERIFY(view->caseFile().steps.last().text.contains(u"催问进度"_s));
    }

    void withoutACallTheClipboardIsRead()
    {
        support::WindowBench bench;
        QApplication::clipboard()->setText(u" 138-0013-8000 "_s);
        command(bench, u"caller.take"_s);
        auto *page = qobject_cast<IntakePage *>(bench.window->currentPage());
        QVERIFY(page);
        QCOMPARE(page->form()->draft().fields.value(u"phone"_s).toString(), u"13800138000"_s);
    }

    void otherTextOfTheClipboardIsNoNumber()
    {
        support::WindowBench bench;
        QApplication::clipboard()->setText(u"外箱破损"_s);
        command(bench, u"caller.take"_s);
        QCOMPARE(bench.window->pages().size(), 1);
    }

    void escapePutsTheCallOff()
    {
        support::WindowBench bench;
        bench.window->receive({u"--call=13800138000"_s});
        QVERIFY(!bannerWith(bench, maskedPhone(u"13800138000"_s)).isEmpty());
        QTest::keyClick(bench.window.get(), Qt::Key_Escape);
        QVERIFY(bannerWith(bench, maskedPhone(u"13800138000"_s)).isEmpty());
    }
};

QTEST_MAIN(TestCalls)
#include "tst_calls.moc"
