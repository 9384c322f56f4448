// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinechip.h>
#include <forms/followselection.h>
#include <forms/quietlabel.h>
#include <forms/stepform.h>
#include <forms/theme.h>
#include <models/caselistmodel.h>
#include <models/regulationwords.h>
#include <window/banner.h>
#include <window/columnfit.h>
#include <window/emptystate.h>
#include <window/inboxpage.h>
#include <window/panejob.h>
#include <window/steppane.h>
#include <window/votepane.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

enum Column { StateAt, NumberAt, NameAt, StepAt, ColumnCount };

constexpr double kBesideFromHan = 58;
constexpr double kLeastStepHan = 7;

} // namespace

InboxPage::InboxPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_said(new Banner(this))
    , m_count(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_empty(new EmptyState(this))
    , m_split(new QSplitter(this))
    , m_vote(new VotePane(shell, this))
    , m_stack(new QStackedWidget(this))
    , m_busy(new PaneJob(shell.jobs, m_stack))
{
    const auto unit = spacingUnit(font());
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels(
        {tr("Deadline"), tr("Case no."), tr("Complainant"), tr("Awaits")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setItemDelegateForColumn(StateAt, new DeadlineDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(StepAt, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_fit = new ColumnFit(m_table, StepAt, kLeastStepHan, {NameAt, StateAt});
    m_table->setAccessibleName(tr("Cases that await my approval"));
    m_split->addWidget(m_table);
    m_split->addWidget(m_vote);
    m_split->setStretchFactor(0, 4);
    m_split->setStretchFactor(1, 5);
    m_split->setSizes({4000, 5000}); // shares: the deadline belongs to the list, too
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_empty);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    row->addWidget(m_count);
    auto *keys = new QuietLabel(tr("A agrees, R sends back, Enter opens the case."), this);
    keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(keys, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    followSelection(m_table);
    connect(m_table, &QTableWidget::cellActivated, this, &InboxPage::openCase);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int now, int, int before) {
        if (now != before) {
            showLine();
        }
    });
    // Single letters work in the list only, never while a text is typed.
    for (const auto &[key, done] :
         {std::pair(Qt::Key_A, &VotePane::agree), std::pair(Qt::Key_R, &VotePane::sendBack)}) {
        auto *letter = new QShortcut(QKeySequence(key), m_table);
        letter->setContext(Qt::WidgetShortcut);
        connect(letter, &QShortcut::activated, m_vote, done);
    }
    connect(m_vote, &VotePane::submitted, this, &InboxPage::act);
    connect(m_vote->steps(), &StepPane::draftSaved, this, &Page::draftSaved);
    connect(m_vote->steps(), &StepPane::draftFailed, this, &Page::draftFailed);
    connect(m_vote->steps(), &StepPane::undoOffered, this, &Page::undoOffered);
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
    if (command == QLatin1String("form.submit")) {
        return CommandState{m_vote->caseFile().has_value(), tr("No case awaits you.")};
    }
    return std::nullopt;
}

void InboxPage::perform(const QString &command)
{
    if (command == QLatin1String("case.open")) {
        openCase();
    } else if (command == QLatin1String("form.submit")) {
        m_vote->steps()->submit();
    }
}

QList<QWidget *> InboxPage::panes() const
{
    return m_lines.isEmpty() ? QList<QWidget *>{m_empty} : QList<QWidget *>{m_table, m_vote};
}

void InboxPage::keep() { m_vote->keep(); }

void InboxPage::setWidthInHan(double han)
{
    m_split->setOrientation(han < kBesideFromHan ? Qt::Vertical : Qt::Horizontal);
}

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
                Line line{row, {}};
                const auto caseFile = desk.reader().caseFile(row.id);
                if (caseFile) {
                    const RegulationWords words(
                        desk.regulationOf(*caseFile), desk.library().catalogue, language);
                    const auto offers = desk.steps(*caseFile);
                    if (const auto *offer =
                            VotePane::agreeing(desk.regulationOf(*caseFile), offers)) {
                        const auto name = words.of(offer->zh, offer->en);
                        line.step = offer->actingFor.isEmpty()
                                        ? name
                                        : tr("%1 (for %2)").arg(name, offer->actingFor);
                    }
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
        const QStringList cells = {
            state.text, line.row.caseNo, line.row.complainantName, line.step};
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            item->setToolTip(column == StateAt ? state.spoken : cells.at(column));
            if (column == StateAt) {
                item->setData(CaseListModel::DeadlineRole, QVariant::fromValue(state));
                item->setData(Qt::AccessibleTextRole, state.spoken);
            }
            m_table->setItem(at, column, item);
        }
    }
    fitColumns();
    m_count->setVisible(!m_lines.isEmpty());
    m_count->setText(tr("%n case(s) await you", nullptr, static_cast<int>(m_lines.size())));
    m_stack->setCurrentIndex(m_lines.isEmpty() ? 1 : 0);
    m_empty->say(inApproval == 0
                     ? tr("No case is in approval now.")
                     : tr("%n case(s) in approval await somebody else's step, none awaits yours.",
                          nullptr,
                          static_cast<int>(inApproval)),
                 inApproval == 0 ? QString() : tr("Show them"));
    // The keyboard stays on the page when its list comes or goes.
    const bool sought = focusProxy()->hasFocus() || (!m_lines.isEmpty() && m_empty->hasFocus());
    setFocusProxy(m_lines.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    if (sought) {
        setFocus();
    }
    if (!m_lines.isEmpty()) {
        m_table->setCurrentCell(std::clamp(current, 0, static_cast<int>(m_lines.size()) - 1),
                                NumberAt);
    }
    showLine();
    emit counted(static_cast<int>(m_lines.size()));
    emit statesChanged();
}

void InboxPage::fitColumns()
{
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    m_fit->release();
    for (const auto column : {StateAt, NumberAt, NameAt}) {
        m_table->resizeColumnToContents(column);
    }
    m_fit->fit();
}

void InboxPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_fit) {
        fitColumns();
    }
}

void InboxPage::showLine()
{
    const auto row = m_table->currentRow();
    std::optional<CaseFile> caseFile;
    if (row >= 0 && row < m_lines.size()) {
        if (const auto read = m_shell.desk.reader().caseFile(m_lines.at(row).row.id)) {
            caseFile = *read;
        } else {
            m_said->say(m_shell.sentence(read.error()), Severity::Refusal);
            m_said->offerDismissal();
        }
    }
    m_vote->keep();
    m_vote->showCase(caseFile);
    emit statesChanged();
}

void InboxPage::act(const QString &action, const QJsonObject &input)
{
    const auto &caseFile = m_vote->caseFile();
    if (!caseFile || waits([this, action, input] { act(action, input); })) {
        return;
    }
    const auto outcome = m_shell.desk.act(caseFile->id, action, input);
    auto *steps = m_vote->steps();
    if (!outcome) {
        steps->showError(outcome.error());
        return;
    }
    if (refuses(outcome->findings) || !outcome->caseFile) {
        steps->showFindings(outcome->findings);
        return;
    }
    const auto &offer = steps->form()->offer();
    const auto words =
        tr("%1 %2: done.")
            .arg(caseFile->caseNo, m_shell.language == Language::Chinese ? offer.zh : offer.en);
    steps->recorded();
    m_table->setFocus(); // the next case is decided with one letter again
    offerUndo(words, *outcome, [this](const CaseFile &) { refresh(); });
    refresh();
}

void InboxPage::openCase()
{
    const auto row = m_table->currentRow();
    if (row >= 0 && row < m_lines.size()) {
        emit caseWanted(m_lines.at(row).row.id);
    }
}

} // namespace huiyin
