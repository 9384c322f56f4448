// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/casepart.h>

#include <QJsonObject>

class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace huiyin {

class CaseDraft;
class FindingBar;
class MoneyEdit;
class PartyRows;
class PenaltyEntries;
class ProposalCard;
class QuietLabel;

/// Responsibility and penalties of a case: what was found against whom, what the pack proposes,
/// and what was recorded of it. What is typed is kept as a draft, as on a step form.
class PenaltyPane : public CasePart
{
    Q_OBJECT

public:
    explicit PenaltyPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps) override;
    [[nodiscard]] bool takes(const QString &action) const override;

    /// The facts as typed, for the desk's proposals.
    [[nodiscard]] QJsonObject facts() const;

    void submit() override;
    void keep() override;
    void recorded() override;
    void showFindings(const Findings &findings) override;
    void showError(const Error &error) override;

    [[nodiscard]] bool dirty() const override { return m_dirty; }

private:
    /// A step to be taken for the chosen proposals of one entry of the pack.
    struct Charge
    {
        QString penalty;
        QJsonObject input;
    };

    void buildFrame();
    void build();
    void addGrounds(QVBoxLayout &column);
    void addParties(QVBoxLayout &column);
    void addLoss(QVBoxLayout &column);
    void typed();
    void propose();
    void showCards(const Proposals &proposals);
    void showButtons();
    void take(bool proposing);
    [[nodiscard]] QVector<Charge> charges(bool proposing) const;
    [[nodiscard]] QJsonObject factsWithAmounts() const;
    [[nodiscard]] ComplaintDraft words() const;
    void resume(const QJsonObject &typed);
    [[nodiscard]] const StepOffer *offer(const QString &action) const;

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    QVector<StepOffer> m_steps;
    QString m_shown;
    PenaltyEntries *m_entries = nullptr;
    QListWidget *m_grounds = nullptr;
    PartyRows *m_parties = nullptr;
    MoneyEdit *m_loss = nullptr;
    QVBoxLayout *m_column = nullptr, *m_cardColumn = nullptr;
    QWidget *m_page = nullptr;
    QList<ProposalCard *> m_cards;
    QuietLabel *m_hint = nullptr;
    FindingBar *m_bar = nullptr;
    QPushButton *m_confirm = nullptr, *m_proposeButton = nullptr;
    CaseDraft *m_draft = nullptr;
    QJsonObject m_untouched;
    bool m_dirty = false;
    bool m_taking = false; ///< chosen proposals are being recorded one by one
    bool m_refused = false;
};

} // namespace huiyin
