// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/uiground.h>

namespace huiyin {

UiGround uiGround(const Desk &desk, std::shared_ptr<const Library> library, Language language)
{
    return UiGround{std::move(library),
                    desk.calendar(),
                    desk.hours(),
                    [&desk] { return desk.now(); },
                    language,
                    desk.actor().id,
                    desk.actor().name,
                    desk.actor().unrestricted};
}

} // namespace huiyin
