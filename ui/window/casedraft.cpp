// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/casedraft.h>

#include <QPointer>

#include <algorithm>

namespace huiyin {

CaseDraft::CaseDraft(Shell &shell, std::function<ComplaintDraft()> words, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_words(std::move(words))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto at = m_keeper.saveAt();
        if (at && m_shell.desk.now() >= *at) {
            keep();
        } else {
            schedule();
        }
    });
}

void CaseDraft::belongTo(const CaseId &caseId, const QString &action, std::optional<DraftId> kept)
{
    m_caseId = caseId;
    m_action = action;
    m_id = std::move(kept);
    m_keeper.saved();
    m_timer.stop();
}

void CaseDraft::touched()
{
    m_keeper.touched(m_shell.desk.now());
    schedule();
}

void CaseDraft::schedule()
{
    if (const auto at = m_keeper.saveAt()) {
        m_timer.start(static_cast<int>(
            std::clamp<qint64>(*at - m_shell.desk.now(), 0, DraftKeeper::kLatestMs)));
    }
}

void CaseDraft::keep()
{
    if (!m_keeper.dirty() || !m_caseId) {
        return;
    }
    auto words = m_words();
    m_keeper.saved();
    m_timer.stop();
    if (words.fields.isEmpty() && words.raw.isEmpty()) {
        drop();
        return;
    }
    const auto now = m_shell.desk.now();
    if (!m_id) {
        m_id = DraftId::make(now, m_shell.random(10));
    }
    const StoredDraft draft{.id = *m_id,
                            .actor = m_shell.desk.actor().id,
                            .caseId = m_caseId,
                            .action = m_action,
                            .draft = std::move(words),
                            .savedAt = now};
    m_shell.desk.log().keepDraft(draft,
                                 [self = QPointer<CaseDraft>(this), now](const Result<Done> &kept) {
                                     if (!self) {
                                         return;
                                     }
                                     if (kept) {
                                         emit self->saved(now);
                                     } else {
                                         self->m_keeper.touched(now);
                                         emit self->failed(kept.error());
                                     }
                                 });
}

void CaseDraft::drop()
{
    m_keeper.saved();
    m_timer.stop();
    if (m_id) {
        m_shell.desk.log().dropDraft(*m_id);
        m_id.reset();
    }
}

QHash<QString, StoredDraft> CaseDraft::of(const Shell &shell, const CaseId &caseId)
{
    QHash<QString, StoredDraft> drafts;
    for (const auto &draft : shell.desk.drafts()) {
        if (draft.caseId == caseId && !draft.discarded) {
            const auto present = drafts.constFind(draft.action);
            if (present == drafts.cend() || present->savedAt < draft.savedAt) {
                drafts.insert(draft.action, draft);
            }
        }
    }
    return drafts;
}

} // namespace huiyin
