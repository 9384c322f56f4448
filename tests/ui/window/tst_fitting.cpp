// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every page in both languages and all sizes of letters: no word is cut, nothing lies beyond the
// edge of the window, no form and no list scrolls sideways.

#include <forms/theme.h>
#include <support/windowbench.h>
#include <window/caselistpage.h>
#include <window/caseview.h>
#include <window/inkview.h>
#include <window/regulationpage.h>
#include <window/steppane.h>

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

constexpr int kHair = 2;    ///< pixels lost to rounding are no cut
constexpr int kFewHan = 6;  ///< a column of words holds as many
constexpr int kFewest = 15; ///< widgets of the emptiest page

/// What of a window cannot be read as it stands.
class CutFinder
{
public:
    explicit CutFinder(const QWidget &window)
        : m_window(window)
    {
        for (auto *widget : window.findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->window() == &window) {
                look(*widget);
            }
        }
    }

    [[nodiscard]] const QStringList &found() const { return m_found; }

    [[nodiscard]] int looked() const { return m_looked; }

private:
    void blame(const QWidget &widget, const QString &what)
    {
        const auto *parent = widget.parentWidget();
        m_found.append(u"%1 (%2, in %3): %4"_s.arg(
            QString::fromLatin1(widget.metaObject()->className()),
            widget.accessibleName().left(30),
            QString::fromLatin1(parent ? parent->metaObject()->className() : ""),
            what));
    }

    /// Pages for paper, and the many columns of a regulation, are looked at by scrolling.
    static bool mayScroll(const QWidget &widget)
    {
        const bool table = qobject_cast<const QTableWidget *>(&widget) != nullptr;
        for (const auto *at = &widget; at; at = at->parentWidget()) {
            if (qobject_cast<const InkView *>(at) ||
                (table && qobject_cast<const RegulationPage *>(at))) {
                return true;
            }
        }
        return false;
    }

    /// No column so narrow that its words break letter by letter.
    void lookAtTable(const QTableWidget &table)
    {
        const auto few = hanWidth(table.font()) * kFewHan;
        for (int column = 0; column < table.columnCount(); ++column) {
            int words = 0;
            for (int row = 0; row < table.rowCount(); ++row) {
                const auto *item = table.item(row, column);
                words =
                    std::max(words, item ? table.fontMetrics().horizontalAdvance(item->text()) : 0);
            }
            const auto needed = std::min(few, words);
            if (!table.isColumnHidden(column) && table.columnWidth(column) < needed) {
                blame(table,
                      u"column %1 has %2 of %3"_s.arg(column)
                          .arg(table.columnWidth(column))
                          .arg(needed));
            }
        }
    }

    void look(QWidget &widget)
    {
        ++m_looked;
        const QRect place(widget.mapTo(&m_window, QPoint()), widget.size());
        const bool inside = place.left() >= -kHair && place.right() <= m_window.width() + kHair;
        if (!inside && !mayScroll(widget)) {
            blame(widget, u"beyond the edge, %1…%2"_s.arg(place.left()).arg(place.right()));
        }
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(&widget)) {
            const auto *bar = area->horizontalScrollBar();
            if (bar->maximum() > bar->minimum() &&
                area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff && !mayScroll(widget)) {
                blame(widget, u"scrolls sideways by %1"_s.arg(bar->maximum()));
            }
        }
        if (const auto *table = qobject_cast<const QTableWidget *>(&widget)) {
            lookAtTable(*table);
        } else if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
            lookAtLabel(*label);
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
            if (!button->text().isEmpty() &&
                button->width() + kHair < button->minimumSizeHint().width()) {
                blame(widget,
                      u"“%1” has %2 of %3"_s.arg(button->text())
                          .arg(button->width())
                          .arg(button->minimumSizeHint().width()));
            }
        } else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
            const auto needed = box->fontMetrics().horizontalAdvance(box->currentText());
            if (box->width() < needed) {
                blame(widget, u"“%1” is cut"_s.arg(box->currentText()));
            }
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                if (!tabs->isTabVisible(i)) {
                    continue;
                }
                const auto needed =
                    tabs->fontMetrics().horizontalAdvance(QString(tabs->tabText(i)).remove(u'&'));
                if (tabs->tabRect(i).width() < needed) {
                    blame(widget, u"the tab “%1” is cut"_s.arg(tabs->tabText(i)));
                }
            }
        }
    }

    void lookAtLabel(const QLabel &label)
    {
        if (label.text().isEmpty() || !label.pixmap().isNull() ||
            label.textFormat() == Qt::RichText) {
            return;
        }
        const auto room = label.contentsRect();
        if (label.wordWrap()) {
            const auto needed = label.heightForWidth(label.width());
            if (label.height() + kHair < needed) {
                blame(label,
                      u"“%1” has %2 of %3 lines' height"_s.arg(label.text().left(40))
                          .arg(label.height())
                          .arg(needed));
            }
            return;
        }
        int needed = 0;
        for (const auto &line : QString(label.text()).remove(u'&').split(u'\n')) {
            needed = std::max(needed, label.fontMetrics().horizontalAdvance(line));
        }
        if (room.width() + kHair < needed) {
            blame(label,
                  u"“%1” has %2 of %3"_s.arg(label.text().left(40)).arg(room.width()).arg(needed));
        }
        if (room.height() + kHair < label.fontMetrics().height()) {
            blame(label, u"“%1” is too low"_s.arg(label.text().left(40)));
        }
    }

    const QWidget &m_window;
    QStringList m_found;
    int m_looked = 0;
};

ComplaintDraft complaint()
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"王某"_s},
                    {u"phone"_s, u"13800138000"_s},
                    {u"category"_s, u"服务态度"_s},
                    {u"content"_s, u"送货员态度生硬，要求道歉。"_s}};
    draft.sheet = u"F-01/1"_s;
    return draft;
}

} // namespace

class TestFitting : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { m_letters = QApplication::font(); }

    void cleanup() { QApplication::setFont(m_letters); }

    void everyPage_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<double>("points");
        QTest::addColumn<int>("width");
        for (const auto language : {Language::Chinese, Language::English}) {
            for (const double points : {10.0, 12.0, 14.0, 16.0, 21.0}) {
                for (const int width : {1366, 1024}) {
                    QTest::addRow("%s %g pt %d px",
                                  language == Language::Chinese ? "zh" : "en",
                                  points,
                                  width)
                        << language << points << width;
                }
            }
        }
    }

    void everyPage()
    {
        QFETCH(Language, language);
        QFETCH(double, points);
        QFETCH(int, width);
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(HUIYIN_BIN_DIR "/../app/entry/huiyin_") +
                           (language == Language::Chinese ? u"zh_CN.qm"_s : u"en.qm"_s)));
        QCoreApplication::installTranslator(&words);
        auto letters = m_letters;
        letters.setPointSizeF(points);
        QApplication::setFont(letters);
        support::WindowBench bench(u"standard"_s, language);
        bench.window->resize(width, width == 1024 ? 740 : 708);
        const auto id = bench.desk->record(complaint())->caseFile->id;
        const auto second = bench.desk->record(complaint())->caseFile->id;
        const auto done =
            bench.desk->act(second, u"result"_s, {{u"resultSummary"_s, u"情况属实"_s}});
        QVERIFY(done && !refuses(done->findings));
        emit bench.desk->registerChanged();
        QTRY_COMPARE(bench.window->listPage()->model().rowCount(), 2);
        m_faults.clear();
        look(bench, u"list"_s);
        for (const auto *command : {"case.new",
                                    "search.open",
                                    "tasks.open",
                                    "inbox.open",
                                    "calendar.open",
                                    "drafts.open",
                                    "regulation.open",
                                    "help.keys"}) {
            emit bench.shell().commands.triggered(QString::fromLatin1(command));
            QTRY_VERIFY(bench.shell().jobs.jobs().isEmpty());
            look(bench, QString::fromLatin1(command));
            if (auto *page = qobject_cast<RegulationPage *>(bench.window->currentPage())) {
                auto *tabs = page->findChild<QTabWidget *>();
                for (int tab = 0; tab < tabs->count(); ++tab) {
                    tabs->setCurrentIndex(tab);
                    look(bench, u"regulation, "_s + tabs->tabText(tab));
                }
            }
            emit bench.shell().commands.triggered(u"tab.close"_s);
        }
        for (const auto &each : {id, second}) {
            bench.window->openCase(each);
            auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
            auto *tabs = view->findChild<QTabWidget *>();
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                look(bench, u"case, "_s + tabs->tabText(tab));
            }
            auto *pane = view->findChild<StepPane *>();
            tabs->setCurrentWidget(pane);
            auto *steps = pane->findChild<QListWidget *>();
            for (int step = 0; step < steps->count(); ++step) {
                steps->setCurrentRow(step);
                look(bench, u"step, "_s + steps->item(step)->text());
            }
        }
        QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.value(0)));
    }

private:
    void look(support::WindowBench &bench, const QString &where)
    {
        for (int turn = 0; turn < 4; ++turn) {
            QCoreApplication::processEvents();
        }
        const CutFinder finder(*bench.window);
        if (finder.looked() < kFewest) {
            m_faults.append(where + u": hardly anything was looked at"_s);
        }
        for (const auto &fault : finder.found()) {
            m_faults.append(where + u": "_s + fault);
            qWarning().noquote() << m_faults.last();
        }
    }

    QFont m_letters;
    QStringList m_faults;
};

QTEST_MAIN(TestFitting)
#include "tst_fitting.moc"
