// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>

#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

namespace huiyin::support {

/// Where the packs of the source tree lie.
[[nodiscard]] QString sourcePacks();

/// The program's data with the fields of the source tree and the packs of a folder: a story tells
/// of the pack as it stands in the file, not as it was built in. \param faults  what refuses, by
/// pack id; empty id for the field catalogue
[[nodiscard]] std::shared_ptr<const Library> libraryOf(const QString &folder,
                                                       QMap<QString, QString> &faults);

/// Tells the story of a file; gives every line that did not come as it says, empty if all did.
/// \param firstOnly  stop at the first fault
[[nodiscard]] QStringList tellStory(const QString &path,
                                    const std::shared_ptr<const Library> &library,
                                    bool firstOnly = false);

/// Findings for a person at a failing test.
[[nodiscard]] QString shown(const Findings &findings);

} // namespace huiyin::support
