// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinechip.h>
#include <forms/papergrid.h>
#include <forms/quietlabel.h>
#include <forms/quietscroll.h>
#include <forms/stepform.h>
#include <models/deadlinestate.h>
#include <window/heading.h>
#include <window/steppane.h>
#include <window/votepane.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kStepsShown = 6;
constexpr int kStoryLines = 16;

bool goesOn(const Regulation &regulation, const StepOffer &offer, bool reason)
{
    const MoveRule *move = regulation.move(offer.action);
    return move != nullptr && move->to && *move->to != Stage::InApproval && !move->by.isEmpty() &&
           !isClosing(*move->to) && move->reason == reason;
}

} // namespace

VotePane::VotePane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_timeline(shell.ground())
    , m_number(new Heading(1.15, this))
    , m_chip(new DeadlineChip(this))
    , m_facts(new QLabel(this))
    , m_said(new QuietLabel({}, this, Theme::Role::Text))
    , m_steps(new StepPane(shell, this))
{
    const auto unit = spacingUnit(font());
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_steps->setListShown(false);
    m_agreeButton = new QPushButton(Theme::icon(QStringLiteral("check")), tr("Agree  A"), this);
    m_backButton =
        new QPushButton(Theme::icon(QStringLiteral("arrow-back-up")), tr("Send back  R"), this);
    auto *head = new QHBoxLayout;
    head->setSpacing(unit * 2);
    head->addWidget(m_number);
    head->addWidget(m_chip);
    head->addStretch();
    head->addWidget(m_agreeButton);
    head->addWidget(m_backButton);
    auto *told = new QWidget;
    m_story = new QLabel(told);
    m_story->setWordWrap(true);
    m_story->setTextFormat(Qt::PlainText);
    auto *tellings = new QVBoxLayout(told);
    tellings->setContentsMargins(0, 0, 0, 0);
    tellings->setSpacing(unit * 2);
    tellings->addWidget(m_story);
    tellings->addWidget(m_said);
    tellings->addStretch();
    auto *scroll = quietScroll(told, this);
    scroll->setMaximumHeight(fontMetrics().height() * kStoryLines);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 3, unit, unit * 2, unit);
    column->setSpacing(unit);
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addWidget(scroll, 1);
    column->addWidget(m_steps, 1);
    for (auto *button : {m_agreeButton, m_backButton}) {
        button->setAccessibleName(button->text());
    }
    connect(m_agreeButton, &QPushButton::clicked, this, &VotePane::agree);
    connect(m_backButton, &QPushButton::clicked, this, &VotePane::sendBack);
    connect(m_steps, &StepPane::submitted, this, &VotePane::submitted);
    showCase(std::nullopt);
}

const StepOffer *VotePane::agreeing(const Regulation &regulation, const QVector<StepOffer> &offers)
{
    const StepOffer *decides = nullptr;
    for (const StepOffer &offer : offers) {
        if (offer.allowed && offer.chain.next) {
            return &offer;
        }
        if (!decides && offer.allowed && goesOn(regulation, offer, false)) {
            decides = &offer;
        }
    }
    return decides;
}

const StepOffer *VotePane::sendingBack(const Regulation &regulation,
                                       const QVector<StepOffer> &offers)
{
    const auto back = std::find_if(offers.cbegin(), offers.cend(), [&](const StepOffer &offer) {
        return offer.allowed && !offer.chain.next && goesOn(regulation, offer, true);
    });
    return back == offers.cend() ? nullptr : &*back;
}

void VotePane::showCase(const std::optional<CaseFile> &caseFile)
{
    m_case = caseFile;
    m_agree.clear();
    m_back.clear();
    setVisible(m_case.has_value());
    if (!m_case) {
        return;
    }
    const auto &regulation = m_shell.desk.regulationOf(*m_case);
    const auto offers = m_shell.desk.steps(*m_case);
    QVector<StepOffer> shown;
    for (const auto *offer : {agreeing(regulation, offers), sendingBack(regulation, offers)}) {
        if (offer != nullptr) {
            shown.append(*offer);
            (m_agree.isEmpty() && offer == agreeing(regulation, offers) ? m_agree : m_back) =
                offer->action;
        }
    }
    m_steps->showCase(*m_case, shown);
    if (!m_agree.isEmpty()) {
        m_steps->choose(m_agree);
    }
    showStory();
    showButtons();
}

void VotePane::showStory()
{
    const auto ground = m_shell.ground();
    m_number->setText(m_case->caseNo);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_chip->hide();
    for (const Clock &clock : m_case->clocks) {
        if (clock.handling && clock.state == ClockState::Running) {
            m_chip->setState(
                DeadlineState::of(clock, ground.calendar, ground.hours, m_shell.desk.now()));
            m_chip->show();
        }
    }
    QStringList facts{m_case->text(u"complainantName"),
                      choiceLabel(ground, QStringLiteral("kind"), m_case->text(u"kind")),
                      m_case->text(u"category"),
                      choiceLabel(ground, QStringLiteral("severity"), m_case->text(u"severity")),
                      stageLabel(ground, *m_case)};
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_story->setText(m_case->text(u"content"));
    m_story->setVisible(!m_story->text().isEmpty());
    m_timeline.setCase(*m_case, m_shell.desk);
    QStringList said;
    for (int row = 0; row < m_timeline.rowCount() && said.size() < kStepsShown; ++row) {
        const auto index = m_timeline.index(row);
        if (!index.data(TimelineModel::DetailRole).toString().isEmpty() &&
            !index.data(TimelineModel::StruckRole).toBool()) {
            said.append(index.data(Qt::AccessibleTextRole).toString());
        }
    }
    m_said->setText(said.join(QStringLiteral("\n\n")));
    m_said->setVisible(!said.isEmpty());
}

void VotePane::showButtons()
{
    m_agreeButton->setEnabled(!m_agree.isEmpty());
    m_backButton->setEnabled(!m_back.isEmpty());
    m_backButton->setToolTip(
        m_back.isEmpty() ? tr("The regulation has no sending back at this place of the chain.")
                         : QString());
    m_backButton->setAccessibleDescription(m_backButton->toolTip());
}

void VotePane::agree()
{
    if (m_agree.isEmpty()) {
        return;
    }
    if (m_steps->form() == nullptr || m_steps->form()->offer().action != m_agree) {
        m_steps->choose(m_agree);
    }
    const auto *form = m_steps->form();
    const auto input = form->input();
    for (const QString &field : form->offer().needs) {
        if (input.value(field).isUndefined() || input.value(field).isNull()) {
            form->grid()->focusField(field);
            return;
        }
    }
    if (form->offer().reason && input.value(QLatin1String("reason")).isUndefined()) {
        m_steps->open(m_agree);
        return;
    }
    m_steps->submit();
}

void VotePane::sendBack()
{
    if (!m_back.isEmpty()) {
        m_steps->open(m_back);
    }
}

void VotePane::keep() { m_steps->keep(); }

} // namespace huiyin
