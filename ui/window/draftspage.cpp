// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/followselection.h>
#include <forms/theme.h>
#include <models/deadlinestate.h>
#include <window/banner.h>
#include <window/draftspage.h>
#include <window/emptystate.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

DraftsPage::DraftsPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_table(new QTableWidget(this))
    , m_empty(new EmptyState(this))
    , m_said(new Banner(this))
{
    const auto unit = spacingUnit(font());
    m_table->setColumnCount(5);
    m_table->setHorizontalHeaderLabels(
        {tr("Kept at"), tr("Complainant"), tr("Phone"), tr("Details"), tr("State")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("Drafts"));
    m_resume =
        new QPushButton(Theme::icon(QStringLiteral("clipboard-plus")), tr("Go on with it"), this);
    m_discard = new QPushButton(Theme::icon(QStringLiteral("trash")), tr("Put away"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_resume);
    row->addWidget(m_discard);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    column->addWidget(m_said);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addLayout(row);
    connect(m_resume, &QPushButton::clicked, this, [this] { act(true); });
    connect(m_discard, &QPushButton::clicked, this, [this] { act(false); });
    followSelection(m_table);
    connect(m_table, &QTableWidget::cellActivated, this, [this] { act(true); });
    connect(m_empty, &EmptyState::acted, this, [this] {
        emit commandWanted(QStringLiteral("case.new"));
    });
    refresh();
}

QVector<StoredDraft> DraftsPage::intakeDrafts(const Shell &shell, bool discarded)
{
    QVector<StoredDraft> kept;
    for (const auto &draft : shell.desk.drafts()) {
        if (!draft.caseId && draft.discarded == discarded) {
            kept.append(draft);
        }
    }
    return kept;
}

void DraftsPage::refresh()
{
    m_drafts = intakeDrafts(m_shell, false) + intakeDrafts(m_shell, true);
    m_table->setRowCount(0);
    for (const auto &draft : std::as_const(m_drafts)) {
        const auto at = m_table->rowCount();
        m_table->insertRow(at);
        const auto &fields = draft.draft.fields;
        auto story = fields.value(QLatin1String("content")).toString();
        if (story.isEmpty()) {
            story = fields.value(QLatin1String("contentBrief")).toString();
        }
        const QStringList cells = {DeadlineState::momentText(draft.savedAt, m_shell.desk.now()),
                                   fields.value(QLatin1String("complainantName")).toString(),
                                   maskedPhone(fields.value(QLatin1String("phone")).toString()),
                                   story.simplified(),
                                   draft.discarded ? tr("put away") : tr("not registered")};
        for (int column = 0; column < cells.size(); ++column) {
            m_table->setItem(at, column, new QTableWidgetItem(cells.at(column)));
        }
    }
    for (const int column : {0, 1, 2, 4}) {
        m_table->resizeColumnToContents(column);
    }
    const bool any = !m_drafts.isEmpty();
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->say(tr("No drafts. What you type into a form is kept here until you register it."),
                 tr("New case  F2"));
    m_resume->setEnabled(any);
    m_discard->setEnabled(any);
    const bool sought = m_table->hasFocus() || m_empty->hasFocus();
    setFocusProxy(any ? static_cast<QWidget *>(m_table) : m_empty);
    if (any) {
        m_table->setCurrentCell(0, 0);
    }
    if (sought) {
        setFocus();
    }
}

void DraftsPage::act(bool resume)
{
    const auto at = m_table->currentRow();
    if (at < 0 || at >= m_drafts.size()) {
        return;
    }
    auto draft = m_drafts.at(at);
    draft.discarded = !resume;
    keepAs(draft);
    if (resume) {
        emit resumed(draft);
    } else {
        emit undoOffered(tr("Put away; it can be taken back for 30 days."),
                         kUndoMs,
                         [self = QPointer<DraftsPage>(this), draft]() mutable {
                             draft.discarded = false;
                             if (self) {
                                 self->keepAs(draft);
                             }
                             return self ? tr("Put back.") : QString();
                         });
    }
}

void DraftsPage::keepAs(const StoredDraft &draft)
{
    m_shell.desk.log().keepDraft(
        draft, [self = QPointer<DraftsPage>(this)](const Result<Done> &kept) {
            if (self && !kept) {
                self->m_said->say(self->m_shell.sentence(kept.error()), Severity::Refusal);
            }
        });
    refresh();
}

QString DraftsPage::title() const { return tr("Drafts"); }

QString DraftsPage::iconName() const { return QStringLiteral("notes"); }

QList<QWidget *> DraftsPage::panes() const { return {focusProxy()}; }

} // namespace huiyin
