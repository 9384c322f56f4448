// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/sheet.h>

#include <QJsonObject>

namespace huiyin {

/// The sheet with its repeated rows written out, once for each entry of their list and at least as
/// often as the sheet asks; boxes beside them grow with them.
[[nodiscard]] Sheet withEntries(const Sheet &sheet, const QJsonObject &fields);

/// The values a cell shows: the entry's of a repeated row, before those of the case.
[[nodiscard]] QJsonObject fieldsOf(const SheetCell &cell, const QJsonObject &fields);

} // namespace huiyin
