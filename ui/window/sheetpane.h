// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/page.h>

#include <QJsonObject>
#include <QWidget>

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
class SheetPane : public QWidget
{
    Q_OBJECT

public:
    explicit SheetPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps);
    void beginAmending();

    /// Takes up a correction that was begun here and not recorded; false if there is none.
    bool resumeAmending();

    /// Writes down what is typed and not yet kept.
    void keep();

    /// The correction on the screen is recorded: its draft goes.
    void recorded();

    [[nodiscard]] bool amending() const { return m_amending; }

    /// Hands the correction over if one is open.
    void submit();
    void showFindings(const Findings &findings);
    void showError(const Error &error);

    /// The fields whose cells differ from the case, with their new values; null for an emptied one.
    [[nodiscard]] QJsonObject changes() const;

signals:
    void amended(const QJsonObject &input);
    void statesChanged();
    void draftSaved(const huiyin::Instant &at);
    void draftFailed(const huiyin::Error &error);
    /// What was typed was put away; `undo` puts it back.
    void undoOffered(const QString &words, qint64 forMs, const std::function<QString()> &undo);

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
