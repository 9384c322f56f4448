// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/timelinemodel.h>
#include <window/page.h>

#include <QWidget>

class QLabel;
class QPushButton;

namespace huiyin {

class DeadlineChip;
class Heading;
class QuietLabel;
class StepPane;

/// A case that awaits a decision: what it is about, what was found and said so far, and the form of
/// the opinion – to agree or to send back. What is typed is kept as a draft.
class VotePane : public QWidget
{
    Q_OBJECT

public:
    explicit VotePane(Shell &shell, QWidget *parent = nullptr);

    /// \param caseFile  nothing: no case is chosen
    void showCase(const std::optional<CaseFile> &caseFile);

    [[nodiscard]] const std::optional<CaseFile> &caseFile() const { return m_case; }

    [[nodiscard]] StepPane *steps() const { return m_steps; }

    /// Takes the agreeing step if nothing is missing; else the cursor goes to what is.
    void agree();
    /// Opens the form that sends back; it wants a reason.
    void sendBack();
    void keep();

    /// The step of a chain, or of the only approver, that lets the case go on; nullptr if this
    /// person has none now.
    [[nodiscard]] static const StepOffer *agreeing(const Regulation &regulation,
                                                   const QVector<StepOffer> &offers);
    /// The step that sends the case back with a reason, nullptr if there is none now.
    [[nodiscard]] static const StepOffer *sendingBack(const Regulation &regulation,
                                                      const QVector<StepOffer> &offers);

signals:
    void submitted(const QString &action, const QJsonObject &input);

private:
    void showStory();
    void showButtons();

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    QString m_agree, m_back; ///< actions, empty if there is none
    TimelineModel m_timeline;
    Heading *m_number = nullptr;
    DeadlineChip *m_chip = nullptr;
    QLabel *m_facts = nullptr, *m_story = nullptr;
    QuietLabel *m_said = nullptr;
    QPushButton *m_agreeButton = nullptr, *m_backButton = nullptr;
    StepPane *m_steps = nullptr;
};

} // namespace huiyin
