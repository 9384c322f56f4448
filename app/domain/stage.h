// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace huiyin {

/// Where a case stands (code list CL-16 of the forms catalogue). A regulation pack names the stages
/// it uses.
enum class Stage {
    New,
    Declined,
    Accepted,
    Transferred,
    Investigating,
    InApproval,
    Handling,
    AwaitingReply,
    Replied,
    AwaitingVisit,
    InReview,
    Closed,
    Archived,
    Withdrawn,
    Reopened,
};

inline constexpr int kStageCount = 15;

/// The identifier, e.g. `AwaitingVisit`.
[[nodiscard]] QString stageId(Stage stage);

/// The stage of an identifier, or nothing.
[[nodiscard]] std::optional<Stage> stageOf(QStringView id);

/// Whether a case in this stage counts as closed (办结、归档、不予受理、撤诉).
[[nodiscard]] constexpr bool isClosing(Stage stage)
{
    return stage == Stage::Closed || stage == Stage::Archived || stage == Stage::Declined ||
           stage == Stage::Withdrawn;
}

} // namespace huiyin
