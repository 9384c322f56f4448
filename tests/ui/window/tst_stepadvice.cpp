// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the step form shows beside its fields. The pack is tests/data/packs/rich.toml; its second
// move splits and answers.

#include <forms/adviceblock.h>
#include <forms/papergrid.h>
#include <forms/partscell.h>
#include <forms/stepform.h>
#include <support/windowbench.h>
#include <window/caseview.h>
#include <window/steppane.h>

#include <QCheckBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

QByteArray packText()
{
    QFile file(QStringLiteral(HUIYIN_TEST_DATA "/packs/rich.toml"));
    QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    text.replace("when   = { kind = \"Complaint\", lossAmount", "when   = { lossAmount");
    text.replace("proposes = { severity = \"Major\" }",
                 "proposes = { severity = \"Major\", majorType = \"PersonalInjury\" }");
    text += R"(
[[move]]
id     = "split"
zh     = "分办"
en     = "Split"
from   = ["New", "Handling"]
by     = ["clerk"]
needs  = ["parts"]
rule   = ["LS-01"]

[[move]]
id      = "answer"
zh      = "答复分办"
en      = "Answer a part"
from    = ["New", "Handling"]
by      = ["clerk"]
answers = "parts"
rule    = ["LS-01"]
)";
    return text;
}

class Counter
{
public:
    explicit Counter(Language language = Language::English)
        : bench(u"tob"_s, language)
        , id(recorded())
    {
    }

    CaseId recorded()
    {
        const auto adopted = bench.desk->adoptRegulation(packText());
        if (!adopted || refuses(adopted->findings)) {
            qFatal("pack not adopted: %s",
                   adopted ? qPrintable(adopted->findings.first().code) : "error");
        }
        return bench.recorded();
    }

    StepForm *form(const QString &action)
    {
        bench.window->openCase(id);
        view = qobject_cast<CaseView *>(bench.window->currentPage());
        view->openStep(action);
        auto *pane = view->findChild<StepPane *>();
        if (!pane->form() || pane->form()->offer().action != action) {
            qFatal("no form for %s", qPrintable(action));
        }
        return pane->form();
    }

    support::WindowBench bench;
    CaseId id;
    CaseView *view = nullptr;
};

QString labelText(const QWidget *within, const QString &name)
{
    const auto *label = within->findChild<QLabel *>(name);
    return label ? label->text() : QString();
}

QPushButton *buttonOf(const QWidget *within, const QString &words)
{
    for (auto *button : within->findChildren<QPushButton *>()) {
        if (button->text() == words) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

class TestStepAdvice : public QObject
{
    Q_OBJECT

private slots:

    void theFormSaysWhereTheStepStandsInTheChain()
    {
        Counter counter;
        const QString words = labelText(counter.form(u"accept"_s), u"chain"_s);
        QVERIFY2(words.contains(u"1"_s) && words.contains(u"2"_s) &&
                     words.contains(u"[Accept] → Close"_s),
                 qPrintable(words));
    }

    void clausesStandWithTheirWords()
    {
        Counter counter;
        QCOMPARE(labelText(counter.form(u"accept"_s), u"clauses"_s),
                 u"LS-01  Every complaint is answered"_s);
    }

    void adviceShowsItsChecklistAndWhatItAdvisesAgainst()
    {
        Counter counter;
        auto *block = counter.form(u"accept"_s)->findChild<AdviceBlock *>();
        QVERIFY(block);
        QStringList ticks;
        for (const auto *tick : block->findChildren<QCheckBox *>()) {
            ticks.append(tick->text());
        }
        QCOMPARE(ticks, (QStringList{u"ask what happened"_s, u"take the number"_s}));
        QVERIFY(labelText(block, u"against"_s).contains(u"Close"_s));
    }

    void onePressTakesTheProposedValuesOver()
    {
        Counter counter;
        auto *form = counter.form(u"accept"_s);
        QVERIFY(!form->input().contains(u"severity"_s));
        auto *adopt = buttonOf(form, u"Adopt"_s);
        QVERIFY(adopt);
        adopt->click();
        QVERIFY(!adopt->isEnabled());
        form->submit();
        QCOMPARE(counter.view->caseFile().text(u"severity"), u"Major"_s);
        QCOMPARE(counter.view->caseFile().stage, Stage::Handling);
    }

    void severalChoicesOfOneFieldAreProposedByTheirWords()
    {
        Counter counter;
        auto *adopt = buttonOf(counter.form(u"accept"_s), u"Adopt"_s);
        const auto &catalogue = counter.bench.shell().library->catalogue;
        const auto *choice = catalogue.choicesOf(u"majorType"_s)->byId(u"PersonalInjury"_s);
        QVERIFY2(adopt->accessibleDescription().contains(u" = "_s + choice->en),
                 qPrintable(adopt->accessibleDescription()));
    }

    void proposedValuesAreNotTakenOverByThemselves()
    {
        Counter counter;
        counter.form(u"accept"_s)->submit();
        QCOMPARE(counter.view->caseFile().text(u"severity"), QString());
        QCOMPARE(counter.view->caseFile().stage, Stage::Handling);
    }

    void aDeputyReadsForWhomHeActs()
    {
        support::WindowBench bench;
        const auto caseFile = [&] {
            ComplaintDraft draft;
            draft.fields = {{u"content"_s, u"送货员态度生硬。"_s}, {u"phone"_s, u"13800138000"_s}};
            draft.sheet = u"F-01/1"_s;
            return *bench.desk->record(draft)->caseFile;
        }();
        auto offer = bench.desk->steps(caseFile).first();
        StepForm plain(bench.shell().house(), caseFile, offer);
        QVERIFY(!plain.findChild<QLabel *>(u"actingFor"_s));
        offer.actingFor = u"李经理"_s;
        StepForm deputy(bench.shell().house(), caseFile, offer);
        QVERIFY(labelText(&deputy, u"actingFor"_s).contains(u"李经理"_s));
    }

    void whatAnEarlierRoundGaveStandsInNoForm()
    {
        support::WindowBench bench;
        ComplaintDraft draft;
        draft.fields = {{u"kind"_s, u"Complaint"_s},
                        {u"content"_s, u"送货员态度生硬。"_s},
                        {u"phone"_s, u"13800138000"_s}};
        draft.sheet = u"F-01/1"_s;
        const CaseId id = bench.desk->record(draft)->caseFile->id;
        const QJsonObject reply{{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已道歉"_s}};
        const QList<std::pair<QString, QJsonObject>> steps{
            {u"reply"_s, reply},
            {u"close"_s, {{u"satisfaction"_s, u"Satisfied"_s}}},
            {u"reopen"_s, {{u"reason"_s, u"又来了"_s}}},
            {u"reply"_s, reply}};
        std::optional<CaseFile> caseFile;
        for (const auto &[action, input] : steps) {
            caseFile = bench.desk->act(id, action, input)->caseFile;
            QVERIFY2(caseFile, qPrintable(action));
        }
        const auto offers = bench.desk->steps(*caseFile);
        const auto offer = std::find_if(offers.cbegin(), offers.cend(), [](const StepOffer &one) {
            return one.action == u"close";
        });
        QVERIFY(offer != offers.cend());
        StepForm form(bench.shell().house(), *caseFile, *offer);
        QVERIFY(form.grid()->cell(u"satisfaction"_s)->isBlank());
        QVERIFY(!form.input().contains(u"satisfaction"_s));
        form.grid()->setFieldValue(u"satisfaction"_s, u"Satisfied"_s);
        QCOMPARE(form.input().value(u"satisfaction"_s).toString(), u"Satisfied"_s);
    }

    void partsAreTypedRowByRow()
    {
        Counter counter;
        auto *form = counter.form(u"split"_s);
        auto *parts = dynamic_cast<PartsCell *>(form->grid()->cell(u"parts"_s));
        QVERIFY(parts);
        parts->fill(0, u"仓储部"_s, u"查库存"_s);
        parts->fill(1, u"物流部"_s, QString());
        form->submit();
        const QJsonArray kept = counter.view->caseFile().value(u"parts").toArray();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.first().toObject().value(u"dept"_s).toString(), u"仓储部"_s);
        QCOMPARE(kept.first().toObject().value(u"task"_s).toString(), u"查库存"_s);
    }

    void eachDepartmentAnswersItsOwnPart()
    {
        Counter counter;
        auto *form = counter.form(u"split"_s);
        auto *parts = dynamic_cast<PartsCell *>(form->grid()->cell(u"parts"_s));
        parts->fill(0, u"仓储部"_s, u"查库存"_s);
        parts->fill(1, u"物流部"_s, u"查运输"_s);
        form->submit();
        for (const auto &[dept, task] :
             {std::pair(u"物流部"_s, u"查运输"_s), std::pair(u"仓储部"_s, u"查库存"_s)}) {
            auto *answer = counter.form(u"answer"_s);
            for (auto *edit : answer->findChildren<QLineEdit *>()) {
                if (edit->accessibleName() == u"Department"_s) {
                    edit->setText(dept);
                }
            }
            QVERIFY(labelText(answer, u"task"_s).contains(task));
            answer->findChild<QPlainTextEdit *>(u"partResult"_s)->setPlainText(task + u"完"_s);
            answer->submit();
        }
        for (const auto &part : counter.view->caseFile().value(u"parts").toArray()) {
            QCOMPARE(part[u"result"_s].toString(), part[u"task"_s].toString() + u"完"_s);
        }
    }

    void theAnsweringStepShowsTheOpenPart()
    {
        Counter counter;
        auto *form = counter.form(u"split"_s);
        dynamic_cast<PartsCell *>(form->grid()->cell(u"parts"_s))
            ->fill(0, u"仓储部"_s, u"查库存"_s);
        form->submit();
        auto *answer = counter.form(u"answer"_s);
        QVERIFY(labelText(answer, u"task"_s).contains(u"查库存"_s));
        answer->findChild<QPlainTextEdit *>(u"partResult"_s)->setPlainText(u"库存相符"_s);
        answer->submit();
        const QJsonArray kept = counter.view->caseFile().value(u"parts").toArray();
        QCOMPARE(kept.first().toObject().value(u"result"_s).toString(), u"库存相符"_s);
    }
};

QTEST_MAIN(TestStepAdvice)
#include "tst_stepadvice.moc"
