// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/draft.h>
#include <forms/draftkeeper.h>
#include <window/page.h>

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace huiyin {

/// What is being typed at one place of a case – a step, the note line – kept as a draft in time, as
/// a registration is.
class CaseDraft : public QObject
{
    Q_OBJECT

public:
    /// \param words gives what stands there now; nothing in it: there is nothing to keep
    CaseDraft(Shell &shell, std::function<ComplaintDraft()> words, QObject *parent);

    /// From now on words belong to this step of this case. \param kept the draft it has already
    void belongTo(const CaseId &caseId, const QString &action, std::optional<DraftId> kept);

    void touched(); ///< a key was pressed
    void keep();    ///< writes down what is not yet
    void drop();    ///< recorded, or put away by hand

    /// Drafts of this person for this case, by action.
    [[nodiscard]] static QHash<QString, StoredDraft> of(const Shell &shell, const CaseId &caseId);

signals:
    void saved(const huiyin::Instant &at);
    void failed(const huiyin::Error &error);

private:
    void schedule();

    Shell &m_shell;
    std::function<ComplaintDraft()> m_words;
    std::optional<CaseId> m_caseId;
    QString m_action;
    std::optional<DraftId> m_id;
    DraftKeeper m_keeper;
    QTimer m_timer;
};

} // namespace huiyin
