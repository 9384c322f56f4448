// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/formhouse.h>

namespace huiyin {

FormHouse formHouse(Desk &desk,
                    std::shared_ptr<const Library> library,
                    RandomSource random,
                    Language language)
{
    return FormHouse{uiGround(desk, std::move(library), language),
                     desk.regulation(),
                     desk.officeName(),
                     &desk.reader(),
                     &desk.log(),
                     std::move(random),
                     [&desk](const ComplaintDraft &draft) { return desk.preview(draft); },
                     [&desk](const ComplaintDraft &draft) { return desk.check(draft); },
                     [&desk](const Clock &clock) { return desk.whyPreview(clock); }};
}

} // namespace huiyin
