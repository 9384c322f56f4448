// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/casepart.h>

#include <QJsonObject>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace huiyin {

class FindingBar;
class CaseDraft;
class PaperGrid;

/// The paper of a case on the screen: read-only, or open for a correction that shows old → new and
/// asks why.
class SheetPane : public CasePart
{
    Q_OBJECT

public:
    explicit SheetPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps) override;
    [[nodiscard]] bool takes(const QString &action) const override;
    void open(const QString &action) override;
    void beginAmending();

    /// Takes up a correction that was begun here and not recorded; false if there is none.
    bool resumeAmending();

    void keep() override;
    void recorded() override;

    /// Whether a correction is open.
    [[nodiscard]] bool dirty() const override { return m_amending; }

    void submit() override;
    void showFindings(const Findings &findings) override;
    void showError(const Error &error) override;

    /// The fields whose cells differ from the case, with their new values; null for an emptied one.
    [[nodiscard]] QJsonObject changes() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void showChanges();
    void endAmending();
    void cancel();
    [[nodiscard]] ComplaintDraft typed() const;
    void putBack(const ComplaintDraft &typed);
    [[nodiscard]] QString shownValue(const QString &field, const QJsonValue &value) const;

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    PaperGrid *m_grid = nullptr;
    QScrollArea *m_scroll = nullptr;
    QPushButton *m_amend = nullptr;
    QLabel *m_hint = nullptr;
    QWidget *m_amendBar = nullptr;
    QLabel *m_changes = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_commit = nullptr;
    FindingBar *m_findings = nullptr;
    CaseDraft *m_draft = nullptr;
    bool m_amending = false;
};

} // namespace huiyin
