// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QStringList>

namespace huiyin {

/// The letters that, held with Alt, lead to the cells of a form: field → letter. Of the fields a
/// letter stands for, the first one the form has takes it; letters of menus are never used.
[[nodiscard]] QHash<QString, QChar> accessKeys(const QStringList &fields);

} // namespace huiyin
