// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <forms/theme.h>
#include <window/steppane.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr double kListHan = 11;

} // namespace

StepPane::StepPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_list(new QListWidget(this))
    , m_scroll(new QScrollArea(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Steps"));
    m_list->setFixedWidth(static_cast<int>(kListHan * hanWidth(font())));
    m_list->setSpacing(spacingUnit(font()) / 2);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_list);
    row->addWidget(m_scroll, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) {
        if (at >= 0 && at < m_steps.size()) {
            showForm(m_steps.at(at));
        }
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (m_form && m_form->grid() && !m_form->grid()->fieldOrder().isEmpty()) {
            m_form->grid()->focusField(m_form->grid()->fieldOrder().first());
        }
    });
}

QString StepPane::words(const StepOffer &offer) const
{
    return m_shell.language == Language::Chinese ? offer.zh : offer.en;
}

void StepPane::showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps)
{
    const auto chosen = m_form ? m_form->offer().action : QString();
    m_case = caseFile;
    m_steps.clear();
    for (const bool allowed : {true, false}) {
        for (const bool primary : {true, false}) {
            for (const auto &step : steps) {
                if (step.allowed == allowed && step.primary == primary &&
                    step.action != QLatin1String("amend") && step.action != QLatin1String("note") &&
                    step.action != QLatin1String("attach")) {
                    m_steps.append(step);
                }
            }
        }
    }
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    int current = 0;
    for (int i = 0; i < m_steps.size(); ++i) {
        const auto &step = m_steps.at(i);
        auto *item = new QListWidgetItem(words(step), m_list);
        if (!step.allowed) {
            item->setForeground(palette().color(QPalette::PlaceholderText));
            item->setToolTip(step.obstacles.isEmpty() ? QString()
                                                      : m_shell.sentence(step.obstacles.first()));
            item->setData(Qt::AccessibleDescriptionRole, item->toolTip());
        }
        auto bold = item->font();
        bold.setBold(step.primary && step.allowed);
        item->setFont(bold);
        if (step.action == chosen && step.allowed) {
            current = i;
        }
    }
    m_form = nullptr;
    if (!m_steps.isEmpty()) {
        m_list->setCurrentRow(current);
        showForm(m_steps.at(current));
    } else {
        auto *nothing = new QLabel(tr("Nothing more is to be done with this case."));
        nothing->setAlignment(Qt::AlignCenter);
        m_scroll->setWidget(nothing);
    }
}

void StepPane::open(const QString &action)
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i).action == action) {
            m_list->setCurrentRow(i);
            if (!m_form) {
                m_list->setFocus();
                return;
            }
            const auto order = m_form->grid() ? m_form->grid()->fieldOrder() : QStringList();
            if (order.isEmpty()) {
                m_form->setFocus();
            } else {
                m_form->grid()->focusField(order.first());
            }
            return;
        }
    }
}

void StepPane::showForm(const StepOffer &offer)
{
    if (!offer.allowed) {
        m_form = nullptr;
        QStringList why;
        for (const auto &obstacle : offer.obstacles) {
            why.append(m_shell.sentence(obstacle));
        }
        auto *reason = new QLabel(tr("“%1” cannot be done now.").arg(words(offer)) +
                                  QLatin1Char('\n') + why.join(QLatin1Char('\n')));
        reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        reason->setWordWrap(true);
        reason->setMargin(spacingUnit(font()) * 4);
        m_scroll->setWidget(reason);
        return;
    }
    m_form = new StepForm(m_shell.house(), *m_case, offer);
    connect(m_form, &StepForm::submitted, this, &StepPane::submitted);
    connect(m_form, &StepForm::cancelled, this, [this, offer] {
        showForm(offer);
        m_list->setFocus();
    });
    m_untouched = m_form->input();
    m_scroll->setWidget(m_form);
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
