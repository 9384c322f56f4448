// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <forms/wraprow.h>
#include <report/fileremarks.h>
#include <report/ledger.h>
#include <window/banner.h>
#include <window/batchpage.h>
#include <window/caselistpage.h>
#include <window/casepreview.h>
#include <window/casetable.h>
#include <window/emptystate.h>
#include <window/filterchips.h>
#include <window/heading.h>
#include <window/printing.h>

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kPreviewDelayMs = 120;
constexpr int kTickMs = 30000;
constexpr int kBusyAfterMs = 300;
constexpr double kPreviewFromHan = 77;
constexpr double kPreviewHan = 20;
constexpr double kEnglishLonger = 1.25;

} // namespace

CaseListPage::CaseListPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_model(shell.desk.reader(), shell.ground())
    , m_table(new CaseTable(shell, m_model, this))
    , m_preview(new CasePreview(shell, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(this))
    , m_heading(new Heading(1.15, this))
    , m_count(new QLabel(this))
    , m_trouble(new Banner(this))
    , m_previewWanted(shell.settings.sidePanel())
{
    const auto unit = spacingUnit(font());
    auto *chips = new WrapRow;
    chips->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    chips->setSpacing(unit * 2);
    chips->addWidget(m_heading);
    chips->addSpacing(unit * 3);
    m_chips = new FilterChips(shell, this);
    for (auto *button : m_chips->buttons()) {
        chips->addWidget(button);
    }
    chips->addStretch();
    auto *columnsButton = new QToolButton(this);
    columnsButton->setIcon(Theme::icon(QStringLiteral("columns")));
    columnsButton->setText(tr("Columns"));
    columnsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    columnsButton->setAutoRaise(true);
    columnsButton->setAccessibleName(tr("Columns"));
    chips->addWidget(columnsButton);
    connect(columnsButton, &QToolButton::clicked, this, [this, columnsButton] {
        m_table->showColumnMenu(columnsButton->mapToGlobal(QPoint(0, columnsButton->height())));
    });
    connect(m_chips, &FilterChips::changed, this, &CaseListPage::applyFilter);

    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_table->setFrameShape(QFrame::NoFrame);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_preview);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setCollapsible(0, false);
    m_splitter->setHandleWidth(1);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(unit * 3, unit, unit * 3, unit);
    foot->addWidget(m_count);
    foot->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addLayout(chips);
    column->addWidget(m_splitter, 1);
    column->addLayout(foot);

    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(kPreviewDelayMs);
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(kBusyAfterMs);
    connect(&m_busyDelay, &QTimer::timeout, this, &CaseListPage::updateEmpty);
    m_tick.setInterval(kTickMs);
    m_tick.start();
    connect(&m_previewDelay, &QTimer::timeout, this, &CaseListPage::updatePreview);
    connect(&m_tick, &QTimer::timeout, &m_model, &CaseListModel::tick);
    connect(
        m_table, &CaseTable::opened, this, [this](const CaseRow &row) { emit caseWanted(row.id); });
    connect(m_preview, &CasePreview::opened, this, &Page::caseWanted);
    connect(m_table, &CaseTable::previewToggled, this, &CaseListPage::togglePreview);
    connect(m_table, &CaseTable::menuWanted, this, &CaseListPage::showMenu);
    connect(m_table, &CaseTable::currentRowChanged, this, [this] {
        m_previewDelay.start();
        updateCount();
        emit statesChanged();
    });
    connect(m_table, &CaseTable::columnsChanged, this, [this] {
        m_shell.settings.setColumns(m_memory, m_table->columns());
    });
    connect(&m_model, &CaseListModel::counted, this, [this] {
        updateCount();
        updateEmpty();
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0) {
            m_table->setCurrentIndex(m_model.index(0, 0));
        }
    });
    connect(&m_model, &CaseListModel::failed, this, [this](const Error &error) {
        m_trouble->say(m_shell.sentence(error), Severity::Refusal);
        m_trouble->offer(tr("Try again"), [this] {
            m_trouble->dismiss();
            m_model.reload();
        });
    });
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_model.loading()) {
            m_model.stop();
            m_stopped = true;
            updateCount();
            updateEmpty();
        } else if (m_stopped) {
            applyFilter();
        } else if (m_chips->any()) {
            m_chips->clearByHand();
        } else {
            emit commandWanted(QStringLiteral("case.new"));
        }
    });
}

void CaseListPage::showList(const CaseFilter &filter,
                            const QString &title,
                            const QString &memory,
                            const QString &iconName)
{
    m_given = filter;
    m_title = title;
    m_icon = iconName;
    m_memory = memory;
    m_chips->clear();
    m_table->setColumns(m_shell.settings.columns(memory));
    m_table->setCurrentIndex({});
    m_preview->clear();
    applyFilter();
    m_heading->setText(title);
    emit titleChanged();
}

void CaseListPage::applyFilter()
{
    auto filter = m_chips->narrowed(m_given, m_shell.desk.now());
    filter.sort = m_model.filter().sort;
    filter.descending = m_model.filter().descending;
    m_stopped = false;
    m_model.setFilter(filter);
    if (m_model.loading() && m_model.rowCount() == 0) {
        m_busyDelay.start();
    }
    updateCount();
    updateEmpty();
    emit statesChanged();
}

void CaseListPage::updateCount()
{
    const auto chosen = static_cast<int>(m_table->selectionModel()->selectedRows().size());
    if (m_model.rowCount() == 0 && m_model.loading()) {
        m_count->clear();
        return;
    }
    auto words = tr("%n case(s)", nullptr, m_model.rowCount());
    if (chosen > 1) {
        words += tr(", %1 chosen").arg(chosen);
    }
    m_count->setText(words);
}

void CaseListPage::updateEmpty()
{
    const bool searching = m_model.rowCount() == 0 && m_model.loading() && !m_busyDelay.isActive();
    const bool nothing = (m_model.rowCount() == 0 && !m_model.loading()) || searching;
    if (nothing) {
        if (searching) {
            m_empty->say(tr("Looking for the cases of “%1”…").arg(m_title), tr("Stop"));
        } else if (m_stopped) {
            m_empty->say(tr("Looking for the cases of “%1” was stopped.").arg(m_title),
                         tr("Try again"));
        } else if (m_chips->any()) {
            m_empty->say(tr("No case in “%1” matches these filters.").arg(m_title),
                         tr("Clear filters"));
        } else {
            m_empty->say(tr("Nothing in “%1”.").arg(m_title), tr("New case  F2"));
        }
    }
    const bool hadFocus = m_table->hasFocus();
    const bool sought = m_empty->isAncestorOf(focusWidget()) || m_empty->hasFocus();
    m_stack->setCurrentIndex(nothing ? 1 : 0);
    if (nothing && hadFocus) {
        m_empty->setFocus();
    } else if (!nothing && sought) {
        m_table->setFocus();
    }
}

void CaseListPage::updatePreview()
{
    // Also while another page lies in front: what changes there is to be read here afterwards.
    if (!m_preview->isVisibleTo(this)) {
        return;
    }
    if (const auto row = m_table->currentRow()) {
        m_preview->showCase(*row);
    } else {
        m_preview->clear();
    }
}

void CaseListPage::togglePreview()
{
    m_previewWanted = !m_preview->isVisible();
    m_shell.settings.setSidePanel(m_previewWanted);
    m_preview->setVisible(m_previewWanted);
    updatePreview();
}

void CaseListPage::setWidthInHan(double han)
{
    m_han = han;
    const auto wide =
        static_cast<int>(kPreviewHan * hanWidth(font()) *
                         (m_shell.language == Language::English ? kEnglishLonger : 1));
    m_preview->setMinimumWidth(wide * 3 / 4);
    m_preview->setMaximumWidth(wide * 2);
    const bool shown = m_previewWanted && han >= kPreviewFromHan;
    if (shown != m_preview->isVisibleTo(this)) {
        m_preview->setVisible(shown);
    }
    m_splitter->setSizes({width() - wide, wide});
}

void CaseListPage::showMenu(const QPoint &globalPos)
{
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    for (const auto *id : {"case.open",
                           "case.take",
                           "case.forward",
                           "case.visit",
                           "",
                           "caller.cases",
                           "edit.copy",
                           "",
                           "case.print",
                           "case.preview"}) {
        if (*id) {
            menu.addAction(m_shell.commands.action(QString::fromLatin1(id)));
        } else {
            menu.addSeparator();
        }
    }
    menu.exec(globalPos);
}

QString CaseListPage::title() const { return m_title; }

QString CaseListPage::iconName() const { return m_icon; }

std::optional<CommandState> CaseListPage::state(const QString &command) const
{
    const auto row = m_table->currentRow();
    const CommandState needsRow{row.has_value(), tr("Choose a case in the list first.")};
    if (command == QLatin1String("case.open") || command == QLatin1String("edit.copy") ||
        command == QLatin1String("case.take") || command == QLatin1String("case.forward") ||
        command == QLatin1String("case.visit") || command == QLatin1String("case.print") ||
        command == QLatin1String("case.preview") || command == QLatin1String("file.pdf")) {
        return needsRow;
    }
    if (command == QLatin1String("caller.cases")) {
        return CommandState{row && !row->phone.isEmpty(),
                            row ? tr("This case has no phone number.") : needsRow.reason};
    }
    if (command == QLatin1String("list.columns") || command == QLatin1String("view.side")) {
        return CommandState{};
    }
    if (command == QLatin1String("list.export")) {
        return CommandState{m_model.rowCount() > 0, tr("The list is empty.")};
    }
    return std::nullopt;
}

void CaseListPage::perform(const QString &command)
{
    const auto row = m_table->currentRow();
    if (command == QLatin1String("view.side")) {
        togglePreview();
    } else if (command == QLatin1String("list.columns")) {
        m_table->showColumnMenu(m_table->mapToGlobal(QPoint(0, 0)));
    } else if (command == QLatin1String("edit.copy")) {
        m_table->copySelection(true);
        emit said(
            tr("%n row(s) copied.", nullptr, static_cast<int>(m_table->selectedRows().size())));
    } else if (command == QLatin1String("list.export")) {
        exportList();
    } else if (!row) {
        return;
    } else if (command == QLatin1String("case.open")) {
        emit caseWanted(row->id);
    } else if (command == QLatin1String("caller.cases")) {
        CaseFilter filter;
        filter.phone = row->phone;
        filter.sort = CaseSort::Received;
        filter.descending = true;
        emit listWanted(filter,
                        row->complainantName.isEmpty() ? maskedPhone(row->phone)
                                                       : row->complainantName);
    } else if (const auto rows = m_table->selectedRows();
               rows.size() > 1 &&
               (command == QLatin1String("case.take") || command == QLatin1String("case.forward") ||
                command == QLatin1String("case.visit"))) {
        stepWithAll(rows, command);
    } else {
        emit stepWanted(row->id, command);
    }
}

void CaseListPage::stepWithAll(const QVector<CaseRow> &rows, const QString &command)
{
    if (rows.size() > BatchPage::kMostCases) {
        emit said(tr("At most %1 cases go together; choose fewer.").arg(BatchPage::kMostCases));
        return;
    }
    QVector<CaseId> cases;
    for (const auto &row : rows) {
        cases.append(row.id);
    }
    emit pageWanted(new BatchPage(m_shell, cases, command));
}

void CaseListPage::exportList()
{
    const auto name =
        QStringLiteral("%1_%2.xlsx").arg(m_title, m_shell.desk.now().localDay().toString());
    askWhere(m_shell,
             this,
             tr("Export list"),
             name,
             tr("Spreadsheet (*.xlsx);;CSV (*.csv)"),
             [this](const QString &path) {
                 const auto format = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
                                         ? RegisterFormat::Csv
                                         : RegisterFormat::Xlsx;
                 const QPointer<CaseListPage> here(this);
                 m_shell.jobs.start(
                     tr("Export"),
                     [here, path, format, filter = m_model.filter(), language = m_shell.language](
                         Desk &desk, const Progress &progress) -> JobRunner::Finish {
                         const TableWords words = tableWords(desk, language);
                         auto written = exportRegister(
                             desk.reader(),
                             filter,
                             format,
                             path,
                             words,
                             progress,
                             fileRemarks(desk, language, filterWords(filter, words)));
                         return [here, path, written = std::move(written)] {
                             if (!here) {
                                 return;
                             }
                             if (written) {
                                 here->m_trouble->say(CaseListPage::tr("%n case(s) saved as %1.",
                                                                       nullptr,
                                                                       static_cast<int>(*written))
                                                          .arg(path),
                                                      Severity::Hint);
                             } else {
                                 here->m_trouble->say(here->m_shell.sentence(written.error()),
                                                      Severity::Refusal);
                             }
                             here->m_trouble->offerDismissal();
                         };
                     },
                     [here](const Error &error) {
                         if (here) {
                             here->m_trouble->say(here->m_shell.sentence(error), Severity::Refusal);
                         }
                     });
             });
}

QList<QWidget *> CaseListPage::panes() const
{
    QList<QWidget *> panes = {m_stack->currentIndex() == 0 ? static_cast<QWidget *>(m_table)
                                                           : m_empty};
    if (m_preview->isVisible()) {
        panes.append(m_preview);
    }
    return panes;
}

void CaseListPage::refresh()
{
    m_model.setGround(m_shell.ground());
    m_model.reload();
    updatePreview();
}

void CaseListPage::refreshCase(const CaseId &id)
{
    m_model.refresh(id);
    updatePreview();
}

void CaseListPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setWidthInHan(m_han);
    }
}

} // namespace huiyin
