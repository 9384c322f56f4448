// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/inkpage.h>
#include <paper/surround.h>

#include <QVector>

namespace huiyin {

/// The pages of a sheet in the style 表单: its boxes on their grid, growing into the free height of
/// the page. What does not fit into a box goes on on further pages; repeated rows go over to a new
/// page under their head.
[[nodiscard]] QVector<InkPage> gridPages(const SheetInput &input);

} // namespace huiyin
