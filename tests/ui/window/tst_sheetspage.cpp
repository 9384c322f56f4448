// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/windowbench.h>
#include <window/inkview.h>
#include <window/sheetspage.h>

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

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

QPushButton *button(const QWidget &within, const QString &words)
{
    for (auto *one : within.findChildren<QPushButton *>()) {
        if (one->text() == words) {
            return one;
        }
    }
    qFatal("no button %s", qPrintable(words));
    return nullptr;
}

/// Everything on the pages of the preview.
QString printed(const SheetsPage &page)
{
    QString text;
    for (const auto &one : page.preview()->document().pages) {
        for (const auto &words : one.texts) {
            text += words.line.text;
        }
    }
    return text;
}

QTreeWidgetItem *wordsItem(const SheetsPage &page, const QString &field)
{
    const auto *tree = page.rows();
    for (int row = 0; row < tree->topLevelItemCount(); ++row) {
        auto *item = tree->topLevelItem(row);
        for (int i = 0; i < item->childCount(); ++i) {
            if (item->child(i)->toolTip(0) == field) {
                return item->child(i);
            }
        }
    }
    qFatal("no words of %s", qPrintable(field));
    return nullptr;
}

} // namespace

class TestSheetsPage : public QObject
{
    Q_OBJECT

private slots:

    void everyFormStandsInTheListAndIsShownAsItPrints()
    {
        support::WindowBench bench;
        SheetsPage page(bench.shell());
        QCOMPARE(page.list()->count(), static_cast<int>(bench.desk->sheets().size()));
        for (int row = 0; row < page.list()->count(); ++row) {
            page.list()->setCurrentRow(row);
            QVERIFY(!page.preview()->document().pages.isEmpty());
            const auto id = page.list()->currentItem()->data(Qt::UserRole).toString();
            QVERIFY2(page.faults()->rowCount() == 0, qPrintable(id));
            QVERIFY(page.text().contains("\"" + id.toLatin1() + "\""));
        }
    }

    void wordsAreChangedOnThePageAndSavedAsAVersion()
    {
        support::WindowBench bench;
        SheetsPage page(bench.shell());
        page.choose(u"F-02"_s);
        auto *save = button(page, u"Save as a new version"_s);
        QVERIFY(!save->isEnabled());
        wordsItem(page, u"complaintNo"_s)->setText(0, u"流转号码"_s);
        QTRY_VERIFY(page.text().contains("流转号码"));
        QVERIFY(printed(page).contains(u"流转号码"_s));
        QVERIFY(save->isEnabled());
        save->click();
        QVERIFY(bench.desk->sheets().value(u"F-02"_s).key().startsWith(u"F-02/2-"));
        QVERIFY(!save->isEnabled());
        auto *restore = button(page, u"Back to the built-in form"_s);
        QVERIFY(restore->isEnabled());
        restore->setFocus();
        restore->click();
        QCOMPARE(bench.desk->sheets().value(u"F-02"_s).key(), u"F-02/1"_s);
        QVERIFY(!restore->isEnabled());
        QCOMPARE(page.focusWidget(), page.list());
        QVERIFY(!printed(page).contains(u"流转号码"_s));
    }

    void aRowWithoutItsTickIsNotPrintedAndARequiredOneKeepsIt()
    {
        support::WindowBench bench;
        SheetsPage page(bench.shell());
        page.choose(u"F-02"_s);
        auto *row = wordsItem(page, u"dueAt"_s)->parent();
        QVERIFY(printed(page).contains(u"办理期限"_s));
        row->setCheckState(0, Qt::Unchecked);
        QTRY_VERIFY(!printed(page).contains(u"办理期限"_s));
        const auto *required = wordsItem(page, u"complaintNo"_s)->parent();
        QCOMPARE(required->checkState(0), Qt::Checked);
        QVERIFY(!required->flags().testFlag(Qt::ItemIsUserCheckable));
    }

    void rowsMoveAndGetMore()
    {
        support::WindowBench bench;
        SheetsPage page(bench.shell());
        page.choose(u"F-02"_s);
        auto *tree = page.rows();
        const auto rows = tree->topLevelItemCount();
        const auto second = tree->topLevelItem(1)->child(0)->text(0);
        tree->setCurrentItem(tree->topLevelItem(0));
        button(page, u"Down"_s)->click();
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), second);
        auto *field = named<QComboBox>(page, u"Field of the new row"_s);
        field->setCurrentIndex(field->findData(u"witness"_s));
        button(page, u"Add row below"_s)->click();
        QCOMPARE(tree->topLevelItemCount(), rows + 1);
        QVERIFY(page.text().contains("label = \"witness\""));
        QVERIFY(printed(page).contains(bench.shell().library->catalogue.field(u"witness"_s)->zh));
    }

    void columnsOfARegisterAreHiddenMovedAndAdded()
    {
        support::WindowBench bench;
        SheetsPage page(bench.shell());
        page.choose(u"F-03"_s);
        auto *tree = page.rows();
        QCOMPARE(tree->topLevelItem(4)->text(0), u"方式"_s);
        QVERIFY(printed(page).contains(u"方式"_s));
        tree->topLevelItem(4)->setCheckState(0, Qt::Unchecked);
        QTRY_VERIFY(!printed(page).contains(u"方式"_s));
        tree->setCurrentItem(tree->topLevelItem(4));
        button(page, u"Left"_s)->click();
        QCOMPARE(tree->topLevelItem(3)->text(0), u"方式"_s);
        tree->topLevelItem(3)->setText(0, u"渠道"_s);
        QTRY_VERIFY(page.text().contains("渠道"));
        tree->topLevelItem(3)->setCheckState(0, Qt::Checked);
        QTRY_VERIFY(printed(page).contains(u"渠道"_s));
        auto *field = named<QComboBox>(page, u"Field of the new row"_s);
        field->setCurrentIndex(field->findData(u"ownField01"_s));
        auto *add = button(page, u"Add column behind"_s);
        add->click(); // a field of one's own needs a name
        QVERIFY(!page.text().contains("ownField01"));
        named<QLineEdit>(page, u"Label of the new row"_s)->setText(u"网格"_s);
        add->click();
        QVERIFY(printed(page).contains(u"网格"_s));
        auto *save = button(page, u"Save as a new version"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QVERIFY(bench.desk->sheets().value(u"F-03"_s).shownFields().contains(u"ownField01"_s));
    }

    void aVariantHasTheRowsOfItsBase()
    {
        support::WindowBench bench;
        SheetsPage page(bench.shell());
        page.choose(u"F-01-bld"_s);
        QVERIFY(!button(page, u"Save as a new version"_s)->isEnabled());
        QVERIFY(printed(page).contains(u"单元号码"_s));
        auto *row = wordsItem(page, u"witness"_s)->parent();
        row->setCheckState(0, Qt::Unchecked);
        QTRY_VERIFY(!printed(page).contains(u"证明人"_s));
        button(page, u"Save as a new version"_s)->click();
        const Sheet own = bench.desk->sheets().value(u"F-01-bld"_s);
        QVERIFY(!own.shownFields().contains(u"witness"_s));
        QVERIFY(bench.desk->sheets().value(u"F-01"_s).shownFields().contains(u"witness"_s));
        button(page, u"Back to the built-in form"_s)->click();
        QVERIFY(bench.desk->sheets().value(u"F-01-bld"_s).shownFields().contains(u"witness"_s));
    }

    void aWrongTextSaysLineAndColumnAndCannotBeSaved()
    {
        support::WindowBench bench;
        SheetsPage page(bench.shell());
        page.choose(u"F-02"_s);
        const auto before = printed(page);
        auto text = QString::fromUtf8(page.text());
        const auto at = text.indexOf(u"span = 2 }"_s);
        text.replace(at, 4, u"spam"_s);
        page.editor()->setPlainText(text);
        page.look();
        const auto line = static_cast<int>(text.left(at).count(u'\n')) + 1;
        bool told = false;
        for (int row = 0; row < page.faults()->rowCount(); ++row) {
            told = told || (page.faults()->item(row, 0)->text().toInt() == line &&
                            page.faults()->item(row, 1)->text().toInt() > 1);
        }
        QVERIFY(told);
        QVERIFY(!button(page, u"Save as a new version"_s)->isEnabled());
        QCOMPARE(printed(page), before);
    }

    void whatWasNotSavedIsThereAgain()
    {
        support::WindowBench bench;
        QByteArray typed;
        {
            SheetsPage page(bench.shell());
            page.choose(u"F-02"_s);
            page.editor()->setPlainText(
                QString::fromUtf8(page.text()).replace(u"登记编号"_s, u"号"_s));
            page.keep();
            typed = page.text();
        }
        SheetsPage page(bench.shell());
        page.choose(u"F-02"_s);
        QCOMPARE(page.text(), typed);
        QVERIFY(button(page, u"Save as a new version"_s)->isEnabled());
        button(page, u"Throw them away"_s)->click();
        QVERIFY(page.text().contains("登记编号"));
        page.keep();
        SheetsPage third(bench.shell());
        third.choose(u"F-02"_s);
        QVERIFY(third.text().contains("登记编号"));
    }
};

QTEST_MAIN(TestSheetsPage)
#include "tst_sheetspage.moc"
