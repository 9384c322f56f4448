// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/stage.h>

#include <array>

namespace huiyin {

namespace {

constexpr std::array<QLatin1StringView, kStageCount> kNames = {
    QLatin1StringView("New"),
    QLatin1StringView("Declined"),
    QLatin1StringView("Accepted"),
    QLatin1StringView("Transferred"),
    QLatin1StringView("Investigating"),
    QLatin1StringView("InApproval"),
    QLatin1StringView("Handling"),
    QLatin1StringView("AwaitingReply"),
    QLatin1StringView("Replied"),
    QLatin1StringView("AwaitingVisit"),
    QLatin1StringView("InReview"),
    QLatin1StringView("Closed"),
    QLatin1StringView("Archived"),
    QLatin1StringView("Withdrawn"),
    QLatin1StringView("Reopened"),
};

} // namespace

QString stageId(Stage stage) { return kNames.at(static_cast<size_t>(stage)); }

std::optional<Stage> stageOf(QStringView id)
{
    for (size_t i = 0; i < kNames.size(); ++i) {
        if (id == kNames.at(i)) {
            return static_cast<Stage>(i);
        }
    }
    return std::nullopt;
}

} // namespace huiyin
