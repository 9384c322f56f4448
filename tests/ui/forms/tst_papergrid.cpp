// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/inlinemessage.h>
#include <forms/optioncell.h>
#include <forms/papergrid.h>
#include <forms/theme.h>
#include <support/robot.h>

#include <QJsonArray>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace huiyin;

class TestPapergrid : public QObject
{
    Q_OBJECT

    support::FormBench m_bench;
    const QStringList m_intake{QStringLiteral("intake")};

    [[nodiscard]] std::unique_ptr<PaperGrid> grid(int width = 1000) const
    {
        auto made = std::make_unique<PaperGrid>(m_bench.house,
                                                m_bench.sheet(QStringLiteral("F-01")),
                                                m_intake,
                                                QStringList{QStringLiteral("category")});
        made->resize(width, 700);
        return made;
    }

private slots:

    void theFastPathIsTheOneOfTheSheet()
    {
        QMap<int, QString> path;
        const auto take = [&path](const SheetCell &cell) {
            if (cell.fastOrder > 0) {
                path.insert(cell.fastOrder, cell.field);
            }
        };
        for (const SheetCell &cell : m_bench.sheet(QStringLiteral("F-01")).cells) {
            take(cell);
            std::for_each(cell.parts.cbegin(), cell.parts.cend(), take);
        }
        PaperGrid bare(m_bench.house, m_bench.sheet(QStringLiteral("F-01")), m_intake, {});
        QCOMPARE(bare.fastPath(), path.values());
    }

    void onlyRowsOfTheGivenPartsAreShown()
    {
        QVERIFY(grid()->cell(QStringLiteral("content")));
        QVERIFY(!grid()->cell(QStringLiteral("resultSummary")));
    }

    void tabVisitsEveryEditorInPrintedOrder()
    {
        const auto form = grid();
        support::Robot robot(*form);
        const QStringList order = form->fieldOrder();
        form->focusField(order.first());
        QStringList seen{robot.focused()};
        for (int i = 1; i < order.size(); ++i) {
            robot.key(Qt::Key_Tab);
            seen.append(robot.focused());
        }
        QCOMPARE(seen, order);
    }

    void altAndALetterLeadToTheCell_data()
    {
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("field");
        QTest::newRow("phone") << "F-01" << int(Qt::Key_P) << "phone";
        QTest::newRow("name") << "F-01" << int(Qt::Key_N) << "complainantName";
        QTest::newRow("channel") << "F-01" << int(Qt::Key_Q) << "channel";
        QTest::newRow("kind") << "F-01" << int(Qt::Key_L) << "kind";
        QTest::newRow("category") << "F-01" << int(Qt::Key_B) << "category";
        QTest::newRow("content") << "F-01" << int(Qt::Key_X) << "content";
        QTest::newRow("demand") << "F-01" << int(Qt::Key_S) << "demandKinds";
        QTest::newRow("source of F-02") << "F-02" << int(Qt::Key_Q) << "source";
        QTest::newRow("story of F-02") << "F-02" << int(Qt::Key_X) << "contentBrief";
        QTest::newRow("promise of F-02") << "F-02" << int(Qt::Key_Y) << "promisedReplyBy";
    }

    void altAndALetterLeadToTheCell()
    {
        QFETCH(QString, sheet);
        QFETCH(int, key);
        QFETCH(QString, field);
        PaperGrid form(m_bench.house,
                       m_bench.sheet(sheet),
                       {},
                       sheet == QLatin1String("F-01") ? QStringList{QStringLiteral("category")}
                                                      : QStringList());
        form.resize(1000, 700);
        support::Robot robot(form);
        form.focusField(QStringLiteral("address"));
        robot.key(Qt::Key(key), Qt::AltModifier);
        QCOMPARE(robot.focused(), field);
        QVERIFY(form.cell(QStringLiteral("address"))->isBlank());
    }

    void aLetterOfAMenuIsNoAccessKey()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("phone"));
        robot.key(Qt::Key_F, Qt::AltModifier);
        QCOMPARE(robot.focused(), QStringLiteral("phone"));
    }

    void keyTipsShowWhileAltIsHeld()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("phone"));
        QWidget *editor = form->cell(QStringLiteral("phone"))->editor();
        QTest::keyPress(editor, Qt::Key_Alt);
        QVERIFY(form->keyTipsShown());
        QTest::keyRelease(editor, Qt::Key_Alt);
        QVERIFY(!form->keyTipsShown());
    }

    void everyEditorSpeaksItsLabel()
    {
        for (const QString &id : {QStringLiteral("F-01"), QStringLiteral("F-02")}) {
            PaperGrid form(m_bench.house, m_bench.sheet(id), {}, {});
            for (const QString &field : form.fieldOrder()) {
                QWidget *editor = form.cell(field)->editor();
                QVERIFY2(!editor->accessibleName().isEmpty(), qPrintable(field));
                QCOMPARE(editor->accessibleName(), form.label(field));
                QCOMPARE(editor->objectName(), field);
            }
        }
    }

    void enterWalksTheFastPathAndVisitsPresetsOnce()
    {
        const auto form = grid();
        form->setFieldValue(QStringLiteral("channel"), QStringLiteral("Phone"));
        support::Robot robot(*form);
        form->focusField(QStringLiteral("phone"));
        robot.latin(QStringLiteral("13800138000"));
        robot.key(Qt::Key_Return);
        QCOMPARE(robot.focused(), QStringLiteral("complainantName"));
        robot.commit(QStringLiteral("张三"));
        robot.key(Qt::Key_Enter);
        QCOMPARE(robot.focused(), QStringLiteral("channel"));
        robot.key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(robot.focused(), QStringLiteral("complainantName"));
        robot.key(Qt::Key_Return);
        QCOMPARE(robot.focused(), QStringLiteral("kind"));
    }

    void theLastEnterEndsTheFastPath()
    {
        const auto form = grid();
        support::Robot robot(*form);
        QSignalSpy ended(form.get(), &PaperGrid::fastPathEnded);
        for (const QString &field : form->requiredFields()) {
            form->setFieldValue(field, QStringLiteral("x"));
        }
        form->setFieldValue(QStringLiteral("demandKinds"), QJsonArray{QStringLiteral("Return")});
        form->focusField(form->fastPath().last());
        robot.key(Qt::Key_Return);
        QCOMPARE(ended.count(), 1);
    }

    void aDigitSelectsAndStays()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("channel"));
        robot.latin(QStringLiteral("2"));
        QCOMPARE(form->cell(QStringLiteral("channel"))->value().toString(),
                 QStringLiteral("Visit"));
        QCOMPARE(robot.focused(), QStringLiteral("channel"));
    }

    void digitsTickManyAndTickOff()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("demandKinds"));
        robot.latin(QStringLiteral("121"));
        QCOMPARE(form->cell(QStringLiteral("demandKinds"))->value().toArray().size(), 1);
    }

    void initialsFindAChoice()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("kind"));
        robot.latin(QStringLiteral("zx"));
        QCOMPARE(form->cell(QStringLiteral("kind"))->value().toString(), QStringLiteral("Inquiry"));
    }

    void lettersThatLeadNowhereChooseNothing()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("kind"));
        robot.latin(QStringLiteral("qzx"));
        QVERIFY(form->cell(QStringLiteral("kind"))->value().toString() !=
                QStringLiteral("Inquiry"));
    }

    void enterTakesWhatWasTypedIntoTheOpenList_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("taken");
        QTest::newRow("letters") << QStringLiteral("zx") << QStringLiteral("Inquiry");
        QTest::newRow("more letters") << QStringLiteral("ts") << QStringLiteral("Complaint");
        QTest::newRow("a digit") << QStringLiteral("2") << QStringLiteral("Suggestion");
    }

    void enterTakesWhatWasTypedIntoTheOpenList()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, taken);
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("kind"));
        robot.key(Qt::Key_F7);
        robot.latin(typed);
        robot.key(Qt::Key_Return);
        QCOMPARE(form->cell(QStringLiteral("kind"))->value().toString(), taken);
    }

    void keysBelongToTheInputMethodWhileItComposes()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("channel"));
        robot.compose(QStringLiteral("dian"));
        robot.latin(QStringLiteral("2"));
        QVERIFY(form->cell(QStringLiteral("channel"))->isBlank());
        robot.compose({});
        form->focusField(QStringLiteral("complainantName"));
        robot.compose(QStringLiteral("zhang"));
        robot.key(Qt::Key_Return);
        QCOMPARE(robot.focused(), QStringLiteral("complainantName"));
        robot.commit(QStringLiteral("张三"));
        robot.key(Qt::Key_Return);
        QCOMPARE(robot.focused(), QStringLiteral("channel"));
    }

    void enterIsANewLineInTheStoryAndTabLeaves()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("content"));
        robot.commit(QStringLiteral("外箱破损"));
        robot.key(Qt::Key_Return);
        robot.commit(QStringLiteral("漏了三瓶"));
        QCOMPARE(form->cell(QStringLiteral("content"))->value().toString(),
                 QStringLiteral("外箱破损\n漏了三瓶"));
        robot.key(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(robot.focused(), QStringLiteral("demandKinds"));
    }

    void fullWidthPhonesBecomeReadable()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("phone"));
        robot.commit(QStringLiteral("１３８００１３８０００"));
        robot.key(Qt::Key_Return);
        QCOMPARE(qobject_cast<QLineEdit *>(form->cell(QStringLiteral("phone"))->editor())->text(),
                 QStringLiteral("138 0013 8000"));
        QCOMPARE(form->cell(QStringLiteral("phone"))->value().toString(),
                 QStringLiteral("13800138000"));
    }

    void aShortPhoneIsWarnedOfOnLeavingAndNotBefore()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("phone"));
        robot.latin(QStringLiteral("1380013800"));
        QVERIFY(form->messageOf(QStringLiteral("phone")).isEmpty());
        robot.key(Qt::Key_Return);
        QVERIFY(!form->messageOf(QStringLiteral("phone")).isEmpty());
        form->focusField(QStringLiteral("phone"));
        robot.key(Qt::Key_End);
        robot.latin(QStringLiteral("0"));
        QVERIFY(form->messageOf(QStringLiteral("phone")).isEmpty());
    }

    void aTimeNotUnderstoodIsKeptAsTyped()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("occurredAt"));
        robot.commit(QStringLiteral("前年八月"));
        robot.key(Qt::Key_Tab);
        const ComplaintDraft draft = form->draft();
        QCOMPARE(draft.raw.value(QStringLiteral("occurredAt")).toString(),
                 QStringLiteral("前年八月"));
        QVERIFY(!draft.fields.contains(QStringLiteral("occurredAt")));
    }

    void twoDotsRepeatThePreviousCase()
    {
        const auto form = grid();
        form->setPrevious({{QStringLiteral("address"), QStringLiteral("文三路 18 号")}});
        support::Robot robot(*form);
        form->focusField(QStringLiteral("address"));
        robot.latin(QStringLiteral(".."));
        QCOMPARE(form->cell(QStringLiteral("address"))->value().toString(),
                 QStringLiteral("文三路 18 号"));
    }

    void spaceSigns()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("recorderSign"));
        robot.key(Qt::Key_Space);
        const QJsonObject sign = form->cell(QStringLiteral("recorderSign"))->value().toObject();
        QCOMPARE(sign.value(QStringLiteral("name")).toString(), QStringLiteral("王姐"));
        QCOMPARE(sign.value(QStringLiteral("at")).toInteger(), m_bench.now->utcMs());
    }

    void whoRefusesToSignIsTakenDownBeforeAWitness()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("complainantSign"));
        robot.key(Qt::Key_F7);
        QCOMPARE(robot.focused(), QStringLiteral("refusalName"));
        robot.commit(QStringLiteral("张三"));
        robot.key(Qt::Key_Return);
        QCOMPARE(robot.focused(), QStringLiteral("refusalWitness"));
        robot.key(Qt::Key_Return);
        robot.key(Qt::Key_Return); // without a witness it does not count
        QCOMPARE(robot.focused(), QStringLiteral("refusalWitness"));
        QVERIFY(form->cell(QStringLiteral("complainantSign"))->isBlank());
        const auto *told =
            form->window()->findChild<InlineMessage *>(QStringLiteral("refusalTold"));
        QVERIFY(told && told->isVisible());
        QCOMPARE(told->height(), told->heightFor(told->width()));
        robot.commit(QStringLiteral("李四"));
        QVERIFY(!told->isVisible());
        robot.key(Qt::Key_Tab);
        QCOMPARE(robot.focused(), QStringLiteral("refusalReason"));
        robot.commit(QStringLiteral("不认可"));
        robot.key(Qt::Key_Return);
        QCOMPARE(robot.focused(), QStringLiteral("complainantSign"));
        const QJsonObject refusal{{QStringLiteral("name"), QStringLiteral("张三")},
                                  {QStringLiteral("refused"), true},
                                  {QStringLiteral("witness"), QStringLiteral("李四")},
                                  {QStringLiteral("reason"), QStringLiteral("不认可")},
                                  {QStringLiteral("at"), m_bench.now->utcMs()}};
        QCOMPARE(form->cell(QStringLiteral("complainantSign"))->value().toObject(), refusal);
    }

    void escapeLeavesTheSignatureAsItWas()
    {
        const auto form = grid();
        support::Robot robot(*form);
        form->focusField(QStringLiteral("complainantSign"));
        robot.commit(QStringLiteral("张三"));
        robot.key(Qt::Key_F7);
        QCOMPARE(robot.focused(), QStringLiteral("refusalWitness")); // the name is known
        robot.commit(QStringLiteral("李四"));
        robot.key(Qt::Key_Escape);
        QCOMPARE(robot.focused(), QStringLiteral("complainantSign"));
        QCOMPARE(form->cell(QStringLiteral("complainantSign"))->value().toObject(),
                 (QJsonObject{{QStringLiteral("name"), QStringLiteral("张三")}}));
    }

    void aDraftComesBackAsItWas()
    {
        const auto form = grid();
        ComplaintDraft draft;
        draft.sheet = QStringLiteral("F-01/1");
        draft.startedAt = *m_bench.now;
        draft.fields = {{QStringLiteral("phone"), QStringLiteral("057112345678")},
                        {QStringLiteral("complainantName"), QStringLiteral("张三")},
                        {QStringLiteral("channel"), QStringLiteral("GovernmentHotline")},
                        {QStringLiteral("content"), QStringLiteral("一\n二")},
                        {QStringLiteral("demandKinds"),
                         QJsonArray{QStringLiteral("Return"), QStringLiteral("Apology")}},
                        {QStringLiteral("confidential"), true},
                        {QStringLiteral("occurredAt"), m_bench.now->utcMs() / 60000 * 60000},
                        {QStringLiteral("recorderSign"),
                         QJsonObject{{QStringLiteral("name"), QStringLiteral("王姐")},
                                     {QStringLiteral("at"), m_bench.now->utcMs()}}},
                        {QStringLiteral("resultSummary"), QStringLiteral("不在这一页上")}};
        draft.raw = {{QStringLiteral("receivedAt"), QStringLiteral("前年八月")}};
        form->setDraft(draft);
        const ComplaintDraft again = form->draft();
        QCOMPARE(again.fields, draft.fields);
        QCOMPARE(again.raw, draft.raw);
        form->setDraft(again);
        QCOMPARE(form->draft().fields, draft.fields);
    }

    void findingsStandAtTheirFieldAndTheRestComesBack()
    {
        const auto form = grid();
        const Finding there{QStringLiteral("forms.moment.unclear"),
                            Severity::Refusal,
                            QStringLiteral("occurredAt"),
                            {{QStringLiteral("text"), QStringLiteral("x")}}};
        const Finding elsewhere{QStringLiteral("forms.moment.unclear"),
                                Severity::Refusal,
                                QStringLiteral("replyAt"),
                                {{QStringLiteral("text"), QStringLiteral("y")}}};
        QCOMPARE(form->showFindings({there, elsewhere}), Findings{elsewhere});
        QVERIFY(form->cell(QStringLiteral("occurredAt"))
                    ->editor()
                    ->accessibleDescription()
                    .contains(QStringLiteral("x")));
        QCOMPARE(form->firstFindingField(), QStringLiteral("occurredAt"));
    }

    void narrowWindowsReflow()
    {
        const auto form = grid();
        const int han = hanWidth(form->font());
        QCOMPARE(form->shapeFor(51 * han), PaperGrid::Shape::Paper);
        QCOMPARE(form->shapeFor(50 * han), PaperGrid::Shape::TwoPairs);
        QCOMPARE(form->shapeFor(39 * han), PaperGrid::Shape::OnePair);
    }

    void noEditorIsCutOrCovered_data()
    {
        QTest::addColumn<int>("han");
        QTest::addColumn<double>("points");
        for (const int han : {36, 45, 60, 90}) {
            for (const double points : {10.5, 14.0, 21.0}) {
                QTest::addRow("%d Han at %.1f pt", han, points) << han << points;
            }
        }
    }

    void noEditorIsCutOrCovered()
    {
        QFETCH(int, han);
        QFETCH(double, points);
        const auto form = grid();
        QFont font = form->font();
        font.setPointSizeF(points);
        form->setFont(font);
        form->show();
        const int width = han * hanWidth(font);
        form->resize(width, form->heightForWidth(width));
        QVector<QRect> seen;
        for (const QString &field : form->fieldOrder()) {
            const QRect rect = form->cell(field)->editor()->geometry();
            QVERIFY2(form->rect().contains(rect), qPrintable(field));
            QVERIFY2(rect.height() >= form->cell(field)->heightFor(rect.width()),
                     qPrintable(field));
            for (const QRect &other : seen) {
                QVERIFY2(!other.intersects(rect), qPrintable(field));
            }
            seen.append(rect);
        }
    }
};

QTEST_MAIN(TestPapergrid)
#include "tst_papergrid.moc"
