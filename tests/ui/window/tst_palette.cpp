// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/stepform.h>
#include <support/windowbench.h>
#include <window/caseview.h>
#include <window/palette.h>
#include <window/steppane.h>

#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

class Desktop
{
public:
    explicit Desktop(Language language = Language::Chinese)
        : bench(u"tob"_s, language)
        , palette(bench.window->findChild<CommandPalette *>())
        , box(palette->findChild<QLineEdit *>())
        , list(palette->findChild<QListWidget *>())
    {
    }

    CaseView *openCase()
    {
        bench.window->openCase(bench.recorded());
        return qobject_cast<CaseView *>(bench.window->currentPage());
    }

    /// What the list shows for the letters, as screen readers are told it.
    QStringList found(const QString &typed)
    {
        palette->open();
        box->setText(typed);
        QStringList rows;
        for (int row = 0; row < list->count(); ++row) {
            rows.append(list->item(row)->text());
        }
        return rows;
    }

    /// A step with an own name, not one a command of the window stands for.
    static StepOffer ownStep(const CaseView &view, bool allowed)
    {
        for (const auto &step : view.steps()) {
            const bool named =
                QStringList{u"签收"_s, u"转办"_s, u"回访"_s, u"更正"_s}.contains(step.zh);
            if (step.allowed == allowed && !named && !step.en.isEmpty()) {
                return step;
            }
        }
        qFatal("no such step");
    }

    support::WindowBench bench;
    CommandPalette *palette;
    QLineEdit *box;
    QListWidget *list;
};

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private slots:

    void whatIsCalledNothingSaysWhatToType()
    {
        Desktop desktop(Language::English);
        const auto rows = desktop.found(u"qqqq"_s);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first(),
                 u"No command is called so. Type part of its name or its initials."_s);
        QVERIFY(!desktop.list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
        QTest::keyClick(desktop.box, Qt::Key_Return); // leads nowhere and hurts nobody
        QVERIFY(!desktop.palette->isHidden());
    }

    void stepsOfTheOpenCaseAreCalledInBothLanguagesAndByInitials()
    {
        Desktop desktop;
        auto *view = desktop.openCase();
        const auto extend = u"延期"_s;
        for (const auto &typed : {u"延期"_s, u"yq"_s, u"Extend"_s}) {
            const auto rows = desktop.found(typed);
            QVERIFY2(rows.value(0).startsWith(extend), qPrintable(rows.join(u'|')));
        }
        desktop.found(u"yq"_s);
        QTest::keyClick(desktop.box, Qt::Key_Return);
        QVERIFY(desktop.palette->isHidden());
        const auto *form = view->findChild<StepPane *>()->form();
        QVERIFY(form);
        QCOMPARE(form->offer().action, u"extend"_s);
    }

    void everyStepOfTheCaseIsThereOnce()
    {
        Desktop desktop(Language::English);
        const auto *view = desktop.openCase();
        QVERIFY(view->steps().size() > 4);
        const auto shared = desktop.bench.shell().commands.words(u"case.visit"_s);
        QCOMPARE(shared, u"Return visit"_s); // a step of the case is called the same
        for (const auto &step : view->steps()) {
            const auto rows = desktop.found(step.en);
            const auto exact = std::count_if(rows.cbegin(), rows.cend(), [&](const QString &row) {
                return row == step.en || row.startsWith(step.en + u"  "_s);
            });
            QVERIFY2(exact == 1, qPrintable(step.en + u": "_s + rows.join(u'|')));
        }
    }

    void aStepThatIsNotAllowedSaysWhy()
    {
        Desktop desktop;
        const auto *view = desktop.openCase();
        const auto step = Desktop::ownStep(*view, false);
        const auto why = desktop.bench.shell().sentence(step.obstacles.first());
        QVERIFY(!why.isEmpty());
        const auto rows = desktop.found(step.zh);
        const auto at = rows.indexOf(QRegularExpression(
            QRegularExpression::anchoredPattern(QRegularExpression::escape(step.zh) + u" .*"_s)));
        QVERIFY2(at >= 0 && rows.at(at).contains(why), qPrintable(rows.join(u'|')));
        QVERIFY(!desktop.list->item(int(at))->flags().testFlag(Qt::ItemIsEnabled));
    }

    void withoutACaseThereAreNoSteps()
    {
        Desktop desktop;
        QCOMPARE(desktop.found(u"yq"_s).size(), 1);
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
