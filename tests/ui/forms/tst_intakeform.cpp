// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinebox.h>
#include <forms/findingbar.h>
#include <forms/intakeform.h>
#include <forms/papergrid.h>
#include <support/robot.h>
#include <support/tempstore.h>

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTabBar>
#include <QtTest/QTest>

#include <cstdlib>

using namespace huiyin;

class TestIntakeform : public QObject
{
    Q_OBJECT

    struct Bench : support::FormBench
    {
        support::TempStore store;
        std::unique_ptr<IntakeForm> form;

        Bench()
        {
            house.reader = &store.reader();
            house.log = &store.log();
            form = std::make_unique<IntakeForm>(house, sheet(QStringLiteral("F-01")));
            form->resize(1366, 640);
        }

        [[nodiscard]] qsizetype drafts()
        {
            return store.reader().drafts(QStringLiteral("wang")).value().size();
        }
    };

private slots:

    void typingIsWrittenDownWithinTwoSeconds()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        QSignalSpy saved(bench.form.get(), &IntakeForm::draftSaved);
        for (int i = 0; i < 5; ++i) {
            robot.latin(QStringLiteral("1"));
            *bench.now = bench.now->addMs(499);
        }
        bench.form->saveIfDue();
        QCOMPARE(saved.count(), 1);
        QCOMPARE(bench.drafts(), 1);
    }

    void theTitleStandsOverTheMiddleOfTheForm()
    {
        Bench bench;
        bench.form->setHeadTool(new QLabel(QStringLiteral("F-01"), bench.form.get()));
        bench.form->show();
        QVERIFY(QTest::qWaitForWindowExposed(bench.form.get()));
        const QLabel *title = nullptr;
        for (const auto *label : bench.form->findChildren<QLabel *>()) {
            if (label->font().pointSizeF() > bench.form->font().pointSizeF() * 1.5) {
                title = label;
            }
        }
        QVERIFY(title);
        const auto *paper = bench.form->grid();
        const auto middle = [&](const QWidget *widget) {
            return widget->mapTo(bench.form.get(), QPoint(widget->width() / 2, 0)).x();
        };
        QVERIFY(bench.form->sidePanel()->isVisible());
        QVERIFY2(std::abs(middle(title) - middle(paper)) <= 12,
                 qPrintable(QStringLiteral("%1 %2").arg(middle(title)).arg(middle(paper))));
        QCOMPARE(title->alignment() & Qt::AlignHorizontal_Mask, Qt::AlignHCenter);
        QVERIFY(title->width() >= title->sizeHint().width());
    }

    void nothingIsWrittenBeforeItsTime()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        robot.latin(QStringLiteral("1"));
        *bench.now = bench.now->addMs(1400);
        bench.form->saveIfDue();
        QCOMPARE(bench.drafts(), 0);
    }

    void leavingACellSavesAtOnce()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        robot.latin(QStringLiteral("13800138000"));
        robot.key(Qt::Key_Return);
        QCOMPARE(bench.drafts(), 1);
    }

    void oneCallKeepsOneDraft()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        robot.latin(QStringLiteral("13800138000"));
        robot.key(Qt::Key_Return);
        robot.commit(QStringLiteral("张三"));
        robot.key(Qt::Key_Return);
        QCOMPARE(bench.drafts(), 1);
    }

    void anUntouchedFormLeavesNoDraft()
    {
        Bench bench;
        bench.form->saveNow();
        QCOMPARE(bench.drafts(), 0);
        QVERIFY(bench.form->isBlank());
    }

    void aKeptDraftCanBeTakenUp()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        robot.latin(QStringLiteral("13800138000"));
        robot.key(Qt::Key_Return);
        const StoredDraft kept =
            bench.store.reader().drafts(QStringLiteral("wang")).value().first();
        IntakeForm other(bench.house, bench.sheet(QStringLiteral("F-01")));
        other.resume(kept);
        QCOMPARE(other.draft().fields, kept.draft.fields);
        QCOMPARE(other.storedDraft().id, kept.id);
    }

    void f8AsksToRegisterAndSigns()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        QSignalSpy asked(bench.form.get(), &IntakeForm::registerRequested);
        robot.latin(QStringLiteral("13800138000"));
        robot.key(Qt::Key_F8);
        QCOMPARE(asked.count(), 1);
        const auto draft = asked.first().first().value<ComplaintDraft>();
        QCOMPARE(draft.fields.value(QStringLiteral("recorderSign"))
                     .toObject()
                     .value(QStringLiteral("name"))
                     .toString(),
                 QStringLiteral("王姐"));
        QCOMPARE(draft.sheet, QStringLiteral("F-01/1"));
        QVERIFY(draft.startedAt.has_value());
    }

    void clocksStartWithTheFirstKey()
    {
        Bench bench;
        const Instant begun = *bench.now;
        support::Robot robot(*bench.form);
        robot.latin(QStringLiteral("1"));
        *bench.now = bench.now->addMs(600000);
        robot.latin(QStringLiteral("3"));
        QCOMPARE(bench.form->draft().startedAt, std::optional(begun));
        QCOMPARE(bench.form->draft().fields.value(QStringLiteral("receivedAt")).toInteger(),
                 begun.utcMs());
    }

    void theBarNamesWhatIsMissingAndLeadsThere()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        auto *bar = bench.form->findChild<FindingBar *>();
        QVERIFY(bar->text().contains(bench.form->grid()->label(QStringLiteral("content"))));
        emit bar->fieldActivated(QStringLiteral("content"));
        QCOMPARE(robot.focused(), QStringLiteral("content"));
    }

    void aRefusalTakesTheFocusToItsField()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        bench.form->showFindings({Finding{QStringLiteral("forms.moment.unclear"),
                                          Severity::Refusal,
                                          QStringLiteral("occurredAt"),
                                          {{QStringLiteral("text"), QStringLiteral("x")}}}});
        QCOMPARE(robot.focused(), QStringLiteral("occurredAt"));
    }

    void aNameSaysTheSalutation()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        bench.form->grid()->focusField(QStringLiteral("complainantName"));
        robot.commit(QStringLiteral("李女士"));
        robot.key(Qt::Key_Tab);
        QCOMPARE(bench.form->draft().fields.value(QStringLiteral("gender")).toString(),
                 QStringLiteral("Female"));
    }

    void aRecordedCaseLeavesNoDraft()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        robot.latin(QStringLiteral("13800138000"));
        robot.key(Qt::Key_Return);
        bench.form->recorded();
        QCOMPARE(bench.drafts(), 0);
        QVERIFY(bench.form->isBlank());
    }

    void everyFocusableWidgetHasAName()
    {
        Bench bench;
        support::Robot robot(*bench.form);
        const auto widgets = bench.form->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool named = !widget->accessibleName().isEmpty() ||
                               (qobject_cast<const QAbstractButton *>(widget) &&
                                !qobject_cast<const QAbstractButton *>(widget)->text().isEmpty());
            const bool reached = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                                 !widget->focusProxy();
            QVERIFY2(named || !reached, widget->metaObject()->className());
        }
    }

    void theExplanationCountsTheDays()
    {
        Bench bench;
        const auto why = [&bench](const Clock &clock) {
            return explain(bench.house.ground.calendar,
                           clock.startedAt,
                           Limit::fromJson(clock.limit).value(),
                           bench.house.ground.hours,
                           {});
        };
        DeadlineBox box(bench.house.ground, why);
        Clock clock;
        clock.limit = {{QStringLiteral("workdays"), 3}};
        clock.startedAt = Instant::parseLocal(u"2026-02-13 10:00").value();
        const QStringList lines = box.explanation(clock);
        QVERIFY(lines.first().startsWith(QStringLiteral("2/13")));
        QVERIFY(lines.join(u'\n').contains(QStringLiteral("2/14 Sat  day 1  make-up workday")));
        QVERIFY(lines.join(u'\n').contains(QStringLiteral("2/16 Mon  春节, not counted")));
        QVERIFY(lines.last().contains(QStringLiteral("day 3")));
    }
};

QTEST_MAIN(TestIntakeform)
#include "tst_intakeform.moc"
