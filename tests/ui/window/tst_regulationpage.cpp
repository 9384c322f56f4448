// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/windowbench.h>
#include <window/movepane.h>
#include <window/parameterspane.h>
#include <window/peoplepane.h>
#include <window/regulationpage.h>
#include <window/regulationtables.h>
#include <window/trialpane.h>
#include <window/usepane.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

CaseFile close(support::WindowBench &bench)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"李某"_s},
                    {u"phone"_s, u"13800138001"_s},
                    {u"content"_s, u"送货迟了。"_s}};
    draft.sheet = u"F-01/1"_s;
    const auto closed = bench.desk->recordAndClose(draft,
                                                   {{u"replyText"_s, u"已道歉"_s},
                                                    {u"satisfaction"_s, u"Satisfied"_s},
                                                    {u"replyMode"_s, u"Phone"_s}});
    if (!closed || !closed->caseFile) {
        qFatal("not recorded");
    }
    return *closed->caseFile;
}

QStringList words(const QTableWidget &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.rowCount(); ++row) {
        texts.append(table.item(row, column)->text());
    }
    return texts;
}

template <typename Widget> Widget *named(const QWidget &within, const QString &name)
{
    for (auto *one : within.findChildren<Widget *>()) {
        if (one->accessibleName() == name) {
            return one;
        }
    }
    qFatal("nothing called %s", qPrintable(name));
    return nullptr;
}

int rowOf(const QTableWidget &table, const QString &text)
{
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.item(row, 0)->text() == text) {
            return row;
        }
    }
    return -1;
}

CaseFile running(support::WindowBench &bench)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"王某"_s},
                    {u"phone"_s, u"13800138000"_s},
                    {u"content"_s, u"箱子破了。"_s}};
    draft.sheet = u"F-01/1"_s;
    return *bench.desk->record(draft)->caseFile;
}

} // namespace

class TestRegulationPage : public QObject
{
    Q_OBJECT

private slots:

    void everyPackStandsInTheListAndThePresentOneIsChosen()
    {
        support::WindowBench bench;
        RegulationPage page(bench.shell());
        QCOMPARE(page.list()->count(), static_cast<int>(bench.desk->regulations().size()));
        QVERIFY(
            page.list()->currentItem()->data(Qt::UserRole).toString().startsWith(u"standard/"_s));
    }

    void everyClauseSaysHowItIsMet()
    {
        support::WindowBench bench;
        for (const auto &pack : bench.desk->regulations()) {
            const RegulationWords say(pack, bench.shell().library->catalogue, Language::Chinese);
            const auto table = clauseTable(pack, say);
            QCOMPARE(table.rows.size(), pack.notes.size());
            for (int i = 0; i < table.rows.size(); ++i) {
                QCOMPARE(table.rows.at(i).cells.at(1), RegulationWords::how(pack.notes.at(i).how));
                QVERIFY(table.rows.at(i).hint.contains(pack.notes.at(i).zh));
            }
        }
    }

    void whatThePackDecidedItselfIsMarked()
    {
        support::WindowBench bench;
        int marked = 0;
        for (const auto &pack : bench.desk->regulations()) {
            const RegulationWords say(pack, bench.shell().library->catalogue, Language::Chinese);
            const auto clocks = clockTable(pack, say);
            for (int i = 0; i < pack.clocks.size(); ++i) {
                if (pack.clocks.at(i).needsConfirmation.isEmpty()) {
                    continue;
                }
                ++marked;
                QVERIFY(clocks.rows.at(i).open);
                QVERIFY(!clocks.rows.at(i).cells.last().isEmpty());
                QVERIFY(clocks.rows.at(i).hint.contains(pack.clocks.at(i).needsConfirmation));
            }
            const auto others = otherTable(pack, say);
            int open = 0;
            for (const auto &row : others.rows) {
                open += row.open ? 1 : 0;
            }
            const auto given = [](const auto &entries) {
                return std::count_if(entries.cbegin(), entries.cend(), [](const auto &entry) {
                    return !entry.needsConfirmation.isEmpty();
                });
            };
            QCOMPARE(open,
                     static_cast<int>(given(pack.penalties) + given(pack.compensations) +
                                      given(pack.parameters) + given(pack.retention) +
                                      given(pack.duties) + given(pack.counters)));
        }
        QVERIFY(marked > 0);
    }

    void everyFaultOfAFileStandsWithItsPlaceAndItCannotBeUsed()
    {
        support::WindowBench bench;
        RegulationPage page(bench.shell());
        const QByteArray toml = "[pack]\nid = \"own\"\nzh = \"本单位\"\nen = \"Own\"\n"
                                "version = 1\nuses = [\"base\"]\nwrong = 1\n\n"
                                "[[clock]]\nid = \"handling\"\nzh = \"办结\"\n"
                                "limit = { workday = 3 }\n";
        page.checkFile(toml, u"own.toml"_s);
        const auto reading = readRegulation(toml, bench.shell().library->catalogue, builtinPacks());
        QVERIFY(reading.findings.size() > 1);
        QCOMPARE(page.faults()->rowCount(), static_cast<int>(reading.findings.size()));
        QVERIFY(words(*page.faults(), 0).contains(u"7"_s));
        QVERIFY(page.tabs()->currentWidget() == page.faults());
        QVERIFY(!page.use()->button()->isEnabled());
        QVERIFY(!page.use()->button()->toolTip().isEmpty());
    }

    void aPackIsPutInForceWithItsOverlayFromADay()
    {
        support::WindowBench bench;
        RegulationPage page(bench.shell());
        page.choose(u"tob"_s);
        auto *box = page.use()->findChild<QCheckBox *>(u"maj"_s);
        QVERIFY(box);
        box->setChecked(true);
        page.use()->setFrom(u"2026-05-01"_s);
        page.use()->button()->click();
        const auto uses = bench.desk->regulationUses();
        QCOMPARE(uses.last().pack.id, u"tob"_s);
        QCOMPARE(uses.last().from->toString(), u"2026-05-01"_s);
        QCOMPARE(uses.last().with.size(), 1);
        QCOMPARE(uses.last().with.first().id, u"maj"_s);
        QCOMPARE(bench.desk->regulation().id, u"standard"_s);
    }

    void aDayThatIsNoneChangesNothing()
    {
        support::WindowBench bench;
        RegulationPage page(bench.shell());
        const auto before = bench.desk->regulationUses().size();
        page.choose(u"tob"_s);
        page.use()->setFrom(u"五一"_s);
        page.use()->button()->click();
        QCOMPARE(bench.desk->regulationUses().size(), before);
    }

    void runningCasesAreListedBeforeTheChange()
    {
        support::WindowBench bench;
        const auto open = running(bench);
        RegulationPage page(bench.shell());
        QCOMPARE(words(*page.use()->running(), 0), QStringList{open.caseNo});
    }

    void runningCasesGoOverOnlyAfterTheListAndWithAReason()
    {
        support::WindowBench bench(u"standard"_s, Language::English);
        const auto open = running(bench);
        RegulationPage page(bench.shell());
        page.choose(u"tob"_s);
        const auto follows = [&] { return bench.desk->reader().caseFile(open.id)->regulationId; };
        named<QPushButton>(*page.move(), u"List what would change"_s)->click();
        QTRY_COMPARE(page.move()->table()->rowCount(), 1);
        QCOMPARE(page.move()->table()->item(0, 0)->text(), open.caseNo);
        QVERIFY(!page.move()->table()->item(0, 4)->text().isEmpty());
        QCOMPARE(follows(), u"standard"_s);
        auto *take = named<QPushButton>(*page.move(), u"Take 1 case(s) over"_s);
        take->click(); // no reason yet
        QTRY_VERIFY(!page.move()->running());
        QCOMPARE(follows(), u"standard"_s);
        named<QLineEdit>(*page.move(), u"Reason"_s)->setText(u"新制度生效"_s);
        take->click();
        QTRY_COMPARE(follows(), u"tob"_s);
    }

    void aFigureOfTheHouseIsChangedWithItsReason()
    {
        support::WindowBench bench(u"standard"_s, Language::English);
        RegulationPage page(bench.shell());
        page.choose(u"maj"_s);
        auto &pane = *page.parameters();
        QVERIFY(pane.count() > 0);
        const auto states = bench.desk->parameters(u"maj"_s);
        int at = -1;
        for (int i = 0; i < states.size(); ++i) {
            at = states.at(i).rule.id == u"goodwillCeiling" ? i : at;
        }
        QVERIFY(at >= 0);
        pane.table()->setCurrentCell(at, 0);
        named<QLineEdit>(pane, u"Value"_s)->setText(u"800"_s);
        named<QLineEdit>(pane, u"Reason"_s)->setText(u"2026年第3号决定"_s);
        named<QPushButton>(pane, u"Record figure"_s)->click();
        QCOMPARE(pane.table()->item(at, 1)->text(), u"800.00 yuan"_s);
        QCOMPARE(pane.table()->item(at, 2)->text(), u"500.00 yuan"_s);
        QVERIFY(pane.table()->item(at, 3)->text().contains(u"2026年第3号决定"_s));
        named<QPushButton>(pane, u"Back to the regulation's"_s)->click();
        QCOMPARE(pane.table()->item(at, 1)->text(), u"500.00 yuan"_s);
    }

    void aFigureThatIsNoneIsRefusedInWords()
    {
        support::WindowBench bench(u"standard"_s, Language::English);
        RegulationPage page(bench.shell());
        page.choose(u"maj"_s);
        auto &pane = *page.parameters();
        const auto before = words(*pane.table(), 1);
        named<QLineEdit>(pane, u"Value"_s)->setText(u"viel"_s);
        named<QPushButton>(pane, u"Record figure"_s)->click();
        QCOMPARE(words(*pane.table(), 1), before);
        bool said = false;
        for (const auto *label : pane.findChildren<QLabel *>()) {
            said = said || label->text().contains(u"viel"_s);
        }
        QVERIFY(said);
    }

    void anAbsenceNamesItsDeputies()
    {
        support::WindowBench bench(u"standard"_s, Language::English);
        QVERIFY(bench.desk->setActor(u"wang"_s));
        for (const auto &[id, name] :
             {std::pair(u"wang"_s, u"王姐"_s), std::pair(u"li"_s, u"李工"_s)}) {
            const auto added = bench.desk->addPerson({id, name, u"客服部"_s, {u"clerk"_s}});
            QVERIFY(added && !refuses(added->findings));
        }
        RegulationPage page(bench.shell());
        auto &pane = *page.people();
        const int wang = rowOf(*pane.table(), u"王姐"_s);
        pane.table()->setCurrentCell(wang, 0);
        named<QPushButton>(pane, u"Mark as away"_s)->click(); // nobody ticked
        QVERIFY(pane.table()->item(wang, 3)->text().isEmpty());
        named<QListWidget>(pane, u"Deputies"_s)->item(0)->setCheckState(Qt::Checked);
        named<QPushButton>(pane, u"Mark as away"_s)->click();
        QCOMPARE(pane.table()->item(wang, 3)->text(), u"李工"_s);
        named<QPushButton>(pane, u"Is back"_s)->click();
        QVERIFY(pane.table()->item(wang, 3)->text().isEmpty());
    }

    void whoeverBeginsTheRosterStandsOnItFirst()
    {
        support::WindowBench bench;
        QVERIFY(bench.desk->setActor(u"wang"_s));
        RegulationPage page(bench.shell());
        auto &pane = *page.people();
        const auto self = bench.desk->actor().id;
        auto &id = *named<QLineEdit>(pane, u"User name"_s);
        QCOMPARE(id.text(), self);
        id.setText(u"li"_s);
        named<QLineEdit>(pane, u"Name"_s)->setText(u"李工"_s);
        named<QPushButton>(pane, u"Put on the roster"_s)->click();
        QVERIFY(bench.desk->people().isEmpty()); // it would have locked the writer out
        id.setText(self);
        named<QPushButton>(pane, u"Put on the roster"_s)->click();
        QCOMPARE(bench.desk->people().size(), 1);
        named<QPushButton>(pane, u"New person"_s)->click();
        QVERIFY(id.text().isEmpty());
        id.setText(u"zhou"_s);
        named<QLineEdit>(pane, u"Name"_s)->setText(u"周姐"_s);
        named<QLineEdit>(pane, u"Department"_s)->setText(u"客服部"_s);
        named<QListWidget>(pane, u"Roles"_s)->item(0)->setCheckState(Qt::Checked);
        named<QPushButton>(pane, u"Put on the roster"_s)->click();
        const auto people = bench.desk->people();
        const auto zhou = std::find_if(
            people.cbegin(), people.cend(), [](const Person &one) { return one.id == u"zhou"_s; });
        QVERIFY(zhou != people.cend());
        QCOMPARE(zhou->department, u"客服部"_s);
        QCOMPARE(zhou->roles, QStringList{bench.desk->regulation().roles.first().id});
        // Somebody who leaves is taken out with a reason only.
        QCOMPARE(id.text(), u"zhou"_s);
        named<QPushButton>(pane, u"Take out of office"_s)->click();
        QCOMPARE(pane.table()->rowCount(), 2);
        named<QLineEdit>(pane, u"Reason for taking out of office"_s)->setText(u"调离"_s);
        named<QPushButton>(pane, u"Take out of office"_s)->click();
        QCOMPARE(pane.table()->rowCount(), 1);
    }

    void theHouseKeepsPeopleOutOfComplaintsAboutThem()
    {
        support::WindowBench bench;
        RegulationPage page(bench.shell());
        const auto kept = [&] { return bench.desk->reader().config()->value(u"recusal"_s); };
        auto *box = page.people()->findChild<QCheckBox *>();
        QVERIFY(!box->isChecked());
        box->click();
        QCOMPARE(kept(), u"true"_s);
        box->click();
        QCOMPARE(kept(), u"false"_s);
    }

    void aTrialSetsWhatWasBesideWhatWouldBe()
    {
        support::WindowBench bench;
        close(bench);
        RegulationPage page(bench.shell());
        page.choose(u"tob"_s);
        const auto tob = bench.shell().library->regulations.value(u"tob"_s);
        const auto expected =
            bench.desk->tryRegulation(tob, *Day::parse(u"2026-04-01"), *Day::parse(u"2026-04-30"));
        QVERIFY(expected);
        QCOMPARE(expected->cases, 1);
        page.trial()->setPeriod(u"2026-04"_s);
        bench.holdJobs(true);
        page.trial()->run();
        QVERIFY(page.trial()->running());
        QCOMPARE(page.trial()->sums()->rowCount(), 0);
        bench.holdJobs(false);
        QTRY_VERIFY(page.trial()->sums()->rowCount() > 0);
        QCOMPARE(page.trial()->sums()->item(1, 1)->text(),
                 QString::number(expected->present.onTime));
        QCOMPARE(page.trial()->sums()->item(4, 2)->text(), QString::number(expected->tried.clocks));
        QCOMPARE(page.trial()->changes()->rowCount(), static_cast<int>(expected->changed.size()));
        QCOMPARE(bench.desk->regulation().id, u"standard"_s);
    }
};

QTEST_MAIN(TestRegulationPage)
#include "tst_regulationpage.moc"
