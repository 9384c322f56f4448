// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/ids.h>
#include <domain/instant.h>

#include <QJsonObject>
#include <QString>

#include <optional>

namespace huiyin {

/// What a form holds before it is recorded: always storable, often incomplete. Values are as in
/// CaseFile::fields where they were understood; a text that was not (an impossible date) stays in
/// `raw`.
struct ComplaintDraft
{
    QJsonObject fields; ///< field id → value
    QJsonObject raw;    ///< field id → text as typed that is not (yet) a value
    QString sheet;      ///< `F-01/1`
    std::optional<Instant>
        startedAt; ///< first key or call start: clocks start here when receivedAt is not typed
};

/// A draft at rest in the case file; local to this machine, never exchanged.
struct StoredDraft
{
    DraftId id;
    QString actor;
    std::optional<CaseId> caseId; ///< set for a step form of an existing case
    QString action;               ///< move id of a step form, empty for intake
    ComplaintDraft draft;
    Instant savedAt;
    bool discarded = false; ///< kept 30 days, can be taken back
};

} // namespace huiyin
