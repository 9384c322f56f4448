// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/proposals.h>
#include <window/page.h>

#include <QFrame>

class QCheckBox;

namespace huiyin {

class MoneyEdit;
class QuietLabel;

/// One penalty the pack proposes: whom, why, how much, by which clauses. Nothing of it counts
/// before a person chooses it; an amount the pack leaves open or unclear is typed by that person.
class ProposalCard : public QFrame
{
    Q_OBJECT

public:
    ProposalCard(const Shell &shell,
                 const Regulation &regulation,
                 const Proposal &proposal,
                 QWidget *parent);

    /// Takes a newer computation of the same proposal.
    void show(const Proposal &proposal);

    [[nodiscard]] const Proposal &proposal() const { return m_proposal; }

    [[nodiscard]] static QString keyOf(const Proposal &proposal);
    [[nodiscard]] bool isChosen() const;

    /// Ticks it or not, with the amount a person decided on; without a word to anybody.
    void setChosen(bool chosen, std::optional<qint64> fen);

    /// The amount the person typed.
    [[nodiscard]] std::optional<qint64> chosenFen() const;

signals:
    void edited();

private:
    [[nodiscard]] QString consequences() const;
    [[nodiscard]] QString scheduleWords() const;

    const Shell &m_shell;
    Proposal m_proposal;
    QCheckBox *m_choose = nullptr;
    MoneyEdit *m_amount = nullptr;
    QLabel *m_fixed = nullptr;
    QuietLabel *m_capitals = nullptr, *m_words = nullptr, *m_why = nullptr;
};

} // namespace huiyin
