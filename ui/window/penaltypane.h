// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/page.h>

#include <QJsonObject>
#include <QWidget>

class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace huiyin {

class FindingBar;
class MoneyEdit;
class PartyRows;
class ProposalCard;
class QuietLabel;

/// Responsibility and penalties of a case: what was found against whom, what the pack proposes,
/// what was confirmed and what became of it, and the deductions month by month.
class PenaltyPane : public QWidget
{
    Q_OBJECT

public:
    explicit PenaltyPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps);

    /// The facts as typed, for the desk's proposals.
    [[nodiscard]] QJsonObject facts() const;

    void submit();
    void recorded();
    void showFindings(const Findings &findings);
    void showError(const Error &error);

    [[nodiscard]] bool dirty() const { return m_dirty; }

signals:
    void submitted(const QString &action, const QJsonObject &input);

private:
    void build();
    void typed();
    void propose();
    void take(bool proposing);
    void showEntries();
    void addEntry(const QJsonObject &entry);
    void showMonths();
    [[nodiscard]] const StepOffer *offer(const QString &action) const;
    [[nodiscard]] static QString stateWord(const QString &state);

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    QVector<StepOffer> m_steps;
    QString m_shown;
    QListWidget *m_grounds = nullptr;
    PartyRows *m_parties = nullptr;
    MoneyEdit *m_loss = nullptr;
    QVBoxLayout *m_column = nullptr, *m_cardColumn = nullptr, *m_entryColumn = nullptr,
                *m_monthColumn = nullptr;
    QWidget *m_page = nullptr;
    QList<ProposalCard *> m_cards;
    QuietLabel *m_hint = nullptr;
    FindingBar *m_bar = nullptr;
    QPushButton *m_confirm = nullptr, *m_proposeButton = nullptr;
    bool m_dirty = false;
    bool m_refused = false;
};

} // namespace huiyin
