// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QAbstractItemView;
class QModelIndex;

namespace huiyin {

/// Makes the one selected row of \a view its current row when something selects without moving:
/// an assistive tool picks a row of a list that way, and would otherwise mark one row while the
/// page goes on showing another. \a then, if given, is called with the row so picked.
/// The view's model must be set; call it again after another one is.
void followSelection(QAbstractItemView *view, std::function<void(const QModelIndex &)> then = {});

} // namespace huiyin
