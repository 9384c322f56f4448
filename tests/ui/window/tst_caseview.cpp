// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <support/windowbench.h>
#include <window/attachmentpane.h>
#include <window/banner.h>
#include <window/caseview.h>
#include <window/draftspage.h>
#include <window/previewpage.h>
#include <window/sheetpane.h>
#include <window/steppane.h>
#include <window/undostrip.h>

#include <QAction>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

CaseFile recorded(const support::WindowBench &bench)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"王某"_s},
                    {u"phone"_s, u"13800138000"_s},
                    {u"category"_s, u"服务态度"_s},
                    {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};
    draft.sheet = u"F-01/1"_s;
    return *bench.desk->record(draft)->caseFile;
}

CaseView *opened(support::WindowBench &bench, const CaseId &id)
{
    bench.window->openCase(id);
    auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
    if (!view) {
        qFatal("the case did not open");
    }
    return view;
}

/// The first step that can be taken and asks for a field to type into.
StepForm *typingForm(CaseView *view, QString *field)
{
    auto *pane = view->findChild<StepPane *>();
    auto *list = pane->findChild<QListWidget *>();
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        if (!pane->form() || !pane->form()->grid()) {
            continue;
        }
        for (const auto &id : pane->form()->grid()->fieldOrder()) {
            if (pane->form()->grid()->cell(id)->isBlank()) {
                pane->form()->grid()->setFieldValue(id, u"物流部"_s);
                if (pane->form()->typed().fields.contains(id)) {
                    *field = id;
                    emit pane->form()->edited();
                    return pane->form();
                }
            }
        }
    }
    qFatal("no step to type into");
}

/// Opens the correction of the form and types into it, as far as the reason.
void correct(CaseView *view, const QString &name, const QString &reason)
{
    view->openStep(u"amend"_s);
    auto *pane = view->findChild<SheetPane *>();
    pane->findChild<PaperGrid *>()->setFieldValue(u"complainantName"_s, name);
    emit pane->findChild<PaperGrid *>()->edited(u"complainantName"_s);
    for (auto *line : pane->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == u"Reason for the correction"_s) {
            line->setText(reason);
            emit line->textEdited(reason);
        }
    }
}

UndoStrip *strip(const support::WindowBench &bench)
{
    return bench.window->findChild<UndoStrip *>();
}

void noteDown(CaseView *view, const QString &words)
{
    for (auto *line : view->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == u"Note"_s) {
            line->setText(words);
            emit line->textEdited(words);
            line->setFocus();
        }
    }
}

QString noteOf(const CaseView *view)
{
    for (const auto *line : view->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == u"Note"_s) {
            return line->text();
        }
    }
    return {};
}

} // namespace

class TestCaseView : public QObject
{
    Q_OBJECT

private slots:

    void whatARegulationLeavesOpenOfAClockIsMarked()
    {
        support::WindowBench open(u"trd"_s, Language::English);
        auto *view = opened(open, recorded(open).id);
        const auto &pack = open.desk->regulationOf(view->caseFile());
        const auto *doubt = view->findChild<QLabel *>(u"doubt_handling"_s);
        QVERIFY(doubt);
        QCOMPARE(doubt->text(),
                 u"To confirm: %1"_s.arg(pack.clock(u"handling")->needsConfirmation));

        support::WindowBench plain(u"tob"_s, Language::English);
        auto *other = opened(plain, recorded(plain).id);
        QVERIFY(!other->findChild<QLabel *>(u"doubt_handling"_s));
        // Who may extend is left open there: said where one extends.
        other->openStep(u"extend"_s);
        const auto *said = other->findChild<QLabel *>(u"doubt"_s);
        QVERIFY(said);
        QVERIFY(said->text().contains(
            plain.desk->regulation().clock(u"handling")->extend.first().needsConfirmation));
    }

    void aStageIsCalledTheSameInTheListAndInTheCase()
    {
        support::WindowBench bench(u"trd"_s);
        const auto &pack = bench.desk->regulation();
        const CaseFile caseFile = recorded(bench);
        const QString own = pack.stage(caseFile.stage)->zh;
        const auto ground = bench.shell().ground();
        QVERIFY(own != stageLabel(ground, caseFile.stage)); // the pack has a word of its own
        QCOMPARE(stageLabel(ground, caseFile), own);
        const auto page = bench.desk->reader().page({}, {}, 1);
        QVERIFY(page && !page->rows.isEmpty());
        QCOMPARE(stageLabel(ground, page->rows.first().stage, page->rows.first().pack), own);
        const auto labels = opened(bench, caseFile.id)->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->text().contains(own);
        }));
    }

    void aCaseOfARegisterIsPrintedOnTheFirstFormOfItsRegulation()
    {
        support::WindowBench bench(u"trd"_s);
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Complaint"_s},
                        {u"channel"_s, u"Phone"_s},
                        {u"complainantName"_s, u"王某"_s},
                        {u"content"_s, u"柜门有裂纹。"_s}};
        auto *view = opened(bench, bench.desk->record(draft)->caseFile->id);
        view->perform(u"case.preview"_s);
        auto *preview = qobject_cast<PreviewPage *>(bench.window->currentPage());
        QVERIFY(preview);
        QVERIFY2(preview->title().contains(bench.desk->regulation().sheets.first()),
                 qPrintable(preview->title()));
    }

    void aStepCanBeUndoneForTenSeconds()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        auto *view = opened(bench, id);
        const auto stage = view->caseFile().stage;
        noteDown(view, u"已回电"_s);
        view->perform(u"form.submit"_s);
        QCOMPARE(view->caseFile().steps.size(), 2);
        QVERIFY(strip(bench)->isVisible());
        QTRY_VERIFY(bench.shell().commands.action(u"edit.undo"_s)->isEnabled());
        QTest::keyClick(bench.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(view->caseFile().steps.size(), 3);
        QVERIFY(view->caseFile().steps.at(1).struck);
        QCOMPARE(view->caseFile().stage, stage);
        QVERIFY(!strip(bench)->isVisible());
    }

    void undoFromTheEmptiedNoteLineTakesTheNoteBack()
    {
        support::WindowBench bench;
        auto *view = opened(bench, recorded(bench).id);
        noteDown(view, {});
        auto *note = qobject_cast<QLineEdit *>(bench.window->focusWidget());
        QVERIFY(note);
        QTest::keyClicks(note, u"called again"_s);
        QTRY_VERIFY(bench.shell().commands.action(u"form.submit"_s)->isEnabled());
        view->perform(u"form.submit"_s);
        QCOMPARE(view->caseFile().steps.size(), 2);
        QTRY_VERIFY(bench.shell().commands.action(u"edit.undo"_s)->isEnabled());
        QTest::keyClick(note, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(view->caseFile().steps.size(), 3);
        QVERIFY(view->caseFile().steps.at(1).struck);
        QCOMPARE(note->text(), QString());
    }

    void theStripGoesByItself()
    {
        support::WindowBench bench;
        auto *view = opened(bench, recorded(bench).id);
        noteDown(view, u"已回电"_s);
        view->perform(u"form.submit"_s);
        auto *timer = strip(bench)->findChild<QTimer *>();
        auto *shown = strip(bench);
        QVERIFY(shown->isVisible());
        QVERIFY(!timer || timer->interval() <= kUndoMs);
        shown->end();
        QVERIFY(!shown->isVisible());
        QTRY_VERIFY(!bench.shell().commands.action(u"edit.undo"_s)->isEnabled());
        QVERIFY(!bench.shell().commands.reason(u"edit.undo"_s).isEmpty());
    }

    void aStepOfAClosedTabCanBeUndoneToo()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        auto *view = opened(bench, id);
        noteDown(view, u"已回电"_s);
        view->perform(u"form.submit"_s);
        emit bench.shell().commands.triggered(u"tab.close"_s);
        QCoreApplication::processEvents();
        strip(bench)->undo();
        QVERIFY(bench.desk->reader().caseFile(id)->steps.at(1).struck);
    }

    void tooLateIsSaid()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        auto *view = opened(bench, id);
        noteDown(view, u"已回电"_s);
        view->perform(u"form.submit"_s);
        *bench.now = bench.now->addMs(kUndoMs + 1);
        strip(bench)->undo();
        QCOMPARE(bench.desk->reader().caseFile(id)->steps.size(), 2);
    }

    void typedStepsComeBackAfterAStart()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        QString field;
        auto *form = typingForm(opened(bench, id), &field);
        const auto action = form->offer().action;
        const auto typed = form->typed().fields;
        bench.window->keepAll();
        bench.close();
        bench.open();
        QVERIFY(DraftsPage::intakeDrafts(bench.shell(), false).isEmpty());
        auto *again = opened(bench, id)->findChild<StepPane *>()->form();
        QVERIFY(again);
        QCOMPARE(again->offer().action, action);
        QCOMPARE(again->typed().fields, typed);
    }

    void typedStepsAreKeptWithinTwoSeconds()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        QString field;
        static_cast<void>(typingForm(opened(bench, id), &field));
        *bench.now = bench.now->addMs(2000);
        QTRY_COMPARE_WITH_TIMEOUT(
            bench.desk->reader().drafts(bench.desk->actor().id)->size(), 1, 6000);
    }

    void aStepPutAwayByHandLeavesNoDraftAndCanBeTakenBack()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        QString field;
        auto *view = opened(bench, id);
        auto *form = typingForm(view, &field);
        const auto typed = form->typed().fields;
        bench.window->keepAll();
        QCOMPARE(bench.desk->drafts().size(), 1);
        emit form->cancelled();
        QVERIFY(bench.desk->drafts().isEmpty());
        strip(bench)->undo();
        QCOMPARE(view->findChild<StepPane *>()->form()->typed().fields, typed);
        QCOMPARE(bench.desk->drafts().size(), 1);
    }

    void aCorrectionBegunComesBackAfterAStart()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        correct(opened(bench, id), u"李四"_s, u"客户更正"_s);
        bench.window->keepAll();
        bench.close();
        bench.open();
        auto *pane = opened(bench, id)->findChild<SheetPane *>();
        QVERIFY(pane->dirty());
        QCOMPARE(pane->changes(), QJsonObject({{u"complainantName"_s, u"李四"_s}}));
        pane->submit();
        QCOMPARE(bench.desk->reader().caseFile(id)->text(u"complainantName"), u"李四"_s);
        QVERIFY(bench.desk->drafts().isEmpty());
        QVERIFY(!pane->dirty());
    }

    void aCorrectionIsKeptWithinTwoSeconds()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        correct(opened(bench, id), u"李四"_s, {});
        *bench.now = bench.now->addMs(2000);
        QTRY_COMPARE_WITH_TIMEOUT(
            bench.desk->reader().drafts(bench.desk->actor().id)->size(), 1, 6000);
    }

    void aCorrectionPutAwayByHandCanBeTakenBack()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        auto *view = opened(bench, id);
        correct(view, u"李四"_s, {});
        bench.window->keepAll();
        QCOMPARE(bench.desk->drafts().size(), 1);
        for (auto *button : view->findChild<SheetPane *>()->findChildren<QPushButton *>()) {
            if (button->text() == u"Cancel"_s) {
                button->click();
            }
        }
        QVERIFY(bench.desk->drafts().isEmpty());
        QVERIFY(!view->findChild<SheetPane *>()->dirty());
        strip(bench)->undo();
        QCOMPARE(view->findChild<SheetPane *>()->changes(),
                 QJsonObject({{u"complainantName"_s, u"李四"_s}}));
        QCOMPARE(bench.desk->drafts().size(), 1);
    }

    void aNoteKeptMeanwhileLeavesTheCorrection()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        auto *view = opened(bench, id);
        correct(view, u"李四"_s, u"客户更正"_s);
        noteDown(view, u"客户要求"_s);
        view->perform(u"form.submit"_s);
        QCOMPARE(noteOf(view), QString());
        QVERIFY(view->findChild<SheetPane *>()->dirty());
        QCOMPARE(view->findChild<SheetPane *>()->changes(),
                 QJsonObject({{u"complainantName"_s, u"李四"_s}}));
    }

    void aNoteBegunComesBackAndGoesWhenKept()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        noteDown(opened(bench, id), u"客户要求"_s);
        bench.window->keepAll();
        bench.close();
        bench.open();
        auto *view = opened(bench, id);
        QCOMPARE(noteOf(view), u"客户要求"_s);
        noteDown(view, u"客户要求换货"_s);
        view->perform(u"form.submit"_s);
        QVERIFY(bench.desk->drafts().isEmpty());
        QCOMPARE(noteOf(view), QString());
    }

    void stepsThatCannotBeTakenAreFoldedAndSayWhy()
    {
        support::WindowBench bench;
        const auto caseFile = recorded(bench);
        auto *view = opened(bench, caseFile.id);
        int others = 0;
        for (const auto &step : bench.desk->steps(caseFile)) {
            others += step.allowed ? 0 : 1;
        }
        QVERIFY(others > 0);
        auto *pane = view->findChild<StepPane *>();
        auto *list = pane->findChild<QListWidget *>();
        const auto last = list->count() - 1;
        QVERIFY(list->item(last)->text().contains(QString::number(others)));
        list->setCurrentRow(last);
        QVERIFY(!pane->form());
        int sentences = 0;
        for (const auto *label : pane->findChildren<QLabel *>()) {
            sentences += label->wordWrap() && !label->text().isEmpty() ? 1 : 0;
        }
        QVERIFY(sentences >= others);
    }

    void aFileIsAttachedToTheCase()
    {
        support::WindowBench bench;
        const auto id = recorded(bench).id;
        auto *view = opened(bench, id);
        QFile photo(bench.folder() + u"/photo.jpg"_s);
        QVERIFY(photo.open(QIODevice::WriteOnly));
        photo.write("not really a photo");
        photo.close();
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(photo.fileName())});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view->findChild<AttachmentPane *>(), &enter);
        QDropEvent drop({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view->findChild<AttachmentPane *>(), &drop);
        const auto caseFile = bench.desk->reader().caseFile(id);
        QVERIFY2(caseFile->attachments.size() == 1,
                 qPrintable(view->findChild<AttachmentPane *>()->findChild<Banner *>()->text()));
        QCOMPARE(caseFile->attachments.first().name, u"photo.jpg"_s);
    }
};

QTEST_MAIN(TestCaseView)
#include "tst_caseview.moc"
