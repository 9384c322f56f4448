// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/ports.h>

#include <algorithm>

namespace huiyin {

void CaseLog::keepDraft(const StoredDraft &draft, const Kept &kept)
{
    const auto done = saveDraft(draft);
    if (kept) {
        kept(done);
    }
}

void CaseLog::dropDraft(const DraftId &id)
{
    // One that cannot be removed is offered again; nothing is lost.
    static_cast<void>(removeDraft(id));
}

QHash<DraftId, std::optional<StoredDraft>> CaseLog::unwrittenDrafts() const { return {}; }

bool CaseLog::isBusy() const { return false; }

Result<Done> eachRow(const CaseReader &reader,
                     const CaseFilter &filter,
                     const std::function<Result<Done>(const CaseRow &)> &visit,
                     const Progress &progress,
                     qint64 most)
{
    // The keys first: a page of a filter over spans is sorted anew each time it is asked for.
    constexpr qsizetype kPage = 500;
    const auto keys = reader.keys(filter, most);
    if (!keys) {
        return keys.error();
    }
    for (qsizetype from = 0; from < keys->size(); from += kPage) {
        const auto rows = reader.rows(keys->mid(from, kPage));
        if (!rows) {
            return rows.error();
        }
        for (const CaseRow &row : *rows) {
            if (const auto done = visit(row); !done) {
                return done;
            }
        }
        if (progress && !progress(std::min(from + kPage, keys->size()), keys->size())) {
            return Error{QStringLiteral("store.cancelled")};
        }
    }
    return Done{};
}

} // namespace huiyin
