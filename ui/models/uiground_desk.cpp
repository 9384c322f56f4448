// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/sheetwords.h>
#include <models/uiground.h>

namespace huiyin {

UiGround uiGround(const Desk &desk, std::shared_ptr<const Library> library, Language language)
{
    const bool english = language == Language::English;
    QHash<QString, QString> clockWords;
    QHash<QString, QString> stageWords;
    for (const auto &pack : desk.regulations()) {
        if (english) {
            for (const auto &clock : pack.clocks) {
                if (!clock.en.isEmpty()) {
                    clockWords.insert(clock.zh, clock.en);
                }
            }
        }
        for (const auto &stage : pack.stages) {
            if (const auto &word = english ? stage.en : stage.zh; !word.isEmpty()) {
                stageWords.insert(packText({pack.id, pack.version}, {}) + QLatin1Char('/') +
                                      stageId(stage.stage),
                                  word);
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
                    desk.actor().unrestricted,
                    stageWords,
                    ownFieldWords(desk, language == Language::Chinese)};
}

} // namespace huiyin
