// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/uiground.h>

namespace huiyin {

UiGround uiGround(const Desk &desk, std::shared_ptr<const Library> library, Language language)
{
    QHash<QString, QString> clockWords;
    if (language == Language::English) {
        for (const auto &pack : desk.regulations()) {
            for (const auto &clock : pack.clocks) {
                if (!clock.en.isEmpty()) {
                    clockWords.insert(clock.zh, clock.en);
                }
            }
        }
    }
    return UiGround{std::move(library),
                    desk.calendar(),
                    desk.hours(),
                    [&desk] { return desk.now(); },
                    language,
                    desk.actor().id,
                    desk.actor().name,
                    desk.actor().department,
                    clockWords,
                    desk.actor().unrestricted};
}

} // namespace huiyin
