// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/inkpage.h>
#include <paper/surround.h>

#include <QVector>

namespace huiyin {

/// The pages of a sheet with a repeated row: head rows on every page, foot rows with the page's own
/// counts at the end of every page, empty lines down to them.
[[nodiscard]] QVector<InkPage> ledgerPages(const SheetInput &input);

} // namespace huiyin
