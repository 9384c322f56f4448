// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>
#include <forms/followselection.h>
#include <forms/theme.h>
#include <forms/wraprow.h>
#include <paper/sheetpainter.h>
#include <paper/tablepainter.h>
#include <report/fileremarks.h>
#include <report/tables.h>
#include <window/banner.h>
#include <window/inkview.h>
#include <window/panejob.h>
#include <window/reportpage.h>
#include <window/soldpane.h>

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace huiyin {

namespace {

enum Kind { Week, Month, Quarter, Year, Range };

constexpr int kWeeksBack = 60;
constexpr int kMonthsBack = 36;
constexpr int kQuartersBack = 12;
constexpr int kYearsBack = 8;
constexpr double kListHan = 14;
constexpr auto kLedger = "F-03";
constexpr auto kByProduct = "S-06";

/// A name with air above and below, so that what marks the chosen one does not touch its letters.
class NameDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const int air = option.fontMetrics.height() / 5 * 2;
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, air);
    }
};

} // namespace

ReportPage::ReportPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_period(Period::lastMonthBefore(shell.desk.now().localDay()))
    , m_said(new Banner(this))
    , m_kind(new QComboBox(this))
    , m_choice(new QComboBox(this))
    , m_range(new QLineEdit(this))
    , m_reports(new QListWidget(this))
    , m_pages(new QLabel(this))
    , m_check(new QLabel(this))
    , m_view(new InkView(this))
    , m_soldPane(new SoldPane(shell, this))
    , m_busy(new PaneJob(shell.jobs, m_view))
{
    const auto unit = spacingUnit(font());
    m_kind->addItem(tr("Week"));
    m_kind->addItem(tr("Month"));
    m_kind->addItem(tr("Quarter"));
    m_kind->addItem(tr("Year"));
    m_kind->addItem(tr("From – to"));
    m_kind->setCurrentIndex(Month);
    m_kind->setAccessibleName(tr("Kind of period"));
    m_choice->setAccessibleName(tr("Period"));
    m_range->setAccessibleName(tr("From – to"));
    m_range->setPlaceholderText(QStringLiteral("2026-01-05..2026-02-07"));
    m_range->hide();
    auto *row = new WrapRow;
    row->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    row->setSpacing(unit * 2);
    row->addWidget(m_kind);
    row->addWidget(m_choice);
    row->addWidget(m_range);
    row->addSpacing(unit * 3);
    const auto addButton = [&](const QString &iconName, const QString &words, auto act) {
        auto *button = new QPushButton(Theme::icon(iconName), words, this);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        m_buttons.append(button);
        return button;
    };
    addButton(QStringLiteral("printer"), tr("Print…"), [this] {
        perform(QStringLiteral("case.print"));
    })->setDefault(true);
    addButton(QStringLiteral("file-type-pdf"), tr("PDF…"), [this] {
        perform(QStringLiteral("file.pdf"));
    });
    m_files = {addButton(QStringLiteral("file-spreadsheet"),
                         tr("Excel…"),
                         [this] { saveAs(QStringLiteral("xlsx")); }),
               addButton(QStringLiteral("file-type-csv"), tr("CSV…"), [this] {
                   saveAs(QStringLiteral("csv"));
               })};
    m_copy = addButton(QStringLiteral("copy"), tr("Copy"), [this] { copy(true); });
    m_sold = addButton(QStringLiteral("edit"), tr("Units sold…"), [this] { openSold(); });
    m_meeting =
        addButton(QStringLiteral("files"), tr("Meeting papers…"), [this] { saveMeeting(); });
    m_meeting->setToolTip(
        tr("One PDF: cover, monthly report, all tables with their lists, proposals"));
    const auto onKeys = [this](const QKeySequence &keys, auto act) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    onKeys(QKeySequence::Copy, [this] { copy(false); });
    onKeys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { copy(true); });
    row->addStretch();
    row->addWidget(m_pages);

    m_reports->setFrameShape(QFrame::NoFrame);
    m_reports->setAccessibleName(tr("Reports"));
    m_reports->setItemDelegate(new NameDelegate(m_reports));
    m_reports->setWordWrap(true);
    for (const auto &name : reportNames()) {
        if (name.id != QLatin1String("statistics") && name.id != QLatin1String(kLedger)) {
            auto *item = new QListWidgetItem(
                shell.language == Language::Chinese ? name.zh : name.en, m_reports);
            item->setData(Qt::UserRole, name.id);
        }
    }
    for (const auto &sheet : shell.desk.sheets()) {
        if (sheet.isOfPeriod()) {
            auto *item = new QListWidgetItem(
                shell.language == Language::Chinese ? sheet.zh : sheet.en, m_reports);
            item->setData(Qt::UserRole, sheet.id);
        }
    }
    m_reports->setCurrentRow(0);
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(unit * 2, 0, 0, 0);
    middle->setSpacing(unit * 2);
    middle->addWidget(m_reports);
    middle->addWidget(m_view, 1);
    middle->addWidget(m_soldPane, 1);

    m_check->setWordWrap(true);
    m_close = new QPushButton(Theme::icon(QStringLiteral("checks")), QString(), this);
    m_close->hide();
    connect(m_close, &QPushButton::clicked, this, &ReportPage::askToClose);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(unit * 3, unit, unit * 3, unit);
    foot->setSpacing(unit * 2);
    foot->addWidget(m_check, 1);
    foot->addWidget(m_close, 0, Qt::AlignRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addLayout(row);
    column->addLayout(middle, 1);
    column->addLayout(foot);
    setFocusProxy(m_reports);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &ReportPage::fillPeriods);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ReportPage::choosePeriod);
    connect(m_range, &QLineEdit::editingFinished, this, &ReportPage::choosePeriod);
    connect(m_reports, &QListWidget::currentRowChanged, this, &ReportPage::chooseReport);
    followSelection(m_reports);
    connect(m_view, &InkView::moved, this, &ReportPage::showPage);
    connect(m_view, &InkView::markClicked, this, [this](int number) {
        const auto &mark = m_marks.at(number);
        emit listWanted(mark.filter, QStringLiteral("%1 %2").arg(periodWords(), mark.words));
    });
    m_soldPane->hide();
    connect(m_soldPane, &SoldPane::said, this, [this](const QString &text, Severity severity) {
        m_said->say(text, severity);
        m_said->offerDismissal();
    });
    connect(m_soldPane, &SoldPane::recorded, this, [this] { m_statistics.reset(); });
    connect(m_soldPane, &SoldPane::closed, this, [this] {
        m_soldPane->hide();
        m_view->show();
        chooseReport();
        m_reports->setFocus();
    });
    connect(m_busy, &PaneJob::stopped, this, [this] {
        m_said->say(tr("Counting was stopped."), Severity::Hint);
        m_said->offer(tr("Count again"), [this] {
            m_said->dismiss();
            count();
        });
        layOut();
    });
    fillPeriods();
}

void ReportPage::fillPeriods()
{
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    const bool chinese = m_shell.language == Language::Chinese;
    const auto today = m_shell.desk.now().localDay();
    const auto add = [&](const QString &text) {
        if (const auto period = Period::parse(text)) {
            m_choice->addItem(period->toText(chinese), text);
        }
    };
    int preset = 0;
    switch (m_kind->currentIndex()) {
    case Week:
        for (int back = 0; back < kWeeksBack; ++back) {
            int year = 0;
            const int week = today.toDate().addDays(-7 * back).weekNumber(&year);
            add(QStringLiteral("%1-W%2").arg(year).arg(week, 2, 10, QLatin1Char('0')));
        }
        preset = 1;
        break;
    case Month:
        for (int back = 0; back < kMonthsBack; ++back) {
            const auto month = today.toDate().addMonths(-back);
            add(month.toString(QStringLiteral("yyyy-MM")));
        }
        preset = 1;
        break;
    case Quarter:
        for (int back = 0; back < kQuartersBack; ++back) {
            const auto day = today.toDate().addMonths(-3 * back);
            add(QStringLiteral("%1-Q%2").arg(day.year()).arg((day.month() + 2) / 3));
        }
        preset = 1;
        break;
    case Year:
        for (int back = 0; back < kYearsBack; ++back) {
            add(QString::number(today.year() - back));
        }
        break;
    default:
        m_range->setText(
            QStringLiteral("%1..%2").arg(m_period.from().toString(), m_period.to().toString()));
    }
    m_choice->setVisible(m_kind->currentIndex() != Range);
    m_range->setVisible(m_kind->currentIndex() == Range);
    m_choice->setCurrentIndex(std::min(preset, m_choice->count() - 1));
    choosePeriod();
}

void ReportPage::choosePeriod()
{
    const auto text = m_kind->currentIndex() == Range ? m_range->text().trimmed()
                                                      : m_choice->currentData().toString();
    const auto period = Period::parse(text);
    if (!period) {
        report(m_shell.sentence(period.error()), {});
        return;
    }
    m_said->dismiss();
    m_period = *period;
    count();
}

void ReportPage::setPeriod(const Period &period)
{
    m_period = period;
    count();
}

bool ReportPage::counting() const { return m_busy->running(); }

QString ReportPage::chosenReport() const
{
    const auto *item = m_reports->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

const Sheet *ReportPage::chosenRegister() const
{
    const auto &sheets = m_shell.desk.sheets();
    const auto sheet = sheets.constFind(chosenReport());
    return sheet == sheets.constEnd() ? nullptr : &*sheet;
}

void ReportPage::openSold()
{
    QStringList products;
    if (m_statistics) {
        products = firstParts(m_statistics->by.value(Dimension::Product)).keys();
    }
    m_soldPane->open(m_period.to().toString().left(7), products);
    m_view->hide();
    m_soldPane->show();
    m_soldPane->setFocus();
}

void ReportPage::chooseReport()
{
    if (m_soldPane->isVisibleTo(this)) {
        m_soldPane->hide();
        m_view->show();
    }
    const QString wanted = chosenRegister() != nullptr ? chosenReport() : QString();
    if (wanted.isEmpty() ? m_statistics.has_value() : m_paper && m_counted == wanted) {
        m_busy->drop();
        layOut();
    } else if (!m_busy->running() || m_counted != wanted) {
        count();
    }
}

void ReportPage::count()
{
    m_statistics.reset();
    m_paper.reset();
    m_table.reset();
    m_marks.clear();
    const Sheet *sheet = chosenRegister();
    m_counted = sheet == nullptr ? QString() : sheet->id;
    m_busy->start(
        tr("Counting %1").arg(periodWords()),
        [here = QPointer<ReportPage>(this),
         period = m_period,
         sheet = sheet == nullptr ? std::nullopt : std::optional(*sheet)](
            Desk &desk, const Progress &progress) -> JobRunner::Finish {
            Counted counted;
            if (sheet) {
                counted.paper = registerPaper(
                    desk.reader(), *sheet, period, desk.now(), paperGround(desk), progress);
            } else {
                counted.statistics = countReport(desk.reader(), period, desk.now(), progress);
                const auto owed = monthToClose(desk.reader(), desk.now());
                counted.toClose = owed && *owed ? (*owed)->month : QString();
            }
            return [here, counted] {
                if (here) {
                    here->take(counted);
                }
            };
        },
        [here = QPointer<ReportPage>(this)](const Error &error) {
            if (here) {
                here->take({Result<Statistics>(error), std::nullopt, {}});
            }
        });
    updateButtons();
    m_check->hide();
    emit titleChanged();
}

void ReportPage::take(const Counted &counted)
{
    std::optional<Error> trouble;
    if (counted.statistics) {
        m_toClose = counted.toClose;
        if (*counted.statistics) {
            m_statistics = **counted.statistics;
        } else {
            trouble = counted.statistics->error();
        }
    }
    if (counted.paper) {
        if (*counted.paper) {
            m_paper = **counted.paper;
        } else {
            trouble = counted.paper->error();
        }
    }
    layOut();
    if (trouble) {
        report(m_shell.sentence(*trouble), {});
    }
}

bool ReportPage::exportable() const
{
    return m_table || (ready() && chosenReport() == QLatin1String(kLedger));
}

bool ReportPage::ready() const
{
    return chosenRegister() != nullptr ? m_paper.has_value() : m_table.has_value();
}

void ReportPage::updateButtons()
{
    for (auto *button : std::as_const(m_buttons)) {
        button->setEnabled(ready());
    }
    m_copy->setEnabled(m_table.has_value());
    m_meeting->setEnabled(!counting());
    m_sold->setVisible(chosenReport() == QLatin1String(kByProduct));
    m_sold->setEnabled(true);
    const bool closable = m_statistics && !m_statistics->running && !m_toClose.isEmpty() &&
                          m_period.toString() == m_toClose;
    m_close->setVisible(closable);
    m_close->setText(tr("Close %1…").arg(m_toClose));
    for (auto *button : std::as_const(m_files)) {
        button->setEnabled(exportable());
    }
    emit statesChanged();
}

void ReportPage::layOut()
{
    m_table.reset();
    m_marks.clear();
    InkDocument document;
    const auto id = chosenReport();
    if (const Sheet *sheet = chosenRegister()) {
        document = m_paper ? registerPages(*sheet) : InkDocument();
    } else if (m_statistics && !id.isEmpty()) {
        m_table = statisticsTable(id, *m_statistics, tableWords(m_shell.desk, m_shell.language));
    }
    if (m_table) {
        document = layOutTable(*m_table,
                               {m_shell.desk.actor().name, m_shell.desk.now(), m_shell.language});
        m_marks = drillMarks(*m_table, document);
    }
    m_view->setDocument(document);
    QVector<InkView::Mark> marks;
    for (auto &drill : m_marks) {
        auto mark = drill.mark;
        mark.hint = tr("Show the cases: %1").arg(drill.words);
        marks.append(mark);
    }
    m_view->setMarks(marks);
    const QString missing =
        m_statistics ? unmergedText(*m_statistics, m_shell.language) : QString();
    m_check->setVisible(m_table && !(m_table->check.isEmpty() && missing.isEmpty()));
    if (m_table) {
        m_check->setText(QStringList{m_table->check, missing}.join(QStringLiteral("  ")).trimmed());
        auto colours = palette();
        if (!m_table->checkHolds) {
            colours.setColor(QPalette::WindowText, Theme::current().color(Theme::Role::Error));
        }
        m_check->setPalette(colours);
    }
    showPage();
    updateButtons();
}

InkDocument ReportPage::registerPages(const Sheet &sheet)
{
    auto values = registerValues(*m_paper, periodWords());
    values.organisation = m_shell.desk.officeName();
    values.printedBy = m_shell.desk.actor().name;
    values.printedAt = m_shell.desk.now();
    values.language = m_shell.language;
    return layOutSheet(sheet, m_shell.library->catalogue, values);
}

void ReportPage::showPage()
{
    const auto pages = m_view->document().pages.size();
    m_pages->setText(pages > 0 ? tr("Page %1 of %2").arg(m_view->currentPage()).arg(pages)
                               : QString());
}

QString ReportPage::periodWords() const
{
    return m_period.toText(m_shell.language == Language::Chinese);
}

QString ReportPage::title() const { return tr("Report %1").arg(periodWords()); }

QString ReportPage::iconName() const { return QStringLiteral("report-analytics"); }

std::optional<CommandState> ReportPage::state(const QString &command) const
{
    const CommandState printable{ready(),
                                 counting() ? tr("The table is still being counted.")
                                            : tr("There is no table to print.")};
    for (const auto *mine : {"case.print", "file.pdf"}) {
        if (command == QLatin1String(mine)) {
            return printable;
        }
    }
    if (command == QLatin1String("list.export")) {
        return CommandState{exportable(), printable.reason};
    }
    if (command == QLatin1String("edit.copy")) {
        return CommandState{m_table.has_value(), printable.reason};
    }
    return std::nullopt;
}

QList<QWidget *> ReportPage::panes() const
{
    return {m_kind,
            m_reports,
            m_soldPane->isVisibleTo(this) ? static_cast<QWidget *>(m_soldPane) : m_view};
}

void ReportPage::refresh() { count(); }

void ReportPage::setWidthInHan(double)
{
    m_reports->setFixedWidth(static_cast<int>(kListHan * hanWidth(font())));
}

} // namespace huiyin
