// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Penalties and compensation on the screen. The pack is tests/data/packs/money.toml.

#include <forms/moneyedit.h>
#include <forms/partyrows.h>
#include <support/windowbench.h>
#include <window/caseview.h>
#include <window/compensationpane.h>
#include <window/penaltypane.h>
#include <window/proposalcard.h>
#include <window/steppane.h>

#include <QCheckBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

class House
{
public:
    explicit House(const QByteArray &from = {}, const QByteArray &to = {})
        : bench(u"tob"_s, Language::English)
    {
        QFile file(QStringLiteral(HUIYIN_TEST_DATA "/packs/money.toml"));
        QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (!from.isEmpty()) {
            text.replace(from, to);
        }
        const auto adopted = bench.desk->adoptRegulation(text);
        if (!adopted || refuses(adopted->findings)) {
            qFatal("pack not adopted");
        }
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Complaint"_s},
                        {u"content"_s, u"送货员态度生硬。"_s},
                        {u"phone"_s, u"13800138000"_s},
                        {u"foundedness"_s, u"Founded"_s},
                        {u"respPerson"_s, u"乙"_s},
                        {u"assignedDept"_s, u"配送部"_s}};
        draft.sheet = u"F-01/1"_s;
        id = bench.desk->record(draft)->caseFile->id;
        look();
    }

    void look()
    {
        bench.window->openCase(*id);
        view = qobject_cast<CaseView *>(bench.window->currentPage());
        penalties = view->findChild<PenaltyPane *>();
        compensation = view->findChild<CompensationPane *>();
    }

    /// The program ends and is started again.
    void startAnew()
    {
        view->keep();
        bench.close();
        bench.open();
        look();
    }

    void find(int row, const QString &name = {})
    {
        penalties->findChild<QListWidget *>()->item(row)->setCheckState(Qt::Checked);
        if (!name.isEmpty()) {
            penalties->findChild<PartyRows *>()->setFirst(name, u"配送部"_s);
        }
    }

    QList<ProposalCard *> cards() const { return penalties->findChildren<ProposalCard *>(); }

    void confirmRude(const QString &yuan)
    {
        find(0);
        auto *card = cards().first();
        card->findChild<QCheckBox *>()->setChecked(true);
        auto *amount = card->findChild<MoneyEdit *>();
        amount->setText(yuan);
        emit amount->textEdited(yuan);
        penalties->submit();
    }

    void fill(const QString &label, const QString &text) const
    {
        for (auto *edit : penalties->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == label) {
                edit->setText(text);
                emit edit->textEdited(text);
                return;
            }
        }
        qFatal("nothing called %s", qPrintable(label));
    }

    /// A loss of 1,000 yuan on the one person, whose month takes at most 200.
    void chargeLoss()
    {
        find(1);
        fill(u"Loss"_s, u"1000"_s);
        fill(u"Base points"_s, u"1"_s);
        fill(u"Monthly bonus"_s, u"400"_s);
        for (auto *card : cards()) {
            card->findChild<QCheckBox *>()->setChecked(card->proposal().penalty == u"loss"_s);
        }
    }

    QString hint() const { return penalties->findChild<QLabel *>(u"hint"_s)->text(); }

    QJsonObject entry() const
    {
        return view->caseFile().value(u"penalties").toArray().first().toObject();
    }

    void press(const QString &words, const QString &reason) const
    {
        for (auto *button : penalties->findChildren<QPushButton *>()) {
            if (button->text() == words && button->isVisibleTo(penalties)) {
                for (auto *edit : button->parentWidget()->findChildren<QLineEdit *>(
                         QRegularExpression(u"^reason\\."_s))) {
                    edit->setText(reason);
                }
                button->click();
                return;
            }
        }
        qFatal("no button %s", qPrintable(words));
    }

    QCheckBox *item(const QString &name) const
    {
        for (auto *box : compensation->findChildren<QCheckBox *>()) {
            if (box->text() == name) {
                return box;
            }
        }
        return nullptr;
    }

    void type(const QString &label, const QString &text) const
    {
        for (auto *edit : compensation->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == label) {
                edit->setText(text);
                emit edit->textEdited(text);
                return;
            }
        }
        qFatal("nothing called %s", qPrintable(label));
    }

    QString words(const QString &name) const
    {
        const auto *label = compensation->findChild<QLabel *>(name);
        return label ? label->text() : QString();
    }

    support::WindowBench bench;
    std::optional<CaseId> id;
    CaseView *view = nullptr;
    PenaltyPane *penalties = nullptr;
    CompensationPane *compensation = nullptr;
};

} // namespace

class TestMoneyTabs : public QObject
{
    Q_OBJECT

private slots:

    void amountsAreYuanOutsideAndFenInside_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("fen");
        QTest::newRow("whole") << u"30"_s << qint64(3000);
        QTest::newRow("thousands") << u"1,234.5"_s << qint64(123450);
        QTest::newRow("full width") << u"１２．０５"_s << qint64(1205);
        QTest::newRow("three places") << u"1.005"_s << qint64(-1);
        QTest::newRow("below zero") << u"-1"_s << qint64(-1);
        QTest::newRow("words") << u"十元"_s << qint64(-1);
    }

    void amountsAreYuanOutsideAndFenInside()
    {
        QFETCH(QString, text);
        QFETCH(qint64, fen);
        QCOMPARE(MoneyEdit::fenOf(text).value_or(-1), fen);
    }

    void aPackWithoutMoneyHasNoSuchTabs()
    {
        support::WindowBench bench(u"tob"_s, Language::English);
        ComplaintDraft draft;
        draft.fields = {{u"content"_s, u"送货员态度生硬。"_s}, {u"phone"_s, u"13800138000"_s}};
        draft.sheet = u"F-01/1"_s;
        bench.window->openCase(bench.desk->record(draft)->caseFile->id);
        QVERIFY(!bench.window->findChild<PenaltyPane *>());
        QVERIFY(!bench.window->findChild<CompensationPane *>());
    }

    void moneyStepsStandOnTheirOwnTabs()
    {
        House house;
        QVERIFY(house.penalties && house.compensation);
        house.view->openStep(u"penalize"_s);
        QVERIFY(house.penalties->isVisible());
        house.view->openStep(u"compensate"_s);
        QVERIFY(house.compensation->isVisible());
        const auto *list = house.view->findChild<StepPane *>()->findChild<QListWidget *>();
        QVERIFY(list->findItems(u"Penalize"_s, Qt::MatchExactly).isEmpty());
    }

    void whatWasFoundLeadsToAProposal()
    {
        House house;
        QVERIFY(house.cards().isEmpty());
        house.find(0);
        QCOMPARE(house.cards().size(), 1);
        const Proposal &proposal = house.cards().first()->proposal();
        QCOMPARE(proposal.name, u"乙"_s);
        QCOMPARE(house.cards().first()->findChild<MoneyEdit *>()->placeholderText(),
                 u"30.00–100.00"_s);
        QVERIFY(house.view->caseFile().value(u"penalties").isUndefined());
    }

    void aChosenAmountIsConfirmed()
    {
        House house;
        house.confirmRude(u"50"_s);
        QCOMPARE(house.entry().value(u"amountFen"_s).toInteger(), 5000);
        QCOMPARE(house.entry().value(u"state"_s).toString(), u"Confirmed"_s);
        QVERIFY(house.penalties->findChild<QLabel *>(u"months"_s)->text().contains(u"50.00"_s));
    }

    void withoutAnAmountNothingIsConfirmed()
    {
        House house;
        house.confirmRude({});
        QVERIFY(house.view->caseFile().value(u"penalties").isUndefined());
    }

    void aDoubtfulClauseIsMarkedAndWaitsForAYes()
    {
        House house("amount = { from = 30, to = 100 }",
                    "amount = { fixed = 200 }\nneedsConfirmation = \"原文残缺\"");
        house.find(0);
        auto *card = house.cards().first();
        QVERIFY(card->findChild<QLabel *>(u"doubt"_s)->text().contains(u"原文残缺"_s));
        QVERIFY(!card->chosenFen());
        card->findChild<QPushButton *>()->click();
        QCOMPARE(card->chosenFen(), std::optional<qint64>(20000));
    }

    void aPenaltyIsObjectedToAndReversedWithItsReason()
    {
        House house;
        house.confirmRude(u"50"_s);
        house.press(u"Object"_s, u"不在场"_s);
        QCOMPARE(house.entry().value(u"state"_s).toString(), u"Objected"_s);
        QCOMPARE(house.entry().value(u"objection"_s).toObject().value(u"reason"_s).toString(),
                 u"不在场"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        house.press(u"Reverse"_s, u"查错人"_s);
        QCOMPARE(house.entry().value(u"state"_s).toString(), u"Reversed"_s);
    }

    void aProposalWaitsForItsConfirmation()
    {
        House house;
        house.find(0);
        auto *card = house.cards().first();
        card->setChosen(true, 5000);
        emit card->edited();
        house.press(u"Submit for approval"_s, {});
        QCOMPARE(house.entry().value(u"state"_s).toString(), u"Proposed"_s);
        QVERIFY(!house.penalties->findChild<QLabel *>(u"months"_s));
        house.press(u"Confirm"_s, {});
        QCOMPARE(house.entry().value(u"state"_s).toString(), u"Confirmed"_s);
        QCOMPARE(house.entry().value(u"amountFen"_s).toInteger(), 5000);
    }

    void aConfirmedPenaltyIsExecuted()
    {
        House house;
        house.confirmRude(u"50"_s);
        house.press(u"Execute"_s, {});
        QCOMPARE(house.entry().value(u"state"_s).toString(), u"Executed"_s);
    }

    void theLastDayToObjectIsShown()
    {
        House house;
        house.confirmRude(u"50"_s);
        QVERIFY(house.penalties->findChild<QLabel *>(u"objection.1"_s)
                    ->text()
                    .contains(u"2026-04-19"_s));
    }

    void whatAMonthDoesNotTakeGoesOn()
    {
        House house;
        house.chargeLoss();
        house.penalties->submit();
        QCOMPARE(house.entry().value(u"amountFen"_s).toInteger(), 100000);
        const auto months =
            house.penalties->findChild<QLabel *>(u"months"_s)->text().split(QLatin1Char('\n'));
        QVERIFY(months.first().contains(u"2026-04"_s) && months.first().contains(u"200.00"_s));
        QVERIFY(months.at(4).contains(u"2026-08"_s) && months.at(4).contains(u"200.00"_s));
    }

    void aDeductionAboveAFifthOfTheWageIsHinted()
    {
        House house;
        house.find(0);
        auto *amount = house.cards().first()->findChild<MoneyEdit *>();
        house.cards().first()->setChosen(true, 5000);
        house.fill(u"Monthly wage"_s, u"250"_s);
        QVERIFY(house.hint().isEmpty());
        house.fill(u"Monthly wage"_s, u"249"_s);
        QVERIFY2(house.hint().contains(u"20 %"_s), qPrintable(house.hint()));
        QCOMPARE(amount->text(), u"50.00"_s);
    }

    void oneRefusedPenaltyLeavesItsCardChosen()
    {
        House house;
        house.find(0);
        auto *card = house.cards().first();
        card->setChosen(true, 100000); // above the range
        emit card->edited();
        house.penalties->submit();
        QVERIFY(house.view->caseFile().value(u"penalties").isUndefined());
        QVERIFY(house.cards().first()->isChosen());
        QCOMPARE(house.cards().first()->chosenFen(), std::optional<qint64>(100000));
        QVERIFY(house.penalties->dirty());
    }

    void penaltiesTypedAreThereAfterANewStart()
    {
        House house;
        house.find(0);
        house.fill(u"Loss"_s, u"12.5"_s);
        house.fill(u"Monthly bonus"_s, u"abc"_s); // unfinished words too
        auto *card = house.cards().first();
        card->setChosen(true, 5000);
        emit card->edited();
        house.startAnew();
        QVERIFY(house.penalties->isVisible());
        QCOMPARE(house.cards().size(), 1);
        QVERIFY(house.cards().first()->isChosen());
        QCOMPARE(house.cards().first()->chosenFen(), std::optional<qint64>(5000));
        QCOMPARE(house.penalties->facts().value(u"lossFen"_s).toInteger(), 1250);
        const auto edits = house.penalties->findChildren<QLineEdit *>();
        QVERIFY(std::any_of(edits.cbegin(), edits.cend(), [](const QLineEdit *edit) {
            return edit->text() == u"abc"_s;
        }));
        house.penalties->submit();
        QCOMPARE(house.entry().value(u"amountFen"_s).toInteger(), 5000);
        house.startAnew();
        QVERIFY(!house.penalties->dirty());
    }

    void aSheetTypedIsThereAfterANewStart()
    {
        House house;
        house.type(u"Annual living expense"_s, u"1,000"_s);
        house.item(u"Living allowance"_s)->setChecked(true);
        house.type(u"Living allowance: Times"_s, u"12"_s);
        house.startAnew();
        QVERIFY(house.compensation->isVisible());
        QVERIFY(house.item(u"Living allowance"_s)->isChecked());
        QVERIFY(house.words(u"total"_s).contains(u"12,000.00"_s));
        house.compensation->submit();
        QCOMPARE(house.view->caseFile().value(u"dmgTotal").toInteger(), 1200000);
        house.startAnew();
        QVERIFY(!house.compensation->dirty());
        QVERIFY(house.words(u"total"_s).contains(u"12,000.00"_s));
    }

    void theSumFollowsTheTyping()
    {
        House house;
        house.type(u"Annual living expense"_s, u"1,000"_s);
        house.item(u"Living allowance"_s)->setChecked(true);
        QVERIFY(house.words(u"sum.e"_s).contains(u"10,000.00"_s));
        house.type(u"Living allowance: Times"_s, u"12"_s);
        QVERIFY(house.words(u"formula.e"_s).contains(u"1,000.00 × 12 = 12,000.00"_s));
        QVERIFY(house.words(u"total"_s).contains(u"12,000.00"_s));
    }

    void aFactorOutsideTheRangeIsSaidAtItsLine()
    {
        House house;
        house.type(u"Annual living expense"_s, u"1,000"_s);
        house.item(u"Living allowance"_s)->setChecked(true);
        house.type(u"Living allowance: Times"_s, u"21"_s);
        QVERIFY(house.words(u"formula.e"_s).contains(u"21"_s));
        QVERIFY(!house.words(u"total"_s).contains(u"21,000"_s));
    }

    void anItemThatDoesNotApplySaysWhatDecides()
    {
        House house("method  = \"goodwill\"",
                    "method  = \"goodwill\"\nwhen    = { severity = \"Major\" }");
        QVERIFY(house.words(u"absent"_s).contains(u"Goodwill"_s));
        QVERIFY(house.words(u"absent"_s).contains(u"Severity"_s));
    }

    void aboveTheCeilingSomebodyMustSign()
    {
        House house;
        house.item(u"Goodwill"_s)->setChecked(true);
        house.type(u"Goodwill: Offer"_s, u"500"_s);
        QVERIFY(house.words(u"approval"_s).isEmpty());
        house.type(u"Goodwill: Offer"_s, u"500.01"_s);
        QVERIFY(house.words(u"approval"_s).contains(u"Clerk"_s));
        house.compensation->submit();
        QVERIFY(house.view->caseFile().value(u"compensationItems").isUndefined());
    }

    void theSheetIsRecorded()
    {
        House house;
        house.item(u"Goodwill"_s)->setChecked(true);
        house.type(u"Goodwill: Offer"_s, u"300"_s);
        house.view->openStep(u"compensate"_s);
        house.view->perform(u"form.submit"_s);
        QCOMPARE(house.view->caseFile().value(u"dmgTotal").toInteger(), 30000);
        QVERIFY(!house.compensation->dirty());
    }

    void everyFocusableWidgetHasItsName()
    {
        House house;
        house.find(0);
        for (QWidget *pane : {static_cast<QWidget *>(house.penalties),
                              static_cast<QWidget *>(house.compensation)}) {
            for (const auto *widget : pane->findChildren<QWidget *>()) {
                if (widget->focusPolicy() & Qt::TabFocus &&
                    widget->objectName() != u"qt_spinbox_lineedit"_s) {
                    QVERIFY2(!widget->accessibleName().isEmpty(),
                             widget->metaObject()->className());
                }
            }
        }
    }
};

QTEST_MAIN(TestMoneyTabs)
#include "tst_moneytabs.moc"
