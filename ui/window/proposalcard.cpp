// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/capitals.h>
#include <forms/clausewords.h>
#include <forms/moneyedit.h>
#include <forms/partyrows.h>
#include <forms/quietlabel.h>
#include <paper/fieldwords.h>
#include <window/proposalcard.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace huiyin {

ProposalCard::ProposalCard(const Shell &shell,
                           const Regulation &regulation,
                           const Proposal &proposal,
                           QWidget *parent)
    : QFrame(parent)
    , m_shell(shell)
{
    const bool chinese = shell.language == Language::Chinese;
    const int unit = spacingUnit(font());
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    column->setSpacing(unit / 2);
    auto *head = new QHBoxLayout;
    head->setSpacing(unit * 2);
    QStringList title{proposal.name.isEmpty() ? PartyRows::kindWord(proposal.party) : proposal.name,
                      chinese ? proposal.zh : proposal.en};
    m_choose = new QCheckBox(title.join(QStringLiteral("  ·  ")), this);
    m_choose->setAccessibleName(m_choose->text());
    m_choose->setEnabled(!proposal.name.isEmpty());
    m_choose->setToolTip(proposal.name.isEmpty() ? tr("Name the party above first.") : QString());
    head->addWidget(m_choose, 1);
    const bool typed = proposal.takesMoney && (!proposal.amountFen || proposal.suggestedFen);
    if (typed) {
        if (proposal.suggestedFen) {
            auto *take =
                new QPushButton(tr("Take %1 yuan").arg(yuanText(*proposal.suggestedFen)), this);
            take->setAccessibleName(take->text());
            connect(take, &QPushButton::clicked, this, [this, fen = proposal.suggestedFen] {
                m_amount->setFen(fen);
                emit edited();
            });
            head->addWidget(take);
        }
        m_amount = new MoneyEdit(tr("Amount in yuan"), this);
        m_amount->setFixedWidth(9 * hanWidth(font()));
        if (proposal.minFen) {
            m_amount->setPlaceholderText(
                proposal.maxFen ? QStringLiteral("%1–%2").arg(yuanText(*proposal.minFen),
                                                              yuanText(*proposal.maxFen))
                                : tr("from %1").arg(yuanText(*proposal.minFen)));
        }
        connect(m_amount, &QLineEdit::textEdited, this, &ProposalCard::edited);
        head->addWidget(m_amount);
        head->addWidget(new QLabel(tr("yuan"), this));
    } else {
        m_fixed = new QLabel(this);
        m_fixed->setObjectName(QStringLiteral("amount"));
        head->addWidget(m_fixed);
    }
    column->addLayout(head);
    m_capitals = new QuietLabel({}, this);
    m_capitals->setObjectName(QStringLiteral("capitals"));
    column->addWidget(m_capitals);
    m_words = new QuietLabel({}, this, Theme::Role::Text);
    m_why = new QuietLabel({}, this);
    column->addWidget(m_words);
    column->addWidget(m_why);
    column->addWidget(new QuietLabel(clauseWords(regulation, proposal.rules, chinese), this));
    if (!proposal.needsConfirmation.isEmpty()) {
        auto *doubt = new QuietLabel(
            tr("To confirm: %1").arg(proposal.needsConfirmation), this, Theme::Role::Warning);
        doubt->setObjectName(QStringLiteral("doubt"));
        column->addWidget(doubt);
    }
    connect(m_choose, &QCheckBox::toggled, this, &ProposalCard::edited);
    show(proposal);
}

QString ProposalCard::keyOf(const Proposal &proposal)
{
    return QStringList{proposal.penalty,
                       proposal.party,
                       proposal.name,
                       proposal.ground,
                       proposal.suggestedFen ? QString::number(*proposal.suggestedFen) : QString()}
        .join(QLatin1Char('\n'));
}

QString ProposalCard::consequences() const
{
    QStringList words;
    if (m_proposal.points > 0) {
        words.append(tr("%1 points").arg(m_proposal.points));
    }
    if (!m_proposal.discipline.isEmpty()) {
        words.append(tr("discipline: %1").arg(m_proposal.discipline));
    }
    if (m_proposal.circular) {
        words.append(tr("circular in the house"));
    }
    if (m_proposal.objectionDays > 0) {
        words.append(tr("objection within %1 days").arg(m_proposal.objectionDays));
    }
    if (m_proposal.alternative) {
        words.append(tr("one of several disciplines for the same fact: choose one"));
    }
    return words.join(QStringLiteral("  ·  "));
}

QString ProposalCard::scheduleWords() const
{
    QStringList months;
    for (const MonthlyDeduction &month : m_proposal.schedule) {
        months.append(
            month.carriedFen > 0
                ? tr("%1: %2 yuan, of it carried %3")
                      .arg(month.month, yuanText(month.amountFen), yuanText(month.carriedFen))
                : tr("%1: %2 yuan").arg(month.month, yuanText(month.amountFen)));
    }
    if (m_proposal.leftFen > 0) {
        months.append(tr("not covered: %1 yuan").arg(yuanText(m_proposal.leftFen)));
    }
    return months.join(QStringLiteral("; "));
}

void ProposalCard::show(const Proposal &proposal)
{
    m_proposal = proposal;
    const bool chinese = m_shell.language == Language::Chinese;
    if (m_fixed) {
        m_fixed->setText(proposal.amountFen ? tr("%1 yuan").arg(yuanText(*proposal.amountFen))
                                            : QString());
    }
    const auto fen = proposal.amountFen ? proposal.amountFen : chosenFen();
    m_capitals->setText(fen && chinese ? tr("In capitals: %1").arg(capitals(*fen)) : QString());
    m_capitals->setVisible(!m_capitals->text().isEmpty());
    m_words->setText(consequences());
    m_words->setVisible(!m_words->text().isEmpty());
    QStringList why = chinese ? proposal.explainZh : proposal.explainEn;
    why.append(scheduleWords());
    why.removeAll(QString());
    m_why->setText(why.join(QLatin1Char('\n')));
    m_why->setVisible(!why.isEmpty());
}

void ProposalCard::setChosen(bool chosen, std::optional<qint64> fen)
{
    const QSignalBlocker blocker(m_choose);
    m_choose->setChecked(chosen);
    if (m_amount && fen) {
        m_amount->setFen(fen);
    }
}

bool ProposalCard::isChosen() const { return m_choose->isChecked(); }

std::optional<qint64> ProposalCard::chosenFen() const
{
    return m_amount ? m_amount->fen() : std::nullopt;
}

} // namespace huiyin
