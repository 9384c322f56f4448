// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace huiyin {

class CaseDraft;

/// The line under a case: what was said or done, kept in the timeline; until then as a draft.
class NoteLine : public QWidget
{
    Q_OBJECT

public:
    NoteLine(Shell &shell, const CaseId &caseId, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const; ///< without spaces around it

    /// The cursor is in it.
    [[nodiscard]] bool writing() const;

    /// The caller is on the line again: the cursor after the words that say so.
    void beginCall();

    void keep();     ///< writes down what is typed and not yet kept
    void recorded(); ///< the note is in the timeline: the line is empty again

signals:
    void submitted();
    void textChanged();
    void draftSaved(const huiyin::Instant &at);
    void draftFailed(const huiyin::Error &error);

private:
    QLineEdit *m_edit = nullptr;
    QPushButton *m_save = nullptr;
    CaseDraft *m_draft = nullptr;
};

} // namespace huiyin
