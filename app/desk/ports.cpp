// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/ports.h>

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
                     const std::function<Result<Done>(const CaseRow &)> &visit)
{
    constexpr int kPage = 500;
    Cursor cursor;
    do {
        const auto page = reader.page(filter, cursor, kPage);
        if (!page) {
            return page.error();
        }
        for (const CaseRow &row : page->rows) {
            if (const auto done = visit(row); !done) {
                return done;
            }
        }
        cursor = page->next;
    } while (!cursor.isEmpty());
    return Done{};
}

} // namespace huiyin
