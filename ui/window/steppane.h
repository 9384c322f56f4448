// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/casepart.h>

#include <QJsonObject>

class QLabel;
class QListWidget;
class QScrollArea;

namespace huiyin {

class CaseDraft;
class StepForm;

/// What can be done with a case now: the steps of its regulation on the left, the chosen one's form
/// on the right. A step that cannot be taken stands there too and says why.
class StepPane : public CasePart
{
    Q_OBJECT

public:
    explicit StepPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps) override;
    /// Every step that has no place of its own, so all.
    [[nodiscard]] bool takes(const QString &action) const override;
    /// What comes first: the step a chain awaits now, then the natural next ones, then the rest.
    [[nodiscard]] static int rank(const StepOffer &offer);

    void open(const QString &action) override; ///< and puts the cursor into its form
    void choose(const QString &action);        ///< shows its form
    void focusForm();                          ///< puts the cursor where the form shown asks first
    /// Whether the steps are listed beside the form.
    void setListShown(bool shown);
    void submit() override;
    void showFindings(const Findings &findings) override;
    void showError(const Error &error) override;

    [[nodiscard]] bool dirty() const override;

    [[nodiscard]] StepForm *form() const { return m_form; }

    void keep() override;
    void recorded() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitList();
    void showForm(const StepOffer &offer);
    void showOthers();
    void cancel();
    void putBack(const QString &action, const ComplaintDraft &typed);
    [[nodiscard]] QString words(const StepOffer &offer) const;

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    QVector<StepOffer> m_steps;  ///< those that can be taken, the natural next ones first
    QVector<StepOffer> m_others; ///< those that cannot, folded into the last line
    CaseDraft *m_draft = nullptr;
    QListWidget *m_list = nullptr;
    QScrollArea *m_scroll = nullptr;
    QString m_taken; ///< the step just recorded
    StepForm *m_form = nullptr;
    QJsonObject m_untouched;
};

} // namespace huiyin
