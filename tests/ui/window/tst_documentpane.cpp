// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The documents of a case in the window: listed, declared void with a reason, drawn up anew, and
// printed with their mark.

#include <support/windowbench.h>
#include <window/caseview.h>
#include <window/documentpane.h>
#include <window/inkview.h>
#include <window/previewpage.h>

#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

CaseFile transferred(support::WindowBench &bench)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"王某"_s},
                    {u"phone"_s, u"13800138000"_s},
                    {u"category"_s, u"工作服务"_s},
                    {u"receivingUnit"_s, u"客服中心"_s},
                    {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};
    const CaseFile file = *bench.desk->record(draft)->caseFile;
    const auto done =
        bench.desk->act(file.id,
                        u"transfer"_s,
                        {{u"assignedDept"_s, u"配送部"_s}, {u"handlingOpinion"_s, u"请核实"_s}});
    if (!done || !done->caseFile || refuses(done->findings)) {
        qFatal("not transferred");
    }
    return *done->caseFile;
}

QPushButton *button(const QWidget &within, const QString &words)
{
    for (auto *one : within.findChildren<QPushButton *>()) {
        if (one->text() == words) {
            return one;
        }
    }
    qFatal("no button %s", qPrintable(words));
}

bool isMarkedVoid(const InkDocument &document)
{
    return std::all_of(document.pages.cbegin(), document.pages.cend(), [](const InkPage &page) {
        return std::any_of(page.marks.cbegin(), page.marks.cend(), [](const InkMark &mark) {
            return QString(mark.line.text).remove(u' ').contains(u"作废");
        });
    });
}

} // namespace

class TestDocumentPane : public QObject
{
    Q_OBJECT

private slots:

    void aDocumentIsDeclaredVoidWithAReasonOnly()
    {
        support::WindowBench bench(u"tob"_s);
        const CaseFile file = transferred(bench);
        CaseView view(bench.shell(), file);
        auto *pane = view.findChild<DocumentPane *>();
        auto *tabs = view.findChild<QTabWidget *>();
        QVERIFY(tabs->isTabVisible(tabs->indexOf(pane)));
        QCOMPARE(pane->table()->rowCount(), 1);
        QCOMPARE(pane->table()->item(0, 0)->text(), file.caseNo + u"-ZB01"_s);
        auto *declare = button(*pane, u"Declare void"_s);
        declare->click();
        QVERIFY(declare->isEnabled()); // nothing was recorded
        QCOMPARE(bench.desk->reader().caseFile(file.id)->eventCount, file.eventCount);
        pane->findChild<QLineEdit *>()->setText(u"部门写错"_s);
        declare->click();
        QVERIFY(!declare->isEnabled());
        QVERIFY(pane->table()->item(0, 4)->text().contains(u"部门写错"_s));
        QVERIFY(pane->table()->item(0, 0)->font().strikeOut());
        QVERIFY(!pane->dirty());
    }

    void whatIsDrawnUpAnewStandsBelowAndTheOldOnePrintsAsVoid()
    {
        support::WindowBench bench(u"tob"_s);
        const CaseFile file = transferred(bench);
        CaseView view(bench.shell(), file);
        auto *pane = view.findChild<DocumentPane *>();
        pane->findChild<QLineEdit *>()->setText(u"部门写错"_s);
        button(*pane, u"Void, and draw up anew"_s)->click();
        QCOMPARE(pane->table()->rowCount(), 2);
        QCOMPARE(pane->table()->item(1, 0)->text(), file.caseNo + u"-ZB02"_s);
        const CaseFile after = *bench.desk->reader().caseFile(file.id);
        const std::unique_ptr<PreviewPage> old(
            PreviewPage::ofSheet(bench.shell(), after, u"F-13"_s, file.caseNo + u"-ZB01"_s));
        QVERIFY(isMarkedVoid(old->order().document));
        QVERIFY(old->order().fileName.contains(u"ZB01"_s));
        const std::unique_ptr<PreviewPage> present(
            PreviewPage::ofSheet(bench.shell(), after, u"F-13"_s));
        QVERIFY(!isMarkedVoid(present->order().document));
    }

    void aCaseWithoutDocumentsHasNoSuchTab()
    {
        support::WindowBench bench(u"tob"_s);
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Complaint"_s},
                        {u"channel"_s, u"Phone"_s},
                        {u"complainantName"_s, u"王某"_s},
                        {u"phone"_s, u"13800138000"_s},
                        {u"content"_s, u"送货员态度生硬。"_s}};
        CaseView view(bench.shell(), *bench.desk->record(draft)->caseFile);
        auto *tabs = view.findChild<QTabWidget *>();
        QVERIFY(!tabs->isTabVisible(tabs->indexOf(view.findChild<DocumentPane *>())));
    }
};

QTEST_MAIN(TestDocumentPane)
#include "tst_documentpane.moc"
