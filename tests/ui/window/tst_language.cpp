// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/windowbench.h>
#include <window/caselistpage.h>
#include <window/caseview.h>
#include <window/importpage.h>
#include <window/intakepage.h>
#include <window/reportpage.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// What the register itself says; the window only repeats it.
const QStringList kRecorded = {u"城东分公司"_s};

/// The texts of a window that are in Chinese without being data.
class HanFinder
{
public:
    explicit HanFinder(const QWidget &window)
    {
        for (const auto *widget : window.findChildren<QWidget *>()) {
            look(*widget);
        }
    }

    [[nodiscard]] const QStringList &found() const { return m_found; }

    [[nodiscard]] int looked() const { return m_looked; }

private:
    void take(const QWidget &where, QString text)
    {
        ++m_looked;
        for (const auto &data : kRecorded) {
            text.remove(data);
        }
        static const QRegularExpression kHan(u"\\p{Han}"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
        if (text.contains(kHan)) {
            m_found.append(QString::fromLatin1(where.metaObject()->className()) + u": "_s + text);
        }
    }

    void look(const QWidget &widget)
    {
        take(widget, widget.accessibleName());
        take(widget, widget.toolTip());
        take(widget, widget.windowTitle());
        if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
            take(widget, label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
            take(widget, button->text());
        } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
            take(widget, line->placeholderText());
        } else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
            for (int i = 0; i < box->count(); ++i) {
                take(widget, box->itemText(i));
            }
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                take(widget, tabs->tabText(i));
            }
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
            const auto *model = view->model();
            for (int column = 0; model && column < model->columnCount(); ++column) {
                take(widget, model->headerData(column, Qt::Horizontal).toString());
                for (int row = 0; row < std::min(model->rowCount(), 50); ++row) {
                    take(widget, model->index(row, column).data().toString());
                }
            }
        }
    }

    QStringList m_found;
    int m_looked = 0;
};

void command(support::WindowBench &bench, const QString &id)
{
    emit bench.shell().commands.triggered(id);
    QCoreApplication::processEvents();
}

CaseId recorded(support::WindowBench &bench)
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"Smith"_s},
                    {u"phone"_s, u"13800138000"_s},
                    {u"category"_s, u"Service"_s},
                    {u"severity"_s, u"Serious"_s},
                    {u"content"_s, u"The driver was rude."_s}};
    draft.sheet = u"F-01/1"_s;
    const auto outcome = bench.desk->record(draft);
    if (!outcome || !outcome->caseFile) {
        qFatal("not recorded");
    }
    return outcome->caseFile->id;
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:

    void noPageKeepsChineseWordsInEnglish_data()
    {
        QTest::addColumn<QString>("regulation");
        QTest::newRow("standard") << u"standard"_s;
        QTest::newRow("business") << u"tob"_s;
    }

    void noPageKeepsChineseWordsInEnglish()
    {
        QFETCH(QString, regulation);
        support::WindowBench bench(regulation, Language::English);
        const auto id = recorded(bench);
        bench.window->listPage()->refresh();
        QFile file(bench.folder() + u"/old.csv"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Received,Name,Phone,Details\n2026-02-31,Smith,138,rude\n");
        file.close();
        for (const auto *page : {"case.new",
                                 "report.open",
                                 "calendar.open",
                                 "search.open",
                                 "drafts.open",
                                 "help.keys"}) {
            command(bench, QString::fromLatin1(page));
        }
        bench.window->openCase(id);
        QTRY_COMPARE(bench.shell().jobs.jobs().size(), 0);
        QTRY_VERIFY(!bench.window->listPage()->model().loading());
        const HanFinder finder(*bench.window);
        QVERIFY(finder.looked() > 500);
        QVERIFY2(finder.found().isEmpty(), qPrintable(finder.found().join(u'\n')));
    }

    void everyMenuSpeaksEnglish()
    {
        support::WindowBench bench(u"standard"_s, Language::English);
        QStringList han;
        static const QRegularExpression kHan(u"\\p{Han}"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
        for (const auto *action : bench.window->menuBar()->findChildren<QAction *>()) {
            // The way back must be readable for who reads only the other language.
            const bool wayBack =
                action->text().contains(u"语言"_s) || action->text().contains(u"中文"_s);
            if (!wayBack && action->text().contains(kHan)) {
                han.append(action->text());
            }
        }
        QVERIFY2(han.isEmpty(), qPrintable(han.join(u'\n')));
    }

    void reportsSpeakEnglish()
    {
        support::WindowBench bench(u"standard"_s, Language::English);
        recorded(bench);
        ReportPage page(bench.shell());
        page.setPeriod(Period::month(2026, 4));
        auto *list = page.findChild<QListWidget *>();
        static const QRegularExpression kHan(u"\\p{Han}"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
        int tables = 0;
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            QTRY_VERIFY(!page.counting());
            if (!page.table()) {
                continue;
            }
            ++tables;
            QStringList words = {
                page.table()->title, page.table()->period, page.table()->unit, page.table()->check};
            words += page.table()->signOff + page.table()->notes;
            for (const auto &column : page.table()->columns) {
                words.append(column.head);
            }
            for (const auto &line : page.table()->rows) {
                for (const auto &cell : line.cells) {
                    words.append(cell.text);
                }
            }
            auto text = words.join(u'\n');
            for (const auto &data : kRecorded) {
                text.remove(data);
            }
            QVERIFY2(!text.contains(kHan), qPrintable(text));
        }
        QVERIFY(tables >= 4);
    }

    void theSameWindowInChineseSpeaksChinese()
    {
        support::WindowBench bench(u"standard"_s, Language::Chinese);
        bench.window->openCase(recorded(bench));
        QVERIFY(!HanFinder(*bench.window).found().isEmpty());
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
