// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The approver's list, by the example of a pack with a chain of three: reports on a quality
// complaint go to the department head, the personnel department, the general manager.

#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <support/windowbench.h>
#include <window/caseview.h>
#include <window/inboxpage.h>
#include <window/steppane.h>
#include <window/votepane.h>

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// wang is who sits before the window.
class House
{
public:
    explicit House(const QStringList &roles = {u"deptHead"_s})
        : bench(u"trd"_s, Language::English)
    {
        actAs(u"wang"_s);
        add(u"wang"_s, u"王主管"_s, roles);
        add(u"guan"_s, u"关主管"_s, {u"deptHead"_s});
        add(u"men"_s, u"门店小周"_s, {u"clerk"_s});
        add(u"zhu"_s, u"营运主管老何"_s, {u"supervisor"_s});
        add(u"ke"_s, u"客服小陈"_s, {u"coordinator"_s});
        add(u"ren"_s, u"人事老吴"_s, {u"hr"_s});
        add(u"cha"_s, u"质检小马"_s, {u"handler"_s});
        actAs(u"wang"_s);
    }

    void add(const QString &id, const QString &name, const QStringList &roles) const
    {
        const auto added = bench.desk->addPerson({id, name, u"质量部"_s, roles});
        if (!added || refuses(added->findings)) {
            qFatal("%s not added", qPrintable(id));
        }
    }

    void actAs(const QString &person) const
    {
        if (!bench.desk->setActor(person)) {
            qFatal("nobody called %s", qPrintable(person));
        }
    }

    void take(const CaseId &id, const QString &by, const QString &action, const QJsonObject &fields)
    {
        actAs(by);
        *bench.now = bench.now->addMs(60000);
        const auto outcome = bench.desk->act(id, action, fields);
        if (!outcome || refuses(outcome->findings)) {
            qFatal("%s: %s",
                   qPrintable(action),
                   outcome ? qPrintable(outcome->findings.first().code) : "error");
        }
    }

    CaseFile reported(const QString &name)
    {
        actAs(u"men"_s);
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Complaint"_s},
                        {u"channel"_s, u"Visit"_s},
                        {u"receivingUnit"_s, u"城南店"_s},
                        {u"complainantName"_s, name},
                        {u"phone"_s, u"13900000011"_s},
                        {u"complainantCategory"_s, u"Consumer"_s},
                        {u"legitimateGrounds"_s, QJsonArray{u"QualityDefect"_s}},
                        {u"demandKinds"_s, QJsonArray{u"Exchange"_s}},
                        {u"content"_s, u"新买的柜门有裂纹"_s}};
        draft.sheet = u"F-01/1"_s;
        const auto id = bench.desk->record(draft)->caseFile->id;
        take(id,
             u"men"_s,
             u"judge"_s,
             {{u"reasonSound"_s, u"合理"_s}, {u"foundedness"_s, u"Founded"_s}});
        take(id, u"zhu"_s, u"accept"_s, {});
        take(id, u"ke"_s, u"transfer"_s, {{u"handlingOpinion"_s, u"请查原因"_s}});
        take(id,
             u"ren"_s,
             u"assign"_s,
             {{u"assignedDept"_s, u"质量部"_s}, {u"investigator"_s, u"质检小马"_s}});
        take(id,
             u"cha"_s,
             u"investigate"_s,
             {{u"method"_s, QJsonArray{u"Goods"_s}},
              {u"investigationSummary"_s, u"含水率超标"_s},
              {u"scopeTrue"_s, u"属实"_s},
              {u"reasonSound"_s, u"合理"_s},
              {u"purposeOfComplaint"_s, u"换门"_s},
              {u"analysis"_s, u"干燥不足"_s},
              {u"demandJustified"_s, u"正当"_s}});
        take(id,
             u"cha"_s,
             u"propose"_s,
             {{u"cause"_s, u"干燥时间不足"_s},
              {u"course"_s, u"提前出窑"_s},
              {u"respPartiesText"_s, u"干燥组"_s},
              {u"conclusion"_s, u"成立"_s},
              {u"countermeasure"_s, u"复检"_s},
              {u"prevention"_s, u"测含水率"_s}});
        actAs(u"wang"_s);
        return *bench.desk->reader().caseFile(id);
    }

    InboxPage *open()
    {
        bench.window->activateWindow();
        emit bench.shell().commands.triggered(u"inbox.open"_s);
        page = qobject_cast<InboxPage *>(bench.window->currentPage());
        if (!QTest::qWaitFor([this] { return !page->counting(); })) {
            qFatal("the list is not counted");
        }
        page->table()->setFocus();
        return page;
    }

    void press(Qt::Key key) const
    {
        page->table()->setFocus();
        QTest::keyClick(page->table(), key);
    }

    void typeOpinion(const QString &words) const
    {
        page->vote()->steps()->form()->grid()->setFieldValue(u"deptHeadOpinion"_s, words);
        emit page->vote()->steps()->form()->edited();
    }

    [[nodiscard]] Stage stageOf(const CaseFile &caseFile) const
    {
        return bench.desk->reader().caseFile(caseFile.id)->stage;
    }

    [[nodiscard]] QString opinionOf(const CaseFile &caseFile) const
    {
        return bench.desk->reader().caseFile(caseFile.id)->text(u"deptHeadOpinion");
    }

    [[nodiscard]] QString action() const
    {
        const auto *form = page->vote()->steps()->form();
        return form ? form->offer().action : QString();
    }

    support::WindowBench bench;
    InboxPage *page = nullptr;
};

} // namespace

class TestInboxPage : public QObject
{
    Q_OBJECT

private slots:

    void aWaitingCaseStandsWithItsChainAndWhatWasFound()
    {
        House house;
        const auto caseFile = house.reported(u"高某"_s);
        auto *page = house.open();
        QCOMPARE(page->table()->rowCount(), 1);
        QCOMPARE(page->table()->item(0, 1)->text(), caseFile.caseNo);
        QCOMPARE(page->table()->item(0, 3)->text(), u"Supervisor's review"_s);
        const auto *chain = page->vote()->findChild<QLabel *>(u"chain"_s);
        QVERIFY(chain && chain->text().contains(u"[Supervisor's review] → "_s));
        bool told = false;
        for (const auto *label : page->vote()->findChildren<QLabel *>()) {
            told = told || label->text().contains(u"干燥时间不足"_s);
        }
        QVERIFY(told);
    }

    void aAgreesOnceTheOpinionStands()
    {
        House house;
        const auto caseFile = house.reported(u"高某"_s);
        house.open();
        house.press(Qt::Key_A);
        QCOMPARE(house.opinionOf(caseFile), QString()); // the opinion is asked for first
        QVERIFY(house.page->vote()->isAncestorOf(QApplication::focusWidget()));
        house.typeOpinion(u"报告属实"_s);
        house.press(Qt::Key_A);
        QCOMPARE(house.opinionOf(caseFile), u"报告属实"_s);
        QTRY_COMPARE(house.page->table()->rowCount(), 0);
    }

    void rSendsBackAndOnlyWithAReason()
    {
        House house;
        const auto caseFile = house.reported(u"高某"_s);
        house.open();
        house.press(Qt::Key_R);
        QCOMPARE(house.action(), u"refuse"_s);
        house.page->perform(u"form.submit"_s);
        QCOMPARE(house.stageOf(caseFile), Stage::InApproval);
        auto *reason = house.page->vote()->findChild<QPlainTextEdit *>(u"reason"_s);
        QVERIFY(reason && reason->hasFocus());
        reason->setPlainText(u"缺检测记录"_s);
        house.page->perform(u"form.submit"_s);
        QCOMPARE(house.stageOf(caseFile), Stage::Investigating);
    }

    void lettersOfTheOpinionDecideNothing()
    {
        House house;
        const auto caseFile = house.reported(u"高某"_s);
        house.open();
        house.typeOpinion(u"同意"_s);
        house.page->vote()->steps()->form()->grid()->focusField(u"deptHeadOpinion"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"ra"_s);
        QCOMPARE(house.action(), u"superviseReview"_s);
        QCOMPARE(house.stageOf(caseFile), Stage::InApproval);
        QCOMPARE(house.opinionOf(caseFile), QString());
    }

    void theNextCaseComesByItself()
    {
        House house;
        const auto first = house.reported(u"高某"_s);
        const auto second = house.reported(u"李某"_s);
        house.open();
        QCOMPARE(house.page->table()->rowCount(), 2);
        const auto shown = house.page->vote()->caseFile()->id;
        house.typeOpinion(u"报告属实"_s);
        house.press(Qt::Key_A);
        QTRY_COMPARE(house.page->table()->rowCount(), 1);
        QCOMPARE(house.page->vote()->caseFile()->id, shown == first.id ? second.id : first.id);
        QVERIFY(house.page->table()->hasFocus());
    }

    void anOpinionIsKeptWhileAnotherCaseIsLookedAt()
    {
        House house;
        house.reported(u"高某"_s);
        house.reported(u"李某"_s);
        house.open();
        house.typeOpinion(u"报告属实"_s);
        house.page->table()->setCurrentCell(1, 0);
        QCOMPARE(house.page->vote()->steps()->form()->input().value(u"deptHeadOpinion"_s),
                 QJsonValue(QJsonValue::Undefined));
        house.page->table()->setCurrentCell(0, 0);
        QCOMPARE(house.page->vote()->steps()->form()->input().value(u"deptHeadOpinion"_s),
                 u"报告属实"_s);
    }

    void aDecisionCanBeTakenBackForAWhile()
    {
        House house;
        const auto caseFile = house.reported(u"高某"_s);
        house.open();
        QSignalSpy offered(house.page, &Page::undoOffered);
        house.typeOpinion(u"报告属实"_s);
        house.press(Qt::Key_A);
        QCOMPARE(offered.size(), 1);
        offered.first().at(2).value<std::function<QString()>>()();
        QCOMPARE(house.opinionOf(caseFile), QString());
        QTRY_COMPARE(house.page->table()->rowCount(), 1);
    }

    void aDeputyIsToldForWhomHeDecides()
    {
        House house({u"clerk"_s});
        house.reported(u"高某"_s);
        house.open();
        QCOMPARE(house.page->table()->rowCount(), 0);
        const auto away = house.bench.desk->setAway(u"guan"_s, {u"wang"_s});
        QVERIFY(away && !refuses(away->findings));
        QTRY_COMPARE(house.page->table()->rowCount(), 1);
        QVERIFY2(house.page->table()->item(0, 3)->text().contains(u"关主管"_s),
                 qPrintable(house.page->table()->item(0, 3)->text()));
        const auto *label = house.page->vote()->findChild<QLabel *>(u"actingFor"_s);
        QVERIFY(label && label->text().contains(u"关主管"_s));
    }

    void theStepTheChainAwaitsComesFirstOnTheCaseToo()
    {
        House house;
        house.bench.window->openCase(house.reported(u"高某"_s).id);
        auto *view = qobject_cast<CaseView *>(house.bench.window->currentPage());
        QCOMPARE(view->findChild<StepPane *>()->form()->offer().action, u"superviseReview"_s);
        QStringList buttons;
        for (const auto *button : view->findChildren<QPushButton *>()) {
            if (button->isDefault() && button->isVisible() &&
                !view->findChild<StepPane *>()->isAncestorOf(button)) {
                buttons.append(button->text());
            }
        }
        QCOMPARE(buttons.join(u'|'), u"Supervisor's review"_s);
    }

    void nothingIsShownBesideAnEmptyList()
    {
        House house;
        house.open();
        QVERIFY(!house.page->vote()->caseFile());
        QVERIFY(!house.page->state(u"form.submit"_s)->enabled);
    }
};

QTEST_MAIN(TestInboxPage)
#include "tst_inboxpage.moc"
