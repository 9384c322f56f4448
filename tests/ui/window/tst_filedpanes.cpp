// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of filed cases, in the window: the end of their term, their destruction by two
// people, and who has a file at home.

#include <support/windowbench.h>
#include <window/filedpane.h>
#include <window/loanpane.h>
#include <window/taskspage.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// A filed case of the standard pack, its term over on 2026-06-30, and the people around it.
class Filed
{
public:
    Filed()
        : bench(u"standard"_s, Language::English)
    {
        *bench.now = *Instant::parseLocal(u"2026-03-02T09:00"_s);
        as(u"wang"_s);
        for (const Person &person :
             {Person{u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s, u"handler"_s}, true},
              Person{u"ke"_s, u"回访小柯"_s, u"客服部"_s, {u"clerk"_s}, true},
              Person{u"dang"_s, u"档案小马"_s, u"办公室"_s, {u"archivist"_s}, true},
              Person{u"bu"_s, u"物流部长"_s, u"物流部"_s, {u"deptHead"_s}, true}}) {
            must(bench.desk->addPerson(person));
        }
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Complaint"_s},
                        {u"channel"_s, u"Phone"_s},
                        {u"complainantName"_s, u"赵大明"_s},
                        {u"phone"_s, u"13800138999"_s},
                        {u"category"_s, u"产品质量"_s},
                        {u"content"_s, u"外包装全部破损进水"_s}};
        draft.sheet = u"F-01/1"_s;
        id = must(bench.desk->record(draft)).caseFile->id;
        act(u"transfer"_s, {{u"assignedDept"_s, u"物流部"_s}, {u"handlingOpinion"_s, u"请核实"_s}});
        act(u"result"_s,
            {{u"resultSummary"_s, u"已换货"_s},
             {u"respDept"_s, u"物流部"_s},
             {u"foundedness"_s, u"Founded"_s}});
        act(u"reply"_s, {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已换货并致歉"_s}});
        as(u"ke"_s);
        act(u"visit"_s, {{u"satisfaction"_s, u"Satisfied"_s}});
        act(u"close"_s, {});
        as(u"dang"_s);
        act(u"archive"_s, {{u"retention"_s, u"OneYear"_s}, {u"retainUntil"_s, u"2026-06-30"_s}});
    }

    static Outcome must(const Result<Outcome> &outcome)
    {
        if (!outcome || refuses(outcome->findings)) {
            qFatal("refused: %s",
                   qPrintable(outcome ? outcome->findings.first().code : outcome.error().code));
        }
        return *outcome;
    }

    void as(const QString &person) const
    {
        if (!bench.desk->setActor(person)) {
            qFatal("nobody called %s", qPrintable(person));
        }
    }

    void act(const QString &action, const QJsonObject &input)
    {
        *bench.now = bench.now->addMs(60000);
        must(bench.desk->act(id, action, input));
    }

    /// The page of tasks, its tab with these words in front.
    template <typename Pane> Pane &pane()
    {
        emit bench.shell().commands.triggered(u"tasks.open"_s);
        auto *page = qobject_cast<TasksPage *>(bench.window->currentPage());
        auto *pane = page->findChild<Pane *>();
        page->tabs()->setCurrentWidget(pane);
        return *pane;
    }

    support::WindowBench bench;
    CaseId id = CaseId::make(Instant::fromUtcMs(0), QByteArray(10, '0'));
};

QPushButton *button(const QWidget &pane, const QString &words)
{
    for (auto *one : pane.findChildren<QPushButton *>()) {
        if (one->text() == words) {
            return one;
        }
    }
    qFatal("no button %s", qPrintable(words));
}

QLineEdit *line(const QWidget &pane, const QString &name)
{
    for (auto *one : pane.findChildren<QLineEdit *>()) {
        if (one->accessibleName() == name) {
            return one;
        }
    }
    qFatal("no line %s", qPrintable(name));
}

bool says(const QWidget &pane, const QString &words)
{
    const auto labels = pane.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
        return label->text().contains(words);
    });
}

} // namespace

class TestFiledPanes : public QObject
{
    Q_OBJECT

private slots:

    void nothingIsOfferedBeforeTheTermIsOver()
    {
        Filed filed;
        auto &pane = filed.pane<FiledPane>();
        QTRY_VERIFY(says(pane, u"No filed case has reached the end of its term."_s));
        QCOMPARE(pane.table()->rowCount(), 0);
        QVERIFY(!button(pane, u"Propose destruction"_s)->isVisibleTo(&pane));
    }

    void contentsGoThroughTwoHandsAWitnessAndALegalGround()
    {
        Filed filed;
        *filed.bench.now = *Instant::parseLocal(u"2026-06-30T09:00"_s);
        auto &pane = filed.pane<FiledPane>();
        QTRY_COMPARE(pane.table()->rowCount(), 1);
        QCOMPARE(pane.table()->item(0, 3)->text(), u"2026-06-30"_s);
        auto *propose = button(pane, u"Propose destruction"_s);
        auto *approve = button(pane, u"Approve destruction"_s);
        auto *destroy = button(pane, u"Destroy for good"_s);
        QVERIFY(propose->isEnabled());
        QVERIFY(!approve->isEnabled());
        QVERIFY(!destroy->isEnabled());

        propose->click();
        QTRY_VERIFY(approve->isEnabled());
        QVERIFY(!propose->isEnabled());
        approve->click(); // by the same hand, without a witness
        QTRY_VERIFY(!pane.counting());
        QVERIFY(!destroy->isEnabled());

        filed.as(u"bu"_s);
        QTRY_VERIFY(approve->isEnabled());
        line(pane, u"Witness"_s)->setText(u"王姐"_s);
        approve->click();
        QTRY_VERIFY(destroy->isEnabled());
        QVERIFY(pane.table()->item(0, 4)->text().contains(u"档案小马"_s));
        QVERIFY(pane.table()->item(0, 4)->text().contains(u"物流部长"_s));
        destroy->click(); // by which law?
        QTRY_VERIFY(!pane.counting());
        QVERIFY(!filed.bench.desk->reader().caseFile(filed.id)->erased);

        QTRY_COMPARE(pane.table()->rowCount(), 1);
        line(pane, u"Legal ground"_s)->setText(u"公司档案管理办法第九条"_s);
        destroy->click();
        QTRY_VERIFY(filed.bench.desk->reader().caseFile(filed.id)->erased);
        QTRY_COMPARE(pane.table()->rowCount(), 0);
        QCOMPARE(filed.bench.desk->destroyed()->first().legalGround, u"公司档案管理办法第九条"_s);
    }

    void aLentFileIsOnTheListUntilItIsBack()
    {
        Filed filed;
        filed.act(u"lend"_s,
                  {{u"borrower"_s, u"物流部长"_s},
                   {u"loanMode"_s, u"Consult"_s},
                   {u"purpose"_s, u"写规定"_s},
                   {u"lentAt"_s, u"2026-03-02"_s},
                   {u"dueBack"_s, u"2026-03-06"_s}});
        auto &pane = filed.pane<LoanPane>();
        QTRY_COMPARE(pane.table()->rowCount(), 1);
        QCOMPARE(pane.table()->item(0, 7)->text(), u"out"_s);
        QVERIFY(says(pane, u"Every lent file has time left."_s));

        *filed.bench.now = *Instant::parseLocal(u"2026-03-09T09:00"_s);
        pane.refresh();
        QTRY_COMPARE(pane.table()->item(0, 7)->text(), u"should be back"_s);
        QVERIFY(says(pane, u"1 file(s) should be back by now."_s));

        filed.act(u"giveBack"_s, {{u"condition"_s, u"Intact"_s}});
        pane.refresh();
        QTRY_COMPARE(pane.table()->rowCount(), 0);
        pane.findChild<QCheckBox *>()->setChecked(false);
        QTRY_COMPARE(pane.table()->rowCount(), 1);
        QVERIFY(pane.table()->item(0, 7)->text().startsWith(u"back "_s));
    }
};

QTEST_MAIN(TestFiledPanes)
#include "tst_filedpanes.moc"
