// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/draft.h>
#include <domain/result.h>

#include <QString>
#include <QVector>

namespace huiyin {

/// Where drafts lie while another writer has the case file: one small file each, in a folder beside
/// it, readable by the person only.
class DraftSpool
{
public:
    /// \param caseFile path of the case file; the folder is `<case file>.drafts`
    explicit DraftSpool(const QString &caseFile);

    /// Writes the draft down, synced. \error store.disk
    [[nodiscard]] Result<Done> write(const StoredDraft &draft) const;

    void remove(const DraftId &id) const;

    /// What a start before this one left behind.
    [[nodiscard]] QVector<StoredDraft> left() const;

private:
    [[nodiscard]] QString fileOf(const DraftId &id) const;

    QString m_folder;
};

} // namespace huiyin
