// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/followselection.h>
#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <forms/theme.h>
#include <window/casedraft.h>
#include <window/steppane.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

constexpr double kListHan = 11;

/// Actions whose place is another part of the case.
bool hasOwnPlace(const QString &action)
{
    static const QStringList elsewhere{QStringLiteral("amend"),
                                       QStringLiteral("note"),
                                       QStringLiteral("attach"),
                                       QStringLiteral("penalize"),
                                       QStringLiteral("objectPenalty"),
                                       QStringLiteral("reversePenalty"),
                                       QStringLiteral("executePenalty"),
                                       QStringLiteral("compensate")};
    return elsewhere.contains(action);
}

} // namespace

StepPane::StepPane(Shell &shell, QWidget *parent)
    : CasePart(parent)
    , m_shell(shell)
    , m_list(new QListWidget(this))
    , m_scroll(new QScrollArea(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Steps"));
    fitList();
    m_list->setWordWrap(true); // long names take two lines, never a scroll bar
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_list);
    row->addWidget(m_scroll, 1);
    m_draft = new CaseDraft(
        shell, [this] { return m_form ? m_form->typed() : ComplaintDraft(); }, this);
    connect(m_draft, &CaseDraft::saved, this, &StepPane::draftSaved);
    connect(m_draft, &CaseDraft::failed, this, &StepPane::draftFailed);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) {
        if (at >= 0 && at < m_steps.size()) {
            showForm(m_steps.at(at));
        } else if (at >= 0) {
            showOthers();
        }
    });
    connect(m_list, &QListWidget::itemActivated, this, &StepPane::focusForm);
    followSelection(m_list);
}

QString StepPane::words(const StepOffer &offer) const
{
    return m_shell.language == Language::Chinese ? offer.zh : offer.en;
}

void StepPane::showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps)
{
    keep();
    const auto taken = std::exchange(m_taken, {});
    const auto chosen = m_form && taken.isEmpty() ? m_form->offer().action : QString();
    m_case = caseFile;
    m_steps.clear();
    m_others.clear();
    for (const auto &step : steps) {
        if (!hasOwnPlace(step.action)) {
            (step.allowed ? m_steps : m_others).append(step);
        }
    }
    for (auto *list : {&m_steps, &m_others}) {
        std::stable_sort(list->begin(), list->end(), [](const StepOffer &a, const StepOffer &b) {
            return rank(a) < rank(b);
        });
    }
    const auto drafts = CaseDraft::of(m_shell, caseFile.id);
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    int current = -1;
    int begun = -1;
    int next = -1;
    for (int i = 0; i < m_steps.size(); ++i) {
        const auto &step = m_steps.at(i);
        auto *item = new QListWidgetItem(words(step), m_list);
        auto bold = item->font();
        bold.setBold(rank(step) < 2);
        item->setFont(bold);
        if (step.action == chosen) {
            current = i;
        }
        if (begun < 0 && drafts.contains(step.action)) {
            begun = i;
        }
        if (next < 0 && step.action != taken) {
            next = i;
        }
    }
    if (!m_others.isEmpty()) {
        auto *item = new QListWidgetItem(
            tr("Other steps: %n ▸", nullptr, static_cast<int>(m_others.size())), m_list);
        item->setForeground(Theme::current().color(Theme::Role::Secondary));
        item->setToolTip(tr("Steps that cannot be taken now, and why"));
        item->setData(Qt::AccessibleDescriptionRole, item->toolTip());
    }
    m_form = nullptr;
    if (m_steps.isEmpty() && m_others.isEmpty()) {
        auto *nothing = new QLabel(tr("Nothing more is to be done with this case."));
        nothing->setAlignment(Qt::AlignCenter);
        m_scroll->setWidget(nothing);
        return;
    }
    // A step that was just taken may stay possible; what comes next is another one.
    current = current >= 0 ? current : begun >= 0 ? begun : std::max(next, 0);
    m_list->setCurrentRow(current);
    if (m_steps.isEmpty()) {
        showOthers();
    } else {
        showForm(m_steps.at(current));
    }
}

int StepPane::rank(const StepOffer &offer)
{
    return offer.allowed && offer.chain.next ? 0 : offer.primary ? 1 : 2;
}

void StepPane::fitList()
{
    m_list->setFixedWidth(static_cast<int>(kListHan * hanWidth(font())));
    m_list->setSpacing(spacingUnit(font()) / 2);
}

void StepPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitList();
    }
}

void StepPane::setListShown(bool shown) { m_list->setVisible(shown); }

void StepPane::choose(const QString &action)
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i).action == action) {
            m_list->setCurrentRow(i);
        }
    }
}

bool StepPane::takes(const QString &action) const { return !action.isEmpty(); }

void StepPane::open(const QString &action)
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i).action == action) {
            m_list->setCurrentRow(i);
            focusForm();
            return;
        }
    }
    if (!m_others.isEmpty()) {
        m_list->setCurrentRow(static_cast<int>(m_steps.size()));
        m_list->setFocus();
    }
}

void StepPane::focusForm()
{
    const auto order = m_form && m_form->grid() ? m_form->grid()->fieldOrder() : QStringList();
    if (!order.isEmpty()) {
        m_form->grid()->focusField(order.first());
    } else if (m_form) {
        m_form->setFocus();
    } else {
        m_list->setFocus();
    }
}

void StepPane::showOthers()
{
    keep();
    m_form = nullptr;
    const auto unit = spacingUnit(font());
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(unit * 4, unit * 3, unit * 4, unit * 3);
    column->setSpacing(unit);
    for (const auto &offer : std::as_const(m_others)) {
        auto *name = new QLabel(words(offer), page);
        name->setWordWrap(true);
        auto bold = name->font();
        bold.setBold(true);
        name->setFont(bold);
        auto *why = new QLabel(m_shell.sentences(offer.obstacles).join(QLatin1Char(' ')), page);
        why->setWordWrap(true);
        why->setTextFormat(Qt::PlainText);
        auto colours = why->palette();
        colours.setColor(QPalette::WindowText, Theme::current().color(Theme::Role::Secondary));
        why->setPalette(colours);
        column->addWidget(name);
        column->addWidget(why);
        column->addSpacing(unit);
    }
    column->addStretch();
    m_scroll->setWidget(page);
}

void StepPane::showForm(const StepOffer &offer)
{
    keep();
    FormHouse house = m_shell.house();
    house.regulation = m_shell.desk.regulationOf(*m_case); // the one the case was opened under
    m_form = new StepForm(std::move(house), *m_case, offer);
    connect(m_form, &StepForm::submitted, this, &StepPane::submitted);
    connect(m_form, &StepForm::cancelled, this, &StepPane::cancel);
    connect(m_form, &StepForm::edited, m_draft, &CaseDraft::touched);
    m_untouched = m_form->input();
    const auto drafts = CaseDraft::of(m_shell, m_case->id);
    const auto begun = drafts.constFind(offer.action);
    if (begun != drafts.cend()) {
        m_form->resume(begun->draft);
    }
    m_draft->belongTo(
        m_case->id, offer.action, begun == drafts.cend() ? std::nullopt : std::optional(begun->id));
    m_scroll->setWidget(m_form);
}

void StepPane::cancel()
{
    const auto offer = m_form->offer();
    const auto typed = m_form->typed();
    const bool any = dirty();
    m_draft->drop();
    showForm(offer);
    m_list->setFocus();
    if (any) {
        emit undoOffered(tr("Put away what was typed for “%1”.").arg(words(offer)),
                         kUndoMs,
                         [self = QPointer<StepPane>(this), typed, action = offer.action] {
                             if (self) {
                                 self->putBack(action, typed);
                             }
                             return self ? tr("Put back.") : QString();
                         });
    }
}

void StepPane::putBack(const QString &action, const ComplaintDraft &typed)
{
    open(action);
    if (m_form && m_form->offer().action == action) {
        m_form->resume(typed);
        m_draft->touched();
        m_draft->keep();
    }
}

void StepPane::keep() { m_draft->keep(); }

void StepPane::recorded()
{
    m_taken = m_form ? m_form->offer().action : QString();
    m_draft->drop();
}

void StepPane::submit()
{
    if (m_form) {
        m_form->submit();
    }
}

void StepPane::showFindings(const Findings &findings)
{
    if (m_form) {
        m_form->showFindings(findings);
    }
}

void StepPane::showError(const Error &error)
{
    if (m_form) {
        m_form->showError(error);
    }
}

bool StepPane::dirty() const { return m_form && m_form->input() != m_untouched; }

} // namespace huiyin
