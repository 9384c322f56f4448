// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/quietscroll.h>
#include <forms/theme.h>
#include <forms/wraprow.h>
#include <models/deadlinestate.h>
#include <window/banner.h>
#include <window/calendarpage.h>
#include <window/heading.h>
#include <window/panejob.h>
#include <window/yeargrid.h>

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr double kSideHan = 26;
constexpr double kLeastSideHan = 12;
constexpr double kMonthAndRailHan = 24;
constexpr int kWorkWeek = 5;
constexpr int kDaysAround = 6; ///< rows of days that stay in sight around the chosen one
constexpr int kLinesToPaste = 8;
constexpr int kLinesWhenRead = 3; ///< the days it changes need the room then
constexpr int kLeastDays = 6;     ///< rows seen at once
constexpr qint64 kMostBytes = 4 * 1024 * 1024;

} // namespace

CalendarPage::CalendarPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_said(new Banner(this))
    , m_year(new QComboBox(this))
    , m_grid(new YearGrid(shell.desk.calendar(), shell.language, shell.desk.now().localDay(), this))
    , m_dayHeading(new Heading(1.15, this))
    , m_dayStory(new QLabel(this))
    , m_notice(new QPlainTextEdit(this))
    , m_planWords(new QLabel(this))
    , m_planDays(new QTableWidget(this))
    , m_side(new QWidget(this))
    , m_busy(new PaneJob(shell.jobs, m_side))
{
    const auto unit = spacingUnit(font());
    m_year->setAccessibleName(tr("Year"));
    auto *label = new QLabel(tr("Y&ear"), this);
    label->setBuddy(m_year);
    auto *file =
        new QPushButton(Theme::icon(QStringLiteral("file-import")), tr("Open notice file…"), this);
    auto *row = new WrapRow;
    row->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    row->setSpacing(unit * 2);
    row->addWidget(label);
    row->addWidget(m_year);
    row->addSpacing(unit * 3);
    row->addWidget(file);
    row->addStretch();
    auto *legend = new QLabel(tr("red: day off   blue: make-up workday   framed: today"), this);
    legend->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(legend);

    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(unit * 3, 0, 0, 0);
    side->setSpacing(unit * 2);
    m_dayStory->setWordWrap(true);
    m_dayStory->setTextFormat(Qt::PlainText);
    side->addWidget(m_dayHeading);
    side->addWidget(m_dayStory);
    m_turn = new QPushButton(this);
    m_turn->setObjectName(QStringLiteral("turn"));
    side->addWidget(m_turn, 0, Qt::AlignLeft);
    auto *pasteHeading = new Heading(1, this);
    pasteHeading->setText(tr("Take in a holiday notice"));
    pasteHeading->setWordWrap(true);
    side->addSpacing(unit * 2);
    side->addWidget(pasteHeading);
    m_notice->setPlaceholderText(tr("Paste the text of the State Council notice here, or open a "
                                    "file (notice text, .ics, .json)."));
    m_notice->setAccessibleName(tr("Text of the holiday notice"));
    m_notice->setTabChangesFocus(true);
    side->addWidget(m_notice);
    m_read = new QPushButton(tr("Show what it changes"), this);
    side->addWidget(m_read, 0, Qt::AlignLeft);
    m_planWords->setWordWrap(true);
    m_planWords->setTextFormat(Qt::PlainText);
    side->addWidget(m_planWords);
    m_planDays->setColumnCount(3);
    m_planDays->setHorizontalHeaderLabels({tr("Day"), tr("Becomes"), tr("Because of")});
    m_planDays->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_planDays->setTabKeyNavigation(false);
    m_planDays->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_planDays->setFrameShape(QFrame::NoFrame);
    m_planDays->setShowGrid(false);
    m_planDays->verticalHeader()->hide();
    m_planDays->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    m_planDays->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_planDays->horizontalHeader()->setStretchLastSection(true);
    m_planDays->setAccessibleName(tr("Days that change"));
    side->addWidget(m_planDays, 1);
    m_apply = new QPushButton(tr("Apply  F8"), this);
    m_apply->setAccessibleName(tr("Apply"));
    m_apply->setObjectName(QStringLiteral("apply"));
    side->addStretch();

    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(unit * 3, 0, 0, 0);
    m_gridScroll = quietScroll(m_grid, this);
    middle->addWidget(m_gridScroll, 1);
    m_sideScroll = quietScroll(m_side, this);
    // What puts it into force stays in sight, however long the list above it.
    m_right = new QWidget(this);
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, unit * 2, unit * 2);
    right->setSpacing(unit * 2);
    right->addWidget(m_sideScroll, 1);
    right->addWidget(m_apply, 0, Qt::AlignRight);
    middle->addWidget(m_right);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addLayout(row);
    column->addLayout(middle, 1);
    setFocusProxy(m_grid);

    connect(m_year, &QComboBox::activated, this, [this] {
        m_grid->setYear(m_year->currentData().toInt());
    });
    connect(m_grid, &YearGrid::dayChosen, this, &CalendarPage::showDay);
    connect(m_grid, &YearGrid::turnWanted, m_turn, &QPushButton::click);
    connect(m_turn, &QPushButton::clicked, this, &CalendarPage::turnDay);
    connect(file, &QPushButton::clicked, this, &CalendarPage::openFile);
    connect(
        m_read, &QPushButton::clicked, this, [this] { plan(m_notice->toPlainText().toUtf8()); });
    connect(m_notice, &QPlainTextEdit::textChanged, this, [this] {
        m_read->setEnabled(!m_notice->toPlainText().trimmed().isEmpty());
    });
    connect(m_apply, &QPushButton::clicked, this, &CalendarPage::apply);
    connect(m_busy, &PaneJob::ended, this, &Page::statesChanged);
    connect(m_busy, &PaneJob::stopped, this, [this] {
        m_turned.reset();
        showDay();
        m_said->say(tr("Stopped; the calendar is as it was."), Severity::Hint);
        m_said->offerDismissal();
    });
    m_read->setEnabled(false);
    fillYears();
    showDay();
    showPlan();
}

void CalendarPage::fillYears()
{
    const auto &calendar = m_shell.desk.calendar();
    const auto shown = m_grid->year();
    m_year->clear();
    const auto last =
        std::max(calendar.coverageTo().year(), m_shell.desk.now().localDay().year()) + 1;
    for (int year = last; year >= calendar.coverageFrom().year(); --year) {
        m_year->addItem(year > calendar.coverageTo().year() ? tr("%1 (no notice yet)").arg(year)
                                                            : QString::number(year),
                        year);
    }
    m_year->setCurrentIndex(m_year->findData(shown));
}

void CalendarPage::showDay()
{
    const auto day = m_grid->day();
    m_dayHeading->setText(DeadlineState::dayText(day, m_shell.desk.now().localDay()));
    m_dayStory->setText(dayStory(m_shell.desk.calendar().fact(day), m_shell.language));
    const auto &calendar = m_turned ? *m_turned : m_shell.desk.calendar();
    m_turn->setText(calendar.isWorkingDay(day) ? tr("Make it a day off") : tr("Make it a workday"));
    m_turn->setAccessibleName(m_turn->text());
    const bool known = day <= calendar.coverageTo();
    m_turn->setEnabled(known);
    m_turn->setToolTip(known ? tr("Space in the year does the same.")
                             : tr("Take in the notice of this year first."));
    m_turn->setAccessibleDescription(m_turn->toolTip());
    // Once everything stands in its place: the day is looked for where the grid has it by then.
    QTimer::singleShot(0, this, [this, day] {
        const auto at = m_grid->rectOf(day);
        m_gridScroll->ensureVisible(
            at.center().x(), at.center().y(), at.width(), at.height() * kDaysAround);
    });
    const auto at = m_year->findData(m_grid->year());
    if (at >= 0) {
        m_year->setCurrentIndex(at);
    }
}

/// From working to off or back: an entry where the weekday says otherwise, none where it says so.
void CalendarPage::turnDay()
{
    const auto day = m_grid->day();
    const auto calendar = m_turned ? *m_turned : m_shell.desk.calendar();
    YearTable table{day.year(), {}, {}};
    for (const auto &year : calendar.years()) {
        const bool names =
            std::any_of(year.days.cbegin(), year.days.cend(), [&](const SpecialDay &special) {
                return special.day == day;
            });
        // A notice reaches back into December: an entry stays with its notice.
        if (names || (year.year == day.year() && table.days.isEmpty())) {
            table = year;
        }
        if (names) {
            break;
        }
    }
    const bool works = !calendar.isWorkingDay(day);
    const bool byWeekday = day.dayOfWeek() <= kWorkWeek;
    table.days.removeIf([&](const SpecialDay &special) { return special.day == day; });
    if (works != byWeekday) {
        table.days.append({day, works, tr("arranged here")});
        std::sort(
            table.days.begin(),
            table.days.end(),
            [](const SpecialDay &one, const SpecialDay &other) { return one.day < other.day; });
    }
    const auto turned = calendar.with(table);
    read(turned.toJson());
    m_turned = turned;
    showDay();
}

void CalendarPage::openFile()
{
    auto *dialog = new QFileDialog(this,
                                   tr("Open notice file"),
                                   m_shell.settings.last(QStringLiteral("noticeFolder")),
                                   tr("Notices (*.txt *.ics *.json);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_shell.settings.setLast(QStringLiteral("noticeFolder"), QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) {
            m_said->say(
                tr("“%1” cannot be read as a notice: %2")
                    .arg(path, file.isOpen() ? tr("the file is too large") : file.errorString()),
                Severity::Refusal);
            m_said->offerDismissal();
            return;
        }
        plan(file.readAll());
    });
    dialog->open();
}

void CalendarPage::plan(const QByteArray &fileOrText)
{
    m_turned.reset();
    read(fileOrText);
}

void CalendarPage::read(const QByteArray &fileOrText)
{
    m_said->dismiss();
    m_plan.reset();
    showPlan();
    const QPointer<CalendarPage> here(this);
    m_busy->start(
        tr("Reading the notice and counting the running cases"),
        [here, fileOrText](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            return [here, plan = desk.planCalendar(fileOrText, progress)] {
                here->m_plan = plan;
                here->showPlan();
            };
        },
        [here](const Error &error) { here->refuse(here->m_shell.sentence(error)); });
    emit statesChanged();
}

bool CalendarPage::busy() const { return m_busy->running(); }

void CalendarPage::refuse(const QString &sentence)
{
    m_said->say(sentence, Severity::Refusal);
    m_said->offerDismissal();
}

void CalendarPage::showPlan()
{
    m_planDays->setRowCount(0);
    m_planDays->setVisible(m_plan.has_value());
    m_apply->setVisible(m_plan.has_value());
    m_planWords->setVisible(m_plan.has_value());
    m_notice->setMaximumHeight(fontMetrics().height() * (m_plan ? kLinesWhenRead : kLinesToPaste));
    m_grid->setMarked({});
    emit statesChanged();
    if (!m_plan) {
        return;
    }
    QStringList lines;
    for (const auto &finding : m_plan->findings) {
        auto line = m_shell.sentence(finding);
        if (finding.line > 0) {
            line = tr("Line %1: %2").arg(finding.line).arg(line);
        }
        lines.append(line);
    }
    const bool usable =
        !refuses(m_plan->findings) && !(m_plan->added.isEmpty() && m_plan->removed.isEmpty());
    QVector<Day> marked;
    const auto addRow = [&](const SpecialDay &day, bool added) {
        const auto at = m_planDays->rowCount();
        m_planDays->insertRow(at);
        m_planDays->setItem(at, 0, new QTableWidgetItem(day.day.toString()));
        m_planDays->setItem(at,
                            1,
                            new QTableWidgetItem(!added        ? tr("as the weekday says")
                                                 : day.working ? tr("make-up workday")
                                                               : tr("day off")));
        m_planDays->setItem(at, 2, new QTableWidgetItem(day.name));
        marked.append(day.day);
    };
    for (const auto &day : m_plan->added) {
        addRow(day, true);
    }
    for (const auto &day : m_plan->removed) {
        const bool replaced =
            std::any_of(m_plan->added.cbegin(), m_plan->added.cend(), [&](const SpecialDay &other) {
                return other.day == day.day;
            });
        if (!replaced) {
            addRow(day, false);
        }
    }
    m_planDays->resizeColumnsToContents();
    m_planDays->setMinimumHeight(fontMetrics().height() * 8 / 5 *
                                 (std::min(m_planDays->rowCount(), kLeastDays) + 1));
    if (usable) {
        lines.prepend(tr("%n day(s) change.", nullptr, m_planDays->rowCount()));
        lines.append(m_plan->moved.isEmpty() ? tr("No running deadline moves.")
                                             : tr("%n running deadline(s) move.",
                                                  nullptr,
                                                  static_cast<int>(m_plan->moved.size())));
        for (qsizetype i = 0; i < std::min<qsizetype>(m_plan->moved.size(), 3); ++i) {
            const auto &moved = m_plan->moved.at(i);
            const auto now = m_shell.desk.now();
            lines.append(
                tr("%1 %2: %3 → %4")
                    .arg(moved.caseNo,
                         clockWord(m_shell.ground(), moved.clock),
                         moved.before ? DeadlineState::momentText(*moved.before, now) : tr("open"),
                         moved.after ? DeadlineState::momentText(*moved.after, now) : tr("open")));
        }
    }
    m_planWords->setText(lines.join(QLatin1Char('\n')));
    m_apply->setEnabled(usable && !busy());
    if (!marked.isEmpty()) {
        m_grid->setMarked(marked);
        m_grid->setYear(marked.first().year());
        showDay();
    }
}

void CalendarPage::apply()
{
    if (!m_plan || !m_apply->isEnabled()) {
        return;
    }
    const QPointer<CalendarPage> here(this);
    // The desk of the window outlives the page: it learns of the new calendar in any case.
    m_busy->startLasting(
        tr("Putting the calendar into force"),
        [here, &window = m_shell.desk, plan = *m_plan](
            Desk &desk, const Progress &progress) -> JobRunner::Finish {
            const auto moved = static_cast<int>(plan.moved.size());
            return [here, &window, moved, outcome = desk.applyCalendar(plan, progress)] {
                const bool written = outcome && !refuses(outcome->findings);
                if (here && written) {
                    here->m_plan.reset();
                    here->m_turned.reset();
                    here->m_notice->clear();
                }
                if (written) {
                    window.reread();
                }
                if (here) {
                    here->applied(outcome, moved);
                }
            };
        },
        [here](const Error &error) {
            if (here) {
                here->refuse(here->m_shell.sentence(error));
            }
        });
    m_apply->setEnabled(false);
    emit statesChanged();
}

void CalendarPage::applied(const Result<Outcome> &outcome, int moved)
{
    showPlan();
    if (!outcome) {
        refuse(m_shell.sentence(outcome.error()));
    } else if (refuses(outcome->findings)) {
        refuse(m_shell.sentence(outcome->findings.first()));
    } else {
        refresh();
        m_said->say(tr("The calendar holds from now on; %n running deadline(s) were counted anew.",
                       nullptr,
                       moved),
                    Severity::Hint);
        m_said->offerDismissal();
    }
}

QString CalendarPage::title() const { return tr("Working calendar"); }

QString CalendarPage::iconName() const { return QStringLiteral("calendar-cog"); }

std::optional<CommandState> CalendarPage::state(const QString &command) const
{
    if (command == QLatin1String("form.submit")) {
        return CommandState{m_plan && m_apply->isEnabled(),
                            busy() ? tr("The last request is still being worked on.")
                                   : tr("Paste or open a holiday notice first.")};
    }
    return std::nullopt;
}

void CalendarPage::perform(const QString &command)
{
    if (command == QLatin1String("form.submit")) {
        apply();
    }
}

QList<QWidget *> CalendarPage::panes() const { return {m_grid, m_notice}; }

void CalendarPage::refresh()
{
    m_grid->setCalendar(m_shell.desk.calendar());
    fillYears();
    showDay();
    showPlan();
}

void CalendarPage::setWidthInHan(double han)
{
    // A month is never cut: where the letters are large the side makes room.
    // Where its own scroll bar comes, the words keep their width.
    m_right->setFixedWidth(
        static_cast<int>(std::clamp(han - kMonthAndRailHan, kLeastSideHan, kSideHan) *
                         hanWidth(font())) +
        style()->pixelMetric(QStyle::PM_ScrollBarExtent));
}

} // namespace huiyin
