// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/followselection.h>

#include <QAbstractItemView>
#include <QItemSelectionModel>

#include <utility>

namespace huiyin {

void followSelection(QAbstractItemView *view, std::function<void(const QModelIndex &)> then)
{
    auto *selection = view->selectionModel();
    const auto follow = [view, selection, then = std::move(then)] {
        const auto chosen = selection->selection().indexes();
        if (chosen.isEmpty() || selection->isRowSelected(view->currentIndex().row()) ||
            chosen.first().row() != chosen.last().row()) {
            return;
        }
        selection->setCurrentIndex(chosen.first(), QItemSelectionModel::NoUpdate);
        if (then) {
            then(chosen.first());
        }
    };
    // A mouse or a key selects first and moves afterwards: whether the row stayed behind is seen
    // only when both are done.
    QObject::connect(
        selection, &QItemSelectionModel::selectionChanged, view, follow, Qt::QueuedConnection);
}

} // namespace huiyin
