// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinechip.h>
#include <forms/theme.h>
#include <models/caselistmodel.h>
#include <models/regulationwords.h>
#include <window/banner.h>
#include <window/emptystate.h>
#include <window/inboxpage.h>
#include <window/panejob.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

enum Column { StateAt, DueAt, NumberAt, NameAt, StoryAt, StepAt, ClauseAt, ColumnCount };

} // namespace

InboxPage::InboxPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_said(new Banner(this))
    , m_count(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_busy(new PaneJob(shell.jobs, m_stack))
{
    const auto unit = spacingUnit(font());
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Deadline"),
                                        tr("Due"),
                                        tr("Case no."),
                                        tr("Complainant"),
                                        tr("Details"),
                                        tr("Awaits"),
                                        tr("Clause")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setItemDelegateForColumn(StateAt, new DeadlineDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    m_table->horizontalHeader()->setSectionResizeMode(StoryAt, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(tr("Cases that await my approval"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    row->addWidget(m_count);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::cellActivated, this, &InboxPage::openCase);
    connect(m_empty, &EmptyState::acted, this, [this] {
        CaseFilter filter;
        filter.stages = {Stage::InApproval};
        emit listWanted(filter, tr("In approval"));
    });
    const auto changed = [this] {
        m_stale = true;
        if (isVisible()) {
            refresh();
        }
    };
    connect(&shell.desk, &Desk::caseChanged, this, changed);
    connect(&shell.desk, &Desk::registerChanged, this, changed);
    connect(&shell.desk, &Desk::actorChanged, this, changed);
}

QString InboxPage::title() const { return tr("To approve"); }

QString InboxPage::iconName() const { return QStringLiteral("rubber-stamp"); }

std::optional<CommandState> InboxPage::state(const QString &command) const
{
    if (command == QLatin1String("case.open")) {
        return CommandState{!m_lines.isEmpty(), tr("No case awaits you.")};
    }
    return std::nullopt;
}

void InboxPage::perform(const QString &command)
{
    if (command == QLatin1String("case.open")) {
        openCase();
    }
}

QList<QWidget *> InboxPage::panes() const { return {m_table}; }

bool InboxPage::counting() const { return m_busy->running(); }

void InboxPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale && !counting()) {
        refresh();
    }
}

void InboxPage::refresh()
{
    m_stale = false;
    m_busy->start(
        tr("Looking for cases that await you"),
        [here = QPointer<InboxPage>(this),
         language = m_shell.language](Desk &desk, const Progress &) -> JobRunner::Finish {
            const auto rows = desk.inbox();
            CaseFilter all;
            all.stages = {Stage::InApproval};
            const auto count = desk.reader().count(all, 1000);
            const auto inApproval = count ? *count : 0;
            QVector<Line> lines;
            for (const auto &row : rows ? *rows : QVector<CaseRow>()) {
                Line line{row, {}, {}};
                const auto caseFile = desk.reader().caseFile(row.id);
                if (caseFile) {
                    const RegulationWords words(
                        desk.regulationOf(*caseFile), desk.library().catalogue, language);
                    QStringList steps;
                    for (const auto &offer : desk.steps(*caseFile)) {
                        if (offer.allowed && (offer.chain.next || offer.primary)) {
                            steps.append(words.of(offer.zh, offer.en));
                            line.clause +=
                                line.clause.isEmpty() ? words.clauses(offer.rules) : QString();
                        }
                    }
                    line.step = steps.join(QStringLiteral(" / "));
                }
                lines.append(line);
            }
            const auto found = rows ? Result<QVector<Line>>(lines) : rows.error();
            return [here, found, inApproval] {
                if (here) {
                    here->take(found, inApproval);
                }
            };
        },
        [here = QPointer<InboxPage>(this)](const Error &error) {
            if (here) {
                here->take(error, 0);
            }
        });
}

void InboxPage::take(const Result<QVector<Line>> &lines, qint64 inApproval)
{
    if (!lines) {
        m_said->say(m_shell.sentence(lines.error()), Severity::Refusal);
        m_said->offerDismissal();
        return;
    }
    const auto current = m_table->currentRow();
    m_lines = *lines;
    m_table->setRowCount(0);
    const auto ground = m_shell.ground();
    const auto now = m_shell.desk.now();
    for (const auto &line : std::as_const(m_lines)) {
        const auto at = m_table->rowCount();
        m_table->insertRow(at);
        const auto state = DeadlineState::of(line.row, ground.calendar, ground.hours, now);
        auto story = line.row.contentBrief.isEmpty() ? line.row.title : line.row.contentBrief;
        const QStringList cells = {state.text,
                                   state.dueText,
                                   line.row.caseNo,
                                   line.row.complainantName,
                                   story.simplified(),
                                   line.step,
                                   line.clause.section(QLatin1Char(' '), 0, 0)};
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            item->setToolTip(column == StateAt  ? state.spoken
                             : column >= StepAt ? line.clause
                                                : cells.at(column));
            if (column == StateAt) {
                item->setData(CaseListModel::DeadlineRole, QVariant::fromValue(state));
                item->setData(Qt::AccessibleTextRole, state.spoken);
            }
            m_table->setItem(at, column, item);
        }
    }
    for (const auto column : {StateAt, DueAt, NumberAt, NameAt, StepAt, ClauseAt}) {
        m_table->resizeColumnToContents(column);
    }
    m_count->setVisible(!m_lines.isEmpty());
    m_count->setText(tr("%n case(s) await you", nullptr, static_cast<int>(m_lines.size())));
    m_stack->setCurrentIndex(m_lines.isEmpty() ? 1 : 0);
    m_empty->say(inApproval == 0
                     ? tr("No case is in approval now.")
                     : tr("%n case(s) in approval await somebody else's step, none awaits yours.",
                          nullptr,
                          static_cast<int>(inApproval)),
                 inApproval == 0 ? QString() : tr("Show them"));
    if (!m_lines.isEmpty()) {
        m_table->setCurrentCell(std::clamp(current, 0, static_cast<int>(m_lines.size()) - 1),
                                NumberAt);
    }
    emit counted(static_cast<int>(m_lines.size()));
    emit statesChanged();
}

void InboxPage::openCase()
{
    const auto row = m_table->currentRow();
    if (row >= 0 && row < m_lines.size()) {
        emit caseWanted(m_lines.at(row).row.id);
    }
}

} // namespace huiyin
